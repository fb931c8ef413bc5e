//! Reads the data files into the lexicon, at the program's start: so it goes over them once, and copies no word but a new one.

use super::cues::{self, Cue, CueGroup};
use super::friends::FalseFriends;
use super::furniture::Phrases;
use super::inflect;
use super::table::{self, Table};
use super::{
    Class, Entry, FALSE_FRIEND, Heads, IMPERSONAL, Lexicon, RAISES, SHAPE, SHAPES, VIEW, WordId, named,
};

/// The files of classes: sections of plain words.
const CLASS_FILES: [&str; 6] = [
    include_str!("data/words.txt"),
    include_str!("data/nouns.txt"),
    include_str!("data/adjectives.txt"),
    include_str!("data/abbreviations.txt"),
    include_str!("data/names.txt"),
    include_str!("data/press.txt"),
];

/// Room for so many words is taken at once, so that nothing is moved while it grows.
const WORDS: usize = 22_000;

pub(super) fn built_in() -> Lexicon {
    let mut builder = Builder::new();
    let verbs = cues::verbs();
    builder.verbs(verbs.iter().map(cues::Listed::lemma));
    for file in CLASS_FILES {
        builder.classes(file);
    }
    let cues = cues::read(&mut builder, verbs);
    cues::read_raising(&mut builder);
    let furniture = Phrases::read(&mut builder);
    let false_friends = FalseFriends::read(&mut builder);
    builder.finish(&cues, furniture, false_friends)
}

/// Collects words while the files are read.
pub(super) struct Builder {
    table: Table,
}

impl Builder {
    fn new() -> Self {
        let mut builder = Builder { table: Table::with_room(WORDS) };
        for word in named::NAMED {
            builder.intern(word);
        }
        builder
    }

    pub fn intern(&mut self, word: &str) -> WordId {
        self.table.add(word)
    }

    /// What is known of the word so far.
    pub fn entry(&mut self, id: WordId) -> &mut Entry {
        &mut self.table.entries[id.0 as usize]
    }

    fn add(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        self.mark(id, class);
        id
    }

    fn mark(&mut self, id: WordId, class: Class) {
        let entry = self.entry(id);
        entry.classes = entry.classes.and(class);
    }

    /// Adds a form of `lemma`; the first lemma that claims a form keeps it.
    pub fn form(&mut self, form: &str, class: Class, lemma: WordId) -> WordId {
        let id = self.add(form, class);
        let entry = self.entry(id);
        if entry.lemma == id {
            entry.lemma = lemma;
        }
        id
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
    fn verbs(&mut self, cues: impl Iterator<Item = &'static str>) {
        let irregular = Irregular::read();
        let listed = cues
            .chain(lines(include_str!("data/verbs.txt")).flat_map(str::split_ascii_whitespace))
            .chain(irregular.lemmas());
        let mut room = String::new();
        for lemma in listed {
            let [past, participle, gerund] = irregular.of(lemma).unwrap_or_default();
            let doubling = past == Some(DOUBLING);
            let past = past.filter(|_| !doubling);
            let id = self.add(lemma, Class::VerbBase);
            self.form(inflect::plural(lemma, &mut room), Class::VerbS, id);
            let of_past = past.unwrap_or_else(|| inflect::past(lemma, doubling, &mut room));
            let of_past = self.form(of_past, Class::VerbPast, id);
            match participle {
                Some(participle) => _ = self.form(participle, Class::VerbParticiple, id),
                None if past.is_none() => self.mark(of_past, Class::VerbParticiple),
                None => {
                    let regular = inflect::past(lemma, doubling, &mut room);
                    self.form(regular, Class::VerbParticiple, id);
                }
            }
            let gerund = gerund.unwrap_or_else(|| inflect::gerund(lemma, doubling, &mut room));
            self.form(gerund, Class::VerbIng, id);
        }
    }

    fn finish(mut self, cues: &[Cue], furniture: Phrases, false_friends: FalseFriends) -> Lexicon {
        let mut groups: Vec<CueGroup> = cues.iter().map(|cue| cue.group).collect();
        // the cues of a group stand together in their file
        groups.dedup();
        groups.sort_unstable();
        groups.dedup();
        // a phrasal cue is tried before the plain verb, else they keep their order: numbers are sorted faster than cues
        let key = |cue: &Cue| u64::from(cue.lemma().0) << 8 | (0xFF - cue.rest().len() as u64);
        let mut order: Vec<u64> = cues.iter().zip(0..).map(|(cue, n)| key(cue) << 32 | n).collect();
        order.sort_unstable();
        let cues: Vec<Cue> = order.into_iter().map(|place| cues[place as u32 as usize]).collect();
        let mut heads = vec![Heads::default(); self.table.entries.len()];
        for (i, cue) in cues.iter().enumerate() {
            let entry = self.entry(cue.lemma());
            if entry.cues.1 == 0 {
                entry.cues.0 = i as u16;
            }
            entry.cues.1 += 1;
            heads[cue.lemma().0 as usize].0 |=
                1 << cue.part as u8 | if cue.is_impersonal() { IMPERSONAL } else { 0 };
        }
        for lemma in false_friends.lemmas() {
            heads[lemma.0 as usize].0 |= FALSE_FRIEND;
        }
        let entries = &self.table.entries;
        for (entry, heads) in entries.iter().zip(&mut heads) {
            heads.0 |= if entry.raising.is_empty() { 0 } else { RAISES };
        }
        for i in 0..heads.len() {
            heads[i].0 |= heads[entries[i].lemma.0 as usize].0;
        }
        // these are matters of the word itself, not of its lemma
        for (n, (entry, heads)) in entries.iter().zip(&mut heads).enumerate() {
            let shape = entry.classes.has(Class::Hearsay) || SHAPES.has(WordId(n as u16));
            let view = entry.classes.has(Class::Survey) || entry.classes.has(Class::Viewpoint);
            heads.0 |= if shape { SHAPE } else { 0 } | if view { VIEW } else { 0 };
        }
        Lexicon { table: self.table, heads, cues, groups, furniture, false_friends }
    }
}

/// The forms of irregular verbs, as far as they are told: past, participle and gerund.
struct Irregular {
    /// By the lemma's key.
    sorted: Vec<(u128, &'static str, [Option<&'static str>; 3])>,
}

/// Stands for the forms of a verb of which only the last letter doubles.
const DOUBLING: &str = "+";

impl Irregular {
    fn read() -> Self {
        let mut sorted = Vec::with_capacity(512);
        for line in lines(include_str!("data/irregular.txt")) {
            let mut words = line.split_ascii_whitespace();
            let word = words.next().expect("a line has a word");
            let forms = match word.strip_suffix(DOUBLING) {
                Some(_) => [Some(DOUBLING), None, None],
                None => [words.next(), words.next(), words.next()],
            };
            let lemma = word.trim_end_matches(DOUBLING);
            sorted.push((table::key_of(lemma.as_bytes()), lemma, forms));
        }
        sorted.sort_unstable_by_key(|&(key, ..)| key);
        Irregular { sorted }
    }

    fn of(&self, lemma: &str) -> Option<[Option<&'static str>; 3]> {
        if lemma.len() > table::INLINE {
            return None;
        }
        let key = table::key_of(lemma.as_bytes());
        let place = self.sorted.binary_search_by_key(&key, |&(key, ..)| key).ok()?;
        Some(self.sorted[place].2)
    }

    /// The lemmas in the order of the alphabet.
    fn lemmas(&self) -> impl Iterator<Item = &'static str> {
        let mut lemmas: Vec<_> = self.sorted.iter().map(|&(_, lemma, _)| lemma).collect();
        lemmas.sort_unstable();
        lemmas.into_iter()
    }
}

/// The lines of a data file without comments and blank ones.
pub(super) fn lines(file: &str) -> impl Iterator<Item = &str> {
    let text = |line: &str| {
        let whole = line.len();
        // looking for a byte is faster than looking where it is, and most lines have none
        if line.as_bytes().contains(&b'#') { line.find('#').unwrap_or(whole) } else { whole }
    };
    file.lines().map(move |line| line[..text(line)].trim_ascii()).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::{Lexicon, WordId};

    /// So that figures need not be looked up.
    #[test]
    fn no_word_begins_with_a_figure() {
        let lexicon = Lexicon::built_in();
        for id in (1..lexicon.len()).map(|n| WordId(n as u16)) {
            assert!(!lexicon.letters(id)[0].is_ascii_digit(), "{}", lexicon.word(id));
        }
    }
}
