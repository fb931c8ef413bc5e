//! The words that fill the gaps of a template: lists of the lexicon, and made-up surnames.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;

use super::random::Random;

/// Words of which any can take the place of any other, such as the plurals for persons.
pub type Class = usize;

pub struct Words {
    pub women: Vec<String>,
    pub men: Vec<String>,
    pub surnames: Vec<String>,
    pub places: Vec<String>,
    lists: Vec<Vec<String>>,
    classes: HashMap<String, Class>,
}

type Sections = BTreeMap<String, Vec<String>>;

impl Words {
    pub fn read() -> Self {
        let mut sections = sections();
        let mut names = |section: &str| {
            let names = sections.remove(section).unwrap_or_default();
            names.iter().map(|name| capitalised(name)).collect()
        };
        let (women, men, places) = (names("name.female"), names("name.male"), names("name.place"));
        let lists = interchangeable(sections);
        let classes = lists.iter().enumerate();
        let classes = classes.flat_map(|(class, list)| list.iter().map(move |word| (word.clone(), class)));
        Self { women, men, surnames: surnames(), places, classes: classes.collect(), lists }
    }

    pub fn class(&self, word: &str) -> Option<Class> {
        self.classes.get(word).copied()
    }

    pub fn list(&self, class: Class) -> &[String] {
        &self.lists[class]
    }
}

/// The sections of the lexicon's data files that consist of plain words.
fn sections() -> Sections {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data/en");
    let entries = fs::read_dir(folder).expect("the lexicon is part of the project");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    let mut sections = Sections::new();
    for path in paths {
        add_sections(&fs::read_to_string(path).expect("data files are UTF-8"), &mut sections);
    }
    sections
}

/// Adds the words of a data file to their sections. A section "noun +s" has the plurals too.
fn add_sections(file: &str, sections: &mut Sections) {
    let (mut section, mut with_plurals) = (String::new(), false);
    for line in file.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.trim_end_matches(']');
            with_plurals = heading.ends_with(" +s");
            heading.trim_end_matches(" +s").clone_into(&mut section);
            continue;
        }
        let words = sections.entry(section.clone()).or_default();
        for word in line.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)) {
            words.push(word.to_owned());
            words.extend(with_plurals.then(|| plural(word)));
        }
    }
}

/// Lists of nouns and adjectives without the words that may be something else: "plan" in a sentence
/// may be a verb, which no noun can replace.
fn interchangeable(sections: Sections) -> Vec<Vec<String>> {
    const OPEN: [&str; 4] = ["adjective", "noun", "noun.group", "noun.person"];
    let (open, others): (Sections, Sections) =
        sections.into_iter().partition(|(section, _)| OPEN.contains(&section.as_str()));
    let others: HashSet<String> = others.into_values().flatten().collect();
    let is_else = |word: &str| others.contains(word) || others.contains(word.trim_end_matches('s'));
    let mut lists = Vec::new();
    for (section, mut words) in open {
        words.retain(|word| !is_else(word));
        let is_plural =
            |word: &String| section != "adjective" && word.ends_with('s') && !word.ends_with("ss");
        lists.extend(<[_; 2]>::from(words.into_iter().partition::<Vec<_>, _>(is_plural)));
    }
    lists.retain(|list| !list.is_empty());
    lists
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Surnames such as "Tarnwick" and "Olbereska", which are in no list.
fn surnames() -> Vec<String> {
    const FIRST: &[&str] = &[
        "Al", "Bar", "Cor", "Dal", "El", "Fen", "Gor", "Har", "Ib", "Jar", "Kel", "Lor", "Mar", "Nor", "Ol",
        "Pra", "Quil", "Ros", "Sta", "Tar", "Ul", "Ver", "Wex", "Zan",
    ];
    const MIDDLE: &[&str] = &["", "", "", "be", "da", "gi", "ke", "lo", "ni", "ra", "sto", "ve"];
    const LAST: &[&str] = &[
        "by", "combe", "dan", "er", "ford", "gar", "ham", "ic", "ko", "ler", "man", "nell", "o", "ova",
        "reska", "son", "ti", "vane", "wick", "zek",
    ];
    let mut random = Random::new(0);
    (0..4000).map(|_| [FIRST, MIDDLE, LAST].map(|list| *random.one_of(list)).concat()).collect()
}
