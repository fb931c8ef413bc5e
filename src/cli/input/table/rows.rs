//! Contract: turns the rows of a table into JSON lines, one per row and in order, so that line
//! numbers equal row numbers. A row that cannot be read becomes a bad line, and the reason is
//! noted. Memory is bounded by one buffer of rows.

use std::io::{self, BufRead, Read};

use super::super::many::BadRows;
use super::Wanted;
use crate::visible;

/// The name of the id column if none is named by an option.
const ID: &str = "id";

/// The most columns that a message lists.
const MOST_NAMED: usize = 20;

/// The buffer's size in bytes.
const BUFFER: usize = 1 << 16;

impl Wanted<'_> {
    /// The indices and names of the columns to read.
    ///
    /// # Errors
    ///
    /// If there is no text column, or no id column with the name that was asked for, or the name of
    /// a column to read is not unique.
    pub fn columns<'n>(
        &self,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> io::Result<Vec<(usize, &'n str)>> {
        if names.clone().next().is_none() {
            return Err(bad("the file is empty: it has no names of columns".to_owned()));
        }
        for needed in [self.id, self.text] {
            let is_optional = needed == ID && self.text != ID;
            if !is_optional && !names.clone().any(|name| name == needed) {
                let mut there: Vec<String> =
                    names.clone().take(MOST_NAMED).map(|name| format!("`{}`", visible::name(name))).collect();
                if let more @ 1.. = names.count().saturating_sub(MOST_NAMED) {
                    there.push(format!("{more} more"));
                }
                let option = if needed == self.text { "--text-field" } else { "--id-field" };
                return Err(bad(format!(
                    "there is no column `{needed}`; the columns are {} ({option} names another)",
                    there.join(", ")
                )));
            }
        }
        let wanted = |name: &str| {
            self.keep_all || name == self.id || name == self.text || self.keep.iter().any(|kept| kept == name)
        };
        let mut columns: Vec<_> = names.enumerate().filter(|(_, name)| wanted(name)).collect();
        columns.sort_by_key(|&(_, name)| name);
        if let Some(twice) = columns.windows(2).find(|pair| pair[0].1 == pair[1].1) {
            return Err(bad(format!("column `{}` occurs more than once", visible::name(twice[0].1))));
        }
        columns.sort_by_key(|&(place, _)| place);
        Ok(columns)
    }
}

impl Wanted<'_> {
    /// The name of the id field if the table has no such column: rows are numbered then.
    pub fn numbered(&self, columns: &[(usize, &str)]) -> Option<String> {
        columns.iter().all(|&(_, name)| name != self.id).then(|| self.id.to_owned())
    }
}

pub fn bad(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

/// A table that is read row by row.
pub trait Rows {
    /// The name of the id field if the table has none: the rows are numbered then.
    fn numbered(&self) -> Option<&str>;

    /// Appends the next row to `line` as a JSON object; returns `None` at the end of the table.
    ///
    /// # Errors
    ///
    /// If this row, or the rest of the table, cannot be read.
    fn next(&mut self, line: &mut Vec<u8>) -> Option<Result<(), Trouble>>;
}

/// An error in a table.
pub enum Trouble {
    /// The row is invalid; the next one can be read.
    Row(String),
    /// The rest of the table cannot be read.
    Table(io::Error),
}

/// Appends a member of a JSON object to `line`.
pub fn member(name: &str, value: &impl serde::Serialize, line: &mut Vec<u8>) -> Result<(), Trouble> {
    line.push(if line.last().is_none_or(|&last| last == b'\n') { b'{' } else { b',' });
    let written = serde_json::to_writer(&mut *line, name).and_then(|()| {
        line.push(b':');
        serde_json::to_writer(&mut *line, value)
    });
    written.map_err(|error| Trouble::Row(error.to_string()))
}

/// A table as JSON lines.
pub struct Lines<R> {
    rows: R,
    bad_rows: BadRows,
    row: u64,
    made: Vec<u8>,
    taken: usize,
    /// How the table ended; returned after the lines before it were read.
    end: Option<io::Result<()>>,
}

/// What stands for an invalid row. No article is written so, and the line is not blank.
const BAD: u8 = b'!';

impl<R: Rows> Lines<R> {
    /// `bad_rows` gets the reasons why rows are invalid; rows are counted from 1.
    pub fn new(rows: R, bad_rows: BadRows) -> Self {
        Lines { rows, bad_rows, row: 0, made: Vec::new(), taken: 0, end: None }
    }

    fn make(&mut self) {
        self.made.clear();
        self.taken = 0;
        while self.end.is_none() && self.made.len() < BUFFER {
            let start = self.made.len();
            self.row += 1;
            if let Some(id) = self.rows.numbered() {
                // a name and a number can be written
                let _ = member(id, &self.row.to_string(), &mut self.made);
            }
            match self.rows.next(&mut self.made) {
                Some(Ok(())) => self.made.push(b'}'),
                Some(Err(Trouble::Row(message))) => {
                    self.made.truncate(start);
                    self.made.push(BAD);
                    self.bad_rows.add(self.row, message);
                }
                Some(Err(Trouble::Table(error))) => {
                    self.made.truncate(start);
                    self.end = Some(Err(error));
                    break;
                }
                None => {
                    self.made.truncate(start);
                    self.end = Some(Ok(()));
                    break;
                }
            }
            self.made.push(b'\n');
        }
    }
}

impl<R: Rows> BufRead for Lines<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken == self.made.len() {
            self.make();
            if self.made.is_empty() {
                self.end.replace(Ok(())).unwrap_or(Ok(()))?;
            }
        }
        Ok(&self.made[self.taken..])
    }

    fn consume(&mut self, amount: usize) {
        self.taken += amount;
    }
}

impl<R: Rows> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}
