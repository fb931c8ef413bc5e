//! Whole kinds of sentences get their category: tables whose combinations are all tried.

use std::collections::BTreeMap;

use dictum::{Extractor, Scope};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Grids {
    grid: Vec<Grid>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Grid {
    /// What the sentences have in common.
    why: String,
    category: String,
    /// The share of sentences that must get this category.
    floor: f64,
    frames: Vec<String>,
    slots: BTreeMap<String, Vec<String>>,
}

impl Grid {
    /// Every combination of the fillers of each frame's slots.
    fn sentences(&self) -> Vec<String> {
        let mut sentences = self.frames.clone();
        for (slot, fillers) in &self.slots {
            let slot = format!("{{{slot}}}");
            let fill = |text: String| -> Vec<String> {
                if text.contains(&slot) {
                    fillers.iter().map(|filler| text.replace(&slot, filler)).collect()
                } else {
                    vec![text]
                }
            };
            sentences = sentences.into_iter().flat_map(fill).collect();
        }
        sentences
    }
}

#[test]
#[allow(clippy::cast_precision_loss, reason = "there are a few thousand sentences")]
fn whole_kinds_of_sentences_get_their_category() {
    let file: Grids = toml::from_str(include_str!("rules/grids.toml")).expect("the grids are valid");
    let extractor = Extractor::builder().scope(Scope::Attributions).build().expect("the settings are valid");
    for grid in &file.grid {
        let sentences = grid.sentences();
        assert!(sentences.iter().all(|text| !text.contains('{')), "{}: a slot has no fillers", grid.why);
        let is_wrong = |text: &&String| {
            let article = extractor.extract(text);
            article.statements().next().is_none_or(|one| one.category() != grid.category)
        };
        let wrong: Vec<_> = sentences.iter().filter(is_wrong).collect();
        let right = 1.0 - wrong.len() as f64 / sentences.len() as f64;
        println!("{:5.1} % of {:4} {}", 100.0 * right, sentences.len(), grid.why);
        let shown = &wrong[..wrong.len().min(20)];
        assert!(right >= grid.floor, "{}: {right:.3} of {}; wrong: {shown:#?}", grid.why, sentences.len());
    }
}
