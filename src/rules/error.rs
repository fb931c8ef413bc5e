//! What is wrong with a rule set, where, and how to mend it.

use std::fmt;

/// A rule set cannot be used: every mistake in it, not only the first.
///
/// ```
/// use dictum::RuleSet;
///
/// let error = RuleSet::from_toml("name = 'mine'\ndefault = 'claim'\n").unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!((problem.line(), problem.column()), (2, 11));
/// assert_eq!(problem.to_string(), "line 2, column 11: no category is called `claim`; add [[category]] id = \"claim\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetError {
    problems: Vec<Problem>,
}

impl RuleSetError {
    pub(super) fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|p| (p.line, p.column));
        RuleSetError { problems }
    }

    /// Everything that is wrong, in the order of the file; never empty.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for RuleSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.problems.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for RuleSetError {}

/// One thing that is wrong with a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    line: usize,
    column: usize,
    rule: Option<String>,
    message: String,
}

impl Problem {
    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// The id of the rule concerned, if it is one rule's.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }

    /// What is wrong, with the offending piece and the mend.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        if let Some(rule) = &self.rule {
            write!(f, "rule `{rule}`: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Collects problems of one file.
pub(super) struct Problems<'a> {
    source: &'a str,
    pub list: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub fn of(source: &'a str) -> Self {
        Problems { source, list: Vec::new() }
    }

    /// Notes a problem at byte `at` of the file.
    pub fn add(&mut self, at: usize, rule: Option<&str>, message: String) {
        let before = &self.source.as_bytes()[..at.min(self.source.len())];
        let before = String::from_utf8_lossy(before);
        self.list.push(Problem {
            line: before.matches('\n').count() + 1,
            column: before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1,
            rule: rule.map(str::to_owned),
            message,
        });
    }
}
