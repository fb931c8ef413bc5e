//! What words are: one table from word to classes, lemma and cue entries, read once from the data files beside this one.

mod class;
mod cues;
mod friends;
mod furniture;
mod inflect;
mod named;
mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) use class::{Class, Classes};
pub(crate) use cues::{Cue, CueGroup, Frame, Part, Raising, Raisings};
pub(crate) use friends::Around;
use friends::{FalseFriend, FalseFriends};
pub(crate) use furniture::{Phrases, Place};
pub(crate) use named::{Words, named, word, words};
use table::Table;

/// The number of a word in the lexicon; [`WordId::NONE`] for a word it does not hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    pub const NONE: WordId = WordId(0);

    pub fn or_else(self, other: impl FnOnce() -> WordId) -> WordId {
        if self == WordId::NONE { other() } else { self }
    }
}

/// One word of the lexicon.
#[derive(Clone, Copy, Default)]
struct Entry {
    classes: Classes,
    /// Where its letters end in [`Lexicon::letters`]; they start where those of the word before end.
    end: u32,
    lemma: WordId,
    /// The first of the word's cues in [`Lexicon::cues`], and how many there are.
    cues: (u16, u16),
    raising: Raisings,
}

/// How a word may attribute: the parts of speech of the cues that it or its lemma may head, and the ways below.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Heads(u8);

/// The word or its lemma raises the subject of what is said.
const RAISES: u8 = 1 << 3;
/// A cue of the word takes a clause with "it" as its subject.
const IMPERSONAL: u8 = 1 << 4;
/// A phrase with the word in it is a false friend.
const FALSE_FRIEND: u8 = 1 << 5;
/// The word opens a shape that attributes without an entry among the cues: "reportedly", "according to", "in a poll".
const SHAPE: u8 = 1 << 6;

/// The word names a survey or a view, without which prepositions open no such shape: "in a poll", "in her view".
const VIEW: u8 = 1 << 7;

/// The words that open such a shape, beside adverbs of hearsay.
const SHAPES: Words = words!["according", "in", "from", "by", "to", "against"];

impl Heads {
    /// Whether nothing is to be asked about the word: so it is with most.
    pub fn none(self) -> bool {
        self.0 == 0
    }

    /// Whether a cue of this part of speech stands under the word or under its lemma.
    pub fn part(self, part: Part) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// Whether the lexicon knows the word as one that may attribute.
    pub fn listed(self) -> bool {
        self.0 & !(FALSE_FRIEND | SHAPE | VIEW) != 0
    }

    /// Whether the word or its lemma raises.
    pub fn raises(self) -> bool {
        self.0 & RAISES != 0
    }

    /// Whether a cue of the word, or of its lemma, may take a clause with "it" as its subject.
    pub fn impersonal(self) -> bool {
        self.0 & IMPERSONAL != 0
    }

    /// Whether the word names a survey or a view.
    pub fn view(self) -> bool {
        self.0 & VIEW != 0
    }

    /// Whether a phrase around a form of the word's lemma is a false friend.
    pub fn false_friend(self) -> bool {
        self.0 & FALSE_FRIEND != 0
    }
}

/// The built-in English lexicon.
pub(crate) struct Lexicon {
    /// All words, one behind the other.
    letters: String,
    entries: Vec<Entry>,
    /// For each word how it may attribute, apart from the entries: it is asked of every token.
    heads: Vec<Heads>,
    table: Table,
    /// Cues by the lemma of their first word.
    cues: Vec<Cue>,
    /// The names of the cue groups, sorted.
    groups: Vec<CueGroup>,
    furniture: Phrases,
    false_friends: FalseFriends,
}

/// The files of classes: sections of plain words.
const CLASS_FILES: [&str; 6] = [
    include_str!("data/words.txt"),
    include_str!("data/nouns.txt"),
    include_str!("data/adjectives.txt"),
    include_str!("data/abbreviations.txt"),
    include_str!("data/names.txt"),
    include_str!("data/press.txt"),
];

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

impl Lexicon {
    /// The lexicon, read on first use.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// How many words there are; ids count from 0.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The names of the cue groups, sorted.
    pub fn groups(&self) -> impl Iterator<Item = CueGroup> {
        self.groups.iter().copied()
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

    /// The id of the first `length` bytes of `text`, letters, figures and stops of ASCII, whatever their case.
    pub fn id_of_letters(&self, text: [u8; 16], length: usize) -> WordId {
        self.table.get_letters(text, length)
    }

    pub fn classes(&self, id: WordId) -> Classes {
        self.entries[id.0 as usize].classes
    }

    /// The lemma of a word: its own id where it is one, or where none is known.
    pub fn lemma(&self, id: WordId) -> WordId {
        self.entries[id.0 as usize].lemma
    }

    /// The dictionary form of a word, lower-cased; empty for a word that the lexicon does not hold.
    pub fn lemma_of(&self, id: WordId) -> &str {
        self.word(self.lemma(id))
    }

    /// The lower-cased word.
    pub fn word(&self, id: WordId) -> &str {
        let start = id.0.checked_sub(1).map_or(0, |before| self.entries[before as usize].end);
        &self.letters[start as usize..self.entries[id.0 as usize].end as usize]
    }

    /// Whether a verb form attributes speech: its lemma takes a quotation.
    pub fn speaks(&self, id: WordId) -> bool {
        let quotes =
            |cue: &Cue| cue.part == Part::Verb && cue.rest().is_empty() && cue.strength(Frame::Quote) == 3;
        self.cues(self.lemma(id)).iter().any(quotes)
    }

    /// How a word may attribute: most do in no way.
    pub fn heads(&self, id: WordId) -> Heads {
        self.heads[id.0 as usize]
    }

    /// The cues that may begin with a form of `lemma`, phrasal ones first.
    pub fn cues(&self, lemma: WordId) -> &[Cue] {
        let (first, count) = self.entries[lemma.0 as usize].cues;
        &self.cues[first as usize..first as usize + count as usize]
    }

    /// Every cue.
    pub fn all_cues(&self) -> &[Cue] {
        &self.cues
    }

    /// How a word raises the subject of what is said; no way for most.
    pub fn raising(&self, id: WordId) -> Raisings {
        self.entries[id.0 as usize].raising
    }

    /// The phrases around a form of `lemma` in which it attributes nothing.
    pub fn false_friends(&self, lemma: WordId) -> &[FalseFriend] {
        self.false_friends.of(lemma)
    }

    /// The phrases of page furniture.
    pub fn furniture(&self) -> &Phrases {
        &self.furniture
    }

    fn read() -> Self {
        let mut builder = Builder::default();
        let verbs = cues::verbs();
        builder.verbs(verbs.iter().map(cues::Listed::lemma));
        for file in CLASS_FILES {
            builder.classes(file);
        }
        let cues = cues::read(&mut builder, verbs);
        cues::read_raising(&mut builder);
        let furniture = Phrases::read(&mut builder);
        let false_friends = FalseFriends::read(&mut builder);
        builder.finish(cues, furniture, false_friends)
    }
}

/// Collects words while the files are read.
struct Builder {
    table: Table,
    letters: String,
    entries: Vec<Entry>,
}

impl Default for Builder {
    fn default() -> Self {
        // the first entry is that of no word
        let mut builder =
            Builder { table: Table::default(), letters: String::new(), entries: vec![Entry::default()] };
        for word in named::NAMED {
            builder.intern(word);
        }
        builder
    }
}

impl Builder {
    fn intern(&mut self, word: &str) -> WordId {
        let (id, new) = self.table.add(word);
        if new {
            self.letters.push_str(word);
            self.entries.push(Entry { lemma: id, end: self.letters.len() as u32, ..Entry::default() });
        }
        id
    }

    fn add(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        let entry = &mut self.entries[id.0 as usize];
        entry.classes = entry.classes.and(class);
        id
    }

    /// Adds a form of `lemma`; the first lemma that claims a form keeps it.
    fn form(&mut self, form: &str, class: Class, lemma: WordId) {
        let id = self.add(form, class);
        let entry = &mut self.entries[id.0 as usize];
        if entry.lemma == id {
            entry.lemma = lemma;
        }
    }

    /// The sections of a file; one headed "[noun +s]" means the regular plurals of its words as well.
    fn classes(&mut self, file: &str) {
        let mut class = None;
        let mut plurals = false;
        let mut room = String::new();
        for line in lines(file) {
            if let Some(heading) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                let name = heading.trim_end_matches(" +s");
                class = Some(Class::named(name).unwrap_or_else(|| panic!("no word class is named [{name}]")));
                plurals = heading != name;
                continue;
            }
            let class = class.expect("a data file opens with a section");
            for word in line.split_ascii_whitespace() {
                let id = self.add(word, class);
                if plurals {
                    self.form(inflect::plural(word, &mut room), class, id);
                }
            }
        }
    }

    /// Every verb of the files in all its forms: cue verbs first, so that "found" is a form of "find".
    fn verbs<'a>(&mut self, cues: impl Iterator<Item = &'a str>) {
        let mut irregular = HashMap::new();
        for line in lines(include_str!("data/irregular.txt")) {
            let mut parts = line.split_ascii_whitespace();
            let lemma = parts.next().expect("a line has a word");
            irregular.insert(lemma.trim_end_matches('+'), parts.collect::<Vec<_>>());
        }
        let listed = cues
            .chain(lines(include_str!("data/verbs.txt")).flat_map(str::split_ascii_whitespace))
            .chain(irregular.keys().copied().collect::<std::collections::BTreeSet<_>>());
        let mut room = String::new();
        for lemma in listed {
            let parts = irregular.get(lemma);
            let doubling = parts.is_some_and(Vec::is_empty);
            let part = |i: usize| parts.and_then(|parts| parts.get(i)).copied();
            let id = self.add(lemma, Class::VerbBase);
            self.form(inflect::plural(lemma, &mut room), Class::VerbS, id);
            let past = part(0).unwrap_or_else(|| inflect::past(lemma, doubling, &mut room));
            self.form(past, Class::VerbPast, id);
            let participle = part(1).unwrap_or_else(|| inflect::past(lemma, doubling, &mut room));
            self.form(participle, Class::VerbParticiple, id);
            let gerund = part(2).unwrap_or_else(|| inflect::gerund(lemma, doubling, &mut room));
            self.form(gerund, Class::VerbIng, id);
        }
    }

    fn finish(mut self, mut cues: Vec<Cue>, furniture: Phrases, false_friends: FalseFriends) -> Lexicon {
        let mut groups: Vec<CueGroup> = cues.iter().map(|cue| cue.group).collect();
        // the cues of a group stand together in their file
        groups.dedup();
        groups.sort_unstable();
        groups.dedup();
        // a phrasal cue is tried before the plain verb
        cues.sort_by_key(|cue| (cue.lemma(), std::cmp::Reverse(cue.rest().len())));
        let mut heads = vec![Heads::default(); self.entries.len()];
        for (i, cue) in cues.iter().enumerate() {
            let slot = &mut self.entries[cue.lemma().0 as usize].cues;
            if slot.1 == 0 {
                slot.0 = i as u16;
            }
            slot.1 += 1;
            heads[cue.lemma().0 as usize].0 |=
                1 << cue.part as u8 | if cue.is_impersonal() { IMPERSONAL } else { 0 };
        }
        for lemma in false_friends.lemmas() {
            heads[lemma.0 as usize].0 |= FALSE_FRIEND;
        }
        for (entry, heads) in self.entries.iter().zip(&mut heads) {
            heads.0 |= if entry.raising.is_empty() { 0 } else { RAISES };
        }
        for i in 0..heads.len() {
            heads[i].0 |= heads[self.entries[i].lemma.0 as usize].0;
        }
        // these are matters of the word itself, not of its lemma
        for (n, (entry, heads)) in self.entries.iter().zip(&mut heads).enumerate() {
            let shape = entry.classes.has(Class::Hearsay) || SHAPES.has(WordId(n as u16));
            let view = entry.classes.has(Class::Survey) || entry.classes.has(Class::Viewpoint);
            heads.0 |= if shape { SHAPE } else { 0 } | if view { VIEW } else { 0 };
        }
        let Builder { table, letters, entries } = self;
        Lexicon { letters, entries, heads, table, cues, groups, furniture, false_friends }
    }
}

/// The lines of a data file without comments and blank ones.
fn lines(file: &str) -> impl Iterator<Item = &str> {
    let text = |line: &str| line.bytes().position(|byte| byte == b'#').unwrap_or(line.len());
    file.lines().map(move |line| line[..text(line)].trim_ascii()).filter(|line| !line.is_empty())
}
