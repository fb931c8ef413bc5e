//! Contract: the subject, tense and negation of the first main clause of a content, from its first
//! verb; a subordinate clause that ends with a comma is skipped.

use super::side::Side;
use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes, Frame, Lexicon};
use crate::rules::{Clause, Subject, Tense};
use crate::text::Text;
use crate::text::token::Kind;

/// How many words after its verb can negate a clause or make it future ("is not going to").
const REACH: usize = 4;

pub(super) fn read(text: &Text<'_>, attribution: &Attribution, side: &Side<'_, '_>) -> Clause {
    let lexicon = Lexicon::built_in();
    let classes = |i: usize| text.tokens[i].classes;
    let mut tokens = attribution.content.iter().flat_map(|run| run.indices()).peekable();
    let opening = Classes::of(Class::Subordinator).and(Class::Wh);
    let is_word = |&i: &usize| text.tokens[i].is_word();
    while tokens.next_if(|i| !is_word(i) || classes(*i).has(Class::That)).is_some() {}
    if tokens.peek().is_some_and(|&i| classes(i).any(opening)) {
        let mut main = tokens.clone();
        if main.any(|i| text.tokens[i].kind == Kind::Comma) && main.peek().is_some() {
            tokens = main;
        }
    }
    let (mut own, mut other) = (false, false);
    let mut determined = false;
    while let Some(i) = tokens.next() {
        if !is_word(&i) {
            continue;
        }
        let is = classes(i);
        let tense = match tense(text, i, is, determined) {
            Some(Tense::Infinitive) if own || other => None,
            // "Let them pay", "Put it back": a past form needs a subject
            Some(Tense::Past) if !(own || other) && is.has(Class::VerbBase) => Some(Tense::Present),
            tense => tense,
        };
        if let Some(tense) = tense {
            let mut denied = false;
            let mut tense = tense;
            for next in tokens.take(REACH).filter(is_word) {
                denied |= classes(next).has(Class::Negation);
                if tense == Tense::Present && lexicon.word(text.id(next)) == "going" {
                    tense = Tense::Will;
                }
            }
            let subject = match (own, other, attribution.frame) {
                (true, ..) => Subject::Own,
                (_, true, _) => Subject::Other,
                (.., Some(Frame::To)) => Subject::Own,
                _ => Subject::None,
            };
            return Clause { subject, tense, denied };
        }
        determined = is.any(Classes::of(Class::Determiner).and(Class::PossessivePronoun));
        own |= side.is_own(i);
        other |= !is.any(Classes::of(Class::Adverb).and(Class::Negation)) && !side.is_own(i);
    }
    let subject = if own {
        Subject::Own
    } else if other {
        Subject::Other
    } else {
        Subject::None
    };
    Clause { subject, tense: Tense::None, denied: false }
}

/// The tense that token `i` gives its clause, if it is a verb.
fn tense(text: &Text<'_>, i: usize, is: Classes, determined: bool) -> Option<Tense> {
    let lexicon = Lexicon::built_in();
    if is.any(Classes::of(Class::Modal)) {
        return Some(match lexicon.lemma_of(text.id(i)) {
            "would" | "'d" => Tense::Would,
            "may" | "might" | "can" | "could" | "ca" => Tense::May,
            "must" | "should" | "ought" => Tense::Must,
            _ => Tense::Will,
        });
    }
    let word = lexicon.word(text.id(i));
    let auxiliary = is.any(Classes::of(Class::Be).and(Class::Have).and(Class::Do));
    if is.has(Class::To) {
        return Some(Tense::Infinitive);
    }
    if auxiliary && !(word == "'s" && text.tokens[i].is_capital()) {
        return match word {
            "was" | "were" | "had" | "did" => Some(Tense::Past),
            "be" | "been" | "being" | "having" | "doing" | "done" => None,
            _ => Some(Tense::Present),
        };
    }
    if determined || is.has(Class::Noun) {
        return None;
    }
    if is.has(Class::VerbPast) {
        Some(Tense::Past)
    } else if is.has(Class::VerbS)
        || is.has(Class::VerbBase) && !is.any(Classes::of(Class::Adjective).and(Class::Preposition))
    {
        Some(Tense::Present)
    } else {
        None
    }
}
