//! Contract: runs the passes in order, each using the results of the earlier ones. Extraction
//! succeeds for every `&str`.

use std::iter;
use std::sync::{Arc, LazyLock};

use crate::arena::{self, Arena, List};
use crate::article::{Article, Sentence};
use crate::attribution::{self, Attribution, Scope};
use crate::category::{self, Matcher, Speaker};
use crate::entity::Speakers;
use crate::error::BuildError;
use crate::explanation::Explanation;
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::syntax::Syntax;
use crate::text::Text;
use crate::text::part::{Part, parts, whole_chars};
use crate::workers::Workers;

/// The default minimum confidence of a statement.
const MIN_CONFIDENCE: f32 = 0.5;

static BUILT_IN_RULES: LazyLock<Arc<RuleSet>> = LazyLock::new(|| Arc::new(RuleSet::built_in()));

/// Finds the statements of news articles.
///
/// An extractor is immutable: share it between threads by reference, or clone it, which is cheap.
///
/// Building one can fail, see [`ExtractorBuilder::build`]; using one cannot, whatever the text.
///
/// ```
/// let extractor = dictum::Extractor::default();
/// let article = extractor.extract("“We will rebuild the bridge,” the mayor said.");
/// for statement in article.statements() {
///     println!("{}: {}", statement.category(), statement.content());
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    rules: Arc<RuleSet>,
    scope: Scope,
    min_confidence: f32,
    pub(crate) workers: Workers,
}

impl Default for Extractor {
    /// An extractor with the built-in rule set and the scope [`Scope::Statements`] that uses all
    /// cores.
    fn default() -> Self {
        Extractor::new(Arc::clone(&BUILT_IN_RULES), Scope::default(), MIN_CONFIDENCE, Workers::shared())
    }
}

impl Extractor {
    fn new(rules: Arc<RuleSet>, scope: Scope, min_confidence: f32, workers: Workers) -> Self {
        // so that the first text takes no longer than later ones
        attribution::prepare();
        Extractor { rules, scope, min_confidence, workers }
    }

    /// A builder for an extractor with other settings.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Which attributions count as statements.
    ///
    /// ```
    /// use dictum::{Extractor, Scope};
    ///
    /// assert_eq!(Extractor::default().scope(), Scope::Statements);
    /// ```
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The rule set that sorts the statements into categories.
    ///
    /// ```
    /// assert_eq!(dictum::Extractor::default().rules().name(), "statements");
    /// ```
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// Statements below this [confidence](crate::Statement::confidence) are dropped.
    ///
    /// ```
    /// assert_eq!(dictum::Extractor::default().min_confidence(), 0.5);
    /// ```
    pub fn min_confidence(&self) -> f32 {
        self.min_confidence
    }

    /// The number of threads for batches and streams.
    ///
    /// ```
    /// let extractor = dictum::Extractor::builder().threads(2).build()?;
    /// assert_eq!(extractor.threads(), 2);
    /// # Ok::<(), dictum::BuildError>(())
    /// ```
    pub fn threads(&self) -> usize {
        self.workers.count()
    }

    /// Finds the statements of a text.
    ///
    /// A text longer than 256 KiB, more than any article has, is read in parts of at most that
    /// length, which end at a blank line where there is one, so that memory stays bounded. Parts
    /// are shorter, and a text of 48 KiB may have several, where there are far more words, names or
    /// sentences than in news. A name is the same speaker in all parts, but a pronoun or a surname
    /// refers to somebody in its own part.
    ///
    /// Offsets have 32 bits: of a text longer than 4 GiB, only the first 4 GiB are read.
    pub fn extract<'t>(&self, text: &'t str) -> Article<'t> {
        let source = addressable(text);
        let mut article = Article::unread(source, Arc::clone(&self.rules));
        let several = read_parts(source, |part, arena| {
            let text = Text::read(part.text, Lexicon::built_in(), arena);
            let syntax = Syntax::read(&text, Lexicon::built_in());
            let attributions = attribution::find(&syntax, self.scope, self.min_confidence);
            self.conclude(&mut article, part.start, &syntax, attributions);
        });
        if several {
            article.join_speakers();
        }
        article
    }

    /// Finds the statements of a text and explains, for every word that could be a cue, why it
    /// attributes a statement or not.
    ///
    /// This is slower than [`Extractor::extract`]; the article is the same.
    ///
    /// ```
    /// let explanation = dictum::Extractor::default().explain("Needless to say, the mayor left.");
    /// assert!(explanation.article().statements().next().is_none());
    /// for candidate in explanation.candidates() {
    ///     println!("{}: {}", candidate.cue(), candidate.verdict().description());
    /// }
    /// ```
    pub fn explain<'t>(&self, text: &'t str) -> Explanation<'t> {
        let source = addressable(text);
        let mut explanation = Explanation::of(Article::unread(source, Arc::clone(&self.rules)));
        let several = read_parts(source, |part, arena| {
            let text = Text::read(part.text, Lexicon::built_in(), arena);
            let syntax = Syntax::read(&text, Lexicon::built_in());
            let (attributions, considered) = attribution::explain(&syntax, self.scope);
            let mut kept = attributions.clone();
            kept.retain(|attribution| attribution.confidence >= self.min_confidence);
            let cast = Speakers::of(&syntax, &kept);
            let asked = kept.iter().zip(cast.of);
            let asked =
                asked.map(|(one, speaker)| category::asked(&syntax, one, Speaker::of(&cast, *speaker)));
            self.conclude(&mut explanation.article, part.start, &syntax, attributions);
            explanation.add((&text, part.start), &considered, asked, self.min_confidence);
        });
        if several {
            explanation.article.join_speakers();
        }
        explanation
    }

    /// Runs the passes after attribution on the part of the article that begins at byte `start`.
    fn conclude(
        &self,
        article: &mut Article<'_>,
        start: usize,
        syntax: &Syntax<'_>,
        mut attributions: List<'_, Attribution>,
    ) {
        attributions.retain(|attribution| attribution.confidence >= self.min_confidence);
        let speakers = Speakers::of(syntax, &attributions);
        let mut matcher = Matcher::new(&self.rules, syntax, attributions.len());
        for (attribution, speaker) in attributions.iter().zip(speakers.of) {
            matcher.decide(attribution, Speaker::of(&speakers, *speaker));
        }
        article.add(start, syntax.text, &attributions, &speakers, &matcher.finish());
    }
}

/// Splits `text` into sentences, which are in order and disjoint, with only white space between
/// them.
///
/// The result is the same as that of [`Article::sentences`], but computed without extracting
/// statements.
///
/// ```
/// let sentences = dictum::sentences("Sen. Ruiz arrived at 9 a.m. sharp. She left soon.");
/// assert_eq!(sentences.last().unwrap().text(), "She left soon.");
/// ```
pub fn sentences(text: &str) -> impl ExactSizeIterator<Item = Sentence<'_>> + DoubleEndedIterator {
    let spans = Text::sentences(addressable(text), Lexicon::built_in());
    Sentence::all(text, spans.into_iter())
}

/// Calls `read` with each part of a text and an empty arena; returns whether there are several.
fn read_parts<'t>(source: &'t str, mut read: impl FnMut(Part<'t>, &Arena)) -> bool {
    let mut parts = parts(source).peekable();
    let Some(first) = parts.next() else { return false };
    if parts.peek().is_none() {
        arena::with(|arena| read(first, arena));
        return false;
    }
    let mut arena = arena::for_parts();
    for part in iter::once(first).chain(parts) {
        read(part, &arena);
        arena.reset();
    }
    true
}

/// The part of `text` that 32-bit offsets can address.
fn addressable(text: &str) -> &str {
    &text[..whole_chars(text, u32::MAX as usize)]
}

/// Settings for an [`Extractor`].
///
/// ```
/// let extractor = dictum::Extractor::builder().min_confidence(0.7).threads(2).build()?;
/// # Ok::<(), dictum::BuildError>(())
/// ```
#[derive(Debug, Default)]
pub struct ExtractorBuilder {
    rules: Option<Arc<RuleSet>>,
    scope: Scope,
    min_confidence: Option<f32>,
    threads: Option<usize>,
}

impl ExtractorBuilder {
    /// Categorises statements by `rules` instead of the built-in rule set. An `Arc<RuleSet>` is
    /// shared, not copied.
    #[must_use]
    pub fn rules(mut self, rules: impl Into<Arc<RuleSet>>) -> Self {
        self.rules = Some(rules.into());
        self
    }

    /// Sets which attributions count as statements; default: [`Scope::Statements`].
    ///
    /// ```
    /// use dictum::{Extractor, Scope};
    ///
    /// let text = "The union backed the bill. It said that wages would rise.";
    /// assert_eq!(Extractor::default().extract(text).statements().len(), 1);
    /// let wide = Extractor::builder().scope(Scope::Attributions).build()?;
    /// assert_eq!(wide.extract(text).statements().len(), 2);
    /// # Ok::<(), dictum::BuildError>(())
    /// ```
    #[must_use]
    pub fn scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// Drops statements below this confidence, from 0 to 1; default 0.5. A lower value finds more
    /// statements, a higher one fewer wrong ones.
    #[must_use]
    pub fn min_confidence(mut self, confidence: f32) -> Self {
        self.min_confidence = Some(confidence);
        self
    }

    /// The number of threads for batches and streams; default: one per core.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = Some(threads);
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// If a setting is out of range, or if the threads cannot be started.
    pub fn build(self) -> Result<Extractor, BuildError> {
        let min_confidence = self.min_confidence.unwrap_or(MIN_CONFIDENCE);
        if !(0.0..=1.0).contains(&min_confidence) {
            return Err(BuildError::Confidence(min_confidence));
        }
        let rules = self.rules.unwrap_or_else(|| Arc::clone(&BUILT_IN_RULES));
        let workers = self.threads.map_or_else(|| Ok(Workers::shared()), Workers::new)?;
        Ok(Extractor::new(rules, self.scope, min_confidence, workers))
    }
}
