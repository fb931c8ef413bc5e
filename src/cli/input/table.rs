//! Tables, as the lines that a stream reads; each kind behind its feature.

#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(any(feature = "csv", feature = "parquet"))]
mod rows;

#[cfg(feature = "csv")]
pub use csv::Csv;
#[cfg(feature = "parquet")]
pub use parquet::Parquet;
#[cfg(any(feature = "csv", feature = "parquet"))]
pub use rows::Lines;

/// Which columns are read.
#[cfg_attr(not(any(feature = "csv", feature = "parquet")), allow(dead_code))]
pub struct Wanted<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub keep: &'a [String],
    pub keep_all: bool,
    /// Rows of more bytes than this are not held, where the format lets one notice.
    pub longest: usize,
}
