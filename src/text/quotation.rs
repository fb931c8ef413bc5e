//! Contract: each quotation lies within one block; quotations are in the order of their opening
//! marks and are disjoint or nested; an unpaired mark ends with its block or is an apostrophe, so
//! it cannot swallow the rest of the article.
//!
//! A quotation of several paragraphs has one piece in each: every paragraph opens with a mark, only
//! the last one closes.

use super::Run;
use super::layout::{Block, BlockKind, Layout};
use super::token::{Gap, Kind, Token, Tokens};
use crate::arena::{Arena, List};

/// A piece of text between quotation marks, inside one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Quotation {
    /// Its tokens, including the marks.
    pub run: Run,
    /// Whether it lies inside another quotation.
    pub nested: bool,
    /// Whether its closing mark was found.
    pub closed: bool,
    /// Whether it continues the previous quotation, which was still open at the end of its
    /// paragraph.
    pub continues: bool,
}

/// The quotations of a text.
#[derive(Debug)]
pub(crate) struct Quotations<'t> {
    pub list: List<'t, Quotation>,
    /// For each token up to the end of the last quotation, the index of the outermost quotation
    /// around it plus one; 0 if there is none.
    outermost: List<'t, u32>,
}

/// How many quotations that start before a token are tested for ending there: deeper nesting is not
/// resolved.
const NESTING: usize = 4;

/// How many tokens are searched for a closing mark that fits better than one after a plural
/// possessive.
const LOOK_AHEAD: usize = 400;

/// The family of a mark; a mark only closes marks of its own family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
enum Family {
    Straight,
    Curly,
    Doubled,
    Single,
    Guillemet,
    Angle,
    Corner,
}

impl Family {
    const COUNT: usize = Family::Corner as usize + 1;
}

/// What a mark can do, judging by its glyph and the spaces around it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    family: Family,
    opens: bool,
    closes: bool,
}

/// Families that may close each other's quotations if the mark can only close: “half typographic".
const DOUBLE: [Family; 3] = [Family::Straight, Family::Curly, Family::Doubled];

/// An opening mark without a closing one so far.
struct Pending {
    family: Family,
    token: usize,
    /// The index of the previous open mark of the same family in the stack.
    previous: Option<u32>,
}

/// The stack of open marks. The innermost mark of each family is indexed, so no search is needed
/// and pairing is linear for any sequence of marks.
struct Open<'t> {
    stack: List<'t, Pending>,
    innermost: [Option<u32>; Family::COUNT],
}

impl<'t> Open<'t> {
    fn new_in(arena: &'t Arena) -> Self {
        Open { stack: List::new_in(arena), innermost: [None; Family::COUNT] }
    }

    fn clear(&mut self) {
        self.stack.clear();
        self.innermost = [None; Family::COUNT];
    }

    fn push(&mut self, family: Family, token: usize) {
        let innermost = &mut self.innermost[family as usize];
        let pending = Pending { family, token, previous: *innermost };
        *innermost = Some(self.stack.len() as u32);
        self.stack.push(pending);
    }

    /// The stack index of the innermost mark that `mark` may close.
    fn partner(&self, mark: Mark) -> Option<u32> {
        let own = self.innermost[mark.family as usize];
        let other = || DOUBLE.into_iter().filter_map(|family| self.innermost[family as usize]).max();
        let closes_only = mark.closes && !mark.opens && DOUBLE.contains(&mark.family);
        own.or_else(|| if closes_only { other() } else { None })
    }

    /// Pops the mark at a stack index and everything above it; returns the mark's token.
    fn close(&mut self, place: u32) -> usize {
        let token = self.stack[place as usize].token;
        while self.stack.len() > place as usize
            && let Some(Pending { family, previous, .. }) = self.stack.pop()
        {
            steps::count();
            self.innermost[family as usize] = previous;
        }
        token
    }
}

impl<'t> Quotations<'t> {
    pub fn of(source: &str, tokens: &Tokens<'_>, layout: &Layout<'_>, arena: &'t Arena) -> Self {
        let Tokens { all: tokens, marks, .. } = tokens;
        // in news, at most one mark in four opens a quotation
        let quotations = marks.len() / 4;
        let mut marks =
            marks.iter().map(|&i| i as usize).filter(|&i| tokens[i].kind == Kind::Mark).peekable();
        let mut list: List<'_, Quotation> = List::with_capacity_in(quotations, arena);
        let mut open = Open::new_in(arena);
        // the family of a quotation that was still open at the end of the previous paragraph
        let mut running: Option<Family> = None;
        for block in layout.blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
            let first = list.len();
            while marks.next_if(|&i| i < block.run.first()).is_some() {}
            let inside = std::iter::from_fn(|| marks.next_if(|&i| i < block.run.stop()));
            let unclosed = pair_block(source, tokens, inside, *block, &mut open, &mut list);
            list[first..].sort_by_key(|q| (q.run.start, std::cmp::Reverse(q.run.end)));
            if let (Some(family), Some(opening)) = (running, list.get_mut(first)) {
                let at = opening.run.first();
                opening.continues = at == block.run.first() && family_of(source, tokens[at]) == Some(family);
            }
            running = unclosed;
        }
        let mut outermost = List::with_capacity_in(list.last().map_or(0, |last| last.run.stop()), arena);
        for (n, quotation) in list.iter_mut().enumerate() {
            quotation.nested = quotation.run.stop() <= outermost.len();
            if !quotation.nested {
                outermost.resize(quotation.run.first(), 0);
                outermost.resize(quotation.run.stop(), n as u32 + 1);
            }
        }
        Quotations { list, outermost }
    }

    /// The outermost quotation that contains `token`.
    pub fn around(&self, token: usize) -> Option<&Quotation> {
        let place = self.outermost.get(token)?.checked_sub(1)?;
        self.list.get(place as usize)
    }

    /// Whether any token of `run` is inside a quotation.
    pub fn touch(&self, run: Run) -> bool {
        !run.is_empty() && (self.around(run.first()).is_some() || self.starting_in(run).next().is_some())
    }

    /// The outermost quotation that ends with `token`.
    pub fn ending_at(&self, token: usize) -> Option<&Quotation> {
        self.around(token)?;
        let after = self.list.partition_point(|q| q.run.first() <= token);
        self.list[after.saturating_sub(NESTING)..after].iter().find(|q| q.run.stop() == token + 1)
    }

    /// The quotations that start in `run`.
    pub fn starting_in(&self, run: Run) -> impl Iterator<Item = &Quotation> {
        let first = self.list.partition_point(|q| q.run.start < run.start);
        self.list[first..].iter().take_while(move |q| q.run.start < run.end)
    }

    /// The outermost quotation that starts at `token`.
    pub fn starting_at(&self, token: usize) -> Option<&Quotation> {
        let around = self.around(token)?;
        if around.run.first() == token {
            return Some(around);
        }
        let at = self.list.partition_point(|q| q.run.first() < token);
        self.list.get(at).filter(|q| q.run.first() == token)
    }
}

/// Pairs the `marks` of one block; returns the family of a quotation that is still open at its end.
fn pair_block(
    source: &str,
    tokens: &[Token],
    marks: impl Iterator<Item = usize>,
    block: Block,
    open: &mut Open<'_>,
    list: &mut List<'_, Quotation>,
) -> Option<Family> {
    open.clear();
    let end = block.run.stop();
    let mut singles = Singles::of(source, tokens, block);
    let push = |list: &mut List<'_, Quotation>, start: usize, stop: usize, closed: bool| {
        list.push(Quotation { run: Run::new(start, stop), nested: false, closed, continues: false });
    };
    for i in marks {
        steps::count();
        let Some(mark) = read_mark(source, tokens, i, block) else { continue };
        let partner = open.partner(mark);
        if mark.closes && partner.is_some() && singles.is_possessive(i) {
            continue;
        }
        if mark.closes
            && let Some(at) = partner
        {
            // drop what opened inside and was never closed
            push(list, open.close(at), i + 1, true);
        } else if mark.opens {
            if mark.family == Family::Single {
                if !singles.closes_after(i) && i != block.run.first() {
                    continue;
                }
            } else if let Some(at) = partner.filter(|_| mark.family != Family::Curly) {
                // the previous quotation was never closed: it ends where the next one begins
                push(list, open.close(at), i, false);
            }
            open.push(mark.family, i);
        }
    }
    // the outermost open quotation ends with the block
    let outer = open.stack.first()?;
    push(list, outer.token, end, false);
    Some(outer.family)
}

fn family_of(source: &str, token: Token) -> Option<Family> {
    Some(match (glyph(source, token), token.span().len()) {
        ('\'' | '`', 2) => Family::Doubled,
        ('"' | '″' | '＂', _) => Family::Straight,
        ('“' | '”' | '„' | '‟', _) => Family::Curly,
        ('\'' | '‘' | '’' | '‚' | '‛' | '`', _) => Family::Single,
        ('«' | '»', _) => Family::Guillemet,
        ('‹' | '›', _) => Family::Angle,
        ('「' | '」' | '『' | '』', _) => Family::Corner,
        _ => return None,
    })
}

/// What a mark can be, by its looks; for a doubled mark, what its half can be.
fn glyph(source: &str, token: Token) -> char {
    token.span().of(source).chars().next().unwrap_or_default()
}

fn read_mark(source: &str, tokens: &[Token], i: usize, block: Block) -> Option<Mark> {
    let family = family_of(source, tokens[i])?;
    let before = i.checked_sub(1).filter(|_| tokens[i].gap == Gap::None).map(|p| tokens[p].kind);
    let after = tokens.get(i + 1).filter(|t| i + 1 < block.run.stop() && t.gap == Gap::None).map(|t| t.kind);
    let starts = match before {
        None | Some(Kind::Open | Kind::Dash | Kind::Bullet) => true,
        // an opening mark directly inside another
        Some(Kind::Mark) => i < 2 || tokens[i - 1].gap != Gap::None || i - 1 == block.run.first(),
        _ => false,
    };
    let stops = match after {
        None => true,
        Some(Kind::Word | Kind::Number | Kind::Open | Kind::Ellipsis | Kind::Symbol | Kind::Address) => false,
        Some(_) => true,
    };
    let (opens, closes) = match glyph(source, tokens[i]) {
        '“' => (true, !starts),
        '„' | '‚' | '«' | '‹' | '「' | '『' | '`' | '‘' => (true, false),
        '”' => (starts && !stops, true),
        '»' | '›' | '」' | '』' => (false, true),
        '’' => (starts && !stops && before.is_none(), !starts),
        _ if starts && !stops => (true, false),
        _ if stops && !starts => (false, true),
        // spaces on both sides or on neither: opens or closes, as needed
        _ => (true, true),
    };
    if family == Family::Single && opens && !closes && is_elision(source, tokens, i) {
        return None;
    }
    Some(Mark { family, opens, closes })
}

/// "'em", "'til", "'90s": an apostrophe at the start of a word.
fn is_elision(source: &str, tokens: &[Token], i: usize) -> bool {
    const ELIDED: [&str; 8] = ["em", "til", "tis", "twas", "cause", "bout", "n", "round"];
    tokens.get(i + 1).is_some_and(|next| {
        let word = next.span().of(source);
        next.kind == Kind::Number && word.ends_with('s')
            || ELIDED.iter().any(|e| word.eq_ignore_ascii_case(e))
    })
}

/// What is known about the single marks of a block further on. Queries are in token order, so that
/// each token is examined once for each.
struct Singles<'a> {
    source: &'a str,
    tokens: &'a [Token],
    block: Block,
    /// The next mark that closes a quotation: after punctuation, or after any word that is not a
    /// plural possessive. `None` if there is none.
    closing: Option<usize>,
    /// The next mark that opens a quotation, or closes one after punctuation.
    decisive: Option<usize>,
}

impl<'a> Singles<'a> {
    fn of(source: &'a str, tokens: &'a [Token], block: Block) -> Self {
        let first = Some(block.run.first());
        Singles { source, tokens, block, closing: first, decisive: first }
    }

    fn word(&self, i: usize) -> &str {
        self.tokens[i].span().of(self.source)
    }

    fn read(&self, i: usize) -> Option<Mark> {
        steps::count();
        let mark = self.tokens[i].kind == Kind::Mark;
        let mark = mark.then(|| read_mark(self.source, self.tokens, i, self.block)).flatten();
        mark.filter(|mark| mark.family == Family::Single)
    }

    /// The first token after `i` for which `test` holds, given the answer for an earlier `i`.
    fn next(&self, known: Option<usize>, i: usize, test: impl Fn(usize, Mark) -> bool) -> Option<usize> {
        let holds = |&k: &usize| self.read(k).is_some_and(|mark| test(k, mark));
        known.and_then(|at| if at > i { known } else { (i + 1..self.block.run.stop()).find(holds) })
    }

    /// Whether a mark after token `i` closes a quotation.
    fn closes_after(&mut self, i: usize) -> bool {
        self.closing = self.next(self.closing, i, |k, mark| {
            mark.closes && (self.tokens[k - 1].kind != Kind::Word || !self.word(k - 1).ends_with('s'))
        });
        self.closing.is_some()
    }

    /// "‘The traders’ pier,’ he said": a single mark between "s" and a word, if a better closing
    /// mark follows.
    fn is_possessive(&mut self, i: usize) -> bool {
        let next = self.tokens.get(i + 1);
        let inner = next.is_some_and(|t| i + 1 < self.block.run.stop() && t.kind == Kind::Word);
        if !matches!(self.word(i), "'" | "’") || !inner || !self.word(i - 1).ends_with('s') {
            return false;
        }
        self.decisive = self.next(self.decisive, i, |k, mark| {
            mark.opens || mark.closes && self.tokens[k - 1].kind != Kind::Word
        });
        let near = self.decisive.filter(|&k| k < i + LOOK_AHEAD);
        near.is_some_and(|k| self.read(k).is_some_and(|mark| !mark.opens))
    }
}

/// Counts the steps of pairing, in tests: they grow with the number of tokens and not faster.
pub(super) mod steps {
    #[cfg(test)]
    thread_local! {
        static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
    }

    #[inline]
    pub(super) fn count() {
        #[cfg(test)]
        STEPS.set(STEPS.get() + 1);
    }

    /// The number of steps on this thread since the last call.
    #[cfg(test)]
    pub fn taken() -> usize {
        STEPS.take()
    }
}
