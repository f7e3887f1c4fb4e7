//! From names to what they name, and back.

use kader::ide::navigation::{To, definition, highlights, links, references};

use super::stage::{Others, Stage};

const DOCUMENT: &str = r#"{
  "id": "de-sluis",
  "aanvullingOp": "algemeen",
  "vervangt": ["oud", "algemeen"],
  "partner": { "naam": "De Sluis" },
  "regios": ["VR01"],
  "beoogdeRegios": ["VR02", "VR01"],
  "samenwerkingen": [
    {
      "kerntaak": "dienstverlener",
      "profiel": "standby-samenwerking",
      "aansluiting": { "wijze": "via", "via": { "soort": "partner", "naam": "Gemaal noord" } },
      "randvoorwaarden": { "proces": { "alarmering": {
        "status": "geregeld", "bewijs": ["https://x.nl/a", "bijlage.pdf#3", "weg.pdf", "ftp://y"]
      } } }
    }
  ],
  "afwijkingen": [
    { "regel": "V402", "pad": "/samenwerkingen/0/randvoorwaarden/proces/alarmering", "toelichting": "Omdat" }
  ]
}
"#;

fn stage(needle: &str) -> Stage {
    let offset = DOCUMENT.find(needle).unwrap_or_else(|| panic!("no {needle}"));
    let others = Others { files: vec!["bijlage.pdf"], ..Others::default() }
        .with("{\n \"id\": \"algemeen\",\n \"partner\": { \"naam\": \"de sluis\" } }")
        .with("{ \"id\": \"gemaal\",\n \"vervangt\": [\"de-sluis\"], \"partner\": { \"naam\": \"Gemaal Noord\" } }")
        .with(
            "{ \"id\": \"derde\", \"aanvullingOp\": \"algemeen\", \"partner\": { \"naam\": \"Derde\" }, \"samenwerkingen\": [\n{
               \"kerntaak\": \"dienstverlener\", \"aansluiting\": {\n \"via\": { \"soort\": \"partner\", \"naam\": \"De Sluis\" } } }] }",
        );
    Stage::new(DOCUMENT, offset + 1).among(others)
}

fn leads(needle: &str, wanted: &[&str]) {
    let stage = stage(needle);
    let told: Vec<String> =
        stage.see(|scene| definition(scene, stage.offset)).iter().map(|target| stage.told(target)).collect();
    assert_eq!(told, wanted, "{needle}");
}

fn named(needle: &str, wanted: &[&str]) {
    let stage = stage(needle);
    let told: Vec<String> =
        stage.see(|scene| references(scene, stage.offset, true)).iter().map(|target| stage.told(target)).collect();
    assert_eq!(told, wanted, "{needle}");
}

#[test]
fn definitions() {
    leads("\"algemeen\"", &["algemeen:2"]);
    leads("\"oud\"", &[]);
    leads("\"de-sluis\"", &["\"de-sluis\""]);
    leads("\"partner\"", &["algemeen:3"]);
    leads("\"De Sluis\"", &["algemeen:3"]);
    leads("\"Gemaal noord\"", &["gemaal:2"]);
    leads("\"V402\"", &["\"alarmering\""]);
    leads("\"/samenwerkingen/0", &["\"alarmering\""]);
    leads("\"regios\"", &[]);
}

#[test]
fn all_that_name_the_same() {
    named("\"algemeen\"", &["algemeen:2", "\"algemeen\"", "\"algemeen\"", "derde:1"]);
    named("\"de-sluis\"", &["\"de-sluis\"", "gemaal:2"]);
    named("\"De Sluis\"", &["\"De Sluis\"", "algemeen:3", "derde:4"]);
    named("\"Gemaal noord\"", &["gemaal:2", "\"Gemaal noord\""]);
    named("\"alarmering\"", &["\"/samenwerkingen/0/randvoorwaarden/proces/alarmering\""]);
    let stage = stage("\"V402\"");
    let told = stage.see(|scene| references(scene, stage.offset, true));
    assert_eq!(stage.told(told.last().unwrap()), "\"V402\"");
}

#[test]
fn evidence_leads_to_what_is_there() {
    let stage = stage("\"id\"");
    let links = stage.see(links);
    let told: Vec<_> = links.iter().map(|link| (&DOCUMENT[link.span.range()], &link.to)).collect();
    let file = To::File("bijlage.pdf".into(), Some("3".into()));
    assert_eq!(told, [("https://x.nl/a", &To::Web("https://x.nl/a".into())), ("bijlage.pdf#3", &file)]);
}

#[test]
fn highlights_show_the_same_again() {
    let shown = |needle: &str| {
        let stage = stage(needle);
        let spans = stage.see(|scene| highlights(scene, stage.offset));
        spans.into_iter().map(|span| DOCUMENT[span.range()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown("\"VR01\""), ["\"VR01\"", "\"VR01\""]);
    assert_eq!(shown("\"algemeen\""), ["\"algemeen\"", "\"algemeen\""]);
    assert_eq!(shown("\"/samenwerkingen/0")[0], "\"alarmering\"");
    assert_eq!(shown("\"regios\""), ["\"regios\""]);
}
