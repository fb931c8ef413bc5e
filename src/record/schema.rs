//! Contract: every line that [`Line`](super::line::Line) writes fits this schema, and a line that fits it can be read as a
//! record; a test holds the two together.

use serde_json::{Value, json};

use super::VERSION;
use crate::attribution::Kind;
use crate::lexicon::{AttributionType, Form};
use crate::speaker::Resolution;

/// The schema of a line, as draft 2020-12.
pub(super) fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of dictum",
        "description": "One line of output: a statement, the sentences of an article, or the answer to a line of input. Spans are [start, end), in UTF-8 bytes of \
                        the article's text as given. Fields that are not named here may be added within a version.",
        "offsets": "bytes",
        "oneOf": [
            {"$ref": "#/$defs/statement"}, {"$ref": "#/$defs/sentences"}, {"$ref": "#/$defs/answer"}, {"$ref": "#/$defs/bad_line"},
        ],
        "$defs": {
            "statement": statement(),
            "sentences": sentences(),
            "answer": answer(),
            "bad_line": bad_line(),
            "content": content(),
            "cue": cue(),
            "speaker": speaker(),
            "evidence": evidence(),
            "version": {"description": "The version of the record's form", "const": VERSION},
            "document": {"description": "The article's id", "type": "string"},
            "fields": {
                "description": "Fields of the input that are carried through, each value as it was; absent where none are asked for",
                "type": "object",
            },
            "span": {
                "description": "Start and end, exclusive, in UTF-8 bytes of the article's text",
                "type": "array",
                "items": {"type": "integer", "minimum": 0, "maximum": u32::MAX},
                "minItems": 2,
                "maxItems": 2,
            },
            "spans": {
                "description": "Spans in order and disjoint",
                "type": "array",
                "items": {"$ref": "#/$defs/span"},
            },
        },
    })
}

fn statement() -> Value {
    json!({
        "description": "One statement of one document",
        "type": "object",
        "properties": {
            "version": {"$ref": "#/$defs/version"},
            "document": {"$ref": "#/$defs/document"},
            "sentence": {
                "description": "Where the statement begins",
                "type": "object",
                "properties": {
                    "index": about("How many sentences stand before it", &json!({"type": "integer", "minimum": 0})),
                    "span": {"$ref": "#/$defs/span"},
                },
                "required": ["index", "span"],
            },
            "kind": {
                "description": "Whether the words are quoted",
                "enum": Kind::ALL,
            },
            "type": {
                "description": "What the speaker does: says it, thinks it, knows or shows it, means it to happen",
                "enum": AttributionType::NAMES,
            },
            "form": {"description": "What the content looks like", "enum": Form::NAMES},
            "confidence": {
                "description": "How sure it is that somebody states something here at all",
                "type": "number",
                "minimum": 0,
                "maximum": 1,
            },
            "category": {"description": "The category in the rule set", "type": "string"},
            "within": {
                "description": "The statement that holds this one, by how many of the document's statements stand before it",
                "type": "integer",
                "minimum": 0,
            },
            "content": {"$ref": "#/$defs/content"},
            "cue": nullable("cue"),
            "speaker": nullable("speaker"),
            "evidence": {"$ref": "#/$defs/evidence"},
            "fields": {"$ref": "#/$defs/fields"},
        },
        "required": [
            "version", "document", "sentence", "kind", "type", "form", "confidence", "category", "content", "cue", "speaker", "evidence",
        ],
    })
}

fn sentences() -> Value {
    json!({
        "description": "The sentences of one document",
        "type": "object",
        "properties": {
            "version": {"$ref": "#/$defs/version"},
            "document": {"$ref": "#/$defs/document"},
            "sentences": {"$ref": "#/$defs/spans"},
            "fields": {"$ref": "#/$defs/fields"},
        },
        "required": ["version", "document", "sentences"],
    })
}

fn answer() -> Value {
    // the answer says once what holds for all its statements
    let shared = ["version", "document", "fields"];
    let mut statement = statement();
    statement["properties"]
        .as_object_mut()
        .expect("an object")
        .retain(|name, _| !shared.contains(&name.as_str()));
    statement["required"]
        .as_array_mut()
        .expect("an array")
        .retain(|name| !shared.iter().any(|shared| name == shared));
    json!({
        "description": "All statements of one document",
        "type": "object",
        "properties": {
            "version": {"$ref": "#/$defs/version"},
            "document": {"$ref": "#/$defs/document"},
            "statements": {"type": "array", "items": statement},
            "fields": {"$ref": "#/$defs/fields"},
        },
        "required": ["version", "document", "statements"],
    })
}

fn bad_line() -> Value {
    json!({
        "description": "The answer to a line of input that holds no article",
        "type": "object",
        "properties": {
            "version": {"$ref": "#/$defs/version"},
            "line": {"description": "Its number, from 1", "type": "integer", "minimum": 1},
            "error": {"description": "What is wrong with it", "type": "string"},
        },
        "required": ["version", "line", "error"],
    })
}

fn content() -> Value {
    json!({
        "description": "What is said",
        "type": "object",
        "properties": {
            "spans": about("Its pieces, in order and disjoint", &json!({"$ref": "#/$defs/spans", "minItems": 1})),
            "text": {"description": "What lies under the spans, pieces joined by \" … \"", "type": "string"},
        },
        "required": ["spans", "text"],
    })
}

fn cue() -> Value {
    json!({
        "description": "The words that attribute",
        "type": "object",
        "properties": {
            "span": {"$ref": "#/$defs/span"},
            "text": {"description": "What lies under the span", "type": "string"},
            "lemma": {"description": "The dictionary form of the word that carries the meaning", "type": "string"},
        },
        "required": ["span", "text"],
    })
}

fn speaker() -> Value {
    json!({
        "description": "Who says it",
        "type": "object",
        "properties": {
            "span": nullable("span"),
            "text": about("The words that name the speaker here, if any do", &json!({"type": ["string", "null"]})),
            "name": about("Who is meant, by the fullest name that the article gives", &json!({"type": ["string", "null"]})),
            "role": about("What the article says this speaker is", &json!({"type": ["string", "null"]})),
            "organization": about("Whom the role is held in or for", &json!({"type": ["string", "null"]})),
            "anonymous": about("Whether the writer holds the name back", &json!({"type": "boolean"})),
            "resolution": {
                "description": "How the one who is meant was found from the words",
                "enum": Resolution::ALL,
            },
        },
        "required": ["span", "text", "name", "role", "organization", "anonymous", "resolution"],
    })
}

fn evidence() -> Value {
    json!({
        "description": "Why the statement is in its category",
        "type": "object",
        "properties": {
            "rule": about("The rule that decided; null when the default category stands", &json!({"type": ["string", "null"]})),
            "spans": about("The words that it matched", &json!({"type": "array", "items": {"$ref": "#/$defs/span"}})),
        },
        "required": ["rule", "spans"],
    })
}

fn about(what: &str, shape: &Value) -> Value {
    let mut shape = shape.clone();
    shape["description"] = json!(what);
    shape
}

fn nullable(definition: &str) -> Value {
    json!({"anyOf": [{"$ref": format!("#/$defs/{definition}")}, {"type": "null"}]})
}
