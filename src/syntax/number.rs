//! Number: whether a noun has a plural form.

/// Endings in "s" that are not plurals: "process", "virus", "crisis", "politics", "news".
const SINGULAR_ENDINGS: [&str; 6] = ["ss", "us", "is", "ics", "news", "series"];
/// Nouns without a plural ending that take a plural verb.
const PLURALS: [&str; 9] = ["people", "men", "women", "children", "police", "staff", "data", "percent", "%"];

/// "polls", "people", but not "news": whether a noun has the form of a plural. Names such as
/// "Sanders" cannot be told from plurals by their form.
pub(super) fn has_plural_form(word: &str) -> bool {
    let singular = || SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending));
    word.ends_with('s') && !singular() || PLURALS.iter().any(|plural| word.eq_ignore_ascii_case(plural))
}
