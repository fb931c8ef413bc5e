//! Contract: the passes in their order, each reading what lies before it; extraction has an answer for every `&str`.

use std::sync::{Arc, LazyLock};

use crate::arena::{self, List};
use crate::article::{Article, Sentence};
use crate::attribution::{self, Attribution, Scope};
use crate::category::{self, Matcher, Speaker};
use crate::error::BuildError;
use crate::explanation::Explanation;
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::speaker::Cast;
use crate::text::Text;
use crate::workers::Workers;

/// Attributions that are less sure than this are no statements, unless the caller sets another limit.
const MIN_CONFIDENCE: f32 = 0.5;

static BUILT_IN_RULES: LazyLock<Arc<RuleSet>> = LazyLock::new(|| Arc::new(RuleSet::built_in()));

/// Finds the statements of news articles.
///
/// An extractor never changes: share it by reference between threads, or clone it, which is cheap. Making one can fail,
/// see [`ExtractorBuilder::build`]; using one cannot, whatever the text.
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
    /// The built-in rule set, the scope [`Scope::Statements`], on all cores.
    fn default() -> Self {
        Extractor::new(Arc::clone(&BUILT_IN_RULES), Scope::default(), MIN_CONFIDENCE, Workers::shared())
    }
}

impl Extractor {
    fn new(rules: Arc<RuleSet>, scope: Scope, min_confidence: f32, workers: Workers) -> Self {
        // so that the first text takes no longer than the next
        attribution::prepare();
        Extractor { rules, scope, min_confidence, workers }
    }

    /// Settings other than the default ones.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// How much counts as a statement.
    ///
    /// ```
    /// use dictum::{Extractor, Scope};
    ///
    /// assert_eq!(Extractor::default().scope(), Scope::Statements);
    /// ```
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Reads one text.
    ///
    /// Offsets are 32 bits wide: of a text of more than 4 GiB, the first 4 GiB are read.
    pub fn extract<'t>(&self, text: &'t str) -> Article<'t> {
        let source = addressable(text);
        arena::with(|arena| {
            let text = Text::read(source, Lexicon::built_in(), arena);
            let attributions = attribution::find(&text, self.scope, self.min_confidence);
            self.conclude(source, &text, attributions)
        })
    }

    /// Reads one text and tells of every word that could attribute what became of it.
    ///
    /// Slower than [`Extractor::extract`]; the article in it is the same.
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
        arena::with(|arena| {
            let text = Text::read(source, Lexicon::built_in(), arena);
            let (attributions, considered) = attribution::explain(&text, self.scope);
            let mut kept = attributions.clone();
            kept.retain(|attribution| attribution.confidence >= self.min_confidence);
            let cast = Cast::of(&text, &kept);
            let asked = kept.iter().zip(cast.of);
            let asked = asked.map(|(one, speaker)| category::asked(&text, one, Speaker::of(&cast, *speaker)));
            let asked = asked.collect();
            let article = self.conclude(source, &text, attributions);
            Explanation::new(&text, (article, asked), &considered, self.min_confidence)
        })
    }

    /// The passes behind the attributions.
    fn conclude<'t>(
        &self,
        source: &'t str,
        text: &Text<'_>,
        mut attributions: List<'_, Attribution>,
    ) -> Article<'t> {
        attributions.retain(|attribution| attribution.confidence >= self.min_confidence);
        let cast = Cast::of(text, &attributions);
        let mut matcher = Matcher::new(&self.rules, text, attributions.len());
        for (attribution, speaker) in attributions.iter().zip(cast.of) {
            matcher.decide(attribution, Speaker::of(&cast, *speaker));
        }
        let decisions = matcher.finish();
        Article::new(source, text, &attributions, &cast, decisions, Arc::clone(&self.rules))
    }
}

/// The sentences of `text`, in order and disjoint; between two of them lies white space only.
///
/// [`Article::sentences`] gives the same ones together with what is said in them.
///
/// ```
/// let sentences = dictum::sentences("Sen. Ruiz arrived at 9 a.m. sharp. She left soon.");
/// assert_eq!(sentences.last().unwrap().text(), "She left soon.");
/// ```
pub fn sentences(text: &str) -> impl ExactSizeIterator<Item = Sentence<'_>> + DoubleEndedIterator {
    let spans = Text::sentences(addressable(text), Lexicon::built_in());
    Sentence::all(text, spans.into_iter())
}

/// As much of `text` as 32-bit offsets reach.
fn addressable(text: &str) -> &str {
    let reach = text.len().min(u32::MAX as usize);
    let end = (0..=reach).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
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
    /// Sorts statements by `rules` instead of the built-in rule set. An `Arc` of a rule set is shared, not copied.
    #[must_use]
    pub fn rules(mut self, rules: impl Into<Arc<RuleSet>>) -> Self {
        self.rules = Some(rules.into());
        self
    }

    /// How much counts as a statement; [`Scope::Statements`] unless set.
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

    /// Leaves out attributions that are less sure than `confidence`, from 0 to 1; 0.5 unless set. A lower limit finds
    /// more statements, a higher one fewer wrong ones.
    #[must_use]
    pub fn min_confidence(mut self, confidence: f32) -> Self {
        self.min_confidence = Some(confidence);
        self
    }

    /// How many threads batches and streams run on; all cores unless set.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = Some(threads);
        self
    }

    /// Makes the extractor.
    ///
    /// # Errors
    ///
    /// When a setting is out of its range, or when the system refuses the threads.
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
