//! The keys of the format. The parser, the check for unknown keys and the JSON Schema all use these
//! tables.

use super::clause::{Source, Subject, Tense};
use crate::lexicon::{AttributionType, Form, Frame};

/// The type of a key's value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Text,
    Integer,
    Truth,
    Texts,
    /// The code of the lexicon's language.
    Language,
    /// Some of these words: an array, or a single string.
    SomeOf(&'static [&'static str]),
    /// Arrays of strings, by name.
    Lists,
    /// An array of tables.
    Tables(&'static Grammar),
}

pub(super) struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub required: bool,
    /// The description shown by editors.
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
        required("name", Shape::Text, "The name of the rule set."),
        key("version", Shape::Text, "The version of the rule set."),
        key("language", Shape::Language, "The language of the texts; defaults to that of the lexicon, `en`."),
        key("description", Shape::Text, "What the rule set is for."),
        key(
            "extends",
            Shape::Text,
            "The rule set to extend: a built-in one, or one that the program provides.",
        ),
        key("off", Shape::Texts, "Rules and categories of the extended rule set to switch off."),
        key(
            "default",
            Shape::Text,
            "The category of statements that no rule matches; defaults to that of the extended rule set.",
        ),
        key("category", Shape::Tables(&CATEGORY), "The categories."),
        key("lists", Shape::Lists, "Named lists of words, used in patterns as `$name`."),
        key("rule", Shape::Tables(&RULE), "The rules."),
        key(
            "change",
            Shape::Tables(&CHANGE),
            "Changes to rules of the extended rule set: the given keys replace those of the rule.",
        ),
    ],
};

const CATEGORY: Grammar = Grammar {
    keys: &[
        required("id", Shape::Text, "The id of the category."),
        key("description", Shape::Text, "A description of the category."),
        key("priority", Shape::Integer, "The default priority of its rules; 0 if absent."),
        key("broader", Shape::Text, "The category of a coarser rule set to which this one corresponds."),
    ],
};

macro_rules! rule_keys {
    ($($first:expr),*) => {
        &[
            $($first,)*
            key("priority", Shape::Integer, "Of the rules that match, the one with the highest priority decides; defaults to that of the category."),
            key("cue", Shape::Texts, "Holds when the cue's dictionary form (`promise`, `rule out`) or its group (`[warn]`) is one of these; `apologize` also matches `apologize for`, `only apologize` does not."),
            key("frames", Shape::SomeOf(&Frame::NAMES), "Holds when the content has one of these frames with the cue."),
            key("kinds", Shape::SomeOf(&KINDS), "Holds when the statement is quoted, reported, or both."),
            key("type", Shape::SomeOf(&AttributionType::NAMES), "Holds when the speaker says it, thinks it, knows or shows it, or means it to happen."),
            key("form", Shape::SomeOf(&Form::NAMES), "Holds when the content is a quotation, a clause, an infinitive, a gerund or a noun phrase."),
            key("negated", Shape::Truth, "Holds when the cue is negated, or is not."),
            key("source", Shape::SomeOf(&Source::NAMES), "Holds when the speaker is one of these, by the words that name it."),
            key("subject", Shape::SomeOf(&Subject::NAMES), "Holds when the subject of the content's first main clause is the speaker's own side, another party, or absent."),
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
        required("id", Shape::Text, "The id of the rule, which records give as evidence."),
        required("category", Shape::Text, "The category of the statements on which the rule holds.")
    ),
};

const CHANGE: Grammar = Grammar {
    keys: rule_keys!(
        required("id", Shape::Text, "The rule that is changed."),
        key("category", Shape::Text, "The category of the statements on which the rule holds.")
    ),
};
