//! A document that was mended is judged as the same document written right by hand.

use kader::findings::Finding;
use kader::json::Limits;
use kader::text::{Edit, Edits};
use kader::workspace::Judge;
use serde_json::Value;

use crate::support::{alone, judge};

/// An agreement in which one thing is changed at a time.
const BASE: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "voorbeeld",
  "partner": { "naam": "Waterschap Voorbeeld", "keten": "functioneel", "kerntaken": ["beheerder"] },
  "reikwijdte": "bovenregionaal",
  "regios": ["VR15", "VR17", "VR18"],
  "adoptieregio": { "regio": "VR17", "mandaat": { "datum": "2019-03-01" }, "ruggespraak": ["VR15", "VR18"] },
  "fase": "uitwerking",
  "samenwerkingen": [
    {
      "kerntaak": "beheerder",
      "profiel": "koppelsamenwerking",
      "regieEigenBeeld": false,
      "lcms": { "lezen": "geen", "schrijven": "geen" },
      "aanspreekpunten": {
        "informatie": { "rol": "liaison", "bereikbaarheid": "via de meldkamer" },
        "coordinatie": { "rol": "beslissingsbevoegde", "bereikbaarheid": "via de meldkamer" }
      },
      "randvoorwaarden": {
        "organisatie": {
          "crisisteams": { "status": "geregeld", "afspraak": "Bijlage 2" },
          "liaison": { "status": "geregeld", "afspraak": "Bijlage 3" }
        },
        "proces": { "alarmering": { "status": "geregeld", "afspraak": "Bijlage 4" } },
        "techniek": { "informatie-buiten-lcms": { "status": "geregeld", "afspraak": "Per SitRap" } }
      }
    }
  ]
}
"#;

/// The rule whose fix is made; what of the base is replaced; the wrong text; what a person would write.
type Pair = (&'static str, &'static str, &'static str, &'static str);

const PARTNER: &str =
    r#""partner": { "naam": "Waterschap Voorbeeld", "keten": "functioneel", "kerntaken": ["beheerder"] },"#;
const TASKS: &str = r#""kerntaken": ["beheerder"]"#;
const REGIONS: &str = r#""regios": ["VR15", "VR17", "VR18"]"#;
const PROFILE: &str = r#""profiel": "koppelsamenwerking""#;
const RIGHTS: &str = r#""lcms": { "lezen": "geen", "schrijven": "geen" },"#;
const CONSULTED: &str = r#", "ruggespraak": ["VR15", "VR18"]"#;
const CONTACT: &str = r#""informatie": { "rol": "liaison", "bereikbaarheid": "via de meldkamer" }"#;
const ALARM: &str = r#""proces": { "alarmering": { "status": "geregeld", "afspraak": "Bijlage 4" } },"#;
const TEAMS: &str = r#""crisisteams": { "status": "geregeld", "afspraak": "Bijlage 2" }"#;
const PHASE: &str = r#""fase": "uitwerking""#;
const ADOPTION: &str =
    r#""adoptieregio": { "regio": "VR17", "mandaat": { "datum": "2019-03-01" }, "ruggespraak": ["VR15", "VR18"] },"#;

/// The preconditions of the base, and those of another profile that name parts.
const ALL: &str = r#""randvoorwaarden": {
        "organisatie": {
          "crisisteams": { "status": "geregeld", "afspraak": "Bijlage 2" },
          "liaison": { "status": "geregeld", "afspraak": "Bijlage 3" }
        },
        "proces": { "alarmering": { "status": "geregeld", "afspraak": "Bijlage 4" } },
        "techniek": { "informatie-buiten-lcms": { "status": "geregeld", "afspraak": "Per SitRap" } }
      }"#;

const PAIRS: &[Pair] = &[
    // Syntax.
    ("S001", TASKS, r#""kerntaken": ["beheerder",]"#, TASKS),
    ("S001", REGIONS, r#""regios": ["VR15" "VR17", "VR18"]"#, REGIONS),
    ("S001", PHASE, r#"'fase': "uitwerking""#, PHASE),
    ("S001", PHASE, r#""fase": 'uitwerking'"#, PHASE),
    // Structure.
    ("D102", r#""id": "voorbeeld","#, "", r#""id": "","#),
    ("D102", PHASE, r#""opmerkingen": "Geen""#, r#""fase": "", "opmerkingen": "Geen""#),
    ("D102", r#""reikwijdte": "bovenregionaal","#, "", r#""reikwijdte": "","#),
    ("D102", TASKS, r#""sector": "water""#, r#""sector": "water", "kerntaken": []"#),
    ("D102", r#""kerntaak": "beheerder","#, "", r#""kerntaak": "","#),
    ("D102", r#"{ "status": "geregeld", "afspraak": "Bijlage 4" }"#, "{}", r#"{ "status": "" }"#),
    ("D102", r#""kader": "netcentrische-samenwerking-2017","#, "", r#""kader": "netcentrische-samenwerking-2017","#),
    (
        "D102",
        REGIONS,
        r#""regios": ["VR15", "VR17", "VR18"], "beginselen": { "kerntaken": { "hoe": "Bijlage 1" } }"#,
        r#""regios": ["VR15", "VR17", "VR18"], "beginselen": { "kerntaken": { "geborgd": false, "hoe": "Bijlage 1" } }"#,
    ),
    ("D102", r#""naam": "Waterschap Voorbeeld", "#, "", r#""naam": "nog te bepalen", "#),
    ("D102", PARTNER, "", r#""partner": {},"#),
    ("D103", PHASE, r#""fasse": "uitwerking""#, PHASE),
    ("D103", ALARM, r#""procces": { "alarmering": { "status": "geregeld", "afspraak": "Bijlage 4" } },"#, ALARM),
    ("D103", TEAMS, r#""crisisteams": { "status": "geregeld", "afsprak": "Bijlage 2" }"#, TEAMS),
    ("D104", PHASE, r#""fase": "Uit werking""#, PHASE),
    ("D104", PROFILE, r#""profiel": "koppelsamenwerkng""#, PROFILE),
    ("D104", REGIONS, r#""regios": "Zeeland""#, r#""regios": ["VR19"]"#),
    ("D104", REGIONS, r#""regios": "ALLE""#, r#""regios": "alle""#),
    ("D105", r#""datum": "2019-03-01""#, r#""datum": "1-3-2019""#, r#""datum": "2019-03-01""#),
    ("D105", r#""datum": "2019-03-01""#, r#""datum": "01/03/2019""#, r#""datum": "2019-03-01""#),
    ("D107", "netcentrische-samenwerking-2017", "netcentrische_samenwerking 2017", "netcentrische-samenwerking-2017"),
    ("D109", REGIONS, r#""regios": ["Haaglanden", "VR17", "VR18"]"#, REGIONS),
    ("D109", REGIONS, r#""regios": ["VR15", "vr17", "VR18"]"#, REGIONS),
    ("D110", REGIONS, r#""regios": ["VR15", "VR17", "VR17", "VR18"]"#, REGIONS),
    ("D110", TASKS, r#""kerntaken": ["beheerder", "beheerder"]"#, TASKS),
    // Core task and profile.
    ("P201", PROFILE, r#""profiel": "standby-samenwerking""#, r#""profiel": "kernsamenwerking""#),
    ("P202", PROFILE, r#""profiel": "ad-hoc-aansluiting""#, r#""profiel": "kernsamenwerking""#),
    ("P206", TASKS, r#""kerntaken": ["hulpdienst"]"#, r#""kerntaken": ["hulpdienst", "beheerder"]"#),
    ("P212", r#""regieEigenBeeld": false"#, r#""regieEigenBeeld": true"#, r#""regieEigenBeeld": false"#),
    (
        "P213",
        PROFILE,
        r#""profiel": "koppelsamenwerking", "informatieorganisatie": "beperkt""#,
        r#""profiel": "structurele-samenwerking", "informatieorganisatie": "beperkt""#,
    ),
    (
        "P216",
        RIGHTS,
        r#""lcms": { "lezen": "geen", "schrijven": "geen" }, "aansluiting": { "wijze": "zelfstandig" },"#,
        RIGHTS,
    ),
    // Reach and adoption region.
    ("R301", r#""reikwijdte": "bovenregionaal""#, r#""reikwijdte": "regionaal""#, r#""reikwijdte": "bovenregionaal""#),
    ("R302", ADOPTION, "", r#""adoptieregio": { "regio": "VR15" },"#),
    ("R306", CONSULTED, "", CONSULTED),
    ("R306", CONSULTED, r#", "ruggespraak": ["VR18"]"#, r#", "ruggespraak": ["VR18", "VR15"]"#),
    ("R306", CONSULTED, r#", "ruggespraak": []"#, CONSULTED),
    // Preconditions.
    (
        "V400",
        ALL,
        r#""randvoorwaarden": {}"#,
        r#""randvoorwaarden": {
        "organisatie": { "crisisteams": { "status": "niet-geregeld" }, "liaison": { "status": "niet-geregeld" } },
        "proces": { "alarmering": { "status": "niet-geregeld" } },
        "techniek": { "informatie-buiten-lcms": { "status": "niet-geregeld" } } }"#,
    ),
    ("V401", ALARM, "", r#""proces": { "alarmering": { "status": "niet-geregeld" } },"#),
    ("V401", ALARM, r#""proces": {},"#, r#""proces": { "alarmering": { "status": "niet-geregeld" } },"#),
    (
        "V401",
        r#""crisisteams": { "status": "geregeld", "afspraak": "Bijlage 2" },"#,
        "",
        r#""crisisteams": { "status": "niet-geregeld" },"#,
    ),
    (
        "V407",
        ALL,
        r#""randvoorwaarden": {
        "organisatie": { "crisisteams": { "status": "geregeld", "afspraak": "Bijlage 2" } },
        "proces": { "liaison": { "status": "geregeld", "afspraak": "Bijlage 3" }, "alarmering": { "status": "geregeld", "afspraak": "Bijlage 4" } },
        "techniek": { "informatie-buiten-lcms": { "status": "geregeld", "afspraak": "Per SitRap" } }
      }"#,
        ALL,
    ),
    ("V408", r#""liaison": { "status""#, r#""liasion": { "status""#, r#""liaison": { "status""#),
    // Rights and contacts.
    ("L500", RIGHTS, "", RIGHTS),
    ("L500", RIGHTS, r#""lcms": { "schrijven": "geen" },"#, RIGHTS),
    ("L501", RIGHTS, r#""lcms": { "lezen": "volledig", "schrijven": "geen" },"#, RIGHTS),
    ("L502", RIGHTS, r#""lcms": { "lezen": "geen", "schrijven": "gekoppeld" },"#, RIGHTS),
    ("L505", CONTACT, r#""informatie": { "rol": "HIN", "bereikbaarheid": "via de meldkamer" }"#, CONTACT),
    (
        "L506",
        r#""informatie": { "rol": "liaison", "bereikbaarheid": "via de meldkamer" },"#,
        "",
        r#""informatie": { "rol": "liaison" },"#,
    ),
    ("L506", CONTACT, r#""informatie": {}"#, r#""informatie": { "rol": "liaison" }"#),
    // Deviations.
    (
        "A802",
        PHASE,
        r#""fase": "uitwerking", "afwijkingen": [{ "regel": "V409", "toelichting": "Zo" }, { "regel": "P214", "toelichting": "Zo" }]"#,
        r#""fase": "uitwerking", "afwijkingen": [{ "regel": "P214", "toelichting": "Zo" }]"#,
    ),
];

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What is said of a document, whatever stands where.
fn said(judge: &Judge, text: &str) -> Vec<String> {
    let findings = alone(judge, text.as_bytes()).findings;
    let mut said: Vec<String> =
        findings.iter().map(|one| format!("{} {:?} {} {:?}", one.code, one.level, one.subject(), one.params)).collect();
    said.sort();
    said
}

/// The text after the first fix of a finding.
fn mended(text: &str, finding: &Finding) -> String {
    let fix = finding.fixes.first().unwrap_or_else(|| panic!("{} has no fix: {text}", finding.code));
    let edits = fix.edits.iter().map(|(range, new)| Edit::replace(range.span(), new.clone())).collect();
    Edits::new(edits).unwrap().apply(text)
}

#[test]
fn a_mended_document_is_the_one_written_by_hand() {
    let judge = judge("2020-01-15");
    assert!(PAIRS.len() >= 40);
    for (code, place, wrong, right) in PAIRS {
        assert!(BASE.contains(place), "{place}");
        let [wrong, right] = [wrong, right].map(|text| BASE.replacen(place, text, 1));
        let findings = alone(&judge, wrong.as_bytes()).findings;
        let finding = findings.iter().find(|finding| finding.code.as_str() == *code);
        let finding = finding.unwrap_or_else(|| panic!("no {code} in {wrong}: {findings:#?}"));
        let mended = mended(&wrong, finding);
        let layout = kader::json::parse(mended.as_bytes(), Limits::default());
        assert!(layout.errors.is_empty(), "{code}: {mended}");
        assert_eq!(value(&mended), value(&right), "{code}: {mended}");
        assert_eq!(said(&judge, &mended), said(&judge, &right), "{code}: {mended}");
        assert_eq!(members(&mended), members(&right), "{code}: the order of members: {mended}");
    }
}

/// The keys of a document in their order.
fn members(text: &str) -> Vec<String> {
    let tree = kader::json::parse(text.as_bytes(), Limits::default()).tree;
    let mut keys = Vec::new();
    let mut open: Vec<_> = tree.root().into_iter().collect();
    while let Some(node) = open.pop() {
        keys.extend(tree.key(node).map(str::to_owned));
        open.extend(tree.items(node).iter().rev());
        open.extend(tree.members(node).map(|member| member.value).rev());
    }
    keys
}
