//! What one `kader.toml` says, with all that it extends.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::faults::{ConfigFault, Source, Sourced};
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
    /// What holds for rules.
    pub rules: RuleKeys,
    /// The level from which on a run fails; `None` within for never.
    pub fail_on: Option<Sourced<Option<Level>>>,
    /// The file of findings that are known, an absolute path.
    pub baseline: Option<Sourced<PathBuf>>,
    /// The most bytes of a document that are read.
    pub max_size: Option<Sourced<u64>>,
    /// What holds for some files besides; those of extended files first.
    pub overrides: Vec<Override>,
}

/// An `[[override]]`.
#[derive(Debug, Clone)]
pub struct Override {
    /// The files for which it holds.
    pub files: Globs,
    /// What holds for rules besides.
    pub rules: RuleKeys,
}

/// What a file, or an `[[override]]` in it, says about rules.
#[derive(Debug, Clone, Default)]
pub struct RuleKeys {
    /// Rules to report.
    pub select: Option<Sourced<Selectors>>,
    /// Rules to leave out.
    pub ignore: Option<Sourced<Selectors>>,
    /// Levels of rules; those of extended files first.
    pub severity: Levels,
}

impl Config {
    /// The configuration on top of one that it extends.
    pub(super) fn onto(self, base: Self) -> Self {
        Self {
            sources: self.sources.into_iter().chain(base.sources).collect(),
            policy: self.policy.or(base.policy),
            lang: self.lang.or(base.lang),
            as_of: self.as_of.or(base.as_of),
            include: self.include.or(base.include),
            exclude: self.exclude.or(base.exclude),
            rules: self.rules.onto(base.rules),
            fail_on: self.fail_on.or(base.fail_on),
            baseline: self.baseline.or(base.baseline),
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
        self.rules.selectors().chain(self.overrides.iter().flat_map(|more| more.rules.selectors()))
    }

    /// The overrides that hold for a document at an absolute path, in their order.
    pub(super) fn overrides_of(&self, document: &Path) -> impl Iterator<Item = &Override> {
        self.overrides.iter().filter(move |more| more.files.cover(document))
    }

    /// What the file says about rules for a document at an absolute path.
    pub(super) fn selection(&self, document: &Path, flags: &Layer) -> Selection {
        Selection {
            own: self.rules.layer(),
            overrides: self.overrides_of(document).map(|more| more.rules.layer()).collect(),
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

impl RuleKeys {
    /// The keys on top of those of an extended file.
    fn onto(self, base: Self) -> Self {
        Self {
            select: self.select.or(base.select),
            ignore: self.ignore.or(base.ignore),
            severity: base.severity.into_iter().chain(self.severity).collect(),
        }
    }

    /// The same without places.
    fn layer(&self) -> Layer {
        let level = |(selector, levels): &(Sourced<Box<str>>, Severity)| (selector.value.to_string(), *levels);
        Layer {
            select: words(self.select.as_ref()),
            ignore: words(self.ignore.as_ref()),
            severity: self.severity.iter().map(level).collect(),
        }
    }

    fn selectors(&self) -> impl Iterator<Item = &Sourced<Box<str>>> {
        let lists = self.select.iter().chain(&self.ignore).flat_map(|list| &list.value);
        lists.chain(self.severity.iter().map(|(selector, _)| selector))
    }
}

/// The texts of selectors.
pub(super) fn words(list: Option<&Sourced<Selectors>>) -> Vec<String> {
    list.iter().flat_map(|list| &list.value).map(|selector| selector.value.to_string()).collect()
}

fn unknown_rule(selector: &Sourced<Box<str>>, rules: &[&Rule]) -> ConfigFault {
    let suggestion = nearest(&selector.value, rules).unwrap_or_default().to_owned();
    let source = &selector.place.source;
    let fault = FileFault {
        file: source.name.clone(),
        span: Some(selector.place.span.clone()),
        key: "config-unknown-rule",
        args: vec![("value", selector.value.to_string().into()), ("suggestion", suggestion.into())],
    };
    ConfigFault::new(fault, Some(Arc::clone(source)))
}
