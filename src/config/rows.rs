//! All settings of one document as a list, for `config show`.

use std::path::{Path, PathBuf};

use super::contents::{Config, Levels, PolicyRef, RuleKeys, Selectors, words};
use super::effective::{Effective, Given, Held, Origin};
use super::faults::{Place, Sourced};
use super::globs::Globs;
use super::keys;
use super::selection::Layer;
use crate::policy::{Level, SUFFIX, Severity};

/// A value as `config show` writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    None,
    /// A word or a path.
    Text(String),
    /// A number of bytes.
    Bytes(u64),
    /// Several words.
    List(Vec<String>),
    /// A selector with its level in each phase.
    Levels(String, Severity),
}

/// A line of `config show`. A setting that several sources make up has a row for each, in the order in which they are put on top of
/// each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The key.
    pub setting: &'static str,
    /// Its value.
    pub value: Shown,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Config {
    /// All settings that hold for a document at an absolute path, in the order of the keys; `effective` is what holds for it.
    #[must_use]
    pub fn rows(&self, document: &Path, given: &Given, effective: &Effective) -> Vec<Row> {
        let mut rows = Rows::default();
        rows.policy(effective.policy.as_ref());
        rows.held(keys::LANG, &effective.lang, |lang| Shown::Text(lang.to_string()));
        rows.held(keys::AS_OF, &effective.as_of, |day| Shown::Text(day.to_string()));
        rows.globs(keys::INCLUDE, self.include.as_ref(), &[&format!("**/*{SUFFIX}")]);
        rows.globs(keys::EXCLUDE, self.exclude.as_ref(), &[]);
        rows.rules(self, document, given);
        rows.held(keys::FAIL_ON, &effective.fail_on, |level| Shown::Text(fail_on(*level).to_owned()));
        rows.file(keys::BASELINE, effective.baseline.as_ref());
        rows.held(keys::MAX_SIZE, &effective.max_size, |bytes| Shown::Bytes(*bytes));
        rows.list
    }
}

/// The word of `fail-on`.
fn fail_on(level: Option<Level>) -> &'static str {
    level.map_or(keys::NEVER, Level::as_str)
}

#[derive(Default)]
struct Rows {
    list: Vec<Row>,
}

impl Rows {
    fn add(&mut self, setting: &'static str, value: Shown, origin: Origin) {
        self.list.push(Row { setting, value, origin });
    }

    fn held<T>(&mut self, setting: &'static str, held: &Held<T>, shown: impl Fn(&T) -> Shown) {
        self.add(setting, shown(&held.value), held.origin.clone());
    }

    fn policy(&mut self, policy: Option<&Held<PolicyRef>>) {
        let shown = |policy: &PolicyRef| match policy {
            PolicyRef::Embedded(id) => Shown::Text(id.to_string()),
            PolicyRef::Folder(folder) => Shown::Text(folder.to_string_lossy().into_owned()),
        };
        match policy {
            Some(policy) => self.held(keys::POLICY, policy, shown),
            None => self.add(keys::POLICY, Shown::None, Origin::Default),
        }
    }

    fn file(&mut self, setting: &'static str, file: Option<&Held<PathBuf>>) {
        match file {
            Some(file) => self.held(setting, file, |path| Shown::Text(path.to_string_lossy().into_owned())),
            None => self.add(setting, Shown::None, Origin::Default),
        }
    }

    fn globs(&mut self, setting: &'static str, globs: Option<&Sourced<Globs>>, default: &[&str]) {
        let texts = |texts: &mut dyn Iterator<Item = &str>| Shown::List(texts.map(str::to_owned).collect());
        match globs {
            Some(globs) => self.add(setting, texts(&mut globs.value.patterns()), at(&globs.place)),
            None => self.add(setting, texts(&mut default.iter().copied()), Origin::Default),
        }
    }

    /// `select`, `ignore` and `severity`: the file's own, then those of the overrides, then those of flags.
    fn rules(&mut self, config: &Config, document: &Path, given: &Given) {
        let flags = &given.rules;
        let said: Vec<&RuleKeys> =
            std::iter::once(&config.rules).chain(config.overrides_of(document).map(|more| &more.rules)).collect();
        if flags.select.is_empty() {
            self.selectors(keys::SELECT, said.iter().map(|rules| rules.select.as_ref()));
        }
        self.flag(keys::SELECT, &flags.select, Layer::SELECT);
        self.selectors(keys::IGNORE, said.iter().map(|rules| rules.ignore.as_ref()));
        self.flag(keys::IGNORE, &flags.ignore, Layer::IGNORE);
        for rules in &said {
            self.levels(&rules.severity);
        }
        for (selector, levels) in &flags.severity {
            self.add(keys::SEVERITY, Shown::Levels(selector.clone(), *levels), Origin::Flag(Layer::SEVERITY));
        }
        self.none_yet(keys::SEVERITY);
    }

    /// What a flag says of rules; where nothing has said anything, that.
    fn flag(&mut self, setting: &'static str, list: &[String], flag: &'static str) {
        if !list.is_empty() {
            self.add(setting, Shown::List(list.to_vec()), Origin::Flag(flag));
        }
        self.none_yet(setting);
    }

    fn selectors<'c>(&mut self, setting: &'static str, lists: impl Iterator<Item = Option<&'c Sourced<Selectors>>>) {
        for list in lists.flatten() {
            self.add(setting, Shown::List(words(Some(list))), at(&list.place));
        }
    }

    fn levels(&mut self, levels: &Levels) {
        for (selector, levels) in levels {
            let value = Shown::Levels(selector.value.to_string(), *levels);
            self.add(keys::SEVERITY, value, at(&selector.place));
        }
    }

    /// Says that nothing is said, where no row has said anything.
    fn none_yet(&mut self, setting: &'static str) {
        if self.list.last().is_none_or(|row| row.setting != setting) {
            self.add(setting, Shown::None, Origin::Default);
        }
    }
}

fn at(place: &Place) -> Origin {
    Origin::File(place.clone())
}
