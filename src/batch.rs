//! Contract: processes many texts on several threads; results are in the order of the texts and do
//! not depend on the number of threads.

use crate::article::Article;
use crate::extract::Extractor;

impl Extractor {
    /// Extracts the statements of many texts on all threads; the articles are in the order of the
    /// texts.
    ///
    /// All results are in memory at once: for more articles than fit into memory, use
    /// [`Stream`](crate::Stream).
    ///
    /// ```
    /// let texts = ["The mayor said the bridge was safe.", "It rained."];
    /// let articles = dictum::Extractor::default().extract_all(&texts);
    /// assert_eq!(articles[1].text(), "It rained.");
    /// ```
    pub fn extract_all<'t, T: AsRef<str> + Sync>(&self, texts: &'t [T]) -> Vec<Article<'t>> {
        self.workers.map(texts, |text| self.extract(text.as_ref()))
    }

    /// Calls `work` on every item on the extractor's threads; the results are in the order of the
    /// items.
    ///
    /// Use it for work beyond extraction, such as reading files or formatting the results. A panic
    /// in `work` is propagated to the caller.
    ///
    /// ```
    /// let extractor = dictum::Extractor::builder().threads(2).build()?;
    /// let texts = ["The mayor said the bridge was safe.", "It rained."];
    /// let counts = extractor.map_all(&texts, |text| extractor.extract(text).statements().len());
    /// assert_eq!(counts, [1, 0]);
    /// # Ok::<(), dictum::BuildError>(())
    /// ```
    pub fn map_all<'i, I: Sync, O: Send>(&self, items: &'i [I], work: impl Fn(&'i I) -> O + Sync) -> Vec<O> {
        self.workers.map(items, work)
    }
}
