//! `--redact`: what is not to be shown, masked in all that a run holds, before anything is reported. Excerpts mask for themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::Overview;
use crate::findings::redact::Secrets;
use crate::findings::{Deviation, Registered};
use crate::system::System;
use crate::workspace::{Judgement, Run};

/// What is not to be shown of each document, by the path that reports name it by.
type ByPath = BTreeMap<Arc<str>, Secrets>;

/// Masks what comes from documents, each by the text of its own. What comes from one that can no longer be read is masked wholly.
pub(super) fn hide(system: &dyn System, run: &mut Run) {
    let mut all = ByPath::new();
    for report in &mut run.reports {
        let bytes = report.bytes(system);
        let secrets = bytes.map_or_else(Secrets::all, |bytes| Secrets::of(&String::from_utf8_lossy(&bytes)));
        in_judgement(&secrets, &mut report.judgement);
        if run.overview.is_some() {
            all.insert(Arc::from(&*report.name.project_path), secrets);
        }
    }
    if let Some(overview) = &mut run.overview {
        in_overview(&all, overview);
    }
}

fn in_judgement(secrets: &Secrets, judgement: &mut Judgement) {
    let Judgement { id, findings, accepted, assessed, deviations, register, .. } = judgement;
    let accepted = accepted.iter_mut().map(|accepted| &mut accepted.finding);
    findings.iter_mut().chain(accepted).for_each(|finding| secrets.hide_in(finding));
    if let Some(assessed) = assessed {
        assessed.notes_mut().into_iter().for_each(|note| secrets.hide_in_params(&mut note.params));
        assessed.texts_mut().into_iter().for_each(|text| secrets.hide_in_text(text));
    }
    let told = id.iter_mut().chain(deviations.iter_mut().flat_map(of_deviation));
    told.chain(register.iter_mut().flat_map(of_entry)).for_each(|text| secrets.hide_in_text(text));
}

/// The texts of a deviation that are its document's own.
fn of_deviation(deviation: &mut Deviation) -> impl Iterator<Item = &mut Box<str>> {
    let Deviation { path, reason, approved_by, until, .. } = deviation;
    [path, reason].into_iter().chain(approved_by).chain(until)
}

/// The texts of an entry of the register that are its document's own.
fn of_entry(entry: &mut Registered) -> impl Iterator<Item = &mut Box<str>> {
    let Registered { written, path, reason, approved_by, until, .. } = entry;
    [written, path, reason, approved_by].into_iter().flatten().chain(until.as_mut().map(|(written, _)| written))
}

/// The names of a partner come from all of its documents, so what any of these hides is hidden in them.
fn in_overview(all: &ByPath, overview: &mut Overview) {
    let everything = Secrets::all();
    let of = |path: &Arc<str>| all.get(path).unwrap_or(&everything);
    for section in &mut overview.sections {
        let mut partners: BTreeMap<usize, BTreeMap<Arc<str>, &Secrets>> = BTreeMap::new();
        for row in &section.rows {
            let own = row.agreements.iter().map(|agreement| (Arc::clone(&agreement.path), of(&agreement.path)));
            partners.entry(row.partner).or_default().extend(own);
        }
        for row in &mut section.rows {
            let secrets = partners.get(&row.partner).into_iter().flat_map(BTreeMap::values);
            for secrets in secrets {
                row.names.iter_mut().chain(&mut row.part_of).for_each(|name| secrets.hide_in_text(name));
            }
            for agreement in &mut row.agreements {
                let secrets = of(&agreement.path);
                let told = agreement.id.iter_mut().chain(&mut agreement.name).chain(&mut agreement.adds_to);
                told.for_each(|text| secrets.hide_in_text(text));
            }
        }
    }
}
