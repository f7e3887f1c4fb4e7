//! What a check reports: raw findings without prose, and how they become findings with a level and a place.
//!
//! A check makes a [`Raw`]: rule, place, subject, parameters. It never looks at the phase. [`severity`] turns the
//! rule's row and the document's caps into a level, [`finish`] resolves places to ranges, [`order`] sorts.
//! Text is made from the pack only when a report is written.

pub mod across;
pub mod actor;
pub mod baseline;
pub mod deviation;
pub mod finding;
pub mod fingerprint;
pub mod finish;
pub mod order;
pub mod param;
pub mod place;
pub mod raw;
pub mod redact;
pub mod severity;

pub use across::{Across, AcrossDraft, Elsewhere};
pub use deviation::{Accepted, Deviation, Registered, State};
pub use finding::{Finding, Fix, Neighbour, Point, Range, RelatedPlace};
pub use param::Param;
pub use place::{Anchor, Chain, Place, Spot};
pub use raw::{Draft, FixPlan, Raw, Related};
