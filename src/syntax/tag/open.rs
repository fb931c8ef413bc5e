//! Words of the open classes, known by a list or only by their ending: "the harbour", "awkwardly".

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Comma, Coordinator, Determiner, Finite, Ing, Noun, Participle,
    Pronoun, Proper, That, To, Wh,
};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, word};
use crate::text::token::{Kind, Token};

impl Tagger<'_> {
    pub(super) fn open_class(&self, i: usize, token: &Token) -> Tag {
        let classes = token.classes;
        if classes.any(VERB_FORMS) {
            return self.verb_or_noun(i, classes);
        }
        if classes.has(Class::Adjective) {
            return if classes.any(NOUNS) && !self.before_nominal(i) { Noun } else { Adjective };
        }
        if classes.any(NOUNS) {
            return Noun;
        }
        if classes.has(Class::Time) || classes.has(Class::Month) {
            return Noun;
        }
        self.by_ending(i, token)
    }

    pub(super) fn before_nominal(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && {
            let next = self.classes(i + 1);
            let token = self.token(i + 1);
            token.kind == Kind::Word
                && (next.any(NOUNS.and(Class::Adjective)) || next.is_empty())
                && !next.any(Classes::of(Class::Preposition).and(Class::Coordinator))
        }
    }

    /// Whether a word can begin a noun phrase, or be its head, after a determiner.
    pub(super) fn begins_nominal(&self, i: usize) -> bool {
        let token = self.token(i);
        if token.kind == Kind::Mark {
            return true;
        }
        let classes = self.classes(i);
        token.is_word()
            && token.kind != Kind::Clitic
            && (classes.is_empty() && !self.text.word(i).ends_with("ly")
                || token.is_capital()
                || classes.any(
                    NOUNS.union(VERB_FORMS).and(Class::Adjective).and(Class::NumberWord).and(Class::Time),
                ))
            && !classes.any(Classes::of(Class::Be).and(Class::Have).and(Class::Modal))
            && !classes.has(Class::Preposition)
    }

    /// "they redact the names": whether an unknown word must be a verb, since a pronoun that can
    /// only be a subject precedes it and an object follows.
    fn is_between_subject_and_object(&self, i: usize) -> bool {
        const OBJECT: Classes = Classes::of(Class::Determiner).and(Class::ObjectPronoun);
        const OTHER: Classes = Classes::of(Class::ObjectPronoun).and(Class::Wh).and(Class::That);
        i > self.sentence.first()
            && self.tags[i - 1] == Pronoun
            && self.classes(i - 1).has(Class::SubjectPronoun)
            && !self.classes(i - 1).any(OTHER)
            && i + 1 < self.sentence.stop()
            && self.classes(i + 1).any(OBJECT)
    }

    /// The tag of an unknown word, by its ending.
    fn by_ending(&self, i: usize, token: &Token) -> Tag {
        if token.is_capital() && !self.title_case {
            return Proper;
        }
        let word = self.text.word(i);
        let left = || self.left(i).map(|(_, tag)| tag);
        let ends = |endings: &[&str]| endings.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e));
        if ends(&["ly"]) {
            return Adverb;
        }
        // "award-winning chef Ana Ruiz"
        if ends(&["ing"]) && token.has_hyphen() && self.before_nominal(i) {
            return Adjective;
        }
        if ends(&["ing"]) {
            return if matches!(left(), Some(Determiner | Adjective)) { Noun } else { Ing };
        }
        if ends(&["ed"]) {
            return match left() {
                Some(Auxiliary) => Participle,
                Some(Noun) if self.agent_follows(i) => Participle,
                // "a Welsh council-commissioned report"
                _ if token.has_hyphen() && self.before_nominal(i) => Adjective,
                Some(Noun | Proper | Pronoun | Wh | That | Comma | Coordinator) => Finite,
                _ => Adjective,
            };
        }
        // "it was courageous to speak"
        if left() == Some(Auxiliary) && ends(&["ful", "ous", "able", "ible", "less"]) {
            return Adjective;
        }
        if ends(&["al", "ful", "ous", "ive", "able", "ible", "ic", "less", "ary", "ish"])
            || token.has_hyphen()
        {
            return if self.before_nominal(i) { Adjective } else { Noun };
        }
        // "people who nap"
        let relative = i > self.sentence.first() && self.text.id(i - 1) == word!("who");
        if relative || self.is_between_subject_and_object(i) {
            return Finite;
        }
        if left() == Some(To) { Base } else { Noun }
    }
}
