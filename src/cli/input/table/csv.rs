//! CSV and TSV. The first row has the names of the columns; in both formats values may be in double
//! quotation marks.

use std::io::{self, BufRead};
use std::str;

use super::Wanted;
use super::rows::{Rows, Trouble, bad, member};
use super::split::{Row, Split};

/// The rows of a file.
pub struct Csv<R> {
    split: Split<R>,
    /// The number of columns, and those to read with their names.
    width: usize,
    columns: Vec<(usize, String)>,
    numbered: Option<String>,
    row: Row,
}

impl<R: BufRead> Csv<R> {
    /// Reads the header.
    pub fn new(delimiter: u8, file: R, wanted: &Wanted<'_>) -> io::Result<Self> {
        let mut split = Split::new(delimiter, file, wanted.longest);
        let mut row = Row::default();
        split.next(0, &mut row).map_err(|trouble| match trouble {
            Trouble::Row(message) => bad(message),
            Trouble::Table(error) => error,
        })?;
        let names = (0..row.len()).map(|column| str::from_utf8(row.value(column)));
        let names: Vec<&str> =
            names.collect::<Result<_, _>>().map_err(|_| bad("the header is not valid UTF-8".into()))?;
        let columns = wanted.columns(names.iter().copied())?;
        let numbered = wanted.numbered(&columns);
        let columns = columns.into_iter().map(|(place, name)| (place, name.to_owned())).collect();
        Ok(Csv { split, width: names.len(), columns, numbered, row: Row::default() })
    }
}

impl<R: BufRead> Rows for Csv<R> {
    fn numbered(&self) -> Option<&str> {
        self.numbered.as_deref()
    }

    fn next(&mut self, line: &mut Vec<u8>) -> Option<Result<(), Trouble>> {
        match self.split.next(self.width, &mut self.row) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(trouble) => return Some(Err(trouble)),
        }
        let row = &self.row;
        Some(self.columns.iter().try_for_each(|(place, name)| match str::from_utf8(row.value(*place)) {
            Ok(value) => member(name, &value, line),
            Err(_) => Err(Trouble::Row(format!(
                "line {}: `{}` is not valid UTF-8; convert the file, for example with \
                 `iconv -f windows-1252 -t utf-8`",
                row.line,
                crate::visible::name(name)
            ))),
        }))
    }
}
