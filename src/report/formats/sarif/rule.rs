//! The rules by which a run found something, each with what it is about and how to mend what it finds.

use std::collections::BTreeMap;

use serde::Serialize;

use super::place::Text;
use crate::policy::{ActorSpec, Code, FixSafety, Level, Part, Policy, Rule};
use crate::report::Words;
use crate::report::json::{Line, line_of};
use crate::report::markdown::prose;
use crate::report::source::Source;

/// The most tags that readers take of a rule.
const MOST_TAGS: usize = 20;

/// The rules, each by the policy that has it; a code may stand for another text in another policy.
pub(super) struct Rules(BTreeMap<(usize, u16, Code), usize>);

impl Rules {
    /// Those by which something was found, in the order of the catalogue.
    pub(super) fn of(source: &Source<'_>) -> Self {
        let mut rules = BTreeMap::new();
        for report in &source.run.reports {
            let policy = report.judgement.policy_of_texts();
            let accepted = source.accepted(report).filter(|_| source.suppressions);
            let found = source.shown(report).chain(accepted.map(|(accepted, _)| &accepted.finding));
            rules.extend(found.map(|finding| ((policy, finding.code.rank(), finding.code), 0)));
        }
        rules.values_mut().enumerate().for_each(|(index, number)| *number = index);
        Self(rules)
    }

    /// The number of a rule of a policy.
    pub(super) fn index(&self, policy: usize, code: Code) -> Option<usize> {
        self.0.get(&(policy, code.rank(), code)).copied()
    }

    /// A line for each.
    pub(super) fn lines(&self, source: &Source<'_>) -> impl Iterator<Item = Line> {
        self.0.keys().map(|(policy, _, code)| {
            let policy = source.run.rulebooks.policies.get(*policy).map(|loaded| &loaded.policy);
            let rule = policy.and_then(|policy| Some((policy, policy.rule(*code)?)));
            rule.map_or_else(|| line_of(&Bare { id: code.as_str() }), |rule| line_of(&descriptor(source, rule)))
        })
    }
}

/// A rule of which nothing is known.
#[derive(Serialize)]
struct Bare<'a> {
    id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    name: &'a str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// The levels per phase, where SARIF has room for one, and the words under which a rule is found.
#[derive(Serialize)]
struct Properties<'a> {
    severity: [&'static str; 3],
    tags: Vec<&'a str>,
}

fn descriptor<'a>(source: &Source<'_>, (policy, rule): (&'a Policy, &'a Rule)) -> Descriptor<'a> {
    let lang = source.lang;
    // The level of most weight: that of a finding may be less, and stands with it.
    let level = rule.severity.into_iter().flatten().max();
    Descriptor {
        id: rule.code.as_str(),
        name: &rule.name,
        short_description: Text::new(rule.general(lang, Part::Title)),
        full_description: Text::new(rule.general(lang, Part::Why)),
        help: help(source, policy, rule),
        default_configuration: Configuration { level: level.map_or("none", super::level) },
        properties: Properties { severity: rule.severity.map(Level::word), tags: tags(policy, rule) },
    }
}

/// The policy, where it says so, and whether there is a fix: the same in every language.
fn tags<'a>(policy: &'a Policy, rule: &'a Rule) -> Vec<&'a str> {
    let fix = (rule.fix != FixSafety::None).then_some("fixable");
    let mut tags: Vec<&str> = Vec::new();
    for tag in [policy.id()].into_iter().chain(fix).chain(rule.citations.iter().map(|citation| &**citation)) {
        // Tags are a set.
        if !tags.contains(&tag) && tags.len() < MOST_TAGS {
            tags.push(tag);
        }
    }
    tags
}

/// Why the rule is there, how to mend what it finds, on what grounds, and whose move it is.
fn help(source: &Source<'_>, policy: &Policy, rule: &Rule) -> Help {
    let words = Words { policy, lang: source.lang };
    let [why, mend] = [Part::Why, Part::Help].map(|part| rule.general(source.lang, part));
    let heading = source.say("explain-help", &[]);
    let actor = match rule.actor {
        ActorSpec::None => None,
        ActorSpec::Fixed(term) => Some(policy.entry(term).label.get(source.lang).to_owned()),
        ActorSpec::FromCheck => Some(source.say("explain-actor-from-check", &[])),
    };
    let facts = [
        words.citations(rule, true).map(|text| ("note-source", text)),
        actor.map(|actor| ("note-actor", actor)),
        Some(("note-more", format!("`kader explain {}`", rule.code))),
    ];
    let facts: Vec<String> =
        facts.into_iter().flatten().map(|(id, text)| format!("- {}: {text}", source.say(id, &[]))).collect();
    let marked: Vec<String> = facts.iter().map(|fact| format!("- {}", prose(fact.trim_start_matches("- ")))).collect();
    Help {
        text: format!("{why}\n\n{heading}: {mend}\n\n{}", facts.join("\n")),
        markdown: format!("{}\n\n**{}**\n\n{}\n\n{}", prose(&why), prose(&heading), prose(&mend), marked.join("\n")),
    }
}
