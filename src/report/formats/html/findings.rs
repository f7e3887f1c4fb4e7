//! A document on the page: its outcomes, a card for what was found, and one for what its deviations accept.

use codespan_reporting::diagnostic::LabelStyle;

use super::{ACCEPTED, Dossier, in_words};
use crate::policy::Code;
use crate::report::assess::{Told as Assessed, capital};
use crate::report::dossier::card::{Accepts, Card, Note};
use crate::report::dossier::document::Document;
use crate::report::dossier::excerpts::{Places, See};
use crate::report::dossier::said;
use crate::report::excerpt::Excerpt;
use crate::report::page::Html;

/// Writes a document.
pub(super) fn document(html: &mut Html, dossier: &Dossier<'_>, document: &Document) {
    html.raw("<div class=\"document\"").attr("id", &id(document.number)).raw(" data-group>\n<h4>");
    html.element("code", &document.path);
    let counted = document.counted(dossier.source);
    if !counted.is_empty() {
        html.raw(" <small>").text(&counted).raw("</small>");
    }
    html.raw("</h4>\n");
    if let Some(assessed) = &document.assessed {
        outcomes(html, dossier, assessed);
    }
    for remark in &document.remarks {
        html.prose_in("p", remark).raw("\n");
    }
    document.cards.iter().for_each(|one| card(html, dossier, one));
    document.accepts.iter().for_each(|one| accepts(html, dossier, one));
    html.raw("</div>\n");
}

/// The id of a document by its number.
fn id(number: usize) -> String {
    format!("document-{number}")
}

/// What the tool would advise on each cooperation.
fn outcomes(html: &mut Html, dossier: &Dossier<'_>, assessed: &Assessed) {
    for remark in &assessed.remarks {
        html.prose_in("p", remark).raw("\n");
    }
    let label = capital(&dossier.source.say("assess-outcome", &[]));
    for part in &assessed.parts {
        html.raw("<p class=\"outcome\"><b>").text(&part.name).raw("</b> <span class=\"label\">").text(&label);
        html.raw(":</span> <strong").attr("class", part.standing).raw(">").text(&part.outcome).raw("</strong>");
        for remark in said(part) {
            html.raw(" <span class=\"count\">").prose(&remark).raw("</span>");
        }
        html.raw("</p>\n");
    }
}

/// Begins a card of so many findings, with what the page filters by.
fn begin(html: &mut Html, class: &str, many: usize, actor: Option<usize>) {
    html.raw("<article").attr("class", &format!("card {class}")).raw(" data-row").attr("data-level", class);
    if let Some(actor) = actor {
        html.attr("data-actor", &actor.to_string());
    }
    if many > 1 {
        html.attr("data-many", &many.to_string());
    }
    html.raw(">\n");
}

/// Its head: the severity or that it is accepted, what the rule is called, and its code.
fn head(html: &mut Html, word: &str, title: &str, code: Code) {
    html.raw("<h5><span class=\"level\">").text(word).raw("</span> ").text(title).raw(" <small>");
    html.text(code.as_str()).raw("</small></h5>\n");
}

fn card(html: &mut Html, dossier: &Dossier<'_>, card: &Card) {
    begin(html, card.level.as_str(), card.findings.len(), dossier.actors.number(&card.actor));
    head(html, &in_words(dossier.source, card.level), &card.title, card.code);
    for finding in &card.findings {
        html.raw("<p class=\"message\">").prose(&finding.message).raw("</p>\n");
        finding.places.iter().for_each(|some| places(html, dossier, some));
        notes(html, dossier, &card.own_notes(finding, dossier.source));
    }
    if card.findings.len() > 1 {
        html.raw("<p class=\"together\">").text(&dossier.source.count("dossier-together", card.findings.len()));
        html.raw("</p>\n");
    }
    card.places.iter().for_each(|some| places(html, dossier, some));
    notes(html, dossier, &card.notes(dossier.source));
    html.raw("</article>\n");
}

/// What is said below a finding, or once for several.
fn notes(html: &mut Html, dossier: &Dossier<'_>, notes: &[Note<'_>]) {
    if notes.is_empty() {
        return;
    }
    html.raw("<dl>\n");
    for (id, texts, mind) in notes {
        html.raw("<div>").element("dt", &dossier.label(id)).raw("<dd>");
        match texts {
            [text] => {
                html.prose(text);
            }
            several => {
                html.raw("<ul>");
                for text in *several {
                    html.prose_in("li", text);
                }
                html.raw("</ul>");
            }
        }
        if !mind.is_empty() {
            html.raw(" <small>").text(mind).raw("</small>");
        }
        html.raw("</dd></div>\n");
    }
    html.raw("</dl>\n");
}

/// The lines that a finding is about, and places that explain it.
fn places(html: &mut Html, dossier: &Dossier<'_>, places: &Places) {
    if let Some(own) = &places.own {
        excerpt(html, own);
    }
    if places.lost {
        html.raw("<p>").text(&capital(&dossier.source.say("note-no-excerpt", &[]))).raw(".</p>\n");
    }
    places.see.iter().for_each(|one| see(html, dossier, one));
    if places.more > 0 {
        html.raw("<p class=\"see\">")
            .text(&capital(&dossier.source.count("note-see-more", places.more)))
            .raw(".</p>\n");
    }
}

fn see(html: &mut Html, dossier: &Dossier<'_>, see: &See) {
    html.raw("<p class=\"see\">");
    if let Some(path) = &see.path {
        match dossier.numbers.get(path) {
            Some(number) => html.raw("<a").attr("href", &format!("#{}", id(*number))).raw(">").text(path).raw("</a>"),
            None => html.element("code", path),
        };
        html.raw(if see.line.is_some() { ", " } else { ": " });
    }
    if let Some(line) = see.line {
        let line = dossier.source.say("dossier-line", &[("line", i64::from(line).into())]);
        html.text(&if see.path.is_some() { line } else { capital(&line) }).raw(": ");
    }
    html.prose(&see.label).raw(".</p>\n");
    if let Some(other) = &see.excerpt {
        excerpt(html, other);
    }
}

/// The lines with their numbers; the place of the finding and places that explain it are marked.
fn excerpt(html: &mut Html, excerpt: &Excerpt) {
    html.raw("<pre>");
    for line in excerpt.lines() {
        if line.skipped {
            html.raw("<i>⋮</i>\n");
        }
        html.raw("<i>").text(&line.number.to_string()).raw("</i>");
        for (style, text) in line.parts {
            match style {
                Some(LabelStyle::Primary) => html.element("mark", text),
                Some(LabelStyle::Secondary) => html.element("u", text),
                None => html.text(text),
            };
        }
        html.raw("\n");
    }
    html.raw("</pre>\n");
}

/// What a deviation accepts, why, who approved, and until when.
fn accepts(html: &mut Html, dossier: &Dossier<'_>, accepts: &Accepts) {
    let word = capital(&dossier.source.say("accepted", &[]));
    begin(html, ACCEPTED, accepts.messages.len(), None);
    head(html, &word, &accepts.title, accepts.code);
    for message in &accepts.messages {
        html.raw("<p class=\"message\">").prose(message).raw("</p>\n");
    }
    html.raw("<dl>\n");
    let mut note = |id: &'static str, text: &str| {
        html.raw("<div>").element("dt", &dossier.label(id)).element("dd", text).raw("</div>\n");
    };
    note("reason", &accepts.reason);
    accepts.approved.iter().for_each(|name| note("approved", name));
    note("until", &dossier.until(accepts));
    html.raw("</dl>\n</article>\n");
}
