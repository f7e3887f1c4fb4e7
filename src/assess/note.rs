//! A finding as an assessment tells of it: without its place in the text, which need not be the document's own.

use crate::findings::actor::actor;
use crate::findings::param::Named;
use crate::findings::{Param, Raw};
use crate::policy::vocabulary::Term;
use crate::policy::{Code, Level};
use crate::rules::registry::{self, Bears, Check};
use crate::rules::{Context, level_in_execution};

/// The name of the parameter under which checks say which precondition a finding is about, and the one for the day.
const PRECONDITION: &str = "precondition";
const DATE: &str = "date";

/// A finding, judged as in execution.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The rule.
    pub code: Code,
    /// How severe it is in execution.
    pub level: Level,
    /// The JSON Pointer of its place, RFC 6901: in the document, or in what a supplement is folded into.
    pub pointer: Box<str>,
    /// The parameters of its texts.
    pub params: Box<[Named]>,
    /// Who must act.
    pub actor: Option<Term>,
    /// The day by which something had to be done, as the finding says it.
    pub due: Option<Box<str>>,
}

impl Note {
    /// The note of a raw finding; `None` where execution does not report it.
    pub(super) fn of(cx: &Context<'_>, raw: &Raw, local: bool) -> Option<Self> {
        let level = level_in_execution(cx.policy, raw)?;
        let rule = cx.policy.rule(raw.code)?;
        let due = check_of(cx, raw.code).is_some_and(|check| check.due);
        let date = raw.params.iter().find(|(name, _)| due && *name == DATE).map(|(_, date)| date);
        Some(Self {
            code: raw.code,
            level,
            pointer: raw.place.spot.pointer(cx.tree).into(),
            params: raw.params.as_slice().into(),
            actor: actor(cx.policy, rule, (raw.variant, raw.actor), local),
            due: date.and_then(|date| if let Param::Code(day) = date { Some(day.clone()) } else { None }),
        })
    }
}

/// The check of a rule.
pub(super) fn check_of(cx: &Context<'_>, code: Code) -> Option<&'static Check> {
    cx.policy.rule(code).and_then(|rule| registry::find(&rule.check))
}

/// What a finding bears on.
pub(super) fn bears(cx: &Context<'_>, raw: &Raw) -> Bears {
    check_of(cx, raw.code).map_or(Bears::Nothing, |check| check.bears)
}

/// The precondition that a finding is about.
pub(super) fn precondition(raw: &Raw) -> Option<crate::policy::Precondition> {
    raw.params.iter().find_map(|(name, param)| match param {
        Param::Precondition(precondition) if *name == PRECONDITION => Some(*precondition),
        _ => None,
    })
}
