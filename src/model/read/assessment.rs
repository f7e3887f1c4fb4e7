//! Reads `toetsing`.

use crate::model::cooperation::{Assessment, Participant};
use crate::model::keys;
use crate::model::reader::{Object, Reader};
use crate::policy::Group;
use crate::policy::vocabulary::Vocab;

/// The assessment of a cooperation.
pub(super) fn assessment(reader: Reader<'_>, cooperation: Object) -> Assessment<'_> {
    let object = reader.object(reader.used(Group::Assessment, cooperation), keys::ASSESSMENT);
    let direction = reader.object(object, keys::DIRECTION);
    let design = reader.object(object, keys::DESIGN);
    let performance = reader.object(object, keys::PERFORMANCE);
    let exercise = reader.object(performance, keys::EXERCISE);
    let standpoint = reader.object(object, keys::STANDPOINT);
    Assessment {
        object,
        assessor: reader.text(object, keys::ASSESSOR),
        direction,
        direction_date: reader.date(direction, keys::DATE),
        fits_task: reader.boolean(direction, keys::FITS_TASK),
        design,
        design_date: reader.date(design, keys::DATE),
        performance,
        performance_date: reader.date(performance, keys::DATE),
        exercise,
        exercise_date: reader.date(exercise, keys::DATE),
        participants: reader.list(exercise, keys::PARTICIPANTS, |node| participant(reader, reader.tree.string(node)?)),
        advice: reader.term(object, keys::ADVICE, Vocab::Outcome),
        advice_date: reader.date(object, keys::ADVICE_DATE),
        points: reader.member(object, keys::POINTS),
        reassessment: reader.date(object, keys::REASSESSMENT),
        alternative: reader.text(object, keys::ALTERNATIVE),
        standpoint,
        decision: reader.term(standpoint, keys::DECISION, Vocab::Outcome),
        standpoint_date: reader.date(standpoint, keys::DATE),
        by: reader.term(standpoint, keys::BY, Vocab::Body),
        reason: reader.text(standpoint, keys::EXPLANATION),
        live: reader.date(object, keys::LIVE),
    }
}

fn participant(reader: Reader<'_>, text: &str) -> Option<Participant> {
    let policy = reader.policy;
    if policy.partner_word() == Some(text) {
        return Some(Participant::Partner);
    }
    policy.region(text).map(Participant::Region)
}
