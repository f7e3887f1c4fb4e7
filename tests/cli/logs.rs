//! Nothing that a document, a file's name or an argument says is a command to who reads the log of a pipeline.

use crate::runner::{CLEAN, FORMATS, Folder, Outcome};

const VSO: &str = "##vso[task.complete result=Succeeded;]";

/// An agreement with commands in its texts, on lines of its own, and with a line that is one.
fn hostile() -> String {
    let keys = format!("{{\n  \"{VSO}\": 1,\n  \"##[stop-commands]x\": 2,\n::error::y\n");
    CLEAN.replacen("{\n", &keys, 1)
}

/// The lines at which a runner would look twice.
fn commands(outcome: &Outcome) -> Vec<String> {
    let lines = outcome.stdout.lines().chain(outcome.stderr.lines());
    let marked = |line: &&str| line.contains("##vso[") || line.contains("##[");
    let begins = |line: &&str| line.trim_start().starts_with("::") && !line.trim_start().starts_with(":::");
    lines.filter(|line| marked(line) || begins(line)).map(str::to_owned).collect()
}

#[test]
fn no_text_of_a_document_is_a_command_in_any_format() {
    let folder = Folder::new().file("::error::x,##[error]y.afspraak.json", hostile());
    for format in FORMATS {
        let run = folder.kader(&format!("check --format {format}")).run().exits(1);
        let lines = commands(&run);
        match format {
            // One command a line, and none inside it.
            "github" => assert!(lines.iter().all(|line| line.starts_with("::") && !line.contains("##")), "{lines:?}"),
            "azure" => assert!(lines.iter().all(|line| line.rfind("##") == Some(0)), "{lines:?}"),
            _ => assert_eq!(lines, Vec::<String>::new(), "{format}"),
        }
        let file = folder.kader(&format!("check --format json --output {format}=uit")).run().exits(1);
        assert_eq!(String::from_utf8(folder.read("uit")).unwrap(), run.stdout, "{format}");
        assert_eq!(commands(&file), Vec::<String>::new());
    }
}

#[test]
fn json_says_what_the_document_says() {
    let folder = Folder::new().file("a.afspraak.json", hostile());
    let run = folder.kader("check --format json").run().exits(1);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let findings = report["documents"][0]["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["pointer"] == format!("/{VSO}")), "{findings:?}");
}

#[test]
fn names_and_arguments_are_no_commands() {
    let folder = Folder::new().file("::error::x.afspraak.json", CLEAN.replace("  ", "    "));
    let named = folder.kader("fmt").run().exits(0);
    assert_eq!((named.stdout.as_str(), commands(&named)), ("\\u003a:error::x.afspraak.json\n", vec![]));
    for arguments in ["check", "fmt", "assess", "overview", "deviations", "explain"] {
        for name in [VSO, "::error::x"] {
            let run = folder.kader(arguments).arg(name).run().exits(2);
            assert_eq!(commands(&run), Vec::<String>::new(), "{arguments} {name}");
            assert!(run.stderr.contains("error"), "{}", run.stderr);
        }
    }
    let config = Folder::new().file("kader.toml", format!("exclude = [\"{VSO}\"]\n\"##[error]x\" = 1\n"));
    for arguments in ["config show", "check"] {
        assert_eq!(commands(&config.kader(arguments).run()), Vec::<String>::new(), "{arguments}");
    }
}

#[test]
fn a_document_and_a_patch_stay_as_they_are() {
    let mended = hostile().replace("::error::y\n", "");
    let folder = Folder::new();
    let long = mended.replace("  ", "    ");
    assert_eq!(folder.kader("fmt -").input(long.clone()).run().exits(0).stdout, mended);
    assert_eq!(folder.kader("check --fix -").input(mended.clone()).run().stdout, mended);
    let folder = folder.file("a.afspraak.json", long);
    let patch = folder.kader("fmt --check --diff").run().exits(1).stdout;
    assert!(patch.contains(&format!("+  \"{VSO}\": 1,\n")), "{patch}");
}

#[test]
fn in_a_pipeline_a_patch_is_to_be_read() {
    let comma = hostile().replacen("{\n", "{\n  \"\u{202E}\": [1,],\n", 1);
    let folder = Folder::new().file("a.afspraak.json", comma);
    for (name, value) in [("TF_BUILD", "True"), ("GITHUB_ACTIONS", "true")] {
        let run = folder.kader("check --fix --diff --select S").env(name, value).run();
        assert!(run.stdout.contains("[1]") && commands(&run).is_empty(), "{}", run.stdout);
        assert!(run.stdout.contains("#\\u0023vso[") && !run.stdout.contains('\u{202E}'), "{}", run.stdout);
    }
    let raw = folder.kader("check --fix --diff --select S").run();
    assert_eq!(commands(&raw).len(), 3, "{}", raw.stdout);
    let plain = Folder::new().file("a.afspraak.json", CLEAN.replace("  ", "    "));
    let patch = |name: &str| plain.kader("fmt --check --diff").env(name, "true").run().exits(1).stdout;
    assert_eq!(patch("TF_BUILD"), patch("NOTHING"), "where there is no command, it is the same");
}
