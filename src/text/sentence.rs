//! Contract: every token belongs to exactly one sentence; sentences are in order and never cross a block.
//!
//! One scan over the tokens. A stop ends a sentence unless what stands around it says otherwise: an abbreviation, an
//! initial, a list number before it; a small letter, a comma, an attribution behind it. Inside a quotation sentences end
//! as elsewhere. No state is carried over a block, so that an unbalanced mark cannot swallow the text.

use super::Run;
use super::layout::{Block, BlockKind, Layout};
use super::token::{Gap, Kind, Token};
use crate::lexicon::{Class, Classes, Lexicon};

/// The sentences of a text, as runs of tokens in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentences {
    pub runs: Vec<Run>,
}

/// Words that open a sentence and are no part of a name: a capital on one of them shows that a sentence begins.
const OPENERS: Classes = Classes::of(Class::Determiner)
    .and(Class::SubjectPronoun)
    .and(Class::PossessivePronoun)
    .and(Class::Preposition)
    .and(Class::Coordinator)
    .and(Class::Subordinator)
    .and(Class::Wh)
    .and(Class::Adverb)
    .and(Class::Modal)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do);
const NOUNS: Classes = Classes::of(Class::Noun).and(Class::Group).and(Class::Document).and(Class::Person);
const VERBS: Classes =
    Classes::of(Class::VerbPast).and(Class::VerbS).and(Class::Be).and(Class::Have).and(Class::Modal);

impl Sentences {
    pub fn of(source: &str, tokens: &[Token], layout: &Layout, lexicon: &Lexicon) -> Self {
        let mut runs = Vec::with_capacity(tokens.len() / 16);
        for &block in &layout.blocks {
            Splitter { source, tokens, lexicon, block }.split(&mut runs);
        }
        Sentences { runs }
    }

    /// The index of the sentence that holds `token`.
    pub fn at(&self, token: usize) -> usize {
        self.runs.partition_point(|run| run.stop() <= token)
    }
}

struct Splitter<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    block: Block,
}

impl Splitter<'_> {
    fn split(&self, runs: &mut Vec<Run>) {
        let stop = self.block.run.stop();
        let mut start = self.block.run.first();
        let mut marker = self.list_marker(start);
        if self.block.dateline > 0 && start + (self.block.dateline as usize) < stop {
            // a dateline stands by itself
            runs.push(Run::new(start, start + self.block.dateline as usize));
            start += self.block.dateline as usize;
        }
        let mut i = marker.map_or(start, |m| m.end);
        while i < stop {
            if let Some(next) = marker.filter(|m| i > m.end).and_then(|m| self.next_marker(m, i)) {
                runs.push(Run::new(start, i));
                start = i;
                i = next.end;
                marker = Some(next);
                continue;
            }
            let token = self.tokens[i];
            let ends = token.is_dotted()
                || matches!(token.kind, Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis);
            if !ends {
                i += 1;
                continue;
            }
            let after = self.past_closers(i + 1);
            if after < stop && self.is_end(start, i, after) {
                runs.push(Run::new(start, after));
                start = after;
                marker = self.list_marker(start).or(marker);
                i = marker.filter(|m| m.start == start).map_or(after, |m| m.end);
            } else {
                i = after.max(i + 1);
            }
        }
        if start < stop {
            runs.push(Run::new(start, stop));
        }
    }

    fn word(&self, i: usize) -> &str {
        self.tokens[i].span().of(self.source)
    }

    fn classes(&self, i: usize) -> Classes {
        self.lexicon.classes(self.tokens[i].word)
    }

    /// Past the closing marks, brackets and further stops that belong to the sentence's end.
    fn past_closers(&self, from: usize) -> usize {
        let mut i = from;
        while i < self.block.run.stop() && self.tokens[i].gap == Gap::None {
            let closes = match self.tokens[i].kind {
                Kind::Close | Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis => true,
                Kind::Mark => self.closes(i),
                _ => false,
            };
            if !closes {
                break;
            }
            i += 1;
        }
        i
    }

    /// Whether the mark at `i`, which follows a stop without a space, closes a quotation.
    fn closes(&self, i: usize) -> bool {
        match self.word(i) {
            "“" | "‘" | "«" | "„" | "‚" | "``" => false,
            "”" | "’" | "»" => true,
            _ => self.tokens.get(i + 1).is_none_or(|t| t.gap != Gap::None || t.kind != Kind::Word),
        }
    }

    /// Whether a sentence that began at `start` and has a stop at `i` ends before token `next`.
    fn is_end(&self, start: usize, i: usize, next: usize) -> bool {
        let (token, follower) = (self.tokens[i], self.tokens[next]);
        let quoted = (i + 1..next).any(|k| self.tokens[k].kind == Kind::Mark);
        let bracketed = (i + 1..next).any(|k| self.tokens[k].kind == Kind::Close);
        match follower.kind {
            Kind::Comma
            | Kind::Close
            | Kind::Semicolon
            | Kind::Colon
            | Kind::Stop
            | Kind::Question
            | Kind::Exclamation => return false,
            Kind::Dash if quoted || token.is_dotted() => return false,
            Kind::Clitic => return false,
            _ => {}
        }
        let small = follower.kind == Kind::Word && !follower.is_capital();
        if quoted && !small && token.kind != Kind::Stop && self.attributes(next) {
            return false;
        }
        if follower.gap == Gap::None && next == i + 1 {
            return self.runs_together(i, next);
        }
        if token.is_dotted() && !quoted && !bracketed {
            return !small && self.ends_at_abbreviation(start, i, next);
        }
        let behind_space = token.gap != Gap::None;
        match token.kind {
            Kind::Stop
                if i > start && self.tokens[i - 1].kind == Kind::Symbol && follower.kind == Kind::Number =>
            {
                false
            }
            // a pause rather than an end: "the thing is ... I forgot", "[...] (page 5)"
            Kind::Ellipsis if follower.kind == Kind::Open || behind_space && self.word(next) == "I" => false,
            Kind::Stop if small && (quoted || bracketed) => false,
            Kind::Stop if small => self.is_ordinary(i),
            Kind::Stop => !self.is_marker_only(start, i),
            _ => !small,
        }
    }

    /// "continued.The": a stop without a space ends a sentence between a word and a capitalised word.
    fn runs_together(&self, i: usize, next: usize) -> bool {
        let (before, follower) = (self.tokens[i.saturating_sub(1)], self.tokens[next]);
        let capital = follower.is_capital() && follower.span().len() > 1 || follower.kind == Kind::Mark;
        let word = i > 0 && before.is_word() && !(before.is_capital() && before.span().len() == 1);
        capital
            && !self.tokens[i].is_dotted()
            && (word || before.kind == Kind::Ellipsis || self.tokens[i].kind != Kind::Stop)
    }

    /// A stop before a small letter ends a sentence behind a word of the language; behind another it may shorten it.
    fn is_ordinary(&self, i: usize) -> bool {
        i > 0 && self.tokens[i - 1].kind == Kind::Word && !self.classes(i - 1).is_empty()
    }

    /// "1." and "a." alone are no sentence.
    fn is_marker_only(&self, start: usize, i: usize) -> bool {
        i == start + 1
            && (self.tokens[start].kind == Kind::Number && self.word(start).len() <= 3
                || self.word(start).len() == 1)
    }

    /// Whether the abbreviation at `i` ends its sentence as well; the follower is no small letter.
    fn ends_at_abbreviation(&self, start: usize, i: usize, next: usize) -> bool {
        let classes = self.classes(i);
        let follower = self.tokens[next];
        let opener =
            follower.is_capital() && self.classes(next).any(OPENERS) && !self.classes(next).has(Class::Title);
        if classes.has(Class::AbbreviationInside) || classes.any(Classes::of(Class::AbbreviationBeforeName)) {
            return false;
        }
        if classes.has(Class::AbbreviationBeforeNumber) {
            let number = follower.kind == Kind::Number || follower.is_upper() && is_roman(self.word(next));
            let word = self.word(i);
            let bare = self.lexicon.classes(self.lexicon.id(word.trim_end_matches('.')));
            // "He said no. Nobody argued."
            return !number && (opener && word != "p." || bare.has(Class::Negation));
        }
        if classes.has(Class::AbbreviationOfTime) {
            // "At 5 a.m. Mr. Smith went", "left at 6 p.m. Mr. Smith then went": has the sentence its verb yet?
            let day = self.classes(next).has(Class::Time);
            return !day
                && (opener || follower.kind == Kind::Mark || (start..i).any(|k| self.classes(k).any(VERBS)));
        }
        if classes.has(Class::AbbreviationFinal) {
            return opener
                || follower.kind == Kind::Mark
                || self.classes(next).any(NOUNS) && !self.classes(next).has(Class::Title);
        }
        let word = self.word(i);
        let initial = |k: usize| self.tokens[k].is_dotted() && self.tokens[k].span().len() == 2;
        if initial(i) && initial(next) {
            return false; // "N. Y.", "J. R. Smith"
        }
        if word.len() == 2 && word != "I." {
            // an initial: "J. Smith"; "vitamin C. The" is rarer than "George W. The"
            return opener && i > start && !self.tokens[i - 1].is_capital();
        }
        follower.kind == Kind::Mark || opener
    }

    /// "…?” Smith asked", "…!” said Ruiz": a name and a verb that attributes.
    fn attributes(&self, next: usize) -> bool {
        let stop = self.block.run.stop();
        let name = (next..stop.min(next + 4))
            .take_while(|&k| self.tokens[k].kind == Kind::Word && self.tokens[k].is_capital())
            .count();
        let verb = next + name;
        name > 0
            && verb < stop
            && self.lexicon.speaks(self.tokens[verb].word)
            && self.classes(verb).any(VERBS)
    }

    /// The list marker that opens at `i`: "1.", "2)", "3.)", "a.", a bullet with or without a number.
    fn list_marker(&self, i: usize) -> Option<Marker> {
        let stop = self.block.run.stop();
        if i >= stop {
            return None;
        }
        let bullet = self.tokens[i].kind == Kind::Bullet;
        let at = if bullet { i + 1 } else { i };
        let value =
            self.tokens.get(at).filter(|_| at < stop).and_then(|t| marker_value(t.span().of(self.source)));
        let mut end = at + 1;
        let dotted = value.is_some() && self.tokens[at].is_dotted();
        if value.is_some()
            && end < stop
            && self.tokens[end].gap == Gap::None
            && self.tokens[end].kind == Kind::Stop
        {
            end += 1;
        }
        if value.is_some()
            && end < stop
            && self.tokens[end].gap == Gap::None
            && self.tokens[end].kind == Kind::Close
        {
            end += 1;
        }
        if dotted || value.is_some() && end > at + 1 {
            return Some(Marker { start: i, end, value, bullet });
        }
        bullet.then_some(Marker { start: i, end: i + 1, value: None, bullet })
    }

    /// The marker at `i`, when it carries on the list that `marker` is of.
    fn next_marker(&self, marker: Marker, i: usize) -> Option<Marker> {
        let token = self.tokens[i];
        let letter = token.kind == Kind::Word && self.word(i).trim_end_matches('.').len() == 1;
        let may_mark = letter || matches!(token.kind, Kind::Bullet | Kind::Number);
        if !may_mark || self.block.kind == BlockKind::Furniture {
            return None;
        }
        let next = self.list_marker(i)?;
        let follows = match (marker.value, next.value) {
            (Some(a), Some(b)) => b == a + 1 || b == a && i > marker.end + 2,
            (a, b) => a == b,
        };
        (follows && next.bullet == marker.bullet).then_some(next)
    }
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug)]
struct Marker {
    start: usize,
    /// Past its last token.
    end: usize,
    /// The number, or the letter's place in the alphabet.
    value: Option<u32>,
    bullet: bool,
}

fn marker_value(word: &str) -> Option<u32> {
    match word.trim_end_matches('.').as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(*letter)),
        [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => word.trim_end_matches('.').parse().ok(),
        _ => None,
    }
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}
