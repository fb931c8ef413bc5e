//! Checks that running time grows linearly with the length of the text: `cargo bench --bench
//! growth`, or up to 100 MB with `cargo bench --bench growth -- --full`.
//!
//! Prints nanoseconds per byte on one core for texts that are hard for one pass or another. A row
//! whose numbers rise from left to right shows a pass that is not linear.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use dictum::Extractor;

const KILOBYTE: usize = 1000;

fn main() {
    let full = std::env::args().any(|argument| argument == "--full");
    let largest = if full { 5 } else { 4 };
    let sizes: Vec<usize> = (0..=largest).map(|power| KILOBYTE * 10usize.pow(power)).collect();
    print!("{:34}", "ns a byte, by length in bytes");
    for size in &sizes {
        print!("{size:>11}");
    }
    println!();
    let extractor = Extractor::default();
    let mixes = (1..=MIXES).map(|seed| (format!("mix {seed} of marks"), mix(seed)));
    for (name, piece) in pieces().into_iter().map(|(name, piece)| (name.to_owned(), piece)).chain(mixes) {
        print!("{name:34}");
        for &size in &sizes {
            print!("{:>11.1}", nanoseconds_a_byte(&extractor, &repeated(&piece, size)));
        }
        println!();
    }
}

/// The piece that each text repeats; `#` is replaced by a counter. Of a piece with `|`, the text
/// repeats what is before it in its first half, and what is after it in its second.
fn pieces() -> Vec<(&'static str, String)> {
    let news = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/campaign-last-week.txt");
    let news = fs::read_to_string(news).expect("the corpus exists");
    [
        ("news", news + "\n\n"),
        ("quotation marks", "“".into()),
        ("single marks that may close", "'a x' ".into()),
        ("marks of two kinds", "“a ‹b› ".into()),
        ("single marks, opening then closing", "'a |x' ".into()),
        ("marks of two kinds, in halves", "“a |‹b› ".into()),
        ("possessives", "the dogs’ a ".into()),
        ("single marks around double", "‘a “b” x’ ’".into()),
        ("unclosed single marks in news", "The mayor said ‘the pier is safe. ".into()),
        ("marks that open and close", "\" ' “ ‘ ’ ” ".into()),
        ("one endless sentence", "and the river rose over the old stone bridge ".into()),
        ("one endless quotation", "“we will go ".into()),
        ("one endless word", "a".into()),
        ("names", "Ana Ruiz#, ".into()),
        ("people of one surname", "Ana# Ruiz said no. ".into()),
        ("pronouns that speak", "He said she had said no. ".into()),
        ("cues", "said ".into()),
        ("nested clauses", "he said that she promised that ".into()),
        ("nested brackets", "(he said (".into()),
        ("commas", "a, b, ".into()),
        ("colons", "Ruiz: ".into()),
        ("quoted paragraphs", "“We will go.”\n\n".into()),
        ("blank lines", "\n".into()),
        ("spaces", " ".into()),
        ("full stops", ". ".into()),
        ("abbreviations", "U.S. Sen. ".into()),
        ("beyond ASCII", "Świętochłowice — Łódź ".into()),
        ("list items", "- The mayor said no\n".into()),
        ("headings", "What The Mayor Said\n\n".into()),
    ]
    .into()
}

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

fn repeated(piece: &str, size: usize) -> String {
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
    // a single article is longer than the shortest texts
    text.truncate((0..=size.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0));
    text
}

/// The minimum of a few runs, so that other load on the machine does not distort short runs.
fn nanoseconds_a_byte(extractor: &Extractor, text: &str) -> f64 {
    let runs = (2_000_000 / text.len()).clamp(1, 20);
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        black_box(extractor.extract(black_box(text)));
        start.elapsed()
    });
    let least = times.min().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^53")]
    let bytes = text.len() as f64;
    least.as_secs_f64() * 1e9 / bytes
}
