//! Makes the typed view of a document from its tree.

mod assessment;
mod cooperation;
mod deviations;

use crate::json::Kind;
use crate::model::agreement::{Adoption, Agreement, Covenant, Partner, Party, Principle, Signatory};
use crate::model::field::{Field, List};
use crate::model::keys;
use crate::model::reader::{Object, Reader};
use crate::policy::Group;
use crate::policy::calendar::Date;
use crate::policy::vocabulary::Vocab;

/// The agreement of a document whose root is an object; `None` for any other root.
pub fn agreement(reader: Reader<'_>) -> Option<Agreement<'_>> {
    let root = reader.tree.root().filter(|root| reader.tree.kind(*root) == Kind::Object)?;
    let top = Field::Known((), root);
    let all = &reader.policy.regions().all;
    let term = reader.object(top, keys::TERM);
    let evaluation = reader.object(top, keys::EVALUATION);
    let principles = reader.object(reader.used(Group::Principles, top), keys::PRINCIPLES);
    let reach = reader.used(Group::Reach, top);
    let cooperations =
        reader.list(top, keys::COOPERATIONS, |node| (reader.tree.kind(node) == Kind::Object).then_some(()));
    Some(Agreement {
        root,
        id: reader.text(top, keys::ID),
        supplement_of: reader.text(reader.used(Group::Supplements, top), keys::SUPPLEMENT_OF),
        from: reader.date(term, keys::FROM),
        until: reader.date(term, keys::UNTIL),
        covenant: covenant(reader, top),
        replaces: reader.texts(top, keys::REPLACES),
        partner: partner(reader, top),
        reach: reader.term(reach, keys::REACH, Vocab::Reach),
        regions: reader.units(reach, keys::REGIONS, all),
        intended: reader.units(reach, keys::INTENDED_REGIONS, all),
        adoption: adoption(reader, top),
        phase: reader.term(top, keys::PHASE, Vocab::Phase),
        formalised: reader.date(top, keys::FORMALISED),
        signatories: signatories(reader, top),
        signed_on: signed_on(reader, top),
        other_parties: reader.texts(top, keys::OTHER_PARTIES),
        evaluation,
        interval: reader.number(evaluation, keys::INTERVAL),
        next_evaluation: reader.date(evaluation, keys::NEXT),
        cooperation: cooperation::all(reader, &cooperations),
        cooperations,
        principles,
        principle: principle(reader, principles),
        deviations: deviations::sound(reader, top),
    })
}

fn covenant(reader: Reader<'_>, top: Object) -> Covenant<'_> {
    let object = reader.object(top, keys::COVENANT);
    Covenant {
        id: reader.text(object, keys::ID),
        title: reader.text(object, keys::TITLE),
        legal_basis: reader.text(object, keys::LEGAL_BASIS),
        source: reader.text(object, keys::SOURCE),
    }
}

fn partner(reader: Reader<'_>, top: Object) -> Partner<'_> {
    let object = reader.object(top, keys::PARTNER);
    let everywhere = &reader.policy.regions().everywhere;
    Partner {
        object,
        name: reader.text(object, keys::NAME),
        part_of: reader.text(object, keys::PART_OF),
        oin: reader.text(object, keys::OIN),
        kvk: reader.text(object, keys::KVK),
        chain: reader.term(object, keys::CHAIN, Vocab::Chain),
        tasks: reader.terms(object, keys::CORE_TASKS, Vocab::CoreTask),
        organisation: reader.term(object, keys::ORGANISATION, Vocab::Organisation),
        crisis_structure: reader.boolean(object, keys::CRISIS_STRUCTURE),
        work_area: reader.units(reader.used(Group::Reach, object), keys::WORK_AREA, everywhere),
    }
}

fn adoption(reader: Reader<'_>, top: Object) -> Adoption<'_> {
    let object = reader.object(reader.used(Group::Adoption, top), keys::ADOPTION);
    let mandate = reader.object(object, keys::MANDATE);
    Adoption {
        object,
        region: reader.region(object, keys::REGION),
        mandate,
        mandate_date: reader.date(mandate, keys::DATE),
        granted_by: reader.text(mandate, keys::GRANTED_BY),
        consulted: reader.units(object, keys::CONSULTED, &reader.policy.regions().all),
    }
}

fn signatories(reader: Reader<'_>, top: Object) -> Field<List<Signatory>> {
    reader.list(top, keys::SIGNATORIES, |node| {
        let (text, party_node) = reader.text(reader.state(node), keys::PARTY).pair()?;
        Some(Signatory { party: party(reader, text), party_node })
    })
}

/// The dates of all signatures, of parties that nobody knows, too.
fn signed_on(reader: Reader<'_>, top: Object) -> Vec<Field<Date>> {
    let list = reader.list(top, keys::SIGNATORIES, |node| Some(reader.date(reader.state(node), keys::DATE)));
    list.known().map(|list| list.items.iter().map(|(date, _)| *date).collect()).unwrap_or_default()
}

/// Who a sound `partij` is: where it is none of the others by name, the structure has marked it as bad (D104).
fn party(reader: Reader<'_>, text: &str) -> Party {
    if reader.policy.partner_word() == Some(text) {
        return Party::Partner;
    }
    reader.policy.region(text).map_or(Party::Other, Party::Region)
}

fn principle(reader: Reader<'_>, principles: Object) -> Vec<Principle> {
    let read = |term| {
        let object = reader.object(principles, reader.policy.name(term));
        Principle {
            term,
            object,
            guaranteed: reader.boolean(object, keys::GUARANTEED),
            own_picture: reader.boolean(object, keys::OWN_PICTURE_SKILL),
        }
    };
    reader.policy.terms(Vocab::Principle).map(read).collect()
}
