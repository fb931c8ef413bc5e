//! Checks that running time grows linearly with the length of the text: `cargo bench --bench
//! growth`, or up to 100 MB with `cargo bench --bench growth -- --full`.
//!
//! Prints nanoseconds per byte on one core, for news that is new to the processor
//! (`benches/articles`), and for texts that are hard for one pass or another. A row whose numbers
//! rise from left to right shows a pass that is not linear.

#![allow(clippy::cast_precision_loss, reason = "lengths are far below 2^53")]

mod articles;

use std::hint::black_box;

use articles::Articles;
use cpu_time::ProcessTime;
use dictum::Extractor;

const SIZES: [(usize, &str); 6] = [
    (1_000, "1 KB"),
    (10_000, "10 KB"),
    (100_000, "100 KB"),
    (1_000_000, "1 MB"),
    (10_000_000, "10 MB"),
    (100_000_000, "100 MB"),
];

fn main() {
    let full = std::env::args().any(|argument| argument == "--full");
    let sizes = if full { &SIZES[..] } else { &SIZES[..SIZES.len() - 1] };
    let names = sizes.iter().map(|(_, name)| *name);
    println!("| text of | {} |", names.collect::<Vec<_>>().join(" | "));
    println!("| --- |{}", " --- |".repeat(sizes.len()));
    let extractor = Extractor::default();
    let mut articles = Articles::open();
    print_row(&articles.name.clone(), sizes.iter().map(|&(size, _)| news(&extractor, &mut articles, size)));
    let mixes = (1..=MIXES).map(|seed| (format!("mix {seed} of marks"), mix(seed)));
    let pieces = PIECES.map(|(name, piece)| (name.to_owned(), piece.to_owned()));
    for (name, piece) in pieces.into_iter().chain(mixes) {
        print_row(&name, sizes.iter().map(|&(size, _)| repeated(&extractor, &piece, size)));
    }
}

fn print_row(name: &str, times: impl Iterator<Item = f64>) {
    let times = times.map(|time| if time < 10.0 { format!("{time:.1}") } else { format!("{time:.0}") });
    println!("| {name} | {} |", times.collect::<Vec<_>>().join(" | "));
}

/// The piece that each text repeats; `#` is replaced by a counter. Of a piece with `|`, the text
/// repeats what is before it in its first half, and what is after it in its second.
const PIECES: [(&str, &str); 29] = [
    ("quotation marks", "“"),
    ("single marks that may close", "'a x' "),
    ("marks of two kinds", "“a ‹b› "),
    ("single marks, opening then closing", "'a |x' "),
    ("marks of two kinds, in halves", "“a |‹b› "),
    ("possessives", "the dogs’ a "),
    ("single marks around double", "‘a “b” x’ ’"),
    ("unclosed single marks in news", "The mayor said ‘the pier is safe. "),
    ("marks that open and close", "\" ' “ ‘ ’ ” "),
    ("one endless sentence", "and the river rose over the old stone bridge "),
    ("one endless quotation", "“we will go "),
    ("one endless word", "a"),
    ("names", "Ana Ruiz#, "),
    ("people of one surname", "Ana# Ruiz said no. "),
    ("pronouns that speak", "He said she had said no. "),
    ("cues", "said "),
    ("nested clauses", "he said that she promised that "),
    ("nested brackets", "(he said ("),
    ("commas", "a, b, "),
    ("colons", "Ruiz: "),
    ("speakers of one line", "Moor#: no\n"),
    ("quoted paragraphs", "“We will go.”\n\n"),
    ("blank lines", "\n"),
    ("spaces", " "),
    ("full stops", ". "),
    ("abbreviations", "U.S. Sen. "),
    ("beyond ASCII", "Świętochłowice — Łódź "),
    ("list items", "- The mayor said no\n"),
    ("headings", "What The Mayor Said\n\n"),
];

/// The number of generated mixes of marks.
const MIXES: u64 = 6;

/// Marks, words and stops in an order that `seed` decides, in two halves of different marks.
fn mix(seed: u64) -> String {
    const PIECES: [&str; 20] = [
        "'", "\"", "“", "”", "‘", "’", "''", "«", "»", "‹", "›", "„", "a", "dogs", "'s", ", ", ". ", " ",
        " ", "\n",
    ];
    let mut state = seed;
    let mut next = |most: usize| {
        // the constants of Knuth's MMIX
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    let mut half = || {
        // few marks at a time: some open and never close
        let few: Vec<&str> = (0..6).map(|_| PIECES[next(PIECES.len())]).collect();
        (0..40).map(|_| few[next(few.len())]).collect::<String>()
    };
    half() + "|" + &half()
}

/// Nanoseconds a byte: the median over texts that are all new.
fn news(extractor: &Extractor, articles: &mut Articles, size: usize) -> f64 {
    let mut times: Vec<f64> = (0..(2_000_000 / size).clamp(3, 200))
        .map(|_| nanoseconds_a_byte(extractor, &joined(&articles.block(size), size)))
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Nanoseconds a byte: the minimum of a few runs, so that other load on the machine does not
/// distort short runs.
fn repeated(extractor: &Extractor, piece: &str, size: usize) -> f64 {
    let text = text_of(piece, size);
    let runs = (2_000_000 / size).clamp(1, 20);
    (0..runs).map(|_| nanoseconds_a_byte(extractor, &text)).fold(f64::INFINITY, f64::min)
}

/// The articles as one text of `size` bytes, or a little less.
fn joined(articles: &[String], size: usize) -> String {
    let mut text = articles.join("\n\n");
    text.truncate((0..=size).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0));
    text
}

fn text_of(piece: &str, size: usize) -> String {
    let mut text = String::with_capacity(size + piece.len() + 8);
    let halves = piece.split_once('|').unwrap_or((piece, piece));
    let mut count = 0;
    while text.len() < size {
        let piece = if text.len() < size / 2 { halves.0 } else { halves.1 };
        match piece.split_once('#') {
            Some((before, after)) => text.extend([before, &count.to_string(), after]),
            None => text.push_str(piece),
        }
        count += 1;
    }
    text
}

fn nanoseconds_a_byte(extractor: &Extractor, text: &str) -> f64 {
    let start = ProcessTime::now();
    black_box(extractor.extract(black_box(text)));
    start.elapsed().as_secs_f64() * 1e9 / text.len() as f64
}
