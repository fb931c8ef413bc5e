//! Contract: divides CSV into rows, as RFC 4180 has them. A quotation mark that is not closed costs
//! the row in which it opens, and not the rows after it; the work grows linearly with the file.
//!
//! Such a mark seems to quote the rows that follow, up to the next mark. So a quoted value with
//! line breaks is doubted if text follows its closing mark, or if no closing mark comes at all: its
//! row is given up, and reading goes on with the first line after it that has as many values as
//! there are columns.

use std::io::{self, BufRead, ErrorKind};
use std::ops::Range;

use super::rows::{Trouble, bad};

/// The most lines that a row may have.
const MOST_LINES: u64 = 10_000;

/// How much of the file may be read again in total, as a multiple of what was read once.
const MOST_AGAIN: u64 = 4;

/// This much may be read again in any case.
const AGAIN: u64 = 1 << 20;

/// The rows of a file.
pub struct Split<R> {
    input: R,
    delimiter: u8,
    /// Longer rows, in bytes, are not held in memory.
    longest: usize,
    /// Bytes that were read; those before `at` belong to rows that were given.
    held: Vec<u8>,
    at: usize,
    /// The line on which the next row begins, from 1.
    line: u64,
    /// The number of bytes read, and of those read again.
    read: u64,
    again: u64,
    /// A row that was read while looking for one after an unclosed mark.
    found: Option<Row>,
}

/// The values of a row, without their quotation marks.
#[derive(Clone, Debug, Default)]
pub struct Row {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// The line on which it begins, from 1.
    pub line: u64,
}

impl Row {
    /// The number of values.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The value of a column.
    pub fn value(&self, column: usize) -> &[u8] {
        let start = column.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start..self.ends[column]]
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    fn end_value(&mut self) {
        self.ends.push(self.bytes.len());
    }
}

/// Where in a value the next byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Plain,
    Quoted,
    /// After a mark that closes a value, or is the first of two that stand for one.
    Closed,
}

/// What an attempt to read a row found.
enum Attempt {
    Row,
    End,
    /// A mark is not closed.
    Unclosed,
    /// It is too long, and has no line break.
    TooLong,
}

impl<R: BufRead> Split<R> {
    pub fn new(delimiter: u8, input: R, longest: usize) -> Self {
        Split { input, delimiter, longest, held: Vec::new(), at: 0, line: 1, read: 0, again: 0, found: None }
    }

    /// Reads the next row into `row`; returns whether there is one. `columns` is the number of
    /// values that a row has; 0 if it is not known.
    pub fn next(&mut self, columns: usize, row: &mut Row) -> Result<bool, Trouble> {
        if let Some(found) = self.found.take() {
            *row = found;
            return Ok(true);
        }
        match self.attempt(row).map_err(Trouble::Table)? {
            Attempt::End => Ok(false),
            Attempt::Row if columns == 0 || row.len() == columns => Ok(true),
            Attempt::Row => {
                Err(Trouble::Row(format!("line {}: {} values for {columns} columns", row.line, row.len())))
            }
            Attempt::TooLong => {
                Err(Trouble::Row(format!("line {}: longer than {} bytes", row.line, self.longest)))
            }
            Attempt::Unclosed => {
                let line = row.line;
                let next = self.find_row(columns, row).map_err(Trouble::Table)?;
                let next = if next {
                    let next = format!("reading goes on at line {}", row.line);
                    self.found = Some(std::mem::take(row));
                    next
                } else {
                    "no row follows that could be read".to_owned()
                };
                Err(Trouble::Row(format!("line {line}: a quotation mark is not closed; {next}")))
            }
        }
    }

    /// Looks for the next row with as many values as there are columns; returns whether there is
    /// one.
    fn find_row(&mut self, columns: usize, row: &mut Row) -> io::Result<bool> {
        loop {
            match self.attempt(row)? {
                Attempt::End => return Ok(false),
                Attempt::Row if columns == 0 || row.len() == columns => return Ok(true),
                Attempt::Row | Attempt::Unclosed | Attempt::TooLong => {}
            }
        }
    }

    /// Reads the next row, or what seems to be one. Of a row with an unclosed mark, only the first
    /// line is passed.
    fn attempt(&mut self, row: &mut Row) -> io::Result<Attempt> {
        self.skip_blank_lines()?;
        row.clear();
        row.line = self.line;
        let (start, mut place) = (self.at, Place::Start);
        let (mut lines, mut doubted) = (0, false);
        let mut i = start;
        loop {
            if i - start > self.longest || lines > MOST_LINES || doubted && lines > 0 {
                return self.give_up(start..i);
            }
            let Some(byte) = self.byte(i)? else {
                return match place {
                    Place::Quoted => self.give_up(start..i),
                    Place::Start if i == start => Ok(Attempt::End),
                    _ => {
                        row.end_value();
                        self.at = i;
                        Ok(Attempt::Row)
                    }
                };
            };
            i += 1;
            match (place, byte) {
                (Place::Start, b'"') => place = Place::Quoted,
                (Place::Quoted, b'"') => place = Place::Closed,
                (Place::Closed, b'"') => {
                    row.bytes.push(byte);
                    place = Place::Quoted;
                }
                (Place::Quoted, _) => {
                    lines += u64::from(byte == b'\n');
                    row.bytes.push(byte);
                }
                (_, _) if byte == self.delimiter => {
                    row.end_value();
                    place = Place::Start;
                }
                (_, b'\r' | b'\n') => {
                    row.end_value();
                    self.at = i - 1;
                    self.end_line()?;
                    self.line += lines;
                    return Ok(Attempt::Row);
                }
                _ => {
                    doubted |= place == Place::Closed;
                    row.bytes.push(byte);
                    place = Place::Plain;
                }
            }
        }
    }

    /// Passes the first line of a row that cannot be read, of which `tried` was read.
    fn give_up(&mut self, tried: Range<usize>) -> io::Result<Attempt> {
        let first = self.held[tried.clone()].iter().position(|byte| matches!(byte, b'\r' | b'\n'));
        let Some(first) = first else {
            self.at = tried.end;
            while self.byte(self.at)?.is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                self.at += 1;
                self.forget(1 << 16);
            }
            self.end_line()?;
            return Ok(if tried.len() > self.longest { Attempt::TooLong } else { Attempt::Unclosed });
        };
        self.at = tried.start + first;
        self.again += tried.len() as u64;
        if self.again > MOST_AGAIN * self.read + AGAIN {
            return Err(bad(format!("line {}: too many quotation marks are not closed", self.line)));
        }
        self.end_line()?;
        Ok(Attempt::Unclosed)
    }

    /// Passes a line break, if there is one.
    fn end_line(&mut self) -> io::Result<()> {
        if self.byte(self.at)? == Some(b'\r') {
            self.at += 1;
            if self.byte(self.at)? != Some(b'\n') {
                self.line += 1;
                return Ok(());
            }
        }
        if self.byte(self.at)? == Some(b'\n') {
            self.at += 1;
            self.line += 1;
        }
        Ok(())
    }

    fn skip_blank_lines(&mut self) -> io::Result<()> {
        if self.read == 0
            && self.byte(0)? == Some(0xef)
            && self.byte(1)?.zip(self.byte(2)?) == Some((0xbb, 0xbf))
        {
            // a byte-order mark
            self.at = 3;
        }
        while let Some(b'\r' | b'\n') = self.byte(self.at)? {
            self.end_line()?;
        }
        self.forget(1 << 16);
        Ok(())
    }

    /// Drops what belongs to rows that were given, once it is `least` bytes.
    fn forget(&mut self, least: usize) {
        if self.at >= least {
            self.held.drain(..self.at);
            self.at = 0;
        }
    }

    /// The byte at index `i` of those held, read if needed; `None` at the end of the file.
    fn byte(&mut self, i: usize) -> io::Result<Option<u8>> {
        while i >= self.held.len() {
            let given = match self.input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                given => given?,
            };
            if given.is_empty() {
                return Ok(None);
            }
            let length = given.len();
            self.held.extend_from_slice(given);
            self.input.consume(length);
            self.read += length as u64;
        }
        Ok(Some(self.held[i]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a file with two columns, `[bad]` for each that cannot be read.
    fn rows(file: &str) -> Vec<String> {
        let mut split = Split::new(b',', file.as_bytes(), 1000);
        let (mut row, mut rows) = (Row::default(), Vec::new());
        loop {
            match split.next(2, &mut row) {
                Ok(false) => return rows,
                Ok(true) => {
                    let values = (0..row.len()).map(|n| String::from_utf8_lossy(row.value(n)).into_owned());
                    rows.push(values.collect::<Vec<_>>().join("|"));
                }
                Err(Trouble::Row(message)) => rows.push(format!("[{message}]")),
                Err(Trouble::Table(error)) => {
                    rows.push(error.to_string());
                    return rows;
                }
            }
        }
    }

    #[test]
    fn values_are_as_they_were_written() {
        assert_eq!(
            rows("\u{feff}a,b\r\n\r\nc,\"d \"\"e\"\",\r\nf\"\n\rg,\n,"),
            ["a|b", "c|d \"e\",\r\nf", "g|", "|"]
        );
        assert_eq!(rows("a,b\"c\"\rd,\"e\"f"), ["a|b\"c\"", "d|ef"]);
    }

    #[test]
    fn an_unclosed_mark_costs_its_row() {
        let goes_on = |line| {
            format!("[line {}: a quotation mark is not closed; reading goes on at line {line}]", line - 1)
        };
        // up to the next mark
        assert_eq!(rows("1,\"a\n2,\"b\"\n3,\"c\"\n"), [&goes_on(2), "2|b", "3|c"]);
        // up to the end
        assert_eq!(rows("0,x\n1,\"a\n2,b\n3,c\n"), ["0|x", &goes_on(3), "2|b", "3|c"]);
        // up to the limit, over lines that are no rows
        let long = format!("1,\"a\nx\ny\n{}", "2,b\n".repeat(400));
        let read = rows(&long);
        assert_eq!(read[0], "[line 1: a quotation mark is not closed; reading goes on at line 4]");
        assert_eq!((read.len(), &*read[400]), (401, "2|b"));
        assert_eq!(
            rows("1,\"a"),
            ["[line 1: a quotation mark is not closed; no row follows that could be read]"]
        );
    }

    #[test]
    fn a_row_that_is_too_long_is_passed() {
        let long = format!("1,{}\n2,b\n", "a".repeat(200_000));
        assert_eq!(rows(&long), ["[line 1: longer than 1000 bytes]", "2|b"]);
    }

    #[test]
    fn reading_again_is_bounded() {
        for line in ["\"\n", "\"a\n", "\",\"\n", "\"\",\"\n", "a,\"\n", "a,\"b\n", "\"a\"b\",\n"] {
            let file = line.repeat(20_000);
            let mut split = Split::new(b',', file.as_bytes(), usize::MAX);
            let mut row = Row::default();
            while let Ok(true) | Err(Trouble::Row(_)) = split.next(2, &mut row) {}
            assert!(split.again <= (MOST_AGAIN + 1) * split.read + 2 * AGAIN, "{line:?}: {}", split.again);
        }
    }
}
