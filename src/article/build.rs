//! Builds the article from the results of the passes, part by part: converts tokens to spans.

use std::sync::Arc;

use super::quotation::QuotationRow;
use super::speaker::SpeakerRow;
use super::statement::StatementRow;
use super::{Article, Spans};
use crate::attribution::Attribution;
use crate::attribution::nesting::holders;
use crate::category::{Decision, Decisions, Fired};
use crate::entity::{Entity, Resolution, Speakers};
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::span::Span;
use crate::text::{Quotation, Run, Text};

/// Where a part of a text, and the rows for it, begin in an article.
#[derive(Clone, Copy)]
struct Base<'a> {
    text: &'a Text<'a>,
    start: usize,
    sentences: u32,
    statements: u32,
    speakers: u32,
    firings: u32,
}

impl Base<'_> {
    fn span(&self, run: Run) -> Span {
        self.text.span(run).after(self.start)
    }
}

impl<'t> Article<'t> {
    /// The article of `source`, of which no part is read yet.
    pub(crate) fn unread(source: &'t str, rules: Arc<RuleSet>) -> Self {
        Article {
            text: source,
            rules,
            sentences: Vec::new(),
            statements: Vec::new(),
            speakers: Vec::new(),
            quotations: Vec::new(),
            spans: Vec::new(),
            firings: Vec::new(),
            matched: Vec::new(),
        }
    }

    /// Adds what was found in the part of the text that begins at byte `start`; `decisions` has one
    /// entry per attribution.
    pub(crate) fn add(
        &mut self,
        start: usize,
        text: &Text<'_>,
        attributions: &[Attribution],
        found: &Speakers<'_>,
        decisions: &Decisions<'_>,
    ) {
        let base = Base {
            text,
            start,
            sentences: self.sentences.len() as u32,
            statements: self.statements.len() as u32,
            speakers: self.speakers.len() as u32,
            firings: self.firings.len() as u32,
        };
        self.sentences.extend(text.sentences.runs.iter().map(|&run| base.span(run)));
        self.statements.reserve(attributions.len());
        self.speakers.reserve(found.entities.len());
        self.quotations.extend(text.quotations.list.iter().map(|found| quotation(base, found)));
        // most contents have a single piece
        self.spans.reserve(found.mentions.len() + attributions.len() * 5 / 4);
        for entity in &found.entities {
            self.add_speaker(base, entity, &found.mentions[entity.mentions.clone()]);
        }
        let within = holders(attributions, text.arena, |_| true);
        for (i, (attribution, decision)) in attributions.iter().zip(&decisions.rows).enumerate() {
            self.add_statement(base, attribution, (found.of[i], found.resolutions[i]), decision);
        }
        for (row, holder) in self.statements[base.statements as usize..].iter_mut().zip(within.iter()) {
            row.within = holder.map(|index| base.statements + index as u32);
        }
        let matched = self.matched.len() as u32;
        self.firings.extend(
            decisions.fired.iter().map(|fired| Fired { spans: moved(&fired.spans, matched), ..*fired }),
        );
        self.matched.extend(decisions.spans.iter().map(|span| span.after(start)));
    }

    fn add_speaker(&mut self, base: Base<'_>, entity: &Entity, mentions: &[Run]) {
        let mentions = self.add_spans(mentions.iter().map(|&run| base.span(run)));
        self.speakers.push(SpeakerRow {
            name: base.span(entity.name),
            kind: entity.kind,
            role: entity.role.map(|run| base.span(run)),
            organization: entity.organization.map(|run| base.span(run)),
            anonymous: entity.anonymous,
            named: entity.named,
            gender: entity.gender,
            mentions,
        });
    }

    fn add_statement(
        &mut self,
        base: Base<'_>,
        attribution: &Attribution,
        (speaker, resolution): (Option<u32>, Resolution),
        decision: &Decision,
    ) {
        let text = base.text;
        let own = [attribution.cue, attribution.source].into_iter().flatten();
        let first = own.chain(attribution.content.iter().copied()).map(Run::first).min();
        let content = self.add_spans(attribution.content.iter().map(|&run| base.span(run)));
        self.statements.push(StatementRow {
            index: self.statements.len() as u32,
            within: None,
            kind: attribution.kind,
            attribution_type: attribution.act,
            form: attribution.form,
            category: decision.category,
            firings: moved(&decision.fired, base.firings),
            confidence: attribution.confidence,
            sentence: base.sentences + text.sentences.at(first.unwrap_or(0)) as u32,
            content,
            cue: attribution.cue.map(|run| base.span(run)),
            lemma: lemma(text, attribution),
            source: attribution.source.map(|run| base.span(run)),
            speaker: speaker.map(|speaker| base.speakers + speaker),
            resolution,
        });
    }

    fn add_spans(&mut self, spans: impl IntoIterator<Item = Span>) -> Spans {
        let start = self.spans.len() as u32;
        self.spans.extend(spans);
        start..self.spans.len() as u32
    }
}

fn moved(range: &Spans, by: u32) -> Spans {
    range.start + by..range.end + by
}

fn quotation(base: Base<'_>, found: &Quotation) -> QuotationRow {
    QuotationRow {
        span: base.span(found.run),
        nested: found.nested,
        continues: found.continues,
        closed: found.closed,
    }
}

/// The dictionary form of the head word of the cue.
fn lemma(text: &Text<'_>, attribution: &Attribution) -> Option<&'static str> {
    let (head, cue) = attribution.head?;
    let lexicon = Lexicon::built_in();
    let lemma = cue.map_or_else(|| lexicon.lemma(text.id(head)), crate::lexicon::Cue::lemma);
    Some(lexicon.word(lemma)).filter(|word| !word.is_empty())
}
