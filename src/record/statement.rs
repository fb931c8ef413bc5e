//! The record of a statement and its parts.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::line::Line;
use super::{Fields, VERSION, owned, version_if_absent};
use crate::article::{self, Article};
use crate::attribution::Kind;
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::{AttributionType, Form};
use crate::span::Span;

/// One statement of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StatementRecord<'a> {
    /// The version of the record format, [`VERSION`].
    #[serde(default = "version_if_absent")]
    pub version: u32,
    /// The article's id.
    pub document: Cow<'a, str>,
    /// The number of the statement in the document, from 0; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<usize>,
    /// Where the statement begins; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<SentenceRecord<'a>>,
    /// The text around the statement; absent unless it was [asked for](Self::with_context).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<ContextRecord<'a>>,
    /// Whether the words are quoted.
    pub kind: Kind,
    /// What the speaker does (the field `type` in JSON); absent from gold statements.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub attribution_type: Option<AttributionType>,
    /// The form of the content; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// The estimated probability that this is a statement, from 0 to 1, rounded to hundredths;
    /// absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// The name of the category in the rule set.
    pub category: Cow<'a, str>,
    /// The `index` of the statement whose content contains this one; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// What is said.
    pub content: ContentRecord<'a>,
    /// The words that attribute the content to the speaker ("promised").
    #[serde(default)]
    pub cue: Option<CueRecord<'a>>,
    /// Who says it.
    #[serde(default)]
    pub speaker: Option<SpeakerRecord<'a>>,
    /// Why it is in its category; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceRecord<'a>>,
    /// The fields kept from the input; absent if none were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields<'a>>,
}

/// The sentence in which a statement begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentenceRecord<'a> {
    /// The index of the sentence, from 0.
    pub index: usize,
    /// Its span.
    pub span: Span,
    /// The text of the span; absent unless it was [asked for](StatementRecord::with_sentence).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
}

/// The sentences of a statement and some before and after them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ContextRecord<'a> {
    /// Their span in the article's text.
    pub span: Span,
    /// The text of the span.
    pub text: Cow<'a, str>,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ContentRecord<'a> {
    /// The spans of its pieces, in order and disjoint.
    pub spans: Cow<'a, [Span]>,
    /// The text of the spans, joined by " … ".
    pub text: Cow<'a, str>,
}

/// The words that attribute a statement to its speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CueRecord<'a> {
    /// Their span in the article's text.
    pub span: Span,
    /// The text of the span.
    pub text: Cow<'a, str>,
    /// The dictionary form of the head word of the cue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lemma: Option<Cow<'a, str>>,
}

/// Who makes a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SpeakerRecord<'a> {
    /// The span of the noun phrase that names the speaker here, if there is one.
    #[serde(default)]
    pub span: Option<Span>,
    /// The text of the span.
    #[serde(default)]
    pub text: Option<Cow<'a, str>>,
    /// The speaker: the fullest name or description in the article.
    #[serde(default)]
    pub name: Option<Cow<'a, str>>,
    /// The number of the speaker in the document; the same for all statements of one speaker.
    /// Absent from gold statements and where nobody was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<usize>,
    /// What kind of entity the speaker is; absent where `id` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// The speaker's role, if the article gives one ("mayor").
    #[serde(default)]
    pub role: Option<Cow<'a, str>>,
    /// The organisation or person that the role belongs to.
    #[serde(default)]
    pub organization: Option<Cow<'a, str>>,
    /// Whether the article withholds the speaker's name ("a person familiar with the talks").
    #[serde(default)]
    pub anonymous: bool,
    /// How the speaker was resolved from the words; absent from gold statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
}

/// Why a statement is in its category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EvidenceRecord<'a> {
    /// The rule that decided; null if no rule matched and the rule set's default category applies.
    pub rule: Option<Cow<'a, str>>,
    /// The words that the rule matched.
    pub spans: Cow<'a, [Span]>,
}

impl<'a> StatementRecord<'a> {
    /// The record of `statement`, found in the article named `document`.
    pub fn new(document: &'a str, statement: article::Statement<'a, '_>) -> Self {
        let sentence = statement.sentence();
        let content = statement.content();
        let evidence = statement.evidence();
        StatementRecord {
            version: VERSION,
            document: document.into(),
            index: Some(statement.index()),
            sentence: Some(SentenceRecord { index: sentence.index(), span: sentence.span(), text: None }),
            context: None,
            kind: statement.kind(),
            attribution_type: Some(statement.attribution_type()),
            form: Some(statement.form()),
            confidence: Some((statement.confidence() * 100.0).round() / 100.0),
            category: statement.category().into(),
            within: statement.within_index(),
            content: ContentRecord { spans: content.spans().into(), text: content.text() },
            cue: statement.cue().map(|cue| CueRecord {
                span: cue.span(),
                text: cue.text().into(),
                lemma: cue.lemma().map(Cow::from),
            }),
            speaker: SpeakerRecord::new(statement),
            evidence: Some(EvidenceRecord {
                rule: evidence.rule().map(Cow::from),
                spans: evidence.spans().into(),
            }),
            fields: None,
        }
    }

    /// The same record with fields kept from the input.
    ///
    /// ```
    /// use dictum::record;
    ///
    /// let fields: record::Fields<'_> = serde_json::from_str(r#"{"date":"2024-03-05"}"#)?;
    /// let article = dictum::Extractor::default().extract("The mayor promised to rebuild the bridge.");
    /// for statement in article.statements() {
    ///     let record = record::StatementRecord::new("a17", statement).with_fields(Some(&fields));
    ///     assert!(serde_json::to_string(&record)?.ends_with(r#","fields":{"date":"2024-03-05"}}"#));
    /// }
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_fields(mut self, fields: Option<&'a Fields<'_>>) -> Self {
        self.fields = fields.map(Fields::by_reference);
        self
    }

    /// The same record with the text of the sentence in which the statement begins. `article` is
    /// the article of the statement.
    ///
    /// ```
    /// use dictum::record::StatementRecord;
    ///
    /// let article = dictum::Extractor::default().extract("It rained. The mayor said no.");
    /// let statement = article.statements().next().unwrap();
    /// let record = StatementRecord::new("a17", statement).with_sentence(&article);
    /// assert_eq!(record.sentence.unwrap().text.unwrap(), "The mayor said no.");
    /// ```
    #[must_use]
    pub fn with_sentence(mut self, article: &Article<'a>) -> Self {
        if let Some(sentence) = &mut self.sentence {
            sentence.text = article.sentences().nth(sentence.index).map(|found| found.text().into());
        }
        self
    }

    /// The same record with the statement's sentences, `around` more before them and as many after
    /// them. `article` is the article of the statement.
    ///
    /// ```
    /// use dictum::record::StatementRecord;
    ///
    /// let text = "It rained. The mayor said that the bridge was safe. Nobody answered. It rained on.";
    /// let article = dictum::Extractor::default().extract(text);
    /// let statement = article.statements().next().unwrap();
    /// let record = StatementRecord::new("a17", statement).with_context(&article, 1);
    /// let context = record.context.unwrap().text;
    /// assert_eq!(context, "It rained. The mayor said that the bridge was safe. Nobody answered.");
    /// ```
    #[must_use]
    pub fn with_context(mut self, article: &Article<'a>, around: usize) -> Self {
        let statement = self.index.and_then(|index| article.statement(index));
        self.context = statement.and_then(|statement| {
            let mut own = statement.sentences().map(article::Sentence::index);
            let first = own.next()?;
            let last = own.next_back().unwrap_or(first).saturating_add(around);
            let mut sentences = article.sentences();
            let first = sentences.nth(first.saturating_sub(around))?;
            let last = sentences.take_while(|sentence| sentence.index() <= last).last().unwrap_or(first);
            let span = Span::new(first.span().start(), last.span().end());
            Some(ContextRecord { span, text: span.of(article.text()).into() })
        });
        self
    }

    /// The same record with text of its own, so that it can outlive the article.
    ///
    /// ```
    /// use dictum::record::StatementRecord;
    ///
    /// let records: Vec<StatementRecord<'static>> = {
    ///     let text = String::from("The mayor promised to rebuild the bridge.");
    ///     let article = dictum::Extractor::default().extract(&text);
    ///     article.statements().map(|found| StatementRecord::new("a17", found).into_owned()).collect()
    /// };
    /// assert_eq!(records[0].content.text, "to rebuild the bridge");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> StatementRecord<'static> {
        StatementRecord {
            version: self.version,
            document: owned(self.document),
            index: self.index,
            sentence: self.sentence.map(|sentence| SentenceRecord {
                index: sentence.index,
                span: sentence.span,
                text: sentence.text.map(owned),
            }),
            context: self
                .context
                .map(|context| ContextRecord { span: context.span, text: owned(context.text) }),
            kind: self.kind,
            attribution_type: self.attribution_type,
            form: self.form,
            confidence: self.confidence,
            category: owned(self.category),
            within: self.within,
            content: ContentRecord { spans: owned(self.content.spans), text: owned(self.content.text) },
            cue: self.cue.map(|cue| CueRecord {
                span: cue.span,
                text: owned(cue.text),
                lemma: cue.lemma.map(owned),
            }),
            speaker: self.speaker.map(SpeakerRecord::into_owned),
            evidence: self.evidence.map(|evidence| EvidenceRecord {
                rule: evidence.rule.map(owned),
                spans: owned(evidence.spans),
            }),
            fields: self.fields.map(Fields::into_owned),
        }
    }

    /// Appends the record to `out` as a line of JSON.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        Line(out).statement(self);
    }
}

impl<'a> SpeakerRecord<'a> {
    fn new(statement: article::Statement<'a, 'a>) -> Option<Self> {
        let (source, speaker) = (statement.source(), statement.speaker());
        if source.is_none() && speaker.is_none() {
            return None;
        }
        Some(SpeakerRecord {
            span: source.map(article::Excerpt::span),
            text: source.map(|source| source.text().into()),
            name: speaker.map(article::Speaker::name),
            id: speaker.map(article::Speaker::index),
            kind: speaker.map(article::Speaker::kind),
            role: speaker.and_then(article::Speaker::role),
            organization: speaker.and_then(article::Speaker::organization),
            anonymous: speaker.is_some_and(article::Speaker::is_anonymous),
            resolution: Some(statement.resolution()),
        })
    }

    fn into_owned(self) -> SpeakerRecord<'static> {
        SpeakerRecord {
            span: self.span,
            text: self.text.map(owned),
            name: self.name.map(owned),
            id: self.id,
            kind: self.kind,
            role: self.role.map(owned),
            organization: self.organization.map(owned),
            anonymous: self.anonymous,
            resolution: self.resolution,
        }
    }
}
