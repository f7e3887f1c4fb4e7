//! Finds what a name stands for.

use crate::policy::tables::{Precondition, Region};
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Code, Lang, LeftOut, Policy};

/// Something that can be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A rule.
    Rule(Code),
    /// A rule that the policy leaves out.
    LeftOut(LeftOut),
    /// An identifier of the vocabulary.
    Term(Term),
    /// A precondition.
    Precondition(Precondition),
    /// A part of a precondition, by its index.
    Part(Precondition, usize),
    /// A territorial unit.
    Region(Region),
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub subject: Subject,
    /// The former name by which it was found.
    pub former: Option<Box<str>>,
}

/// How a subject is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// Code, name or identifier.
    Name,
    /// What people call it: a label, the name of a unit.
    Label,
    /// A former name.
    Former,
    /// A name of which the policy only says what it is like.
    Hinted,
}

/// Whether a name, known in some way, is the one that is looked for.
type Fits<'a> = dyn Fn(By, &str) -> bool + 'a;

/// All that a name stands for, in the order rules, vocabulary, preconditions, units. A name as it is written goes before one in other
/// letters, that before what people call a thing, and that before former names.
#[must_use]
pub fn find(policy: &Policy, name: &str) -> Vec<Found> {
    let name = name.trim();
    let all = all(policy);
    let lower = name.to_lowercase();
    let exact = |by: By, known: &str| by == By::Name && known == name;
    let alike = |by: By, wanted: By, known: &str| by == wanted && known.to_lowercase() == lower;
    let matching = |fits: &Fits<'_>| -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (subject, by, known) in all.iter().filter(|(_, by, known)| fits(*by, known)) {
            if !found.iter().any(|other| other.subject == *subject) {
                let former = (*by == By::Former).then(|| (*known).into());
                found.push(Found { subject: *subject, former });
            }
        }
        found
    };
    let region = || {
        let region = policy.region_by_name(name)?;
        Some(vec![Found { subject: Subject::Region(region), former: None }])
    };
    let ways: [&Fits<'_>; 4] =
        [&exact, &|by, known| alike(by, By::Name, known), &|by, known| alike(by, By::Label, known), &|by, known| {
            alike(by, By::Former, known) || alike(by, By::Hinted, known)
        }];
    let found = ways.into_iter().map(matching).find(|found| !found.is_empty());
    found.or_else(region).unwrap_or_default()
}

/// Every name by which something can be found, for suggestions.
#[must_use]
pub fn names(policy: &Policy) -> Vec<&str> {
    all(policy).into_iter().map(|(_, _, name)| name).collect()
}

fn all(policy: &Policy) -> Vec<(Subject, By, &str)> {
    let mut all = Vec::with_capacity(1024);
    for rule in policy.rules() {
        let subject = Subject::Rule(rule.code);
        all.extend([(subject, By::Name, rule.code.as_str()), (subject, By::Name, &*rule.name)]);
    }
    all.extend(policy.left_out().iter().map(|left| (Subject::LeftOut(*left), By::Name, left.code.as_str())));
    for term in Vocab::ALL.into_iter().flat_map(|vocab| policy.terms(vocab)) {
        let (subject, entry) = (Subject::Term(term), policy.entry(term));
        all.push((subject, By::Name, &entry.id));
        all.extend(Lang::ALL.map(|lang| (subject, By::Label, entry.label.get(lang))));
        all.extend(entry.aliases.iter().map(|alias| (subject, By::Former, &**alias)));
        all.extend(entry.hints.iter().map(|(name, _)| (subject, By::Hinted, &**name)));
    }
    for precondition in policy.preconditions() {
        let (subject, row) = (Subject::Precondition(precondition), policy.precondition_row(precondition));
        all.push((subject, By::Name, &row.id));
        all.extend(Lang::ALL.map(|lang| (subject, By::Label, row.label.get(lang))));
        let parts = row.parts.iter().enumerate();
        all.extend(parts.map(|(at, part)| (Subject::Part(precondition, at), By::Name, &*part.id)));
    }
    for (region, row) in (0..).map(Region).zip(&policy.regions().rows) {
        let subject = Subject::Region(region);
        all.extend([(subject, By::Name, &*row.code), (subject, By::Label, &*row.name)]);
        all.extend(row.aliases.iter().map(|alias| (subject, By::Label, &**alias)));
    }
    all
}
