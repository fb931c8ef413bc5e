//! The forms of irregular verbs, as `irregular.txt` lists them.

use std::collections::BTreeMap;

use crate::lexicon::lines::{File, Line, Problems};

/// Whether the last letter of a verb doubles before an ending.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Doubling {
    #[default]
    No,
    Yes,
    /// Both "cancelled" and "canceled" are used.
    Both,
}

/// The irregular forms of a verb.
#[derive(Clone, Copy, Default)]
pub(super) struct Forms {
    pub doubling: Doubling,
    pub past: Option<&'static str>,
    /// The same as the past if the line gives no participle.
    pub participle: Option<&'static str>,
    pub gerund: Option<&'static str>,
}

/// All irregular verbs by their lemma.
pub(super) fn read(file: File, problems: &mut Problems) -> BTreeMap<&'static str, Forms> {
    file.lines().filter_map(|line| verb(line, problems)).collect()
}

fn verb(line: Line, problems: &mut Problems) -> Option<(&'static str, Forms)> {
    for (mark, doubling) in [('+', Doubling::Yes), ('±', Doubling::Both)] {
        if let Some(lemma) = line.text.strip_suffix(mark) {
            return line.is_word(lemma, problems).then_some((lemma, Forms { doubling, ..Forms::default() }));
        }
    }
    let words = line.words(problems);
    let (&lemma, forms) = words.split_first()?;
    if !(1..=3).contains(&forms.len()) {
        let expected = "expected `lemma past [participle [ing]]`, `lemma+` or `lemma±`";
        problems.add(line, format!("`{}` has no past or too many forms, {expected}", line.text));
        return None;
    }
    let form = |n: usize| forms.get(n).copied();
    let forms =
        Forms { doubling: Doubling::No, past: form(0), participle: form(1).or(form(0)), gerund: form(2) };
    Some((lemma, forms))
}
