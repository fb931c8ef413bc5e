//! What a folder has instead of the files that were looked for, and how to read it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::{MANY, PAGES, unpacked};

/// The most extensions that a message lists.
const MOST_NAMED: usize = 8;

/// The error of a folder without a file that has one of the extensions.
pub fn error(folder: &Path, extensions: &[String]) -> io::Error {
    let mut found = BTreeMap::new();
    count(folder, &mut found);
    let wanted: Vec<_> = extensions.iter().map(|one| format!("*.{}", one.trim_start_matches('.'))).collect();
    let wanted = wanted.join(", ");
    if found.is_empty() {
        return io::Error::other(format!("the folder has no {wanted} files"));
    }
    let mut kinds: Vec<_> = found.iter().collect();
    kinds.sort_by_key(|&(_, count)| std::cmp::Reverse(*count));
    let name = |extension: &str| match extension {
        "" => "without an extension".to_owned(),
        _ => format!("*.{extension}"),
    };
    let mut listed: Vec<_> = kinds
        .iter()
        .take(MOST_NAMED)
        .map(|(extension, count)| format!("{count} {}", name(extension)))
        .collect();
    if kinds.len() > MOST_NAMED {
        listed.push("others".to_owned());
    }
    let readable = |extension: &str| {
        PAGES.contains(&extension) || MANY.contains(&extension) || ["txt", "md"].contains(&extension)
    };
    let readable: Vec<_> =
        kinds.iter().map(|(extension, _)| extension.as_str()).filter(|one| readable(one)).collect();
    let way_out = if readable.is_empty() {
        "; --ext EXTENSION reads files of other names".to_owned()
    } else {
        format!("; --ext {} reads them", readable.join(","))
    };
    io::Error::other(format!("the folder has no {wanted} files; ignored: {}{way_out}", listed.join(", ")))
}

/// Counts the files of a folder and its subfolders by extension.
fn count(folder: &Path, found: &mut BTreeMap<String, usize>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            count(&entry.path(), found);
        } else {
            let extension =
                unpacked(&entry.path()).extension().unwrap_or_default().to_string_lossy().to_lowercase();
            *found.entry(extension).or_default() += 1;
        }
    }
}
