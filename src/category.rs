//! Contract: every attribution gets exactly one category, by exactly one rule or by the rule set's default, with the
//! words that decided; they lie in its content or cue.

use crate::attribution::{Attribution, Kind};
use crate::lexicon::{Class, Classes, Frame, Lexicon, WordId};
use crate::rules::pattern::{Pattern, Test, Words};
use crate::rules::terms::TermId;
use crate::rules::{Rule, RuleSet};
use crate::span::Span;
use crate::text::{Run, Text};

/// Why a statement is in its category.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Decision {
    /// The index of the category in the rule set.
    pub category: usize,
    /// The index of the rule that decided; none for the default category.
    pub rule: Option<usize>,
    /// The words that the rule matched, in order.
    pub evidence: Vec<Span>,
}

/// Sorts one attribution. `speaker` is the resolved name, which may stand elsewhere in the text.
pub(crate) fn decide(
    rules: &RuleSet,
    text: &Text<'_>,
    attribution: &Attribution,
    speaker: Option<Run>,
) -> Decision {
    let content = Content::of(rules, text, attribution, speaker);
    let cue = CueFacts::of(text, attribution);
    let mut best: Option<(usize, Matched)> = None;
    for (n, rule) in rules.rules.iter().enumerate() {
        let better = best.is_none_or(|(b, _)| rule.priority > rules.rules[b].priority);
        if better
            && cue.fits(rule)
            && let Some(found) = content.fits(rule)
        {
            best = Some((n, found));
        }
    }
    let Some((rule, found)) = best else {
        return Decision { category: rules.default, rule: None, evidence: Vec::new() };
    };
    let by_cue = !rules.rules[rule].cues.is_empty() || !rules.rules[rule].groups.is_empty();
    let mut evidence: Vec<Span> =
        attribution.cue.filter(|_| by_cue).map(|run| text.span(run)).into_iter().collect();
    if let Matched::Words(start, end) = found {
        evidence.push(content.span(text, start, end));
    }
    evidence.sort_unstable();
    Decision { category: rules.rules[rule].category, rule: Some(rule), evidence }
}

/// Whether the patterns of a rule hold for a content by itself: its speaker is "we" and "he", its cue is left open.
pub(crate) fn tests_hold(rules: &RuleSet, rule: &Rule, content: &str) -> bool {
    let text = Text::read(content, Lexicon::built_in());
    let attribution = Attribution::of_content(Run::new(0, text.tokens.len()));
    Content::of(rules, &text, &attribution, None).fits(rule).is_some()
}

/// What a rule may ask of the cue.
struct CueFacts {
    /// The dictionary form, particles included: "promise", "rule out".
    form: String,
    group: &'static str,
    frame: Option<Frame>,
    kind: Kind,
    negated: bool,
}

impl CueFacts {
    fn of(text: &Text<'_>, attribution: &Attribution) -> Self {
        let lexicon = Lexicon::built_in();
        let form = match attribution.head {
            Some((_, Some(cue))) => lexicon.form(cue),
            Some((head, None)) => lexicon.lemma_of(text.id(head)).to_owned(),
            None => String::new(),
        };
        let negated = |i| lexicon.classes(text.id(i)).has(Class::Negation);
        CueFacts {
            form,
            group: attribution.group().unwrap_or(""),
            frame: attribution.frame,
            kind: attribution.kind,
            negated: attribution.cue.is_some_and(|cue| cue.indices().any(negated)),
        }
    }

    fn fits(&self, rule: &Rule) -> bool {
        let any_cue = rule.cues.is_empty() && rule.groups.is_empty();
        (any_cue || rule.cues.contains(&self.form) || rule.groups.iter().any(|g| g == self.group))
            && (rule.frames.is_empty() || self.frame.is_some_and(|frame| rule.frames.contains(&frame)))
            && (rule.kinds.is_empty() || rule.kinds.contains(&self.kind))
            && rule.negated.is_none_or(|negated| negated == self.negated)
    }
}

/// What the patterns of a rule matched.
#[derive(Clone, Copy)]
enum Matched {
    /// The rule has no patterns: its other tests decide.
    All,
    /// From one word to another, exclusive.
    Words(usize, usize),
}

/// A content's words as patterns see them.
struct Content {
    words: Vec<Word>,
    terms: Vec<TermId>,
    /// For each pattern of the rule set whether it can match here.
    live: Vec<bool>,
}

struct Word {
    token: u32,
    /// Where its terms stand in [`Content::terms`].
    terms: (u32, u32),
    traits: u8,
}

/// Traits of a word, as bits.
const OWN: u8 = 1;
const ADVERB: u8 = 2;
const STARTS: u8 = 4;
const BREAKS: u8 = 8;

fn bit(holds: bool, bit: u8) -> u8 {
    if holds { bit } else { 0 }
}

impl Content {
    fn of(rules: &RuleSet, text: &Text<'_>, attribution: &Attribution, speaker: Option<Run>) -> Self {
        let lexicon = Lexicon::built_in();
        let side = Side::of(text, attribution, speaker);
        let mut content = Content { words: Vec::new(), terms: Vec::new(), live: Vec::new() };
        let mut found = Vec::new();
        let mut starts = true;
        let mut breaks = false;
        for &run in &attribution.content {
            for i in run.indices() {
                let token = text.tokens[i];
                if !token.is_word() {
                    let closes = matches!(text.word(i), "." | "?" | "!" | ";" | ":");
                    starts |= closes;
                    breaks |= closes;
                    continue;
                }
                starts |= text.sentences.runs.get(text.sentences.at(i)).is_some_and(|s| s.first() == i);
                rules.terms.of(token.word, text.word(i), &mut found);
                let first = content.terms.len() as u32;
                content.terms.extend_from_slice(&found);
                let adverb = lexicon.classes(token.word).any(Classes::of(Class::Adverb).and(Class::Negation))
                    || token.word == WordId::NONE && text.word(i).ends_with("ly");
                content.words.push(Word {
                    token: i as u32,
                    terms: (first, content.terms.len() as u32),
                    traits: bit(side.is_own(text, i), OWN)
                        | bit(adverb, ADVERB)
                        | bit(starts, STARTS)
                        | bit(breaks, BREAKS),
                });
                (starts, breaks) = (false, false);
            }
            starts = true;
        }
        content.live = rules.index.live(&content.terms);
        content
    }

    /// What a rule's patterns match, when they hold.
    fn fits(&self, rule: &Rule) -> Option<Matched> {
        let places = 0..self.words.len();
        let live = |p: &&Pattern| self.live[p.id];
        if !rule.any.is_empty() && !rule.any.iter().any(|p| live(&p)) {
            return None;
        }
        let begins = |p: &Pattern, i: usize| self.may_begin(p, i) && p.match_at(self, i).is_some();
        if rule.none.iter().filter(live).any(|p| places.clone().any(|i| begins(p, i))) {
            return None;
        }
        if rule.any.is_empty() {
            return Some(Matched::All);
        }
        places
            .clone()
            .find_map(|i| {
                rule.any
                    .iter()
                    .filter(live)
                    .filter(|p| self.may_begin(p, i))
                    .find_map(|p| p.match_at(self, i))
            })
            .map(|(start, end)| Matched::Words(start, end))
    }

    fn may_begin(&self, pattern: &Pattern, i: usize) -> bool {
        match &pattern.elements[0].test {
            Test::Word(ids) => self.is(i, ids),
            Test::Own => self.is_own(i),
            _ => true,
        }
    }

    fn span(&self, text: &Text<'_>, start: usize, end: usize) -> Span {
        let (first, last) =
            (self.words[start].token as usize, self.words[end.max(start + 1) - 1].token as usize);
        text.span(Run::new(first, last + 1))
    }
}

impl Words for Content {
    fn len(&self) -> usize {
        self.words.len()
    }

    fn is(&self, i: usize, terms: &[TermId]) -> bool {
        let (start, end) = self.words[i].terms;
        self.terms[start as usize..end as usize].iter().any(|t| terms.contains(t))
    }

    fn is_own(&self, i: usize) -> bool {
        self.words[i].traits & OWN != 0
    }

    fn is_adverb(&self, i: usize) -> bool {
        self.words[i].traits & ADVERB != 0
    }

    fn starts_sentence(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| word.traits & STARTS != 0)
    }

    fn breaks(&self, i: usize) -> bool {
        self.words[i].traits & BREAKS != 0
    }
}

/// The speaker's own side: "I" and "we" in their own words; in the writer's words "he", "she", "they" and the words of
/// the speaker's name or description, and the institution they speak for.
struct Side {
    named: Vec<crate::lexicon::WordId>,
    names: Vec<String>,
    is_group: bool,
}

impl Side {
    fn of(text: &Text<'_>, attribution: &Attribution, speaker: Option<Run>) -> Self {
        let lexicon = Lexicon::built_in();
        let mut side = Side { named: Vec::new(), names: Vec::new(), is_group: attribution.source.is_none() };
        for i in attribution.source.into_iter().chain(speaker).flat_map(Run::indices) {
            let token = text.tokens[i];
            let classes = lexicon.classes(token.word);
            if classes.has(Class::Group) || classes.has(Class::Document) {
                side.is_group = true;
                side.named.push(token.word);
            } else if token.is_capital() && token.is_word() && classes.is_empty() {
                side.is_group |= !classes.has(Class::Title);
                side.names.push(text.word(i).to_lowercase());
            } else if token.is_capital()
                && classes.any(Classes::of(Class::Adjective).and(Class::Male).and(Class::Female))
            {
                side.named.push(token.word);
            }
        }
        side
    }

    fn is_own(&self, text: &Text<'_>, i: usize) -> bool {
        let lexicon = Lexicon::built_in();
        let token = text.tokens[i];
        let word = lexicon.word(token.word);
        let quoted = text.quotations.around(i).is_some();
        match word {
            "i" | "we" => true,
            "he" | "she" | "they" => !quoted,
            "it" => !quoted && self.is_group,
            // "the company", "our party", "its ministry"
            _ if lexicon.classes(token.word).has(Class::Group) => {
                let before = i.checked_sub(1).map_or("", |b| lexicon.word(text.id(b)));
                self.named.contains(&token.word)
                    || matches!(before, "our" | "my")
                    || !quoted && matches!(before, "the" | "its" | "his" | "their")
                    || self.shares_name(text, i)
            }
            "" => !quoted && token.is_capital() && self.names.contains(&text.word(i).to_lowercase()),
            _ => {
                !quoted && token.is_capital() && self.named.contains(&token.word) && i + 1 < text.tokens.len()
            }
        }
    }

    /// "the Calderan army", said by a Calderan official.
    fn shares_name(&self, text: &Text<'_>, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|b| {
            let token = text.tokens[b];
            self.named.contains(&token.word) && token.is_capital()
                || self.names.contains(&text.word(b).to_lowercase())
        })
    }
}
