//! Contract: writes the very bytes that `serde_json` writes for a record, without a call for each field; a test holds the two
//! together.

use super::{Cue, Evidence, Fields, Sentences, Speaker, Statement, VERSION};
use crate::span::Span;

/// A line that is written to the end of a buffer.
pub(super) struct Line<'o>(pub &'o mut Vec<u8>);

impl Line<'_> {
    pub fn statement(&mut self, statement: &Statement<'_>) {
        self.version(statement.version).raw(",\"document\":").string(&statement.document).raw(",");
        self.beyond_document(statement).fields(statement.fields.as_ref()).raw("}\n");
    }

    /// One line with all statements of a document.
    pub fn article<'s>(
        &mut self,
        document: &str,
        statements: impl Iterator<Item = Statement<'s>>,
        fields: Option<&Fields<'_>>,
    ) {
        self.version(VERSION).raw(",\"document\":").string(document).raw(",\"statements\":[");
        for (n, statement) in statements.enumerate() {
            self.raw(if n > 0 { ",{" } else { "{" }).beyond_document(&statement).raw("}");
        }
        self.raw("]").fields(fields).raw("}\n");
    }

    pub fn bad_line(&mut self, line: u64, error: &str) {
        self.version(VERSION).raw(",\"line\":").raw(itoa::Buffer::new().format(line));
        self.raw(",\"error\":").string(error).raw("}\n");
    }

    /// The fields of a statement that are not those of its document.
    fn beyond_document(&mut self, statement: &Statement<'_>) -> &mut Self {
        // by name, so that a new field is not forgotten here
        let Statement {
            version: _,
            document: _,
            sentence,
            kind,
            confidence,
            category,
            within,
            content,
            cue,
            speaker,
            evidence,
            fields: _,
        } = statement;
        if let Some(sentence) = sentence {
            self.raw("\"sentence\":{\"index\":").number(sentence.index);
            self.raw(",\"span\":").span(sentence.span).raw("},");
        }
        self.raw("\"kind\":").word(kind.name());
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

    pub fn sentences(&mut self, sentences: &Sentences<'_>) {
        let Sentences { version, document, sentences, fields } = sentences;
        self.version(*version).raw(",\"document\":").string(document);
        self.raw(",\"sentences\":").spans(sentences);
        self.fields(fields.as_ref()).raw("}\n");
    }

    fn fields(&mut self, fields: Option<&Fields<'_>>) -> &mut Self {
        match fields {
            Some(fields) => self.raw(",\"fields\":").raw(fields.json()),
            None => self,
        }
    }

    fn version(&mut self, version: u32) -> &mut Self {
        self.raw("{\"version\":").number(version as usize)
    }

    fn cue(&mut self, cue: &Cue<'_>) {
        let Cue { span, text, lemma } = cue;
        self.raw("{\"span\":").span(*span).raw(",\"text\":").string(text);
        if let Some(lemma) = lemma {
            self.raw(",\"lemma\":").string(lemma);
        }
        self.raw("}");
    }

    fn speaker(&mut self, speaker: &Speaker<'_>) {
        let Speaker { span, text, name, role, organization, anonymous, resolution } = speaker;
        let string = |line: &mut Self, text: &_| _ = line.string(text);
        self.raw("{\"span\":").option(*span, |line, span| _ = line.span(span));
        self.raw(",\"text\":").option(text.as_deref(), string);
        self.raw(",\"name\":").option(name.as_deref(), string);
        self.raw(",\"role\":").option(role.as_deref(), string);
        self.raw(",\"organization\":").option(organization.as_deref(), string);
        self.raw(if *anonymous { ",\"anonymous\":true" } else { ",\"anonymous\":false" });
        if let Some(resolution) = resolution {
            self.raw(",\"resolution\":").word(resolution.as_str());
        }
        self.raw("}");
    }

    fn evidence(&mut self, evidence: &Evidence<'_>) {
        let Evidence { rule, spans } = evidence;
        self.raw("{\"rule\":").option(rule.as_deref(), |line, rule| _ = line.string(rule));
        self.raw(",\"spans\":").spans(spans).raw("}");
    }

    /// `value` as `write` has it, or null.
    fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) -> &mut Self {
        match value {
            Some(value) => write(self, value),
            None => _ = self.raw("null"),
        }
        self
    }

    fn raw(&mut self, json: &str) -> &mut Self {
        self.0.extend_from_slice(json.as_bytes());
        self
    }

    /// A string of small letters.
    fn word(&mut self, word: &str) -> &mut Self {
        self.raw("\"").raw(word).raw("\"")
    }

    /// A string, escaped where JSON asks for it.
    fn string(&mut self, text: &str) -> &mut Self {
        self.raw("\"");
        let mut rest = text.as_bytes();
        loop {
            let (plain, after) = rest.split_at(plain_bytes(rest));
            self.0.extend_from_slice(plain);
            let Some((&byte, after)) = after.split_first() else { break };
            self.escape(byte);
            rest = after;
        }
        self.raw("\"")
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0C => "\\f",
            _ => {
                self.0.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
                return;
            }
        };
        self.raw(short);
    }

    fn spans(&mut self, spans: &[Span]) -> &mut Self {
        self.raw("[");
        for (n, &span) in spans.iter().enumerate() {
            self.raw(if n > 0 { "," } else { "" }).span(span);
        }
        self.raw("]")
    }

    fn span(&mut self, span: Span) -> &mut Self {
        /// Two numbers of ten digits at most, and three marks.
        const LONGEST: usize = 23;
        let mut bytes = [b'['; LONGEST];
        let mut length = 1;
        for (number, mark) in [(span.start(), b','), (span.end(), b']')] {
            let mut buffer = itoa::Buffer::new();
            let digits = buffer.format(number as u32).as_bytes();
            bytes[length..length + digits.len()].copy_from_slice(digits);
            bytes[length + digits.len()] = mark;
            length += digits.len() + 1;
        }
        self.0.extend_from_slice(&bytes[..length]);
        self
    }

    fn number(&mut self, number: usize) -> &mut Self {
        self.raw(itoa::Buffer::new().format(number))
    }

    fn share(&mut self, share: f32) -> &mut Self {
        serde_json::to_writer(&mut *self.0, &share).expect("a number always serialises, and memory takes it");
        self
    }
}

/// The bytes that do not stand for themselves in a string of JSON.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut control = 0;
    while control < b' ' {
        special[control as usize] = true;
        control += 1;
    }
    special[b'"' as usize] = true;
    special[b'\\' as usize] = true;
    special
};

/// How many bytes at the start of `text` stand for themselves in a string of JSON.
fn plain_bytes(text: &[u8]) -> usize {
    /// So many bytes are looked at in one step, nearly always without a find.
    const STEP: usize = 16;
    let (steps, _) = text.as_chunks::<STEP>();
    let start = steps.iter().take_while(|step| is_plain(step)).count() * STEP;
    let rest = text.len() - start;
    // the rest, together with some bytes before it; a short text by its halves, which overlap
    let plain = match (text.last_chunk::<STEP>(), text.first_chunk::<HALF>(), text.last_chunk::<HALF>()) {
        (Some(last), ..) => rest < STEP && is_plain(last),
        (_, Some(first), Some(last)) => is_plain(first) && is_plain(last),
        _ => false,
    };
    if plain {
        return text.len();
    }
    text[start..].iter().position(|&byte| SPECIAL[byte as usize]).map_or(text.len(), |more| start + more)
}

const HALF: usize = 8;

/// Whether every byte stands for itself in a string of JSON.
fn is_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    let special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    // no `any`: without its early end, many bytes are looked at in a few instructions
    !bytes.iter().fold(false, |found, &byte| found | special(byte))
}

#[cfg(test)]
mod tests {
    use super::super::{Content, Sentence};
    use super::*;
    use crate::attribution::Kind;
    use crate::speaker::Resolution;

    fn written(record: &Statement<'_>) -> String {
        let mut line = Vec::new();
        Line(&mut line).statement(record);
        String::from_utf8(line).unwrap()
    }

    #[test]
    fn a_line_is_what_serde_writes() {
        let every_byte: String = ('\0'..'\u{100}').chain("“…” 😀\u{2028}".chars()).collect();
        let text = || Some(every_byte.as_str().into());
        let mut record = Statement {
            version: 1,
            document: "a\"17\\".into(),
            sentence: Some(Sentence { index: 12_345, span: Span::new(0, 4_000_000_000) }),
            kind: Kind::Mixed,
            confidence: Some(0.3),
            category: "commitment".into(),
            within: Some(17),
            content: Content {
                spans: vec![Span::new(1, 20), Span::new(300, 4000)].into(),
                text: every_byte.repeat(3).into(),
            },
            cue: Some(Cue { span: Span::new(7, 9), text: "said".into(), lemma: Some("say".into()) }),
            speaker: Some(Speaker {
                span: Some(Span::new(2, 3)),
                text: text(),
                name: text(),
                role: text(),
                organization: text(),
                anonymous: true,
                resolution: Some(Resolution::Surname),
            }),
            evidence: Some(Evidence { rule: Some("r".into()), spans: vec![].into() }),
            fields: serde_json::from_str("{\"a\": [1.50,\n{\"b\\\"\": null}], \"c\":\"\\u00e9\"}").unwrap(),
        };
        let both = |record: &Statement<'_>| {
            assert_eq!(written(record), serde_json::to_string(record).unwrap() + "\n");
        };
        both(&record);
        record.cue = Some(Cue { span: Span::new(7, 9), text: "said".into(), lemma: None });
        record.speaker = Some(Speaker {
            span: None,
            text: None,
            name: None,
            role: None,
            organization: None,
            anonymous: false,
            resolution: None,
        });
        record.evidence = Some(Evidence { rule: None, spans: vec![Span::new(3, 3)].into() });
        record.confidence = Some(1.0);
        both(&record);
        (record.sentence, record.confidence, record.within) = (None, None, None);
        (record.cue, record.speaker, record.evidence) = (None, None, None);
        both(&record);
        let fields = record.fields.take();
        both(&record);
        let sentences = Sentences {
            version: 1,
            document: text().unwrap(),
            sentences: vec![Span::new(0, 10), Span::new(11, 12)].into(),
            fields,
        };
        let mut line = Vec::new();
        Line(&mut line).sentences(&sentences);
        assert_eq!(String::from_utf8(line).unwrap(), serde_json::to_string(&sentences).unwrap() + "\n");
    }
}
