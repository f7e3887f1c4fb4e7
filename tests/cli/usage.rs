//! The help, and mistakes in the arguments.

use crate::runner::{Folder, Outcome};

fn kader(arguments: &str) -> Outcome {
    Folder::new().kader(arguments).run()
}

#[test]
fn help_in_both_languages() {
    for lang in ["nl", "en"] {
        let program = kader(&format!("--help --lang {lang}")).exits(0).silent();
        insta::assert_snapshot!(format!("help_{lang}"), program.stdout);
        let check = kader(&format!("check -h --lang {lang}")).exits(0).silent();
        insta::assert_snapshot!(format!("help_check_{lang}"), check.stdout);
        let fmt = kader(&format!("fmt -h --lang {lang}")).exits(0).silent();
        insta::assert_snapshot!(format!("help_fmt_{lang}"), fmt.stdout);
    }
}

#[test]
fn the_version() {
    assert_eq!(kader("--version").exits(0).silent().stdout, format!("kader {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(kader("-V").exits(0).stdout, kader("--version").stdout);
}

#[test]
fn without_a_command_the_help_stands_on_standard_error() {
    let outcome = kader("").exits(2);
    assert_eq!(outcome.stdout, "");
    outcome.complains("Usage: kader");
}

#[test]
fn mistakes_are_told_in_one_form() {
    let lines = [
        "chek",
        "check --fromat json",
        "check --format jsn",
        "check --output jsn=x",
        "check --output x",
        "check --select R30X",
        "check --ignore reach-mismach",
        "check --severity R301",
        "check --severity R301=warn",
        "check --jobs 0",
        "check --as-of 2026-02-30",
        "check --quiet --verbose",
        "check --lang fr",
        "check --fail-on",
    ];
    for lang in ["nl", "en"] {
        let told: Vec<String> = lines
            .into_iter()
            .map(|line| {
                let outcome = kader(&format!("{line} --lang {lang}")).exits(2);
                assert_eq!(outcome.stdout, "", "{line}");
                let message =
                    outcome.stderr.split("\n\n").take_while(|part| !part.contains(": kader")).collect::<Vec<_>>();
                format!("$ kader {line}\n{}\n", message.join("\n"))
            })
            .collect();
        insta::assert_snapshot!(format!("mistakes_{lang}"), told.join("\n"));
    }
}

#[test]
fn a_mistake_shows_the_usage_of_its_command() {
    let text = kader("check --jobs many").exits(2).stderr;
    insta::assert_snapshot!(text, @"
    error: `many` in `--jobs` is not a whole number from 1 to 256

    Usage: kader check [OPTIONS] [PATH]...

    For more, try `kader check --help`.
    ");
}

#[test]
fn the_help_is_coloured_when_asked() {
    let colored = |outcome: Outcome| outcome.stdout.contains('\u{1B}') || outcome.stderr.contains('\u{1B}');
    assert!(colored(kader("--help --color always")));
    assert!(!colored(kader("--help --color never")));
    assert!(!colored(kader("--help")));
    assert!(colored(kader("check --color always --jobs 0")));
}
