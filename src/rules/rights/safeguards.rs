//! What a right in the shared system needs (L504).

use crate::facts::Standing;
use crate::findings::{Draft, Param, Spot};
use crate::model::cooperation::{Cooperation, Entry};
use crate::model::keys;
use crate::policy::Policy;
use crate::policy::tables::{Precondition, Profile, Safeguard};
use crate::rules::preconditions::{Presence, is_arranged, is_checked};
use crate::rules::{Context, Sink};

/// L504: a right above the lowest is held, and a safeguard is not arranged (table 1, §2.3.1).
pub(in crate::rules) fn without_safeguards(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        if !facts.holds_right || facts.standing == Standing::InDoubt {
            continue;
        }
        let gap = Gap::of(cx, cooperation, &Asked::of(cx.policy, facts.profile));
        if gap.open.is_empty() {
            continue;
        }
        let draft = Draft::at(cx.at().member_key(Some(cooperation.node), keys::RIGHTS).place())
            .cooperation(cooperation.index)
            .param("training", Param::Word(if gap.either { "either" } else { "named" }));
        let related = gap.open.iter().flat_map(|open| open_entries(cx, cooperation, *open));
        let draft = related.fold(draft, |draft, entry| draft.related("safeguard", Some(Spot::value(entry.node))));
        sink.emit(draft.param("missing", Param::list(gap.open)));
    }
}

/// Whether a right that is held under this profile asks for a precondition.
pub(in crate::rules) fn asks(policy: &Policy, profile: &Profile, wanted: Precondition) -> bool {
    let asked = Asked::of(policy, Some(profile));
    asked.always.contains(&wanted) || asked.trainings.contains(&wanted)
}

/// The safeguards that are asked.
struct Asked {
    /// Each of these, in the order of the table.
    always: Vec<Precondition>,
    /// One of these: the one that the profile requires, else any; from the table's end upwards.
    trainings: Vec<Precondition>,
}

impl Asked {
    fn of(policy: &Policy, profile: Option<&Profile>) -> Self {
        let of = |kind| policy.preconditions().filter(move |p| policy.precondition_row(*p).safeguard == Some(kind));
        let mut trainings: Vec<Precondition> = of(Safeguard::Training).collect();
        trainings.reverse();
        let required = |training: &Precondition| {
            profile.is_some_and(|profile| policy.precondition_row(*training).required_by.contains(&profile.term))
        };
        if trainings.iter().any(required) {
            trainings.retain(required);
        }
        Self { always: of(Safeguard::Always).collect(), trainings }
    }
}

/// The safeguards that are certainly not arranged.
struct Gap {
    open: Vec<Precondition>,
    /// No training is arranged, and more than one would do.
    either: bool,
}

impl Gap {
    fn of(cx: &Context<'_>, cooperation: &Cooperation<'_>, asked: &Asked) -> Self {
        let is_open = |wanted: &Precondition| is_open(cx, cooperation, *wanted);
        let mut open: Vec<Precondition> = asked.always.iter().copied().filter(is_open).collect();
        let untrained = asked.trainings.iter().all(is_open);
        if untrained {
            open.extend(&asked.trainings);
        }
        Self { open, either: untrained && asked.trainings.len() > 1 }
    }
}

/// Whether a precondition is certainly not arranged: it is missing, or an entry that counts says so.
fn is_open(cx: &Context<'_>, cooperation: &Cooperation<'_>, wanted: Precondition) -> bool {
    match Presence::of(cx, cooperation, wanted) {
        Presence::Missing => true,
        Presence::Stated => open_entries(cx, cooperation, wanted).next().is_some(),
        Presence::Hidden | Presence::Unreadable => false,
    }
}

/// The entries of a precondition that stand there and say that it is not arranged; a missing status has its own finding.
fn open_entries<'a>(
    cx: &Context<'a>,
    cooperation: &'a Cooperation<'a>,
    wanted: Precondition,
) -> impl Iterator<Item = &'a Entry<'a>> + use<'a> {
    let policy = cx.policy;
    let stated = move |entry: &&Entry<'_>| entry.known == Some(wanted) && !entry.object.is_absent();
    let open = move |entry: &&Entry<'_>| entry.status.is_known() && !is_arranged(policy, entry);
    let entries = cooperation.preconditions.entries.iter().filter(stated).filter(open);
    entries.filter(move |entry| is_checked(policy, cooperation, entry))
}
