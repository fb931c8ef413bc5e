//! Contract: writes one W3C Web Annotation per statement, each a JSON-LD document on its own line,
//! offsets in characters.

use serde_json::{Value, json};

use super::{Format, Offsets};
use crate::article::{Article, Statement};
use crate::span::Span;

/// The number of characters of context before and after a quotation.
const AROUND: usize = 32;

/// Export to [W3C Web Annotations](https://www.w3.org/TR/annotation-model/): one line per
/// statement, each a JSON-LD document of its own.
///
/// The target is the content, selected by its position in characters and by its words with their
/// context. A content of several pieces has one target per piece, in order, each with both
/// selectors. The bodies give the category (purpose `classifying`, with the rule and the kind), the
/// speaker (`identifying`), and the positions of the cue and the source (`describing`). Properties
/// that the model does not define have the prefix `dictum:`.
///
/// An id that is an IRI (`https:`, `http:`, `urn:`) is used as the target's source; any other id is
/// prefixed with `urn:dictum:document:`.
///
/// ```
/// use dictum::export::{Format, WebAnnotation};
///
/// let article = dictum::Extractor::default().extract("“Ça va,” said Moor.");
/// let mut line = Vec::new();
/// WebAnnotation.article("https://news.example/17", &article, &mut line);
/// let annotation: serde_json::Value = serde_json::from_slice(&line)?;
/// let target = &annotation["target"];
/// assert_eq!(target["source"], "https://news.example/17");
/// assert_eq!(target["selector"][0], serde_json::json!({"type": "TextPositionSelector", "start": 0, "end": 8}));
/// assert_eq!(target["selector"][1]["suffix"], " said Moor.");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// To get one JSON array: `jq --slurp . < annotations.jsonl`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WebAnnotation;

impl Format for WebAnnotation {
    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>) {
        let page = Page { text: article.text(), offsets: Offsets::new(article.text()), source: source(id) };
        let name = escaped(id, "-._~");
        for statement in article.statements() {
            super::json(&page.annotation(&name, statement), out);
            out.push(b'\n');
        }
    }
}

struct Page<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
    /// The article's IRI.
    source: String,
}

impl Page<'_> {
    fn annotation(&self, name: &str, statement: Statement<'_, '_>) -> Value {
        let targets: Vec<Value> = statement.content().spans().iter().map(|&span| self.place(span)).collect();
        json!({
            "@context": ["http://www.w3.org/ns/anno.jsonld", {"dictum": "urn:dictum:term:"}],
            "id": format!("urn:dictum:statement:{name}:{}", statement.index()),
            "type": "Annotation",
            "motivation": "classifying",
            "generator": {
                "id": concat!("urn:dictum:version:", env!("CARGO_PKG_VERSION")),
                "type": "Software",
                "name": concat!("dictum ", env!("CARGO_PKG_VERSION")),
            },
            "body": self.bodies(statement),
            "target": if let [target] = &targets[..] { target.clone() } else { targets.into() },
        })
    }

    fn bodies(&self, statement: Statement<'_, '_>) -> Vec<Value> {
        let text = |purpose: &str, value: &str| json!({"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value});
        let mut category = text("classifying", statement.category());
        category["dictum:kind"] = statement.kind().as_str().into();
        category["dictum:confidence"] = json!((f64::from(statement.confidence()) * 100.0).round() / 100.0);
        if let Some(rule) = statement.evidence().rule() {
            category["dictum:rule"] = rule.into();
        }
        let mut bodies = vec![category];
        if let Some(speaker) = statement.speaker() {
            let mut body = text("identifying", &speaker.name());
            if let Some(role) = speaker.role() {
                body["dictum:role"] = role.as_ref().into();
            }
            if let Some(organization) = speaker.organization() {
                body["dictum:organization"] = organization.as_ref().into();
            }
            bodies.push(body);
        }
        let cue = statement.cue().map(|cue| (cue.span(), "cue"));
        let source = statement.source().map(|source| (source.span(), "source"));
        for (span, part) in [cue, source].into_iter().flatten() {
            let mut body = self.place(span);
            body["purpose"] = "describing".into();
            body["dictum:part"] = part.into();
            bodies.push(body);
        }
        bodies
    }

    /// A target for a piece of the text, by position and by quotation.
    fn place(&self, span: Span) -> Value {
        let characters = self.offsets.characters_of(span);
        let before = &self.text[..span.start()];
        let after = &self.text[span.end()..];
        let prefix = before.char_indices().rev().take(AROUND).last().map_or("", |(at, _)| &before[at..]);
        let suffix = after.char_indices().nth(AROUND).map_or(after, |(at, _)| &after[..at]);
        json!({
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {"type": "TextPositionSelector", "start": characters.start, "end": characters.end},
                {"type": "TextQuoteSelector", "exact": span.of(self.text), "prefix": prefix, "suffix": suffix},
            ],
        })
    }
}

/// The IRI of the article with the given id.
fn source(id: &str) -> String {
    if ["https://", "http://", "urn:"].iter().any(|scheme| id.starts_with(scheme)) {
        escaped(id, "-._~:/?#[]@!$&'()*+,;=%")
    } else {
        format!("urn:dictum:document:{}", escaped(id, "-._~/"))
    }
}

/// The bytes of `text` that are neither letters nor digits of ASCII nor `plain`, as `%` and two
/// digits.
fn escaped(text: &str, plain: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}
