//! Places in documents that are still being written, as an author meets them: what is offered first there.

use kader::findings::Finding;

use super::stage::{Others, Stage};

/// The cooperation of an operator, with something at its end.
fn cooperation(inside: &str) -> String {
    format!(
        r#"{{
  "kader": "netcentrische-samenwerking-2017",
  "id": "de-sluis",
  "partner": {{ "naam": "De Sluis", "kerntaken": ["beheerder", "dienstverlener"] }},
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "uitwerking",
  "samenwerkingen": [
    {{
      "kerntaak": "beheerder",
      {inside}
    }}
  ]
}}
"#
    )
}

fn first(marked: &str, wanted: [&str; 3]) {
    assert_eq!(Stage::marked(marked).first(3), wanted, "{marked}");
}

fn only(marked: &str, wanted: &[&str]) {
    assert_eq!(Stage::marked(marked).first(3), wanted, "{marked}");
}

fn within(inside: &str, wanted: [&str; 3]) {
    first(&cooperation(inside), wanted);
}

#[test]
fn an_empty_document_begins_with_all_that_is_required() {
    let stage = Stage::marked("|");
    assert_eq!(stage.labels(), ["{}"]);
    let written = stage.written("{}");
    for key in ["kader", "id", "partner", "reikwijdte", "regios", "fase", "samenwerkingen"] {
        assert!(written.contains(&format!("\n  \"{key}\": ")), "{written}");
    }
}

#[test]
fn keys_of_the_document() {
    first("{|", ["kader", "id", "partner"]);
    first("{|}", ["kader", "id", "partner"]);
    first("{ \"kader\": \"netcentrische-samenwerking-2017\", |", ["id", "partner", "reikwijdte"]);
    first("{ \"id\": \"a\", \"|", ["kader", "partner", "reikwijdte"]);
    first("{ \"id\": \"a\"\n  |\n  \"fase\": \"verkenning\" }", ["kader", "partner", "reikwijdte"]);
    first("{ \"id\": \"a\", pa| }", ["kader", "partner", "reikwijdte"]);
    // A supplement needs no reach.
    first("{ \"aanvullingOp\": \"a\", \"id\": \"b\", \"kader\": \"k\", |", ["partner", "regios", "fase"]);
}

#[test]
fn the_profile_fits_the_core_task() {
    let three = ["kernsamenwerking", "structurele-samenwerking", "koppelsamenwerking"];
    within("\"profiel\": |", three);
    within("\"profiel\":|", three);
    within("\"profiel\": \"|", three);
    within("\"profiel\": \"kern|", three);
    within("\"profiel\": \"|\"", three);
    within("\"profiel\": \"|, \"lcms\": {}", three);
    within("\"profiel\": |, \"lcms\": {}", three);
    within("\"profiel\": |\n      \"lcms\": {}", three);
    within("\"profiel\" |", three);
    let whole = cooperation("\"profiel\": \"|\"").replace("\"beheerder\",\n", "\"dienstverlener\",\n");
    first(&whole, ["standby-samenwerking", "kernsamenwerking", "structurele-samenwerking"]);
    // The end of the file is the end of what has been written.
    let whole = cooperation("\"profiel\": |");
    first(&whole[..=whole.find('|').unwrap()], three);
}

#[test]
fn the_partners_core_tasks_come_first() {
    let two = cooperation("\"profiel\": \"koppelsamenwerking\"")
        .replace("    }\n  ]", "    },\n    { \"kerntaak\": \"|\" }\n  ]");
    first(&two, ["dienstverlener", "hulpdienst", "incidenteel"]);
    first("{ \"partner\": { \"kerntaken\": [\"beheerder\", |] } }", ["hulpdienst", "dienstverlener", "incidenteel"]);
}

#[test]
fn preconditions_that_the_profile_lacks_stand_under_their_own_dimension() {
    let profile = "\"profiel\": \"koppelsamenwerking\", \"randvoorwaarden\": ";
    let at = |inside: &str, wanted| within(&format!("{profile}{inside}"), wanted);
    at("{ | }", ["organisatie", "proces", "techniek"]);
    at("{ \"organisatie\": { | } }", ["crisisteams", "liaison", "kerntaken"]);
    at(
        "{ \"organisatie\": { \"crisisteams\": { \"status\": \"geregeld\" }, \"|",
        ["liaison", "kerntaken", "aanspreekpunt-informatie"],
    );
    at("{ \"proces\": { | } }", ["alarmering", "signaleren-informatie", "toegang-en-gebruik-informatie"]);
    at("{ \"techniek\": { inf| } }", ["informatie-buiten-lcms", "technische-eisen-lcms", "toegang-situatiebeelden"]);
    let standby = "\"profiel\": \"structurele-samenwerking\", \"randvoorwaarden\": ";
    let functions = "{ \"organisatie\": { \"functionarissen\": { \"onderdelen\": { | } } } }";
    only(&cooperation(&format!("{standby}{functions}")), &["informatiemanagement", "leiding-coordinatie"]);
}

#[test]
fn statuses_rights_and_roles() {
    let profile = "\"profiel\": \"structurele-samenwerking\", ";
    let at = |inside: &str, wanted: &[&str]| only(&cooperation(&format!("{profile}{inside}")), wanted);
    at(
        "\"randvoorwaarden\": { \"mens\": { \"opleiding\": { \"status\": \"| } } }",
        &["geregeld", "in-voorbereiding", "niet-geregeld"],
    );
    at("\"lcms\": { \"lezen\": | }", &["volledig", "geen", "activiteit"]);
    at("\"lcms\": { \"lezen\": \"volledig\", \"schrijven\": \"|", &["onder-regie", "geen", "gekoppeld"]);
    at("\"aanspreekpunten\": { \"informatie\": { \"rol\": \"|\" } }", &["HIN", "AC", "liaison"]);
    at("\"aanspreekpunten\": { \"coordinatie\": { \"rol\": \"|\" } }", &["AC", "HIN", "liaison"]);
    at("\"aanspreekpunten\": { | }", &["informatie", "coordinatie"]);
    at("\"regieEigenBeeld\": |", &["true", "false"]);
    at("|", &["taakomschrijving", "informatieorganisatie", "crisisstructuur"]);
}

#[test]
fn regions_by_code_and_name_but_not_twice() {
    first("{ \"regios\": [|] }", ["VR01", "VR02", "VR03"]);
    first("{ \"regios\": [\"VR01\", \"VR03\", |", ["VR02", "VR04", "VR05"]);
    first("{ \"regios\": [\"VR01\" \"|\" ] }", ["VR02", "VR03", "VR04"]);
    first("{ \"beoogdeRegios\": [\"VR10\", \"VR09\"], \"regios\": [\"VR|] }", ["VR09", "VR10", "VR01"]);
    first("{ \"regios\": | }", ["[]", "alle", "VR01"]);
    first("{ \"beoogdeRegios\": \"VR| }", ["[]", "VR01", "VR02"]);
    let stage = Stage::marked("{ \"regios\": [\"Rotter|] }");
    let item = stage.items().into_iter().find(|item| &*item.label == "VR17").unwrap();
    assert_eq!((&*item.detail, &*item.filter), ("Rotterdam-Rijnmond", "\"VR17 Rotterdam-Rijnmond"));
    let adoption = "{ \"regios\": [\"VR08\", \"VR02\"], \"adoptieregio\": { \"regio\": \"| } }";
    first(adoption, ["VR02", "VR08", "VR01"]);
}

/// Two agreements around: of the same partner, and of another.
fn around() -> Others {
    let document = |id: &str, name: &str| {
        format!(r#"{{ "id": "{id}", "partner": {{ "naam": "{name}" }}, "convenant": {{ "id": "dijken" }} }}"#)
    };
    Others::default().with(&document("anders", "Gemaal Noord")).with(&document("sluis-oud", "De Sluis"))
}

#[test]
fn other_agreements_and_partners_by_name() {
    let at =
        |marked: &str, wanted: &[&str]| assert_eq!(Stage::marked(marked).among(around()).first(3), wanted, "{marked}");
    let partner = "\"partner\": { \"naam\": \"De Sluis\" }";
    at(&format!("{{ {partner}, \"aanvullingOp\": \"| }}"), &["sluis-oud", "anders"]);
    at(&format!("{{ {partner}, \"vervangt\": [\"sluis-oud\", \"|\"] }}"), &["anders"]);
    at(&cooperation("\"aansluiting\": { \"via\": { \"naam\": \"|\" } }"), &["Gemaal Noord", "nog te bepalen"]);
    at("{ \"convenant\": { \"id\": \"| } }", &["dijken"]);
    at("{ \"id\": |, \"partner\": { \"naam\": \"Brug & Co\" } }", &["brug-co"]);
    at("{ \"partner\": { \"naam\": \"|\" } }", &["Gemaal Noord", "De Sluis", "nog te bepalen"]);
}

#[test]
fn dates_and_the_policy() {
    only("{ \"vastgesteldOp\": \"|\" }", &["2026-01-01"]);
    only("{ \"looptijd\": { \"tot\": | } }", &["2026-01-01", "2027-01-01"]);
    only("{ \"kader\": \"net|\" }", &["netcentrische-samenwerking-2017"]);
    only("{ \"evaluatie\": { \"intervalMaanden\": | } }", &["12", "24", "36"]);
    first(
        "{ \"regios\": [\"VR01\", \"VR02\", \"VR03\"], \"reikwijdte\": \"| }",
        ["bovenregionaal", "regionaal", "landelijk"],
    );
    first("{ \"fase\": |", ["verkenning", "uitwerking", "uitvoering"]);
}

#[test]
fn deviations_name_what_was_found() {
    let document =
        cooperation("\"profiel\": \"koppelsamenwerking\"").replace("  ]\n}", "  ],\n  \"afwijkingen\": [{ MARK }]\n}");
    let at = |inside: &str| Stage::marked(&document.replace("MARK", inside));
    let stage = at("\"regel\": \"|\", \"toelichting\": \"Omdat\"");
    let codes: Vec<String> = stage.findings.iter().map(|finding| finding.code.to_string()).collect();
    assert!(codes.contains(&stage.first(1)[0]), "{codes:?}");
    // What a deviation accepts is found no more: so the rule is one that none accepts yet.
    let stage = at("\"pad\": \"|\", \"toelichting\": \"Omdat\"");
    let subjects: Vec<&str> =
        stage.findings.iter().filter(|one| one.code.as_str() == "V400").map(Finding::subject).collect();
    assert_eq!(subjects, ["/samenwerkingen/0/randvoorwaarden"]);
    assert!(stage.labels().contains(&subjects[0].to_owned()));
    assert_eq!(at("|").first(3), ["regel", "toelichting", "pad"]);
}

#[test]
fn parties_that_have_not_signed() {
    let document = |inside: &str| {
        format!("{{ \"regios\": [\"VR05\"], \"overigePartijen\": [\"Gemeente X\"], \"ondertekenaars\": [{inside}] }}")
    };
    first(&document("{ \"partij\": \"|\" }"), ["partner", "VR05", "Gemeente X"]);
    first(&document("{ \"partij\": \"partner\" }, { \"partij\": | }"), ["VR05", "Gemeente X", "VR01"]);
    first(&document("{ | }"), ["partij", "functie", "datum"]);
}

#[test]
fn beginnings_and_ends() {
    let principles = "{ \"beginselen\": { \"kerntaken\": { \"geborgd\": true }, | } }";
    first(principles, ["handelingsruimte", "gevoelige-informatie", "informatiemanagement"]);
    for nothing in [
        "{ \"id\": \"a\"|",
        "{ \"id\": \"a\" }|",
        "{ \"id\": \"a\" } |",
        "{ // |\n}",
        "{ \"id\"|: \"a\" }",
        "{ \"x-eigen\": | }",
        "{ \"x-eigen\": { | } }",
        "{ \"randvoorwaarden\": | { } }",
    ] {
        only(nothing, &[]);
    }
}
