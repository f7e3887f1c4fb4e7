//! Values: what belongs at the cursor by its kind.

use super::insert::{Body, Draft};
use super::place::Place;
use super::{Sort, skeleton, terms, texts};
use crate::fix::{STUB, Value};
use crate::ide::Topic;
use crate::ide::shape::What;
use crate::model::format::{Kind, ObjectType};
use crate::model::keys as k;
use crate::policy::vocabulary::Vocab;
use crate::policy::{Policy, Region};
use crate::rules::Context;
use crate::texts::Texts;

/// The numbers of months that are offered first.
const MONTHS: [i64; 4] = [12, 24, 36, 6];

/// The values that may be written at a place.
pub(super) fn drafts(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let policy = place.scene.policy;
    match place.value.what {
        What::Object(object) => of_object(object, place, cx),
        What::Dimensions | What::Dimension(_) | What::Principles | What::Parts => {
            vec![Draft::value("{}", skeleton::inside(), Sort::Skeleton)]
        }
        What::Part => {
            let stub = place.is_free().then(|| Draft::value(STUB, skeleton::text(STUB), Sort::Value));
            std::iter::once(Draft::value("true", true.into(), Sort::Value)).chain(stub).collect()
        }
        What::Value(kind) => of_kind(kind, place, cx),
        What::Item(kind) => of_item(kind, place, cx),
        What::Unknown => Vec::new(),
    }
    .into_iter()
    .map(|draft| with_region_search(draft, policy))
    .collect()
}

/// Units are found by their codes and by all their names.
fn with_region_search(draft: Draft, policy: &Policy) -> Draft {
    let Some(Topic::Region(region)) = draft.topic else { return draft };
    let row = policy.region_row(region);
    let names = std::iter::once(&row.code).chain([&row.name]).chain(&row.aliases);
    let search = names.map(|name| &**name).collect::<Vec<_>>().join(" ");
    draft.search(search)
}

/// A whole object; an item of a list of cooperations also for each core task that has none yet.
fn of_object(object: &'static ObjectType, place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let policy = place.scene.policy;
    let mut drafts = Vec::new();
    if let Some(cx) = cx.filter(|_| object.name == crate::model::format::COOPERATION.name) {
        let stated: Vec<_> = cx.agreement.cooperation.iter().filter_map(|one| one.task.get()).collect();
        let tasks = cx.agreement.partner.tasks.known().map(|list| list.items.as_slice()).unwrap_or_default();
        for (task, _) in tasks.iter().filter(|(task, _)| !stated.contains(task)) {
            let name = policy.name(*task);
            let label = format!("{{ {name} }}");
            let value = skeleton::cooperation(*task, policy);
            drafts.push(Draft::value(&label, value, Sort::Skeleton).search(name).topic(Some(Topic::Term(*task))));
        }
    }
    drafts.push(Draft::value("{}", skeleton::object(object, policy), Sort::Skeleton).rank(1));
    drafts
}

fn of_kind(kind: Kind, place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let policy = place.scene.policy;
    match kind {
        Kind::Policy => {
            let draft = Draft::text(policy.id(), Sort::Identifier).detail(policy.title(place.scene.lang));
            vec![draft.topic(Some(Topic::Policy))]
        }
        Kind::Date => dates(place),
        Kind::Boolean => [true, false].map(|yes| Draft::value(&yes.to_string(), yes.into(), Sort::Value)).into(),
        Kind::Integer(least, most) => {
            let numbers = MONTHS.into_iter().filter(|number| (least..=most).contains(number));
            numbers.map(|number| Draft::value(&number.to_string(), Value::Number(number), Sort::Value)).collect()
        }
        Kind::Term(vocab) => terms::drafts(vocab, place, cx),
        Kind::Region => regions(place, cx),
        Kind::Party => parties(place, cx),
        Kind::Units(_) => everyone(&policy.regions().all, kind, place, cx),
        Kind::WorkArea => everyone(&policy.regions().everywhere, kind, place, cx),
        Kind::Regions => everyone("", kind, place, cx),
        Kind::Slug => texts::slugs(place, cx),
        Kind::Text | Kind::Name | Kind::FreeText => texts::texts(kind, place, cx),
        Kind::Pointer => texts::pointers(place),
        Kind::Digits(_) | Kind::Email => Vec::new(),
        _ => vec![Draft::value("[]", skeleton::value(kind, policy), Sort::Skeleton)],
    }
}

fn of_item(kind: Kind, place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    match kind {
        Kind::Terms(vocab, _) => {
            let listed = place.listed();
            let drafts = terms::drafts(vocab, place, cx).into_iter();
            drafts.filter(|draft| !listed.contains(&&*draft.label)).collect()
        }
        Kind::Units(_) | Kind::WorkArea | Kind::Regions => regions(place, cx),
        Kind::Participants => parties(place, cx),
        Kind::Slugs => texts::slugs(place, cx),
        _ => Vec::new(),
    }
}

/// Today; where a day to come is asked, also a year later.
fn dates(place: &Place<'_>) -> Vec<Draft> {
    let (scene, key) = (place.scene, place.value.key().unwrap_or_default());
    let say = |id| Texts::get(scene.lang).plain(id);
    let today = Draft::text(&scene.as_of.to_string(), Sort::Value).detail(say("ide-detail-today"));
    let (year, month, day) = scene.as_of.civil();
    let ahead = [k::UNTIL, k::NEXT, k::REASSESSMENT, k::VALID_UNTIL].contains(&key);
    let later = crate::policy::Day::new(year + 1, month, day).or_else(|| crate::policy::Day::new(year + 1, month, 28));
    let later = later
        .filter(|_| ahead)
        .map(|day| Draft::text(&day.to_string(), Sort::Value).detail(say("ide-detail-next-year")));
    std::iter::once(today).chain(later).collect()
}

/// A list, the word for all of them, and a list that begins with one of them.
fn everyone(word: &str, kind: Kind, place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let list = Draft::value("[]", skeleton::value(kind, place.scene.policy), Sort::Skeleton);
    let all = Some(Draft::text(word, Sort::Region).rank(1)).filter(|_| !word.is_empty());
    let one = |draft: Draft| {
        let list = Value::array([&*draft.label]);
        Draft { body: Body::Value(list), rank: draft.rank + 2, ..draft }
    };
    std::iter::once(list).chain(all).chain(regions(place, cx).into_iter().map(one)).collect()
}

/// The units that are not listed yet: those that the agreement speaks of already first.
fn regions(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let scene = place.scene;
    let listed = place.listed();
    let near = near(place, cx);
    let all = (0..).map(Region).zip(&scene.policy.regions().rows);
    let free = all.filter(|(_, row)| !listed.contains(&&*row.code));
    let draft = |(region, row): (Region, &crate::policy::RegionRow)| {
        Draft::text(&row.code, Sort::Region)
            .detail(&row.name)
            .rank(u8::from(!near.contains(&region)))
            .topic(Some(Topic::Region(region)))
    };
    free.map(draft).collect()
}

/// The units that probably belong at a place.
fn near(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Region> {
    let Some(cx) = cx else { return Vec::new() };
    let (regions, intended) = (&cx.agreement.regions, &cx.agreement.intended);
    let fields = match place.value.key() {
        Some(k::REGIONS) => vec![intended],
        Some(k::INTENDED_REGIONS) => {
            // Whoever is bound wishes no more.
            let bound = regions.known().map(|units| units.distinct.as_slice()).unwrap_or_default();
            let rows = 0..scene_regions(place);
            return rows.map(Region).filter(|region| !bound.contains(region)).collect();
        }
        Some(k::WORK_AREA) => vec![regions, intended],
        _ => vec![regions],
    };
    let known = fields.into_iter().filter_map(|field| field.known()).filter(|units| !units.all);
    known.flat_map(|units| units.distinct.iter().copied()).collect()
}

fn scene_regions(place: &Place<'_>) -> u16 {
    u16::try_from(place.scene.policy.regions().rows.len()).unwrap_or(u16::MAX)
}

/// The partner, the regions that are bound, and the others by name; not those that have signed or are listed already.
fn parties(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let policy = place.scene.policy;
    let taken = taken(place);
    let label = |term| policy.entry(term).label.get(place.scene.lang);
    let words = policy.terms(Vocab::Party);
    let mut drafts: Vec<Draft> = words
        .map(|term| Draft::text(policy.name(term), Sort::Identifier).detail(label(term)).topic(Some(Topic::Term(term))))
        .collect();
    if place.value.what == What::Value(Kind::Party) {
        let others = cx.and_then(|cx| cx.agreement.other_parties.known()).map(|list| list.items.as_slice());
        let others = others.unwrap_or_default().iter();
        drafts.extend(others.map(|(name, _)| Draft::text(name, Sort::Reference).rank(1)));
    }
    drafts.extend(regions(place, cx).into_iter().map(|draft| {
        let rank = draft.rank * 2;
        draft.rank(rank)
    }));
    drafts.retain(|draft| !taken.contains(&&*draft.label));
    drafts
}

/// The parties that stand already beside the one at the cursor.
fn taken<'p>(place: &'p Place<'_>) -> Vec<&'p str> {
    if place.value.what != What::Value(Kind::Party) {
        return place.listed();
    }
    let list = place.node.and_then(|node| place.seen.parent(node));
    let entries = list.map(|list| place.seen.items(list)).unwrap_or_default().iter();
    let others = entries.filter(|entry| Some(**entry) != place.node);
    others.filter_map(|entry| place.seen.string(place.seen.get(*entry, k::PARTY)?)).collect()
}
