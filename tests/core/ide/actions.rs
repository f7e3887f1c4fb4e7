//! What an editor offers to do about findings.

use kader::ide::actions::{Action, actions, edits, title};
use kader::text::Span;

use super::stage::Stage;
use crate::support::{alone, judge};

/// An agreement that lacks preconditions: so many that one finding counts them, or so few that each has its own.
fn document(entries: &str) -> String {
    format!(
        r#"{{
  "kader": "netcentrische-samenwerking-2017",
  "id": "de-sluis",
  "partner": {{ "naam": "De Sluis", "kerntaken": ["beheerder"] }},
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "uitwerking",
  "samenwerkingen": [
    {{
      "kerntaak": "beheerder",
      "profiel": "koppelsamenwerking"{entries}
    }}
  ]
}}
"#
    )
}

const TWO: &str = r#",
      "randvoorwaarden": {
        "organisatie": { "crisisteams": { "status": "geregeld", "afspraak": "Bijlage" }, "liaison": { "status": "niet-geregeld" } }
      }"#;

/// The actions of a document, each with its title.
fn offered(stage: &Stage) -> Vec<(Action, String)> {
    let all = Span::of(0..stage.text.len());
    stage.see(|scene| actions(scene, all).into_iter().map(|action| (action, title(scene, action))).collect())
}

fn done(stage: &Stage, wanted: impl Fn(&Action) -> bool) -> String {
    let (action, _) = offered(stage).into_iter().find(|(action, _)| wanted(action)).unwrap();
    stage.see(|scene| edits(scene, action)).unwrap().apply(&stage.text)
}

fn codes(text: &str) -> Vec<String> {
    alone(&judge("2026-01-01"), text.as_bytes()).findings.iter().map(|finding| finding.code.to_string()).collect()
}

#[test]
fn all_missing_preconditions_at_once() {
    let stage = Stage::new(&document(TWO), 0);
    assert!(codes(&stage.text).contains(&"V401".to_owned()));
    let is_all = |action: &Action| *action == Action::Preconditions { cooperation: 0 };
    let titles: Vec<String> =
        offered(&stage).into_iter().filter(|(action, _)| is_all(action)).map(|(_, title)| title).collect();
    assert_eq!(titles, ["Voeg de 2 randvoorwaarden toe die nog ontbreken"]);
    let text = done(&stage, is_all);
    assert!(!codes(&text).iter().any(|code| code == "V400" || code == "V401"), "{text}");
    let wanted = "\n        \"proces\": {\n          \"alarmering\": { \"status\": \"niet-geregeld\" }\n        },";
    assert!(text.contains(wanted), "{text}");
}

/// Where one finding counts them all, or only one is missing, its own fix does the same.
#[test]
fn nothing_is_offered_twice() {
    let one = TWO.replace(
        "}\n      }",
        "},\n        \"proces\": { \"alarmering\": { \"status\": \"niet-geregeld\" } }\n      }",
    );
    for (entries, code) in [("", "V400"), (&one, "V401")] {
        let stage = Stage::new(&document(entries), 0);
        assert!(codes(&stage.text).contains(&code.to_owned()));
        assert!(offered(&stage).iter().all(|(action, _)| !matches!(action, Action::Preconditions { .. })));
        let at = stage.findings.iter().position(|finding| finding.code.as_str() == code).unwrap();
        let text = done(&stage, |action| *action == Action::Fix { finding: at, fix: 0 });
        assert!(!codes(&text).iter().any(|code| code == "V400" || code == "V401"), "{text}");
    }
}

#[test]
fn a_deviation_accepts_its_finding_once_it_is_explained() {
    let stage = Stage::new(&document(TWO), 0);
    let at = stage.findings.iter().position(|finding| finding.code.as_str() == "V401").unwrap();
    let subject = stage.findings[at].subject().to_owned();
    let text = done(&stage, |action| *action == Action::Deviate { finding: at });
    let wanted = format!(
        "\"afwijkingen\": [\n    {{ \"regel\": \"V401\", \"pad\": \"{subject}\", \"toelichting\": \"nog te bepalen\" }}\n  ]"
    );
    assert!(text.contains(&wanted), "{text}");
    assert!(codes(&text).iter().any(|code| code == "D108"));
    let explained = text.replace("nog te bepalen\" }\n  ]", "De partner werkt via de meldkamer\" }\n  ]");
    let before = codes(&stage.text).iter().filter(|code| *code == "V401").count();
    assert_eq!(codes(&explained).iter().filter(|code| *code == "V401").count(), before - 1);
}

#[test]
fn no_deviation_where_the_rule_allows_none_or_the_document_is_broken() {
    let text = document("").replace("\"id\": \"de-sluis\"", "\"id\": \"De Sluis\"");
    let stage = Stage::new(&text, 0);
    let is_deviable = |at: usize| !stage.findings[at].code.as_str().starts_with(['S', 'D']);
    let deviations: Vec<usize> = offered(&stage)
        .into_iter()
        .filter_map(|(action, _)| if let Action::Deviate { finding } = action { Some(finding) } else { None })
        .collect();
    assert!(!deviations.is_empty() && deviations.into_iter().all(is_deviable));
    let broken = Stage::new(&document("").replace("\"id\":", "\"id\""), 0);
    assert!(offered(&broken).iter().all(|(action, _)| matches!(action, Action::Fix { .. })));
}

#[test]
fn a_fix_is_the_findings_own_and_only_where_it_stands() {
    let stage = Stage::new(&document("").replace("regionaal", "landelijk"), 0);
    let here = stage.text.find("landelijk").unwrap();
    let near = stage.see(|scene| actions(scene, Span::of(here..here + 1)));
    let (finding, fix) = near
        .iter()
        .find_map(|action| if let Action::Fix { finding, fix } = action { Some((*finding, *fix)) } else { None })
        .unwrap();
    assert_eq!(stage.findings[finding].code.as_str(), "R301");
    let edits = stage.see(|scene| edits(scene, Action::Fix { finding, fix })).unwrap();
    assert!(edits.apply(&stage.text).contains("\"reikwijdte\": \"regionaal\""));
    assert!(!near.iter().any(|action| matches!(action, Action::Preconditions { .. })));
    assert_eq!(stage.see(|scene| title(scene, Action::Fix { finding: 999, fix: 0 })), "");
}
