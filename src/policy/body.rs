//! The part of a rule's file between its head and its examples: variants and texts.

use super::Lang;
use super::heads;
use super::level::Severity;
use super::meant::{Meant, put_in};
use super::rule::{ActorSpec, Origin, Part};
use crate::file::{Faults, Node, severity};
use crate::texts::Pattern;

/// Variants and texts of one rule.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) severity_when: Vec<(Box<str>, Severity)>,
    pub(super) actor_when: Vec<(Box<str>, ActorSpec)>,
    texts: [RuleTexts; 2],
}

/// A rule's texts in one language.
#[derive(Debug, Default)]
pub(super) struct RuleTexts {
    title: Option<Pattern>,
    message: Option<Pattern>,
    why: Option<Pattern>,
    help: Option<Pattern>,
    fix: Option<Pattern>,
    pub(super) related: Vec<(Box<str>, Pattern)>,
}

impl Body {
    pub(super) fn texts(&self, lang: Lang) -> &RuleTexts {
        let [nl, en] = &self.texts;
        match lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    pub(super) fn pattern(&self, lang: Lang, part: Part<'_>) -> Option<&Pattern> {
        let texts = self.texts(lang);
        match part {
            Part::Title => texts.title.as_ref(),
            Part::Message => texts.message.as_ref(),
            Part::Why => texts.why.as_ref(),
            Part::Help => texts.help.as_ref(),
            Part::Fix => texts.fix.as_ref(),
            Part::Related(name) => texts.related.iter().find(|(found, _)| &**found == name).map(|(_, text)| text),
        }
    }
}

/// Reads what is well-formed; what is not is left out here and named by the pack's check.
pub(super) fn read(origin: &Origin) -> Body {
    let text = heads::body(&origin.text);
    let mut faults = Faults::new(&origin.file);
    let map = faults.parse(text);
    let root = Node::root(&map);
    Body {
        severity_when: severities(&mut faults, &root),
        actor_when: actors(&mut faults, &root, origin),
        texts: Lang::ALL.map(|lang| texts(&mut faults, &root, (lang, &origin.meant))),
    }
}

/// Reads `[severity-when]`.
pub(super) fn severities(faults: &mut Faults, root: &Node<'_>) -> Vec<(Box<str>, Severity)> {
    let rows = faults.section(root, "severity-when").map(|node| node.rows()).unwrap_or_default();
    rows.into_iter().filter_map(|(name, _, value)| Some((name.into(), severity(faults, value)?))).collect()
}

/// Reads `[actor-when]`.
pub(super) fn actors(faults: &mut Faults, root: &Node<'_>, origin: &Origin) -> Vec<(Box<str>, ActorSpec)> {
    let rows = faults.section(root, "actor-when").map(|node| node.rows()).unwrap_or_default();
    rows.into_iter().filter_map(|(name, _, value)| Some((name.into(), heads::actor(faults, value, origin)?))).collect()
}

fn texts(faults: &mut Faults, root: &Node<'_>, (lang, meant): (Lang, &Meant)) -> RuleTexts {
    let Some(node) = faults.section(root, lang.as_str()) else {
        return RuleTexts::default();
    };
    let pattern = |text: &str| Pattern::owned(lang, &put_in(text, meant));
    let mut read = |key| faults.text_or_none(&node, key).map(|(text, _)| pattern(text));
    let (title, message, why) = (read("title"), read("message"), read("why"));
    let (help, fix) = (read("help"), read("fix"));
    let related = faults.section(&node, "related").map(|node| node.rows()).unwrap_or_default();
    let related = related
        .into_iter()
        .filter_map(|(name, _, value)| Some((name.into(), pattern(faults.as_text(value)?.0))))
        .collect();
    RuleTexts { title, message, why, help, fix, related }
}
