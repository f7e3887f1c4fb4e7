//! The form behind a new agreement: reads what someone says of it, tells what is wrong with that, and what is still to be asked.

mod given;
mod parts;
mod refusal;
mod words;

pub use given::{Given, Missing, usual_phase};
pub use parts::{Manner, Part, Reading, Said};
pub use refusal::refused;
pub use words::Words;
