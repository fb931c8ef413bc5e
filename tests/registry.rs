//! Speakers across articles: pairs of names in `tests/registry/pairs`, small corpora in
//! `tests/registry/corpora`.

mod cases;
#[path = "invariants/config.rs"]
mod config;

use config::config;
use dictum::{Article, Extractor, Identities, Identity, Registry, Standing};
use proptest::prelude::*;
use serde::Deserialize;

/// Where a name is placed in an article.
const PLACES: [&str; 3] = [
    "{} said the pier was safe.",
    "“The pier is safe,” said {} on Friday.",
    "According to {}, the pier was safe.",
];

/// Pairs of names, each name in an article of its own, in every pair of places.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    /// Why the two are one speaker, or "apart", or "ambiguous" for the first one.
    verdict: String,
    pairs: Vec<[String; 2]>,
    /// Who else speaks in the corpus, each in an article of its own.
    #[serde(default)]
    with: Vec<String>,
}

/// Articles, and all their speakers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    name: String,
    articles: Vec<String>,
    /// As [`written`] writes them.
    speakers: Vec<String>,
}

fn identities(articles: &[Article<'_>]) -> Identities {
    let mut registry = Registry::new();
    for (n, article) in articles.iter().enumerate() {
        registry.add(&n.to_string(), article);
    }
    registry.identities()
}

/// "Lena Moor × 2 | Moor (surname)": the main name, the number of articles, the other names with
/// their reasons. "? Moor × 1 | Lena Moor, Tom Moor": an ambiguous name and whom it may mean. "–
/// the police × 3": a description.
fn written(identities: &Identities, identity: &Identity) -> String {
    let (mark, rest): (_, Vec<String>) = match identity.standing() {
        Standing::Named => {
            let names = identity.names().iter().skip(1);
            ("", names.map(|used| format!("{} ({})", used.name(), used.reason())).collect())
        }
        Standing::Ambiguous => {
            let may_be = identity.candidates().iter().filter_map(|&id| identities.get(id));
            ("? ", may_be.map(|other| other.name().to_owned()).collect())
        }
        _ => ("– ", Vec::new()),
    };
    let rest = if rest.is_empty() { String::new() } else { format!(" | {}", rest.join(", ")) };
    format!("{mark}{} × {}{rest}", identity.name(), identity.articles())
}

#[test]
fn pairs_of_names_match_the_cases() {
    let themes = ["people", "surnames", "bodies"];
    let extractor = Extractor::default();
    cases::run("registry/pairs", &themes, |case: &Group, _| {
        let with: Vec<String> = case.with.iter().map(|name| PLACES[0].replace("{}", name)).collect();
        let mut wrong = Vec::new();
        for (names, (first, second)) in case.pairs.iter().flat_map(|pair| places().map(move |at| (pair, at)))
        {
            let mut texts = with.clone();
            texts.push(PLACES[first].replace("{}", &names[0]));
            texts.push(PLACES[second].replace("{}", &names[1]));
            let articles = extractor.extract_all(&texts);
            let identities = identities(&articles);
            let found = verdict(&identities, &articles[with.len()], &articles[with.len() + 1]);
            if found != case.verdict {
                wrong.push(format!("{names:?} in places {first}, {second}: {found}"));
            }
        }
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(format!("{}: {}\n{}", case.name, case.verdict, wrong.join("\n")))
        }
    });
}

fn places() -> impl Iterator<Item = (usize, usize)> {
    (0..PLACES.len()).flat_map(|one| (0..PLACES.len()).map(move |two| (one, two)))
}

/// What the registry makes of the first speakers of two articles.
fn verdict(identities: &Identities, one: &Article<'_>, two: &Article<'_>) -> String {
    let of = |article: &Article<'_>| {
        let speaker = article.speakers().next().ok_or(format!("nobody speaks: {}", article.text()))?;
        let identity = identities.of(speaker).expect("the article was added");
        Ok((speaker.name().into_owned(), identity.id()))
    };
    let ((one, first), (two, second)) = match (of(one), of(two)) {
        (Ok(one), Ok(two)) => (one, two),
        (Err(message), _) | (_, Err(message)) => return message,
    };
    let identity = identities.get(first).expect("the id is one of the list");
    if identity.standing() == Standing::Ambiguous {
        return "ambiguous".to_owned();
    }
    if first != second {
        return "apart".to_owned();
    }
    let names = identity.names().iter().filter(|used| [&*one, &*two].contains(&used.name()));
    names.map(dictum::NameUse::reason).max().expect("both names are listed").to_string()
}

#[test]
fn speakers_of_a_corpus_match_the_cases() {
    let themes = ["people", "surnames", "bodies", "headings"];
    let extractor = Extractor::default();
    cases::run("registry/corpora", &themes, |case: &Corpus, _| {
        let articles = extractor.extract_all(&case.articles);
        let identities = identities(&articles);
        let found: Vec<String> = identities.iter().map(|one| written(&identities, one)).collect();
        cases::compare(&case.name, "", &case.speakers, &found)
    });
}

/// Every text of the cases, as one corpus.
fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    let add = std::cell::RefCell::new(&mut texts);
    cases::run("registry/corpora", &["people", "surnames", "bodies", "headings"], |case: &Corpus, _| {
        add.borrow_mut().extend(case.articles.iter().cloned());
        Ok(())
    });
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..config() })]

    /// Neither the order of articles nor their division among registries matters.
    #[test]
    fn the_order_of_articles_does_not_matter(order in Just((0..texts().len()).collect::<Vec<_>>()).prop_shuffle(), parts in 1_usize..5) {
        let texts = texts();
        let articles = Extractor::default().extract_all(&texts);
        let mut whole = Registry::new().keep_documents(3);
        for (n, article) in articles.iter().enumerate() {
            whole.add(&format!("{:03}", n % 7), article);
        }
        let mut divided = vec![Registry::new().keep_documents(3); parts];
        for (at, &n) in order.iter().enumerate() {
            divided[at % parts].add(&format!("{:03}", n % 7), &articles[n]);
        }
        let mut merged = Registry::new().keep_documents(3);
        for part in &divided {
            merged.merge(part);
        }
        prop_assert_eq!(whole.identities(), merged.identities());
    }
}

/// No statement is lost or counted twice.
#[test]
fn all_statements_with_a_speaker_are_counted() {
    let texts = texts();
    let articles = Extractor::default().extract_all(&texts);
    let identities = identities(&articles);
    let counted: usize = identities.iter().map(Identity::statements).sum();
    let spoken = articles.iter().flat_map(Article::statements).filter(|one| one.speaker().is_some());
    assert_eq!(counted, spoken.count());
    assert!(identities.iter().all(|one| one.articles() > 0 && one.articles() <= texts.len()));
}
