//! The table for spreadsheets, as in RFC 4180, except that lines end in a line feed.

use std::io::{self, Write};

use crate::export::formula::disarm;
use crate::{Identity, NameUse};

/// Writes the table; with `safe`, no cell is a formula for a spreadsheet.
pub fn write(
    listed: &[&Identity],
    categories: &[String],
    safe: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let fixed =
        ["id", "name", "kind", "standing", "role", "organization", "other_names", "articles", "statements"];
    let header =
        fixed.into_iter().chain(categories.iter().map(String::as_str)).chain(["documents", "may_be"]);
    row(header.map(str::to_owned), safe, out)?;
    for identity in listed {
        let first =
            |list: &[(String, usize)]| list.first().map_or_else(String::new, |(text, _)| text.clone());
        let others: Vec<&str> = identity.names().iter().skip(1).map(NameUse::name).collect();
        let documents: Vec<&str> = identity.documents().collect();
        let may_be: Vec<String> = identity.candidates().iter().map(usize::to_string).collect();
        let count = |category: &String| identity.categories().get(category).copied().unwrap_or(0).to_string();
        let fixed = [
            identity.id().to_string(),
            identity.name().to_owned(),
            identity.kind().to_string(),
            identity.standing().to_string(),
            first(identity.roles()),
            first(identity.organizations()),
            others.join("; "),
            identity.articles().to_string(),
            identity.statements().to_string(),
        ];
        let last = [documents.join("; "), may_be.join("; ")];
        row(fixed.into_iter().chain(categories.iter().map(count)).chain(last), safe, out)?;
    }
    Ok(())
}

fn row(fields: impl Iterator<Item = String>, safe: bool, out: &mut impl Write) -> io::Result<()> {
    let quoted = |mut field: String| {
        if safe {
            disarm(&mut field);
        }
        if field.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", field.replace('"', "\"\""))
        } else {
            field
        }
    };
    writeln!(out, "{}", fields.map(quoted).collect::<Vec<_>>().join(","))
}
