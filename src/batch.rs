//! Contract: many texts over many threads; results come in the order of the texts and are the same for any number of threads.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use crate::article::Article;
use crate::error::BuildError;
use crate::extract::Extractor;

/// The threads that batches and streams run on.
#[derive(Clone)]
pub(crate) struct Workers {
    /// None: the threads that the whole process shares.
    pool: Option<Arc<rayon::ThreadPool>>,
}

impl Workers {
    /// The threads that the whole process shares, one a core.
    pub fn shared() -> Self {
        Workers { pool: None }
    }

    /// Threads of one's own.
    pub fn new(threads: usize) -> Result<Self, BuildError> {
        if threads == 0 {
            return Err(BuildError::NoThreads);
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.map_err(|error| BuildError::Threads { threads, reason: error.to_string() })?;
        Ok(Workers { pool: Some(Arc::new(pool)) })
    }

    /// How many threads there are.
    pub fn count(&self) -> usize {
        self.pool.as_ref().map_or_else(rayon::current_num_threads, |pool| pool.current_num_threads())
    }

    /// Applies `work` to every item; results are in the items' order.
    pub fn map<'i, I: Sync, O: Send>(&self, items: &'i [I], work: impl Fn(&'i I) -> O + Sync) -> Vec<O> {
        // one item is no reason to start threads
        if let [item] = items {
            return vec![work(item)];
        }
        let all = || items.par_iter().map(&work).collect();
        match &self.pool {
            Some(pool) => pool.install(all),
            None => all(),
        }
    }

    /// Does `work` to every item while `beside` runs on the caller's own thread.
    pub fn each_beside<I: Send, B>(
        &self,
        items: &mut [I],
        work: impl Fn(&mut I) + Sync,
        beside: impl FnOnce() -> B,
    ) -> B {
        let mut all = || items.par_iter_mut().with_max_len(1).for_each(&work);
        match &self.pool {
            Some(pool) => pool.in_place_scope(|scope| {
                scope.spawn(|_| all());
                beside()
            }),
            None => rayon::in_place_scope(|scope| {
                scope.spawn(|_| all());
                beside()
            }),
        }
    }
}

impl fmt::Debug for Workers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} threads", self.count())
    }
}

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

    /// Does `work` for every item on the extractor's threads; results are in the order of the items.
    ///
    /// It serves work that is more than extracting: reading a file, writing what was found.
    ///
    /// ```
    /// let extractor = dictum::Extractor::default();
    /// let texts = ["The mayor said the bridge was safe.", "It rained."];
    /// let counts = extractor.map_all(&texts, |text| extractor.extract(text).statements().len());
    /// assert_eq!(counts.len(), 2);
    /// ```
    pub fn map_all<'i, I: Sync, O: Send>(&self, items: &'i [I], work: impl Fn(&'i I) -> O + Sync) -> Vec<O> {
        self.workers.map(items, work)
    }
}
