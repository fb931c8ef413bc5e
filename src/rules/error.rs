//! What is wrong with a rule set, where, and how to mend it.

use std::fmt;

/// A file with more mistakes has its first ones told.
const MOST: usize = 200;

/// The longest piece of a file that a message quotes, in characters.
const LONGEST_MESSAGE: usize = 600;

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
    origin: Option<String>,
    problems: Vec<Problem>,
}

impl RuleSetError {
    pub(crate) fn new(origin: Option<String>, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|p| (p.line, p.column));
        RuleSetError { origin, problems }
    }

    /// The file that was read; none for a rule set from memory.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// Everything that is wrong, in the order of the file; never empty.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// One problem a line, each behind the file's name if there is one.
impl fmt::Display for RuleSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.problems.iter().enumerate() {
            if n > 0 {
                writeln!(f)?;
            }
            if let Some(origin) = &self.origin {
                write!(f, "{origin}: ")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
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
pub(crate) struct Problems<'a> {
    source: &'a str,
    /// Where each line begins; told when there is a problem, and most files have none.
    lines: Vec<usize>,
    pub list: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub fn of(source: &'a str) -> Self {
        Problems { source, lines: Vec::new(), list: Vec::new() }
    }

    /// Notes a problem at byte `at` of the file.
    pub fn add(&mut self, at: usize, rule: Option<&str>, message: String) {
        if self.list.len() == MOST {
            return;
        }
        if self.lines.is_empty() {
            let ends = self.source.match_indices('\n');
            self.lines = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        }
        let line = self.lines.partition_point(|&start| start <= at);
        let start = self.lines[line - 1];
        let before = &self.source.as_bytes()[start.min(self.source.len())..at.min(self.source.len())];
        self.list.push(Problem {
            line,
            column: String::from_utf8_lossy(before).chars().count() + 1,
            rule: rule.map(|rule| shortened(rule.to_owned())),
            message: shortened(message),
        });
    }
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST_MESSAGE) {
        text.truncate(end);
        text.push('…');
    }
    text
}
