//! Contract: marks each block, in order, as page furniture or not; a paragraph of the article
//! itself never is.

use super::Run;
use super::line::ends_sentence;
use super::token::{Kind, Token};
use crate::lexicon::{Lexicon, Place, WordId};

/// A block with more words than this is part of the article, whatever it opens with.
const LONGEST: usize = 30;
/// A block with more words than this, under a heading of links, continues the article.
const LONGEST_LINK: usize = 18;

/// What the headings so far imply for the next block.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Region {
    #[default]
    Article,
    /// Under a heading of links.
    Links,
    /// In the footer of the page.
    Tail,
}

/// Reads the blocks of a page from top to bottom.
pub(super) struct Furniture<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    region: Region,
    /// Whether prose was seen, so that the footer may begin.
    begun: bool,
    /// Whether a block gave the time of an entry: in a live blog entries follow readers' comments.
    timed: bool,
    /// Whether the block before did.
    entry: bool,
}

impl<'a> Furniture<'a> {
    pub fn new(source: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon) -> Self {
        let region = Region::Article;
        Furniture { source, tokens, lexicon, region, begun: false, timed: false, entry: false }
    }

    /// Whether `block`, the next one of the page, is furniture.
    pub fn holds(&mut self, block: Run) -> bool {
        let entry = self.gives_time(block);
        if self.region == Region::Tail && !(entry && self.timed) {
            return true;
        }
        self.timed |= entry;
        let opens_entry = std::mem::replace(&mut self.entry, entry);
        let prose = ends_sentence(self.tokens, block.stop());
        let place = self.place(block, prose);
        match place {
            Some(Place::Tail) if self.begun && !opens_entry => self.region = Region::Tail,
            Some(Place::Links) => self.region = Region::Links,
            Some(_) => {}
            None if self.region == Region::Links && !prose && !self.is_longer(block, LONGEST_LINK) => {}
            None => {
                self.region = Region::Article;
                self.begun |= prose;
                return false;
            }
        }
        true
    }

    /// "15.12", "9:05 GMT": whether the block is the time of an entry in a live blog.
    fn gives_time(&self, block: Run) -> bool {
        let first = &self.tokens[block.first()];
        let clock = |text: &str| {
            let end = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let parted = end.split_once(['.', ':']);
            parted.is_some_and(|(hour, minute)| (1..=2).contains(&hour.len()) && minute.len() == 2)
        };
        first.kind == Kind::Number && block.len() <= 3 && clock(first.span().of(self.source))
    }

    /// The words of `block`, without figures.
    fn words(&self, block: Run) -> impl DoubleEndedIterator<Item = WordId> {
        self.text(block).map(|token| token.id(self.source, self.lexicon))
    }

    fn text(&self, block: Run) -> impl DoubleEndedIterator<Item = &'a Token> {
        self.tokens[block.indices()].iter().filter(|token| is_text(token))
    }

    /// Whether `block` has more than `most` words.
    fn is_longer(&self, block: Run, most: usize) -> bool {
        self.text(block).nth(most).is_some()
    }

    /// Where in `block` a furniture phrase matches. Few words are looked up: the first and the last
    /// one, and more only where a phrase has them.
    fn place(&self, block: Run, prose: bool) -> Option<Place> {
        let phrases = self.lexicon.furniture();
        let keyed = |token: &Token| phrases.of(token.decisive_id(self.source, self.lexicon));
        let opening = keyed(self.text(block).next()?);
        // a sentence closes with no phrase
        let closing = if prose { &[] } else { keyed(self.text(block).next_back()?) };
        // most blocks; and if a block opens with a quotation mark, a person says it
        if opening.is_empty() && closing.is_empty() || self.tokens[block.first()].kind == Kind::Mark {
            return None;
        }
        let is = |phrase: &[WordId]| self.words(block).eq(phrase.iter().copied());
        let opens = |phrase: &[WordId]| {
            let mut words = self.words(block);
            phrase.iter().all(|&word| words.next() == Some(word))
        };
        let closes = |phrase: &[WordId]| {
            let mut words = self.words(block).rev();
            phrase.iter().rev().all(|&word| words.next() == Some(word))
        };
        let whole = opening.iter().find(|phrase| match phrase.place {
            Place::Tail | Place::Links | Place::Whole => is(phrase.words),
            Place::Opening | Place::Label | Place::Closing | Place::NoSpeaker | Place::Direction => false,
        });
        let part = || {
            opening.iter().chain(closing).find(|phrase| match phrase.place {
                Place::Opening => opens(phrase.words),
                Place::Label => !prose && opens(phrase.words),
                Place::Closing => !prose && closes(phrase.words),
                Place::Tail | Place::Links | Place::Whole | Place::NoSpeaker | Place::Direction => false,
            })
        };
        let found = whole.or_else(part).map(|phrase| phrase.place);
        found.filter(|_| !self.is_longer(block, LONGEST))
    }
}

/// Whether the token can be part of a phrase: figures cannot.
fn is_text(token: &Token) -> bool {
    token.is_word() && token.kind != Kind::Number
}
