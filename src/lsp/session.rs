//! What the client says of judging: it goes on top of what the command line and the environment say.

use std::path::PathBuf;

use crate::config::{Choice, Given, Held, Origin};
use crate::policy::{Day, Lang};
use crate::workspace::session;

pub(super) use crate::workspace::session::Key as DocumentKey;

/// What the client says of judging; what it leaves open, configuration files say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Settings {
    /// The language of all texts.
    pub(super) lang: Option<Lang>,
    /// The language where nobody else says.
    pub(super) locale: Option<Lang>,
    /// The day of judgement.
    pub(super) as_of: Option<Day>,
    /// The one configuration file for all documents.
    pub(super) config: Option<PathBuf>,
}

impl Settings {
    /// What goes before configuration files, on top of what the command line and the environment say.
    pub(super) fn over(&self, given: &Given) -> Given {
        let Self { lang, locale, as_of, .. } = self;
        let held = |as_of| Held { value: as_of, origin: Origin::Default };
        Given {
            lang: lang.map(|value| Held { value, origin: Origin::Default }),
            as_of: as_of.map(held).or_else(|| given.as_of.clone()),
            locale: locale.unwrap_or(given.locale),
            ..given.clone()
        }
    }

    /// What documents are judged by.
    pub(super) fn judging(&self, given: &Given) -> session::Settings {
        session::Settings { given: self.over(given), choice: self.choice() }
    }

    /// The language where no document says another one.
    pub(super) fn own_lang(&self, given: &Given) -> Lang {
        self.lang.or(self.locale).unwrap_or(given.locale)
    }

    /// Which configuration files count.
    pub(super) fn choice(&self) -> Choice {
        self.config.clone().map_or(Choice::Nearest, Choice::File)
    }
}
