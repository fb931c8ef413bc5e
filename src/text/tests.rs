//! The cases under `tests/layout`, and the contracts of the text passes as property tests.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde::Deserialize;

use super::layout::BlockKind;
use super::quotation::steps;
use super::{Run, Text};
use crate::arena::Arena;
use crate::cases;
use crate::lexicon::Lexicon;

fn read<'t>(text: &'t str, arena: &'t Arena) -> Text<'t> {
    Text::read(text, Lexicon::built_in(), arena)
}

#[test]
fn blocks_of_the_cases() {
    #[derive(Deserialize, PartialEq, Debug)]
    #[serde(deny_unknown_fields)]
    struct Block {
        kind: String,
        text: String,
        #[serde(default)]
        dateline: String,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        text: String,
        blocks: Vec<Block>,
        #[serde(default)]
        why: String,
    }
    let kind = |kind| match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading => "heading",
        BlockKind::ListItem => "item",
        BlockKind::Furniture => "furniture",
    };
    cases::run("layout", &["blocks", "furniture"], |case: &Case, _| {
        let arena = Arena::new();
        let text = read(&case.text, &arena);
        let found = text.layout.blocks.iter().map(|block| Block {
            kind: kind(block.kind).into(),
            text: text.slice(block.run).into(),
            dateline: text.slice(Run { end: block.run.start + block.dateline, ..block.run }).into(),
        });
        cases::compare(&case.name, &case.why, &case.blocks, &found.collect())
    });
}

/// Checks the contracts of the text passes on `source`.
fn check(source: &str) {
    let arena = Arena::new();
    let text = read(source, &arena);
    let mut end = 0;
    for token in &text.tokens {
        let span = token.span();
        assert!(span.start() >= end && !span.is_empty(), "tokens are in order and disjoint");
        assert!(source.is_char_boundary(span.start()) && source.is_char_boundary(span.end()));
        end = span.end();
    }
    let mut next = 0;
    for block in &text.layout.blocks {
        assert_eq!(block.run.first(), next, "every token belongs to exactly one block");
        assert!(!block.run.is_empty() && block.dateline as usize <= block.run.len());
        next = block.run.stop();
    }
    assert_eq!(next, text.tokens.len(), "every token belongs to a block");
    let (mut next, mut blocks) = (0, text.layout.blocks.iter());
    let mut block = Run::default();
    let mut end = 0;
    for &run in &text.sentences.runs {
        assert_eq!(run.first(), next, "every token belongs to exactly one sentence");
        assert!(!run.is_empty());
        next = run.stop();
        if run.first() >= block.stop() {
            block = blocks.next().expect("a sentence lies in a block").run;
        }
        assert!(run.stop() <= block.stop(), "no sentence crosses a block");
        let span = text.span(run);
        let gap = &source[end..span.start()];
        assert!(!gap.contains(|c: char| c.is_alphanumeric() || c.is_ascii_punctuation()), "gap {gap:?}");
        end = span.end();
    }
    assert_eq!(next, text.tokens.len(), "every token belongs to a sentence");
    let gap = &source[end..];
    assert!(!gap.contains(|c: char| c.is_alphanumeric() || c.is_ascii_punctuation()), "gap {gap:?}");
}

/// Pieces that have rules, mixed with pieces that no rule expects.
const PIECES: [&str; 56] = [
    "Holm",
    "the",
    "The",
    "said",
    "He",
    "I",
    "U.S.",
    "Mr.",
    "St.",
    "Inc.",
    "p.m.",
    "No.",
    "Ph.D.",
    "A.",
    "a",
    "1",
    "2",
    "10",
    "3.5",
    ".",
    "...",
    "…",
    ". . .",
    "!",
    "?",
    "?!",
    "。",
    ",",
    ":",
    ";",
    "\"",
    "“",
    "”",
    "'",
    "''",
    "»",
    "(",
    ")",
    "[",
    "]",
    "–",
    "--",
    "•",
    "OSLO",
    "May",
    "(AP)",
    "Leave a Reply",
    "Related",
    "https://example.org/a.",
    "é",
    "n't",
    "\u{200B}",
    "🙂",
    "\r",
    "\t",
    "ʼ",
];
const GAPS: [&str; 6] = ["", " ", "  ", "\n", "\n\n", "\u{A0}"];

proptest! {
    #[test]
    fn contracts_hold_on_arbitrary_text(source in any::<String>()) {
        check(&source);
    }

    #[test]
    fn contracts_hold_on_pieces_of_news(pieces in prop::collection::vec((0..PIECES.len(), 0..GAPS.len()), 0..60)) {
        let source: String = pieces.iter().flat_map(|&(piece, gap)| [PIECES[piece], GAPS[gap]]).collect();
        check(&source);
    }
}

/// Texts that once broke a contract.
#[test]
fn mended_texts_stay_mended() {
    for source in ["ﬀ`", "• • "] {
        check(source);
    }
}

#[test]
fn time_is_linear_on_hostile_text() {
    for piece in PIECES {
        for gap in GAPS {
            let source = [piece, gap].concat().repeat(20_000);
            let start = Instant::now();
            let arena = Arena::new();
            let text = read(&source, &arena);
            assert_eq!(text.sentences.runs.last().map_or(0, |run| run.stop()), text.tokens.len());
            // milliseconds when linear, minutes when not
            assert!(start.elapsed() < Duration::from_secs(5), "{piece:?} {gap:?}: {:?}", start.elapsed());
        }
    }
}

/// Marks of every family with what may be beside them.
const MARKS: [&str; 24] = [
    "'", "\"", "“", "”", "‘", "’", "''", "``", "«", "»", "‹", "›", "„", "「", "」", "a", "dogs", "'s", ",",
    ".", "(", " ", " ", "\n",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// One mix repeated, then another: what waits for its closing mark meets what cannot close it.
    #[test]
    fn pairing_takes_a_few_steps_for_each_token(
        first in prop::collection::vec(0..MARKS.len(), 1..8),
        second in prop::collection::vec(0..MARKS.len(), 1..8),
        count in 100_usize..400,
    ) {
        let text = |mix: &[usize]| mix.iter().map(|&piece| MARKS[piece]).collect::<String>().repeat(count);
        check_steps(&(text(&first) + &text(&second)));
    }
}

/// Marks that wait for one that is far away or missing; these took the square of their number.
#[test]
fn pairing_takes_a_few_steps_whatever_waits() {
    let halves =
        [("'a ", "x' "), ("‘a ", "x’ "), ("“a ", "‹b› "), ("“a ", "\"b "), ("«a ", "b” "), ("‘a “b” ", "x’")];
    for (open, close) in halves {
        check_steps(&(open.repeat(5_000) + &close.repeat(5_000)));
    }
    check_steps(&("‘The mayor said ‘no. ".repeat(2_000) + "Yes.’"));
    check_steps(&("‘".to_owned() + &"the dogs’ a ".repeat(5_000)));
}

fn check_steps(source: &str) {
    let arena = Arena::new();
    steps::taken();
    let tokens = read(source, &arena).tokens.len();
    // each token is a mark once, is closed once, and is looked at from before by two questions
    let (steps, most) = (steps::taken(), 5 * tokens + 5);
    assert!(
        steps <= most,
        "{steps} steps for {tokens} tokens of {:?}",
        source.chars().take(80).collect::<String>()
    );
}
