//! Keys: those that are missing and required first, those that stand already never.

use super::insert::Draft;
use super::place::Place;
use super::{Sort, skeleton};
use crate::ide::shape::What;
use crate::ide::under;
use crate::model::Cooperation;
use crate::model::format::{COOPERATION, FieldType, ObjectType, Required};
use crate::model::keys as k;
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Group, Precondition};
use crate::rules::{Context, Presence, required};
use crate::texts::Texts;

/// The ranks of keys.
const MISSING: u8 = 0;
const PLAIN: u8 = 1;
const NEEDLESS: u8 = 2;

/// The keys that may be written at a place.
pub(super) fn drafts(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let keys = Keys { place, cx, taken: place.keys() };
    match place.container.what {
        What::Object(object) => keys.fields(object),
        What::Dimensions => keys.dimensions(),
        What::Dimension(dimension) => keys.preconditions(dimension),
        What::Principles => keys.principles(),
        What::Parts => keys.parts(),
        _ => Vec::new(),
    }
}

struct Keys<'a> {
    place: &'a Place<'a>,
    cx: Option<&'a Context<'a>>,
    /// The keys that stand already.
    taken: Vec<&'a str>,
}

impl<'a> Keys<'a> {
    fn is_free(&self, key: &str) -> bool {
        !self.taken.contains(&key)
    }

    fn plain(&self, id: &str) -> &'static str {
        Texts::get(self.place.scene.lang).plain(id)
    }

    fn fields(&self, object: &'static ObjectType) -> Vec<Draft> {
        let policy = self.place.scene.policy;
        let free = object.known(policy.groups()).filter(|field| self.is_free(field.key));
        free.map(|field| self.field(object, field)).collect()
    }

    fn field(&self, object: &'static ObjectType, field: &FieldType) -> Draft {
        let scene = self.place.scene;
        let rank = self.rank(object, field);
        let detail = if rank == MISSING { self.plain("ide-detail-required") } else { "" };
        let topic = under::of_key(self.place.container, field.key, scene.policy);
        let value = self.tasks(field).unwrap_or_else(|| skeleton::value(field.kind, scene.policy));
        Draft::key(field.key, value).rank(rank).detail(detail).topic(topic)
    }

    /// The cooperations that the partner's core tasks ask for.
    fn tasks(&self, field: &FieldType) -> Option<crate::fix::Value> {
        let list = self.cx.filter(|_| field.key == k::COOPERATIONS)?.agreement.partner.tasks.known()?;
        let tasks = list.items.iter().map(|(task, _)| skeleton::cooperation(*task, self.place.scene.policy));
        Some(crate::fix::Value::Array(tasks.collect())).filter(|_| !list.items.is_empty())
    }

    fn rank(&self, object: &ObjectType, field: &FieldType) -> u8 {
        let facts = self.cx.map(|cx| cx.facts);
        let supplement = facts.is_some_and(|facts| facts.supplement == Some(true));
        let later = facts.is_some_and(|facts| facts.phase > 0);
        let required = match field.required {
            Required::Always => true,
            Required::InGeneral => !supplement,
            Required::FromElaboration => later && !supplement,
            Required::Never => false,
        };
        let needless = field.kind == crate::model::format::Kind::Text && field.key == k::SCHEMA;
        match required {
            true => MISSING,
            false if needless || (object.name == COOPERATION.name && self.is_needless(field)) => NEEDLESS,
            false => PLAIN,
        }
    }

    /// Whether a cooperation of this profile has no use for a key.
    fn is_needless(&self, field: &FieldType) -> bool {
        let profile = self.cooperation().and_then(|(cooperation, _)| cooperation.profile.get());
        let Some(profile) = profile.map(|term| self.place.scene.policy.profile(term)) else { return false };
        match (field.group, field.key) {
            (Some(Group::Temporary), _) => !profile.temporary,
            (_, k::JOINING) => !profile.joins,
            (Some(Group::Assessment), _) => !profile.assessable,
            _ => false,
        }
    }

    /// The cooperation around the cursor, and what its profile requires.
    fn cooperation(&self) -> Option<(&'a Cooperation<'a>, Vec<Precondition>)> {
        let (cx, index) = (self.cx?, self.place.container.cooperation?);
        let (cooperation, facts) = cx.cooperations().find(|(cooperation, _)| cooperation.index == index)?;
        Some((cooperation, required(cx.policy, cooperation, facts)))
    }

    /// The preconditions that the profile of the cooperation around the cursor still lacks.
    fn lacking(&self) -> Vec<Precondition> {
        let (Some(cx), Some((cooperation, mut required))) = (self.cx, self.cooperation()) else { return Vec::new() };
        required.retain(|one| Presence::of(cx, cooperation, *one) != Presence::Stated);
        required
    }

    fn dimensions(&self) -> Vec<Draft> {
        let policy = self.place.scene.policy;
        let lacking = self.lacking();
        let draft = |term: Term| {
            let lacks = lacking.iter().any(|one| policy.precondition_row(*one).dimension == term);
            self.entry(term, skeleton::inside()).rank(if lacks { MISSING } else { PLAIN })
        };
        policy.terms(Vocab::Dimension).filter(|term| self.is_free(policy.name(*term))).map(draft).collect()
    }

    fn principles(&self) -> Vec<Draft> {
        let policy = self.place.scene.policy;
        let free = policy.terms(Vocab::Principle).filter(|term| self.is_free(policy.name(*term)));
        free.map(|term| self.entry(term, skeleton::principle(term, policy))).collect()
    }

    /// An identifier as a key.
    fn entry(&self, term: Term, value: crate::fix::Value) -> Draft {
        let scene = self.place.scene;
        let entry = scene.policy.entry(term);
        let label = entry.label.beyond(&entry.id, scene.lang).unwrap_or_default();
        Draft::key(&entry.id, value).detail(label).topic(Some(crate::ide::Topic::Term(term))).sort(Sort::Entry)
    }

    fn preconditions(&self, dimension: Term) -> Vec<Draft> {
        let scene = self.place.scene;
        let policy = scene.policy;
        let lacking = self.lacking();
        let profile = self.cooperation().and_then(|(cooperation, _)| cooperation.profile.get());
        let own = policy.preconditions().filter(|one| policy.precondition_row(*one).dimension == dimension);
        let free = own.filter(|one| self.is_free(&policy.precondition_row(*one).id));
        let draft = |one: Precondition| {
            let row = policy.precondition_row(one);
            let lacks = lacking.contains(&one);
            let detail = if lacks { self.plain("ide-detail-lacking") } else { row.label.get(scene.lang) };
            Draft::key(&row.id, skeleton::entry(one, profile, policy))
                .rank(if lacks { MISSING } else { PLAIN })
                .detail(detail)
                .sort(Sort::Entry)
                .topic(Some(crate::ide::Topic::Precondition(one)))
        };
        free.map(draft).collect()
    }

    fn parts(&self) -> Vec<Draft> {
        let scene = self.place.scene;
        let Some(precondition) = self.place.container.precondition else { return Vec::new() };
        let parts = scene.policy.precondition_row(precondition).parts.iter().enumerate();
        let draft = |(at, part): (usize, &crate::policy::tables::Part)| {
            Draft::key(&part.id, skeleton::text(crate::fix::STUB))
                .detail(part.label.beyond(&part.id, scene.lang).unwrap_or_default())
                .sort(Sort::Entry)
                .topic(Some(crate::ide::Topic::Part(precondition, at)))
        };
        parts.filter(|(_, part)| self.is_free(&part.id)).map(draft).collect()
    }
}
