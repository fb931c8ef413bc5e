//! Finds attributed statements in English news text: who said what, in which words, and whether it
//! is a commitment, a claim or a caution.
//!
//! ```
//! use dictum::{Extractor, Kind};
//!
//! let text = "Mayor Lena Moor promised to reopen the ferry by May.";
//! let article = Extractor::default().extract(text);
//! let statement = article.statements().next().unwrap();
//!
//! assert_eq!(statement.content().text(), "to reopen the ferry by May");
//! assert_eq!(statement.cue().unwrap().text(), "promised");
//! assert_eq!(statement.source().unwrap().text(), "Mayor Lena Moor");
//! assert_eq!(statement.speaker().unwrap().name(), "Lena Moor");
//! assert_eq!(statement.category(), "commitment");
//! assert_eq!(statement.kind(), Kind::Indirect);
//! ```
//!
//! `dictum` uses no trained model and no external parser. Its knowledge of English is in commented
//! data files, and the definition of the categories is in a rule set, which you can extend or
//! replace. All results are byte spans over your text.
//!
//! # Overview
//!
//! - [`Extractor`] finds statements. Create one and share it between threads by reference.
//! - [`Article`] is the result for one text: its sentences, statements and speakers. It borrows
//!   only the text.
//! - [`Statement`] has a [content](Statement::content) (what is said), a [cue](Statement::cue) (the
//!   words that attribute it), a [source](Statement::source) (the words that name the speaker), a
//!   [speaker](Statement::speaker) (the person or group that they refer to), a
//!   [category](Statement::category), and [evidence](Statement::evidence) for the category.
//! - [`RuleSet`] defines the categories.
//!
//! Building an extractor or a rule set can fail. Extraction cannot: it accepts every `&str`, and
//! its running time is proportional to the length of the text.
//!
//! # Spans and pieces
//!
//! If the attribution interrupts a quotation, the content has several pieces, each with a [`Span`]:
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
//! # Speakers
//!
//! The source of a statement is a phrase, such as "she"; the speaker is the person or group that
//! the phrase refers to. A [`Speaker`] has the fullest name in the article, a role if one is given,
//! and all mentions and statements:
//!
//! ```
//! let text = "Lena Moor spoke late. “The ferry returns,” she said.";
//! let article = dictum::Extractor::default().extract(text);
//! let statement = article.statements().next().unwrap();
//! assert_eq!(statement.source().unwrap().text(), "she");
//! assert_eq!(statement.speaker().unwrap().name(), "Lena Moor");
//! ```
//!
//! # Speakers across articles
//!
//! A [`Registry`] collects the speakers of many articles and finds out which of them are the same:
//! "Moor" in one article is Lena Moor of another if there is no other Moor. [`Identity`] has the
//! names with the reason for each, roles, and the number of statements by category.
//!
//! ```
//! use dictum::{Extractor, Registry};
//!
//! let extractor = Extractor::default();
//! let mut registry = Registry::new();
//! registry.add("monday", &extractor.extract("Lena Moor said the pier was safe."));
//! registry.add("tuesday", &extractor.extract("Moor promised to reopen the ferry."));
//! for identity in registry.identities().iter() {
//!     println!("{}: {} statements", identity.name(), identity.statements());
//! }
//! assert_eq!(registry.identities().len(), 1);
//! ```
//!
//! # Confidence
//!
//! Every statement has a [confidence](Statement::confidence), the estimated probability that it is
//! a statement at all: of the statements with a confidence near 0.8, eight in ten are right in the
//! scope [`Attributions`](Scope::Attributions), and more in the default scope. Measured on news:
//!
//! | confidence | right, scope `Attributions` | right, default scope |
//! | --- | --- | --- |
//! | 0.9 to 1.0 | 94 % | 99 % |
//! | 0.8 to 0.9 | 90 % | 97 % |
//! | 0.7 to 0.8 | 81 % | 95 % |
//! | 0.6 to 0.7 | 65 % | 89 % |
//! | 0.5 to 0.6 | 58 % | 92 % |
//!
//! It says nothing about whether the statement is true, or its category right.
//! [`ExtractorBuilder::min_confidence`] sets the lower limit:
//!
//! ```
//! let strict = dictum::Extractor::builder().min_confidence(0.8).build()?;
//! let article = strict.extract("The mayor seems to like the plan.");
//! assert!(article.statements().all(|statement| statement.confidence() >= 0.8));
//! # Ok::<(), dictum::BuildError>(())
//! ```
//!
//! # Positions and quotations
//!
//! [`Article::statements_at`], [`Article::statements_in`] and [`Article::sentence_at`] look up a
//! position of the text. [`Article::quotations`] has everything in quotation marks, whether it
//! belongs to a statement or not:
//!
//! ```
//! let text = "“The ferry returns,” said Moor. The “raft” sank.";
//! let article = dictum::Extractor::default().extract(text);
//! let unattributed = article.quotations().find(|quotation| quotation.statement().is_none());
//! assert_eq!(unattributed.unwrap().text(), "“raft”");
//! ```
//!
//! # Your own categories
//!
//! A rule set is a TOML or JSON file of declarative rules, with their own tests. [`RuleSet`]
//! documents the format.
//!
//! ```
//! let rules = dictum::RuleSet::from_toml(
//!     r#"
//!     name = "money"
//!     default = "other"
//!     [[category]]
//!     id = "price"
//!     [[category]]
//!     id = "other"
//!     [[rule]]
//!     id = "price.rise"
//!     category = "price"
//!     any = ["price~ ... rise|fall"]
//!     matches = ["prices will rise"]
//!     "#,
//! )?;
//! let extractor = dictum::Extractor::builder().rules(rules).build()?;
//! let article = extractor.extract("The grocer said the prices of flour would rise.");
//! assert_eq!(article.statements().next().unwrap().category(), "price");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Explanations
//!
//! [`Extractor::explain`] lists every word that could be a cue, the check that accepted or rejected
//! it, and how the speaker and the category of each statement were determined:
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
//! [`Extractor::extract_all`] processes a slice of texts on all cores. [`Stream`] reads JSON Lines
//! of any length in bounded memory. Both give their results in the order of the input, for any
//! number of threads.
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
//! The fields may have [other names](Stream::text_field), and additional fields can be
//! [kept](Stream::keep), which copies them to the output.
//!
//! [`Stream::records`] gives what was found in each article as an owned
//! [`ArticleRecord`](record::ArticleRecord), which can be serialised and deserialised:
//!
//! ```
//! use dictum::{Extractor, Stream};
//!
//! let input = r#"{"id": "a17", "text": "The mayor said the bridge was safe."}"#;
//! for article in Stream::new(&Extractor::default()).records(input.as_bytes()) {
//!     let article = article?;
//!     assert_eq!((&*article.document, article.statements.len()), ("a17", 1));
//! }
//! # Ok::<(), dictum::ReadError>(())
//! ```
//!
//! # Scope
//!
//! By default, an article has the statements that a reader would list as who said what. The wider
//! [`Scope`] adds attitudes and acts towards a noun phrase, and what nobody in particular says.
//! Each statement has a [type](Statement::attribution_type) and a [form](Statement::form).
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
//! # Sentences only
//!
//! ```
//! let sentences: Vec<_> = dictum::sentences("It rained. Nobody came.").map(|s| s.text()).collect();
//! assert_eq!(sentences, ["It rained.", "Nobody came."]);
//! ```
//!
//! # Output formats
//!
//! - [`record`]: the JSON Lines that [`Stream`] writes, as types with Serde.
//! - [`export`]: files for annotation tools (brat, Label Studio, doccano), W3C Web Annotations,
//!   CSV, Parquet and Arrow.
//! - [`render`]: marked text for terminals.
//!
//! ```
//! use dictum::export::{Brat, Offsets};
//!
//! let text = "Élan Moor said no.";
//! let article = dictum::Extractor::default().extract(text);
//! let annotations = Brat::new(&dictum::RuleSet::built_in()).annotations(&article);
//! assert!(annotations.starts_with("T1\tclaim 15 17\tno\n")); // in characters, as brat counts
//! assert_eq!(Offsets::new(text).utf16(text.len()), 18);
//! ```
//!
//! The `dictum` program offers all of this on the command line; its commands are in the module
//! `cli`.
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | `cli` (default) | the `dictum` program, and the module `cli` |
//! | `csv` | CSV: [`export`], and input of the program |
//! | `arrow` | Arrow: [`export`] |
//! | `parquet` | Parquet and Arrow: [`export`], and Parquet as input of the program |
//! | `html` | HTML pages: `html`, and input of the program |
//! | `full` | all of these |
//!
//! A program that embeds the library needs none of them:
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
#[cfg(any(feature = "cli", feature = "html"))]
mod encoding;
mod entity;
mod error;
mod explanation;
pub mod export;
mod extract;
#[cfg(feature = "html")]
pub mod html;
mod lexicon;
mod names;
mod packed;
pub mod record;
mod registry;
pub mod render;
mod rules;
mod span;
mod stream;
mod syntax;
mod text;
mod visible;
mod workers;

pub use article::{
    Article, Content, Cue, Evidence, Excerpt, Firing, Quotation, Sentence, Speaker, Statement,
};
pub use attribution::{Kind, Scope, Verdict};
pub use category::{Outcome, RuleSetReader};
pub use entity::{EntityKind, Resolution};
pub use error::{BuildError, StreamError};
pub use explanation::{Candidate, Explanation};
pub use extract::{Extractor, ExtractorBuilder, sentences};
pub use lexicon::{AttributionType, Form};
pub use names::UnknownName;
pub use registry::{Identities, Identity, LinkReason, NameUse, Registry, Standing};
pub use rules::{Problem, RuleSet, RuleSetError};
pub use span::Span;
pub use stream::{BadLine, BadLineKind, Input, Mapped, ReadError, Stream, StreamReport};
