//! The guided form of a new agreement: the next question with what can be chosen, or the agreement.

use crate::compose::form::{Given, Manner, Missing, Part, Reading, Words, refused, usual_phase};
use crate::compose::{Bound, assumptions, document, text};
use crate::explain::Explainer;
use crate::policy::{Lang, Policy, Region, Term, Vocab};
use crate::texts::{Args, Texts};

pub use crate::compose::form::Said;

/// Something that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is said to choose it.
    pub value: String,
    /// How it is called.
    pub label: String,
    /// What it means; empty where there is no more to say.
    pub detail: String,
}

/// A question about a new agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub part: Part,
    /// The core task for which it is asked, where it is about one.
    pub task: Option<String>,
    /// The question.
    pub title: String,
    /// What may be chosen; nothing where any text may be the answer.
    pub choices: Vec<Choice>,
    /// Whether more than one may be chosen.
    pub several: bool,
    /// The answer that most will give; empty for leaving it open, which may be done then.
    pub usual: Option<String>,
}

/// A new agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// What it states though nobody said it, a sentence each.
    pub assumptions: Vec<String>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A question.
    Question(Question),
    /// The agreement: there is nothing more to ask.
    Agreement(Agreement),
}

/// What comes next after what was said. Where somebody is `guided`, what has a usual answer is asked, too.
///
/// # Errors
/// What of it cannot be.
pub fn next(policy: &Policy, lang: Lang, said: &Said, guided: bool) -> Reading<Next> {
    let words = Words { policy, lang, manner: Manner::Keys };
    let mut given = Given::read(words, said)?;
    given.choose_where_one_fits(policy);
    if let Some(missing) = given.missing(policy, guided) {
        return Ok(Next::Question(Form { words, given: &given }.question(missing)));
    }
    let wish = given.wish(policy);
    wish.check(policy).map_err(|impossible| refused(words, &wish, impossible))?;
    let assumptions = assumptions(&wish, policy).iter().map(|one| one.text(policy, lang)).collect();
    let text = text(&document(&wish, policy, lang));
    Ok(Next::Agreement(Agreement { id: wish.id, text, assumptions }))
}

/// A form that is filled in in part.
struct Form<'f> {
    words: Words<'f>,
    given: &'f Given,
}

impl Form<'_> {
    fn question(&self, missing: Missing) -> Question {
        let policy = self.words.policy;
        let open = |part, id: &str| self.asking(part, id, &[]);
        match missing {
            Missing::Partner => open(Part::Partner, "ide-new-partner"),
            Missing::Tasks => {
                let choices = self.terms(policy.terms(Vocab::CoreTask));
                Question { choices, several: true, ..open(Part::CoreTask, "ide-new-tasks") }
            }
            Missing::Profile(task) => {
                let (name, _) = self.explainer().choice(task);
                let choices = self.terms(policy.fitting(task));
                let asking = self.asking(Part::Profile, "ide-new-profile", &[("task", name.into())]);
                Question { task: Some(policy.name(task).to_owned()), choices, ..asking }
            }
            Missing::Regions => {
                let (choices, several) = (self.every_region(), true);
                Question { choices, several, ..open(Part::Regions, "ide-new-regions") }
            }
            Missing::Phase => {
                let usual = Some(policy.name(usual_phase(policy)).to_owned());
                let choices = self.terms(policy.terms(Vocab::Phase));
                Question { choices, usual, ..open(Part::Phase, "ide-new-phase") }
            }
            Missing::Adoption => {
                let wish = self.given.wish(policy);
                let usual = (!wish.needs_adoption(policy)).then(String::new);
                let choices = self.regions(wish.regions.as_ref());
                Question { choices, usual, ..open(Part::Adoption, "ide-new-adoption") }
            }
            Missing::Id => Question { usual: self.given.usual_id(), ..open(Part::Id, "ide-new-id") },
        }
    }

    fn asking(&self, part: Part, id: &str, args: &Args<'_>) -> Question {
        let title = Texts::get(self.words.lang).format(id, args);
        Question { part, task: None, title, choices: Vec::new(), several: false, usual: None }
    }

    fn explainer(&self) -> Explainer<'_> {
        Explainer { policy: self.words.policy, lang: self.words.lang }
    }

    fn terms(&self, terms: impl Iterator<Item = Term>) -> Vec<Choice> {
        let choice = |term: Term| {
            let (label, detail) = self.explainer().choice(term);
            Choice { value: self.words.policy.name(term).to_owned(), label, detail }
        };
        terms.map(choice).collect()
    }

    /// All regions by the word for all, then each.
    fn every_region(&self) -> Vec<Choice> {
        let regions = self.words.policy.regions();
        let count = [("count", regions.rows.len().into())];
        let detail = Texts::get(self.words.lang).format("ide-new-all-regions", &count);
        let all = Choice { value: regions.all.to_string(), label: regions.all.to_string(), detail };
        std::iter::once(all).chain(self.regions(None)).collect()
    }

    /// Some regions; each of them where none are given.
    fn regions(&self, among: Option<&Bound>) -> Vec<Choice> {
        let policy = self.words.policy;
        let row = |region: &Region| policy.region_row(*region);
        let choice = |code: String, label: String| Choice { value: code, label, detail: String::new() };
        match among {
            Some(Bound::These(some)) => {
                some.iter().map(|region| choice(row(region).code.to_string(), row(region).titled())).collect()
            }
            _ => policy.regions().rows.iter().map(|row| choice(row.code.to_string(), row.titled())).collect(),
        }
    }
}
