//! Which language the lexicon is of.

/// The language's code, as rule sets give it; the data files are in the folder of that name.
pub(crate) const LANGUAGE: &str = "en";
