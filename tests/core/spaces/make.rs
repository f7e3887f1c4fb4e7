//! A workspace made from a number: the agreements of one partner, of another now and then, and of one that nobody knows.

use serde_json::{Map, Value, json};

use super::document::{Damage, Document, Space};
use super::parties::{self, Party, Told};
use super::terms::{self, TASKS};
use crate::dice::Dice;
use crate::support::carried;

/// The workspace of a number; the same number gives the same workspace.
pub(super) fn space(number: u64) -> Space {
    let mut dice = Dice(number);
    let (party, told) = parties::main(&mut dice);
    let nested = dice.once_in(6);
    let count = 2 + dice.below(7);
    let mut maker = Maker { dice, party, told, made: Vec::new() };
    let mut names: Vec<usize> = (0..count).collect();
    maker.dice.shuffle(&mut names);
    let stranger = maker.dice.below(count);
    let mut documents = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let folder = match maker.dice.below(6) {
            0 if nested && at != stranger => "eigen/",
            1 => "map/",
            _ => "",
        };
        let path = format!("{folder}d{name}.afspraak.json");
        let document = if at == stranger { strange(path) } else { maker.document(path) };
        documents.push(document);
    }
    let own = maker.dice.of(&["", "ignore = [\"W708\"]\n", "[severity]\nW704 = \"error\"\n"]);
    let configs = [("kader.toml", ""), ("eigen/kader.toml", own)];
    Space { documents, stranger, configs: configs.into_iter().take(1 + usize::from(nested)).collect() }
}

/// The agreement of a partner that has to do with no other.
fn strange(path: String) -> Document {
    let partner = json!({ "naam": "Vreemde Vogels", "oin": "00000007777777770000", "kvk": "77777777", "kerntaken": ["beheerder"] });
    let members = vec![
        ("kader", json!("netcentrische-samenwerking-2017")),
        ("id", json!("vreemd")),
        ("partner", partner),
        ("reikwijdte", json!("regionaal")),
        ("regios", json!(["VR01"])),
        ("fase", json!("verkenning")),
        ("samenwerkingen", json!([{ "kerntaak": "beheerder", "profiel": "koppelsamenwerking" }])),
    ];
    Document { path, members, deviations: Vec::new(), damage: Damage::None }
}

/// What the documents made so far are called, and whether each is a supplement.
struct Maker {
    dice: Dice,
    party: Party,
    told: Told,
    made: Vec<(String, bool)>,
}

impl Maker {
    fn document(&mut self, path: String) -> Document {
        let other = self.dice.once_in(6);
        let party = if other { parties::OTHER } else { self.party };
        let supplement = !self.made.is_empty() && self.dice.once_in(4);
        let mut members = vec![("kader", self.policy())];
        members.extend(self.id(supplement));
        if supplement {
            members.push(("aanvullingOp", self.parent()));
        }
        self.term(&mut members);
        let tasks = self.tasks();
        members.push(("partner", self.partner(party, &tasks, supplement)));
        self.reach(&mut members, supplement);
        members.push(("fase", self.dice.of(&["verkenning", "uitwerking", "uitvoering", "uitvoering"]).into()));
        members.push(("samenwerkingen", self.cooperations(&tasks)));
        let deviations = (0..self.dice.below(3)).map(|_| self.deviation()).collect();
        let damage = match self.dice.below(40) {
            0 => Damage::Comma,
            1 => Damage::Cut,
            _ => Damage::None,
        };
        Document { path, members, deviations, damage }
    }

    fn policy(&mut self) -> Value {
        match self.dice.below(40) {
            0 => "onbekend-kader".into(),
            1 => "netcentrische-samenwerking-2018".into(),
            _ => "netcentrische-samenwerking-2017".into(),
        }
    }

    fn id(&mut self, supplement: bool) -> Option<(&'static str, Value)> {
        let own = format!("afspraak-{}", self.made.len());
        let id = match self.dice.below(24) {
            0 | 1 => self.some_id(&own),
            2 => "Geen Slug".to_owned(),
            3 => return None,
            _ => own,
        };
        self.made.push((id.clone(), supplement));
        Some(("id", id.into()))
    }

    /// The id of a document made before, as a rule.
    fn some_id(&mut self, own: &str) -> String {
        match self.dice.below(8) {
            _ if self.made.is_empty() => own.to_owned(),
            0 => "nergens".to_owned(),
            1 => own.to_owned(),
            _ => self.made[self.dice.below(self.made.len())].0.clone(),
        }
    }

    /// The general agreement that a supplement names: one of those made before, as a rule.
    fn parent(&mut self) -> Value {
        let general: Vec<String> =
            self.made.iter().filter(|(_, supplement)| !supplement).map(|(id, _)| id.clone()).collect();
        let own = self.made.last().map(|(id, _)| id.clone()).unwrap_or_default();
        match self.dice.below(20) {
            0 => json!(7),
            1 => "nergens".into(),
            2 => self.some_id(&own).into(),
            _ if general.is_empty() => self.some_id(&own).into(),
            _ => general[self.dice.below(general.len())].clone().into(),
        }
    }

    /// Covenant, term, and what the agreement replaces.
    fn term(&mut self, members: &mut Vec<(&'static str, Value)>) {
        if self.dice.once_in(4) {
            let mut covenant = json!({ "id": self.dice.of(&["convenant-water", "convenant-weg"]) });
            if !self.dice.once_in(4) {
                covenant["titel"] = self.dice.of(&["Convenant water", "Convenant Water", "Convenant water"]).into();
            }
            if self.dice.once_in(3) {
                covenant["grondslag"] = self.dice.of(&["Wet veiligheidsregio's", "Wvr"]).into();
            }
            members.push(("convenant", covenant));
        }
        if self.dice.once_in(2) {
            let from = self.dice.of(&["2019-01-01", "2022-05", "2026-01-01", "2026-01-02", "2026"]);
            let term = match self.dice.below(4) {
                0 => json!({ "van": from, "tot": self.dice.of(&["2025-12-31", "2024"]) }),
                1 => json!({ "van": from, "tot": "2029-01-01" }),
                _ => json!({ "van": from }),
            };
            members.push(("looptijd", term));
        }
        if self.dice.once_in(4) {
            let own = self.made.last().map(|(id, _)| id.clone()).unwrap_or_default();
            let ids: Vec<String> = (0..=self.dice.below(2)).map(|_| self.some_id(&own)).collect();
            members.push(("vervangt", json!(ids)));
        }
        if self.dice.once_in(2) {
            let day = self.dice.of(&["2018-03-01", "2021-06-15", "2025-12-31", "2026-06-01", "2016-01-01"]);
            members.push(("vastgesteldOp", day.into()));
        }
    }

    fn tasks(&mut self) -> Vec<&'static str> {
        let known = 3 + usize::from(self.dice.once_in(4));
        (0..=self.dice.below(2)).map(|_| self.dice.of(&TASKS[..known])).collect()
    }

    fn partner(&mut self, party: Party, tasks: &[&str], supplement: bool) -> Value {
        let mut members: Map<String, Value> = party.written(self.told, &mut self.dice);
        let mut stated: Vec<&str> = tasks.to_vec();
        if self.dice.once_in(4) {
            stated.push(self.dice.of(&TASKS));
        }
        if !self.dice.once_in(8) {
            stated.sort_unstable();
            stated.dedup();
        }
        if !supplement || self.dice.once_in(2) {
            members.insert("kerntaken".into(), json!(stated));
        }
        members.into()
    }

    fn reach(&mut self, members: &mut Vec<(&'static str, Value)>, supplement: bool) {
        let mut codes = vec!["VR01", "VR02", "VR03", "VR17"];
        self.dice.shuffle(&mut codes);
        codes.truncate(1 + self.dice.below(3));
        if self.dice.once_in(30) {
            codes.push("VR77");
        }
        let all = self.dice.once_in(14);
        let reach = match codes.len() {
            _ if all => "landelijk",
            3.. => "bovenregionaal",
            _ => "regionaal",
        };
        if !supplement {
            members.push(("reikwijdte", reach.into()));
        }
        match self.dice.below(40) {
            0 => {}
            1 => members.push(("regios", json!("VR01"))),
            _ => members.push(("regios", if all { json!("alle") } else { json!(codes) })),
        }
        if self.dice.once_in(3) {
            members.push(("adoptieregio", json!({ "regio": self.dice.of(&["VR01", "VR02", "VR01"]) })));
        }
    }

    fn cooperations(&mut self, tasks: &[&str]) -> Value {
        let carried = carried();
        let some: Vec<Value> =
            tasks.iter().map(|task| terms::cooperation(task, &carried.policy, &mut self.dice)).collect();
        some.into()
    }

    fn deviation(&mut self) -> Value {
        const RULES: [&str; 36] = [
            "V400",
            "V400",
            "V401",
            "V402",
            "V404",
            "V410",
            "V411",
            "L500",
            "L501",
            "L502",
            "L506",
            "R301",
            "R307",
            "R308",
            "T602",
            "T608",
            "P205",
            "P205",
            "P205",
            "P205",
            "P205",
            "P207",
            "W702",
            "W703",
            "W704",
            "W705",
            "W706",
            "W707",
            "W708",
            "W709",
            "W710",
            "W711",
            "V999",
            "duplicate-id",
            "T606",
            "supplement-conflicts-with-parent",
        ];
        const PATHS: [&str; 6] = [
            "/samenwerkingen",
            "/samenwerkingen/0",
            "/samenwerkingen/1",
            "/partner",
            "/samenwerkingen/0/kerntaak",
            "/regios",
        ];
        let mut item = json!({ "regel": self.dice.of(&RULES), "toelichting": "Zo is het besproken" });
        if self.dice.once_in(2) {
            item["pad"] = self.dice.of(&PATHS).into();
        }
        if !self.dice.once_in(3) {
            item["akkoord"] = "Het bestuur".into();
        }
        if self.dice.once_in(3) {
            item["tot"] = self.dice.of(&["2025-12-31", "2026-01-01", "2028"]).into();
        }
        item
    }
}
