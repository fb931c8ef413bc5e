//! Contract: everything that a rule can test on a statement except the words of its content. Rarely
//! used facts are computed on demand.

use std::cell::OnceCell;

use super::clause;
use super::side::{Side, Speaker};
use crate::attribution::Attribution;
use crate::lexicon::{Class, CueGroup, Frame, Lexicon, Part, WordId};
use crate::rules::{Clause, Rule};
use crate::syntax::Syntax;
use crate::text::Text;

pub(super) struct Facts<'a, 't> {
    syntax: &'a Syntax<'t>,
    pub text: &'a Text<'t>,
    pub attribution: &'a Attribution,
    speaker: Speaker,
    /// The words of the cue's dictionary form.
    pub lemma: WordId,
    rest: &'static [WordId],
    pub group: Option<CueGroup>,
    side: OnceCell<Side<'a, 't>>,
    clause: OnceCell<Clause>,
}

impl<'a, 't> Facts<'a, 't> {
    pub fn of(syntax: &'a Syntax<'t>, attribution: &'a Attribution, speaker: Speaker) -> Self {
        let (lexicon, text) = (Lexicon::built_in(), syntax.text);
        let (lemma, rest): (_, &[_]) = match attribution.head {
            Some((_, Some(cue))) => (cue.lemma(), cue.rest()),
            Some((head, None)) => (lexicon.lemma(text.id(head)), &[]),
            None => (WordId::NONE, &[]),
        };
        // in "expressed concern" the noun says what the speaker does
        let noun = attribution.cue.filter(|_| attribution.frame == Some(Frame::Light)).and_then(|cue| {
            let listed = cue.indices().rev().flat_map(|i| lexicon.cues(lexicon.lemma(text.id(i))));
            listed.into_iter().find(|cue| cue.part == Part::Noun && cue.rest().is_empty())
        });
        let (lemma, rest, group) = match noun {
            Some(noun) => (noun.lemma(), noun.rest(), Some(noun.group)),
            None => (lemma, rest, attribution.group()),
        };
        let (side, clause) = (OnceCell::new(), OnceCell::new());
        Facts { syntax, text, attribution, speaker, lemma, rest, group, side, clause }
    }

    /// The speaker's own side.
    pub fn side(&self) -> &Side<'a, 't> {
        self.side.get_or_init(|| Side::of(self.syntax, self.text, self.attribution, self.speaker))
    }

    /// Whether the cue is negated.
    pub fn negated(&self) -> bool {
        let negated = |i: usize| self.text.tokens[i].classes.has(Class::Negation);
        self.attribution.cue.is_some_and(|cue| cue.indices().any(negated))
    }

    /// The first main clause of the content.
    pub fn clause(&self) -> Clause {
        *self.clause.get_or_init(|| clause::read(self.syntax, self.attribution, self.side()))
    }

    /// Whether the cue is one of those that `rule` lists.
    pub fn has_cue(&self, rule: &Rule) -> bool {
        rule.cues.iter().any(|cue| cue.names(self.lemma, self.rest))
            || self.group.is_some_and(|group| rule.groups.contains(&group))
    }

    /// The cue as written in rule files ("rule out"); `None` for a colon or a word that the lexicon
    /// lacks.
    pub fn cue(&self) -> Option<String> {
        let lexicon = Lexicon::built_in();
        let words = std::iter::once(self.lemma).chain(self.rest.iter().copied());
        let words: Vec<&str> = words.map(|word| lexicon.word(word)).collect();
        Some(words.join(" ")).filter(|cue| !cue.is_empty())
    }

    /// Whether all tests of `rule` except its patterns hold. Who speaks and whose side acts is
    /// asked last, since it has to be read from the text.
    pub fn fit(&self, rule: &Rule) -> bool {
        let Attribution { kind, frame, act, form, .. } = self.attribution;
        (rule.kinds.is_empty() || rule.kinds.contains(kind))
            && (rule.types.is_empty() || rule.types.contains(act))
            && (rule.forms.is_empty() || rule.forms.contains(form))
            && (rule.frames.is_empty() || frame.is_some_and(|frame| rule.frames.contains(&frame)))
            && (!rule.asks_cue() || self.has_cue(rule))
            && rule.negated.is_none_or(|negated| negated == self.negated())
            && (rule.sources == 0 || rule.sources & self.side().sources() != 0)
            && rule.clause.is_none_or(|test| test.holds(self.clause()))
    }
}
