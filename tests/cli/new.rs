//! `kader new` as a process, where nobody can be asked.

use crate::runner::{Folder, Outcome};

/// A partner with one core task.
const PARTNER: &str = "new --partner Netbeheer --core-task beheerder --lang en";
const SECOND: &str = "policies/bergredding-drie-dalen";

fn kader(arguments: &str) -> Outcome {
    Folder::new().kader(arguments).run()
}

/// The errors of a check, by their codes.
fn errors(folder: &Folder, arguments: &str) -> Vec<String> {
    let report = folder.kader(&format!("check --format json {arguments}")).run().json();
    assert_eq!(report.failures(), []);
    let errors = report.findings().into_iter().filter(|finding| finding["severity"] == "error");
    errors.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn writes_an_agreement_and_says_where() {
    let folder = Folder::new();
    let given = "--profile kernsamenwerking --regions VR01,Drenthe,VR04 --adoption-region VR04 --phase uitwerking";
    let run = folder.kader(&format!("{PARTNER} {given}")).run().exits(0).silent();
    run.prints("Written: netbeheer.afspraak.json. `kader check netbeheer.afspraak.json` tells");
    assert_eq!(folder.names(), ["netbeheer.afspraak.json"]);
    assert_eq!(errors(&folder, ""), [""; 0]);
}

#[test]
fn on_standard_output_and_elsewhere() {
    let folder = Folder::new().file("map/x", "");
    let given = format!("{PARTNER} --profile koppelsamenwerking --regions alle --phase verkenning");
    let printed = folder.kader(&format!("{given} --output -")).run().exits(0).silent();
    folder.kader(&format!("{given} --output map/a.json")).run().exits(0).silent().prints("map/a.json");
    assert_eq!(folder.read("map/a.json"), printed.stdout.as_bytes());
    folder.kader(&format!("{given} --output map/a.json")).run().exits(2).complains("map/a.json: this file exists");
    folder.kader(&format!("{given} --output weg/a.json")).run().exits(2).complains("the folder of this file");
    assert_eq!(folder.names(), ["map"]);
}

#[test]
fn the_only_profile_that_fits_need_not_be_named() {
    let given = "--core-task dienstverlener,incidenteel --regions VR01 --output -";
    let text = kader(&format!("new --partner A {given}")).exits(0).silent().stdout;
    assert!(text.contains("standby-samenwerking") && text.contains("ad-hoc-aansluiting"), "{text}");
}

#[test]
fn what_is_missing_is_named_with_what_is_possible() {
    kader("new").exits(2).complains("`--partner` is missing");
    kader("new --partner A").exits(2).complains("hulpdienst, beheerder, dienstverlener, incidenteel");
    let profile = kader(&format!("{PARTNER} --regions VR01")).exits(2).complains("`--profile` is missing");
    assert_eq!(profile.stdout, "");
    insta::assert_snapshot!("new_profiles_en", profile.stderr);
    let dutch = kader("new --partner A --core-task hulpdienst --lang nl").exits(2);
    insta::assert_snapshot!("new_profiles_nl", dutch.stderr);
    kader(&format!("{PARTNER} --profile kernsamenwerking")).exits(2).complains("`--regions` is missing");
    kader(&format!("{PARTNER} --profile kernsamenwerking")).exits(2).complains("`--regions` is missing");
    Folder::new().kader(PARTNER).arg("--regions=").run().exits(2).complains("`--regions` lacks a value");
    Folder::new().kader("new --lang en").arg("--partner=").run().exits(2).complains("`--partner` lacks a value");
}

#[test]
fn what_cannot_be_is_refused_with_what_can() {
    let fails = |arguments: &str, text: &str| drop(kader(&format!("{PARTNER} {arguments}")).exits(2).complains(text));
    let core = "--profile kernsamenwerking --regions";
    fails("--profile standby-samenwerking --regions VR01", "known here: kernsamenwerking, structurele-samenwerking");
    fails("--core-task beheerder --profile koppelsamenwerking --regions VR01", "asked for twice");
    fails(&format!("{core} VR01,VR02,VR03 --phase uitwerking"), "known here: VR01, VR02, VR03");
    fails(&format!("{core} VR01,VR02,VR03 --adoption-region Utrecht"), "VR09 (Utrecht) cannot be");
    fails(&format!("{core} VR01 --adoption-region VR01"), "`regionaal` has no adoption region");
    fails(&format!("{core} VR99"), "`VR99` is not a value of `--regions`");
    fails(&format!("{core} Groningn"), "did you mean `Groningen`?");
    fails(&format!("{core} VR01 --id Netbeheer"), "`Netbeheer` is not an id");
    fails(&format!("{core} VR01 --phase live"), "verkenning, uitwerking, uitvoering");
    fails(
        "--profile kernsamenwerking,koppelsamenwerking --regions VR01",
        "`--profile` and `--core-task` do not name equally many (2 and 1)",
    );
    let hostile = Folder::new().kader(PARTNER).arg("--profile=\u{1B}[31m").run().exits(2);
    assert!(!hostile.stderr.contains('\u{1B}'), "{}", hostile.stderr);
}

/// A name that stands for one to come is none, whatever the policy calls it.
#[test]
fn a_partner_has_a_name() {
    let rest = "--core-task incidenteel --regions VR01 --output - --lang en";
    for name in ["TODO", "...", "xxx", "<naam>", "n.t.b.", "—", "Nog te bepalen"] {
        let run = Folder::new().kader(&format!("new {rest}")).arg("--partner").arg(name).run().exits(2);
        assert_eq!(run.stdout, "");
        run.complains(&format!("`{name}` is no name of a partner"));
    }
    Folder::new().kader(&format!("new {rest}")).arg("--partner=112").run().exits(0).silent().prints(r#""id": "112""#);
}

#[test]
fn ids_follow_from_letters_of_ascii() {
    let rest = "--core-task incidenteel --regions VR01 --output - --lang en";
    let named = |name: &str, more: &str| {
        Folder::new().kader(&format!("new {rest} {more}")).arg(format!("--partner={name}")).run()
    };
    named("Æther Ørsted Łódź", "").exits(0).silent().prints(r#""id": "aether-orsted-lodz""#);
    for name in ["Вода", "Вода 112", "水"] {
        named(name, "").exits(2).complains(&format!("no id can be made of `{name}`")).complains("`--id`");
        named(name, "--id water").exits(0).silent().prints(r#""id": "water""#);
    }
}

#[test]
fn all_regions_stand_alone() {
    let fails = |regions: &str, text: &str| {
        let run = kader(&format!("{PARTNER} --profile koppelsamenwerking --output - --regions {regions}")).exits(2);
        assert_eq!(run.stdout, "");
        run.complains(text)
    };
    fails("alle,VR99,rommel", "`VR99` is not a value of `--regions`");
    fails("VR01,alle", "`alle` stands for all regions");
    fails("ALLE", "did you mean `alle`?").complains("VR25, alle");
    fails("VR01,VR02,VR03 --adoption-region VR99", "known here: VR01, VR02, VR03\n");
    kader(&format!("{PARTNER} --profile koppelsamenwerking --output - --regions alle,alle")).exits(0).silent();
}

/// What only the last phase makes the agreement state is said, for nobody else said it.
#[test]
fn assumptions_are_named_in_both_languages() {
    let given =
        "--core-task beheerder,incidenteel --profile kernsamenwerking,ad-hoc-aansluiting --regions VR01,VR02,VR03";
    let run = |lang: &str, phase: &str| {
        let more = format!("--adoption-region VR02 --phase {phase} --lang {lang} --output -");
        kader(&format!("new --partner A {given} {more}")).exits(0)
    };
    for lang in ["nl", "en"] {
        insta::assert_snapshot!(format!("new_assumed_{lang}"), run(lang, "uitvoering").stderr);
        assert_eq!(run(lang, "verkenning").stderr, "");
    }
}

#[test]
fn a_target_that_is_none() {
    let folder = Folder::new().file("map/x", "").file("bestand", "");
    let given = format!("{PARTNER} --profile koppelsamenwerking --regions VR01");
    let fails = |output: &str, text: &str| {
        folder.kader(&format!("{given} --output {output}")).run().exits(2).complains(text);
    };
    fails(".", ".: this is a folder");
    fails("map", "map: this is a folder");
    fails("bestand/a.json", "a part of this path is a file");
    let long =
        folder.kader(&format!("{} --lang nl", given.replace(" --lang en", ""))).arg("--output").arg("a".repeat(300));
    let long = long.run().exits(2).complains("de naam is te lang");
    assert!(!long.stderr.contains("os error"), "{}", long.stderr);
    assert_eq!(folder.names(), ["bestand", "map"]);
}

/// A disputed combination is no impossible one: `check` says what is to be said of it.
#[test]
fn a_disputed_profile_can_be_asked_for() {
    let given = "--profile ad-hoc-aansluiting --regions VR01 --output -";
    kader(&format!("{PARTNER} {given}")).exits(0).silent().prints("ad-hoc-aansluiting");
}

#[test]
fn another_policy() {
    let folder = Folder::fixtures(&[SECOND]);
    let line = format!("put the line `policy = \"{SECOND}\"` in kader.toml");
    let asked = format!("new --partner Gids --policy {SECOND} --lang en");
    folder.kader(&asked).run().exits(2).complains(&line);
    folder.kader(&format!("{asked} --isolated")).run().exits(2).complains(&line);
    let folder = folder.file("kader.toml", format!("policy = \"{SECOND}\"\nas-of = \"2031-05-01\""));
    let given =
        "--core-task lawinezorg --profile touwgroep --regions GENT-3,EDEL-2 --phase topgang --output a.afspraak.json";
    let run = folder.kader(&format!("new --partner Gids --policy {SECOND} {given} --lang en")).run().exits(0);
    run.complains("that there is an evaluation every year");
    let codes = errors(&folder, "a.afspraak.json --as-of 2031-05-01");
    assert!(codes.iter().all(|code| code.starts_with(['V', 'T'])), "{codes:?}");
    folder.kader("new --partner Gids --core-task gidsdienst").run().exits(2).complains("belpost, meekijker");
    folder.kader("new --policy nergens --partner A").run().exits(2).complains("nergens");
}
