//! Page furniture: what a web page holds beside its article, told by its phrases.

use std::sync::LazyLock;

use super::Run;
use super::token::Token;

/// What the phrases say about a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Article,
    Furniture,
    /// Furniture, and so is all that follows.
    Closing,
}

/// A longer block is an article's, whatever it begins with.
const LONGEST: usize = 160;

struct Phrases {
    closing: Vec<&'static str>,
    whole: Vec<&'static str>,
    opening: Vec<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases { closing: Vec::new(), whole: Vec::new(), opening: Vec::new() };
    let mut section = "";
    for line in
        include_str!("../lexicon/data/furniture.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty())
    {
        match (line, section) {
            ("[closing]" | "[whole]" | "[opening]", _) => section = line,
            (phrase, "[closing]") => phrases.closing.push(phrase),
            (phrase, "[whole]") => phrases.whole.push(phrase),
            (phrase, _) => phrases.opening.push(phrase),
        }
    }
    phrases
});

/// Tells an article's block from furniture.
pub(super) fn place(source: &str, tokens: &[Token], run: Run) -> Place {
    let (start, end) = (tokens[run.first()].span().start(), tokens[run.stop() - 1].span().end());
    if end - start > LONGEST {
        return Place::Article;
    }
    let text = source[start..end].split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let tail = |phrase: &&str| {
        bare.strip_prefix(*phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    if PHRASES.closing.iter().any(|p| bare == *p || text.len() < 80 && tail(p) && p.contains("log in")) {
        Place::Closing
    } else if PHRASES.whole.contains(&bare) || PHRASES.opening.iter().any(|p| text.starts_with(*p)) {
        Place::Furniture
    } else {
        Place::Article
    }
}
