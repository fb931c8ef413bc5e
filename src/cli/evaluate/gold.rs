//! Gold statements and their articles.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::record::StatementRecord;
use crate::{Span, visible};

/// An article and its gold statements.
pub struct Article {
    pub name: String,
    pub text: String,
    pub statements: Vec<Gold>,
}

/// A gold statement and its tier.
pub struct Gold {
    pub statement: StatementRecord<'static>,
    pub tier: Tier,
}

/// Whether every reader would list the statement. A line without a tier is core.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    #[default]
    Core,
    Optional,
}

/// The fields of a gold line that a record does not have.
#[derive(Deserialize)]
struct Extra {
    #[serde(default)]
    tier: Tier,
}

impl Gold {
    fn read(line: &str) -> serde_json::Result<Self> {
        let Extra { tier } = serde_json::from_str(line)?;
        Ok(Gold { statement: serde_json::from_str(line)?, tier })
    }
}

/// Reads the gold file and the articles in the same folder.
pub fn read(path: &Path) -> Result<Vec<Article>, String> {
    let lines = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut by_document: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (i, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let gold = Gold::read(line).map_err(|error| {
            format!("{}: line {}, column {}: {error}", path.display(), i + 1, error.column())
        })?;
        by_document.entry(gold.statement.document.clone().into_owned()).or_default().push(gold);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let article = |(name, statements): (String, _)| {
        if name.contains(['/', '\\']) {
            return Err(format!(
                "the document `{}` is not in the folder of the gold file",
                visible::name(&name)
            ));
        }
        let path = folder.join(format!("{name}.txt"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Article { name, text, statements })
    };
    by_document.into_iter().map(article).collect()
}

impl Article {
    /// Every place where a gold statement does not match its article.
    pub fn contradictions(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (i, Gold { statement, .. }) in self.statements.iter().enumerate() {
            let mut check = |part: &str, spans: &[Span], expected: &str| {
                let under = self.under(spans);
                if under.as_deref() != Some(expected) {
                    let under = under.unwrap_or_else(|| "no text".into());
                    let number = i + 1;
                    found.push(format!(
                        "{}: statement {number}: {part} {spans:?} should be {expected:?}, but there is {under:?}",
                        self.name
                    ));
                }
            };
            check("content", &statement.content.spans, &statement.content.text);
            if let Some(cue) = &statement.cue {
                check("cue", &[cue.span], &cue.text);
            }
            if let Some((span, text)) = statement.speaker.as_ref().and_then(|s| s.span.zip(s.text.as_ref())) {
                check("speaker", &[span], text);
            }
        }
        found
    }

    /// The text of the spans, with the pieces joined as in records; `None` if they do not fit the
    /// text.
    fn under(&self, spans: &[Span]) -> Option<String> {
        let pieces: Option<Vec<_>> = spans.iter().map(|span| self.text.get(span.range())).collect();
        pieces.map(|pieces| pieces.join(" … "))
    }
}
