//! Contract: turns records into columns with the names and types of the schema.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Float64Builder, Int64Builder, ListBuilder, StringBuilder, StructBuilder,
};
use arrow_schema::{DataType, Field, Fields, Schema};

use crate::entity::{EntityKind, Resolution};
use crate::lexicon::{AttributionType, Form};
use crate::record;
use crate::span::Span;

/// The type of a column.
#[derive(Clone, Copy)]
enum Type {
    Text,
    Number,
    Share,
    Truth,
    Spans,
}

/// The columns: name, type, and whether values may be null.
const COLUMNS: [(&str, Type, bool); 32] = [
    ("document", Type::Text, false),
    ("statement", Type::Number, true),
    ("sentence", Type::Number, true),
    ("sentence_start", Type::Number, true),
    ("sentence_end", Type::Number, true),
    ("sentence_text", Type::Text, true),
    ("context", Type::Text, true),
    ("kind", Type::Text, false),
    ("type", Type::Text, true),
    ("form", Type::Text, true),
    ("confidence", Type::Share, true),
    ("category", Type::Text, false),
    ("within", Type::Number, true),
    ("content", Type::Text, false),
    ("content_spans", Type::Spans, false),
    ("cue", Type::Text, true),
    ("cue_start", Type::Number, true),
    ("cue_end", Type::Number, true),
    ("cue_lemma", Type::Text, true),
    ("source", Type::Text, true),
    ("source_start", Type::Number, true),
    ("source_end", Type::Number, true),
    ("speaker", Type::Text, true),
    ("speaker_id", Type::Number, true),
    ("speaker_kind", Type::Text, true),
    ("speaker_role", Type::Text, true),
    ("speaker_organization", Type::Text, true),
    ("speaker_anonymous", Type::Truth, true),
    ("speaker_resolution", Type::Text, true),
    ("rule", Type::Text, true),
    ("evidence_spans", Type::Spans, true),
    ("fields", Type::Text, true),
];

pub(super) fn schema() -> Schema {
    let field = |&(name, kind, nullable): &(&str, Type, bool)| {
        let kind = match kind {
            Type::Text => DataType::Utf8,
            Type::Number => DataType::Int64,
            Type::Share => DataType::Float64,
            Type::Truth => DataType::Boolean,
            Type::Spans => DataType::List(span()),
        };
        Field::new(name, kind, nullable)
    };
    let fields: Vec<Field> = COLUMNS.iter().map(field).collect();
    let facts = [("dictum.version", record::VERSION.to_string()), ("dictum.offsets", "bytes".to_owned())];
    let facts = HashMap::from(facts.map(|(name, value)| (name.to_owned(), value)));
    Schema::new_with_metadata(fields, facts)
}

fn span() -> Arc<Field> {
    Arc::new(Field::new("element", DataType::Struct(edges()), false))
}

fn edges() -> Fields {
    ["start", "end"].map(|name| Field::new(name, DataType::Int64, false)).to_vec().into()
}

/// Buffered rows, stored by column.
pub(super) struct Rows {
    columns: Vec<Column>,
}

enum Column {
    Text(StringBuilder),
    Number(Int64Builder),
    Share(Float64Builder),
    Truth(BooleanBuilder),
    Spans(ListBuilder<StructBuilder>),
}

/// The value of one cell.
enum Value<'r> {
    Text(Option<&'r str>),
    Number(Option<usize>),
    Share(Option<f64>),
    Truth(Option<bool>),
    Spans(Option<&'r [Span]>),
}

impl Rows {
    pub fn new() -> Self {
        let column = |&(_, kind, _): &(&str, Type, bool)| match kind {
            Type::Text => Column::Text(StringBuilder::new()),
            Type::Number => Column::Number(Int64Builder::new()),
            Type::Share => Column::Share(Float64Builder::new()),
            Type::Truth => Column::Truth(BooleanBuilder::new()),
            Type::Spans => {
                let edges = StructBuilder::from_fields(edges(), 0);
                Column::Spans(ListBuilder::new(edges).with_field(span()))
            }
        };
        Rows { columns: COLUMNS.iter().map(column).collect() }
    }

    pub fn count(&self) -> usize {
        match &self.columns[0] {
            Column::Text(documents) => documents.len(),
            _ => 0,
        }
    }

    pub fn add(&mut self, record: &record::StatementRecord<'_>) {
        for (column, value) in self.columns.iter_mut().zip(values(record)) {
            column.add(&value);
        }
    }

    /// Takes the columns and leaves them empty.
    pub fn take(&mut self) -> Vec<ArrayRef> {
        self.columns.iter_mut().map(Column::take).collect()
    }
}

/// The cells of a row, in the order of the columns.
fn values<'r>(record: &'r record::StatementRecord<'_>) -> [Value<'r>; COLUMNS.len()] {
    use Value::{Number, Share, Spans, Text, Truth};
    fn text<'r>(text: Option<&'r Option<Cow<'_, str>>>) -> Value<'r> {
        Text(text.and_then(|text| text.as_deref()))
    }
    let (sentence, cue, speaker) = (record.sentence.as_ref(), record.cue.as_ref(), record.speaker.as_ref());
    let source = speaker.and_then(|speaker| speaker.span);
    [
        Text(Some(&record.document)),
        Number(record.index),
        Number(sentence.map(|sentence| sentence.index)),
        Number(sentence.map(|sentence| sentence.span.start())),
        Number(sentence.map(|sentence| sentence.span.end())),
        text(sentence.map(|sentence| &sentence.text)),
        Text(record.context.as_ref().map(|context| &*context.text)),
        Text(Some(record.kind.as_str())),
        Text(record.attribution_type.map(AttributionType::as_str)),
        Text(record.form.map(Form::as_str)),
        // rounded again, because widening to 64 bits would turn 0.9 into 0.8999999762
        Share(record.confidence.map(|share| (f64::from(share) * 100.0).round() / 100.0)),
        Text(Some(&record.category)),
        Number(record.within),
        Text(Some(&record.content.text)),
        Spans(Some(&record.content.spans)),
        Text(cue.map(|cue| &*cue.text)),
        Number(cue.map(|cue| cue.span.start())),
        Number(cue.map(|cue| cue.span.end())),
        text(cue.map(|cue| &cue.lemma)),
        text(speaker.map(|speaker| &speaker.text)),
        Number(source.map(Span::start)),
        Number(source.map(Span::end)),
        text(speaker.map(|speaker| &speaker.name)),
        Number(speaker.and_then(|speaker| speaker.id)),
        Text(speaker.and_then(|speaker| speaker.kind).map(EntityKind::as_str)),
        text(speaker.map(|speaker| &speaker.role)),
        text(speaker.map(|speaker| &speaker.organization)),
        Truth(speaker.map(|speaker| speaker.anonymous)),
        Text(speaker.and_then(|speaker| speaker.resolution).map(Resolution::as_str)),
        text(record.evidence.as_ref().map(|evidence| &evidence.rule)),
        Spans(record.evidence.as_ref().map(|evidence| &*evidence.spans)),
        Text(record.fields.as_ref().map(record::Fields::json)),
    ]
}

impl Column {
    fn add(&mut self, value: &Value<'_>) {
        match (self, value) {
            (Column::Text(column), Value::Text(text)) => column.append_option(*text),
            (Column::Number(column), Value::Number(number)) => column.append_option(number.map(wide)),
            (Column::Share(column), Value::Share(share)) => column.append_option(*share),
            (Column::Truth(column), Value::Truth(truth)) => column.append_option(*truth),
            (Column::Spans(column), Value::Spans(spans)) => {
                for span in spans.unwrap_or_default() {
                    for (edge, at) in [span.start(), span.end()].into_iter().enumerate() {
                        if let Some(edges) = column.values().field_builder::<Int64Builder>(edge) {
                            edges.append_value(wide(at));
                        }
                    }
                    column.values().append(true);
                }
                column.append(spans.is_some());
            }
            (_, _) => unreachable!("values are in the order of the columns"),
        }
    }

    fn take(&mut self) -> ArrayRef {
        match self {
            Column::Text(column) => ArrayBuilder::finish(column),
            Column::Number(column) => ArrayBuilder::finish(column),
            Column::Share(column) => ArrayBuilder::finish(column),
            Column::Truth(column) => ArrayBuilder::finish(column),
            Column::Spans(column) => ArrayBuilder::finish(column),
        }
    }
}

fn wide(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
