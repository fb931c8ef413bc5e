//! The public views of an article.

use dictum::{BuildError, Extractor, Kind, Resolution};

const TEXT: &str = "The mayor said the bridge was safe. “Nobody should worry,” she added. It rained.";

#[test]
fn an_article_outlives_its_extractor() {
    let article = {
        let extractor = Extractor::builder().threads(1).build().unwrap();
        extractor.extract(TEXT)
    };
    assert!(article.statements().len() >= 2);
    assert!(article.statements().all(|statement| !statement.category().is_empty()));
}

#[test]
fn the_parts_of_a_statement_are_pieces_of_the_text() {
    let article = Extractor::default().extract(TEXT);
    let statement = article.statements().next().unwrap();
    assert_eq!(statement.kind(), Kind::Indirect);
    assert_eq!(statement.content().text(), "the bridge was safe");
    assert_eq!(statement.source().unwrap().text(), "The mayor");
    let cue = statement.cue().unwrap();
    assert_eq!((cue.text(), cue.span().of(TEXT), cue.lemma()), ("said", "said", Some("say")));
    assert_eq!(statement.sentence().text(), "The mayor said the bridge was safe.");
    assert!((0.5..=1.0).contains(&statement.confidence()));
}

#[test]
fn a_speaker_has_mentions_by_name_and_pronoun() {
    let text = "Lena Moor, the head of the Harbour Board, said the pier was safe. She promised to reopen it.";
    let article = Extractor::default().extract(text);
    let statements: Vec<_> = article.statements().collect();
    assert_eq!(statements[0].speaker(), statements[1].speaker());
    assert_eq!(statements[0].resolution(), Resolution::Named);
    assert_eq!(statements[1].resolution(), Resolution::Pronoun);
    let speaker = statements[1].speaker().unwrap();
    assert_eq!(speaker.name(), "Lena Moor");
    assert_eq!(speaker.role().as_deref(), Some("head of the Harbour Board"));
    assert_eq!(speaker.organization().as_deref(), Some("Harbour Board"));
    assert!(!speaker.is_anonymous());
    assert!(speaker.mentions().len() >= 2, "{:?}", speaker.mentions().collect::<Vec<_>>());
    assert_eq!(speaker.statements().count(), 2);
}

#[test]
fn views_print_their_words() {
    let article = Extractor::default().extract(TEXT);
    let statement = article.statements().next().unwrap();
    let printed = format!(
        "{} {} {} ({}): {}",
        statement.source().unwrap(),
        statement.cue().unwrap(),
        statement.content(),
        statement.kind(),
        statement.sentence()
    );
    assert_eq!(printed, "The mayor said the bridge was safe (indirect): The mayor said the bridge was safe.");
    let debugged = format!("{article:?}");
    assert!(debugged.contains("\"the bridge was safe\" at 15..34"), "{debugged}");
}

#[test]
fn an_extractor_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    let extractor = Extractor::default();
    shared(&extractor);
    shared(&extractor.extract(TEXT));
}

#[test]
fn a_batch_may_borrow_from_any_strings() {
    let extractor = Extractor::default();
    let owned = vec![TEXT.to_owned(), String::new()];
    let articles = extractor.extract_all(&owned);
    assert_eq!(articles.iter().map(dictum::Article::text).collect::<Vec<_>>(), [TEXT, ""]);
    assert!(extractor.extract_all::<&str>(&[]).is_empty());
}

#[test]
fn build_errors_name_the_setting_out_of_range() {
    let error = Extractor::builder().threads(0).build().unwrap_err();
    assert_eq!(error, BuildError::NoThreads);
    for confidence in [-0.1, 1.1, f32::NAN] {
        let error = Extractor::builder().min_confidence(confidence).build().unwrap_err();
        assert!(error.to_string().ends_with("it must be between 0 and 1"), "{error}");
    }
}

#[test]
fn a_nested_statement_refers_to_the_outer_one() {
    let text = "Lena Moor said that the Harbour Board had claimed that the pier was safe. It rained.";
    let article = Extractor::default().extract(text);
    let statements: Vec<_> = article.statements().collect();
    assert_eq!(statements.len(), 2);
    assert_eq!(statements.iter().map(|s| s.index()).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(statements[1].within().map(dictum::Statement::index), Some(0));
    assert!(statements[0].within().is_none());
    let record = serde_json::to_value(dictum::record::StatementRecord::new("a", statements[1])).unwrap();
    assert_eq!(record["within"], 0);
    let record = serde_json::to_value(dictum::record::StatementRecord::new("a", statements[0])).unwrap();
    assert!(record.get("within").is_none());
}

#[test]
fn statements_and_sentences_are_found_by_position() {
    let article = Extractor::default().extract(TEXT);
    let cues = |offset| {
        let found = article.statements_at(offset);
        found.map(|one| one.cue().unwrap().text()).collect::<Vec<_>>()
    };
    for (words, expected) in [("The mayor", vec!["said"]), ("should", vec!["added"]), ("rained", vec![])] {
        assert_eq!(cues(TEXT.find(words).unwrap()), expected, "{words}");
    }
    assert_eq!(cues(usize::MAX), Vec::<&str>::new());
    for sentence in article.sentences() {
        for offset in sentence.span().range() {
            assert_eq!(article.sentence_at(offset), Some(sentence));
        }
        let inside: Vec<_> = article.statements_in(sentence.span()).map(dictum::Statement::index).collect();
        let begun = article.statements().filter(|one| one.sentence() == sentence);
        assert_eq!(inside, begun.map(dictum::Statement::index).collect::<Vec<_>>());
    }
    assert!(article.sentence_at(TEXT.len()).is_none());
}

#[test]
fn a_nested_statement_is_found_with_the_outer_one() {
    let text = "Lena Moor said that the Harbour Board had claimed that the pier was safe. It rained.";
    let article = Extractor::default().extract(text);
    let at = |word| {
        article.statements_at(text.find(word).unwrap()).map(dictum::Statement::index).collect::<Vec<_>>()
    };
    assert_eq!((at("Moor"), at("pier"), at("rained")), (vec![0], vec![0, 1], vec![]));
}

#[test]
fn quotations_are_found_whether_attributed_or_not() {
    let text =
        "“We are late,” said Moor, “but we ‘will’ come.\n\n“And stay.”\n\nThe “raft” sank. He said no.";
    let article = Extractor::default().extract(text);
    let quotations: Vec<_> = article.quotations().collect();
    let shown: Vec<_> = quotations.iter().map(|one| (one.text(), one.continues(), one.is_nested())).collect();
    let expected = [
        ("“We are late,”", false, false),
        ("“but we ‘will’ come.", false, false),
        ("‘will’", false, true),
        ("“And stay.”", true, false),
        ("“raft”", false, false),
    ];
    assert_eq!(shown, expected);
    let statements: Vec<_> =
        quotations.iter().map(|one| one.statement().map(dictum::Statement::index)).collect();
    assert_eq!(statements, [Some(0), Some(0), Some(0), Some(0), None]);
    assert!(!quotations[1].is_closed() && quotations[3].is_closed());
    assert!(quotations.iter().all(|one| one.span().of(text) == one.text()));
}

#[test]
fn an_extractor_states_its_settings() {
    let rules = dictum::RuleSet::named("speech-acts").unwrap();
    let extractor = Extractor::builder()
        .rules(rules)
        .min_confidence(0.75)
        .threads(3)
        .scope(dictum::Scope::Attributions)
        .build()
        .unwrap();
    assert_eq!(extractor.rules().name(), "speech-acts");
    assert_eq!((extractor.min_confidence(), extractor.threads()), (0.75, 3));
    assert_eq!(extractor.scope(), dictum::Scope::Attributions);
}
