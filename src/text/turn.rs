//! Contract: turns are in order and disjoint; each begins with a label at the start of a block and
//! contains the words up to the next label, without stage directions and page furniture.
//!
//! "MIRA BEST, HOST: Good evening." is a turn because of its label alone. "Journalist: Your
//! reaction?" could be a heading such as "Analysis: what comes next", so labels of that kind only
//! count near other turns.

mod label;

use super::Run;
use super::layout::{Block, BlockKind, Layout};
use super::line::ends_sentence;
use super::token::{Kind, Token, Tokens};
use crate::arena::{Arena, List};
use crate::lexicon::{Lexicon, Place, Words, words};
use label::{Label, Reader, Sort};

/// The maximum number of blocks of a turn.
const LONGEST: usize = 12;
/// A label that could be a heading needs another turn within this number of blocks.
const NEAR: usize = 4;

/// What one speaker says in a transcript, until the next speaker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Turn {
    /// The speaker: "MIRA BEST", "Ms VANE", "Q".
    pub name: Run,
    /// What the label says about the speaker: "HOST".
    pub role: Option<Run>,
    /// The colon or full stop after the label, if it has one.
    pub mark: Option<u32>,
    /// The paragraph that the label opens.
    pub block: u32,
    /// The first token after the label.
    pub body: u32,
    /// The range of its words in [`Turns::pieces`].
    pieces: (u32, u32),
}

/// The turns of a text.
#[derive(Debug)]
pub(crate) struct Turns<'t> {
    pub list: List<'t, Turn>,
    pieces: List<'t, Run>,
}

impl<'t> Turns<'t> {
    pub fn of(
        source: &str,
        tokens: &Tokens<'_>,
        layout: &Layout<'_>,
        lexicon: &Lexicon,
        arena: &'t Arena,
    ) -> Self {
        let mut finder = Finder { source, tokens: &tokens.all, lexicon, blocks: &layout.blocks };
        let labels = finder.labels(arena);
        let mut turns =
            Turns { list: List::with_capacity_in(labels.len(), arena), pieces: List::new_in(arena) };
        for (n, &(block, label)) in labels.iter().enumerate() {
            let next = labels.get(n + 1).map(|&(next, _)| next as usize);
            let start = turns.pieces.len() as u32;
            finder.words(block as usize, label.end, next, &mut turns.pieces);
            let stop = turns.pieces.len() as u32;
            if stop > start {
                turns.list.push(Turn {
                    name: label.name,
                    role: label.role,
                    mark: label.mark.map(|mark| mark as u32),
                    block,
                    body: label.end as u32,
                    pieces: (start, stop),
                });
            }
        }
        turns
    }

    /// The words of a turn: one piece per paragraph.
    pub fn words(&self, turn: &Turn) -> &[Run] {
        &self.pieces[turn.pieces.0 as usize..turn.pieces.1 as usize]
    }

    /// The turn whose label ends with `token`.
    pub fn labelled_at(&self, token: usize) -> Option<&Turn> {
        if self.list.is_empty() {
            return None;
        }
        let at = self.list.partition_point(|turn| turn.anchor() < token);
        self.list.get(at).filter(|turn| turn.anchor() == token)
    }

    /// The turn whose label begins block `block`.
    pub fn of_block(&self, block: usize) -> Option<&Turn> {
        if self.list.is_empty() {
            return None;
        }
        let at = self.list.partition_point(|turn| (turn.block as usize) < block);
        self.list.get(at).filter(|turn| turn.block as usize == block)
    }
}

impl Turn {
    /// The last token of its label: the mark, or the last word if there is no mark.
    pub fn anchor(&self) -> usize {
        self.mark.unwrap_or(self.name.end - 1) as usize
    }
}

struct Finder<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    blocks: &'a [Block],
}

impl<'a> Finder<'a> {
    /// The labels that name speakers, each with its block.
    fn labels(&mut self, arena: &'a Arena) -> List<'a, (u32, Label)> {
        let mut labels: List<'_, (u32, Label)> = List::new_in(arena);
        for (n, block) in self.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Furniture) {
            let tokens = &self.tokens[..block.run.stop()];
            let at = block.run.first();
            let reader = Reader { source: self.source, tokens, lexicon: self.lexicon, at };
            labels.extend(reader.label().map(|label| (n as u32, label)));
        }
        let recurring = self.recurring(&labels, arena);
        let is_speaker = |n: usize| self.is_speaker(&labels, n, recurring[n]);
        let kept: List<'_, bool> = List::from_iter_in((0..labels.len()).map(is_speaker), arena);
        let mut kept = kept.iter();
        labels.retain(|_| kept.next().is_some_and(|&kept| kept));
        labels
    }

    /// For each label, whether another one has the same last word.
    fn recurring(&self, labels: &[(u32, Label)], arena: &'a Arena) -> &'a [bool] {
        let recurring = arena.alloc_slice_fill_copy(labels.len(), false);
        let last = |n: u32| {
            let word = self.tokens[labels[n as usize].1.name.stop() - 1].span().of(self.source);
            word.bytes().map(|byte| byte.to_ascii_lowercase())
        };
        let by_word = arena.alloc_slice_fill_iter(0..labels.len() as u32);
        by_word.sort_unstable_by(|&a, &b| last(a).cmp(last(b)));
        for pair in by_word.windows(2) {
            if last(pair[0]).eq(last(pair[1])) {
                recurring[pair[0] as usize] = true;
                recurring[pair[1] as usize] = true;
            }
        }
        recurring
    }

    /// Whether the label with this index, which may be [recurring](Self::recurring), names a
    /// speaker, judging by the label itself and by those nearby.
    fn is_speaker(&self, labels: &[(u32, Label)], n: usize, recurs: bool) -> bool {
        let (block, label) = labels[n];
        let near = |&(m, (other, _)): &(usize, &(u32, Label))| m != n && other.abs_diff(block) <= NEAR as u32;
        let neighbours =
            || labels.iter().enumerate().skip(n.saturating_sub(NEAR)).take(2 * NEAR + 1).filter(near);
        // "STAFF REPORTER" alone above "TARN: The river rose" is a byline
        let alike =
            |other: &Label| (other.mark.is_some() || label.mark.is_none()) && other.quoted == label.quoted;
        let beside = |least: Sort| neighbours().any(|(_, (_, other))| other.sort >= least && alike(other));
        let alone = label.end == self.blocks[block as usize].run.stop();
        match label.sort {
            // a name in capitals alone is an ordinary heading, unless it is a person's
            _ if label.mark.is_none() && alone => {
                let reader = self.reader(block as usize);
                beside(Sort::Capitals) && (reader.names_person(label.name) || recurs)
            }
            Sort::Plain => true,
            Sort::Capitals => recurs || beside(Sort::Person),
            // "Ana Ruiz, a teacher: “…”"
            Sort::Person if label.role.is_some() && self.opens_quotation(label.end) => true,
            Sort::Person => beside(Sort::Person) || alone && self.quotes(block as usize + 1),
            Sort::Bare => recurs && beside(Sort::Bare) || beside(Sort::Capitals),
        }
    }

    fn reader(&self, block: usize) -> Reader<'_> {
        let run = self.blocks[block].run;
        Reader {
            source: self.source,
            tokens: &self.tokens[..run.stop()],
            lexicon: self.lexicon,
            at: run.first(),
        }
    }

    /// Whether a block opens with a quotation mark.
    fn quotes(&self, block: usize) -> bool {
        self.blocks.get(block).is_some_and(|b| self.opens_quotation(b.run.first()))
    }

    fn opens_quotation(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind == Kind::Mark)
    }

    /// Collects the words of the turn whose label in `block` ends before token `body`, up to block
    /// `next`.
    fn words(&self, block: usize, body: usize, next: Option<usize>, pieces: &mut List<'_, Run>) {
        let run = self.blocks[block].run;
        let mark = |token: usize| self.tokens[token].kind == Kind::Mark;
        // “BELLO: Good evening.”: without the mark at the end
        let label_quoted = mark(run.first());
        let stop = run.stop() - usize::from(label_quoted && body < run.stop() && mark(run.stop() - 1));
        let first = self.without_direction(Run::new(body, stop));
        let quoted = label_quoted || !first.is_empty() && mark(first.first());
        pieces.extend((!first.is_empty()).then_some(first));
        // quotations continue by their own marks
        if quoted {
            return;
        }
        let sure = next.is_some_and(|next| next - block <= LONGEST);
        let mut alone = first.is_empty();
        let end = next.unwrap_or(self.blocks.len()).min(block + 1 + LONGEST);
        for next in &self.blocks[block + 1..end] {
            if next.kind == BlockKind::Furniture || self.is_direction(next.run) {
                continue;
            }
            let prose = ends_sentence(self.tokens, next.run.stop()) || alone;
            if next.kind == BlockKind::Heading && !prose || !(alone || sure || self.is_personal(next.run)) {
                break;
            }
            alone = false;
            pieces.push(self.without_direction(next.run));
        }
    }

    /// The words without an opening bracket: "(Laughs) Ask the fox."
    fn without_direction(&self, run: Run) -> Run {
        let tokens = &self.tokens[run.indices()];
        if tokens.first().is_none_or(|t| t.kind != Kind::Open) {
            return run;
        }
        let close = tokens.iter().position(|t| t.kind == Kind::Close);
        Run::new(close.map_or(run.first(), |close| run.first() + close + 1), run.stop())
    }

    /// "(APPLAUSE)", "Opposition members interjecting.": stage directions, spoken by nobody.
    fn is_direction(&self, run: Run) -> bool {
        let tokens = &self.tokens[run.indices()];
        let bracketed = tokens[0].kind == Kind::Open && tokens[tokens.len() - 1].kind == Kind::Close;
        let ids = || tokens.iter().filter(|t| t.kind == Kind::Word).map(|t| t.id(self.source, self.lexicon));
        let last = ids().next_back();
        let listed = |last| {
            let phrases = self.lexicon.furniture().of(last).iter().filter(|p| p.place == Place::Direction);
            let count = ids().count();
            phrases.clone().any(|p| {
                count >= p.words.len() && ids().skip(count - p.words.len()).eq(p.words.iter().copied())
            })
        };
        bracketed || tokens.len() < 8 && last.is_some_and(listed)
    }

    /// Whether a paragraph contains "I", "we" or "you" outside quotation marks.
    fn is_personal(&self, run: Run) -> bool {
        let mut quoted = self.tokens[run.first()].kind == Kind::Mark;
        for token in &self.tokens[run.indices()][usize::from(quoted)..] {
            quoted ^= token.kind == Kind::Mark;
            if !quoted && PERSONAL.has(token.id(self.source, self.lexicon)) {
                return true;
            }
        }
        false
    }
}

/// First- and second-person pronouns.
const PERSONAL: Words = words!["i", "we", "you", "my", "our", "your"];
