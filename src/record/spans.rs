//! Contract: changes every span of a record, and nothing else.
//!
//! Records are destructured, so that adding a field does not compile until its spans are mapped
//! here.

use std::borrow::Cow;

use super::{
    ArticleRecord, ContentRecord, ContextRecord, CueRecord, EntityRecord, EvidenceRecord, QuotationRecord,
    SentenceRecord, SpeakerRecord, StatementRecord,
};
use crate::span::Span;

impl StatementRecord<'_> {
    /// The same record with every span replaced by `map` of it, such as its offsets in characters:
    ///
    /// ```
    /// use dictum::{Span, export::Offsets, record};
    ///
    /// let text = "“Ça va”, said Élan.";
    /// let offsets = Offsets::new(text);
    /// let in_characters = |span| {
    ///     let characters = offsets.characters_of(span);
    ///     Span::new(characters.start, characters.end)
    /// };
    /// let article = dictum::Extractor::default().extract(text);
    /// let record = record::StatementRecord::new("a17", article.statements().next().unwrap());
    /// assert_eq!(record.cue.as_ref().unwrap().span, Span::new(14, 18));
    /// assert_eq!(record.map_spans(in_characters).cue.unwrap().span, Span::new(9, 13));
    /// ```
    #[must_use]
    pub fn map_spans(mut self, mut map: impl FnMut(Span) -> Span) -> Self {
        self.map_each(&mut map);
        self
    }

    fn map_each(&mut self, map: &mut impl FnMut(Span) -> Span) {
        let StatementRecord {
            version: _,
            document: _,
            index: _,
            sentence,
            context,
            kind: _,
            attribution_type: _,
            form: _,
            confidence: _,
            category: _,
            within: _,
            content: ContentRecord { spans: content, text: _ },
            cue,
            speaker,
            evidence,
            fields: _,
        } = self;
        if let Some(SentenceRecord { index: _, span, text: _ }) = sentence {
            *span = map(*span);
        }
        if let Some(ContextRecord { span, text: _ }) = context {
            *span = map(*span);
        }
        all(content, map);
        if let Some(CueRecord { span, text: _, lemma: _ }) = cue {
            *span = map(*span);
        }
        if let Some(SpeakerRecord { span: Some(span), .. }) = speaker {
            *span = map(*span);
        }
        if let Some(EvidenceRecord { rule: _, spans }) = evidence {
            all(spans, map);
        }
    }
}

impl ArticleRecord<'_> {
    /// The same record with every span replaced by `map` of it; see [`StatementRecord::map_spans`].
    ///
    /// ```
    /// use dictum::{Extractor, Span, record::ArticleRecord};
    ///
    /// let article = Extractor::default().extract("It rained.");
    /// let moved = ArticleRecord::new("a17", &article).map_spans(|span| Span::new(span.start() + 7, span.end() + 7));
    /// assert_eq!(*moved.sentences, [Span::new(7, 17)]);
    /// ```
    #[must_use]
    pub fn map_spans(mut self, mut map: impl FnMut(Span) -> Span) -> Self {
        let ArticleRecord { version: _, document: _, sentences, statements, speakers, quotations, fields: _ } =
            &mut self;
        all(sentences, &mut map);
        for statement in &mut *statements {
            statement.map_each(&mut map);
        }
        for EntityRecord { mentions, id: _, name: _, kind: _, role: _, organization: _, anonymous: _ } in
            speakers
        {
            all(mentions, &mut map);
        }
        for QuotationRecord { span, statement: _, nested: _, continues: _, closed: _ } in quotations {
            *span = map(*span);
        }
        self
    }
}

fn all(spans: &mut Cow<'_, [Span]>, map: &mut impl FnMut(Span) -> Span) {
    spans.to_mut().iter_mut().for_each(|span| *span = map(*span));
}
