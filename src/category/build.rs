//! Reads `families.txt` at build time and packs it for `family.rs`. Words that the lexicon lacks
//! fail the build.

mod families;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::lexicon::{Lexicon, WordId};
use crate::packed::Writer;
use families::Families;

const TABLE: &str = include_str!("families.txt");

/// Writes the families of words to files in `folder`: `families` has the special ones, then the
/// pairs of families that words speak for and name; `families_of` has the index of each word's
/// pair.
pub(super) fn pack(folder: &Path) {
    let lexicon = Lexicon::built_in();
    // of the few words that have any
    let mut words: BTreeMap<u16, (Families, Families)> = BTreeMap::new();
    let [mut mouthpiece, mut outsider, mut safety] = [Families::NONE; 3];
    for (n, (name, speakers, named)) in TABLE.lines().filter_map(row).enumerate() {
        let family = Families(1 << n);
        match name {
            "spoken-for" => mouthpiece = family,
            "outsider" => outsider = family,
            "safety" => safety = family,
            _ => {}
        }
        for id in speakers.split_ascii_whitespace().flat_map(|word| forms(name, word, lexicon)) {
            let (speaks, _) = words.entry(id.0).or_default();
            *speaks = speaks.union(family);
        }
        for id in named.split_ascii_whitespace().flat_map(|word| forms(name, word, lexicon)) {
            let (_, names) = words.entry(id.0).or_default();
            *names = names.union(family);
        }
    }
    // the first pair is empty and shared by most words
    let mut pairs = vec![(Families::NONE, Families::NONE)];
    let mut of_words = vec![0; lexicon.len()];
    for (id, pair) in words {
        let known = pairs.iter().position(|known| *known == pair);
        let at = known.unwrap_or_else(|| {
            pairs.push(pair);
            pairs.len() - 1
        });
        of_words[usize::from(id)] = u8::try_from(at).expect("there are fewer combinations of families");
    }
    let mut packed = Writer::default();
    for Families(bits) in [mouthpiece, outsider, safety] {
        packed.number(bits as usize);
    }
    for (Families(speaks), Families(names)) in pairs {
        packed.number(speaks as usize);
        packed.number(names as usize);
    }
    fs::write(folder.join("families"), packed.finish()).expect(super::WRITABLE);
    fs::write(folder.join("families_of"), of_words).expect(super::WRITABLE);
}

/// The family's name, its speakers and its names, from a line that is not a comment.
fn row(line: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = line.split_once(": ").filter(|_| !line.starts_with('#'))?;
    let (speakers, named) = rest.split_once('|')?;
    Some((name, speakers, named))
}

/// A noun and its plural, if the lexicon has that.
fn forms(family: &str, word: &str, lexicon: &Lexicon) -> impl Iterator<Item = WordId> {
    let plural = match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{word}s"),
    };
    let ids = [lexicon.id(word), lexicon.id(&plural)];
    if ids[0] == WordId::NONE {
        println!("cargo::error=src/category/families.txt: {family}: the lexicon has no word `{word}`");
    }
    ids.into_iter().filter(|&id| id != WordId::NONE)
}
