//! What one `kader.toml` says, with all that it extends.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::faults::{ConfigFault, Place, Source, Sourced};
use super::globs::Globs;
use super::selection::{Layer, Selection, matches, nearest};
use crate::file::FileFault;
use crate::policy::{Day, Lang, Level, Policy, Rule, SUFFIX, Severity};
use crate::system::paths;

/// Selectors of rules, each at its place.
pub(super) type Selectors = Vec<Sourced<Box<str>>>;

/// Levels of rules, each at the place of its selector.
pub(super) type Levels = Vec<(Sourced<Box<str>>, Severity)>;

/// The policy that a configuration names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicyRef {
    /// One that the program carries, by its id.
    Embedded(Box<str>),
    /// The folder of a pack, an absolute path.
    Folder(PathBuf),
}

/// A configuration. What is `None` is not said.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file, and then those that it extends, nearest first; empty where there is none.
    pub sources: Vec<Arc<Source>>,
    /// The policy in use.
    pub policy: Option<Sourced<PolicyRef>>,
    /// The language of all texts.
    pub lang: Option<Sourced<Lang>>,
    /// The day of judgement.
    pub as_of: Option<Sourced<Day>>,
    /// Which files are documents, when folders are walked.
    pub include: Option<Sourced<Globs>>,
    /// What is left out when folders are walked.
    pub exclude: Option<Sourced<Globs>>,
    /// Rules to report.
    pub select: Option<Sourced<Selectors>>,
    /// Rules to leave out.
    pub ignore: Option<Sourced<Selectors>>,
    /// Levels of rules; those of extended files first.
    pub severity: Levels,
    /// The level from which on a run fails; `None` within for never.
    pub fail_on: Option<Sourced<Option<Level>>>,
    /// The most bytes of a document that are read.
    pub max_size: Option<Sourced<u64>>,
    /// What holds for some files besides; those of extended files first.
    pub overrides: Vec<Override>,
}

/// An `[[override]]`.
#[derive(Debug, Clone)]
pub struct Override {
    /// Where it stands.
    pub place: Place,
    /// The files for which it holds.
    pub files: Globs,
    /// Rules to report besides.
    pub select: Option<Sourced<Selectors>>,
    /// Rules to leave out besides.
    pub ignore: Option<Sourced<Selectors>>,
    /// Levels of rules.
    pub severity: Levels,
}

impl Config {
    /// The configuration on top of one that it extends.
    pub(super) fn onto(self, base: Self) -> Self {
        let added = |base: Levels, own: Levels| base.into_iter().chain(own).collect();
        Self {
            sources: self.sources.into_iter().chain(base.sources).collect(),
            policy: self.policy.or(base.policy),
            lang: self.lang.or(base.lang),
            as_of: self.as_of.or(base.as_of),
            include: self.include.or(base.include),
            exclude: self.exclude.or(base.exclude),
            select: self.select.or(base.select),
            ignore: self.ignore.or(base.ignore),
            severity: added(base.severity, self.severity),
            fail_on: self.fail_on.or(base.fail_on),
            max_size: self.max_size.or(base.max_size),
            overrides: base.overrides.into_iter().chain(self.overrides).collect(),
        }
    }

    /// The file itself; `None` where there is none.
    pub fn source(&self) -> Option<&Arc<Source>> {
        self.sources.first()
    }

    /// The selectors that are about no rule of these policies, as faults at their places.
    #[must_use]
    pub fn check_rules(&self, policies: &[&Policy]) -> Vec<ConfigFault> {
        let rules: Vec<&Rule> = policies.iter().flat_map(|policy| policy.rules()).collect();
        let unknown = self.selectors().filter(|selector| !rules.iter().any(|rule| matches(&selector.value, rule)));
        unknown.map(|selector| unknown_rule(selector, &rules)).collect()
    }

    fn selectors(&self) -> impl Iterator<Item = &Sourced<Box<str>>> {
        let own = lists(self.select.as_ref(), self.ignore.as_ref(), &self.severity);
        own.chain(
            self.overrides.iter().flat_map(|more| lists(more.select.as_ref(), more.ignore.as_ref(), &more.severity)),
        )
    }

    /// The overrides that hold for a document at an absolute path, in their order.
    pub(super) fn overrides_of(&self, document: &Path) -> impl Iterator<Item = &Override> {
        self.overrides.iter().filter(move |more| more.files.cover(document))
    }

    /// What the file says about rules for a document at an absolute path.
    pub(super) fn selection(&self, document: &Path, flags: &Layer) -> Selection {
        Selection {
            select: words(self.select.as_ref()),
            ignore: words(self.ignore.as_ref()),
            severity: levels(&self.severity),
            overrides: self.overrides_of(document).map(Override::layer).collect(),
            flags: flags.clone(),
        }
    }

    /// Whether a file at an absolute path is taken for a document when folders are walked, leaving `exclude` aside.
    #[must_use]
    pub fn includes(&self, file: &Path) -> bool {
        match &self.include {
            Some(include) => include.value.include(file),
            None => paths::ends_in(file, SUFFIX),
        }
    }

    /// Whether `exclude` leaves out a file or folder at an absolute path.
    #[must_use]
    pub fn excludes(&self, path: &Path) -> bool {
        self.exclude.as_ref().is_some_and(|exclude| exclude.value.cover(path))
    }
}

impl Override {
    fn layer(&self) -> Layer {
        Layer {
            select: words(self.select.as_ref()),
            ignore: words(self.ignore.as_ref()),
            severity: levels(&self.severity),
        }
    }
}

fn lists<'c>(
    select: Option<&'c Sourced<Selectors>>,
    ignore: Option<&'c Sourced<Selectors>>,
    severity: &'c Levels,
) -> impl Iterator<Item = &'c Sourced<Box<str>>> {
    let lists = select.into_iter().chain(ignore).flat_map(|list| &list.value);
    lists.chain(severity.iter().map(|(selector, _)| selector))
}

/// The texts of selectors.
pub(super) fn words(list: Option<&Sourced<Selectors>>) -> Vec<String> {
    list.iter().flat_map(|list| &list.value).map(|selector| selector.value.to_string()).collect()
}

fn levels(list: &Levels) -> Vec<(String, Severity)> {
    list.iter().map(|(selector, levels)| (selector.value.to_string(), *levels)).collect()
}

fn unknown_rule(selector: &Sourced<Box<str>>, rules: &[&Rule]) -> ConfigFault {
    let suggestion = nearest(&selector.value, rules).unwrap_or_default().to_owned();
    let source = &selector.place.source;
    ConfigFault {
        fault: FileFault {
            file: source.name.clone(),
            span: Some(selector.place.span.clone()),
            key: "config-unknown-rule",
            args: vec![("value", selector.value.to_string().into()), ("suggestion", suggestion.into())],
        },
        source: Some(Arc::clone(source)),
    }
}
