//! The matrix of a page: a row a partner, core task and profile, a column a region, a mark where the two meet.

use super::{NOTHING, View, details, word_by};
use crate::assess::glance::By;
use crate::assess::overview::{Row, State};
use crate::policy::tables::Region;
use crate::report::page::Html;

/// What stands in the data of a row that has not been assessed.
pub(super) const NONE: &str = "none";

/// By what rows are sorted, and whether that is a number; the first is how they stand.
pub(super) const SORTED: [(&str, bool); 5] =
    [("place", true), ("task-place", true), ("profile-place", true), ("count", true), ("evaluation", false)];

/// The mark of a state: a sign that can be read without its colour.
const fn mark(state: State) -> &'static str {
    match state {
        State::Positive => "+",
        State::Conditional => "±",
        State::Negative => "−",
        State::Agreed => "●",
        State::Talking => "…",
    }
}

/// Writes the matrix of a policy, under an id, with its legend.
pub(super) fn write(html: &mut Html, view: &View<'_>, (id, caption): (&str, &str)) {
    let label = format!("{caption}: {}", view.plain("overview-scroll"));
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attr("aria-label", &label).raw(">\n");
    html.raw("<table class=\"matrix\" data-rows").attr("id", id).raw(">\n<caption class=\"hidden-text\">");
    html.text(&view.of_units("overview-caption", ("column", ""))).raw("</caption>\n");
    head(html, view);
    for (place, row) in view.section.rows.iter().enumerate() {
        body(html, view, (id, place), row);
    }
    foot(html, view, id);
    html.raw("</table>\n</div>\n");
    legend(html, view);
}

fn has_outcomes(view: &View<'_>) -> bool {
    view.section.rows.iter().any(|row| !row.outcomes.is_empty())
}

fn column(html: &mut Html, view: &View<'_>, name: &'static str, sort: Option<&str>) {
    html.raw("<th scope=\"col\"").attr("class", name);
    if let Some(key) = sort {
        // Names in `dataset` have no hyphen.
        html.attr("data-sort", &in_dataset(key));
        if SORTED.iter().any(|(known, number)| *known == key && *number) {
            html.raw(" data-number");
        }
    }
    let label = view.of_units("overview-column", ("column", name));
    html.attr("data-label", &label).raw(">").text(&label).raw("</th>\n");
}

/// The name of a key as scripts know it.
pub(super) fn in_dataset(key: &str) -> String {
    let mut parts = key.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (head, tail) = part.split_at_checked(1).unwrap_or_default();
        name + &head.to_uppercase() + tail
    })
}

fn head(html: &mut Html, view: &View<'_>) {
    html.raw("<thead>\n<tr>\n");
    column(html, view, "name", Some("place"));
    column(html, view, "task", Some("task-place"));
    column(html, view, "profile", Some("profile-place"));
    if view.units().len() > 0 {
        column(html, view, "count", Some("count"));
    }
    for region in view.units() {
        let row = view.policy.region_row(region);
        html.raw("<th scope=\"col\" class=\"unit\"").attr("data-unit", &row.code).raw("><span><b>").text(&row.code);
        html.raw("</b><i> ").text(&row.name).raw("</i></span></th>\n");
    }
    for name in ["assessment", "adopting"].into_iter().filter(|name| view.shows(name)) {
        column(html, view, name, None);
    }
    if has_outcomes(view) {
        column(html, view, "outcome", None);
    }
    column(html, view, "evaluation", Some("evaluation"));
    html.raw("</tr>\n</thead>\n");
}

/// A row with its details, in a body of its own: they are shown, hidden and moved together.
fn body(html: &mut Html, view: &View<'_>, (id, place): (&str, usize), row: &Row) {
    let folded = format!("{id}-{}", place + 1);
    html.raw("<tbody");
    data(html, view, place, row);
    html.raw(">\n<tr>\n<th scope=\"row\" class=\"name\"><span").attr("data-folds", &folded).raw("><span>");
    let (name, beside) = view.partner(row);
    html.text(&name).raw("</span></span>");
    if let Some(beside) = beside {
        html.raw("<small>").text(&beside).raw("</small>");
    }
    let (task, profile) = (view.label_or_nothing(row.task), view.label_or_nothing(row.profile));
    html.raw("<small class=\"narrow\">").text(task).text(" · ").text(profile).raw("</small></th>\n");
    html.raw("<td class=\"task\">").text(task).raw("</td><td class=\"profile\">").text(profile).raw("</td>");
    if view.units().len() > 0 {
        html.raw("<td class=\"count\">").text(&row.regions.len().to_string()).raw("</td>\n");
    }
    for region in view.units() {
        cell(html, view, row, region);
    }
    if view.shows("assessment") {
        verdict(html, view, row);
    }
    if view.shows("adopting") {
        let adoption = if row.adoption.is_empty() { NOTHING.to_owned() } else { view.codes(&row.adoption, " ") };
        html.raw("<td class=\"adopting\">").text(&adoption).raw("</td>");
    }
    if has_outcomes(view) {
        html.raw("<td class=\"outcome\">").text(&view.outcomes(row)).raw("</td>");
    }
    html.raw("<td class=\"evaluation\">").text(&View::date(row.evaluation));
    if view.is_past(row.evaluation) {
        html.raw("<small class=\"past\">").text(view.plain("overview-past")).raw("</small>");
    }
    html.raw("</td>\n</tr>\n<tr class=\"details\"").attr("id", &folded).raw("><td");
    html.attr("colspan", &columns(view).to_string()).raw(">\n");
    details::write(html, view, row);
    html.raw("</td></tr>\n</tbody>\n");
}

/// What was said after the assessment; below it by whom and when.
fn verdict(html: &mut Html, view: &View<'_>, row: &Row) {
    html.raw("\n<td class=\"assessment\">");
    match row.verdict {
        None => drop(html.text(view.plain("overview-not-assessed"))),
        Some(verdict) => {
            html.text(view.label(verdict.outcome)).raw("<small>");
            html.text(&view.say("overview-by", &[("by", word_by(verdict.by).into())]));
            if let Some(date) = verdict.date {
                html.text(", ").text(&date.to_string());
            }
            html.raw("</small>");
        }
    }
    html.raw("</td>");
}

fn columns(view: &View<'_>) -> usize {
    let units = view.units().len();
    let some = [view.shows("assessment"), view.shows("adopting"), has_outcomes(view), units > 0];
    4 + units + some.into_iter().filter(|some| *some).count()
}

/// What filters, orders and totals look at.
fn data(html: &mut Html, view: &View<'_>, place: usize, row: &Row) {
    let name =
        |term: Option<crate::policy::vocabulary::Term>| term.map(|term| view.policy.name(term)).unwrap_or_default();
    // What is not known comes last.
    let order =
        |term: Option<crate::policy::vocabulary::Term>| term.map(|term| term.index.to_string()).unwrap_or_default();
    let mut all = row.regions.clone();
    all.extend(&row.conversation);
    all.sort_unstable();
    all.dedup();
    let decided = row.verdict.filter(|verdict| verdict.by == By::Standpoint).map(|_| "yes").unwrap_or_default();
    let outcomes: Vec<&str> = row.outcomes.iter().map(|term| view.policy.name(*term)).collect();
    let searched = format!("{} {}", row.names.join(" "), row.part_of.join(" "));
    let values: [(&'static str, String); 15] = [
        ("data-place", place.to_string()),
        ("data-partner", row.partner.to_string()),
        ("data-text", searched),
        ("data-task", name(row.task).to_owned()),
        ("data-task-place", order(row.task)),
        ("data-profile", name(row.profile).to_owned()),
        ("data-profile-place", order(row.profile)),
        ("data-count", row.regions.len().to_string()),
        ("data-unit", view.codes(&all, " ")),
        ("data-agreed", view.codes(&row.regions, " ")),
        ("data-talking", view.codes(&row.conversation, " ")),
        ("data-verdict", row.verdict.map_or(NONE, |verdict| view.policy.name(verdict.outcome)).to_owned()),
        ("data-decided", decided.to_owned()),
        ("data-outcome", outcomes.join(" ")),
        ("data-evaluation", row.evaluation.map(|date| date.first.to_string()).unwrap_or_default()),
    ];
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        html.attr(name, value);
    }
    if view.is_past(row.evaluation) {
        html.attr("data-past", "yes");
    }
}

fn cell(html: &mut Html, view: &View<'_>, row: &Row, region: Region) {
    let state = row.state(region, view.policy);
    let adopts = row.adoption.contains(&region);
    let code = view.code(region);
    html.raw("<td").attr("data-unit", code);
    let Some(state) = state else {
        if adopts {
            html.raw(" class=\"adopts\"><span class=\"hidden-text\">")
                .text(view.plain("overview-adopts"))
                .raw("</span></td>");
        } else {
            html.raw("></td>");
        }
        return;
    };
    let classes = if adopts { format!("{} adopts", state.as_str()) } else { state.as_str().to_owned() };
    let mut said = view.say("overview-state", &[("state", state.as_str().into())]);
    if adopts {
        said = format!("{said}; {}", view.plain("overview-adopts"));
    }
    let title = format!("{code} {}: {said}", view.policy.region_row(region).name);
    html.attr("class", &classes).attr("title", &title).raw("><span aria-hidden=\"true\">").raw(mark(state));
    html.raw("</span><span class=\"hidden-text\">").text(&said).raw("</span></td>");
}

/// How many rows have a region, below its column.
fn foot(html: &mut Html, view: &View<'_>, id: &str) {
    if view.units().len() == 0 {
        return;
    }
    for (key, name) in [("agreed", "agreed"), ("talking", "talking")] {
        let label = view.say("overview-foot", &[("which", name.into())]);
        html.raw(if key == "agreed" { "<tfoot>\n<tr>\n" } else { "<tr>\n" });
        html.raw("<th scope=\"row\" class=\"name\">").text(&label);
        html.raw("</th><td class=\"task\"></td><td class=\"profile\"></td><td class=\"count\"></td>\n");
        for region in view.units() {
            let rows = view.section.rows.iter().filter(|row| {
                let regions = if key == "agreed" { &row.regions } else { &row.conversation };
                regions.binary_search(&region).is_ok()
            });
            let code = view.code(region);
            html.raw("<td class=\"sum\"").attr("data-unit", code).raw("><span data-total").attr("data-in", id);
            html.attr("data-key", key)
                .attr("data-is", code)
                .raw(">")
                .text(&rows.count().to_string())
                .raw("</span></td>");
        }
        let rest = columns(view) - 4 - view.units().len();
        html.raw("\n<td").attr("colspan", &rest.to_string()).raw("></td>\n</tr>\n");
    }
    html.raw("</tfoot>\n");
}

/// What the marks mean.
fn legend(html: &mut Html, view: &View<'_>) {
    if view.units().len() == 0 {
        return;
    }
    html.raw("<ul class=\"legend\"").attr("aria-label", view.plain("overview-legend")).raw(">\n");
    for state in State::ALL {
        html.raw("<li><span aria-hidden=\"true\"").attr("class", &format!("sample {}", state.as_str())).raw(">");
        html.raw(mark(state)).raw("</span> ");
        html.text(&view.say("overview-state", &[("state", state.as_str().into())])).raw("</li>\n");
    }
    if view.shows("adopting") {
        html.raw("<li><span aria-hidden=\"true\" class=\"sample adopts\"></span> ");
        html.text(view.plain("overview-adopts")).raw("</li>\n");
    }
    html.raw("</ul>\n");
}

#[cfg(test)]
mod tests {
    use super::in_dataset;

    #[test]
    fn keys_are_those_that_scripts_know() {
        assert_eq!(["place", "task-place", "a-b-c"].map(in_dataset), ["place", "taskPlace", "aBC"]);
    }
}
