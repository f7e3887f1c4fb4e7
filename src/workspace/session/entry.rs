//! One document of a session.

use std::hash::{DefaultHasher, Hasher as _};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::Key;
use super::evidence::{Asked, Evidence};
use crate::assess::Ask;
use crate::findings::{Finding, Neighbour, Range};
use crate::json::{self, Parsed};
use crate::model::landmark::{DocumentId, Landmark};
use crate::policy::{Lang, Policy};
use crate::system::System;
use crate::workspace::judge::{Depth, Examined, Judgement, Outlook};
use crate::workspace::policies::Loaded;
use crate::workspace::rulebooks::Rulebook;
use crate::workspace::run::Failure;
use crate::workspace::surroundings::Stand;
use crate::workspace::together::ContextId;

/// What characters a document has, as far as it matters to how columns are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Characters {
    /// Each is one byte in UTF-8.
    OneByte,
    /// Each is one unit in UTF-16.
    OneUnit,
    /// Any, or nobody knows.
    #[default]
    Any,
}

impl Characters {
    /// Those of a text. A byte order mark counts as bytes and as units, but in no column.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if bytes.is_ascii() {
            Self::OneByte
        } else if bytes.starts_with("\u{FEFF}".as_bytes()) || bytes.iter().any(|byte| *byte >= 0xF0) {
            Self::Any
        } else if std::str::from_utf8(bytes).is_ok() {
            Self::OneUnit
        } else {
            Self::Any
        }
    }
}

/// What tells the bytes of a file from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp(u64);

impl Stamp {
    fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self(hasher.finish())
    }
}

/// A document, judged by itself and beside the others. It never changes: another one takes its place.
#[derive(Clone)]
pub struct Entry {
    /// What tells it from all others.
    pub key: Key,
    /// As reports name it.
    pub name: Arc<Neighbour>,
    /// By what it is judged; `None` where its configuration cannot be used, and never could.
    pub book: Option<Arc<Rulebook>>,
    /// Its text, where it is open.
    pub text: Option<Arc<str>>,
    /// The documents that it sees.
    pub context: ContextId,
    /// Whether the others of its context see it.
    pub seen: bool,
    /// Whether readers hear of it, or it is only there for the others.
    pub reported: bool,
    /// Whether a folder of the workspace holds it.
    pub(super) held: bool,
    /// What names it where its `id` does not.
    pub(super) own: Arc<str>,
    /// The folder out of which its evidence must not lead.
    pub(super) root: Option<Arc<Path>>,
    /// What was found in it by itself.
    pub(super) base: Arc<Judgement>,
    /// What others may see of it, and where; `None` where it is no agreement.
    pub outlook: Option<Arc<Outlook>>,
    /// What is found in it beside the others.
    pub judgement: Arc<Judgement>,
    /// What characters it has.
    pub characters: Characters,
    /// What was read of its file; `None` where nothing was.
    pub(super) stamp: Option<Stamp>,
    /// Why it could not be read.
    pub failure: Option<Failure>,
    pub(super) parsed: OnceLock<Arc<Parsed>>,
    /// What it points at.
    pub(super) evidence: Arc<Evidence>,
}

impl Entry {
    /// A document of which nothing is known yet.
    pub(super) fn new(key: Key, name: Arc<Neighbour>) -> Self {
        Self {
            key,
            name,
            book: None,
            text: None,
            context: 0,
            seen: false,
            reported: false,
            held: false,
            own: "".into(),
            root: None,
            base: Arc::default(),
            outlook: None,
            judgement: Arc::default(),
            characters: Characters::Any,
            stamp: None,
            failure: None,
            parsed: OnceLock::new(),
            evidence: Arc::default(),
        }
    }

    /// The same with another text; nothing is known of it yet.
    pub(super) fn with_text(&self, text: Option<Arc<str>>) -> Self {
        Self { text, parsed: OnceLock::new(), ..self.clone() }
    }

    /// The same, judged by itself.
    pub(super) fn judged(self, examined: Examined, failure: Option<Failure>) -> Self {
        let Examined { judgement, outlook } = examined;
        Self { base: Arc::new(judgement), outlook: outlook.map(Arc::from), stamp: None, failure, ..self }
    }

    /// The same, judged by itself by a rulebook; without `bytes` it is larger than that allows.
    pub(super) fn examined(self, system: &dyn System, book: &Rulebook, bytes: Option<&[u8]>) -> Self {
        let asked = Asked::of(system);
        let examined = self.stand(&asked, None).examined(book, bytes);
        let (characters, evidence) = (bytes.map(Characters::of).unwrap_or_default(), Arc::new(asked.evidence()));
        let stamp = bytes.filter(|_| self.text.is_none()).map(Stamp::of);
        Self { characters, stamp, evidence, ..self.judged(examined, None) }
    }

    /// Whether what was found is of these bytes; `None` for those of a file of which nothing can be read.
    pub fn is_of(&self, bytes: Option<&[u8]>) -> bool {
        match &self.text {
            Some(text) => bytes == Some(text.as_bytes()),
            None => bytes.map(Stamp::of) == self.stamp,
        }
    }

    /// Where it stands when it is judged by itself.
    pub fn stand<'a>(&'a self, system: &'a dyn System, ask: Option<&'a Ask>) -> Stand<'a> {
        let place = self.key.file().zip(self.root.as_deref());
        Stand { system, place, path: &self.own, depth: Depth::Full, ask }
    }

    /// The same, with what was said of it before.
    pub(super) fn judged_as(self, before: &Self) -> Self {
        let Self { base, outlook, judgement, characters, stamp, parsed, evidence, .. } = before.clone();
        Self { base, outlook, judgement, characters, stamp, parsed, evidence, ..self }
    }

    /// The policy by which it is judged.
    pub fn loaded(&self) -> Option<&Arc<Loaded>> {
        let judge = &self.book.as_ref()?.judge;
        let own = self.base.policy.or_else(|| self.outlook.as_ref().map(|outlook| outlook.policy));
        judge.policies.get(own.or_else(|| judge.known.first().copied())?)
    }

    /// The tree of its open text, parsed when it is first asked for.
    pub fn parsed(&self) -> Option<&Arc<Parsed>> {
        let text = self.text.as_ref()?;
        let limits = self.book.as_ref().map(|book| book.judge.limits).unwrap_or_default();
        Some(self.parsed.get_or_init(|| Arc::new(json::parse(text.as_bytes(), limits))))
    }

    /// The policy of its texts.
    pub fn policy(&self) -> Option<&Policy> {
        self.loaded().map(|loaded| &loaded.policy)
    }

    /// The language of its texts; `None` where nothing is known of it.
    pub fn lang(&self) -> Option<Lang> {
        self.book.as_ref().map(|book| book.lang)
    }

    /// Whether it names a policy that is known, or nearly so.
    pub fn names_policy(&self) -> bool {
        self.base.policy.is_some()
    }

    /// Where everything stands in it that others may point at.
    pub fn ranges(&self) -> &[(Landmark, Range)] {
        self.outlook.as_ref().map(|outlook| outlook.ranges()).unwrap_or_default()
    }

    /// Where a landmark stands in it.
    pub fn range(&self, landmark: Landmark) -> Option<Range> {
        self.outlook.as_ref()?.range(landmark)
    }

    /// Whether any of its findings points into another document.
    pub(super) fn points_at(&self, document: DocumentId) -> bool {
        let points = |finding: &Finding| {
            finding.elsewhere.as_ref().is_some_and(|elsewhere| elsewhere.places.iter().any(|(to, _)| *to == document))
        };
        self.judgement.findings.iter().any(points)
    }
}
