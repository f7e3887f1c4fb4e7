//! `html`: the page of a check, for people who read no code: a summary, a list of partners, and what was found by partner and document.

mod findings;

use std::io::{self, Write};

use crate::policy::Level;
use crate::report::assess::capital;
use crate::report::dossier::tally::Tally;
use crate::report::dossier::{Dossier, Partner};
use crate::report::formats::{Failures, Format};
use crate::report::page::{Html, Page, Paper};
use crate::report::source::Source;
use crate::report::undone::{OMITTED, section};
use crate::texts::Texts;

/// The format.
pub const FORMAT: Format = Format { failures: Failures::Named, has_outcomes: true, ..Format::new("html", write) };

const STYLE: &str = include_str!("html/page.css");
const SUMMARY: &str = "summary";
const PARTNERS: &str = "partners";
const READING: &str = "reading";
const FINDINGS: &str = "findings";
/// What the filters choose from.
const FOUND: &str = "found";
/// What the reader is told about the report.
const ABOUTS: [&str; 8] = ["error", "warning", "info", "hint", "phase", "actor", "rule", "deviation"];

fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let dossier = Dossier::of(source);
    let plain = |id: &str| Texts::get(source.lang).plain(id);
    let mut main = Html::default();
    let mut parts = Vec::new();
    let mut part = |id: &str, heading: String| parts.push((id.to_owned(), heading));
    summary(&mut main, &dossier);
    part(SUMMARY, dossier.heading("summary"));
    if !dossier.undone.is_empty() {
        section(&mut main, &dossier.heading("failed"), &dossier.undone);
        part(OMITTED, dossier.heading("failed"));
    }
    if !dossier.partners.is_empty() {
        partners(&mut main, &dossier);
        part(PARTNERS, dossier.heading("partners"));
        reading(&mut main, &dossier);
        part(READING, dossier.heading("reading"));
        found(&mut main, &dossier);
        part(FINDINGS, dossier.heading("findings"));
    }
    let outcomes = dossier.documents().any(|document| document.assessed.is_some());
    let page = Page {
        lang: source.lang,
        title: plain("dossier-title"),
        subtitle: &dossier.policies(),
        facts: &[(plain("dossier-day"), source.run.rulebooks.as_of.to_string())],
        parts: &parts,
        paper: Paper::Portrait,
        style: STYLE,
        main,
        notes: if outcomes { &[plain("overview-about-outcome")] } else { &[] },
    };
    page.write(out)
}

/// Begins a section.
fn open(html: &mut Html, id: &str, heading: &str) {
    let head = format!("{id}-head");
    html.raw("<section").attr("id", id).attr("aria-labelledby", &head).raw(">\n<h2").attr("id", &head).raw(">");
    html.text(heading).raw("</h2>\n");
}

/// What was found in all, whose move it is, what deviations accept, and what is not shown.
fn summary(html: &mut Html, dossier: &Dossier<'_>) {
    open(html, SUMMARY, &dossier.heading("summary"));
    html.raw("<p class=\"found\">").text(&dossier.found()).raw(".</p>\n<dl class=\"totals\">\n");
    let mut total = |total: &'static str, count: usize| {
        let label = dossier.source.say("dossier-total", &[("total", total.into()), ("count", count.into())]);
        let class = if count == 0 { format!("{total} zero") } else { total.to_owned() };
        html.raw("<div").attr("class", &class).raw(">").element("dt", &label);
        html.element("dd", &count.to_string()).raw("</div>\n");
    };
    total("documents", dossier.tally.documents);
    dossier.tally.by_level().for_each(|(level, count)| total(level.as_str(), count));
    total("accepted", dossier.tally.accepted);
    if !dossier.undone.is_empty() {
        total("failed", dossier.undone.len());
    }
    html.raw("</dl>\n");
    for (label, text) in dossier.left() {
        html.raw("<p>").element("b", &capital(&label)).text(": ").prose(&text).raw(".</p>\n");
    }
    html.raw("<div class=\"beside\">\n");
    if !dossier.actors.0.is_empty() {
        actors(html, dossier);
    }
    let ends = dossier.ends();
    if !ends.is_empty() {
        html.raw("<div>\n").element("h3", &dossier.heading("accepted")).raw("\n<ul>\n");
        for end in &ends {
            html.element("li", end).raw("\n");
        }
        html.raw("</ul>\n</div>\n");
    }
    html.raw("</div>\n</section>\n");
}

/// Who must act on how many findings of each level.
fn actors(html: &mut Html, dossier: &Dossier<'_>) {
    html.raw("<div>\n<h3 id=\"actors-head\">").text(&dossier.heading("actors"));
    html.raw("</h3>\n<table class=\"counts\" aria-labelledby=\"actors-head\">\n<thead><tr>");
    html.raw("<th scope=\"col\">").text(&dossier.column("actor")).raw("</th>");
    for column in Level::ALL.map(Level::as_str).into_iter().chain(["all"]) {
        html.raw("<th scope=\"col\">").text(&dossier.column(column)).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (actor, tally) in &dossier.actors.0 {
        html.raw("<tr><th scope=\"row\">").text(actor).raw("</th>");
        tally.levels.iter().for_each(|count| number(html, *count));
        number(html, tally.findings());
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n");
}

fn number(html: &mut Html, count: usize) {
    html.raw(if count == 0 { "<td class=\"zero\">" } else { "<td>" }).text(&count.to_string()).raw("</td>");
}

/// The partners with what was found, to be sorted, and to go from there to each of them.
fn partners(html: &mut Html, dossier: &Dossier<'_>) {
    open(html, PARTNERS, &dossier.heading("partners"));
    html.raw("<table class=\"counts\" id=\"partner-rows\" data-rows aria-labelledby=\"partners-head\">\n<thead><tr>");
    let mut head = |column: &'static str, key: &str, number: bool| {
        let label = dossier.column(column);
        html.raw("<th scope=\"col\"").attr("data-sort", key).attr("data-label", &label);
        html.raw(if number { " data-number>" } else { ">" }).text(&label).raw("</th>");
    };
    head("partner", "place", true);
    for column in COLUMNS {
        head(column, column, true);
    }
    html.raw("</tr></thead>\n");
    for (at, partner) in dossier.partners.iter().enumerate() {
        html.raw("<tbody").attr("data-place", &at.to_string());
        let cells = COLUMNS.iter().zip(cells(partner.tally));
        cells.clone().for_each(|(column, count)| {
            html.raw(" data-").raw(column).raw("=\"").text(&count.to_string()).raw("\"");
        });
        html.raw("><tr><th scope=\"row\"><a").attr("href", &format!("#{}", id(at))).raw(">");
        html.text(&dossier.name(partner)).raw("</a></th>");
        cells.for_each(|(_, count)| number(html, count));
        html.raw("</tr></tbody>\n");
    }
    html.raw("</table>\n</section>\n");
}

/// The columns of numbers of a partner.
const COLUMNS: [&str; 6] = ["documents", "error", "warning", "info", "hint", "accepted"];

fn cells(tally: Tally) -> [usize; COLUMNS.len()] {
    let [error, warning, info, hint] = tally.levels;
    [tally.documents, error, warning, info, hint, tally.accepted]
}

/// The id of a partner by its place.
fn id(partner: usize) -> String {
    format!("partner-{}", partner + 1)
}

/// How to read the report.
fn reading(html: &mut Html, dossier: &Dossier<'_>) {
    open(html, READING, &dossier.heading("reading"));
    html.raw("<ul class=\"reading\">\n");
    let outcomes = dossier.documents().any(|document| document.assessed.is_some());
    let outcome = Some("outcome").filter(|_| outcomes);
    for about in ABOUTS.into_iter().chain(outcome) {
        html.prose_in("li", &dossier.source.say("dossier-reading-of", &[("what", about.into())])).raw("\n");
    }
    html.raw("</ul>\n</section>\n");
}

/// What was found, by partner, with the means to choose from it.
fn found(html: &mut Html, dossier: &Dossier<'_>) {
    open(html, FINDINGS, &dossier.heading("findings"));
    html.raw("<div").attr("id", FOUND).raw(" data-rows>\n");
    let all = dossier.tally.findings() + dossier.tally.accepted;
    if all > 0 {
        filter(html, dossier);
        let shown = |which: &'static str| {
            let accepted = if dossier.tally.accepted > 0 { "yes" } else { "no" };
            dossier.source.say("dossier-shown", &[("which", which.into()), ("accepted", accepted.into())])
        };
        html.raw("<p class=\"shown\" role=\"status\" data-shown").attr("data-in", FOUND);
        for (name, which) in [("data-every", "every"), ("data-some", "some"), ("data-none", "none")] {
            html.attr(name, &shown(which));
        }
        html.raw(">").text(&shown("every").replacen('#', &all.to_string(), 1)).raw("</p>\n");
    }
    for (at, partner) in dossier.partners.iter().enumerate() {
        self::partner(html, dossier, (at, partner));
    }
    html.raw("</div>\n</section>\n");
}

fn partner(html: &mut Html, dossier: &Dossier<'_>, (at, partner): (usize, &Partner)) {
    html.raw("<section class=\"partner\"").attr("id", &id(at)).raw(" data-group>\n<h3>");
    html.text(&dossier.name(partner)).raw("</h3>\n");
    partner.documents.iter().for_each(|document| findings::document(html, dossier, document));
    html.raw("</section>\n");
}

/// The filters; without scripts they could do nothing, so only the script shows them.
fn filter(html: &mut Html, dossier: &Dossier<'_>) {
    let source = dossier.source;
    let plain = |id: &str| Texts::get(source.lang).plain(id);
    let label = |what: &'static str| source.say("dossier-filter-by", &[("what", what.into())]);
    html.raw("<form class=\"filter\" role=\"search\" hidden").attr("data-for", FOUND);
    html.attr("aria-label", plain("dossier-filter")).raw(">\n<label class=\"wide\">").text(&label("text"));
    html.raw("<input type=\"search\" autocomplete=\"off\" spellcheck=\"false\" data-key=\"text\" data-match=\"text\"");
    html.attr("data-label", &label("text")).raw("></label>\n");
    let mut choice = |key: &'static str, choices: Vec<(String, String)>| {
        let label = label(key);
        html.raw("<label>").text(&label).raw("<select").attr("data-key", key).raw(" data-match=\"is\"");
        html.attr("data-label", &label).raw("><option value=\"\">").text(plain("page-any")).raw("</option>");
        for (value, text) in choices {
            html.raw("<option").attr("value", &value).raw(">").text(&text).raw("</option>");
        }
        html.raw("</select></label>\n");
    };
    let levels = dossier.tally.by_level().filter(|(_, count)| *count > 0);
    let levels = levels.map(|(level, _)| (level.as_str().to_owned(), in_words(source, level)));
    let accepted = (dossier.tally.accepted > 0).then(|| (ACCEPTED.to_owned(), capital(&source.say("accepted", &[]))));
    choice("level", levels.chain(accepted).collect());
    let actors = dossier.actors.0.iter().enumerate().map(|(number, (actor, _))| (number.to_string(), actor.clone()));
    choice("actor", actors.collect());
    html.raw("<button type=\"reset\">").text(plain("page-clear")).raw("</button>\n</form>\n");
}

/// What stands in the place of a level where a deviation accepts a finding.
const ACCEPTED: &str = "accepted";

/// A level with a capital.
fn in_words(source: &Source<'_>, level: Level) -> String {
    capital(&source.say("level", &[("level", level.as_str().into())]))
}
