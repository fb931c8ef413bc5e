//! The language of the lexicon.

/// The language's code, as used in rule sets; the data files are in the folder with that name.
pub(crate) const LANGUAGE: &str = "en";
