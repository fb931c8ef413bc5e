//! Charts made of HTML elements with widths in per cent, which work in any colour scheme and with
//! screen readers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};

use super::palette::Palette;

/// The number of statements per category.
#[derive(Clone, Default)]
pub struct Counts(BTreeMap<usize, usize>);

impl Counts {
    pub fn add(&mut self, category: usize) {
        *self.0.entry(category).or_default() += 1;
    }

    pub fn merge(&mut self, other: &Counts) {
        for (&category, count) in &other.0 {
            *self.0.entry(category).or_default() += count;
        }
    }

    pub fn of(&self, category: usize) -> usize {
        self.0.get(&category).copied().unwrap_or(0)
    }

    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// "2 commitment, 5 claim".
    pub fn describe(&self, palette: &Palette) -> String {
        let parts = palette.categories().enumerate().filter(|&(n, _)| self.of(n) > 0);
        parts.map(|(n, name)| format!("{} {name}", self.of(n))).collect::<Vec<_>>().join(", ")
    }

    /// A bar divided by category, each part labelled with its count; its width is its share of
    /// `most`.
    pub fn bar(&self, most: usize, palette: &Palette) -> String {
        if self.total() == 0 {
            return String::new();
        }
        let mut bar = format!(
            "<span class=\"bar\" role=\"img\" aria-label=\"{}\" style=\"width:{}%\">",
            attribute(&self.describe(palette)),
            percent(self.total(), most)
        );
        for (n, name) in palette.categories().enumerate().filter(|&(n, _)| self.of(n) > 0) {
            let count = self.of(n);
            let (class, name) = (palette.class(name), attribute(name));
            let _ = write!(
                bar,
                "<span class=\"{class}\" style=\"flex-grow:{count}\" title=\"{count} {name}\">{count}</span>"
            );
        }
        bar + "</span>"
    }
}

/// A table with one bar per row.
pub fn table(caption: &str, rows: &[(&str, &Counts)], palette: &Palette) -> String {
    let most = rows.iter().map(|(_, counts)| counts.total()).max().unwrap_or(0);
    let mut table = format!("<table class=\"chart\"><caption>{}</caption>\n", text(caption));
    for (name, counts) in rows {
        let _ = writeln!(
            table,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td></tr>",
            text(name),
            counts.bar(most, palette),
            counts.total()
        );
    }
    table + "</table>\n"
}

/// The maximum number of rows in a chart by date; beyond it days are merged into months, and months
/// into years.
const DATES_SHOWN: usize = 40;

/// Statements by date: by day, or by month or year if there are many. Dates are `2024-03-05`,
/// `2024-03` or `2024`.
pub fn by_date(dates: &BTreeMap<&str, Counts>, palette: &Palette) -> String {
    let mut rows: BTreeMap<&str, Counts> = BTreeMap::new();
    for (caption, length) in
        [("Statements by date", 10), ("Statements by month", 7), ("Statements by year", 4)]
    {
        rows.clear();
        for (date, counts) in dates {
            rows.entry(date.get(..length).unwrap_or(date)).or_default().merge(counts);
        }
        if rows.len() <= DATES_SHOWN || length == 4 {
            let rows: Vec<_> = rows.iter().map(|(&date, counts)| (date, counts)).collect();
            return table(caption, &rows, palette);
        }
    }
    String::new()
}

/// `part` of `whole` in per cent, at least 1 unless `part` is 0.
fn percent(part: usize, whole: usize) -> usize {
    if part == 0 || whole == 0 { 0 } else { (part * 100 / whole).max(1) }
}
