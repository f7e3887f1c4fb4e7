//! What cannot be, and what can be instead.

use super::parts::{Manner, Part};
use super::words::Words;
use crate::compose::{Impossible, Wish};
use crate::policy::Term;
use crate::text::visible;
use crate::texts::Correction;

/// What stands for the name of a part where an answer is refused: nobody named one.
const ASKED: &str = "no";

/// Why there can be no such agreement, with what is possible.
pub fn refused(words: Words<'_>, wish: &Wish, impossible: Impossible) -> Correction {
    let policy = words.policy;
    let say = |id: &str, args: &[(&str, String)]| {
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        words.correct(id, &args)
    };
    let name = |term: Term| policy.name(term).to_owned();
    let adoption = || ("option", words.name(Part::Adoption).unwrap_or_else(|| ASKED.to_owned()));
    let regions = || words.codes(wish.regions.as_ref()).collect();
    match impossible {
        Impossible::NoName if words.manner == Manner::Answers => words.missing(Part::Partner),
        Impossible::NoName => say("cli-empty-value", &[("option", words.name(Part::Partner).unwrap_or_default())]),
        Impossible::BadName => say("new-bad-name", &[("name", visible(&wish.partner).into_owned())]),
        Impossible::BadId if wish.id.is_empty() => words.missing(Part::Id),
        Impossible::BadId => say("new-bad-id", &[("id", visible(&wish.id).into_owned())]),
        Impossible::NoTask => words.missing(Part::CoreTask),
        Impossible::TaskTwice(task) => say("new-task-twice", &[("task", name(task))]),
        Impossible::NoFit(task, profile) => {
            let fitting = policy.fitting(task).map(name).collect();
            say("new-no-fit", &[("task", name(task)), ("profile", name(profile))]).knowing(fitting)
        }
        Impossible::NoRegion => words.missing(Part::Regions),
        Impossible::AdoptionMissing(reach) => {
            say("new-adoption-missing", &[adoption(), ("reach", name(reach))]).knowing(regions())
        }
        Impossible::AdoptionNeedless(reach) => say("new-adoption-needless", &[adoption(), ("reach", name(reach))]),
        Impossible::AdoptionOutside(region) => {
            say("new-adoption-outside", &[("region", policy.region_row(region).titled())]).knowing(regions())
        }
    }
}
