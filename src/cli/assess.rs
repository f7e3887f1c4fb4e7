//! `kader assess`: what the tool would advise on each cooperation.

use crate::cli::usage::Usage;
use crate::policy::Lang;
use crate::text::visible;

pub(super) const NAME: &str = "assess";

/// That the profile that is asked about is none.
pub(super) fn unknown(lang: Lang, text: &str, suggestion: Option<&str>, known: Vec<String>) -> Usage {
    let args = [("option", "--profile".into()), ("value", visible(text).into_owned().into())];
    let id = if text.is_empty() { "cli-empty-value" } else { "cli-unknown-value" };
    Usage::new(lang, NAME, id, &args).or(suggestion).knowing(known)
}
