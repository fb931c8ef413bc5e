//! Contract: every attribution gets at most one speaker; a speaker's mentions are in order and
//! disjoint.
//!
//! First, names are found and linked by key ([`entity_index`], [`lookup`]). Then the article is
//! read once from start to end, keeping track of the few entities mentioned last ([`salience`]),
//! and each source is resolved where it occurs ([`resolver`]).

mod alias;
mod case_part;
mod cataphora;
mod collect;
mod compound;
mod described;
mod description;
mod enterprise;
mod entity_index;
mod epithet;
mod gender;
mod interview;
mod issuer;
mod key;
mod kin;
mod kind;
mod kind_evidence;
mod label;
mod linking;
mod lookup;
mod mention;
mod model;
mod name;
mod name_cut;
mod name_find;
mod name_kind;
mod name_parts;
mod narrator;
mod party;
mod phrase;
mod pronoun;
mod resolver;
mod role;
mod salience;
mod sentence_initial_np;
mod source;
mod suits;
mod together;
mod token_view;
mod turn;
mod unnamed;
mod vocabulary;
mod waiting;
mod wanted;

use crate::arena::List;
use crate::attribution::Attribution;
use crate::syntax::Syntax;
use crate::text::Run;
pub(crate) use gender::Gender;
pub use kind::EntityKind;
pub(crate) use model::Entity;

/// How a statement's speaker was derived from its source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Resolution {
    /// The source is, or contains, the fullest name or description of its speaker.
    Named,
    /// Part of a name that the article gives in full elsewhere: a surname, a first name, an
    /// acronym.
    Surname,
    /// "he", "they", "who", "I".
    Pronoun,
    /// "he", "they", where two antecedents are equally likely: the one mentioned last is given.
    Ambiguous,
    /// A role or description that fits one entity of the article: "the president".
    Role,
    /// No source: the previous speaker continues.
    Turn,
    /// No speaker was found.
    #[default]
    None,
}

/// The speakers of an article, and which of them made each attribution.
#[derive(Debug)]
pub(crate) struct Speakers<'t> {
    /// The entities that speak, ordered by first mention.
    pub entities: List<'t, Entity>,
    /// Every linked mention, pronouns included, grouped by entity.
    pub mentions: List<'t, Run>,
    /// For each attribution, the index of its speaker.
    pub of: &'t [Option<u32>],
    /// For each attribution, how its speaker was found.
    pub resolutions: &'t [Resolution],
}

impl<'t> Speakers<'t> {
    /// Finds the speaker of each of `attributions`, which must be in text order.
    pub fn of(syntax: &Syntax<'t>, attributions: &[Attribution]) -> Self {
        let arena = syntax.text.arena;
        if attributions.is_empty() {
            let (entities, mentions) = (List::new_in(arena), List::new_in(arena));
            return Speakers { entities, mentions, of: &[], resolutions: &[] };
        }
        let view = token_view::TokenView::new(syntax);
        let names = name_find::find(&view);
        resolver::Resolver::new(&view, attributions, &names).resolve()
    }
}

#[cfg(test)]
mod tests;
