//! The pages about a precondition and about one of its parts.

use super::Explainer;
use crate::model::keys;
use crate::policy::tables::{PartsRule, Precondition, PreconditionRow, Safeguard};
use crate::policy::vocabulary::Term;
use crate::policy::{ActorSpec, Group, Part, Rule};
use crate::report::sheet::{Block, Sheet};

impl Explainer<'_> {
    pub(super) fn precondition(&self, precondition: Precondition) -> Sheet {
        let mut page = self.tabled(precondition);
        page.blocks.extend(self.rules_about(self.policy.precondition_row(precondition)));
        page
    }

    /// What the table says of a precondition.
    pub(super) fn tabled(&self, precondition: Precondition) -> Sheet {
        let row = self.policy.precondition_row(precondition);
        let mut facts = vec![
            self.fact("explain-what", self.say("explain-precondition", &[])),
            self.fact("explain-in-dimension", self.named_term(row.dimension)),
            self.fact("explain-required-by", self.required_by(&row.required_by)),
        ];
        facts.extend(self.scope(row).map(|text| self.fact("explain-scope", text)));
        facts.extend(self.safeguard(row).map(|text| self.fact("explain-safeguard", text)));
        facts.extend(self.citations(&row.citations));
        let mut blocks = vec![Block::Text(self.text(&row.meaning).to_owned()), Block::Facts(facts)];
        if row.waived_via {
            blocks.push(Block::Text(self.say("explain-waived-via", &[])));
        }
        blocks.extend(self.parts(row));
        Sheet { title: row.id.to_string(), subtitle: self.text(&row.label).to_owned(), blocks }
    }

    pub(super) fn part(&self, precondition: Precondition, part: usize) -> Sheet {
        let row = self.policy.precondition_row(precondition);
        let Some(part) = row.parts.get(part) else { return Sheet::default() };
        let args = [("name", self.named(&row.id, &row.label).into()), ("id", (&*row.id).into())];
        let blocks = vec![
            Block::Text(self.say("explain-part", &args)),
            Block::Text(self.text(&row.meaning).to_owned()),
            Block::Text(self.say("explain-part-more", &args)),
        ];
        Sheet { title: part.id.to_string(), subtitle: self.text(&part.label).to_owned(), blocks }
    }

    fn required_by(&self, profiles: &[Term]) -> String {
        if profiles.is_empty() {
            return self.say("explain-required-by-none", &[]);
        }
        let named: Vec<String> = profiles.iter().map(|profile| self.named_term(*profile)).collect();
        self.list(&named)
    }

    fn scope(&self, row: &PreconditionRow) -> Option<String> {
        let profiles: Vec<String> =
            row.whole_scope_for.iter().map(|profile| format!("`{}`", self.policy.name(*profile))).collect();
        (!profiles.is_empty()).then(|| self.say("explain-scope-whole", &[("profiles", self.list(&profiles).into())]))
    }

    fn safeguard(&self, row: &PreconditionRow) -> Option<String> {
        let id = match row.safeguard? {
            Safeguard::Always => "explain-safeguard-always",
            Safeguard::Training => "explain-safeguard-training",
        };
        Some(self.say(id, &[]))
    }

    fn parts(&self, row: &PreconditionRow) -> Option<Block> {
        let parts: Vec<String> = row.parts.iter().map(|part| self.named(&part.id, &part.label)).collect();
        let rule = match row.parts_rule {
            PartsRule::All => "all",
            PartsRule::OneOrMore => "one-or-more",
            PartsRule::Open => "open",
        };
        let heading = self.say("explain-parts", &[("rule", rule.into()), ("count", parts.len().into())]);
        (!parts.is_empty()).then_some(Block::List(heading, parts))
    }

    fn rules_about(&self, row: &PreconditionRow) -> Option<Block> {
        let rules = self.policy.rules().filter(|rule| rule.actor != ActorSpec::None && self.is_about(rule, row));
        let rules: Vec<String> =
            rules.map(|rule| format!("{}: {}", rule.code, rule.text(self.lang, Part::Title, &[]))).collect();
        (!rules.is_empty()).then(|| Block::List(self.say("explain-rules-about", &[]), rules))
    }

    /// Whether a rule can find something about a precondition, by what its examples find about any that the policy knows.
    fn is_about(&self, rule: &Rule, row: &PreconditionRow) -> bool {
        if row.safeguard.is_some() && rule.groups.contains(&Group::Rights) && mentions_entries(rule) {
            return true;
        }
        let Ok(examples) = rule.examples() else { return false };
        let own = examples.fails.iter().flat_map(|example| &example.findings);
        own.filter(|line| line.starts_with(rule.code.as_str())).filter_map(|line| subject(line)).any(|(id, tail)| {
            // A rule of another policy has examples in that one's words.
            let known = rule.taken_from().is_some() || self.policy.precondition(id).is_some();
            let parts = tail.starts_with(keys::PARTS) && row.parts.is_empty();
            let scope = tail.starts_with(keys::SCOPE) && row.whole_scope_for.is_empty();
            known && !parts && !scope
        })
    }
}

/// Whether a rule's findings have entries of preconditions as related places.
fn mentions_entries(rule: &Rule) -> bool {
    let below = format!("/{}/", keys::PRECONDITIONS);
    let own = |line: &str| line.starts_with(rule.code.as_str());
    let mentions = |line: &str| line.split(" rel ").skip(1).any(|related| related.contains(&below));
    rule.examples().is_ok_and(|examples| {
        examples.fails.iter().flat_map(|example| &example.findings).any(|line| own(line) && mentions(line))
    })
}

/// The name of a precondition's entry in the subject of a finding, and what stands behind it; `None` where that is no entry.
fn subject(line: &str) -> Option<(&str, &str)> {
    let finding = line.split(" rel ").next()?;
    let pointer =
        finding.split_once(" for ").map_or_else(|| finding.split(' ').nth(1), |(_, subject)| Some(subject))?;
    let inside = pointer.split_once(&format!("/{}/", keys::PRECONDITIONS))?.1;
    let mut tokens = inside.splitn(3, '/');
    let (_dimension, entry) = (tokens.next()?, tokens.next()?);
    Some((entry, tokens.next().unwrap_or_default()))
}
