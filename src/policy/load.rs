//! Loads a pack: the manifest, the tables, the heads of the rules; says every fault, not just the first.

use super::code::Code;
use super::group::{Group, Groups};
use super::load_preconditions as preconditions;
use super::load_rules;
use super::load_tables::{self as rows, FIT, PROFILES, REACH, REGIONS};
use super::load_vocabulary::{self as vocabulary, Vocabulary};
use super::manifest::{self, Manifest};
use super::source::PackSource;
use super::tables::{Fit, PreconditionRow, Profile, Reach, Region, Regions};
use super::vocabulary::Vocab;
use super::{Policy, check_tables};
use crate::file::{Faults, FileFault};
use crate::texts::Arg;

/// What a pack is loaded with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Library<'a> {
    /// The packs from which rules are taken: the engine's (id `engine`), and those that `rules-from` may name.
    pub packs: &'a [PackSource],
    /// The names of the checks that the engine knows; `None` leaves the names unjudged.
    pub checks: Option<&'a [&'a str]>,
}

/// A rule that a policy leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The rule.
    pub code: Code,
    /// Why it is left out.
    pub why: Why,
}

/// Why a policy leaves a rule out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Its manifest switches the rule off.
    Off,
    /// It does not use this group, which the rule needs.
    Unused(Group),
}

/// The typed tables of a pack.
#[derive(Debug, Clone, Default)]
pub(super) struct Tables {
    pub(super) vocabulary: Vocabulary,
    pub(super) regions: Option<Regions>,
    pub(super) by_code: Vec<Region>,
    pub(super) fit: Vec<Fit>,
    pub(super) profiles: Vec<Profile>,
    pub(super) reaches: Vec<Reach>,
    pub(super) preconditions: Vec<PreconditionRow>,
}

impl Tables {
    pub(super) fn empty(&self, vocab: Vocab) -> bool {
        self.vocabulary.list(vocab).is_empty()
    }
}

/// The known files under `tables/`.
const TABLES: [&str; 6] = [vocabulary::FILE, REGIONS, FIT, PROFILES, preconditions::FILE, REACH];

/// Loads a policy, with the rules of the engine's pack and of the one that it names.
pub(super) fn load(source: &PackSource, library: &Library<'_>) -> Result<Policy, Vec<FileFault>> {
    let mut loader = Loader { source, faults: source.faults.clone() };
    let mut manifest = loader.manifest();
    let lender = manifest.rules_from.as_deref().and_then(|id| library.pack(id));
    manifest.lender = lender.and_then(|pack| pack.file(manifest::FILE)).map(|text| manifest::lender(text));
    let tables = loader.tables(&manifest);
    if loader.faults.len() == source.faults.len() {
        loader.faults.extend(check_tables::check(source, &manifest, &tables));
    }
    let found = load_rules::read(source, &manifest, &tables, library);
    loader.faults.extend(found.faults);
    let Some(examples_as_of) = manifest.examples_as_of.filter(|_| loader.faults.is_empty()) else {
        // Of the engine's pack no day is asked for; but it is no policy.
        if loader.faults.is_empty() {
            loader.fault(manifest::FILE, "file-missing-key", vec![("key", manifest::EXAMPLES_AS_OF.into())]);
        }
        return Err(loader.faults);
    };
    Ok(Policy::new(manifest, examples_as_of, tables, (found.rules, found.left_out), source.files.clone()))
}

struct Loader<'a> {
    source: &'a PackSource,
    faults: Vec<FileFault>,
}

impl Loader<'_> {
    /// Adds a fault of a whole file.
    fn fault(&mut self, file: &str, key: &'static str, args: Vec<(&'static str, Arg<'static>)>) {
        self.faults.push(FileFault { file: file.into(), span: None, key, args });
    }

    /// Reads a file with one of the readers; a missing file is a fault where it is needed.
    fn read<T: Default>(&mut self, path: &str, needed: bool, read: impl FnOnce(&mut Faults, &str) -> T) -> T {
        let mut faults = Faults::new(path);
        let Some(text) = self.source.file(path) else {
            if needed {
                self.fault(path, "pack-missing-file", Vec::new());
            }
            return T::default();
        };
        let value = read(&mut faults, text);
        self.faults.append(&mut faults.list);
        value
    }

    fn manifest(&mut self) -> Manifest {
        self.read(manifest::FILE, true, |faults, text| Some(manifest::read(faults, text))).unwrap_or_default()
    }

    fn tables(&mut self, manifest: &Manifest) -> Tables {
        let groups = manifest.groups;
        let words = self.read(vocabulary::FILE, true, |faults, text| vocabulary::read(faults, groups, text));
        let regions =
            if groups.reach { self.read(REGIONS, true, |f, text| Some(rows::regions(f, text))) } else { None };
        let tables = Tables {
            by_code: regions.as_ref().map(rows::by_code).unwrap_or_default(),
            regions,
            fit: self.read(FIT, true, |faults, text| rows::fit(faults, &words, text)),
            profiles: self.read(PROFILES, true, |faults, text| rows::profiles(faults, &words, groups, text)),
            reaches: if groups.reach {
                self.read(REACH, true, |faults, text| rows::reaches(faults, &words, groups, text))
            } else {
                Vec::new()
            },
            preconditions: self
                .read(preconditions::FILE, true, |faults, text| preconditions::read(faults, &words, groups, text)),
            vocabulary: words,
        };
        self.unused(groups);
        let files = self.source.files.iter().map(|(path, _)| &**path);
        for path in files.filter(|path| path.starts_with("tables/") && !TABLES.contains(path)) {
            let mut faults = Faults::new(path);
            faults.unknown(&(path, 0..0), "file", TABLES.into_iter());
            self.faults.append(&mut faults.list);
        }
        tables
    }

    /// Tables of a group that the policy does not use.
    fn unused(&mut self, groups: Groups) {
        for path in [REGIONS, REACH].into_iter().filter(|path| !groups.reach && self.source.file(path).is_some()) {
            let mut faults = Faults::new(path);
            rows::of_unused(&mut faults, &(0..0), (path, Group::Reach));
            self.faults.append(&mut faults.list);
        }
    }
}

impl Library<'_> {
    /// The pack of an id.
    pub(super) fn pack(&self, id: &str) -> Option<&PackSource> {
        self.packs.iter().find(|pack| pack.id() == Some(id))
    }
}
