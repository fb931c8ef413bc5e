//! The lines of data files, and error messages with file and line.

use super::table::LONGEST;

/// A data file.
#[derive(Clone, Copy, Debug)]
pub(super) struct File {
    /// The path, relative to the package root.
    pub path: &'static str,
    pub text: &'static str,
}

/// A line of a data file, without its comment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    path: &'static str,
    /// The line number, from 1.
    number: usize,
    pub text: &'static str,
}

impl File {
    /// The lines that contain more than a comment.
    pub fn lines(self) -> impl Iterator<Item = Line> {
        let line = move |(text, number): (&'static str, usize)| {
            let text = text.split('#').next().unwrap_or_default().trim_ascii();
            Line { path: self.path, number, text }
        };
        self.text.lines().zip(1..).map(line).filter(|line| !line.text.is_empty())
    }
}

impl Line {
    /// The name in "[name]", the heading of a section.
    pub fn heading(self) -> Option<&'static str> {
        self.text.strip_prefix('[')?.strip_suffix(']')
    }

    /// The words of the line; reports invalid ones.
    pub fn words(self, problems: &mut Problems) -> Vec<&'static str> {
        self.words_of(self.text, problems)
    }

    /// The words of a part of the line; reports invalid ones.
    pub fn words_of(self, part: &'static str, problems: &mut Problems) -> Vec<&'static str> {
        part.split_ascii_whitespace().filter(|word| self.is_word(word, problems)).collect()
    }

    /// Whether `word` can be a word of the lexicon; reports it if not.
    pub fn is_word(self, word: &str, problems: &mut Problems) -> bool {
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | '&' | '!');
        if word.is_empty() || !word.chars().all(letter) {
            problems.add(self, format!("`{word}` is no word, expected letters, apostrophes, hyphens, stops"));
            return false;
        }
        if word.len() > LONGEST {
            problems.add(self, format!("`{word}` is too long, expected at most {LONGEST} bytes"));
            return false;
        }
        true
    }
}

/// The errors found in the data files.
#[derive(Default)]
pub(super) struct Problems(Vec<String>);

impl Problems {
    /// Adds an error: "src/lexicon/data/en/words.txt:12: `dog house` …, expected …".
    pub fn add(&mut self, line: Line, message: impl std::fmt::Display) {
        self.0.push(format!("{}:{}: {message}", line.path, line.number));
    }

    /// The messages, in the order in which the files were read.
    pub fn list(&self) -> &[String] {
        &self.0
    }
}

/// The lines of a file that consists of sections, each with the meaning of its section's heading.
/// Reports unknown headings and lines before the first heading.
pub(super) fn sections<T: Copy>(
    file: File,
    expected: &str,
    problems: &mut Problems,
    meaning: impl Fn(&str) -> Option<T>,
) -> Vec<(T, Line)> {
    let (mut section, mut opened) = (None, false);
    let mut lines = Vec::new();
    for line in file.lines() {
        if let Some(heading) = line.heading() {
            (section, opened) = (meaning(heading), true);
            if section.is_none() {
                problems.add(line, format!("no section is named [{heading}], expected {expected}"));
            }
        } else if let Some(section) = section {
            lines.push((section, line));
        } else if !opened {
            problems.add(line, format!("a line before the first section, expected {expected}"));
            opened = true;
        }
    }
    lines
}
