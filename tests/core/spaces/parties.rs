//! Who the partners of a workspace are, and the many ways in which documents write them.

use serde_json::{Map, Value, json};

use crate::dice::Dice;

/// One organisation as documents write it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Party {
    names: &'static [&'static str],
    /// The names of the organisation of which it is a part.
    whole: &'static [&'static str],
    oin: &'static str,
    kvk: &'static str,
}

const WATER: Party = Party {
    names: &["Waterbedrijf Élan N.V.", "waterbedrijf elan", "Waterbedrijf  Elan, NV", "Stichting Waterbedrijf Elan"],
    whole: &[],
    oin: "00000001234567890000",
    kvk: "12345678",
};

const SERVICE: Party = Party {
    names: &["Dienst Oost", "Dienst West", "Dienst Oost"],
    whole: &["Rijkswegendienst", "RIJKSWEGENDIENST", "Rijks-wegendienst"],
    oin: "00000009876543210000",
    kvk: "87654321",
};

/// A partner that has nothing to do with the first.
pub(super) const OTHER: Party = Party {
    names: &["Netbeheer Zuid B.V.", "Netbeheer Zuid"],
    whole: &[],
    oin: "00000005555555550000",
    kvk: "55555555",
};

/// The names that an agreement may give to the partner through whom it joins.
pub(super) const VIA: [&str; 6] =
    ["Waterbedrijf Elan", "RIJKSWEGENDIENST", "netbeheer zuid", "Netbeheer Zuid bv", "Bestaat niet", "N.V."];

/// By what the documents of a workspace tell who the partner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Oin,
    Kvk,
    Name,
    Mixed,
}

/// The partner that most documents of a workspace speak of, and by what it is told.
pub(super) fn main(dice: &mut Dice) -> (Party, Told) {
    (dice.of(&[WATER, WATER, SERVICE]), dice.of(&[Told::Oin, Told::Kvk, Told::Name, Told::Mixed]))
}

impl Party {
    /// What a document says of it, its core tasks and other facts apart.
    pub(super) fn written(&self, told: Told, dice: &mut Dice) -> Map<String, Value> {
        let told = if told == Told::Mixed { dice.of(&[Told::Oin, Told::Kvk, Told::Name, Told::Mixed]) } else { told };
        let mut members = Map::new();
        members.insert("naam".into(), dice.of(self.names).into());
        if !self.whole.is_empty() && !dice.once_in(8) {
            members.insert("onderdeelVan".into(), dice.of(self.whole).into());
        }
        if matches!(told, Told::Oin | Told::Mixed) {
            members.insert("oin".into(), self.oin.into());
        }
        if matches!(told, Told::Kvk | Told::Mixed) {
            members.insert("kvk".into(), self.kvk.into());
        }
        match dice.below(60) {
            0 => drop(members.insert("naam".into(), json!(12))),
            1 => drop(members.insert("onderdeelVan".into(), json!(["Rijkswegendienst"]))),
            2 => drop(members.insert("oin".into(), "123".into())),
            3 => drop(members.insert("naam".into(), "N.V.".into())),
            _ => {}
        }
        members
    }
}
