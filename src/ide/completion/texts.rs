//! Texts that name something else: other agreements, partners, rules, places of the document.

use super::insert::Draft;
use super::place::Place;
use super::{Sort, skeleton};
use crate::facts::identity::PartnerIdentity;
use crate::fix::STUB;
use crate::ide::shape::What;
use crate::ide::{Neighbour, Topic};
use crate::model::format::{COVENANT, DEVIATION, DOCUMENT, Kind, PARTNER, THROUGH};
use crate::model::keys as k;
use crate::policy::{Code, Deviation};
use crate::rules::Context;
use crate::text::names;

/// The ids that may stand at a place.
pub(super) fn slugs(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let value = place.value;
    if value.is(&COVENANT, k::ID) {
        return covenants(place);
    }
    if value.is(&DOCUMENT, k::ID) {
        return own_id(place, cx).into_iter().collect();
    }
    agreements(place, cx, value.is(&DOCUMENT, k::SUPPLEMENT_OF))
}

fn covenants(place: &Place<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for covenant in place.scene.around.neighbours().filter_map(|other| other.exports.covenant.as_deref()) {
        if drafts.iter().all(|draft| draft.label != covenant.id) {
            let title = covenant.texts.first().and_then(Option::as_deref).unwrap_or_default();
            drafts.push(Draft::text(&covenant.id, Sort::Reference).detail(title));
        }
    }
    drafts
}

/// An id made from the partner's name, where no other agreement has it.
fn own_id(place: &Place<'_>, cx: Option<&Context<'_>>) -> Option<Draft> {
    let slug = names::slug(cx?.agreement.partner.name.get()?);
    let used = |other: Neighbour<'_>| other.exports.id.as_deref() == Some(&*slug);
    let free = !slug.is_empty() && !place.scene.around.neighbours().any(used);
    free.then(|| Draft::text(&slug, Sort::Value))
}

/// Other agreements: those of the same partner first. A supplement adds to a general one.
fn agreements(place: &Place<'_>, cx: Option<&Context<'_>>, general: bool) -> Vec<Draft> {
    let listed = if matches!(place.value.what, What::Item(_)) { place.listed() } else { Vec::new() };
    let own = cx.map(|cx| PartnerIdentity::of(&cx.agreement.partner, cx.policy));
    let mut drafts: Vec<Draft> = Vec::new();
    for other in place.scene.around.neighbours().filter(|other| !general || other.exports.is_general()) {
        let Some(id) = other.exports.id.as_deref().filter(|id| !listed.contains(id)) else { continue };
        let same = own.as_ref().is_some_and(|own| own.same(&other.exports.partner));
        let name = other.exports.partner.name.as_deref().unwrap_or_default();
        drafts.push(Draft::text(id, Sort::Reference).rank(u8::from(!same)).detail(name).search(format!("{id} {name}")));
    }
    drafts
}

/// The texts that may stand at a place: rules, partners, else a text that keeps it.
pub(super) fn texts(kind: Kind, place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let value = place.value;
    if value.is(&DEVIATION, k::RULE) {
        return rules(place);
    }
    let mut drafts = Vec::new();
    if value.is(&THROUGH, k::NAME) || value.is(&PARTNER, k::NAME) {
        drafts = partners(place, cx.filter(|_| value.is(&THROUGH, k::NAME)));
    }
    if kind != Kind::Text && place.is_free() {
        drafts.push(Draft::value(STUB, skeleton::text(STUB), Sort::Value).rank(1));
    }
    drafts
}

/// The partners of the other agreements, each once; through itself nobody joins.
fn partners(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let own = cx.map(|cx| PartnerIdentity::of(&cx.agreement.partner, cx.policy));
    let mut drafts: Vec<Draft> = Vec::new();
    for other in place.scene.around.neighbours() {
        let partner = &other.exports.partner;
        let Some(name) = partner.name.as_deref() else { continue };
        let itself = own.as_ref().is_some_and(|own| own.same(partner));
        if !itself && drafts.iter().all(|draft| *draft.label != *name) {
            drafts.push(Draft::text(name, Sort::Reference));
        }
    }
    drafts
}

/// The rules from which a document may deviate: those that have findings here first.
fn rules(place: &Place<'_>) -> Vec<Draft> {
    let scene = place.scene;
    let found: Vec<Code> = scene.findings.iter().map(|finding| finding.code).collect();
    let may = scene.policy.rules().filter(|rule| rule.deviation != Deviation::No);
    let draft = |rule: &crate::policy::Rule| {
        let code = rule.code.as_str();
        Draft::text(code, Sort::Rule)
            .rank(u8::from(!found.contains(&rule.code)))
            .detail(&rule.name)
            .search(format!("{code} {}", rule.name))
            .topic(Some(Topic::Rule(rule.code)))
    };
    may.map(draft).collect()
}

/// The places about which there are findings: those of the entry's own rule first.
pub(super) fn pointers(place: &Place<'_>) -> Vec<Draft> {
    let scene = place.scene;
    let rule = place.sibling(k::RULE).and_then(|word| crate::ide::under::rule(scene.policy, word));
    let mut drafts: Vec<Draft> = Vec::new();
    let (own, others): (Vec<_>, Vec<_>) = scene.findings.iter().partition(|finding| Some(finding.code) == rule);
    for (rank, finding) in own.iter().map(|one| (0, one)).chain(others.iter().map(|one| (1, one))) {
        let subject = finding.subject();
        if !subject.is_empty() && drafts.iter().all(|draft| *draft.label != *subject) {
            drafts.push(Draft::text(subject, Sort::Pointer).rank(rank).detail(finding.code.as_str()));
        }
    }
    drafts
}
