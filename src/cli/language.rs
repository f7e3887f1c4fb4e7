//! The reader's language: `--lang`, else `KADER_LANG`, else the locale. It is found before the arguments are parsed, for the help and
//! the messages about wrong arguments need it too.

use std::ffi::OsString;

use crate::cli::Context;
use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::policy::Lang;
use crate::system::System;

const OPTION: &str = "--lang";
const VARIABLE: &str = "KADER_LANG";

/// The language in which the program speaks. A value that is no language is passed over here, and told of later.
pub(super) fn find(system: &dyn System, args: &[OsString]) -> Lang {
    option_value(args, OPTION, Lang::parse)
        .or_else(|| Lang::parse(&variable(system)?))
        .or_else(|| system.locale().map(|locale| Lang::of_locale(&locale)))
        .unwrap_or(Lang::En)
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

    use super::find;
    use crate::policy::Lang;
    use crate::system::Memory;

    fn of(machine: &Memory, line: &str) -> Lang {
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        find(machine, &args)
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
    fn what_is_no_language_is_passed_over() {
        let machine = Memory::new().with_env("KADER_LANG", "fr").with_env("LC_ALL", "nl_BE");
        assert_eq!(of(&machine, "kader check --lang de"), Lang::Nl);
        assert_eq!(of(&machine, "kader check --language en"), Lang::Nl);
        assert_eq!(of(&Memory::new(), "kader"), Lang::En);
    }
}
