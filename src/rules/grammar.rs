//! The keys of the format, each once: what reads rule files, what refuses unknown keys and what writes the JSON Schema all
//! go by these tables.

use super::clause::{Source, Subject, Tense};
use crate::lexicon::{AttributionType, Form, Frame};

/// What a key takes.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Text,
    Integer,
    Truth,
    Texts,
    /// The code of the lexicon's language.
    Language,
    /// Some of these words, in an array, or one alone.
    SomeOf(&'static [&'static str]),
    /// Names, and an array of strings for each.
    Lists,
    /// An array of tables.
    Tables(&'static Grammar),
}

pub(super) struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub required: bool,
    /// What it is for, as editors show it.
    pub about: &'static str,
}

/// The keys of one table.
pub(super) struct Grammar {
    pub keys: &'static [Key],
}

impl Grammar {
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: false, about }
}

const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: true, about }
}

pub(super) const KINDS: [&str; 3] = ["direct", "indirect", "mixed"];
pub(super) const FILE: Grammar = Grammar {
    keys: &[
        required("name", Shape::Text, "What the rule set is called."),
        key("version", Shape::Text, "Which version of the rule set this is."),
        key(
            "language",
            Shape::Language,
            "The language of the texts; the one of the lexicon, `en`, unless given.",
        ),
        key("description", Shape::Text, "What the rule set is for."),
        key(
            "extends",
            Shape::Text,
            "A rule set whose categories, lists and rules this one takes over: a built-in one, or one that the program offers.",
        ),
        key("off", Shape::Texts, "Rules and categories of the extended set that are switched off."),
        key(
            "default",
            Shape::Text,
            "The category of a statement that no rule matches; that of the extended set unless given.",
        ),
        key("category", Shape::Tables(&CATEGORY), "The categories."),
        key("lists", Shape::Lists, "Words that patterns name together, as `$name`."),
        key("rule", Shape::Tables(&RULE), "The rules."),
        key(
            "change",
            Shape::Tables(&CHANGE),
            "Changes to rules of the extended set: the keys that are given replace those of the rule.",
        ),
    ],
};

const CATEGORY: Grammar = Grammar {
    keys: &[
        required("id", Shape::Text, "What the category is called."),
        key("description", Shape::Text, "What belongs to it."),
        key("priority", Shape::Integer, "The priority of its rules that state none; 0 unless given."),
        key("broader", Shape::Text, "The category of a coarser rule set that this one is a kind of."),
    ],
};

macro_rules! rule_keys {
    ($($first:expr),*) => {
        &[
            $($first,)*
            key("priority", Shape::Integer, "Of the rules that hold, the one with the highest priority decides; the category's unless given."),
            key("cue", Shape::Texts, "Holds when the cue's dictionary form (`promise`, `rule out`) or its group (`[warn]`) is one of these; `apologize` is `apologize for` too, `only apologize` is not."),
            key("frames", Shape::SomeOf(&Frame::NAMES), "Holds when the content stands in one of these frames to the cue."),
            key("kinds", Shape::SomeOf(&KINDS), "Holds when the statement is quoted, reported, or both."),
            key("type", Shape::SomeOf(&AttributionType::NAMES), "Holds when the speaker says it, thinks it, knows or shows it, or means it to happen."),
            key("form", Shape::SomeOf(&Form::NAMES), "Holds when the content is a quotation, a clause, an infinitive, a gerund or a noun phrase."),
            key("negated", Shape::Truth, "Holds when the cue is negated, or is not."),
            key("source", Shape::SomeOf(&Source::NAMES), "Holds when the speaker is one of these, by the words that name it."),
            key("subject", Shape::SomeOf(&Subject::NAMES), "Holds when the subject of the content's first main clause is the speaker's own side, somebody else, or not there."),
            key("tense", Shape::SomeOf(&Tense::NAMES), "Holds when the verb of the content's first main clause is in one of these tenses or under one of these modals."),
            key("denied", Shape::Truth, "Holds when the verb of the content's first main clause is negated, or is not."),
            key("any", Shape::Texts, "Holds when one of these patterns matches in the content."),
            key("all", Shape::Texts, "Holds when each of these patterns matches in the content."),
            key("none", Shape::Texts, "Holds when none of these patterns matches in the content."),
            key("matches", Shape::Texts, "Statements, or contents alone, on which the rule must hold."),
            key("misses", Shape::Texts, "Statements, or contents alone, on which the rule must not hold."),
            key("note", Shape::Text, "Why the rule is as it is.")
        ]
    };
}

pub(super) const RULE: Grammar = Grammar {
    keys: rule_keys!(
        required("id", Shape::Text, "What the rule is called; records name it as evidence."),
        required("category", Shape::Text, "The category of the statements on which the rule holds.")
    ),
};

const CHANGE: Grammar = Grammar {
    keys: rule_keys!(
        required("id", Shape::Text, "The rule that is changed."),
        key("category", Shape::Text, "The category of the statements on which the rule holds.")
    ),
};
