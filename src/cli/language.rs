//! The reader's language: `--lang`, else `KADER_LANG`, else `kader.toml`, else the locale. It is found before the arguments are parsed,
//! for the help and the messages about wrong arguments need it too: by then the configuration of the working directory counts, and
//! that of the first path once it is known.

use std::ffi::OsString;
use std::sync::Arc;

use crate::cli::Context;
use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::config::{Held, Origin, Outcome};
use crate::policy::Lang;
use crate::system::System;

const OPTION: &str = "--lang";
const VARIABLE: &str = "KADER_LANG";

/// The language that a flag or the environment asks for. A value that is no language is passed over here, and told of later.
pub(super) fn asked(system: &dyn System, args: &[OsString]) -> Option<Held<Lang>> {
    let flag = option_value(args, OPTION, Lang::parse).map(|value| Held { value, origin: Origin::Flag(OPTION) });
    flag.or_else(|| {
        let value = Lang::parse(&variable(system)?)?;
        Some(Held { value, origin: Origin::Variable(VARIABLE) })
    })
}

/// The language in which the program speaks: the one that is asked for, else that of the configuration, else the locale's. One
/// that cannot be used counts as well: its faults are told in its language.
pub(super) fn of(system: &dyn System, asked: Option<&Held<Lang>>, config: impl FnOnce() -> Arc<Outcome>) -> Lang {
    let said = || match &*config() {
        Ok(config) => config.lang.as_ref().map(|lang| lang.value),
        Err(broken) => broken.lang,
    };
    asked.map(|held| held.value).or_else(said).unwrap_or_else(|| of_locale(system))
}

/// The language of the locale.
pub(super) fn of_locale(system: &dyn System) -> Lang {
    system.locale().map_or(Lang::En, |locale| Lang::of_locale(&locale))
}

/// That `KADER_LANG` is a language, where it is set and no option goes before it.
pub(super) fn check(context: &Context<'_>, given: bool) -> Result<(), Fault> {
    match variable(context.system) {
        Some(value) if !given && Lang::parse(&value).is_none() => {
            let known = Lang::ALL.map(Lang::as_str);
            Err(Usage::value(context.lang, VARIABLE, &value, &known).into())
        }
        _ => Ok(()),
    }
}

fn variable(system: &dyn System) -> Option<String> {
    system.env(VARIABLE).filter(|value| !value.is_empty())
}

/// The last value of an option ahead of `--` that `read` takes, found without parsing the arguments.
pub(super) fn option_value<T>(args: &[OsString], option: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut found = None;
    let mut args = args.iter().skip(1).filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--").peekable();
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix(option) {
            Some("") => args.peek().copied(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        found = value.and_then(&read).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{asked, of as language};
    use crate::config::{Choice, Configs};
    use crate::policy::Lang;
    use crate::system::Memory;

    fn of(machine: &Memory, line: &str) -> Lang {
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let configs = Configs::new(machine, Choice::Nearest);
        language(machine, asked(machine, &args).as_ref(), || configs.here())
    }

    #[test]
    fn the_option_goes_before_the_variable_and_that_before_the_locale() {
        let machine = Memory::new().with_env("LANG", "nl_NL.UTF-8");
        assert_eq!(of(&machine, "kader check"), Lang::Nl);
        assert_eq!(of(&machine, "kader check --lang en"), Lang::En);
        assert_eq!(of(&machine, "kader --lang=en check"), Lang::En);
        assert_eq!(of(&machine, "kader check -- --lang=en"), Lang::Nl);
        let machine = machine.with_env("KADER_LANG", "en");
        assert_eq!(of(&machine, "kader check"), Lang::En);
        assert_eq!(of(&machine, "kader check --lang nl"), Lang::Nl);
    }

    #[test]
    fn a_configuration_goes_before_the_locale() {
        let machine = Memory::new().with_file("/kader.toml", "lang = \"nl\"");
        assert_eq!(of(&machine, "kader check"), Lang::Nl);
        assert_eq!(of(&machine, "kader check --lang en"), Lang::En);
        assert_eq!(of(&machine.with_env("KADER_LANG", "en"), "kader check"), Lang::En);
        let broken = Memory::new().with_file("/kader.toml", "lang = \"nl\"\nx = 1");
        assert_eq!(of(&broken, "kader check"), Lang::Nl, "a fault is told in the language that the file asks for");
    }

    #[test]
    fn what_is_no_language_is_passed_over() {
        let machine = Memory::new().with_env("KADER_LANG", "fr").with_env("LC_ALL", "nl_BE");
        assert_eq!(of(&machine, "kader check --lang de"), Lang::Nl);
        assert_eq!(of(&machine, "kader check --language en"), Lang::Nl);
        assert_eq!(of(&Memory::new(), "kader"), Lang::En);
    }
}
