//! The policies of a run, ready to judge by.

use std::sync::Arc;

use crate::file::FileFault;
use crate::policy::{Library, PackSource, Policy, engine, netcentric};
use crate::rules::Plan;
use crate::rules::registry::CHECKS;
use crate::structure::Validator;

/// A policy with the validator of its documents.
pub struct Loaded {
    /// The policy.
    pub policy: Policy,
    /// Its compiled schema.
    pub validator: Validator,
    /// Its rules with their checks.
    pub plan: Plan,
}

impl Loaded {
    /// Makes a policy ready to judge by.
    pub fn new(policy: Policy) -> Self {
        Self { validator: Validator::new(&policy), plan: Plan::new(&policy), policy }
    }
}

/// The policy that the program carries, ready to judge by.
///
/// # Errors
/// Those of [`embedded_policy`].
pub fn carried() -> Result<Arc<Loaded>, Vec<FileFault>> {
    Ok(Arc::new(Loaded::new(embedded_policy()?)))
}

/// The policy that the program carries, with the engine's own rules.
///
/// # Errors
/// The faults of the pack; a test holds that there are none.
pub fn embedded_policy() -> Result<Policy, Vec<FileFault>> {
    load(&netcentric(), &packs())
}

/// The packs from which a policy may take rules: the engine's, and that of the policy that the program carries.
#[must_use]
pub fn packs() -> [PackSource; 2] {
    [engine(), netcentric()]
}

/// The policy of a pack, with the engine's own rules and those that it takes from another pack; both are among `packs`. It is held to the
/// checks that the engine knows.
///
/// # Errors
/// The faults of the pack; at least one.
pub fn load(source: &PackSource, packs: &[PackSource]) -> Result<Policy, Vec<FileFault>> {
    let checks: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    Policy::load(source, &Library { packs, checks: Some(&checks) })
}
