//! Contract: shows the complete text of the article in order; each piece of a statement is marked
//! with the statement's number, and a note below the paragraph in which it begins gives its
//! category, speaker and cue.
//!
//! ```text
//! Mayor Ana Ruiz promised ¹[to rebuild the bridge].
//!     ¹ commitment · Ana Ruiz, mayor · promised
//! ```
//!
//! With colours, pieces have the colour of their category, cues are underlined and sources bold,
//! and no brackets are shown.

use super::colour::{self, Colour, style};
use crate::article::{Article, Statement};
use crate::span::Span;
use crate::visible::shown as visible;

/// The default width of a line, and the least.
const WIDTH: usize = 96;
const LEAST_WIDTH: usize = 20;

/// Shows articles in a terminal: the text with its statements marked, notes under each paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    colour: Colour,
    width: usize,
}

impl Default for Terminal {
    fn default() -> Self {
        Terminal::new(Colour::default())
    }
}

impl Terminal {
    /// Creates a view with or without colours.
    pub fn new(colour: Colour) -> Self {
        Terminal { colour, width: WIDTH }
    }

    /// Sets the maximum width of a line in characters; default 96. Lines are broken between words.
    ///
    /// ```
    /// use dictum::render::{Colour, Terminal};
    ///
    /// let article = dictum::Extractor::default().extract("The harbour master spoke for a long time.");
    /// let mut page = String::new();
    /// Terminal::new(Colour::Never).width(30).article("a", &article, &mut page);
    /// assert!(page.lines().all(|line| line.chars().count() <= 30));
    /// ```
    #[must_use]
    pub fn width(mut self, characters: usize) -> Self {
        self.width = characters.max(LEAST_WIDTH);
        self
    }

    /// Appends the view of an article to `out`. Characters that steer a terminal or the reading
    /// direction, or that hide, are shown as "�".
    pub fn article(self, document: &str, article: &Article<'_>, out: &mut String) {
        let title: String = document.chars().map(visible).collect();
        let rule = "─".repeat(self.width.saturating_sub(title.chars().count() + 4).max(1));
        self.colour.paint(&format!("── {title} {rule}"), &[style::DIM], out);
        out.push('\n');
        let statements: Vec<_> = article.statements().collect();
        let changes = changes(&statements);
        let mut changes = changes.as_slice();
        let mut noted = 0;
        let mut page = Page::new(self);
        for paragraph in paragraphs(article.text()) {
            let inside = changes.partition_point(|change| change.at <= paragraph.end());
            page.paragraph(article.text(), paragraph, &changes[..inside], out);
            changes = &changes[inside..];
            while noted < statements.len() && first_byte(statements[noted]) < paragraph.end() {
                self.note(noted, statements[noted], out);
                noted += 1;
            }
            out.push('\n');
        }
    }

    fn note(self, index: usize, statement: Statement<'_, '_>, out: &mut String) {
        let category = colour::of_category(statement.category());
        out.push_str("    ");
        self.colour.paint(&superscript(index + 1), &[category], out);
        out.push(' ');
        self.colour.paint(&on_one_line(statement.category()), &[category, style::BOLD], out);
        out.push_str(" · ");
        let who = match (statement.speaker(), statement.source()) {
            (Some(speaker), _) => match speaker.role() {
                Some(role) => format!("{}, {role}", speaker.name()),
                None => speaker.name().into_owned(),
            },
            (None, Some(source)) => source.text().into(),
            (None, None) => "unknown speaker".into(),
        };
        out.push_str(&on_one_line(&who));
        if let Some(cue) = statement.cue() {
            out.push_str(" · ");
            out.push_str(&on_one_line(cue.text()));
        }
        out.push('\n');
    }
}

/// A position where a mark begins or ends.
struct Change<'a> {
    at: usize,
    mark: Mark<'a>,
}

enum Mark<'a> {
    /// The start of a piece of the content of statement number `.0`.
    Open(usize, &'a str),
    Close,
    Cue(bool),
    Source(bool),
}

/// The marks of all statements in text order: ends before starts, and outer pieces before inner
/// ones.
fn changes<'a>(statements: &[Statement<'a, '_>]) -> Vec<Change<'a>> {
    let mut keyed = Vec::new();
    let mut add = |span: Span, open, close| {
        keyed.push(((span.start(), 1, usize::MAX - span.end()), Change { at: span.start(), mark: open }));
        keyed.push(((span.end(), 0, 0), Change { at: span.end(), mark: close }));
    };
    for (index, statement) in statements.iter().enumerate() {
        for &piece in statement.content().spans() {
            add(piece, Mark::Open(index, statement.category()), Mark::Close);
        }
        if let Some(cue) = statement.cue() {
            add(cue.span(), Mark::Cue(true), Mark::Cue(false));
        }
        if let Some(source) = statement.source() {
            add(source.span(), Mark::Source(true), Mark::Source(false));
        }
    }
    keyed.sort_by_key(|&(key, _)| key);
    keyed.into_iter().map(|(_, change)| change).collect()
}

/// Lays out a paragraph: breaks it into lines and inserts the marks.
struct Page {
    colour: Colour,
    /// The maximum width of a line.
    line: usize,
    /// The width of the current line.
    column: usize,
    /// The current word with its marks, and its visible width.
    word: String,
    width: usize,
    /// The categories of the open pieces, innermost last, and the numbers of open cues and sources.
    open: Vec<&'static str>,
    cues: usize,
    sources: usize,
}

impl Page {
    fn new(Terminal { colour, width }: Terminal) -> Self {
        Page {
            colour,
            line: width,
            column: 0,
            word: String::new(),
            width: 0,
            open: Vec::new(),
            cues: 0,
            sources: 0,
        }
    }

    fn paragraph(&mut self, text: &str, paragraph: Span, changes: &[Change<'_>], out: &mut String) {
        self.column = 0;
        if self.is_marking() {
            self.restyle();
        }
        let mut changes = changes.iter().peekable();
        for (at, c) in paragraph.of(text).char_indices() {
            while let Some(change) = changes.next_if(|change| change.at <= paragraph.start() + at) {
                self.mark(&change.mark);
            }
            if c.is_whitespace() {
                self.end_word(out);
            } else {
                self.put(visible(c));
            }
        }
        for change in changes {
            self.mark(&change.mark);
        }
        self.end_word(out);
        if self.is_marking() {
            self.colour.switch(&[], out);
        }
        out.push('\n');
    }

    fn is_marking(&self) -> bool {
        !self.open.is_empty() || self.cues > 0 || self.sources > 0
    }

    fn put(&mut self, c: char) {
        self.word.push(c);
        self.width += 1;
    }

    fn end_word(&mut self, out: &mut String) {
        if self.word.is_empty() {
            return;
        }
        if self.column > 0 && self.width > 0 {
            let breaks = self.column + 1 + self.width > self.line;
            out.push(if breaks { '\n' } else { ' ' });
            self.column = if breaks { 0 } else { self.column + 1 };
        }
        out.push_str(&self.word);
        self.column += self.width;
        self.word.clear();
        self.width = 0;
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        match *mark {
            Mark::Open(index, category) => {
                self.open.push(colour::of_category(category));
                self.restyle();
                superscript(index + 1).chars().for_each(|c| self.put(c));
                if !self.colour.is_on() {
                    self.put('[');
                }
                return;
            }
            Mark::Close => {
                self.open.pop();
                if !self.colour.is_on() {
                    self.put(']');
                }
            }
            Mark::Cue(true) => self.cues += 1,
            Mark::Cue(false) => self.cues = self.cues.saturating_sub(1),
            Mark::Source(true) => self.sources += 1,
            Mark::Source(false) => self.sources = self.sources.saturating_sub(1),
        }
        self.restyle();
    }

    fn restyle(&mut self) {
        let mut styles: Vec<&str> = self.open.last().copied().into_iter().collect();
        if self.cues > 0 {
            styles.push(style::UNDERLINE);
        }
        if self.sources > 0 {
            styles.push(style::BOLD);
        }
        self.colour.switch(&styles, &mut self.word);
    }
}

/// The paragraphs of `text`: separated by blank lines, or one per line if there are no blank lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let lines = || {
        text.split_inclusive('\n').scan(0, |start, line| {
            *start += line.len();
            Some((*start - line.len(), line))
        })
    };
    let wrapped = lines().any(|(_, line)| line.trim().is_empty());
    let mut spans: Vec<Span> = Vec::new();
    let mut apart = true;
    for (start, line) in lines() {
        if line.trim().is_empty() {
            apart = true;
            continue;
        }
        let end = start + line.trim_end().len();
        match spans.last_mut() {
            Some(last) if wrapped && !apart => *last = Span::new(last.start(), end),
            _ => spans.push(Span::new(start, end)),
        }
        apart = false;
    }
    spans
}

fn first_byte(statement: Statement<'_, '_>) -> usize {
    let content = statement.content().spans().iter().map(|span| span.start());
    let cue = statement.cue().map(|cue| cue.span().start());
    let source = statement.source().map(|source| source.span().start());
    content.chain(cue).chain(source).min().unwrap_or(0)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(visible).collect()
}

fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn blank_lines_separate_paragraphs_of_wrapped_text() {
        assert_eq!(shown("One\ntwo.\n\n \nThree.\n"), ["One\ntwo.", "Three."]);
    }

    #[test]
    fn without_blank_lines_a_line_is_a_paragraph() {
        assert_eq!(shown("One.\r\nTwo.\n"), ["One.", "Two."]);
    }

    #[test]
    fn numbers_are_superscript() {
        assert_eq!(superscript(120), "¹²⁰");
    }
}
