//! Who "I" is outside quotations: the writer in the byline, or in a transcript the one who has the floor.
//!
//! The floor is had by who is named before a colon at a paragraph's start, who gives their name ("my name is Ana Ruiz"),
//! or who is called upon in the paragraph before ("Ms. Ruiz?").

use super::kind::EntityKind;
use super::model::Id;
use super::name::Name;
use super::token_view::TokenView;
use crate::arena::{Arena, List};
use crate::lexicon::{Class, word};
use crate::text::token::{Gap, Kind};

/// A name alone is a byline among the first blocks, one after "by" somewhat further down.
const HEAD: usize = 4;
const HEAD_OF_PAGE: usize = 12;

/// The most tokens of a line such as "Posted on May 14 by Ana Ruiz | 23 comments".
const BYLINE: usize = 20;

/// How the floor was had.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Byline,
    Label,
    /// Introduced by the speaker's own words, or called upon.
    Call,
}

pub(super) struct Narrator<'t> {
    /// From which token on who has the floor.
    floor: List<'t, (usize, Id, Way)>,
    /// Paragraphs begin with their speakers' names: a transcript.
    labels: bool,
}

impl<'t> Narrator<'t> {
    /// Nobody who has the floor.
    pub fn new(arena: &'t Arena) -> Self {
        Narrator { floor: List::new_in(arena), labels: false }
    }

    pub fn of(view: &TokenView<'_, 't>, names: &[Name], linked: &[Option<Id>]) -> Self {
        let mut floor: List<'_, (usize, Id, Way)> = List::new_in(view.text.arena);
        for (name, id) in names.iter().zip(linked).filter_map(|(name, id)| Some((name, (*id)?))) {
            if name.kind.is_body() || name.kind == EntityKind::Place || name.possessive {
                continue;
            }
            let (start, end) = (name.whole().first(), name.run.stop());
            let before = |count: usize| view.token(start.wrapping_sub(count));
            let opens = |i: usize| view.token(i).is_some_and(|t| t.gap >= Gap::Line);
            let introduced = before(1).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Clitic))
                && view.is(start - 1, Class::Be)
                && (view.word_is(start - 1, "is") && start > 1 && view.word_is(start - 2, "name")
                    || matches!(view.word(start - 1), "'m" | "’m" | "am")
                        && start > 1
                        && view.word(start - 2) == "I");
            let called = name.title.is_some() && is_called(view, name);
            let by = before(1).is_some_and(|t| t.word == word!("by"));
            let heads = opens(start) || by;
            let (mut byline, mut label) = (false, false);
            let index = view.block(start);
            if heads && let Some(block) = view.text.layout.blocks.get(index) {
                let run = block.run;
                let ends = end >= run.stop() || view.kind(end) == Some(Kind::Comma) && run.stop() - end < 8;
                let line = run.len() < BYLINE && view.kind(run.stop() - 1) != Some(Kind::Stop);
                let alone = index <= HEAD && start == run.first() && ends && name.run.len() > 1 && index > 0;
                let after_by = index <= HEAD_OF_PAGE && by && start < run.first() + 6 && line;
                byline = floor.is_empty() && (alone || after_by);
                let turn =
                    || view.text.turns.of_block(index).is_some_and(|turn| turn.name.has(name.run.first()));
                label = start == run.first() && view.kind(end) == Some(Kind::Colon) || turn();
            }
            if byline {
                floor.push((start, id, Way::Byline));
            } else if label {
                floor.push((start, id, Way::Label));
            } else if introduced {
                floor.push((start, id, Way::Call));
            } else if called {
                let after = view.text.layout.blocks.get(index).map_or(end, |block| block.run.stop());
                floor.push((after, id, Way::Call));
            }
        }
        // "Ana Ruiz: why I left": one label alone is a headline
        let labels = floor.iter().filter(|(.., way)| *way == Way::Label).count();
        if labels == 1 {
            floor.retain(|(.., way)| *way != Way::Label);
        }
        floor.sort_unstable();
        Narrator { floor, labels: labels > 1 }
    }

    /// Whether the article is a transcript, whose paragraphs begin with their speakers' names.
    pub fn has_labels(&self) -> bool {
        self.labels
    }

    /// Who wrote the article, by its byline.
    pub fn byline(&self) -> Option<Id> {
        self.floor.iter().find(|(_, _, way)| *way == Way::Byline).map(|&(_, id, _)| id)
    }

    /// Gives the floor to those who speak under labels that are no names.
    pub fn give(&mut self, turns: impl Iterator<Item = (usize, Id)>) {
        self.floor.extend(turns.map(|(start, id)| (start, id, Way::Label)));
        self.floor.sort_unstable();
    }

    /// Who has the floor at `token`; before anyone was given it, the first who is.
    pub fn at(&self, token: usize) -> Option<Id> {
        self.holder(token).map(|at| self.floor[at].1)
    }

    /// Who is "you" at `token`: the one who was called upon; between labels, who had the floor before.
    pub fn addressed(&self, token: usize) -> Option<Id> {
        let at = self.holder(token)?;
        let (_, holder, way) = self.floor[at];
        match way {
            Way::Byline => None,
            Way::Call => Some(holder),
            Way::Label => self.floor[..at].iter().rev().take(8).map(|f| f.1).find(|&other| other != holder),
        }
    }

    fn holder(&self, token: usize) -> Option<usize> {
        let after = self.floor.partition_point(|&(start, ..)| start <= token);
        let at = after.saturating_sub(1);
        (at < self.floor.len()).then_some(at)
    }
}

/// "Ms. Ruiz?", "Could you, Ms. Ruiz, tell us": a name with a title that is a sentence by itself, or stands between commas
/// in one that says "you".
fn is_called(view: &TokenView<'_, '_>, name: &Name) -> bool {
    let (start, end) = (name.whole().first(), name.run.stop());
    let sentence = view.sentence(start);
    let bounded = |i: usize| !view.token(i).is_some_and(|t| t.is_word());
    let opens = start == sentence.first();
    // "Mr. Ruiz I know you are waiting"
    let closed = end >= sentence.stop() || bounded(end) || opens && view.is(end, Class::SubjectPronoun);
    let apart = (opens || bounded(start - 1)) && closed;
    let alone = sentence.len() <= name.whole().len() + 1;
    let addressed = || {
        sentence
            .indices()
            .take(80)
            .any(|i| matches!(view.word(i), "you" | "You" | "your" | "Your" | "please" | "Please"))
    };
    apart && !view.is_quoted(start) && (alone || addressed())
}
