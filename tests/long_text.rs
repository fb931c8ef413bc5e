//! A text longer than any article is read in parts: nothing is lost, and a name is one speaker.

use dictum::{Excerpt, Extractor, Sentence};

/// Paragraphs of a megabyte and a half, between a beginning and an end that say something.
fn text() -> String {
    let filler = format!("{}\n\n", "It rained on the pier and on the old bridge. ".repeat(20));
    let filler = filler.repeat(1_500_000 / filler.len());
    let beginning = "Ana Ruiz, the mayor, said the pier was safe. She promised to mend the bridge.\n\n";
    let end = "“We will go,” said Ana Ruiz. A spokesman for Tarn Bridge warned that the river could rise.";
    [beginning, &filler, end].concat()
}

#[test]
fn a_long_text_is_read_to_its_end() {
    let text = text();
    let article = Extractor::default().extract(&text);
    let found: Vec<_> = article.statements().map(|found| (found.index(), found.content().text())).collect();
    let expected = ["the pier was safe", "to mend the bridge", "“We will go,”", "that the river could rise"];
    assert_eq!(found, expected.iter().map(|&text| text.into()).enumerate().collect::<Vec<_>>());
    assert!(article.statements().all(|found| found.evidence().rule().is_none()
        || found.evidence().spans().iter().all(|span| found.sentence().span().contains(*span))));
    let sentences: Vec<_> = article.sentences().map(Sentence::span).collect();
    assert!(sentences.is_sorted() && sentences.len() > 30_000);
    assert_eq!(sentences, dictum::sentences(&text).map(Sentence::span).collect::<Vec<_>>());
}

#[test]
fn a_name_is_one_speaker_in_all_parts() {
    let text = text();
    let article = Extractor::default().extract(&text);
    let ruiz = article.speakers().find(|speaker| speaker.name() == "Ana Ruiz").unwrap();
    assert_eq!(article.speakers().filter(|speaker| speaker.name() == "Ana Ruiz").count(), 1);
    assert_eq!(ruiz.role().as_deref(), Some("mayor"));
    let mentions: Vec<_> = ruiz.mentions().map(Excerpt::text).collect();
    assert_eq!(mentions, ["Ana Ruiz", "She", "Ana Ruiz"]);
    let speakers: Vec<_> =
        article.statements().map(|found| found.speaker().unwrap().name().into_owned()).collect();
    assert_eq!(speakers[..3], ["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]);
    assert!(speakers[3].contains("Tarn Bridge") || speakers[3].contains("spokesman"), "{}", speakers[3]);
}

#[test]
fn an_explanation_has_the_same_article() {
    let text = text();
    let extractor = Extractor::default();
    let explanation = extractor.explain(&text);
    assert_eq!(format!("{:?}", explanation.article()), format!("{:?}", extractor.extract(&text)));
    let statements = explanation.candidates().filter_map(|candidate| {
        let statement = candidate.statement()?;
        assert_eq!(statement.cue().unwrap().span(), candidate.cue().span());
        Some(statement.index())
    });
    assert_eq!(statements.collect::<Vec<_>>(), [0, 1, 2, 3]);
}
