//! The page: legend, filters, charts, then the articles. All text is escaped.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::LazyLock;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};
use regex::Regex;

use crate::Article;

use super::article::View;
use super::charts::{self, Counts};
use super::palette::Palette;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The content security policy: the page may load nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; \
                      form-action 'none'";

/// The number of speakers in the chart of speakers.
const SPEAKERS_SHOWN: usize = 20;

/// An article as it was read.
pub struct Document {
    id: String,
    text: String,
    date: Option<String>,
}

impl Document {
    /// `date` is the value of the article's date field, as text or JSON. It is used if it begins
    /// like "2024-03-05"; otherwise a date in the id is used.
    pub fn new(id: String, text: String, date: Option<&str>) -> Self {
        static DATE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])").expect("the expression is valid")
        });
        // a JSON string begins with a quotation mark
        let stated = date.and_then(|date| DATE.find(date)).filter(|found| found.start() <= 1);
        let date = stated.or_else(|| DATE.find(&id)).map(|date| date.as_str().to_owned());
        Document { id, text, date }
    }
}

impl AsRef<str> for Document {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// The articles and their statements, in the same order.
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
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#main\">Skip to the articles</a>\n<header><h1>{title}</h1>\n"
        )?;
        self.key(out)?;
        writeln!(out, "</header>")?;
        self.filters(out)?;
        writeln!(
            out,
            "<main id=\"main\" tabindex=\"-1\">\n<p id=\"nothing\" hidden>No statements match these filters.</p>"
        )?;
        if self.articles.len() > 1 {
            self.overview(out)?;
        }
        for (n, (document, article)) in self.documents.iter().zip(self.articles).enumerate() {
            let (id, date) = (document.id.as_str(), document.date.as_deref());
            View { number: n, id, date, article, palette: self.palette }.write(out)?;
        }
        if self.articles.is_empty() {
            writeln!(out, "<p>No articles.</p>")?;
        }
        write!(out, "</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
    }

    /// The legend of the marks.
    fn key(&self, out: &mut impl Write) -> io::Result<()> {
        write!(out, "<p class=\"key\">")?;
        for name in self.palette.categories() {
            write!(out, "<mark class=\"{}\">{}</mark> ", self.palette.class(name), text(name))?;
        }
        writeln!(out, "<span class=\"source\">speaker</span> <span class=\"cue\">cue</span></p>")
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
                "<label class=\"{class}\"><input type=\"checkbox\" name=\"category\" value=\"{value}\" checked> <span>{name}</span> \
                 <span class=\"count\"></span></label>"
            )?;
        }
        writeln!(out, "</fieldset>\n<fieldset><legend>Kind</legend>")?;
        for kind in ["direct", "mixed", "indirect"] {
            writeln!(
                out,
                "<label><input type=\"checkbox\" name=\"kind\" value=\"{kind}\" checked> <span>{kind}</span> \
                 <span class=\"count\"></span></label>"
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

    /// The statements of each named speaker, over all articles.
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
            "<section id=\"overview\" aria-labelledby=\"overview-heading\">\n<h2 id=\"overview-heading\">Overview</h2>\n<p>{} articles, {statements} statements.</p>",
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
            out.write_all(charts::by_date(&dates, self.palette).as_bytes())?;
        }
        writeln!(
            out,
            "<nav aria-labelledby=\"articles-heading\"><h2 id=\"articles-heading\">Articles</h2><ol>"
        )?;
        for (n, (document, article)) in self.documents.iter().zip(self.articles).enumerate() {
            let (id, count) = (text(&document.id), article.statements().len());
            writeln!(out, "<li><a href=\"#a{n}\">{id}</a> ({count})</li>")?;
        }
        writeln!(out, "</ol></nav>\n</section>")
    }
}
