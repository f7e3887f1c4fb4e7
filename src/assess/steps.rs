//! What is to be done next, by whom and by when.

use super::note::{self, Note};
use super::tally::{Judged, OpenBecause, Tally, notes};
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
    /// To assess again.
    Reassess,
    /// To evaluate.
    Evaluate,
}

impl Step {
    pub(super) fn note_mut(&mut self) -> Option<&mut Note> {
        if let Move::Mend(note) = &mut self.what { Some(note) } else { None }
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
    (tally, judged): (Option<&Tally>, &Judged),
    local: bool,
) -> Box<[Step]> {
    let cooperation = &cx.agreement.cooperation[at];
    let mut steps: Vec<Step> = tally.map(|tally| of_tally(cx, cooperation, tally)).unwrap_or_default();
    let about = |raw: &&Raw| raw.cooperation == Some(cooperation.index) && tells(cx, raw);
    steps.extend(notes(cx, judged.open.iter().filter(about), local).into_iter().filter_map(mend));
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
    steps.extend(tally.met.iter().filter_map(|met| renewal(cx, cooperation, met.precondition)));
    steps
}

/// That a precondition that is met expires on a day that is set.
fn renewal(cx: &Context<'_>, cooperation: &Cooperation<'_>, precondition: Precondition) -> Option<Step> {
    let mut entries = cooperation.preconditions.entries.iter();
    let entry = entries.find(|entry| entry.known == Some(precondition) && entry.valid_until.is_known())?;
    let (_, node) = entry.valid_until.pair().filter(|(date, _)| !cx.past(*date))?;
    let region = entry.responsible.get().is_some_and(|responsible| cx.is(responsible, Is::Region));
    let actor = cx.actor(if region { Is::Region } else { Is::Partner });
    Some(Step { actor, date: Some(cx.written(node).into()), what: Move::Renew(precondition) })
}

/// Whether a finding is told of as a step by itself: at a warning or an error, and not where the tally tells of it.
fn tells(cx: &Context<'_>, raw: &Raw) -> bool {
    let severe = level_in_execution(cx.policy, raw).is_some_and(|level| level >= Level::Warning);
    severe && note::check_of(cx, raw.code).is_some_and(|check| check.bears == Bears::Nothing)
}

fn mend(note: Note) -> Option<Step> {
    note.actor.is_some().then(|| Step { actor: note.actor, date: note.due.clone(), what: Move::Mend(note) })
}

/// By actor, in the order of the policy's list; what has a day first, the earliest ahead.
fn sorted(mut steps: Vec<Step>) -> Box<[Step]> {
    steps.sort_by(|one, other| {
        let key = |step: &Step| (step.actor.is_none(), step.actor.map(|actor| actor.index), step.date.is_none());
        key(one).cmp(&key(other)).then_with(|| one.date.cmp(&other.date))
    });
    steps.into()
}
