//! Contract: each quotation lies within one block; quotations come in the order of their opening marks and are disjoint
//! or nested; a mark that finds no partner ends with its block or is an apostrophe, so none swallows the article.
//!
//! A quotation that runs over paragraphs has one piece in each: every paragraph opens with a mark, only the last closes.

use super::Run;
use super::layout::{Block, BlockKind, Layout};
use super::token::{Gap, Kind, Token, Tokens};
use crate::arena::{Arena, List};

/// A piece of text between quotation marks, inside one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Quotation {
    /// Its tokens, marks included.
    pub run: Run,
    /// Lies inside another quotation.
    pub nested: bool,
    /// The mark that closes it was found.
    pub closed: bool,
    /// Goes on from the quotation before it, which ran unclosed to the end of its paragraph.
    pub continues: bool,
}

/// The quotations of a text.
#[derive(Debug)]
pub(crate) struct Quotations<'t> {
    pub list: List<'t, Quotation>,
    /// For each token up to the last quotation one more than the place of the outermost quotation around it, 0 for none.
    outermost: List<'t, u32>,
}

/// How many quotations before a token are looked at for one that ends there: deeper nesting is not told apart.
const NESTING: usize = 4;

/// How many tokens are looked at for a mark that closes better than a possessive.
const LOOK_AHEAD: usize = 400;

/// The pair that a mark belongs to: marks close only marks of their own family.
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

/// What a mark can do by its glyph and the space around it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    family: Family,
    opens: bool,
    closes: bool,
}

/// The families whose closing marks may close each other's quotations, where a mark only closes: “half typographic".
const DOUBLE: [Family; 3] = [Family::Straight, Family::Curly, Family::Doubled];

/// An opening mark that waits for its partner.
struct Pending {
    family: Family,
    token: usize,
    /// Where the open mark of the same family before it is in the stack.
    previous: Option<u32>,
}

/// The opening marks that wait for their partners. The innermost of each family is known, so that finding it takes no search:
/// pairing is linear whatever the marks.
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

    /// Where the innermost mark is that `mark` may close.
    fn partner(&self, mark: Mark) -> Option<u32> {
        let own = self.innermost[mark.family as usize];
        let other = || DOUBLE.into_iter().filter_map(|family| self.innermost[family as usize]).max();
        let closes_only = mark.closes && !mark.opens && DOUBLE.contains(&mark.family);
        own.or_else(|| if closes_only { other() } else { None })
    }

    /// Takes the mark at a place of the stack off, with those inside it; returns its token.
    fn close(&mut self, place: u32) -> usize {
        let token = self.stack[place as usize].token;
        while self.stack.len() > place as usize
            && let Some(Pending { family, previous, .. }) = self.stack.pop()
        {
            self.innermost[family as usize] = previous;
        }
        token
    }
}

impl<'t> Quotations<'t> {
    pub fn of(source: &str, tokens: &Tokens<'_>, layout: &Layout<'_>, arena: &'t Arena) -> Self {
        let Tokens { all: tokens, marks, .. } = tokens;
        // of the marks of news, one in four opens a quotation or less
        let quotations = marks.len() / 4;
        let mut marks =
            marks.iter().map(|&i| i as usize).filter(|&i| tokens[i].kind == Kind::Mark).peekable();
        let mut list: List<'_, Quotation> = List::with_capacity_in(quotations, arena);
        let mut open = Open::new_in(arena);
        // the family of a quotation that ran unclosed to the end of the paragraph before
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

    /// The outermost quotation that holds `token`.
    pub fn around(&self, token: usize) -> Option<&Quotation> {
        let place = self.outermost.get(token)?.checked_sub(1)?;
        self.list.get(place as usize)
    }

    /// Whether a token of `run` lies in a quotation.
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
        self.around(token)?;
        let at = self.list.partition_point(|q| q.run.first() < token);
        self.list.get(at).filter(|q| q.run.first() == token)
    }
}

/// Pairs the `marks` of one block; returns the family of a quotation that is still open at the block's end.
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
    // the next single mark that closes: looked for again only behind it
    let mut single = SingleMark::At(block.run.first());
    let push = |list: &mut List<'_, Quotation>, start: usize, stop: usize, closed: bool| {
        list.push(Quotation { run: Run::new(start, stop), nested: false, closed, continues: false });
    };
    for i in marks {
        let Some(mark) = read_mark(source, tokens, i, block) else { continue };
        let partner = open.partner(mark);
        if mark.closes && partner.is_some() && is_possessive(source, tokens, i, block) {
            continue;
        }
        if mark.closes
            && let Some(at) = partner
        {
            // what opened inside and never closed is no quotation
            push(list, open.close(at), i + 1, true);
        } else if mark.opens {
            if mark.family == Family::Single {
                single = single.after(source, tokens, i, block);
                if matches!(single, SingleMark::None) && i != block.run.first() {
                    continue;
                }
            } else if let Some(at) = partner.filter(|_| mark.family != Family::Curly) {
                // the one before was never closed: it ends where the next begins
                push(list, open.close(at), i, false);
            }
            open.push(mark.family, i);
        }
    }
    // the outermost one that is still open ends with the block
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

/// What a mark looks like; of a doubled one, its half.
fn glyph(source: &str, token: Token) -> char {
    token.span().of(source).chars().next().unwrap_or_default()
}

fn read_mark(source: &str, tokens: &[Token], i: usize, block: Block) -> Option<Mark> {
    let family = family_of(source, tokens[i])?;
    let before = i.checked_sub(1).filter(|_| tokens[i].gap == Gap::None).map(|p| tokens[p].kind);
    let after = tokens.get(i + 1).filter(|t| i + 1 < block.run.stop() && t.gap == Gap::None).map(|t| t.kind);
    let starts = match before {
        None | Some(Kind::Open | Kind::Dash | Kind::Bullet) => true,
        // an opening mark inside an opening mark
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
        // space on both sides, or on none: whichever is needed
        _ => (true, true),
    };
    if family == Family::Single && opens && !closes && is_elision(source, tokens, i) {
        return None;
    }
    Some(Mark { family, opens, closes })
}

/// "'em", "'til", "'90s": an apostrophe that opens a word.
fn is_elision(source: &str, tokens: &[Token], i: usize) -> bool {
    const ELIDED: [&str; 8] = ["em", "til", "tis", "twas", "cause", "bout", "n", "round"];
    tokens.get(i + 1).is_some_and(|next| {
        let word = next.span().of(source);
        next.kind == Kind::Number && word.ends_with('s')
            || ELIDED.iter().any(|e| word.eq_ignore_ascii_case(e))
    })
}

/// "‘The traders’ pier,’ he said": a single mark behind an "s" and before a word, when a better one follows.
fn is_possessive(source: &str, tokens: &[Token], i: usize, block: Block) -> bool {
    let word = |k: usize| tokens[k].span().of(source);
    let inner = tokens.get(i + 1).is_some_and(|t| i + 1 < block.run.stop() && t.kind == Kind::Word);
    if !matches!(word(i), "'" | "’") || !inner || !word(i - 1).ends_with('s') {
        return false;
    }
    let marks = (i + 1..block.run.stop().min(i + LOOK_AHEAD)).filter(|&k| tokens[k].kind == Kind::Mark);
    for k in marks {
        match read_mark(source, tokens, k, block).filter(|m| m.family == Family::Single) {
            Some(m) if m.opens => return false,
            Some(m) if m.closes && tokens[k - 1].kind != Kind::Word => return true,
            _ => {}
        }
    }
    false
}

/// The next single mark of a block that closes a quotation: one after punctuation, or else after any word that is not a
/// plural possessive.
#[derive(Clone, Copy)]
enum SingleMark {
    At(usize),
    None,
}

impl SingleMark {
    /// The first one after token `i`. Asked for in the order of the tokens, it looks at each of them once.
    fn after(self, source: &str, tokens: &[Token], i: usize, block: Block) -> Self {
        match self {
            SingleMark::At(at) if at <= i => {
                let closes = |&j: &usize| {
                    tokens[j].kind == Kind::Mark
                        && read_mark(source, tokens, j, block)
                            .is_some_and(|m| m.family == Family::Single && m.closes)
                        && (tokens[j - 1].kind != Kind::Word
                            || !tokens[j - 1].span().of(source).ends_with('s'))
                };
                (i + 1..block.run.stop()).find(closes).map_or(SingleMark::None, SingleMark::At)
            }
            known => known,
        }
    }
}
