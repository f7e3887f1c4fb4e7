//! `json`, version 1: frozen structs of its own. Their names and order are a promise; see `schemas/diff.schema.json`.

use std::io::{self, Write};

use serde::Serialize;

use super::Source;
use crate::assess::difference::{Outline, Outlined, Pair};
use crate::findings as core;
use crate::report::Words;
use crate::report::json::{Lines, failures};
use crate::report::short::Finding;

/// The version of the format.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Version<'a> {
    name: &'a str,
    policy: Option<&'a str>,
    id: Option<&'a str>,
    phase: Option<&'a str>,
    reach: Option<&'a str>,
    regions: &'a [Box<str>],
}

#[derive(Serialize)]
struct Findings<'a> {
    new: Vec<Finding<'a>>,
    gone: Vec<Finding<'a>>,
    moved: Vec<Moved<'a>>,
    reweighed: Vec<Reweighed<'a>>,
    changed: Vec<Changed<'a>>,
    accepted: Vec<Finding<'a>>,
    same: usize,
}

#[derive(Serialize)]
struct Moved<'a> {
    from: &'a str,
    finding: Finding<'a>,
}

#[derive(Serialize)]
struct Reweighed<'a> {
    from: &'static str,
    finding: Finding<'a>,
}

#[derive(Serialize)]
struct Changed<'a> {
    from: String,
    finding: Finding<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    core_task: &'a str,
    occurrence: usize,
    old: Option<Cooperation<'a>>,
    new: Option<Cooperation<'a>>,
}

#[derive(Serialize)]
struct Cooperation<'a> {
    profile: Option<&'a str>,
    met: &'a [Box<str>],
    open: &'a [Box<str>],
    outcome: Option<&'a str>,
}

/// Writes the difference.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let (names, outlines) = (source.names, source.difference.outlines);
    let mut lines = Lines::report(out, VERSION, source.as_of)?;
    lines.member("old", &version(names.old, outlines.old))?;
    lines.member("new", &version(names.new, outlines.new))?;
    lines.member("findings", &findings(source))?;
    lines.member("cooperations", &source.difference.cooperations.iter().map(change).collect::<Vec<_>>())?;
    lines.member("failures", &failures(source.run, source.lang))?;
    lines.close()
}

fn version<'a>(name: &'a str, outline: &'a Outline) -> Version<'a> {
    Version {
        name,
        policy: outline.policy.as_deref(),
        id: outline.id.as_deref(),
        phase: outline.phase.as_deref(),
        reach: outline.reach.as_deref(),
        regions: &outline.regions,
    }
}

fn findings<'a>(source: &Source<'a>) -> Findings<'a> {
    let words = source.policies.map(|policy| Words { policy, lang: source.lang });
    let new = |finding: &'a core::Finding| Finding::of(finding, words.new);
    let difference = source.difference;
    let moved = |pair: &Pair<&'a core::Finding>| Moved { from: &pair.old.pointer, finding: new(pair.new) };
    let reweighed =
        |pair: &Pair<&'a core::Finding>| Reweighed { from: pair.old.level.as_str(), finding: new(pair.new) };
    let changed =
        |pair: &Pair<&'a core::Finding>| Changed { from: words.old.message(pair.old), finding: new(pair.new) };
    Findings {
        new: difference.new.iter().map(|finding| new(finding)).collect(),
        gone: difference.gone.iter().map(|finding| Finding::of(finding, words.old)).collect(),
        moved: difference.moved.iter().map(moved).collect(),
        reweighed: difference.reweighed.iter().map(reweighed).collect(),
        changed: difference.changed.iter().map(changed).collect(),
        accepted: difference.accepted.iter().map(|finding| new(finding)).collect(),
        same: difference.same,
    }
}

fn change<'a>(pair: &Pair<Option<&'a Outlined>>) -> Change<'a> {
    let either = pair.new.or(pair.old);
    Change {
        core_task: either.map(|one| &*one.task).unwrap_or_default(),
        occurrence: either.map(|one| one.occurrence).unwrap_or_default(),
        old: pair.old.map(cooperation),
        new: pair.new.map(cooperation),
    }
}

fn cooperation(outlined: &Outlined) -> Cooperation<'_> {
    let Outlined { profile, met, open, outcome, .. } = outlined;
    Cooperation { profile: profile.as_deref(), met, open, outcome: outcome.as_deref() }
}
