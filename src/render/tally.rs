//! Contract: counts do not depend on the order in which articles are added; a table has the most
//! quoted speakers first.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::colour::{self, Colour, style};
use crate::article::Article;
use crate::registry::{Identity, Registry};

/// The maximum width of a bar and of a name in a table.
const BAR: usize = 30;
const NAME: usize = 36;

/// Counts statements per speaker and category over many articles.
///
/// Speakers of different articles count as one where a [`Registry`] finds that they are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    speakers: Registry,
    categories: BTreeMap<String, usize>,
    articles: usize,
}

impl Default for Tally {
    fn default() -> Self {
        Tally { speakers: Registry::new().keep_documents(0), categories: BTreeMap::new(), articles: 0 }
    }
}

impl Tally {
    /// Counts the statements of an article.
    pub fn add(&mut self, article: &Article<'_>) {
        self.articles += 1;
        self.speakers.add("", article);
        for statement in article.statements() {
            *self.categories.entry(statement.category().into()).or_default() += 1;
        }
    }

    /// The number of articles counted.
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// The number of statements counted.
    pub fn statements(&self) -> usize {
        self.categories.values().sum()
    }

    /// A table of the `most` quoted speakers with their statements by category, and the totals.
    pub fn table(&self, colour: Colour, most: usize) -> String {
        let speakers = self.speakers.identities();
        let most_quoted = speakers.iter().next().map_or(1, Identity::statements);
        let hidden = speakers.len().saturating_sub(most);
        let mut out = String::new();
        colour.paint(&format!("{:NAME$}", "Who said what"), &[style::BOLD], &mut out);
        for category in self.categories.keys() {
            let styles = [colour::of_category(category), style::BOLD];
            colour.paint(&format!("  {category:>10}"), &styles, &mut out);
        }
        out.push('\n');
        for speaker in speakers.iter().take(most) {
            self.row(speaker.name(), speaker.categories(), &mut out);
            self.bar(speaker.categories(), most_quoted, colour, &mut out);
            out.push('\n');
        }
        if hidden > 0 {
            writeln!(out, "and {hidden} more").expect("writing to a string cannot fail");
        }
        self.row("all statements", &self.categories, &mut out);
        out.push('\n');
        out
    }

    fn row(&self, name: &str, counts: &BTreeMap<String, usize>, out: &mut String) {
        let mut name: String = name.chars().filter(|c| !c.is_control()).collect();
        if let Some((cut, _)) = name.char_indices().nth(NAME).and_then(|_| name.char_indices().nth(NAME - 1))
        {
            name.truncate(cut);
            name.push('…');
        }
        write!(out, "{name:NAME$}").expect("writing to a string cannot fail");
        for category in self.categories.keys() {
            let width = category.chars().count().max(10) + 2;
            let count = counts.get(category).copied().unwrap_or(0);
            write!(out, "{count:>width$}").expect("writing to a string cannot fail");
        }
    }

    /// One block per statement; longer bars are scaled down to [`BAR`].
    fn bar(&self, counts: &BTreeMap<String, usize>, most: usize, colour: Colour, out: &mut String) {
        if !colour.is_on() {
            return;
        }
        out.push_str("  ");
        for category in self.categories.keys() {
            let count = counts.get(category).copied().unwrap_or(0);
            let length = if most <= BAR { count } else { (count * BAR).div_ceil(most) };
            colour.paint(&"■".repeat(length), &[colour::of_category(category)], out);
        }
    }
}
