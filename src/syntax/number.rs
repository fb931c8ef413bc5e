//! Number: whether a noun has a plural form.

/// Endings in "s" that are not plurals: "process", "virus", "crisis", "news".
const SINGULAR_ENDINGS: [&str; 5] = ["ss", "us", "is", "news", "series"];
/// Fields, which take a singular verb, unlike "critics", "tactics" and "statistics".
const FIELDS: [&str; 12] = [
    "politics",
    "economics",
    "physics",
    "mathematics",
    "athletics",
    "gymnastics",
    "electronics",
    "genetics",
    "robotics",
    "aerobics",
    "logistics",
    "linguistics",
];
/// Nouns without a plural ending that take a plural verb.
const PLURALS: [&str; 9] = ["people", "men", "women", "children", "police", "staff", "data", "percent", "%"];

/// "polls", "people", but not "news": whether a noun has the form of a plural. Names such as
/// "Sanders" cannot be told from plurals by their form.
pub(super) fn has_plural_form(word: &str) -> bool {
    let field = || word.ends_with("ics") && FIELDS.iter().any(|field| word.eq_ignore_ascii_case(field));
    let singular = || SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending)) || field();
    word.ends_with('s') && !singular() || PLURALS.iter().any(|plural| word.eq_ignore_ascii_case(plural))
}
