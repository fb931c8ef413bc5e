//! Contract: the pages of a Parquet column are as long as they say, and no longer than a limit. The
//! reader believes the lengths in the file, and would reserve gigabytes for a file of some bytes.
//!
//! A page has a header in Thrift's compact protocol, of which the length before and after
//! compression matter, and after it as many bytes as the second says.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom};

use flate2::read::MultiGzDecoder;
use parquet::basic::Compression;
use parquet::file::metadata::ColumnChunkMetaData;

use super::rows::bad;

/// The deepest nesting of a header; real ones have statistics in a page header in a header.
const DEEPEST: usize = 8;

/// Checks the pages of a column.
pub fn check(file: &File, column: &ColumnChunkMetaData, longest: u64) -> io::Result<()> {
    let corrupt = || bad("corrupt: a column does not lie in the file".to_owned());
    let start = column.dictionary_page_offset().filter(|&at| at > 0).unwrap_or(i64::MAX);
    let start = u64::try_from(start.min(column.data_page_offset())).map_err(|_| corrupt())?;
    let length = u64::try_from(column.compressed_size()).map_err(|_| corrupt())?;
    let end = start.checked_add(length).ok_or_else(corrupt)?;
    let mut input = BufReader::new(file);
    let mut at = start;
    while at < end {
        input.seek(SeekFrom::Start(at))?;
        let header = Header::read(&mut Thrift { input: &mut input, read: 0 })
            .map_err(|error| if error.kind() == ErrorKind::UnexpectedEof { corrupt() } else { error })?;
        if header.length > longest {
            return Err(bad(format!(
                "a page of column `{}` has {} bytes; the maximum is {longest} (--max-line)",
                crate::visible::name(column.column_path().string().as_str()),
                header.length
            )));
        }
        // other codecs are told how much to decompress
        if matches!(column.compression(), Compression::GZIP(_)) {
            let mut packed = input.by_ref().take(header.packed);
            io::copy(&mut packed.by_ref().take(header.levels), &mut io::sink())?;
            let unpacked = MultiGzDecoder::new(packed).take(header.length.saturating_add(1));
            // what fails here fails later
            if io::copy(&mut { unpacked }, &mut io::sink()).is_ok_and(|read| read > header.length) {
                return Err(bad("corrupt: a page is longer than it says".to_owned()));
            }
        }
        at = at.saturating_add(header.size).saturating_add(header.packed);
    }
    Ok(())
}

/// What the header of a page says.
struct Header {
    /// The length of the header itself.
    size: u64,
    /// The length of the page after and before compression.
    packed: u64,
    length: u64,
    /// The length of what comes first and is not compressed, in pages of the second version.
    levels: u64,
}

impl Header {
    fn read(thrift: &mut Thrift<impl Read>) -> io::Result<Self> {
        let (mut length, mut packed, mut levels) = (None, None, Some(0));
        let mut id = 0;
        while let Some(kind) = thrift.field(&mut id)? {
            match id {
                2 => length = Some(thrift.number()?),
                3 => packed = Some(thrift.number()?),
                8 => levels = Some(Header::levels(thrift)?),
                _ => thrift.skip(kind, DEEPEST)?,
            }
        }
        let known = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        match (known(packed), known(length), known(levels)) {
            (Some(packed), Some(length), Some(levels)) => {
                Ok(Header { size: thrift.read, packed, length, levels })
            }
            _ => Err(bad("corrupt: a page without a length".to_owned())),
        }
    }
}

impl Header {
    /// The length of the levels, from the header within the header of a page of the second version.
    fn levels(thrift: &mut Thrift<impl Read>) -> io::Result<i64> {
        let (mut length, mut id) = (0_i64, 0);
        while let Some(kind) = thrift.field(&mut id)? {
            match id {
                5 | 6 => length = length.saturating_add(thrift.number()?),
                _ => thrift.skip(kind, DEEPEST)?,
            }
        }
        Ok(length)
    }
}

/// A reader of Thrift's compact protocol.
struct Thrift<R> {
    input: R,
    read: u64,
}

impl<R: Read> Thrift<R> {
    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.input.read_exact(&mut byte)?;
        self.read += 1;
        Ok(byte[0])
    }

    fn varint(&mut self) -> io::Result<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(bad("corrupt: a number that does not end".to_owned()))
    }

    fn number(&mut self) -> io::Result<i64> {
        let zigzag = self.varint()?;
        Ok((zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed())
    }

    /// The type of the next field of a struct; `id` becomes its number. `None` at the end.
    fn field(&mut self, id: &mut i64) -> io::Result<Option<u8>> {
        let byte = self.byte()?;
        if byte == 0 {
            return Ok(None);
        }
        *id = match byte >> 4 {
            0 => self.number()?,
            delta => id.wrapping_add(delta.into()),
        };
        Ok(Some(byte & 0xf))
    }

    fn skip(&mut self, kind: u8, deepest: usize) -> io::Result<()> {
        let deeper = || deepest.checked_sub(1).ok_or_else(|| bad("corrupt: nested too deeply".to_owned()));
        match kind {
            // a truth is in its type
            1 | 2 => {}
            3 => _ = self.byte()?,
            4..=6 => _ = self.varint()?,
            7 => self.skip_bytes(8)?,
            8 => {
                let length = self.varint()?;
                self.skip_bytes(length)?;
            }
            9 | 10 => {
                let head = self.byte()?;
                let count = if head >> 4 == 15 { self.varint()? } else { u64::from(head >> 4) };
                for _ in 0..count {
                    self.skip_item(head & 0xf, deeper()?)?;
                }
            }
            12 => {
                let mut id = 0;
                while let Some(kind) = self.field(&mut id)? {
                    self.skip(kind, deeper()?)?;
                }
            }
            _ => return Err(bad(format!("corrupt: a value of the unknown type {kind}"))),
        }
        Ok(())
    }

    /// Skips an item of a list, where a truth is a byte.
    fn skip_item(&mut self, kind: u8, deepest: usize) -> io::Result<()> {
        if let 1 | 2 = kind {
            return self.byte().map(|_| ());
        }
        self.skip(kind, deepest)
    }

    fn skip_bytes(&mut self, count: u64) -> io::Result<()> {
        let skipped = io::copy(&mut self.input.by_ref().take(count), &mut io::sink())?;
        self.read += skipped;
        if skipped < count { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }
}
