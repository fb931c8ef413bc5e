//! Where articles come from: paths to sources, in the order of the command line. A source is one article or many.

mod file;
mod many;
mod page;
mod table;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

pub use many::{Kind, Many};
pub use page::read;
pub use table::Wanted;

/// The options that say what is read.
#[derive(Args)]
#[group(skip)]
pub struct Arguments {
    /// Files and folders, or "-" for JSON Lines on the standard input, which is also read when no path is given. A file is
    /// read by its name: *.jsonl and *.ndjson hold an article a line; *.csv, *.tsv and *.parquet an article a row; *.html
    /// is a page; any other file is one article as plain text. *.gz and *.zst are unpacked
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// What to read in folders, by the ends of the files' names
    #[arg(
        long,
        value_name = "EXTENSION,...",
        value_delimiter = ',',
        default_value = "txt",
        help_heading = "Input"
    )]
    pub ext: Vec<String>,

    /// The field or column that is an article's id, in JSON Lines and tables
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub id_field: String,

    /// The field or column that is an article's text
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub text_field: String,
}

impl Arguments {
    /// The columns of a table that are read, when `keep` or all of them are kept.
    pub fn wanted<'a>(&'a self, keep: &'a [String], keep_all: bool, longest: usize) -> Wanted<'a> {
        Wanted { id: &self.id_field, text: &self.text_field, keep, keep_all, longest }
    }
}

/// Something that articles are read from.
pub enum Source {
    /// Many articles, one a line or a row.
    Many(Many),
    /// A file that is one article, and the article's id.
    Article(PathBuf, String),
    /// A path that leads nowhere.
    Unreadable(PathBuf, io::Error),
}

/// The sources behind the paths; the standard input where there are none.
pub fn sources(arguments: &Arguments) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in &arguments.paths {
        if path.as_os_str() == "-" {
            sources.push(Source::Many(Many::standard_input()));
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => folder(path, "", &arguments.ext, &mut sources),
            Ok(_) => sources.push(file(path.clone(), "")),
            Err(error) => sources.push(Source::Unreadable(path.clone(), error)),
        }
    }
    if arguments.paths.is_empty() {
        sources.push(Source::Many(Many::standard_input()));
    }
    sources
}

/// A file as its name says. `prefix` stands before the id of an article.
fn file(path: PathBuf, prefix: &str) -> Source {
    let name = unpacked(&path);
    let is = |extensions: &[&str]| has_extension(&name, extensions);
    let kind = if is(&["jsonl", "ndjson"]) {
        Kind::JsonLines
    } else if is(&["csv"]) {
        Kind::Csv
    } else if is(&["tsv"]) {
        Kind::Tsv
    } else if is(&["parquet"]) {
        Kind::Parquet
    } else {
        let id = format!("{prefix}{}", name.file_stem().unwrap_or_default().to_string_lossy());
        return Source::Article(path, id);
    };
    Source::Many(Many { path, kind })
}

/// What there is to say of a file of a kind that takes a feature to read.
#[cfg(not(all(feature = "csv", feature = "parquet", feature = "html")))]
fn missing(feature: &str) -> io::Error {
    io::Error::other(format!("to read such files, build with the feature `{feature}` (--features {feature})"))
}

/// Adds every file of a folder and of the folders in it that has one of the extensions, compressed ones too, in the order of their
/// names. JSON Lines are left out unless asked for: beside articles they are gold statements or an earlier output as often
/// as articles.
fn folder(path: &Path, prefix: &str, extensions: &[String], sources: &mut Vec<Source>) {
    let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return sources.push(Source::Unreadable(path.into(), error)),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // a link to a folder is not followed: it may lead back
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let prefix = format!("{prefix}{}/", entry.file_name().to_string_lossy());
            folder(&path, &prefix, extensions, sources);
        } else if has_extension(&unpacked(&path), extensions) {
            sources.push(file(path, prefix));
        }
    }
}

fn has_extension<E: AsRef<str>>(path: &Path, extensions: &[E]) -> bool {
    let extension = path.extension().unwrap_or_default();
    // ".txt" is what some will write
    let same = |wanted: &E| extension.eq_ignore_ascii_case(wanted.as_ref().trim_start_matches('.'));
    extensions.iter().any(same)
}

/// The path without the extension of a compressed file.
fn unpacked(path: &Path) -> PathBuf {
    if has_extension(path, file::COMPRESSED) { path.with_extension("") } else { path.into() }
}
