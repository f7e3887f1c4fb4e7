//! A machine on which walks pass over some files.

use std::path::Path;

use super::{FileId, Layer, Sieve, System, Walk};

/// Another machine, on which no walk finds some files, whatever they are called. Named outright, they are there.
pub struct Without<'s> {
    below: &'s dyn System,
    left_out: Vec<FileId>,
}

impl<'s> Without<'s> {
    /// A machine on which these files are not found; one that is not there is no matter.
    pub fn new<'p>(below: &'s dyn System, files: impl IntoIterator<Item = &'p Path>) -> Self {
        let left_out = files.into_iter().filter_map(|file| below.identity(file).ok()).collect();
        Self { below, left_out }
    }
}

impl Layer for Without<'_> {
    fn below(&self) -> &dyn System {
        self.below
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        let mut walk = self.below.walk(start, sieve);
        walk.files.retain(|file| !self.below.identity(file).is_ok_and(|id| self.left_out.contains(&id)));
        walk
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::Without;
    use crate::system::{Memory, System as _};

    #[test]
    fn what_is_left_out_is_not_found_but_is_there() {
        let machine = Memory::new().with_file("/w/a.x", "a").with_link("/w/b.x", "a.x").with_file("/w/c.x", "c");
        let without = Without::new(&machine, ["/w/a.x", "/w/gone.x"].map(Path::new));
        assert_eq!(without.walk(Path::new("/w"), &".x").files, [PathBuf::from("/w/c.x")]);
        assert_eq!(machine.walk(Path::new("/w"), &".x").files.len(), 2);
        assert!(without.exists(Path::new("/w/a.x")));
    }
}
