//! `--redact`: what is not to be shown, masked in the findings of a run. Excerpts mask for themselves.

use crate::findings::redact::Secrets;
use crate::system::System;
use crate::workspace::{Judgement, Run};

/// Masks the findings of all documents, each by the text of its document. Findings of one that can no longer be read are masked wholly.
pub(super) fn hide(system: &dyn System, run: &mut Run) {
    for report in &mut run.reports {
        let Judgement { findings, accepted, assessed, .. } = &report.judgement;
        if findings.is_empty() && accepted.is_empty() && assessed.is_none() {
            continue;
        }
        let bytes = report.bytes(system);
        let secrets = bytes.map_or_else(Secrets::all, |bytes| Secrets::of(&String::from_utf8_lossy(&bytes)));
        let Judgement { findings, accepted, assessed, .. } = &mut report.judgement;
        let accepted = accepted.iter_mut().map(|accepted| &mut accepted.finding);
        findings.iter_mut().chain(accepted).for_each(|finding| secrets.hide_in(finding));
        let notes = assessed.iter_mut().flat_map(|assessed| assessed.notes_mut());
        notes.for_each(|note| secrets.hide_in_params(&mut note.params));
    }
}
