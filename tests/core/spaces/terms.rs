//! Cooperations: profiles, rights, contacts, preconditions and assessments, well made or with a flaw.

use kader::policy::Policy;
use serde_json::{Map, Value, json};

use crate::dice::Dice;

pub(super) const TASKS: [&str; 4] = ["hulpdienst", "beheerder", "dienstverlener", "incidenteel"];

const PROFILES: [&str; 5] = [
    "kernsamenwerking",
    "structurele-samenwerking",
    "koppelsamenwerking",
    "standby-samenwerking",
    "ad-hoc-aansluiting",
];

/// A profile that fits a core task, as a rule.
fn profile(task: &str, dice: &mut Dice) -> &'static str {
    match task {
        _ if dice.once_in(10) => dice.of(&PROFILES),
        "dienstverlener" => PROFILES[3],
        "incidenteel" => PROFILES[4],
        _ => dice.of(&PROFILES[..3]),
    }
}

/// A cooperation on a core task.
pub(super) fn cooperation(task: &str, policy: &Policy, dice: &mut Dice) -> Value {
    let mut members = Map::new();
    members.insert("kerntaak".into(), task.into());
    let profile = profile(task, dice);
    if !dice.once_in(12) {
        members.insert("profiel".into(), profile.into());
    }
    if dice.once_in(3) {
        members.insert("taakomschrijving".into(), dice.of(&["Beheer van de vaarweg", "Beheer van de weg"]).into());
    }
    if !dice.once_in(3) {
        members.insert("lcms".into(), rights(dice));
    }
    if dice.once_in(3) {
        members.insert("aanspreekpunten".into(), contacts(dice));
    }
    if profile == PROFILES[3] && !dice.once_in(5) {
        let kind = dice.of(&["partner", "partner", "partner", "proces"]);
        let via = json!({ "soort": kind, "naam": dice.of(&super::parties::VIA) });
        members.insert("aansluiting".into(), json!({ "wijze": "via", "via": via }));
    }
    if profile == PROFILES[4] {
        members.insert("voorwaardenVeiligheidsregio".into(), "Alleen op verzoek van de regio".into());
        let until = dice.of(&["2024-06-01", "2026-01-01", "2027"]);
        members.insert("tijdelijk".into(), json!({ "van": "2023-01-01", "tot": until }));
    }
    if dice.once_in(2) {
        members.insert("randvoorwaarden".into(), preconditions(profile, policy, dice));
    }
    if dice.once_in(2) {
        members.insert("toetsing".into(), assessment(dice));
    }
    Value::Object(members)
}

fn rights(dice: &mut Dice) -> Value {
    let read = dice.of(&["geen", "activiteit", "volledig"]);
    let write = dice.of(&["geen", "geen", "onder-regie", "gekoppeld"]);
    match dice.below(8) {
        0 => json!({ "lezen": read }),
        1 => json!({ "schrijven": write }),
        2 => json!({ "lezen": "alles", "schrijven": write }),
        _ => json!({ "lezen": read, "schrijven": write }),
    }
}

fn contacts(dice: &mut Dice) -> Value {
    let role = dice.of(&["HIN", "AC", "liaison", "beslissingsbevoegde"]);
    let contact = json!({ "rol": role, "piket": dice.once_in(2), "telefoon": "010-0000000" });
    if dice.once_in(2) {
        json!({ "informatie": contact, "coordinatie": contact })
    } else {
        json!({ "informatie": contact })
    }
}

/// All that a profile requires, arranged, but for a flaw or two now and then.
fn preconditions(profile: &str, policy: &Policy, dice: &mut Dice) -> Value {
    let mut dimensions: Map<String, Value> = Map::new();
    let flawed = !dice.once_in(3);
    for id in policy.preconditions() {
        let row = policy.precondition_row(id);
        if !row.required_by.iter().any(|term| policy.name(*term) == profile) || (flawed && dice.once_in(12)) {
            continue;
        }
        let mut entry = json!({ "status": "geregeld", "afspraak": "Zie de bijlage", "verantwoordelijke": "partner" });
        entry["bereik"] = "gehele-organisatie".into();
        let parts = row.parts.iter().map(|part| (part.id.to_string(), json!(true)));
        let mut parts: Map<String, Value> = parts.collect();
        if flawed && dice.once_in(10) {
            match dice.below(4) {
                0 => entry["status"] = "in-voorbereiding".into(),
                1 => entry["geldigTot"] = "2024-12-31".into(),
                2 => entry["bereik"] = "basis".into(),
                _ => parts.clear(),
            }
        }
        if !parts.is_empty() {
            entry["onderdelen"] = parts.into();
        }
        let dimension = dimensions.entry(policy.name(row.dimension)).or_insert_with(|| json!({}));
        dimension[&*row.id] = entry;
    }
    dimensions.into()
}

fn assessment(dice: &mut Dice) -> Value {
    let mut members = Map::new();
    let outcomes = ["gecertificeerd", "gecertificeerd", "voorwaardelijk", "geen"];
    members.insert("richting".into(), json!({ "datum": "2020-03-01", "pastBijKerntaak": true }));
    members.insert("inrichting".into(), json!({ "datum": "2020-04-01" }));
    let exercise = json!({ "naam": "Storm", "datum": "2020-05-01", "deelnemers": ["partner", "VR01", "VR02", "VR03"] });
    members.insert("verrichting".into(), json!({ "datum": "2020-05-01", "oefening": exercise }));
    if !dice.once_in(3) {
        members.insert("advies".into(), dice.of(&outcomes).into());
        members.insert("adviesDatum".into(), "2020-06-01".into());
    }
    if !dice.once_in(3) {
        let body = dice.of(&["regiegroep", "veiligheidsregio-en-partner"]);
        members.insert(
            "standpunt".into(),
            json!({ "besluit": dice.of(&outcomes), "datum": "2020-07-01", "door": body, "toelichting": "Zie het advies" }),
        );
    }
    if dice.once_in(4) {
        members.insert("hertoetsing".into(), dice.of(&["2025-01-01", "2026-09-01"]).into());
    }
    if !dice.once_in(3) {
        members.insert("live".into(), dice.of(&["2020-09-01", "2021", "2026-02-01"]).into());
    }
    members.into()
}
