//! What can be done about findings beside their own fixes: to add all missing preconditions, and to accept a finding as a deviation.

use serde::{Deserialize, Serialize};
use tower_lsp_server::ls_types::{CodeAction, CodeActionKind, TextEdit};

use crate::ide::actions::{Action, actions, edits, title};
use crate::lsp::stage::Stage;
use crate::text::{Span, visible};

/// What finds an action again when it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Further {
    /// To add the preconditions that a cooperation lacks, by its index.
    Preconditions(usize),
    /// To accept a finding, by its fingerprint.
    Deviate(String),
}

/// The actions within a part of a document, each with what finds it again, and the index of the finding that it is about.
pub(super) fn offered(stage: &Stage<'_>, within: Span) -> Vec<(CodeAction, Further, Option<usize>)> {
    let findings = &stage.entry.judgement.findings;
    let found = stage.show(|scene| {
        let all = actions(scene, within).into_iter();
        let further = all.filter_map(|action| {
            let (further, about) = match action {
                Action::Fix { .. } => return None,
                Action::Preconditions { cooperation } => (Further::Preconditions(cooperation), None),
                Action::Deviate { finding } => {
                    (Further::Deviate(findings.get(finding)?.fingerprint.to_string()), Some(finding))
                }
            };
            let title = visible(title(scene, action).trim()).into_owned();
            let kind = Some(CodeActionKind::QUICKFIX);
            Some((CodeAction { title, kind, ..CodeAction::default() }, further, about))
        });
        further.collect::<Vec<_>>()
    });
    found.unwrap_or_default()
}

/// The edits of one of them; `None` where it can no longer be done.
pub(super) fn made(stage: &Stage<'_>, further: &Further) -> Option<Vec<TextEdit>> {
    let action = match further {
        Further::Preconditions(cooperation) => Action::Preconditions { cooperation: *cooperation },
        Further::Deviate(fingerprint) => {
            let findings = &stage.entry.judgement.findings;
            let finding = findings.iter().position(|finding| finding.fingerprint.to_string() == *fingerprint)?;
            Action::Deviate { finding }
        }
    };
    let edits = stage.show(|scene| edits(scene, action))??;
    Some(stage.document.edits(edits.iter()))
}
