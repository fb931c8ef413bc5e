//! Bytes per second on articles that are new to the processor (`benches/articles`), as the tables
//! in DESIGN.md: `cargo bench --bench throughput`, or `-- one-core` or `-- threads` for one of
//! them.
//!
//! The peers do only part of the work: they find sentence boundaries, or in the case of memchr the
//! characters that may end a sentence. ICU's segmenter is the English one from `icu_segmenter`.
//!
//! `-- --print 6` writes 6 MB of the articles as JSON Lines, for other ways to measure.

#![allow(clippy::cast_precision_loss, reason = "lengths are far below 2^53")]

mod articles;
mod measure;

use std::hint::black_box;
use std::io::{self, Write};
use std::thread;

use articles::Articles;
use dictum::{Extractor, record};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use measure::{Spread, Times, Way, in_turn, megabytes_a_second};
use unicode_segmentation::UnicodeSegmentation;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {
            one_core();
            println!();
            threads();
        }
        ["one-core"] => one_core(),
        ["threads"] => threads(),
        ["--print", megabytes] => print(megabytes.parse().expect("a number of megabytes"))?,
        _ => eprintln!("expected nothing, one-core, threads, or --print MEGABYTES"),
    }
    Ok(())
}

/// The whole job and finding sentences, beside the peers.
fn one_core() {
    const PEER: &str = "`unicode-segmentation`, sentences";
    let extractor = Extractor::default();
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut out = Vec::new();
    let ways = vec![
        Way::new("text to records in JSON", |texts| {
            out.clear();
            for text in texts {
                write_records(&extractor, text, &mut out);
            }
            black_box(&out);
        }),
        Way::new("text to article", |texts| {
            for text in texts {
                black_box(extractor.extract(text));
            }
        }),
        counting("sentences alone", |text| dictum::sentences(text).len()),
        counting(PEER, |text| text.split_sentence_bounds().count()),
        counting("`sentencex`, sentences", |text| sentencex::get_sentence_boundaries("en", text).len()),
        counting("`icu_segmenter`, sentences", |text| icu.segment_str(text).count()),
        counting("`memchr`, every . ! ?", |text| {
            memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes()).count()
        }),
    ];
    let mut articles = Articles::open();
    let blocks = (0..33).map(|_| articles.block(250_000));
    let times = in_turn(ways, blocks);
    println!("| on one core, {} | MB/s | times `unicode-segmentation` |\n| --- | --- | --- |", articles.name);
    let peer = times.iter().find(|times| times.name == PEER).expect("the peer is in the list");
    for Times { name, processor, .. } in &times {
        // the more time, the slower
        let faster = Spread::of_ratios(&peer.processor, processor);
        println!("| {name} | {} | {} |", megabytes_a_second(processor), faster.shown());
    }
}

fn counting<'a>(name: &str, count: impl Fn(&str) -> usize + 'a) -> Way<'a> {
    Way::new(name, move |texts| {
        black_box(texts.iter().map(|text| count(black_box(text))).sum::<usize>());
    })
}

/// Appends the records of `text` to `out`.
fn write_records(extractor: &Extractor, text: &str, out: &mut Vec<u8>) {
    for statement in extractor.extract(text).statements() {
        record::StatementRecord::new("a", statement).write_line(out);
    }
}

/// JSON Lines to records, by one thread and two. What two runs that share nothing gain beside each
/// other is the most that the machine allows: its cores share a cache and a clock.
fn threads() {
    let with =
        |threads| Extractor::builder().threads(threads).build().expect("the number of threads is valid");
    let stream = |extractor: &Extractor, lines: &str| {
        extractor.stream(lines.as_bytes(), io::sink()).expect("writing to memory cannot fail");
    };
    let (one, two, apart) = (with(1), with(2), [with(1), with(1)]);
    // the lines of a block are one string
    let ways = vec![
        Way::new("1 thread", |lines| stream(&one, &lines[0])),
        Way::new("2 threads", |lines| stream(&two, &lines[0])),
        Way::new("2 runs of 1 thread beside each other", |lines| {
            let middle = memchr::memrchr(b'\n', &lines[0].as_bytes()[..lines[0].len() / 2]);
            let (first, second) = lines[0].split_at(middle.map_or(0, |end| end + 1));
            thread::scope(|scope| {
                scope.spawn(|| stream(&apart[0], first));
                stream(&apart[1], second);
            });
        }),
    ];
    let mut articles = Articles::open();
    let times = in_turn(ways, (0..17).map(|_| vec![json_lines(&articles.block(4_000_000))]));
    println!(
        "| JSON Lines to records, {} | MB/s | times 1 thread | processor time, times 1 thread |",
        articles.name
    );
    println!("| --- | --- | --- | --- |");
    let one = &times[0];
    for Times { name, elapsed, processor } in &times {
        let faster = Spread::of_ratios(&one.elapsed, elapsed);
        let more = Spread::of_ratios(processor, &one.processor);
        println!("| {name} | {} | {} | {} |", megabytes_a_second(elapsed), faster.shown(), more.shown());
    }
}

fn json_lines(texts: &[String]) -> String {
    let line = |(id, text)| serde_json::json!({"id": id, "text": text}).to_string() + "\n";
    texts.iter().enumerate().map(line).collect()
}

fn print(megabytes: usize) -> io::Result<()> {
    let block = Articles::open().block(megabytes * 1_000_000);
    io::stdout().write_all(json_lines(&block).as_bytes())
}
