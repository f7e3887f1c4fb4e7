//! Looks things up: what a rule, a profile, a precondition, a core task, a region or another identifier of a policy is, as a page for people.

mod catalogue;
mod coverage;
mod diff;
mod example;
mod find;
mod policy;
mod precondition;
mod profile;
mod rule;
mod samples;
mod term;

pub use find::{Found, Subject, find, names};
pub use samples::{Sample, Samples, samples};

use crate::policy::{Bilingual, Lang, Policy, Term};
use crate::report::sheet::{Block, Sheet};
use crate::text::visible;
use crate::texts::{Args, Texts, listed};

/// How many lists the beginning of a page has.
const BRIEF_LISTS: usize = 2;

/// What a page is made from.
#[derive(Clone, Copy)]
pub struct Explainer<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The reader's language.
    pub lang: Lang,
}

impl Explainer<'_> {
    /// The page about a thing; `samples` are those of the rule, where it is about one.
    #[must_use]
    pub fn page(&self, found: &Found, samples: &Samples) -> Sheet {
        let mut page = match found.subject {
            Subject::Rule(code) => self.rule(code, samples),
            Subject::LeftOut(left_out) => self.left_out(left_out),
            Subject::Term(term) => self.term(term),
            Subject::Precondition(precondition) => self.precondition(precondition),
            Subject::Part(precondition, part) => self.part(precondition, part),
            Subject::Region(region) => self.region(region),
        };
        if let Some(former) = &found.former {
            let args = [("name", visible(former).into_owned().into()), ("id", page.title.as_str().into())];
            page.blocks.insert(0, Block::Text(self.say("explain-former", &args)));
        }
        page
    }

    /// The beginning of the page about a thing: what it means, what the tables say of it, where that stands. Without examples, and without
    /// what other pages tell.
    #[must_use]
    pub fn brief(&self, subject: Subject) -> Sheet {
        let mut page = match subject {
            Subject::Precondition(precondition) => self.tabled(precondition),
            subject => self.page(&Found { subject, former: None }, &Samples::default()),
        };
        let mut lists = 0;
        page.blocks.retain(|block| {
            lists += usize::from(matches!(block, Block::List(..)));
            lists == 0 || (lists <= BRIEF_LISTS && matches!(block, Block::List(..)))
        });
        page
    }

    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    /// A fact: the label of an id, and its text.
    fn fact(&self, id: &str, text: String) -> (String, String) {
        (self.say(id, &[]), text)
    }

    fn text<'t>(&self, text: &'t Bilingual) -> &'t str {
        text.get(self.lang)
    }

    /// What a term is called.
    fn label(&self, term: Term) -> String {
        self.text(&self.policy.entry(term).label).to_owned()
    }

    /// A term as [`Explainer::named`] has it.
    fn named_term(&self, term: Term) -> String {
        let entry = self.policy.entry(term);
        self.named(&entry.id, &entry.label)
    }

    /// "`id` (Label)", or "`id`" alone where the label says no more.
    fn named(&self, id: &str, label: &Bilingual) -> String {
        match label.beyond(id, self.lang) {
            Some(label) => format!("`{id}` ({label})"),
            None => format!("`{id}`"),
        }
    }

    /// "§2.3 (title), table 2 (title)"
    fn citations(&self, keys: &[Box<str>]) -> Option<(String, String)> {
        let shown = keys.iter().map(|key| match self.policy.citation(key) {
            Some(citation) => citation.titled(self.lang),
            None => key.to_string(),
        });
        let shown: Vec<String> = shown.collect();
        (!shown.is_empty()).then(|| self.fact("note-source", shown.join(", ")))
    }

    /// "a, b and c"
    fn list(&self, items: &[String]) -> String {
        listed(self.lang, items)
    }
}
