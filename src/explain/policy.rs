//! The page about a policy as a whole.

use super::Explainer;
use crate::policy::vocabulary::Vocab;
use crate::policy::{Group, Owner, Policy, Rule, Why};
use crate::report::sheet::{Block, Sheet};
use crate::text::visible;
use crate::texts::Arg;

impl Explainer<'_> {
    /// What a policy is: its version, since when it holds, how much there is in it.
    #[must_use]
    pub fn policy(&self) -> Sheet {
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
        Sheet { title: policy.id().to_owned(), subtitle: policy.title(self.lang).to_owned(), blocks }
    }

    /// The same with the policies that are in use, this one first, and why: `named` is the file and the line of the configuration that
    /// names it.
    #[must_use]
    pub fn in_use(&self, named: Option<(&str, usize)>, others: &[&Policy]) -> Sheet {
        let first = match named {
            Some((file, line)) => {
                let args = [("file", visible(file).into_owned().into()), ("line", line.into())];
                self.say("policy-in-use-named", &args)
            }
            None => self.say("policy-in-use-first", &[]),
        };
        let line = |policy: &Policy, why: &str| format!("`{}` {}: {why}", policy.id(), policy.version());
        let other = self.say("policy-in-use-other", &[]);
        let lines = others.iter().map(|policy| line(policy, &other));
        let lines = std::iter::once(line(self.policy, &first)).chain(lines).collect();
        let mut page = self.policy();
        page.blocks.push(Block::List(self.say("policy-in-use", &[]), lines));
        page
    }

    fn rule_counts(&self) -> String {
        let count = |wanted: fn(&Owner) -> bool| {
            Arg::from(self.policy.rules().filter(|rule: &&Rule| wanted(rule.owner())).count())
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
        let args = [("off", off.join(", ").into()), ("count", off.len().into()), ("unused", unused.into())];
        (!self.policy.left_out().is_empty()).then(|| self.say("policy-left-out-rules", &args))
    }

    fn groups(&self, used: bool) -> String {
        let groups = Group::ALL.into_iter().filter(|group| self.policy.groups().has(*group) == used);
        groups.map(Group::as_str).collect::<Vec<_>>().join(", ")
    }

    fn contents(&self) -> String {
        let args = [
            ("tasks", self.policy.terms(Vocab::CoreTask).len().into()),
            ("profiles", self.policy.terms(Vocab::Profile).len().into()),
            ("preconditions", self.policy.preconditions().len().into()),
            ("regions", self.policy.regions().rows.len().into()),
        ];
        self.say("policy-content-counts", &args)
    }
}
