//! The cases of `tests/speakers`: short invented texts with given sources and contents, so that
//! only the resolution of speakers is tested.

use serde::Deserialize;

use super::{EntityKind, Resolution, Speakers};
use crate::arena::Arena;
use crate::attribution::{Attribution, Kind, Pieces};
use crate::cases;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::syntax::Syntax;
use crate::text::{Run, Text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    /// What the case tests.
    #[serde(rename = "why")]
    _why: Option<String>,
    statement: Vec<Expected>,
}

/// A statement; statements are in text order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The words of the source; the occurrence nearest to the content is meant.
    source: Option<String>,
    /// The words of the content.
    content: String,
    /// The verb of saying after the source, if the case needs it.
    cue: Option<String>,
    /// The speaker's name; `None` if no speaker should be found.
    speaker: Option<String>,
    role: Option<String>,
    organization: Option<String>,
    anonymous: Option<bool>,
    resolution: Option<Resolution>,
    kind: Option<EntityKind>,
}

fn attribution(text: &Text<'_>, expected: &Expected) -> Attribution {
    let at = text.source.find(&expected.content).expect("the text holds the content");
    let content = text.run(Span::new(at, at + expected.content.len()));
    let source = expected.source.as_ref().map(|words| {
        let outside = |&found: &usize| found + words.len() <= at || found >= at + expected.content.len();
        let whole_tokens = |&found: &usize| {
            let run = text.run(Span::new(found, found + words.len()));
            text.slice(run) == words
        };
        let places = text.source.match_indices(words.as_str()).map(|(found, _)| found);
        let nearest = places.filter(outside).filter(whole_tokens).min_by_key(|found| found.abs_diff(at));
        let found = nearest.expect("the text holds the source beside the content");
        text.run(Span::new(found, found + words.len()))
    });
    let verb = expected.cue.as_ref().zip(source).map(|(cue, source)| {
        let stop = text.span(source).end();
        let found = stop + text.source[stop..].find(cue.as_str()).expect("the text holds the cue");
        (text.run(Span::new(found, found + cue.len())).first(), None)
    });
    let quoted = expected.content.starts_with(['"', '“']);
    let kind = if quoted { Kind::Direct } else { Kind::Indirect };
    Attribution { source, kind, head: verb, ..Attribution::of_content(content) }
}

fn check(case: &Case) -> Result<(), String> {
    let arena = Arena::new();
    let text = Text::read(&case.text, Lexicon::built_in(), &arena);
    let attributions: Vec<_> = case.statement.iter().map(|s| attribution(&text, s)).collect();
    let found = Speakers::of(&Syntax::read(&text, Lexicon::built_in()), &attributions);
    let slice = |run: Option<Run>| run.map(|run| text.slice(run).to_owned());
    for (i, expected) in case.statement.iter().enumerate() {
        let entity = found.of[i].map(|at| &found.entities[at as usize]);
        let differ = |what: &str, got: Option<String>, want: &Option<String>| {
            if got == *want {
                return Ok(());
            }
            Err(format!("{}: {what} of {:?} is {got:?}, not {want:?}", case.name, expected.content))
        };
        differ("speaker", slice(entity.map(|e| e.name)), &expected.speaker)?;
        if expected.role.is_some() {
            differ("role", slice(entity.and_then(|e| e.role)), &expected.role)?;
        }
        if expected.organization.is_some() {
            differ("organization", slice(entity.and_then(|e| e.organization)), &expected.organization)?;
        }
        let kind = entity.map(|e| e.kind);
        if expected.kind.is_some() && kind != expected.kind {
            return Err(format!("{}: {:?} is said by a {kind:?}", case.name, expected.content));
        }
        if let (Some(want), Some(entity)) = (expected.anonymous, entity)
            && entity.anonymous != want
        {
            return Err(format!("{}: anonymous is {}", case.name, entity.anonymous));
        }
        if expected.resolution.is_some_and(|want| want != found.resolutions[i]) {
            return Err(format!(
                "{}: {:?} resolved by {:?}",
                case.name, expected.content, found.resolutions[i]
            ));
        }
    }
    Ok(())
}

#[test]
fn speakers_are_found_as_the_cases_say() {
    let themes = [
        "bodies",
        "boundaries",
        "casts",
        "court",
        "descriptions",
        "groups",
        "kinds",
        "names",
        "pronouns",
        "relatives",
        "roles",
        "stories",
        "turns",
    ];
    cases::run("speakers", &themes, |case, _| check(case));
}

/// Pieces of rough text: names, titles, roles, pronouns, brackets and quotation marks.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Ana ", "Ruiz", "'s ", ", ", "the ", "mayor ", "of ", "Calda", " said ", "\"", "I ", "he ",
    ". ", "\n\n", "Mr. ", "van ", "der ", "(", "WHO", ") ", "who ", "and ", "Jr. ", "é", "they ",
    "54, ", "“", "”", "A. ", "& ", "", "these ", "The 54-year-old ", "al-Saleh ", "senator ",
    "by ", "my name is ", "U.S. ", "you ", "Association of ", "company ", "\n",
];

/// Mentions are in order and disjoint, and every speaker is one of the entities, whatever the text.
#[test]
fn contract_holds_on_rough_text() {
    let mut seed = 7_u32;
    for _ in 0..400 {
        let mut source = String::new();
        for _ in 0..60 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            source.push_str(PIECES[(seed >> 16) as usize % PIECES.len()]);
        }
        let arena = Arena::new();
        let text = Text::read(&source, Lexicon::built_in(), &arena);
        let count = text.tokens.len();
        let run = |from: usize, length: usize| Run::new(from.min(count), (from + length).min(count));
        let attributions: Vec<_> = (0..count / 6)
            .map(|i| Attribution {
                source: (i % 4 > 0).then(|| run(6 * i, 1 + i % 3)),
                kind: if i % 2 == 0 { Kind::Direct } else { Kind::Indirect },
                ..Attribution::of_content(run(6 * i + 3, 3))
            })
            .collect();
        let found = Speakers::of(&Syntax::read(&text, Lexicon::built_in()), &attributions);
        assert_eq!(found.of.len(), attributions.len());
        assert_eq!(found.resolutions.len(), attributions.len());
        for (of, resolution) in found.of.iter().zip(found.resolutions) {
            assert_eq!(of.is_none(), *resolution == Resolution::None, "{source:?}");
            assert!(of.is_none_or(|at| (at as usize) < found.entities.len()));
        }
        for entity in &found.entities {
            assert!(!entity.name.is_empty() && entity.name.stop() <= count, "{source:?}");
            assert!(
                found.mentions[entity.mentions.clone()].windows(2).all(|pair| pair[0].end <= pair[1].start),
                "{source:?}"
            );
        }
    }
}

/// Ten thousand people with one surname: each bare surname refers to the person named just before.
#[test]
fn a_bare_surname_among_ten_thousand_people_is_the_latest() {
    const COUNT: usize = 10_000;
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let name = |i: usize| format!("Q{}{}{}x Tamm", letter(i / 676), letter(i / 26), letter(i));
    let mut source = String::new();
    let mut sources = Vec::new();
    for i in 0..COUNT {
        source.push_str(&name(i));
        source.push_str(" came in. ");
        sources.push(source.len());
        source.push_str("Tamm said no.\n");
    }
    let arena = Arena::new();
    let text = Text::read(&source, Lexicon::built_in(), &arena);
    let attributions: Vec<_> = sources
        .iter()
        .map(|&at| Attribution {
            source: Some(text.run(Span::new(at, at + 4))),
            ..Attribution::of_content(text.run(Span::new(at + 10, at + 12)))
        })
        .collect();
    let found = Speakers::of(&Syntax::read(&text, Lexicon::built_in()), &attributions);
    assert_eq!(found.entities.len(), COUNT);
    for (i, of) in found.of.iter().enumerate() {
        let entity = &found.entities[of.expect("a speaker") as usize];
        assert_eq!(text.slice(entity.name), name(i), "statement {i}");
    }
}

/// The attributions that the gold `statements` of an article describe, in text order.
fn gold_attributions(
    text: &Text<'_>,
    statements: Vec<serde_json::Value>,
) -> Vec<(Attribution, serde_json::Value)> {
    let span = |value: &serde_json::Value| serde_json::from_value::<Span>(value.clone()).ok();
    let run = |value: &serde_json::Value| span(value).map(|span| text.run(span));
    let mut given: Vec<(Attribution, serde_json::Value)> = statements
        .into_iter()
        .map(|gold| {
            let spans = gold["content"]["spans"].as_array().expect("pieces").iter();
            let content: Pieces = spans.filter_map(run).collect();
            let cue = gold["cue"]["span"].is_array().then(|| run(&gold["cue"]["span"])).flatten();
            let kind = match gold["kind"].as_str() {
                Some("direct") => Kind::Direct,
                Some("mixed") => Kind::Mixed,
                _ => Kind::Indirect,
            };
            let head = cue.map(|cue: Run| (cue.stop() - 1, None));
            let source = run(&gold["speaker"]["span"]);
            (Attribution { cue, head, source, kind, ..Attribution::of_content(content) }, gold)
        })
        .collect();
    let first = |a: &Attribution| a.content.iter().chain(&a.source).chain(&a.cue).map(|run| run.start).min();
    given.sort_by_key(|(attribution, _)| first(attribution));
    given
}

/// A name or description in lower case, without an article, titles and letters after the name.
fn bare(name: &str) -> String {
    const AROUND: [&str; 12] =
        ["the", "a", "an", "sir", "dame", "colonel", "dr", "mr", "mrs", "ms", "kc", "mp"];
    let words = name.trim_end_matches(',').split_whitespace().map(str::to_lowercase);
    let kept: Vec<String> = words.filter(|word| !AROUND.contains(&word.as_str())).collect();
    kept.join(" ")
}

/// Whether the name that was found is the one of the gold statement. Descriptions may differ in the
/// modifiers after the noun ("a report", "a report published on Friday"). A gold name that the
/// article does not contain ("aides of Warren Stoddall" for "his aides") was composed by the
/// annotators: there, the words of one of its sources (`own`) are right.
fn is_same(got: &str, want: &str, article: &str, own: &[&str]) -> bool {
    let (a, b) = (bare(got), bare(want));
    let lower = |name: &str| {
        name.starts_with(char::is_lowercase) || ["The ", "A ", "An "].iter().any(|w| name.starts_with(w))
    };
    let longer = |long: &str, short: &str| {
        let rest = long.strip_prefix(short);
        rest.is_some_and(|rest| rest.starts_with([' ', ','])) && !short.is_empty()
    };
    let modified = lower(got) && lower(want) && (longer(&a, &b) || longer(&b, &a));
    let composed = !article.to_lowercase().contains(&want.to_lowercase());
    a == b || modified || composed && own.iter().any(|source| bare(source) == a)
}

/// Resolves the gold statements of the corpus from their given sources and contents. A failure
/// lists the speakers that were missed.
#[test]
fn corpus_speakers_are_resolved() {
    /// The required percentage over all articles; many are adversarial.
    const ENOUGH: usize = 91;
    /// The required percentage over the articles with many similar speakers (`cast-*`).
    const ENOUGH_OF_SIMILAR: usize = 97;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let gold = std::fs::read_to_string(format!("{folder}/gold.jsonl")).expect("the gold is there");
    let mut articles: std::collections::BTreeMap<String, Vec<serde_json::Value>> =
        std::collections::BTreeMap::new();
    for line in gold.lines() {
        let statement: serde_json::Value = serde_json::from_str(line).expect("a statement");
        let document = statement["document"].as_str().expect("a document").to_owned();
        articles.entry(document).or_default().push(statement);
    }
    let (mut count, mut in_similar, mut wrong) = (0_usize, 0_usize, Vec::new());
    for (document, statements) in articles {
        let source =
            std::fs::read_to_string(format!("{folder}/{document}.txt")).expect("the article is there");
        let arena = Arena::new();
        let text = Text::read(&source, Lexicon::built_in(), &arena);
        let given = gold_attributions(&text, statements);
        let attributions: Vec<_> = given.iter().map(|(attribution, _)| attribution.clone()).collect();
        let found = Speakers::of(&Syntax::read(&text, Lexicon::built_in()), &attributions);
        let name = |gold: &serde_json::Value| gold["speaker"]["name"].as_str().map(str::to_owned);
        let source_text = |a: &Attribution| a.source.map(|run| text.slice(run));
        for ((attribution, gold), of) in given.iter().zip(found.of) {
            let got = of.map(|at| text.slice(found.entities[at as usize].name));
            let want = gold["speaker"]["name"].as_str();
            count += 1;
            in_similar += usize::from(document.starts_with("cast-"));
            let same_name = given.iter().filter(|(_, other)| name(other).as_deref() == want);
            let own: Vec<&str> = same_name.filter_map(|(a, _)| source_text(a)).collect();
            let right = match (got, want) {
                (Some(got), Some(want)) => is_same(got, want, &source, &own),
                (got, want) => got == want,
            };
            if !right {
                let source = source_text(attribution);
                wrong.push(format!("{document}: {source:?} is {got:?}, not {want:?}"));
            }
        }
    }
    let share = |wrong: usize, count: usize| 100 * (count - wrong) / count;
    let similar = wrong.iter().filter(|error| error.starts_with("cast-")).count();
    let (all, of_similar) = (share(wrong.len(), count), share(similar, in_similar));
    assert!(
        all >= ENOUGH && of_similar >= ENOUGH_OF_SIMILAR,
        "{all} % of {count}, {of_similar} % of {in_similar} with similar speakers:\n{}",
        wrong.join("\n")
    );
}
