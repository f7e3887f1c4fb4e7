//! T605: whoever assesses stands outside the agreement (§4.1).

use super::each;
use crate::findings::{Draft, Param, Spot};
use crate::json::NodeId;
use crate::policy::tables::Region;
use crate::rules::context::{Context, Sink};
use crate::text::names::region_key;

/// A party to the agreement that bears the assessor's name.
struct Party {
    /// What it is to the agreement.
    case: &'static str,
    /// Where the document names it.
    node: NodeId,
    /// Which region it is, if it is one.
    region: Option<Region>,
}

/// T605: the assessor is the partner, the organisation that the partner belongs to, or a region of the agreement (§4.1).
pub(in crate::rules) fn not_independent(cx: &Context<'_>, sink: &mut Sink) {
    each(cx, sink, |cooperation, _| {
        let (assessor, node) = cooperation.assessment.assessor.pair()?;
        let party = partner_called(cx, assessor).or_else(|| region_called(cx, assessor))?;
        let draft = Draft::at(Spot::value(node)).case(party.case).param("value", Param::text(assessor));
        let draft = match party.region {
            Some(region) => draft.param("region", region),
            None => draft,
        };
        Some(draft.related("party", Some(Spot::value(party.node))))
    });
}

/// The partner or the organisation around it, where it has this name as parties' names are compared.
fn partner_called(cx: &Context<'_>, name: &str) -> Option<Party> {
    let words = cx.policy.words();
    let key = words.party_key(name);
    if key.is_empty() {
        return None;
    }
    let partner = &cx.agreement.partner;
    [("partner", partner.name), ("parent", partner.part_of)].into_iter().find_map(|(case, field)| {
        let (own, node) = field.pair()?;
        (words.party_key(own) == key).then_some(Party { case, node, region: None })
    })
}

/// The region of the agreement that has this name or code, as regions' names are compared.
fn region_called(cx: &Context<'_>, name: &str) -> Option<Party> {
    let table = cx.policy.regions();
    let key = region_key(name, &table.prefix);
    let agrees = |own: &str| region_key(own, &table.prefix) == key;
    let is_called = |region: &Region| {
        let row = cx.policy.region_row(*region);
        agrees(&row.name) || agrees(&row.code) || row.aliases.iter().any(|alias| agrees(alias))
    };
    let (units, list) = cx.agreement.regions.known().zip(cx.agreement.regions.node())?;
    let region = units.distinct.iter().copied().filter(|_| !key.is_empty()).find(is_called)?;
    let node = units.node_of(region).unwrap_or(list);
    Some(Party { case: "region", node, region: Some(region) })
}
