//! The destination of the output: the standard output or a file, the rows of a table, or a folder.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::rc::Rc;

use super::arguments::{Arguments, Format};
use super::folder::{Folder, Place};
use super::output::Output;
use super::resume::Resume;
#[cfg(feature = "parquet")]
use crate::export::{ColumnFile, Columns};

type Writer = BufWriter<Box<dyn Write + Send>>;

pub struct Sink {
    to: To,
    /// The number of bytes still to be dropped: the separator before the first article.
    skip: usize,
    /// The start of an incomplete line, for destinations that take whole lines.
    line: Vec<u8>,
    /// The number of bytes in the file that is written.
    written: Rc<Cell<u64>>,
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
    pub fn new(arguments: &Arguments, output: &Output, resume: Option<&Resume>) -> io::Result<Self> {
        let out = || -> io::Result<Writer> {
            Ok(BufWriter::new(match (&arguments.output, resume) {
                (Some(path), _) => Box::new(File::create(path)?),
                (None, Some(resume)) => Box::new(resume.file()?),
                (None, None) => Box::new(io::stdout()),
            }))
        };
        let place = arguments.output_dir.as_deref().map(|path| Place::new(path, arguments.force));
        let place = place.transpose()?;
        for (name, content) in place.iter().flat_map(|_| output.companions()) {
            place.as_ref().map_or(Ok(()), |place| place.write(name, content.as_bytes()))?;
        }
        let to = match (place, arguments.format()) {
            (Some(place), Format::Brat) => To::Folder(Folder::new(place)),
            (Some(place), _) => To::Plain(BufWriter::new(Box::new(place.create("tasks.json")?))),
            #[cfg(feature = "parquet")]
            (None, Format::Parquet) => To::Table(Box::new(Columns::new(out()?, ColumnFile::Parquet)?)),
            #[cfg(feature = "parquet")]
            (None, Format::Arrow) => To::Table(Box::new(Columns::new(out()?, ColumnFile::Arrow)?)),
            (None, _) => To::Plain(out()?),
        };
        let before = resume.map_or(0, Resume::bytes);
        let mut sink = Sink { to, skip: 0, line: Vec::new(), written: Rc::new(Cell::new(before)) };
        if before == 0 {
            sink.write_all(output.opening().as_bytes())?;
        }
        sink.skip = output.between().len();
        Ok(sink)
    }

    /// The number of bytes in the file that is written, while it is written.
    pub fn written(&self) -> Rc<Cell<u64>> {
        Rc::clone(&self.written)
    }

    /// Whether a file is written that cannot be read before it is finished.
    #[cfg_attr(not(feature = "parquet"), allow(clippy::unused_self))]
    pub fn is_table(&self) -> bool {
        #[cfg(feature = "parquet")]
        return matches!(self.to, To::Table(_));
        #[cfg(not(feature = "parquet"))]
        false
    }

    /// Where the first `bytes` of the output end, for a message; nothing if it is not one file of
    /// text.
    pub fn describe(&self, bytes: u64) -> String {
        if matches!(self.to, To::Plain(_)) { format!(", the first {bytes} bytes") } else { String::new() }
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
            To::Plain(out) => {
                out.write_all(rest)?;
                self.written.set(self.written.get() + rest.len() as u64);
            }
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
    if arguments.csv_safe && format != Format::Csv {
        return Err("--csv-safe is for --format csv".to_owned());
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
