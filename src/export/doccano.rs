//! Contract: writes one line of doccano's JSON per article, offsets in characters.

use serde_json::{Value, json};

use super::{Format, Offsets, regions};
use crate::article::Article;

/// Export to doccano: JSON Lines with one article per line, for a project of the type "sequence
/// labeling".
///
/// - [`spans`](Doccano::spans): each piece of a statement's content is a span labelled with the
///   category; cues and sources are spans labelled `cue` and `source`. Import as JSONL.
/// - [`relations`](Doccano::relations): the same spans, and relations from the first piece of a
///   content to its `cue`, its `source`, its other pieces (`continues`) and the statement that
///   contains it (`within`). Import as JSONL (relation) into a project with "use relation
///   labeling".
///
/// Spans overlap, so enable "allow overlapping spans" in the project; otherwise doccano drops the
/// later ones. The article's id is the example's metadata field `document`. doccano rejects empty
/// texts, so empty articles are omitted.
///
/// ```
/// use dictum::export::{Doccano, Format};
///
/// let article = dictum::Extractor::default().extract("Moor said the pier was safe.");
/// let mut line = Vec::new();
/// Doccano::spans().article("a17", &article, &mut line);
/// let line: serde_json::Value = serde_json::from_slice(&line)?;
/// assert_eq!(line["label"][0], serde_json::json!([10, 27, "claim"]));
///
/// let mut line = Vec::new();
/// Doccano::relations().article("a17", &article, &mut line);
/// let line: serde_json::Value = serde_json::from_slice(&line)?;
/// assert_eq!(line["relations"][0], serde_json::json!({"id": 0, "from_id": 0, "to_id": 1, "type": "cue"}));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doccano {
    relations: bool,
}

impl Doccano {
    /// An exporter of spans only.
    #[must_use]
    pub const fn spans() -> Self {
        Doccano { relations: false }
    }

    /// An exporter of spans and the relations between them.
    #[must_use]
    pub const fn relations() -> Self {
        Doccano { relations: true }
    }
}

impl Format for Doccano {
    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>) {
        if article.text().is_empty() {
            return;
        }
        let offsets = Offsets::new(article.text());
        let (regions, links) = regions::of(article);
        let places = regions.iter().map(|region| (offsets.characters_of(region.span), region.label));
        let mut line = json!({"document": id, "text": article.text()});
        if self.relations {
            let entity = |(id, (place, label)): (usize, (std::ops::Range<usize>, &str))| json!({"id": id, "start_offset": place.start, "end_offset": place.end, "label": label});
            let relation = |(id, link): (usize, &regions::Link)| json!({"id": id, "from_id": link.from, "to_id": link.to, "type": link.name});
            line["entities"] = places.enumerate().map(entity).collect();
            line["relations"] = links.iter().enumerate().map(relation).collect();
        } else {
            line["label"] =
                places.map(|(place, label)| json!([place.start, place.end, label])).collect::<Value>();
        }
        super::json(&line, out);
        out.push(b'\n');
    }
}
