//! Contract: writes brat standoff: one annotation per line, offsets in characters, no span across a
//! line break; and the configuration files for brat.

use std::fmt::Write as _;

use super::{Format, Offsets};
use crate::article::{Article, Speaker, Statement};
use crate::rules::RuleSet;
use crate::span::Span;

/// The entity types of everything that is not a content.
const CUE: &str = "Cue";
const SOURCE: &str = "Source";

/// Export to the [brat](https://brat.nlplab.org) standoff format.
///
/// A content is an entity whose type is the statement's category; a content of several pieces is a
/// discontinuous entity. Cues and sources are entities of the types `Cue` and `Source`. Relations
/// lead from a content to its cue (`Says`), to its source (`SaidBy`) and to the content that
/// contains it (`Within`). The kind of statement is an attribute; a note gives the speaker, the
/// rule and the confidence.
///
/// brat reads a folder with a `.txt` and an `.ann` file per article, and the
/// [`companions`](Format::companions) `annotation.conf` and `visual.conf`.
/// [`annotations`](Brat::annotations) gives the content of an `.ann` file. When used as a
/// [`Format`], all articles go into one file, each preceded by a note with its id.
///
/// An annotation is one line, so an entity that contains line breaks is split there. Type names in
/// brat consist of letters, digits, `-` and `_`; other characters of a category's name become `_`.
///
/// ```
/// use dictum::{Extractor, RuleSet, export::Brat};
///
/// let article = Extractor::default().extract("“The pier is old,” said Joss Arden, “but it stands.”");
/// let annotations = Brat::new(&RuleSet::built_in()).annotations(&article);
/// assert!(annotations.starts_with("T1\tclaim 0 18;36 52\t“The pier is old,” “but it stands.”\n"));
/// assert!(annotations.contains("\tSaidBy Arg1:T1 Arg2:T3\n"));
/// ```
#[derive(Clone, Debug)]
pub struct Brat {
    categories: Vec<String>,
}

impl Brat {
    /// An exporter for articles whose statements were categorised by `rules`.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
        Brat { categories: rules.categories().map(|(name, _)| type_name(name)).collect() }
    }

    /// The content of an article's `.ann` file.
    #[must_use]
    pub fn annotations(&self, article: &Article<'_>) -> String {
        let mut page = Annotations::new(article);
        let contents: Vec<usize> = article.statements().map(|statement| page.statement(statement)).collect();
        for statement in article.statements() {
            if let Some(outer) = statement.within() {
                page.relation("Within", contents[statement.index()], contents[outer.index()]);
            }
        }
        page.lines
    }

    /// The content of `annotation.conf`: the types, relations and attributes.
    #[must_use]
    pub fn annotation_conf(&self) -> String {
        let types = self.categories.join("\n\t");
        let contents = self.categories.join("|");
        // a macro is valid only within its section
        format!(
            "[entities]\n!Content\n\t{types}\n{CUE}\n{SOURCE}\n\n\
             [relations]\n\
             Says\tArg1:{contents}, Arg2:{CUE}\n\
             SaidBy\tArg1:{contents}, Arg2:{SOURCE}\n\
             Within\tArg1:{contents}, Arg2:{contents}\n\
             <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n\
             [events]\n\n\
             [attributes]\nKind\tArg:{contents}, Value:direct|indirect|mixed\n"
        )
    }

    /// The content of `visual.conf`: short names and colours.
    #[must_use]
    pub fn visual_conf(&self) -> String {
        let mut conf = format!(
            "[labels]\n{CUE} | Cue\n{SOURCE} | Source | Src\nSays | says\nSaidBy | said by | by\nWithin | within\n\n[drawing]\n\
             SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken\n\
             ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n"
        );
        for (category, colour) in self.categories.iter().zip(COLOURS.into_iter().cycle()) {
            let _ = writeln!(conf, "{category}\tbgColor:{colour}");
        }
        conf += "Kind\tglyph:”|~|≈\n";
        conf
    }
}

/// Light enough for black text.
const COLOURS: [&str; 8] =
    ["#f5d38a", "#9fdcc4", "#b5dcf3", "#e6bfd5", "#9cc4e4", "#f0b48c", "#f5efa0", "#cfcfcf"];

impl Format for Brat {
    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(format!("#0\tAnnotatorNotes T1\tdocument {}\n", on_one_line(id)).as_bytes());
        out.extend_from_slice(self.annotations(article).as_bytes());
    }

    fn companions(&self) -> Vec<(&'static str, String)> {
        vec![("annotation.conf", self.annotation_conf()), ("visual.conf", self.visual_conf())]
    }
}

/// The annotations of one article.
struct Annotations<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
    lines: String,
    entities: usize,
    relations: usize,
    attributes: usize,
}

impl<'t> Annotations<'t> {
    fn new(article: &Article<'t>) -> Self {
        let text = article.text();
        let lines = String::new();
        Annotations { text, offsets: Offsets::new(text), lines, entities: 0, relations: 0, attributes: 0 }
    }

    /// Adds a statement; returns the number of its content entity.
    fn statement(&mut self, statement: Statement<'_, '_>) -> usize {
        let content = self.entity(&type_name(statement.category()), statement.content().spans());
        if let Some(cue) = statement.cue() {
            let cue = self.entity(CUE, &[cue.span()]);
            self.relation("Says", content, cue);
        }
        if let Some(source) = statement.source() {
            let source = self.entity(SOURCE, &[source.span()]);
            self.relation("SaidBy", content, source);
        }
        self.attributes += 1;
        let _ = writeln!(self.lines, "A{}\tKind T{content} {}", self.attributes, statement.kind());
        let speaker = statement.speaker().map(Speaker::name);
        let _ = writeln!(
            self.lines,
            "#{}\tAnnotatorNotes T{content}\tspeaker: {}; rule: {}; confidence: {:.2}",
            statement.index() + 1,
            speaker.as_deref().map_or_else(|| "unknown".to_owned(), on_one_line),
            on_one_line(statement.evidence().rule().unwrap_or("none")),
            statement.confidence(),
        );
        content
    }

    fn entity(&mut self, name: &str, spans: &[Span]) -> usize {
        self.entities += 1;
        let pieces: Vec<Span> = spans.iter().flat_map(|&span| single_line_pieces(self.text, span)).collect();
        let place = |piece: &Span| {
            let place = self.offsets.characters_of(*piece);
            format!("{} {}", place.start, place.end)
        };
        let places: Vec<String> = pieces.iter().map(place).collect();
        let words: Vec<&str> = pieces.iter().map(|piece| piece.of(self.text)).collect();
        let _ = writeln!(self.lines, "T{}\t{name} {}\t{}", self.entities, places.join(";"), words.join(" "));
        self.entities
    }

    fn relation(&mut self, name: &str, from: usize, to: usize) {
        self.relations += 1;
        let _ = writeln!(self.lines, "R{}\t{name} Arg1:T{from} Arg2:T{to}", self.relations);
    }
}

/// Whether `character` would end a line or a column when the file is read.
fn breaks(character: char) -> bool {
    matches!(character, '\t'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The pieces of a span between line breaks and tabs, trimmed.
fn single_line_pieces(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let words = span.of(text);
    words.split(breaks).map(str::trim).filter(|piece| !piece.is_empty()).map(move |piece| {
        let start = span.start() + (piece.as_ptr() as usize - words.as_ptr() as usize);
        Span::new(start, start + piece.len())
    })
}

fn on_one_line(text: &str) -> String {
    text.replace(breaks, " ")
}

/// A category as a brat type name.
fn type_name(category: &str) -> String {
    let allowed = |c: char| if c.is_ascii_alphanumeric() || "-_".contains(c) { c } else { '_' };
    let name: String = category.chars().map(allowed).collect();
    if [CUE, SOURCE].contains(&&*name) { name + "_" } else { name }
}
