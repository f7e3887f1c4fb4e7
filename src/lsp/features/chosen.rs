//! What a client holds of an action until it is chosen: what finds the action again in the same document.

use serde::{Deserialize, Serialize};
use tower_lsp_server::ls_types::Uri;

use crate::findings::Finding;
use crate::ide::actions::Action;

/// An action of a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Chosen {
    pub(super) uri: Uri,
    /// The version of its text, of which the action was offered.
    pub(super) version: Option<i32>,
    pub(super) what: What,
}

/// Which action it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum What {
    /// All fixes that keep the meaning.
    All,
    /// A fix: the finding by its fingerprint, and its number.
    Fix(String, usize),
    /// To add the preconditions that a cooperation lacks, by its index.
    Preconditions(usize),
    /// To accept a finding, by its fingerprint.
    Deviate(String),
}

impl What {
    /// What finds an action about these findings again.
    pub(super) fn of(action: Action, findings: &[Finding]) -> Option<Self> {
        let fingerprint = |at: usize| findings.get(at).map(|finding| finding.fingerprint.to_string());
        Some(match action {
            Action::Fix { finding, fix } => Self::Fix(fingerprint(finding)?, fix),
            Action::Preconditions { cooperation } => Self::Preconditions(cooperation),
            Action::Deviate { finding } => Self::Deviate(fingerprint(finding)?),
        })
    }

    /// The action, among those about these findings; `None` for all fixes at once, and where the finding is gone.
    pub(super) fn action(&self, findings: &[Finding]) -> Option<Action> {
        let find = |wanted: &str| findings.iter().position(|finding| finding.fingerprint.to_string() == wanted);
        match self {
            Self::All => None,
            Self::Fix(finding, fix) => Some(Action::Fix { finding: find(finding)?, fix: *fix }),
            Self::Preconditions(cooperation) => Some(Action::Preconditions { cooperation: *cooperation }),
            Self::Deviate(finding) => Some(Action::Deviate { finding: find(finding)? }),
        }
    }
}
