//! Clauses that begin with a subordinate clause or a phrase: "although the bridge was old, it would
//! reopen", "by May, it would".

use crate::lexicon::{Words, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;

/// Maximum length of what comes before the main clause, in tokens.
const OPENING: usize = 24;

/// Prepositions whose phrase may open a clause. The others usually belong to the verb before them:
/// "worried about".
const OPENERS: Words = words![
    "in", "on", "at", "by", "for", "from", "within", "until", "despite", "under", "before", "after", "since",
    "during", "without",
];

/// Words that open a phrase before the main clause with the word after them: "contrary to",
/// "rather than".
const OPENING_WORDS: Words = words![
    "contrary",
    "due",
    "given",
    "thanks",
    "owing",
    "regardless",
    "rather",
    "instead",
    "apart",
    "aside",
];

impl Syntax<'_> {
    /// Whether a subordinate clause or a phrase begins at `i` and its main clause follows after the
    /// comma. A phrase that only says where or when something was said ("in a statement") does not
    /// count.
    pub(crate) fn opens_with_fronted(&self, i: usize, stop: usize) -> bool {
        self.fronted_comma(i, stop).is_some()
    }

    /// "while the work was hard, it would end": the comma between the subordinate clause or phrase
    /// at `i` and its main clause.
    pub(super) fn fronted_comma(&self, i: usize, stop: usize) -> Option<usize> {
        // "even though"
        let at = i + usize::from(self.tag(i) == Tag::Adverb && self.tag(i + 1) == Tag::Subordinator);
        let ends = |&k: &usize| self.tag(k) == Tag::Comma && !self.quoted(k);
        let comma = (at + 1..stop.min(at + OPENING)).find(ends)?;
        // "despite all that, ..."
        let last = comma - usize::from(self.tag(comma - 1) == Tag::That);
        if (at + 1..last).any(|k| matches!(self.tag(k), Tag::That | Tag::Break | Tag::End)) {
            return None;
        }
        let verb = (at + 1..comma).any(|k| matches!(self.tag(k), Tag::Finite | Tag::Auxiliary));
        let opens = match self.tag(at) {
            // "contrary to reports, it was safe", "rather than read, she would write"
            _ if self.is_one_of(at, OPENING_WORDS) => !verb,
            Tag::Subordinator => verb,
            Tag::Wh => verb && self.is_one_of(at, words!["when", "where", "if"]),
            // "as the storm had passed", "after she left"
            Tag::Preposition if verb => self.clause_follows(at + 1, comma),
            Tag::Preposition => self.is_one_of(at, OPENERS) && !self.opens_adjunct(at, stop),
            _ => false,
        };
        // "said although it was late, “we will wait”": the main clause is in quotation marks
        let small = || self.token(comma + 2).is_some_and(|t| t.is_word() && !t.is_capital());
        let next = comma + 1 + usize::from(verb && self.opens_quotation(comma + 1) && small());
        let follows = opens
            && !matches!(self.tag(next), Tag::Coordinator | Tag::Subordinator | Tag::That)
            && (self.tag(next) != Tag::Wh || self.is_one_of(next, words!["what"]))
            && self.clause_follows(next, stop);
        follows.then_some(comma)
    }
}
