//! Contract: tells for each block, in order, whether it is page furniture; an article's own paragraph never is.

use super::Run;
use super::line::ends_sentence;
use super::token::{Kind, Token};
use crate::arena::{Arena, List};
use crate::lexicon::{Lexicon, Place, WordId};

/// More words than this, and a block is an article's own, whatever it opens with.
const LONGEST: usize = 30;
/// More words than this under a heading of links, and the article goes on.
const LONGEST_LINK: usize = 18;

/// What the headings read so far mean for the next block.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Region {
    #[default]
    Article,
    /// Under a heading of links.
    Links,
    /// In the page's tail.
    Tail,
}

/// Reads the blocks of a page from top to bottom.
pub(super) struct Furniture<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    region: Region,
    /// Prose was seen: a page's tail may begin.
    begun: bool,
    /// The words of the block, where it is short enough, and how many there are: of a longer one, more than [`LONGEST`].
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
            words: List::with_capacity_in(LONGEST, arena),
            count: 0,
        }
    }

    /// Whether `block`, the next one of the page, is furniture.
    pub fn holds(&mut self, block: Run) -> bool {
        if self.region == Region::Tail {
            return true;
        }
        let prose = ends_sentence(self.tokens, block.stop());
        let read = (self.region == Region::Links || self.may_hold(block)) && self.read_words(block);
        let place = if read { self.place(block, prose) } else { None };
        match place {
            Some(Place::Tail) if self.begun => self.region = Region::Tail,
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

    /// Whether a phrase is found by the first or the last word of `block`.
    fn may_hold(&self, block: Run) -> bool {
        let phrases = self.lexicon.furniture();
        let mut words = self.tokens[block.indices()].iter().filter(|t| is_text(t));
        words.next().is_some_and(|t| phrases.has(self.id(t)))
            || words.next_back().is_some_and(|t| phrases.has(self.id(t)))
    }

    /// Reads the words of `block`, figures left out; tells whether it is short enough to be furniture.
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

    /// Where a phrase of furniture stands in the words of the block.
    fn place(&self, block: Run, prose: bool) -> Option<Place> {
        if self.tokens[block.first()].kind == Kind::Mark {
            return None; // somebody says so
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

/// Whether a phrase may have the token: figures are left out.
fn is_text(token: &Token) -> bool {
    token.is_word() && token.kind != Kind::Number
}
