//! Work on many things at once, with results in the order of the things.

use rayon::prelude::*;

/// So few things are worked on one after the other: starting threads costs more.
const FEW: usize = 8;

/// The threads of a run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Threads {
    /// How many; 0 for one a core.
    pub count: usize,
}

impl Threads {
    /// What `work` makes of each item, in the order of the items.
    pub fn map<I: Send, T: Send>(self, items: Vec<I>, work: impl Fn(I) -> T + Sync + Send) -> Vec<T> {
        if self.count == 1 || items.len() <= FEW {
            return items.into_iter().map(work).collect();
        }
        match rayon::ThreadPoolBuilder::new().num_threads(self.count).build() {
            Ok(pool) => pool.install(|| items.into_par_iter().map(&work).collect()),
            Err(_) => items.into_iter().map(work).collect(),
        }
    }
}
