//! Words that are verbs in one place and nouns, adjectives or names in another. The tag before and
//! the word after decide.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Base, Comma, Determiner, Finite, Ing, Mark, Negation, Noun, Number,
    Participle, Possessive, Preposition, Pronoun, Proper, To,
};
use super::{NOUNS, Tag, Tagger};
use crate::lexicon::{Class, Classes, word, words};
use crate::text::token::Kind;

/// "said", "hurt", "taken"
const PAST: Classes = Classes::of(Class::VerbPast).and(Class::VerbParticiple);

impl Tagger<'_> {
    /// "the plans", "she plans to": the tag of a word that has the form of a verb.
    pub(super) fn verb_or_noun(&self, i: usize, classes: Classes) -> Tag {
        let left = self.left(i);
        let tag = left.map(|(_, tag)| tag);
        if self.token(i).is_capital()
            && !self.title_case
            && self.verb_follows(i)
            && !self.says_of_noun(i, classes)
            // "Figures released on Friday"
            && !(left.is_none() && classes.has(Class::Document) && classes.has(Class::VerbS))
        {
            return Proper; // "Rose said": a name that looks like a verb
        }
        // "told workers last month"
        if classes.has(Class::Time) && i + 1 < self.sentence.stop() && self.classes(i + 1).has(Class::Time) {
            return Adjective;
        }
        let adverb_before = i > self.sentence.first() && self.tags[i - 1] == Adverb;
        if adverb_before && self.describes_noun(i, classes) {
            return Adjective;
        }
        if classes.has(Class::VerbIng) {
            return self.ing(i, classes, tag);
        }
        if let Some((auxiliary, Auxiliary)) = left {
            return self.after_auxiliary(auxiliary, classes);
        }
        if tag == Some(To) {
            return Base;
        }
        let nominal =
            classes.any(NOUNS.and(Class::Adjective)) || self.token(i).is_capital() && !self.title_case;
        if classes.has(Class::VerbPast) && matches!(tag, Some(Number | Pronoun)) && self.is_only_verb(i, i) {
            return Finite;
        }
        if let Some((number, Number)) = left
            && let Some(tag) = self.after_number(i, number, classes, nominal)
        {
            return tag;
        }
        if classes.has(Class::VerbBase) && self.closes_attribution(i) {
            return Finite;
        }
        if let Some((j, tag @ (Determiner | Possessive | Number))) = left
            && !adverb_before
        {
            return match tag {
                Number if self.has_number_as_subject(i, j, classes, nominal) => Finite,
                _ => self.after_determiner(i, tag, classes),
            };
        }
        let past = classes.any(PAST);
        if past && !(classes.has(Class::VerbBase) && nominal) {
            return self.past(i, classes, tag);
        }
        // "a man hurt in the crash said", but not "a rate cut in May was"
        let person = || self.classes(i - 1).has(Class::Person);
        let described = || self.preposition_follows(i) && self.is_reduced_relative(i);
        // "those hurt in the crash"
        let those = || i > self.sentence.first() && self.describes_those(i - 1);
        if past && (tag == Some(Noun) && person() && described() || those()) {
            return Participle;
        }
        self.present(i, classes, left, nominal)
    }

    /// "Said Moor: “It is late.”", "Said Moor, the mayor, “…”": whether the verb of saying that opens
    /// the sentence has a name after it, and then a comma or colon and a quotation.
    pub(super) fn announces(&self, i: usize) -> bool {
        /// The maximum distance from the verb to the quotation, in tokens.
        const SPEAKER: usize = 8;
        let stop = self.sentence.stop();
        let leads = |&j: &usize| {
            matches!(self.token(j).kind, Kind::Comma | Kind::Colon)
                && j + 1 < stop
                && self.token(j + 1).kind == Kind::Mark
        };
        i + 1 < stop
            && self.token(i + 1).is_capital()
            && self.takes_that(i)
            && (i + 2..stop.min(i + SPEAKER)).any(|j| leads(&j))
    }

    /// "a visibly upset Ana Ruiz": whether the word at `i`, after an article and an adverb,
    /// describes the noun or name that follows.
    fn describes_noun(&self, i: usize, classes: Classes) -> bool {
        let named = || i + 1 < self.sentence.stop() && self.token(i + 1).is_capital();
        classes.any(Classes::of(Class::Adjective).and(Class::VerbParticiple))
            && self.follows_article(i)
            && (self.before_nominal(i) || named())
    }

    /// "36-year-old nurse Ana Ruiz", "one in four said": the tag of the word at `i` after the
    /// number at `number`, if these tell it.
    fn after_number(&self, i: usize, number: usize, classes: Classes, nominal: bool) -> Option<Tag> {
        let aged = self.token(number).has_hyphen() && classes.has(Class::Person);
        if aged && self.next(i).is_some_and(|j| self.token(j).is_capital()) {
            return Some(Noun);
        }
        // "a 2019 report by the fire service", "records from 1931 show"
        if nominal && self.follows_year(i) {
            return Some(Noun);
        }
        // "one in four said", "voters under 30 back", "drivers over 70 brake earlier"
        let predicate = self.is_predicate(i) || classes.has(Class::VerbBase) && self.follows_age(i);
        (!self.is_ordinal(number) && predicate).then_some(Finite)
    }

    /// "three-quarters support", "four in ten say": whether the word at `i` is the verb of a
    /// subject that the number at `number` ends.
    fn has_number_as_subject(&self, i: usize, number: usize, classes: Classes, nominal: bool) -> bool {
        // "three-quarters support", but not "a two-way call", "for the first time that"
        let counted = !self.token(number).has_hyphen() || self.text.word(number).ends_with('s');
        let counted = counted && !(nominal && self.is_ordinal(number));
        // "in 1972 showed the party"
        // "one begged producers not to": "one" and a plural are not one phrase
        let object =
            || self.plain_object_follows(i) || self.text.id(i - 1) == word!("one") && self.many_follow(i);
        classes.has(Class::VerbPast) && object()
            || counted && classes.has(Class::VerbBase) && (!nominal || self.plain_object_follows(i))
            // “…,” the father of two added.
            || classes.any(PAST) && self.ends_attribution(i)
    }

    /// "the plan", "the accused": the tag of the word at `i` after a determiner, a possessive or a
    /// number, if it is no verb. "Those opposed", "all said": a determiner without a noun is
    /// already tagged as a pronoun.
    fn after_determiner(&self, i: usize, left: Tag, classes: Classes) -> Tag {
        // "those last three words"
        if classes.has(Class::Adjective) && i + 1 < self.sentence.stop() && self.is_count(i + 1) {
            return Adjective;
        }
        if !classes.any(PAST) || classes.any(NOUNS) || classes.has(Class::VerbBase) {
            return Noun;
        }
        // "the accused had left": a participle for a person
        if left == Determiner && self.is_finite_next(i) { Noun } else { Adjective }
    }

    /// "plans", "fear": the tag of a form of the present, by what comes before it or by its number.
    fn present(&self, i: usize, classes: Classes, left: Option<(usize, Tag)>, nominal: bool) -> Tag {
        let tag = left.map(|(_, tag)| tag);
        let before = (i > self.sentence.first()).then(|| self.tags[i - 1]);
        if left.is_some_and(|(j, t)| t == Adjective && j > 0 && self.text.id(j - 1) == word!("those")) {
            return Finite; // "those surveyed say"
        }
        if matches!(tag, Some(Adjective | Preposition)) && before != Some(Adverb) {
            let adjective = classes.has(Class::Adjective) && (!classes.any(NOUNS) || self.before_nominal(i));
            return if adjective { Adjective } else { Noun };
        }
        if before == Some(Negation) && classes.has(Class::VerbBase) {
            return Base; // "but never compromise"
        }
        if classes.has(Class::VerbS) {
            self.third_person(i, tag, nominal)
        } else {
            self.base_form(i, tag, nominal)
        }
    }

    /// "the accused had left", "the injured were taken": whether the word after `i`, adverbs aside,
    /// can only be a finite verb or an auxiliary.
    pub(super) fn is_finite_next(&self, i: usize) -> bool {
        const VERBS: Classes = Classes::of(Class::Be).and(Class::Have).and(Class::Modal).and(Class::Do);
        self.next(i).is_some_and(|j| {
            let classes = self.classes(j);
            self.token(j).kind == Kind::Word
                && !self.token(j).is_capital()
                && (classes.any(VERBS) || classes.has(Class::VerbPast) && self.opens_clause(j))
        })
    }

    /// "a", "an" or "the", before adverbs.
    fn follows_article(&self, i: usize) -> bool {
        self.left(i).is_some_and(|(j, _)| words!["a", "an", "the"].has(self.text.id(j)))
    }

    /// "Saying rents could fall": a participle that takes a clause, before what may be its subject.
    fn says_of_noun(&self, i: usize, classes: Classes) -> bool {
        classes.has(Class::VerbIng)
            && self.opens_clause(i)
            && self.next(i).is_some_and(|j| self.classes(j).any(NOUNS))
    }

    fn ing(&self, i: usize, classes: Classes, left: Option<Tag>) -> Tag {
        // "a court filing"
        let compound = matches!(left, Some(Noun | Proper | Possessive | Number))
            && classes.any(NOUNS)
            && !self.before_nominal(i);
        // "Trading Standards officers", "leading surgeon Ana Ruiz"
        let person = |j: usize| j < self.sentence.stop() && self.classes(j).has(Class::Person);
        let adjective = classes.has(Class::Adjective);
        // "…,” leading doctors said"
        let doctors = adjective && person(i + 1);
        let waits = || match self.left(i) {
            Some((j, Comma)) => j > self.sentence.first() && self.tags[j - 1] == Mark,
            left => left.is_some_and(|(_, tag)| tag == Mark),
        };
        if doctors && (left.is_none() || waits()) {
            return Adjective;
        }
        let office = left.is_none()
            && (adjective || !self.opens_clause(i) && !self.takes_that(i))
            && (self.described_name(i).is_some()
                || person(i + 2) && self.token(i + 1).is_capital() && !self.token(i + 2).is_capital());
        if office {
            return Adjective;
        }
        let noun = matches!(left, Some(Determiner | Adjective)) || compound;
        // "according to managing director Ana Ruiz"
        let according =
            i > self.sentence.first() + 1 && self.text.word(i - 2).eq_ignore_ascii_case("according");
        if self.modifies_description(i) && (according || self.directly_after_verb(i) || self.name_speaks(i)) {
            return Adjective;
        }
        let named = self.names_occasion(i, classes, left);
        if noun && !self.object_follows(i) || named { Noun } else { Ing }
    }

    /// "a meeting in the harbour office", "during the hearing the judge", "in a court filing that":
    /// a phrase that an article or a preposition opens and such a noun ends is an occasion,
    /// whatever follows.
    pub(super) fn names_occasion(&self, i: usize, classes: Classes, left: Option<Tag>) -> bool {
        const OCCASION: Classes = Classes::of(Class::Occasion).and(Class::Document);
        if !classes.any(OCCASION)
            || !matches!(left, Some(Determiner | Adjective | Noun | Number | Possessive))
        {
            return false;
        }
        let inside = |&j: &usize| matches!(self.tags[j], Noun | Adjective | Number | Possessive | Proper);
        let open = (self.sentence.first()..i).rev().find(|j| !inside(j));
        // "by text message"
        let means = open.is_some_and(|open| self.tags[open] == Preposition && open + 2 == i)
            && self.classes(i - 1).has(Class::Medium);
        if means {
            return true;
        }
        // "during Tuesday's conference call"
        let possessed = || open.is_some_and(|open| (open + 1..i).any(|j| self.tags[j] == Possessive));
        let article = open.is_some_and(|open| self.tags[open] == Determiner) || possessed();
        // "a lawyer meeting the press", but "told a regular briefing that"
        let governed = open.is_some_and(|open| {
            open > self.sentence.first()
                && (self.tags[open - 1] == Preposition
                    || self.tags[open - 1] == Finite && left == Some(Adjective) && self.tells(open - 1))
        });
        article && (governed || matches!(left, Some(Determiner)) || !self.plain_object_follows(i))
    }

    /// "a 2019 report", "its 2020 review": whether an article or a possessive and a year come
    /// directly before `i`.
    fn follows_year(&self, i: usize) -> bool {
        i >= self.sentence.first() + 2
            && self.token(i - 1).kind == Kind::Number
            && self.text.word(i - 1).len() == 4
            && matches!(self.tags[i - 2], Determiner | Possessive)
    }

    fn is_count(&self, i: usize) -> bool {
        self.token(i).kind == Kind::Number || self.classes(i).has(Class::NumberWord)
    }

    fn is_ordinal(&self, i: usize) -> bool {
        let word = self.text.word(i);
        ["st", "rd", "th", "second"].iter().any(|end| word.ends_with(end))
    }

    /// Whether the word is a finite verb that can have a number of people as its subject: it is not
    /// also a noun, or it has an object.
    pub(super) fn is_predicate(&self, i: usize) -> bool {
        let classes = self.classes(i);
        if self.follows_date(i) {
            return false;
        }
        // "a mother of four says"
        let governed = || {
            i >= self.sentence.first() + 2 && self.tags[i - 1] == Number && self.tags[i - 2] == Preposition
        };
        let finite = classes.any(Classes::of(Class::VerbPast).and(Class::VerbBase))
            || classes.has(Class::VerbS) && governed();
        let only_verb = classes.has(Class::VerbBase) && !classes.any(NOUNS.and(Class::Adjective));
        // "one said: “We are late.”", "two said police had come"
        let speaks = || {
            i + 1 < self.sentence.stop()
                && classes.has(Class::VerbPast)
                && self.opens_clause(i)
                && (self.token(i + 1).kind == Kind::Colon || self.text.id(i) == word!("said"))
        };
        // "back the plan", but "top Democrats"
        let adjective = classes.has(Class::Adjective) && classes.has(Class::VerbBase);
        let object = || self.object_follows(i) && (!adjective || self.plain_object_follows(i));
        finite
            && (self.title_case || !self.token(i).is_capital())
            && (only_verb
                || object() && !(classes.any(NOUNS) && self.relative_follows(i))
                || !classes.has(Class::Adjective) && speaks())
    }

    /// "a 2013 study", "a May 2013 report": whether a number in digits after an indefinite article,
    /// or after that and a month, precedes `i`.
    fn follows_date(&self, i: usize) -> bool {
        let first = self.sentence.first();
        let Some(number) = i.checked_sub(1).filter(|&k| k > first && self.token(k).kind == Kind::Number)
        else {
            return false;
        };
        let month = usize::from(self.classes(number - 1).has(Class::Month));
        number > first + month && words!["a", "an"].has(self.text.id(number - month - 1))
    }

    /// "one witness who": whether a relative pronoun other than "that" follows.
    pub(super) fn relative_follows(&self, i: usize) -> bool {
        i + 1 < self.sentence.stop()
            && self.classes(i + 1).has(Class::Relative)
            && !self.classes(i + 1).has(Class::That)
    }
}
