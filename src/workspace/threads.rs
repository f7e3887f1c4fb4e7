//! Work on many things at once, with results in the order of the things.

use std::sync::OnceLock;

use rayon::ThreadPool;
use rayon::prelude::*;

/// So few things are worked on one after the other: starting threads costs more.
const FEW: usize = 8;

/// The threads of a run; they start when there is enough to do.
#[derive(Debug, Default)]
pub struct Threads {
    count: usize,
    pool: OnceLock<Option<ThreadPool>>,
}

impl Threads {
    /// So many threads; 0 for one a core.
    pub fn new(count: usize) -> Self {
        Self { count, pool: OnceLock::new() }
    }

    /// How many were asked for; 0 for one a core.
    pub fn count(&self) -> usize {
        self.count
    }

    /// What `work` makes of each item, in the order of the items.
    pub fn map<I: Send, T: Send>(&self, items: Vec<I>, work: impl Fn(I) -> T + Sync + Send) -> Vec<T> {
        let pool = if self.count == 1 || items.len() <= FEW { None } else { self.pool() };
        match pool {
            Some(pool) => pool.install(|| items.into_par_iter().map(&work).collect()),
            None => items.into_iter().map(work).collect(),
        }
    }

    fn pool(&self) -> Option<&ThreadPool> {
        self.pool.get_or_init(|| rayon::ThreadPoolBuilder::new().num_threads(self.count).build().ok()).as_ref()
    }
}
