//! The cost of rule sets by number of rules, beside no rules, on articles that are new to the
//! processor: `cargo bench --bench rules`

#![allow(clippy::cast_precision_loss, reason = "lengths are far below 2^53")]

mod articles;
mod measure;

use std::hint::black_box;

use articles::Articles;
use dictum::{Extractor, RuleSet};
use measure::{Spread, Times, Way, in_turn, megabytes_a_second};

const HEAD: &str =
    "name = 'bench'\ndefault = 'rest'\n[[category]]\nid = 'found'\n[[category]]\nid = 'rest'\n";

/// Every word of the articles, without duplicates, in alphabetical order.
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

/// A rule set with `count` rules over words of the articles. Each pattern has a word, a gap and a
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

fn main() {
    let mut articles = Articles::open();
    let words = vocabulary(&articles.block(250_000));
    let none = RuleSet::from_toml(HEAD).expect("the header is a valid rule set");
    let mut ways = vec![
        extracting("none", none),
        extracting("statements", RuleSet::built_in()),
        extracting("speech-acts", RuleSet::speech_acts()),
    ];
    for count in [10, 100, 1_000, 10_000] {
        ways.push(extracting(&count.to_string(), rules(count, &words)));
    }
    let times = in_turn(ways, (0..25).map(|_| articles.block(250_000)));
    println!("| rules, {} | MB/s | time, times no rules |\n| --- | --- | --- |", articles.name);
    for Times { name, processor, .. } in &times {
        let more = Spread::of_ratios(processor, &times[0].processor);
        println!("| {name} | {} | {} |", megabytes_a_second(processor), more.shown());
    }
}

fn extracting(name: &str, rules: RuleSet) -> Way<'static> {
    let extractor = Extractor::builder().rules(rules).build().expect("the settings are valid");
    Way::new(name, move |texts| {
        black_box(texts.iter().map(|text| extractor.extract(text).statements().len()).sum::<usize>());
    })
}
