//! Export formats: every statement is exported, and its offsets select its words, whatever the text
//! contains.

use std::ops::Range;
use std::sync::Arc;

use dictum::export::{self, Brat, Doccano, Format, LabelStudio, Offsets, WebAnnotation};
use dictum::{Article, Extractor, RuleSet, Span};
use serde_json::{Value, json};

/// Texts that are difficult for a format, each with its number of statements.
const HARD: [(&str, &str, usize); 8] = [
    ("plain", "The mayor said the bridge was safe.", 1),
    ("pieces", "“The pier is old,” said Joss Arden, “but it stands.”", 1),
    ("Çelik/🙂 #1", "🙂🙂 Élan Çelik said “it’s — déjà 🙂 — over”. Moor promised to “reopen” it.", 2),
    ("broken", "Moor warned that the pier\r\ncould\tcollapse\nunder a boat.\n\n“No,” said\u{2028}Arden.", 2),
    ("script", "Moor said <script>alert(\"1\")</script> & 'more' was safe, \"quite\" safe; \\n too.", 1),
    ("nested", "Ruiz said that the ministry had promised to pay.", 2),
    ("none", "It rained.", 0),
    ("empty", "", 0),
];

/// The difficult texts and their articles.
fn articles() -> Vec<(&'static str, Article<'static>)> {
    let extractor = Extractor::builder().min_confidence(0.3).build().unwrap();
    let read = |&(id, text, statements): &(&'static str, &'static str, usize)| {
        let article = extractor.extract(text);
        assert_eq!(article.statements().len(), statements, "{id}: {article:?}");
        (id, article)
    };
    HARD.iter().map(read).collect()
}

fn written(format: &impl Format) -> String {
    let articles = articles();
    let mut out = Vec::new();
    export::write(format, articles.iter().map(|(id, article)| (*id, article)), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn lines(file: &str) -> Vec<Value> {
    file.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn characters(text: &str, range: Range<usize>) -> String {
    text.chars().skip(range.start).take(range.len()).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("no number: {value}"))).unwrap()
}

/// The pieces of the article's contents and their categories, in order.
fn pieces(article: &Article<'_>) -> Vec<(String, String)> {
    let of = |statement: dictum::Statement<'_, '_>| {
        let category = statement.category().to_owned();
        statement
            .content()
            .pieces()
            .map(|piece| (category.clone(), piece.text().to_owned()))
            .collect::<Vec<_>>()
    };
    article.statements().flat_map(of).collect()
}

#[test]
fn offsets_follow_characters_and_utf16_through_every_text() {
    for (_, text, _) in HARD {
        let offsets = Offsets::new(text);
        let utf16: Vec<u16> = text.encode_utf16().collect();
        for sentence in dictum::sentences(text) {
            assert_eq!(characters(text, offsets.characters_of(sentence.span())), sentence.text());
            let units = &utf16[offsets.utf16_of(sentence.span())];
            assert_eq!(String::from_utf16(units).unwrap(), sentence.text());
        }
        assert_eq!(offsets.characters_of(Span::new(0, text.len())), 0..text.chars().count());
    }
}

#[test]
fn web_annotations_quote_the_text_at_their_positions() {
    let annotations = lines(&written(&WebAnnotation));
    let articles = articles();
    let statements =
        articles.iter().flat_map(|(_, article)| article.statements().map(move |one| (article, one)));
    assert_eq!(annotations.len(), HARD.iter().map(|(_, _, statements)| statements).sum::<usize>());
    for ((article, statement), annotation) in statements.zip(&annotations) {
        let targets = match &annotation["target"] {
            Value::Array(targets) => targets.clone(),
            target => vec![target.clone()],
        };
        let bodies = annotation["body"].as_array().unwrap();
        let parts = bodies.iter().filter(|body| body["type"] == "SpecificResource");
        for place in targets.iter().chain(parts) {
            let [position, quote] = [&place["selector"][0], &place["selector"][1]];
            let range = number(&position["start"])..number(&position["end"]);
            assert_eq!(characters(article.text(), range.clone()), quote["exact"], "{annotation:#}");
            let whole = ["prefix", "exact", "suffix"].map(|part| quote[part].as_str().unwrap()).concat();
            let start = range.start - quote["prefix"].as_str().unwrap().chars().count();
            assert_eq!(characters(article.text(), start..start + whole.chars().count()), whole);
        }
        let exact: Vec<_> = targets.iter().map(|target| target["selector"][1]["exact"].clone()).collect();
        let pieces: Vec<_> = statement.content().pieces().map(|piece| json!(piece.text())).collect();
        assert_eq!(exact, pieces);
        assert_eq!(bodies[0]["value"], statement.category());
    }
    let sources: Vec<_> = annotations.iter().map(|one| one["target"]["source"].clone()).collect();
    assert!(sources.contains(&json!("urn:dictum:document:%C3%87elik/%F0%9F%99%82%20%231")), "{sources:?}");
}

#[test]
fn ids_become_distinct_iris() {
    let article = Extractor::default().extract("Moor said no.");
    let of = |id: &str| {
        let mut line = Vec::new();
        WebAnnotation.article(id, &article, &mut line);
        let annotation: Value = serde_json::from_slice(&line).unwrap();
        [&annotation["target"]["source"], &annotation["id"]].map(|iri| iri.as_str().unwrap().to_owned())
    };
    let [source, name] = of("https://news.example/a b?x=1#<i>");
    assert_eq!(source, "https://news.example/a%20b?x=1#%3Ci%3E");
    assert_eq!(name, "urn:dictum:statement:https%3A%2F%2Fnews.example%2Fa%20b%3Fx%3D1%23%3Ci%3E:0");
    assert_ne!(of("a:1"), of("a%3A1"));
}

#[test]
fn label_studio_regions_have_the_positions_of_their_words() {
    let file = written(&LabelStudio::new(&RuleSet::built_in()));
    let tasks: Vec<Value> = serde_json::from_str(&file).unwrap();
    assert_eq!(tasks.len(), HARD.len(), "an article without statements is a task too");
    for ((id, article), task) in articles().iter().zip(&tasks) {
        assert_eq!((&task["data"]["document"], &task["data"]["text"]), (&json!(id), &json!(article.text())));
        let result = task["predictions"][0]["result"].as_array().unwrap();
        let mut found = Vec::new();
        for region in result.iter().filter(|region| region["type"] == "labels") {
            let value = &region["value"];
            let words = characters(article.text(), number(&value["start"])..number(&value["end"]));
            assert_eq!(value["text"], words);
            if !["cue", "source"].contains(&value["labels"][0].as_str().unwrap()) {
                found.push((value["labels"][0].as_str().unwrap().to_owned(), words));
            }
        }
        assert_eq!(found, pieces(article));
        let of_kind = |kind: &str| result.iter().filter(|region| region["type"] == kind).count();
        assert_eq!(of_kind("choices"), article.statements().len());
        for relation in result.iter().filter(|region| region["type"] == "relation") {
            for end in ["from_id", "to_id"] {
                assert!(result.iter().any(|region| region["id"] == relation[end]), "{relation}");
            }
        }
    }
}

#[test]
fn the_label_studio_configuration_escapes_categories() {
    let rules = RuleSet::from_toml(
        "name = \"odd\"\ndefault = \"<a> & \\\"b\\\"\"\n[[category]]\nid = \"<a> & \\\"b\\\"\"\n",
    )
    .unwrap();
    let config = LabelStudio::new(&rules).config();
    assert!(config.contains("<Label value=\"&lt;a&gt; &amp; &quot;b&quot;\""), "{config}");
}

#[test]
fn doccano_spans_and_entities_have_the_same_positions() {
    let [spans, relations] = [Doccano::spans(), Doccano::relations()].map(|format| lines(&written(&format)));
    assert_eq!(spans.len(), HARD.len() - 1, "doccano rejects empty texts");
    for (((_, article), spans), relations) in articles().iter().zip(&spans).zip(&relations) {
        let labels = spans["label"].as_array().unwrap();
        let entities = relations["entities"].as_array().unwrap();
        let as_labels: Vec<_> = entities
            .iter()
            .map(|one| json!([one["start_offset"], one["end_offset"], one["label"]]))
            .collect();
        assert_eq!(*labels, as_labels);
        let contents = labels.iter().filter(|label| label[2] != "cue" && label[2] != "source");
        let contents = contents.map(|label| {
            let words = characters(article.text(), number(&label[0])..number(&label[1]));
            (label[2].as_str().unwrap().to_owned(), words)
        });
        assert_eq!(contents.collect::<Vec<_>>(), pieces(article));
        for relation in relations["relations"].as_array().unwrap() {
            assert!(
                number(&relation["from_id"]) < entities.len() && number(&relation["to_id"]) < entities.len()
            );
        }
    }
    let types = |id: usize| {
        let relations = relations[id]["relations"].as_array().unwrap();
        relations.iter().map(|one| one["type"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(types(1), ["continues", "cue", "source"]);
    assert_eq!(types(5), ["cue", "source", "cue", "source", "within"]);
}

#[test]
fn brat_entities_are_split_at_line_breaks() {
    for (id, article) in articles() {
        let annotations = Brat::new(&RuleSet::built_in()).annotations(&article);
        let mut contents = Vec::new();
        for line in annotations.lines().filter(|line| line.starts_with('T')) {
            let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let (label, places) = place.split_once(' ').unwrap();
            let pieces = places.split(';').map(|place| {
                let (start, end) = place.split_once(' ').unwrap();
                characters(article.text(), start.parse().unwrap()..end.parse().unwrap())
            });
            let pieces: Vec<String> = pieces.collect();
            assert_eq!(pieces.join(" "), words, "{id}: {line}");
            if !["Cue", "Source"].contains(&label) {
                contents.push((label.to_owned(), words.split_whitespace().collect::<String>()));
            }
        }
        let expected = article.statements().map(|statement| {
            let words: String =
                statement.content().pieces().flat_map(|piece| piece.text().split_whitespace()).collect();
            (statement.category().to_owned(), words)
        });
        assert_eq!(contents, expected.collect::<Vec<_>>(), "{id}");
        let first = |letter: char| annotations.lines().filter(|line| line.starts_with(letter)).count();
        assert_eq!((first('A'), first('#')), (article.statements().len(), article.statements().len()));
    }
    let broken = articles().swap_remove(3).1;
    let annotations = Brat::new(&RuleSet::built_in()).annotations(&broken);
    assert!(annotations.contains("\tthat the pier could collapse under a boat\n"), "{annotations}");
}

#[test]
fn brat_separates_articles_and_replaces_invalid_type_characters() {
    let file = written(&Brat::new(&RuleSet::built_in()));
    let notes = file.lines().filter_map(|line| line.strip_prefix("#0\tAnnotatorNotes T1\tdocument "));
    assert_eq!(notes.collect::<Vec<_>>(), HARD.map(|(id, _, _)| id));
    let rules = Arc::new(RuleSet::from_toml(
        "name = \"odd\"\ndefault = \"Cue\"\n[[category]]\nid = \"Cue\"\n[[category]]\nid = \"new art, ö\"\n",
    )
    .unwrap());
    let article = Extractor::builder().rules(Arc::clone(&rules)).build().unwrap().extract("Moor said no.");
    let brat = Brat::new(&rules);
    assert!(brat.annotation_conf().contains("!Content\n\tCue_\n\tnew_art___\nCue\nSource\n"));
    assert!(brat.annotations(&article).starts_with("T1\tCue_ 10 12\tno\n"));
}

#[test]
fn output_for_no_articles_is_valid() {
    let none = |format: &dyn Format| format.opening() + &format.closing();
    assert_eq!(
        serde_json::from_str::<Value>(&none(&LabelStudio::new(&RuleSet::built_in()))).unwrap(),
        json!([])
    );
    assert_eq!(none(&WebAnnotation) + &none(&Doccano::spans()) + &none(&Brat::new(&RuleSet::built_in())), "");
}
