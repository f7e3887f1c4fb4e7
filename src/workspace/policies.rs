//! The policies of a run, ready to judge by.

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

/// The policy that the program carries, with the engine's own rules.
///
/// # Errors
/// The faults of the pack; a test holds that there are none.
pub fn embedded_policy() -> Result<Policy, Vec<FileFault>> {
    load(&netcentric())
}

/// The policy of a pack, with the engine's own rules and those that it takes from the policy that the program carries.
///
/// # Errors
/// The faults of the pack.
pub fn load(source: &PackSource) -> Result<Policy, Vec<FileFault>> {
    let checks: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    Policy::load(source, &Library { packs: &[engine(), netcentric()], checks: Some(&checks) })
}
