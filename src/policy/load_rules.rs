//! Reads the heads of a policy's rules: its own, the engine's, and those that it takes from another pack.

use std::borrow::Cow;
use std::sync::Arc;

use super::code::Code;
use super::heads;
use super::load::{LeftOut, Library, Tables, Why};
use super::load_vocabulary as vocabulary;
use super::manifest::{self, ENGINE, Manifest};
use super::meant::{Meant, meant};
use super::rule::{Origin, Owner, Rule};
use super::source::PackSource;
use super::vocabulary::{Is, Vocab};
use crate::file::{Faults, FileFault, locate};

/// The rules of a policy.
#[derive(Default)]
pub(super) struct Found {
    /// Those that it has, in the order of the catalogue.
    pub(super) rules: Vec<Rule>,
    /// Those that it leaves out, in the same order.
    pub(super) left_out: Vec<LeftOut>,
    pub(super) faults: Vec<FileFault>,
}

/// The identifiers of actors that a pack's rules may name, each with its index among the policy's own.
type Actors = Arc<[(Box<str>, u8)]>;

/// What rules are read with, wherever they come from.
struct Terms<'l> {
    meant: Arc<Meant>,
    checks: Option<&'l [&'l str]>,
}

/// Reads all heads.
pub(super) fn read<'l>(
    source: &PackSource,
    manifest: &'l Manifest,
    tables: &Tables,
    library: &'l Library<'l>,
) -> Found {
    let mut found = Found::default();
    let own: Actors = own_actors(tables).collect();
    let terms = Terms { meant: meant(tables).into(), checks: library.checks };
    found.heads(source, &Owner::Policy, (&own, &terms));
    for rule in &found.rules {
        found.faults.extend(cited(manifest, rule));
    }
    let lent = found.lent(source, manifest, library);
    if let Some(engine) = library.pack(ENGINE) {
        found.heads(engine, &Owner::Engine, (&own, &terms));
    }
    if let Some((id, pack)) = lent {
        found.heads(pack, &Owner::Other(id.into()), (&lent_actors(pack, tables), &terms));
    }
    found.rules.sort_by_key(|rule| rule.code.rank());
    found.names();
    found.off(source, manifest);
    found.leave_out(manifest);
    found
}

impl Found {
    /// The pack that lends rules.
    fn lent<'l>(
        &mut self,
        source: &PackSource,
        manifest: &'l Manifest,
        library: &'l Library<'l>,
    ) -> Option<(&'l str, &'l PackSource)> {
        let id = manifest.rules_from.as_deref()?;
        let pack = library.pack(id);
        if pack.is_none() {
            let mut faults = Faults::new(manifest::FILE);
            let at = source.file(manifest::FILE).map_or(0..0, |text| locate(text, &["rules-from"]));
            faults.unknown(&(id, at), "pack", library.packs.iter().filter_map(PackSource::id));
            self.faults.append(&mut faults.list);
        }
        pack.map(|pack| (id, pack))
    }

    /// Reads the heads of a pack's rules, leaving out codes that are already there.
    fn heads(&mut self, pack: &PackSource, owner: &Owner, (actors, terms): (&Actors, &Terms<'_>)) {
        for (name, path, text) in pack.rules() {
            let file = match owner {
                Owner::Policy => Cow::Borrowed(path),
                Owner::Engine => Cow::Owned(format!("{ENGINE}/{path}")),
                Owner::Other(id) => Cow::Owned(format!("{id}/{path}")),
            };
            let mut faults = Faults::new(&file);
            let Some(code) = Code::parse(name) else {
                faults.word(&(0..0), "pack-not-a-code", "value", name);
                self.faults.append(&mut faults.list);
                continue;
            };
            if self.rules.iter().any(|rule| rule.code == code) {
                continue;
            }
            let (owner, actors) = (owner.clone(), Arc::clone(actors));
            let meant = Arc::clone(&terms.meant);
            let origin = Origin { file: file.into(), text: text.clone(), owner, actors, meant };
            self.rules.extend(heads::read(&mut faults, code, origin, terms.checks));
            self.faults.append(&mut faults.list);
        }
    }

    /// Names are unique, and the rules that a head names exist.
    fn names(&mut self) {
        for (i, rule) in self.rules.iter().enumerate() {
            let mut faults = Faults::new(rule.file());
            if self.rules.iter().take(i).any(|other| other.name == rule.name) {
                let at = heads::place(rule.source(), "name").unwrap_or(0..0);
                faults.word(&at, "file-duplicate", "value", &rule.name);
            }
            for (key, codes) in [("silences", &rule.silences), ("rests-on", &rule.rests_on)] {
                for code in codes.iter().filter(|code| !self.rules.iter().any(|other| other.code == **code)) {
                    let at = heads::place(rule.source(), key).unwrap_or(0..0);
                    faults.unknown(&(code.as_str(), at), "rule", self.rules.iter().map(|other| other.code.as_str()));
                }
            }
            self.faults.append(&mut faults.list);
        }
    }

    /// What the manifest switches off exists.
    fn off(&mut self, source: &PackSource, manifest: &Manifest) {
        for code in manifest.off.iter().filter(|code| !self.rules.iter().any(|rule| rule.code == **code)) {
            let mut faults = Faults::new(manifest::FILE);
            let at = source.file(manifest::FILE).map_or(0..0, |text| locate(text, &["off"]));
            faults.unknown(&(code.as_str(), at), "rule", self.rules.iter().map(|rule| rule.code.as_str()));
            self.faults.append(&mut faults.list);
        }
    }

    /// Takes out the rules that the policy leaves out.
    fn leave_out(&mut self, manifest: &Manifest) {
        let why = |rule: &Rule| {
            let unused = rule.groups.iter().find(|group| !manifest.groups.has(**group));
            let off = manifest.off.contains(&rule.code).then_some(Why::Off);
            off.or_else(|| unused.map(|group| Why::Unused(*group)))
        };
        let left_out = self.rules.iter().filter_map(|rule| Some(LeftOut { code: rule.code, why: why(rule)? }));
        self.left_out = left_out.collect();
        self.rules.retain(|rule| why(rule).is_none());
    }
}

/// What a rule of the policy cites stands in the manifest's list.
fn cited(manifest: &Manifest, rule: &Rule) -> Vec<FileFault> {
    let mut faults = Faults::new(rule.file());
    for citation in rule.citations.iter().filter(|citation| !manifest.cites(citation)) {
        let at = heads::place(rule.source(), "citations").unwrap_or(0..0);
        faults.unknown(&(citation, at), "citation", manifest.citations.iter().map(|known| &*known.key));
    }
    faults.list
}

/// The policy's own actors with their indexes.
fn own_actors(tables: &Tables) -> impl Iterator<Item = (Box<str>, u8)> {
    tables.vocabulary.list(Vocab::Actor).iter().map(|entry| entry.id.clone()).zip(0..)
}

/// The actors of a pack that lends rules: each stands for the policy's own of the same meaning, and where it has none, for the region.
fn lent_actors(pack: &PackSource, tables: &Tables) -> Actors {
    let text = pack.file(vocabulary::FILE).map(|text| &**text).unwrap_or_default();
    let mut faults = Faults::new(vocabulary::FILE);
    let lent = vocabulary::list_of(&mut faults, Vocab::Actor, text);
    let own = tables.vocabulary.list(Vocab::Actor);
    let with = |is: Is| own.iter().position(|entry| entry.is.contains(&is));
    let index = |id: &str, is: &[Is]| {
        let meant = is.iter().find_map(|is| with(*is)).or_else(|| own.iter().position(|entry| *entry.id == *id));
        u8::try_from(meant.or_else(|| with(Is::Region)).unwrap_or_default()).unwrap_or_default()
    };
    lent.into_iter().map(|entry| (entry.id.clone(), index(&entry.id, &entry.is))).collect()
}
