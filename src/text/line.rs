//! Contract: joins the lines of a text into blocks; a blank line always parts two blocks, a line break does unless it
//! falls inside a sentence of hard-wrapped text.

use super::Run;
use super::marker::Marker;
use super::token::{Gap, Kind, Token};

/// Narrower than this, a text is a list rather than wrapped.
const NARROWEST: usize = 30;

/// The blocks of a text, in order.
pub(super) fn blocks(source: &str, tokens: &[Token]) -> Vec<Run> {
    let mut blocks = Vec::new();
    let wrapped = is_wrapped(source, tokens);
    for group in groups(tokens) {
        let lines = Lines::of(source, tokens, group, wrapped);
        let mut start = group.first();
        for i in line_starts(tokens, group) {
            if !lines.joins(start, i) {
                blocks.push(Run::new(start, i));
                start = i;
            }
        }
        blocks.push(Run::new(start, group.stop()));
    }
    blocks
}

/// The lines between two blank ones.
struct Lines<'a> {
    source: &'a str,
    tokens: &'a [Token],
    /// The bytes of the longest line.
    width: usize,
    /// The last line ends as a sentence does.
    punctuated: bool,
    /// The whole text is hard-wrapped.
    wrapped: bool,
}

impl<'a> Lines<'a> {
    fn of(source: &'a str, tokens: &'a [Token], group: Run, wrapped: bool) -> Self {
        let mut width = 0;
        let mut start = group.first();
        for stop in line_starts(tokens, group).chain([group.stop()]) {
            width = width.max(tokens[stop - 1].span().end() - tokens[start].span().start());
            start = stop;
        }
        Lines { source, tokens, width, punctuated: ends_sentence(tokens, group.stop()), wrapped }
    }

    /// Whether the line that starts at token `i` goes on with the block from `start`.
    fn joins(&self, start: usize, i: usize) -> bool {
        if self.punctuated && continues(self.source, self.tokens, i) {
            return true;
        }
        let item = Marker::read(self.source, self.tokens, i).is_some()
            && (ends_sentence(self.tokens, i) || Marker::read(self.source, self.tokens, start).is_some());
        self.wrapped && !item && self.width >= NARROWEST && self.is_full(i)
    }

    /// Whether the word `i` would not have fitted on the line before it.
    fn is_full(&self, i: usize) -> bool {
        let line = (0..i).rev().find(|&j| self.tokens[j].gap >= Gap::Line).unwrap_or(0);
        let width = self.tokens[i - 1].span().end() - self.tokens[line].span().start();
        // the word goes on to the next space
        let word = (i + 1..self.tokens.len()).find(|&j| self.tokens[j].gap > Gap::None);
        let end = self.tokens[word.unwrap_or(self.tokens.len()) - 1].span().end();
        width + 1 + end - self.tokens[i].span().start() > self.width
    }
}

/// Whether lines break inside sentences throughout the text.
fn is_wrapped(source: &str, tokens: &[Token]) -> bool {
    let (mut breaks, mut inside) = (0, 0);
    for (i, token) in tokens.iter().enumerate() {
        if token.gap == Gap::Line {
            breaks += 1;
            inside += usize::from(continues(source, tokens, i));
        }
    }
    // one in three: the others fall before names, numbers and at a paragraph's end
    breaks > 0 && inside * 3 >= breaks
}

/// Whether the line break before token `i` falls inside a sentence: no mark before it, a lower-case word after it.
fn continues(source: &str, tokens: &[Token], i: usize) -> bool {
    let open =
        matches!(tokens[i - 1].kind, Kind::Word | Kind::Number | Kind::Clitic | Kind::Comma | Kind::Dash);
    open && tokens[i].kind == Kind::Word && tokens[i].span().of(source).starts_with(char::is_lowercase)
}

/// Whether the tokens before `stop` end as a sentence does.
pub(super) fn ends_sentence(tokens: &[Token], stop: usize) -> bool {
    let closing = |t: &&Token| matches!(t.kind, Kind::Mark | Kind::Close);
    tokens[..stop].iter().rev().take(6).find(|t| !closing(t)).is_some_and(|t| {
        matches!(t.kind, Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis) || t.is_dotted()
    })
}

/// The runs of tokens between blank lines.
fn groups(tokens: &[Token]) -> impl Iterator<Item = Run> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= tokens.len() {
            return None;
        }
        let length = tokens[start + 1..].iter().take_while(|t| t.gap < Gap::Blank).count() + 1;
        let group = Run::new(start, start + length);
        start += length;
        Some(group)
    })
}

/// The first tokens of the lines of `group` but the first.
fn line_starts(tokens: &[Token], group: Run) -> impl Iterator<Item = usize> {
    group.indices().skip(1).filter(|&i| tokens[i].gap == Gap::Line)
}
