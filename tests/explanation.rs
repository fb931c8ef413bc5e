//! Explanations: one verdict for each word that could be a cue.

#[path = "invariants/config.rs"]
mod config;

use config::config;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::{fs, path::Path};

use dictum::{Extractor, RuleSet, Scope, Verdict};
use proptest::prelude::*;

/// The verdict on each candidate cue of a text.
fn verdicts(text: &str) -> Vec<(&str, Verdict)> {
    let explanation = Extractor::default().explain(text);
    explanation.candidates().map(|one| (one.cue().text(), one.verdict())).collect()
}

#[test]
fn each_check_has_its_verdict() {
    let said = verdicts("The mayor said that the bridge was safe.");
    assert!(said.contains(&("said", Verdict::Statement)), "{said:?}");
    let noun = verdicts("The state of the road was poor.");
    assert!(noun.contains(&("state", Verdict::OtherPartOfSpeech)), "{noun:?}");
    let pseudo_cue = verdicts("Needless to say that nobody slept.");
    assert!(pseudo_cue.contains(&("say", Verdict::PseudoCue)), "{pseudo_cue:?}");
    let deed = verdicts("The union backed the bill.");
    assert!(deed.contains(&("backed", Verdict::OutOfScope)), "{deed:?}");
    let alone = verdicts("She promised.");
    assert!(alone.contains(&("promised", Verdict::NoFrame)), "{alone:?}");
}

#[test]
fn statements_below_the_minimum_confidence_are_unsure() {
    let text = "The mayor seems to like the plan.";
    let wide = || Extractor::builder().scope(Scope::Attributions);
    let strict = wide().min_confidence(0.99).build().unwrap();
    let explanation = strict.explain(text);
    assert_eq!(explanation.article().statements().len(), 0);
    assert!(explanation.candidates().any(|one| one.verdict() == Verdict::Unsure));
    let lenient = wide().min_confidence(0.0).build().unwrap();
    assert!(lenient.explain(text).candidates().all(|one| one.verdict() != Verdict::Unsure));
}

#[test]
fn the_page_names_words_speaker_category_and_rule() {
    let text = "Lena Moor, the mayor, spoke late. She promised to reopen the ferry. Nobody slept.";
    let page = Extractor::default().explain(text).to_string();
    for part in [
        "“promised” attributes a statement",
        "what:  to reopen the ferry",
        "“She” is Lena Moor (pronoun)",
        "which: commitment, by ",
    ] {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
    assert!(page.ends_with("Nobody slept.\n    no possible cue\n"), "{page}");
}

/// The articles of the corpus and the examples of the built-in rules.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let paths = fs::read_dir(folder).expect("the corpus exists").map(|entry| entry.unwrap().path());
    let articles = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let mut texts: Vec<String> = articles.map(|path| fs::read_to_string(path).expect("UTF-8")).collect();
    for rules in [RuleSet::built_in(), RuleSet::speech_acts()] {
        texts.extend(rules.examples().map(str::to_owned));
    }
    texts
});

/// Every word of these texts, and punctuation marks.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let words =
        TEXTS.iter().flat_map(|text| text.split(|c: char| !(c.is_alphanumeric() || "’'-".contains(c))));
    let marks = ["“", "”", "\"", ",", ".", ":", "?", "—", "(", ")", "\n\n"];
    words.filter(|word| !word.is_empty()).chain(marks).collect::<BTreeSet<_>>().into_iter().collect()
});

/// Checks that an explanation agrees with the extraction of the same text: it has the same article,
/// and exactly the statements with a cue have a candidate with the verdict [`Verdict::Statement`].
fn agree(extractor: &Extractor, text: &str) -> Result<(), TestCaseError> {
    let article = extractor.extract(text);
    let explanation = extractor.explain(text);
    prop_assert_eq!(format!("{:?}", explanation.article()), format!("{article:?}"), "{}", text);
    let cued: Vec<_> =
        article.statements().filter_map(|s| Some((s.index(), s.cue()?.span(), s.confidence()))).collect();
    let attributing = explanation.candidates().filter(|one| one.verdict() == Verdict::Statement);
    let mut explained: Vec<_> = attributing
        .filter_map(|one| Some((one.statement()?.index(), one.cue().span(), one.confidence()?)))
        .collect();
    explained.sort_by_key(|(index, ..)| *index);
    prop_assert_eq!(cued, explained, "{}", text);
    for one in explanation.candidates() {
        prop_assert_eq!(
            one.statement().is_some(),
            one.verdict() == Verdict::Statement,
            "{:?} in {}",
            one,
            text
        );
    }
    Ok(())
}

#[test]
fn statements_of_the_corpus_and_the_rules_examples_are_explained() {
    for limit in [0.0, 0.5, 0.9] {
        let extractor = Extractor::builder().min_confidence(limit).build().expect("the limit is valid");
        assert!(TEXTS.len() > 100);
        for text in TEXTS.iter() {
            agree(&extractor, text).unwrap_or_else(|error| panic!("from {limit} on: {error}"));
        }
    }
}

#[test]
fn every_word_is_explained_in_cue_position() {
    let extractor = Extractor::builder().min_confidence(0.0).build().expect("the limit is valid");
    let (mut verdicts, mut statements) = (BTreeSet::new(), 0);
    for word in WORDS.iter() {
        for text in [
            format!("Lena Moor {word} that the pier was safe."),
            format!("“The pier is safe,” {word} Lena Moor."),
            format!("Her {word} to reopen the ferry was clear."),
        ] {
            agree(&extractor, &text).unwrap_or_else(|error| panic!("{error}"));
            let explanation = extractor.explain(&text);
            verdicts.extend(explanation.candidates().map(|one| format!("{:?}", one.verdict())));
            statements += explanation.article().statements().filter(|s| s.cue().is_some()).count();
        }
    }
    assert!(statements > 300 && verdicts.len() > 2, "{statements} statements; {verdicts:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn explaining_changes_nothing(words in prop::collection::vec(
        prop_oneof![
            prop::sample::select(WORDS.as_slice()),
            prop::sample::select(&["she", "said", "that", "the", "mayor", "was", "to", "“", "”", ",", ".", "not"][..]),
        ], 0..60)) {
        agree(&Extractor::default(), &words.join(" "))?;
    }
}
