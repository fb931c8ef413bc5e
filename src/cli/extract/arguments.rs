//! What the command line of `extract` says.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use super::super::input;
use super::super::settings::Settings;
use crate::render::Colour;

/// From articles to records of their statements, or to marked text.
///
/// Reads articles and writes one JSON record a statement to the standard output; what cannot be read is reported on the
/// standard error. The exit status is 0 when all went well, 1 when a path or a line could not be read, 2 when an option or
/// a rule file is wrong.
#[derive(Parser)]
#[command(
    name = "extract",
    version,
    after_help = "Examples:\n  dictum extract --format text article.txt\n  \
                  dictum extract articles/ > statements.jsonl\n  \
                  zcat articles.jsonl.gz | dictum extract --id-field url --text-field body --keep date\n  \
                  dictum extract --ext html,txt saved-pages/"
)]
pub struct Arguments {
    #[command(flatten)]
    pub input: input::Arguments,

    #[command(flatten)]
    pub settings: Settings,

    /// Carry this field or column of the input through into each record, in its "fields"; may be given many times
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub keep: Vec<String>,

    /// Carry all fields or columns through
    #[arg(long, help_heading = "Input")]
    pub keep_all: bool,

    /// Pass over so many lines or rows at the start of the standard input or of the one file of articles: go on after an earlier run
    #[arg(long, value_name = "LINES", default_value_t = 0, help_heading = "Input")]
    pub resume_after: u64,

    /// Report lines or rows of more than so many bytes instead of reading them
    #[arg(long, value_name = "BYTES", default_value_t = 128 << 20, help_heading = "Input")]
    pub max_line: usize,

    /// Write the sentences of each article instead of its statements
    #[arg(long, conflicts_with = "format")]
    pub sentences: bool,

    /// How many threads work; all cores unless given
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,

    /// Say at the end, on the standard error, how many statements of which category there were, and how fast
    #[arg(long)]
    pub summary: bool,

    /// What is written
    #[arg(long, value_enum, default_value = "jsonl")]
    pub format: Format,

    /// Write files into this folder instead of to the standard output, with the configuration that their reader wants: for
    /// brat an article's text and annotations, for label-studio the tasks
    #[arg(long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,

    /// Whether "text" is in colours; the environment variable `NO_COLOR` turns them off where a terminal would have them
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: When,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON record a statement
    Jsonl,
    /// One line of JSON an article, in the order of the input, with its statements; for a line of input that holds no article
    /// one that says why, in its place
    Answers,
    /// The articles with their statements marked, for people; then who said how much
    Text,
    /// One self-contained page with the statements marked
    Html,
    /// A table for spreadsheets, a row a statement
    Csv,
    /// The same table as Apache Parquet, with typed columns
    Parquet,
    /// The same as an Arrow IPC (Feather) file
    Arrow,
    /// brat standoff annotations, offsets in characters; with --output-dir the folder that brat reads
    Brat,
    /// W3C Web Annotations, one a statement and line (JSON-LD), offsets in characters
    WebAnnotation,
    /// Tasks with predictions for Label Studio, offsets in characters; with --output-dir its configuration too
    LabelStudio,
    /// Spans for doccano, JSON Lines, offsets in characters
    Doccano,
    /// Spans and relations for doccano
    DoccanoRelations,
    /// The articles as they were read, as JSON Lines: what the offsets of records from tables and pages count in
    Articles,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal
    Auto,
    Always,
    Never,
}

impl When {
    pub fn colour(self) -> Colour {
        let wanted = match self {
            When::Always => true,
            When::Never => false,
            // an empty NO_COLOR is as good as none: https://no-color.org
            When::Auto => {
                std::io::stdout().is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        };
        if wanted { Colour::Always } else { Colour::Never }
    }
}
