//! The page: charts, then the articles with marks, notes and speakers. Every piece of text is escaped.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::LazyLock;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};
use regex::Regex;

use crate::{Article, Speaker, Statement};

use super::charts::{self, Counts};
use super::marks::{self, Role, Segment};
use super::palette::Palette;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// How many speakers the chart of speakers shows.
const SPEAKERS_SHOWN: usize = 20;

/// One article as it was read.
pub struct Document {
    id: String,
    text: String,
    date: Option<String>,
}

impl Document {
    pub fn new(id: String, text: String) -> Self {
        static DATE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
                .expect("the expression is well-formed")
        });
        let date = DATE.find(&id).map(|date| date.as_str().to_owned());
        Document { id, text, date }
    }
}

impl AsRef<str> for Document {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Articles and what was found in them, one for one.
pub struct Page<'p> {
    pub title: &'p str,
    pub palette: &'p Palette,
    pub documents: &'p [Document],
    pub articles: &'p [Article<'p>],
}

impl Page<'_> {
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let title = text(self.title);
        write!(
            out,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1>\n"
        )?;
        self.filters(out)?;
        writeln!(out, "</header>\n<main>")?;
        if self.articles.len() > 1 {
            self.overview(out)?;
        }
        for (n, (document, article)) in self.documents.iter().zip(self.articles).enumerate() {
            self.article(n, document, article, out)?;
        }
        if self.articles.is_empty() {
            writeln!(out, "<p>No article was read.</p>")?;
        }
        write!(out, "</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
    }

    fn filters(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(
            out,
            "<form id=\"filters\" role=\"search\" aria-label=\"Filters\" hidden>\n<fieldset><legend>Category</legend>"
        )?;
        for name in self.palette.categories() {
            let (class, value, name) = (self.palette.class(name), attribute(name), text(name));
            writeln!(
                out,
                "<label class=\"{class}\"><input type=\"checkbox\" name=\"category\" value=\"{value}\" checked> {name}</label>"
            )?;
        }
        writeln!(out, "</fieldset>\n<fieldset><legend>Kind</legend>")?;
        for kind in ["direct", "mixed", "indirect"] {
            writeln!(
                out,
                "<label><input type=\"checkbox\" name=\"kind\" value=\"{kind}\" checked> {kind}</label>"
            )?;
        }
        let mut names: Vec<_> = self.speakers().into_iter().collect();
        names.sort_by_key(|(name, _)| name.to_lowercase());
        writeln!(
            out,
            "</fieldset>\n<label>Speaker <select name=\"speaker\"><option value=\"\">everybody</option>"
        )?;
        for (name, counts) in names {
            let (value, name, total) = (attribute(&name), text(&name), counts.total());
            writeln!(out, "<option value=\"{value}\">{name} ({total})</option>")?;
        }
        writeln!(
            out,
            "</select></label>\n<label>Search <input type=\"search\" name=\"words\" placeholder=\"words of a statement\"></label>\n\
             <button type=\"reset\">Show all</button>\n<output name=\"shown\" aria-live=\"polite\"></output>\n</form>"
        )
    }

    /// How often each named speaker speaks, over all articles.
    fn speakers(&self) -> BTreeMap<String, Counts> {
        let mut speakers: BTreeMap<String, Counts> = BTreeMap::new();
        for statement in self.articles.iter().flat_map(Article::statements) {
            if let Some(speaker) = statement.speaker() {
                let category = self.palette.index(statement.category());
                speakers.entry(speaker.name().into_owned()).or_default().add(category);
            }
        }
        speakers
    }

    fn overview(&self, out: &mut impl Write) -> io::Result<()> {
        let mut all = vec![Counts::default(); self.palette.len()];
        let mut dates: BTreeMap<&str, Counts> = BTreeMap::new();
        for (document, article) in self.documents.iter().zip(self.articles) {
            for category in article.statements().map(|s| self.palette.index(s.category())) {
                all[category].add(category);
                if let Some(date) = &document.date {
                    dates.entry(date).or_default().add(category);
                }
            }
        }
        let statements: usize = all.iter().map(Counts::total).sum();
        writeln!(
            out,
            "<section id=\"overview\" aria-label=\"Overview\">\n<p>{} articles, {statements} statements.</p>",
            self.articles.len()
        )?;
        let by_category: Vec<_> = self.palette.categories().zip(&all).collect();
        out.write_all(charts::table("Statements by category", &by_category, self.palette).as_bytes())?;
        let speakers = self.speakers();
        let mut rows: Vec<_> = speakers.iter().map(|(name, counts)| (name.as_str(), counts)).collect();
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.total()));
        rows.truncate(SPEAKERS_SHOWN);
        out.write_all(charts::table("Who speaks most", &rows, self.palette).as_bytes())?;
        if !dates.is_empty() {
            let rows: Vec<_> = dates.iter().map(|(&date, counts)| (date, counts)).collect();
            out.write_all(charts::table("Statements by date", &rows, self.palette).as_bytes())?;
        }
        writeln!(out, "<nav aria-label=\"Articles\"><h2>Articles</h2><ol>")?;
        for (n, (document, article)) in self.documents.iter().zip(self.articles).enumerate() {
            let (id, count) = (text(&document.id), article.statements().len());
            writeln!(out, "<li><a href=\"#a{n}\">{id}</a> ({count})</li>")?;
        }
        writeln!(out, "</ol></nav>\n</section>")
    }

    fn article(
        &self,
        n: usize,
        document: &Document,
        article: &Article<'_>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        writeln!(out, "<article id=\"a{n}\">\n<h2>{}</h2>\n<div class=\"columns\">", text(&document.id))?;
        write!(out, "<div class=\"text\">")?;
        let statements: Vec<_> = article.statements().collect();
        for segment in marks::segments(article) {
            self.segment(n, &segment, article.text(), &statements, out)?;
        }
        writeln!(out, "</div>\n<aside aria-label=\"Speakers\">")?;
        let mut own = BTreeMap::<Option<usize>, Vec<usize>>::new();
        for (s, statement) in statements.iter().enumerate() {
            own.entry(statement.speaker().map(Speaker::index)).or_default().push(s);
        }
        let nobody = own.remove(&None);
        for speaker in article.speakers() {
            if let Some(own) = own.get(&Some(speaker.index())) {
                self.speaker(n, speaker, own, &statements, out)?;
            }
        }
        if let Some(own) = nobody {
            writeln!(out, "<section class=\"speaker\"><h3>Nobody named</h3>\n<ol>")?;
            own.iter().try_for_each(|&s| self.note(n, s, statements[s], out))?;
            writeln!(out, "</ol></section>")?;
        }
        writeln!(out, "</aside>\n</div>\n</article>")
    }

    fn segment(
        &self,
        n: usize,
        segment: &Segment,
        article: &str,
        statements: &[Statement<'_, '_>],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let words = text(segment.span.of(article));
        // the innermost statement colours the words
        let content = segment.covers.iter().rev().find(|(_, role)| *role == Role::Content);
        let has = |wanted| segment.covers.iter().any(|&(_, role)| role == wanted);
        if segment.covers.is_empty() {
            return write!(out, "{words}");
        }
        let mut classes = Vec::new();
        if let Some(&(statement, _)) = content {
            classes.push(self.palette.class(statements[statement].category()));
        }
        classes.extend(has(Role::Cue).then(|| "cue".to_owned()));
        classes.extend(has(Role::Source).then(|| "source".to_owned()));
        let refers: Vec<_> =
            segment.covers.iter().map(|(statement, _)| format!("s{n}-{statement}")).collect();
        let element = if content.is_some() { "mark" } else { "span" };
        write!(
            out,
            "<{element} class=\"{}\" data-s=\"{}\">{words}</{element}>",
            classes.join(" "),
            refers.join(" ")
        )?;
        for &statement in &segment.closes {
            let id = format!("s{n}-{statement}");
            write!(
                out,
                "<a class=\"ref {}\" href=\"#{id}\" data-s=\"{id}\" aria-describedby=\"{id}\">{}</a>",
                self.palette.class(statements[statement].category()),
                statement + 1
            )?;
        }
        Ok(())
    }

    fn speaker(
        &self,
        n: usize,
        speaker: Speaker<'_, '_>,
        own: &[usize],
        statements: &[Statement<'_, '_>],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut counts = Counts::default();
        for &s in own {
            counts.add(self.palette.index(statements[s].category()));
        }
        writeln!(out, "<section class=\"speaker\"><h3>{}</h3>", text(&speaker.name()))?;
        let described = [speaker.role(), speaker.organization()];
        let mut described: Vec<_> =
            described.iter().flatten().map(|words| text(words).into_owned()).collect();
        described.extend(speaker.is_anonymous().then(|| "not named".to_owned()));
        if !described.is_empty() {
            writeln!(out, "<p class=\"role\">{}</p>", described.join(" · "))?;
        }
        writeln!(out, "{}\n<ol>", counts.bar(counts.total(), self.palette))?;
        own.iter().try_for_each(|&s| self.note(n, s, statements[s], out))?;
        writeln!(out, "</ol></section>")
    }

    /// What there is to say of a statement: the words, the category, and why.
    fn note(&self, n: usize, s: usize, statement: Statement<'_, '_>, out: &mut impl Write) -> io::Result<()> {
        let name = statement.speaker().map(Speaker::name).unwrap_or_default();
        write!(
            out,
            "<li id=\"s{n}-{s}\" value=\"{}\" class=\"note {}\" tabindex=\"-1\" data-category=\"{}\" data-kind=\"{}\" \
             data-speaker=\"{}\"><q>{}</q> ",
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
        if let Some(rule) = statement.evidence().rule() {
            write!(out, "; rule <code>{}</code>", text(rule))?;
            for words in statement.evidence().excerpts() {
                write!(out, " “{}”", text(words.text()))?;
            }
        }
        writeln!(out, "</span></li>")
    }
}
