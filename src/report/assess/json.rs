//! An assessment as `json`, version 1: written from structs of its own, a document a line.

use std::io::{self, Write};

use serde::Serialize;

use super::Source;
use super::told::supposed;
use super::totals::Totals;
use crate::assess::{self, Assessed, Cooperation, Move, OpenBecause, Tally};
use crate::model::keys;
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Part, Policy, Precondition};
use crate::report::Words;
use crate::report::json::{Lines, PolicyId, failures};
use crate::workspace::Report;

/// The version of the format.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    path: &'a str,
    id: Option<&'a str>,
    policy: Option<PolicyId<'a>>,
    partner: Option<&'a str>,
    supplement_of: Option<&'a str>,
    currency: Option<&'static str>,
    cooperations: Vec<Cooperating<'a>>,
    steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Cooperating<'a> {
    pointer: String,
    core_task: Option<&'a str>,
    profile: Option<&'a str>,
    supposed: &'static str,
    outcome: Option<&'a str>,
    why: Option<&'static str>,
    required: Option<usize>,
    met: Option<usize>,
    dimensions: Vec<Dimension<'a>>,
    obstacles: Vec<Note<'a>>,
    accepted: Vec<Excused<'a>>,
    next: Option<Next<'a>>,
    other_profiles: Vec<Other<'a>>,
    steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Dimension<'a> {
    #[serde(rename = "dimension")]
    id: &'a str,
    met: Vec<Met<'a>>,
    open: Vec<Open<'a>>,
}

#[derive(Serialize)]
struct Met<'a> {
    precondition: &'a str,
    accepted: Vec<&'a str>,
    until: Option<&'a str>,
}

#[derive(Serialize)]
struct Open<'a> {
    precondition: &'a str,
    because: &'static str,
    findings: Vec<Note<'a>>,
}

#[derive(Serialize)]
struct Note<'a> {
    code: &'a str,
    rule: &'a str,
    severity: &'static str,
    pointer: &'a str,
    message: String,
    actor: Option<&'a str>,
    due: Option<&'a str>,
}

#[derive(Serialize)]
struct Excused<'a> {
    finding: Note<'a>,
    until: Option<&'a str>,
}

#[derive(Serialize)]
struct Next<'a> {
    outcome: Option<&'a str>,
    preconditions: usize,
    obstacles: Vec<&'a str>,
}

#[derive(Serialize)]
struct Other<'a> {
    profile: &'a str,
    outcome: Option<&'a str>,
    why: Option<&'static str>,
    required: usize,
    met: usize,
    lacks: Vec<&'a str>,
    obstacles: Vec<Note<'a>>,
    accepted: Vec<Excused<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    actor: Option<&'a str>,
    date: Option<&'a str>,
    what: &'static str,
    preconditions: Vec<&'a str>,
    finding: Option<Note<'a>>,
}

#[derive(Serialize)]
struct Summary {
    documents: usize,
    cooperations: usize,
    positive: usize,
    conditional: usize,
    negative: usize,
    none: usize,
}

impl From<Totals> for Summary {
    fn from(totals: Totals) -> Self {
        let [positive, conditional, negative] = totals.outcomes;
        let Totals { documents, cooperations, none, .. } = totals;
        Self { documents, cooperations, positive, conditional, negative, none }
    }
}

pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let run = source.run;
    let mut lines = Lines::report(out, VERSION, run.rulebooks.as_of)?;
    lines.member("profile", &source.ask.profile.as_deref())?;
    lines.list("documents", run.reports.iter().map(|report| document(report, source)))?;
    lines.member("failures", &failures(run, source.lang))?;
    lines.member("summary", &Summary::from(Totals::of(run)))?;
    lines.close()
}

fn document<'a>(report: &'a Report, source: &Source<'a>) -> Document<'a> {
    let judgement = &report.judgement;
    let policy = source.policy(report);
    let assessed = judgement.assessed.as_deref();
    let writer = policy.map(|policy| Writer { policy, words: Words { policy, lang: source.lang } });
    let pair = writer.zip(assessed);
    let stated = judgement.policy.and(policy);
    Document {
        path: &report.name.project_path,
        id: judgement.id.as_deref(),
        policy: stated.map(PolicyId::of),
        partner: assessed.and_then(|assessed| assessed.partner.as_deref()),
        supplement_of: assessed.and_then(|assessed| assessed.parent.as_deref()),
        currency: assessed.map(|assessed| assessed.currency.as_str()),
        cooperations: pair.map(|(writer, assessed)| writer.cooperations(assessed)).unwrap_or_default(),
        steps: pair.map(|(writer, assessed)| writer.steps(&assessed.steps)).unwrap_or_default(),
    }
}

/// Writes things of one policy.
#[derive(Clone, Copy)]
struct Writer<'a> {
    policy: &'a Policy,
    words: Words<'a>,
}

impl<'a> Writer<'a> {
    fn name(&self, term: Term) -> &'a str {
        self.policy.name(term)
    }

    fn precondition(&self, precondition: Precondition) -> &'a str {
        &self.policy.precondition_row(precondition).id
    }

    fn outcome(&self, outcome: Option<assess::Outcome>) -> Option<&'a str> {
        outcome.and_then(|outcome| outcome.term(self.policy)).map(|term| self.name(term))
    }

    fn cooperations(&self, assessed: &'a Assessed) -> Vec<Cooperating<'a>> {
        assessed.cooperations.iter().map(|cooperation| self.cooperation(cooperation)).collect()
    }

    fn cooperation(&self, cooperation: &'a Cooperation) -> Cooperating<'a> {
        let tally = cooperation.tally.as_ref();
        let next = cooperation.next.as_ref().map(|next| Next {
            outcome: self.outcome(Some(next.outcome)),
            preconditions: next.preconditions,
            obstacles: next.obstacles.iter().map(|note| note.code.as_str()).collect(),
        });
        Cooperating {
            pointer: format!("/{}/{}", keys::COOPERATIONS, cooperation.index),
            core_task: cooperation.task.map(|task| self.name(task)),
            profile: cooperation.profile.map(|profile| self.name(profile)),
            supposed: supposed(cooperation.supposed),
            outcome: self.outcome(cooperation.advice.outcome()),
            why: cooperation.advice.why().map(assess::Why::as_str),
            required: tally.map(Tally::required),
            met: tally.map(|tally| tally.met.len()),
            dimensions: tally.map(|tally| self.dimensions(tally)).unwrap_or_default(),
            obstacles: tally.map(|tally| self.notes(&tally.obstacles)).unwrap_or_default(),
            accepted: tally.map(|tally| self.excused(tally)).unwrap_or_default(),
            next,
            other_profiles: cooperation.others.iter().map(|other| self.other(other)).collect(),
            steps: self.steps(&cooperation.steps),
        }
    }

    fn dimensions(&self, tally: &'a Tally) -> Vec<Dimension<'a>> {
        let dimension = |term: Term| {
            let own = |precondition: Precondition| self.policy.precondition_row(precondition).dimension == term;
            let met = tally.met.iter().filter(|met| own(met.precondition)).map(|met| Met {
                precondition: self.precondition(met.precondition),
                accepted: met.accepted.iter().map(crate::policy::Code::as_str).collect(),
                until: met.until.as_deref(),
            });
            let open = tally.open.iter().filter(|open| own(open.precondition)).map(|open| Open {
                precondition: self.precondition(open.precondition),
                because: open.because.as_str(),
                findings: match &open.because {
                    OpenBecause::Findings(notes) => self.notes(notes),
                    OpenBecause::Missing | OpenBecause::Unreadable => Vec::new(),
                },
            });
            Dimension { id: self.name(term), met: met.collect(), open: open.collect() }
        };
        let all = self.policy.terms(Vocab::Dimension).map(dimension);
        all.filter(|dimension| !dimension.met.is_empty() || !dimension.open.is_empty()).collect()
    }

    fn other(&self, other: &'a assess::Other) -> Other<'a> {
        Other {
            profile: self.name(other.profile),
            outcome: self.outcome(other.advice.outcome()),
            why: other.advice.why().map(assess::Why::as_str),
            required: other.tally.required(),
            met: other.tally.met.len(),
            lacks: other.lacks().map(|precondition| self.precondition(precondition)).collect(),
            obstacles: self.notes(&other.tally.obstacles),
            accepted: self.excused(&other.tally),
        }
    }

    fn excused(&self, tally: &'a Tally) -> Vec<Excused<'a>> {
        let excused = |one: &'a assess::Excused| Excused { finding: self.note(&one.note), until: one.until.as_deref() };
        tally.accepted.iter().map(excused).collect()
    }

    fn steps(&self, steps: &'a [assess::Step]) -> Vec<Step<'a>> {
        let step = |step: &'a assess::Step| {
            let preconditions: &[Precondition] = match &step.what {
                Move::State(preconditions) => preconditions,
                Move::Clarify(precondition) | Move::Renew(precondition) | Move::Arrange(precondition) => {
                    std::slice::from_ref(precondition)
                }
                Move::Mend(_) | Move::Settle(_) | Move::Reassess | Move::Evaluate => &[],
            };
            Step {
                actor: step.actor.map(|actor| self.name(actor)),
                date: step.date.as_deref(),
                what: step.what.as_str(),
                preconditions: preconditions.iter().map(|precondition| self.precondition(*precondition)).collect(),
                finding: step.note().map(|note| self.note(note)),
            }
        };
        steps.iter().map(step).collect()
    }

    fn notes(&self, notes: &'a [assess::Note]) -> Vec<Note<'a>> {
        notes.iter().map(|note| self.note(note)).collect()
    }

    fn note(&self, note: &'a assess::Note) -> Note<'a> {
        Note {
            code: note.code.as_str(),
            rule: self.policy.rule(note.code).map(|rule| &*rule.name).unwrap_or_default(),
            severity: note.level.as_str(),
            pointer: &note.pointer,
            message: self.words.say((note.code, &note.params), Part::Message),
            actor: note.actor.map(|actor| self.name(actor)),
            due: note.due.as_deref(),
        }
    }
}
