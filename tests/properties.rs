//! Properties that hold for every text.

#[path = "invariants/config.rs"]
mod config;
#[path = "invariants/grammar.rs"]
mod grammar;
mod invariants;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use config::config;
use dictum::render::{Colour, Terminal};
use dictum::{Article, Extractor, Scope, Span, Statement, record};
use invariants::broken;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Random text from the material of news: many quotation marks, cues, names and line breaks.
fn news() -> impl Strategy<Value = String> {
    const PIECES: [&str; 60] = [
        "\"",
        "“",
        "”",
        "‘",
        "’",
        "'",
        "''",
        "``",
        "«",
        "»",
        "„",
        "(",
        ")",
        "[",
        "…",
        "...",
        " . . . ",
        ". ",
        ".",
        ", ",
        "? ",
        "! ",
        ": ",
        "; ",
        " – ",
        "--",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\u{a0}",
        "\u{feff}",
        "\0",
        " said",
        " says that ",
        " warned",
        " promised to ",
        "according to ",
        " his plan to ",
        " added: ",
        " is expected to ",
        " who ",
        "he ",
        "She ",
        "the minister ",
        "Ana Ruiz",
        "Dr. ",
        "U.S. ",
        "Sen. ",
        "J. ",
        "Müller’s ",
        "部长",
        "é",
        "🙂",
        "3.5 ",
        "1.) ",
        "https://a.example/b?c=d ",
        "Share this",
        "will rebuild the bridge",
    ];
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80).prop_map(|pieces| pieces.concat())
}

/// The words and punctuation marks of the corpus, as often as they occur there.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let paths = fs::read_dir(folder).expect("the corpus exists").map(|entry| entry.unwrap().path());
    let text = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "txt");
    let mut articles: Vec<PathBuf> = paths.filter(text).collect();
    articles.sort();
    let texts: Vec<String> = articles.iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect();
    let words = texts.iter().flat_map(|text| text.split_word_bounds());
    words.filter(|word| *word != " ").map(str::to_owned).collect()
});

/// Characters that steer a terminal or the reading direction, or that have no shape.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => news(), 1 => any::<String>()]
}

fn lines(article: &Article<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for statement in article.statements() {
        record::StatementRecord::new("a", statement).write_line(&mut out);
    }
    out
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn invariants_hold(text in text(), least in 0.0..1.0f32) {
        let extractor = Extractor::builder().min_confidence(least).build().unwrap();
        prop_assert_eq!(broken(&extractor.extract(&text)), None);
    }

    #[test]
    fn invariants_hold_for_texts_of_a_grammar(bytes in prop::collection::vec(any::<u8>(), 0..60), wide in any::<bool>()) {
        let scope = if wide { Scope::Attributions } else { Scope::Statements };
        let extractor = Extractor::builder().scope(scope).min_confidence(0.0).build().unwrap();
        prop_assert_eq!(broken(&extractor.extract(&grammar::text(&bytes))), None);
    }

    #[test]
    fn invariants_hold_for_words_in_any_order(
        words in prop::collection::vec(prop::sample::select(WORDS.as_slice()), 0..60),
        wide in any::<bool>(),
    ) {
        let scope = if wide { Scope::Attributions } else { Scope::Statements };
        let extractor = Extractor::builder().scope(scope).min_confidence(0.0).build().unwrap();
        prop_assert_eq!(broken(&extractor.extract(&words.join(" "))), None);
    }

    #[test]
    fn an_article_has_the_sentences_of_its_text(text in text()) {
        let article = Extractor::default().extract(&text);
        prop_assert!(article.sentences().eq(dictum::sentences(&text)));
    }

    #[test]
    fn a_statement_is_within_a_longer_one_that_contains_its_cue(text in text()) {
        let extractor = Extractor::builder().min_confidence(0.0).build().unwrap();
        let article = extractor.extract(&text);
        for inner in article.statements() {
            let Some(outer) = inner.within() else { continue };
            let cue = inner.cue().unwrap().span();
            prop_assert!(outer.content().spans().iter().any(|s| s.start() <= cue.start() && cue.end() <= s.end()));
            prop_assert!(outer.index() != inner.index());
            // the chain of containing statements has no cycle
            let above = std::iter::successors(inner.within(), |s| s.within()).take(article.statements().len() + 1);
            prop_assert!(above.count() <= article.statements().len());
        }
    }

    #[test]
    fn every_statement_with_a_speaker_is_one_of_the_speakers(text in text()) {
        let article = Extractor::default().extract(&text);
        let spoken: usize = article.speakers().map(|speaker| speaker.statements().count()).sum();
        prop_assert_eq!(spoken, article.statements().filter(|statement| statement.speaker().is_some()).count());
    }

    #[test]
    fn a_higher_minimum_confidence_only_removes_statements(text in news()) {
        let at_least = |least: f32| Extractor::builder().min_confidence(least).build().unwrap();
        let (few, many) = (at_least(0.8), at_least(0.2));
        let (few, many) = (few.extract(&text), many.extract(&text));
        prop_assert!(few.statements().all(|statement| statement.confidence() >= 0.8));
        prop_assert!(few.statements().len() <= many.statements().len());
    }

    #[test]
    fn the_wider_scope_has_all_that_the_default_finds(text in news()) {
        let wide = Extractor::builder().scope(Scope::Attributions).build().unwrap();
        let (few, many) = (Extractor::default().extract(&text), wide.extract(&text));
        for statement in few.statements() {
            // the last piece may end earlier in the wider scope, before the writer's remark
            let last = statement.content().spans().last().unwrap();
            let within = |all: Statement<'_, '_>| {
                let covers = |span: &Span| {
                    let needed = if span == last { span.start() + 1 } else { span.end() };
                    all.content().spans().iter().any(|s| s.start() <= span.start() && needed <= s.end())
                };
                statement.content().spans().iter().all(covers)
            };
            prop_assert!(many.statements().any(within), "{statement:?}");
        }
    }

    #[test]
    fn the_terminal_shows_every_word_in_order(text in text()) {
        fn words<'s>(lines: impl Iterator<Item = &'s str>) -> Vec<String> {
            let marks = ['[', ']', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
            let seen = |c: char| if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c };
            let words = lines.flat_map(str::split_whitespace);
            let words = words.map(|word| word.chars().filter(|c| !marks.contains(c)).map(seen).collect::<String>());
            words.filter(|word| !word.is_empty()).collect()
        }
        let article = Extractor::default().extract(&text);
        let mut page = String::new();
        Terminal::new(Colour::Never).article("a", &article, &mut page);
        let notes = page.lines().filter(|line| line.starts_with("    ")).count();
        prop_assert_eq!(notes, article.statements().len());
        prop_assert_eq!(words(page.lines().skip(1).filter(|line| !line.starts_with("    "))), words([&*text].into_iter()));
    }

    #[test]
    fn records_are_read_back_as_they_were_written(text in news()) {
        let article = Extractor::default().extract(&text);
        for statement in article.statements() {
            let record = record::StatementRecord::new("a", statement);
            let json = serde_json::to_string(&record).unwrap();
            prop_assert_eq!(&serde_json::from_str::<record::StatementRecord<'_>>(&json).unwrap(), &record);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..config() })]

    #[test]
    fn any_number_of_threads_finds_the_same(texts in prop::collection::vec(news(), 0..40)) {
        let alone: Vec<_> = texts.iter().map(|text| lines(&Extractor::default().extract(text))).collect();
        for threads in [1, 2, 8] {
            let extractor = Extractor::builder().threads(threads).build().unwrap();
            let together: Vec<_> = extractor.extract_all(&texts).iter().map(lines).collect();
            prop_assert_eq!(&together, &alone);
        }
    }

    #[test]
    fn a_stream_finds_the_same_as_single_extractions(texts in prop::collection::vec(news(), 0..40), threads in 1..4usize) {
        let extractor = Extractor::builder().threads(threads).build().unwrap();
        let line = |text| serde_json::json!({"id": "a", "text": text}).to_string() + "\n";
        let input: String = texts.iter().map(line).collect();
        let mut together = Vec::new();
        extractor.stream(input.as_bytes(), &mut together).unwrap();
        let alone: Vec<u8> = texts.iter().flat_map(|text| lines(&extractor.extract(text))).collect();
        prop_assert!(together == alone);
    }

    #[test]
    fn any_division_into_batches_finds_the_same(texts in prop::collection::vec(news(), 1..40), size in 1..40usize) {
        let extractor = Extractor::default();
        let together: Vec<_> = extractor.extract_all(&texts).iter().map(lines).collect();
        let batches = texts.chunks(size).flat_map(|batch| extractor.extract_all(batch));
        let apart: Vec<_> = batches.map(|article| lines(&article)).collect();
        prop_assert_eq!(apart, together);
    }

    #[test]
    fn a_stream_resumed_at_any_line_finds_the_same(texts in prop::collection::vec(news(), 1..40), cut in 0..40u64) {
        let extractor = Extractor::default();
        let line = |text| serde_json::json!({"id": "a", "text": text}).to_string() + "\n";
        let input: String = texts.iter().map(line).collect();
        let mut whole = Vec::new();
        extractor.stream(input.as_bytes(), &mut whole).unwrap();
        let first: String = texts.iter().take(cut as usize).map(line).collect();
        let mut parts = Vec::new();
        extractor.stream(first.as_bytes(), &mut parts).unwrap();
        dictum::Stream::new(&extractor).resume_after(cut).run(input.as_bytes(), &mut parts).unwrap();
        prop_assert!(parts == whole);
    }
}

/// Texts on which fuzzing once found errors.
#[test]
fn texts_that_once_failed_pass() {
    let found = [
        // nothing but commas after the comma at which the clause should continue
        ",sZr-r\0awns-s\0wa$\0\0SJ@r-\0\0\0\0\0\0\0rHow,warn,,,",
        // a quotation that goes on from the last word of its statement, and one that is its own
        // source
        "The mayor said the town needs \"more police. and \"more learning.\" It rained.",
        "f according to\n‘'",
    ];
    let extractor = Extractor::builder().min_confidence(0.0).build().unwrap();
    for text in found {
        assert_eq!(broken(&extractor.extract(text)), None, "{text:?}");
    }
}

/// The evidence for the kind of a name that occurs this often exceeds the range of its numbers.
#[test]
fn a_name_may_occur_any_number_of_times() {
    let text = "Ana Ruiz, the mayor of Tarn Bridge, said that the pier was safe.\n\n".repeat(20_000);
    let article = Extractor::default().extract(&text);
    assert_eq!(broken(&article), None);
    assert!(article.statements().len() > 10_000);
}
