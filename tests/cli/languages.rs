//! The reader's language.

use crate::runner::{Folder, faulty};

const DUTCH: &str = "is geen regiocode";
const ENGLISH: &str = "is not a region code";

fn folder() -> Folder {
    Folder::new().file("a.afspraak.json", faulty())
}

#[test]
fn the_option_then_the_variable_then_the_locale() {
    let folder = folder();
    folder.kader("check").run().prints(ENGLISH);
    folder.kader("check").env("LC_ALL", "nl_NL.UTF-8").run().prints(DUTCH);
    folder.kader("check").without("LC_ALL").env("LANG", "nl_BE").run().prints(DUTCH);
    folder.kader("check").without("LC_ALL").env("LANG", "de_DE").run().prints(ENGLISH);
    folder.kader("check").env("LC_ALL", "nl_NL.UTF-8").env("KADER_LANG", "en").run().prints(ENGLISH);
    folder.kader("check --lang nl").env("KADER_LANG", "en").run().prints(DUTCH);
    folder.kader("--lang nl check").run().prints(DUTCH);
}

#[test]
fn help_and_mistakes_speak_it_too() {
    let folder = folder();
    folder.kader("--help --lang nl").run().exits(0).prints("Gebruik: kader");
    folder.kader("check --help").env("KADER_LANG", "nl").run().exits(0).prints("Argumenten:");
    folder.kader("check --fromat json --lang=nl").run().exits(2).complains("er is geen optie `--fromat`");
    folder.kader("check weg --lang nl").run().exits(2).complains("fout: weg: dit bestand of deze map bestaat niet");
}

#[test]
fn a_wrong_variable_is_told_unless_an_option_goes_before_it() {
    let folder = folder();
    folder.kader("check").env("KADER_LANG", "fr").run().exits(2).complains("`fr` is not a value of `KADER_LANG`");
    folder.kader("check --lang nl").env("KADER_LANG", "fr").run().exits(1).prints(DUTCH);
    folder.kader("check").env("KADER_LANG", "").run().exits(1).prints(ENGLISH);
}

#[test]
fn what_programs_read_is_the_same_in_both() {
    let folder = folder();
    let [dutch, english] = ["nl", "en"].map(|lang| folder.kader("check --format json --lang").arg(lang).run().json());
    assert_eq!(dutch.lines(), english.lines());
    assert_eq!(dutch.findings()[0]["fingerprint"], english.findings()[0]["fingerprint"]);
    assert_ne!(dutch.findings()[0]["message"], english.findings()[0]["message"]);
}
