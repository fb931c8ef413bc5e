//! Contract: changes every span of a record, and nothing else.

use super::{Content, Cue, Evidence, Sentence, Speaker, Statement};
use crate::span::Span;

impl Statement<'_> {
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
    /// let record = record::Statement::new("a17", article.statements().next().unwrap());
    /// assert_eq!(record.cue.as_ref().unwrap().span, Span::new(15, 19));
    /// assert_eq!(record.map_spans(in_characters).cue.unwrap().span, Span::new(9, 13));
    /// ```
    #[must_use]
    pub fn map_spans(mut self, mut map: impl FnMut(Span) -> Span) -> Self {
        // destructured, so that adding a field to the record does not compile until its spans are
        // mapped here
        let Statement {
            version: _,
            document: _,
            sentence,
            kind: _,
            attribution_type: _,
            form: _,
            confidence: _,
            category: _,
            within: _,
            content: Content { spans: content, text: _ },
            cue,
            speaker,
            evidence,
            fields: _,
        } = &mut self;
        if let Some(Sentence { index: _, span }) = sentence {
            *span = map(*span);
        }
        content.to_mut().iter_mut().for_each(|span| *span = map(*span));
        if let Some(Cue { span, text: _, lemma: _ }) = cue {
            *span = map(*span);
        }
        if let Some(Speaker { span: Some(span), .. }) = speaker {
            *span = map(*span);
        }
        if let Some(Evidence { rule: _, spans }) = evidence {
            spans.to_mut().iter_mut().for_each(|span| *span = map(*span));
        }
        self
    }
}
