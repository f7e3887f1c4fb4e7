//! Faulty packs for tests: the embedded one with a change.

use std::borrow::Cow;

use kader::policy::{FileFault, Group, Lang, Library, PackSource, Policy, Vocab, engine, netcentric};

pub(crate) const PACK: &str = "pack.toml";
pub(crate) const VOCABULARY: &str = "tables/vocabulary.toml";
pub(crate) const PRECONDITIONS: &str = "tables/preconditions.toml";
pub(crate) const PROFILES: &str = "tables/profiles.toml";
pub(crate) const REACH: &str = "tables/reach.toml";
pub(crate) const REGIONS: &str = "tables/regions.toml";
pub(crate) const FIT: &str = "tables/fit.toml";
pub(crate) const R301: &str = "rules/R301.toml";

/// The embedded policy.
pub(crate) fn policy() -> Policy {
    let packs = [engine()];
    match Policy::load(&netcentric(), &Library { packs: &packs, checks: None }) {
        Ok(policy) => policy,
        Err(faults) => panic!("the embedded pack has no faults, but {faults:#?}"),
    }
}

/// The embedded pack with one text replaced in one file (its first occurrence).
pub(crate) fn mutated(file: &str, from: &str, to: &str) -> PackSource {
    let mut source = netcentric();
    for (path, text) in &mut source.files {
        if **path == *file {
            assert!(text.contains(from), "{file} holds {from}");
            *text = Cow::Owned(text.replacen(from, to, 1));
        }
    }
    source
}

/// The faults of a pack, those of a start and of a full check.
pub(crate) fn faults(source: &PackSource) -> Vec<FileFault> {
    let packs = [engine(), netcentric()];
    match Policy::load(source, &Library { packs: &packs, checks: None }) {
        Ok(policy) => policy.check(),
        Err(faults) => faults,
    }
}

/// The bytes at a fault's place.
pub(crate) fn marked<'s>(source: &'s PackSource, fault: &FileFault) -> Option<&'s str> {
    source.file(&fault.file)?.get(fault.span.clone()?)
}

/// Asserts that the mutation gives one fault: in this file, at this text, with these messages.
pub(crate) fn one(file: &str, (from, to): (&str, &str), at: &str, nl: &str, en: &str) -> FileFault {
    let source = mutated(file, from, to);
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!((&*fault.file, marked(&source, fault)), (file, Some(at)));
    assert_eq!((fault.message(Lang::Nl), fault.message(Lang::En)), (nl.to_owned(), en.to_owned()));
    fault.clone()
}

/// The embedded pack without some groups, and without all that belongs to them in its tables.
pub(crate) fn without(groups: &[Group]) -> PackSource {
    let gone = |group: Option<Group>| group.is_some_and(|group| groups.contains(&group));
    let keys = |group: Group| match group {
        Group::Adoption => &["through-adoption"][..],
        Group::Rights => &["read", "write", "rights-as-a-rule", "shortfall-informs", "safeguard"],
        Group::Contacts => &["information", "coordination", "on-call"],
        Group::Assessment => &["assessable", "assessed-from", "body"],
        Group::Principles => &["principles"],
        Group::Temporary => &["temporary"],
        Group::Reach | Group::Supplements => &[],
    };
    let keys: Vec<&str> = groups.iter().flat_map(|group| keys(*group)).copied().collect();
    let list = |line: &str| {
        let name = line.strip_prefix('[')?.split('.').next()?;
        Vocab::ALL.into_iter().find(|vocab| vocab.as_str() == name)
    };
    let mut source = netcentric();
    source.files.retain(|(path, _)| !(groups.contains(&Group::Reach) && [REACH, REGIONS].contains(&&**path)));
    for (path, text) in &mut source.files {
        let mut out = false;
        let mut kept = String::new();
        for line in text.lines() {
            if path.starts_with("tables/") && line.starts_with('[') {
                out = gone(list(line).and_then(Vocab::group));
            }
            let key = line.split(" = ").next().unwrap_or_default();
            if out || (path.starts_with("tables/") && keys.contains(&key)) {
                continue;
            }
            let words = groups.iter().map(|group| format!("\"{}\", ", group.as_str()));
            let line = if **path == *PACK && line.starts_with("groups = ") {
                words.fold(line.replace(']', ", ]"), |line, word| line.replace(&word, ""))
            } else {
                line.to_owned()
            };
            kept.push_str(&line);
            kept.push('\n');
        }
        *text = Cow::Owned(kept);
    }
    source
}

/// A pack as a policy that can judge.
pub(crate) fn loaded(source: &PackSource) -> Policy {
    let checks: Vec<&str> = kader::rules::registry::CHECKS.iter().map(|check| check.name).collect();
    let packs = [engine(), netcentric()];
    let loaded = Policy::load(source, &Library { packs: &packs, checks: Some(&checks) });
    loaded.unwrap_or_else(|faults| panic!("{faults:#?}"))
}
