//! Packs the built-in rule sets at build time: parses their files and writes their trees. Invalid
//! keys or values fail the build.

mod classed;
mod clause;
mod common;
mod drafts;
mod error;
#[path = "no_expressions.rs"]
mod expressions;
mod extend;
mod format;
mod grammar;
mod index;
mod node;
mod pack;
mod pack_index;
mod pack_patterns;
mod part;
mod pattern;
mod postings;
mod prefix_filter;
mod sets;
mod signature;
mod term_lists;
mod terms;
mod toml;
mod word_list;

use std::fs;
use std::path::Path;

use error::Problems;
use format::File;
use node::{Node, Value};

/// Writes the built-in rule sets to files in `folder`: their trees, and what is compiled from their
/// patterns. A set that extends another comes after it.
pub(super) fn pack(folder: &Path) {
    let mut bases: Vec<File> = Vec::new();
    for (name, source) in
        [("statements", include_str!("statements.toml")), ("speech_acts", include_str!("speech_acts.toml"))]
    {
        let mut problems = Problems::of(source);
        let tree = toml::read(source, &mut problems);
        let file = tree.as_ref().map(|tree| extended(File::of(tree, &mut problems), &bases, &mut problems));
        for problem in &problems.list {
            println!("cargo::error=src/rules/{name}.toml: {problem}");
        }
        let Some((tree, file)) = tree.zip(file).filter(|_| problems.list.is_empty()) else { continue };
        write(&folder.join(name), &tree);
        write(&folder.join(name.to_owned() + "_bare"), &bare(tree));
        match pack_patterns::pack(&file) {
            Ok([elements, index]) => {
                for (part, bytes) in [("elements", elements), ("index", index)] {
                    fs::write(folder.join(name).with_extension(part), bytes).expect(super::WRITABLE);
                }
            }
            Err(problem) => println!("cargo::error=src/rules/{name}.toml: {problem}"),
        }
        bases.push(file);
    }
}

/// The file with what it has from the one of `bases` that it extends.
fn extended(file: File, bases: &[File], problems: &mut Problems<'_>) -> File {
    let Some(name) = file.extends.clone() else { return file };
    let is_base = |base: &&File| base.name.as_ref().is_some_and(|known| known.value == name.value);
    let Some(base) = bases.iter().find(is_base) else {
        problems.add(name.at, None, format!("`{}` is not a rule set before this one", name.value));
        return file;
    };
    extend::extend(base.clone(), file, name.at, problems)
}

/// Writes the tree to files with this name.
fn write(path: &Path, tree: &Node) {
    let mut packed = pack::Packed::default();
    packed.node(tree);
    for (part, bytes) in [("letters", packed.letters.into_bytes()), ("tree", packed.tree.finish())] {
        fs::write(path.with_extension(part), bytes).expect(super::WRITABLE);
    }
}

/// The tree without its patterns, which are packed apart, and without the lists, which are in
/// these.
fn bare(mut tree: Node) -> Node {
    let Value::Table(fields) = &mut tree.value else { return tree };
    fields.retain(|(key, _)| key.value != "lists");
    for (_, rules) in fields.iter_mut().filter(|(key, _)| ["rule", "change"].contains(&&*key.value)) {
        let Value::List(rules) = &mut rules.value else { continue };
        for rule in rules {
            if let Value::Table(fields) = &mut rule.value {
                fields.retain(|(key, _)| !["any", "all", "none", "note"].contains(&&*key.value));
            }
        }
    }
    tree
}
