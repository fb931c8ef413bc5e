//! Who said what in a news article, and what kind of statement is it?
#![forbid(unsafe_code)]
#![allow(dead_code)]

mod article;
mod attribution;
mod batch;
mod category;
mod error;
mod extract;
mod lexicon;
pub mod record;
pub mod render;
mod rules;
mod span;
mod speaker;
mod stream;
mod text;

pub use article::{Article, Content, Cue, Evidence, Excerpt, Sentence, Speaker, Statement};
pub use attribution::Kind;
pub use error::{BuildError, StreamError};
pub use extract::{Extractor, ExtractorBuilder, sentences};
pub use rules::RuleSet;
pub use span::Span;
pub use stream::{BadLine, BadLineKind, Stream, StreamReport};
