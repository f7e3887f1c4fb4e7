//! What agreements amount to, as values: the national overview.

pub mod glance;
pub mod overview;

pub use glance::Glance;
pub use overview::Overview;
