//! Senses of words in names and descriptions: those that the files list, and those derived from
//! classes.

use super::Builder;
use crate::lexicon::lines::{File, sections};
use crate::lexicon::{Class, Classes, Sense, Senses, Variants, WordId};

/// Each derived sense, with the classes and senses that imply it.
const DERIVED: [(Sense, Classes, Senses); 6] = [
    (Sense::Function, FUNCTION, NONE),
    (Sense::Content, CONTENT, NONE),
    (
        Sense::Title,
        Classes::of(Class::Title).and(Class::Person),
        Senses::of(&[Sense::Honorific, Sense::Role]),
    ),
    (Sense::GroupWord, Classes::of(Class::Group).and(Class::Document), Senses::of(&[Sense::Organization])),
    (Sense::FirstName, Classes::of(Class::Male).and(Class::Female), Senses::of(&[Sense::Given])),
    (Sense::Verb, VERB, NONE),
];

const NONE: Senses = Senses::of(&[]);

/// Function words: they never begin or continue a name, however they are written.
const FUNCTION: Classes = Classes::of(Class::Determiner)
    .and(Class::SubjectPronoun)
    .and(Class::ObjectPronoun)
    .and(Class::PossessivePronoun)
    .and(Class::Relative)
    .and(Class::Wh)
    .and(Class::Modal)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do)
    .and(Class::Negation)
    .and(Class::To)
    .and(Class::That)
    .and(Class::Preposition)
    .and(Class::Coordinator)
    .and(Class::Subordinator)
    .and(Class::Time)
    .and(Class::Month);

/// Content words: a capital at the start of a sentence does not make them names.
const CONTENT: Classes = NOUN
    .and(Class::Adverb)
    .and(Class::IndefinitePronoun)
    .and(Class::NumberWord)
    .and(Class::Adjective)
    .and(Class::VerbBase)
    .and(Class::VerbS)
    .and(Class::VerbPast)
    .and(Class::VerbParticiple)
    .and(Class::VerbIng);

/// Words that can only be finite verbs, unless they are also nouns.
const VERB: Classes =
    Classes::of(Class::VerbS).and(Class::VerbPast).and(Class::Modal).and(Class::Be).and(Class::Have);

const NOUN: Classes = Classes::of(Class::Person).and(Class::Group).and(Class::Document).and(Class::Noun);

/// Adds the senses that follow from `listed` and from `classes`.
pub(super) fn derive(listed: Senses, classes: Classes) -> Senses {
    let follows =
        |&&(_, by_class, by_sense): &&(_, Classes, Senses)| classes.any(by_class) || listed.any(by_sense);
    let senses = DERIVED.iter().filter(follows).fold(listed, |senses, (sense, ..)| senses.with(*sense));
    if classes.any(NOUN) { senses.without(Senses::of(&[Sense::Verb])) } else { senses }
}

pub(super) fn read(builder: &mut Builder, file: File) {
    let lines = sections(file, "a sense of src/lexicon/sense.rs", &mut builder.problems, Sense::named);
    for (sense, line) in lines {
        for word in line.words(&mut builder.problems) {
            add(builder, word, sense);
            // "south-korea": a name of several words, found by its first one
            if matches!(sense, Sense::Place | Sense::Metonym | Sense::Press)
                && let Some((first, _)) = word.split_once('-')
            {
                add(builder, first, Sense::CompoundFirst);
            }
        }
    }
}

/// The variants of roles, their kinds and first names, and what shows somebody's part in a court
/// case; the first word of each line is the main word.
pub(super) fn read_variants(builder: &mut Builder, file: File) -> Variants<Vec<(WordId, WordId)>> {
    let mut lists: [Vec<(WordId, WordId)>; HEADINGS.len()] = Default::default();
    let section = |heading: &str| HEADINGS.iter().position(|(known, _)| *known == heading);
    for (list, line) in sections(file, "a section of variants", &mut builder.problems, section) {
        let words = line.words(&mut builder.problems);
        let Some((first, others @ [_, ..])) = words.split_first() else {
            builder.problems.add(line, "a word without variants, expected `word variant variant`");
            continue;
        };
        let first = builder.intern(first);
        for &word in others {
            let id = add(builder, word, HEADINGS[list].1);
            if lists[list].iter().any(|&(variant, _)| variant == id) {
                builder.problems.add(line, format!("`{word}` is a variant of two words, expected one"));
            }
            lists[list].push((id, first));
        }
    }
    for list in &mut lists {
        list.sort_unstable();
    }
    let [roles, kinds, first_names, deeds, harms, hearings] = lists;
    Variants { roles, kinds, first_names, deeds, harms, hearings }
}

/// The sections of `kin.txt`, with the sense of the words in each.
const HEADINGS: [(&str, Sense); 6] = [
    ("roles", Sense::RoleKin),
    ("kinds", Sense::KindKin),
    ("names", Sense::NameKin),
    ("deeds", Sense::CaseKin),
    ("harms", Sense::CaseKin),
    ("hearings", Sense::CaseKin),
];

fn add(builder: &mut Builder, word: &str, sense: Sense) -> WordId {
    let id = builder.intern(word);
    let entry = builder.entry(id);
    entry.senses = entry.senses.with(sense);
    id
}
