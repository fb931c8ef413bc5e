//! Contract: joins the lines of a text into blocks; a blank line always separates blocks, and so
//! does a line break unless it falls inside a sentence of hard-wrapped text.

use super::Run;
use super::marker::Marker;
use super::token::{Gap, Kind, Token};

/// A text with lines shorter than this is a list, not hard-wrapped.
const NARROWEST: usize = 30;

/// Calls `see` for each block of a text, in order; `starts` are the first tokens of the lines.
pub(super) fn each_block(source: &str, tokens: &[Token], starts: &[u32], mut see: impl FnMut(Run)) {
    let wrapped = is_wrapped(source, tokens, starts);
    let mut rest = starts;
    while let Some((&first, after)) = rest.split_first() {
        // the lines up to the next blank one
        let more = after.iter().take_while(|&&i| tokens[i as usize].gap == Gap::Line).count();
        let stop = after.get(more).map_or(tokens.len(), |&i| i as usize);
        let lines = Lines::of(source, tokens, &rest[..=more], stop, wrapped);
        let (mut start, mut line) = (first as usize, first as usize);
        for &i in &after[..more] {
            let i = i as usize;
            if !lines.joins(start, line, i) {
                see(Run::new(start, i));
                start = i;
            }
            line = i;
        }
        see(Run::new(start, stop));
        rest = &after[more..];
    }
}

/// The lines between two blank ones.
struct Lines<'a> {
    source: &'a str,
    tokens: &'a [Token],
    /// The length of the longest line in bytes; only set if it is needed.
    width: usize,
    /// Whether the last line ends like a sentence.
    punctuated: bool,
    /// Whether the whole text is hard-wrapped.
    wrapped: bool,
}

impl<'a> Lines<'a> {
    fn of(source: &'a str, tokens: &'a [Token], starts: &[u32], stop: usize, wrapped: bool) -> Self {
        let stops = starts.iter().skip(1).map(|&i| i as usize).chain([stop]);
        let widths = starts.iter().zip(stops).map(|(&start, stop)| width(tokens, start as usize, stop));
        let width = if wrapped { widths.max().unwrap_or(0) } else { 0 };
        Lines { source, tokens, width, punctuated: ends_sentence(tokens, stop), wrapped }
    }

    /// Whether the line that starts at token `i` continues the block from `start`; the previous
    /// line starts at `line`.
    fn joins(&self, start: usize, line: usize, i: usize) -> bool {
        if self.punctuated && continues(self.source, self.tokens, i) {
            return true;
        }
        if !self.wrapped || self.width < NARROWEST || !self.is_full(line, i) {
            return false;
        }
        let item = Marker::read(self.source, self.tokens, i).is_some()
            && (ends_sentence(self.tokens, i) || Marker::read(self.source, self.tokens, start).is_some());
        !item
    }

    /// Whether the word `i` would not have fitted on the previous line, which starts at `line`.
    fn is_full(&self, line: usize, i: usize) -> bool {
        // the word ends at the next space
        let word = (i + 1..self.tokens.len()).find(|&j| self.tokens[j].gap > Gap::None);
        let word = width(self.tokens, i, word.unwrap_or(self.tokens.len()));
        width(self.tokens, line, i) + 1 + word > self.width
    }
}

/// The number of bytes from token `start` to just before token `stop`.
fn width(tokens: &[Token], start: usize, stop: usize) -> usize {
    tokens[stop - 1].span().end() - tokens[start].span().start()
}

/// Whether line breaks fall inside sentences throughout the text.
fn is_wrapped(source: &str, tokens: &[Token], starts: &[u32]) -> bool {
    let (mut breaks, mut inside) = (0, 0);
    for i in starts.iter().map(|&i| i as usize).filter(|&i| tokens[i].gap == Gap::Line) {
        breaks += 1;
        inside += usize::from(continues(source, tokens, i));
    }
    // one in three: the others fall before names and numbers, and at ends of paragraphs
    breaks > 0 && inside * 3 >= breaks
}

/// Whether the line break before token `i` falls inside a sentence: between two words without
/// punctuation, the second in lower case.
fn continues(source: &str, tokens: &[Token], i: usize) -> bool {
    let open =
        matches!(tokens[i - 1].kind, Kind::Word | Kind::Number | Kind::Clitic | Kind::Comma | Kind::Dash);
    open && tokens[i].kind == Kind::Word && tokens[i].span().of(source).starts_with(char::is_lowercase)
}

/// Whether the tokens before `stop` end like a sentence.
pub(super) fn ends_sentence(tokens: &[Token], stop: usize) -> bool {
    let closing = |t: &&Token| matches!(t.kind, Kind::Mark | Kind::Close);
    tokens[..stop].iter().rev().take(6).find(|t| !closing(t)).is_some_and(|t| {
        matches!(t.kind, Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis) || t.is_dotted()
    })
}
