//! Hover: what a key, an identifier or a code means, how a precondition stands, and what was found there.

use super::shape::{Shape, What};
use super::under::Under;
use super::{Scene, Topic, documentation};
use crate::assess::{Cooperation, OpenBecause, Tally};
use crate::findings::Finding;
use crate::policy::{Code, Part, Precondition};
use crate::report::{Words, markdown};
use crate::text::Span;
use crate::texts::{Texts, listed};

/// What is shown about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub span: Span,
    /// What is shown, as Markdown.
    pub markdown: String,
}

/// The most findings of one place that are shown.
const MOST_FINDINGS: usize = 5;

/// What there is to show about an offset: what it means, then what was found there; `None` where there is nothing.
#[must_use]
pub fn hover(scene: &Scene<'_>, offset: u32) -> Option<Hover> {
    let under = Under::at(scene.tree, offset, scene.policy);
    let found = found_at(scene, offset);
    let mut parts: Vec<String> = under.iter().filter_map(|under| about(scene, under)).collect();
    let mut told: Vec<Code> = Vec::new();
    for finding in &found {
        let again = told.contains(&finding.code);
        told.push(finding.code);
        parts.push(about_finding(scene, finding, again));
    }
    let first = found.first().and_then(|finding| finding.range).map(|range| range.span());
    let span = under.map(|under| under.span).or(first);
    let markdown = parts.join("\n\n---\n\n");
    span.filter(|_| !markdown.is_empty()).map(|span| Hover { span, markdown })
}

/// The findings at an offset, the nearest first.
fn found_at<'f>(scene: &Scene<'f>, offset: u32) -> Vec<&'f Finding> {
    let touches = |span: Span| span.start <= offset && offset <= span.end;
    let at = |finding: &&Finding| finding.range.is_some_and(|range| touches(range.span()));
    let mut found: Vec<&Finding> = scene.findings.iter().filter(at).collect();
    found.sort_by_key(|finding| finding.range.map_or(0, |range| range.span().len()));
    found.truncate(MOST_FINDINGS);
    found
}

/// A finding: what is wrong, and unless another one of its rule has said so, why, how to mend it, and where that stands.
fn about_finding(scene: &Scene<'_>, finding: &Finding, again: bool) -> String {
    let words = Words { policy: scene.policy, lang: scene.lang };
    let level = scene.say("level", &[("level", finding.level.as_str().into())]);
    let message = markdown::paragraph(&words.message(finding));
    let mut lines = vec![format!("**{} {}**: {message}", markdown::escape(&level), finding.code)];
    if again {
        return lines.remove(0);
    }
    let texts = [words.why(finding), words.help(finding)];
    lines.extend(texts.iter().filter(|text| !text.is_empty()).map(|text| markdown::paragraph(text)));
    let rule = scene.policy.rule(finding.code);
    let cited = rule.and_then(|rule| words.citations(rule, false));
    lines.extend(cited.map(|cited| {
        let label = Texts::get(scene.lang).plain("note-source");
        format!("_{}: {}_", markdown::escape(label), markdown::paragraph(&cited))
    }));
    lines.join("\n\n")
}

/// What is under the cursor means, and how it stands here.
fn about(scene: &Scene<'_>, under: &Under) -> Option<String> {
    let topic = under.topic(scene.tree, scene.policy)?;
    let mut text = documentation(&topic, scene.policy, scene.lang);
    let standing = match topic {
        Topic::Precondition(precondition) => standing(scene, under.shape, precondition),
        Topic::Term(_) if is_profile(under.shape) => count(scene, under.shape),
        _ => None,
    };
    if let Some(standing) = standing {
        text.push_str("\n\n");
        text.push_str(&standing);
    }
    Some(text)
}

fn is_profile(shape: Shape) -> bool {
    shape.what == What::Value(crate::model::format::Kind::Term(crate::policy::Vocab::Profile))
}

fn assessed<'s>(scene: &Scene<'s>, shape: Shape) -> Option<(&'s Cooperation, &'s Tally)> {
    let index = shape.cooperation?;
    let cooperation = scene.assessed?.cooperations.iter().find(|cooperation| cooperation.index == index)?;
    Some((cooperation, cooperation.tally.as_ref()?))
}

/// How a precondition stands in its cooperation.
fn standing(scene: &Scene<'_>, shape: Shape, precondition: Precondition) -> Option<String> {
    let (_, tally) = assessed(scene, shape)?;
    let say = |state: &str, codes: String| {
        let args = [("state", state.into()), ("codes", codes.into())];
        format!("**{}**", markdown::escape(&scene.say("ide-precondition", &args)))
    };
    if let Some(met) = tally.met.iter().find(|met| met.precondition == precondition) {
        let codes: Vec<String> = met.accepted.iter().map(ToString::to_string).collect();
        let state = if codes.is_empty() { "met" } else { "accepted" };
        return Some(say(state, listed(scene.lang, &codes)));
    }
    let open = tally.open.iter().find(|open| open.precondition == precondition);
    let Some(open) = open else { return Some(say("unasked", String::new())) };
    let head = say(open.because.as_str(), String::new());
    let OpenBecause::Findings(notes) = &open.because else { return Some(head) };
    let words = Words { policy: scene.policy, lang: scene.lang };
    let line = |note: &crate::assess::Note| {
        let message = words.say((note.code, &note.params), Part::Message);
        format!("- {} ({})", markdown::paragraph(&message), note.code)
    };
    let lines: Vec<String> = notes.iter().map(line).collect();
    Some(format!("{head}\n\n{}", lines.join("\n")))
}

/// How many of a profile's preconditions are met.
fn count(scene: &Scene<'_>, shape: Shape) -> Option<String> {
    let (_, tally) = assessed(scene, shape)?;
    let args = [("met", tally.met.len().into()), ("required", tally.required().into())];
    let label = Texts::get(scene.lang).plain("assess-preconditions");
    Some(format!("**{}**: {}", markdown::escape(label), markdown::escape(&scene.say("assess-count", &args))))
}
