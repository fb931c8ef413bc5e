//! Contract: the text of a fragment of HTML in blocks, one a paragraph, heading or list item, with a blank line between them;
//! white space is one space; figures, tables and what a browser does not show as text are left out.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Elements that belong to the line they stand in; all others begin a block and end one.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose text is not the article's.
const PASSED_OVER: &[&str] = &[
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

/// The title and the blocks of `content`; the title is not told twice.
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
    /// Whether white space stands behind the last word.
    space: bool,
    /// How many elements are open that are passed over.
    outside: usize,
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if PASSED_OVER.contains(&name) && !tag.self_closing {
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
