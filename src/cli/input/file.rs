//! Contract: reads the bytes of a file, decompressed according to its extension.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::GzDecoder;

use super::super::bar::Bar;
use super::has_extension;

/// The extensions of files that [`open`] decompresses.
pub const COMPRESSED: &[&str] = &["gz", "zst"];

/// Opens a file; `*.gz` and `*.zst` are decompressed while being read. `progress` advances by the
/// bytes of the file itself.
pub fn open(path: &Path, progress: &Bar) -> io::Result<Box<dyn BufRead>> {
    let file = progress.wrap_read(File::open(path)?);
    Ok(if has_extension(path, &["gz"]) {
        Box::new(BufReader::new(Gzip::of(BufReader::new(file))))
    } else if has_extension(path, &["zst"]) {
        Box::new(BufReader::new(zstd(file)?))
    } else {
        Box::new(BufReader::with_capacity(1 << 16, file))
    })
}

/// Reads a file as a whole, decompressed; a longer one is an error and not held in memory.
pub fn read(path: &Path, longest: usize) -> io::Result<Vec<u8>> {
    bounded(open(path, &Bar::hidden())?, longest)
}

/// Reads to the end, but no more than `longest` bytes.
pub fn bounded(input: impl Read, longest: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take((longest as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > longest {
        return Err(io::Error::other(format!(
            "longer than {longest} bytes, the maximum for one article (--max-line)"
        )));
    }
    Ok(bytes)
}

#[cfg(feature = "zstd")]
fn zstd(file: impl Read) -> io::Result<impl Read> {
    zstd::stream::read::Decoder::new(file)
}

#[cfg(not(feature = "zstd"))]
fn zstd<R: Read>(_: R) -> io::Result<R> {
    Err(super::missing("zstd"))
}

/// The members of a gzip file one after another. Zeros after the last one are no error: tapes and
/// some tools pad files with them.
struct Gzip<R> {
    /// `None` only while a member ends.
    member: Option<GzDecoder<R>>,
    ended: bool,
}

impl<R: BufRead> Gzip<R> {
    fn of(file: R) -> Self {
        Gzip { member: Some(GzDecoder::new(file)), ended: false }
    }

    /// Begins the next member; returns whether there is one.
    fn begin_next(&mut self) -> io::Result<bool> {
        let Some(member) = self.member.take() else { return Ok(false) };
        let mut file = member.into_inner();
        let more = loop {
            let given = file.fill_buf()?;
            let zeros = given.iter().take_while(|&&byte| byte == 0).count();
            if zeros < given.len() || given.is_empty() {
                break !given.is_empty();
            }
            file.consume(zeros);
        };
        self.member = Some(GzDecoder::new(file));
        Ok(more)
    }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !self.ended && !buffer.is_empty() {
            let Some(member) = &mut self.member else { break };
            let read = member.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            self.ended = !self.begin_next()?;
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::write::GzEncoder;

    use super::*;

    fn packed(text: &str) -> Vec<u8> {
        let mut out = GzEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(text.as_bytes()).unwrap();
        out.finish().unwrap()
    }

    #[test]
    fn members_are_joined_and_padding_is_skipped() {
        let file = [packed("one, "), packed("two"), vec![0; 1000]].concat();
        assert_eq!(io::read_to_string(Gzip::of(&file[..])).unwrap(), "one, two");
        assert_eq!(io::read_to_string(Gzip::of(&packed("")[..])).unwrap(), "");
    }

    #[test]
    fn a_file_that_is_cut_or_followed_by_something_else_is_an_error() {
        let file = packed("one, two, three");
        for cut in 0..file.len() {
            assert!(io::read_to_string(Gzip::of(&file[..cut])).is_err(), "{cut}");
        }
        assert!(io::read_to_string(Gzip::of(&[&file[..], b"\0\0text"].concat()[..])).is_err());
    }

    #[test]
    fn a_longer_file_is_an_error() {
        assert_eq!(bounded(&b"four"[..], 4).unwrap(), b"four");
        assert!(bounded(io::repeat(0), 4).unwrap_err().to_string().starts_with("longer than 4 bytes"));
    }
}
