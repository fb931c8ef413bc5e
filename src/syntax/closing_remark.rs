//! What a writer adds at the end of a sentence: "…, which opened in May", "…, a rule that few
//! know".

use crate::lexicon::{Class, Cue, Frame, Part, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Syntax<'_> {
    /// "that the pier is lost|, which opened in May": where the remark that ends the clause `run`
    /// begins, at its comma or dash. It is a relative clause or an apposition with an article, the
    /// sentence ends with it, and no other comma follows.
    pub(crate) fn closing_remark(&self, run: Run) -> Option<usize> {
        if !matches!(self.tag(run.stop()), Tag::End | Tag::Break) {
            return None;
        }
        let bound = |&k: &usize| self.tag(k) == Tag::Comma || self.breaks(k) || self.tag(k) == Tag::Mark;
        let comma = (run.first() + 1..run.stop()).rev().find(bound)?;
        if self.tag(comma) == Tag::Mark || !self.states(run.first(), comma) {
            return None;
        }
        let next = comma + 1;
        let joined = || (next..run.stop()).any(|k| self.tag(k) == Tag::Coordinator);
        // ", which would raise the toll": the speaker's own conclusion
        let concludes = self.is(next + 1, Class::IrrealisModal) || self.is_one_of(next + 1, words!["would"]);
        let relative = self.is_one_of(next, words!["which", "who", "whose"])
            && self.tag(comma - 1).is_nominal()
            && !concludes;
        let apposed = self.is_one_of(next, words!["a", "an", "the"])
            && !joined()
            && self.core_end(next, run.stop()).is_some_and(|end| !self.verb_at(end));
        (relative || apposed).then_some(comma)
    }

    /// "said the vote was stolen, | a charge that officials deny": whether a noun for what was
    /// said, with what the writer says about it, begins at `i`, after a comma or a dash.
    pub(crate) fn comments_on_clause(&self, i: usize, stop: usize) -> bool {
        let parted = |k: usize| self.tag(k) == Tag::Comma || self.breaks(k);
        let many = || self.tag(i) == Tag::Noun && self.looks_plural(i);
        if i < 2 || !(self.is_one_of(i, words!["a", "an"]) || many()) || !parted(i - 1) {
            return false;
        }
        let Some(end) = self.core_end(i, stop).filter(|&end| end < stop) else { return false };
        // "had found a letter, a plea that …" is about the letter
        let thing = self.tag(i - 2).is_nominal();
        let said = |cue: &Cue| {
            let says = cue.strength(Frame::That) + cue.strength(Frame::Be) > 0;
            cue.part == Part::Noun && says && (!thing || self.lexicon.name_of(cue.group) == "say")
        };
        let noun =
            |&j: &usize| (j + 1 == end || self.tag(j + 1) == Tag::Proper) && self.cues(j).iter().any(said);
        let first = i + usize::from(self.tag(i) != Tag::Noun);
        let Some(noun) = (first..end).find(noun) else { return false };
        // "an accusation Lumo denies", "a claim | the council rejects"
        noun + 1 < end && self.verb_at(end)
            || matches!(
                self.tag(end),
                Tag::That
                    | Tag::Wh
                    | Tag::Participle
                    | Tag::Negation
                    | Tag::Determiner
                    | Tag::Possessive
                    | Tag::Pronoun
            )
            // "a charge denied by officials", but "a ministry statement said"
            || self.is(end, Class::VerbParticiple)
                && (self.is_one_of(end + 1, words!["by"]) || !self.attributes(end))
    }

    /// Whether the words from `start` to `end` have a finite verb.
    fn states(&self, start: usize, end: usize) -> bool {
        (start..end).any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary))
    }
}
