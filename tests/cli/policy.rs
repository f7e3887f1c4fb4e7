//! `kader policy` as a process.

use crate::runner::{Folder, Outcome};

const SECOND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/policies/bergredding-drie-dalen");

fn kader(arguments: &str) -> Outcome {
    Folder::new().kader(arguments).run()
}

/// A small pack that lacks nearly everything.
fn faulty() -> Folder {
    let manifest = "format = 1\nid = \"proef\"\nversion = \"1\"\nlanguages = [\"nl\"]\ngroups = [\"rech\"]\n";
    Folder::new().file("pack/pack.toml", manifest).file("pack/tabels/x.toml", "")
}

#[test]
fn show_tells_what_a_policy_is() {
    let text = kader("policy show").exits(0).silent().stdout;
    assert!(text.starts_with("netcentrische-samenwerking-2017\nPolicy framework for netcentric cooperation (2017)\n"));
    for part in ["sha256:", "2017-08-30", "reach, adoption, rights", "25 regions"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    kader("policy show --lang nl netcentrische-samenwerking-2017").exits(0).prints("van kracht sinds");
    let second = Folder::new().kader("policy show").arg(SECOND).run().exits(0).silent();
    second.prints("bergredding-drie-dalen").prints("taken over").prints("groups not in use");
}

#[test]
fn the_policy_of_the_program_holds() {
    kader("policy check").exits(0).silent().prints("No faults: ");
    kader("policy test --lang nl").exits(0).silent().prints("Geen fouten: ");
    let text = kader("policy test --coverage").exits(0).silent().stdout;
    assert!(text.contains("  R301  `reach-mismatch`: ") && !text.contains("reached by no example: "), "{text}");
    assert!(text.contains("Every rule and every branch is reached by an example.") && !text.contains("from elsewhere"));
}

#[test]
fn coverage_says_whose_examples_prove_a_rule() {
    let outcome = Folder::new().kader("policy test --coverage").arg(SECOND).run().exits(0).silent();
    for part in [
        "\nRules that the examples of this pack prove\n  R307  `evaluation-missing`: 3 times, and 6 times nothing\n  V402",
        "\nRules from elsewhere: the examples of `netcentrische-samenwerking-2017` prove them\n  S001  `invalid-json`: ",
        "\nEvery rule and every branch is reached by an example.\n",
    ] {
        assert!(outcome.stdout.contains(part), "{part}: {}", outcome.stdout);
    }
}

#[test]
fn faults_stand_at_their_place_with_an_excerpt_and_a_suggestion() {
    let outcome = faulty().kader("policy check pack").run().exits(1).silent();
    for part in [
        "pack.toml: `rech` is not in the list `group`",
        "[pack.toml:5:11]",
        "Did you mean `reach`?",
        "tabels: This folder has no place in a pack",
        "Did you mean `tables`?",
        "tables/vocabulary.toml: This file is missing from the pack",
    ] {
        assert!(outcome.stdout.contains(part), "{part}: {}", outcome.stdout);
    }
    assert!(outcome.stdout.ends_with(" faults\n"));
    faulty().kader("policy check pack --lang nl").run().exits(1).prints("tip: Bedoelt u `reach`?").prints(" fouten\n");
    faulty().kader("policy test pack").run().exits(1);
    faulty().kader("policy show pack").run().exits(1);
}

#[test]
fn what_is_no_pack_is_a_failure() {
    let folder = Folder::new().file("leeg/x.md", "").file("bestand", "");
    folder.kader("policy check leeg").run().exits(2).complains("leeg: This folder is no pack");
    folder.kader("policy check bestand").run().exits(2).complains("a pack is a folder");
    folder.kader("policy check nergens").run().exits(2).complains("nergens: There is no such folder");
    folder.kader("policy check engine").run().exits(2).complains("There is no such folder");
    folder.kader("policy chek").run().exits(2).complains("check");
    folder.kader("policy").run().exits(2);
}

#[test]
fn nothing_of_a_pack_reaches_the_terminal_unescaped() {
    let manifest = "format = 1\nid = \"\u{202E}proef\"\nversion = \"1\"\ngroups = [\"re\u{202E}ch\"]\n";
    let folder = Folder::new().file("pack/pack.toml", manifest).file("pack/a\u{1B}b", "");
    let text = folder.kader("policy check pack").run().exits(1).silent().stdout;
    assert!(!text.contains(['\u{1B}', '\u{202E}']), "{text}");
    let missing = folder.kader("policy check").arg("geen\u{1B}").run().exits(2);
    assert!(!missing.stderr.contains('\u{1B}'), "{}", missing.stderr);
}

#[test]
fn colours_where_asked() {
    assert!(!faulty().kader("policy check pack").run().stdout.contains('\u{1B}'));
    assert!(faulty().kader("policy check pack --color always").run().stdout.contains('\u{1B}'));
}
