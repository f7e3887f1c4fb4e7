//! Loads a pack: the manifest, the tables, the heads of the rules; says every fault, not just the first.

use std::borrow::Cow;
use std::sync::Arc;

use super::calendar::Day;
use super::code::Code;
use super::heads;
use super::load_preconditions as preconditions;
use super::load_tables::{self as rows, FIT, PROFILES, REACH, REGIONS};
use super::load_vocabulary::{self as vocabulary, Vocabulary};
use super::manifest::{self, ENGINE, Manifest};
use super::rule::{Origin, Rule};
use super::source::PackSource;
use super::tables::{Fit, PreconditionRow, Profile, Reach, Region, Regions};
use super::vocabulary::Vocab;
use super::{Policy, check_tables};
use crate::file::Faults;
use crate::file::FileFault;

/// What a pack is loaded with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Library<'a> {
    /// The packs from which rules are taken: the engine's (id `engine`), and those that `rules-from` may name.
    pub packs: &'a [PackSource],
    /// The names of the checks that the engine knows; `None` leaves the names unjudged.
    pub checks: Option<&'a [&'a str]>,
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
    let manifest = loader.manifest();
    let tables = loader.tables(&manifest);
    if loader.faults.len() == source.faults.len() {
        loader.faults.extend(check_tables::check(source, &manifest, &tables));
    }
    let rules = loader.rules(&manifest, &tables, library);
    if !loader.faults.is_empty() {
        return Err(loader.faults);
    }
    let examples_as_of = manifest.examples_as_of.or_else(|| Day::new(2020, 1, 1));
    let Some(examples_as_of) = examples_as_of else {
        return Err(Vec::new());
    };
    Ok(Policy::new(manifest, examples_as_of, tables, rules, source.files.clone()))
}

/// What heads are read with.
struct Context<'a> {
    /// The identifiers of the policy's actors.
    actors: Arc<[Box<str>]>,
    /// The checks that the engine knows.
    checks: Option<&'a [&'a str]>,
}

struct Loader<'a> {
    source: &'a PackSource,
    faults: Vec<FileFault>,
}

impl Loader<'_> {
    /// Reads a file with one of the readers; a missing file is a fault where it is needed.
    fn read<T: Default>(&mut self, path: &str, needed: bool, read: impl FnOnce(&mut Faults, &str) -> T) -> T {
        let mut faults = Faults::new(path);
        let Some(text) = self.source.file(path) else {
            if needed {
                self.faults.push(FileFault {
                    file: path.into(),
                    span: None,
                    key: "pack-missing-file",
                    args: Vec::new(),
                });
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
        let words = self.read(vocabulary::FILE, true, vocabulary::read);
        let regions = self.read(REGIONS, groups.reach, |faults, text| Some(rows::regions(faults, text)));
        let tables = Tables {
            by_code: regions.as_ref().map(rows::by_code).unwrap_or_default(),
            regions,
            fit: self.read(FIT, true, |faults, text| rows::fit(faults, &words, text)),
            profiles: self.read(PROFILES, true, |faults, text| rows::profiles(faults, &words, groups, text)),
            reaches: self.read(REACH, groups.reach, |faults, text| rows::reaches(faults, &words, groups, text)),
            preconditions: self
                .read(preconditions::FILE, true, |faults, text| preconditions::read(faults, &words, text)),
            vocabulary: words,
        };
        let files = self.source.files.iter().map(|(path, _)| &**path);
        for path in files.filter(|path| path.starts_with("tables/") && !TABLES.contains(path)) {
            let mut faults = Faults::new(path);
            faults.unknown(&(path, 0..0), "file", TABLES.into_iter());
            self.faults.append(&mut faults.list);
        }
        tables
    }

    /// The heads of all rules, in the order of the catalogue: the pack's own, the engine's, and those taken from another pack.
    fn rules(&mut self, manifest: &Manifest, tables: &Tables, library: &Library<'_>) -> Vec<Rule> {
        let actors: Vec<Box<str>> = tables.vocabulary.list(Vocab::Actor).iter().map(|entry| entry.id.clone()).collect();
        let context = Context { actors: Arc::from(actors), checks: library.checks };
        let mut rules: Vec<Rule> = Vec::with_capacity(128);
        self.heads(&mut rules, self.source, "", &context);
        for rule in &rules {
            self.cited(manifest, rule);
        }
        let engine = library.pack(ENGINE);
        let lent = manifest.rules_from.as_deref().and_then(|id| library.pack(id).map(|pack| (id, pack)));
        if let (Some(id), None) = (&manifest.rules_from, lent) {
            let ids = library.packs.iter().filter_map(pack_id);
            let mut faults = Faults::new(manifest::FILE);
            let at = self.source.file(manifest::FILE).map_or(0..0, |text| crate::file::locate(text, &["rules-from"]));
            faults.unknown(&(id, at), "pack", ids);
            self.faults.append(&mut faults.list);
        }
        for (id, pack) in engine.map(|pack| (ENGINE, pack)).into_iter().chain(lent) {
            self.heads(&mut rules, pack, id, &context);
        }
        rules.retain(|rule| !manifest.off.contains(&rule.code));
        rules.sort_by_key(|rule| rule.code.rank());
        self.names(&rules, &manifest.off);
        rules
    }

    /// Reads the heads of a pack's rules, leaving out codes that are already there. `owner` is the other pack's id, else empty.
    fn heads(&mut self, rules: &mut Vec<Rule>, pack: &PackSource, owner: &str, context: &Context<'_>) {
        for (name, path, text) in pack.rules() {
            let file = if owner.is_empty() { Cow::Borrowed(path) } else { Cow::Owned(format!("{owner}/{path}")) };
            let mut faults = Faults::new(&file);
            let Some(code) = Code::parse(name) else {
                faults.word(&(0..0), "pack-not-a-code", "value", name);
                self.faults.append(&mut faults.list);
                continue;
            };
            if rules.iter().any(|rule| rule.code == code) {
                continue;
            }
            let origin = Origin { file: file.into(), text: text.clone(), actors: Arc::clone(&context.actors) };
            rules.extend(heads::read(&mut faults, code, origin, context.checks));
            self.faults.append(&mut faults.list);
        }
    }

    /// What a rule of the policy cites stands in the manifest's list.
    fn cited(&mut self, manifest: &Manifest, rule: &Rule) {
        for citation in rule.citations.iter().filter(|citation| !manifest.cites(citation)) {
            let mut faults = Faults::new(rule.file());
            let at = heads::place(rule.source(), "citations").unwrap_or(0..0);
            faults.unknown(&(citation, at), "citation", manifest.citations.iter().map(|known| &*known.key));
            self.faults.append(&mut faults.list);
        }
    }

    /// Names are unique, and the rules that a head names exist.
    fn names(&mut self, rules: &[Rule], off: &[Code]) {
        for (i, rule) in rules.iter().enumerate() {
            let mut faults = Faults::new(rule.file());
            if rules.iter().take(i).any(|other| other.name == rule.name) {
                let at = heads::place(rule.source(), "name").unwrap_or(0..0);
                faults.word(&at, "file-duplicate", "value", &rule.name);
            }
            let known = |code: &Code| off.contains(code) || rules.iter().any(|other| other.code == *code);
            for (key, codes) in [("silences", &rule.silences), ("rests-on", &rule.rests_on)] {
                for code in codes.iter().filter(|code| !known(code)) {
                    let at = heads::place(rule.source(), key).unwrap_or(0..0);
                    faults.unknown(&(code.as_str(), at), "rule", rules.iter().map(|other| other.code.as_str()));
                }
            }
            self.faults.append(&mut faults.list);
        }
    }
}

impl Library<'_> {
    /// The pack of an id.
    fn pack(&self, id: &str) -> Option<&PackSource> {
        self.packs.iter().find(|pack| pack_id(pack) == Some(id))
    }
}

/// The id of a pack, read from its manifest's line `id = "…"` alone.
fn pack_id(pack: &PackSource) -> Option<&str> {
    let text = pack.file(manifest::FILE)?;
    text.lines().find_map(|line| line.strip_prefix("id")?.trim_start().strip_prefix('=')?.trim().split('"').nth(1))
}
