//! Builds the article from the results of the passes, part by part: converts tokens to spans.

use std::sync::Arc;

use super::firing::FiringRow;
use super::quotation::QuotationRow;
use super::speaker::{Has, SpeakerRow};
use super::statement::StatementRow;
use super::{Article, Maybe, MaybeSpan};
use crate::attribution::Attribution;
use crate::attribution::nesting::holders;
use crate::category::{Decision, Decisions};
use crate::entity::{Entity, Resolution, Speakers};
use crate::lexicon::{Lexicon, WordId};
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
            kept: None,
            within: Vec::new(),
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
        let pieces = attributions.iter().map(|one| one.content.len()).filter(|&pieces| pieces != 1);
        let roles =
            found.entities.iter().flat_map(|entity| entity.role.into_iter().chain(entity.organization));
        self.spans.reserve(found.mentions.len() + roles.count() + pieces.sum::<usize>());
        for entity in &found.entities {
            self.add_speaker(base, entity, &found.mentions[entity.mentions.clone()]);
        }
        let within = holders(attributions, text.arena, |_| true);
        for (i, (attribution, decision)) in attributions.iter().zip(&decisions.rows).enumerate() {
            self.add_statement(base, attribution, (found.of[i], found.resolutions[i]), decision);
        }
        self.within.reserve(within.iter().flatten().count());
        let nested = within.iter().zip(base.statements..);
        self.within.extend(nested.filter_map(|(holder, i)| Some((i, base.statements + (*holder)? as u32))));
        self.firings.reserve(decisions.fired.len());
        self.matched.reserve(decisions.spans.len());
        for fired in &decisions.fired {
            let spans = &decisions.spans[fired.spans.start as usize..fired.spans.end as usize];
            self.matched.extend(spans.iter().map(|span| span.after(start)));
            let matched_end = self.matched.len() as u32;
            self.firings.push(FiringRow { matched_end, rule: fired.rule as u16, outcome: fired.outcome });
        }
    }

    fn add_speaker(&mut self, base: Base<'_>, entity: &Entity, mentions: &[Run]) {
        let start = self.spans.len() as u32;
        let role = entity.role.into_iter().chain(entity.organization);
        self.spans.extend(mentions.iter().copied().chain(role).map(|run| base.span(run)));
        self.speakers.push(SpeakerRow {
            name: base.span(entity.name),
            mentions: (start, mentions.len() as u32),
            kind: entity.kind,
            gender: entity.gender,
            named: entity.named,
            anonymous: entity.anonymous,
            has: Has { role: entity.role.is_some(), organization: entity.organization.is_some() },
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
        let content = if let [only] = &attribution.content[..] {
            base.span(*only)
        } else {
            let start = self.spans.len();
            self.spans.extend(attribution.content.iter().map(|&run| base.span(run)));
            Span::new(start, self.spans.len())
        };
        let place = |run: Option<Run>| MaybeSpan::of(run.map(|run| base.span(run)));
        self.statements.push(StatementRow {
            content,
            cue: place(attribution.cue),
            source: place(attribution.source),
            confidence: attribution.confidence,
            sentence: base.sentences + text.sentences.at(first.unwrap_or(0)) as u32,
            speaker: Maybe::of(speaker.map(|speaker| base.speakers + speaker)),
            first_firing: base.firings + decision.fired.start,
            // a rule set has fewer rules and categories
            firings: decision.fired.len() as u16,
            category: decision.category as u16,
            lemma: lemma(text, attribution),
            kind: attribution.kind,
            attribution_type: attribution.act,
            form: attribution.form,
            resolution,
            several_pieces: attribution.content.len() != 1,
        });
    }
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
fn lemma(text: &Text<'_>, attribution: &Attribution) -> WordId {
    let Some((head, cue)) = attribution.head else { return WordId::NONE };
    cue.map_or_else(|| Lexicon::built_in().lemma(text.id(head)), crate::lexicon::Cue::lemma)
}
