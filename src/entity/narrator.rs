//! Who "I" is outside quotations: the author in the byline or, in a transcript, the current
//! speaker.
//!
//! The current speaker is whoever is named before a colon at a paragraph's start, introduces
//! themselves ("my name is Ana Ruiz"), or was addressed in the previous paragraph ("Ms. Ruiz?").

use super::kind::EntityKind;
use super::model::Id;
use super::name::Name;
use super::token_view::TokenView;
use crate::arena::{Arena, List};
use crate::lexicon::{Class, word, words};
use crate::text::Run;
use crate::text::token::{Gap, Kind};

/// A byline that is only a name must be in the first blocks; one with "by" may come a little later.
const HEAD: usize = 4;
const HEAD_WITH_BY: usize = 12;

/// The most tokens of a line such as "Posted on May 14 by Ana Ruiz | 23 comments".
const BYLINE: usize = 20;

/// The most tokens of a line below a letter: "Ana Ruiz, Tarn, Ostra".
const SIGNATURE: usize = 10;

/// How the current speaker was identified.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Byline,
    Label,
    /// By introducing themselves, or by being addressed.
    Call,
}

pub(super) struct Narrator<'t> {
    /// The token at which each speaker starts, the speaker, and how they were identified.
    speakers: List<'t, (usize, Id, Way)>,
    /// The paragraphs in which somebody is addressed by name, and who that is.
    addressed: List<'t, (Run, Id)>,
    /// Whether the text is a letter, signed below.
    signed: bool,
    /// Whether paragraphs begin with the speakers' names, as in a transcript.
    labels: bool,
}

impl<'t> Narrator<'t> {
    /// A narrator without any speakers.
    pub fn new(arena: &'t Arena) -> Self {
        Narrator {
            speakers: List::new_in(arena),
            addressed: List::new_in(arena),
            signed: false,
            labels: false,
        }
    }

    pub fn of(view: &TokenView<'_, 't>, names: &[Name], linked: &[Option<Id>]) -> Self {
        let mut speakers: List<'_, (usize, Id, Way)> = List::new_in(view.text.arena);
        let mut called: List<'_, (Run, Id)> = List::new_in(view.text.arena);
        // where the letter begins that is signed next
        let mut letter = 0;
        for (name, id) in names.iter().zip(linked).filter_map(|(name, id)| Some((name, (*id)?))) {
            if name.kind.is_body() || name.kind == EntityKind::Place || name.possessive {
                continue;
            }
            let (start, end) = (name.whole().first(), name.run.stop());
            let before = |count: usize| view.token(start.wrapping_sub(count));
            let opens = |i: usize| view.token(i).is_some_and(|t| t.gap >= Gap::Line);
            let introduced = before(1).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Clitic))
                && view.is(start - 1, Class::Be)
                && (view.is_one_of(start - 1, words!["is"]) && start > 1 && view.word_is(start - 2, "name")
                    || matches!(view.word(start - 1), "'m" | "’m" | "am")
                        && start > 1
                        && view.word(start - 2) == "I");
            let addressed = name.title.is_some() && is_addressed(view, name);
            // "It is both, Justice Ruiz.": in an answer
            let answers = || name.title.is_some() && !speakers.is_empty() && closes_sentence(view, name);
            if (addressed || answers())
                && let Some(block) = view.text.layout.blocks.get(view.block(start))
            {
                called.push((block.run, id));
            }
            let by = before(1).is_some_and(|t| t.word == word!("by"));
            let heads = opens(start) || by;
            let (mut byline, mut label) = (false, false);
            let index = view.block(start);
            if heads && let Some(block) = view.text.layout.blocks.get(index) {
                let run = block.run;
                let ends = end >= run.stop() || view.kind(end) == Some(Kind::Comma) && run.stop() - end < 8;
                let line = run.len() < BYLINE && view.kind(run.stop() - 1) != Some(Kind::Stop);
                let alone = index <= HEAD && start == run.first() && ends && name.run.len() > 1 && index > 0;
                let after_by = index <= HEAD_WITH_BY && by && start < run.first() + 6 && line;
                byline = speakers.is_empty() && (alone || after_by);
                let turn =
                    || view.text.turns.of_block(index).is_some_and(|turn| turn.name.has(name.run.first()));
                label = start == run.first() && view.kind(end) == Some(Kind::Colon) || turn();
            }
            if (letter > 0 || speakers.is_empty()) && signs(view, name) {
                speakers.push((letter, id, Way::Byline));
                letter = end;
            } else if byline {
                speakers.push((start, id, Way::Byline));
            } else if label {
                speakers.push((start, id, Way::Label));
            } else if introduced {
                speakers.push((start, id, Way::Call));
            } else if addressed {
                let after = view.text.layout.blocks.get(index).map_or(end, |block| block.run.stop());
                speakers.push((after, id, Way::Call));
            }
        }
        // "Ana Ruiz: why I left": a single label is a headline
        let labels = speakers.iter().filter(|(.., way)| *way == Way::Label).count();
        if labels == 1 {
            speakers.retain(|(.., way)| *way != Way::Label);
        }
        speakers.sort_unstable();
        Narrator { speakers, addressed: called, signed: letter > 0, labels: labels > 1 }
    }

    /// Whether the article is a transcript, whose paragraphs begin with the speakers' names.
    pub fn has_labels(&self) -> bool {
        self.labels
    }

    /// The author named in the byline.
    pub fn byline(&self) -> Option<Id> {
        self.speakers.iter().find(|(_, _, way)| *way == Way::Byline).map(|&(_, id, _)| id)
    }

    /// Whether this is the writer of a letter, whose name follows it.
    pub fn signs(&self, id: Id) -> bool {
        self.signed && self.byline() == Some(id)
    }

    /// Adds the speakers of labels that are not names ("Q", "A").
    pub fn add_turns(&mut self, turns: impl Iterator<Item = (usize, Id)>) {
        self.speakers.extend(turns.map(|(start, id)| (start, id, Way::Label)));
        self.speakers.sort_unstable();
    }

    /// The current speaker at `token`; before the first one, that first speaker.
    pub fn at(&self, token: usize) -> Option<Id> {
        self.speaking_at(token).map(|at| self.speakers[at].1)
    }

    /// Who "you" is at `token`: the person addressed; in a labelled transcript, the previous
    /// speaker.
    pub fn addressed(&self, token: usize) -> Option<Id> {
        let at = self.speaking_at(token)?;
        let (_, current, way) = self.speakers[at];
        // who was last addressed by name, in a transcript without labels
        let called = self.addressed.partition_point(|(run, _)| run.first() <= token);
        let other = self.addressed[..called].iter().rev().take(2).find(|&&(_, id)| id != current);
        if let (Way::Call, Some(&(_, id))) = (way, other) {
            return Some(id);
        }
        match way {
            Way::Byline => None,
            Way::Call => Some(current),
            Way::Label => {
                self.speakers[..at].iter().rev().take(8).map(|f| f.1).find(|&other| other != current)
            }
        }
    }

    /// Who is addressed by name in the paragraph `block`.
    pub fn addressed_in(&self, block: Run) -> Option<Id> {
        let at = self.addressed.partition_point(|(run, _)| run.start < block.start);
        self.addressed.get(at).filter(|(run, _)| *run == block).map(|&(_, id)| id)
    }

    fn speaking_at(&self, token: usize) -> Option<usize> {
        let after = self.speakers.partition_point(|&(start, ..)| start <= token);
        let at = after.saturating_sub(1);
        (at < self.speakers.len()).then_some(at)
    }
}

/// "Yours, Ana Ruiz", or a name and no more than a place in the last line of the text: the writer
/// of a letter.
fn signs(view: &TokenView<'_, '_>, name: &Name) -> bool {
    let (start, index) = (name.whole().first(), view.block(name.run.first()));
    let Some(block) = view.text.layout.blocks.get(index).filter(|_| index > 0 || start > 2) else {
        return false;
    };
    let closing = words!["yours", "sincerely", "faithfully", "regards", "wishes"];
    let comma = usize::from(view.kind(start.wrapping_sub(1)) == Some(Kind::Comma));
    let closed = start > comma && view.is_one_of(start - 1 - comma, closing);
    let line = start == block.run.first()
        && block.run.len() < SIGNATURE
        && view.text.layout.blocks.len() == index + 1
        && view.kind(block.run.stop() - 1) != Some(Kind::Stop)
        && !block.run.indices().any(|i| view.kind(i) == Some(Kind::Number) || view.syntax.tag(i).is_verb())
        && (name.run.stop() == block.run.stop() || view.kind(name.run.stop()) == Some(Kind::Comma));
    name.run.len() > 1 && (closed || index > 0 && line)
}

/// "It is both, Justice Ruiz.": a titled name between a comma and the end of its sentence.
fn closes_sentence(view: &TokenView<'_, '_>, name: &Name) -> bool {
    let (start, end) = (name.whole().first(), name.run.stop());
    let sentence = view.sentence(start);
    let last = end + 1 >= sentence.stop() && !view.token(end).is_some_and(|t| t.is_word());
    start > sentence.first() && view.kind(start - 1) == Some(Kind::Comma) && last && !view.is_quoted(start)
}

/// "Ms. Ruiz?", "Could you, Ms. Ruiz, tell us": a titled name that is a sentence by itself, or is
/// set off by commas in a sentence with "you".
fn is_addressed(view: &TokenView<'_, '_>, name: &Name) -> bool {
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
