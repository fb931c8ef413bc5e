//! The table for people: the numbers first, then the names, which need no fixed width.

use std::io::{self, Write};

use crate::{Identities, Identity, Standing};

pub fn write(
    identities: &Identities,
    listed: &[&Identity],
    categories: &[String],
    explain: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let width = |title: &str| title.chars().count().max(6);
    write!(out, "statements")?;
    for category in categories {
        write!(out, "  {category:>0$}", width(category))?;
    }
    writeln!(out, "  articles  speaker")?;
    for identity in listed {
        write!(out, "{:>10}", identity.statements())?;
        for category in categories {
            let count = identity.categories().get(category).copied().unwrap_or(0);
            write!(out, "  {count:>0$}", width(category))?;
        }
        writeln!(out, "  {:>8}  {}", identity.articles(), plain(&described(identities, identity)))?;
        if explain {
            for used in identity.names().iter().skip(1) {
                let (name, reason) = (plain(used.name()), used.reason().description());
                writeln!(out, "{:>10}  {name} ({}): {reason}", "", used.articles())?;
            }
        }
    }
    Ok(())
}

/// "Lena Moor, mayor (also Moor)", "Moor (may be Lena Moor, Tom Moor)", "police (various)".
fn described(identities: &Identities, identity: &Identity) -> String {
    let mut text = identity.name().to_owned();
    if let Some((role, _)) = identity.roles().first() {
        text += ", ";
        text += role;
    }
    let others: Vec<&str> = identity.names().iter().skip(1).map(crate::NameUse::name).collect();
    let candidates = identity.candidates().iter().filter_map(|&id| identities.get(id));
    let candidates: Vec<&str> = candidates.map(Identity::name).collect();
    let note = match identity.standing() {
        Standing::Named if others.is_empty() => return text,
        Standing::Named => format!("also {}", others.join(", ")),
        Standing::Ambiguous if candidates.is_empty() => "may be several people".to_owned(),
        Standing::Ambiguous => format!("may be {}", candidates.join(", ")),
        Standing::Unnamed => "various".to_owned(),
    };
    format!("{text} ({note})")
}

/// Without characters that would move the cursor.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}
