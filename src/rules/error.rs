//! The errors of a rule set, with their positions and suggested fixes.

use std::fmt;

/// The maximum number of errors reported per file.
const MOST: usize = 200;

/// The maximum length of a message, in characters.
const LONGEST_MESSAGE: usize = 600;

/// The error of reading a rule set. It lists every problem, not only the first.
///
/// ```
/// use dictum::RuleSet;
///
/// let error = RuleSet::from_toml("name = 'mine'\ndefault = 'claim'\n").unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!((problem.line(), problem.column()), (2, 11));
/// assert_eq!(problem.to_string(), "line 2, column 11: unknown category `claim`; add [[category]] id = \"claim\"");
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

    /// The file that was read; `None` for a rule set from memory.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// All problems, in the order of the file; never empty.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// One problem per line, each preceded by the file's name if there is one.
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

/// One problem in a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    line: usize,
    column: usize,
    rule: Option<String>,
    message: String,
}

impl Problem {
    /// A problem of the whole file.
    pub(crate) fn of_file(message: String) -> Self {
        Problem { line: 0, column: 0, rule: None, message }
    }

    /// The line, from 1; 0 for a problem of the whole file, such as one that cannot be read.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1; 0 for a problem of the whole file.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// The id of the rule that has the problem, if it is in a rule.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }

    /// The problem, the text that caused it, and a suggested fix.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}, column {}: ", self.line, self.column)?;
        }
        if let Some(rule) = &self.rule {
            write!(f, "rule `{rule}`: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Collects the problems of a file.
pub(crate) struct Problems<'a> {
    source: &'a str,
    /// The offset of each line; computed at the first problem, since most files have none.
    lines: Vec<usize>,
    pub list: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub fn of(source: &'a str) -> Self {
        Problems { source, lines: Vec::new(), list: Vec::new() }
    }

    /// Whether no further problem is reported, so that looking for more is in vain.
    pub fn is_full(&self) -> bool {
        self.list.len() == MOST
    }

    /// Adds a problem at byte `at` of the file.
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
