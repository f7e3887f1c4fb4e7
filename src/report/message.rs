//! The words of a finding: its rule's texts with the finding's parameters, in the reader's language.

use std::borrow::Cow;

use crate::findings::param::Named;
use crate::findings::{Finding, Fix, Param};
use crate::policy::tables::Region;
use crate::policy::{Code, Lang, Part, Policy, Rule};
use crate::text::visible;
use crate::texts::{Arg, Texts, listed};

/// The most characters of a text from a document that a message shows.
const SHOWN: usize = 80;

/// Makes the texts of findings of one policy in one language.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The policy whose rules and names are used.
    pub policy: &'a Policy,
    /// The reader's language.
    pub lang: Lang,
}

impl Words<'_> {
    /// What is wrong here; one sentence, without a full stop.
    pub fn message(&self, finding: &Finding) -> String {
        self.text(finding, Part::Message)
    }

    /// Why it matters.
    pub fn why(&self, finding: &Finding) -> String {
        self.text(finding, Part::Why)
    }

    /// How to mend it.
    pub fn help(&self, finding: &Finding) -> String {
        self.text(finding, Part::Help)
    }

    /// What is wrong here, on one line that shows what is hidden.
    pub fn line(&self, finding: &Finding) -> String {
        one_line(&self.message(finding))
    }

    /// What is wrong here and how to mend it, likewise.
    pub fn advice(&self, finding: &Finding) -> String {
        self.advice_on((finding.code, &finding.params))
    }

    /// What a rule says of a finding with some parameters and how to mend it, likewise.
    pub(super) fn advice_on(&self, found: (Code, &[Named])) -> String {
        let [message, help] = [Part::Message, Part::Help].map(|part| one_line(&self.say(found, part)));
        if help.is_empty() { message } else { format!("{message}. {help}") }
    }

    /// The label of a related place.
    pub fn related(&self, finding: &Finding, label: &str) -> String {
        self.text(finding, Part::Related(label))
    }

    /// The title of one of a finding's fixes.
    pub fn fix(&self, finding: &Finding, fix: &Fix) -> String {
        self.text_with((finding.code, &finding.params), &fix.params, Part::Fix)
    }

    /// What a rule cites: "§2.3, tabel 2", and where asked for with the names of the sections. A rule that another policy lends cites
    /// that one, and says so. `None` where it cites nothing.
    pub fn citations(&self, rule: &Rule, named: bool) -> Option<String> {
        let shown = |key: &str| match self.policy.citation_of(rule, key) {
            Some(citation) if named => citation.titled(self.lang),
            Some(citation) => citation.shown(self.lang).to_owned(),
            None => key.to_owned(),
        };
        let shown = rule.citations.iter().map(|key| shown(key)).collect::<Vec<_>>().join(", ");
        let cited = (!shown.is_empty()).then_some(shown)?;
        let Some(lender) = self.policy.lender_of(rule, self.lang) else { return Some(cited) };
        let args = [("citations", cited.into()), ("policy", lender.into())];
        Some(Texts::get(self.lang).format("note-source-of", &args))
    }

    fn text(&self, finding: &Finding, part: Part<'_>) -> String {
        self.text_with((finding.code, &finding.params), &[], part)
    }

    /// A text of a rule with the parameters of a finding.
    pub fn say(&self, found: (Code, &[Named]), part: Part<'_>) -> String {
        self.text_with(found, &[], part)
    }

    fn text_with(&self, (code, params): (Code, &[Named]), own: &[Named], part: Part<'_>) -> String {
        let Some(rule) = self.policy.rule(code) else { return code.to_string() };
        let args: Vec<(&str, Arg<'_>)> = own.iter().chain(params).map(|named| self.arg(named)).collect();
        rule.text(self.lang, part, &args)
    }

    fn arg<'f>(&'f self, (name, param): &'f Named) -> (&'f str, Arg<'f>) {
        let arg = match param {
            Param::Number(number) => Arg::Number(*number),
            other => Arg::Text(self.shown(other)),
        };
        (name, arg)
    }

    /// A parameter as people read it.
    pub fn shown<'f>(&'f self, param: &'f Param) -> Cow<'f, str> {
        match param {
            Param::Number(number) => number.to_string().into(),
            Param::Term(term) => self.policy.name(*term).into(),
            Param::Region(region) => self.region(*region).into(),
            Param::Precondition(precondition) => (&*self.policy.precondition_row(*precondition).id).into(),
            Param::Word(word) => (*word).into(),
            Param::Code(text) => cropped(text),
            Param::Text(text) => format!("\"{}\"", cropped(text)).into(),
            Param::Both(text) => text.get(self.lang).into(),
            Param::List(items) => self.list(items).into(),
        }
    }

    fn region(&self, region: Region) -> String {
        let row = self.policy.region_row(region);
        row.titled()
    }

    /// "a, b and c": identifiers in backticks, regions with their names.
    fn list(&self, items: &[Param]) -> String {
        let item = |param: &Param| match param {
            Param::Region(_) | Param::Text(_) | Param::Number(_) => self.shown(param).into_owned(),
            other => format!("`{}`", self.shown(other)),
        };
        let items: Vec<String> = items.iter().map(item).collect();
        listed(self.lang, &items)
    }
}

/// A text on one line that shows what is hidden.
pub(super) fn one_line(text: &str) -> String {
    visible(&text.trim().replace('\n', " ")).into_owned()
}

/// A text of a document made visible, and cut where it is long.
fn cropped(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(SHOWN) {
        None => visible(text),
        Some((cut, _)) => format!("{}…", visible(&text[..cut])).into(),
    }
}
