//! `--redact`: what is not to be shown, masked in the findings of a run. Excerpts mask for themselves.

use crate::findings::redact::Secrets;
use crate::system::{ReadFile, System};
use crate::workspace::{Judgement, Report, Run};

/// The most bytes that are read again: as many as offsets can tell apart.
const LIMIT: u64 = u32::MAX as u64;

/// Masks the findings of all documents, each by the text of its document. Findings of one that can no longer be read are masked wholly.
pub(super) fn hide(system: &dyn System, run: &mut Run) {
    for report in &mut run.reports {
        let Judgement { findings, accepted, .. } = &report.judgement;
        if findings.is_empty() && accepted.is_empty() {
            continue;
        }
        let secrets = text(system, report).map_or_else(Secrets::all, |text| Secrets::of(&text));
        let Judgement { findings, accepted, .. } = &mut report.judgement;
        let accepted = accepted.iter_mut().map(|accepted| &mut accepted.finding);
        findings.iter_mut().chain(accepted).for_each(|finding| secrets.hide_in(finding));
    }
}

fn text(system: &dyn System, report: &Report) -> Option<String> {
    let bytes = match (&report.text, &report.name.file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => match system.read(file, LIMIT).ok()? {
            ReadFile::Bytes(bytes) => bytes,
            ReadFile::TooLarge(_) => return None,
        },
        (None, None) => return None,
    };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
