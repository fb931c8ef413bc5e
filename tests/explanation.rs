//! Why a word attributes, or does not: one verdict for each word that could.

use dictum::{Extractor, Scope, Verdict};
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
    let friend = verdicts("Needless to say that nobody slept.");
    assert!(friend.contains(&("say", Verdict::FalseFriend)), "{friend:?}");
    let deed = verdicts("The union backed the bill.");
    assert!(deed.contains(&("backed", Verdict::OutOfScope)), "{deed:?}");
    let alone = verdicts("She promised.");
    assert!(alone.contains(&("promised", Verdict::NoFrame)), "{alone:?}");
}

#[test]
fn a_higher_limit_makes_statements_unsure() {
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
        "“promised” attributes",
        "what:  to reopen the ferry",
        "“She” is Lena Moor (pronoun)",
        "which: commitment, by ",
    ] {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
    assert!(page.ends_with("Nobody slept.\n    no word here could attribute\n"), "{page}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn explaining_changes_nothing(words in prop::collection::vec(
        prop::sample::select(vec![
            "she", "said", "that", "the", "mayor", "promised", "to", "pay", "“", "”", ",", ".", "report", "was", "\n\n", "not",
        ]), 0..60)) {
        let text = words.join(" ");
        let extractor = Extractor::default();
        let explanation = extractor.explain(&text);
        prop_assert_eq!(format!("{:?}", explanation.article()), format!("{:?}", extractor.extract(&text)));
        let cued = explanation.article().statements().filter(|s| s.cue().is_some()).count();
        let explained = explanation.candidates().filter_map(dictum::Candidate::statement).count();
        prop_assert_eq!(cued, explained);
    }
}
