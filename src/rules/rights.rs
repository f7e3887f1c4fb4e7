//! Family L, the rights in the shared system (table 1, §2.3.1).

pub(super) mod safeguards;

pub(super) use safeguards::without_safeguards;

use crate::facts::CooperationFacts;
use crate::findings::{Draft, FixPlan, Spot};
use crate::fix::Step;
use crate::json::NodeId;
use crate::model::cooperation::Rights;
use crate::model::format::{COOPERATION, RIGHTS};
use crate::model::{Cooperation, Field, keys};
use crate::policy::tables::Profile;
use crate::policy::vocabulary::Term;
use crate::rules::{Context, Sink};

/// L500: a cooperation with a profile states no rights, or only one of the two (table 1).
pub(super) fn not_stated(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile else { continue };
        let Some(unstated) = Unstated::of(&cooperation.rights) else { continue };
        let place = cx.at().member_key(Some(cooperation.node), keys::RIGHTS).value(cooperation.profile.node());
        let draft = Draft::at(place.place())
            .absent(cooperation.node, unstated.subject())
            .cooperation(cooperation.index)
            .variant(unstated_variant(profile, facts))
            .param("profile", profile.term);
        let draft = draft.fix(statement(cx, cooperation, profile, unstated));
        sink.emit(match unstated {
            Unstated::Object | Unstated::Both => draft.case("none"),
            Unstated::Read => draft.case("one").param("right", keys::READ),
            Unstated::Write => draft.case("one").param("right", keys::WRITE),
        });
    }
}

/// What of the rights is not stated.
#[derive(Clone, Copy)]
enum Unstated {
    Object,
    Both,
    Read,
    Write,
}

impl Unstated {
    fn of(rights: &Rights) -> Option<Self> {
        match (rights.object, rights.read.is_absent(), rights.write.is_absent()) {
            (Field::Absent, ..) => Some(Self::Object),
            (Field::Bad, ..) | (_, false, false) => None,
            (_, true, true) => Some(Self::Both),
            (_, true, false) => Some(Self::Read),
            (_, false, true) => Some(Self::Write),
        }
    }

    /// The pointer of what is absent, below the cooperation: of two rights the first.
    fn subject(self) -> &'static [&'static str] {
        match self {
            Self::Object => &[keys::RIGHTS],
            Self::Both | Self::Read => &[keys::RIGHTS, keys::READ],
            Self::Write => &[keys::RIGHTS, keys::WRITE],
        }
    }
}

/// The fix that states the profile's right where it is not stated.
fn statement(
    cx: &Context<'_>,
    cooperation: &Cooperation<'_>,
    profile: &Profile,
    unstated: Unstated,
) -> Option<FixPlan> {
    let missing =
        [(keys::READ, profile.read), (keys::WRITE, profile.write)].into_iter().filter(|(key, _)| match unstated {
            Unstated::Object | Unstated::Both => true,
            Unstated::Read => *key == keys::READ,
            Unstated::Write => *key == keys::WRITE,
        });
    let members = missing.map(|(key, right)| (Step::field(&RIGHTS, key), cx.value(right)));
    cx.put(cooperation.node, &[Step::field(&COOPERATION, keys::RIGHTS)], members)
}

fn unstated_variant(profile: &Profile, facts: &CooperationFacts<'_>) -> Option<&'static str> {
    if facts.via == Some(true) {
        return Some("via");
    }
    (profile.read.index == 0 && profile.write.index == 0).then_some("no-rights")
}

/// A stated right beside the one that the profile gives.
struct Right {
    key: &'static str,
    value: Term,
    node: NodeId,
    allowed: Term,
}

fn read(cooperation: &Cooperation<'_>, profile: &Profile) -> Option<Right> {
    let (value, node) = cooperation.rights.read.pair()?;
    Some(Right { key: keys::READ, value, node, allowed: profile.read })
}

fn write(cooperation: &Cooperation<'_>, profile: &Profile) -> Option<Right> {
    let (value, node) = cooperation.rights.write.pair()?;
    Some(Right { key: keys::WRITE, value, node, allowed: profile.write })
}

fn draft(cx: &Context<'_>, cooperation: &Cooperation<'_>, profile: &Profile, right: &Right) -> Draft {
    Draft::at(Spot::value(right.node))
        .fix([cx.set(right.node, right.allowed)])
        .cooperation(cooperation.index)
        .param("value", right.value)
        .param("profile", profile.term)
        .related("profile", cooperation.profile.node().map(Spot::value))
}

/// L501: the right to read goes beyond the profile's (table 1).
pub(super) fn read_exceeds(cx: &Context<'_>, sink: &mut Sink) {
    exceeds(cx, sink, read);
}

/// L502: the right to write goes beyond the profile's (table 1).
pub(super) fn write_exceeds(cx: &Context<'_>, sink: &mut Sink) {
    exceeds(cx, sink, write);
}

fn exceeds(cx: &Context<'_>, sink: &mut Sink, right: fn(&Cooperation<'_>, &Profile) -> Option<Right>) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile else { continue };
        let Some(right) = right(cooperation, profile) else { continue };
        if right.value.index > right.allowed.index {
            let variant = profile.rights_as_a_rule.then_some("no-rights-as-a-rule");
            sink.emit(draft(cx, cooperation, profile, &right).param("allowed", right.allowed).variant(variant));
        }
    }
}

/// L503: a right falls short of the profile's, and the partner does not join through another (table 1).
pub(super) fn falls_short(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, facts) in cx.cooperations() {
        let Some(profile) = facts.profile.filter(|_| facts.via != Some(true)) else { continue };
        for right in [read(cooperation, profile), write(cooperation, profile)].into_iter().flatten() {
            if right.value.index < right.allowed.index {
                let draft = draft(cx, cooperation, profile, &right).param("right", right.key);
                let variant = profile.shortfall_informs.then_some("rights-optional");
                sink.emit(draft.param("expected", right.allowed).variant(variant));
            }
        }
    }
}
