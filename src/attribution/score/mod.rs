//! Contract: confidence is computed only here, and only from evidence: the same evidence always
//! gets the same number.
//!
//! A shape returns [`Evidence`]: the name of the shape, how strongly the cue takes its frame, the
//! kind of noun phrase that is the source, and the factors that apply. The numbers are in
//! `weights.txt`.

mod calibration;
mod weights;

use crate::syntax::SourceKind;
use crate::syntax::verb_group::{Form, Mood};
pub(super) use calibration::{probability, product};
pub(super) use weights::{Factor, Row};
use weights::{Limit, Weights};

/// The limit that keeps everything.
pub(super) const ANY: f32 = 0.0;
/// The confidence of an attribution that is given rather than found.
pub(super) const CERTAIN: f32 = 1.0;

/// Loads the weights; otherwise the first text pays for loading them.
pub(crate) fn prepare() {
    Weights::built_in();
}

/// What a confidence is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Evidence {
    row: Row,
    /// How strongly the cue takes its frame: 1 faint, 2 weaker, 3 strong.
    strength: u8,
    source: SourceKind,
    /// One bit for each factor that applies.
    factors: u32,
}

impl Evidence {
    /// No evidence: for a content that is given rather than found.
    pub fn none() -> Self {
        Evidence { row: Row::Verb, strength: 0, source: SourceKind::Absent, factors: 0 }
    }

    /// Evidence of a shape without frames, or one whose cue takes its frame strongly.
    pub fn of(row: Row) -> Self {
        Evidence { row, strength: 3, source: SourceKind::Absent, factors: 0 }
    }

    /// How strongly the cue takes its frame, from 0 (not at all) to 3.
    pub fn strength(self, strength: u8) -> Self {
        Evidence { strength, ..self }
    }

    /// Sets the kind of noun phrase that is the source.
    pub fn source(self, source: SourceKind) -> Self {
        Evidence { source, ..self }
    }

    /// Whether it is evidence of the shape `row`.
    pub fn is_of(self, row: Row) -> bool {
        self.row == row
    }

    pub fn with(self, factor: Factor) -> Self {
        Evidence { factors: self.factors | 1 << factor as u32, ..self }
    }

    /// Adds `factor` if `holds` is true.
    pub fn when(self, holds: bool, factor: Factor) -> Self {
        if holds { self.with(factor) } else { self }
    }

    /// Sets the form of the cue. An infinitive or participle is less likely to be a cue than a
    /// finite verb; an infinitive is least likely if nothing `clausal` follows.
    pub fn form(self, form: Form, has_source: bool, clausal: bool) -> Self {
        match form {
            Form::Ing if !has_source => self.with(Factor::ParticipleAlone),
            Form::Ing => self.with(Factor::Participle),
            Form::Infinitive if clausal => self.with(Factor::InfinitiveClause),
            Form::Infinitive => self.with(Factor::Infinitive),
            Form::Finite | Form::Participle => self,
        }
    }

    /// Sets the mood of the cue; negation lowers the confidence only if the cue takes a clause
    /// ("did not say that").
    pub fn mood(self, mood: Mood, takes_clause: bool) -> Self {
        match mood {
            Mood::Possible => self.with(Factor::Possible),
            Mood::Prospective => self.with(Factor::Prospective),
            Mood::Negated => self.when(takes_clause, Factor::Negated),
            Mood::Real => self,
        }
    }

    /// The resulting confidence, from 0 to 1.
    pub fn confidence(self) -> f32 {
        let weights = Weights::built_in();
        let row = weights.row(self.row);
        let strength = match self.strength {
            0 => return 0.0,
            n => row.by_strength[n as usize - 1],
        };
        let source = 1.0 - row.source + row.source * weights.source(self.source);
        let mut confidence = strength * source;
        let mut rest = self.factors;
        while rest != 0 {
            let factor = Factor::ALL[rest.trailing_zeros() as usize];
            let adjusted = confidence * weights.factor(factor);
            confidence = match factor {
                // the speaker's own words cannot raise the confidence above this limit
                Factor::OwnWords => confidence.max(adjusted.min(weights.limit(Limit::OwnWords))),
                _ => adjusted,
            };
            rest &= rest - 1;
        }
        confidence.clamp(0.0, 1.0)
    }

    /// The parts of the confidence in readable form: each by its name in `weights.txt`, with its
    /// number.
    pub fn explained(self) -> impl Iterator<Item = (&'static str, f32)> {
        let weights = Weights::built_in();
        let row = weights.row(self.row);
        let base = row.by_strength[usize::from(self.strength.saturating_sub(1))];
        let source = 1.0 - row.source + row.source * weights.source(self.source);
        let by_source = (row.source > 0.0).then(|| (self.source.name(), source));
        let holds = move |factor: &&Factor| self.factors >> (**factor as u32) & 1 != 0;
        let factors = Factor::ALL.iter().filter(holds).map(|&factor| (factor.name(), weights.factor(factor)));
        std::iter::once((self.row.name(), base)).chain(by_source).chain(factors)
    }
}

/// The confidence from which an attribution takes words from others.
pub(super) fn sure() -> f32 {
    Weights::built_in().limit(Limit::Sure)
}
