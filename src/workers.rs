//! Contract: applies work to many items on several threads; results are in the order of the items
//! for any number of threads.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use crate::error::BuildError;

/// The threads of batches and streams.
#[derive(Clone)]
pub(crate) struct Workers {
    /// `None` for the global thread pool of the process.
    pool: Option<Arc<rayon::ThreadPool>>,
}

impl Workers {
    /// The global thread pool, with one thread per core.
    pub fn shared() -> Self {
        Workers { pool: None }
    }

    /// A thread pool of its own.
    pub fn new(threads: usize) -> Result<Self, BuildError> {
        if threads == 0 {
            return Err(BuildError::NoThreads);
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.map_err(|error| BuildError::Threads { threads, reason: error.to_string() })?;
        Ok(Workers { pool: Some(Arc::new(pool)) })
    }

    /// The number of threads.
    pub fn count(&self) -> usize {
        self.pool.as_ref().map_or_else(rayon::current_num_threads, |pool| pool.current_num_threads())
    }

    /// Applies `work` to every item; the results are in the order of the items.
    pub fn map<'i, I: Sync, O: Send>(&self, items: &'i [I], work: impl Fn(&'i I) -> O + Sync) -> Vec<O> {
        // a single item is processed on the caller's thread
        if let [item] = items {
            return vec![work(item)];
        }
        let all = || items.par_iter().map(&work).collect();
        match &self.pool {
            Some(pool) => pool.install(all),
            None => all(),
        }
    }

    /// Applies `work` to every item while `beside` runs on the caller's thread.
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
