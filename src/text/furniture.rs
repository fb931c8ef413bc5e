//! Contract: marks each block, in order, as page furniture or not; a paragraph of the article
//! itself never is.

use super::Run;
use super::line::ends_sentence;
use super::token::{Kind, Token};
use crate::arena::{Arena, List};
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
    /// The words of the block if it is short enough, and their number; for a longer block, a number
    /// greater than [`LONGEST`].
    words: List<'a, WordId>,
    count: usize,
}

impl<'a> Furniture<'a> {
    pub fn new(source: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon, arena: &'a Arena) -> Self {
        Furniture {
            source,
            tokens,
            lexicon,
            region: Region::Article,
            begun: false,
            timed: false,
            entry: false,
            words: List::with_capacity_in(LONGEST, arena),
            count: 0,
        }
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
        let read = (self.region == Region::Links || self.may_hold(block)) && self.read_words(block);
        let place = if read { self.place(block, prose) } else { None };
        match place {
            Some(Place::Tail) if self.begun && !opens_entry => self.region = Region::Tail,
            Some(Place::Links) => self.region = Region::Links,
            Some(_) => {}
            None if self.region == Region::Links && !prose && self.count <= LONGEST_LINK => {}
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

    /// Whether any phrase is indexed by the first or the last word of `block`.
    fn may_hold(&self, block: Run) -> bool {
        let phrases = self.lexicon.furniture();
        let mut words = self.tokens[block.indices()].iter().filter(|t| is_text(t));
        words.next().is_some_and(|t| phrases.has(self.id(t)))
            || words.next_back().is_some_and(|t| phrases.has(self.id(t)))
    }

    /// Reads the words of `block`, without figures; returns whether it is short enough to be
    /// furniture.
    fn read_words(&mut self, block: Run) -> bool {
        let (source, lexicon) = (self.source, self.lexicon);
        let words = self.tokens[block.indices()].iter().filter(|t| is_text(t));
        self.words.clear();
        self.count = words.clone().take(LONGEST + 1).count();
        if self.count <= LONGEST {
            self.words.extend(words.map(|t| t.id(source, lexicon)));
        }
        self.count <= LONGEST
    }

    fn id(&self, token: &Token) -> WordId {
        token.id(self.source, self.lexicon)
    }

    /// Where in the block's words a furniture phrase matches.
    fn place(&self, block: Run, prose: bool) -> Option<Place> {
        if self.tokens[block.first()].kind == Kind::Mark {
            return None; // a person says it
        }
        let (&first, &last) = (self.words.first()?, self.words.last()?);
        let phrases = self.lexicon.furniture();
        let whole = phrases.of(first).iter().find(|phrase| match phrase.place {
            Place::Tail | Place::Links | Place::Whole => *self.words == *phrase.words,
            Place::Opening | Place::Label | Place::Closing | Place::NoSpeaker | Place::Direction => false,
        });
        let part = || {
            phrases.of(first).iter().chain(phrases.of(last)).find(|phrase| match phrase.place {
                Place::Opening => self.words.starts_with(phrase.words),
                Place::Label => !prose && self.words.starts_with(phrase.words),
                Place::Closing => !prose && self.words.ends_with(phrase.words),
                Place::Tail | Place::Links | Place::Whole | Place::NoSpeaker | Place::Direction => false,
            })
        };
        whole.or_else(part).map(|phrase| phrase.place)
    }
}

/// Whether the token can be part of a phrase: figures cannot.
fn is_text(token: &Token) -> bool {
    token.is_word() && token.kind != Kind::Number
}
