//! Looks whether the tables of a pack agree with each other.

use super::load::Tables;
use super::load_preconditions as preconditions;
use super::load_tables::{FIT, REACH, REGIONS};
use super::load_vocabulary as vocabulary;
use super::manifest::Manifest;
use super::source::PackSource;
use super::tables::{Fit, PartsRule};
use super::vocabulary::{Is, Vocab};
use super::words::{MEANINGS, Times};
use crate::file::FileFault;
use crate::file::{Faults, locate};
use crate::texts::Arg;

/// A fault's place as a path of keys in a file, resolved only where there is a fault.
struct Checker<'a> {
    source: &'a PackSource,
    manifest: &'a Manifest,
    tables: &'a Tables,
    faults: Vec<FileFault>,
}

/// Adds a fault for everything in which the tables disagree.
pub(super) fn check(source: &PackSource, manifest: &Manifest, tables: &Tables) -> Vec<FileFault> {
    let mut checker = Checker { source, manifest, tables, faults: Vec::new() };
    checker.lists();
    checker.meanings();
    checker.needed_meanings();
    checker.names();
    checker.regions();
    checker.fit();
    checker.reaches();
    checker.adoption();
    checker.preconditions();
    checker.citations();
    checker.faults
}

impl Checker<'_> {
    fn add(&mut self, file: &str, path: &[&str], key: &'static str, args: Vec<(&'static str, Arg<'static>)>) {
        let at = self.source.file(file).map_or(0..0, |text| locate(text, path));
        let mut faults = Faults::new(file);
        faults.add(&at, key, args);
        self.faults.append(&mut faults.list);
    }

    /// Every list that the policy's groups need has an entry.
    fn lists(&mut self) {
        let groups = self.manifest.groups;
        let joins = self.tables.profiles.iter().any(|profile| profile.joins);
        let whole = self.tables.preconditions.iter().any(|row| !row.whole_scope_for.is_empty());
        let needed = [
            (Vocab::CoreTask, true),
            (Vocab::Profile, true),
            (Vocab::Phase, true),
            (Vocab::Status, true),
            (Vocab::Dimension, true),
            (Vocab::Responsible, true),
            (Vocab::Actor, true),
            (Vocab::Party, true),
            (Vocab::Reach, groups.reach),
            (Vocab::ReadRight, groups.rights),
            (Vocab::WriteRight, groups.rights),
            (Vocab::Role, groups.contacts),
            (Vocab::Principle, groups.principles),
            (Vocab::Outcome, groups.assessment),
            (Vocab::Body, groups.assessment),
            (Vocab::Route, joins),
            (Vocab::Through, joins),
            (Vocab::Scope, whole),
        ];
        for (vocab, _) in needed.into_iter().filter(|(vocab, needed)| *needed && self.tables.empty(*vocab)) {
            self.add(vocabulary::FILE, &[], "pack-empty-list", vec![("list", vocab.as_str().into())]);
        }
    }

    /// Every meaning stands as often as it must in each of its lists.
    fn meanings(&mut self) {
        for (word, is, lists, times) in MEANINGS {
            for vocab in lists {
                let list = self.tables.vocabulary.list(*vocab);
                let ids: Vec<&str> =
                    list.iter().filter(|entry| entry.is.contains(&is)).map(|entry| &*entry.id).collect();
                match ids[..] {
                    [] if times == Times::Once && !list.is_empty() => self.absent(word, *vocab),
                    [_, second, ..] if times != Times::Any => {
                        let args = vec![("value", word.into()), ("list", vocab.as_str().into())];
                        self.add(vocabulary::FILE, &[vocab.as_str(), second, "is"], "pack-meaning-twice", args);
                    }
                    _ => {}
                }
            }
        }
    }

    /// The meanings that only some groups need.
    fn needed_meanings(&mut self) {
        let groups = self.manifest.groups;
        let joins = self.tables.profiles.iter().any(|profile| profile.joins);
        let needed = [
            (groups.adoption, Is::AdoptionRegion, Vocab::Actor),
            (groups.assessment, Is::Assessor, Vocab::Actor),
            (groups.principles && groups.rights, Is::Picture, Vocab::Principle),
            (joins, Is::Via, Vocab::Route),
        ];
        for (_, is, vocab) in needed.into_iter().filter(|(needed, ..)| *needed) {
            if !self.tables.vocabulary.list(vocab).iter().any(|entry| entry.is.contains(&is)) {
                self.absent(is.as_str(), vocab);
            }
        }
    }

    fn absent(&mut self, word: &str, vocab: Vocab) {
        let args = vec![("value", word.to_owned().into()), ("list", vocab.as_str().into())];
        self.add(vocabulary::FILE, &[vocab.as_str()], "pack-meaning-missing", args);
    }

    /// No former name is a present one.
    fn names(&mut self) {
        for vocab in Vocab::ALL {
            let list = self.tables.vocabulary.list(vocab);
            for entry in list {
                let taken = entry.aliases.iter().find(|alias| list.iter().any(|other| other.id == **alias));
                if let Some(alias) = taken {
                    let args = vec![("value", alias.to_string().into())];
                    self.add(vocabulary::FILE, &[vocab.as_str(), &entry.id, "aliases"], "file-duplicate", args);
                }
            }
        }
    }

    /// No two units have one name.
    fn regions(&mut self) {
        let Some(regions) = &self.tables.regions else {
            return;
        };
        let mut keys: Vec<String> = Vec::new();
        for row in &regions.rows {
            for name in std::iter::once(&row.name).chain(&row.aliases) {
                let key = crate::text::names::region_key(name, &regions.prefix);
                if keys.contains(&key) {
                    self.add(REGIONS, &["regions"], "file-duplicate", vec![("value", name.to_string().into())]);
                }
                keys.push(key);
            }
        }
    }

    /// Every core task has a profile that fits.
    fn fit(&mut self) {
        let columns = self.tables.vocabulary.list(Vocab::Profile).len().max(1);
        for (entry, row) in self.tables.vocabulary.list(Vocab::CoreTask).iter().zip(self.tables.fit.chunks(columns)) {
            if !row.contains(&Fit::Fits) {
                self.add(FIT, &[&entry.id], "pack-nothing-fits", vec![("task", entry.id.to_string().into())]);
            }
        }
    }

    /// Numbers of units: from one to all, without a gap and without an overlap.
    fn reaches(&mut self) {
        let Some(regions) = &self.tables.regions else {
            return;
        };
        let total = u16::try_from(regions.rows.len()).unwrap_or(u16::MAX);
        let mut next = 1;
        for (entry, reach) in self.tables.vocabulary.list(Vocab::Reach).iter().zip(&self.tables.reaches) {
            if reach.least != next || reach.most < reach.least {
                let args = vec![("reach", entry.id.to_string().into()), ("expected", i64::from(next).into())];
                self.add(REACH, &[&entry.id, "least"], "pack-reach-gap", args);
            }
            next = reach.most.saturating_add(1);
        }
        if next != total.saturating_add(1) && !self.tables.reaches.is_empty() {
            let args = vec![("expected", i64::from(total).into())];
            let last = self.tables.vocabulary.list(Vocab::Reach).last().map_or("", |entry| &*entry.id);
            self.add(REACH, &[last, "most"], "pack-reach-end", args);
        }
    }

    /// A reach is local exactly where no adoption region is needed.
    fn adoption(&mut self) {
        if !self.manifest.groups.adoption {
            return;
        }
        for (entry, reach) in self.tables.vocabulary.list(Vocab::Reach).iter().zip(&self.tables.reaches) {
            if entry.is.contains(&Is::Local) == reach.through_adoption {
                let args = vec![("reach", entry.id.to_string().into())];
                self.add(REACH, &[&entry.id, "through-adoption"], "pack-reach-local", args);
            }
        }
    }

    fn preconditions(&mut self) {
        for row in &self.tables.preconditions {
            let stray = row.whole_scope_for.iter().find(|profile| !row.required_by.contains(profile));
            if let Some(profile) = stray {
                let list = self.tables.vocabulary.list(Vocab::Profile);
                let profile = list.get(usize::from(profile.index)).map_or("", |entry| &*entry.id);
                let args = vec![("profile", profile.to_owned().into())];
                self.add(preconditions::FILE, &[&row.id, "whole-scope-for"], "pack-scope-not-required", args);
            }
            if row.parts_rule == PartsRule::OneOrMore && row.parts.is_empty() {
                self.add(preconditions::FILE, &[&row.id, "parts"], "pack-no-parts", Vec::new());
            }
        }
    }

    /// What the tables cite stands in the manifest's list.
    fn citations(&mut self) {
        for vocab in Vocab::ALL {
            for entry in self.tables.vocabulary.list(vocab) {
                self.cited(vocabulary::FILE, &[vocab.as_str(), &entry.id, "citations"], &entry.citations);
            }
        }
        for row in &self.tables.preconditions {
            self.cited(preconditions::FILE, &[&row.id, "citations"], &row.citations);
        }
    }

    fn cited(&mut self, file: &str, path: &[&str], citations: &[Box<str>]) {
        for citation in citations.iter().filter(|citation| !self.manifest.cites(citation)) {
            let at = self.source.file(file).map_or(0..0, |text| locate(text, path));
            let mut faults = Faults::new(file);
            faults.unknown(&(citation, at), "citation", self.manifest.citations.iter().map(|known| &*known.key));
            self.faults.append(&mut faults.list);
        }
    }
}
