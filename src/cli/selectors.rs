//! Selectors of rules in options: a code, a name, or a prefix of codes. One that is about no rule is a mistake, which the run tells.

use crate::cli::check;
use crate::cli::usage::Usage;
use crate::policy::{Lang, Level, Severity};
use crate::text::visible;

/// The word that switches a rule off.
const OFF: &str = "off";

/// The selectors of an option.
pub(super) fn read<'a>(given: impl Iterator<Item = &'a String>) -> Vec<String> {
    given.map(|text| text.trim().to_owned()).collect()
}

/// The pairs of `--severity`: a selector and its level in all phases.
pub(super) fn levels<'a>(
    lang: Lang,
    given: impl Iterator<Item = &'a String>,
) -> Result<Vec<(String, Severity)>, Usage> {
    let pair = |text: &String| {
        let Some((rule, level)) = text.split_once('=') else {
            let args = [("value", visible(text).into_owned().into())];
            return Err(Usage::new(lang, check::NAME, "cli-no-pair", &args));
        };
        Ok((rule.trim().to_owned(), [level_or_off(lang, "--severity", level.trim())?; 3]))
    };
    given.map(pair).collect()
}

/// That a flag selects a rule that no policy in use has.
pub(super) fn unknown(lang: Lang, flag: &str, text: &str, suggestion: Option<&str>) -> Usage {
    let args = [("option", flag.into()), ("value", visible(text).into_owned().into())];
    let id = if text.is_empty() { "cli-empty-value" } else { "cli-unknown-rule" };
    Usage::new(lang, check::NAME, id, &args).or(suggestion)
}

fn level_or_off(lang: Lang, option: &str, word: &str) -> Result<Option<Level>, Usage> {
    match Level::parse(word) {
        None if word == OFF => Ok(None),
        None => {
            let mut known = Level::ALL.map(Level::as_str).to_vec();
            known.push(OFF);
            Err(Usage::value(lang, option, word, &known).of(check::NAME))
        }
        level => Ok(level),
    }
}
