//! The data of the page: articles, speakers, categories, and one table of all statements.
//!
//! The table is written by columns, so that each column's name occurs once. Positions in texts are
//! in UTF-16 units, as JavaScript counts, always as start and end.

use std::collections::HashMap;

use serde::Serialize;

use crate::export::Offsets;
use crate::{Article, AttributionType, Kind, Resolution, RuleSet, Span, Statement};

use super::document::Document;
use super::speakers::{Merged, Speakers};

#[derive(Serialize)]
pub struct Data<'d> {
    title: &'d str,
    categories: Vec<Category<'d>>,
    /// The names that the columns of these names refer to.
    kinds: &'static [Kind],
    types: [AttributionType; 4],
    resolutions: &'static [Resolution],
    rules: Vec<&'d str>,
    speakers: Vec<Merged>,
    articles: Vec<ArticleRow<'d>>,
    statements: Columns,
}

#[derive(Serialize)]
struct Category<'d> {
    name: &'d str,
    /// The category of a coarser rule set.
    broader: Option<&'d str>,
    description: &'d str,
}

#[derive(Serialize)]
struct ArticleRow<'d> {
    id: &'d str,
    title: Option<&'d str>,
    date: Option<&'d str>,
    url: Option<&'d str>,
    text: &'d str,
}

/// One row a statement, in the order of the articles and of their first words.
#[derive(Default, Serialize)]
struct Columns {
    article: Vec<usize>,
    category: Vec<usize>,
    kind: Vec<usize>,
    #[serde(rename = "type")]
    attribution_type: Vec<usize>,
    speaker: Vec<Option<usize>>,
    resolution: Vec<usize>,
    /// In hundredths.
    confidence: Vec<u8>,
    rule: Vec<Option<usize>>,
    sentence: Vec<[usize; 2]>,
    /// The positions of all pieces, one after the other.
    content: Vec<Vec<usize>>,
    cue: Vec<Option<[usize; 2]>>,
    source: Vec<Option<[usize; 2]>>,
    /// The words that the rule matched, as those of the content.
    evidence: Vec<Vec<usize>>,
}

impl<'d> Data<'d> {
    pub fn new(
        title: &'d str,
        rules: &'d RuleSet,
        documents: &'d [Document],
        articles: &'d [Article<'d>],
    ) -> Self {
        let categories = rules.categories().map(|(name, description)| Category {
            name,
            broader: rules.broader(name),
            description,
        });
        let mut table = Table::new(rules, Speakers::new(documents, articles));
        for (n, article) in articles.iter().enumerate() {
            let offsets = Offsets::new(article.text());
            table.speakers.next_article();
            article.statements().for_each(|statement| table.add(n, &offsets, statement));
        }
        Data {
            title,
            categories: categories.collect(),
            kinds: Kind::ALL,
            types: AttributionType::ALL,
            resolutions: Resolution::ALL,
            rules: table.rules,
            speakers: table.speakers.all(),
            articles: documents.iter().map(ArticleRow::new).collect(),
            statements: table.columns,
        }
    }
}

impl<'d> ArticleRow<'d> {
    fn new(document: &'d Document) -> Self {
        ArticleRow {
            id: &document.id,
            title: document.title.as_deref(),
            date: document.date.as_deref(),
            url: document.url.as_deref(),
            text: &document.text,
        }
    }
}

/// The table while it is filled.
struct Table<'d> {
    categories: HashMap<&'d str, usize>,
    /// The rules that decided something, in the order of their first statement.
    rules: Vec<&'d str>,
    rule_numbers: HashMap<&'d str, usize>,
    speakers: Speakers,
    columns: Columns,
}

impl<'d> Table<'d> {
    fn new(rules: &'d RuleSet, speakers: Speakers) -> Self {
        let categories = rules.categories().enumerate().map(|(n, (name, _))| (name, n)).collect();
        let (rules, rule_numbers, columns) = (Vec::new(), HashMap::new(), Columns::default());
        Table { categories, rules, rule_numbers, speakers, columns }
    }

    fn add(&mut self, article: usize, offsets: &Offsets<'_>, statement: Statement<'d, '_>) {
        let place = |span: Span| [offsets.utf16(span.start()), offsets.utf16(span.end())];
        let rule = statement.evidence().rule().map(|rule| self.rule(rule));
        let speaker = statement.speaker().map(|speaker| self.speakers.of(speaker));
        let columns = &mut self.columns;
        columns.article.push(article);
        columns.category.push(self.categories[statement.category()]);
        columns.kind.push(position(Kind::ALL, statement.kind()));
        columns.attribution_type.push(position(&AttributionType::ALL, statement.attribution_type()));
        columns.speaker.push(speaker);
        columns.resolution.push(position(Resolution::ALL, statement.resolution()));
        columns.confidence.push(hundredths(statement.confidence()));
        columns.rule.push(rule);
        columns.sentence.push(place(statement.sentence().span()));
        columns.content.push(statement.content().spans().iter().flat_map(|&span| place(span)).collect());
        columns.cue.push(statement.cue().map(|cue| place(cue.span())));
        columns.source.push(statement.source().map(|source| place(source.span())));
        columns
            .evidence
            .push(statement.evidence().excerpts().flat_map(|words| place(words.span())).collect());
    }

    fn rule(&mut self, rule: &'d str) -> usize {
        *self.rule_numbers.entry(rule).or_insert_with(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }
}

fn position<T: Copy + PartialEq>(all: &[T], value: T) -> usize {
    all.iter().position(|&own| own == value).expect("every value is listed")
}

#[expect(clippy::cast_sign_loss, reason = "a confidence is between 0 and 1")]
fn hundredths(confidence: f32) -> u8 {
    (confidence * 100.0).round() as u8
}
