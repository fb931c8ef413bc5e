//! The forms of irregular verbs, as `irregular.txt` tells them.

use std::collections::BTreeMap;

use crate::lines::lines;

/// What is irregular in a verb.
#[derive(Clone, Copy, Default)]
pub(super) struct Forms {
    /// Only its last letter doubles.
    pub doubling: bool,
    pub past: Option<&'static str>,
    /// That of a verb whose past alone is told is the past.
    pub participle: Option<&'static str>,
    pub gerund: Option<&'static str>,
}

/// All irregular verbs by their lemma.
pub(super) fn read() -> BTreeMap<&'static str, Forms> {
    let verb = |line: &'static str| {
        let mut words = line.split_ascii_whitespace();
        let lemma = words.next().expect("a line has a word");
        if let Some(lemma) = lemma.strip_suffix('+') {
            return (lemma, Forms { doubling: true, ..Forms::default() });
        }
        let past = words.next();
        (lemma, Forms { doubling: false, past, participle: words.next().or(past), gerund: words.next() })
    };
    lines(include_str!("../data/irregular.txt")).map(verb).collect()
}
