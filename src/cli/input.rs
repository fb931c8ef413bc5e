//! Input: turns the paths on the command line into sources, in order. A source has one article or
//! many.

mod each;
mod file;
mod ignored;
mod many;
mod page;
mod patient;
mod table;
mod whole;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

pub use each::each;
pub use file::bounded;
pub use many::{BadRows, Form, Kind, Many};
pub use page::{read, text};
pub use table::Wanted;

/// The extensions of web pages.
pub const PAGES: &[&str] = &["html", "htm", "xhtml"];

/// The extensions of files with many articles.
const MANY: &[&str] = &["jsonl", "ndjson", "json", "csv", "tsv", "parquet"];

/// The default limit for the length of an article, line or row, in bytes.
pub const LONGEST: usize = 128 << 20;

/// The options for the input.
#[derive(Args)]
#[group(skip)]
pub struct Arguments {
    /// Files and folders, or "-" for the standard input (the default). The extension gives the
    /// format of a file: *.jsonl and *.ndjson have one article per line; *.csv, *.tsv and *.parquet
    /// one per row; *.json is an article or an array of articles; *.html is a web page; any other
    /// file is plain text with one article. *.gz and *.zst are decompressed
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// The extensions of the files to read in folders
    #[arg(
        long,
        value_name = "EXTENSION,...",
        value_delimiter = ',',
        default_value = "txt",
        help_heading = "Input"
    )]
    pub ext: Vec<String>,

    /// What the standard input holds; default: what its first bytes look like
    #[arg(long, value_enum, value_name = "FORM", help_heading = "Input")]
    pub input: Option<Form>,

    /// The field or column with the article's id, in JSON and tables; the rows of a table without
    /// an id column are numbered
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub id_field: String,

    /// The field or column with the article's text
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub text_field: String,
}

impl Arguments {
    /// The columns to read from a table, given the fields to keep.
    pub fn wanted<'a>(&'a self, keep: &'a [String], keep_all: bool, longest: usize) -> Wanted<'a> {
        Wanted { id: &self.id_field, text: &self.text_field, keep, keep_all, longest }
    }
}

/// A source of articles.
pub enum Source {
    /// Many articles, one per line or row.
    Many(Many),
    /// A file with one article, and the article's id.
    Article(PathBuf, String),
    /// A path that cannot be read.
    Unreadable(PathBuf, io::Error),
}

/// The sources for the paths; the standard input if there are none.
pub fn sources(arguments: &Arguments) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in &arguments.paths {
        if path.as_os_str() == "-" {
            sources.push(Source::Many(Many::standard_input(arguments.input)));
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let before = sources.len();
                folder(path, "", &arguments.ext, &mut sources);
                if sources.len() == before {
                    sources.push(Source::Unreadable(path.clone(), ignored::error(path, &arguments.ext)));
                }
            }
            Ok(_) => sources.push(file(path.clone(), "")),
            Err(error) => sources.push(Source::Unreadable(path.clone(), error)),
        }
    }
    if arguments.paths.is_empty() {
        sources.push(Source::Many(Many::standard_input(arguments.input)));
    }
    sources
}

/// The source for a file, chosen by its extension. `prefix` is the first part of the id of an
/// article.
fn file(path: PathBuf, prefix: &str) -> Source {
    let name = unpacked(&path);
    let is = |extensions: &[&str]| has_extension(&name, extensions);
    let kind = if is(&["jsonl", "ndjson"]) {
        Kind::JsonLines
    } else if is(&["json"]) {
        Kind::Json
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

/// The error for a file that needs a feature which is not enabled.
#[cfg(not(all(feature = "csv", feature = "parquet", feature = "html", feature = "zstd")))]
fn missing(feature: &str) -> io::Error {
    io::Error::other(format!("to read such files, build with the feature `{feature}` (--features {feature})"))
}

/// Adds all files in a folder and its subfolders that have one of the extensions, including
/// compressed ones, sorted by name. JSON Lines must be requested explicitly, since in a folder of
/// articles they may as well be gold statements or an earlier output.
fn folder(path: &Path, prefix: &str, extensions: &[String], sources: &mut Vec<Source>) {
    let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return sources.push(Source::Unreadable(path.into(), error)),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // links to folders are not followed, since they may form a loop
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let prefix = format!("{prefix}{}/", entry.file_name().to_string_lossy());
            folder(&path, &prefix, extensions, sources);
        } else if has_extension(&unpacked(&path), extensions) {
            sources.push(match fs::metadata(&path) {
                // to open a pipe would wait for somebody to write into it
                Ok(metadata) if !metadata.is_file() => {
                    Source::Unreadable(path, io::Error::other("skipped: not a regular file"))
                }
                _ => file(path, prefix),
            });
        }
    }
}

/// Whether a file is decompressed while being read.
pub fn is_compressed(path: &Path) -> bool {
    has_extension(path, file::COMPRESSED)
}

/// The path of a source that is also the output, the standard one or a file: it would be read while
/// it is written.
pub fn also_output<'s>(source: &'s Source, output: Option<&Path>) -> Option<&'s Path> {
    let path = match source {
        Source::Many(Many { path, .. }) | Source::Article(path, _) if path.as_os_str() != "-" => path,
        _ => return None,
    };
    same_file(path, output.unwrap_or(Path::new("/dev/stdout"))).then_some(path)
}

#[cfg(unix)]
fn same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |path: &Path| {
        fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| (file.dev(), file.ino()))
    };
    place(one).is_some_and(|one| place(other) == Some(one))
}

#[cfg(not(unix))]
fn same_file(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

fn has_extension<E: AsRef<str>>(path: &Path, extensions: &[E]) -> bool {
    let extension = path.extension().unwrap_or_default();
    // accepts ".txt" for "txt"
    let same = |wanted: &E| extension.eq_ignore_ascii_case(wanted.as_ref().trim_start_matches('.'));
    extensions.iter().any(same)
}

/// The path without the extension of a compressed file.
fn unpacked(path: &Path) -> PathBuf {
    if has_extension(path, file::COMPRESSED) { path.with_extension("") } else { path.into() }
}
