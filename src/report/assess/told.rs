//! An assessment in words, for the formats that people read: plain text, with nothing of a document made visible or escaped yet.

use std::borrow::Cow;

use super::Source;
use crate::assess::{
    Advice, Ask, Assessed, Cooperation, Currency, Excused, Met, Move, Next, Note, Open, OpenBecause, Other, Outcome,
    Step, Supposed, Tally,
};
use crate::findings::Param;
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{Code, Lang, Part, Policy, Precondition};
use crate::report::Words;
use crate::report::ticks::{aside, aside_in};
use crate::texts::{Arg, Args, Texts, listed};
use crate::workspace::Report;

/// A document in words.
pub(in crate::report) struct Document {
    /// Its path.
    pub(super) path: String,
    /// Its partner; empty where that is not known.
    pub(super) partner: String,
    /// What must be known before reading on.
    pub(in crate::report) remarks: Vec<String>,
    pub(in crate::report) parts: Vec<Cooperating>,
    /// What is to be done about the agreement as a whole: who, and what.
    pub(super) steps: Vec<(String, String)>,
}

/// A cooperation in words.
pub(in crate::report) struct Cooperating {
    /// Core task and profile.
    pub(in crate::report) name: String,
    /// The outcome, or that there is none.
    pub(in crate::report) outcome: String,
    /// The engine's word for it.
    pub(in crate::report) standing: &'static str,
    /// Why there is none, and what else must be known.
    pub(in crate::report) remarks: Vec<String>,
    /// How many preconditions are met of how many; empty where nothing can be counted.
    pub(in crate::report) count: String,
    /// By dimension: its name, what is met, and what is open.
    pub(super) dimensions: Vec<(String, Vec<String>)>,
    /// What else bears on the outcome.
    pub(super) obstacles: Vec<String>,
    /// What else would bear on it, if no deviation accepted it.
    pub(super) accepted: Vec<String>,
    /// What is needed for the next outcome; empty where there is none.
    pub(super) next: String,
    /// Each other profile: its name, and how the cooperation stands under it.
    pub(super) others: Vec<(String, String)>,
    /// What is to be done: who, and what.
    pub(super) steps: Vec<(String, String)>,
}

impl Document {
    /// Its partner, else its path.
    pub(super) fn name(&self) -> &str {
        if self.partner.is_empty() { &self.path } else { &self.partner }
    }

    pub(super) fn of(report: &Report, source: &Source<'_>, ticks: Ticks) -> Self {
        let path = report.name.project_path.to_string();
        let policy =
            source.policy(report).filter(|_| report.judgement.policy.is_some() || report.judgement.assessed.is_some());
        let (Some(assessed), Some(policy)) = (report.judgement.assessed.as_deref(), policy) else {
            let remarks = vec![source.say("assess-unread", &[])];
            return Self { path, partner: String::new(), remarks, parts: Vec::new(), steps: Vec::new() };
        };
        let teller = Teller { policy, lang: source.lang, ticks };
        Self {
            path,
            partner: assessed.partner.as_deref().unwrap_or_default().to_owned(),
            remarks: teller.remarks(assessed),
            parts: assessed.cooperations.iter().map(|cooperation| teller.cooperation(cooperation, source)).collect(),
            steps: teller.steps(&assessed.steps),
        }
    }
}

/// Puts things of one policy into words.
#[derive(Clone, Copy)]
struct Teller<'a> {
    policy: &'a Policy,
    lang: Lang,
    ticks: Ticks,
}

/// What becomes of the backticks in texts of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticks {
    /// They stay, where those of our own are shown as they are, too.
    AsTheyAre,
    /// They are put aside, where those of our own mark code.
    Aside,
}

impl Ticks {
    fn of(self, text: &str) -> Cow<'_, str> {
        if self == Self::Aside { aside(text) } else { text.into() }
    }
}

impl Teller<'_> {
    fn say(self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    fn label(&self, term: Term) -> &str {
        self.policy.entry(term).label.get(self.lang)
    }

    fn remarks(self, assessed: &Assessed) -> Vec<String> {
        let mut remarks = Vec::new();
        if assessed.currency != Currency::Current {
            remarks.push(self.say("assess-currency", &[("currency", assessed.currency.as_str().into())]));
        }
        let folded = assessed.cooperations.iter().any(|cooperation| cooperation.tally.is_some());
        if let Some(parent) = assessed.parent.as_deref().filter(|_| folded) {
            remarks.push(self.say("assess-folded", &[("parent", Arg::Text(self.ticks.of(parent)))]));
        }
        if assessed.cooperations.is_empty() {
            remarks.push(self.say("assess-no-cooperation", &[]));
        }
        remarks
    }

    fn cooperation(self, cooperation: &Cooperation, source: &Source<'_>) -> Cooperating {
        let tally = cooperation.tally.as_ref();
        Cooperating {
            name: self.name(cooperation),
            outcome: self.outcome(cooperation.advice),
            standing: standing(cooperation.advice),
            remarks: self.remarks_on(cooperation, source),
            count: tally.map(|tally| self.count(tally)).unwrap_or_default(),
            dimensions: tally.map(|tally| self.dimensions(tally)).unwrap_or_default(),
            obstacles: tally.into_iter().flat_map(|tally| &tally.obstacles).map(|note| self.note(note)).collect(),
            accepted: tally.into_iter().flat_map(|tally| &tally.accepted).map(|one| self.excused(one)).collect(),
            next: cooperation.next.as_ref().map(|next| self.next(next)).unwrap_or_default(),
            others: cooperation.others.iter().map(|other| self.other(other)).collect(),
            steps: self.steps(&cooperation.steps),
        }
    }

    fn name(self, cooperation: &Cooperation) -> String {
        let named = |term: Option<Term>, none: &str| match term {
            Some(term) => self.label(term).to_owned(),
            None => self.say(none, &[]),
        };
        format!("{}: {}", named(cooperation.task, "assess-no-task"), named(cooperation.profile, "assess-no-profile"))
    }

    fn outcome(self, advice: Advice) -> String {
        match advice.outcome() {
            Some(outcome) => outcome.term(self.policy).map(|term| self.label(term).to_owned()).unwrap_or_default(),
            None => self.say("assess-none", &[]),
        }
    }

    fn remarks_on(self, cooperation: &Cooperation, source: &Source<'_>) -> Vec<String> {
        let mut remarks = self.supposed(cooperation, source.ask);
        if let Some(why) = cooperation.advice.why() {
            remarks.push(self.say("assess-why", &[("why", why.as_str().into())]));
        }
        remarks
    }

    /// By which profile it was judged, where another one was asked about.
    fn supposed(self, cooperation: &Cooperation, ask: &Ask) -> Vec<String> {
        if cooperation.supposed == Supposed::Own {
            return Vec::new();
        }
        let asked = ask.profile.as_deref().unwrap_or_default();
        let known = self.policy.term(Vocab::Profile, asked);
        let label = known.map_or(asked, |term| self.label(term));
        let how = match (cooperation.supposed, known, cooperation.task) {
            (Supposed::Own | Supposed::Asked, ..) => "asked",
            (_, None, _) => "unknown",
            (_, _, None) => "no-task",
            _ => "not-fitting",
        };
        let supposed = self.say("assess-supposed", &[("how", how.into()), ("profile", label.into())]);
        let own = cooperation.supposed == Supposed::NotFitting && cooperation.profile.is_some();
        let by_own = own.then(|| self.say("assess-by-own", &[]));
        std::iter::once(supposed).chain(by_own).collect()
    }

    fn count(self, tally: &Tally) -> String {
        self.say("assess-count", &[("met", tally.met.len().into()), ("required", tally.required().into())])
    }

    /// The dimensions of which something is required, in the order of the policy's list.
    fn dimensions(self, tally: &Tally) -> Vec<(String, Vec<String>)> {
        let dimension = |term: Term| {
            let own = |precondition: Precondition| self.policy.precondition_row(precondition).dimension == term;
            let met: Vec<&Met> = tally.met.iter().filter(|met| own(met.precondition)).collect();
            let open: Vec<&Open> = tally.open.iter().filter(|open| own(open.precondition)).collect();
            let lines = self.lines(&met, &open);
            (!lines.is_empty()).then(|| (self.label(term).to_owned(), lines))
        };
        self.policy.terms(Vocab::Dimension).filter_map(dimension).collect()
    }

    /// What is met on one line, what is missing on one, and a line for each of the others that are open.
    fn lines(self, met: &[&Met], open: &[&Open]) -> Vec<String> {
        let mut lines = Vec::new();
        let list = |id: &str, names: Vec<String>| self.say(id, &[("preconditions", names.join(", ").into())]);
        if !met.is_empty() {
            lines.push(list("assess-met", met.iter().map(|met| self.met(met)).collect()));
        }
        let missing = open.iter().filter(|open| open.because == OpenBecause::Missing);
        let missing: Vec<String> = missing.map(|open| self.precondition(open.precondition)).collect();
        if !missing.is_empty() {
            lines.push(list("assess-missing", missing));
        }
        for open in open {
            let name = self.precondition(open.precondition);
            match &open.because {
                OpenBecause::Missing => {}
                OpenBecause::Unreadable => {
                    lines.push(self.say("assess-unreadable", &[("precondition", name.into())]));
                }
                OpenBecause::Findings(notes) => {
                    let found = notes.iter().map(|note| self.note(note)).collect::<Vec<_>>().join("; ");
                    let args = [("precondition", name.into()), ("findings", found.into())];
                    lines.push(self.say("assess-open", &args));
                }
            }
        }
        lines
    }

    fn met(self, met: &Met) -> String {
        let name = self.precondition(met.precondition);
        if met.accepted.is_empty() {
            return name;
        }
        self.accepted(name, codes(met.accepted.iter().copied()).join(", "), met.until.as_deref())
    }

    /// "message (by a deviation from V411, until 2026-12-31)"
    fn excused(self, excused: &Excused) -> String {
        self.accepted(self.message(&excused.note), excused.note.code.to_string(), excused.until.as_deref())
    }

    fn accepted(self, what: String, codes: String, until: Option<&str>) -> String {
        let ends = if until.is_some() { "yes" } else { "no" };
        let args = [
            ("what", what.into()),
            ("codes", codes.into()),
            ("ends", ends.into()),
            ("until", until.unwrap_or_default().into()),
        ];
        self.say("assess-accepted", &args)
    }

    fn precondition(self, precondition: Precondition) -> String {
        self.policy.precondition_row(precondition).label.get(self.lang).to_owned()
    }

    /// "message (V402)"
    fn note(self, note: &Note) -> String {
        format!("{} ({})", self.message(note), note.code)
    }

    fn message(self, note: &Note) -> String {
        let words = Words { policy: self.policy, lang: self.lang };
        match self.ticks {
            Ticks::AsTheyAre => words.say((note.code, &note.params), Part::Message),
            Ticks::Aside => words.say((note.code, &aside_in(&note.params)), Part::Message),
        }
    }

    fn next(self, next: &Next) -> String {
        let outcome = next.outcome.term(self.policy).map(|term| self.label(term).to_owned()).unwrap_or_default();
        let codes = codes(next.obstacles.iter().map(|note| note.code));
        let needs = match (next.preconditions, codes.is_empty()) {
            (_, true) => "preconditions",
            (0, false) => "findings",
            (_, false) => "both",
        };
        let args = [
            ("needs", needs.into()),
            ("outcome", outcome.into()),
            ("count", next.preconditions.into()),
            ("codes", listed(self.lang, &codes).into()),
        ];
        self.say("assess-next", &args)
    }

    fn other(self, other: &Other) -> (String, String) {
        let mut parts = vec![self.outcome(other.advice)];
        if let Some(why) = other.advice.why() {
            parts = vec![self.say("assess-why", &[("why", why.as_str().into())])];
        }
        parts.push(self.count(&other.tally));
        let lacks: Vec<String> = other.lacks().map(|precondition| self.precondition(precondition)).collect();
        if !lacks.is_empty() {
            parts.push(self.say("assess-lacks", &[("preconditions", lacks.join(", ").into())]));
        }
        let besides = codes(other.tally.obstacles.iter().map(|note| note.code));
        if !besides.is_empty() {
            parts.push(self.say("assess-besides", &[("codes", listed(self.lang, &besides).into())]));
        }
        let excused = codes(other.tally.accepted.iter().map(|one| one.note.code));
        if !excused.is_empty() {
            parts.push(self.say("assess-excused-besides", &[("codes", listed(self.lang, &excused).into())]));
        }
        (self.label(other.profile).to_owned(), sentences(&parts))
    }

    /// Who, and what; the name stands once before all that is his.
    fn steps(self, steps: &[Step]) -> Vec<(String, String)> {
        let mut told: Vec<(String, String)> = Vec::with_capacity(steps.len());
        let mut last = None;
        for step in steps {
            let again = last == Some(step.actor);
            last = Some(step.actor);
            let who = step.actor.filter(|_| !again).map(|actor| self.label(actor).to_owned()).unwrap_or_default();
            let what = self.step(&step.what);
            let what = match &step.date {
                Some(date) => {
                    // What a finding says was due has passed already.
                    let id = if matches!(step.what, Move::Mend(_)) { "assess-was-due" } else { "assess-by" };
                    self.say(id, &[("date", (&**date).into()), ("what", what.into())])
                }
                None => what,
            };
            told.push((who, what));
        }
        told
    }

    fn step(self, what: &Move) -> String {
        let ids = |preconditions: &[Precondition]| {
            let params = preconditions.iter().copied().map(Param::from).collect();
            Words { policy: self.policy, lang: self.lang }.shown(&Param::List(params)).into_owned()
        };
        match what {
            Move::Mend(note) => self.note(note),
            Move::Settle(note) => {
                let args = [("code", note.code.as_str().into()), ("message", self.message(note).into())];
                self.say("assess-step-settle", &args)
            }
            Move::State(preconditions) => {
                let arranged = self.policy.find(Vocab::Status, Is::Arranged);
                let status = arranged.map(|status| self.policy.name(status)).unwrap_or_default();
                let args = [("preconditions", ids(preconditions).into()), ("status", status.into())];
                self.say("assess-step-state", &args)
            }
            Move::Clarify(precondition) | Move::Renew(precondition) | Move::Arrange(precondition) => {
                let id = format!("assess-step-{}", what.as_str());
                self.say(&id, &[("preconditions", ids(&[*precondition]).into())])
            }
            Move::Reassess | Move::Evaluate => self.say(&format!("assess-step-{}", what.as_str()), &[]),
        }
    }
}

/// The word in `json`, and in texts.
pub(super) const fn supposed(supposed: Supposed) -> &'static str {
    match supposed {
        Supposed::Own => "own",
        Supposed::Asked => "asked",
        Supposed::NotFitting => "not-fitting",
    }
}

/// The engine's word for an outcome, or that there is none; in texts, too.
pub(super) fn standing(advice: Advice) -> &'static str {
    match advice.outcome() {
        Some(Outcome::Positive) => "positive",
        Some(Outcome::Conditional) => "conditional",
        Some(Outcome::Negative) => "negative",
        None => "none",
    }
}

/// Codes, each once where it first stands.
fn codes(codes: impl Iterator<Item = Code>) -> Vec<String> {
    let mut seen: Vec<Code> = Vec::new();
    for code in codes {
        if !seen.contains(&code) {
            seen.push(code);
        }
    }
    seen.iter().map(ToString::to_string).collect()
}

/// A text with a capital.
pub(in crate::report) fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// Sentences behind each other, each with a full stop.
fn sentences(parts: &[String]) -> String {
    parts.iter().map(|part| format!("{}.", part.trim_end_matches('.'))).collect::<Vec<_>>().join(" ")
}
