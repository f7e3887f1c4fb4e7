//! Weighs the cooperations of one document.

use super::steps::{self, Step};
use super::tally::{Judged, Tally, last_day};
use super::{Advice, Ask, Assessed, Cooperation, Currency, Other, Supposed, Why};
use crate::facts::{CooperationFacts, Facts, Standing};
use crate::findings::deviation::covering;
use crate::findings::{Deviation, Raw};
use crate::model::{Agreement, Field};
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Day, Fit};
use crate::rules::{Context, Plan, level_in_execution};

/// A document whose cooperations are weighed.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// What rules see of it.
    pub cx: Context<'a>,
    /// The rules.
    pub plan: &'a Plan,
    /// The deviations that accept findings.
    pub deviations: &'a [Deviation],
    /// The day of judgement.
    pub as_of: Day,
    /// Whether its reach is local: the region stands in for the adoption region and the board.
    pub local: bool,
    /// Whether a syntax fault hides a part of it.
    pub broken: bool,
}

/// Weighs the cooperations of a document. A supplement's are listed without an outcome, for its general agreement is not known here.
pub fn document(subject: &Subject<'_>, ask: &Ask) -> Assessed {
    let (agreement, facts) = (subject.cx.agreement, subject.cx.facts);
    let currency = if facts.over { Currency::Over } else { Currency::Current };
    let partner = agreement.partner.name.get().map(Into::into);
    let weighing = Weighing::new(*subject, ask);
    let positions = 0..agreement.cooperation.len();
    let general = facts.supplement == Some(false);
    let one = |at| if general { weighing.cooperation(at) } else { weighing.unweighed(at) };
    let (cooperations, steps) = (positions.map(one).collect(), weighing.steps());
    let parent = agreement.supplement_of.get().map(Into::into);
    Assessed { currency, partner, parent, cooperations, steps }
}

/// A document with the profiles that are supposed, and what was found in it.
struct Weighing<'a> {
    subject: Subject<'a>,
    ask: &'a Ask,
    agreement: Agreement<'a>,
    facts: Facts<'a>,
    judged: Judged,
    supposed: Vec<Supposed>,
}

impl<'a> Weighing<'a> {
    fn new(subject: Subject<'a>, ask: &'a Ask) -> Self {
        let mut agreement = subject.cx.agreement.clone();
        let supposed = suppose(&mut agreement, &subject.cx, ask);
        let facts = facts(&subject, &agreement, None);
        let judged = judge(&subject, &agreement, &facts);
        Self { subject, ask, agreement, facts, judged, supposed }
    }

    fn cx(&self) -> Context<'_> {
        Context { agreement: &self.agreement, facts: &self.facts, ..self.subject.cx }
    }

    /// The cooperation at a position in the model.
    fn cooperation(&self, at: usize) -> Cooperation {
        let (stated, facts) = (&self.agreement.cooperation[at], &self.facts.cooperations[at]);
        let profile = stated.profile.get();
        let weighed = profile.map(|profile| match facts.standing {
            Standing::InDoubt => self.under(at, profile),
            Standing::Settled | Standing::Disputed => self.weigh(&self.cx(), at, &self.judged),
        });
        let advice = match &weighed {
            _ if self.subject.broken => Advice::None(Why::Broken),
            None if stated.profile.is_bad() => Advice::None(Why::ProfileBad),
            None => Advice::None(Why::ProfileMissing),
            Some(_) if facts.standing == Standing::InDoubt => Advice::None(Why::InDoubt),
            Some((_, advice)) => *advice,
        };
        let tally = weighed.map(|(tally, _)| tally);
        // What a profile asks that does not fit is not to be done.
        let to_do = tally.as_ref().filter(|_| facts.standing != Standing::InDoubt);
        let steps = self.steps_of(at, to_do);
        Cooperation {
            index: stated.index,
            task: stated.task.get(),
            profile,
            supposed: self.supposed[at],
            advice,
            next: tally.as_ref().and_then(|tally| tally.next(self.subject.cx.policy, advice)),
            others: if self.ask.outcomes_only { Box::default() } else { self.others(at) },
            steps,
            tally,
        }
    }

    /// The cooperation of a supplement, as long as its general agreement is not known.
    fn unweighed(&self, at: usize) -> Cooperation {
        let stated = &self.agreement.cooperation[at];
        Cooperation {
            index: stated.index,
            task: stated.task.get(),
            profile: stated.profile.get(),
            supposed: self.supposed[at],
            advice: Advice::None(if self.subject.broken { Why::Broken } else { Why::NoParent }),
            tally: None,
            next: None,
            others: Box::default(),
            steps: self.steps_of(at, None),
        }
    }

    /// How it would stand under each other profile that fits.
    fn others(&self, at: usize) -> Box<[Other]> {
        let stated = &self.agreement.cooperation[at];
        let fitting = stated.task.get().into_iter().flat_map(|task| self.subject.cx.policy.fitting(task));
        let others = fitting.filter(|profile| Some(*profile) != stated.profile.get() && !self.subject.broken);
        let other = |profile| {
            let (tally, advice) = self.under(at, profile);
            Other { profile, advice, tally }
        };
        others.map(other).collect()
    }

    /// Judges the document anew, with a profile for this cooperation that is not in doubt.
    fn under(&self, at: usize, profile: Term) -> (Tally, Advice) {
        let mut agreement = self.agreement.clone();
        put(&mut agreement, at, profile);
        let facts = facts(&self.subject, &agreement, Some(at));
        let judged = judge(&self.subject, &agreement, &facts);
        let cx = Context { agreement: &agreement, facts: &facts, ..self.subject.cx };
        self.weigh(&cx, at, &judged)
    }

    fn weigh(&self, cx: &Context<'_>, at: usize, judged: &Judged) -> (Tally, Advice) {
        let (cooperation, facts) = (&cx.agreement.cooperation[at], &cx.facts.cooperations[at]);
        let tally = Tally::of(cx, (cooperation, facts), judged, self.subject.local);
        let advice = tally.advice(cx.policy, facts.profile.is_some_and(|profile| profile.assessable));
        (tally, advice)
    }

    fn steps_of(&self, at: usize, tally: Option<&Tally>) -> Box<[Step]> {
        if self.ask.outcomes_only {
            return Box::default();
        }
        let judged = (!self.ask.folded).then_some(&self.judged);
        steps::of_cooperation(&self.cx(), at, (tally, judged), self.subject.local)
    }

    fn steps(&self) -> Box<[Step]> {
        if self.ask.outcomes_only || self.ask.folded {
            return Box::default();
        }
        steps::of_agreement(&self.cx(), &self.judged, self.subject.local)
    }
}

/// Gives each cooperation the profile that is asked about, where it fits.
fn suppose(agreement: &mut Agreement<'_>, cx: &Context<'_>, ask: &Ask) -> Vec<Supposed> {
    let Some(asked) = &ask.profile else { return vec![Supposed::Own; agreement.cooperation.len()] };
    let profile = cx.policy.term(Vocab::Profile, asked);
    let positions = 0..agreement.cooperation.len();
    let mut one = |at: usize| {
        let task = agreement.cooperation[at].task.get();
        let fits = |profile: &Term| task.is_some_and(|task| cx.policy.fit(task, *profile) == Fit::Fits);
        let Some(profile) = profile.filter(fits) else { return Supposed::NotFitting };
        put(agreement, at, profile);
        Supposed::Asked
    };
    positions.map(&mut one).collect()
}

/// Gives a cooperation a profile, at the place of its own where it has one.
fn put(agreement: &mut Agreement<'_>, at: usize, profile: Term) {
    let cooperation = &mut agreement.cooperation[at];
    let node = cooperation.profile.node().unwrap_or(cooperation.node);
    cooperation.profile = Field::Known(profile, node);
}

/// The facts of a general agreement that counts, whatever its term; the profile of one cooperation may be taken as not in doubt.
fn facts<'p>(subject: &Subject<'p>, agreement: &Agreement<'_>, undoubted: Option<usize>) -> Facts<'p> {
    let policy = subject.cx.policy;
    let mut facts = Facts::of(agreement, policy, subject.as_of);
    facts.over = false;
    if let Some(at) = undoubted {
        let as_of = subject.as_of.into();
        facts.cooperations[at] = CooperationFacts::undoubted(&agreement.cooperation[at], policy, as_of);
    }
    facts
}

/// What the rules find, as far as execution reports it.
fn judge(subject: &Subject<'_>, agreement: &Agreement<'_>, facts: &Facts<'_>) -> Judged {
    let cx = Context { agreement, facts, ..subject.cx };
    let raws = subject.plan.document(&cx).into_iter().filter(|raw| level_in_execution(cx.policy, raw).is_some());
    let (mut open, mut accepted) = (Vec::new(), Vec::new());
    for raw in raws {
        match accepting(subject, &raw) {
            Some(Until(until)) => accepted.push((raw, until)),
            None => open.push(raw),
        }
    }
    Judged { open, accepted }
}

/// Until when deviations accept a finding: the last day, as written; `None` where one of them has no end.
struct Until(Option<Box<str>>);

/// Until when deviations accept a finding; `None` where none does.
fn accepting(subject: &Subject<'_>, raw: &Raw) -> Option<Until> {
    if subject.deviations.is_empty() {
        return None;
    }
    let pointer = raw.subject_pointer(subject.cx.tree);
    let covering = covering(subject.deviations, raw.code, &pointer).filter_map(|at| subject.deviations.get(at));
    let ends: Vec<Option<&str>> = covering.map(|deviation| deviation.until.as_deref()).collect();
    let last = |ends: Vec<&str>| ends.into_iter().max_by_key(|end| last_day(end)).map(Into::into);
    (!ends.is_empty()).then(|| Until(ends.into_iter().collect::<Option<Vec<_>>>().and_then(last)))
}
