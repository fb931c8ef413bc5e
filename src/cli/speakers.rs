//! The command `speakers`: one line per speaker of all articles.

mod csv;
mod text;

use std::cmp::Reverse;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use clap::builder::PossibleValue;
use clap::{Parser, ValueEnum};

use super::input;
use super::say::{self, say};
use super::settings::Settings;
use super::threads;
use crate::{EntityKind, Identities, Identity, Registry, Standing, record};

/// List the speakers of articles: names, roles, and how many statements of each category.
///
/// Writes one line per speaker. Speakers of different articles count as one if they are clearly the
/// same: "Obama" in one article and "Barack Obama" in another, unless the articles have more than
/// one Obama. The exit status is 0 on success, 1 if a path or a line could not be read, 2 if an
/// option or a rule file is invalid.
#[derive(Parser)]
#[command(
    name = "speakers",
    version,
    after_help = "Examples:\n  dictum speakers articles/\n  \
                  dictum speakers --kind person --sort commitment --limit 20 articles/\n  \
                  dictum speakers --explain articles/ | less\n  \
                  dictum speakers articles.jsonl -o speakers.csv"
)]
pub struct Arguments {
    #[command(flatten)]
    input: input::Arguments,

    #[command(flatten)]
    settings: Settings,

    /// The output format; default: the one that the extension of --output names, or else text
    #[arg(short, long, value_enum)]
    format: Option<Format>,

    /// Write to this file instead of to the standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Sort by "statements", "articles", "name", or a category, for the number of statements in it
    #[arg(long, value_name = "ORDER", default_value = "statements")]
    sort: String,

    /// List only the first N speakers
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// List only speakers of these kinds
    #[arg(long, value_name = "KIND,...", value_delimiter = ',')]
    kind: Vec<EntityKind>,

    /// List only speakers who are named, ambiguous or unnamed
    #[arg(long, value_name = "STANDING,...", value_delimiter = ',')]
    standing: Vec<Standing>,

    /// With --format text, add lines that say why each name belongs to its speaker
    #[arg(long)]
    explain: bool,

    /// With --format jsonl or csv, list up to N documents per speaker; all of them are counted
    #[arg(long, value_name = "N", default_value_t = 10)]
    documents: usize,

    /// With --format csv, put an apostrophe before each cell that begins with "=", "+", "-", "@", a
    /// tab or a carriage return, so that no spreadsheet runs words of an article as a formula
    #[arg(long)]
    csv_safe: bool,

    /// The number of threads; default: one per core
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    Text,
    /// One JSON record per speaker
    Jsonl,
    /// A table for spreadsheets, one row per speaker
    Csv,
}

impl Format {
    /// The format of a file with this name, by its extension.
    fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match &*extension {
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            "csv" => Some(Format::Csv),
            _ => None,
        }
    }
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> ExitCode {
    let mut builder = match arguments.settings.builder() {
        Ok(builder) => builder,
        Err(message) => return refuse(&message),
    };
    if let Some(threads) = arguments.threads {
        builder = builder.threads(threads::capped(threads));
    }
    let extractor = match builder.build() {
        Ok(extractor) => extractor,
        Err(error) => return refuse(&error.to_string()),
    };
    let categories = match categories(&arguments.settings) {
        Ok(categories) => categories,
        Err(message) => return refuse(&message),
    };
    let Some(order) = Order::named(&arguments.sort, &categories) else {
        let valid =
            ["statements", "articles", "name"].into_iter().chain(categories.iter().map(String::as_str));
        let valid = valid.collect::<Vec<_>>().join(", ");
        return refuse(&format!("unknown order `{}`; the valid names are {valid}", arguments.sort));
    };
    let place = arguments.output.as_deref().map(say::path);
    let place = place.as_deref().unwrap_or("standard output");
    let mut out = match destination(arguments.output.as_deref()) {
        Ok(out) => out,
        Err(error) => {
            say(format_args!("error: {place}: {error}"));
            return ExitCode::from(1);
        }
    };
    let registry = Mutex::new(Registry::new().keep_documents(arguments.documents));
    let mut troubles = 0;
    let visit = |input: &crate::Input<'_>| {
        let article = extractor.extract(&input.text);
        registry.lock().unwrap_or_else(PoisonError::into_inner).add(&input.id, &article);
    };
    input::each(&extractor, &arguments.input, visit, |message| {
        troubles += 1;
        say(message);
    });
    let identities = registry.into_inner().unwrap_or_else(PoisonError::into_inner).identities();
    let listed = listed(&identities, arguments, &order);
    if let Err(error) = write(arguments, &identities, &listed, &categories, &mut out)
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        say(format_args!("{place}: {error}"));
        troubles += 1;
    }
    ExitCode::from(u8::from(troubles > 0))
}

/// Where the lines go: the file, or the standard output.
fn destination(file: Option<&Path>) -> io::Result<Box<dyn Write>> {
    Ok(match file {
        Some(path) => Box::new(BufWriter::new(File::create(path)?)),
        None => Box::new(BufWriter::new(io::stdout())),
    })
}

fn refuse(message: &str) -> ExitCode {
    say(format_args!("error: {message}"));
    ExitCode::from(2)
}

fn categories(settings: &Settings) -> Result<Vec<String>, String> {
    Ok(settings.rules()?.categories().map(|(name, _)| name.to_owned()).collect())
}

/// The order of the lines.
enum Order {
    Statements,
    Articles,
    Name,
    Category(String),
}

impl Order {
    fn named(name: &str, categories: &[String]) -> Option<Order> {
        match name {
            "statements" => Some(Order::Statements),
            "articles" => Some(Order::Articles),
            "name" => Some(Order::Name),
            _ => categories.iter().find(|category| *category == name).cloned().map(Order::Category),
        }
    }

    fn sort(&self, list: &mut [&Identity]) {
        // equal ones keep the order of the identities: the most statements first
        match self {
            Order::Statements => {}
            Order::Articles => list.sort_by_key(|identity| Reverse(identity.articles())),
            Order::Name => list.sort_by_key(|identity| identity.name().to_lowercase()),
            Order::Category(category) => {
                list.sort_by_key(|identity| Reverse(identity.categories().get(category).copied()));
            }
        }
    }
}

/// The identities that the options select, in order.
fn listed<'i>(identities: &'i Identities, arguments: &Arguments, order: &Order) -> Vec<&'i Identity> {
    let of_kind = |one: &&Identity| arguments.kind.is_empty() || arguments.kind.contains(&one.kind());
    let standing = &arguments.standing;
    let of_standing = |one: &&Identity| standing.is_empty() || standing.contains(&one.standing());
    let mut listed: Vec<&Identity> = identities.iter().filter(of_kind).filter(of_standing).collect();
    order.sort(&mut listed);
    listed.truncate(arguments.limit.unwrap_or(usize::MAX));
    listed
}

fn write(
    arguments: &Arguments,
    identities: &Identities,
    listed: &[&Identity],
    categories: &[String],
    mut out: &mut dyn Write,
) -> io::Result<()> {
    let named = || Format::of(arguments.output.as_deref()?);
    match arguments.format.or_else(named).unwrap_or(Format::Text) {
        Format::Text => text::write(identities, listed, categories, arguments.explain, &mut out)?,
        Format::Csv => csv::write(listed, categories, arguments.csv_safe, &mut out)?,
        Format::Jsonl => {
            for identity in listed {
                serde_json::to_writer(&mut out, &record::Identity::new(identity))?;
                out.write_all(b"\n")?;
            }
        }
    }
    out.flush()
}

impl ValueEnum for EntityKind {
    fn value_variants<'a>() -> &'a [Self] {
        EntityKind::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let value = PossibleValue::new(self.as_str());
        Some(if *self == EntityKind::Organization { value.alias("organisation") } else { value })
    }
}

impl ValueEnum for Standing {
    fn value_variants<'a>() -> &'a [Self] {
        Standing::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Standing::Named => "One speaker with a name",
            Standing::Ambiguous => "A name that several speakers may have",
            Standing::Unnamed => "A description without a name: \"police\", \"a spokesman\"",
        };
        Some(PossibleValue::new(self.as_str()).help(help))
    }
}
