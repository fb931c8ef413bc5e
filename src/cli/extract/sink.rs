//! The destination of the output: the standard output or a file, the rows of a table, or a folder.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use super::arguments::{Arguments, Format};
use super::folder::Folder;
use super::output::Output;
#[cfg(feature = "parquet")]
use crate::export::{ColumnFile, Columns};

type Writer = BufWriter<Box<dyn Write + Send>>;

pub struct Sink {
    to: To,
    /// The number of bytes still to be dropped: the separator before the first article.
    skip: usize,
    /// The start of an incomplete line, for destinations that take whole lines.
    line: Vec<u8>,
}

enum To {
    Plain(Writer),
    /// Each line becomes a row.
    #[cfg(feature = "parquet")]
    Table(Box<Columns<Writer>>),
    /// Each line becomes an article's files.
    Folder(Folder),
}

impl Sink {
    /// The destination for the arguments, with the text before the first article already written.
    pub fn new(arguments: &Arguments, output: &Output) -> io::Result<Self> {
        let out = || -> io::Result<Writer> {
            Ok(BufWriter::new(match &arguments.output {
                Some(path) => Box::new(File::create(path)?),
                None => Box::new(io::stdout()),
            }))
        };
        let to = match (&arguments.output_dir, arguments.format()) {
            (Some(path), Format::Brat) => To::Folder(Folder::new(path)?),
            (Some(path), _) => {
                std::fs::create_dir_all(path)?;
                To::Plain(BufWriter::new(Box::new(File::create(path.join("tasks.json"))?)))
            }
            #[cfg(feature = "parquet")]
            (None, Format::Parquet) => To::Table(Box::new(Columns::new(out()?, ColumnFile::Parquet)?)),
            #[cfg(feature = "parquet")]
            (None, Format::Arrow) => To::Table(Box::new(Columns::new(out()?, ColumnFile::Arrow)?)),
            (None, _) => To::Plain(out()?),
        };
        if let Some(path) = &arguments.output_dir {
            for (name, content) in output.companions() {
                std::fs::write(path.join(name), content)?;
            }
        }
        let mut sink = Sink { to, skip: 0, line: Vec::new() };
        sink.write_all(output.opening().as_bytes())?;
        sink.skip = output.between().len();
        Ok(sink)
    }

    /// Writes the text after the last article and finishes the file.
    pub fn close(mut self, closing: &str) -> io::Result<()> {
        self.skip = 0;
        self.write_all(closing.as_bytes())?;
        match self.to {
            To::Plain(mut out) => out.flush(),
            #[cfg(feature = "parquet")]
            To::Table(table) => table.finish(),
            To::Folder(_) => Ok(()),
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        let rest = &bytes[skipped..];
        match &mut self.to {
            To::Plain(out) => out.write_all(rest)?,
            #[cfg(feature = "parquet")]
            To::Table(table) => whole_lines(&mut self.line, rest, |line| {
                let record: crate::record::StatementRecord<'_> = serde_json::from_slice(line)?;
                table.statement(&record)
            })?,
            To::Folder(folder) => whole_lines(&mut self.line, rest, |line| folder.article(line))?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Plain(out) => out.flush(),
            // buffered rows are written when the row group is full or the table is finished
            #[cfg(feature = "parquet")]
            To::Table(_) => Ok(()),
            To::Folder(_) => Ok(()),
        }
    }
}

/// Passes each complete line to `take`; keeps the start of the next one in `held`.
fn whole_lines(
    held: &mut Vec<u8>,
    bytes: &[u8],
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    for piece in bytes.split_inclusive(|&byte| byte == b'\n') {
        held.extend_from_slice(piece);
        if let Some(line) = held.strip_suffix(b"\n") {
            take(line)?;
            held.clear();
        }
    }
    Ok(())
}

/// Checks the format against the destination and the features that are built in.
pub fn check(arguments: &Arguments, format: Format) -> Result<(), String> {
    if arguments.output_dir.is_some() && !matches!(format, Format::Brat | Format::LabelStudio) {
        return Err(
            "--output-dir is for --format brat and --format label-studio; use -o FILE for the others"
                .to_owned(),
        );
    }
    let same = |output: &PathBuf| {
        let output = output.canonicalize().ok()?;
        arguments.input.paths.iter().find(|path| path.canonicalize().is_ok_and(|path| path == output))
    };
    if let Some(input) = arguments.output.as_ref().and_then(same) {
        return Err(format!(
            "--output {}: the input is read from this file; choose another one",
            input.display()
        ));
    }
    let (name, feature, built) = match format {
        Format::Csv => ("csv", "csv", cfg!(feature = "csv")),
        Format::Parquet => ("parquet", "parquet", cfg!(feature = "parquet")),
        Format::Arrow => ("arrow", "parquet", cfg!(feature = "parquet")),
        _ => return Ok(()),
    };
    if built && format.is_binary() && arguments.output.is_none() && io::stdout().is_terminal() {
        return Err(format!("--format {name} is not for a terminal; use -o FILE"));
    }
    if built {
        return Ok(());
    }
    Err(format!("--format {name} is not built in: build with `--features {feature}`"))
}
