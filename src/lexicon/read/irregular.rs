//! The forms of irregular verbs, as `irregular.txt` tells them.

use std::collections::BTreeMap;

use crate::lexicon::lines::lines;

/// Whether the last letter of a verb doubles before an ending.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Doubling {
    #[default]
    No,
    Yes,
    /// "cancelled" and "canceled" are both written.
    Both,
}

/// What is irregular in a verb.
#[derive(Clone, Copy, Default)]
pub(super) struct Forms {
    pub doubling: Doubling,
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
        for (mark, doubling) in [('+', Doubling::Yes), ('±', Doubling::Both)] {
            if let Some(lemma) = lemma.strip_suffix(mark) {
                return (lemma, Forms { doubling, ..Forms::default() });
            }
        }
        let past = words.next();
        (
            lemma,
            Forms { doubling: Doubling::No, past, participle: words.next().or(past), gerund: words.next() },
        )
    };
    lines(include_str!("../data/irregular.txt")).map(verb).collect()
}
