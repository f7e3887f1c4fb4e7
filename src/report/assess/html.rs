//! An assessment as a page: a section a document, for people who read no code.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Source;
use super::told::{Cooperating, Document, Ticks, capital};
use super::totals::totals;
use crate::report::page::{Html, Page, Paper};
use crate::report::undone::{OMITTED, section, undone};
use crate::texts::Texts;

const STYLE: &str = include_str!("assess.css");
/// More links to documents than that would be no help at the head of a page.
const MOST_LINKS: usize = 40;

/// Writes the page.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let plain = |id: &str| Texts::get(source.lang).plain(id);
    let mut main = Html::default();
    let mut parts = Vec::new();
    for (number, report) in source.run.reports.iter().enumerate() {
        let told = Document::of(report, source, Ticks::Aside);
        let id = format!("document-{}", number + 1);
        document(&mut main, &told, (&id, source));
        parts.push((id, told.name().to_owned(), told.path));
    }
    let mut parts = if parts.len() > MOST_LINKS { Vec::new() } else { links(parts) };
    let undone = undone(source.run, source.lang);
    if !undone.is_empty() {
        parts.push((OMITTED.to_owned(), plain("assess-failures").to_owned()));
        section(&mut main, plain("assess-failures"), &undone);
    }
    let page = Page {
        lang: source.lang,
        title: plain("assess-title"),
        subtitle: &totals(source),
        facts: &[(plain("assess-day"), source.run.rulebooks.as_of.to_string())],
        parts: &parts,
        paper: Paper::Portrait,
        style: STYLE,
        main,
        notes: &[plain("assess-advice-only")],
    };
    page.write(out)
}

/// The links to the documents: by their partners, and by their paths, too, where that does not tell them apart.
fn links(parts: Vec<(String, String, String)>) -> Vec<(String, String)> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name, _) in &parts {
        *names.entry(name.clone()).or_default() += 1;
    }
    let link = |(id, name, path): (String, String, String)| {
        let several = names.get(&name).is_some_and(|count| *count > 1);
        (id, if several { format!("{name} ({path})") } else { name })
    };
    parts.into_iter().map(link).collect()
}

fn document(html: &mut Html, told: &Document, (id, source): (&str, &Source<'_>)) {
    let (head, path) = (format!("{id}-head"), format!("{id}-path"));
    // One partner may have several documents: the path tells them apart.
    let label = if told.partner.is_empty() { head.clone() } else { format!("{head} {path}") };
    html.raw("<section").attr("id", id).attr("aria-labelledby", &label).raw(">\n<h2").attr("id", &head).raw(">");
    html.text(told.name()).raw("</h2>\n");
    if !told.partner.is_empty() {
        html.raw("<p class=\"path\"").attr("id", &path).raw(">").element("code", &told.path).raw("</p>\n");
    }
    for remark in &told.remarks {
        html.prose_in("p", remark).raw("\n");
    }
    for part in &told.parts {
        cooperating(html, part, source);
    }
    steps(html, ("h3", &source.say("assess-steps-agreement", &[])), &told.steps);
    html.raw("</section>\n");
}

fn cooperating(html: &mut Html, part: &Cooperating, source: &Source<'_>) {
    let say = |id: &str| capital(&source.say(id, &[]));
    html.raw("<article>\n").element("h3", &part.name).raw("\n<p class=\"outcome\"><span class=\"label\">");
    html.text(&say("assess-outcome")).raw(":</span> <strong").attr("class", part.standing).raw(">");
    html.text(&part.outcome).raw("</strong>");
    if !part.count.is_empty() {
        html.raw(" <span class=\"count\">").text(&part.count).raw("</span>");
    }
    html.raw("</p>\n");
    for remark in &part.remarks {
        html.prose_in("p", &(remark.clone() + ".")).raw("\n");
    }
    if !part.next.is_empty() {
        html.raw("<p>").element("b", &say("assess-next-label")).text(": ").prose(&part.next).raw("</p>\n");
    }
    if !part.dimensions.is_empty() {
        table(html, part, source);
    }
    for (heading, notes) in [("assess-obstacles", &part.obstacles), ("assess-excused", &part.accepted)] {
        if !notes.is_empty() {
            html.element("h4", &say(heading)).raw("\n");
            list(html, notes.iter());
        }
    }
    if !part.others.is_empty() {
        html.element("h4", &say("assess-others-short")).raw("\n<dl>\n");
        for (name, text) in &part.others {
            html.raw("<div>").element("dt", name).prose_in("dd", text).raw("</div>\n");
        }
        html.raw("</dl>\n");
    }
    steps(html, ("h4", &say("assess-steps-short")), &part.steps);
    html.raw("</article>\n");
}

/// What is met and what is open, by dimension.
fn table(html: &mut Html, part: &Cooperating, source: &Source<'_>) {
    html.raw("<table>\n<thead><tr>");
    for id in ["assess-dimension", "assess-preconditions"] {
        html.raw("<th scope=\"col\">").text(&capital(&source.say(id, &[]))).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (dimension, lines) in &part.dimensions {
        html.raw("<tr><th scope=\"row\">").text(dimension).raw("</th><td>");
        list(html, lines.iter());
        html.raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n");
}

fn list<'l>(html: &mut Html, items: impl Iterator<Item = &'l String>) {
    html.raw("<ul>\n");
    for item in items {
        html.prose_in("li", &capital(item)).raw("\n");
    }
    html.raw("</ul>\n");
}

/// What is to be done, by actor.
fn steps(html: &mut Html, (tag, heading): (&'static str, &str), steps: &[(String, String)]) {
    if steps.is_empty() {
        return;
    }
    html.element(tag, heading).raw("\n<dl class=\"steps\">\n");
    for (number, (who, what)) in steps.iter().enumerate() {
        // A name begins what is his; further steps follow without it.
        if number == 0 || !who.is_empty() {
            html.raw(if number == 0 { "<div>" } else { "</div>\n<div>" }).element("dt", who);
        }
        html.prose_in("dd", &capital(what));
    }
    html.raw("</div>\n</dl>\n");
}
