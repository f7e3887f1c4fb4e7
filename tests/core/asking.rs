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
