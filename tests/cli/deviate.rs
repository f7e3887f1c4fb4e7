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
    refused(deviate(&folder, "D109", ""), "the rule `D109` allows no deviation");
    refused(deviate(&folder, "V400", "samenwerkingen"), "is no JSON Pointer");
    refused(deviate(&folder, "V400", "/a~b"), "is no JSON Pointer");
    refused(deviate(&folder, "V400", "").arg("--until=31-12-2026"), "`31-12-2026` in `--until` is no date");
    refused(deviate(&folder, "V400", "").arg("--reason=..."), "says nothing");
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
