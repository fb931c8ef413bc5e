//! `--resume FILE`: an output file, and beside it a note of how far it is complete. Contract:
//! whenever the program is killed, running it again gives the file that one run would have given.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::super::say;
use super::arguments::{Arguments, Format};

/// How often the note is written: a crash costs no more work than this.
const EVERY: Duration = Duration::from_secs(1);

/// How far an output file is complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    version: u32,
    /// The options on which the output depends; it cannot go on with others.
    options: String,
    /// The lines or rows of the input whose output is written.
    lines: u64,
    /// The length of that output.
    bytes: u64,
}

/// An output file that can be continued.
pub struct Resume {
    file: File,
    path: PathBuf,
    note: Note,
    noted: Instant,
}

impl Resume {
    /// Opens the file, cut to what is complete, or creates it; returns an error message if it
    /// cannot be continued.
    pub fn open(path: &Path, arguments: &Arguments) -> Result<Self, String> {
        let failed = |error: io::Error| format!("{}: {error}", say::path(path));
        let options = options(arguments);
        let note = match fs::read(beside(path)) {
            Ok(note) => {
                let note = serde_json::from_slice::<Note>(&note).map_err(|error| failed(error.into()))?;
                if note.options != options {
                    return Err(format!(
                        "{} was begun with other options: {}; these are {options}",
                        say::path(path),
                        note.options
                    ));
                }
                note
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            Err(_) if path.symlink_metadata().is_ok() => {
                return Err(format!(
                    "{} exists, and {} does not: the output is complete, or --resume did not write it; \
                     remove it to start over",
                    say::path(path),
                    say::path(&beside(path))
                ));
            }
            Err(_) => Note { version: 1, options, lines: 0, bytes: 0 },
        };
        let mut open = OpenOptions::new();
        open.write(true);
        if note.bytes == 0 && path.symlink_metadata().is_err() {
            open.create_new(true);
        }
        write_note(path, &note).map_err(failed)?;
        let mut file = open.open(path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        if length < note.bytes {
            return Err(format!(
                "{} has {length} bytes, fewer than the {} that were written; remove it to start over",
                say::path(path),
                note.bytes
            ));
        }
        file.set_len(note.bytes).and_then(|()| file.seek(SeekFrom::End(0))).map_err(failed)?;
        Ok(Resume { file, path: path.to_owned(), note, noted: Instant::now() })
    }

    /// The file, to write at its end.
    pub fn file(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// The lines or rows of the input whose output is in the file.
    pub fn lines(&self) -> u64 {
        self.note.lines
    }

    /// The length of the file when it was opened, and what was reached later.
    pub fn bytes(&self) -> u64 {
        self.note.bytes
    }

    /// Notes that the output of `lines` is in the file, whose length is then `bytes`.
    pub fn reached(&mut self, lines: u64, bytes: u64) -> io::Result<()> {
        (self.note.lines, self.note.bytes) = (lines, bytes);
        if self.noted.elapsed() < EVERY {
            return Ok(());
        }
        self.write()
    }

    /// Writes the note now.
    pub fn write(&mut self) -> io::Result<()> {
        // what the note says must be on the disk before the note
        self.file.sync_data()?;
        write_note(&self.path, &self.note)?;
        self.noted = Instant::now();
        Ok(())
    }

    /// Removes the note: the output is complete.
    pub fn finish(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::remove_file(beside(&self.path))
    }
}

/// Replaces the note in one step, so that it is never half written.
fn write_note(path: &Path, note: &Note) -> io::Result<()> {
    let (to, new) = (beside(path), with_extension(path, "progress.new"));
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(&new)?;
    file.write_all(&serde_json::to_vec(note)?)?;
    file.sync_all()?;
    fs::rename(new, to)
}

/// The path of the note.
fn beside(path: &Path) -> PathBuf {
    with_extension(path, "progress")
}

fn with_extension(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

/// Whether the output in this format is lines after an opening, so that it can go on after any.
pub fn is_lines(format: Format) -> bool {
    use Format::{Answers, Articles, Csv, Doccano, DoccanoRelations, Jsonl, WebAnnotation};
    matches!(format, Jsonl | Answers | Csv | WebAnnotation | Doccano | DoccanoRelations | Articles)
}

/// The options on which the output depends.
fn options(arguments: &Arguments) -> String {
    let Arguments { input, filter, settings, keep, keep_all, sentences, csv_safe, .. } = arguments;
    let around = (arguments.with_sentence, arguments.with_context);
    let options = (&input.paths, &input.id_field, &input.text_field, keep, keep_all, sentences, csv_safe);
    format!(
        "{:?} {options:?} {filter:?} {around:?} {:?} {} {}",
        arguments.format(),
        settings.rules,
        settings.scope.as_str(),
        settings.min_confidence
    )
}
