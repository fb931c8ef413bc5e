//! CSV and TSV. The first row has the names of the columns; in both formats values may be in double
//! quotation marks.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use std::str;

use csv::{ByteRecord, ErrorKind, Position, Reader, ReaderBuilder};

use super::Wanted;
use super::rows::{Rows, Trouble, bad, member};

/// How many bytes the reader may buffer past the end of a row.
const AHEAD: usize = 1 << 17;

/// The rows of a file.
pub struct Csv<R> {
    reader: Reader<Bounded<R>>,
    columns: Vec<(usize, String)>,
    longest: usize,
    left: Rc<Cell<usize>>,
    row: ByteRecord,
}

impl<R: Read> Csv<R> {
    /// Reads the header.
    pub fn new(delimiter: u8, file: R, wanted: &Wanted<'_>) -> io::Result<Self> {
        let longest = wanted.longest.saturating_add(AHEAD);
        let left = Rc::new(Cell::new(longest));
        let file = Bounded { file, left: Rc::clone(&left) };
        let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(file);
        let header = reader.headers().map_err(|error| match trouble(&error) {
            Trouble::Row(message) => bad(message),
            Trouble::Table(error) => error,
        })?;
        let columns = wanted.columns(header.iter())?;
        let columns = columns.into_iter().map(|(place, name)| (place, name.to_owned())).collect();
        Ok(Csv { reader, columns, longest, left, row: ByteRecord::new() })
    }
}

impl<R: Read> Rows for Csv<R> {
    fn next(&mut self, line: &mut Vec<u8>) -> Option<Result<(), Trouble>> {
        self.left.set(self.longest);
        match self.reader.read_byte_record(&mut self.row) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(error) => return Some(Err(trouble(&error))),
        }
        let row = &self.row;
        Some(self.columns.iter().try_for_each(|(place, name)| match str::from_utf8(&row[*place]) {
            Ok(value) => member(name, &value, line),
            Err(_) => Err(Trouble::Row(format!("{}`{name}` is not valid UTF-8", at(row.position())))),
        }))
    }
}

fn trouble(error: &csv::Error) -> Trouble {
    let at = at(error.position());
    match error.kind() {
        ErrorKind::Io(error) => Trouble::Table(io::Error::new(error.kind(), error.to_string())),
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            Trouble::Row(format!("{at}{len} values for {expected_len} columns"))
        }
        ErrorKind::Utf8 { .. } => Trouble::Row(format!("{at}not valid UTF-8")),
        _ => Trouble::Row(error.to_string()),
    }
}

/// Gives the line on which a row begins, since a row may span several lines of the file.
fn at(position: Option<&Position>) -> String {
    position.map(|position| format!("line {}: ", position.line())).unwrap_or_default()
}

/// A reader that limits the bytes per row: an unclosed quotation mark would otherwise read the rest
/// of the file into memory.
struct Bounded<R> {
    file: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        let most = buffer.len().min(left);
        if most == 0 && !buffer.is_empty() {
            return Err(bad("the row is not terminated; is a closing quotation mark missing?".into()));
        }
        let read = self.file.read(&mut buffer[..most])?;
        self.left.set(left - read);
        Ok(read)
    }
}
