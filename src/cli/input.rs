//! Where articles come from: paths to sources, in the order of the command line, and sources to bytes, unpacked.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use indicatif::ProgressBar;
use zstd::stream::read::Decoder as ZstdDecoder;

/// Something that articles are read from.
pub enum Source {
    /// JSON Lines on the standard input.
    StandardInput,
    /// A file of JSON Lines.
    JsonLines(PathBuf),
    /// A file that is one article, and the article's id.
    Article(PathBuf, String),
    /// A path that leads nowhere.
    Unreadable(PathBuf, io::Error),
}

/// The sources behind `paths`; the standard input where there are none.
pub fn sources(paths: &[PathBuf]) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Source::StandardInput);
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => folder(path, "", &mut sources),
            Ok(_) if has_extension(&unpacked(path), &["jsonl", "ndjson"]) => {
                sources.push(Source::JsonLines(path.clone()));
            }
            Ok(_) => sources.push(Source::Article(path.clone(), stem(path))),
            Err(error) => sources.push(Source::Unreadable(path.clone(), error)),
        }
    }
    if paths.is_empty() {
        sources.push(Source::StandardInput);
    }
    sources
}

/// Adds every `*.txt` file of a folder and of the folders in it, compressed ones too, in the order of their names. JSON Lines are left out:
/// beside articles they are gold statements or an earlier output as often as articles.
fn folder(path: &Path, prefix: &str, sources: &mut Vec<Source>) {
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
            folder(&path, &format!("{prefix}{}/", entry.file_name().to_string_lossy()), sources);
        } else if has_extension(&unpacked(&path), &["txt"]) {
            let id = format!("{prefix}{}", stem(&path));
            sources.push(Source::Article(path, id));
        }
    }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().unwrap_or_default();
    extensions.iter().any(|wanted| extension.eq_ignore_ascii_case(wanted))
}

/// The path without the extension of a compressed file.
fn unpacked(path: &Path) -> PathBuf {
    if has_extension(path, COMPRESSED) { path.with_extension("") } else { path.into() }
}

fn stem(path: &Path) -> String {
    unpacked(path).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The extensions that [`open`] unpacks.
const COMPRESSED: &[&str] = &["gz", "zst"];

/// Opens a file; `*.gz` and `*.zst` are unpacked while they are read. The bytes of the file itself move `progress`.
pub fn open(path: &Path, progress: &ProgressBar) -> io::Result<Box<dyn BufRead>> {
    let file = progress.wrap_read(File::open(path)?);
    Ok(if has_extension(path, &["gz"]) {
        Box::new(BufReader::new(MultiGzDecoder::new(BufReader::new(file))))
    } else if has_extension(path, &["zst"]) {
        Box::new(BufReader::new(ZstdDecoder::new(file)?))
    } else {
        Box::new(BufReader::with_capacity(1 << 16, file))
    })
}

/// The whole of a file, unpacked.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path, &ProgressBar::hidden())?.read_to_end(&mut bytes)?;
    Ok(bytes)
}
