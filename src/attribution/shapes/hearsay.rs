//! "has reportedly left", "Allegedly, he left": an adverb that attributes the whole clause to
//! nobody in particular.

use super::{Precedence, Shape, Trigger};
use crate::attribution::score::{Evidence, Row};
use crate::attribution::{Attribution, Pieces};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::syntax::verb_group::{Form, VerbGroup};
use crate::text::Run;

pub(super) const SHAPE: Shape =
    Shape { name: "hearsay", trigger: Trigger::Hearsay, precedence: Precedence::First, find: hearsay };

/// "has reportedly left", "Reportedly, he left": an adverb that marks the whole clause as hearsay.
fn hearsay(syntax: &Syntax<'_>, i: usize) -> Option<Attribution> {
    let floor = syntax.sentence_start(i);
    let stop = syntax.sentence(i).stop();
    let made =
        |content: Pieces| Some(Attribution::new(content, Run::new(i, i + 1), i, Evidence::of(Row::Hearsay)));
    if i == floor {
        let from = if syntax.tag(i + 1) == Tag::Comma { i + 2 } else { i + 1 };
        if from >= stop {
            return None;
        }
        return made(Run::new(from, syntax.clause_end(from, stop)).into());
    }
    // "reportedly said": the verb itself attributes
    let verb = syntax.after_adverbs(i + 1);
    let head = (verb..stop.min(verb + 3))
        .find(|&k| !matches!(syntax.tag(k), Tag::Auxiliary | Tag::Negation))
        .filter(|&k| syntax.tag(k).is_verb());
    // "the seemingly endless winter": the adverb only modifies an adjective
    if head.is_none() && matches!(syntax.tag(i - 1), Tag::Determiner | Tag::Adjective | Tag::Possessive) {
        return None;
    }
    if head.is_some_and(|head| syntax.attributes(head)) {
        return None;
    }
    let start = before_auxiliaries(syntax, i, floor);
    let group = match head {
        Some(head) => syntax.verb_group(head),
        None => VerbGroup { start, ..syntax.verb_group(i) },
    };
    // "gangs allegedly backed by": before a participle, the adverb belongs to that verb
    if matches!(group.form, Form::Ing | Form::Participle) && start == i {
        return None;
    }
    let subject = syntax.subject(VerbGroup { start: group.start.min(i), ..group }, 0)?;
    (subject.first() < i && i + 1 < stop)
        .then(|| {
            Pieces::from([Run::new(subject.first(), i), Run::new(i + 1, syntax.clause_end(i + 1, stop))])
        })
        .and_then(made)
}

fn before_auxiliaries(syntax: &Syntax<'_>, i: usize, floor: usize) -> usize {
    (floor..i).rev().take_while(|&k| syntax.tag(k) == Tag::Auxiliary).last().unwrap_or(i)
}
