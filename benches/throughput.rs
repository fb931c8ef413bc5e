//! Bytes per second on the articles of `corpus/`, on one core unless the name says otherwise:
//! `cargo bench --bench throughput`
//!
//! The peers do only part of the work: they find sentence boundaries, or in the case of memchr the
//! characters that may end a sentence. ICU's segmenter is the English one from `icu_segmenter`.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use dictum::{Extractor, record};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use unicode_segmentation::UnicodeSegmentation;

/// Every article of the corpus, sorted by name.
fn corpus() -> Vec<String> {
    articles(|_| true)
}

/// The articles of the corpus whose file names are `wanted`.
fn articles(wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let entries = fs::read_dir(folder).expect("the corpus exists");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.retain(|path| path.file_name().is_some_and(|name| wanted(&name.to_string_lossy())));
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("articles are UTF-8")).collect()
}

/// The corpus as JSON Lines, repeated until there is enough work for many threads.
fn json_lines(texts: &[String], least: usize) -> Vec<u8> {
    let mut lines = Vec::new();
    while lines.len() < least {
        for (id, text) in texts.iter().enumerate() {
            let article = serde_json::json!({"id": id.to_string(), "text": text});
            lines.extend_from_slice(article.to_string().as_bytes());
            lines.push(b'\n');
        }
    }
    lines
}

/// An article of `length` bytes: the articles of the corpus concatenated, without the blogs, whose
/// comment forms would end the article.
fn article(length: usize) -> String {
    let mut text = articles(|name| !name.starts_with("blog-")).join("\n\n");
    while text.len() < length {
        text.push_str("\n\n");
        text.extend_from_within(..);
    }
    let end = (0..=length).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.truncate(end);
    text
}

/// Appends the records of `text` to `out`.
fn write_records(extractor: &Extractor, text: &str, out: &mut Vec<u8>) {
    for statement in extractor.extract(text).statements() {
        record::StatementRecord::new("a", statement).write_line(out);
    }
}

fn sentences(criterion: &mut Criterion) {
    let texts = corpus();
    let mut group = criterion.benchmark_group("sentences");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    let mut count = |name: &str, sentences: &dyn Fn(&str) -> usize| {
        group.bench_function(name, |bencher| {
            bencher.iter(|| texts.iter().map(|text| sentences(black_box(text))).sum::<usize>());
        });
    };
    count("dictum", &|text| dictum::sentences(text).len());
    count("peer: unicode-segmentation", &|text| text.split_sentence_bounds().count());
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    count("peer: icu_segmenter", &|text| icu.segment_str(text).count());
    count("peer: sentencex", &|text| sentencex::get_sentence_boundaries("en", text).len());
    count("peer: memchr3 for . ! ?", &|text| memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes()).count());
    group.finish();
}

fn job(criterion: &mut Criterion) {
    let texts = corpus();
    let extractor = Extractor::default();
    let mut group = criterion.benchmark_group("job");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    let mut out = Vec::new();
    group.bench_function("text to records in JSON", |bencher| {
        bencher.iter(|| {
            out.clear();
            for text in &texts {
                write_records(&extractor, text, &mut out);
            }
            black_box(out.len())
        });
    });
    group.bench_function("text to article", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(extractor.extract(text));
            }
        });
    });
    let articles: Vec<_> = texts.iter().map(|text| extractor.extract(text)).collect();
    group.bench_function("article to records in JSON", |bencher| {
        bencher.iter(|| {
            out.clear();
            for statement in articles.iter().flat_map(dictum::Article::statements) {
                record::StatementRecord::new("a", statement).write_line(&mut out);
            }
            black_box(out.len())
        });
    });
    group.finish();
}

fn lengths(criterion: &mut Criterion) {
    let extractor = Extractor::default();
    let mut group = criterion.benchmark_group("length");
    group.sample_size(10);
    for length in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        let text = article(length);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let mut out = Vec::new();
        group.bench_with_input(BenchmarkId::new("text to records", length), &text, |bencher, text| {
            bencher.iter(|| {
                out.clear();
                write_records(&extractor, text, &mut out);
            });
        });
        group.bench_with_input(BenchmarkId::new("text to sentences", length), &text, |bencher, text| {
            bencher.iter(|| dictum::sentences(text).len());
        });
    }
    group.finish();
}

fn threads(criterion: &mut Criterion) {
    let lines = json_lines(&corpus(), 8 << 20);
    let mut group = criterion.benchmark_group("stream");
    group.throughput(Throughput::Bytes(lines.len() as u64)).sample_size(10);
    for threads in [1, 2] {
        let extractor =
            Extractor::builder().threads(threads).build().expect("the number of threads is valid");
        group.bench_function(format!("JSON Lines to records, {threads} threads"), |bencher| {
            bencher.iter(|| {
                extractor.stream(lines.as_slice(), std::io::sink()).expect("writing to memory cannot fail")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, sentences, job, lengths, threads);
criterion_main!(benches);
