//! The workspace's session as the worker sees it: what the client says goes on top of what the command line and the environment say.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::{Choice, Given, Held, Origin};
use crate::policy::{Day, Lang};
use crate::system::System;
use crate::workspace::Loaded;
use crate::workspace::session::{self, Snapshot};

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

    /// Which configuration files count.
    pub(super) fn choice(&self) -> Choice {
        self.config.clone().map_or(Choice::Nearest, Choice::File)
    }
}

/// The documents and what was found in them.
pub(super) struct Session {
    given: Given,
    settings: Settings,
    inner: session::Session,
}

impl Session {
    /// A session without documents; `given` is what the command line and the environment say.
    pub(super) fn new(system: Arc<dyn System>, given: Given, settings: Settings, carried: Arc<Loaded>) -> Self {
        let judging = session::Settings { given: settings.over(&given), choice: settings.choice() };
        let inner = session::Session::new(system, Vec::new(), judging, carried);
        Self { given, settings, inner }
    }

    /// Goes by these folders from here on.
    pub(super) fn set_folders(&mut self, folders: &[PathBuf]) {
        self.inner.set_folders(folders.to_vec());
    }

    /// Goes by these settings from here on.
    pub(super) fn configure(&mut self, settings: Settings) {
        if self.settings != settings {
            let judging = session::Settings { given: settings.over(&self.given), choice: settings.choice() };
            self.settings = settings;
            self.inner.configure(judging);
        }
    }

    /// A document is open from here on, with this text; or an open one has another text.
    pub(super) fn open(&mut self, key: &DocumentKey, text: Arc<str>) {
        self.inner.open(key, text);
    }

    /// A document is no longer open.
    pub(super) fn close(&mut self, key: &DocumentKey) {
        self.inner.close(key);
    }

    /// Files were made, changed or deleted.
    pub(super) fn files_changed(&mut self, files: &[PathBuf]) {
        self.inner.files_changed(files);
    }

    /// Brings everything up to date; gives the documents of which the findings may have changed. It may be stopped between documents,
    /// and called again.
    pub(super) fn judge(&mut self, stop: &dyn Fn() -> bool) -> Vec<DocumentKey> {
        // No flag selects a rule here, and no profile is asked about: nothing is refused.
        self.inner.judge(stop).unwrap_or_default()
    }

    /// Whether everything is up to date.
    pub(super) fn is_settled(&self) -> bool {
        !self.inner.is_due()
    }

    /// Whether what was found in a document is of its text as it is now.
    pub(super) fn is_current(&self, key: &DocumentKey) -> bool {
        self.inner.is_current(key)
    }

    /// The roots of projects that are in none of the folders, and yet have a say.
    pub(super) fn roots_beyond(&self) -> &BTreeSet<PathBuf> {
        self.inner.roots_beyond()
    }

    /// How many documents are up to date, and how many there are.
    pub(super) fn progress(&self) -> (usize, usize) {
        self.inner.progress()
    }

    /// Makes what the next change would otherwise wait for.
    pub(super) fn make_ready(&self) {
        self.inner.make_ready();
    }

    /// All documents as they are now, with the findings of the last judging.
    pub(super) fn snapshot(&mut self) -> Arc<Snapshot> {
        self.inner.snapshot()
    }
}
