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
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The level of a rule in each of the three phases, first to last; `None` where it is not reported.
pub type Severity = [Option<Level>; 3];
