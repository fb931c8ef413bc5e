//! The words that distinguish a name from others, as keys.

use super::key::Key;
use super::token_view::TokenView;
use super::vocabulary::Sense;
use crate::arena::ArenaString;
use crate::lexicon::Class;
use crate::text::Run;
use crate::text::token::Kind;

/// The words that identify a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// The full form of the first name: "William" for "Bill".
    pub first: Key,
    pub last: Key,
    /// The first initial and the last name.
    pub initial: Key,
    /// The first name is an initial.
    pub short: bool,
    /// The words without leading particles and trailing suffixes.
    pub count: usize,
    pub suffix: Option<Key>,
    /// First name, last name and suffix; for an organisation, all words.
    pub full: Key,
}

impl Parts {
    pub fn of(view: &TokenView<'_, '_>, run: Run, organization: bool) -> Self {
        let (mut start, mut end) = (run.first(), run.stop());
        let mut suffix = None;
        while !organization
            && end > start + 1
            && (view.is(end - 1, Class::Suffix) || view.kind(end - 1) == Some(Kind::Comma))
        {
            if view.kind(end - 1) == Some(Kind::Word) {
                suffix = Some(Key::of_word(view.word(end - 1).trim_end_matches('.')));
            }
            end -= 1;
        }
        // "van der Velde" is a surname alone
        while start + 1 < end && view.is(start, Class::NameParticle) && !view.is_first_name(start) {
            start += 1;
        }
        let (written, count) = (view.key(start), end - start);
        let last = if count > 1 { view.key(end - 1) } else { written };
        let first = if count > 1 && view.has(start, Sense::NameKin) {
            Key::of_id(view.lexicon.variants().first_name(view.id(start)))
        } else {
            written
        };
        let word = view.word(start);
        let full = match suffix {
            _ if run.len() == 1 && view.token(start).is_some_and(|t| !t.is_dotted()) => {
                Key::default().then(last)
            }
            _ if organization || count < 2 => whole(view, run),
            Some(suffix) => written.then(last).then(suffix),
            None => first.then(last),
        };
        Parts {
            first,
            last,
            initial: last.marked(first_letter(word)),
            short: word.len() < 5 && word.trim_end_matches('.').chars().nth(1).is_none(),
            count,
            suffix,
            full,
        }
    }

    /// Whether the name has a first name and a last one.
    pub fn is_whole(&self) -> bool {
        self.count > 1
    }
}

fn first_letter(word: &str) -> u64 {
    let letter = match word.as_bytes().first() {
        Some(&byte) if byte.is_ascii() => u32::from(byte.to_ascii_lowercase()),
        _ => word.chars().next().and_then(|letter| letter.to_lowercase().next()).map_or(0, u32::from),
    };
    u64::from(letter) << 8
}

/// All words without full stops, so that "U.S. Senate" equals "US Senate".
pub(super) fn whole(view: &TokenView<'_, '_>, run: Run) -> Key {
    run.indices().fold(Key::default(), |words, i| {
        let dotted = view.token(i).is_some_and(|t| t.is_dotted());
        let letters = || view.word(i).chars().filter(|letter| *letter != '.');
        let undotted = || view.key_of(&ArenaString::from_iter_in(letters(), view.text.arena));
        let word = if dotted { undotted() } else { view.key(i) };
        words.then(word)
    })
}

/// "Tarn Water" in "Tarn Water plc": a business without what it is called in full only.
pub(super) fn without_legal_form(view: &TokenView<'_, '_>, run: Run) -> Option<Run> {
    let last = run.stop() - 1;
    (run.len() > 2 && view.has(last, Sense::LegalForm)).then(|| Run::new(run.first(), last))
}

/// The words of `run` as written; of a party's name in their full form, so that "the Lib Dems" are
/// "the Liberal Democrats".
pub(super) fn words(view: &TokenView<'_, '_>, run: Run) -> Key {
    let party = !run.is_empty() && is_party(view, run);
    let full = |i: usize| {
        let shortened = party && view.has(i, Sense::NameKin);
        if shortened { Key::of_id(view.lexicon.variants().first_name(view.id(i))) } else { view.key(i) }
    };
    run.indices().fold(Key::default(), |words, i| words.then(full(i)))
}

/// "Tories", "Lib Dems"
pub(super) fn is_party(view: &TokenView<'_, '_>, run: Run) -> bool {
    view.has(run.stop() - 1, Sense::Party)
        && run.indices().all(|i| view.has(i, Sense::Party) && view.is_capital(i))
}
