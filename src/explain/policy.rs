//! The page about a policy as a whole.

use super::Explainer;
use crate::policy::vocabulary::Vocab;
use crate::policy::{Group, Owner, Rule, Why};
use crate::report::page::{Block, Page};
use crate::texts::Arg;

impl Explainer<'_> {
    /// What a policy is: its version, since when it holds, how much there is in it.
    #[must_use]
    pub fn policy(&self) -> Page {
        let policy = self.policy;
        let day = |day: Option<crate::policy::Day>| day.map(|day| day.to_string());
        let facts = [
            ("policy-version", Some(policy.version().to_owned())),
            ("policy-digest", Some(policy.digest().to_owned())),
            ("policy-in-force", day(policy.in_force())),
            ("policy-replaces", policy.replaces(self.lang).map(str::to_owned)),
            ("policy-replaced-by", policy.replaced_by(self.lang).map(str::to_owned)),
            ("policy-looked-up", day(policy.looked_up())),
            ("policy-rules", Some(self.rule_counts())),
            ("policy-left-out", self.left_out_rules()),
            ("policy-groups", Some(self.groups(true))),
            ("policy-unused-groups", Some(self.groups(false)).filter(|unused| !unused.is_empty())),
            ("policy-contents", Some(self.contents())),
        ];
        let facts = facts.into_iter().filter_map(|(id, text)| Some(self.fact(id, text?)));
        let blocks = vec![Block::Facts(facts.collect())];
        Page { title: policy.id().to_owned(), subtitle: policy.title(self.lang).to_owned(), blocks }
    }

    fn rule_counts(&self) -> String {
        let count = |wanted: fn(&Owner) -> bool| {
            let rules = self.policy.rules().filter(|rule: &&Rule| wanted(rule.owner())).count();
            Arg::Number(i64::try_from(rules).unwrap_or(i64::MAX))
        };
        let args = [
            ("all", count(|_| true)),
            ("own", count(|owner| *owner == Owner::Policy)),
            ("engine", count(|owner| *owner == Owner::Engine)),
            ("taken", count(|owner| matches!(owner, Owner::Other(_)))),
        ];
        self.say("policy-rule-counts", &args)
    }

    fn left_out_rules(&self) -> Option<String> {
        let off = self.policy.left_out().iter().filter(|left_out| left_out.why == Why::Off);
        let off: Vec<String> = off.map(|left_out| left_out.code.to_string()).collect();
        let unused = self.policy.left_out().len() - off.len();
        let unused = Arg::Number(i64::try_from(unused).unwrap_or(i64::MAX));
        let count = Arg::Number(i64::try_from(off.len()).unwrap_or(i64::MAX));
        let args = [("off", off.join(", ").into()), ("count", count), ("unused", unused)];
        (!self.policy.left_out().is_empty()).then(|| self.say("policy-left-out-rules", &args))
    }

    fn groups(&self, used: bool) -> String {
        let groups = Group::ALL.into_iter().filter(|group| self.policy.groups().has(*group) == used);
        groups.map(Group::as_str).collect::<Vec<_>>().join(", ")
    }

    fn contents(&self) -> String {
        let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let args = [
            ("tasks", number(self.policy.terms(Vocab::CoreTask).len())),
            ("profiles", number(self.policy.terms(Vocab::Profile).len())),
            ("preconditions", number(self.policy.preconditions().len())),
            ("regions", number(self.policy.regions().rows.len())),
        ];
        self.say("policy-content-counts", &args)
    }
}
