//! Contract: changes every span of a record, and nothing else.

use super::{
    ContentRecord, ContextRecord, CueRecord, EvidenceRecord, SentenceRecord, SpeakerRecord, StatementRecord,
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
    /// assert_eq!(record.cue.as_ref().unwrap().span, Span::new(15, 19));
    /// assert_eq!(record.map_spans(in_characters).cue.unwrap().span, Span::new(9, 13));
    /// ```
    #[must_use]
    pub fn map_spans(mut self, mut map: impl FnMut(Span) -> Span) -> Self {
        // destructured, so that adding a field to the record does not compile until its spans are
        // mapped here
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
        } = &mut self;
        if let Some(SentenceRecord { index: _, span, text: _ }) = sentence {
            *span = map(*span);
        }
        if let Some(ContextRecord { span, text: _ }) = context {
            *span = map(*span);
        }
        content.to_mut().iter_mut().for_each(|span| *span = map(*span));
        if let Some(CueRecord { span, text: _, lemma: _ }) = cue {
            *span = map(*span);
        }
        if let Some(SpeakerRecord { span: Some(span), .. }) = speaker {
            *span = map(*span);
        }
        if let Some(EvidenceRecord { rule: _, spans }) = evidence {
            spans.to_mut().iter_mut().for_each(|span| *span = map(*span));
        }
        self
    }
}
