//! The register of a document: every entry of `afwijkingen`, and what has become of it.

use crate::findings::{Registered, State};
use crate::json::{Kind, NodeId, Tree};
use crate::model::keys;
use crate::policy::Date;
use crate::rules::Context;
use crate::rules::deviations::Ruling;

/// The entries in the order of the document, each with its node. Whether one is used by rules across documents is found out later:
/// `across` says which are such.
pub(super) fn of(
    cx: &Context<'_>,
    rulings: &[Ruling<'_>],
    across: impl Fn(&Ruling<'_>) -> bool,
) -> Vec<(NodeId, Registered)> {
    let list = cx.top(keys::DEVIATIONS).filter(|list| cx.tree.kind(*list) == Kind::Array);
    let items = list.map(|list| cx.tree.items(list)).unwrap_or_default();
    let entry = |(index, node): (usize, &NodeId)| {
        let written = written(cx.tree, *node, index);
        let ruling = rulings.iter().find(|ruling| ruling.deviation.index == index);
        let entry = match ruling {
            Some(ruling) => judged(cx, ruling, written, across(ruling)),
            None => written,
        };
        (*node, entry)
    };
    items.iter().enumerate().map(entry).collect()
}

/// An entry as it is written; it is taken for faulty.
fn written(tree: &Tree, node: NodeId, index: usize) -> Registered {
    let object = tree.kind(node) == Kind::Object;
    let text = |key: &str| {
        let value = tree.get(node, key).filter(|_| object)?;
        tree.string(value).filter(|_| !tree.is_bad(value))
    };
    Registered {
        index,
        state: State::Faulty,
        written: text(keys::RULE).map(Into::into),
        rule: None,
        path: text(keys::PATH).map(Into::into),
        reason: text(keys::EXPLANATION).map(Into::into),
        approved_by: text(keys::APPROVED_BY).filter(|name| !name.is_empty()).map(Into::into),
        until: text(keys::UNTIL).map(|day| (day.into(), Date::parse(day))),
        range: None,
        waits: false,
    }
}

/// A sound entry, with what the document alone can tell of it.
fn judged(cx: &Context<'_>, ruling: &Ruling<'_>, written: Registered, across: bool) -> Registered {
    let idle = ruling.complete && !ruling.used;
    let state = if ruling.rule.is_none() {
        State::Unknown
    } else if !ruling.allowed {
        State::NotAllowed
    } else if cx.facts.over {
        State::NotCurrent
    } else if ruling.expired {
        State::Expired
    } else if idle && !across {
        State::Unused
    } else {
        State::InForce
    };
    let rule = ruling.rule.map(|rule| rule.code);
    Registered { state, rule, waits: idle && across && state == State::InForce, ..written }
}

/// What the documents around it tell of an entry: whether the agreement has been replaced, and whether a rule across documents uses
/// the entry; `whole` is whether these could be judged.
pub(super) fn settle(entry: &mut Registered, replaced: bool, used: bool, whole: bool) {
    match entry.state {
        State::Expired | State::Unused | State::InForce if replaced => entry.state = State::NotCurrent,
        State::InForce if entry.waits && whole && !used => entry.state = State::Unused,
        _ => {}
    }
}
