//! Decides whether a sentence is right: the expected statements are found, word by word, and no
//! others.
//!
//! Words are compared without surrounding punctuation, so quotation marks, commas and full stops do
//! not matter, nor does "that" before a clause. The cue may have more words than expected: "has
//! also said" for "said".

use dictum::{Article, Statement};

use crate::markup::{Expected, Piece};
use crate::sample::Example;

/// The result for a sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    Right,
    /// An expected statement is missing: none has its cue.
    Missing,
    /// The cue was found, but with a different content.
    Content,
    Source,
    Cue,
    /// There is an additional statement.
    Extra,
}

/// A verdict and what was found.
pub struct Judged {
    pub verdict: Verdict,
    pub found: Vec<String>,
}

/// Compares the statements found in the text with the expected ones.
pub fn judge(article: &Article, example: &Example) -> Judged {
    let found: Vec<Found> = article.statements().map(Found::of).collect();
    let wrong = example.expected.iter().map(|expected| compare(expected, &found));
    let verdict = wrong.into_iter().find(|&verdict| verdict != Verdict::Right).unwrap_or({
        let extra = found.len() > example.expected.len() && !example.lenient;
        if extra { Verdict::Extra } else { Verdict::Right }
    });
    Judged { verdict, found: article.statements().map(shown).collect() }
}

/// The words of a found statement.
struct Found<'t> {
    source: Vec<&'t str>,
    cue: Vec<&'t str>,
    content: Vec<&'t str>,
}

impl<'t> Found<'t> {
    fn of(statement: Statement<'_, 't>) -> Self {
        let mut content: Vec<&str> =
            statement.content().pieces().flat_map(|piece| words(piece.text())).collect();
        if content.first().is_some_and(|first| first.eq_ignore_ascii_case("that")) {
            content.remove(0);
        }
        Found {
            source: statement.source().map(|source| words(source.text())).unwrap_or_default(),
            cue: statement.cue().map(|cue| words(cue.text())).unwrap_or_default(),
            content,
        }
    }
}

fn shown(statement: Statement) -> String {
    let source = statement.source().map_or("-", |source| source.text());
    let cue = statement.cue().map_or("-", |cue| cue.text());
    format!("{source} | {cue} | {}", statement.content())
}

fn compare(expected: &Expected, found: &[Found]) -> Verdict {
    let cue = words(&expected.cue);
    let has_cue = |found: &&Found| found.cue.windows(cue.len()).any(|run| run == cue);
    let Some(same) = found.iter().find(|found| fits(&expected.content, &found.content)) else {
        return if found.iter().any(|found| has_cue(&found)) { Verdict::Content } else { Verdict::Missing };
    };
    if !fits(&expected.source, &same.source) {
        Verdict::Source
    } else if has_cue(&same) {
        Verdict::Right
    } else {
        Verdict::Cue
    }
}

/// Whether the words are those of the pieces, with or without the optional ones.
fn fits(pieces: &[Piece], found: &[&str]) -> bool {
    let Some((piece, rest)) = pieces.split_first() else { return found.is_empty() };
    let after = found.strip_prefix(words(&piece.text).as_slice());
    after.is_some_and(|after| fits(rest, after)) || (piece.optional && fits(rest, found))
}

/// The words of a text, without surrounding punctuation.
pub fn words(text: &str) -> Vec<&str> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).collect()
}
