//! The agreement as a whole.

use super::cooperation::cooperation;
use super::wish::{Bound, Wish};
use super::{Member, object, term};
use crate::fix::{STUB, Value};
use crate::model::format::{ADOPTION, DOCUMENT, EVALUATION, MANDATE, PARTNER, PICTURE_PRINCIPLE, PRINCIPLE};
use crate::model::keys;
use crate::policy::{Is, Lang, Policy, Region, Term, Vocab};
use crate::texts::Texts;

/// The check of agreements that say nothing of their evaluation.
const EVALUATION_MISSING: &str = "evaluation-missing";
/// Months between two evaluations.
const YEARLY: i64 = 12;

/// The agreement that a wish is about; texts in it are in a language.
#[must_use]
pub fn document(wish: &Wish, policy: &Policy, lang: Lang) -> Value {
    let maker = Maker { wish, policy, texts: Texts::get(lang) };
    let cooperations = wish.cooperations.iter().map(|(task, profile)| cooperation(&maker, *task, *profile));
    let mut members: Vec<Member> = vec![
        (keys::POLICY, policy.id().into()),
        (keys::ID, wish.id.as_str().into()),
        (keys::PARTNER, maker.partner()),
        (keys::PHASE, term(policy, wish.phase)),
        (keys::COOPERATIONS, Value::Array(cooperations.collect())),
    ];
    members.extend(maker.regions());
    members.extend(maker.evaluation());
    members.extend(maker.principles());
    object(&DOCUMENT, policy, members)
}

/// Whether the agreement says how often the parties evaluate.
pub(super) fn proposes_evaluation(wish: &Wish, policy: &Policy) -> bool {
    let far = wish.reach(policy).is_some_and(|reach| !policy.is(reach, Is::Local));
    far && wish.demands(policy, EVALUATION_MISSING)
}

/// What the parts of an agreement are made of.
pub(super) struct Maker<'a> {
    pub(super) wish: &'a Wish,
    pub(super) policy: &'a Policy,
    pub(super) texts: &'static Texts,
}

impl Maker<'_> {
    /// A text that is still to be written; `None` in execution, where there is no room for that.
    pub(super) fn stub(&self) -> Option<Value> {
        (!self.wish.in_execution(self.policy)).then(|| STUB.into())
    }

    fn partner(&self) -> Value {
        let tasks = self.wish.cooperations.iter().map(|(task, _)| self.policy.name(*task));
        let members = vec![(keys::NAME, self.wish.partner.as_str().into()), (keys::CORE_TASKS, Value::array(tasks))];
        object(&PARTNER, self.policy, members)
    }

    /// The regions, the reach that follows from them, and the adoption region where that asks for one.
    fn regions(&self) -> Vec<Member> {
        let policy = self.policy;
        let Some(bound) = &self.wish.regions else { return Vec::new() };
        let Some(reach) = bound.reach(policy) else { return Vec::new() };
        let codes = match bound {
            Bound::All => Value::from(&*policy.regions().all),
            Bound::These(some) => Value::array(some.iter().map(|region| &*policy.region_row(*region).code)),
        };
        let mut members = vec![(keys::REACH, term(policy, reach)), (keys::REGIONS, codes)];
        if let Some(region) = self.wish.adoption.filter(|_| self.wish.asks_adoption(policy)) {
            members.push((keys::ADOPTION, self.adoption(region)));
        }
        members
    }

    /// The adoption region, with who gives it its mandate, and a place for the regions that it consults.
    fn adoption(&self, region: Region) -> Value {
        let by = self.stub().unwrap_or_else(|| self.texts.plain("new-mandate-by").into());
        let members = vec![
            (keys::REGION, Value::from(&*self.policy.region_row(region).code)),
            (keys::MANDATE, object(&MANDATE, self.policy, vec![(keys::GRANTED_BY, by)])),
            (keys::CONSULTED, Value::Array(Vec::new())),
        ];
        object(&ADOPTION, self.policy, members)
    }

    /// How often the parties evaluate: proposed only where the policy will not do without in this phase.
    fn evaluation(&self) -> Option<Member> {
        let interval = vec![(keys::INTERVAL, Value::Number(YEARLY))];
        proposes_evaluation(self.wish, self.policy)
            .then(|| (keys::EVALUATION, object(&EVALUATION, self.policy, interval)))
    }

    /// The principles that are asked, none of which is guaranteed yet.
    fn principles(&self) -> Option<Member> {
        let policy = self.policy;
        if !policy.groups().principles {
            return None;
        }
        // A principle is left out where no profile asks for it.
        let asks = |profile: Term, principle: Term| {
            policy.profile(profile).principles.as_ref().is_none_or(|some| some.contains(&principle))
        };
        let asked = |principle: &Term| self.wish.cooperations.iter().any(|(_, profile)| asks(*profile, *principle));
        let principles = policy.terms(Vocab::Principle).filter(asked).map(|principle| {
            let mut members = vec![(keys::GUARANTEED, false.into())];
            let kind = if policy.is(principle, Is::Picture) { &PICTURE_PRINCIPLE } else { &PRINCIPLE };
            members.push((keys::OWN_PICTURE_SKILL, false.into()));
            (policy.name(principle), object(kind, policy, members))
        });
        Some((keys::PRINCIPLES, Value::object(principles)))
    }
}
