//! What is to be done next, by whom and by when.

use super::note::{self, Note};
use super::tally::{Excused, Judged, Met, OpenBecause, Tally, last_day, notes};
use crate::findings::Raw;
use crate::findings::actor::stands_in;
use crate::model::Cooperation;
use crate::policy::vocabulary::{Is, Term};
use crate::policy::{Level, Precondition};
use crate::rules::registry::Bears;
use crate::rules::{Context, level_in_execution};

/// What is to be done next.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Whose move it is; `None` where nobody is named.
    pub actor: Option<Term>,
    /// By when, as written in the document or the policy; `None` where no day is set.
    pub date: Option<Box<str>>,
    /// What.
    pub what: Move,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Move {
    /// To agree on preconditions that do not stand in the agreement, and to put them there.
    State(Box<[Precondition]>),
    /// To make readable what stands there of a precondition.
    Clarify(Precondition),
    /// To mend what a finding says.
    Mend(Note),
    /// To renew a precondition before it expires.
    Renew(Precondition),
    /// To arrange a precondition before the deviation ends by which it is met.
    Arrange(Precondition),
    /// To mend what a finding says before the deviation ends that accepts it.
    Settle(Note),
    /// To assess again.
    Reassess,
    /// To evaluate.
    Evaluate,
}

impl Step {
    /// The finding that it is about, where it is about one.
    #[must_use]
    pub fn note(&self) -> Option<&Note> {
        match &self.what {
            Move::Mend(note) | Move::Settle(note) => Some(note),
            _ => None,
        }
    }

    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Box<str>> {
        let due = match &mut self.what {
            Move::Mend(note) | Move::Settle(note) => note.due.as_mut(),
            _ => None,
        };
        self.date.iter_mut().chain(due)
    }

    pub(super) fn note_mut(&mut self) -> Option<&mut Note> {
        match &mut self.what {
            Move::Mend(note) | Move::Settle(note) => Some(note),
            _ => None,
        }
    }
}

impl Move {
    /// The word in `json`, and in the ids of texts.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Clarify(_) => "clarify",
            Self::Mend(_) => "mend",
            Self::Renew(_) => "renew",
            Self::Arrange(_) => "arrange",
            Self::Settle(_) => "settle",
            Self::Reassess => "reassess",
            Self::Evaluate => "evaluate",
        }
    }
}

/// What is to be done about a cooperation, at a position in the model: its open preconditions, what else stands in the way, what rules say
/// of it at a warning or an error, and the days that are set.
pub(super) fn of_cooperation(
    cx: &Context<'_>,
    at: usize,
    (tally, judged): (Option<&Tally>, Option<&Judged>),
    local: bool,
) -> Box<[Step]> {
    let cooperation = &cx.agreement.cooperation[at];
    let mut steps: Vec<Step> = tally.map(|tally| of_tally(cx, cooperation, tally)).unwrap_or_default();
    let about = |raw: &&Raw| raw.cooperation == Some(cooperation.index) && tells(cx, raw);
    let found = judged.into_iter().flat_map(|judged| &judged.open).filter(about);
    steps.extend(notes(cx, found, local).into_iter().filter_map(mend));
    let again = cooperation.assessment.reassessment.pair().filter(|(date, _)| !cx.past(*date));
    steps.extend(again.map(|(_, node)| Step {
        actor: cx.actor(Is::Assessor),
        date: Some(cx.written(node).into()),
        what: Move::Reassess,
    }));
    sorted(steps)
}

/// What is to be done about the agreement as a whole.
pub(super) fn of_agreement(cx: &Context<'_>, judged: &Judged, local: bool) -> Box<[Step]> {
    let about = |raw: &&Raw| raw.cooperation.is_none() && tells(cx, raw);
    let mut steps: Vec<Step> =
        notes(cx, judged.open.iter().filter(about), local).into_iter().filter_map(mend).collect();
    let next = cx.agreement.next_evaluation.pair().filter(|(date, _)| !cx.past(*date));
    steps.extend(next.map(|(_, node)| Step {
        actor: cx.actor(Is::AdoptionRegion).and_then(|actor| stands_in(cx.policy, actor, local, false)),
        date: Some(cx.written(node).into()),
        what: Move::Evaluate,
    }));
    sorted(steps)
}

/// What follows from what is met and what is open.
fn of_tally(cx: &Context<'_>, cooperation: &Cooperation<'_>, tally: &Tally) -> Vec<Step> {
    let mut steps = Vec::new();
    let missing = tally.open.iter().filter(|open| open.because == OpenBecause::Missing);
    let missing: Box<[Precondition]> = missing.map(|open| open.precondition).collect();
    if !missing.is_empty() {
        steps.push(Step { actor: cx.actor(Is::Partner), date: None, what: Move::State(missing) });
    }
    for open in &tally.open {
        match &open.because {
            OpenBecause::Missing => {}
            OpenBecause::Unreadable => {
                steps.push(Step { actor: cx.actor(Is::Partner), date: None, what: Move::Clarify(open.precondition) });
            }
            OpenBecause::Findings(notes) => steps.extend(notes.iter().cloned().filter_map(mend)),
        }
    }
    steps.extend(tally.obstacles.iter().cloned().filter_map(mend));
    steps.extend(tally.accepted.iter().filter_map(settle));
    steps.extend(tally.met.iter().flat_map(|met| of_met(cx, cooperation, met)));
    steps
}

/// That the deviation ends that accepts a finding; one without an end asks for nothing.
fn settle(excused: &Excused) -> Option<Step> {
    let Excused { note, until } = excused;
    let date = Some(until.clone()?);
    note.actor.is_some().then(|| Step { actor: note.actor, date, what: Move::Settle(note.clone()) })
}

/// That a precondition that is met expires on a day that is set, or that the deviation ends by which it is met.
fn of_met(cx: &Context<'_>, cooperation: &Cooperation<'_>, met: &Met) -> Vec<Step> {
    let precondition = met.precondition;
    let mut entries = cooperation.preconditions.entries.iter();
    let Some(entry) = entries.find(|entry| entry.known == Some(precondition)) else { return Vec::new() };
    let region = entry.responsible.get().is_some_and(|responsible| cx.is(responsible, Is::Region));
    let actor = cx.actor(if region { Is::Region } else { Is::Partner });
    let valid = entry.valid_until.pair().filter(|(date, _)| !cx.past(*date));
    let expiry = valid.map(|(_, node)| (cx.written(node), Move::Renew(precondition)));
    let end = met.until.as_deref().map(|day| (day, Move::Arrange(precondition)));
    let step = |(day, what): (&str, Move)| Step { actor, date: Some(day.into()), what };
    expiry.into_iter().chain(end).map(step).collect()
}

/// Whether a finding is told of as a step by itself: at a warning or an error, and not where the tally tells of it.
fn tells(cx: &Context<'_>, raw: &Raw) -> bool {
    let severe = level_in_execution(cx.policy, raw).is_some_and(|level| level >= Level::Warning);
    severe && note::check_of(cx, raw.code).is_some_and(|check| check.bears == Bears::Nothing)
}

fn mend(note: Note) -> Option<Step> {
    note.actor.is_some().then(|| Step { actor: note.actor, date: note.due.clone(), what: Move::Mend(note) })
}

/// By actor, in the order of the policy's list; what has a day first, the earliest ahead: a year or a month is its last day.
#[must_use]
pub fn sorted(mut steps: Vec<Step>) -> Box<[Step]> {
    steps.sort_by(|one, other| {
        let key = |step: &Step| (step.actor.is_none(), step.actor.map(|actor| actor.index), step.date.is_none());
        let day = |step: &Step| step.date.as_deref().map(last_day);
        key(one).cmp(&key(other)).then_with(|| day(one).cmp(&day(other)))
    });
    steps.into()
}
