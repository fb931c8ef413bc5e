//! Contract: reads the bytes of a file, decompressed according to its extension.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use indicatif::ProgressBar;
use zstd::stream::read::Decoder as ZstdDecoder;

use super::has_extension;

/// The extensions of files that [`open`] decompresses.
pub const COMPRESSED: &[&str] = &["gz", "zst"];

/// Opens a file; `*.gz` and `*.zst` are decompressed while being read. `progress` advances by the
/// bytes of the file itself.
pub fn open(path: &Path, progress: &ProgressBar) -> io::Result<Box<dyn BufRead>> {
    let file = progress.wrap_read(File::open(path)?);
    Ok(if has_extension(path, &["gz"]) {
        Box::new(BufReader::new(MultiGzDecoder::new(BufReader::new(file))))
    } else if has_extension(path, &["zst"]) {
        Box::new(BufReader::new(ZstdDecoder::new(file)?))
    } else {
        Box::new(BufReader::with_capacity(1 << 16, file))
    })
}
