//! Contract: every noun phrase that may be a source has exactly one kind, determined by its words
//! alone: how much it looks like somebody who can speak.

use super::Syntax;
use super::tag::Tag;
use crate::lexicon::{Class, Classes, WordId, word, words};
use crate::text::Run;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The kind of noun phrase that a source is, from the least to the most likely speaker. The
        /// weights file has a number for each.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        #[repr(u8)]
        pub(crate) enum SourceKind { $($(#[$doc])* $name,)* }

        impl SourceKind {
            pub const ALL: &[SourceKind] = &[$(SourceKind::$name,)*];

            /// The name of the kind in the weights file.
            pub fn name(self) -> &'static str {
                match self { $(SourceKind::$name => $text,)* }
            }
        }
    };
}

kinds! {
    There = "there",
    What = "what",
    You = "you",
    Your = "your",
    This = "this",
    That = "that",
    Which = "which",
    /// A phrase that opens with "it", "this" or "that", or a single relative pronoun.
    Dummy = "dummy",
    It = "it",
    /// There is no source.
    Absent = "absent",
    One = "one",
    I = "i",
    /// A noun for something that cannot speak: "the bridge".
    Thing = "thing",
    We = "we",
    They = "they",
    Who = "who",
    /// "others", "many".
    Indefinite = "indefinite",
    HisOrHer = "his-or-her",
    /// "the ministry", "a report".
    Group = "group",
    HeOrShe = "he-or-she",
    /// A name, or a noun for people: "Ana Ruiz", "officials".
    Person = "person",
}

impl SourceKind {
    pub fn is_person(self) -> bool {
        self >= SourceKind::HeOrShe
    }

    /// Whether it can have feelings: a person or a group.
    pub fn can_feel(self) -> bool {
        self >= SourceKind::HisOrHer
    }

    /// Whether it is likely to speak. Pronouns that can also refer to things are excluded.
    pub fn likely_speaks(self) -> bool {
        self >= SourceKind::Indefinite
    }

    /// Whether it may speak: "they" and "who" are included.
    pub fn may_speak(self) -> bool {
        self >= SourceKind::They
    }
}

/// The kinds of single pronouns.
const PRONOUNS: [(WordId, SourceKind); 17] = [
    (word!("he"), SourceKind::HeOrShe),
    (word!("she"), SourceKind::HeOrShe),
    (word!("they"), SourceKind::They),
    (word!("who"), SourceKind::Who),
    (word!("we"), SourceKind::We),
    (word!("i"), SourceKind::I),
    (word!("you"), SourceKind::You),
    (word!("it"), SourceKind::It),
    (word!("that"), SourceKind::That),
    (word!("which"), SourceKind::Which),
    (word!("this"), SourceKind::This),
    (word!("what"), SourceKind::What),
    (word!("there"), SourceKind::There),
    (word!("one"), SourceKind::One),
    (word!("his"), SourceKind::HisOrHer),
    (word!("her"), SourceKind::HisOrHer),
    (word!("your"), SourceKind::Your),
];

impl Syntax<'_> {
    /// The kind of noun phrase that `source` is.
    pub(crate) fn source_kind(&self, source: Run) -> SourceKind {
        // "almost everyone"
        let first = self.quantifier_end(source.first()).min(source.stop() - 1);
        let source = Run::new(first, source.stop());
        // "One, who left in May, says": one of several people
        let one = source.len() == 1 && self.is_one_of(first, words!["one"]);
        if one && first == self.sentence_start(first) && self.tag(first + 1) == Tag::Comma {
            return SourceKind::Indefinite;
        }
        if source.len() == 1
            && let Some(&(_, kind)) = PRONOUNS.iter().find(|&&(word, _)| self.text.id(first) == word)
        {
            let relative = matches!(kind, SourceKind::That | SourceKind::Which);
            return if relative && self.refers_to_speaker(first) { SourceKind::Who } else { kind };
        }
        let has = |class| source.indices().any(|i| self.is(i, class));
        if source.indices().any(|i| self.tag(i) == Tag::Proper) || has(Class::Person) || has(Class::Title) {
            return SourceKind::Person;
        }
        // "an inquest into her death"
        let hearing =
            || self.core_end(first, source.stop()).is_some_and(|end| self.is(end - 1, Class::Hearing));
        if has(Class::Group) || has(Class::Document) || hearing() {
            return SourceKind::Group;
        }
        if source.len() == 1 && matches!(self.tag(first), Tag::That | Tag::Wh)
            || self.is(first, Class::ImpersonalSubject)
        {
            return SourceKind::Dummy;
        }
        // "one of the fishermen", "64 percent", "nine out of ten"
        let counted = self.tag(first) == Tag::Number
            && self.is_one_of(first + 1, words!["of", "out", "per", "percent"]);
        // "three-quarters", "one in four", but not "2016"
        let last = source.stop() - 1;
        let number = self.tag(last) == Tag::Number && !self.is_year(last);
        // "a third of those asked"
        let part =
            |i: usize| self.is_one_of(i, words!["of"]) && self.is_one_of(i + 1, words!["those", "them"]);
        if self.tag(first) == Tag::Pronoun || counted || number || source.indices().any(part) {
            return SourceKind::Indefinite;
        }
        SourceKind::Thing
    }

    /// "groups that oppose it", "the union, which backed it": whether the relative pronoun at `i`
    /// comes after a noun for people, a body or a text, or after a name and a comma.
    fn refers_to_speaker(&self, i: usize) -> bool {
        const SPEAKERS: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::Document);
        let comma = i > 0 && self.tag(i - 1) == Tag::Comma;
        i.checked_sub(1 + usize::from(comma)).is_some_and(|noun| {
            let named = self.tag(noun) == Tag::Proper;
            (named || self.tag(noun) == Tag::Noun) && self.classes(noun).any(SPEAKERS) || comma && named
        })
    }

    /// The kind of a source, or [`SourceKind::Absent`] if there is none.
    pub(crate) fn kind_of(&self, source: Option<Run>) -> SourceKind {
        source.map_or(SourceKind::Absent, |source| self.source_kind(source))
    }
}
