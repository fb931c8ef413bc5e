//! The lexicon as the build script's other parts ask for it, before it is packed.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Classes, Stems, WordId, pack, read};

pub(crate) struct Lexicon {
    pub(super) read: read::Read,
    ids: HashMap<String, WordId>,
    stems: Stems,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let read = read::lexicon();
    let ids = read.words.iter().cloned().zip((0..).map(WordId)).collect();
    let [of_word, letters, ends] = pack::stems(&read).map(|packed| &*packed.leak());
    let letters = str::from_utf8(letters).expect("stems are text");
    let stems = Stems { of_word: of_word.as_chunks().0, letters, ends: ends.as_chunks().0 };
    Lexicon { read, ids, stems }
});

impl Lexicon {
    pub fn built_in() -> &'static Lexicon {
        &LEXICON
    }

    /// The number of words; ids count from 0.
    pub fn len(&self) -> usize {
        self.read.words.len()
    }

    /// The id of a word in lower case.
    pub fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(WordId::NONE)
    }

    pub fn word(&self, id: WordId) -> &str {
        &self.read.words[id.0 as usize]
    }

    pub fn classes(&self, id: WordId) -> Classes {
        self.read.entries[id.0 as usize].classes
    }

    pub fn stems(&self) -> &Stems {
        &self.stems
    }
}
