//! Contract: turns an HTML fragment into text blocks, one per paragraph, heading or list item,
//! separated by blank lines. White space is collapsed to one space; figures, tables and elements
//! that a browser does not show as text are omitted.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Inline elements; all others begin and end a block.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose text is not part of the article.
const SKIPPED: &[&str] = &[
    "aside",
    "audio",
    "button",
    "canvas",
    "figcaption",
    "figure",
    "footer",
    "form",
    "iframe",
    "math",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "table",
    "template",
    "textarea",
    "video",
];

/// The title and the blocks of `content`; a title that `content` repeats is omitted there.
pub fn text(title: &str, content: &str) -> String {
    let blocks = Blocks { state: RefCell::default() };
    let tokenizer = Tokenizer::new(blocks, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(content));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let State { mut blocks, .. } = tokenizer.sink.state.into_inner();
    blocks.retain(|block| !block.is_empty());
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if !title.is_empty() && blocks.first() != Some(&title) {
        blocks.insert(0, title);
    }
    blocks.join("\n\n") + "\n"
}

struct Blocks {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    blocks: Vec<String>,
    /// Whether white space follows the last word.
    space: bool,
    /// The number of open elements from [`SKIPPED`].
    outside: usize,
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if SKIPPED.contains(&name) && !tag.self_closing {
            match tag.kind {
                TagKind::StartTag => self.outside += 1,
                TagKind::EndTag => self.outside = self.outside.saturating_sub(1),
            }
        }
        if name == "br" {
            self.space = true;
        } else if !INLINE.contains(&name) && self.blocks.last().is_some_and(|block| !block.is_empty()) {
            self.blocks.push(String::new());
        }
    }

    fn characters(&mut self, text: &str) {
        if self.outside > 0 {
            return;
        }
        if self.blocks.is_empty() {
            self.blocks.push(String::new());
        }
        let Some(block) = self.blocks.last_mut() else { return };
        for word in text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if !bare.is_empty() {
                if self.space && !block.is_empty() {
                    block.push(' ');
                }
                block.push_str(bare);
                self.space = false;
            }
            self.space |= bare.len() < word.len();
        }
    }
}

impl TokenSink for Blocks {
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
