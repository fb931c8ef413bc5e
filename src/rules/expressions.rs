//! Contract: regular expressions over whole words; testing a word takes a step a byte for each,
//! whatever the expression. One that cannot be compiled to that is refused.

use regex::RegexBuilder;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, nfa::thompson};

use super::terms::TermId;

/// The maximum compiled size of a regular expression, in bytes, before and after its states are
/// made deterministic, and of all of a rule set together.
const LARGEST: usize = 1 << 16;
const LARGEST_DETERMINISTIC: usize = 1 << 17;
const LARGEST_TOTAL: usize = 1 << 21;

/// The maximum number of regular expressions in a rule set.
const MOST: usize = 500;

/// The regular expressions of a rule set, each with its term.
#[derive(Default)]
pub(super) struct Expressions {
    all: Vec<Expression>,
    size: usize,
}

struct Expression {
    source: String,
    term: TermId,
    automaton: dense::DFA<Vec<u32>>,
}

impl Expressions {
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The terms of all expressions.
    pub fn terms(&self) -> impl Iterator<Item = TermId> + '_ {
        self.all.iter().map(|one| one.term)
    }

    /// The term of an expression that was added.
    pub fn find(&self, source: &str) -> Option<TermId> {
        self.all.iter().find(|known| known.source == source).map(|known| known.term)
    }

    /// Adds an expression, or returns an error message. `term` gives its term.
    pub fn add(
        &mut self,
        source: &str,
        term: impl FnOnce() -> Result<TermId, String>,
    ) -> Result<TermId, String> {
        if self.all.len() == MOST {
            return Err(format!("there are more than {MOST} regular expressions; use lists of words"));
        }
        let whole = format!("^(?:{source})$");
        match RegexBuilder::new(&whole).size_limit(LARGEST).case_insensitive(true).build() {
            Ok(expression) if expression.is_match("") => {
                return Err(format!(
                    "the regular expression `/{source}/` matches the empty string; require at least one letter"
                ));
            }
            Ok(_) => {}
            Err(regex::Error::CompiledTooBig(_)) => return Err(too_large(source)),
            Err(error) => {
                let what = error.to_string();
                let what = what.lines().last().unwrap_or_default().trim_start_matches("error: ");
                return Err(format!("the regular expression `/{source}/` is invalid: {what}"));
            }
        }
        let total = || "the regular expressions are too large in total; use fewer".to_owned();
        if self.size > LARGEST_TOTAL {
            return Err(total());
        }
        let config = dense::Config::new()
            .start_kind(StartKind::Anchored)
            .dfa_size_limit(Some(LARGEST_DETERMINISTIC))
            .determinize_size_limit(Some(2 * LARGEST_DETERMINISTIC));
        let automaton = dense::Builder::new()
            .configure(config)
            .syntax(syntax::Config::new().case_insensitive(true))
            .thompson(thompson::Config::new().nfa_size_limit(Some(4 * LARGEST)))
            .build(&whole);
        // one that is too large took as long as the largest
        self.size += automaton.as_ref().map_or(LARGEST_DETERMINISTIC, dense::DFA::memory_usage);
        let automaton = automaton.map_err(|_| too_large(source))?;
        if self.size > LARGEST_TOTAL {
            return Err(total());
        }
        let term = term()?;
        self.all.push(Expression { source: source.to_owned(), term, automaton });
        Ok(term)
    }

    /// Adds the terms of the expressions that a lower-case word matches.
    pub fn matching(&self, word: &str, found: &mut impl Extend<TermId>) {
        let input = Input::new(word).anchored(Anchored::Yes).earliest(true);
        let matches = |one: &&Expression| matches!(one.automaton.try_search_fwd(&input), Ok(Some(_)));
        found.extend(self.all.iter().filter(matches).map(|one| one.term));
    }
}

fn too_large(source: &str) -> String {
    format!("the regular expression `/{source}/` is too large; use fewer repetitions")
}
