//! Selectors of rules in options: a code, a name, or a prefix of codes. One that is about no rule is a mistake.

use crate::cli::check;
use crate::cli::usage::Usage;
use crate::config::selection::{matches, nearest};
use crate::policy::{Lang, Level, Policy, Rule, Severity};
use crate::text::visible;

/// The word that switches a rule off.
const OFF: &str = "off";

/// The selectors of an option, each of them about a rule of the policy.
pub(super) fn selectors<'a>(
    lang: Lang,
    option: &str,
    given: impl Iterator<Item = &'a String>,
    policy: &Policy,
) -> Result<Vec<String>, Usage> {
    given.map(|text| selector(lang, option, text.trim(), policy)).collect()
}

/// The pairs of `--severity`: a selector and its level in all phases.
pub(super) fn levels<'a>(
    lang: Lang,
    given: impl Iterator<Item = &'a String>,
    policy: &Policy,
) -> Result<Vec<(String, Severity)>, Usage> {
    let option = "--severity";
    let pair = |text: &String| {
        let Some((rule, level)) = text.split_once('=') else {
            let args = [("value", visible(text).into_owned().into())];
            return Err(Usage::new(lang, check::NAME, "cli-no-pair", &args));
        };
        let rule = selector(lang, option, rule.trim(), policy)?;
        Ok((rule, [level_or_off(lang, option, level.trim())?; 3]))
    };
    given.map(pair).collect()
}

fn selector(lang: Lang, option: &str, text: &str, policy: &Policy) -> Result<String, Usage> {
    if policy.rules().any(|rule| matches(text, rule)) {
        return Ok(text.to_owned());
    }
    let args = [("option", option.into()), ("value", visible(text).into_owned().into())];
    let id = if text.is_empty() { "cli-empty-value" } else { "cli-unknown-rule" };
    let rules: Vec<&Rule> = policy.rules().collect();
    Err(Usage::new(lang, check::NAME, id, &args).or(nearest(text, &rules)))
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
