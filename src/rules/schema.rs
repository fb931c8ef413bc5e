//! The JSON Schema of the format, generated from the tables that the parser uses.

use serde_json::{Map, Value, json};

use super::grammar::{FILE, Grammar, Shape};
use crate::lexicon::LANGUAGE;

/// The schema (draft 2020-12).
pub(super) fn schema() -> Value {
    let mut schema = object(&FILE);
    let head = schema.as_object_mut().expect("the schema is an object");
    head.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    head.insert("title".into(), json!("A rule set of dictum"));
    schema
}

fn object(grammar: &Grammar) -> Value {
    let mut properties = Map::new();
    for key in grammar.keys {
        let mut shape = shape(key.shape);
        if let Some(shape) = shape.as_object_mut() {
            shape.insert("description".into(), json!(key.about));
        }
        properties.insert(key.name.into(), shape);
    }
    let required: Vec<&str> = grammar.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn shape(shape: Shape) -> Value {
    let strings = json!({"type": "array", "items": {"type": "string"}});
    match shape {
        Shape::Text => json!({"type": "string"}),
        Shape::Integer => json!({"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX}),
        Shape::Truth => json!({"type": "boolean"}),
        Shape::Texts => json!({"type": "array", "items": {"type": "string"}, "minItems": 1}),
        Shape::Language => json!({"enum": [LANGUAGE]}),
        Shape::SomeOf(words) => json!({
            "anyOf": [{"enum": words}, {"type": "array", "items": {"enum": words}, "minItems": 1}],
        }),
        Shape::Lists => json!({"type": "object", "additionalProperties": strings}),
        Shape::Tables(grammar) => json!({"type": "array", "items": object(grammar)}),
    }
}
