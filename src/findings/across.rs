//! Findings across documents: their places are landmarks, for the documents' trees are gone by then.

use crate::findings::param::{Named, Param};
use crate::findings::raw::MOST_RELATED;
use crate::model::landmark::{DocumentId, Landmark};
use crate::policy::Code;

/// Related places in other documents; all of a finding have one label.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Elsewhere {
    /// The key under `related` in the rule's texts.
    pub label: &'static str,
    /// The documents, and where in them.
    pub places: Vec<(DocumentId, Landmark)>,
}

/// A finding of a rule across documents, before it is judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Across {
    /// The rule.
    pub code: Code,
    /// Where it points in its own document: at the value.
    pub at: Landmark,
    /// The parameters of its texts.
    pub params: Vec<Named>,
    /// Places in other documents that explain it.
    pub related: Elsewhere,
    /// The variant for severity and actor, as the rule's file names it.
    pub variant: Option<&'static str>,
    /// The branch of the check that saw it.
    pub case: &'static str,
}

/// A finding across documents in the making; the sink adds the rule's code.
#[derive(Debug)]
pub struct AcrossDraft {
    at: Landmark,
    params: Vec<Named>,
    related: Elsewhere,
    variant: Option<&'static str>,
    case: &'static str,
}

impl AcrossDraft {
    /// A finding at a value of the document.
    pub fn at(landmark: Landmark) -> Self {
        Self { at: landmark, params: Vec::new(), related: Elsewhere::default(), variant: None, case: "" }
    }

    /// A parameter of the rule's texts.
    #[must_use]
    pub fn param(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push((name, value.into()));
        self
    }

    /// A related place in another document; the first 20 are kept. The places of a finding have one label.
    #[must_use]
    pub fn related(mut self, label: &'static str, document: DocumentId, landmark: Landmark) -> Self {
        self.related.label = label;
        if self.related.places.len() < MOST_RELATED {
            self.related.places.push((document, landmark));
        }
        self
    }

    /// Related places with one label, in their order.
    #[must_use]
    pub fn all(self, label: &'static str, places: impl IntoIterator<Item = (DocumentId, Landmark)>) -> Self {
        places.into_iter().fold(self, |draft, (document, landmark)| draft.related(label, document, landmark))
    }

    /// The variant that the rule's file maps to a level or an actor.
    #[must_use]
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// The branch of the check; also the text's parameter `case`.
    #[must_use]
    pub fn case(mut self, case: &'static str) -> Self {
        self.case = case;
        self.param("case", Param::Word(case))
    }

    /// The finding of a rule.
    #[must_use]
    pub fn of(self, code: Code) -> Across {
        let Self { at, params, related, variant, case } = self;
        Across { code, at, params, related, variant, case }
    }
}
