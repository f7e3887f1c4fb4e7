//! What cannot be, and what can be instead.

use super::{ADOPTION, ID, NAME, PARTNER, REGIONS, missing};
use crate::cli::usage::Usage;
use crate::compose::{Bound, Impossible, Wish};
use crate::policy::{Lang, Policy, Region, Term};
use crate::text::visible;

/// Why there can be no such agreement, with what is possible.
pub(super) fn usage(lang: Lang, policy: &Policy, wish: &Wish, impossible: Impossible) -> Usage {
    let say = |id: &str, args: &[(&str, String)]| {
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        Usage::new(lang, NAME, id, &args)
    };
    let name = |term: Term| policy.name(term).to_owned();
    match impossible {
        Impossible::NoName => missing(lang, PARTNER, Vec::new()),
        Impossible::BadId if wish.id.is_empty() => missing(lang, ID, Vec::new()),
        Impossible::BadId => say("new-bad-id", &[("id", visible(&wish.id).into_owned())]),
        Impossible::NoTask => missing(lang, super::CORE_TASK, Vec::new()),
        Impossible::TaskTwice(task) => say("new-task-twice", &[("task", name(task))]),
        Impossible::NoFit(task, profile) => {
            let fitting = policy.fitting(task).map(name).collect();
            say("new-no-fit", &[("task", name(task)), ("profile", name(profile))]).knowing(fitting)
        }
        Impossible::NoRegion => missing(lang, REGIONS, Vec::new()),
        Impossible::AdoptionMissing(reach) => {
            say("new-adoption-missing", &[("option", format!("--{ADOPTION}")), ("reach", name(reach))])
                .knowing(regions(policy, wish))
        }
        Impossible::AdoptionNeedless(reach) => {
            say("new-adoption-needless", &[("option", format!("--{ADOPTION}")), ("reach", name(reach))])
        }
        Impossible::AdoptionOutside(region) => {
            let row = policy.region_row(region);
            let shown = format!("{} ({})", row.code, row.name);
            say("new-adoption-outside", &[("region", shown)]).knowing(regions(policy, wish))
        }
    }
}

/// The codes of the regions of a wish.
fn regions(policy: &Policy, wish: &Wish) -> Vec<String> {
    let code = |region: &Region| policy.region_row(*region).code.to_string();
    match &wish.regions {
        Some(Bound::These(some)) => some.iter().map(code).collect(),
        Some(Bound::All) => policy.regions().rows.iter().map(|row| row.code.to_string()).collect(),
        None => Vec::new(),
    }
}
