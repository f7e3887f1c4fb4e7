//! Things that have something in common, found by it.

use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use crate::hashed::ByHash;

/// Things by the hash of what they have in common: a group may hold a few more than those, where two hashes agree.
#[derive(Debug)]
pub(super) struct Groups<T>(ByHash<u64, Vec<T>>);

impl<T: Copy + Ord> Groups<T> {
    /// Groups with room for so many.
    pub(super) fn with_capacity(many: usize) -> Self {
        Self(ByHash::with_capacity_and_hasher(many, BuildHasherDefault::default()))
    }

    /// Puts a thing into a group, in which it stands once, however often it is put there.
    pub(super) fn put(&mut self, hash: u64, thing: T) {
        let group = self.0.entry(hash).or_default();
        if let Err(at) = group.binary_search(&thing) {
            group.insert(at, thing);
        }
    }

    /// Takes a thing out of a group.
    pub(super) fn take_out(&mut self, hash: u64, thing: T) {
        let Some(group) = self.0.get_mut(&hash) else { return };
        if let Ok(at) = group.binary_search(&thing) {
            group.remove(at);
        }
        if group.is_empty() {
            self.0.remove(&hash);
        }
    }

    /// The things of a group, ascending.
    pub(super) fn get(&self, hash: u64) -> &[T] {
        self.0.get(&hash).map(Vec::as_slice).unwrap_or_default()
    }
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self(ByHash::default())
    }
}

/// The hash of what things have in common, the same in every run.
pub(super) fn hash(common: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    common.hash(&mut hasher);
    hasher.finish()
}
