//! How far the required preconditions are (V402-V405, V410).

use super::{about, demands};
use crate::findings::{Draft, FixPlan, Param, Spot};
use crate::fix::{self, Change, STUB, Step, Value};
use crate::model::cooperation::{Cooperation, Entry, PartValue};
use crate::model::format::ENTRY;
use crate::model::{Field, keys};
use crate::policy::tables::{Part, PartsRule, PreconditionRow};
use crate::policy::vocabulary::{Is, Vocab};
use crate::rules::{Context, Sink};

/// V402: a required precondition is not arranged yet (§3.1).
pub(in crate::rules) fn not_arranged(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        for entry in demand.checked(cx.policy) {
            if let Some((status, node)) = entry.status.pair()
                && !cx.is(status, Is::Arranged)
            {
                sink.emit(about(cx, demand.cooperation, entry, Spot::value(node)).param("status", status));
            }
        }
    }
}

/// V403: a required precondition is arranged, and nothing says what was agreed (§3.1).
pub(in crate::rules) fn without_agreement(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        for entry in demand.arranged(cx.policy) {
            if entry.agreed.is_absent() && entry.evidence.is_absent() && entry.parts.is_absent() {
                sink.emit(about(cx, demand.cooperation, entry, cx.key_of(entry.node)));
            }
        }
    }
}

/// V404: a required precondition is arranged, and a part that it names is not filled in (§3.1).
pub(in crate::rules) fn part_missing(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        for entry in demand.arranged(cx.policy) {
            let Some(known) = entry.known else { continue };
            let row = cx.policy.precondition_row(known);
            let missing = missing_parts(cx, entry, row);
            if !missing.is_empty() {
                let draft = parts_draft(cx, demand.cooperation, entry, row.parts_rule);
                let draft = draft.fix(addition(cx, entry, row, &missing));
                sink.emit(draft.param("parts", Param::list(missing)));
            }
        }
    }
}

/// The fix that adds parts with a text that is still to be written.
fn addition(cx: &Context<'_>, entry: &Entry<'_>, row: &PreconditionRow, missing: &[&str]) -> Option<FixPlan> {
    let parts = cx.tree.get(entry.node, keys::PARTS);
    let stands = |part: &&str| parts.and_then(|parts| cx.tree.get(parts, part));
    let mut changes: Vec<Change> =
        missing.iter().filter_map(stands).map(|empty| Change::Replace(empty, STUB.into())).collect();
    let absent = missing.iter().filter(|part| stands(part).is_none());
    let members: Vec<_> = absent.map(|part| (Step::part(row, part), Value::from(STUB))).collect();
    if !members.is_empty() {
        changes.extend(fix::put(cx.tree, entry.node, &[Step::field(&ENTRY, keys::PARTS)], members)?);
    }
    Some(FixPlan::new(changes))
}

fn parts_draft(cx: &Context<'_>, cooperation: &Cooperation<'_>, entry: &Entry<'_>, rule: PartsRule) -> Draft {
    let place = cx.at().member_key(Some(entry.node), keys::PARTS).key_of(Some(entry.node)).place();
    let case = if rule == PartsRule::OneOrMore { "one-or-more" } else { "all" };
    about(cx, cooperation, entry, place).absent(entry.node, &[keys::PARTS]).case(case)
}

/// The named parts that certainly say nothing; none where one of several is enough and stands.
fn missing_parts<'p>(cx: &Context<'_>, entry: &Entry<'_>, row: &'p PreconditionRow) -> Vec<&'p str> {
    let missing = row.parts.iter().filter(|part| part_is_missing(cx, &entry.parts, part));
    let missing: Vec<&str> = missing.map(|part| &*part.id).collect();
    let enough = row.parts_rule == PartsRule::OneOrMore && missing.len() < row.parts.len();
    if enough { Vec::new() } else { missing }
}

fn part_is_missing(cx: &Context<'_>, stated: &Field<Vec<PartValue<'_>>>, part: &Part) -> bool {
    match stated {
        Field::Absent => true,
        Field::Bad => false,
        Field::Known(values, node) => match values.iter().find(|value| value.id == &*part.id) {
            Some(value) => value.stated == Some(false),
            None => !cx.tree.is_broken(*node),
        },
    }
}

/// V405: the profile asks for the whole organisation, and an arranged precondition covers its basis only (table 4).
pub(in crate::rules) fn scope_too_narrow(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        for entry in demand.arranged(cx.policy) {
            let whole = |row: &PreconditionRow| row.whole_scope_for.contains(&demand.profile.term);
            let asked = entry.known.is_some_and(|known| whole(cx.policy.precondition_row(known)));
            let Some(draft) = asked.then(|| scope_draft(cx, demand.cooperation, entry)).flatten() else { continue };
            let draft = draft.param("profile", demand.profile.term);
            sink.emit(draft.related("profile", demand.cooperation.profile.node().map(Spot::value)));
        }
    }
}

/// The finding about a scope that is absent or too narrow.
fn scope_draft(cx: &Context<'_>, cooperation: &Cooperation<'_>, entry: &Entry<'_>) -> Option<Draft> {
    let found = entry.scope.get();
    if entry.scope.is_bad() || found.is_some_and(|found| !cx.is(found, Is::Partial)) {
        return None;
    }
    let place = cx.at().value(entry.scope.node()).key_of(Some(entry.node)).place();
    let draft = about(cx, cooperation, entry, place)
        .absent(entry.node, &[keys::SCOPE])
        .param("expected", cx.policy.find(Vocab::Scope, Is::Whole)?);
    Some(match found {
        Some(found) => draft.case("narrow").param("found", found),
        None => draft.case("absent"),
    })
}

/// V410: a required precondition was valid until a day before the as-of date (§3.1).
pub(in crate::rules) fn expired(cx: &Context<'_>, sink: &mut Sink) {
    for demand in demands(cx) {
        for entry in demand.checked(cx.policy) {
            if let Some((date, node)) = entry.valid_until.pair()
                && cx.past(date)
            {
                let draft = about(cx, demand.cooperation, entry, Spot::value(node));
                let today = cx.as_of.first.to_string();
                sink.emit(draft.param("date", cx.written(node)).param("today", today.as_str()));
            }
        }
    }
}
