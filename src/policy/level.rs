//! How severe a finding is.

/// A level of severity; the order is that of severity, so that [`Level::Error`] is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Good to know, shown faintly.
    Hint,
    /// Worth a look.
    Info,
    /// To be mended before long.
    Warning,
    /// At odds with the policy or the format.
    Error,
}

impl Level {
    /// All levels, the most severe first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Info, Self::Hint];

    /// The word for no level at all, which switches a rule off.
    pub const OFF: &str = "off";
    /// The words of all levels, the most severe first, and [`Level::OFF`].
    pub const WORDS: [&str; 5] =
        [Self::Error.as_str(), Self::Warning.as_str(), Self::Info.as_str(), Self::Hint.as_str(), Self::OFF];

    /// The level's word in rule files, options and `json`: `error`, `warning`, `info` or `hint`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Reads a level's word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == text)
    }

    /// Reads a level's word; [`Level::OFF`] is none.
    ///
    /// # Errors
    /// That the word is neither.
    pub fn parse_or_off(text: &str) -> Result<Option<Self>, NoLevel> {
        if text == Self::OFF { Ok(None) } else { Self::parse(text).map(Some).ok_or(NoLevel) }
    }

    /// The word of a level, or [`Level::OFF`].
    #[must_use]
    pub fn word(level: Option<Self>) -> &'static str {
        level.map_or(Self::OFF, Self::as_str)
    }
}

/// A word is no level, nor [`Level::OFF`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoLevel;

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The level of a rule in each of the three phases, first to last; `None` where it is not reported.
pub type Severity = [Option<Level>; 3];
