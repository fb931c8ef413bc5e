//! Words that are verbs in one place and nouns, adjectives or names in another: told by the tag before them and the word
//! behind.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Break, Comma, Coordinator, Determiner, End, Finite, Ing, Mark, Noun,
    Number, Participle, Possessive, Preposition, Pronoun, Proper, That, To, Wh,
};
use super::{NOUNS, Tag, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Part};
use crate::text::token::Kind;

impl Tagger<'_> {
    pub(super) fn verb_or_noun(&self, i: usize, classes: Classes) -> Tag {
        let left = self.left(i);
        let tag = left.map(|(_, tag)| tag);
        if self.token(i).is_capital() && !self.title_case && self.verb_follows(i) {
            return Proper; // "Rose said": a name that looks like a verb
        }
        let nominal = classes.any(NOUNS.and(Class::Adjective)) || self.token(i).is_capital();
        let open_before = i > self.sentence.first() && self.tags[i - 1] == Adverb;
        if classes.has(Class::VerbIng) {
            return if matches!(tag, Some(Determiner | Possessive | Adjective)) && !self.object_follows(i) {
                Noun
            } else {
                Ing
            };
        }
        if let Some(Auxiliary) = tag {
            return self.after_auxiliary(left.map_or(0, |(j, _)| j), classes);
        }
        if tag == Some(To) {
            return Base;
        }
        if matches!(tag, Some(Determiner | Possessive | Number)) && !open_before {
            let past = classes.any(Classes::of(Class::VerbPast).and(Class::VerbParticiple));
            // "those opposed", "all said": a determiner that stands alone has been tagged a pronoun
            return if past && !classes.any(NOUNS) && !classes.has(Class::VerbBase) {
                Adjective
            } else {
                Noun
            };
        }
        if classes.any(Classes::of(Class::VerbPast).and(Class::VerbParticiple))
            && !(classes.has(Class::VerbBase) && nominal)
        {
            return self.past(i, classes, tag);
        }
        let after_those =
            left.is_some_and(|(j, t)| t == Adjective && j > 0 && self.text.word(j - 1) == "those");
        if after_those {
            return Finite; // "those surveyed say"
        }
        if matches!(tag, Some(Adjective | Preposition)) && !open_before {
            return Noun;
        }
        if classes.has(Class::VerbS) {
            if tag == Some(Proper) && self.ends_attribution(i) || self.is_phrasal(i, left) {
                return Finite;
            }
            let singular =
                matches!(tag, Some(Pronoun | Proper | Wh | That | Break | Mark | Comma | Coordinator))
                    || tag == Some(Noun) && (!nominal || self.object_follows(i) || open_before);
            return if singular && (!nominal || self.object_follows(i) || tag == Some(Pronoun)) {
                Finite
            } else {
                Noun
            };
        }
        // a base form
        let noun_follows = i + 1 < self.sentence.stop()
            && self.classes(i + 1).any(NOUNS)
            && !self.classes(i + 1).any(VERB_FORMS);
        match tag {
            Some(Comma | Mark | Break | Coordinator) if noun_follows => Noun, // ", associate director of"
            Some(Pronoun | Wh) => Finite,
            Some(Noun)
                if (!nominal || self.object_follows(i)) && self.is_plural(left.map_or(i, |(j, _)| j)) =>
            {
                Finite
            }
            Some(Noun) if self.is_phrasal(i, left) && self.is_plural(left.map_or(i, |(j, _)| j)) => Finite,
            Some(Proper) if !nominal => Finite,
            Some(That | Coordinator | Comma) if self.object_follows(i) && !classes.any(NOUNS) => Finite,
            None | Some(Mark | End) if !nominal || self.object_follows(i) => Base,
            _ if nominal || self.token(i).is_capital() => Noun,
            _ => Finite,
        }
    }

    fn is_plural(&self, i: usize) -> bool {
        let word = self.text.word(i);
        word.ends_with('s') && !word.ends_with("ss")
            || ["people", "men", "women", "children", "police"].contains(&word)
    }

    fn past(&self, i: usize, classes: Classes, left: Option<Tag>) -> Tag {
        if classes.has(Class::VerbPast) && !classes.has(Class::VerbParticiple) {
            return Finite;
        }
        if !classes.has(Class::VerbPast) {
            return Participle;
        }
        // "backed by residents", not "said by telephone"
        let by = i + 2 < self.sentence.stop()
            && self.text.word(i + 1) == "by"
            && (self.token(i + 2).is_capital()
                || self.text.word(i + 2).ends_with('s')
                || self.classes(i + 2).any(
                    Classes::of(Class::Determiner)
                        .and(Class::PossessivePronoun)
                        .and(Class::ObjectPronoun)
                        .and(Class::Person)
                        .and(Class::Adjective),
                ));
        match left {
            _ if by => Participle,
            Some(Preposition | Adjective) if self.begins_nominal((i + 1).min(self.sentence.stop() - 1)) => {
                Adjective
            }
            Some(Preposition | Adjective) => Participle,
            _ => Finite,
        }
    }

    fn after_auxiliary(&self, auxiliary: usize, classes: Classes) -> Tag {
        let kind = self.classes(auxiliary);
        if classes.has(Class::VerbParticiple) && kind.any(Classes::of(Class::Be).and(Class::Have)) {
            return Participle;
        }
        if classes.has(Class::VerbBase) && kind.any(Classes::of(Class::Modal).and(Class::Do)) {
            return Base;
        }
        if classes.has(Class::VerbParticiple) {
            return Participle;
        }
        if classes.any(NOUNS.and(Class::Adjective)) { Noun } else { Finite }
    }

    fn verb_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self
                .classes(i + 1)
                .any(Classes::of(Class::VerbPast).and(Class::VerbS).and(Class::Be).and(Class::Have))
            && !self.classes(i + 1).has(Class::VerbIng)
    }

    /// "Ruiz hints at", "teachers worry about", "Moor vows not to": somebody's name, a verb that attributes, and the
    /// preposition that it takes.
    fn is_phrasal(&self, i: usize, left: Option<(usize, Tag)>) -> bool {
        let somebody = left.is_some_and(|(j, tag)| {
            j + 1 == i
                && (tag == Proper && !self.title_case || tag == Noun && self.classes(j).has(Class::Person))
        });
        somebody && i + 1 < self.sentence.stop() && {
            let next = self.text.id(i + 1);
            let lemma = self.lexicon.lemma(self.text.id(i));
            self.classes(i + 1).has(Class::Negation)
                || self
                    .lexicon
                    .cues(lemma)
                    .iter()
                    .any(|cue| cue.part == Part::Verb && cue.rest().first() == Some(&next))
        }
    }

    /// "…,” Ruiz notes.": a verb that ends its sentence behind a quotation and a name.
    fn ends_attribution(&self, i: usize) -> bool {
        let names = (self.sentence.first()..i).rev().take_while(|&j| self.tags[j] == Proper).last();
        let behind_mark = names.is_some_and(|j| j > self.sentence.first() && self.tags[j - 1] == Mark);
        behind_mark && self.text.tokens.get(i + 1).is_none_or(|t| !t.is_word())
    }

    /// Whether what follows looks like the complement of a verb: a determiner, a pronoun, "that", "to", a mark.
    fn object_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && {
            let token = self.token(i + 1);
            let classes = self.classes(i + 1);
            token.kind == Kind::Mark
                || token.is_capital() && !self.title_case
                || classes.any(
                    Classes::of(Class::Determiner)
                        .and(Class::ObjectPronoun)
                        .and(Class::SubjectPronoun)
                        .and(Class::PossessivePronoun)
                        .and(Class::That)
                        .and(Class::To)
                        .and(Class::Wh)
                        .and(Class::Particle),
                )
        }
    }
}
