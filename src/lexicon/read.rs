//! Reads the data files. The first lemma that claims a form keeps it, so the order of the files
//! matters.

mod acts;
mod cues;
mod furniture;
mod inflect;
mod irregular;
mod pseudo_cues;
mod senses;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use super::furniture::Phrase;
use super::lines::{File, Line, Problems, sections};
use super::pseudo_cues::PseudoCue;
use super::word::{Heads, IMPERSONAL, PSEUDO_CUE, RAISES, SHAPE, VIEW};
use super::{Class, Classes, Cue, Raisings, Senses, Variants, WordId, data, named};
use irregular::{Doubling, Forms};

/// The words that open a [shape](SHAPE), apart from adverbs of hearsay.
const SHAPES: [&str; 6] = ["according", "in", "from", "by", "to", "against"];

/// What is known about a word from the data files read so far.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub classes: Classes,
    pub lemma: WordId,
    /// The index of its first cue, and the number of its cues.
    pub cues: (u16, u16),
    pub raising: Raisings,
    pub senses: Senses,
}

impl Known {
    /// A word of which only the lemma is known.
    pub fn of(lemma: WordId) -> Self {
        Known { classes: Classes::NONE, lemma, cues: (0, 0), raising: Raisings(0), senses: Senses(0) }
    }
}

/// The content of the data files.
pub(super) struct Read {
    /// The words in lower case, in the order of their ids; the first is empty.
    pub words: Vec<String>,
    pub entries: Vec<Known>,
    pub heads: Vec<Heads>,
    /// Sorted by the lemma of their first word.
    pub cues: Vec<Cue>,
    /// Sorted.
    pub groups: Vec<&'static str>,
    /// The stem of each word.
    pub stems: Vec<String>,
    /// Sorted by key.
    pub furniture: Vec<Phrase>,
    /// Sorted by the lemma of the word.
    pub pseudo_cues: Vec<PseudoCue>,
    pub variants: Variants<Vec<(WordId, WordId)>>,
    /// The first of the words that are listed only for names and roles.
    pub name_parts: usize,
    pub problems: Problems,
}

pub(super) fn lexicon() -> Read {
    let mut builder = Builder::default();
    builder.intern("");
    for word in named::NAMED {
        builder.intern(word);
    }
    let frequent = builder.frequent(data::FREQUENT);
    let verbs = cues::verbs(&mut builder.problems);
    builder.verbs(verbs.iter().map(cues::Listed::lemma));
    for file in data::CLASSES {
        builder.classes(file);
    }
    let (cues, groups) = cues::read(&mut builder, verbs);
    cues::read_raising(&mut builder, data::RAISING);
    let furniture = furniture::read(&mut builder, data::FURNITURE);
    let pseudo_cues = pseudo_cues::read(&mut builder, data::PSEUDO_CUES);
    builder.check_frequent(&frequent);
    let name_parts = builder.words.len();
    for file in data::SENSES {
        senses::read(&mut builder, file);
    }
    let variants = senses::read_variants(&mut builder, data::KIN);
    for entry in &mut builder.entries {
        entry.senses = senses::derive(entry.senses, entry.classes);
    }
    let (heads, cues) = builder.heads(cues, &pseudo_cues);
    let stems = stems(&builder.words);
    let Builder { words, entries, problems, .. } = builder;
    Read {
        words,
        entries,
        heads,
        cues,
        groups,
        stems,
        furniture,
        pseudo_cues,
        variants,
        name_parts,
        problems,
    }
}

/// Collects words while the files are read.
#[derive(Default)]
struct Builder {
    ids: HashMap<String, WordId>,
    words: Vec<String>,
    entries: Vec<Known>,
    /// How often each word has been asked for.
    uses: Vec<u32>,
    problems: Problems,
}

impl Builder {
    fn intern(&mut self, word: &str) -> WordId {
        let word = word.to_lowercase().replace('’', "'");
        let new = WordId(self.words.len() as u16);
        let id = *self.ids.entry(word).or_insert_with_key(|word| {
            self.words.push(word.clone());
            self.entries.push(Known::of(new));
            self.uses.push(0);
            new
        });
        self.uses[id.0 as usize] += 1;
        id
    }

    /// Gives the most frequent words the lowest ids, so that what is known about them is in few
    /// cache lines; returns them with their lines.
    fn frequent(&mut self, file: File) -> Vec<(WordId, Line)> {
        let mut frequent = Vec::new();
        for line in file.lines() {
            for word in line.words(&mut self.problems) {
                frequent.push((self.intern(word), line));
            }
        }
        frequent
    }

    /// Reports frequent words that the files read so far do not list.
    fn check_frequent(&mut self, frequent: &[(WordId, Line)]) {
        for &(id, line) in frequent {
            if self.uses[id.0 as usize] < 2 {
                let word = &self.words[id.0 as usize];
                self.problems.add(line, format!("`{word}` is in no other list of the lexicon"));
            }
        }
    }

    /// What is known about the word so far.
    fn entry(&mut self, id: WordId) -> &mut Known {
        &mut self.entries[id.0 as usize]
    }

    fn add(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        let entry = self.entry(id);
        entry.classes = entry.classes.and(class);
        id
    }

    /// Adds a form of `lemma`; the first lemma that claims a form keeps it.
    fn form(&mut self, form: &str, class: Class, lemma: WordId) {
        let id = self.add(form, class);
        let entry = self.entry(id);
        if entry.lemma == id {
            entry.lemma = lemma;
        }
    }

    /// The sections of a file; "[noun +s]" heads nouns that are listed together with their regular
    /// plurals.
    fn classes(&mut self, file: File) {
        let named = |heading: &str| {
            let name = heading.trim_end_matches(" +s");
            Class::named(name).map(|class| (class, heading != name))
        };
        for ((class, plurals), line) in
            sections(file, "a class of src/lexicon/class.rs", &mut self.problems, named)
        {
            for word in line.words(&mut self.problems) {
                let id = self.add(word, class);
                if plurals {
                    self.form(&inflect::plural(word), class, id);
                }
            }
        }
    }

    /// Adds all verbs of the files in all their forms: cue verbs first, so that "found" is a form
    /// of "find".
    fn verbs(&mut self, cues: impl Iterator<Item = &'static str>) {
        let irregular = irregular::read(data::IRREGULAR_VERBS, &mut self.problems);
        let plain = data::VERBS.lines().flat_map(|line| line.words(&mut self.problems));
        let listed: Vec<&str> = cues.chain(plain).chain(irregular.keys().copied()).collect();
        for lemma in &listed {
            let forms = irregular.get(lemma).copied().unwrap_or_default();
            let id = self.add(lemma, Class::VerbBase);
            self.verb(lemma, forms, forms.past.is_none() && forms.doubling != Doubling::No, id);
            if forms.doubling == Doubling::Both {
                self.verb(lemma, Forms::default(), false, id);
            }
        }
        // added last, because some are listed in both spellings
        for lemma in listed {
            if let Some(british) = inflect::british(lemma) {
                let id = self.intern(lemma);
                self.form(&british, Class::VerbBase, id);
                self.verb(&british, Forms::default(), false, id);
            }
        }
    }

    /// The forms of a verb, besides its base form.
    fn verb(&mut self, verb: &str, irregular: Forms, doubling: bool, lemma: WordId) {
        let past = inflect::past(verb, doubling);
        let past = irregular.past.unwrap_or(&past);
        self.form(&inflect::plural(verb), Class::VerbS, lemma);
        self.form(past, Class::VerbPast, lemma);
        self.form(irregular.participle.unwrap_or(past), Class::VerbParticiple, lemma);
        self.form(irregular.gerund.unwrap_or(&inflect::gerund(verb, doubling)), Class::VerbIng, lemma);
    }

    /// How each word may attribute, and the cues sorted by the lemma of their first word, by which
    /// they are looked up.
    fn heads(&mut self, mut cues: Vec<Cue>, pseudo_cues: &[PseudoCue]) -> (Vec<Heads>, Vec<Cue>) {
        // phrasal cues are tried before the plain verb; otherwise the order is kept
        cues.sort_by_key(|cue| (cue.lemma(), std::cmp::Reverse(cue.rest().len())));
        let mut heads = vec![0; self.words.len()];
        assert!(
            u16::try_from(cues.len()).is_ok(),
            "the lexicon has room for 65,535 cues; widen `Details::cues`"
        );
        for (cue, n) in cues.iter().zip(0..) {
            let entry = self.entry(cue.lemma());
            if entry.cues.1 == 0 {
                entry.cues.0 = n;
            }
            entry.cues.1 += 1;
            heads[cue.lemma().0 as usize] |=
                1 << cue.part as u8 | if cues::is_impersonal(cue) { IMPERSONAL } else { 0 };
        }
        for pseudo_cue in pseudo_cues {
            heads[pseudo_cue.lemma.0 as usize] |= PSEUDO_CUE;
        }
        for (entry, heads) in self.entries.iter().zip(&mut heads) {
            *heads |= if entry.raising.0 == 0 { 0 } else { RAISES };
        }
        for (n, entry) in self.entries.iter().enumerate() {
            heads[n] |= heads[entry.lemma.0 as usize];
        }
        // these depend on the word itself, not on its lemma
        for ((word, entry), heads) in self.words.iter().zip(&self.entries).zip(&mut heads) {
            let shape = entry.classes.has(Class::Hearsay) || SHAPES.contains(&word.as_str());
            let view = entry.classes.has(Class::Survey) || entry.classes.has(Class::Viewpoint);
            *heads |= if shape { SHAPE } else { 0 } | if view { VIEW } else { 0 };
        }
        (heads.into_iter().map(Heads).collect(), cues)
    }
}

/// The stem of each word. A clitic has no stem if stemming would drop its apostrophe: "em" does not
/// match "'em".
fn stems(words: &[String]) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &String| {
        let stem = stemmer.stem(word);
        if word.starts_with('\'') && !stem.starts_with('\'') { String::new() } else { stem.into_owned() }
    };
    words.iter().map(stem).collect()
}
