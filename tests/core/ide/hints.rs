//! Hints behind values, and lenses above lines.

use kader::ide::hints::hints;
use kader::ide::lenses::{Leads, lenses};
use kader::policy::Lang;
use kader::text::Span;

use super::stage::{Others, Stage};

const DOCUMENT: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "de-sluis",
  "partner": { "naam": "De Sluis", "kerntaken": ["beheerder"], "werkgebied": ["VR01"] },
  "reikwijdte": "landelijk",
  "regios": ["VR17", "VR99", "VR02", "VR03", "VR04"],
  "fase": "uitvoering",
  "samenwerkingen": [
    {
      "kerntaak": "beheerder",
      "profiel": "koppelsamenwerking",
      "randvoorwaarden": { "proces": { "alarmering": { "status": "geregeld", "afspraak": "Via de meldkamer" } } }
    }
  ],
  "opmerkingen": "VR05"
}
"#;

/// Each hint with what stands before it.
fn shown(stage: &Stage, within: Span) -> Vec<String> {
    let hints = stage.see(|scene| hints(scene, within));
    let told = hints.iter().map(|hint| {
        let before = &stage.text[..hint.at as usize];
        let word = before.rsplit([' ', '[']).next().unwrap_or_default();
        format!("{word} {}", hint.label)
    });
    told.collect()
}

#[test]
fn names_reach_and_counts() {
    let document = DOCUMENT.replace(", \"VR99\"", "");
    let stage = Stage::new(&document, 0);
    let all = Span::of(0..document.len());
    assert_eq!(
        shown(&stage, all),
        [
            "\"VR01\" Groningen",
            "\"landelijk\" 4 regio's: bovenregionaal",
            "\"VR17\" Rotterdam-Rijnmond",
            "\"VR02\" Fryslân",
            "\"VR03\" Drenthe",
            "\"VR04\" IJsselland",
            "\"koppelsamenwerking\" 1/4",
        ]
    );
    let start = document.find("\"regios\"").unwrap();
    assert_eq!(shown(&stage, Span::of(start..start + 30)), ["\"VR17\" Rotterdam-Rijnmond", "\"VR02\" Fryslân"]);
}

#[test]
fn a_region_that_nobody_knows_leaves_the_reach_open() {
    let stage = Stage::new(DOCUMENT, 0);
    let told = shown(&stage, Span::of(0..DOCUMENT.len()));
    assert!(told.iter().all(|hint| !hint.contains("bovenregionaal") && !hint.contains("VR99")), "{told:?}");
}

#[test]
fn lenses_say_the_outcome_and_where_else_the_partner_is() {
    let others = Others::default()
        .with(r#"{ "id": "a", "partner": { "naam": "de sluis BV" } }"#)
        .with(r#"{ "id": "b", "partner": { "naam": "Een ander" } }"#);
    let stage = Stage::new(DOCUMENT, 0).among(others);
    let titles = |stage: &Stage| {
        let lenses = stage.see(lenses);
        lenses.into_iter().map(|lens| lens.title).collect::<Vec<_>>()
    };
    assert_eq!(
        titles(&stage),
        [
            "Deze partner heeft nog één andere afspraak",
            "Geen advies: Een samenwerking met dit profiel wordt niet getoetst",
        ]
    );
    let places = stage.see(|scene| {
        lenses(scene).into_iter().find_map(|lens| match lens.leads {
            Leads::Places(places) => Some(places),
            Leads::Assessment => None,
        })
    });
    assert_eq!(places.unwrap().iter().map(|place| stage.told(place)).collect::<Vec<_>>(), ["a:1"]);
    let assessable = DOCUMENT.replace("koppelsamenwerking", "structurele-samenwerking");
    let stage = Stage { lang: Lang::En, ..Stage::new(&assessable, 0) };
    assert_eq!(titles(&stage), ["Advice of this program: Not certified (1 of 14 is met)"]);
}
