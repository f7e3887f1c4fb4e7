//! Documents to measure with: the same ones each time, 2 to 7 KB, about three findings each. Partners have one to 25 documents: half of the
//! larger ones a general agreement with supplements, the others an agreement with each region, which the rules across documents have much to
//! say about.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// The preconditions of a profile, by dimension.
type Preconditions = &'static [(&'static str, &'static [&'static str])];

const LIAISON: Preconditions = &[
    ("organisatie", &["crisisteams", "liaison"]),
    ("proces", &["alarmering"]),
    ("techniek", &["informatie-buiten-lcms"]),
];
const STANDBY: Preconditions = &[
    (
        "organisatie",
        &[
            "kerntaken",
            "aanspreekpunt-informatie",
            "beslissingsbevoegd-aanspreekpunt",
            "mandaat",
            "beheer-accounts-organisatie",
            "financiering",
        ],
    ),
    ("proces", &["alarmering", "signaleren-informatie", "toegang-en-gebruik-informatie", "status-partner"]),
    ("mens", &["basisopleiding-informatiemanagement", "gebruikersovereenkomst"]),
    ("techniek", &["technische-eisen-lcms", "toegang-situatiebeelden", "beheer-accounts"]),
];
const STRUCTURAL: Preconditions = &[
    (
        "organisatie",
        &[
            "kerntaken",
            "beslissingsbevoegd-aanspreekpunt",
            "functionarissen",
            "beheer-ondersteuning-lcms",
            "financiering",
        ],
    ),
    ("proces", &["alarmering", "toegang-en-gebruik-informatie", "status-partner", "inrichting-informatiemanagement"]),
    ("mens", &["opleiding", "gebruikersovereenkomst"]),
    ("techniek", &["technische-eisen-lcms", "toegang-situatiebeelden", "beheer-accounts"]),
];
const PARTS: &[(&str, &[&str])] = &[
    ("beslissingsbevoegd-aanspreekpunt", &["operationeel", "bestuurlijk"]),
    ("functionarissen", &["informatiemanagement", "leiding-coordinatie"]),
    ("beheer-ondersteuning-lcms", &["technische-ondersteuning", "uitgifte-accounts"]),
    ("toegang-en-gebruik-informatie", &["toegang", "gebruik"]),
    ("status-partner", &["monitorend"]),
    ("inrichting-informatiemanagement", &["actualiseren", "verifieren", "delen"]),
    ("opleiding", &["informatiemanager", "leiding-coordinatie"]),
];

/// Writes so many documents below a folder, 500 a folder; gives their bytes.
pub(crate) fn write(folder: &Path, count: u32) -> u64 {
    let mut bytes = 0;
    for number in 0..count {
        let inner = folder.join(format!("{:03}", number / 500));
        std::fs::create_dir_all(&inner).expect("a folder");
        let text = document(number, 1);
        bytes += text.len() as u64;
        std::fs::write(inner.join(format!("{number:05}.afspraak.json")), text).expect("a file");
    }
    bytes
}

/// Writes one document of about so many bytes: an agreement with very many cooperations.
pub(crate) fn write_huge(folder: &Path, bytes: usize) {
    std::fs::create_dir_all(folder).expect("a folder");
    let one = document(0, 2).len() - document(0, 1).len();
    let text = document(0, u32::try_from(bytes / one * 99 / 100).expect("a number"));
    assert!(text.len() <= bytes, "{} is over the limit", text.len());
    std::fs::write(folder.join("huge.afspraak.json"), text).expect("a file");
}

/// How many documents partners have, in turn.
const SIZES: [u32; 7] = [1, 1, 2, 3, 5, 8, 25];

/// A document among those of its partner.
struct Place {
    partner: u32,
    /// From 0.
    index: u32,
    size: u32,
}

fn place(number: u32) -> Place {
    let all: u32 = SIZES.iter().sum();
    let mut rest = number % all;
    for (partner, size) in (number / all * 7..).zip(SIZES) {
        if rest < size {
            return Place { partner, index: rest, size };
        }
        rest -= size;
    }
    unreachable!("the sizes add up")
}

/// What a document says of its reach and regions: a general agreement, its supplement, or an agreement with one region.
fn reach(number: u32, place: &Place) -> String {
    let region = place.index % 25 + 1;
    let regional = format!("  \"reikwijdte\": \"regionaal\",\n  \"regios\": [\"VR{region:02}\"],\n");
    if place.partner.is_multiple_of(2) || place.size < 3 {
        return regional;
    }
    if place.index > 0 {
        return format!(
            "  \"aanvullingOp\": \"afspraak-{}\",\n  \"regios\": [\"VR{region:02}\"],\n",
            number - place.index
        );
    }
    let regions: Vec<String> = (1..=place.size).map(|region| format!("\"VR{region:02}\"")).collect();
    let reach = if place.size == 25 { "landelijk" } else { "bovenregionaal" };
    format!(
        "  \"reikwijdte\": \"{reach}\",\n  \"regios\": [{}],\n  \"adoptieregio\": {{ \"regio\": \"VR01\", \"mandaat\": {{ \"datum\": \"2019-03-01\" }}, \"ruggespraak\": \"alle\" }},\n  \"evaluatie\": {{ \"intervalMaanden\": 12 }},\n",
        regions.join(", ")
    )
}

/// One agreement.
fn document(number: u32, cooperations: u32) -> String {
    let place = place(number);
    let (task, profile, preconditions, role, rights) = match place.partner % 4 {
        0 => ("beheerder", "koppelsamenwerking", LIAISON, "liaison", ("geen", "geen")),
        1 => ("dienstverlener", "standby-samenwerking", STANDBY, "HIN", ("activiteit", "geen")),
        _ => ("hulpdienst", "structurele-samenwerking", STRUCTURAL, "HIN", ("volledig", "onder-regie")),
    };
    let mut out = String::with_capacity(8192);
    let _ = write!(
        out,
        "{{\n  \"kader\": \"netcentrische-samenwerking-2017\",\n  \"id\": \"afspraak-{number}\",\n  \"partner\": {{\n    \"naam\": \"Partner {}\",\n    \"kerntaken\": [\"{task}\"],\n    \"sector\": \"Sector {}\"\n  }},\n{}  \"fase\": \"uitwerking\",\n  \"samenwerkingen\": [",
        place.partner,
        number % 7,
        reach(number, &place)
    );
    for index in 0..cooperations {
        let comma = if index == 0 { "" } else { "," };
        let role_coordination = if role == "HIN" && place.partner % 4 >= 2 { "AC" } else { role };
        let _ = write!(
            out,
            "{comma}\n    {{\n      \"kerntaak\": \"{task}\",\n      \"profiel\": \"{profile}\",\n      \"taakomschrijving\": \"Taak {index} van de partner bij een ramp of crisis\",\n      \"lcms\": {{ \"lezen\": \"{}\", \"schrijven\": \"{}\" }},\n      \"aanspreekpunten\": {{\n        \"informatie\": {{ \"rol\": \"{role}\", \"telefoon\": \"010-0000000\" }},\n        \"coordinatie\": {{ \"rol\": \"{role_coordination}\", \"bereikbaarheid\": \"via de meldkamer\" }}\n      }},\n      \"randvoorwaarden\": {{",
            rights.0, rights.1
        );
        entries(&mut out, preconditions, number);
        out.push_str("\n      }\n    }");
    }
    out.push_str("\n  ],\n  \"beginselen\": {\n    \"kerntaken\": { \"geborgd\": true },\n    \"handelingsruimte\": { \"geborgd\": true },\n    \"gevoelige-informatie\": { \"geborgd\": true }\n  }\n}\n");
    out
}

/// The entries, some of them still in preparation.
fn entries(out: &mut String, preconditions: Preconditions, number: u32) {
    let mut count = number;
    for (at, (dimension, ids)) in preconditions.iter().enumerate() {
        let _ = write!(out, "{}\n        \"{dimension}\": {{", if at == 0 { "" } else { "," });
        for (index, id) in ids.iter().enumerate() {
            count += 1;
            let status = if count.is_multiple_of(7) { "in-voorbereiding" } else { "geregeld" };
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(
                out,
                "{comma}\n          \"{id}\": {{\n            \"status\": \"{status}\",\n            \"afspraak\": \"Zoals beschreven in bijlage {count} van het convenant; wordt elk jaar besproken in het overleg van beide partijen, en daarna opnieuw vastgelegd\"{}\n          }}",
                parts(id)
            );
        }
        out.push_str("\n        }");
    }
}

fn parts(id: &str) -> String {
    let Some((_, parts)) = PARTS.iter().find(|(name, _)| *name == id) else { return String::new() };
    let parts: Vec<String> = parts.iter().map(|part| format!("\"{part}\": true")).collect();
    format!(",\n            \"onderdelen\": {{ {} }}", parts.join(", "))
}

/// How many findings a command's report counts.
pub(crate) fn findings(command: &Command) -> u64 {
    let mut again = Command::new(command.get_program());
    let output = again.args(command.get_args()).stderr(Stdio::null()).output().expect("a report").stdout;
    let report: serde_json::Value = serde_json::from_slice(&output).expect("json");
    ["error", "warning", "info", "hint"].iter().filter_map(|level| report["summary"][level].as_u64()).sum()
}
