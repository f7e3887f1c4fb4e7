//! What the options of `check` do.

use crate::runner::{CLEAN, Folder, doubtful, faulty, other};

/// An error D109 and a warning D110.
fn both() -> Folder {
    Folder::new().file("a.afspraak.json", doubtful().replace("VR17", "VR99"))
}

fn codes(folder: &Folder, arguments: &str) -> Vec<String> {
    let report = folder.kader(&format!("check --format json {arguments}")).run().json();
    report.lines().iter().map(|line| line.split(" /").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn select_and_ignore() {
    let folder = both();
    assert_eq!(codes(&folder, ""), ["D110 warning", "D109 error"]);
    assert_eq!(codes(&folder, "--select D109"), ["D109 error"]);
    assert_eq!(codes(&folder, "--select unknown-region"), ["D109 error"]);
    assert_eq!(codes(&folder, "--select S,V40"), [""; 0]);
    assert_eq!(codes(&folder, "--select S --select D1"), ["D110 warning", "D109 error"]);
    assert_eq!(codes(&folder, "--ignore d109"), ["D110 warning"]);
    assert_eq!(codes(&folder, "--ignore D --select D109"), ["D109 error"]);
    assert_eq!(codes(&folder, "--select D --ignore D109,D110"), [""; 0]);
}

#[test]
fn rules_that_are_left_out_are_named() {
    let report = both().kader("check --format json --ignore D109").run().exits(0).json();
    assert_eq!(report.0["rules"]["skipped"][0]["code"], "D109");
    assert_eq!(report.0["rules"]["skipped"][0]["why"], "off");
}

#[test]
fn severity_sets_levels() {
    let folder = both();
    assert_eq!(codes(&folder, "--severity D109=hint"), ["D110 warning", "D109 hint"]);
    assert_eq!(codes(&folder, "--severity D=info,D109=off"), ["D110 info"]);
    folder.kader("check --severity D109=warning").run().exits(0);
    folder.kader("check --severity D109=warning --severity D110=error").run().exits(1);
}

#[test]
fn the_day_of_judgement() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    let day = |run: crate::runner::Kader| run.run().exits(0).json().0["asOf"].as_str().unwrap().to_owned();
    assert_eq!(day(folder.kader("check --format json")), "2026-01-01");
    assert_eq!(day(folder.kader("check --format json --as-of 2024-02-29")), "2024-02-29");
    let today = day(folder.kader("check --format json").without("KADER_AS_OF"));
    assert!(today.len() == 10 && today.as_str() > "2024", "{today}");
    let broken = folder.file("a/kader.toml", "ignor = 1").file("a/b.afspraak.json", CLEAN);
    let report = broken.kader("check --format json --as-of 2024-02-29").run().exits(2).json();
    assert_eq!(report.0["asOf"], "2024-02-29", "also where a configuration cannot be used");
}

#[test]
fn a_day_must_stand_in_the_calendar() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    for day in ["2025-02-29", "2026-13-01", "2026-1-1", "2026", "vandaag", ""] {
        folder.kader("check").arg(format!("--as-of={day}")).run().exits(2).complains("--as-of");
    }
    folder.kader("check").env("KADER_AS_OF", "2025-02-29").run().exits(2).complains("`2025-02-29` in `KADER_AS_OF`");
    folder.kader("check --as-of 2025-01-01").env("KADER_AS_OF", "morgen").run().exits(0);
}

#[test]
fn min_severity_hides() {
    let folder = both();
    let lines = |level: &str| {
        let text = folder.kader("check --quiet --min-severity").arg(level).run().exits(1).stdout;
        text.lines().count()
    };
    assert_eq!(["hint", "info", "warning", "error"].map(lines), [2, 2, 2, 1]);
}

#[test]
fn the_last_one_of_two_counts() {
    let folder = both();
    folder.kader("check --format full --format json --lang nl --lang en").run().exits(1).json();
    folder.kader("--color never check --color always").run().exits(1).prints("\u{1B}[");
}

#[test]
fn quiet_leaves_the_summary_out() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let loud = folder.kader("check").run().exits(1).stdout;
    let quiet = folder.kader("check --quiet").run().exits(1).silent().stdout;
    assert_eq!(quiet.lines().count(), 1);
    assert!(loud.starts_with(&quiet) && loud.lines().count() == 2, "{loud}");
    let clean = Folder::new().file("a.afspraak.json", CLEAN);
    assert_eq!(clean.kader("check -q").run().exits(0).silent().stdout, "");
}

#[test]
fn verbose_tells_about_the_run_on_standard_error() {
    let folder = Folder::new().file("kader.toml", "").file("a.afspraak.json", CLEAN);
    let outcome = folder.kader("check --verbose --format json --jobs 3").run().exits(0);
    outcome.json().is_clean();
    let root = format!("project root: {}\n", folder.path().canonicalize().unwrap().display());
    let texts =
        ["policy: netcentrische-samenwerking-2017 1.", "as of: 2026-01-01\n", &root, "documents: 1\n", "threads: 3"];
    for text in texts {
        assert!(outcome.stderr.contains(text), "{text}: {}", outcome.stderr);
    }
    assert_eq!(outcome.stderr.matches(" ms\n").count(), 3);
}

#[test]
fn statistics_count_by_rule() {
    let folder = both().file("b.afspraak.json", other(&faulty()));
    let text = folder.kader("check --quiet --statistics").run().exits(1).silent().stdout;
    let rows: Vec<Vec<&str>> = text.lines().skip(5).map(|line| line.split_whitespace().take(3).collect()).collect();
    assert_eq!(rows[0], ["D109", "unknown-region", "2"], "{text}");
    assert_eq!(rows[1][0], "D110", "{text}");
    let outcome = folder.kader("check --format json --statistics").run().exits(1);
    assert_eq!(outcome.json().paths().len(), 2);
    outcome.complains("unknown-region");
}

#[test]
fn colour() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    let colored = |run: crate::runner::Kader| run.run().exits(1).stdout.contains('\u{1B}');
    for format in ["full", "concise"] {
        let run = || folder.kader("check --format").arg(format);
        assert!(!colored(run()));
        assert!(colored(run().arg("--color=always")));
        assert!(colored(run().arg("--color=always").env("NO_COLOR", "1")));
        assert!(colored(run().env("FORCE_COLOR", "1")));
        assert!(colored(run().env("CLICOLOR_FORCE", "1")));
        assert!(!colored(run().env("FORCE_COLOR", "1").env("NO_COLOR", "1")));
        assert!(!colored(run().env("FORCE_COLOR", "1").arg("--color=never")));
    }
    assert!(!colored(folder.kader("check --format json --color always")));
}

#[test]
fn without_a_terminal_the_report_is_concise() {
    let folder = both();
    let usual = folder.kader("check").run().stdout;
    assert_eq!(usual, folder.kader("check --format concise").run().stdout);
    assert_ne!(usual, folder.kader("check --format full").run().stdout);
}
