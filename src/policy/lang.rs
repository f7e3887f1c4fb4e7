//! The two languages in which the program speaks.

/// A language of texts; keys, codes and identifiers are the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The language tag: `nl` or `en`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// Reads `nl` or `en`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.as_str() == text)
    }

    /// The language of a locale as the system names it (`nl_NL.UTF-8`): Dutch for `nl*`, else English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("nl")) { Self::Nl } else { Self::En }
    }

    /// 0 for Dutch, 1 for English.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_locale_that_begins_with_nl_is_dutch() {
        for locale in ["nl", "nl_NL.UTF-8", "NL-be", "nld"] {
            assert_eq!(Lang::of_locale(locale), Lang::Nl, "{locale}");
        }
        for locale in ["", "n", "C", "en_GB.UTF-8", "ñl"] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale}");
        }
    }
}
