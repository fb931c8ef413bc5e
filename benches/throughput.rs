//! Bytes a second on the articles of `corpus/`, one core unless the name says otherwise: `cargo bench`
//!
//! The peer does a part of the job only: it finds sentence boundaries.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dictum::{Extractor, record};
use unicode_segmentation::UnicodeSegmentation;

/// Every article of the corpus, in the order of the names.
fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let entries = fs::read_dir(folder).expect("the corpus is part of the project");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("articles are UTF-8")).collect()
}

/// The corpus as JSON Lines, repeated until there is work for many threads.
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

fn stages(criterion: &mut Criterion) {
    let texts = corpus();
    let extractor = Extractor::default();
    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("text to records in JSON", |bencher| {
        let mut out = Vec::new();
        bencher.iter(|| {
            out.clear();
            for text in &texts {
                for statement in extractor.extract(text).statements() {
                    record::Statement::new("a", statement).write_line(&mut out);
                }
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
    group.bench_function("text to sentences", |bencher| {
        bencher.iter(|| texts.iter().map(|text| dictum::sentences(text).len()).sum::<usize>());
    });
    group.bench_function("peer: unicode-segmentation, text to sentences", |bencher| {
        bencher.iter(|| texts.iter().map(|text| text.split_sentence_bounds().count()).sum::<usize>());
    });
    group.finish();
}

fn threads(criterion: &mut Criterion) {
    let lines = json_lines(&corpus(), 8 << 20);
    let mut group = criterion.benchmark_group("stream");
    group.throughput(Throughput::Bytes(lines.len() as u64)).sample_size(10);
    for threads in [1, 2] {
        let extractor = Extractor::builder().threads(threads).build().expect("there are threads");
        group.bench_function(format!("JSON Lines to records, {threads} threads"), |bencher| {
            bencher
                .iter(|| extractor.stream(lines.as_slice(), std::io::sink()).expect("memory does not fail"));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, threads);
criterion_main!(benches);
