//! Titles and descriptions of the schema's parts in one language, and the schema as it is published.

use serde_json::{Value, json};

use super::schema::{About, Describe, schema};
use crate::model::format::DOCUMENT;
use crate::policy::Bilingual;
use crate::policy::tables::{Part, Precondition};
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Lang, Policy};
use crate::texts::{Arg, Texts};

/// What the form of a date can say of a calendar: months to 12, days to 31.
const CALENDAR: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// Describes the schema's parts by the format's texts and the policy's own words.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// The policy whose identifiers are described.
    pub policy: &'a Policy,
    /// The reader's language.
    pub lang: Lang,
}

/// The schema of the documents of a policy, for editors that know nothing of this program: with titles and descriptions, and without a
/// format of our own. It says of dates what a pattern can say.
pub fn published(policy: &Policy, lang: Lang) -> Value {
    let texts = Described { policy, lang };
    let mut schema = schema(policy, &texts);
    if let Some(date) = schema.pointer_mut("/definitions/date") {
        *date = json!({ "type": "string", "pattern": CALENDAR });
    }
    let title = texts.object(DOCUMENT.name).and_then(|about| about.title);
    if let (Some(root), Some(title)) = (schema.as_object_mut(), title) {
        root.insert("title".into(), Value::String(format!("{title}: {}", policy.title(lang))));
    }
    schema
}

impl Describe for Described<'_> {
    fn object(&self, name: &str) -> Option<About> {
        let description = self.text(&format!("object-{name}"))?;
        Some(About { title: self.text(&format!("title-{name}")), description })
    }

    fn field(&self, object: &str, key: &str) -> Option<About> {
        let description = self.text(&field_id(object, key))?;
        Some(About { title: None, description })
    }

    fn vocab(&self, vocab: Vocab) -> Option<About> {
        let lines = self.policy.terms(vocab).map(|term| {
            let entry = self.policy.entry(term);
            self.line(&entry.id, Some(&entry.label), entry.meaning.get(self.lang))
        });
        joined(lines)
    }

    fn term(&self, term: Term) -> Option<About> {
        let entry = self.policy.entry(term);
        Some(self.about(&entry.label, &entry.meaning))
    }

    fn regions(&self) -> Option<About> {
        joined(self.policy.regions().rows.iter().map(|row| self.line(&row.code, None, &row.name)))
    }

    fn precondition(&self, precondition: Precondition) -> Option<About> {
        let row = self.policy.precondition_row(precondition);
        Some(self.about(&row.label, &row.meaning))
    }

    fn part(&self, part: &Part) -> Option<About> {
        Some(About { title: None, description: part.label.get(self.lang).to_owned() })
    }
}

impl Described<'_> {
    fn about(&self, label: &Bilingual, meaning: &Bilingual) -> About {
        let text = |words: &Bilingual| words.get(self.lang).to_owned();
        About { title: Some(text(label)), description: text(meaning) }
    }

    /// A text of the format with the policy's own words; `None` where there is none, or the policy lacks a word that it needs.
    fn text(&self, id: &str) -> Option<String> {
        let regions = self.policy.regions();
        let partner = self.policy.partner_word();
        let words = [
            ("policy", Some(self.policy.id())),
            ("all", Some(&*regions.all)),
            ("everywhere", Some(&*regions.everywhere)),
            ("region", regions.rows.first().map(|row| &*row.code)),
            ("partner", partner),
        ];
        let known =
            words.into_iter().filter_map(|(name, word)| Some((name, Arg::from(word.filter(|w| !w.is_empty())?))));
        Texts::of_format(self.lang).try_format(id, &known.collect::<Vec<_>>()).ok()
    }

    /// One identifier of a list; its label stands there where it says more than the identifier.
    fn line(&self, id: &str, label: Option<&Bilingual>, meaning: &str) -> String {
        let label = label.and_then(|label| label.beyond(id, self.lang));
        let name = if label.is_some() { "term-line-labelled" } else { "term-line" };
        let args = [("id", id.into()), ("label", label.unwrap_or_default().into()), ("meaning", meaning.into())];
        Texts::of_format(self.lang).format(name, &args)
    }
}

/// The id of the text about a key of an object: an id holds no `$`.
fn field_id(object: &str, key: &str) -> String {
    format!("field-{object}-{}", key.trim_start_matches('$'))
}

fn joined(lines: impl Iterator<Item = String>) -> Option<About> {
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| About { title: None, description: lines.join("\n") })
}
