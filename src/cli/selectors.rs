//! Selectors of rules in options: a code, a name, or a prefix of codes. One that is about no rule is a mistake, which the run tells.

use crate::cli::commands::check;
use crate::cli::usage::Usage;
use crate::config::Layer;
use crate::policy::{Lang, Level, NoLevel, Severity};
use crate::text::visible;

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
        Ok((rule.trim().to_owned(), [level_or_off(lang, level.trim())?; 3]))
    };
    given.map(pair).collect()
}

/// That a flag selects a rule that no policy in use has.
pub(super) fn unknown(lang: Lang, flag: &str, text: &str, suggestion: Option<&str>) -> Usage {
    let args = [("option", flag.into()), ("value", visible(text).into_owned().into())];
    let id = if text.is_empty() { "cli-empty-value" } else { "cli-unknown-rule" };
    Usage::new(lang, check::NAME, id, &args).or(suggestion)
}

fn level_or_off(lang: Lang, word: &str) -> Result<Option<Level>, Usage> {
    Level::parse_or_off(word)
        .map_err(|NoLevel| Usage::value(lang, Layer::SEVERITY, word, &Level::WORDS).of(check::NAME))
}
