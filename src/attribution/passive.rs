//! Passives: the subject is what is said, whoever says it stands behind "by" or nowhere.

use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, VerbGroup};
use super::{Attribution, Pieces};
use crate::lexicon::{Cue, Frame, words};
use crate::text::Run;
use crate::text::token::Kind;

/// How sure a passive with an agent is, by the strength of the noun-phrase frame.
const WITH_AGENT: [f32; 4] = [0.0, 0.3, 0.55, 0.75];
/// How sure one is that names nobody.
const AGENTLESS: [f32; 4] = [0.0, 0.3, 0.45, 0.55];

impl Reading<'_> {
    /// The attribution that a passive or a bare participle makes.
    pub(super) fn passive(&self, cue: &'static Cue, group: VerbGroup, end: usize) -> Option<Attribution> {
        let made = |content: Pieces, source, confidence, frame| {
            Attribution::new(content, Run::new(group.start, end), group.head, confidence)
                .listed(cue, frame)
                .said_by(source)
        };
        let strength = cue.strength(Frame::NounPhrase).max(cue.strength(Frame::As)) as usize;
        if let Some(source) = self.agent(end) {
            let subject = match group.form {
                Form::Participle => self.reduced_subject(group)?,
                _ => self.subject(group, 0)?,
            };
            return (strength >= 2).then(|| {
                made(
                    subject.into(),
                    Some(source),
                    WITH_AGENT[strength] * self.speaks(source),
                    Frame::NounPhrase,
                )
            });
        }
        if group.form != Form::Finite {
            return None;
        }
        let stop = self.sentence(group.head).stop();
        let told = cue.strength(Frame::Told);
        // "was asked whether", "was told that", "was urged to": what follows is said by somebody who is not named;
        // who is told stands before the verb, so that a clause may follow at once; "was told would win" has lost its subject
        let clause = || {
            self.fill_at(cue, end, end, stop)
                .filter(|f| f.frame == Frame::Clause && self.tag(end).is_nominal())
        };
        let known =
            || self.fill(cue, end).filter(|f| matches!(f.frame, Frame::Wh | Frame::That | Frame::Quote));
        if told > 0
            && let Some(filled) = clause().or_else(known)
        {
            return Some(made(filled.content.into(), None, 0.55, filled.frame));
        }
        let complement = self.passive_complement(cue, end, stop);
        if let Some((frame, run)) = complement
            && (told > 0 || self.lexicon.name_of(cue.group) == "ask")
        {
            return Some(made(run.into(), None, 0.55, frame));
        }
        let subject = self.subject(group, 0)?;
        let ends = matches!(self.tag(end), Tag::End | Tag::Comma) || self.opens_setting(end);
        match complement {
            Some((frame, run)) => {
                let strength = cue.strength(frame) as usize;
                Some(made(Pieces::from([subject, run]), None, AGENTLESS[strength], frame))
            }
            None if ends => Some(made(subject.into(), None, AGENTLESS[strength], Frame::NounPhrase)),
            None => None,
        }
    }

    /// What belongs to the content behind a passive: "as a sign of weakness", "to resign", "the winner".
    fn passive_complement(&self, cue: &Cue, end: usize, stop: usize) -> Option<(Frame, Run)> {
        let frame = match self.tag(end) {
            Tag::To if cue.strength(Frame::ObjectTo) > 0 => Frame::ObjectTo,
            Tag::Preposition if self.is_one_of(end, words!["as"]) && cue.strength(Frame::As) > 0 => Frame::As,
            tag if (tag.is_nominal() || self.opens_quotation(end)) && !self.is_time(end) => Frame::NounPhrase,
            _ => return None,
        };
        let run = Run::new(end, self.complement_end(end, stop));
        (cue.strength(frame) > 0 && !run.is_empty()).then_some((frame, run))
    }

    /// What a participle without an auxiliary belongs to: "a plan backed by", "the plan, opposed by".
    fn reduced_subject(&self, group: VerbGroup) -> Option<Run> {
        let floor = self.sentence_start(group.head);
        let before = group.start.checked_sub(1).filter(|&before| before >= floor)?;
        let end = if self.kind(before) == Some(Kind::Comma) { before } else { group.start };
        self.phrase_start(end, floor).map(|start| Run::new(start, end))
    }
}
