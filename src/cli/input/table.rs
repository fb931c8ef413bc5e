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
