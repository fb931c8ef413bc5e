//! What stands around an attribution's clause: a fronted clause or an insertion is over where the writer's main clause
//! begins, and so is what is said in it.

use super::Attribution;
use super::reading::Reading;
use super::tag::{Tag, Tags};
use crate::lexicon::{Frame, words};
use crate::text::Run;
use crate::text::token::Kind;

/// Commas and quotation marks, whatever these are in their sentence.
const BOUNDS: Tags = Tags::of(&[Tag::Comma, Tag::Mark, Tag::Possessive]);

impl Reading<'_> {
    /// Cuts what is said behind the cue where the clause around the attribution ends: "While Ruiz said X, the council ...",
    /// "Ruiz, who said X, left", "Saying X, Ruiz left". A complement is smaller than a clause: it has no verb of its own.
    pub(super) fn keep_within_clause(&self, attribution: &mut Attribution) {
        let Attribution { content, cue: Some(cue), source, frame, .. } = attribution else { return };
        let (cue, source) = (*cue, *source);
        let complement = matches!(frame, Some(Frame::NounPhrase | Frame::To | Frame::Gerund));
        let Some(last) = content.last_mut().filter(|run| run.start >= cue.end) else { return };
        if self.tag(cue.stop() - 1) == Tag::Ing {
            self.cut_parallel(last);
        }
        let source = source.filter(|s| s.end <= cue.start);
        let first = source.map_or(cue.first(), Run::first);
        let relative =
            source.is_some_and(|s| s.len() == 1 && matches!(self.tag(s.first()), Tag::Wh | Tag::That));
        // "those who opposed the plan were few": the second verb is the outer clause's
        if relative && complement {
            *last = Run::new(last.first(), self.before_verb(last.first(), last.stop()));
        }
        // the outer clause goes on behind a comma
        if self.next_of(last.first(), last.stop(), BOUNDS) >= last.stop() {
            return;
        }
        let floor = self.sentence_start(first);
        let inserted =
            relative || first > floor && self.tag(first - 1) == Tag::Comma && self.tag(first) == Tag::Ing;
        let fronted = self.in_fronted(first, cue, relative, floor);
        if !inserted && !fronted {
            return;
        }
        let stop = self.sentence(last.first()).stop().max(last.stop());
        // a quotation at the head is passed over like any other: the commas inside it are the speaker's
        let mut k = last.first() + usize::from(!self.opens_quotation(last.first()));
        while k < last.stop() {
            let mut comma = self.tag(k) == Tag::Comma;
            if self.kind(k) == Some(Kind::Mark)
                && let Some(q) = self.text.quotations.starting_at(k)
            {
                // "“... the price list,” the mayor left": the comma stands inside the marks
                k = q.run.stop() - 1;
                comma = self.tag(k.saturating_sub(1)) == Tag::Comma;
            }
            if comma
                && (inserted && self.verb_at(k + 1) && self.tag(k + 1) != Tag::Ing
                    || fronted && self.opens_main_clause(k + 1, stop))
            {
                let end = if self.tag(k) == Tag::Comma { k } else { k + 1 };
                *last = Run::new(last.first(), end.max(last.first() + 1));
                return;
            }
            k += 1;
        }
    }

    /// Whether the clause of an attribution that begins at `first` is fronted: "When Ruiz said ...", "By saying ...",
    /// "For someone who said ...".
    fn in_fronted(&self, first: usize, cue: Run, relative: bool, floor: usize) -> bool {
        let Some(open) = (floor..cue.stop())
            .find(|&k| !matches!(self.tag(k), Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark))
        else {
            return false;
        };
        // "Asked whether X, Ruiz said"
        if open == cue.first() && open == first && self.tag(open) == Tag::Finite {
            return true;
        }
        let subordinate = self.tag(open) == Tag::Subordinator;
        let over = (open..first).any(|k| match self.tag(k) {
            // "While Ruiz, Moor and the mayor say X, ...": commas inside its subject do not end it
            Tag::Comma if subordinate => self.opens_main_clause(k + 1, self.sentence(k).stop()),
            Tag::Break | Tag::Mark => !subordinate,
            tag => tag == Tag::Comma,
        });
        if over {
            return false;
        }
        let verbs = (open..first).filter(|&k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary)).count();
        match self.tag(open) {
            Tag::Subordinator => true,
            Tag::Wh => self.is_one_of(open, words!["when", "where", "whenever"]),
            Tag::Preposition | Tag::To => {
                self.is_one_of(open, words!["as", "after", "before", "since", "until", "while", "because"])
                    || verbs == 0 && (relative || !matches!(self.tag(cue.stop() - 1), Tag::Finite))
            }
            Tag::Ing | Tag::Participle => open >= cue.first() || verbs == 0,
            _ => false,
        }
    }

    /// "calling the plan “dead” and urging ...": a participle's content ends before the next participle.
    fn cut_parallel(&self, run: &mut Run) {
        for k in run.first() + 1..run.stop().saturating_sub(1) {
            if self.tag(k) == Tag::Ing {
                return;
            }
            let ing = self.tag(k + 1) == Tag::Ing
                || matches!(self.tag(k + 1), Tag::Adverb | Tag::Negation) && self.tag(k + 2) == Tag::Ing;
            if self.tag(k) == Tag::Coordinator && ing && !self.quoted(k) {
                *run = Run::new(run.first(), k);
                return;
            }
        }
    }

    fn opens_main_clause(&self, i: usize, stop: usize) -> bool {
        !matches!(self.tag(i), Tag::Wh | Tag::That | Tag::Coordinator | Tag::Subordinator | Tag::Ing)
            && self.clause_follows(i, stop)
    }
}
