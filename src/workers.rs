//! Contract: work on many items over many threads; results come in the order of the items, whatever the number of threads.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use crate::error::BuildError;

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
