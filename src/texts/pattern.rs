//! One text with parameters: a Fluent pattern, made ready when it is first used.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use crate::policy::Lang;

/// A parameter's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, put in as it is.
    Text(Cow<'a, str>),
    /// A whole number: plural forms go by it.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// A number of things; more than `i64` holds counts as the most that it does.
impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Parameters by name.
pub type Args<'a> = [(&'a str, Arg<'a>)];

/// What a text asked for and did not get: its own id, or names of parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The names, in the order in which the text asks for them.
    pub names: Vec<String>,
}

impl Missing {
    pub(crate) fn of(name: &str) -> Self {
        Self { names: vec![name.to_owned()] }
    }
}

/// A text of one language.
#[derive(Debug)]
pub(crate) struct Pattern {
    lang: Lang,
    text: Cow<'static, str>,
    ready: OnceLock<Ready>,
}

impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Plain(_) => "Plain",
            Self::Fluent(_) => "Fluent",
            Self::Broken(_) => "Broken",
        })
    }
}

enum Ready {
    /// No parameters: the text itself.
    Plain(String),
    /// A bundle that holds this text alone.
    Fluent(Box<FluentBundle<FluentResource>>),
    /// Not Fluent's syntax: shown as it is written.
    Broken(String),
}

/// The id of the one message in a pattern's bundle.
const ID: &str = "m";

impl Pattern {
    /// A pattern in Fluent's syntax; lines after the first need no indentation.
    pub(crate) fn new(lang: Lang, text: Cow<'static, str>) -> Self {
        Self { lang, text, ready: OnceLock::new() }
    }

    /// As [`Pattern::new`], for a text that is copied.
    pub(crate) fn owned(lang: Lang, text: &str) -> Self {
        Self::new(lang, Cow::Owned(text.to_owned()))
    }

    /// The text, where it has no parameters.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self.ready.get_or_init(|| self.prepare()) {
            Ready::Plain(text) => Some(text),
            Ready::Fluent(_) | Ready::Broken(_) => None,
        }
    }

    /// Writes the text with its parameters; what is missing is written as `{$name}`, and told.
    pub(crate) fn write(&self, out: &mut String, args: &Args<'_>) -> Result<(), Missing> {
        let bundle = match self.ready.get_or_init(|| self.prepare()) {
            Ready::Plain(text) => {
                out.push_str(text);
                return Ok(());
            }
            Ready::Broken(_) => {
                out.push_str(self.text.trim());
                return Err(Missing::of(ID));
            }
            Ready::Fluent(bundle) => bundle,
        };
        let Some(pattern) = bundle.get_message(ID).and_then(|message| message.value()) else {
            return Err(Missing::of(ID));
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, value(arg));
        }
        let mut errors = Vec::new();
        let written = bundle.write_pattern(out, pattern, Some(&values), &mut errors);
        let names: Vec<String> = errors.into_iter().map(|error| name(&error)).collect();
        if written.is_ok() && names.is_empty() { Ok(()) } else { Err(Missing { names }) }
    }

    /// Whether the text is well-formed; else what Fluent's parser says.
    pub(crate) fn check(&self) -> Result<(), &str> {
        match self.ready.get_or_init(|| self.prepare()) {
            Ready::Broken(why) => Err(why),
            Ready::Plain(_) | Ready::Fluent(_) => Ok(()),
        }
    }

    /// The names of the parameters that the text uses, in alphabetical order.
    pub(crate) fn parameters(&self) -> Vec<&str> {
        let ends = |text: &&str| text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        let mut names: Vec<&str> =
            self.text.split('$').skip(1).filter_map(|rest| rest.get(..ends(&rest).unwrap_or(rest.len()))).collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !name.is_empty());
        names
    }

    fn prepare(&self) -> Ready {
        let text = self.text.trim();
        if !text.contains(['{', '}', '\n']) {
            return Ready::Plain(text.to_owned());
        }
        let mut source = String::with_capacity(text.len() + 64);
        source.push_str(ID);
        source.push_str(" =");
        for line in text.lines() {
            source.push_str("\n    ");
            source.push_str(line);
        }
        let resource = match FluentResource::try_new(source) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                let mut why = String::new();
                for error in errors {
                    let _ = write!(why, "{}{error}", if why.is_empty() { "" } else { "; " });
                }
                return Ready::Broken(why);
            }
        };
        let locales = self.lang.as_str().parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(locales);
        bundle.set_use_isolating(false);
        match bundle.add_resource(resource) {
            Ok(()) => Ready::Fluent(Box::new(bundle)),
            Err(_) => Ready::Broken(text.to_owned()),
        }
    }
}

fn value<'a>(arg: &'a Arg<'a>) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

/// The name of what an error is about.
fn name(error: &FluentError) -> String {
    match error {
        FluentError::ResolverError(ResolverError::Reference(
            ReferenceKind::Variable { id }
            | ReferenceKind::Function { id }
            | ReferenceKind::Message { id, .. }
            | ReferenceKind::Term { id, .. },
        )) => id.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Arg, Pattern};
    use crate::policy::Lang;

    fn format(text: &'static str, args: &[(&str, Arg<'_>)]) -> (String, Vec<String>) {
        let pattern = Pattern::new(Lang::Nl, text.into());
        let mut out = String::new();
        let missing = pattern.write(&mut out, args).err().map(|missing| missing.names).unwrap_or_default();
        (out, missing)
    }

    #[test]
    fn parameters_are_put_in_as_they_are() {
        let args = [("b", "zes { $x }".into()), ("a", Arg::Number(12_345))];
        assert_eq!(format("{ $a } is `{ $b }`", &args), ("12345 is `zes { $x }`".to_owned(), vec![]));
        assert_eq!(format("een {\"{\"} haak", &[]).0, "een { haak");
    }

    #[test]
    fn what_is_missing_is_told() {
        assert_eq!(format("{ $a } en { $b }", &[("a", "x".into())]), ("x en {$b}".to_owned(), vec!["b".to_owned()]));
    }

    #[test]
    fn a_choice_goes_by_plural_form_or_word() {
        let text = "{ $n ->\n[one] een\n*[other] { $n } stuks\n}";
        assert_eq!(format(text, &[("n", Arg::Number(1))]).0, "een");
        assert_eq!(format(text, &[("n", Arg::Number(2))]).0, "2 stuks");
        let text = "{ $case ->\n    [absent] weg\n   *[false] onwaar\n}";
        assert_eq!(format(text, &[("case", "absent".into())]).0, "weg");
        assert_eq!(format(text, &[("case", "x".into())]).0, "onwaar");
    }

    #[test]
    fn broken_syntax_is_told_and_shown() {
        let pattern = Pattern::new(Lang::En, "a { $b".into());
        assert!(pattern.check().is_err());
        assert_eq!(format("a { $b", &[]).0, "a { $b");
    }

    #[test]
    fn parameters_are_found() {
        let pattern = Pattern::new(Lang::En, "{ $b -> [one] { $a } *[other] { $b }}".into());
        assert_eq!(pattern.parameters(), ["a", "b"]);
    }
}
