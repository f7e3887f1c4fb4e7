//! `kader new` on a terminal: questions, answers, and answers that cannot be.

use std::path::Path;

use kader::cli::{Streams, run};
use kader::system::{Memory, ReadFile, System as _};

/// What a person sees, and the status, on a machine with a terminal where these lines are typed.
fn typed(machine: Memory, arguments: &str, lines: &[&str]) -> (String, String, u8, Memory) {
    let machine = machine.with_current_dir("/w").with_terminal(80).with_stdin(lines.join("\n") + "\n");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args: Vec<_> = format!("kader new --color never {arguments}").split_whitespace().map(Into::into).collect();
    let status = run(&machine, &args, &mut Streams { out: &mut out, err: &mut err });
    (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap(), status, machine)
}

fn file(machine: &Memory, name: &str) -> String {
    match machine.read(Path::new(name), 1 << 20).unwrap() {
        ReadFile::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
        ReadFile::TooLarge(size) => panic!("{size} bytes"),
    }
}

#[test]
fn everything_is_asked_in_both_languages() {
    for lang in ["nl", "en"] {
        // An answer that is none of them, an empty one and a number out of range are asked for again.
        let lines =
            ["", "Netbeheerder Noord", "beheerdr", "2, 3", "9", "1", "VR01, Drenthe, vr02", "2", "Utrecht", "VR02", ""];
        let (out, err, status, machine) = typed(Memory::new(), &format!("--lang {lang}"), &lines);
        assert_eq!(status, 0, "{err}");
        insta::assert_snapshot!(format!("asking_{lang}"), format!("{err}\n=====\n{out}"));
        let text = file(&machine, "netbeheerder-noord.afspraak.json");
        assert!(
            text.contains(r#""regios": ["VR01", "VR03", "VR02"]"#) && text.contains(r#""regio": "VR02""#),
            "{text}"
        );
    }
}

#[test]
fn what_options_say_is_not_asked() {
    let given = "--partner P --core-task incidenteel --regions alle --phase verkenning --id p --output - --lang en";
    let (out, err, status, _) = typed(Memory::new(), given, &[""]);
    assert_eq!(status, 0, "{err}");
    assert!(out.starts_with("{\n  \"kader\":"), "{out}");
    assert!(!out.contains("adoptieregio"), "it may still have to be found: {out}");
    assert!(err.contains("adoption region (Enter: not known yet)? ") && !err.contains("Name of the partner"), "{err}");
}

#[test]
fn the_end_of_input_ends_it() {
    for lines in [&[][..], &["P"], &["P", "1", "1"]] {
        let (out, err, status, machine) = typed(Memory::new(), "--lang en", lines);
        assert_eq!((status, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(" is missing"), "{err}");
        assert!(machine.list(Path::new("/w")).unwrap().is_empty());
    }
}

#[test]
fn a_file_that_is_there_stays() {
    let machine = Memory::new().with_file("/w/p.afspraak.json", "mine");
    let given = "--partner P --core-task incidenteel --regions VR01 --phase verkenning --id p --lang en";
    let (_, err, status, machine) = typed(machine, given, &[]);
    assert_eq!(status, 2);
    assert!(err.contains("p.afspraak.json: this file exists already"), "{err}");
    assert_eq!(file(&machine, "p.afspraak.json"), "mine");
}

/// What the options say is looked at before the first question.
#[test]
fn what_cannot_be_is_refused_before_anything_is_asked() {
    let taken = || Memory::new().with_file("/w/p.afspraak.json", "mine").with_file("/w/x", "");
    for (given, why) in [
        ("--core-task beheerder --profile standby-samenwerking", "does not fit"),
        ("--core-task beheerder,beheerder", "asked for twice"),
        ("--regions VR01,VR02,VR03 --adoption-region VR09", "cannot be the adoption region"),
        ("--regions VR01 --adoption-region VR01", "leave `--adoption-region` out"),
        ("--regions VR99", "is not a value of `--regions`"),
        ("--partner TODO", "is no name of a partner"),
        ("--id A", "is not an id"),
        ("--id p", "p.afspraak.json: this file exists already"),
        ("--output x", "x: this file exists already"),
        ("--output weg/x", "weg/x: the folder of this file does not exist"),
    ] {
        let (out, err, status, machine) = typed(taken(), &format!("--lang en {given}"), &["antwoord"]);
        assert_eq!((status, out.as_str()), (2, ""), "{given}");
        assert!(err.contains(why) && !err.contains("Name of the partner"), "{given}: {err}");
        assert_eq!(machine.read_line(99).unwrap().as_deref(), Some("antwoord"), "{given}: nothing was read");
    }
}

/// An answer that cannot be is asked for again, with the reason and what can be.
#[test]
fn what_cannot_be_is_asked_again() {
    let given = "--lang en --profile standby-samenwerking --adoption-region VR02 --phase uitwerking";
    let machine = Memory::new().with_file("/w/p.afspraak.json", "mine");
    let lines =
        ["TODO", "P", "beheerder", "dienstverlener", "alle, VR01", "VR01", "VR01, VR03, VR04", "alle", "", "p2"];
    let (_, err, status, machine) = typed(machine, given, &lines);
    assert_eq!(status, 0, "{err}");
    let reasons = [
        "`TODO` is no name of a partner",
        "the profile `standby-samenwerking` does not fit the core task `beheerder`; known here: ",
        "`alle` stands for all regions",
        "has no adoption region: name more regions",
        "VR02 (Fryslân) cannot be the adoption region: it is not among the regions of the agreement; known here: VR01, VR03, VR04",
        "p.afspraak.json exists already: choose another id",
    ];
    for reason in reasons {
        assert_eq!(err.matches(reason).count(), 1, "{reason}: {err}");
    }
    assert!(!err.contains("`--"), "an answer is no option: {err}");
    assert!(file(&machine, "p2.afspraak.json").contains(r#""regios": "alle""#));
}

#[test]
fn the_adoption_region_is_one_of_those_that_are_listed() {
    let given = "--partner P --core-task beheerder --profile kernsamenwerking --phase uitwerking --id p --lang en";
    let (_, err, status, _) = typed(Memory::new(), given, &["VR01,VR03,VR04", "", "VR99", "VR02", "VR03"]);
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("The regions of the agreement: VR01 (Groningen), VR03 (Drenthe), VR04 ("), "{err}");
    assert!(err.contains("`VR99` is not one of the possible answers; known here: VR01, VR03, VR04"), "{err}");
    assert!(err.contains("has an adoption region from the second phase on: name one of its regions"), "{err}");
    assert!(!err.contains("`--"), "{err}");
}

#[test]
fn a_name_without_letters_of_ascii_needs_an_id_of_its_own() {
    let given = "--core-task incidenteel --regions VR01 --phase verkenning --lang en";
    let (_, err, status, machine) = typed(Memory::new(), given, &["Вода 1", "", "voda"]);
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("No id can be made of the name") && err.contains("an answer is needed here"), "{err}");
    assert!(file(&machine, "voda.afspraak.json").contains(r#""naam": "Вода 1""#));
}

#[test]
fn what_is_not_utf8_is_asked_again() {
    let machine = Memory::new().with_current_dir("/w").with_terminal(80).with_stdin(b"Caf\xE9\nCaf\xC3\xA9\n".to_vec());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let given =
        "kader new --color never --core-task incidenteel --regions VR01 --phase verkenning --id c --lang en --output -";
    let args: Vec<_> = given.split_whitespace().map(Into::into).collect();
    let status = run(&machine, &args, &mut Streams { out: &mut out, err: &mut err });
    let (out, err) = (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap());
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("this answer is not valid UTF-8") && out.contains(r#""naam": "Café""#), "{err}{out}");
}
