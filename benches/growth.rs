//! That time grows with the length of a text and not faster, whatever the text: `cargo bench --bench growth`, up to 100 MB with
//! `cargo bench --bench growth -- --full`.
//!
//! Prints nanoseconds a byte, text to article, one core, for texts that are hard on one pass or another. A row that rises to
//! the right is a pass that is not linear.

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
    for (name, piece) in pieces() {
        print!("{name:34}");
        for &size in &sizes {
            print!("{:>11.1}", nanoseconds_a_byte(&extractor, &repeated(&piece, size)));
        }
        println!();
    }
}

/// What each text repeats; `#` stands for a number that counts up.
fn pieces() -> Vec<(&'static str, String)> {
    let news = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/campaign-last-week.txt");
    let news = fs::read_to_string(news).expect("the corpus is part of the project");
    [
        ("news", news + "\n\n"),
        ("quotation marks", "“".into()),
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

fn repeated(piece: &str, size: usize) -> String {
    let mut text = String::with_capacity(size + piece.len() + 8);
    let mut count = 0;
    while text.len() < size {
        match piece.split_once('#') {
            Some((before, after)) => text.extend([before, &count.to_string(), after]),
            None => text.push_str(piece),
        }
        count += 1;
    }
    // one article is longer than the shortest texts
    text.truncate((0..=size.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0));
    text
}

/// The least of a few runs, so that a short text is not charged for what else the machine does.
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
