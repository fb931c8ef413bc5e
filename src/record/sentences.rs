//! The record of the sentences of a document.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::line::Line;
use super::{Fields, VERSION, owned, version_if_absent};
use crate::article;
use crate::span::Span;

/// The sentences of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentencesRecord<'a> {
    /// The version of the record format, [`VERSION`].
    #[serde(default = "version_if_absent")]
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// The spans of the sentences, in order and disjoint.
    pub sentences: Cow<'a, [Span]>,
    /// The fields kept from the input; absent if none were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields<'a>>,
}

impl<'a> SentencesRecord<'a> {
    /// The record of an article's sentences.
    pub fn new<'t>(document: &'a str, sentences: impl Iterator<Item = article::Sentence<'t>>) -> Self {
        let spans = sentences.map(article::Sentence::span).collect::<Vec<_>>();
        SentencesRecord { version: VERSION, document: document.into(), sentences: spans.into(), fields: None }
    }

    /// The same record with fields kept from the input.
    #[must_use]
    pub fn with_fields(mut self, fields: Option<&'a Fields<'_>>) -> Self {
        self.fields = fields.map(Fields::by_reference);
        self
    }

    /// The same record with text of its own.
    #[must_use]
    pub fn into_owned(self) -> SentencesRecord<'static> {
        SentencesRecord {
            version: self.version,
            document: owned(self.document),
            sentences: owned(self.sentences),
            fields: self.fields.map(Fields::into_owned),
        }
    }

    /// Appends the record to `out` as a line of JSON.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).sentences(self);
    }
}
