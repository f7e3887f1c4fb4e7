//! `kader diff` as a process.

use std::process::Command;

use crate::runner::{CLEAN, Folder, faulty};

const A: &str = "afspraken/a.afspraak.json";

/// A later version: in another phase, with a profile, and with a region that does not exist.
fn later() -> String {
    let text = faulty().replace("verkenning", "uitwerking");
    text.replace(r#""kerntaak": "beheerder" }"#, r#""kerntaak": "beheerder", "profiel": "koppelsamenwerking" }"#)
}

/// A repository with one commit, and a later version in the working tree.
fn repository() -> Folder {
    committed(Folder::new().file(A, CLEAN)).file(A, later())
}

/// A folder as a repository with one commit.
fn committed(folder: Folder) -> Folder {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(folder.path()).args(["-c", "user.name=a", "-c", "user.email=a@example.nl"]).args(arguments);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
        assert!(command.output().unwrap().status.success(), "{arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "one"]);
    folder
}

/// The program's environment with the way to git.
fn diff(folder: &Folder, arguments: &str) -> crate::runner::Kader {
    let path = std::env::var("PATH").unwrap();
    folder.kader(&format!("diff {arguments}")).env("PATH", &path).env("GIT_CONFIG_GLOBAL", "/dev/null")
}

#[test]
fn two_files_in_both_languages() {
    let folder = Folder::new().file("oud.json", CLEAN).file("nieuw.afspraak.json", later());
    for lang in ["nl", "en"] {
        for format in ["full", "markdown"] {
            let arguments = format!("diff oud.json nieuw.afspraak.json --lang {lang} --format {format}");
            let text = folder.kader(&arguments).run().exits(0).silent().stdout;
            insta::assert_snapshot!(format!("diff_{format}_{lang}"), text);
        }
    }
    folder.kader("diff oud.json oud.json").run().exits(0).silent().prints("Nothing is different");
    folder.kader("diff --help --lang en").run().exits(0).silent().prints("  <OLD>  The old");
}

#[test]
fn revisions_that_git_knows() {
    let folder = repository();
    diff(&folder, &format!("HEAD:{A} {A}")).run().exits(0).silent().prints("D109: `VR99`");
    let within = diff(&folder, "HEAD:./a.afspraak.json a.afspraak.json").within("afspraken").run().exits(0).silent();
    assert!(within.stdout.contains("D109"), "{}", within.stdout);
    diff(&folder, &format!("HEAD:{A} HEAD:{A}")).run().exits(0).silent().prints("Nothing is different");
}

#[test]
fn what_cannot_be_had_is_named() {
    let folder = repository();
    let fails = |arguments: &str, text: &str| {
        let outcome = diff(&folder, arguments).run().exits(2).complains(text);
        assert_eq!(outcome.stdout, "");
    };
    fails(&format!("HEAD~7:{A} {A}"), "git knows no revision `HEAD~7`");
    fails(&format!("HEAD:b.json {A}"), "the revision `HEAD` has no file `b.json`");
    fails(&format!("HEAD:afspraken {A}"), "has no file `afspraken`");
    fails(&format!("weg.json {A}"), "weg.json: there is no such file");
    fails(&format!("{A} afspraken"), "afspraken: this is a folder");
    fails(&format!("HEAD: {A}"), "HEAD:: here belongs a file, or a revision and a path with a colon between them");
    fails(&format!(":{A} {A}"), "the index of git is not read");
    fails(&format!("{A} {A} {A}"), "is one argument too many");
    let without = Folder::new().file("a", CLEAN);
    diff(&without, "HEAD:a a").run().exits(2).complains("in no git repository that can be read");
    without.kader("diff HEAD:a a").env("PATH", "/nowhere").run().exits(2).complains("git cannot be asked");
}

/// What is asked of git never becomes one of its options.
#[test]
fn a_dash_is_no_option_of_git() {
    let folder = repository();
    for odd in ["--output=x:a", "-h:a", "--all:a", "HEAD:--output=x", "--git-dir=/tmp:x"] {
        let run = diff(&folder, "--").arg(odd).arg(A).run().exits(2);
        assert!(run.stderr.contains("git knows no revision") || run.stderr.contains("has no file"), "{}", run.stderr);
    }
    assert_eq!(folder.names(), [".git", "afspraken"]);
}

#[test]
fn both_are_judged_where_the_new_one_stands() {
    let folder = Folder::new()
        .file("kader.toml", "ignore = [\"D\"]")
        .file("a.afspraak.json", faulty())
        .file("elders/kader.toml", "")
        .file("elders/b.json", CLEAN);
    folder.kader("diff elders/b.json a.afspraak.json").run().exits(0).silent().prints("Findings: 0 new, 0 gone");
    folder.kader("diff a.afspraak.json elders/b.json").run().exits(0).silent().prints("Findings: 0 new, 1 gone");
}

#[test]
fn mistakes() {
    let folder = Folder::new().file("a", CLEAN).file("kader.toml", "lang = 3");
    folder.kader("diff a").run().exits(2).complains("kader diff [OPTIONS] <OLD> <NEW>");
    folder.kader("diff a a").run().exits(2).complains("kader.toml");
    folder.kader("diff a a --isolated --as-of x").run().exits(2).complains("--as-of").complains("kader diff");
}

#[test]
fn a_documents_text_is_text() {
    let hostile = later().replace("\"VR99\"", "\"\\u001b[31m<b>|*x*\u{202E}\"");
    let folder = Folder::new().file("a.json", CLEAN).file("b.json", hostile);
    for format in ["full", "markdown", "json"] {
        let text = folder.kader(&format!("diff a.json b.json --format {format}")).run().exits(0).stdout;
        assert!(!text.contains(['\u{1B}', '\u{202E}']), "{text}");
        assert!(format != "markdown" || !text.contains("<b>"), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_revision() {
    let folder = Folder::new().file(A, CLEAN).file("los", "");
    let link = |target: &str, name: &str| std::os::unix::fs::symlink(target, folder.path().join(name)).unwrap();
    link("afspraken/a.afspraak.json", "link.json");
    link("link.json", "verder.json");
    link("weg.json", "weg-link.json");
    link("/etc/hostname", "buiten.json");
    link("kring.json", "kring.json");
    let folder = committed(folder);
    for name in ["link.json", "verder.json"] {
        diff(&folder, &format!("HEAD:{name} {A}")).run().exits(0).silent().prints("Nothing is different");
    }
    for name in ["weg-link.json", "buiten.json", "kring.json"] {
        let run = diff(&folder, &format!("HEAD:{name} {A} --lang en")).run().exits(2);
        run.complains(&format!("HEAD:{name}: in the revision `HEAD`, `{name}` is a link that leads nowhere there"));
    }
    diff(&folder, &format!("HEAD:a\nb {A}")).run().exits(2);
}

/// Neither version is a document beside the other: they have an id and a partner in common, and that is no finding.
#[test]
fn neither_is_a_neighbour_of_the_other() {
    let folder = Folder::new().file("kader.toml", "").file("a.afspraak.json", CLEAN).file("b.afspraak.json", later());
    let codes = |arguments: &str| {
        let json = folder.kader(&format!("diff {arguments} --format json --lang en")).run().exits(0).silent().json().0;
        let of = |kind: &str| {
            let all = json["findings"][kind].as_array().unwrap().iter();
            all.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        (of("new"), of("gone"))
    };
    let (new, gone) = codes("a.afspraak.json b.afspraak.json");
    assert!(!new.iter().chain(&gone).any(|code| code.starts_with('W')), "{new:?} {gone:?}");
    assert_eq!(codes("b.afspraak.json a.afspraak.json"), (gone, new));
    let alone = Folder::new().file("a.json", CLEAN).file("b.json", later());
    let text = |folder: &Folder, a: &str, b: &str| {
        folder
            .kader(&format!("diff {a} {b} --lang en"))
            .run()
            .exits(0)
            .stdout
            .lines()
            .skip(1)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(text(&folder, "a.afspraak.json", "b.afspraak.json"), text(&alone, "a.json", "b.json"));
}

#[test]
fn what_cannot_be_read_is_not_compared() {
    let other = CLEAN.replace("netcentrische-", "andere-");
    let folder =
        Folder::new().file("a.json", CLEAN).file("b.json", &other).file("c.json", "[]").file("d.json", b"\xFF");
    for pair in ["a.json b.json", "b.json a.json", "b.json b.json", "c.json d.json"] {
        for format in ["full", "markdown"] {
            let run = folder.kader(&format!("diff {pair} --lang en --format {format}")).run().exits(0);
            let run = run.complains("cannot be read as an agreement").prints("These versions were not compared");
            assert!(!run.stdout.contains("Nothing is different") && !run.stdout.contains("Findings"), "{}", run.stdout);
        }
        let json = folder.kader(&format!("diff {pair} --format json")).run().exits(0).json();
        assert!(!json.failures().is_empty());
    }
    let broken = CLEAN.replace("\"VR17\"]", "\"VR17\"]]");
    let folder = Folder::new().file("a.json", &broken).file("b.json", broken.replace("Proefpartner", "Iemand"));
    let text = folder.kader("diff a.json b.json --lang en").run().exits(0).stdout;
    assert!(text.contains("Only what can be read was compared") && !text.contains("Nothing"), "{text}");
}

/// A finding that is the same one, and says something else.
#[test]
fn other_words() {
    let two = CLEAN.replace(r#"["VR17"]"#, r#"["VR17", "VR18", "VR20"]"#);
    let four = CLEAN.replace(r#"["VR17"]"#, r#"["VR17", "VR18", "VR20", "VR21"]"#);
    let folder = Folder::new().file("a.json", two).file("b.json", four);
    let json = folder.kader("diff a.json b.json --format json --lang en").run().exits(0).silent().json().0;
    let changed = &json["findings"]["changed"];
    assert_eq!(changed[0]["finding"]["code"], "R301", "{json}");
    assert_ne!(changed[0]["from"], changed[0]["finding"]["message"]);
    let text = folder.kader("diff a.json b.json --lang en").run().exits(0).silent();
    text.prints("1 in other words").prints("Findings that say something else now").prints("before: ");
}
