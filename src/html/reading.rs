//! Contract: reads the article of a page in two ways if it is short, and keeps the better one.
//!
//! Short news and a page of which only a teaser was found look alike. The search for the article
//! first drops elements by their names, and keeps these if what it finds is shorter than a limit.
//! They may be reader comments or most of the article, so two readings with different limits are
//! compared by their sentences.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::blocks::INLINE;

/// The limits of the two readings, in characters; the second one is the default of the crate
/// `legible`.
const FIRST: usize = 200;
const SECOND: usize = 500;

/// The beginnings of words in the class or id of an element whose text is not the article's.
const AROUND: &[&str] = &[
    "comment",
    "consent",
    "cookie",
    "disqus",
    "gdpr",
    "newsletter",
    "promo",
    "recommend",
    "related",
    "replies",
    "respond",
    "share",
    "sharing",
    "shoutbox",
    "sponsor",
    "subscri",
    "teaser",
];

/// Elements without an end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The article of a page.
pub(super) fn article(page: &str) -> legible::Result<legible::Article> {
    let first = read(page, FIRST)?;
    // a longer one, or one below both limits, is the same in both readings
    if !(FIRST..SECOND).contains(&first.length) {
        return Ok(first);
    }
    // half as much again: a reader's comment may have lost the element that names it
    match read(page, SECOND) {
        Ok(second) if 2 * worth(&second.content) > 3 * worth(&first.content) => Ok(second),
        _ => Ok(first),
    }
}

/// The article of a page if `least` characters are content; classes are kept for [`worth`].
fn read(page: &str, least: usize) -> legible::Result<legible::Article> {
    let options = legible::Options::new().char_threshold(least).keep_classes(true);
    legible::parse(page, None, Some(options))
}

/// The characters in blocks that end as sentences do, less all others: those in links, in other
/// blocks and in elements around an article.
fn worth(content: &str) -> i64 {
    let tokenizer = Tokenizer::new(Worth::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(content));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut state = tokenizer.sink.state.into_inner();
    state.end_block();
    state.worth
}

#[derive(Default)]
struct Worth {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    worth: i64,
    /// The characters of the open block that are not in links, and the last of them.
    own: i64,
    last: Option<char>,
    links: usize,
    /// The number of open elements from one around the article on.
    around: usize,
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let opens = tag.kind == TagKind::StartTag;
        if !INLINE.contains(&&*tag.name) && &*tag.name != "br" {
            self.end_block();
        }
        if VOID.contains(&&*tag.name) || tag.self_closing {
            return;
        }
        if &*tag.name == "a" {
            self.links = if opens { self.links + 1 } else { self.links.saturating_sub(1) };
        }
        if !opens {
            self.around = self.around.saturating_sub(1);
        } else if self.around > 0 || is_around(tag) {
            self.around += 1;
        }
    }

    fn end_block(&mut self) {
        let ends = self.last.take().is_some_and(|last| ".!?…\"'”’»)".contains(last));
        self.worth += if ends { self.own } else { -self.own };
        self.own = 0;
    }

    fn characters(&mut self, text: &str) {
        let count = text.chars().filter(|c| !c.is_whitespace()).map(|_| 1_i64).sum::<i64>();
        if self.around > 0 || self.links > 0 {
            self.worth -= count;
        } else {
            self.own += count;
        }
        self.last = text.trim_end().chars().next_back().or(self.last);
    }
}

/// Whether an element is named as one around an article.
fn is_around(tag: &Tag) -> bool {
    let names = tag.attrs.iter().filter(|attr| matches!(&*attr.name.local, "class" | "id"));
    let mut words = names.flat_map(|attr| attr.value.split(|c: char| !c.is_ascii_alphabetic()));
    words.any(|word| AROUND.iter().any(|start| word.to_ascii_lowercase().starts_with(start)))
}

impl TokenSink for Worth {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.state.borrow_mut().tag(&tag),
            Token::CharacterTokens(text) => self.state.borrow_mut().characters(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests;
