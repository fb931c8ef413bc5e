//! The extension module of the Python package `dictum_news`.
//!
//! - `text`: a Python string as `&str`, or the exception that says why it is none
//! - `found`: a text together with its article, which borrows from it
//! - `article`, `statement`: views of an article
//! - `extractor`, `rules`: settings
//! - `items`, `pipeline`: many texts, on threads, in bounded memory
//! - `table`: statements as Arrow columns
//!
//! All offsets count code points, as Python strings do, except in `Extractor.answer_lines`.

mod article;
mod excerpt;
mod extractor;
mod found;
mod items;
mod pipeline;
mod rules;
mod statement;
mod table;
mod text;

/// Who said what in news articles; the package `dictum_news` re-exports all names.
#[pyo3::pymodule]
mod _core {
    #[pymodule_export]
    use crate::article::{Article, Speaker};
    #[pymodule_export]
    use crate::excerpt::{Content, Cue, Evidence, Excerpt, Sentence};
    #[pymodule_export]
    use crate::extractor::Extractor;
    #[pymodule_export]
    use crate::pipeline::{Articles, Tables};
    #[pymodule_export]
    use crate::rules::{RuleSet, rule_set};
    #[pymodule_export]
    use crate::statement::Statement;
    #[pymodule_export]
    use crate::table::empty_table;

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
