//! Contract: every attribution gets at most one speaker; a speaker's mentions are in order and disjoint.
//!
//! Names are found and linked first, by key ([`roster`], [`index`]); then the article is read once from start to end with the few
//! members in mind that were mentioned last ([`recall`]), and each source is settled where it stands ([`scene`]).

mod index;
mod key;
mod label;
mod member;
mod name;
mod narrator;
mod opener;
mod page;
mod parts;
mod person;
mod phrase;
mod recall;
mod role;
mod roster;
mod scene;
mod source;
mod turn;
mod vocabulary;

use std::ops::Range;

use crate::arena::List;
use crate::attribution::Attribution;
use crate::text::{Run, Text};

/// How a statement's speaker was reached from its source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Resolution {
    /// The source is the fullest name or description itself, or holds it.
    Named,
    /// A part of a name that the article gives in full elsewhere: a surname, a first name, an acronym.
    Surname,
    /// "he", "they", "who", "I".
    Pronoun,
    /// A role or description that fits one member of the cast ("the president").
    Role,
    /// No source: the statement goes on with the one who spoke before.
    Turn,
    /// Nobody was found.
    #[default]
    None,
}

/// One who speaks in an article: a person, a group, a document.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The fullest name or description that the article gives.
    pub name: Run,
    /// What the article says this person is ("head of the Russian delegation").
    pub role: Option<Run>,
    /// Whom the role is held in or for, if the article names it ("the Russian delegation").
    pub organization: Option<Run>,
    /// Somebody whose name the writer holds back ("a person familiar with the talks").
    pub anonymous: bool,
    /// Which of [`Cast::mentions`] are this one's.
    pub mentions: Range<usize>,
}

/// The speakers of an article, and which of them each attribution has.
#[derive(Debug)]
pub(crate) struct Cast<'t> {
    /// Those who speak, in the order of their first mention.
    pub members: List<'t, Member>,
    /// Every mention that was linked, pronouns included; those of one member in a row.
    pub mentions: List<'t, Run>,
    /// For each attribution the index of its speaker.
    pub of: &'t [Option<u32>],
    /// For each attribution how its speaker was reached.
    pub reached: &'t [Resolution],
}

impl<'t> Cast<'t> {
    /// Finds the speaker of each of `attributions`, which are in the order of the text.
    pub fn of(text: &Text<'t>, attributions: &[Attribution]) -> Self {
        if attributions.is_empty() {
            let (members, mentions) = (List::new_in(text.arena), List::new_in(text.arena));
            return Cast { members, mentions, of: &[], reached: &[] };
        }
        let page = page::Page::new(text);
        let names = name::find(&page);
        scene::Scene::new(&page, attributions, &names).play()
    }
}

#[cfg(test)]
mod tests;
