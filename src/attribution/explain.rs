//! Contract: every token that could head a cue is considered once, in order, and gets exactly one verdict; what is found is
//! what [`find`](super::find) finds.
//!
//! Finding keeps no log, so that it stays fast: the verdicts are reached by asking the same questions again.

use super::clip_to_clause::clip_to_clause;
use super::pseudo_cue::{is_label, is_pseudo_cue};
use super::score::{self, probability};
use super::{Attribution, Scope, form, settle, shapes};
use crate::arena::List;
use crate::syntax::Syntax;
use crate::text::Run;
use crate::text::layout::BlockKind;
use std::collections::HashMap;

/// What became of a word that could attribute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Verdict {
    /// It attributes: a statement.
    Statement,
    /// It may attribute, but not surely enough for the extractor's limit.
    Unsure,
    /// It attributes, but not in the extractor's [`Scope`](crate::Scope): "backed the bill".
    OutOfScope,
    /// A surer cue takes the same words.
    GivesWay,
    /// What it would attribute is no text of its own: it has no word, or overlaps the cue or the source.
    NoContent,
    /// It stands in a phrase that attributes nothing, as in "needless to say".
    PseudoCue,
    /// Nothing around it looks like what this cue takes: no clause, no quotation, no infinitive.
    NoFrame,
    /// Here it is another part of speech than the one that attributes, as "state" is in "the state".
    OtherPartOfSpeech,
}

/// A word that could attribute, and what became of it.
pub(crate) struct Considered {
    /// The word, with the rest of its cue where one was made out.
    pub cue: Run,
    /// [`Verdict::Statement`] whatever the confidence: the limit is the caller's.
    pub verdict: Verdict,
    /// The candidate, if it came so far.
    pub candidate: Option<Attribution>,
}

/// Considers every word that could head a cue, beside the attributions that come of it.
pub(crate) fn explain<'t>(syntax: &Syntax<'t>, scope: Scope) -> (List<'t, Attribution>, Vec<Considered>) {
    let text = syntax.text;
    let mut candidates = List::new_in(text.arena);
    let mut considered = Vec::new();
    for block in text.layout.blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
        for i in block.run.indices() {
            let pseudo_cue = is_pseudo_cue(syntax, i) || is_label(syntax, i);
            let mut found = shapes::candidate(syntax, syntax.sentence_at(i), i).filter(|_| !pseudo_cue);
            if let Some(found) = &mut found {
                clip_to_clause(syntax, found);
            }
            // a label or a name below a quotation attributes without a cue
            let cueless = found.as_ref().is_some_and(|found| found.cue.is_none());
            if !cueless && (found.is_some() || syntax.heads(i).listed()) {
                let cue = found.as_ref().and_then(|found| found.cue).unwrap_or(Run::new(i, i + 1));
                let verdict = if pseudo_cue {
                    Verdict::PseudoCue
                } else if shapes::triggered(syntax, i).next().is_some() {
                    Verdict::NoFrame
                } else {
                    Verdict::OtherPartOfSpeech
                };
                considered.push(Considered { cue, verdict, candidate: found.clone() });
            }
            candidates.extend(found);
        }
    }
    let mut settled = settle::settle(syntax, candidates, score::ANY);
    form::classify(syntax, &mut settled);
    // the items of a list share a cue
    let key = |a: &Attribution| (a.cue, a.content.first().filter(|_| a.is_under_cue()).map(|run| run.start));
    let by_cue: HashMap<_, &Attribution> = settled.iter().map(|a| (key(a), a)).collect();
    for one in &mut considered {
        let Some(candidate) = one.candidate.take() else { continue };
        let kept = by_cue.get(&key(&candidate)).filter(|kept| kept.head_token() == candidate.head_token());
        one.verdict = match kept {
            Some(kept) if !scope.holds(syntax, kept) => Verdict::OutOfScope,
            Some(_) => Verdict::Statement,
            None if !settle::tidy(syntax, &mut candidate.clone()) => Verdict::NoContent,
            None => Verdict::GivesWay,
        };
        let lost = |lost: Attribution| Attribution { confidence: probability(lost.confidence), ..lost };
        one.candidate = Some(kept.map_or_else(|| lost(candidate), |&kept| kept.clone()));
    }
    scope.narrow(syntax, &mut settled);
    (settled, considered)
}

impl Attribution {
    fn head_token(&self) -> Option<usize> {
        self.head.map(|(token, _)| token)
    }
}
