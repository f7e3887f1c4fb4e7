//! A new deviation in a document that is there: the edits that add it, in the document's own layout.

use super::Member;
use crate::fix::{self, Change, Layout, Step, Value, Writer};
use crate::json::{Kind, Tree};
use crate::model::format::{DEVIATION, DOCUMENT};
use crate::model::keys;
use crate::text::Edits;

/// A deviation that is to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewDeviation<'a> {
    /// `regel`
    pub rule: &'a str,
    /// `pad`; empty for the whole document.
    pub path: &'a str,
    /// `toelichting`
    pub reason: &'a str,
    /// `akkoord`
    pub approved_by: Option<&'a str>,
    /// `tot`
    pub until: Option<&'a str>,
}

impl NewDeviation<'_> {
    /// The edits that add it behind the others, and its index among them. `None` where the document is no object, or has something else
    /// where its deviations belong.
    #[must_use]
    pub fn edits(&self, tree: &Tree) -> Option<(Edits, usize)> {
        let root = tree.root().filter(|root| tree.kind(*root) == Kind::Object)?;
        let list = tree.get(root, keys::DEVIATIONS);
        let (changes, index) = match list {
            Some(list) if tree.kind(list) == Kind::Array => {
                (vec![Change::Append(list, vec![self.value()])], tree.items(list).len())
            }
            Some(_) => return None,
            None => {
                let member = (Step::field(&DOCUMENT, keys::DEVIATIONS), Value::Array(vec![self.value()]));
                (fix::put(tree, root, &[], [member])?, 0)
            }
        };
        let edits = Writer::new(tree, &Layout::of(tree)).edits(&changes)?;
        Some((edits, index))
    }

    fn value(&self) -> Value {
        let path = Some(self.path).filter(|path| !path.is_empty());
        let texts = [
            (keys::RULE, Some(self.rule)),
            (keys::PATH, path),
            (keys::EXPLANATION, Some(self.reason)),
            (keys::APPROVED_BY, self.approved_by),
            (keys::UNTIL, self.until),
        ];
        let mut members: Vec<Member> = texts.into_iter().filter_map(|(key, text)| Some((key, text?.into()))).collect();
        members.sort_by_key(|(key, _)| DEVIATION.field(key).map(|(at, _)| at));
        Value::object(members)
    }
}

#[cfg(test)]
mod tests {
    use super::NewDeviation;
    use crate::json::{Limits, parse};

    const NEW: NewDeviation<'static> =
        NewDeviation { rule: "V401", path: "/a~1b", reason: "Om \"dat\"", approved_by: None, until: Some("2026") };

    /// The document with the deviation added, and its index.
    fn added(text: &str) -> Option<(String, usize)> {
        let tree = parse(text.as_bytes(), Limits::default()).tree;
        NEW.edits(&tree).map(|(edits, index)| (edits.apply(text), index))
    }

    #[test]
    fn behind_the_others_or_first_in_the_documents_own_layout() {
        let entry = r#"{ "regel": "V401", "pad": "/a~1b", "toelichting": "Om \"dat\"", "tot": "2026" }"#;
        let (text, index) = added("{\n  \"fase\": \"x\",\n  \"onderwerpen\": []\n}\n").unwrap();
        let wanted = "{\n  \"fase\": \"x\",\n  \"afwijkingen\": [\n    ENTRY\n  ],\n  \"onderwerpen\": []\n}\n";
        assert_eq!((text, index), (wanted.replace("ENTRY", entry), 0));
        let old = "{\r\n\t\"afwijkingen\": [\r\n\t\t{ \"regel\": \"a\" },\r\n\t\t7\r\n\t]\r\n}";
        let (text, index) = added(old).unwrap();
        assert_eq!((text, index), (old.replace("7\r\n", &format!("7,\r\n\t\t{entry}\r\n")), 2));
        let (text, _) = added("\u{FEFF}{\"a\":1}").unwrap();
        assert!(text.starts_with("\u{FEFF}{\"afwijkingen\":[{\"regel\":\"V401\","), "{text}");
    }

    #[test]
    fn not_where_it_has_no_place() {
        for text in ["", "[]", "7", r#"{"afwijkingen": {}}"#, r#"{"afwijkingen": null}"#] {
            assert_eq!(added(text), None, "{text}");
        }
    }
}
