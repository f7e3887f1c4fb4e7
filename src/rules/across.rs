//! W, and P205: what documents say together (§2.3.1, §2.4, §2.5, §3.2, §3.3). Rules here see exports only.

mod context;
mod coverage;
mod identity;
mod partner;
mod references;
mod supplement;

pub use context::{Across, AcrossSink};
pub(super) use coverage::{fixes as coverage_fixes, not_covered};
pub(super) use identity::{covenant_differs, duplicate_id, name_variant};
pub(super) use partner::{conflicting_adoption, conflicting_profile, overlapping, undeclared_reach};
pub(super) use references::{mandate_not_connected, replaced_not_found};
pub(super) use supplement::{conflicts_with_parent, parent_not_found};
