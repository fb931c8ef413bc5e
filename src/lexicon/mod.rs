//! What words are: one table from word to classes, lemma and cue entries. The build script (`build.rs`) packs it from the data files
//! in `data/en`.

mod act;
mod class;
mod cues;
mod frame;
mod friends;
mod furniture;
mod language;
mod named;
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
pub(crate) use friends::Around;
use friends::FalseFriend;
pub(crate) use furniture::{Phrases, Place};
pub(crate) use language::LANGUAGE;
pub(crate) use named::{Words, named, word, words};
pub(crate) use sense::{Sense, Senses};
pub(crate) use stem::{StemId, Stems};
use table::Table;
pub(crate) use variants::Variants;
pub(crate) use word::{Heads, WordId};

/// The built-in English lexicon.
pub(crate) struct Lexicon {
    table: Table,
    /// For each word how it may attribute. Asked for every token, so it lies apart from the details.
    heads: &'static [[u8; 2]],
    /// For each word what it shows in names and descriptions.
    senses: &'static [[u8; 8]],
    /// Words from this one on are listed for names and roles alone.
    name_parts: WordId,
    variants: Variants<&'static [(WordId, WordId)]>,
    /// Cues by the lemma of their first word.
    cues: &'static [Cue],
    /// The names of the cue groups, sorted.
    groups: &'static [&'static str],
    stems: Stems,
    furniture: Phrases,
    /// Sorted by the lemma of the word.
    false_friends: &'static [FalseFriend],
}

impl Lexicon {
    /// The lexicon, which is part of the program.
    pub fn built_in() -> &'static Lexicon {
        &unpack::LEXICON
    }

    /// How many words there are; ids count from 0.
    pub fn len(&self) -> usize {
        self.table.entries.len()
    }

    /// The names of the cue groups, sorted.
    pub fn groups(&self) -> &[&'static str] {
        self.groups
    }

    /// The cue group of a name.
    pub fn group(&self, name: &str) -> Option<CueGroup> {
        self.groups.binary_search(&name).ok().map(|group| CueGroup(group as u8))
    }

    /// The name of a cue group.
    pub fn name_of(&self, group: CueGroup) -> &'static str {
        self.groups[group.0 as usize]
    }

    /// Whether a cue is this word alone, in its dictionary form.
    pub fn is_cue(&self, word: &str) -> bool {
        let id = self.id(word);
        id != WordId::NONE && self.cues(id).iter().any(|cue| cue.rest().is_empty())
    }

    /// The id of `word`, whatever its case.
    pub fn id(&self, word: &str) -> WordId {
        self.table.get(word)
    }

    /// The word with this key: its letters in small ASCII, the first in the lowest byte.
    #[inline]
    pub fn find(&self, key: u128) -> WordId {
        self.table.by_key(key)
    }

    /// The word that has the `count` letters of this key and a full stop after them.
    pub fn find_stopped(&self, key: u128, count: usize) -> WordId {
        self.find(key | u128::from(b'.') << (8 * count))
    }

    /// The word with this key as well as what it can be.
    #[inline]
    pub fn read(&self, key: u128) -> (WordId, Classes) {
        let (id, entry) = self.table.entry(key);
        (id, entry.classes())
    }

    /// What a word can be; nothing for one that was not looked up.
    #[inline]
    pub fn classes(&self, id: WordId) -> Classes {
        if (id.0 as usize) < self.len() { self.table.known(id).classes() } else { Classes::NONE }
    }

    /// What a word shows in names and descriptions, in whatever case; nothing for most.
    #[inline]
    pub fn senses(&self, id: WordId) -> Senses {
        Senses(u64::from_le_bytes(self.senses[id.0 as usize]))
    }

    /// Words that are used for one another in names and roles.
    pub fn variants(&self) -> &Variants<&'static [(WordId, WordId)]> {
        &self.variants
    }

    /// Whether a word is listed for what it does in a sentence, rather than as a part of names and roles alone: "boat", not "Oslo".
    pub fn is_common(&self, id: WordId) -> bool {
        id != WordId::NONE && id < self.name_parts
    }

    /// The lemma of a word: its own id where it is a lemma or has none.
    pub fn lemma(&self, id: WordId) -> WordId {
        self.table.details(id).lemma()
    }

    /// The dictionary form of a word, lower-cased; empty for a word that the lexicon does not list.
    pub fn lemma_of(&self, id: WordId) -> &str {
        self.word(self.lemma(id))
    }

    /// The lower-cased word.
    pub fn word(&self, id: WordId) -> &str {
        str::from_utf8(self.letters(id)).unwrap_or_default()
    }

    /// The lower-cased word as bytes, which saves checking that they are UTF-8.
    pub fn letters(&self, id: WordId) -> &[u8] {
        self.table.letters(id)
    }

    /// Whether a verb form attributes speech: its lemma takes a quotation.
    pub fn speaks(&self, id: WordId) -> bool {
        let quotes =
            |cue: &Cue| cue.part == Part::Verb && cue.rest().is_empty() && cue.strength(Frame::Quote) == 3;
        self.cues(self.lemma(id)).iter().any(quotes)
    }

    /// How a word may attribute; most do not.
    pub fn heads(&self, id: WordId) -> Heads {
        Heads(u16::from_le_bytes(self.heads[id.0 as usize]))
    }

    /// The cues that may begin with a form of `lemma`, phrasal ones first.
    pub fn cues(&self, lemma: WordId) -> &[Cue] {
        let (first, count) = self.table.details(lemma).cues();
        &self.cues[first as usize..first as usize + count as usize]
    }

    /// Every cue.
    pub fn all_cues(&self) -> &'static [Cue] {
        self.cues
    }

    /// How a word raises the subject of what is said; most do not.
    pub fn raising(&self, id: WordId) -> Raisings {
        self.table.details(id).raising()
    }

    /// The stems of the words.
    pub fn stems(&self) -> &Stems {
        &self.stems
    }

    /// The phrases around a form of `lemma` in which it attributes nothing.
    pub fn false_friends(&self, lemma: WordId) -> &[FalseFriend] {
        let rest = &self.false_friends[self.false_friends.partition_point(|friend| friend.lemma < lemma)..];
        &rest[..rest.iter().take_while(|friend| friend.lemma == lemma).count()]
    }

    /// The phrases of page furniture.
    pub fn furniture(&self) -> &Phrases {
        &self.furniture
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, WordId};

    /// So that figures need not be looked up.
    #[test]
    fn no_word_begins_with_a_figure() {
        let lexicon = Lexicon::built_in();
        for id in (1..lexicon.len()).map(|n| WordId(n as u16)) {
            assert!(!lexicon.letters(id)[0].is_ascii_digit(), "{}", lexicon.word(id));
        }
    }
}
