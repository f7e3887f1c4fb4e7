//! R: who signs (table 2).

use crate::findings::{Draft, Spot};
use crate::model::agreement::Party;
use crate::model::field::Field;
use crate::model::keys;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Is;
use crate::rules::context::{Context, Sink};

/// R308: the agreement is formal, and a party of table 2 has not signed.
pub(super) fn missing(cx: &Context<'_>, sink: &mut Sink) {
    let Some(reach) = cx.agreement.reach.get().filter(|_| cx.facts.formal) else { return };
    let Some(signed) = signed(cx) else { return };
    if !signed.contains(&Party::Partner) {
        unsigned(cx, sink, "partner", None);
    }
    if cx.is(reach, Is::Local) {
        let units = cx.agreement.regions.known();
        let regions = units.map(|units| &*units.distinct).unwrap_or_default();
        for region in regions.iter().copied().filter(|region| !signed.contains(&Party::Region(*region))) {
            unsigned(cx, sink, "region", Some(region));
        }
    } else if let Some(region) = cx.agreement.adoption.region.get()
        && !signed.contains(&Party::Region(region))
    {
        unsigned(cx, sink, "adoption-region", Some(region));
    }
}

/// Who signed; `None` where that is not completely known.
fn signed(cx: &Context<'_>) -> Option<Vec<Party>> {
    match &cx.agreement.signatories {
        Field::Absent => Some(Vec::new()),
        Field::Known(list, _) if list.complete => Some(list.items.iter().map(|(item, _)| item.party).collect()),
        _ => None,
    }
}

fn unsigned(cx: &Context<'_>, sink: &mut Sink, case: &'static str, region: Option<Region>) {
    let root = Some(cx.agreement.root);
    let place = cx.at().member_key(root, keys::SIGNATORIES).member_key(root, keys::FORMALISED);
    let place = place.value(cx.agreement.phase.node()).place();
    let actor = match case {
        "partner" => Is::Partner,
        "region" => Is::Region,
        _ => Is::AdoptionRegion,
    };
    let draft = Draft::at(place).absent(cx.agreement.root, &[keys::SIGNATORIES]).case(case).actor(cx.actor(actor));
    let code = region.map(|region| &*cx.policy.region_row(region).code);
    let party = code.or(cx.policy.partner_word()).unwrap_or_default();
    let draft = draft.param("party", party).distinct(party);
    sink.emit(match region {
        Some(region) => draft.param("region", region),
        None => draft,
    });
}

/// R309: a region signed that the agreement does not bind.
pub(super) fn stranger(cx: &Context<'_>, sink: &mut Sink) {
    let (Some(signatories), Some(units)) = (cx.agreement.signatories.known(), cx.agreement.regions.known()) else {
        return;
    };
    if !units.complete {
        return;
    }
    for (signatory, _) in &signatories.items {
        if let Party::Region(region) = signatory.party
            && !units.contains(region)
        {
            let draft = Draft::at(Spot::value(signatory.party_node)).param("region", region);
            sink.emit(draft.related("regions", cx.agreement.regions.node().map(Spot::value)));
        }
    }
}
