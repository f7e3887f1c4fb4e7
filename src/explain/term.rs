//! The pages about identifiers of the vocabulary, and about territorial units.

use super::Explainer;
use crate::policy::tables::{Fit, Reach, Region};
use crate::policy::vocabulary::{Term, Vocab};
use crate::report::sheet::{Block, Sheet};
use crate::texts::Arg;

impl Explainer<'_> {
    pub(super) fn term(&self, term: Term) -> Sheet {
        let entry = self.policy.entry(term);
        let mut facts =
            vec![self.fact("explain-what", self.say("explain-list", &[("list", term.vocab.as_str().into())]))];
        facts.extend(entry.letter.as_ref().map(|letter| self.fact("explain-letter", letter.to_string())));
        let former: Vec<String> = entry.aliases.iter().map(|alias| format!("`{alias}`")).collect();
        facts.extend((!former.is_empty()).then(|| self.fact("explain-former-names", self.list(&former))));
        facts.extend(self.citations(&entry.citations));
        let mut blocks = vec![Block::Text(self.text(&entry.meaning).to_owned()), Block::Facts(facts)];
        blocks.extend(entry.hints.iter().map(|(name, hint)| {
            let args = [("name", (&**name).into()), ("hint", self.text(hint).into())];
            Block::Text(self.say("explain-hint", &args))
        }));
        blocks.extend(match term.vocab {
            Vocab::Profile => self.profile(term),
            Vocab::CoreTask => self.core_task(term),
            Vocab::Reach => vec![self.reach(self.policy.reach(term))],
            Vocab::Dimension => self.dimension(term).into_iter().collect(),
            Vocab::ReadRight | Vocab::WriteRight => self.right(term).into_iter().collect(),
            Vocab::Role => self.role(term).into_iter().collect(),
            _ => Vec::new(),
        });
        blocks.extend(self.others(term));
        Sheet { title: entry.id.to_string(), subtitle: self.text(&entry.label).to_owned(), blocks }
    }

    /// "`id` (Label): what it means"
    pub(super) fn term_line(&self, term: Term) -> String {
        format!("{}: {}", self.named_term(term), self.text(&self.policy.entry(term).meaning))
    }

    fn core_task(&self, task: Term) -> Vec<Block> {
        let chain = self
            .policy
            .entry(task)
            .chain
            .map(|chain| Block::Text(self.say("explain-chain", &[("chain", self.label(chain).into())])));
        let list = |id: &str, fit| {
            let profiles = self.policy.terms(Vocab::Profile).filter(|profile| self.policy.fit(task, *profile) == fit);
            let profiles: Vec<String> = profiles.map(|profile| self.term_line(profile)).collect();
            let heading = self.say(id, &[("what", "profile".into())]);
            (!profiles.is_empty()).then_some(Block::List(heading, profiles))
        };
        let lists = [list("explain-fits", Fit::Fits), list("explain-disputed", Fit::Disputed)];
        chain.into_iter().chain(lists.into_iter().flatten()).collect()
    }

    fn reach(&self, row: &Reach) -> Block {
        let groups = self.policy.groups();
        let count = |number: u16| Arg::Number(number.into());
        let all = if usize::from(row.least) == self.policy.regions().rows.len() { "yes" } else { "no" };
        let mut facts = vec![if row.least == row.most {
            self.say("explain-reach-exactly", &[("count", count(row.least)), ("all", all.into())])
        } else {
            self.say("explain-reach-units", &[("least", count(row.least)), ("most", count(row.most))])
        }];
        let mut say = |holds: bool, id: &str, value: String| {
            if holds {
                facts.push(self.say(id, &[("value", value.into())]));
            }
        };
        say(groups.adoption && row.through_adoption, "explain-reach-adoption", String::new());
        say(groups.adoption && !row.through_adoption, "explain-reach-direct", String::new());
        say(row.by_work_area, "explain-reach-work-area", String::new());
        let day = |day: Option<crate::policy::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        say(row.deadline.is_some(), "explain-reach-deadline", day(row.deadline));
        say(groups.assessment && row.assessed_from.is_some(), "explain-reach-assessed", day(row.assessed_from));
        if groups.assessment {
            say(true, "explain-reach-body", self.label(row.body));
        }
        Block::List(self.say("explain-reach-heading", &[]), facts)
    }

    fn dimension(&self, dimension: Term) -> Option<Block> {
        let rows = self.policy.preconditions().map(|precondition| self.policy.precondition_row(precondition));
        let rows = rows.filter(|row| row.dimension == dimension);
        let items: Vec<String> =
            rows.map(|row| format!("{}: {}", self.named(&row.id, &row.label), self.text(&row.meaning))).collect();
        (!items.is_empty()).then(|| Block::List(self.say("explain-dimension", &[]), items))
    }

    /// The profiles that give a right.
    fn right(&self, right: Term) -> Option<Block> {
        let gives = |profile: &Term| {
            let row = self.policy.profile(*profile);
            row.read == right || row.write == right
        };
        self.profiles("explain-right", gives)
    }

    /// The profiles in which a role fits a contact.
    fn role(&self, role: Term) -> Option<Block> {
        let fits = |profile: &Term| {
            let row = self.policy.profile(*profile);
            row.information.contains(&role) || row.coordination.contains(&role)
        };
        self.profiles("explain-role", fits)
    }

    fn profiles(&self, id: &str, fits: impl Fn(&Term) -> bool) -> Option<Block> {
        let profiles = self.policy.terms(Vocab::Profile).filter(fits);
        let items: Vec<String> = profiles.map(|profile| self.named_term(profile)).collect();
        (!items.is_empty()).then(|| Block::List(self.say(id, &[]), items))
    }

    /// What else may stand in its place.
    fn others(&self, term: Term) -> Option<Block> {
        let ordered = matches!(term.vocab, Vocab::ReadRight | Vocab::WriteRight | Vocab::Phase);
        let others = self.policy.terms(term.vocab).filter(|other| ordered || *other != term);
        let others: Vec<String> = others.map(|other| self.named_term(other)).collect();
        let id = match term.vocab {
            Vocab::ReadRight | Vocab::WriteRight => "explain-order-rights",
            Vocab::Phase => "explain-order-phases",
            _ => "explain-others",
        };
        (!others.is_empty()).then(|| Block::Text(self.say(id, &[("others", self.list(&others).into())])))
    }

    pub(super) fn region(&self, region: Region) -> Sheet {
        let row = self.policy.region_row(region);
        let regions = self.policy.regions();
        let place = [("number", (usize::from(region.0) + 1).into()), ("count", regions.rows.len().into())];
        let mut facts = vec![
            self.fact("explain-what", self.say("explain-region", &place)),
            self.fact("explain-region-code", self.say("explain-region-written", &[("code", (&*row.code).into())])),
        ];
        let aliases: Vec<String> = row.aliases.iter().map(ToString::to_string).collect();
        facts.extend((!aliases.is_empty()).then(|| self.fact("explain-region-aliases", self.list(&aliases))));
        let all = self.say("explain-region-all", &[("all", (&*regions.all).into()), ("code", (&*row.code).into())]);
        Sheet {
            title: row.code.to_string(),
            subtitle: row.name.to_string(),
            blocks: vec![Block::Facts(facts), Block::Text(all)],
        }
    }
}
