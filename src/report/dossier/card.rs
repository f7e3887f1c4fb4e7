//! Findings in words. Those of a document that one rule finds for one reason stand on one card, which says once what is the same for all.

use std::collections::HashMap;
use std::slice::from_ref;

use super::excerpts::{Excerpts, Places};
use super::sentence;
use crate::findings::{Deviation, Finding};
use crate::policy::{Code, FixSafety, Level, Part};
use crate::report::Words;
use crate::report::source::Source;
use crate::report::ticks::aside_of;
use crate::workspace::Report;

/// The findings of one rule in a document that have level, actor and reason in common. In texts of our own the backticks of documents are
/// put aside.
pub(in crate::report) struct Card {
    pub(in crate::report) level: Level,
    pub(in crate::report) code: Code,
    /// What the rule is called.
    pub(in crate::report) title: String,
    /// Who must act.
    pub(in crate::report) actor: String,
    /// Why it matters.
    pub(in crate::report) why: String,
    /// Where the policy says so.
    pub(in crate::report) cited: Option<String>,
    /// How to mend it, where that is the same for all.
    pub(in crate::report) help: Option<String>,
    /// Where it is, where that is the same for all.
    pub(in crate::report) places: Option<Places>,
    /// At least one.
    pub(in crate::report) findings: Vec<Told>,
}

/// What is a finding's own.
pub(in crate::report) struct Told {
    pub(in crate::report) message: String,
    /// How to mend it.
    pub(in crate::report) help: String,
    /// What the program can do: those that keep the meaning, and those that are proposals.
    pub(in crate::report) fixes: [Vec<String>; 2],
    /// Where it is, where the card does not say so.
    pub(in crate::report) places: Option<Places>,
}

/// What a deviation accepts.
pub(in crate::report) struct Accepts {
    pub(in crate::report) code: Code,
    /// What the rule is called.
    pub(in crate::report) title: String,
    /// The texts of the document, as they are.
    pub(in crate::report) reason: String,
    pub(in crate::report) approved: Option<String>,
    pub(in crate::report) until: Option<String>,
    /// What is accepted, in our own words.
    pub(in crate::report) messages: Vec<String>,
}

/// What is said below a finding or a card: what it is, the text, or several of them, and what must be known of that.
pub(in crate::report) type Note<'c> = (&'static str, &'c [String], String);

impl Card {
    /// What is said once: all there is where there is one finding, else what its findings have in common.
    pub(in crate::report) fn notes<'c>(&'c self, source: &Source<'_>) -> Vec<Note<'c>> {
        let own = if let [one] = self.findings.as_slice() { one.fix_notes(source) } else { Vec::new() };
        let note = |id, text: &'c String| (id, from_ref(text), String::new());
        let help = self.help.iter().map(|help| note("help", help));
        let ends = [("actor", Some(&self.actor)), ("source", self.cited.as_ref())];
        let ends = ends.into_iter().filter_map(|(id, text)| Some(note(id, text?)));
        [note("why", &self.why)].into_iter().chain(help).chain(own).chain(ends).collect()
    }

    /// What is a finding's own where there are several.
    pub(in crate::report) fn own_notes<'c>(&'c self, told: &'c Told, source: &Source<'_>) -> Vec<Note<'c>> {
        if self.findings.len() == 1 {
            return Vec::new();
        }
        let help = self.help.is_none().then(|| ("help", from_ref(&told.help), String::new()));
        help.into_iter().chain(told.fix_notes(source)).collect()
    }
}

impl Told {
    fn fix_notes<'s>(&'s self, source: &Source<'_>) -> Vec<Note<'s>> {
        let some = self.fixes.iter().zip(["safe", "unsafe"]).filter(|(fixes, _)| !fixes.is_empty());
        let note = |(fixes, safety): (&'s Vec<String>, &'static str)| {
            let args = [("safety", safety.into()), ("count", fixes.len().into())];
            (safety, fixes.as_slice(), source.say("dossier-fix", &args))
        };
        some.map(note).collect()
    }
}

/// Puts the findings of one document into words.
pub(in crate::report) struct Teller<'s> {
    source: &'s Source<'s>,
    words: Words<'s>,
}

impl<'s> Teller<'s> {
    pub(in crate::report) fn new(source: &'s Source<'s>, words: Words<'s>) -> Self {
        Self { source, words }
    }

    /// What was found, the most severe first, else in the order of the document.
    pub(in crate::report) fn cards(&self, report: &Report) -> Vec<Card> {
        let mut groups: Vec<(String, String, Vec<&Finding>)> = Vec::new();
        let mut known: HashMap<(Level, Code, String, String), usize> = HashMap::new();
        for finding in self.source.shown(report) {
            let (actor, why) = (self.actor(finding), self.words.why(&aside_of(finding)));
            let at = *known.entry((finding.level, finding.code, actor.clone(), why.clone())).or_insert(groups.len());
            match groups.get_mut(at) {
                Some((.., group)) => group.push(finding),
                None => groups.push((actor, why, vec![finding])),
            }
        }
        groups.sort_by_key(|(.., group)| std::cmp::Reverse(group.first().map(|finding| finding.level)));
        let mut excerpts = Excerpts::open(self.source, report, self.words);
        let cards = groups.into_iter().filter_map(|(actor, why, group)| self.card((actor, why), &group, &mut excerpts));
        cards.collect()
    }

    fn card(&self, (actor, why): (String, String), group: &[&Finding], excerpts: &mut Excerpts<'_>) -> Option<Card> {
        let (first, others) = group.split_first()?;
        let rule = self.words.policy.rule(first.code);
        let mut place = |finding: &Finding| excerpts.places(finding, &aside_of(finding));
        let together = others.iter().all(|other| self.stand_together(first, other));
        let places = together.then(|| place(first));
        let mut findings: Vec<Told> = group.iter().map(|finding| self.told(&aside_of(finding))).collect();
        if !together {
            findings.iter_mut().zip(group).for_each(|(told, finding)| told.places = Some(place(finding)));
        }
        let help = findings.first().map(|told| told.help.clone());
        let help = help.filter(|help| findings.iter().all(|told| told.help == *help));
        let cited = rule.and_then(|rule| self.words.citations(rule, true));
        let (level, code, title) = (first.level, first.code, self.title(first.code));
        Some(Card { level, code, title, actor, why, cited, help, places, findings })
    }

    /// Whether two findings of a rule have their places, and what is said of them, in common.
    fn stand_together(&self, one: &Finding, other: &Finding) -> bool {
        let labels = |finding: &Finding| -> Vec<String> {
            let elsewhere = finding.elsewhere.iter().map(|elsewhere| elsewhere.label);
            let labels = finding.related.iter().map(|related| related.label).chain(elsewhere);
            labels.map(|label| self.words.related(finding, label)).collect()
        };
        let place = one.range == other.range && one.related == other.related && one.elsewhere == other.elsewhere;
        place && labels(one) == labels(other)
    }

    fn told(&self, finding: &Finding) -> Told {
        let fixes = |safety: FixSafety| {
            let fixes = finding.fixes.iter().filter(|fix| fix.safety == safety);
            fixes.map(|fix| sentence(&self.words.fix(finding, fix))).collect()
        };
        Told {
            message: sentence(&one_line(&self.words.message(finding))),
            help: self.words.help(finding),
            fixes: [fixes(FixSafety::Safe), fixes(FixSafety::Unsafe)],
            places: None,
        }
    }

    /// Who must act; what no rule gives to a party is about the document itself.
    fn actor(&self, finding: &Finding) -> String {
        match finding.actor {
            Some(actor) => self.words.policy.entry(actor).label.get(self.words.lang).to_owned(),
            None => self.source.say("dossier-author", &[]),
        }
    }

    fn title(&self, code: Code) -> String {
        let rule = self.words.policy.rule(code);
        rule.map(|rule| rule.text(self.words.lang, Part::Title, &[])).unwrap_or_default()
    }

    /// What deviations accept of what is shown, each deviation once.
    pub(in crate::report) fn accepts(&self, report: &Report) -> Vec<Accepts> {
        let mut all: Vec<(usize, Accepts)> = Vec::new();
        for (accepted, by) in self.source.accepted(report) {
            let message = sentence(&one_line(&self.words.message(&aside_of(&accepted.finding))));
            match all.iter_mut().find(|(index, _)| *index == by.index) {
                Some((_, accepts)) => accepts.messages.push(message),
                None => all.push((by.index, self.accepted(by, accepted.finding.code, message))),
            }
        }
        all.sort_by_key(|(index, _)| *index);
        all.into_iter().map(|(_, accepts)| accepts).collect()
    }

    fn accepted(&self, by: &Deviation, code: Code, message: String) -> Accepts {
        Accepts {
            code,
            title: self.title(code),
            reason: one_line(&by.reason),
            approved: by.approved_by.as_deref().map(one_line),
            until: by.until.as_deref().map(one_line),
            messages: vec![message],
        }
    }
}

fn one_line(text: &str) -> String {
    text.trim().replace('\n', " ")
}
