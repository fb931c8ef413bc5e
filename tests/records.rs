//! Records and their JSON Schema: every record is valid, and the schema describes every field.

use std::fs;
use std::path::Path;

use dictum::{Extractor, record};
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(&record::json_schema()).expect("the schema is JSON")
}

/// The schema, changed to allow only the fields that it describes.
fn strict(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(object) => {
            for value in object.values_mut() {
                *value = strict(value.take());
            }
            if object.contains_key("properties") {
                object.insert("additionalProperties".into(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = strict(item.take())),
        _ => {}
    }
    schema
}

/// The records of the statements and of the sentences of every article in `corpus/`.
fn lines() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let extractor = Extractor::builder().min_confidence(0.2).build().unwrap();
    let fields: record::Fields<'_> = serde_json::from_str(r#"{"date":"2024-03-05","tags":[1,{}]}"#).unwrap();
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = fs::read_to_string(&path).unwrap();
            let id = path.file_stem().unwrap().to_str().unwrap();
            let article = extractor.extract(&text);
            for statement in article.statements() {
                let record = record::StatementRecord::new(id, statement);
                record.with_sentence(&article).with_context(&article, 1).write_line(&mut out);
                record::StatementRecord::new(id, statement).write_line(&mut out);
                record::StatementRecord::new(id, statement).with_fields(Some(&fields)).write_line(&mut out);
            }
            record::write_article(id, &extractor.extract(&text), None, &mut out);
            record::write_article(id, &extractor.extract(&text), Some(&fields), &mut out);
            record::ArticleRecord::new(id, &article).write_line(&mut out);
            record::ArticleRecord::new(id, &article).with_fields(Some(&fields)).write_line(&mut out);
            record::SentencesRecord::new(id, dictum::sentences(&text)).write_line(&mut out);
            record::SentencesRecord::new(id, dictum::sentences(&text))
                .with_fields(Some(&fields))
                .write_line(&mut out);
        }
    }
    record::write_bad_line(7, "missing field `text`", &mut out);
    out.split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(serde_json::from_slice)
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn records_match_the_schema_which_has_every_field() {
    let (schema, lines) = (schema(), lines());
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&strict(schema)).unwrap();
    assert!(lines.len() > 500, "{}", lines.len());
    for line in &lines {
        assert!(validator.is_valid(line), "{}\nin {line}", validator.iter_errors(line).next().unwrap());
    }
}

#[test]
fn the_schema_rejects_invalid_records() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let line = lines().into_iter().find(|line| line["cue"].is_object()).unwrap();
    assert!(validator.is_valid(&line));
    let broken: [(&str, Value); 11] = [
        ("/version", json!(2)),
        ("/document", json!(17)),
        ("/kind", json!("loud")),
        ("/type", json!("shouting")),
        ("/form", json!("verse")),
        ("/confidence", json!(1.5)),
        ("/content/spans", json!([])),
        ("/content/spans/0", json!([1])),
        ("/content/spans/0/0", json!(-1)),
        ("/cue/text", json!(null)),
        ("/speaker", json!("Ana Ruiz")),
    ];
    for (place, value) in broken {
        let mut line = line.clone();
        *line.pointer_mut(place).unwrap() = value;
        assert!(!validator.is_valid(&line), "{place}: {line}");
    }
    for field in line.as_object().unwrap().keys() {
        let mut line = line.clone();
        line.as_object_mut().unwrap().remove(field);
        let optional = ["within", "context"].contains(&field.as_str());
        assert!(optional || !validator.is_valid(&line), "without {field}");
    }
}

#[test]
fn the_schema_states_that_offsets_are_bytes() {
    assert_eq!(schema()["offsets"], "bytes");
}

#[test]
fn records_without_a_version_can_be_read() {
    let mut line = lines().into_iter().find(|line| line.get("content").is_some()).unwrap();
    let with: record::StatementRecord<'_> = serde_json::from_value(line.clone()).unwrap();
    line.as_object_mut().unwrap().remove("version");
    let without: record::StatementRecord<'_> = serde_json::from_value(line).unwrap();
    assert_eq!(with, without);
    let sentences: record::SentencesRecord<'_> =
        serde_json::from_str(r#"{"document":"a","sentences":[[0,3]]}"#).unwrap();
    assert_eq!(sentences.version, record::VERSION);
}

#[test]
fn the_record_of_an_article_outlives_it_and_survives_a_round_trip() {
    let fields: record::Fields<'_> = serde_json::from_str(r#"{"date":"2024-03-05"}"#).unwrap();
    let owned: record::ArticleRecord<'static> = {
        let text =
            String::from("“We will mend it,” said Lena Moor. She fears that it will flood. The “raft” sank.");
        let article = Extractor::default().extract(&text);
        record::ArticleRecord::new("a", &article).with_fields(Some(&fields)).into_owned()
    };
    let json = serde_json::to_string(&owned).unwrap();
    assert_eq!(serde_json::from_str::<record::ArticleRecord<'_>>(&json).unwrap(), owned);
    assert_eq!(owned.statements.iter().map(|one| one.index.unwrap()).collect::<Vec<_>>(), [0, 1]);
    assert!(
        owned.statements.iter().all(|one| one.document == "a" && one.speaker.as_ref().unwrap().id == Some(0))
    );
    assert_eq!((owned.speakers[0].name.as_ref(), owned.speakers[0].mentions.len()), ("Lena Moor", 2));
    let attributed: Vec<_> = owned.quotations.iter().map(|quotation| quotation.statement).collect();
    assert_eq!(attributed, [Some(0), None]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert!(
        json["statements"][0].get("document").is_none() && json["statements"][0].get("version").is_none()
    );
}

#[test]
fn the_text_around_a_statement_is_that_of_its_sentences() {
    let text = "One. Two. “We will mend it. Soon,” said Moor. Three. Four.";
    let article = Extractor::default().extract(text);
    let record = || record::StatementRecord::new("a", article.statement(0).unwrap());
    assert!(record().sentence.unwrap().text.is_none() && record().context.is_none());
    assert_eq!(record().with_sentence(&article).sentence.unwrap().text.unwrap(), "“We will mend it.");
    let context = |around| record().with_context(&article, around).context.unwrap();
    assert_eq!(context(0).text, "“We will mend it. Soon,” said Moor.");
    assert_eq!(context(1).text, "Two. “We will mend it. Soon,” said Moor. Three.");
    assert_eq!(context(usize::MAX).text, text);
    assert_eq!(context(1).span.of(text), context(1).text);
}
