//! The agreements of a row, for who wants to know more than its marks say.

use super::{NOTHING, View};
use crate::assess::overview::{Agreement, Row};
use crate::report::page::Html;

/// Writes the agreements of a row.
pub(super) fn write(html: &mut Html, view: &View<'_>, row: &Row) {
    html.raw("<div class=\"agreements\">\n");
    for agreement in &row.agreements {
        html.raw("<article>\n<h3>").text(agreement.name.as_deref().unwrap_or(view.plain("overview-no-name")));
        html.raw("</h3>\n<p class=\"path\">").element("code", &agreement.path).raw("</p>\n<dl>\n");
        for (what, text) in facts(view, agreement) {
            let label = view.of_units("overview-fact", ("what", what));
            html.raw("<div>").element("dt", &label).element("dd", &text).raw("</div>\n");
        }
        html.raw("</dl>\n</article>\n");
    }
    html.raw("</div>\n");
}

/// What there is to say of an agreement.
fn facts(view: &View<'_>, agreement: &Agreement) -> Vec<(&'static str, String)> {
    let formal = if agreement.formal { "yes" } else { "no" };
    let standing = view.say("overview-formal", &[("formal", formal.into())]);
    let adds_to = agreement.adds_to.as_deref().map(str::to_owned);
    let regions = |regions: &[_]| (!regions.is_empty()).then(|| view.named(regions));
    let all = [
        ("standing", Some(standing)),
        ("adds-to", adds_to),
        ("regions", Some(regions(&agreement.regions).unwrap_or_else(|| NOTHING.to_owned()))),
        ("intended", regions(&agreement.intended)),
        ("adoption", agreement.adoption.map(|region| view.named(&[region]))),
        ("assessment", Some(view.verdict(agreement.verdict))),
        ("outcome", agreement.outcome.map(|outcome| view.label(outcome).to_owned())),
        ("evaluation", agreement.evaluation.map(|date| date.to_string())),
    ];
    all.into_iter().filter_map(|(what, text)| Some((what, text?))).collect()
}
