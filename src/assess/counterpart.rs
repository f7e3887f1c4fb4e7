//! Which cooperation of a general agreement one of a supplement is about: that of its core task; of several, the one with the same
//! description, else the first that is left.

/// What a cooperation is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known<'a, T> {
    /// Its core task.
    pub(super) task: Option<T>,
    /// Its description.
    pub(super) description: Option<&'a str>,
}

/// For each cooperation of the supplement, in their order, the position of the one that it is about; none is taken twice.
pub(super) fn counterparts<T: PartialEq>(parents: &[Known<'_, T>], own: &[Known<'_, T>]) -> Vec<Option<usize>> {
    let mut taken = vec![false; parents.len()];
    let one = |own: &Known<'_, T>| {
        own.task.as_ref()?;
        let same = || (0..parents.len()).filter(|at| !taken[*at] && parents[*at].task == own.task);
        let alike = |at: &usize| own.description.is_some() && parents[*at].description == own.description;
        let found = same().find(alike).or_else(|| same().next())?;
        taken[found] = true;
        Some(found)
    };
    own.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Known, counterparts};

    #[test]
    fn the_same_description_then_the_first_that_is_left() {
        let known = |(task, description): (&'static str, &'static str)| Known {
            task: Some(task).filter(|task| !task.is_empty()),
            description: Some(description).filter(|text| !text.is_empty()),
        };
        let parents = [("x", ""), ("y", "een"), ("y", "twee"), ("", ""), ("y", "")].map(known);
        let of = |own: &[(&'static str, &'static str)]| {
            counterparts(&parents, &own.iter().copied().map(known).collect::<Vec<_>>())
        };
        assert_eq!(of(&[("y", "twee"), ("y", "twee"), ("y", "")]), [Some(2), Some(1), Some(4)]);
        assert_eq!(of(&[("y", ""), ("y", "een")]), [Some(1), Some(2)]);
        assert_eq!(of(&[("z", ""), ("", ""), ("x", "drie"), ("x", "")]), [None, None, Some(0), None]);
    }
}
