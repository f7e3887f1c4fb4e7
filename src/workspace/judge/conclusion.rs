//! The second step: one document beside the others.

use super::outlook::Outlook;
use super::{Judge, Judgement, Pending, Seen, Witness, register};
use crate::assess::Currency;
use crate::facts::View;
use crate::findings::Finding;
use crate::findings::deviation::covering;
use crate::policy::{Code, Policy};
use crate::rules::DocumentKind;
use crate::rules::across::Across;

impl Judge {
    /// Completes what was found in a document by what is found beside the others.
    pub fn conclude(&self, judgement: &mut Judgement, outlook: &Outlook, view: View<'_>, witness: Witness<'_>) {
        let Some(loaded) = self.policies.get(outlook.policy) else { return };
        let kind = DocumentKind { replaced: view.is_replaced(), ..outlook.kind };
        if kind.replaced {
            fall_silent(judgement, &loaded.policy);
        }
        if let Some(assessed) = &mut judgement.assessed {
            if kind.replaced {
                assessed.currency = Currency::Replaced;
            }
            judgement.folds_into = view.general_agreement();
        }
        let cx = Across { policy: &loaded.policy, view };
        let found = loaded.plan.across(&cx, kind);
        let mut used = vec![false; judgement.deviations.len()];
        // There are many documents: no room is kept that nothing comes into.
        judgement.findings.reserve_exact(found.len());
        for found in &found {
            let Some(rule) = loaded.policy.rule(found.code) else { continue };
            let level = self.level(found, rule, outlook.standing, &[]);
            witness(Seen { code: found.code, case: found.case, variant: found.variant, choice: 0 });
            let subject = found.at.pointer();
            let mut accepting = None;
            for at in covering(&judgement.deviations, found.code, &subject) {
                accepting.get_or_insert(at);
                used[at] = true;
            }
            if let Some(level) = level {
                let finding = outlook.finding(found, (rule, level), &loaded.policy);
                judgement.put(accepting.filter(|_| self.accepts), finding);
            }
        }
        for entry in &mut judgement.register {
            let at = judgement.deviations.binary_search_by_key(&entry.index, |deviation| deviation.index);
            let used = at.is_ok_and(|at| used[at]);
            register::settle(entry, kind.replaced, used, view.whole);
        }
        let pending = std::mem::take(&mut judgement.pending);
        if !kind.replaced && view.whole {
            for Pending { finding, case, .. } in pending.into_iter().filter(|pending| !used[pending.deviation]) {
                witness(Seen { code: finding.code, case, variant: finding.variant, choice: 0 });
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
