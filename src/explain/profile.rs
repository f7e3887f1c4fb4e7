//! What the tables say of a profile.

use super::Explainer;
use crate::policy::tables::{Fit, Profile};
use crate::policy::vocabulary::{Term, Vocab};
use crate::report::sheet::Block;

impl Explainer<'_> {
    /// Something that may be chosen: its name, and what it means; of a profile also what it asks.
    #[must_use]
    pub fn choice(&self, term: Term) -> (String, String) {
        let mut parts = vec![self.text(&self.policy.entry(term).meaning).to_owned()];
        if term.vocab == Vocab::Profile {
            parts.extend(self.profile_facts(self.policy.profile(term)));
            let required = self.policy.required(term, false).count();
            parts.push(self.say("explain-profile-count", &[("count", required.into())]));
        }
        (self.named_term(term), parts.join(" "))
    }

    /// The blocks about a profile, below its meaning.
    pub(super) fn profile(&self, profile: Term) -> Vec<Block> {
        let row = self.policy.profile(profile);
        let facts = self.profile_facts(row);
        let mut blocks = vec![Block::List(self.say("explain-profile-asks", &[]), facts)];
        blocks.extend(self.fit_list("explain-fits", Fit::Fits, profile));
        blocks.extend(self.fit_list("explain-disputed", Fit::Disputed, profile));
        blocks.extend(self.required(profile));
        blocks
    }

    fn profile_facts(&self, row: &Profile) -> Vec<String> {
        let groups = self.policy.groups();
        let label = |term: &Term| self.label(*term);
        let or = |terms: &[Term]| {
            let labels: Vec<String> = terms.iter().map(label).collect();
            labels.join(&format!(" {} ", self.say("explain-or", &[])))
        };
        let mut facts = Vec::new();
        let mut say = |holds: bool, id: &str, value: String| {
            if holds {
                facts.push(self.say(id, &[("value", value.into())]));
            }
        };
        let any = row.organisation.is_empty();
        say(!any, "explain-profile-organisation", or(&row.organisation));
        say(any, "explain-profile-any-organisation", String::new());
        say(row.own_picture, "explain-profile-own-picture", String::new());
        say(!row.own_picture, "explain-profile-no-own-picture", String::new());
        say(groups.rights, "explain-profile-read", if groups.rights { label(&row.read) } else { String::new() });
        say(groups.rights, "explain-profile-write", if groups.rights { label(&row.write) } else { String::new() });
        say(row.rights_as_a_rule, "explain-profile-as-a-rule", String::new());
        for (id, none, roles) in [
            ("explain-profile-information", "explain-profile-no-information", &row.information),
            ("explain-profile-coordination", "explain-profile-no-coordination", &row.coordination),
        ] {
            say(groups.contacts && !roles.is_empty(), id, or(roles));
            say(groups.contacts && roles.is_empty(), none, String::new());
        }
        say(row.on_call, "explain-profile-on-call", String::new());
        say(groups.assessment && row.assessable, "explain-profile-assessable", String::new());
        say(groups.assessment && !row.assessable, "explain-profile-not-assessable", String::new());
        say(row.temporary, "explain-profile-temporary", String::new());
        say(row.joins, "explain-profile-joins", String::new());
        say(row.crisis_structure, "explain-profile-crisis-structure", String::new());
        facts
    }

    fn fit_list(&self, id: &str, fit: Fit, profile: Term) -> Option<Block> {
        let tasks = self.policy.terms(Vocab::CoreTask).filter(|task| self.policy.fit(*task, profile) == fit);
        let tasks: Vec<String> = tasks.map(|task| self.term_line(task)).collect();
        (!tasks.is_empty()).then(|| Block::List(self.say(id, &[("what", "core-task".into())]), tasks))
    }

    /// The preconditions of a profile, a list a dimension.
    fn required(&self, profile: Term) -> Vec<Block> {
        let required: Vec<_> = self.policy.required(profile, false).collect();
        if required.is_empty() {
            return vec![Block::Text(self.say("explain-no-preconditions", &[]))];
        }
        let mut blocks = Vec::new();
        for dimension in self.policy.terms(Vocab::Dimension) {
            let rows = required.iter().map(|precondition| self.policy.precondition_row(*precondition));
            let rows = rows.filter(|row| row.dimension == dimension);
            let waives = self.policy.profile(profile).joins;
            let items: Vec<String> = rows
                .map(|row| {
                    let name = self.named(&row.id, &row.label);
                    if waives && row.waived_via { self.say("explain-waived", &[("name", name.into())]) } else { name }
                })
                .collect();
            if !items.is_empty() {
                let dimension = [("dimension", self.label(dimension).into())];
                blocks.push(Block::List(self.say("explain-required", &dimension), items));
            }
        }
        blocks
    }
}
