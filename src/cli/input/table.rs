//! Tables, converted to JSON Lines for a stream; each format needs its feature.

#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "parquet")]
mod pages;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(any(feature = "csv", feature = "parquet"))]
mod rows;
#[cfg(feature = "csv")]
mod split;

#[cfg(feature = "csv")]
pub use csv::Csv;
#[cfg(feature = "parquet")]
pub use parquet::Parquet;
#[cfg(any(feature = "csv", feature = "parquet"))]
pub use rows::Lines;

/// What separates the values of a CSV file, judging by its header: a comma, or where commas are
/// decimal points, a semicolon.
#[cfg(feature = "csv")]
pub fn delimiter(start: &[u8]) -> u8 {
    let mut quoted = false;
    let header = start.iter().filter(|&&byte| {
        quoted ^= byte == b'"';
        !quoted
    });
    let header: Vec<u8> = header.copied().take_while(|byte| !b"\r\n".contains(byte)).collect();
    let count = |delimiter| memchr::memchr_iter(delimiter, &header).count();
    // of several that are as frequent, the last one counts
    [b'\t', b';', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// The columns to read.
#[cfg_attr(not(any(feature = "csv", feature = "parquet")), allow(dead_code))]
pub struct Wanted<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub keep: &'a [String],
    pub keep_all: bool,
    /// Longer rows, in bytes, are not held in memory, if the format allows checking it.
    pub longest: usize,
}
