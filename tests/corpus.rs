//! The corpus has the format that it documents: every gold statement matches its article.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dictum::record::StatementRecord;
use dictum::{Extractor, Kind, Scope, Span};
use serde::de::DeserializeOwned;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The lines of the gold file, parsed as `T`.
fn lines<T: DeserializeOwned>() -> Vec<T> {
    let lines = fs::read_to_string(corpus().join("gold.jsonl")).unwrap();
    let lines = lines.lines().enumerate().map(|(i, line)| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("gold.jsonl, line {}: {error}", i + 1))
    });
    lines.collect()
}

fn gold() -> Vec<StatementRecord<'static>> {
    lines()
}

/// The core and the optional statements.
fn tiers() -> [Vec<StatementRecord<'static>>; 2] {
    let tiers = lines::<serde_json::Value>().into_iter().map(|line| line["tier"] == "optional");
    let (optional, core): (Vec<_>, Vec<_>) =
        gold().into_iter().zip(tiers).partition(|(_, optional)| *optional);
    [core, optional].map(|tier| tier.into_iter().map(|(statement, _)| statement).collect())
}

fn text(document: &str) -> String {
    fs::read_to_string(corpus().join(document).with_extension("txt"))
        .unwrap_or_else(|error| panic!("{document}.txt: {error}"))
}

#[test]
fn every_article_has_gold_statements_and_every_gold_statement_an_article() {
    let articles: BTreeSet<String> = fs::read_dir(corpus())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let documents: BTreeSet<String> =
        gold().into_iter().map(|statement| statement.document.into_owned()).collect();
    assert_eq!(articles, documents);
    assert!(articles.len() >= 24, "{} articles", articles.len());
}

#[test]
fn the_text_of_a_gold_part_is_the_text_of_its_spans() {
    for statement in gold() {
        let text = text(&statement.document);
        let under = |spans: &[Span]| {
            let pieces: Option<Vec<_>> = spans.iter().map(|span| text.get(span.range())).collect();
            pieces.map(|pieces| pieces.join(" … "))
        };
        let document = &statement.document;
        assert_eq!(under(&statement.content.spans).as_deref(), Some(&*statement.content.text), "{document}");
        if let Some(cue) = &statement.cue {
            assert_eq!(under(&[cue.span]).as_deref(), Some(&*cue.text), "{document}");
        }
        if let Some(speaker) = &statement.speaker {
            assert_eq!(
                speaker.span.and_then(|span| under(&[span])).as_deref(),
                speaker.text.as_deref(),
                "{document}"
            );
        }
    }
}

#[test]
fn gold_pieces_are_in_order_disjoint_and_of_a_known_category() {
    for statement in gold() {
        let spans = &statement.content.spans;
        assert!(!spans.is_empty() && spans.iter().all(|span| !span.is_empty()), "{statement:?}");
        assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{statement:?}");
        assert!(["commitment", "claim", "caution"].contains(&&*statement.category), "{statement:?}");
    }
}

#[test]
fn the_corpus_has_statements_of_every_kind_and_category() {
    let gold = gold();
    for kind in [Kind::Direct, Kind::Indirect, Kind::Mixed] {
        assert!(gold.iter().any(|statement| statement.kind == kind), "{kind}");
    }
    for category in ["commitment", "claim", "caution"] {
        assert!(gold.iter().any(|statement| statement.category == category), "{category}");
    }
}

#[test]
fn a_tier_is_core_or_optional() {
    for (i, line) in lines::<serde_json::Value>().iter().enumerate() {
        let tier = line.get("tier").map(|tier| tier.as_str().unwrap_or_default());
        assert!(matches!(tier, None | Some("core" | "optional")), "gold.jsonl, line {}: {tier:?}", i + 1);
    }
}

/// Whether two contents share at least half of the bytes that they cover together.
fn is_near(a: &[Span], b: &[Span]) -> bool {
    let covered = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    let both: usize = a
        .iter()
        .flat_map(|x| b.iter().map(move |y| x.end().min(y.end()).saturating_sub(x.start().max(y.start()))))
        .sum();
    2 * both >= covered(a) + covered(b) - both
}

/// Uses the wider scope, like the gold statements. The thresholds are slightly below the current
/// figures, so that a change that loses more than it gains fails. Found statements that match
/// optional gold statements are not counted.
#[test]
fn most_gold_statements_are_found_and_most_that_are_found_are_gold() {
    let extractor = Extractor::builder().scope(Scope::Attributions).build().expect("settings in their range");
    let [core, optional] = tiers();
    let documents: BTreeSet<&str> = core.iter().map(|statement| statement.document.as_ref()).collect();
    let (mut found, mut right, mut predicted) = (0, 0, 0);
    for document in documents {
        let text = text(document);
        let article = extractor.extract(&text);
        let of_this = |tier: &[StatementRecord<'_>]| -> Vec<Vec<Span>> {
            tier.iter().filter(|g| g.document == document).map(|g| g.content.spans.to_vec()).collect()
        };
        let (wanted, aside) = (of_this(&core), of_this(&optional));
        let given: Vec<Vec<Span>> = article.statements().map(|s| s.content().spans().to_vec()).collect();
        let is_one_of = |g: &[Span], gold: &[Vec<Span>]| gold.iter().any(|w| is_near(w, g));
        found += wanted.iter().filter(|w| is_one_of(w, &given)).count();
        right += given.iter().filter(|g| is_one_of(g, &wanted)).count();
        predicted += given.iter().filter(|g| is_one_of(g, &wanted) || !is_one_of(g, &aside)).count();
    }
    let recall = 100 * found / core.len();
    let precision = 100 * right / predicted;
    assert!(recall >= 77 && precision >= 88, "recall {recall} %, precision {precision} %");
}
