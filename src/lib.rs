//! Who said what in a news article, and what kind of statement is it?
//!
//! `dictum` reads the text of an English news article and finds the statements in it: who speaks, with which words that is
//! attributed, what is said, whether it is quoted, and whether it is a commitment, a claim or a caution. It needs no
//! model and no parser; what it knows of English is in commented data files, and what a category means is in a rule set
//! that you can replace by your own. Everything it finds is a byte span over your text.
//!
//! ```
//! use dictum::{Extractor, Kind};
//!
//! let article = Extractor::default().extract("Lena Moor, the mayor, promised to reopen the ferry by May.");
//! let statement = article.statements().next().unwrap();
//! assert_eq!(statement.content().text(), "to reopen the ferry by May");
//! assert_eq!(statement.cue().unwrap().lemma(), Some("promise"));
//! assert_eq!(statement.kind(), Kind::Indirect);
//! ```
//!
//! # Four types
//!
//! - [`Extractor`] holds the rule set and finds statements. Make one, share it by reference between threads.
//! - [`Article`] is what it finds in one text: sentences, statements, speakers. It borrows the text alone.
//! - [`Statement`] is one of them: its [content](Statement::content), [cue](Statement::cue),
//!   [source](Statement::source), [speaker](Statement::speaker), [category](Statement::category), and the
//!   [evidence](Statement::evidence) for the category.
//! - [`RuleSet`] says what belongs to which category.
//!
//! Making an extractor or a rule set can fail. Extraction cannot: every `&str` has an answer, in time that grows with its
//! length.
//!
//! # A statement may come in pieces
//!
//! Where the attribution interrupts the words, the statement's content has several pieces, and a [`Span`] for each.
//!
//! ```
//! let text = "“The pier is old,” said Joss Arden, “but it stands.”";
//! let article = dictum::Extractor::default().extract(text);
//! let statement = article.statements().next().unwrap();
//! let pieces: Vec<_> = statement.content().pieces().map(|piece| piece.text()).collect();
//! assert_eq!(pieces, ["“The pier is old,”", "“but it stands.”"]);
//! assert_eq!(statement.content().spans()[0].of(text), pieces[0]);
//! ```
//!
//! # The source is a phrase, the speaker is someone
//!
//! [`Statement::source`] has the words that stand with this statement, "she" for instance; [`Statement::speaker`] has the
//! person who is meant, by the fullest name that the article gives, with a role and every mention.
//!
//! ```
//! let article = dictum::Extractor::default().extract("Lena Moor spoke late. “The ferry returns,” she said.");
//! for speaker in article.speakers() {
//!     println!("{} spoke {} times", speaker.name(), speaker.statements().count());
//! }
//! ```
//!
//! # Sure, or not so sure
//!
//! Whether words attribute anything is a matter of degree. [`ExtractorBuilder::min_confidence`] sets how sure the library
//! must be; [`Statement::confidence`] says how sure it is.
//!
//! ```
//! let strict = dictum::Extractor::builder().min_confidence(0.8).build()?;
//! let article = strict.extract("The mayor seems to like the plan.");
//! assert!(article.statements().all(|statement| statement.confidence() >= 0.8));
//! # Ok::<(), dictum::BuildError>(())
//! ```
//!
//! # Why, and why not
//!
//! [`Extractor::explain`] lists every word that could attribute, with the check that kept or dropped it, and why each
//! statement has its speaker and its category.
//!
//! ```
//! let extractor = dictum::Extractor::default();
//! let explanation = extractor.explain("The state of the road was poor. The mayor said so.");
//! print!("{explanation}");
//! let state = explanation.candidates().next().unwrap();
//! assert_eq!(state.cue().text(), "state");
//! assert_eq!(state.verdict(), dictum::Verdict::OtherPartOfSpeech);
//! ```
//!
//! # Many articles
//!
//! [`Extractor::extract_all`] reads what fits into memory, on all cores, and [`Stream`] reads JSON Lines of any length in
//! bounded memory. Both give results in the order of the input, the same for any number of threads.
//!
//! ```
//! let input = r#"{"id": "a17", "text": "The mayor said the bridge was safe."}"#;
//! let mut output = Vec::new();
//! let report = dictum::Extractor::default().stream(input.as_bytes(), &mut output)?;
//! assert_eq!(report.articles, 1);
//! assert!(output.starts_with(br#"{"version":1,"document":"a17","#));
//! # Ok::<(), dictum::StreamError>(())
//! ```
//!
//! The fields of a line may have [other names](Stream::text_field), and further ones may be [kept](Stream::keep) for the records.
//!
//! # How much counts as a statement
//!
//! By default what a reader would put into a list of who said what. The wider [`Scope`] adds attitudes
//! and deeds towards a noun phrase, and what nobody in particular says. Each statement has a
//! [type](Statement::attribution_type) and a [form](Statement::form).
//!
//! ```
//! use dictum::{AttributionType, Extractor, Form, Scope};
//!
//! let text = "The union backed the bill. Moor fears that it will fail.";
//! let article = Extractor::default().extract(text);
//! let [fear] = article.statements().collect::<Vec<_>>()[..] else { panic!() };
//! assert_eq!((fear.attribution_type(), fear.form()), (AttributionType::Belief, Form::Clause));
//!
//! let wide = Extractor::builder().scope(Scope::Attributions).build()?;
//! assert_eq!(wide.extract(text).statements().len(), 2);
//! # Ok::<(), dictum::BuildError>(())
//! ```
//!
//! # Sentences alone
//!
//! ```
//! let sentences: Vec<_> = dictum::sentences("It rained. Nobody came.").map(|s| s.text()).collect();
//! assert_eq!(sentences, ["It rained.", "Nobody came."]);
//! ```
//!
//! # For other programs, and for people
//!
//! [`record`] has the serialised form of statements, [`render`] shows articles in a terminal. The `dictum` program does both from
//! the command line; its commands are in the module `cli`.
//!
//! # For other tools
//!
//! [`export`] writes statements for annotation editors, as W3C Web Annotations, and as tables.
//!
//! ```
//! use dictum::export::{Brat, Offsets};
//!
//! let text = "Élan Moor said no.";
//! let article = dictum::Extractor::default().extract(text);
//! let annotations = Brat::new(&dictum::RuleSet::built_in()).annotations(&article);
//! assert!(annotations.starts_with("T1\tclaim 15 17\tno\n"));
//! assert_eq!(Offsets::new(text).utf16(text.len()), 18);
//! ```
//!
//! # Features
//!
//! `cli`, which is on unless you say otherwise, is the `dictum` program and the crates that only it needs. What the program reads
//! beside text and JSON Lines is behind `csv`, `parquet` and `html`, and so are the tables that [`export`] writes; `full` is all
//! of it. A program that embeds the library wants none:
//!
//! ```toml
//! dictum = { version = "0.1", default-features = false }
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod arena;
mod article;
mod attribution;
mod batch;
#[cfg(test)]
#[path = "../tests/cases/mod.rs"]
mod cases;
mod category;
#[cfg(feature = "cli")]
pub mod cli;
mod error;
mod explanation;
pub mod export;
mod extract;
mod lexicon;
mod names;
mod packed;
pub mod record;
pub mod render;
mod rules;
mod span;
mod speaker;
mod stream;
mod syntax;
mod text;
mod workers;

pub use article::{Article, Content, Cue, Evidence, Excerpt, Firing, Sentence, Speaker, Statement};
pub use attribution::{Kind, Scope, Verdict};
pub use category::{Outcome, RuleSetReader};
pub use error::{BuildError, StreamError};
pub use explanation::{Candidate, Explanation};
pub use extract::{Extractor, ExtractorBuilder, sentences};
pub use lexicon::{AttributionType, Form};
pub use names::UnknownName;
pub use rules::{Problem, RuleSet, RuleSetError};
pub use span::Span;
pub use speaker::Resolution;
pub use stream::{BadLine, BadLineKind, Input, Stream, StreamReport};
