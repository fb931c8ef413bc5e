//! Contract: writes the same bytes as `serde_json`, which a test checks, but faster, because it
//! does not go through a Serde call for each field. How each value is written is in `json`.

mod json;

use super::{
    ArticleRecord, ContextRecord, CueRecord, EntityRecord, EvidenceRecord, Fields, QuotationRecord,
    SentenceRecord, SentencesRecord, SpeakerRecord, StatementRecord, VERSION,
};

/// Writes a line to the end of a buffer.
pub(super) struct Line<'o>(pub &'o mut Vec<u8>);

impl Line<'_> {
    pub fn statement(&mut self, statement: &StatementRecord<'_>) {
        self.document(statement.version, &statement.document).raw(",");
        self.fields_of_statement(statement).fields(statement.fields.as_ref()).raw("}\n");
    }

    /// Writes one line per statement of a document.
    pub fn statements<'s>(
        &mut self,
        document: &str,
        statements: impl Iterator<Item = StatementRecord<'s>>,
        fields: Option<&Fields<'_>>,
    ) {
        let first = self.0.len();
        let mut head = first..first;
        for statement in statements {
            // the version and the document's id are the same in each line
            if head.is_empty() {
                self.document(VERSION, document).raw(",");
                head.end = self.0.len();
            } else {
                self.0.extend_from_within(head.clone());
            }
            self.fields_of_statement(&statement).fields(fields).raw("}\n");
        }
    }

    /// Writes one line with all statements of a document.
    pub fn article<'s>(
        &mut self,
        document: &str,
        statements: impl Iterator<Item = StatementRecord<'s>>,
        fields: Option<&Fields<'_>>,
    ) {
        self.document(VERSION, document).raw(",\"statements\":[");
        for (n, statement) in statements.enumerate() {
            self.raw(if n > 0 { ",{" } else { "{" }).fields_of_statement(&statement).raw("}");
        }
        self.raw("]").fields(fields).raw("}\n");
    }

    /// Writes one line with everything in the record of an article.
    pub fn whole_article(&mut self, article: &ArticleRecord<'_>) {
        let ArticleRecord { version, document, sentences, statements, speakers, quotations, fields } =
            article;
        self.document(*version, document);
        if !sentences.is_empty() {
            self.raw(",\"sentences\":").spans(sentences);
        }
        self.raw(",\"statements\":").list(statements, |line, statement| {
            line.raw("{").fields_of_statement(statement).raw("}");
        });
        if !speakers.is_empty() {
            self.raw(",\"speakers\":").list(speakers, Line::entity);
        }
        if !quotations.is_empty() {
            self.raw(",\"quotations\":").list(quotations, Line::quotation);
        }
        self.fields(fields.as_ref()).raw("}\n");
    }

    pub fn bad_line(&mut self, line: u64, error: &str) {
        self.version(VERSION).raw(",\"line\":").raw(itoa::Buffer::new().format(line));
        self.raw(",\"error\":").string(error).raw("}\n");
    }

    /// Writes the fields of a statement except those that belong to its document.
    fn fields_of_statement(&mut self, statement: &StatementRecord<'_>) -> &mut Self {
        // destructured, so that adding a field to the record does not compile until it is written
        // here
        let StatementRecord {
            version: _,
            document: _,
            index,
            sentence,
            context,
            kind,
            attribution_type,
            form,
            confidence,
            category,
            within,
            content,
            cue,
            speaker,
            evidence,
            fields: _,
        } = statement;
        if let Some(index) = index {
            self.raw("\"index\":").number(*index).raw(",");
        }
        if let Some(sentence) = sentence {
            self.raw("\"sentence\":").sentence(sentence).raw(",");
        }
        if let Some(context) = context {
            self.raw("\"context\":").context(context).raw(",");
        }
        self.raw("\"kind\":").word(kind.as_str());
        if let Some(attribution_type) = attribution_type {
            self.raw(",\"type\":").word(attribution_type.as_str());
        }
        if let Some(form) = form {
            self.raw(",\"form\":").word(form.as_str());
        }
        if let Some(confidence) = confidence {
            self.raw(",\"confidence\":").share(*confidence);
        }
        self.raw(",\"category\":").string(category);
        if let Some(within) = within {
            self.raw(",\"within\":").number(*within);
        }
        self.raw(",\"content\":{\"spans\":").spans(&content.spans);
        self.raw(",\"text\":").string(&content.text).raw("},\"cue\":");
        self.option(cue.as_ref(), Line::cue).raw(",\"speaker\":");
        self.option(speaker.as_ref(), Line::speaker);
        if let Some(evidence) = evidence {
            self.raw(",\"evidence\":").evidence(evidence);
        }
        self
    }

    pub fn sentences(&mut self, sentences: &SentencesRecord<'_>) {
        let SentencesRecord { version, document, sentences, fields } = sentences;
        self.document(*version, document).raw(",\"sentences\":").spans(sentences);
        self.fields(fields.as_ref()).raw("}\n");
    }

    fn fields(&mut self, fields: Option<&Fields<'_>>) -> &mut Self {
        match fields {
            Some(fields) => self.raw(",\"fields\":").raw(fields.json()),
            None => self,
        }
    }

    /// Writes the fields that every line of a document starts with.
    fn document(&mut self, version: u32, document: &str) -> &mut Self {
        self.version(version).raw(",\"document\":").string(document)
    }

    fn version(&mut self, version: u32) -> &mut Self {
        self.raw("{\"version\":").number(version as usize)
    }

    fn sentence(&mut self, sentence: &SentenceRecord<'_>) -> &mut Self {
        let SentenceRecord { index, span, text } = sentence;
        self.raw("{\"index\":").number(*index).raw(",\"span\":").span(*span);
        if let Some(text) = text {
            self.raw(",\"text\":").string(text);
        }
        self.raw("}")
    }

    fn context(&mut self, context: &ContextRecord<'_>) -> &mut Self {
        let ContextRecord { span, text } = context;
        self.raw("{\"span\":").span(*span).raw(",\"text\":").string(text).raw("}")
    }

    fn entity(&mut self, entity: &EntityRecord<'_>) {
        let EntityRecord { id, name, kind, role, organization, anonymous, mentions } = entity;
        let string = |line: &mut Self, text: &_| _ = line.string(text);
        self.raw("{\"id\":").number(*id).raw(",\"name\":").string(name);
        self.raw(",\"kind\":").word(kind.as_str());
        self.raw(",\"role\":").option(role.as_deref(), string);
        self.raw(",\"organization\":").option(organization.as_deref(), string);
        self.raw(",\"anonymous\":").truth(*anonymous);
        self.raw(",\"mentions\":").spans(mentions).raw("}");
    }

    fn quotation(&mut self, quotation: &QuotationRecord) {
        let QuotationRecord { span, statement, nested, continues, closed } = quotation;
        self.raw("{\"span\":").span(*span).raw(",\"statement\":");
        self.option(*statement, |line, index| _ = line.number(index));
        self.raw(",\"nested\":").truth(*nested).raw(",\"continues\":").truth(*continues);
        self.raw(",\"closed\":").truth(*closed).raw("}");
    }

    fn cue(&mut self, cue: &CueRecord<'_>) {
        let CueRecord { span, text, lemma } = cue;
        self.raw("{\"span\":").span(*span).raw(",\"text\":").string(text);
        if let Some(lemma) = lemma {
            self.raw(",\"lemma\":").string(lemma);
        }
        self.raw("}");
    }

    fn speaker(&mut self, speaker: &SpeakerRecord<'_>) {
        let SpeakerRecord { span, text, name, id, kind, role, organization, anonymous, resolution } = speaker;
        let string = |line: &mut Self, text: &_| _ = line.string(text);
        self.raw("{\"span\":").option(*span, |line, span| _ = line.span(span));
        self.raw(",\"text\":").option(text.as_deref(), string);
        self.raw(",\"name\":").option(name.as_deref(), string);
        if let Some(id) = id {
            self.raw(",\"id\":").number(*id);
        }
        if let Some(kind) = kind {
            self.raw(",\"kind\":").word(kind.as_str());
        }
        self.raw(",\"role\":").option(role.as_deref(), string);
        self.raw(",\"organization\":").option(organization.as_deref(), string);
        self.raw(",\"anonymous\":").truth(*anonymous);
        if let Some(resolution) = resolution {
            self.raw(",\"resolution\":").word(resolution.as_str());
        }
        self.raw("}");
    }

    fn evidence(&mut self, evidence: &EvidenceRecord<'_>) {
        let EvidenceRecord { rule, spans } = evidence;
        self.raw("{\"rule\":").option(rule.as_deref(), |line, rule| _ = line.string(rule));
        self.raw(",\"spans\":").spans(spans).raw("}");
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ContentRecord, write_lines};
    use super::*;
    use crate::attribution::Kind;
    use crate::entity::{EntityKind, Resolution};
    use crate::extract::Extractor;
    use crate::lexicon::{AttributionType, Form};
    use crate::span::Span;

    fn written(record: &StatementRecord<'_>) -> String {
        let mut line = Vec::new();
        Line(&mut line).statement(record);
        String::from_utf8(line).unwrap()
    }

    #[test]
    fn lines_are_the_same_as_those_of_serde() {
        let every_byte: String = ('\0'..'\u{100}').chain("“…” 😀\u{2028}".chars()).collect();
        let text = || Some(every_byte.as_str().into());
        let mut record = StatementRecord {
            version: 1,
            document: "a\"17\\".into(),
            index: Some(9),
            sentence: Some(SentenceRecord { index: 12_345, span: Span::new(0, 4_000_000_000), text: text() }),
            context: Some(ContextRecord { span: Span::new(0, 7), text: every_byte.as_str().into() }),
            kind: Kind::Mixed,
            attribution_type: Some(AttributionType::Fact),
            form: Some(Form::NounPhrase),
            confidence: Some(0.123),
            category: "commitment".into(),
            within: Some(17),
            content: ContentRecord {
                spans: vec![Span::new(1, 20), Span::new(300, 4000)].into(),
                text: every_byte.repeat(3).into(),
            },
            cue: Some(CueRecord { span: Span::new(7, 9), text: "said".into(), lemma: Some("say".into()) }),
            speaker: Some(SpeakerRecord {
                span: Some(Span::new(2, 3)),
                text: text(),
                name: text(),
                id: Some(3),
                kind: Some(EntityKind::Person),
                role: text(),
                organization: text(),
                anonymous: true,
                resolution: Some(Resolution::Surname),
            }),
            evidence: Some(EvidenceRecord { rule: Some("r".into()), spans: vec![].into() }),
            fields: serde_json::from_str("{\"a\": [1.50,\n{\"b\\\"\": null}], \"c\":\"\\u00e9\"}").unwrap(),
        };
        let both = |record: &StatementRecord<'_>| {
            assert_eq!(written(record), serde_json::to_string(record).unwrap() + "\n");
        };
        both(&record);
        for confidence in
            (0..=100_u8).map(|n| f32::from(n) / 100.0).chain([-0.0, -0.5, 0.005, 2.0, 1e9, f32::MIN_POSITIVE])
        {
            record.confidence = Some(confidence);
            both(&record);
        }
        record.cue = Some(CueRecord { span: Span::new(7, 9), text: "said".into(), lemma: None });
        record.speaker = Some(SpeakerRecord {
            span: None,
            text: None,
            name: None,
            id: None,
            kind: None,
            role: None,
            organization: None,
            anonymous: false,
            resolution: None,
        });
        record.evidence = Some(EvidenceRecord { rule: None, spans: vec![Span::new(3, 3)].into() });
        both(&record);
        (record.index, record.sentence, record.context) = (None, None, None);
        (record.confidence, record.within) = (None, None);
        (record.cue, record.speaker, record.evidence) = (None, None, None);
        both(&record);
        let fields = record.fields.take();
        both(&record);
        let sentences = SentencesRecord {
            version: 1,
            document: text().unwrap(),
            sentences: vec![Span::new(0, 10), Span::new(11, 12)].into(),
            fields,
        };
        let mut line = Vec::new();
        Line(&mut line).sentences(&sentences);
        assert_eq!(String::from_utf8(line).unwrap(), serde_json::to_string(&sentences).unwrap() + "\n");
    }

    #[test]
    fn the_line_of_a_whole_article_is_the_same_as_that_of_serde() {
        let text = "The mayor promised to pay. “It is ‘late’,” she said.\n\nThe “raft” sank. “No";
        let article = Extractor::default().extract(text);
        let fields: Fields<'_> = serde_json::from_str("{\"page\":1}").unwrap();
        let whole = ArticleRecord::new("a\"17", &article).with_fields(Some(&fields));
        assert!(whole.quotations.iter().any(|quotation| quotation.statement.is_none()));
        assert!(!whole.speakers.is_empty());
        let empty = Extractor::default().extract("");
        for record in [&whole, &ArticleRecord::new("", &empty)] {
            let mut line = Vec::new();
            record.write_line(&mut line);
            assert_eq!(String::from_utf8(line).unwrap(), serde_json::to_string(record).unwrap() + "\n");
        }
        let mut answer = Vec::new();
        crate::record::write_article("a\"17", &article, Some(&fields), &mut answer);
        let answer: ArticleRecord<'_> = serde_json::from_slice(&answer).unwrap();
        assert_eq!((&answer.statements, &answer.fields), (&whole.statements, &whole.fields));
    }

    #[test]
    fn lines_of_an_article_are_those_of_its_statements() {
        let article =
            Extractor::default().extract("The mayor promised to pay. “It is late,” the mayor said.");
        let fields: Fields<'_> = serde_json::from_str("{\"page\":1}").unwrap();
        let (mut lines, mut all) = (Vec::new(), Vec::new());
        for statement in article.statements() {
            StatementRecord::new("a\"17", statement).with_fields(Some(&fields)).write_line(&mut lines);
        }
        write_lines("a\"17", &article, Some(&fields), &mut all);
        assert_eq!(article.statements().count(), 2);
        assert_eq!(String::from_utf8(all), String::from_utf8(lines));
    }
}
