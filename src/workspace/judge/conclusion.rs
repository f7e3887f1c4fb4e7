//! The second step: one document beside the others.

use super::outlook::Outlook;
use super::{Judge, Judgement, Pending, Testimony, Witness};
use crate::facts::View;
use crate::findings::fingerprint::Fingerprint;
use crate::findings::{Accepted, Across as Found, Anchor, Finding};
use crate::model::landmark::Landmark;
use crate::policy::{Code, Policy};
use crate::rules::DocumentKind;
use crate::rules::across::Across;
use crate::workspace::policies::Loaded;

impl Judge {
    /// Completes what was found in a document by what is found beside the others.
    pub fn conclude(&self, judgement: &mut Judgement, outlook: &Outlook, view: View<'_>, witness: Witness<'_>) {
        let Some(loaded) = self.policies.get(outlook.policy) else { return };
        let kind = DocumentKind { replaced: view.is_replaced(), ..outlook.kind };
        if kind.replaced {
            fall_silent(judgement, &loaded.policy);
        }
        let cx = Across { policy: &loaded.policy, view };
        let found = loaded.plan.across(&cx, kind);
        let mut used = vec![false; judgement.deviations.len()];
        for found in &found {
            let Some(rule) = loaded.policy.rule(found.code) else { continue };
            let letter = outlook.standing.letter(found, rule, &[]);
            let level = self.configured(rule, letter, outlook.standing.phase);
            witness(Testimony::Across(found, level));
            let subject = found.at.pointer();
            let mut covering = None;
            for (at, deviation) in judgement.deviations.iter().enumerate() {
                if deviation.covers(found.code, &subject) {
                    covering.get_or_insert(at);
                    used[at] = true;
                }
            }
            let Some(level) = level else { continue };
            let finishing = Finishing { outlook, loaded };
            let finding = Finding { level, ..finishing.finding(found, subject) };
            match covering.filter(|_| self.accepts) {
                Some(deviation) => judgement.accepted.push(Accepted { deviation, finding }),
                None => judgement.findings.push(finding),
            }
        }
        let pending = std::mem::take(&mut judgement.pending);
        if !kind.replaced && view.whole {
            for Pending { finding, case, .. } in pending.into_iter().filter(|pending| !used[pending.deviation]) {
                witness(Testimony::Settled(&finding, case));
                judgement.findings.push(finding);
            }
        }
        judgement.findings.sort_by_key(Finding::place);
        judgement.accepted.sort_by_key(|accepted| accepted.finding.place());
    }
}

/// Leaves of a document that has been replaced only what is still said about it.
fn fall_silent(judgement: &mut Judgement, policy: &Policy) {
    let speaks = |code: Code| matches!(code.family(), 'S' | 'D') || policy.rule(code).is_some_and(|rule| rule.replaced);
    judgement.findings.retain(|finding| speaks(finding.code));
    judgement.accepted.retain(|accepted| speaks(accepted.finding.code));
}

/// Makes findings across documents ready to be reported.
struct Finishing<'a> {
    outlook: &'a Outlook,
    loaded: &'a Loaded,
}

impl Finishing<'_> {
    fn finding(&self, found: &Found, pointer: String) -> Finding {
        let policy = &self.loaded.policy;
        let rule = policy.rule(found.code);
        let name = &self.outlook.name;
        Finding {
            code: found.code,
            level: crate::policy::Level::Hint,
            variant: found.variant,
            pointer: pointer.into(),
            anchor: Anchor::Value,
            subject: None,
            range: self.outlook.range(found.at),
            params: found.params.as_slice().into(),
            related: Box::default(),
            elsewhere: (!found.related.places.is_empty()).then(|| Box::new(found.related.clone())),
            fixes: Box::default(),
            actor: rule.and_then(|rule| self.outlook.standing.actor(policy, rule, found.variant, None)),
            fingerprint: Fingerprint::base(found.code, name, &self.natural(found.at), ""),
        }
    }

    /// The landmark's pointer with the indexes of list items replaced by what a person would call the item.
    fn natural(&self, landmark: Landmark) -> String {
        let (exports, policy) = (&self.outlook.exports, &self.loaded.policy);
        landmark.path(|index| {
            let name = match landmark {
                Landmark::Region(_) => exports
                    .regions
                    .known()
                    .and_then(|bound| bound.regions.iter().find(|(_, at)| *at == index))
                    .map(|(region, _)| &*policy.region_row(*region).code),
                Landmark::Replaces(_) | Landmark::CoreTask(_) => None,
                _ => exports.cooperation(index).and_then(|cooperation| match cooperation.task {
                    Some(task) => Some(policy.name(task)),
                    None => cooperation.written.as_deref(),
                }),
            };
            name.map_or_else(|| index.to_string(), str::to_owned)
        })
    }
}
