//! Whether to write in colour: `--color`, else `NO_COLOR`, `FORCE_COLOR` and `CLICOLOR_FORCE`, else whether a terminal listens.

use std::ffi::OsString;

use crate::cli::language::option_value;
use crate::system::{Stream, System};

/// What `--color` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Auto,
    Always,
    Never,
}

impl Choice {
    /// The words of `--color`.
    pub(super) const WORDS: [&str; 3] = ["auto", "always", "never"];

    /// Reads a word of `--color`.
    pub(super) fn parse(word: &str) -> Self {
        match word {
            "always" => Self::Always,
            "never" => Self::Never,
            _ => Self::Auto,
        }
    }

    /// What the arguments say, before they are parsed: for the help, and for messages about wrong ones.
    pub(super) fn given(args: &[OsString]) -> Self {
        option_value(args, "--color", |word| Self::WORDS.contains(&word).then(|| Self::parse(word)))
            .unwrap_or(Self::Auto)
    }

    /// Whether a stream gets colour.
    pub(super) fn decide(self, system: &dyn System, stream: Stream) -> bool {
        let set = |name: &str| system.env(name).filter(|value| !value.is_empty());
        let forced = |name: &str| set(name).is_some_and(|value| value != "0");
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR").is_some() => false,
            Self::Auto if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") => true,
            Self::Auto => system.is_terminal(stream) && set("TERM").is_none_or(|term| term != "dumb"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Choice;
    use crate::system::{Memory, Stream};

    fn auto(machine: &Memory) -> bool {
        Choice::Auto.decide(machine, Stream::Output)
    }

    #[test]
    fn the_option_goes_before_everything() {
        let machine = Memory::new().with_env("NO_COLOR", "1");
        assert!(Choice::Always.decide(&machine, Stream::Output));
        let machine = Memory::new().with_env("FORCE_COLOR", "1").with_terminal(80);
        assert!(!Choice::Never.decide(&machine, Stream::Output));
    }

    #[test]
    fn then_the_environment_and_then_the_terminal() {
        assert!(!auto(&Memory::new()));
        assert!(auto(&Memory::new().with_terminal(80)));
        assert!(!auto(&Memory::new().with_terminal(80).with_env("TERM", "dumb")));
        assert!(!auto(&Memory::new().with_terminal(80).with_env("NO_COLOR", "1").with_env("FORCE_COLOR", "1")));
        assert!(auto(&Memory::new().with_env("NO_COLOR", "").with_env("CLICOLOR_FORCE", "1")));
        assert!(!auto(&Memory::new().with_env("FORCE_COLOR", "0")));
    }
}
