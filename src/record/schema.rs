//! Contract: every line that [`Line`](super::line::Line) writes is valid under this schema, and
//! every valid line can be read as a record. A test checks both.

use serde_json::{Value, json};

use super::VERSION;
use crate::attribution::Kind;
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::{AttributionType, Form};

/// The JSON Schema (draft 2020-12) of a line.
pub(super) fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of dictum",
        "description": "One line of output: a statement, the sentences of an article, or the answer to a line of input. Spans are [start, end) in UTF-8 bytes of \
                        the article's text. New fields may be added without a new version.",
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
            "entity": entity(),
            "quotation": quotation(),
            "version": {"description": "The version of the record format", "const": VERSION},
            "document": {"description": "The article's id", "type": "string"},
            "fields": {
                "description": "The fields kept from the input, each value as it was written there; absent if none were requested",
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
            "index": described("The number of the statement in the document, from 0", &json!({"type": "integer", "minimum": 0})),
            "sentence": {
                "description": "Where the statement begins",
                "type": "object",
                "properties": {
                    "index": described("The index of the sentence, from 0", &json!({"type": "integer", "minimum": 0})),
                    "span": {"$ref": "#/$defs/span"},
                    "text": described("The text of the span; absent unless requested", &json!({"type": "string"})),
                },
                "required": ["index", "span"],
            },
            "context": {
                "description": "The sentences of the statement and some before and after them; absent unless requested",
                "type": "object",
                "properties": {
                    "span": {"$ref": "#/$defs/span"},
                    "text": {"description": "The text of the span", "type": "string"},
                },
                "required": ["span", "text"],
            },
            "kind": {
                "description": "Whether the words are quoted",
                "enum": Kind::ALL,
            },
            "type": {
                "description": "What the speaker does: says it, thinks it, knows or shows it, means it to happen",
                "enum": AttributionType::NAMES,
            },
            "form": {"description": "The form of the content", "enum": Form::NAMES},
            "confidence": {
                "description": "The estimated probability that this is a statement",
                "type": "number",
                "minimum": 0,
                "maximum": 1,
            },
            "category": {"description": "The category in the rule set", "type": "string"},
            "within": {
                "description": "The `index` of the statement whose content contains this one",
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
            "version", "document", "index", "sentence", "kind", "type", "form", "confidence", "category", "content", "cue", "speaker", "evidence",
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
        // the record of a whole article has sentences too
        "not": {"required": ["statements"]},
    })
}

fn answer() -> Value {
    // the answer has these fields once for all its statements
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
        "description": "All statements of one document; in the record of a whole article also its sentences, speakers and quotations",
        "type": "object",
        "properties": {
            "version": {"$ref": "#/$defs/version"},
            "document": {"$ref": "#/$defs/document"},
            "sentences": {"$ref": "#/$defs/spans"},
            "statements": {"type": "array", "items": statement},
            "speakers": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
            "quotations": {"type": "array", "items": {"$ref": "#/$defs/quotation"}},
            "fields": {"$ref": "#/$defs/fields"},
        },
        "required": ["version", "document", "statements"],
    })
}

fn bad_line() -> Value {
    json!({
        "description": "The answer to a line of input that is not an article",
        "type": "object",
        "properties": {
            "version": {"$ref": "#/$defs/version"},
            "line": {"description": "The line number, from 1", "type": "integer", "minimum": 1},
            "error": {"description": "The error message", "type": "string"},
        },
        "required": ["version", "line", "error"],
    })
}

fn content() -> Value {
    json!({
        "description": "What is said",
        "type": "object",
        "properties": {
            "spans": described("Its pieces, in order and disjoint", &json!({"$ref": "#/$defs/spans", "minItems": 1})),
            "text": {"description": "The text of the spans, joined by \" … \"", "type": "string"},
        },
        "required": ["spans", "text"],
    })
}

fn cue() -> Value {
    json!({
        "description": "The words that attribute the statement to its speaker",
        "type": "object",
        "properties": {
            "span": {"$ref": "#/$defs/span"},
            "text": {"description": "The text of the span", "type": "string"},
            "lemma": {"description": "The dictionary form of the head word of the cue", "type": "string"},
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
            "text": described("The words that name the speaker here, if any", &json!({"type": ["string", "null"]})),
            "name": described("The speaker: the fullest name or description in the article", &json!({"type": ["string", "null"]})),
            "id": described("The number of the speaker in the document; absent where nobody was found", &json!({"type": "integer", "minimum": 0})),
            "kind": {
                "description": "What kind of entity the speaker is; absent where nobody was found",
                "enum": EntityKind::ALL,
            },
            "role": described("The speaker's role, if the article gives one", &json!({"type": ["string", "null"]})),
            "organization": described("The organisation or person that the role belongs to", &json!({"type": ["string", "null"]})),
            "anonymous": described("Whether the article withholds the speaker's name", &json!({"type": "boolean"})),
            "resolution": {
                "description": "How the speaker was resolved",
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
            "rule": described("The rule that decided; null if no rule matched and the default category applies", &json!({"type": ["string", "null"]})),
            "spans": described("The words that it matched", &json!({"type": "array", "items": {"$ref": "#/$defs/span"}})),
        },
        "required": ["rule", "spans"],
    })
}

fn entity() -> Value {
    json!({
        "description": "A speaker of the document",
        "type": "object",
        "properties": {
            "id": described("The number of the speaker in the document, to which the `speaker.id` of a statement refers", &json!({"type": "integer", "minimum": 0})),
            "name": described("The fullest name or description in the article", &json!({"type": "string"})),
            "kind": described("What kind of entity the speaker is", &json!({"enum": EntityKind::ALL})),
            "role": described("The speaker's role, if the article gives one", &json!({"type": ["string", "null"]})),
            "organization": described("The organisation or person that the role belongs to", &json!({"type": ["string", "null"]})),
            "anonymous": described("Whether the article withholds the speaker's name", &json!({"type": "boolean"})),
            "mentions": {"$ref": "#/$defs/spans"},
        },
        "required": ["id", "name", "kind", "role", "organization", "anonymous", "mentions"],
    })
}

fn quotation() -> Value {
    json!({
        "description": "A piece of text in quotation marks, inside one paragraph",
        "type": "object",
        "properties": {
            "span": {"$ref": "#/$defs/span"},
            "statement": described("The `index` of the statement that it belongs to; null if it is attributed to nobody", &json!({"type": ["integer", "null"], "minimum": 0})),
            "nested": described("Whether it lies inside another quotation", &json!({"type": "boolean"})),
            "continues": described("Whether it continues the quotation before it", &json!({"type": "boolean"})),
            "closed": described("Whether it has a closing mark", &json!({"type": "boolean"})),
        },
        "required": ["span", "statement", "nested", "continues", "closed"],
    })
}

fn described(description: &str, shape: &Value) -> Value {
    let mut shape = shape.clone();
    shape["description"] = json!(description);
    shape
}

fn nullable(definition: &str) -> Value {
    json!({"anyOf": [{"$ref": format!("#/$defs/{definition}")}, {"type": "null"}]})
}
