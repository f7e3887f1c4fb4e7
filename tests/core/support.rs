//! What the tests of the library share.

use std::path::{Path, PathBuf};

use kader::policy::{Day, Library, Policy, engine, netcentric};
use kader::rules::registry;
use kader::workspace::Judge;

/// The embedded policy.
pub(crate) fn policy() -> Policy {
    let checks: Vec<&str> = registry::CHECKS.iter().map(|check| check.name).collect();
    let library = Library { packs: &[engine()], checks: Some(&checks) };
    Policy::load(&netcentric(), &library).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A judge by the embedded policy, of a day `YYYY-MM-DD`.
pub(crate) fn judge(as_of: &str) -> Judge {
    Judge::new(policy(), Day::parse(as_of).unwrap())
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
