//! Participles that describe the noun before them: "the emails | released on Friday | show".

use super::clause::OBJECTS;
use super::{NOUNS, Tagger, VERB_FORMS};
use crate::lexicon::{AttributionType, Class, Classes, Cue, Form, Lexicon, word};
use crate::text::token::Kind;

impl Tagger<'_> {
    /// "the emails released on Friday show": a past form without an object; the verb of the clause
    /// comes after it.
    pub(super) fn is_reduced_relative(&self, i: usize) -> bool {
        let last = self.sentence.stop() - 1;
        let object = i < last && {
            let token = self.token(i + 1);
            token.is_capital() && !self.classes(i + 1).has(Class::Time)
                || token.kind == Kind::Number
                // "released this week"
                || self.classes(i + 1).any(OBJECTS) && !self.classes((i + 2).min(last)).has(Class::Time)
                || self.begins_nominal(i + 1)
                    && !self.classes(i + 1).has(Class::Time)
                    && (self.classes(i + 1).any(NOUNS) || !self.classes(i + 1).any(VERB_FORMS))
        };
        // "coins found near the wall show that", unlike "Ruiz said on Friday ministers fear that"
        let fact = |cue: &Cue| cue.attribution_type(Form::Clause) == AttributionType::Fact;
        let finds = || self.preposition_follows(i) && self.cues(i).iter().any(fact);
        // "an advert released Thursday accused Ruiz"
        let dated = i < last && self.classes(i + 1).has(Class::Time) && self.token(i + 1).is_capital();
        let purpose = |k: usize| self.classes(k).has(Class::To) && self.describes_purpose(i, k);
        !object
            && (!self.opens_clause(i) || finds())
            && (i + 1..self.sentence.stop())
                .take(8)
                .map(|j| (j, self.classes(j)))
                .take_while(|&(j, classes)| {
                    (self.token(j).is_word() || self.token(j).kind == Kind::Number)
                        && !classes.any(
                            Classes::of(Class::That)
                                .and(Class::Wh)
                                .and(Class::Relative)
                                .and(Class::Coordinator)
                                .and(Class::Subordinator)
                                .and(Class::SubjectPronoun),
                        )
                        && !(classes.has(Class::To) && self.infinitive_follows(j) && !purpose(j))
                })
                .filter(|&(j, classes)| {
                    // "the rules", "4 May"
                    const OPENS: Classes = Classes::of(Class::Determiner).and(Class::PossessivePronoun);
                    let noun = classes.any(NOUNS) && self.classes(j - 1).any(OPENS);
                    !(noun || classes.has(Class::Month) && self.token(j).is_capital())
                })
                .any(|(j, classes)| {
                    self.token(j).kind != Kind::Clitic
                        && classes.any(Classes::of(Class::Be).and(Class::Have).and(Class::Modal))
                        && !self.text.word(j).ends_with("ing")
                        && !(i + 1..j).any(purpose)
                        || classes.has(Class::VerbPast) && !classes.has(Class::VerbParticiple)
                        || classes.any(Classes::of(Class::VerbS).and(Class::VerbPast)) && self.opens_clause(j)
                        || dated && self.is_predicate_after_date(j)
                        // "lawyers hired for the sale say", "letters found at the house show"
                        || classes.has(Class::VerbBase)
                            && (!classes.any(NOUNS) || self.plain_object_follows(j) || self.follows_documents(i))
                            && self.opens_clause(j)
                            && (self.is_plural(i - 1) || self.text.id(i - 1) == word!("those"))
                })
    }

    /// "a man hired to guard the yard said", "a page set up to help her says": whether the "to" at
    /// `to` opens what the participle at `i` was done for, since neither takes a clause.
    fn describes_purpose(&self, i: usize, to: usize) -> bool {
        let particle = to == i + 2 && self.classes(i + 1).has(Class::Particle);
        (to == i + 1 || particle)
            && to + 1 < self.sentence.stop()
            && self.infinitive_follows(to)
            && self.classes(i).has(Class::VerbParticiple)
            && !Lexicon::built_in().takes_infinitive(self.token(i).word)
            && !self.takes_object_to(i)
            && !self.opens_clause(to + 1)
            && !self.takes_that(to + 1)
    }

    /// "released Thursday | accuses Ruiz of", "filed Monday | blamed it": whether the word at `i` is
    /// a finite verb with its object, by its form.
    fn is_predicate_after_date(&self, i: usize) -> bool {
        let classes = self.classes(i);
        classes.any(Classes::of(Class::VerbS).and(Class::VerbPast))
            && !classes.any(NOUNS.and(Class::Adjective))
            && self.object_follows(i)
    }
}
