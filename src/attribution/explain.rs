//! Contract: every token that could head a cue is considered once, in order, and gets exactly one
//! verdict; the attributions are the same as those of [`find`](super::find).
//!
//! To stay fast, finding keeps no log: the verdicts are reached by asking the same questions again.

use super::clip_to_clause::clip_to_clause;
use super::pseudo_cue::{is_label, is_pseudo_cue};
use super::score::{self, probability};
use super::{Attribution, Scope, form, pieces, settle, shapes};
use crate::arena::List;
use crate::syntax::Syntax;
use crate::text::Run;
use crate::text::layout::BlockKind;
use std::collections::HashMap;

/// The outcome for a word that could attribute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Verdict {
    /// It attributes and makes a statement.
    Statement,
    /// It may attribute, but its confidence is below the extractor's limit.
    Unsure,
    /// It attributes, but not in the extractor's [`Scope`](crate::Scope): "backed the bill".
    OutOfScope,
    /// A cue with higher confidence takes the same words.
    GivesWay,
    /// Its content would not be valid: it has no word, or overlaps the cue or the source.
    NoContent,
    /// It is part of a phrase that attributes nothing, such as "needless to say".
    PseudoCue,
    /// No frame of this cue fits the words around it: no clause, no quotation, no infinitive.
    NoFrame,
    /// It has a different part of speech here from the one that attributes, as "state" in "the
    /// state".
    OtherPartOfSpeech,
}

/// A word that could attribute, and its outcome.
pub(crate) struct Considered {
    /// The word, with the rest of its cue if that was recognised.
    pub cue: Run,
    /// [`Verdict::Statement`] whatever the confidence: the caller applies the limit.
    pub verdict: Verdict,
    /// The candidate, if there is one.
    pub candidate: Option<Attribution>,
}

/// Considers every word that could head a cue; also returns the resulting attributions.
pub(crate) fn explain<'t>(syntax: &Syntax<'t>, scope: Scope) -> (List<'t, Attribution>, Vec<Considered>) {
    let text = syntax.text;
    let mut candidates = List::new_in(text.arena);
    let mut considered = Vec::new();
    for block in text.layout.blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
        for i in block.run.indices() {
            let pseudo_cue = is_pseudo_cue(syntax, i) || is_label(syntax, i);
            let mut found = shapes::candidate_at(syntax, i).filter(|_| !pseudo_cue);
            if let Some(found) = &mut found {
                clip_to_clause(syntax, found);
            }
            // a label, or a name below a quotation, attributes without a cue
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
    let mut settled = settle::settle(syntax, candidates, scope, score::ANY);
    form::classify(syntax, &mut settled);
    // items of a list share a cue
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
    pieces::check(&mut settled);
    (settled, considered)
}

impl Attribution {
    fn head_token(&self) -> Option<usize> {
        self.head.map(|(token, _)| token)
    }
}
