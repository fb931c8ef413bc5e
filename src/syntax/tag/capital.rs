//! Capitalised words: names, acronyms, and words that only open a sentence.

use super::Tag::{Break, Determiner, End, Finite, Mark, Proper};
use super::closed::CLOSED;
use super::plain::{self, Closed};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Lexicon, Part, Sense};
use crate::text::token::{Kind, Token};

impl Tagger<'_> {
    /// The tag of a word with a capital.
    #[inline(never)]
    pub(super) fn capital(&self, i: usize, token: &Token) -> Tag {
        /// "Will", "Per"
        const FORENAMES: Classes = Classes::of(Class::Modal).and(Class::Male).and(Class::Female);
        let classes = token.classes;
        let first = i == self.sentence.first() || matches!(self.tags[i - 1], Mark | End | Break);
        if !first && !self.title_case && !token.is_upper() && Self::is_name(classes) {
            return Proper;
        }
        // "Said Moor: “It is late.”": no name
        if first && classes.has(Class::VerbPast) && self.announces(i) {
            return Finite;
        }
        if token.is_upper() && self.is_acronym(i, classes, first)
            || classes.any(FORENAMES) && self.is_forename(i, first)
        {
            return Proper;
        }
        if first && !self.title_case && self.is_common_name(i, classes) {
            return Proper;
        }
        // "Vizio Plus has"
        if !first
            && !self.title_case
            && self.tags[i - 1] == Proper
            && classes.has(Class::Preposition)
            && self.is_finite_next(i)
        {
            return Proper;
        }
        // "James A. Lewis"
        if token.span().len() == 2 && self.text.word(i).ends_with('.') {
            return Proper;
        }
        // "USA Today reported"
        let today = classes.has(Class::Time) && classes.has(Class::Adverb);
        if today && !first && !self.title_case && self.tags[i - 1] == Proper {
            return Proper;
        }
        if classes.any(CLOSED) {
            let tag = match plain::closed(classes, self.text.word(i)) {
                Closed::Is(tag) => Some(tag),
                Closed::Hangs => self.closed_class(i, classes),
                Closed::No => None,
            };
            if let Some(tag) = tag {
                return tag;
            }
        }
        if (token.is_upper() || self.opens_name(i, classes, first)) && !classes.any(VERB_FORMS) {
            return Proper;
        }
        self.open_class(i, token)
    }

    /// "the WHO", "the US Navy", "IT experts": a word in capitals that in lower case is a pronoun,
    /// after an article or before a noun. Not so where somebody shouts: "WHO DID THIS".
    fn is_acronym(&self, i: usize, classes: Classes, first: bool) -> bool {
        const PRONOUNS: Classes = Classes::of(Class::SubjectPronoun).and(Class::ObjectPronoun).and(Class::Wh);
        if !classes.any(PRONOUNS) || self.token(i).span().len() < 2 {
            return false;
        }
        let shouted = |k: usize| self.token(k).is_upper() && self.token(k).span().len() > 1;
        let next = (i + 1 < self.sentence.stop()).then_some(i + 1);
        let noun = |k: usize| {
            self.classes(k).any(NOUNS) && !self.classes(k).any(VERB_FORMS)
                || self.token(k).is_capital() && Self::is_name(self.classes(k))
        };
        let article = !first && self.tags[i - 1] == Determiner && !shouted(i - 1);
        !next.is_some_and(shouted) && (article || next.is_some_and(noun))
    }

    /// "said Will Oakes", "Will Oakes said", but not "Will Oakes say so?": whether the capitalised
    /// function word at `i` is a first name.
    fn is_forename(&self, i: usize, first: bool) -> bool {
        let at = |k: usize| (k < self.sentence.stop()).then(|| self.token(k));
        let surname = |t: &Token| t.is_word() && t.is_capital() && !t.is_upper() && Self::is_name(t.classes);
        let told = |t: &Token| t.classes.has(Class::VerbPast) || t.kind == Kind::Comma;
        !self.title_case && at(i + 1).is_some_and(surname) && (!first || at(i + 2).is_some_and(told))
    }

    /// "Green says", "May told", "Labour promised": whether an adjective, a month or a noun that
    /// opens the sentence is a name, since it does what only people do.
    fn is_common_name(&self, i: usize, classes: Classes) -> bool {
        const SURNAMES: Classes = Classes::of(Class::Adjective).and(Class::Month);
        const TOLD: Classes = Classes::of(Class::VerbPast).and(Class::VerbS);
        let surname = classes.any(SURNAMES) && !classes.any(NOUNS);
        if i + 1 >= self.sentence.stop() || !surname && !classes.any(NOUNS) {
            return false;
        }
        let (next, word) = (self.classes(i + 1), self.token(i + 1).word);
        let tells = next.any(TOLD) && plain::words()[word.0 as usize].heads.part(Part::Verb);
        let plainly = || !next.any(NOUNS.and(Class::Adjective));
        let called = || Lexicon::built_in().senses(self.token(i).word).has(Sense::CommonName);
        surname && tells && plainly() || (tells || next.has(Class::Have)) && called()
    }

    /// A capitalised word inside a sentence is a name, unless it is a function word.
    pub(super) fn is_name(classes: Classes) -> bool {
        const FUNCTION: Classes = Classes::of(Class::Determiner)
            .and(Class::SubjectPronoun)
            .and(Class::Preposition)
            .and(Class::Coordinator)
            .and(Class::Subordinator)
            .and(Class::Be)
            .and(Class::Have)
            .and(Class::Do)
            .and(Class::Modal)
            .and(Class::That)
            .and(Class::Wh);

        !classes.any(FUNCTION) || classes.has(Class::Month)
    }

    /// Whether the first word of a sentence is a name, although its capital proves nothing: an
    /// unknown word, a title or a first name. In a headline, every unknown word and first name
    /// counts.
    fn opens_name(&self, i: usize, classes: Classes, first: bool) -> bool {
        first && !self.title_case && classes.is_empty()
            || first && classes.any(Classes::of(Class::Title).and(Class::Male).and(Class::Female))
            || self.title_case && classes.any(Classes::of(Class::Male).and(Class::Female))
            || self.title_case && classes.is_empty() && !self.text.word(i).ends_with("ing")
    }
}
