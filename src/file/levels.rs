//! Levels as files say them: one, or three for the phases.

use super::reader::{Faults, Value};
use crate::policy::{Level, Severity};

/// The word that switches a rule off.
const OFF: &str = "off";

/// One level, or three for the phases; `off` is none. `unknown` is the message about a word that is no level.
pub(crate) fn severity(faults: &mut Faults, value: &Value<'_>, unknown: &'static str) -> Option<Severity> {
    let Some(items) = value.get_ref().as_array() else {
        return level(faults, value, unknown).map(|said| [said.into(); 3]);
    };
    let levels = items.iter().filter_map(|item| level(faults, item, unknown));
    let levels: Vec<Option<Level>> = levels.map(Into::into).collect();
    let severity = <Severity>::try_from(levels).ok();
    if severity.is_none() && items.len() != 3 {
        faults.wrong(value, "levels");
    }
    severity
}

/// A level as a file says it.
#[derive(Clone, Copy)]
enum Said {
    Level(Level),
    Off,
}

impl From<Said> for Option<Level> {
    fn from(said: Said) -> Self {
        match said {
            Said::Level(level) => Some(level),
            Said::Off => None,
        }
    }
}

/// One level; `None` is a fault.
fn level(faults: &mut Faults, value: &Value<'_>, unknown: &'static str) -> Option<Said> {
    let word = faults.as_text(value)?;
    let said = if word.0 == OFF { Some(Said::Off) } else { Level::parse(word.0).map(Said::Level) };
    if said.is_none() {
        faults.no_level(&word, unknown, Level::ALL.map(Level::as_str).into_iter().chain([OFF]));
    }
    said
}
