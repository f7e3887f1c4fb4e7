//! The page about a rule.

use super::Explainer;
use super::example::{choose, message};
use super::samples::{Sample, Samples};
use crate::findings::Finding;
use crate::policy::vocabulary::{Is, Vocab};
use crate::policy::{ActorSpec, Code, Deviation, FixSafety, LeftOut, Level, Part, Rule, Severity, Why};
use crate::report::Words;
use crate::report::sheet::{Block, Sheet};

impl Explainer<'_> {
    pub(super) fn rule(&self, code: Code, samples: &Samples) -> Sheet {
        let Some(rule) = self.policy.rule(code) else { return Sheet::default() };
        // What examples in the words of another policy tell is shown as such, and goes into no text about this one.
        let (none, all) = (Samples::default(), samples);
        let samples = if all.lender.is_some() { &none } else { all };
        let words = Words { policy: self.policy, lang: self.lang };
        let facts = [
            Some(self.fact("explain-severity", self.severity(rule, samples))),
            self.actor(rule, samples).map(|text| self.fact("note-actor", text)),
            Some(self.fact("explain-deviation", self.deviation(rule))),
            Some(self.fact("note-fix", self.fix(rule, samples))),
            words.citations(rule, true).map(|text| self.fact("note-source", text)),
            rule.taken_from().map(|id| self.fact("explain-taken", format!("`{id}`"))),
        ];
        let mut blocks = vec![Block::Facts(facts.into_iter().flatten().collect())];
        blocks.push(Block::Section(self.say("explain-why", &[]), self.filled(rule, Part::Why, samples)));
        blocks.push(Block::Section(self.say("explain-help", &[]), self.filled(rule, Part::Help, samples)));
        let conditions = self.conditions(rule);
        if !conditions.is_empty() {
            blocks.push(Block::List(self.say("explain-conditions", &[]), conditions));
        }
        blocks.extend(self.examples(code, all));
        Sheet { title: format!("{code} {}", rule.name), subtitle: rule.text(self.lang, Part::Title, &[]), blocks }
    }

    /// A rule of which the policy says only that it has none such.
    pub(super) fn left_out(&self, left_out: LeftOut) -> Sheet {
        let why = match left_out.why {
            Why::Off => self.say("explain-left-off", &[]),
            Why::Unused(group) => self.say("explain-left-group", &[("group", group.as_str().into())]),
        };
        Sheet { title: left_out.code.to_string(), subtitle: String::new(), blocks: vec![Block::Text(why)] }
    }

    /// A text of the rule as it reads for the example that is shown.
    fn filled(&self, rule: &Rule, part: Part<'_>, samples: &Samples) -> String {
        let words = Words { policy: self.policy, lang: self.lang };
        let finding = choose(samples, rule.code).and_then(|chosen| chosen.fails.of(rule.code).next());
        match (finding, part) {
            (Some(finding), Part::Why) => words.why(finding),
            (Some(finding), Part::Help) => words.help(finding),
            // No example tells its parameters.
            _ => rule.general(self.lang, part),
        }
    }

    /// The levels per phase; below them those of each variant, with what is then said.
    fn severity(&self, rule: &Rule, samples: &Samples) -> String {
        let mut lines = vec![self.levels(rule.severity)];
        let mut seen: Vec<&str> = Vec::new();
        for variant in rule.variants() {
            let Some(severity) = rule.severity_when(variant).filter(|_| !seen.contains(&variant)) else { continue };
            seen.push(variant);
            let text = match self.instance(rule, variant, samples) {
                Some(message) => self
                    .say("explain-variant", &[("levels", self.levels(severity).into()), ("message", message.into())]),
                None => self.say(
                    "explain-variant-named",
                    &[("levels", self.levels(severity).into()), ("variant", variant.into())],
                ),
            };
            lines.push(text);
        }
        lines.join("\n")
    }

    /// What a finding of a variant says in an example.
    fn instance(&self, rule: &Rule, variant: &str, samples: &Samples) -> Option<String> {
        let finding = samples.fails.iter().find_map(|sample| sample.with_variant(rule.code, variant))?;
        Some(message(&Words { policy: self.policy, lang: self.lang }, finding))
    }

    /// "error in every phase", or the level of each phase.
    pub(super) fn levels(&self, severity: Severity) -> String {
        let [first, second, third] = severity;
        if first == second && second == third {
            return self.say("explain-every-phase", &[("level", self.level(first).into())]);
        }
        let phases = [Is::Exploration, Is::Elaboration, Is::Execution].into_iter().zip(severity);
        let each = phases.map(|(phase, level)| {
            let term = self.policy.find(Vocab::Phase, phase);
            let phase = term.map_or_else(|| phase.as_str().to_owned(), |term| self.policy.name(term).to_owned());
            self.say("explain-phase", &[("phase", phase.into()), ("level", self.level(level).into())])
        });
        each.collect::<Vec<_>>().join(", ")
    }

    /// A level as a word.
    pub(super) fn level(&self, level: Option<Level>) -> String {
        match level {
            Some(level) => self.say("level", &[("level", level.as_str().into())]),
            None => self.say("explain-off", &[]),
        }
    }

    /// Who must act; of a rule that says it case by case, all that its examples name.
    fn actor(&self, rule: &Rule, samples: &Samples) -> Option<String> {
        let label = |term| self.label(term);
        let mut named: Vec<String> = Vec::new();
        if let ActorSpec::Fixed(term) = rule.actor {
            named.push(label(term));
        }
        let found = samples.fails.iter().flat_map(|sample: &Sample| sample.of(rule.code));
        for actor in found.filter_map(|finding: &Finding| finding.actor).map(label) {
            if !named.contains(&actor) {
                named.push(actor);
            }
        }
        match (named.as_slice(), rule.actor) {
            ([], _) => None,
            ([one], _) => Some(one.clone()),
            ([usual, others @ ..], ActorSpec::Fixed(_)) => {
                let args = [("actor", usual.as_str().into()), ("others", self.list(others).into())];
                Some(self.say("explain-actors", &args))
            }
            (all, _) => Some(self.say("explain-actor-varies", &[("actors", self.list(all).into())])),
        }
    }

    fn deviation(&self, rule: &Rule) -> String {
        match &rule.deviation {
            Deviation::Yes => self.say("explain-deviation-yes", &[]),
            Deviation::No => self.say("explain-deviation-no", &[]),
            Deviation::UnlessBoardDecides => self.say("explain-deviation-unless", &[]),
        }
    }

    fn fix(&self, rule: &Rule, samples: &Samples) -> String {
        let (named, unnamed) = match rule.fix {
            FixSafety::None => return self.say("explain-fix-none", &[]),
            FixSafety::Safe => ("note-fix-safe", "explain-fix-safe"),
            FixSafety::Unsafe => ("note-fix-unsafe", "explain-fix-unsafe"),
        };
        let words = Words { policy: self.policy, lang: self.lang };
        let chosen = choose(samples, rule.code);
        let own = chosen.iter().flat_map(|chosen| chosen.fails.of(rule.code));
        match own.into_iter().find_map(|finding| Some((finding, finding.fixes.first()?))) {
            Some((finding, fix)) => format!("{} ({})", words.fix(finding, fix), self.say(named, &[])),
            None => self.say(unnamed, &[]),
        }
    }

    /// Where the rule is silent, and how it stands to others.
    fn conditions(&self, rule: &Rule) -> Vec<String> {
        let codes = |codes: &[Code]| {
            let known = codes.iter().filter_map(|code| self.policy.rule(*code));
            let titled = known.map(|rule| format!("{} ({})", rule.code, rule.text(self.lang, Part::Title, &[])));
            titled.collect::<Vec<_>>()
        };
        let silencers = self.policy.rules().filter(|other| other.silences.contains(&rule.code)).map(|other| other.code);
        let lists = [
            ("explain-silences", codes(&rule.silences)),
            ("explain-silenced", codes(&silencers.collect::<Vec<_>>())),
            ("explain-rests-on", codes(&rule.rests_on)),
        ];
        let mut found = Vec::new();
        for (id, rules) in lists.iter().filter(|(_, rules)| !rules.is_empty()) {
            found.push(self.say(id, &[("rules", self.list(rules).into()), ("count", rules.len().into())]));
        }
        let switches = [
            ("explain-exempt-supplement", rule.exempt.supplement),
            ("explain-exempt-adhoc", rule.exempt.adhoc),
            ("explain-over", rule.over),
            ("explain-uncapped", !rule.capped && self.policy.in_force().is_some()),
        ];
        found.extend(switches.into_iter().filter(|(_, holds)| *holds).map(|(id, _)| self.say(id, &[])));
        found
    }
}
