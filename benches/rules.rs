//! The cost of rule sets: bytes per second on the articles of `corpus/` by number of rules,
//! compared with no rules: `cargo bench --bench rules`

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use dictum::{Extractor, RuleSet};

const HEAD: &str =
    "name = 'bench'\ndefault = 'rest'\n[[category]]\nid = 'found'\n[[category]]\nid = 'rest'\n";

/// Every article of the corpus.
fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let entries = fs::read_dir(folder).expect("the corpus exists");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let articles = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    articles.map(|path| fs::read_to_string(path).expect("articles are UTF-8")).collect()
}

/// Every word of the corpus, without duplicates, in alphabetical order.
fn vocabulary(texts: &[String]) -> Vec<String> {
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic()));
    let mut words: Vec<String> = words.filter(|word| word.len() > 3).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    // some names look like stems that were cut by hand
    words.retain(|word| RuleSet::from_toml(&format!("{HEAD}{}", rule(0, &format!("{word}~")))).is_ok());
    words
}

fn rule(n: usize, pattern: &str) -> String {
    format!("[[rule]]\nid = 'r{n}'\ncategory = 'found'\nany = ['{pattern}']\n")
}

/// A rule set with `count` rules over words of the corpus. Each pattern has a word, a gap and a
/// stem; a third of them begin with `@own` and "will", which occur in every article.
fn rules(count: usize, words: &[String]) -> RuleSet {
    let mut file = HEAD.to_owned();
    for n in 0..count {
        let (a, b) = (&words[n % words.len()], &words[(n * 13 + n / words.len() * 101) % words.len()]);
        let own = if n % 3 == 0 { "@own @adverbs will ... " } else { "" };
        file += &rule(n, &format!("{own}{a} ... {b}~"));
    }
    RuleSet::from_toml(&file).unwrap_or_else(|error| panic!("{error}"))
}

fn cost(criterion: &mut Criterion) {
    let texts = corpus();
    let words = vocabulary(&texts);
    let mut group = criterion.benchmark_group("rules");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    let mut bench = |name: BenchmarkId, rules: RuleSet| {
        let extractor = Extractor::builder().rules(rules).build().expect("the settings are valid");
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                texts.iter().map(|text| black_box(extractor.extract(text)).statements().len()).sum::<usize>()
            });
        });
    };
    bench(
        BenchmarkId::from_parameter("none"),
        RuleSet::from_toml(HEAD).expect("the header is a valid rule set"),
    );
    bench(BenchmarkId::from_parameter("statements"), RuleSet::built_in());
    bench(BenchmarkId::from_parameter("speech-acts"), RuleSet::speech_acts());
    for count in [10, 100, 1_000, 10_000] {
        bench(BenchmarkId::from_parameter(count), rules(count, &words));
    }
    group.finish();
}

criterion_group!(benches, cost);
criterion_main!(benches);
