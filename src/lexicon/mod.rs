//! What words are: one table maps a word to its classes, lemma and cues. The build script
//! (`build.rs`) packs it from the data files in `data/en`.

mod act;
mod class;
mod cues;
mod filter;
mod frame;
mod furniture;
mod language;
mod named;
mod pseudo_cues;
mod sense;
mod stem;
mod table;
mod unpack;
mod variants;
mod word;

// the build script's readers, for their tests
#[cfg(test)]
mod data;
#[cfg(test)]
mod lines;
#[cfg(test)]
#[allow(dead_code, reason = "what only the build script asks of them")]
mod read;

pub use act::{AttributionType, Form};
pub(crate) use class::{Class, Classes};
pub(crate) use cues::{Cue, CueGroup, Part, Raising, Raisings};
pub(crate) use frame::Frame;
pub(crate) use furniture::{Phrases, Place};
pub(crate) use language::LANGUAGE;
pub(crate) use named::{Words, named, word, words};
pub(crate) use pseudo_cues::Around;
use pseudo_cues::PseudoCue;
pub(crate) use sense::{Sense, Senses};
pub(crate) use stem::{StemId, Stems};
use table::Table;
pub(crate) use variants::Variants;
pub(crate) use word::{Heads, WordId};

/// The built-in English lexicon.
pub(crate) struct Lexicon {
    table: Table,
    /// For each word, how it may attribute. It is read for every token, so it is stored apart from
    /// the details.
    heads: &'static [[u8; 2]],
    /// For each word, its senses in names and descriptions.
    senses: &'static [[u8; 8]],
    /// The first of the words that are listed only for names and roles.
    name_parts: WordId,
    variants: Variants<&'static [(WordId, WordId)]>,
    /// Cues, sorted by the lemma of their first word.
    cues: &'static [Cue],
    /// The names of the cue groups, sorted.
    groups: &'static [&'static str],
    stems: Stems,
    furniture: Phrases,
    /// The words that may decide about blocks and sentences.
    decisive: &'static [u8; filter::FILTER],
    /// Pseudo-cues, sorted by the lemma of the word.
    pseudo_cues: &'static [PseudoCue],
}

impl Lexicon {
    /// The lexicon, which is compiled into the program.
    pub fn built_in() -> &'static Lexicon {
        &unpack::LEXICON
    }

    /// The number of words; ids count from 0.
    pub fn len(&self) -> usize {
        self.table.entries.len()
    }

    /// The names of the cue groups, sorted.
    pub fn groups(&self) -> &[&'static str] {
        self.groups
    }

    /// The cue group with this name.
    pub fn group(&self, name: &str) -> Option<CueGroup> {
        self.groups.binary_search(&name).ok().map(|group| CueGroup(group as u8))
    }

    /// The name of a cue group.
    pub fn name_of(&self, group: CueGroup) -> &'static str {
        self.groups[group.0 as usize]
    }

    /// Whether a cue consists of this word alone, in its dictionary form.
    pub fn is_cue(&self, word: &str) -> bool {
        let id = self.id(word);
        id != WordId::NONE && self.cues(id).iter().any(|cue| cue.rest().is_empty())
    }

    /// The id of `word`, ignoring case.
    pub fn id(&self, word: &str) -> WordId {
        self.table.get(word)
    }

    /// The word with this key: its letters in lower-case ASCII, the first in the lowest byte.
    #[inline]
    pub fn find(&self, key: u128) -> WordId {
        self.table.by_key(key)
    }

    /// The word with this key, if it may decide about blocks and sentences. See `filter.rs`.
    #[inline]
    pub fn find_decisive(&self, key: u128) -> WordId {
        let (byte, bit) = filter::place(key);
        if self.decisive[byte] & bit == 0 { WordId::NONE } else { self.find(key) }
    }

    /// The word that consists of the first `count` letters of this key and a full stop.
    pub fn find_stopped(&self, key: u128, count: usize) -> WordId {
        self.find_decisive(key | u128::from(b'.') << (8 * count))
    }

    /// The word with this key, and its classes.
    #[inline]
    pub fn read(&self, key: u128) -> (WordId, Classes) {
        let (id, entry) = self.table.entry(key);
        (id, entry.classes())
    }

    /// The classes of a word; empty if it was not looked up.
    #[inline]
    pub fn classes(&self, id: WordId) -> Classes {
        if (id.0 as usize) < self.len() { self.table.known(id).classes() } else { Classes::NONE }
    }

    /// The senses of a word in names and descriptions, ignoring case; empty for most words.
    #[inline]
    pub fn senses(&self, id: WordId) -> Senses {
        Senses(u64::from_le_bytes(self.senses[id.0 as usize]))
    }

    /// Interchangeable words in names and roles.
    pub fn variants(&self) -> &Variants<&'static [(WordId, WordId)]> {
        &self.variants
    }

    /// Whether a word is listed for its grammar, and not only as part of names and roles: "boat",
    /// not "Oslo".
    pub fn is_common(&self, id: WordId) -> bool {
        id != WordId::NONE && id < self.name_parts
    }

    /// The lemma of a word; the word's own id if it is a lemma or has none.
    pub fn lemma(&self, id: WordId) -> WordId {
        self.table.details(id).lemma()
    }

    /// The dictionary form of a word in lower case; empty if the lexicon does not list it.
    pub fn lemma_of(&self, id: WordId) -> &str {
        self.word(self.lemma(id))
    }

    /// The word in lower case.
    pub fn word(&self, id: WordId) -> &str {
        str::from_utf8(self.letters(id)).unwrap_or_default()
    }

    /// The word in lower case as bytes, which avoids a UTF-8 check.
    pub fn letters(&self, id: WordId) -> &[u8] {
        self.table.letters(id)
    }

    /// Whether this is a form of a speech verb: one that takes a quotation.
    pub fn speaks(&self, id: WordId) -> bool {
        self.verb_strength(id, Frame::Quote) == 3
    }

    /// Whether this is a form of a verb that takes an infinitive: "pledge", "hope".
    pub fn takes_infinitive(&self, id: WordId) -> bool {
        self.verb_strength(id, Frame::To) > 1
    }

    /// How strongly the verb of which this is a form, alone, takes `frame`; see [`Cue::strength`].
    fn verb_strength(&self, id: WordId, frame: Frame) -> u8 {
        let alone = |cue: &&Cue| cue.part == Part::Verb && cue.rest().is_empty();
        let cues = self.cues(self.lemma(id)).iter().filter(alone);
        cues.map(|cue| cue.strength(frame)).max().unwrap_or(0)
    }

    /// How a word may attribute; most words do not.
    pub fn heads(&self, id: WordId) -> Heads {
        Heads(u16::from_le_bytes(self.heads[id.0 as usize]))
    }

    /// The cues that can begin with a form of `lemma`, phrasal ones first.
    pub fn cues(&self, lemma: WordId) -> &[Cue] {
        let (first, count) = self.table.details(lemma).cues();
        &self.cues[first as usize..first as usize + count as usize]
    }

    /// Every cue.
    pub fn all_cues(&self) -> &'static [Cue] {
        self.cues
    }

    /// How a word raises the subject of its content; most words do not.
    pub fn raising(&self, id: WordId) -> Raisings {
        self.table.details(id).raising()
    }

    /// The stems of the words.
    pub fn stems(&self) -> &Stems {
        &self.stems
    }

    /// The pseudo-cues around a form of `lemma`: phrases in which it does not attribute.
    pub fn pseudo_cues(&self, lemma: WordId) -> impl Iterator<Item = &PseudoCue> {
        let first = self.pseudo_cues.partition_point(|pseudo_cue| pseudo_cue.lemma < lemma);
        self.pseudo_cues[first..].iter().take_while(move |pseudo_cue| pseudo_cue.lemma == lemma)
    }

    /// The phrases of page furniture.
    pub fn furniture(&self) -> &Phrases {
        &self.furniture
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, WordId};

    /// Lets figures skip the lookup.
    #[test]
    fn no_word_begins_with_a_figure() {
        let lexicon = Lexicon::built_in();
        for id in (1..lexicon.len()).map(|n| WordId(n as u16)) {
            assert!(!lexicon.letters(id)[0].is_ascii_digit(), "{}", lexicon.word(id));
        }
    }
}
