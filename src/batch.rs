//! Contract: many texts over many threads; results come in the order of the texts and are the same for any number of threads.

use crate::article::Article;
use crate::extract::Extractor;

impl Extractor {
    /// Reads many texts on many threads; the articles are in the order of the texts.
    ///
    /// All results are held at once: for more than fits into memory, see [`Stream`](crate::Stream).
    ///
    /// ```
    /// let texts = ["The mayor said the bridge was safe.", "It rained."];
    /// let articles = dictum::Extractor::default().extract_all(&texts);
    /// assert_eq!(articles[1].text(), "It rained.");
    /// ```
    pub fn extract_all<'t, T: AsRef<str> + Sync>(&self, texts: &'t [T]) -> Vec<Article<'t>> {
        self.workers.map(texts, |text| self.extract(text.as_ref()))
    }

    /// Calls `work` on every item, on the extractor's threads; the results are in the order of the items.
    ///
    /// Use it for work that is more than extracting: reading a file, counting or writing what was found. A panic in `work`
    /// reaches the caller.
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
