//! What the end of a compound word shows: "58-year-old" an age, "Lisbon-based" where somebody or
//! something is from.

use super::token_view::TokenView;

const OF_PERSON: [&str; 3] = ["-based", "-born", "-trained"];
const OF_FIRM: [&str; 3] = ["-based", "-owned", "-listed"];

/// "58" in "58-year-old".
pub(super) fn age<'t>(view: &TokenView<'_, 't>, i: usize) -> Option<&'t str> {
    view.word(i).strip_suffix("-year-old")
}

/// "58-year-old"
pub(super) fn is_age(view: &TokenView<'_, '_>, i: usize) -> bool {
    age(view, i).is_some()
}

/// "the Lisbon-based chemist", "the Tarn-born singer"
pub(super) fn places_person(view: &TokenView<'_, '_>, i: usize) -> bool {
    OF_PERSON.iter().any(|end| view.word(i).ends_with(end))
}

/// "the Leeds-based group", "the Tokyo-listed company"
pub(super) fn places_firm(view: &TokenView<'_, '_>, i: usize) -> bool {
    OF_FIRM.iter().any(|end| view.word(i).ends_with(end))
}
