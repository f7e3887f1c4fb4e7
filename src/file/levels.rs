//! Levels as files say them: one, or three for the phases.

use super::reader::{Faults, Value};
use crate::policy::{Level, NoLevel, Severity};

/// One level, or three for the phases; `off` is none.
pub(crate) fn severity(faults: &mut Faults, value: &Value<'_>) -> Option<Severity> {
    let Some(items) = value.get_ref().as_array() else {
        return level(faults, value).ok().map(|level| [level; 3]);
    };
    let levels: Vec<Option<Level>> = items.iter().filter_map(|item| level(faults, item).ok()).collect();
    let severity = <Severity>::try_from(levels).ok();
    if severity.is_none() && items.len() != 3 {
        faults.wrong(value, "levels");
    }
    severity
}

fn level(faults: &mut Faults, value: &Value<'_>) -> Result<Option<Level>, NoLevel> {
    let word = faults.as_text(value).ok_or(NoLevel)?;
    Level::parse_or_off(word.0).inspect_err(|NoLevel| faults.no_level(&word))
}
