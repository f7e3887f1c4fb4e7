//! The difference as a sheet.

use super::{Compared, Source};
use crate::assess::difference::{Outlined, Pair};
use crate::findings::{Finding, Range};
use crate::policy::tables::RegionRow;
use crate::report::Words;
use crate::report::sheet::{Block, Sheet};
use crate::text::visible;
use crate::texts::listed;

/// The difference as a sheet.
#[must_use]
pub fn sheet(source: &Source<'_>) -> Sheet {
    let difference = source.difference;
    let args = [("old", shown(source.names.old).into()), ("new", shown(source.names.new).into())];
    let title = source.say("diff-title", &args);
    let mut blocks = Vec::new();
    let remark = match source.compared {
        Compared::Not => Some("diff-not-compared"),
        Compared::Partly => Some("diff-partly"),
        Compared::Wholly => difference.is_empty().then_some("diff-nothing"),
    };
    blocks.extend(remark.map(|id| Block::Text(source.say(id, &[]))));
    blocks.extend(agreement(source));
    blocks.extend(difference.cooperations.iter().map(|pair| cooperation(source, *pair)));
    blocks.extend(findings(source));
    let subtitle = if source.compared == Compared::Not { String::new() } else { summary(source) };
    Sheet { title, subtitle, blocks }
}

/// How many findings there are of each kind.
fn summary(source: &Source<'_>) -> String {
    let difference = source.difference;
    let counts = [
        ("new", difference.new.len()),
        ("gone", difference.gone.len()),
        ("moved", difference.moved.len()),
        ("reweighed", difference.reweighed.len()),
        ("changed", difference.changed.len()),
        ("accepted", difference.accepted.len()),
        ("same", difference.same),
    ];
    let counted = counts.iter().filter(|(kind, count)| *count > 0 || *kind == "new" || *kind == "gone");
    let counted =
        counted.map(|(kind, count)| source.say("diff-count", &[("kind", (*kind).into()), ("count", (*count).into())]));
    source.say("diff-findings", &[("counts", counted.collect::<Vec<_>>().join(", ").into())])
}

/// What the agreement as a whole states differently.
fn agreement(source: &Source<'_>) -> Option<Block> {
    let Pair { old, new } = source.difference.outlines;
    let texts = [
        ("policy", &old.policy, &new.policy),
        ("id", &old.id, &new.id),
        ("phase", &old.phase, &new.phase),
        ("reach", &old.reach, &new.reach),
    ];
    let changed = texts.into_iter().filter(|(_, old, new)| old != new);
    let mut facts: Vec<(String, String)> = changed
        .map(|(what, old, new)| (label(source, what), from_to(source, old.as_deref(), new.as_deref())))
        .collect();
    if old.regions != new.regions {
        facts.push((label(source, "regions"), came_and_went(source, &old.regions, &new.regions)));
    }
    if facts.is_empty() {
        return None;
    }
    if old.id != new.id {
        facts.push((label(source, "note"), source.say("diff-other-id", &[])));
    }
    Some(Block::Named(source.say("diff-agreement", &[]), facts))
}

fn label(source: &Source<'_>, what: &str) -> String {
    source.say("diff-what", &[("what", what.into())])
}

fn from_to(source: &Source<'_>, old: Option<&str>, new: Option<&str>) -> String {
    let said =
        |text: Option<&str>| text.map_or_else(|| source.say("diff-none", &[]), |text| format!("`{}`", shown(text)));
    source.say("diff-from-to", &[("old", said(old).into()), ("new", said(new).into())])
}

/// A region's code with its name.
fn region(source: &Source<'_>, code: &str) -> String {
    let known = [source.policies.new, source.policies.old].into_iter().find_map(|policy| {
        let region = policy.region(code)?;
        Some(policy.region_row(region))
    });
    known.map_or_else(|| code.to_owned(), RegionRow::titled)
}

/// "added: a and b; removed: c"
fn came_and_went(source: &Source<'_>, old: &[Box<str>], new: &[Box<str>]) -> String {
    let beside = |some: &[Box<str>], others: &[Box<str>]| {
        let only: Vec<String> =
            some.iter().filter(|one| !others.contains(one)).map(|code| region(source, code)).collect();
        (!only.is_empty()).then(|| listed(source.lang, &only))
    };
    let came = beside(new, old).map(|list| source.say("diff-came", &[("list", list.into())]));
    let went = beside(old, new).map(|list| source.say("diff-went", &[("list", list.into())]));
    came.into_iter().chain(went).collect::<Vec<_>>().join("; ")
}

/// What is different about a cooperation.
fn cooperation(source: &Source<'_>, Pair { old, new }: Pair<Option<&Outlined>>) -> Block {
    let none = Outlined::default();
    let either = new.or(old).unwrap_or(&none);
    let args = [("task", shown(&either.task).into()), ("number", (either.occurrence + 1).into())];
    let id = if either.occurrence == 0 { "diff-cooperation" } else { "diff-cooperation-again" };
    let heading = source.say(id, &args);
    let (before, after) = (old.unwrap_or(&none), new.unwrap_or(&none));
    let mut facts = Vec::new();
    match (old, new) {
        (None, _) => facts.push((label(source, "cooperation"), source.say("diff-cooperation-new", &[]))),
        (_, None) => facts.push((label(source, "cooperation"), source.say("diff-cooperation-gone", &[]))),
        _ => {}
    }
    if before.profile != after.profile {
        facts.push((label(source, "profile"), from_to(source, before.profile.as_deref(), after.profile.as_deref())));
    }
    let count = |one: &Outlined| {
        let all = one.met.len() + one.open.len();
        if all == 0 {
            return source.say("diff-none", &[]);
        }
        source.say("diff-met", &[("met", one.met.len().into()), ("count", all.into())])
    };
    if count(before) != count(after) {
        let args = [("old", count(before).into()), ("new", count(after).into())];
        facts.push((label(source, "met"), source.say("diff-from-to", &args)));
    }
    let changes = [("now-met", &after.met, &before.met), ("no-longer-met", &before.met, &after.met)];
    for (what, some, others) in changes {
        let only: Vec<String> = some.iter().filter(|one| !others.contains(one)).map(|one| format!("`{one}`")).collect();
        if !only.is_empty() {
            facts.push((label(source, what), listed(source.lang, &only)));
        }
    }
    if before.outcome != after.outcome {
        let said = |one: &Outlined| match &one.outcome {
            Some(outcome) => format!("`{}`", shown(outcome)),
            None => source.say("diff-no-outcome", &[]),
        };
        let args = [("old", said(before).into()), ("new", said(after).into())];
        facts.push((label(source, "outcome"), source.say("diff-from-to", &args)));
    }
    Block::Named(heading, facts)
}

/// The findings that differ, under a heading each kind.
fn findings(source: &Source<'_>) -> Vec<Block> {
    let difference = source.difference;
    let words = source.policies.map(|policy| Words { policy, lang: source.lang });
    let new = |finding: &&Finding| line(source, finding, words.new);
    let moved = |pair: &Pair<&Finding>| {
        let args = [("old", shown(place(pair.old)).into()), ("new", shown(place(pair.new)).into())];
        format!("{}\n{}", line(source, pair.new, words.new), source.say("diff-from-to", &args))
    };
    let reweighed = |pair: &Pair<&Finding>| {
        let level = |finding: &Finding| source.say("level", &[("level", finding.level.as_str().into())]);
        let args = [("old", level(pair.old).into()), ("new", level(pair.new).into())];
        format!("{}\n{}", line(source, pair.new, words.new), source.say("diff-from-to", &args))
    };
    let changed = |pair: &Pair<&Finding>| {
        let before = source.say("diff-said", &[("message", shown(&words.old.message(pair.old)).into())]);
        format!("{}\n{before}", line(source, pair.new, words.new))
    };
    let lists = [
        ("new", difference.new.iter().map(new).collect()),
        ("gone", difference.gone.iter().map(|finding| line(source, finding, words.old)).collect()),
        ("moved", difference.moved.iter().map(moved).collect()),
        ("reweighed", difference.reweighed.iter().map(reweighed).collect()),
        ("changed", difference.changed.iter().map(changed).collect()),
        ("accepted", difference.accepted.iter().map(new).collect()),
    ];
    let filled = lists.into_iter().filter(|(_, list): &(&str, Vec<String>)| !list.is_empty());
    filled.map(|(kind, list)| Block::List(source.say("diff-list", &[("kind", kind.into())]), list)).collect()
}

/// `12:3: error V401: message`
fn line(source: &Source<'_>, finding: &Finding, words: Words<'_>) -> String {
    let at = |range: Range| format!("{}:{}: ", range.start.line, range.start.column);
    let level = source.say("level", &[("level", finding.level.as_str().into())]);
    let at = finding.range.map(at).unwrap_or_default();
    format!("{at}{level} {}: {}", finding.code, shown(&words.message(finding)))
}

/// The pointer of a finding's place, `#` for the root.
fn place(finding: &Finding) -> &str {
    if finding.pointer.is_empty() { "#" } else { &finding.pointer }
}

/// A text of a document in one line.
fn shown(text: &str) -> String {
    visible(&text.replace('\n', " ")).into_owned()
}
