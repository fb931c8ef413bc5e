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
            for statement in extractor.extract(&text).statements() {
                record::Statement::new(id, statement).write_line(&mut out);
                record::Statement::new(id, statement).with_fields(Some(&fields)).write_line(&mut out);
            }
            record::write_article(id, &extractor.extract(&text), None, &mut out);
            record::write_article(id, &extractor.extract(&text), Some(&fields), &mut out);
            record::Sentences::new(id, dictum::sentences(&text)).write_line(&mut out);
            record::Sentences::new(id, dictum::sentences(&text))
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
        assert!(field == "within" || !validator.is_valid(&line), "without {field}");
    }
}

#[test]
fn the_schema_states_that_offsets_are_bytes() {
    assert_eq!(schema()["offsets"], "bytes");
}

#[test]
fn records_without_a_version_can_be_read() {
    let mut line = lines().into_iter().find(|line| line.get("content").is_some()).unwrap();
    let with: record::Statement<'_> = serde_json::from_value(line.clone()).unwrap();
    line.as_object_mut().unwrap().remove("version");
    let without: record::Statement<'_> = serde_json::from_value(line).unwrap();
    assert_eq!(with, without);
    let sentences: record::Sentences<'_> =
        serde_json::from_str(r#"{"document":"a","sentences":[[0,3]]}"#).unwrap();
    assert_eq!(sentences.version, record::VERSION);
}
