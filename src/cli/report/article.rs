//! One article on the page: its text with marks, next to its speakers and their statements. All
//! text is escaped.

use std::collections::BTreeMap;
use std::io::{self, Write};

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};

use crate::{Article, Resolution, Speaker, Statement};

use super::charts::Counts;
use super::marks::{self, Role, Segment};
use super::palette::Palette;

/// The maximum length of a headline, in bytes.
const HEADLINE: usize = 160;

/// An article with its number on the page and its title.
pub struct View<'v> {
    pub number: usize,
    pub id: &'v str,
    pub date: Option<&'v str>,
    pub article: &'v Article<'v>,
    pub palette: &'v Palette,
}

impl View<'_> {
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let (n, id) = (self.number, text(self.id));
        write!(out, "<article id=\"a{n}\" aria-labelledby=\"h{n}\">\n<h2 id=\"h{n}\">{id}")?;
        // no date after an id that contains it
        if let Some(date) = self.date.filter(|date| !self.id.contains(date)) {
            write!(out, " <time>{}</time>", text(date))?;
        }
        write!(out, "</h2>\n<div class=\"columns\">\n<div class=\"text\">")?;
        let statements: Vec<_> = self.article.statements().collect();
        let segments = marks::segments(self.article);
        match headline(self.article.text()) {
            None => segments.iter().try_for_each(|segment| self.segment(segment, &statements, out))?,
            Some(end) => {
                let (head, body) = marks::split(segments, end);
                write!(out, "<span class=\"headline\">")?;
                head.iter().try_for_each(|segment| self.segment(segment, &statements, out))?;
                write!(out, "</span>")?;
                body.iter().try_for_each(|segment| self.segment(segment, &statements, out))?;
            }
        }
        writeln!(out, "</div>\n<aside>")?;
        self.speakers(&statements, out)?;
        writeln!(out, "</aside>\n</div>\n</article>")
    }

    fn segment(
        &self,
        segment: &Segment,
        statements: &[Statement<'_, '_>],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let words = text(segment.span.of(self.article.text()));
        if segment.covers.is_empty() {
            return write!(out, "{words}");
        }
        let covering = |wanted| {
            let covers = segment.covers.iter().filter(move |(_, role)| *role == wanted);
            covers.map(|(statement, _)| *statement).collect::<Vec<_>>()
        };
        let content = covering(Role::Content);
        let roles =
            [("content", &content), ("cue", &covering(Role::Cue)), ("source", &covering(Role::Source))];
        // the innermost statement sets the colour of the words
        let mut classes: Vec<_> = content
            .last()
            .map(|&inner| self.palette.class(statements[inner].category()))
            .into_iter()
            .collect();
        let others = roles[1..].iter().filter(|(_, covering)| !covering.is_empty());
        classes.extend(others.map(|(role, _)| (*role).to_owned()));
        let element = if content.is_empty() { "span" } else { "mark" };
        write!(out, "<{element} class=\"{}\"", classes.join(" "))?;
        for (role, covering) in roles.iter().filter(|(_, covering)| !covering.is_empty()) {
            let numbers: Vec<_> = covering.iter().map(usize::to_string).collect();
            write!(out, " data-{role}=\"{}\"", numbers.join(" "))?;
        }
        write!(out, ">{words}</{element}>")?;
        for &s in &segment.closes {
            let (n, statement) = (self.number, statements[s]);
            let who =
                statement.speaker().map_or_else(String::new, |speaker| format!("p{n}-{} ", speaker.index()));
            write!(
                out,
                "<a class=\"ref {}\" id=\"r{n}-{s}\" href=\"#s{n}-{s}\" data-content=\"{s}\" aria-label=\"Statement {number}\" \
                 aria-describedby=\"{who}s{n}-{s}\">{number}</a>",
                self.palette.class(statement.category()),
                number = s + 1
            )?;
        }
        Ok(())
    }

    fn speakers(&self, statements: &[Statement<'_, '_>], out: &mut impl Write) -> io::Result<()> {
        let mut own = BTreeMap::<Option<usize>, Vec<usize>>::new();
        for (s, statement) in statements.iter().enumerate() {
            own.entry(statement.speaker().map(Speaker::index)).or_default().push(s);
        }
        if own.is_empty() {
            return writeln!(out, "<p class=\"empty\">No statements found in this article.</p>");
        }
        let most = own.values().map(Vec::len).max().unwrap_or(0);
        let nobody = own.remove(&None);
        for speaker in self.article.speakers() {
            if let Some(own) = own.get(&Some(speaker.index())) {
                self.speaker(speaker, own, most, statements, out)?;
            }
        }
        if let Some(own) = nobody {
            writeln!(out, "<section class=\"speaker\"><h3>Unknown speaker</h3>")?;
            self.notes(&own, most, statements, out)?;
        }
        Ok(())
    }

    fn speaker(
        &self,
        speaker: Speaker<'_, '_>,
        own: &[usize],
        most: usize,
        statements: &[Statement<'_, '_>],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (n, index, name) = (self.number, speaker.index(), speaker.name());
        writeln!(out, "<section class=\"speaker\"><h3 id=\"p{n}-{index}\">{}</h3>", text(&name))?;
        let described = [speaker.role(), speaker.organization()];
        let mut described: Vec<_> =
            described.iter().flatten().map(|words| text(words).into_owned()).collect();
        described.extend(speaker.is_anonymous().then(|| "not named".to_owned()));
        if !described.is_empty() {
            writeln!(out, "<p class=\"role\">{}</p>", described.join(" · "))?;
        }
        self.notes(own, most, statements, out)
    }

    /// A bar of the categories, scaled to `most` statements, and a note per statement.
    fn notes(
        &self,
        own: &[usize],
        most: usize,
        statements: &[Statement<'_, '_>],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut counts = Counts::default();
        for &s in own {
            counts.add(self.palette.index(statements[s].category()));
        }
        writeln!(out, "{}\n<ol>", counts.bar(most, self.palette))?;
        own.iter().try_for_each(|&s| self.note(s, statements[s], out))?;
        writeln!(out, "</ol></section>")
    }

    /// The note on a statement: its words, category and the reasons for it.
    fn note(&self, s: usize, statement: Statement<'_, '_>, out: &mut impl Write) -> io::Result<()> {
        let n = self.number;
        let name = statement.speaker().map(Speaker::name).unwrap_or_default();
        write!(
            out,
            "<li id=\"s{n}-{s}\" value=\"{}\" class=\"note {}\" tabindex=\"-1\" data-category=\"{}\" data-kind=\"{}\" \
             data-speaker=\"{}\"><a href=\"#r{n}-{s}\"><q>{}</q></a> ",
            s + 1,
            self.palette.class(statement.category()),
            attribute(statement.category()),
            statement.kind().as_str(),
            attribute(&name),
            text(&statement.content().text())
        )?;
        write!(
            out,
            "<span class=\"why\"><b>{}</b>, {}",
            text(statement.category()),
            statement.kind().as_str()
        )?;
        if let Some(cue) = statement.cue() {
            write!(out, ", “{}”", text(cue.text()))?;
        }
        let found = match statement.resolution() {
            Resolution::Surname => "by name",
            Resolution::Pronoun => "by pronoun",
            Resolution::Ambiguous => "by pronoun, unsure",
            Resolution::Role => "by role",
            Resolution::Turn => "continued",
            _ => "",
        };
        if !found.is_empty() {
            write!(out, "; speaker {found}")?;
            statement.source().map_or(Ok(()), |source| write!(out, " “{}”", text(source.text())))?;
        }
        match statement.evidence().rule() {
            None => write!(out, "; no rule matched")?,
            Some(rule) => {
                write!(out, "; rule <code>{}</code>", text(rule))?;
                for words in statement.evidence().excerpts() {
                    write!(out, " “{}”", text(words.text()))?;
                }
            }
        }
        writeln!(out, "; confidence {:.2}</span></li>", statement.confidence())
    }
}

/// The end of the headline: the first line, if it is short, is not a sentence and is followed by
/// other text.
fn headline(article: &str) -> Option<usize> {
    let start = article.len() - article.trim_start().len();
    let end = start + article[start..].find('\n')?;
    let line = article[start..end].trim_end();
    let stands_alone = line.len() <= HEADLINE && !line.ends_with(['.', ',', ';']);
    (stands_alone && !article[end..].trim().is_empty()).then_some(end)
}
