//! Contract: writes one row per statement with the columns of [`COLUMNS`], as in RFC 4180, except
//! that lines end in a line feed.

use csv::WriterBuilder;

use super::Format;
use super::formula::disarm;
use crate::article::Article;
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::{AttributionType, Form};
use crate::record;
use crate::span::Span;

/// The columns, in order.
const COLUMNS: [&str; 32] = [
    "document",
    "statement",
    "sentence",
    "sentence_start",
    "sentence_end",
    "sentence_text",
    "context",
    "kind",
    "type",
    "form",
    "confidence",
    "category",
    "within",
    "content",
    "content_spans",
    "cue",
    "cue_start",
    "cue_end",
    "cue_lemma",
    "source",
    "source_start",
    "source_end",
    "speaker",
    "speaker_id",
    "speaker_kind",
    "speaker_role",
    "speaker_organization",
    "speaker_anonymous",
    "speaker_resolution",
    "rule",
    "evidence_spans",
    "fields",
];

/// Comma-separated values: a header, then one row per statement.
///
/// The columns are the fields of the [record](crate::record::StatementRecord):
///
/// - `statement` and `sentence` are indices in the document, from 0;
/// - `sentence_text` and `context` are empty unless the record [has](crate::record::StatementRecord::with_sentence)
///   them;
/// - `source` is the text that names the speaker next to the statement, `speaker` the resolved
///   name, `speaker_id` the number of that speaker in the document;
/// - offsets are UTF-8 bytes; `content_spans` and `evidence_spans` are JSON (`[[838,967]]`);
/// - `fields` is JSON: the fields kept from the input;
/// - booleans are `true` and `false`; missing values are empty.
///
/// Text is written unchanged, so a spreadsheet may run a cell that begins with `=` as a formula:
/// import the columns as text, or write [safe](Csv::safe) cells.
///
/// ```
/// use dictum::export::{Csv, Format};
///
/// let article = dictum::Extractor::default().extract("“No, never,” said Moor.");
/// let mut rows = Vec::new();
/// let csv = Csv::new();
/// csv.article("a17", &article, &mut rows);
/// assert!(csv.opening().starts_with("document,statement,sentence,"));
/// assert!(rows.starts_with("a17,0,0,0,27,,,direct,communication,quotation,".as_bytes()));
/// assert!(String::from_utf8(rows)?.contains(",\"“No, never,”\",\"[[0,16]]\",said,"));
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Csv {
    /// Whether cells that begin like formulas are changed.
    safe: bool,
}

impl Format for Csv {
    fn opening(&self) -> String {
        COLUMNS.join(",") + "\n"
    }

    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>) {
        for statement in article.statements() {
            self.statement(&record::StatementRecord::new(id, statement), out);
        }
    }
}

impl Csv {
    /// The format with text unchanged.
    #[must_use]
    pub fn new() -> Self {
        Csv::default()
    }

    /// Puts an apostrophe before each cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage
    /// return, so that no spreadsheet runs words of an article as a formula. The cells of such rows
    /// differ from the text at their spans.
    ///
    /// ```
    /// use dictum::export::{Csv, Format};
    ///
    /// let article = dictum::Extractor::default().extract("“It is safe,” said Moor.");
    /// let mut rows = Vec::new();
    /// Csv::new().safe().article("=1+1", &article, &mut rows);
    /// assert!(rows.starts_with(b"'=1+1,"));
    /// ```
    #[must_use]
    pub fn safe(self) -> Self {
        Csv { safe: true }
    }

    /// Appends the row of a record.
    pub fn statement(self, record: &record::StatementRecord<'_>, out: &mut Vec<u8>) {
        let mut row = WriterBuilder::new().buffer_capacity(1 << 10).from_writer(out);
        // writing to memory cannot fail, and every row has the same number of fields
        let mut cells = fields(record);
        if self.safe {
            cells.iter_mut().for_each(disarm);
        }
        let written = row.write_record(cells).and_then(|()| Ok(row.flush()?));
        debug_assert!(written.is_ok(), "{written:?}");
    }
}

/// The cells of a row, in the order of the columns.
fn fields(record: &record::StatementRecord<'_>) -> [String; COLUMNS.len()] {
    let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().unwrap_or("").to_owned();
    let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let edges = |span: Option<Span>| [number(span.map(Span::start)), number(span.map(Span::end))];
    let spans = |spans: &[Span]| serde_json::to_string(spans).expect("serialising numbers cannot fail");
    let (sentence, cue, speaker) = (record.sentence.as_ref(), record.cue.as_ref(), record.speaker.as_ref());
    let [sentence_start, sentence_end] = edges(sentence.map(|sentence| sentence.span));
    let [cue_start, cue_end] = edges(cue.map(|cue| cue.span));
    let [source_start, source_end] = edges(speaker.and_then(|speaker| speaker.span));
    [
        record.document.to_string(),
        number(record.index),
        number(sentence.map(|sentence| sentence.index)),
        sentence_start,
        sentence_end,
        sentence.map(|sentence| text(&sentence.text)).unwrap_or_default(),
        record.context.as_ref().map(|context| context.text.to_string()).unwrap_or_default(),
        record.kind.to_string(),
        record.attribution_type.map_or("", AttributionType::as_str).to_owned(),
        record.form.map_or("", Form::as_str).to_owned(),
        record.confidence.map(|share| share.to_string()).unwrap_or_default(),
        record.category.to_string(),
        number(record.within),
        record.content.text.to_string(),
        spans(&record.content.spans),
        cue.map(|cue| cue.text.to_string()).unwrap_or_default(),
        cue_start,
        cue_end,
        cue.map(|cue| text(&cue.lemma)).unwrap_or_default(),
        speaker.map(|speaker| text(&speaker.text)).unwrap_or_default(),
        source_start,
        source_end,
        speaker.map(|speaker| text(&speaker.name)).unwrap_or_default(),
        number(speaker.and_then(|speaker| speaker.id)),
        speaker.and_then(|speaker| speaker.kind).map_or("", EntityKind::as_str).to_owned(),
        speaker.map(|speaker| text(&speaker.role)).unwrap_or_default(),
        speaker.map(|speaker| text(&speaker.organization)).unwrap_or_default(),
        speaker.map(|speaker| speaker.anonymous.to_string()).unwrap_or_default(),
        speaker.and_then(|speaker| speaker.resolution).map_or("", Resolution::as_str).to_owned(),
        record.evidence.as_ref().map(|evidence| text(&evidence.rule)).unwrap_or_default(),
        record.evidence.as_ref().map(|evidence| spans(&evidence.spans)).unwrap_or_default(),
        record.fields.as_ref().map(|fields| fields.json().to_owned()).unwrap_or_default(),
    ]
}
