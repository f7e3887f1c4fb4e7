//! The national overview: a table on a terminal, `json`, `csv`, `markdown`, and a page.

mod csv;
mod details;
mod html;
mod json;
mod markdown;
mod matrix;
mod table;
mod totals;

pub use csv::write as csv;
pub use html::write as html;
pub use json::write as json;
pub use markdown::write as markdown;
pub use table::write as table;

use crate::assess::glance::{By, Verdict};
use crate::assess::overview::{Omitted, Overview, Row, Section, Why};
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Term;
use crate::policy::{Day, Lang, Policy};
use crate::texts::{Args, Texts};
use crate::workspace::{Failure, Run};

/// What stands where there is nothing to say.
const NOTHING: &str = "–";

/// What the overview is made of.
pub struct Source<'a> {
    /// The run.
    pub run: &'a Run,
    /// The overview of its documents.
    pub overview: &'a Overview,
    /// The reader's language.
    pub lang: Lang,
    /// The words of a failure.
    pub failure: &'a dyn Fn(&Failure) -> String,
}

impl<'a> Source<'a> {
    /// One of the program's own texts.
    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    fn plain(&self, id: &str) -> &'static str {
        Texts::get(self.lang).plain(id)
    }

    fn count(&self, id: &str, count: usize) -> String {
        self.say(id, &[("count", count.into())])
    }

    /// The policies with their rows.
    fn sections(&self) -> impl Iterator<Item = View<'a>> {
        let (run, lang) = (self.run, self.lang);
        self.overview.sections.iter().filter_map(move |section| {
            let loaded = run.rulebooks.policies.get(section.policy)?;
            Some(View { section, policy: &loaded.policy, lang, as_of: run.rulebooks.as_of })
        })
    }

    /// Why a document is not in the overview.
    fn why(&self, omitted: &Omitted) -> String {
        self.say("overview-why", &[("why", word_of(omitted.why).into())])
    }
}

/// The word in `json`, and in texts.
const fn word_of(why: Why) -> &'static str {
    match why {
        Why::Replaced => "replaced",
        Why::Over => "over",
        Why::Unread => "unread",
        Why::Empty => "empty",
    }
}

/// The word in `json`, and in texts.
const fn word_by(by: By) -> &'static str {
    match by {
        By::Standpoint => "standpoint",
        By::Advice => "advice",
    }
}

/// The rows of one policy, and the words for what stands in them.
#[derive(Clone, Copy)]
struct View<'a> {
    section: &'a Section,
    policy: &'a Policy,
    lang: Lang,
    as_of: Day,
}

impl<'a> View<'a> {
    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }

    fn plain(&self, id: &str) -> &'static str {
        Texts::get(self.lang).plain(id)
    }

    /// All units of the policy, in its order.
    fn units(&self) -> impl ExactSizeIterator<Item = Region> + use<> {
        let many = u16::try_from(self.policy.regions().rows.len()).unwrap_or(u16::MAX);
        (0..many).map(Region)
    }

    fn code(&self, region: Region) -> &'a str {
        &self.policy.region_row(region).code
    }

    fn codes(&self, regions: &[Region], between: &str) -> String {
        regions.iter().map(|region| self.code(*region)).collect::<Vec<_>>().join(between)
    }

    /// The codes of regions, or how many there are where these are all.
    fn short(&self, regions: &[Region]) -> String {
        match regions {
            [] => NOTHING.to_owned(),
            all if all.len() == self.units().len() && all.len() > 1 => {
                self.say("overview-all", &[("count", all.len().into())])
            }
            some => self.codes(some, " "),
        }
    }

    /// The names of regions with their codes.
    fn named(&self, regions: &[Region]) -> String {
        let named = |region: &Region| {
            let row = self.policy.region_row(*region);
            format!("{} {}", row.code, row.name)
        };
        match regions {
            [] => NOTHING.to_owned(),
            some => some.iter().map(named).collect::<Vec<_>>().join(", "),
        }
    }

    fn label(&self, term: Term) -> &'a str {
        self.policy.entry(term).label.get(self.lang)
    }

    fn label_or_nothing(&self, term: Option<Term>) -> &'a str {
        term.map_or(NOTHING, |term| self.label(term))
    }

    fn outcomes(&self, row: &Row) -> String {
        let labels: Vec<&str> = row.outcomes.iter().map(|term| self.label(*term)).collect();
        if labels.is_empty() { NOTHING.to_owned() } else { labels.join(", ") }
    }

    /// "standpoint: certified, 2020-05-01"
    fn verdict(&self, verdict: Option<Verdict>) -> String {
        let Some(verdict) = verdict else { return self.plain("overview-not-assessed").to_owned() };
        let outcome = self.label(verdict.outcome).to_lowercase();
        let args = [("by", word_by(verdict.by).into()), ("outcome", outcome.into())];
        let said = self.say("overview-verdict", &args);
        match verdict.date {
            Some(date) => format!("{said}, {date}"),
            None => said,
        }
    }

    fn date(date: Option<Date>) -> String {
        date.map_or_else(|| NOTHING.to_owned(), |date| date.to_string())
    }

    /// Whether an evaluation should have been done by now.
    fn is_past(&self, date: Option<Date>) -> bool {
        date.is_some_and(|date| date.before(self.as_of.into()))
    }

    /// What the partner of a row is called, and what is said beside that.
    fn partner(&self, row: &Row) -> (String, Option<String>) {
        let (name, beside) = row.called();
        let name = if name.is_empty() { self.plain("overview-no-name").to_owned() } else { name.join("; ") };
        (name, (!beside.is_empty()).then(|| beside.join("; ")))
    }
}
