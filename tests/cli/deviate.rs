//! `kader deviate` as a process.

use crate::runner::{CLEAN, Folder, Kader};

const A: &str = "a.afspraak.json";

/// An agreement with a finding V400, and one D109.
fn agreement() -> String {
    let text = CLEAN.replace("verkenning", "uitwerking");
    text.replace(r#""kerntaak": "beheerder" }"#, r#""kerntaak": "beheerder", "profiel": "koppelsamenwerking" }"#)
}

fn folder() -> Folder {
    Folder::new().file(A, agreement())
}

fn deviate(folder: &Folder, code: &str, path: &str) -> Kader {
    folder.kader(&format!("deviate {code} {A} --lang en")).arg(format!("--path={path}")).arg("--reason=Bijlage 3 volgt")
}

#[test]
fn adds_a_deviation_and_says_what_it_accepts() {
    let folder = folder();
    let run = deviate(&folder, "V400", "/samenwerkingen/0").arg("--until=2026-06").arg("--approved-by=Directeur VR17");
    run.run().exits(0).complains("/afwijkingen/0 in a.afspraak.json: this deviation accepts one finding");
    let added = r#"  "afwijkingen": [
    {
      "regel": "V400",
      "pad": "/samenwerkingen/0",
      "toelichting": "Bijlage 3 volgt",
      "akkoord": "Directeur VR17",
      "tot": "2026-06"
    }
  ]
}
"#;
    let text = String::from_utf8(folder.read(A)).unwrap();
    assert_eq!(text, agreement().replace("}]\n}\n", &format!("}}],\n{added}")));
    let register = folder.kader("deviations --format json").run().exits(0).silent().json().0;
    assert_eq!(
        (&register["deviations"][0]["state"], &register["summary"]["accepted"]),
        (&"in-force".into(), &1.into())
    );
    deviate(&folder, "preconditions-not-stated", "").run().exits(0).complains("/afwijkingen/1 in");
    let text = String::from_utf8(folder.read(A)).unwrap();
    assert!(text.contains(r#""regel": "preconditions-not-stated", "toelichting""#), "{text}");
}

#[test]
fn what_accepts_nothing_is_added_and_said() {
    let folder = folder();
    deviate(&folder, "P208", "").run().exits(0).complains("nothing is found that this deviation covers");
    deviate(&folder, "V400", "").arg("--until=2025").run().exits(0).complains("its last day has passed");
    let register = folder.kader("deviations --format json").run().exits(0).json().0;
    assert_eq!((&register["summary"]["unused"], &register["summary"]["expired"]), (&1.into(), &1.into()));
}

#[test]
fn shown_or_printed_nothing_is_written() {
    let folder = folder();
    let shown = deviate(&folder, "V400", "").arg("--diff").run().exits(0);
    assert!(shown.stdout.contains("+  \"afwijkingen\": ["), "{}", shown.stdout);
    assert_eq!(folder.read(A), agreement().into_bytes());
    let printed =
        folder.kader("deviate V400 - --path= --reason=Omdat --quiet").input(agreement()).run().exits(0).silent();
    let text = printed.stdout;
    assert!(text.starts_with("{\n") && text.contains(r#"{ "regel": "V400", "toelichting": "Omdat" }"#), "{text}");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let folder = folder();
    let refused = |run: Kader, text: &str| {
        let outcome = run.run().exits(2).complains(text);
        assert_eq!(outcome.stdout, "");
        assert_eq!(folder.read(A), agreement().into_bytes());
    };
    refused(deviate(&folder, "V40O", ""), "known here: V400, V401");
    refused(deviate(&folder, "precondition-mising", ""), "did you mean `precondition-missing`?");
    refused(deviate(&folder, "v400", ""), "did you mean `V400`?");
    refused(deviate(&folder, "L504", ""), "the rule `L504` allows no deviation");
    refused(deviate(&folder, "D109", ""), "the rule `D109` allows no deviation in any agreement");
    refused(deviate(&folder, "S001", ""), "the rule `S001` allows no deviation in any agreement");
    refused(deviate(&folder, "V400", "samenwerkingen"), "is no JSON Pointer");
    refused(deviate(&folder, "V400", "/a~b"), "is no JSON Pointer");
    refused(deviate(&folder, "V400", "").arg("--until=31-12-2026"), "`31-12-2026` in `--until` is no date");
    for text in ["...", "TODO", "xxx", " ", "n.t.b."] {
        refused(deviate(&folder, "V400", "").arg(format!("--reason={text}")), "in `--reason` says nothing");
        refused(deviate(&folder, "V400", "").arg(format!("--approved-by={text}")), "in `--approved-by` says nothing");
    }
    refused(folder.kader(&format!("deviate V400 {A} --reason x --lang en")), "`--path` is missing");
    refused(folder.kader("deviate V400 weg.json --path= --reason=x --lang en"), "weg.json: there is no such file");
    let odd = "deviate V400 - --path= --reason=x --lang en";
    refused(folder.kader(odd).input("{ \"a\": 1, }"), "<stdin>: this document cannot be read as a whole");
    refused(folder.kader(odd).input(b"\xFF".to_vec()), "<stdin>: this document cannot be read as a whole");
    refused(folder.kader(odd).input("[]"), "a deviation has no place here");
    refused(
        folder.kader(odd).input(agreement().replacen('{', "{ \"afwijkingen\": {},", 1)),
        "a deviation has no place",
    );
    refused(
        folder.kader(odd).input(agreement().replace("netcentrische-", "andere-")),
        "the policy that this document names",
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_stays() {
    let folder = folder();
    let path = folder.path().join(A);
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    deviate(&folder, "V400", "").run().exits(2).complains("a.afspraak.json: access is denied");
    assert_eq!(folder.read(A), agreement().into_bytes());
}

#[test]
fn a_documents_own_layout_is_kept() {
    let folder = Folder::new().file(A, agreement().replace("  ", "\t").replace('\n', "\r\n"));
    deviate(&folder, "V400", "").run().exits(0);
    let text = String::from_utf8(folder.read(A)).unwrap();
    assert!(text.contains("\r\n\t\"afwijkingen\": [\r\n\t\t{ \"regel\""), "{text:?}");
    assert!(text.ends_with("]\r\n}\r\n") && !text.replace("\r\n", "").contains('\n'), "{text:?}");
}

/// What is in its layout stays in it, whatever comes in: into an empty list, over the edge of a line, behind a last entry.
#[test]
fn what_is_laid_out_stays_laid_out() {
    let clean = Folder::new().file(A, agreement());
    clean.kader(&format!("fmt {A} --quiet")).run().exits(0);
    let clean = String::from_utf8(clean.read(A)).unwrap();
    for list in ["", r#""afwijkingen": [],"#, r#""afwijkingen": [{ "regel": "P208", "toelichting": "Omdat" }],"#] {
        let text = clean.replacen("  \"reikwijdte\"", &format!("  {list}\n  \"reikwijdte\""), 1).replace("  \n", "");
        for length in (1..110).step_by(3) {
            let folder = Folder::new().file(A, &text);
            folder.kader(&format!("fmt {A} --quiet")).run().exits(0);
            let run = folder
                .kader(&format!("deviate V400 {A} --path= --quiet"))
                .arg("--reason")
                .arg("r".repeat(length.max(4)).replace("rrr", "rwr"));
            run.run().exits(0);
            folder.kader(&format!("fmt --check {A} --quiet")).run().exits(0);
        }
    }
}

#[test]
fn what_is_accepted_already_is_said() {
    let folder = folder();
    deviate(&folder, "V400", "").run().exits(0).complains("accepts one finding");
    let again = "this deviation accepts nothing: what it would accept is already accepted by /afwijkingen/0";
    deviate(&folder, "V400", "/samenwerkingen").run().exits(0).complains(again);
    let register = folder.kader("deviations --lang en").run().exits(0).stdout;
    assert!(register.contains("what it would accept is already accepted by"), "{register}");
    deviate(&folder, "V400", "").run().exits(0).complains("already accepted by /afwijkingen/0\n");
}

/// A key that stands twice is no fault of syntax: the deviation goes where the rules look.
#[test]
fn a_key_that_stands_twice() {
    let text = agreement().replacen('{', "{\n  \"fase\": \"verkenning\",", 1);
    let folder = Folder::new().file(A, &text);
    deviate(&folder, "V400", "").run().exits(0);
    let register = folder.kader("deviations --format json").run().exits(0).json().0;
    assert_eq!(register["summary"]["deviations"], 1);
    let twice = agreement().replacen('{', "{ \"afwijkingen\": [], \"afwijkingen\": [],", 1);
    let folder = Folder::new().file(A, twice);
    deviate(&folder, "V400", "").run().exits(0);
    let register = folder.kader("deviations --format json").run().exits(0).json();
    assert_eq!(register.0["summary"]["deviations"], 1, "{:?}", String::from_utf8(folder.read(A)));
}

#[cfg(unix)]
#[test]
fn through_a_link() {
    let folder = Folder::new().file("elders/b.json", agreement());
    std::os::unix::fs::symlink("elders/b.json", folder.path().join(A)).unwrap();
    deviate(&folder, "V400", "").run().exits(0).complains("accepts one finding");
    assert!(String::from_utf8(folder.read("elders/b.json")).unwrap().contains("afwijkingen"));
    assert!(folder.path().join(A).is_symlink(), "the link is still one");
}

/// What is no regular file is never waited for where something would be written.
#[cfg(target_os = "linux")]
#[test]
fn no_pipe_is_waited_for() {
    let folder = Folder::new();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join(A)).status().unwrap();
    assert!(made.success());
    deviate(&folder, "V400", "").run().exits(2).complains("no regular file");
    for command in ["fmt", "check --fix"] {
        folder.kader(&format!("{command} {A} --lang en")).run().exits(2).complains("no regular file");
    }
    let given = "new --partner P --core-task incidenteel --regions VR01 --lang en --output";
    folder.kader(&format!("{given} {A}")).run().exits(2).complains("this file exists already");
}
