//! The clause around a word: whether it already has its verb, what follows the word.

use super::Tag::{
    Auxiliary, Base, Break, Comma, Coordinator, Determiner, Finite, Mark, Noun, Participle, Preposition,
    Proper, Subordinator, That, To, Wh,
};
use super::{NOUNS, Tagger, VERB_FORMS};
use crate::lexicon::{Class, Classes, Cue, Frame, Lexicon, Part, word};
use crate::syntax::number::has_plural_form;
use crate::text::token::Kind;

/// Classes that begin the object of a verb and are never a noun in the middle of a phrase.
pub(super) const OBJECTS: Classes = Classes::of(Class::Determiner)
    .and(Class::ObjectPronoun)
    .and(Class::SubjectPronoun)
    .and(Class::PossessivePronoun)
    .and(Class::Reflexive);

/// How far back to look for the verb of a clause, in tokens.
pub(super) const CLAUSE: usize = 24;

/// The maximum distance from a verb to the colon that leads to its quotation, in tokens.
const PHRASE: usize = 8;

impl Tagger<'_> {
    /// Whether the clause has no finite verb before `i` and none directly after it, so that the
    /// word at `i` may be its verb. A verb that takes a bare clause ("said") begins a new clause.
    pub(super) fn lacks_verb(&self, i: usize) -> bool {
        let before = (self.sentence.first()..i)
            .rev()
            .take(CLAUSE)
            .take_while(|&j| {
                !matches!(self.tags[j], Comma | Mark | Break | That | Wh | Subordinator | Coordinator)
            })
            .take_while(|&j| !self.begins_contact_clause(j + 1) && !self.classes(j).has(Class::Subordinator))
            .find(|&j| matches!(self.tags[j], Finite | Auxiliary | Base) && !self.is_passive_infinitive(j));
        // "officials have said China plans to"
        let reports = |j: usize| {
            let head = (j + 1..i).take(3).find(|&k| matches!(self.tags[k], Base | Participle));
            self.tags[j] == Auxiliary && head.is_some_and(|k| self.opens_clause(k))
        };
        before.is_none_or(|j| self.opens_clause(j) || reports(j)) && !self.verb_next(i)
    }

    /// "a report to be published on Friday": whether the word at `i` is the "be" of an infinitive that
    /// describes the noun before it.
    fn is_passive_infinitive(&self, i: usize) -> bool {
        i > self.sentence.first() + 1
            && self.tags[i] == Auxiliary
            && self.tags[i - 1] == To
            && self.tags[i - 2] == Noun
            && self.classes(i - 2).has(Class::Document)
    }

    /// "ways his campaign hopes": a determiner directly after a noun begins a new phrase.
    fn begins_contact_clause(&self, i: usize) -> bool {
        i < self.sentence.stop()
            && (self.tags[i] == Determiner || self.classes(i).has(Class::PossessivePronoun))
            && matches!(self.tags[i - 1], Noun | Proper)
    }

    pub(super) fn preposition_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && self.classes(i + 1).has(Class::Preposition)
    }

    pub(super) fn cues(&self, i: usize) -> &'static [Cue] {
        let lexicon = Lexicon::built_in();
        lexicon.cues(lexicon.lemma(self.text.id(i)))
    }

    /// Whether the verb at `i` takes a that-clause.
    pub(super) fn takes_that(&self, i: usize) -> bool {
        let cues = self.cues(i);
        cues.iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::That) == 3)
    }

    /// Whether the verb at `i` takes an object and an infinitive: "urges".
    pub(super) fn takes_object_to(&self, i: usize) -> bool {
        let cues = self.cues(i);
        cues.iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::ObjectTo) == 3)
    }

    /// "found that many skipped meals", "that one in four skipped meals": whether the word at `i`
    /// is the only one that may be the verb of a clause that "that" opens after a verb. The words up
    /// to `tagged` have their tags.
    pub(super) fn is_only_verb(&self, i: usize, tagged: usize) -> bool {
        let inside = |&j: &usize| self.tags[j].is_nominal() || self.tags[j] == Preposition;
        let first = self.sentence.first() + 1;
        let that = (first..tagged).rev().take(CLAUSE / 4).find(|j| !inside(j));
        let told = |that: usize| {
            self.tags[that] == That && self.tags[that - 1].is_verb() && self.takes_that(that - 1)
        };
        that.is_some_and(told)
            && self.classes(i - 1).any(Classes::of(Class::IndefinitePronoun).and(Class::NumberWord))
            && !self.verb_later(i)
    }

    /// Whether the verb at `i` takes an addressee and a clause.
    pub(super) fn tells(&self, i: usize) -> bool {
        let cues = self.cues(i);
        cues.iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Told) > 0)
    }

    /// Whether the verb at `i` may take a clause without "that".
    pub(super) fn opens_clause(&self, i: usize) -> bool {
        let cues = self.cues(i);
        cues.iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Clause) > 0)
    }

    /// Whether a word that can only be a finite verb follows, ignoring adverbs.
    pub(super) fn verb_next(&self, i: usize) -> bool {
        // "fear there will be": the verb has a subject of its own
        let there = i + 1 < self.sentence.stop() && self.text.id(i + 1) == word!("there");
        self.next(i).filter(|_| !there).is_some_and(|j| {
            let classes = self.classes(j);
            let auxiliary =
                classes.any(Classes::of(Class::Be).and(Class::Have).and(Class::Modal).and(Class::Do));
            auxiliary && !self.text.word(j).ends_with("ing")
                || classes.any(Classes::of(Class::VerbS).and(Class::VerbPast))
                    && !classes.any(NOUNS.and(Class::Adjective))
                // "the project | warn that"
                || classes.has(Class::VerbBase) && self.says_that(j)
        })
    }

    /// Whether the verb at `i` takes a that-clause, and "that" follows.
    fn says_that(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && self.classes(i + 1).has(Class::That) && self.takes_that(i)
    }

    /// "retired surgeon Ana Ruiz", "…,” housing union chief Ana Ruiz said": whether the participle
    /// at `i` modifies a noun for one person before a name. After a subject it would be the verb.
    pub(super) fn modifies_description(&self, i: usize) -> bool {
        let opens = match self.left(i) {
            // "…,” fumed captain Ana Ruiz" has its only verb there
            Some((j, Comma)) if j > self.sentence.first() && self.tags[j - 1] == Mark => self.name_speaks(i),
            Some((_, Mark)) => self.name_speaks(i),
            None | Some((_, Comma | Preposition)) => true,
            // "But retired surgeon Ana Ruiz said"
            Some((j, Coordinator)) => j == self.sentence.first(),
            Some((_, Finite)) => self.directly_after_verb(i),
            _ => false,
        };
        // "…,” leading surgeon Ana Ruiz said"
        let adjective = self.classes(i).has(Class::Adjective) && self.classes(i).has(Class::VerbIng);
        opens && self.described_name(i).is_some() && (adjective || !self.opens_clause(i))
    }

    /// Whether the word before `i`, adverbs aside, is a finite verb that can come before its
    /// subject: "…,” said newly elected mayor Ana Ruiz".
    pub(super) fn directly_after_verb(&self, i: usize) -> bool {
        self.left(i).is_some_and(|(j, tag)| {
            let inverted = j > self.sentence.first() && matches!(self.tags[j - 1], Mark | Comma);
            tag == Finite && (inverted || self.opens_clause(j))
        })
    }

    /// Where the name begins that a noun for one person or group describes, which follows word `i`,
    /// perhaps after another noun: "union chief | Ana Ruiz".
    pub(super) fn described_name(&self, i: usize) -> Option<usize> {
        let plain = |j: usize| self.token(j).is_word() && !self.token(j).is_capital();
        let stop = self.sentence.stop();
        let name = (i + 2..stop.min(i + 5)).find(|&j| self.token(j).is_capital())?;
        let nouns = (i + 1..name).all(|j| plain(j) && self.classes(j).any(NOUNS));
        let speaker = self.classes(name - 1).any(Classes::of(Class::Person).and(Class::Group));
        (nouns && speaker && !has_plural_form(self.text.word(name - 1))).then_some(name)
    }

    /// "…,” managing director Ana Ruiz also said": whether a verb follows the described name.
    pub(super) fn name_speaks(&self, i: usize) -> bool {
        const VERB: Classes = Classes::of(Class::VerbPast).and(Class::VerbS).and(Class::Have);
        let Some(name) = self.described_name(i) else { return false };
        let mut rest = name..self.sentence.stop();
        rest.find(|&j| !self.token(j).is_capital() && !self.classes(j).has(Class::Adverb))
            .is_some_and(|j| self.classes(j).any(VERB))
    }

    /// "sources close to the talks say": an adjective with a "to" phrase, where the verb of the
    /// clause comes later.
    pub(super) fn is_postmodifier(&self, i: usize) -> bool {
        let adjective = self.classes(i).has(Class::Adjective)
            && i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(Class::To)
            && !self.infinitive_follows(i + 1);
        adjective && (self.verb_later(i) || self.verb_ends(i))
    }

    /// "people close to her say.": whether the clause ends, after `i`, with a word that can only be
    /// its verb.
    fn verb_ends(&self, i: usize) -> bool {
        let end = (i + 1..self.sentence.stop()).take(CLAUSE / 2).find(|&j| !self.token(j).is_word());
        end.is_some_and(|end| {
            let classes = self.classes(end - 1);
            classes.any(Classes::of(Class::VerbBase).and(Class::VerbS)) && !classes.any(NOUNS)
        })
    }

    /// "…,” Ruiz notes.", "…,” the editorial read.", "…,” the father of two added.": a verb that
    /// ends its sentence after a quotation and a noun phrase.
    pub(super) fn ends_attribution(&self, i: usize) -> bool {
        let ended =
            i + 1 >= self.sentence.stop() || matches!(self.token(i + 1).kind, Kind::Stop | Kind::Comma);
        ended && {
            let phrase = (self.sentence.first()..i)
                .rev()
                .take(CLAUSE)
                .take_while(|&j| self.tags[j].is_nominal() || self.tags[j] == Preposition)
                .last();
            phrase.is_some_and(|j| j > self.sentence.first() && self.tags[j - 1] == Mark)
        }
    }

    /// Whether the next token looks like the complement of a verb: a determiner, a pronoun, "that",
    /// "to", a mark.
    pub(super) fn object_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && {
            let token = self.token(i + 1);
            let classes = self.classes(i + 1);
            matches!(token.kind, Kind::Mark | Kind::Number)
                || token.is_capital() && !self.title_case
                || classes.has(Class::NumberWord)
                || classes.any(OBJECTS.and(Class::That).and(Class::Wh).and(Class::Particle))
                || classes.has(Class::To) && self.infinitive_follows(i + 1)
        }
    }

    pub(super) fn verb_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self
                .classes(i + 1)
                .any(Classes::of(Class::VerbPast).and(Class::VerbS).and(Class::Be).and(Class::Have))
            && !self.classes(i + 1).has(Class::VerbIng)
    }

    /// Whether the next word is certainly an object or the "that" of a clause. Capitals and
    /// particles are not certain.
    pub(super) fn plain_object_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && self.classes(i + 1).any(OBJECTS.and(Class::That))
    }

    /// "begged producers", not "injured player": whether a plural noun follows.
    pub(super) fn many_follow(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self.classes(i + 1).any(NOUNS)
            && !self.classes(i + 1).any(VERB_FORMS)
            && has_plural_form(self.text.word(i + 1))
    }

    /// "another asked why": whether a question word follows.
    pub(super) fn question_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop() && self.classes(i + 1).has(Class::Wh)
    }

    /// Whether a noun phrase or a gerund follows.
    pub(super) fn nominal_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self.token(i + 1).kind == Kind::Word
            && (self.before_nominal(i)
                && !self.classes(i + 1).any(Classes::of(Class::VerbBase).and(Class::VerbPast))
                || self.classes(i + 1).has(Class::VerbIng))
    }

    /// "points to", "hints at": whether the particle of a phrasal cue follows.
    pub(super) fn particle_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self
                .cues(i)
                .iter()
                .any(|cue| cue.part == Part::Verb && cue.rest().first() == Some(&self.text.id(i + 1)))
    }

    /// "Ana Ruiz emails from Tarn: “…”": whether a colon and a quotation end the phrase after a
    /// verb that takes one.
    pub(super) fn leads_to_quotation(&self, i: usize) -> bool {
        let stop = self.sentence.stop().min(i + PHRASE);
        let colon = (i + 1..stop).find(|&k| self.token(k).kind == Kind::Colon);
        colon.is_some_and(|colon| {
            colon + 1 < self.sentence.stop()
                && self.token(colon + 1).kind == Kind::Mark
                && self.cues(i).iter().any(|cue| cue.part == Part::Verb && cue.strength(Frame::Quote) > 0)
        })
    }

    /// "the drug works well,": whether one adverb follows that ends the clause.
    pub(super) fn ends_with_adverb(&self, i: usize) -> bool {
        i + 2 < self.sentence.stop()
            && self.classes(i + 1).has(Class::Adverb)
            && !self.classes(i + 1).any(NOUNS.and(Class::Adjective))
            && !self.token(i + 2).is_word()
    }

    /// Whether the clause has a finite verb after `i`.
    pub(super) fn verb_later(&self, i: usize) -> bool {
        (i + 1..self.sentence.stop())
            .take(CLAUSE / 2)
            .take_while(|&j| {
                let closed = Classes::of(Class::That)
                    .and(Class::Wh)
                    .and(Class::Relative)
                    .and(Class::Coordinator)
                    .and(Class::Subordinator);
                (self.token(j).is_word() || self.token(j).kind == Kind::Number)
                    && !self.classes(j).any(closed)
            })
            .any(|j| {
                let classes = self.classes(j);
                let auxiliary = Classes::of(Class::Be).and(Class::Have).and(Class::Modal).and(Class::Do);
                // "by May"
                let month = classes.has(Class::Month) && self.token(j).is_capital();
                classes.any(auxiliary) && self.token(j).kind != Kind::Clitic && !month
                    // "for the spread of it"
                    || classes.has(Class::VerbPast)
                        && !(classes.any(NOUNS) && self.classes(j - 1).has(Class::Determiner))
                    || classes.any(Classes::of(Class::VerbBase).and(Class::VerbS))
                        && self.plain_object_follows(j)
                        // "calls for firms to show that they pay"
                        && !self.classes(j - 1).has(Class::To)
            })
    }

    /// "runs a clinic and urges others to ask", "say it is safe but urge people to wait": whether a
    /// cue at `i` takes somebody and an infinitive, which follow, after a verb of the same form.
    pub(super) fn orders_somebody(&self, i: usize) -> bool {
        let stop = self.sentence.stop();
        let whom =
            i + 1 < stop && self.classes(i + 1).any(Classes::of(Class::IndefinitePronoun).and(Class::Person));
        let infinitive = |j: usize| self.classes(j).has(Class::To) && self.infinitive_follows(j);
        let verb = (self.sentence.first()..i).rev().find(|&j| self.tags[j] == Finite);
        let same = |class| verb.is_some_and(|j| self.classes(i).has(class) && self.classes(j).has(class));
        whom && self.takes_object_to(i)
            && (i + 2..stop.min(i + 6)).any(infinitive)
            && (same(Class::VerbS) || same(Class::VerbBase))
    }
}
