//! What features look at: a document, what was found in it, and the documents around it.

use std::path::Path;
use std::sync::Arc;

use tower_lsp_server::ls_types::{Location, Uri};

use super::session::DocumentKey;
use super::view::{Document, View};
use crate::assess::{Ask, Assessed};
use crate::findings;
use crate::ide::{Around, Neighbour, Scene, Target};
use crate::policy::Policy;
use crate::system::paths;
use crate::workspace::session::Entry;

/// A document on which features look, with all that they may ask for.
pub(super) struct Stage<'v> {
    /// The document.
    pub(super) document: Document<'v>,
    /// What was found in it.
    pub(super) entry: Arc<Entry>,
    assessed: Option<Assessed>,
}

impl<'v> Stage<'v> {
    /// The stage of a document; `None` where it is none of ours, or has not been judged as it is.
    pub(super) fn new(view: &'v View, uri: &Uri) -> Option<Self> {
        let document = view.document(uri)?;
        let entry = document.moment.current().cloned()?;
        Some(Self { document, entry, assessed: None })
    }

    /// The same, with what the tool would advise on its cooperations. A supplement is taken by itself: it has no advice.
    pub(super) fn assessed(self) -> Self {
        let assessed = self.assess();
        Self { assessed, ..self }
    }

    fn assess(&self) -> Option<Assessed> {
        let ask = Ask::default();
        let stand = self.entry.stand(&*self.document.view.ground.system, Some(&ask));
        let examined = stand.examined(self.entry.book.as_ref()?, Some(self.document.moment.text().as_bytes()));
        examined.judgement.assessed.map(|assessed| *assessed)
    }

    /// The policy by which it is judged.
    pub(super) fn policy(&self) -> Option<&Policy> {
        self.entry.policy()
    }

    /// What a feature makes of it; `None` where no policy is known.
    pub(super) fn show<R>(&self, feature: impl FnOnce(&Scene<'_>) -> R) -> Option<R> {
        let (view, entry) = (self.document.view, &*self.entry);
        let around = Beyond { view, entry };
        Some(feature(&Scene {
            tree: &self.document.moment.parsed().tree,
            policy: self.policy()?,
            lang: view.lang(entry),
            as_of: entry.book.as_ref()?.judge.as_of,
            findings: &entry.judgement.findings,
            assessed: self.assessed.as_ref(),
            around: &around,
        }))
    }

    /// A place as the protocol names it.
    pub(super) fn location(&self, target: &Target) -> Option<Location> {
        match target {
            Target::Here(span) => Some(Location::new(self.document.uri.clone(), self.document.range(*span))),
            Target::There(file, range) => location(self.document.view, file, *range),
        }
    }
}

/// A place in a document that need not be open.
pub(super) fn location(view: &View, file: &Path, range: findings::Range) -> Option<Location> {
    let document = view.led_to(&DocumentKey::File(file.into()))?;
    let range = document.found(range);
    Some(Location::new(document.uri, range))
}

/// The documents that one sees.
struct Beyond<'v> {
    view: &'v View,
    entry: &'v Entry,
}

impl Around for Beyond<'_> {
    fn neighbours(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_> {
        Box::new(self.view.snapshot.beside(self.entry).filter_map(|other| neighbour(other)))
    }

    fn onlookers(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_> {
        Box::new(self.view.snapshot.onlookers(self.entry).filter_map(|other| neighbour(other)))
    }

    fn exists(&self, relative: &str) -> bool {
        let folder = self.entry.key.file().and_then(Path::parent);
        folder.is_some_and(|folder| self.view.ground.system.exists(&paths::absolute(folder, Path::new(relative))))
    }
}

fn neighbour(entry: &Entry) -> Option<Neighbour<'_>> {
    let exports = &entry.outlook.as_ref()?.exports;
    Some(Neighbour { file: entry.key.file()?, exports, ranges: entry.ranges() })
}

/// All documents of the workspace.
pub(super) struct Everywhere<'v>(pub(super) &'v View);

impl Around for Everywhere<'_> {
    fn neighbours(&self) -> Box<dyn Iterator<Item = Neighbour<'_>> + '_> {
        Box::new(self.0.snapshot.entries().filter_map(|other| neighbour(other)))
    }

    fn exists(&self, _relative: &str) -> bool {
        false
    }
}
