//! What cannot be, and what can be instead.

use super::words::Words;
use super::{ADOPTION, ID, PARTNER, REGIONS, missing};
use crate::cli::usage::Usage;
use crate::compose::{Impossible, Wish};
use crate::policy::{Region, Term};
use crate::text::visible;

/// What stands for an option where an answer is refused: nobody gave one.
const ASKED: &str = "no";

/// Why there can be no such agreement, with what is possible.
pub(super) fn usage(words: Words<'_>, wish: &Wish, impossible: Impossible) -> Usage {
    let policy = words.policy;
    let say = |id: &str, args: &[(&str, String)]| {
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        words.usage(id, &args)
    };
    let name = |term: Term| policy.name(term).to_owned();
    let lacks = |option| {
        if words.asked { say("new-answer-missing", &[]) } else { missing(words.lang, option, Vec::new()) }
    };
    let adoption = || ("option", if words.asked { ASKED.to_owned() } else { format!("--{ADOPTION}") });
    let regions = || words.codes(wish.regions.as_ref()).collect();
    match impossible {
        Impossible::NoName if words.asked => lacks(PARTNER),
        Impossible::NoName => say("cli-empty-value", &[("option", format!("--{PARTNER}"))]),
        Impossible::BadName => say("new-bad-name", &[("name", visible(&wish.partner).into_owned())]),
        Impossible::BadId if wish.id.is_empty() => lacks(ID),
        Impossible::BadId => say("new-bad-id", &[("id", visible(&wish.id).into_owned())]),
        Impossible::NoTask => lacks(super::CORE_TASK),
        Impossible::TaskTwice(task) => say("new-task-twice", &[("task", name(task))]),
        Impossible::NoFit(task, profile) => {
            let fitting = policy.fitting(task).map(name).collect();
            say("new-no-fit", &[("task", name(task)), ("profile", name(profile))]).knowing(fitting)
        }
        Impossible::NoRegion => lacks(REGIONS),
        Impossible::AdoptionMissing(reach) => {
            say("new-adoption-missing", &[adoption(), ("reach", name(reach))]).knowing(regions())
        }
        Impossible::AdoptionNeedless(reach) => say("new-adoption-needless", &[adoption(), ("reach", name(reach))]),
        Impossible::AdoptionOutside(region) => {
            say("new-adoption-outside", &[("region", shown(words, region))]).knowing(regions())
        }
    }
}

/// A region's code with its name.
pub(super) fn shown(words: Words<'_>, region: Region) -> String {
    let row = words.policy.region_row(region);
    format!("{} ({})", row.code, row.name)
}
