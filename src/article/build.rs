//! Builds the article from the results of the passes: converts tokens to spans.

use std::sync::Arc;

use super::quotation::QuotationRow;
use super::speaker::SpeakerRow;
use super::statement::StatementRow;
use super::{Article, Spans};
use crate::attribution::Attribution;
use crate::attribution::nesting::holders;
use crate::category::{Decision, Decisions};
use crate::entity::{Entity, Resolution, Speakers};
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::span::Span;
use crate::text::{Quotation, Run, Text};

impl<'t> Article<'t> {
    /// Builds the article of `source`; `decisions` has one entry per attribution.
    pub(crate) fn new(
        source: &'t str,
        text: &Text<'_>,
        attributions: &[Attribution],
        found: &Speakers<'_>,
        decisions: Decisions<'_>,
        rules: Arc<RuleSet>,
    ) -> Self {
        let mut article = Article {
            text: source,
            rules,
            sentences: text.sentences.runs.iter().map(|&run| text.span(run)).collect(),
            statements: Vec::with_capacity(attributions.len()),
            speakers: Vec::with_capacity(found.entities.len()),
            quotations: quotations(text),
            // most contents have a single piece
            spans: Vec::with_capacity(found.mentions.len() + attributions.len() * 5 / 4),
            firings: decisions.fired.to_vec(),
            matched: decisions.spans.to_vec(),
        };
        for entity in &found.entities {
            article.add_speaker(text, entity, &found.mentions[entity.mentions.clone()]);
        }
        let within = holders(attributions, text.arena, |_| true);
        for (i, (attribution, decision)) in attributions.iter().zip(decisions.rows).enumerate() {
            article.add_statement(text, attribution, (found.of[i], found.resolutions[i]), decision);
        }
        for (row, holder) in article.statements.iter_mut().zip(within.iter()) {
            row.within = holder.map(|index| index as u32);
        }
        article
    }

    fn add_speaker(&mut self, text: &Text<'_>, entity: &Entity, mentions: &[Run]) {
        let mentions = self.add_spans(mentions.iter().map(|&run| text.span(run)));
        let role = entity.role.map(|run| text.span(run));
        let organization = entity.organization.map(|run| text.span(run));
        let anonymous = entity.anonymous;
        self.speakers.push(SpeakerRow {
            name: text.span(entity.name),
            kind: entity.kind,
            role,
            organization,
            anonymous,
            named: entity.named,
            gender: entity.gender,
            mentions,
        });
    }

    fn add_statement(
        &mut self,
        text: &Text<'_>,
        attribution: &Attribution,
        (speaker, resolution): (Option<u32>, Resolution),
        decision: Decision,
    ) {
        let own = [attribution.cue, attribution.source].into_iter().flatten();
        let first = own.chain(attribution.content.iter().copied()).map(Run::first).min();
        let content = self.add_spans(attribution.content.iter().map(|&run| text.span(run)));
        self.statements.push(StatementRow {
            index: self.statements.len() as u32,
            within: None,
            kind: attribution.kind,
            attribution_type: attribution.act,
            form: attribution.form,
            category: decision.category,
            firings: decision.fired,
            confidence: attribution.confidence,
            sentence: text.sentences.at(first.unwrap_or(0)) as u32,
            content,
            cue: attribution.cue.map(|run| text.span(run)),
            lemma: lemma(text, attribution),
            source: attribution.source.map(|run| text.span(run)),
            speaker,
            resolution,
        });
    }

    fn add_spans(&mut self, spans: impl IntoIterator<Item = Span>) -> Spans {
        let start = self.spans.len() as u32;
        self.spans.extend(spans);
        start..self.spans.len() as u32
    }
}

fn quotations(text: &Text<'_>) -> Vec<QuotationRow> {
    let row = |found: &Quotation| QuotationRow {
        span: text.span(found.run),
        nested: found.nested,
        continues: found.continues,
        closed: found.closed,
    };
    text.quotations.list.iter().map(row).collect()
}

/// The dictionary form of the head word of the cue.
fn lemma(text: &Text<'_>, attribution: &Attribution) -> Option<&'static str> {
    let (head, cue) = attribution.head?;
    let lexicon = Lexicon::built_in();
    let lemma = cue.map_or_else(|| lexicon.lemma(text.id(head)), crate::lexicon::Cue::lemma);
    Some(lexicon.word(lemma)).filter(|word| !word.is_empty())
}
