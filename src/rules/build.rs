//! Packs the built-in rule sets at build time: parses their files and writes their trees. Invalid
//! keys or values fail the build.

mod clause;
mod error;
mod format;
mod grammar;
mod node;
mod pack;
mod toml;

use std::fs;
use std::path::Path;

use error::Problems;

/// Writes the trees of the built-in rule sets to files in `folder`.
pub(super) fn pack(folder: &Path) {
    for (name, source) in
        [("statements", include_str!("statements.toml")), ("speech_acts", include_str!("speech_acts.toml"))]
    {
        let mut problems = Problems::of(source);
        let tree = toml::read(source, &mut problems);
        if let Some(tree) = &tree {
            format::File::of(tree, &mut problems);
        }
        for problem in &problems.list {
            println!("cargo::error=src/rules/{name}.toml: {problem}");
        }
        let Some(tree) = tree.filter(|_| problems.list.is_empty()) else { continue };
        let mut packed = pack::Packed::default();
        packed.node(&tree);
        for (part, bytes) in [("letters", packed.letters.into_bytes()), ("tree", packed.tree.finish())] {
            fs::write(folder.join(name).with_extension(part), bytes).expect(super::WRITABLE);
        }
    }
}
