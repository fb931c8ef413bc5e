//! Number: whether a noun has a plural form.

/// Endings in "s" that are not plurals: "process", "virus", "crisis", "news". Of the words in
/// "-ics", only fields of study or sport are singular ("politics"), not "critics" or "clinics".
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
const PLURALS: [&str; 7] = ["people", "men", "children", "police", "staff", "data", "percent"];
/// Endings of plurals without "s": "fishermen", "schoolchildren", "townspeople", "42%".
const PLURAL_ENDINGS: [&str; 4] = ["men", "children", "people", "%"];
/// Nouns that end like these, but are singular.
const SINGULARS: [&str; 4] = ["specimen", "regimen", "acumen", "abdomen"];

/// "polls", "people", but not "news": whether a noun has the form of a plural. Names such as
/// "Sanders" cannot be told from plurals by their form.
pub(super) fn has_plural_form(word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let is_one_of = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    if word.ends_with('s') {
        return !ends(&SINGULAR_ENDINGS);
    }
    is_one_of(&PLURALS) || ends(&PLURAL_ENDINGS) && !is_one_of(&SINGULARS)
}
