//! What governs the documents of a run: for each configuration a judge by its policies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::assess::Ask;
use crate::config::selection::{matches, nearest};
use crate::config::{Config, ConfigFault, Configs, Effective, Given, Outcome, PerFolder, PolicyRef, Source, Sourced};
use crate::file::FileFault;
use crate::json::Limits;
use crate::policy::{Day, Lang, Level, PackSource, Policy, Rule, Vocab};
use crate::system::System;
use crate::text::suggest;
use crate::workspace::judge::Judge;
use crate::workspace::policies::{self, Loaded};

/// How documents are judged that have the same settings.
pub struct Rulebook {
    /// Who judges.
    pub judge: Judge,
    /// The most bytes of a document that are read.
    pub max_size: u64,
    /// The level from which on a finding fails the run; `None` for never.
    pub fail_on: Option<Level>,
    /// The file of findings that are known, an absolute path.
    pub baseline: Option<PathBuf>,
    /// The language of texts about its documents.
    pub lang: Lang,
}

impl Rulebook {
    /// Whether another one judges every document alike: by the very same policies and the same settings.
    pub fn judges_as(&self, other: &Self) -> bool {
        let policies = |book: &Self| -> Vec<Arc<Loaded>> {
            let judge = &book.judge;
            judge.known.iter().filter_map(|at| judge.policies.get(*at)).cloned().collect()
        };
        let (one, two) = (policies(self), policies(other));
        let same = one.len() == two.len() && one.iter().zip(&two).all(|(one, two)| Arc::ptr_eq(one, two));
        let settings =
            |book: &Self| (book.judge.as_of, book.judge.accepts, book.max_size, book.lang, book.baseline.clone());
        same && settings(self) == settings(other) && self.judge.selection == other.judge.selection
    }
}

/// The rulebooks of a run.
pub struct Rulebooks {
    /// Those that documents go by, in the order in which they were first needed.
    pub books: Vec<Rulebook>,
    /// The policies that they judge by; the first is the one that the program carries.
    pub policies: Arc<Vec<Arc<Loaded>>>,
    /// The day of judgement where the run begins: documents under other configurations may have another one.
    pub as_of: Day,
    /// The faults of configurations and of the packs that they name, each once.
    pub faults: Vec<ConfigFault>,
}

/// Why a run is not done at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The policy that the program carries has faults.
    Policy(Vec<FileFault>),
    /// A flag selects a rule that no policy in use has.
    Selector {
        /// The flag.
        flag: &'static str,
        /// What it selects.
        text: String,
        /// What was probably meant.
        suggestion: Option<String>,
    },
    /// The profile that is asked about is none of a policy in use.
    Profile {
        /// What was asked.
        text: String,
        /// What was probably meant.
        suggestion: Option<String>,
        /// The profiles of the policies in use, each once.
        known: Vec<String>,
    },
}

/// What everything in a run is judged with, whatever its configuration says.
pub struct Terms<'a> {
    /// The configurations.
    pub configs: &'a Configs<'a>,
    /// What flags and the environment say.
    pub given: &'a Given,
    /// Whether deviations take away the findings that they cover.
    pub accepts: bool,
    /// The policy that the program carries, where it has been loaded before.
    pub carried: Option<Arc<Loaded>>,
}

/// A configuration with its policies, before documents are looked at.
struct Governed {
    outcome: Arc<Outcome>,
    /// The indexes of its policies, its own first; `None` where it cannot be used.
    known: Option<Vec<usize>>,
    /// The book that serves every document, where no override tells them apart.
    book: Option<usize>,
}

impl Rulebooks {
    /// Makes the rulebooks of some documents (absolute paths; `None` for one without a name), and says which book each goes by; `None`
    /// where its configuration cannot be used.
    ///
    /// # Errors
    /// Why nothing can be judged.
    pub fn new(
        system: &dyn System,
        terms: &Terms<'_>,
        files: &[Option<&Path>],
    ) -> Result<(Self, Vec<Option<usize>>), Refusal> {
        let mut shelf = Shelf::new(system, terms).map_err(Refusal::Policy)?;
        let mut nearest = PerFolder::default();
        let mut configuration = |file: Option<&Path>| match file {
            Some(file) => *nearest.of(file, || shelf.configuration(Some(file))),
            None => shelf.configuration(None),
        };
        let governed: Vec<usize> = files.iter().copied().map(&mut configuration).collect();
        shelf.load();
        shelf.selected()?;
        let as_of = shelf.as_of();
        let books = shelf.settle(files, &governed);
        let Shelf { policies, faults, drafts, .. } = shelf;
        let policies = Arc::new(policies);
        let made = drafts.into_iter().map(|draft| draft.made(terms, &policies)).collect();
        Ok((Self { books: made, policies, as_of, faults }, books))
    }
}

impl Rulebooks {
    /// The policies by which a book judges, the one that serves documents which name none first; without a book, the program's own.
    pub fn known_by(&self, book: Option<usize>) -> impl Iterator<Item = &Arc<Loaded>> {
        let book = book.and_then(|book| self.books.get(book));
        let known = book.map_or(&[0][..], |book| &book.judge.known);
        known.iter().filter_map(|at| self.policies.get(*at))
    }

    /// Whether a policy in use has the profile that is asked about, where one is.
    ///
    /// # Errors
    /// That none has it.
    pub(super) fn knows_profile(&self, ask: &Ask) -> Result<(), Refusal> {
        let Some(text) = ask.profile.as_deref() else { return Ok(()) };
        let used: BTreeSet<usize> = self.books.iter().flat_map(|book| book.judge.known.iter().copied()).collect();
        let used = if used.is_empty() { BTreeSet::from([0]) } else { used };
        let mut known: Vec<String> = Vec::new();
        let policies = || used.iter().filter_map(|at| self.policies.get(*at)).map(|loaded| &loaded.policy);
        for policy in policies() {
            for profile in policy.terms(Vocab::Profile).map(|profile| policy.name(profile)) {
                if !known.iter().any(|name| name == profile) {
                    known.push(profile.to_owned());
                }
            }
        }
        if known.iter().any(|name| name == text) {
            return Ok(());
        }
        let mut renamed =
            policies().filter_map(|policy| policy.meant(Vocab::Profile, text).map(|term| policy.name(term)));
        let nearest = || suggest::nearest_loose(text, known.iter().map(String::as_str));
        let suggestion = renamed.next().or_else(nearest).map(str::to_owned);
        Err(Refusal::Profile { text: text.to_owned(), suggestion, known })
    }
}

/// A rulebook before the policies are complete.
struct Draft {
    /// The configuration, by its index.
    governed: usize,
    known: Vec<usize>,
    effective: Effective,
}

impl Draft {
    fn made(self, terms: &Terms<'_>, policies: &Arc<Vec<Arc<Loaded>>>) -> Rulebook {
        let Effective { as_of, max_size, fail_on, selection, baseline, lang, .. } = self.effective;
        let judge = Judge {
            policies: Arc::clone(policies),
            known: self.known,
            as_of: as_of.value,
            limits: Limits::default(),
            selection,
            accepts: terms.accepts,
        };
        let (baseline, lang) = (baseline.map(|held| held.value), lang.value);
        Rulebook { judge, max_size: max_size.value, fail_on: fail_on.value, baseline, lang }
    }
}

/// The rulebooks in the making.
struct Shelf<'a> {
    system: &'a dyn System,
    terms: &'a Terms<'a>,
    governed: Vec<Governed>,
    policies: Vec<Arc<Loaded>>,
    /// The packs of folders that were loaded, by their indexes; `None` for one with faults.
    folders: BTreeMap<PathBuf, Option<usize>>,
    faults: Vec<ConfigFault>,
    drafts: Vec<Draft>,
}

impl<'a> Shelf<'a> {
    fn new(system: &'a dyn System, terms: &'a Terms<'a>) -> Result<Self, Vec<FileFault>> {
        let carried = match &terms.carried {
            Some(carried) => Arc::clone(carried),
            None => policies::carried()?,
        };
        let policies = vec![carried];
        let (governed, folders, faults, drafts) = (Vec::new(), BTreeMap::new(), Vec::new(), Vec::new());
        Ok(Self { system, terms, governed, policies, folders, faults, drafts })
    }

    /// The index of the configuration of a document.
    fn configuration(&mut self, file: Option<&Path>) -> usize {
        let configs = self.terms.configs;
        let outcome = file.map_or_else(|| configs.here(), |file| configs.of(file));
        let known = self.governed.iter().position(|governed| Arc::ptr_eq(&governed.outcome, &outcome));
        known.unwrap_or_else(|| {
            self.governed.push(Governed { outcome, known: None, book: None });
            self.governed.len() - 1
        })
    }

    /// Loads the policies of all configurations, and collects the faults of those that cannot be used.
    fn load(&mut self) {
        for at in 0..self.governed.len() {
            let (outcome, before) = (Arc::clone(&self.governed[at].outcome), self.faults.len());
            let lang = match &*outcome {
                Ok(config) => {
                    self.governed[at].known = self.known(config);
                    config.lang.as_ref().map(|lang| lang.value)
                }
                Err(broken) => {
                    self.fault(broken.faults.clone());
                    broken.lang
                }
            };
            self.faults.iter_mut().skip(before).for_each(|fault| fault.lang = lang);
        }
    }

    /// The policies of a configuration; `None` where it names one that cannot be loaded, or a rule that none of them has.
    fn known(&mut self, config: &Config) -> Option<Vec<usize>> {
        let own = match &config.policy {
            Some(named) => self.policy(named)?,
            None => 0,
        };
        let same = |at: usize, other: usize| self.policies[at].policy.id() == self.policies[other].policy.id();
        let mut known = vec![own];
        known.extend((own != 0 && !same(own, 0)).then_some(0));
        let policies: Vec<&Policy> = known.iter().map(|at| &self.policies[*at].policy).collect();
        let faults = config.check_rules(&policies);
        if faults.is_empty() {
            return Some(known);
        }
        self.fault(faults);
        None
    }

    /// The index of a policy that a configuration names.
    fn policy(&mut self, named: &Sourced<PolicyRef>) -> Option<usize> {
        match &named.value {
            PolicyRef::Embedded(id) => self.policies.iter().position(|loaded| loaded.policy.id() == &**id),
            PolicyRef::Folder(folder) => {
                if let Some(known) = self.folders.get(folder) {
                    return *known;
                }
                let loaded = self.folder(folder, named);
                self.folders.insert(folder.clone(), loaded);
                loaded
            }
        }
    }

    fn folder(&mut self, folder: &Path, named: &Sourced<PolicyRef>) -> Option<usize> {
        let source = match PackSource::read(self.system, folder) {
            Ok(source) => source,
            Err(fault) => {
                // The folder as a whole is at fault: that is a fault of whoever names it.
                let place = &named.place;
                let fault = FileFault { file: place.source.name.clone(), span: Some(place.span.clone()), ..fault };
                self.fault(vec![ConfigFault::new(fault, Some(Arc::clone(&place.source)))]);
                return None;
            }
        };
        match policies::load(&source, &policies::packs()) {
            Ok(policy) => {
                self.policies.push(Arc::new(Loaded::new(policy)));
                Some(self.policies.len() - 1)
            }
            Err(faults) => {
                let faults = faults.into_iter().map(|fault| in_pack(fault, &source, folder)).collect();
                self.fault(faults);
                None
            }
        }
    }

    fn fault(&mut self, faults: Vec<ConfigFault>) {
        for fault in faults {
            let is_it = |known: &ConfigFault| (&known.fault, &known.source) == (&fault.fault, &fault.source);
            if !self.faults.iter().any(is_it) {
                self.faults.push(fault);
            }
        }
    }

    /// Looks at what flags select, now that the policies in use are known.
    fn selected(&self) -> Result<(), Refusal> {
        let rules: Vec<&Rule> = self.policies.iter().flat_map(|loaded| loaded.policy.rules()).collect();
        let unknown =
            self.terms.given.rules.selectors().find(|(_, text)| !rules.iter().any(|rule| matches(text, rule)));
        unknown.map_or(Ok(()), |(flag, text)| {
            let suggestion = nearest(text, &rules).map(str::to_owned);
            Err(Refusal::Selector { flag, text: text.to_owned(), suggestion })
        })
    }

    /// The day of judgement of the first configuration.
    fn as_of(&self) -> Day {
        let first = self.governed.first().map_or_else(|| self.terms.configs.here(), |first| Arc::clone(&first.outcome));
        let given = self.terms.given;
        let own = || given.as_of.as_ref().map_or(given.today, |held| held.value);
        (*first).as_ref().map_or_else(|_| own(), |config| config.effective(Path::new(""), given).as_of.value)
    }

    /// Says by which book each document goes.
    fn settle(&mut self, files: &[Option<&Path>], governed: &[usize]) -> Vec<Option<usize>> {
        files.iter().zip(governed).map(|(file, at)| self.book(*at, *file)).collect()
    }

    fn book(&mut self, at: usize, file: Option<&Path>) -> Option<usize> {
        let Governed { outcome, known, book } = self.governed.get(at)?;
        if book.is_some() {
            return *book;
        }
        let (Some(known), Ok(config)) = (known, &**outcome) else { return None };
        let effective = config.effective(file.unwrap_or(Path::new("")), self.terms.given);
        let same = |draft: &Draft| draft.governed == at && draft.effective.selection == effective.selection;
        let book = self.drafts.iter().position(same).unwrap_or(self.drafts.len());
        let (known, alike) = (known.clone(), config.overrides.is_empty());
        if book == self.drafts.len() {
            self.drafts.push(Draft { governed: at, known, effective });
        }
        if alike {
            self.governed[at].book = Some(book);
        }
        Some(book)
    }
}

/// A fault of a pack as one of a file on disk.
fn in_pack(fault: FileFault, pack: &PackSource, folder: &Path) -> ConfigFault {
    let path = folder.join(&*fault.file);
    let name: Box<str> = path.to_string_lossy().into();
    let text = pack.file(&fault.file).map(ToString::to_string);
    let source = text.map(|text| Arc::new(Source { path, name: name.clone(), text }));
    ConfigFault::new(FileFault { file: name, ..fault }, source)
}
