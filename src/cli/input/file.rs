//! Contract: reads the bytes of a file, decompressed according to its extension.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::super::bar::Bar;
use super::has_extension;

/// The extensions of files that [`open`] decompresses.
pub const COMPRESSED: &[&str] = &["gz", "zst"];

/// Opens a file; `*.gz` and `*.zst` are decompressed while being read. `progress` advances by the
/// bytes of the file itself.
pub fn open(path: &Path, progress: &Bar) -> io::Result<Box<dyn BufRead>> {
    let file = progress.wrap_read(File::open(path)?);
    Ok(if has_extension(path, &["gz"]) {
        Box::new(BufReader::new(MultiGzDecoder::new(BufReader::new(file))))
    } else if has_extension(path, &["zst"]) {
        Box::new(BufReader::new(zstd(file)?))
    } else {
        Box::new(BufReader::with_capacity(1 << 16, file))
    })
}

#[cfg(feature = "zstd")]
fn zstd(file: impl Read) -> io::Result<impl Read> {
    zstd::stream::read::Decoder::new(file)
}

#[cfg(not(feature = "zstd"))]
fn zstd<R: Read>(_: R) -> io::Result<R> {
    Err(super::missing("zstd"))
}
