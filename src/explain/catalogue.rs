//! All rules of a policy: for people, as a table in Markdown, and as `json`, version 1.

use std::io::{self, Write};

use serde::Serialize;

use super::Explainer;
use crate::policy::vocabulary::Vocab;
use crate::policy::{ActorSpec, Level, Part, Rule, Why};
use crate::report::json::{PolicyId, Tool};
use crate::report::sheet::{Block, Sheet};
use crate::text::visible;

/// The version of the format.
const VERSION: u32 = 1;

/// The frozen structs of `json`, version 1. Their names and order are a promise; see `schemas/rules.schema.json`.
#[derive(Serialize)]
struct Catalogue<'a> {
    version: u32,
    tool: Tool,
    policy: PolicyId<'a>,
    rules: Vec<Row<'a>>,
    skipped: Vec<Skipped<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    code: &'a str,
    rule: &'a str,
    title: String,
    severity: [&'static str; 3],
    variants: Vec<Variant<'a>>,
    actor: Option<&'a str>,
    actor_varies: bool,
    deviation: &'static str,
    deviation_unless: Option<&'a str>,
    fix: &'static str,
    citations: Vec<&'a str>,
    groups: Vec<&'static str>,
    taken_from: Option<&'a str>,
}

#[derive(Serialize)]
struct Variant<'a> {
    variant: &'a str,
    severity: [&'static str; 3],
}

#[derive(Serialize)]
struct Skipped<'a> {
    code: String,
    why: &'static str,
    group: Option<&'a str>,
}

impl Explainer<'_> {
    /// The page with all rules, by family.
    #[must_use]
    pub fn catalogue(&self) -> Sheet {
        let title = format!("{} {}", self.policy.id(), self.policy.version());
        let mut blocks = Vec::new();
        for (family, rules) in self.families() {
            let lines =
                rules.iter().map(|rule| (rule.code.to_string(), format!("{}\n{}", self.title(rule), self.line(rule))));
            blocks.push(Block::Named(self.family(family), lines.collect()));
        }
        blocks.push(Block::Text(self.say("explain-more-rules", &[])));
        Sheet { title, subtitle: self.policy.title(self.lang).to_owned(), blocks }
    }

    /// The rules as tables in Markdown, one a family.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn catalogue_markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        let heads = ["code", "name", "title", "severity", "actor", "deviation", "fix"];
        let heads = heads.map(|column| self.say("explain-column", &[("column", column.into())]));
        for (at, (family, rules)) in self.families().into_iter().enumerate() {
            writeln!(out, "{}## {}\n", if at == 0 { "" } else { "\n" }, self.family(family))?;
            writeln!(out, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()))?;
            for rule in rules {
                let cells = [
                    rule.code.to_string(),
                    format!("`{}`", rule.name),
                    self.title(rule),
                    self.severities(rule),
                    self.actor_label(rule).unwrap_or_default(),
                    self.short_deviation(rule),
                    self.short_fix(rule),
                ];
                writeln!(out, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))?;
            }
        }
        Ok(())
    }

    /// The rules as `json`, version 1.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn catalogue_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let policy = self.policy;
        let skipped = policy.left_out().iter().map(|left_out| Skipped {
            code: left_out.code.to_string(),
            why: "policy",
            group: if let Why::Unused(group) = left_out.why { Some(group.as_str()) } else { None },
        });
        let catalogue = Catalogue {
            version: VERSION,
            tool: Tool::THIS,
            policy: PolicyId::of(policy),
            rules: policy.rules().map(|rule| self.row(rule)).collect(),
            skipped: skipped.collect(),
        };
        serde_json::to_writer_pretty(&mut *out, &catalogue)?;
        out.write_all(b"\n")
    }

    fn row<'r>(&'r self, rule: &'r Rule) -> Row<'r> {
        let mut variants: Vec<Variant<'_>> = Vec::new();
        for variant in rule.variants() {
            let new = !variants.iter().any(|known| known.variant == variant);
            if let Some(severity) = rule.severity_when(variant).filter(|_| new) {
                variants.push(Variant { variant, severity: severity.map(Level::word) });
            }
        }
        Row {
            code: rule.code.as_str(),
            rule: &rule.name,
            title: self.title(rule),
            severity: rule.severity.map(Level::word),
            variants,
            actor: if let ActorSpec::Fixed(term) = rule.actor { Some(self.policy.name(term)) } else { None },
            actor_varies: rule.actor == ActorSpec::FromCheck,
            deviation: rule.deviation.as_str(),
            deviation_unless: rule.deviation.condition(),
            fix: rule.fix.as_str(),
            citations: rule.citations.iter().map(|citation| &**citation).collect(),
            groups: rule.groups.iter().map(|group| group.as_str()).collect(),
            taken_from: rule.taken_from(),
        }
    }

    /// The families that have rules, in the order of the catalogue.
    fn families(&self) -> Vec<(char, Vec<&Rule>)> {
        let mut families: Vec<(char, Vec<&Rule>)> = Vec::new();
        for rule in self.policy.rules() {
            match families.last_mut() {
                Some((family, rules)) if *family == rule.code.family() => rules.push(rule),
                _ => families.push((rule.code.family(), vec![rule])),
            }
        }
        families
    }

    fn family(&self, family: char) -> String {
        self.say("explain-family", &[("family", family.to_string().into())])
    }

    fn title(&self, rule: &Rule) -> String {
        visible(&rule.text(self.lang, Part::Title, &[])).into_owned()
    }

    /// What stands below a rule's title.
    fn line(&self, rule: &Rule) -> String {
        let mut parts = vec![format!("`{}`", rule.name), self.levels(rule.severity)];
        if rule.variants().any(|variant| rule.severity_when(variant).is_some()) {
            parts.push(self.say("explain-varies", &[]));
        }
        parts.extend(self.actor_label(rule).map(|actor| self.say("explain-acts", &[("actor", actor.into())])));
        parts.push(self.say("explain-deviates", &[("deviation", self.short_deviation(rule).into())]));
        parts.push(self.say("explain-fixed", &[("fix", self.short_fix(rule).into())]));
        parts.join("; ")
    }

    /// One level, or those of the three phases with strokes between; with a sign where there are other cases.
    fn severities(&self, rule: &Rule) -> String {
        let [first, second, third] = rule.severity;
        let short = |level: Option<Level>| level.map_or_else(|| "–".to_owned(), |level| self.level(Some(level)));
        let usual =
            if first == second && second == third { short(first) } else { rule.severity.map(short).join(" / ") };
        let varies = rule.variants().any(|variant| rule.severity_when(variant).is_some());
        if varies { format!("{usual} ({})", self.say("explain-varies", &[])) } else { usual }
    }

    fn actor_label(&self, rule: &Rule) -> Option<String> {
        match rule.actor {
            ActorSpec::None => None,
            ActorSpec::Fixed(term) => {
                debug_assert_eq!(term.vocab, Vocab::Actor);
                Some(self.label(term))
            }
            ActorSpec::FromCheck => Some(self.say("explain-actor-from-check", &[])),
        }
    }

    fn short_deviation(&self, rule: &Rule) -> String {
        self.say("explain-short-deviation", &[("deviation", rule.deviation.as_str().into())])
    }

    fn short_fix(&self, rule: &Rule) -> String {
        self.say("explain-short-fix", &[("fix", rule.fix.as_str().into())])
    }
}
