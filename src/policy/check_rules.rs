//! Looks at all of a rule's file: what a start leaves for later.

use super::Lang;
use super::body;
use super::examples;
use super::heads;
use super::rule::{FixSafety, Rule};
use crate::file::FileFault;
use crate::file::{Faults, Node, Text};
use crate::texts::Pattern;

/// The tables of a rule's file.
pub(super) const SECTIONS: [&str; 6] = ["severity-when", "actor-when", "nl", "en", "fails", "passes"];
/// The texts that every rule has.
const TEXTS: [&str; 4] = ["title", "message", "why", "help"];

/// All faults of a rule's file behind its head.
pub(super) fn check(rule: &Rule) -> Vec<FileFault> {
    let mut faults = Faults::new(rule.file());
    let map = faults.parse(rule.source());
    let root = Node::root(&map);
    if !faults.list.is_empty() {
        return faults.list;
    }
    let known: Vec<&str> = heads::KEYS.into_iter().chain(SECTIONS).collect();
    faults.known(&root, &known);
    let _ = body::severities(&mut faults, &root);
    let _ = body::actors(&mut faults, &root, &rule.origin);
    let texts = Lang::ALL.map(|lang| texts(&mut faults, rule, &root, lang));
    both(&mut faults, &root, &texts);
    for key in ["fails", "passes"] {
        let _ = faults.required(&root, key);
    }
    if let Err(more) = examples::read(rule.file(), rule.source()) {
        faults.list.extend(more);
    }
    faults.list
}

/// The names of the texts of one language (`title`, `related.reach`); each is checked.
fn texts<'t>(faults: &mut Faults, rule: &Rule, root: &Node<'t>, lang: Lang) -> Vec<(String, Text<'t>)> {
    let _ = faults.required(root, lang.as_str());
    let Some(node) = faults.section(root, lang.as_str()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (key, at, value) in node.rows() {
        if key == "related" {
            let rows = faults.table(value, at).map(|related| related.rows()).unwrap_or_default();
            for (name, _, value) in rows {
                found.extend(faults.as_text(value).map(|text| (format!("related.{name}"), text)));
            }
        } else if TEXTS.contains(&key) || key == "fix" {
            found.extend(faults.as_text(value).map(|text| (key.to_owned(), text)));
        } else if heads::KEYS.contains(&key) {
            faults.word(&at, "pack-head-after-table", "key", key);
        } else {
            let known = [&TEXTS[..], &["fix", "related"]].concat();
            faults.known(&node, &known);
        }
    }
    for key in TEXTS.into_iter().chain((rule.fix != FixSafety::None).then_some("fix")) {
        let _ = faults.required(&node, key);
    }
    for (_, (text, at)) in &found {
        if let Err(why) = Pattern::owned(lang, text).check() {
            faults.word(at, "pack-text-syntax", "detail", why);
        }
    }
    found
}

/// Says of each text that stands in one language only that the other lacks it.
fn both(faults: &mut Faults, root: &Node<'_>, texts: &[Vec<(String, Text<'_>)>; 2]) {
    let [nl, en] = texts;
    for (have, lack, lang) in [(nl, en, "en"), (en, nl, "nl")] {
        if !root.has(lang) {
            continue;
        }
        for (name, (_, at)) in have {
            if !lack.iter().any(|(other, _)| other == name) && !TEXTS.contains(&name.as_str()) {
                faults.add(at, "pack-one-language", vec![("key", name.clone().into()), ("lang", lang.into())]);
            }
        }
    }
}
