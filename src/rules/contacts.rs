//! Family L, the contacts (table 1, §2.3.1).

use crate::facts::CooperationFacts;
use crate::findings::{Draft, FixPlan, Param, Spot};
use crate::fix::{Change, Step, Value};
use crate::json::NodeId;
use crate::model::cooperation::{Contact, Contacts, Cooperation};
use crate::model::format::{CONTACT, CONTACTS, COOPERATION};
use crate::model::{Field, keys};
use crate::policy::tables::{Profile, Region};
use crate::policy::vocabulary::{Is, Term};
use crate::rules::{Context, Sink};

/// The two contacts, in the order of the table.
fn both<'a>(contacts: &'a Contacts<'a>) -> [&'a Contact<'a>; 2] {
    [&contacts.information, &contacts.coordination]
}

/// The two contacts, each with the roles that the profile has for it; none where it asks for no such contact.
fn with_roles<'a>(contacts: &'a Contacts<'a>, profile: &'a Profile) -> [(&'a Contact<'a>, &'a [Term]); 2] {
    [(&contacts.information, &profile.information), (&contacts.coordination, &profile.coordination)]
}

/// L505: a contact's role is none of those that the profile has for it (table 1).
pub(super) fn role_mismatch(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile.filter(|_| facts.via != Some(true)) else { continue };
        for (contact, roles) in with_roles(&cooperation.contacts, profile) {
            let Some((role, node)) = contact.role.pair() else { continue };
            if roles.is_empty() || roles.contains(&role) {
                continue;
            }
            sink.emit(
                Draft::at(Spot::value(node))
                    .cooperation(cooperation.index)
                    .param("contact", contact.key)
                    .param("value", role)
                    .param("profile", profile.term)
                    .param("roles", Param::list(roles.iter().copied()))
                    .fix(cx.set_each(node, "role", roles.iter().copied()))
                    .related("profile", cooperation.profile.node().map(Spot::value)),
            );
        }
    }
}

/// L506: the profile asks for a contact that the cooperation lacks; where it has none, one finding (table 1).
pub(super) fn missing(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile.filter(|profile| !profile.temporary) else { continue };
        let contacts = &cooperation.contacts;
        let asked =
            with_roles(contacts, profile).into_iter().filter_map(|(contact, roles)| Some((contact, *roles.first()?)));
        let lacking: Vec<(&Contact<'_>, Term)> = asked.filter(|(contact, _)| contact.object.is_absent()).collect();
        if contacts.object.is_absent() && !lacking.is_empty() {
            let draft = missing_draft(cx, cooperation, facts, &[keys::CONTACTS]).case("all");
            sink.emit(draft.param("profile", profile.term).fix(insertion(cx, cooperation, &lacking)));
            continue;
        }
        for (rank, one) in lacking.iter().enumerate() {
            let draft = missing_draft(cx, cooperation, facts, &[keys::CONTACTS, one.0.key]).case("one");
            let draft = draft.param("contact", one.0.key).param("profile", profile.term);
            sink.emit(draft.rank(rank).fix(insertion(cx, cooperation, std::slice::from_ref(one))));
        }
    }
}

fn missing_draft(
    cx: &Context<'_>,
    cooperation: &Cooperation<'_>,
    facts: &CooperationFacts<'_>,
    subject: &[&str],
) -> Draft {
    let place = cx.at().member_key(Some(cooperation.node), keys::CONTACTS).value(cooperation.profile.node());
    Draft::at(place.place())
        .absent(cooperation.node, subject)
        .cooperation(cooperation.index)
        .variant((facts.via == Some(true)).then_some("via"))
}

/// The fix that adds contacts, each with a role.
fn insertion(cx: &Context<'_>, cooperation: &Cooperation<'_>, contacts: &[(&Contact<'_>, Term)]) -> Option<FixPlan> {
    let way = [Step::field(&COOPERATION, keys::CONTACTS)];
    let with_role = |role| Value::object([(keys::ROLE, cx.value(role))]);
    let stands = |key| cx.tree.get(cooperation.node, keys::CONTACTS).and_then(|object| cx.tree.get(object, key));
    match contacts {
        // An empty object stands for a contact that is absent.
        [(contact, role)] if stands(contact.key).is_some() => {
            let way = [Step::field(&COOPERATION, keys::CONTACTS), Step::field(&CONTACTS, contact.key)];
            cx.put(cooperation.node, &way, [(Step::field(&CONTACT, keys::ROLE), cx.value(*role))])
        }
        _ => {
            let members =
                contacts.iter().map(|(contact, role)| (Step::field(&CONTACTS, contact.key), with_role(*role)));
            cx.put(cooperation.node, &way, members)
        }
    }
}

/// L507: the profile's contacts must be on call, and one is not (table 1).
pub(super) fn not_on_call(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile.filter(|profile| profile.on_call) else { continue };
        for contact in both(&cooperation.contacts) {
            let Some(node) = contact.object.node() else { continue };
            if contact.on_call.is_bad() || contact.on_call.get() == Some(true) {
                continue;
            }
            sink.emit(
                Draft::at(cx.at().value(contact.on_call.node()).key_of(Some(node)).place())
                    .absent(node, &[keys::ON_CALL])
                    .cooperation(cooperation.index)
                    .param("contact", contact.key)
                    .param("profile", profile.term)
                    .fix(on_call(cx, contact, node)),
            );
        }
    }
}

/// The fix that says that a contact is on call.
fn on_call(cx: &Context<'_>, contact: &Contact<'_>, object: NodeId) -> Option<FixPlan> {
    match contact.on_call.node() {
        Some(node) => Some(FixPlan::new([Change::Replace(node, true.into())])),
        None => cx.put(object, &[], [(Step::field(&CONTACT, keys::ON_CALL), true.into())]),
    }
}

/// L508: a contact does not say how it can be reached (§2.3.1).
pub(super) fn unreachable(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, _) in cx.cooperations() {
        for contact in both(&cooperation.contacts) {
            let Some(node) = contact.object.node() else { continue };
            let ways = [contact.telephone, contact.email, contact.reachable];
            if ways.iter().all(Field::is_absent) {
                let draft = Draft::at(cx.key_of(node)).cooperation(cooperation.index);
                sink.emit(draft.param("contact", contact.key));
            }
        }
    }
}

/// L509: a seconded manager comes from no region that is named, or from one that the agreement does not bind (table 1).
pub(super) fn origin_unclear(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, _) in cx.cooperations() {
        for contact in both(&cooperation.contacts) {
            let seconded = contact.role.get().is_some_and(|role| cx.is(role, Is::Seconded));
            let Some(node) = contact.object.node().filter(|_| seconded) else { continue };
            let case = match contact.from_region {
                Field::Absent => "absent",
                Field::Known(region, _) if is_outside(cx, region) => "outside",
                Field::Known(..) | Field::Bad => continue,
            };
            let draft = Draft::at(cx.at().value(contact.from_region.node()).key_of(Some(node)).place())
                .absent(node, &[keys::FROM_REGION])
                .cooperation(cooperation.index)
                .case(case)
                .param("contact", contact.key);
            sink.emit(match contact.from_region.get() {
                Some(region) => draft.param("region", region),
                None => draft,
            });
        }
    }
}

/// Whether the agreement certainly does not bind a region.
fn is_outside(cx: &Context<'_>, region: Region) -> bool {
    cx.facts.bound.as_ref().is_some_and(|bound| !bound.contains(&region))
}
