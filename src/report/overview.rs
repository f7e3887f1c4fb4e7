//! The national overview: a table on a terminal, `json`, `csv`, `markdown`, and a page.

mod csv;
mod details;
mod html;
mod json;
mod markdown;
mod matrix;
mod table;
mod totals;

use std::io::{self, Write};

use crate::assess::glance::{By, Verdict};
use crate::assess::overview::{Omitted, Overview, Row, Section, Why};
use crate::policy::calendar::Date;
use crate::policy::tables::Region;
use crate::policy::vocabulary::Term;
use crate::policy::{Day, Lang, Policy};
use crate::report::assess::capital;
use crate::report::undone::{Undone, undone};
use crate::texts::{Args, Texts};
use crate::workspace::Run;

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
    /// Whether counts are left out of what people read on a terminal.
    pub quiet: bool,
}

/// The formats of the overview.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, on a terminal.
    #[default]
    Full,
    /// For programs, version 1.
    Json,
    /// For spreadsheets.
    Csv,
    /// For people, in their documents.
    Markdown,
    /// For people, as a page.
    Html,
}

impl Format {
    /// All of them; the first is the usual one.
    pub const ALL: [Self; 5] = [Self::Full, Self::Json, Self::Csv, Self::Markdown, Self::Html];

    /// Its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// Writes an overview; a terminal has colours, or has not, and so many columns.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(self, out: &mut dyn Write, source: &Source<'_>, terminal: (bool, usize)) -> io::Result<()> {
        match self {
            Self::Full => table::write(out, source, terminal),
            Self::Json => json::write(out, source),
            Self::Csv => csv::write(out, source),
            Self::Markdown => markdown::write(out, source),
            Self::Html => html::write(out, source),
        }
    }
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

    /// All that is not in the overview: what could not be judged, and what was left out.
    fn undone(&self) -> Vec<Undone<'a>> {
        let omitted = self.overview.omitted.iter().map(|omitted: &'a Omitted| Undone {
            path: Some(&*omitted.path),
            why: self.say("overview-why", &[("why", word_of(omitted.why).into())]),
        });
        let undone = undone(self.run, self.lang);
        omitted.chain(undone).collect()
    }
}

/// Whether a code is the next one after another: the same word with the next number behind it.
fn counts_on(one: &str, other: &str) -> bool {
    let split = |code: &str| {
        let word = code.trim_end_matches(|c: char| c.is_ascii_digit());
        let number: Option<u64> = code.get(word.len()..).and_then(|digits| digits.parse().ok());
        number.map(|number| (word.to_owned(), number))
    };
    match (split(one), split(other)) {
        (Some((word, number)), Some((next, after))) => word == next && number + 1 == after,
        _ => false,
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

    /// What the policy calls its units, in running text.
    fn units_called(&self) -> &'a str {
        let label = self.policy.regions().label.as_ref();
        label.map_or_else(|| self.plain("overview-units"), |label| label.get(self.lang))
    }

    /// A text that may speak of units, with a word that says which text is meant.
    fn of_units(&self, id: &str, which: (&str, &str)) -> String {
        let units = self.units_called();
        self.say(id, &[(which.0, which.1.into()), ("units", units.into()), ("heading", capital(units).into())])
    }

    /// Whether the policy uses the group of the document that a column tells of.
    fn shows(&self, column: &str) -> bool {
        let groups = self.policy.groups();
        match column {
            "count" | "regions" | "talking" => groups.reach,
            "adopting" | "adoption" => groups.adoption,
            "assessment" => groups.assessment,
            _ => true,
        }
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
            some => self.runs(some),
        }
    }

    /// The codes of regions; three or more whose codes count on stand as the first and the last of them.
    fn runs(&self, regions: &[Region]) -> String {
        let mut shown: Vec<String> = Vec::new();
        let mut rest = regions;
        while let [first, ..] = rest {
            let length =
                1 + rest.windows(2).take_while(|pair| counts_on(self.code(pair[0]), self.code(pair[1]))).count();
            let (run, others) = rest.split_at(length);
            match run {
                [_, _, .., last] => shown.push(format!("{}–{}", self.code(*first), self.code(*last))),
                few => shown.extend(few.iter().map(|region| self.code(*region).to_owned())),
            }
            rest = others;
        }
        shown.join(" ")
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

#[cfg(test)]
mod tests {
    use super::counts_on;

    #[test]
    fn codes_that_count_on() {
        assert!(counts_on("VR09", "VR10") && counts_on("d1", "d2"));
        for (one, other) in [("VR09", "VR11"), ("VR09", "WR10"), ("noord", "oost"), ("VR10", "VR09"), ("a", "a1")] {
            assert!(!counts_on(one, other), "{one} {other}");
        }
    }
}
