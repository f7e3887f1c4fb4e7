//! A rule as its file describes it: the head is read at the start, the rest on first use.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::Lang;
use super::body::{self, Body};
use super::code::Code;
use super::examples::{self, Examples};
use super::group::Group;
use super::level::Severity;
use super::meant::Meant;
use super::vocabulary::{Term, Vocab};
use crate::file::FileFault;
use crate::texts::{Arg, Args, Missing, Pattern};

/// What stands for a parameter that nothing tells.
const UNKNOWN: &str = "…";

/// Whose move a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorSpec {
    /// Nobody's: the rule is about the document's form.
    None,
    /// Always this one's.
    Fixed(Term),
    /// The check says whose.
    FromCheck,
}

/// Whether a document may deviate from a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// It may.
    Yes,
    /// It may not.
    No,
    /// It may, except where the reach's deciding body is not the parties and the agreement does not predate the policy.
    UnlessBoardDecides,
}

/// Whether a rule's fix keeps the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixSafety {
    /// The rule has no fix.
    None,
    /// The fix keeps the meaning.
    Safe,
    /// The fix is a proposal that the author must judge.
    Unsafe,
}

impl Deviation {
    /// The condition that a rule's file may name.
    pub const BOARD_DECIDES: &str = "board-decides";

    /// The word in `json` and texts: `yes`, `no` or `unless`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::UnlessBoardDecides => "unless",
        }
    }

    /// The condition under which a document may not deviate, where there is one.
    #[must_use]
    pub fn condition(self) -> Option<&'static str> {
        (self == Self::UnlessBoardDecides).then_some(Self::BOARD_DECIDES)
    }
}

impl FixSafety {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::None, Self::Safe, Self::Unsafe];

    /// The word in rules' files and `json`: `none`, `safe` or `unsafe`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|safety| safety.as_str() == text)
    }
}

/// How an editor shows what a rule finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As text that counts.
    Plainly,
    /// As text that is not needed.
    Faintly,
}

/// The kinds of document in which a rule is silent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exempt {
    /// Supplements to a general agreement.
    pub supplement: bool,
    /// Agreements whose only cooperations are temporary.
    pub adhoc: bool,
}

/// Which text of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// The rule's short name.
    Title,
    /// What is wrong here.
    Message,
    /// Why it matters.
    Why,
    /// How to mend it.
    Help,
    /// The label of a related place, by its name in the file (`related.regions`: `regions`).
    Related(&'a str),
    /// The fix's title.
    Fix,
}

/// One rule. What needs reading first (texts, variants, examples) is behind functions.
#[derive(Debug)]
pub struct Rule {
    /// The code, from the file's name.
    pub code: Code,
    /// The name, which never changes.
    pub name: Box<str>,
    /// The engine's check; several rules may be one check.
    pub check: Box<str>,
    /// The level per phase.
    pub severity: Severity,
    /// Whose move it is.
    pub actor: ActorSpec,
    /// Where the policy says so.
    pub citations: Vec<Box<str>>,
    /// Whether a document may deviate.
    pub deviation: Deviation,
    /// Whether its fix is safe.
    pub fix: FixSafety,
    /// The rules that give way at or below the same node.
    pub silences: Vec<Code>,
    /// The rules whose findings it judges, for a check of what the others found.
    pub rests_on: Vec<Code>,
    /// Where it is silent.
    pub exempt: Exempt,
    /// Whether it is still reported on a document that is over.
    pub over: bool,
    /// Whether it is still reported on a document that another one has replaced.
    pub replaced: bool,
    /// Whether the leniency for what predates the policy holds.
    pub capped: bool,
    /// The groups of the document that it needs: a policy that does not use one of them has no such rule.
    pub groups: Vec<Group>,
    /// How an editor shows what it finds.
    pub shown: Shown,
    pub(super) origin: Origin,
    pub(super) body: OnceLock<Body>,
}

/// Whose rule it is: the pack that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// The policy's own.
    Policy,
    /// The engine's, which serve every policy.
    Engine,
    /// That of another policy, by its id.
    Other(Box<str>),
}

/// Where a rule was read from.
#[derive(Debug)]
pub(super) struct Origin {
    /// The path, as faults name it.
    pub(super) file: Box<str>,
    pub(super) text: Cow<'static, str>,
    pub(super) owner: Owner,
    /// The identifiers of actors that the file may name, each with its index among the policy's own.
    pub(super) actors: Arc<[(Box<str>, u8)]>,
    /// The policy's words that texts name by their meaning.
    pub(super) meant: Arc<Meant>,
}

impl Rule {
    /// The levels that hold for a variant of the finding; `None` where the head's hold.
    #[must_use]
    pub fn severity_when(&self, variant: &str) -> Option<Severity> {
        self.body().severity_when.iter().find(|(name, _)| &**name == variant).map(|(_, severity)| *severity)
    }

    /// The actor for a variant of the finding; `None` where the head's holds.
    #[must_use]
    pub fn actor_when(&self, variant: &str) -> Option<ActorSpec> {
        self.body().actor_when.iter().find(|(name, _)| &**name == variant).map(|(_, actor)| *actor)
    }

    /// The names of all variants that have a level or an actor of their own, in the order of the file.
    pub fn variants(&self) -> impl Iterator<Item = &str> {
        let body = self.body();
        body.severity_when.iter().map(|(name, _)| &**name).chain(body.actor_when.iter().map(|(name, _)| &**name))
    }

    /// A text with its parameters; what is missing shows by its name (`{$reach}`, or `R301.help` for a text that is not there).
    #[must_use]
    pub fn text(&self, lang: Lang, part: Part<'_>, args: &Args<'_>) -> String {
        let mut out = String::new();
        self.write(&mut out, lang, part, args);
        out
    }

    /// A text as it reads for no finding in particular: a sign stands for each of its parameters.
    #[must_use]
    pub fn general(&self, lang: Lang, part: Part<'_>) -> String {
        let unknown = |name| (name, Arg::from(UNKNOWN));
        let args: Vec<(&str, Arg<'_>)> = self.parameters(lang, part).into_iter().map(unknown).collect();
        self.text(lang, part, &args)
    }

    /// As [`Rule::text`], into a buffer.
    pub fn write(&self, out: &mut String, lang: Lang, part: Part<'_>, args: &Args<'_>) {
        match self.body().pattern(lang, part) {
            Some(pattern) => drop(pattern.write(out, args)),
            None => out.push_str(&self.id(part)),
        }
    }

    /// As [`Rule::text`], but what is missing is an error.
    pub fn format(&self, lang: Lang, part: Part<'_>, args: &Args<'_>) -> Result<String, Missing> {
        let pattern = self.body().pattern(lang, part).ok_or_else(|| Missing::of(&self.id(part)))?;
        let mut out = String::new();
        pattern.write(&mut out, args).map(|()| out)
    }

    /// Whether the rule has this text.
    #[must_use]
    pub fn has(&self, lang: Lang, part: Part<'_>) -> bool {
        self.body().pattern(lang, part).is_some()
    }

    /// The names of the parameters that a text uses, in alphabetical order.
    #[must_use]
    pub fn parameters(&self, lang: Lang, part: Part<'_>) -> Vec<&str> {
        self.body().pattern(lang, part).map(Pattern::parameters).unwrap_or_default()
    }

    /// The names of the labels for related places, in the order of the file.
    pub fn related(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.body().texts(lang).related.iter().map(|(name, _)| &**name)
    }

    /// The failing and passing examples; read anew at each call.
    pub fn examples(&self) -> Result<Examples, Vec<FileFault>> {
        examples::read(&self.origin.file, &self.origin.text)
    }

    /// Whether a document of its examples says that it goes by a policy: whether it has `"kader": "<id>"`.
    #[must_use]
    pub fn speaks_of(&self, policy: &str) -> bool {
        self.examples().is_ok_and(|Examples { fails, passes }| {
            let documents = fails.iter().chain(&passes).flat_map(|example| &example.files);
            documents.into_iter().any(|(_, bytes)| names(bytes, policy))
        })
    }

    /// The text of the rule's file.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.origin.text
    }

    /// The path of the rule's file, as faults name it.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.origin.file
    }

    /// Whose rule it is.
    #[must_use]
    pub fn owner(&self) -> &Owner {
        &self.origin.owner
    }

    /// The id of the policy from which this one took the rule; `None` for its own, and for the engine's.
    #[must_use]
    pub fn taken_from(&self) -> Option<&str> {
        match &self.origin.owner {
            Owner::Other(id) => Some(id),
            Owner::Policy | Owner::Engine => None,
        }
    }

    fn body(&self) -> &Body {
        self.body.get_or_init(|| body::read(&self.origin))
    }

    fn id(&self, part: Part<'_>) -> String {
        let name = match part {
            Part::Title => "title",
            Part::Message => "message",
            Part::Why => "why",
            Part::Help => "help",
            Part::Fix => "fix",
            Part::Related(name) => return format!("{}.related.{name}", self.code),
        };
        format!("{}.{name}", self.code)
    }
}

/// Whether a document names a policy, in whatever state it is.
fn names(document: &[u8], policy: &str) -> bool {
    let text = String::from_utf8_lossy(document);
    let quoted = format!("\"{policy}\"");
    let value =
        |rest: &str| rest.trim_start().strip_prefix(':').is_some_and(|rest| rest.trim_start().starts_with(&quoted));
    text.split("\"kader\"").skip(1).any(value)
}

impl Origin {
    /// The actor of an identifier.
    pub(super) fn actor(&self, id: &str) -> Option<ActorSpec> {
        if id == "from-check" {
            return Some(ActorSpec::FromCheck);
        }
        let (_, index) = self.actors.iter().find(|(actor, _)| &**actor == id)?;
        Some(ActorSpec::Fixed(Term { vocab: Vocab::Actor, index: *index }))
    }
}
