//! Number: whether a noun has a plural form.

/// Endings in "s" that are not plurals: "process", "virus", "crisis", "news". Of the words in "-ics",
/// only fields of study or sport are singular ("politics"), not "critics" or "clinics".
const SINGULAR_ENDINGS: [&str; 22] = [
    "ss",
    "us",
    "is",
    "news",
    "series",
    "politics",
    "economics",
    "physics",
    "mathematics",
    "athletics",
    "gymnastics",
    "ethics",
    "genetics",
    "electronics",
    "logistics",
    "robotics",
    "linguistics",
    "aerobics",
    "acoustics",
    "aeronautics",
    "analytics",
    "semantics",
];
/// Nouns without a plural ending that take a plural verb.
const PLURALS: [&str; 9] = ["people", "men", "women", "children", "police", "staff", "data", "percent", "%"];

/// "polls", "people", but not "news": whether a noun has the form of a plural. Names such as
/// "Sanders" cannot be told from plurals by their form.
pub(super) fn has_plural_form(word: &str) -> bool {
    let singular = || SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending));
    word.ends_with('s') && !singular() || PLURALS.iter().any(|plural| word.eq_ignore_ascii_case(plural))
}
