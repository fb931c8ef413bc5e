//! The forms of irregular verbs, as `irregular.txt` lists them.

use std::collections::BTreeMap;

use crate::lexicon::lines::{File, Line, Problems};

/// Whether the last letter of a verb doubles before a regular ending.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Doubling {
    #[default]
    No,
    Yes,
    /// Both "cancelled" and "canceled" are used; with a past, both "burnt" and "burned".
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
    let words = line.text.split_whitespace().collect::<Vec<_>>();
    let (&first, forms) = words.split_first()?;
    let marked = |mark, doubling| Some((first.strip_suffix(mark)?, doubling));
    let (lemma, doubling) =
        marked('+', Doubling::Yes).or_else(|| marked('±', Doubling::Both)).unwrap_or((first, Doubling::No));
    if ![lemma].iter().chain(forms).all(|word| line.is_word(word, problems)) {
        return None;
    }
    let fewest = usize::from(doubling == Doubling::No);
    let most = if doubling == Doubling::Yes { 0 } else { 3 };
    if !(fewest..=most).contains(&forms.len()) {
        let expected =
            "expected `lemma past [participle [ing]]`, `lemma+`, `lemma±` or `lemma± past [participle]`";
        problems.add(line, format!("`{}` has no past or too many forms, {expected}", line.text));
        return None;
    }
    let form = |n: usize| forms.get(n).copied();
    let forms = Forms { doubling, past: form(0), participle: form(1).or(form(0)), gerund: form(2) };
    Some((lemma, forms))
}
