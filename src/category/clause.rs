//! Contract: the subject, tense and negation of the first main clause of a content, in the terms of
//! rule files.

use super::side::Side;
use crate::attribution::Attribution;
use crate::lexicon::{Class, Classes, Frame, Lexicon};
use crate::rules::{Clause, Subject, Tense};
use crate::syntax::Syntax;

pub(super) fn read(syntax: &Syntax<'_>, attribution: &Attribution, side: &Side<'_, '_>) -> Clause {
    let main = syntax.main_clause(&attribution.content);
    let tokens = attribution.content.iter().flat_map(|run| run.indices());
    let tokens = tokens.skip_while(|&i| i < main.start);
    let before = tokens.take_while(|&i| main.verb != Some(i)).filter(|&i| syntax.text.tokens[i].is_word());
    let (mut own, mut other) = (false, false);
    for i in before {
        let is = syntax.text.tokens[i].classes;
        let ours = side.is_own(i);
        own |= ours;
        other |= !ours && !is.any(Classes::of(Class::Adverb).and(Class::Negation));
    }
    let subject = match (own, other, attribution.frame) {
        (true, ..) => Subject::Own,
        (_, true, _) => Subject::Other,
        (.., Some(Frame::To)) if main.verb.is_some() => Subject::Own,
        _ => Subject::None,
    };
    let tense = main.verb.map_or(Tense::None, |verb| match tense(syntax, verb) {
        Tense::Present if main.going => Tense::Will,
        // "Put it back": a past form needs a subject
        Tense::Past if !(own || other) && syntax.text.tokens[verb].classes.has(Class::VerbBase) => {
            Tense::Present
        }
        tense => tense,
    });
    Clause { subject, tense, denied: main.denied }
}

/// The tense that the first verb of a clause gives it.
fn tense(syntax: &Syntax<'_>, verb: usize) -> Tense {
    let lexicon = Lexicon::built_in();
    let (id, is) = (syntax.text.id(verb), syntax.text.tokens[verb].classes);
    if is.has(Class::Modal) {
        return match lexicon.lemma_of(id) {
            "would" | "'d" => Tense::Would,
            "may" | "might" | "can" | "could" | "ca" => Tense::May,
            "must" | "should" | "ought" => Tense::Must,
            _ => Tense::Will,
        };
    }
    if is.has(Class::To) {
        return Tense::Infinitive;
    }
    if is.any(Classes::of(Class::Be).and(Class::Have).and(Class::Do)) {
        return match lexicon.word(id) {
            "was" | "were" | "had" | "did" => Tense::Past,
            _ => Tense::Present,
        };
    }
    if is.has(Class::VerbPast) { Tense::Past } else { Tense::Present }
}
