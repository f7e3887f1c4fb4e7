//! The page: totals, filters, a matrix of partners by regions, the details of each row, and how to read it all.

use std::io::{self, Write};

use super::totals::Totals;
use super::{Source, View, matrix};
use crate::report::assess::capital;
use crate::report::page::{Html, Page, Paper};
use crate::report::undone::{self, OMITTED};
use crate::texts::Texts;

const STYLE: &str = include_str!("overview.css");
const READING: &str = "reading";

/// Writes the overview.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let views: Vec<View<'_>> = source.sections().collect();
    let mut main = Html::default();
    let mut parts = Vec::new();
    for (number, view) in views.iter().enumerate() {
        let id = format!("overview-{}", number + 1);
        let heading = match views.len() {
            1 => view.of_units("overview-matrix", ("column", "")),
            _ => view.policy.title(view.lang).to_owned(),
        };
        section(&mut main, view, (&id, &heading, views.len() > 1));
        parts.push((id, heading));
    }
    if views.is_empty() {
        main.element("p", source.plain("overview-nothing")).raw("\n");
    }
    parts.push((READING.to_owned(), source.plain("overview-reading").to_owned()));
    reading(&mut main, source, &views);
    let undone = source.undone();
    if !undone.is_empty() {
        parts.push((OMITTED.to_owned(), source.plain("overview-omitted").to_owned()));
        undone::section(&mut main, source.plain("overview-omitted"), &undone);
    }
    let subtitle = match views.as_slice() {
        [one] => one.policy.title(one.lang).to_owned(),
        _ => source.count("overview-policies", views.len()),
    };
    let facts = [(source.plain("overview-day"), source.run.rulebooks.as_of.to_string())];
    let notes = [source.plain("overview-about-outcome")];
    let page = Page {
        lang: source.lang,
        title: source.plain("overview-title"),
        subtitle: &subtitle,
        facts: &facts,
        parts: &parts,
        paper: Paper::Landscape,
        style: STYLE,
        main,
        notes: &notes,
    };
    page.write(out)
}

/// The rows of a policy: totals, filters, the matrix.
fn section(html: &mut Html, view: &View<'_>, (id, heading, several): (&str, &str, bool)) {
    let table = format!("{id}-rows");
    let filter = view.plain("overview-filter");
    let label = if several { format!("{filter}: {heading}") } else { filter.to_owned() };
    html.raw("<section").attr("id", id).attr("aria-labelledby", &format!("{id}-head")).raw(">\n");
    html.raw("<h2").attr("id", &format!("{id}-head")).raw(">").text(heading).raw("</h2>\n");
    totals(html, view, &table);
    filters(html, view, (&table, &label));
    let rows = view.section.rows.len().to_string();
    html.raw("<p class=\"shown\" role=\"status\" aria-live=\"polite\" data-shown").attr("data-in", &table);
    for (name, text) in [("data-every", "every"), ("data-some", "some"), ("data-none", "none")] {
        html.attr(name, &view.say("overview-shown", &[("which", text.into())]));
    }
    let every = view.say("overview-shown", &[("which", "every".into())]);
    html.raw(">").text(&every.replacen('#', &rows, 1)).raw("</p>\n");
    matrix::write(html, view, (&table, heading));
    html.raw("<button type=\"button\" class=\"rest\" hidden data-rest").attr("data-in", &table);
    html.attr("data-text", view.plain("overview-rest")).raw("></button>\n");
    html.raw("</section>\n");
}

/// The totals, which follow the filters.
fn totals(html: &mut Html, view: &View<'_>, table: &str) {
    let totals = Totals::of_one(view);
    let units = view.units().len();
    let of_units = if units > 0 { Some(units) } else { None };
    html.raw("<dl class=\"totals\">\n");
    let mut one = |total: (&str, usize), of: Option<usize>, data: &[(&'static str, &str)]| {
        let (name, number) = total;
        let label = view.of_units("overview-total", ("total", name));
        html.raw("<div>").element("dt", &label).raw("<dd><span data-total").attr("data-in", table);
        for (key, value) in data {
            html.attr(key, value);
        }
        html.raw(">").text(&number.to_string()).raw("</span>");
        if let Some(of) = of {
            html.raw("<span class=\"of\"> / ").text(&of.to_string()).raw("</span>");
        }
        html.raw("</dd></div>\n");
    };
    one(("partners", totals.partners), None, &[("data-of", "partner")]);
    one(("rows", totals.rows), None, &[]);
    if units > 0 {
        one(("regions", totals.regions), of_units, &[("data-of", "agreed")]);
        one(("talking", totals.in_conversation), None, &[("data-key", "talking")]);
    }
    if view.shows("assessment") {
        one(("standpoints", totals.standpoints), None, &[("data-key", "decided")]);
    }
    one(("past", totals.evaluations_past), None, &[("data-key", "past")]);
    html.raw("</dl>\n");
}

/// One choice of a filter: its value and what it is called.
type Choice<'a> = (String, &'a str);

/// The filters; without scripts they could do nothing, so only the script shows them.
fn filters(html: &mut Html, view: &View<'_>, (table, label): (&str, &str)) {
    html.raw("<form class=\"filter\" role=\"search\" hidden").attr("data-for", table);
    html.attr("aria-label", label).raw(">\n");
    let label = |name: &str| view.say("overview-filter-by", &[("what", name.into())]);
    html.raw("<label class=\"wide\">").text(&label("partner"));
    html.raw("<input type=\"search\" autocomplete=\"off\" spellcheck=\"false\" data-key=\"text\" data-match=\"text\"");
    html.attr("data-label", &label("partner")).raw("></label>\n");
    let policy = view.policy;
    let units = policy.regions().rows.iter().map(|row| (row.code.to_string(), &*row.name)).collect();
    choice(html, view, ("region", "unit", "word"), units);
    let present = |pick: fn(&crate::assess::overview::Row) -> Vec<Option<crate::policy::vocabulary::Term>>| {
        let mut terms: Vec<_> = view.section.rows.iter().flat_map(pick).flatten().collect();
        terms.sort_unstable();
        terms.dedup();
        terms.into_iter().map(|term| (policy.name(term).to_owned(), view.label(term))).collect::<Vec<Choice<'_>>>()
    };
    choice(html, view, ("task", "task", "is"), present(|row| vec![row.task]));
    choice(html, view, ("profile", "profile", "is"), present(|row| vec![row.profile]));
    let none = (super::matrix::NONE.to_owned(), view.plain("overview-not-assessed"));
    let verdicts = present(|row| vec![row.verdict.map(|verdict| verdict.outcome)]);
    if view.shows("assessment") {
        choice(html, view, ("assessment", "verdict", "is"), verdicts.into_iter().chain([none]).collect());
    }
    choice(html, view, ("outcome", "outcome", "word"), present(|row| row.outcomes.iter().copied().map(Some).collect()));
    html.raw("<label>").text(view.plain("overview-sort")).raw("<select data-order>");
    for (key, _) in matrix::SORTED {
        let text = view.of_units("overview-sort-by", ("what", key));
        html.raw("<option").attr("value", &matrix::in_dataset(key)).raw(">").text(&text).raw("</option>");
    }
    html.raw("</select></label>\n<button type=\"reset\">").text(view.plain("page-clear")).raw("</button>\n</form>\n");
}

fn choice(html: &mut Html, view: &View<'_>, (what, key, how): (&str, &str, &str), choices: Vec<Choice<'_>>) {
    if choices.is_empty() {
        return;
    }
    let own = view.policy.regions().label.as_ref().filter(|_| what == "region");
    let label = match own {
        Some(units) => capital(units.get(view.lang)),
        None => view.say("overview-filter-by", &[("what", what.into())]),
    };
    html.raw("<label>").text(&label).raw("<select").attr("data-key", key).attr("data-match", how);
    html.attr("data-label", &label);
    if what == "region" {
        html.raw(" data-column");
    }
    html.raw("><option value=\"\">").text(view.plain("page-any")).raw("</option>");
    for (value, text) in choices {
        html.raw("<option").attr("value", &value).raw(">");
        if what == "region" {
            html.text(&value).text(" ");
        }
        html.text(text).raw("</option>");
    }
    html.raw("</select></label>\n");
}

/// How to read the overview.
fn reading(html: &mut Html, source: &Source<'_>, views: &[View<'_>]) {
    let texts = Texts::get(source.lang);
    html.raw("<section").attr("id", READING).attr("aria-labelledby", "reading-head").raw(">\n<h2 id=\"reading-head\">");
    html.text(texts.plain("overview-reading")).raw("</h2>\n<ul class=\"reading\">\n");
    let abouts = ["rows", "regions", "talking", "assessment", "adoption", "evaluation", "current"];
    let told = |about: &&str| views.is_empty() || views.iter().any(|view| view.shows(about));
    for about in abouts.into_iter().filter(told) {
        html.prose_in("li", &source.say("overview-reading-of", &[("what", about.into())])).raw("\n");
    }
    html.raw("</ul>\n</section>\n");
}
