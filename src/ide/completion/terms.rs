//! Identifiers of the policy: those that fit what the document says first.

use super::Sort;
use super::insert::Draft;
use super::place::Place;
use crate::ide::Topic;
use crate::model::Cooperation;
use crate::model::format::{CONTACT, PARTNER};
use crate::model::keys as k;
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{Fit, Profile};
use crate::rules::Context;
use crate::texts::Texts;

/// The identifiers of a list.
pub(super) fn drafts(vocab: Vocab, place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let policy = place.scene.policy;
    let fitness = Fitness::new(place, cx);
    let draft = |term: Term| {
        let entry = policy.entry(term);
        let (rank, why) = fitness.of(term);
        let label = entry.label.beyond(&entry.id, place.scene.lang).unwrap_or_default();
        let why = why.map(|id| Texts::get(place.scene.lang).plain(id)).unwrap_or_default();
        let between = if label.is_empty() || why.is_empty() { "" } else { " · " };
        Draft::text(&entry.id, Sort::Identifier)
            .rank(rank)
            .detail(&format!("{label}{between}{why}"))
            .topic(Some(Topic::Term(term)))
    };
    policy.terms(vocab).map(draft).collect()
}

/// What an identifier fits to.
struct Fitness<'a> {
    place: &'a Place<'a>,
    cx: Option<&'a Context<'a>>,
    cooperation: Option<&'a Cooperation<'a>>,
    profile: Option<&'a Profile>,
}

impl<'a> Fitness<'a> {
    fn new(place: &'a Place<'a>, cx: Option<&'a Context<'a>>) -> Self {
        let index = place.value.cooperation;
        let own = |cx: &'a Context<'a>| cx.agreement.cooperation.iter().find(|one| Some(one.index) == index);
        let cooperation = cx.and_then(own);
        let profile = cooperation.and_then(|one| one.profile.get()).map(|term| place.scene.policy.profile(term));
        Self { place, cx, cooperation, profile }
    }

    /// The smaller the fitter, and the id of a text that says how it fits.
    fn of(&self, term: Term) -> (u8, Option<&'static str>) {
        match term.vocab {
            Vocab::Profile => self.profile_rank(term),
            Vocab::CoreTask => (self.task(term), None),
            Vocab::Reach => {
                let derived = self.cx.and_then(|cx| cx.facts.derived_reach);
                (u8::from(derived != Some(term)), (derived == Some(term)).then_some("ide-detail-derived"))
            }
            Vocab::ReadRight => self.asked(|profile| profile.read == term),
            Vocab::WriteRight => self.asked(|profile| profile.write == term),
            Vocab::Role => self.asked(|profile| self.roles(profile).contains(&term)),
            Vocab::Organisation => {
                self.asked(|profile| profile.organisation.is_empty() || profile.organisation.contains(&term))
            }
            Vocab::Scope => self.scope(term),
            Vocab::Chain => (u8::from(!self.chains().contains(&Some(term))), None),
            Vocab::Body => {
                let reach = self.cx.and_then(|cx| cx.agreement.reach.get());
                let body = reach.map(|reach| self.place.scene.policy.reach(reach).body);
                (u8::from(body != Some(term)), None)
            }
            _ => (0, None),
        }
    }

    fn asked(&self, asks: impl Fn(&Profile) -> bool) -> (u8, Option<&'static str>) {
        match self.profile {
            Some(profile) if asks(profile) => (0, Some("ide-detail-asked")),
            _ => (1, None),
        }
    }

    fn profile_rank(&self, profile: Term) -> (u8, Option<&'static str>) {
        let Some(task) = self.cooperation.and_then(|one| one.task.get()) else { return (0, None) };
        match self.place.scene.policy.fit(task, profile) {
            Fit::Fits => (0, Some("ide-detail-fits")),
            Fit::Disputed => (1, Some("ide-detail-disputed")),
            Fit::Not => (2, Some("ide-detail-fits-not")),
        }
    }

    /// The partner's core tasks that have no cooperation yet, then its others; in the partner's list those that have one.
    fn task(&self, task: Term) -> u8 {
        let Some(cx) = self.cx else { return 0 };
        let others = cx.agreement.cooperation.iter().filter(|one| Some(one.index) != self.place.value.cooperation);
        let used = others.filter_map(|one| one.task.get()).any(|other| other == task);
        if self.place.value.is(&PARTNER, k::CORE_TASKS) {
            return u8::from(!used);
        }
        let own = cx.agreement.partner.tasks.known();
        let own = own.is_some_and(|list| list.contains(&task));
        match (own, used) {
            (true, false) => 0,
            (true, true) => 2,
            (false, _) => 1,
        }
    }

    fn roles(&self, profile: &'a Profile) -> &'a [Term] {
        match self.place.value.outer {
            _ if !self.place.value.is(&CONTACT, k::ROLE) => &[],
            Some(k::INFORMATION) => &profile.information,
            Some(k::COORDINATION) => &profile.coordination,
            _ => &[],
        }
    }

    fn scope(&self, scope: Term) -> (u8, Option<&'static str>) {
        let policy = self.place.scene.policy;
        let row = self.place.value.precondition.map(|one| policy.precondition_row(one));
        let whole = policy.is(scope, Is::Whole);
        self.asked(|profile| row.is_some_and(|row| row.whole_scope_for.contains(&profile.term) == whole))
    }

    /// The chains to which the partner's core tasks typically belong.
    fn chains(&self) -> Vec<Option<Term>> {
        let policy = self.place.scene.policy;
        let tasks = self.cx.and_then(|cx| cx.agreement.partner.tasks.known()).map(|list| list.items.as_slice());
        tasks.unwrap_or_default().iter().map(|(task, _)| policy.entry(*task).chain).collect()
    }
}
