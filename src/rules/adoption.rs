//! R: the adoption region (§2.4, §3.2, §3.3).

use crate::findings::{Draft, FixPlan, Param, Spot};
use crate::fix::{Change, Step, Value};
use crate::json::NodeId;
use crate::model::field::{Field, Units};
use crate::model::format::{ADOPTION, DOCUMENT};
use crate::model::keys;
use crate::policy::tables::Region;
use crate::policy::vocabulary::{Is, Term};
use crate::rules::context::{Context, Sink};

/// How many regions R302 offers.
const MOST_CANDIDATES: usize = 5;

/// R302: the reach asks for an adoption region, and there is none.
pub(super) fn missing(cx: &Context<'_>, sink: &mut Sink) {
    let Some((stated, node)) = cx.agreement.reach.pair() else { return };
    let derived = cx.facts.derived_reach.filter(|_| cx.facts.reach_differs);
    let reach = derived.unwrap_or(stated);
    if cx.policy.reach(reach).through_adoption && cx.agreement.adoption.object.is_absent() {
        let draft = Draft::at(Spot::value(node))
            .absent(cx.agreement.root, &[keys::ADOPTION])
            .param("reach", reach)
            .fix(candidates(cx))
            .related("regions", regions(cx));
        sink.emit(draft);
    }
}

/// The fixes that each name one of the first regions; none where the agreement binds all of them at once.
fn candidates(cx: &Context<'_>) -> Vec<FixPlan> {
    let listed = cx.agreement.regions.known().filter(|units| !units.all);
    let first = listed.into_iter().flat_map(|units| units.distinct.iter().take(MOST_CANDIDATES));
    let name = |region: &Region| {
        let code = Value::from(&*cx.policy.region_row(*region).code);
        let way = [Step::field(&DOCUMENT, keys::ADOPTION)];
        let plan = cx.put(cx.agreement.root, &way, [(Step::field(&ADOPTION, keys::REGION), code)])?;
        Some(plan.param("region", *region))
    };
    first.filter_map(name).collect()
}

/// R303: the adoption region is not one of the regions of the agreement.
pub(super) fn not_involved(cx: &Context<'_>, sink: &mut Sink) {
    let (Some((region, node)), Some(units)) = (cx.agreement.adoption.region.pair(), cx.agreement.regions.known())
    else {
        return;
    };
    if units.complete && !units.contains(region) {
        sink.emit(Draft::at(Spot::value(node)).param("region", region).related("regions", regions(cx)));
    }
}

/// R304: an adoption region stands in an agreement that needs none.
pub(super) fn superfluous(cx: &Context<'_>, sink: &mut Sink) {
    let local = |reach: Option<Term>| reach.is_some_and(|reach| cx.is(reach, Is::Local));
    let (Some((stated, reach)), Some(node)) = (cx.agreement.reach.pair(), cx.agreement.adoption.object.node()) else {
        return;
    };
    if local(Some(stated)) && local(cx.facts.derived_reach) {
        let draft = Draft::at(cx.key_of(node)).param("stated", stated).fix([FixPlan::new([Change::Remove(node)])]);
        sink.emit(draft.related("reach", Some(Spot::value(reach))));
    }
}

/// R305: the adoption region has no mandate.
pub(super) fn mandate_missing(cx: &Context<'_>, sink: &mut Sink) {
    let adoption = &cx.agreement.adoption;
    let Some(node) = adoption.object.node() else { return };
    if adoption.mandate.is_absent() {
        sink.emit(Draft::at(cx.key_of(node)).absent(node, &[keys::MANDATE]));
    }
}

/// R306: the adoption region has not consulted all the other regions.
pub(super) fn consultation_incomplete(cx: &Context<'_>, sink: &mut Sink) {
    let adoption = &cx.agreement.adoption;
    let (Some(node), Some(own), Some(bound)) = (adoption.object.node(), adoption.region.get(), &cx.facts.bound) else {
        return;
    };
    let Some(consulted) = consulted(&adoption.consulted) else { return };
    let missing: Vec<Region> =
        bound.iter().copied().filter(|region| *region != own && !consulted.contains(region)).collect();
    if !missing.is_empty() {
        let place = cx.at().member_key(Some(node), keys::CONSULTED).key_of(Some(node)).place();
        let draft = Draft::at(place).absent(node, &[keys::CONSULTED]).fix(consult(cx, node, &missing));
        sink.emit(draft.param("regions", Param::list(missing)));
    }
}

/// The fix that adds regions to those that were consulted.
fn consult(cx: &Context<'_>, adoption: NodeId, regions: &[Region]) -> Option<FixPlan> {
    let codes = regions.iter().map(|region| Value::from(&*cx.policy.region_row(*region).code)).collect();
    match cx.tree.get(adoption, keys::CONSULTED) {
        Some(list) => Some(FixPlan::new([Change::Append(list, codes)])),
        None => cx.put(adoption, &[], [(Step::field(&ADOPTION, keys::CONSULTED), Value::Array(codes))]),
    }
}

/// The regions consulted; `None` where that is not known.
fn consulted(field: &Field<Units>) -> Option<&[Region]> {
    match field {
        Field::Absent => Some(&[]),
        Field::Known(units, _) if units.complete => Some(&units.distinct),
        _ => None,
    }
}

/// R317: the mandate is later than the agreement.
pub(super) fn late_mandate(cx: &Context<'_>, sink: &mut Sink) {
    let (Some((mandate, node)), Some((formalised, formalised_node))) =
        (cx.agreement.adoption.mandate_date.pair(), cx.agreement.formalised.pair())
    else {
        return;
    };
    if formalised.before(mandate) {
        let draft = Draft::at(Spot::value(node))
            .param("date", cx.written(node))
            .param("formalised", cx.written(formalised_node))
            .related("formalised", Some(Spot::value(formalised_node)));
        sink.emit(draft);
    }
}

/// `regios` as a related place.
fn regions(cx: &Context<'_>) -> Option<Spot> {
    cx.agreement.regions.node().map(Spot::value)
}
