//! From tokens to spans: the last look at what the passes found.

use std::sync::Arc;

use super::speaker::SpeakerRow;
use super::statement::StatementRow;
use super::{Article, Spans};
use crate::attribution::Attribution;
use crate::attribution::nesting::holders;
use crate::category::{Decision, Decisions};
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::span::Span;
use crate::speaker::{Cast, Member, Resolution};
use crate::text::{Run, Text};

impl<'t> Article<'t> {
    /// Puts together what the passes found in `source`; `decisions` has one row an attribution.
    pub(crate) fn new(
        source: &'t str,
        text: &Text<'_>,
        attributions: &[Attribution],
        cast: &Cast<'_>,
        decisions: Decisions<'_>,
        rules: Arc<RuleSet>,
    ) -> Self {
        let mut article = Article {
            text: source,
            rules,
            sentences: text.sentences.runs.iter().map(|&run| text.span(run)).collect(),
            statements: Vec::with_capacity(attributions.len()),
            speakers: Vec::with_capacity(cast.members.len()),
            // most statements are in one piece
            spans: Vec::with_capacity(cast.mentions.len() + attributions.len() * 5 / 4),
            firings: decisions.fired.to_vec(),
            matched: decisions.spans.to_vec(),
        };
        for member in &cast.members {
            article.add_speaker(text, member, &cast.mentions[member.mentions.clone()]);
        }
        let within = holders(attributions, text.arena, |_| true);
        for (i, (attribution, decision)) in attributions.iter().zip(decisions.rows).enumerate() {
            article.add_statement(text, attribution, (cast.of[i], cast.reached[i]), decision);
        }
        for (row, holder) in article.statements.iter_mut().zip(within.iter()) {
            row.within = holder.map(|index| index as u32);
        }
        article
    }

    fn add_speaker(&mut self, text: &Text<'_>, member: &Member, mentions: &[Run]) {
        let mentions = self.add_spans(mentions.iter().map(|&run| text.span(run)));
        let role = member.role.map(|run| text.span(run));
        let organization = member.organization.map(|run| text.span(run));
        let anonymous = member.anonymous;
        self.speakers.push(SpeakerRow {
            name: text.span(member.name),
            role,
            organization,
            anonymous,
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

/// The dictionary form of the word that carries the cue's meaning.
fn lemma(text: &Text<'_>, attribution: &Attribution) -> Option<&'static str> {
    let (head, cue) = attribution.head?;
    let lexicon = Lexicon::built_in();
    let lemma = cue.map_or_else(|| lexicon.lemma(text.id(head)), crate::lexicon::Cue::lemma);
    Some(lexicon.word(lemma)).filter(|word| !word.is_empty())
}
