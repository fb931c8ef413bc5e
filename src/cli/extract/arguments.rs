//! The command-line options of `extract`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Parser, ValueEnum};

use super::super::input;
use super::super::settings::Settings;
use super::filter::Filter;
use crate::render::Colour;

/// Extract statements from articles, as records or as marked text.
///
/// Reads articles and writes one JSON record per statement to the standard output; input that
/// cannot be read is reported on the standard error. The exit status is 0 on success, 1 if a path
/// or a line could not be read, 2 if an option or a rule file is invalid.
#[derive(Parser)]
#[command(
    name = "extract",
    version,
    after_help = "Examples:\n  dictum extract --format text article.txt\n  \
                  dictum extract articles/ > statements.jsonl\n  \
                  dictum extract --category commitment --with-sentence articles/ -o promises.csv\n  \
                  zcat articles.jsonl.gz | dictum extract --id-field url --text-field body --keep date\n  \
                  dictum extract --ext html,txt saved-pages/"
)]
#[allow(clippy::struct_excessive_bools, reason = "they are flags of the command line")]
pub struct Arguments {
    #[command(flatten)]
    pub input: input::Arguments,

    #[command(flatten)]
    pub settings: Settings,

    #[command(flatten)]
    pub filter: Filter,

    /// Copy this field or column of the input into each record, under "fields"; may be repeated
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub keep: Vec<String>,

    /// Copy all fields or columns
    #[arg(long, help_heading = "Input")]
    pub keep_all: bool,

    /// Skip this many lines or rows of the standard input or of the single input file, to resume an
    /// earlier run
    #[arg(long, value_name = "LINES", default_value_t = 0, help_heading = "Input")]
    pub resume_after: u64,

    /// The maximum length of a line, row or file of one article in bytes; longer ones are reported
    /// as errors. Whatever the number of threads, two lines of that length may be in memory, with
    /// what is found in them
    #[arg(long, value_name = "BYTES", default_value_t = input::LONGEST, help_heading = "Input")]
    pub max_line: usize,

    /// Add the text of the sentence in which the statement begins to each record
    #[arg(long, help_heading = "Records")]
    pub with_sentence: bool,

    /// Add the sentences of the statement to each record, with N more before and after them
    #[arg(long, value_name = "N", help_heading = "Records")]
    pub with_context: Option<usize>,

    /// Write the sentences of each article instead of its statements
    #[arg(long, conflicts_with = "format")]
    pub sentences: bool,

    /// The number of threads; default: one per core
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,

    /// Print the number of statements by category and the speed to the standard error at the end
    #[arg(long)]
    pub summary: bool,

    /// The output format; default: the one that the extension of --output names, or else jsonl
    #[arg(short, long, value_enum)]
    pub format: Option<Format>,

    /// With --format csv, put an apostrophe before each cell that begins with "=", "+", "-", "@", a
    /// tab or a carriage return, so that no spreadsheet runs words of an article as a formula
    #[arg(long)]
    pub csv_safe: bool,

    /// Write to this file instead of to the standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "output_dir")]
    pub output: Option<PathBuf>,

    /// Write files into this folder instead of to the standard output, with the configuration that
    /// the tool needs: for brat each article's text and annotations, for label-studio the tasks
    #[arg(long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,

    /// Replace files in the folder that are there already with other content
    #[arg(long, requires = "output_dir")]
    pub force: bool,

    /// Write lines to this file; if the run is interrupted or killed, the same command goes on
    /// where it was. FILE.progress says how far the output is complete, and is removed at the end
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "output_dir", "resume_after"])]
    pub resume: Option<PathBuf>,

    /// Whether to colour --format text; with "auto", the environment variable `NO_COLOR` turns
    /// colours off
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: When,
}

impl Arguments {
    /// The format that is asked for, or that the output file's name stands for.
    pub fn format(&self) -> Format {
        let file = self.output.as_deref().or(self.resume.as_deref());
        let named = || Format::of(file?);
        self.format.or_else(named).unwrap_or(Format::Jsonl)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Format {
    /// One JSON record per statement
    Jsonl,
    /// One line of JSON per article, in the order of the input, with its statements; for an invalid
    /// line of input, a line with the error
    Answers,
    /// The articles with their statements marked, then a table of speakers, for people
    Text,
    /// One self-contained page with the statements marked
    Html,
    /// A table for spreadsheets, one row per statement
    Csv,
    /// The same table as Apache Parquet, with typed columns
    Parquet,
    /// The same as an Arrow IPC (Feather) file
    Arrow,
    /// brat standoff annotations, offsets in characters; with --output-dir, a folder that brat can
    /// open
    Brat,
    /// W3C Web Annotations (JSON-LD), one line per statement, offsets in characters
    WebAnnotation,
    /// Tasks with predictions for Label Studio, offsets in characters; with --output-dir its
    /// configuration too
    LabelStudio,
    /// Spans for doccano, JSON Lines, offsets in characters
    Doccano,
    /// Spans and relations for doccano
    DoccanoRelations,
    /// The articles as JSON Lines, as they were read: offsets in records from tables and pages
    /// refer to these texts
    Articles,
}

impl Format {
    /// The format of a file with this name, by its extension.
    fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match extension.as_str() {
            "html" | "htm" => Format::Html,
            "csv" => Format::Csv,
            "parquet" => Format::Parquet,
            "arrow" | "feather" => Format::Arrow,
            "txt" => Format::Text,
            _ => return None,
        })
    }

    /// Whether it is not text.
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Parquet | Format::Arrow)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// If the output is a terminal
    Auto,
    Always,
    Never,
}

impl When {
    /// The colours of an output, which goes to the standard output unless `to_file`.
    pub fn colour(self, to_file: bool) -> Colour {
        let wanted = match self {
            When::Always => true,
            When::Never => false,
            // an empty NO_COLOR counts as unset: https://no-color.org
            When::Auto => {
                !to_file
                    && std::io::stdout().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        };
        if wanted { Colour::Always } else { Colour::Never }
    }
}
