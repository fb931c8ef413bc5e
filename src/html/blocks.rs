//! Contract: turns an HTML fragment into text blocks, one per paragraph, heading or list item,
//! separated by blank lines. White space is collapsed to one space; quoted elements have quotation
//! marks; figures, tables and elements that a browser does not show as text are omitted, except
//! quotations in a figure.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::quoted::{self, Cite};

/// Inline elements; all others begin and end a block.
pub(super) const INLINE: &[&str] = &[
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
pub(super) fn text(title: &str, content: &str) -> String {
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
    /// The open `<q>` elements, innermost last.
    quotes: Vec<Quote>,
    /// The open `<blockquote>` elements: the index of the first block of each.
    blockquotes: Vec<usize>,
    /// The last element in a block quotation that may name its source.
    cite: Option<Cite>,
    /// Whether the open `<figure>` holds a quotation, of which its caption names the source.
    figure: Figure,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Figure {
    #[default]
    None,
    /// Nothing but a figure is skipped.
    Skipped,
    Quotation,
    /// In the caption: its first block.
    Caption(usize),
}

/// An open `<q>`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// No text has come yet.
    Empty,
    /// Its opening mark was added.
    Marked,
    /// The page writes the marks itself.
    OwnMarks,
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if name == "br" {
            self.space = true;
        } else if !INLINE.contains(&name) {
            self.end_block();
        }
        match name {
            "q" => self.quote(opens),
            "blockquote" => self.blockquote(opens),
            "cite" | "footer" if !self.blockquotes.is_empty() => self.cite(opens),
            "figcaption" if self.figure == Figure::Quotation && opens => {
                self.figure = Figure::Caption(self.blocks.len().saturating_sub(1));
            }
            "figcaption" if matches!(self.figure, Figure::Caption(_)) => self.end_caption(),
            "figure" if matches!(self.figure, Figure::Quotation | Figure::Caption(_)) => {
                self.figure = Figure::None;
            }
            _ if SKIPPED.contains(&name) && !tag.self_closing => {
                let only_figure = name == "figure" && opens && self.outside == 0;
                self.figure = if only_figure { Figure::Skipped } else { Figure::None };
                self.outside = if opens { self.outside + 1 } else { self.outside.saturating_sub(1) };
            }
            _ => {}
        }
    }

    /// Ends the block, unless it is empty.
    fn end_block(&mut self) {
        if self.blocks.last().is_some_and(|block| !block.is_empty()) {
            self.blocks.push(String::new());
        }
    }

    fn quote(&mut self, opens: bool) {
        if opens {
            self.quotes.push(Quote::Empty);
        } else if self.quotes.pop() == Some(Quote::Marked)
            && let Some(block) = self.blocks.last_mut()
        {
            block.push(quoted::marks(self.quotes.len()).1);
        }
    }

    fn blockquote(&mut self, opens: bool) {
        if opens {
            if self.figure == Figure::Skipped {
                (self.figure, self.outside) = (Figure::Quotation, 0);
            }
            self.blockquotes.push(self.blocks.len().saturating_sub(1));
            self.cite = None;
        } else if let Some(first) = self.blockquotes.pop()
            && self.outside == 0
        {
            quoted::blockquote(&mut self.blocks, first, self.cite.take());
            self.end_block();
        }
    }

    fn cite(&mut self, opens: bool) {
        if opens {
            let block = self.blocks.len().saturating_sub(1);
            let start = self.blocks.last().map_or(0, String::len);
            self.cite = Some(Cite { block, start, end: start });
        } else if let Some(cite) = &mut self.cite {
            // the end tag of a block has begun another one
            cite.end = self.blocks.get(cite.block).map_or(cite.start, String::len);
        }
    }

    fn end_caption(&mut self) {
        if let Figure::Caption(block) = self.figure
            && let Some(source) = self.blocks.get_mut(block).filter(|source| !source.is_empty())
        {
            *source = quoted::signature(source);
        }
        self.figure = Figure::Quotation;
    }

    fn characters(&mut self, text: &str) {
        if self.outside > 0 {
            return;
        }
        if self.blocks.is_empty() {
            self.blocks.push(String::new());
        }
        for word in text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if !bare.is_empty() {
                self.word(bare);
            }
            self.space |= bare.len() < word.len();
        }
    }

    fn word(&mut self, word: &str) {
        let Some(block) = self.blocks.last_mut() else { return };
        if self.space && !block.is_empty() {
            block.push(' ');
        }
        for (depth, quote) in self.quotes.iter_mut().enumerate().filter(|(_, quote)| **quote == Quote::Empty)
        {
            *quote = if quoted::opens(word) { Quote::OwnMarks } else { Quote::Marked };
            block.extend((*quote == Quote::Marked).then_some(quoted::marks(depth).0));
        }
        block.push_str(word);
        self.space = false;
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

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn quoted_elements_have_quotation_marks() {
        for (page, expected) in [
            ("<p>She said <q>it is <b>safe</b> </q> now.</p>", "She said “it is safe” now."),
            ("<p><q>He said <q>no</q></q>, she said.</p>", "“He said ‘no’”, she said."),
            ("<p><q>“It is”</q></p>", "“It is”"),
            ("<p>It<q></q> is</p></q>", "It is"),
            ("<p>A</p><blockquote>We will pay.</blockquote><p>B</p>", "A\n\n“We will pay.”\n\nB"),
            ("<blockquote><p>One.</p><p>Two.</p></blockquote>", "“One.\n\n“Two.”"),
            ("<blockquote><p>“We pay,” she wrote.</p></blockquote>", "“We pay,” she wrote."),
            (
                "<blockquote><p>We pay.</p><cite>Lena Moor, mayor</cite></blockquote>x",
                "“We pay.”\n\n— Lena Moor, mayor\n\nx",
            ),
            ("<blockquote>We pay. <cite>Lena Moor</cite></blockquote>", "“We pay.”\n\n— Lena Moor"),
            (
                "<blockquote><p>We pay.</p><footer>— <cite>Lena Moor</cite></footer></blockquote>",
                "“We pay.”\n\n— Lena Moor",
            ),
            ("<blockquote><p>I have read <cite>The Flood</cite></p></blockquote>", "“I have read The Flood”"),
            (
                "<blockquote class=twitter-tweet><p>We pay. <a>#ferry</a></p>&mdash; Lena Moor (@moor) <a>March 5, 2024</a></blockquote>",
                "“We pay. #ferry”\n\n— Lena Moor (@moor) March 5, 2024",
            ),
            (
                "<p>A</p><figure><blockquote>We pay.</blockquote><figcaption>Lena Moor</figcaption></figure><p>B</p>",
                "A\n\n“We pay.”\n\n— Lena Moor\n\nB",
            ),
            ("<p>A</p><figure><img><figcaption>The pier</figcaption></figure><p>B</p>", "A\n\nB"),
            ("</blockquote></figure></figcaption><p>A</p><blockquote></blockquote><footer>x</footer>", "A"),
        ] {
            assert_eq!(text("", page), format!("{expected}\n"), "{page}");
        }
    }
}
