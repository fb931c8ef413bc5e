//! Attributions by a verb: from a cue verb and its frame to source and content.

use super::content::Filled;
use super::reading::Reading;
use super::tag::Tag;
use super::verb::{Form, VerbGroup, Voice};
use super::{Attribution, Pieces};
use crate::lexicon::{Class, Cue, Frame, Part, WordId, word, words};
use crate::text::Run;
use crate::text::token::Kind;

/// How sure a frame makes that its verb attributes, by strength: faint, weaker, strong.
const BY_STRENGTH: [f32; 4] = [0.0, 0.42, 0.6, 0.85];

/// What a frame adds at most: that of somebody's very words.
const MOST_SURE: f32 = 1.15;
/// How many tokens a name between a quotation and its verb may have, the mark included.
const NAME: usize = 4;

impl Reading<'_> {
    /// The attribution that the verb of a group makes, if it makes one.
    pub(super) fn verbal(&self, group: VerbGroup) -> Option<Attribution> {
        let i = group.head;
        let word = self.token(i).map(|t| t.word).filter(|&word| self.lexicon.heads(word).part(Part::Verb))?;
        let lemma = self.lexicon.lemma(word);
        let next = self.token(i + 1).map_or(WordId::NONE, |t| t.word);
        let parted = self.parts_particle(i + 1);
        // "called for", where it fits, rather than "called"
        let weight = |found: &Attribution| {
            let phrasal =
                found.head.is_some_and(|(_, cue)| cue.is_some_and(|cue| cue.particle != WordId::NONE));
            found.confidence * if phrasal { 1.2 } else { 1.0 }
        };
        let mut best: Option<Attribution> = None;
        for cue in self.lexicon.cues(lemma).iter().filter(|cue| cue.part == Part::Verb) {
            let end = if cue.particle == WordId::NONE {
                i + 1
            } else if parted || cue.particle == next || cue.addressed {
                let Some(end) = self.particles_end(cue, i + 1) else { continue };
                end
            } else {
                continue; // most particles stand straight behind their verb or nowhere
            };
            if let Some(found) = self.with_cue(cue, group, end)
                && best.as_ref().is_none_or(|best| weight(&found) >= weight(best))
            {
                best = Some(found);
            }
        }
        best
    }

    /// Whether an adverb, a time or "at length" stands at `i`, which may part a verb from its particle.
    fn parts_particle(&self, i: usize) -> bool {
        self.tag(i) == Tag::Adverb || self.is_time(i) || self.is_at_length(i)
    }

    fn is_at_length(&self, i: usize) -> bool {
        self.is_one_of(i, words!["at"]) && self.is_one_of(i + 1, words!["length"])
    }

    /// Where a phrasal cue's own words end, when they all stand there. Between a verb and its preposition may stand an adverb,
    /// a time, "at length", whoever is asked or told, or the agent of a passive.
    fn particles_end(&self, cue: &Cue, from: usize) -> Option<usize> {
        let mut i = from;
        for (n, &word) in cue.rest().iter().enumerate() {
            if n == 0 {
                i = self.before_particle(cue, i, word);
            }
            while self.tag(i) == Tag::Adverb && self.token(i)?.word != word {
                i += 1;
            }
            if self.token(i)?.word != word {
                return None;
            }
            i += 1;
        }
        Some(i)
    }

    /// The first place from `i` on, over what may stand there, at which `word` could belong to the verb before `i`.
    fn before_particle(&self, cue: &Cue, i: usize, word: WordId) -> usize {
        let mut j = i;
        // "told members of the board": what "of" joins to an addressee is no content
        let of = word == word!("of");
        let addressed = cue.addressed;
        for _ in 0..3 {
            let stop = self.sentence(i).stop();
            if self.token(j).is_none_or(|t| t.word == word) || j >= stop {
                break;
            }
            if self.tag(j) == Tag::Adverb || self.is_time(j) {
                j += 1;
            } else if self.is_at_length(j) {
                j += 2;
            } else if addressed && self.tag(j) == Tag::Object {
                j += 1;
            } else if addressed && (self.is_one_of(j, words!["by"]) || self.tag(j).is_nominal() && !of) {
                let start = if self.is_one_of(j, words!["by"]) { j + 1 } else { j };
                j = self.core_end(start, stop).unwrap_or(j);
            } else {
                break;
            }
        }
        j
    }

    fn with_cue(&self, cue: &'static Cue, group: VerbGroup, end: usize) -> Option<Attribution> {
        if cue.strength(Frame::Experiencer) > 0 {
            return self.stimulus(cue, group, end);
        }
        // no name reaches further to the left than this
        let waits = self.may_wait(group.head) || group.head < self.sentence(group.head).first() + NAME;
        let (group, named) = match waits.then(|| self.named_behind_quotation(group)).flatten() {
            Some(named) => (
                VerbGroup { start: group.head, voice: Voice::Active, form: Form::Finite, ..group },
                Some(named),
            ),
            None => (group, None),
        };
        if group.voice == Voice::Passive || group.form == Form::Participle {
            return self.passive(cue, group, end);
        }
        if group.form == Form::Finite
            && let Some(found) = self.inverted(cue, group, end)
        {
            return Some(found);
        }
        if group.form == Form::Infinitive && self.is_hopeless(most_infinitive(cue)) {
            return None;
        }
        let forward = self.fill(cue, end);
        if forward.is_none() && !self.takes_before(cue, end) {
            return None;
        }
        if group.form == Form::Infinitive {
            let filled = forward?;
            if self.is_hopeless(BY_STRENGTH[filled.strength as usize] * infinitive(filled.frame) * MOST_SURE)
            {
                return None;
            }
        }
        let issued = self.issued(group);
        let source = match group.form {
            Form::Finite => named.or_else(|| self.subject(group, 0)).or_else(|| self.announced(group)),
            Form::Ing => issued.map(|(source, _)| source).or_else(|| self.subject_of_participle(group)),
            Form::Infinitive => self.subject_of_infinitive(group),
            Form::Participle => None,
        };
        if let Some(found) = self.comment(cue, group, source, end) {
            return Some(found);
        }
        let speaks = source.map_or(0.5, |s| self.speaks(s));
        let before = source
            .filter(|_| group.form == Form::Finite && cue.strength(Frame::Post) > 0)
            .filter(|s| !self.verb_between(*s, group))
            .and_then(|s| self.said_before(s.first(), self.interrupts(end)));
        let before = before.filter(|&content| self.interrupts(end) || !self.is_fronted(content));
        if let Some(content) = before {
            let quoted = self.kind(content.stop() - 1) == Some(Kind::Mark);
            let weak_forward = forward.as_ref().is_none_or(|f| {
                // "When the band began a man yelled “Stop!”": the quotation is what is said
                let own_words = f.frame == Frame::Quote && !quoted;
                !own_words && f.strength < 3
                    || f.frame == Frame::NounPhrase
                    || quoted && f.frame != Frame::That
            });
            // a quotation that closed the sentence before is only taken where nothing else is said
            let adjacent = content.stop() > self.sentence_start(group.head);
            let parenthetical = self.ends_parenthetical(cue, end);
            // “Is it true?” Ruiz asked the minister.
            let answers = || self.waits(content.stop() - 1) && cue.strength(Frame::Told) > 0;
            let apart = |f: &Filled| f.frame == Frame::NounPhrase && answers();
            if weak_forward
                && if adjacent {
                    quoted || parenthetical
                } else {
                    forward.as_ref().is_none_or(apart) && parenthetical
                }
            {
                return Some(self.parenthetical(cue, group, end, source, content, end, speaks));
            }
        }
        let Some(filled) = forward else {
            return self.gap(cue, group, source, end);
        };
        let base = BY_STRENGTH[filled.strength as usize];
        let form = match group.form {
            Form::Ing if source.is_none() => 0.75,
            Form::Ing => 0.9,
            Form::Infinitive => infinitive(filled.frame),
            _ => 1.0,
        };
        let more = if filled.frame == Frame::Quote { self.more_quoted(filled.content) } else { None };
        let mut content: Pieces = filled.content.into();
        content.extend(more);
        // "what the mayor said was a mistake": the pronoun is the first piece of what is said
        let subject_gap = filled.frame == Frame::Clause
            && matches!(self.tag(filled.content.first()), Tag::Finite | Tag::Auxiliary);
        if (subject_gap || cue.strength(Frame::Complement) > 0)
            && let Some(object) = source.and_then(|source| self.object_before(source))
        {
            content.insert(0, object);
        }
        let strong = matches!(filled.frame, Frame::That | Frame::Clause | Frame::Quote | Frame::Wh);
        let sure = match filled.frame {
            Frame::Quote => MOST_SURE,
            Frame::That | Frame::Wh => 1.1,
            _ => 1.0,
        };
        let start = issued.map_or(group.start, |(_, start)| start);
        Some(
            Attribution::new(
                content,
                Run::new(start, filled.cue_end.max(end)),
                group.head,
                base * form * sure * self.realis(group, strong) * (0.4 + 0.6 * speaks),
            )
            .listed(cue, filled.frame)
            .said_by(source),
        )
    }

    /// Whether a cue behind which nothing is said may take what stands before it: as a parenthesis, a comment, or the object
    /// of a relative clause.
    fn takes_before(&self, cue: &Cue, end: usize) -> bool {
        cue.strength(Frame::Post) > 0
            || cue.strength(Frame::That) > 1
            || (cue.strength(Frame::NounPhrase) > 0 || cue.strength(Frame::As) > 0) && self.leaves_gap(end)
    }

    /// “…,” Sharp said: what is capitalised between the mark and the verb is a name, whatever word it looks like.
    fn named_behind_quotation(&self, group: VerbGroup) -> Option<Run> {
        let floor = group.head.saturating_sub(NAME);
        let start = (floor..group.head).rev().find(|&i| !self.token(i).is_some_and(|t| t.is_capital()))? + 1;
        let name = Run::new(start, group.head);
        (!name.is_empty() && self.waits(start - 1) && !self.is(start, Class::SubjectPronoun)).then_some(name)
    }

    /// "…,” he said and then joked: “…”": what stands before the subject was said by the first verb.
    fn verb_between(&self, subject: Run, group: VerbGroup) -> bool {
        (subject.stop()..group.start).any(|i| self.tag(i) == Tag::Finite && self.attributes(i))
    }

    /// "But, said Ruiz, “it is late.”": a verb of speech and its subject before what is said, behind an opening word.
    fn announced(&self, group: VerbGroup) -> Option<Run> {
        let floor = self.sentence_start(group.head);
        let opens =
            group.start > floor && self.tag(group.start - 1) == Tag::Comma && group.start <= floor + 5;
        let speaks = self.token(group.head).is_some_and(|t| self.lexicon.speaks(t.word));
        let source = self.inverted_source(group.head + 1).filter(|_| opens && speaks)?;
        matches!(self.tag(source.stop()), Tag::Comma | Tag::Break).then_some(source)
    }

    /// "The plan, she said, is dead": a comma follows the cue and the clause goes on.
    fn interrupts(&self, end: usize) -> bool {
        self.tag(end) == Tag::Comma
            && end + 2 < self.sentence(end).stop()
            && !matches!(self.tag(end + 1), Tag::Ing | Tag::Mark)
    }

    /// Whether nothing that the cue could take stands after it: the sentence ends, or a comma, a setting or an addressee
    /// follows.
    fn ends_parenthetical(&self, cue: &Cue, end: usize) -> bool {
        let told = cue.strength(Frame::Told) > 0;
        let i = self.attribution_end(end, told);
        let stop = self.sentence(end - 1).stop();
        i >= stop
            || matches!(self.tag(i), Tag::End | Tag::Comma | Tag::Break | Tag::Coordinator)
            || self.opens_quotation(i)
            || i > end
    }

    /// A cue behind what is said: "…, she said", "…,” said Ruiz, head of the ministry".
    #[expect(clippy::too_many_arguments, reason = "the parts of one attribution")]
    fn parenthetical(
        &self,
        cue: &'static Cue,
        group: VerbGroup,
        end: usize,
        source: Option<Run>,
        content: Run,
        after: usize,
        speaks: f32,
    ) -> Attribution {
        let quoted = self.kind(content.stop() - 1) == Some(Kind::Mark)
            || self.kind(content.first()) == Some(Kind::Mark);
        let rest = self.attribution_end(after, cue.strength(Frame::Told) > 0);
        let more = if self.only_begins(content) && self.interrupts(rest) {
            Some(Run::new(rest + 1, self.clause_end(rest + 1, self.sentence(rest).stop())))
        } else {
            self.goes_on(rest, quoted)
        };
        let mut content: Pieces = content.into();
        content.extend(more);
        let strength = cue.strength(Frame::Post).max(if quoted { cue.strength(Frame::Quote) } else { 0 });
        let sure = if quoted { 1.15 } else { 1.05 };
        Attribution::new(
            content,
            Run::new(group.start, end),
            group.head,
            BY_STRENGTH[strength as usize] * sure * (0.5 + 0.5 * speaks),
        )
        .listed(cue, Frame::Post)
        .said_by(source)
    }

    /// "…,” said Ruiz", "The plan failed, said Ruiz."
    fn inverted(&self, cue: &'static Cue, group: VerbGroup, end: usize) -> Option<Attribution> {
        if cue.strength(Frame::Post) == 0 {
            return None;
        }
        let before = group.start.checked_sub(1)?;
        if !matches!(self.kind(before), Some(Kind::Mark | Kind::Comma)) {
            return None;
        }
        // "told Ruiz" names the addressee; “Is it?” asked Ruiz
        let asks = self.kind(before.saturating_sub(1)) == Some(Kind::Question) && cue.strength(Frame::Wh) > 1;
        if cue.strength(Frame::Told) > 1 && !asks {
            return None;
        }
        let behind_mark = self.quotation_ending_at(before).is_some()
            || self.tag(before) == Tag::Comma && before > 0 && self.quotation_ending_at(before - 1).is_some();
        if !behind_mark && self.tag(before) != Tag::Comma {
            return None;
        }
        // "said retired colonel Ana Ruiz": a participle before the name
        let qualified = behind_mark
            && matches!(self.tag(end), Tag::Participle | Tag::Finite | Tag::Ing)
            && matches!(self.tag(end + 1), Tag::Noun | Tag::Proper);
        if !qualified && !self.tag(end).is_nominal() {
            return None;
        }
        let source = self.inverted_source(end + usize::from(qualified))?;
        let source = Run::new(end, source.stop());
        // "…,” Ruiz, the deputy, said Sunday": a day says nothing, nor does "last week"
        if source.indices().any(|i| self.is_time(i)) && source.indices().all(|i| self.only_dates(i)) {
            return None;
        }
        let stop = self.sentence(end).stop();
        let ends_sentence = source.stop() >= stop;
        if !ends_sentence && self.verb_at(source.stop()) || !behind_mark && self.clause_follows(end, stop) {
            return None;
        }
        if !behind_mark && self.speaks(source) < 0.85 {
            return None;
        }
        if !behind_mark
            && !ends_sentence
            && !matches!(
                self.tag(source.stop()),
                Tag::End | Tag::Comma | Tag::Preposition | Tag::Subordinator | Tag::Break
            )
        {
            return None;
        }
        let content = self.said_before(group.start, false)?;
        if !behind_mark && self.is_bare_subject(content) {
            return None;
        }
        let speaks = self.speaks(source);
        Some(self.parenthetical(cue, group, end, Some(source), content, source.stop(), speaks))
    }

    /// "last week", "Sunday": words that tell when and name nobody.
    fn only_dates(&self, i: usize) -> bool {
        self.is_time(i) || !self.tag(i).is_nominal() || matches!(self.tag(i), Tag::Number | Tag::Adjective)
    }

    /// What a quotation after a cue goes on with: the paragraph's next sentence where it opens with a mark.
    fn more_quoted(&self, content: Run) -> Option<Run> {
        let quoted = self.kind(content.stop() - 1) == Some(Kind::Mark);
        let more = if quoted { self.goes_on(content.stop(), true) } else { None };
        more.filter(|more| more.start >= content.end)
    }
}

/// How sure an infinitive of the cue may be at most.
fn most_infinitive(cue: &Cue) -> f32 {
    let clausal = cue.strength(Frame::That).max(cue.strength(Frame::Quote)).max(cue.strength(Frame::Wh));
    let clausal = BY_STRENGTH[clausal as usize] * infinitive(Frame::That);
    clausal.max(BY_STRENGTH[3] * infinitive(Frame::To)) * MOST_SURE
}

/// How far an infinitive says something: a clause or somebody's very words are hardly given where nothing is said.
fn infinitive(frame: Frame) -> f32 {
    if matches!(frame, Frame::That | Frame::Quote | Frame::Wh) { 0.78 } else { 0.4 }
}
