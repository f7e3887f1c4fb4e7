//! Which of the preconditions of a profile are met, and which outcome follows.

use super::note::{self, Note};
use super::{Advice, Next, Outcome, Why};
use crate::facts::CooperationFacts;
use crate::findings::Raw;
use crate::model::Cooperation;
use crate::policy::{Code, Date, Day, Policy, Precondition};
use crate::rules::registry::{self, Bears};
use crate::rules::{Context, Presence, is_checked, required};

/// What is met and what is open under a profile.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    /// The preconditions that are met, in the order of the table.
    pub met: Box<[Met]>,
    /// Those that are open, in the order of the table.
    pub open: Box<[Open]>,
    /// The other findings that bear on the outcome and that no deviation accepts, in the order of the catalogue.
    pub obstacles: Box<[Note]>,
    /// Those that a deviation accepts: they would stand in the way without it. In the same order.
    pub accepted: Box<[Excused]>,
}

/// A finding that bears on the outcome and that a deviation accepts.
#[derive(Debug, Clone, PartialEq)]
pub struct Excused {
    /// The finding.
    pub note: Note,
    /// The last day on which a deviation accepts it, as written; `None` where one has no end.
    pub until: Option<Box<str>>,
}

/// A precondition that is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Which.
    pub precondition: Precondition,
    /// The rules whose findings about it a deviation accepts: it is met by that. Empty where there is none.
    pub accepted: Box<[Code]>,
    /// The first day after which one of these findings is accepted no more, as written; `None` where none has such a day.
    pub until: Option<Box<str>>,
}

/// A precondition that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// Which.
    pub precondition: Precondition,
    /// What keeps it open.
    pub because: OpenBecause,
}

/// What keeps a precondition open.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenBecause {
    /// No entry has its id.
    Missing,
    /// A fault hides whether it stands there, or its status is missing or none.
    Unreadable,
    /// These findings about it, which no deviation accepts, in the order of the catalogue.
    Findings(Box<[Note]>),
}

impl OpenBecause {
    /// The word in `json`, and in the ids of texts.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Findings(_) => "findings",
        }
    }

    fn notes_mut(&mut self) -> std::slice::IterMut<'_, Note> {
        match self {
            Self::Findings(notes) => notes.iter_mut(),
            Self::Missing | Self::Unreadable => [].iter_mut(),
        }
    }
}

/// The findings of one judging that count, by whether a deviation accepts them.
pub(super) struct Judged {
    pub(super) open: Vec<Raw>,
    /// Each with the last day on which a deviation accepts it, as written, where it has one.
    pub(super) accepted: Vec<(Raw, Option<Box<str>>)>,
}

impl Tally {
    /// The number of preconditions that the profile requires.
    #[must_use]
    pub fn required(&self) -> usize {
        self.met.len() + self.open.len()
    }

    pub(super) fn notes_mut(&mut self) -> impl Iterator<Item = &mut Note> {
        let open = self.open.iter_mut().flat_map(|open| open.because.notes_mut());
        open.chain(self.obstacles.iter_mut()).chain(self.accepted.iter_mut().map(|excused| &mut excused.note))
    }

    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Box<str>> {
        let Self { met, open, obstacles, accepted } = self;
        let untils = met.iter_mut().filter_map(|met| met.until.as_mut());
        let excused = accepted.iter_mut().flat_map(|one| one.until.iter_mut().chain(&mut one.note.due));
        let open = open.iter_mut().flat_map(|open| open.because.notes_mut());
        untils.chain(excused).chain(open.chain(obstacles.iter_mut()).filter_map(|note| note.due.as_mut()))
    }

    /// Counts for a cooperation what was found in its document.
    pub(super) fn of(
        cx: &Context<'_>,
        (cooperation, facts): (&Cooperation<'_>, &CooperationFacts<'_>),
        judged: &Judged,
        local: bool,
    ) -> Self {
        let (mut met, mut open) = (Vec::new(), Vec::new());
        for precondition in required(cx.policy, cooperation, facts) {
            let about = |raw: &&Raw| {
                raw.cooperation == Some(cooperation.index)
                    && note::precondition(raw) == Some(precondition)
                    && note::bears(cx, raw) == Bears::Met
            };
            let notes: Box<[Note]> = notes(cx, judged.open.iter().filter(about), local);
            let because = match Presence::of(cx, cooperation, precondition) {
                Presence::Missing => OpenBecause::Missing,
                Presence::Hidden | Presence::Unreadable => OpenBecause::Unreadable,
                Presence::Stated if !notes.is_empty() => OpenBecause::Findings(notes),
                Presence::Stated if !says_how_far(cx.policy, cooperation, precondition) => OpenBecause::Unreadable,
                Presence::Stated => {
                    let accepted: Vec<_> = judged.accepted.iter().filter(|(raw, _)| about(&raw)).collect();
                    let ends = accepted.iter().filter_map(|(_, until)| until.clone());
                    let until = ends.min_by_key(|until| last_day(until));
                    met.push(Met { precondition, accepted: accepted.iter().map(|(raw, _)| raw.code).collect(), until });
                    continue;
                }
            };
            open.push(Open { precondition, because });
        }
        let obstacle = |raw: &&Raw| {
            raw.cooperation.is_none_or(|index| index == cooperation.index)
                && matches!(note::bears(cx, raw), Bears::Positive | Bears::Conditional)
        };
        let obstacles = notes(cx, judged.open.iter().filter(obstacle), local);
        let excused = |(raw, until): &(Raw, Option<Box<str>>)| {
            let note = Some(raw).filter(obstacle).and_then(|raw| Note::of(cx, raw, local))?;
            Some(Excused { note, until: until.clone() })
        };
        let mut accepted: Vec<Excused> = judged.accepted.iter().filter_map(excused).collect();
        accepted.sort_by_key(|excused| excused.note.code.rank());
        Self { met: met.into(), open: open.into(), obstacles, accepted: accepted.into() }
    }

    /// The outcome that follows.
    pub(super) fn advice(&self, policy: &Policy, assessable: bool) -> Advice {
        if !assessable {
            return Advice::None(Why::NotAssessable);
        }
        let bad = self.obstacles.iter().any(|note| bears(policy, note) == Bears::Conditional);
        Advice::Outcome(if self.open.is_empty() && self.obstacles.is_empty() {
            Outcome::Positive
        } else if self.short_of(policy) == 0 && !bad {
            Outcome::Conditional
        } else {
            Outcome::Negative
        })
    }

    /// How many preconditions are still to be met until the policy's share for a conditional outcome is reached.
    fn short_of(&self, policy: &Policy) -> usize {
        let (part, whole) = policy.share();
        let needed = (self.required() as u64 * u64::from(part)).div_ceil(u64::from(whole.max(1)));
        usize::try_from(needed).unwrap_or(usize::MAX).saturating_sub(self.met.len())
    }

    /// What is in the way of the outcome after this one; `None` where there is none.
    pub(super) fn next(&self, policy: &Policy, advice: Advice) -> Option<Next> {
        let (outcome, preconditions) = match advice.outcome()? {
            Outcome::Positive => return None,
            Outcome::Conditional => (Outcome::Positive, self.open.len()),
            Outcome::Negative => (Outcome::Conditional, self.short_of(policy)),
        };
        let stands = |note: &&Note| outcome == Outcome::Positive || bears(policy, note) == Bears::Conditional;
        Some(Next { outcome, preconditions, obstacles: self.obstacles.iter().filter(stands).cloned().collect() })
    }
}

fn bears(policy: &Policy, note: &Note) -> Bears {
    policy.rule(note.code).and_then(|rule| registry::find(&rule.check)).map_or(Bears::Nothing, |check| check.bears)
}

/// The last day that a date as written can mean; what is no date comes last.
pub(super) fn last_day(date: &str) -> (bool, Option<Day>) {
    let last = Date::parse(date).map(|date| date.last);
    (last.is_none(), last)
}

/// The notes of some findings, in the order of the catalogue.
pub(super) fn notes<'r>(cx: &Context<'_>, raws: impl Iterator<Item = &'r Raw>, local: bool) -> Box<[Note]> {
    let mut notes: Vec<Note> = raws.filter_map(|raw| Note::of(cx, raw, local)).collect();
    notes.sort_by_key(|note| note.code.rank());
    notes.into()
}

/// Whether every entry of a precondition that counts has a status that is known: where it has none, it has a finding of its own, but
/// nobody can say that it is arranged.
fn says_how_far(policy: &Policy, cooperation: &Cooperation<'_>, precondition: Precondition) -> bool {
    let entries = cooperation.preconditions.entries.iter();
    let counting = entries.filter(|entry| entry.known == Some(precondition) && !entry.object.is_absent());
    counting.filter(|entry| is_checked(policy, cooperation, entry)).all(|entry| entry.status.is_known())
}
