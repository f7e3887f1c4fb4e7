//! A: the deviations of a document themselves: known, allowed, in time, approved, used.

use crate::findings::{Deviation as InForce, Draft, FixPlan, Param, Spot};
use crate::fix::Change;
use crate::model::agreement::Deviation;
use crate::model::keys;
use crate::policy::calendar::Date;
use crate::policy::vocabulary::Is;
use crate::policy::{Deviation as Allowance, Rule};
use crate::rules::context::{Context, Sink};
use crate::text::suggest;

/// What became of one deviation of a document.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent fact")]
pub struct Ruling<'a> {
    /// The deviation.
    pub deviation: &'a Deviation<'a>,
    /// The rule that it names; `None` where there is none.
    pub rule: Option<&'a Rule>,
    /// Whether its last day has passed.
    pub expired: bool,
    /// Whether the rule allows it.
    pub allowed: bool,
    /// Whether something that its rule and place cover fires.
    pub used: bool,
    /// Whether everything that it might cover could be judged.
    pub complete: bool,
}

impl<'a> Ruling<'a> {
    /// Rules on each deviation of a document; whether they are used is still to be found out.
    pub fn all(cx: &Context<'a>, complete: bool) -> Vec<Self> {
        let rule = |deviation: &'a Deviation<'a>| {
            let rule = named(cx, deviation.rule.0);
            Self {
                deviation,
                rule,
                expired: deviation.until.is_some_and(|(until, _)| cx.past(until)),
                allowed: rule.is_none_or(|rule| allows(cx, rule)),
                used: false,
                complete,
            }
        };
        cx.agreement.deviations.iter().map(rule).collect()
    }

    /// The deviation as it accepts findings; `None` where it accepts none.
    pub fn in_force(&self, cx: &Context<'_>) -> Option<InForce> {
        let rule = self.rule.filter(|_| self.allowed && !self.expired)?;
        let Deviation { index, path, reason, approved_by, until, .. } = *self.deviation;
        Some(InForce {
            index,
            rule: rule.code,
            path: path.unwrap_or_default().into(),
            reason: reason.into(),
            approved_by: approved_by.map(Into::into),
            until: until.map(|(_, node)| cx.written(node).into()),
        })
    }
}

/// The rule that a deviation names by its code or name.
fn named<'a>(cx: &Context<'a>, word: &str) -> Option<&'a Rule> {
    cx.policy.rules().find(|rule| rule.code.as_str() == word || &*rule.name == word)
}

/// Whether a document may deviate from a rule.
pub fn allows(cx: &Context<'_>, rule: &Rule) -> bool {
    match rule.deviation {
        Allowance::Yes => true,
        Allowance::No => false,
        Allowance::UnlessBoardDecides => cx.facts.predates || !board_decides(cx),
    }
}

/// Whether it is certain that the parties do not decide on their own.
fn board_decides(cx: &Context<'_>) -> bool {
    cx.agreement.reach.get().is_some_and(|reach| !cx.is(cx.policy.reach(reach).body, Is::Parties))
}

fn rule_at(ruling: &Ruling<'_>) -> Draft {
    Draft::at(Spot::value(ruling.deviation.rule.1))
}

/// A801: no rule has the code or name that a deviation gives.
pub(super) fn unknown_rule(cx: &Context<'_>, rulings: &[Ruling<'_>], sink: &mut Sink) {
    for ruling in rulings.iter().filter(|ruling| ruling.rule.is_none()) {
        let word = ruling.deviation.rule.0;
        let known = cx.policy.rules().flat_map(|rule| [rule.code.as_str(), &*rule.name]);
        let draft = rule_at(ruling).param("value", Param::text(word));
        sink.emit(match suggest::nearest_loose(word, known) {
            Some(suggestion) => draft.param("suggestion", suggestion).case("suggested"),
            None => draft.case("unknown"),
        });
    }
}

/// A802: nothing fires that a deviation covers. Rules across documents have their say later.
pub(super) fn unused(cx: &Context<'_>, rulings: &[Ruling<'_>], sink: &mut Sink) {
    for ruling in rulings.iter().filter(|ruling| ruling.complete && !ruling.used) {
        let deviation = ruling.deviation;
        if ruling.rule.is_none() || !ruling.allowed || ruling.expired {
            continue;
        }
        let draft = Draft::at(cx.key_of(deviation.node)).param("rule", deviation.rule.0);
        let draft = draft.fix([FixPlan::new([Change::Remove(deviation.node)])]);
        sink.emit(match deviation.path {
            Some(path) => draft.param("path", path).case("below"),
            None => draft.case("everywhere"),
        });
    }
}

/// A803: a deviation's last day has passed.
pub(super) fn expired(cx: &Context<'_>, rulings: &[Ruling<'_>], sink: &mut Sink) {
    for ruling in rulings.iter().filter(|ruling| ruling.expired) {
        let Some((_, node)): Option<(Date, _)> = ruling.deviation.until else { continue };
        let draft = Draft::at(Spot::value(node)).param("rule", ruling.deviation.rule.0);
        sink.emit(draft.param("date", cx.written(node)));
    }
}

/// A804: the rule allows no deviation.
pub(super) fn not_allowed(_: &Context<'_>, rulings: &[Ruling<'_>], sink: &mut Sink) {
    for ruling in rulings.iter().filter(|ruling| !ruling.allowed) {
        sink.emit(rule_at(ruling).param("rule", ruling.deviation.rule.0));
    }
}

/// A805: the agreement is formal, and nobody has approved the deviation.
pub(super) fn not_approved(cx: &Context<'_>, rulings: &[Ruling<'_>], sink: &mut Sink) {
    if !cx.facts.formal {
        return;
    }
    for ruling in rulings.iter().filter(|ruling| ruling.deviation.approved_by.is_none()) {
        let node = ruling.deviation.node;
        let draft = Draft::at(cx.key_of(node)).absent(node, &[keys::APPROVED_BY]);
        sink.emit(draft.param("rule", ruling.deviation.rule.0));
    }
}
