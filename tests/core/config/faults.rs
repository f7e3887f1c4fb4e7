//! What a `kader.toml` may get wrong is told at its place, in both languages.

use std::path::{Path, PathBuf};

use kader::config::{Broken, ConfigFault, load};
use kader::policy::{FaultReport, Lang};
use kader::system::Memory;
use kader::workspace::Inputs;
use proptest::prelude::*;

use crate::support::{checked, given, policy};

const FILE: &str = "/w/kader.toml";

fn machine(text: impl Into<Vec<u8>>) -> Memory {
    Memory::new().with_current_dir("/w").with_file(FILE, text)
}

fn broken(machine: &Memory) -> Broken {
    load(machine, Path::new(FILE)).unwrap_err()
}

/// The file and the part of its text that a fault marks.
fn marked(fault: &ConfigFault) -> (&str, Option<&str>) {
    let text = fault.source.as_ref().map_or("", |source| &source.text);
    (&fault.fault.file, fault.fault.span.clone().map(|span| &text[span]))
}

/// The fault with an excerpt of its file.
fn shown(fault: &ConfigFault, lang: Lang) -> FaultReport {
    fault.fault.report(lang, fault.source.as_ref().map(|source| source.text.as_str()))
}

/// Text, the marked part, the Dutch and the English message, and the suggestion.
type Case = (&'static str, &'static str, &'static str, &'static str, Option<&'static str>);

const CASES: [Case; 27] = [
    ("slect = []", "slect", "De sleutel `slect` is hier onbekend", "The key `slect` is unknown here", Some("select")),
    ("as_of = 1", "as_of", "De sleutel `as_of` is hier onbekend", "The key `as_of` is unknown here", Some("as-of")),
    ("[lint]\n", "lint", "De sleutel `lint` is hier onbekend", "The key `lint` is unknown here", None),
    (
        "lang = \"nk\"",
        "\"nk\"",
        "`nk` is geen waarde van `lang`; bekend zijn hier: nl, en",
        "`nk` is not a value of `lang`; known here: nl, en",
        None,
    ),
    ("lang = 1", "1", "Hier hoort een tekst tussen aanhalingstekens", "A text in quotes belongs here", None),
    (
        "fail-on = \"waning\"",
        "\"waning\"",
        "`waning` is geen waarde van `fail-on`; bekend zijn hier: error, warning, info, hint, never",
        "`waning` is not a value of `fail-on`; known here: error, warning, info, hint, never",
        Some("warning"),
    ),
    (
        "as-of = \"2025-02-30\"",
        "\"2025-02-30\"",
        "Hier hoort een datum, zoals \"2020-06-01\"",
        "A date belongs here, such as \"2020-06-01\"",
        None,
    ),
    (
        "as-of = 2025-02-28T10:00:00Z",
        "2025-02-28T10:00:00Z",
        "Hier hoort een datum, zoals \"2020-06-01\"",
        "A date belongs here, such as \"2020-06-01\"",
        None,
    ),
    (
        "max-size = 0",
        "0",
        "Met een grootte van 0 kan er geen document worden gelezen",
        "With a size of 0 no document can be read",
        None,
    ),
    (
        "max-size = \"2 MX\"",
        "\"2 MX\"",
        "Hier hoort een grootte: een aantal bytes, of een tekst zoals \"20 MiB\" of \"500 KB\"",
        "A size belongs here: a number of bytes, or a text such as \"20 MiB\" or \"500 KB\"",
        None,
    ),
    (
        "max-size = -1",
        "-1",
        "Hier hoort een grootte: een aantal bytes, of een tekst zoals \"20 MiB\" of \"500 KB\"",
        "A size belongs here: a number of bytes, or a text such as \"20 MiB\" or \"500 KB\"",
        None,
    ),
    (
        "required-version = \">=99\"",
        "\">=99\"",
        "Dit bestand vraagt om kader >=99, en dit is kader 0.1.0. Werk kader bij, of pas `required-version` aan",
        "This file asks for kader >=99, and this is kader 0.1.0. Update kader, or change `required-version`",
        None,
    ),
    (
        "required-version = \"nieuw\"",
        "\"nieuw\"",
        "`nieuw` vraagt om geen versie, zoals \">=0.1.0\" of \"0.1\"",
        "`nieuw` asks for no version, such as \">=0.1.0\" or \"0.1\"",
        None,
    ),
    (
        "policy = \"netcentrische-samenwerking-2071\"",
        "\"netcentrische-samenwerking-2071\"",
        "`netcentrische-samenwerking-2071` is geen waarde van `policy`; bekend zijn hier: netcentrische-samenwerking-2017",
        "`netcentrische-samenwerking-2071` is not a value of `policy`; known here: netcentrische-samenwerking-2017",
        Some("netcentrische-samenwerking-2017"),
    ),
    (
        "policy = \"./weg\"",
        "\"./weg\"",
        "Deze map bestaat niet: hier hoort een map met een beleidspakket, gezien vanaf de map van dit bestand",
        "This folder does not exist: a folder with a policy pack belongs here, seen from the folder of this file",
        None,
    ),
    (
        "policy = \"./kader.toml\"",
        "\"./kader.toml\"",
        "Dit is geen map: hier hoort de map van een beleidspakket",
        "This is no folder: the folder of a policy pack belongs here",
        None,
    ),
    (
        "exclude = [\"a\", \"b[c\"]",
        "\"b[c\"",
        "Dit is geen patroon voor bestanden: `[` wordt niet met `]` gesloten",
        "This is no pattern of files: `[` is not closed with `]`",
        None,
    ),
    (
        "include = [\"!a\"]",
        "\"!a\"",
        "Een patroon kan hier niet met een uitroepteken beginnen: patronen voegen alleen toe",
        "A pattern cannot begin with an exclamation mark here: patterns only add",
        None,
    ),
    (
        "select = \"V\"",
        "\"V\"",
        "Hier hoort een lijst van teksten, zoals [\"een\", \"twee\"]",
        "A list of texts belongs here, such as [\"one\", \"two\"]",
        None,
    ),
    (
        "ignore = [\" \"]",
        "\" \"",
        "Hier ontbreekt een regel: een code, een naam of het begin van codes",
        "A rule is missing here: a code, a name or the beginning of codes",
        None,
    ),
    (
        "severity = { V401 = \"eror\" }",
        "\"eror\"",
        "`eror` is geen niveau; dat zijn error, warning, info, hint en off",
        "`eror` is not a level; those are error, warning, info, hint and off",
        Some("error"),
    ),
    (
        "severity = { V401 = [\"error\", \"off\"] }",
        "[\"error\", \"off\"]",
        "Hier hoort één niveau, of drie voor de drie fasen",
        "One level belongs here, or three for the three phases",
        None,
    ),
    (
        "[[override]]\nignore = []",
        "[[override]]",
        "De sleutel `files` ontbreekt hier",
        "The key `files` is missing here",
        None,
    ),
    (
        "[override]\nfiles = []",
        "[override]",
        "Hier hoort een of meer keer een kop met dubbele haken",
        "A header in double brackets belongs here, once or more",
        None,
    ),
    ("baseline = \"\"", "\"\"", "Hier hoort het pad van een bestand", "The path of a file belongs here", None),
    (
        "rule = []",
        "rule",
        "Deze versie van kader leest `rule` nog niet. Haal de sleutel weg: anders zou stilzwijgend iets anders gelden dan hier staat",
        "This version of kader does not read `rule` yet. Take the key out: else something other than what stands here would hold in silence",
        None,
    ),
    (
        "extends = \"weg.toml\"",
        "\"weg.toml\"",
        "Dit bestand bestaat niet; een pad geldt vanaf de map van het bestand waarin het staat",
        "This file does not exist; a path holds from the folder of the file in which it stands",
        None,
    ),
];

#[test]
fn each_fault_is_told_at_its_place() {
    for (text, mark, nl, en, suggestion) in CASES {
        // What stands before shifts the places.
        let faults = broken(&machine(format!("# één\n{text}\n"))).faults;
        let [fault] = faults.as_slice() else { panic!("{text}: {faults:#?}") };
        assert_eq!(marked(fault), ("kader.toml", Some(mark)), "{text}");
        assert_eq!((&*fault.fault.message(Lang::Nl), &*fault.fault.message(Lang::En)), (nl, en), "{text}");
        assert_eq!(fault.fault.suggestion(), suggestion, "{text}");
    }
}

#[test]
fn another_version_is_the_only_fault() {
    let faults = broken(&machine("required-version = \"<0.1\"\nnew-key = 1\nlang = 1\n")).faults;
    assert_eq!(faults.iter().map(|fault| fault.fault.key).collect::<Vec<_>>(), ["config-version"]);
    let text = format!("required-version = \"={}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(load(&machine(text), Path::new(FILE)).is_ok());
}

#[test]
fn unknown_rules_are_told_once_policies_are_known() {
    let text = "select = [\"V40X\", \"V40\", \"reach-mismatc\"]\n[severity]\nQ = \"error\"\n[[override]]\nfiles = [\"*\"]\nignore = [\"v9\", \"R301\"]\n";
    let config = load(&machine(text), Path::new(FILE)).unwrap();
    let faults = config.check_rules(&[&policy()]);
    let found: Vec<_> = faults.iter().map(|fault| (marked(fault).1.unwrap(), fault.fault.suggestion())).collect();
    let expected =
        [("\"V40X\"", Some("V40")), ("\"reach-mismatc\"", Some("reach-mismatch")), ("Q", None), ("\"v9\"", None)];
    assert_eq!(found, expected);
    assert_eq!(
        faults[2].fault.message(Lang::Nl),
        "`Q` noemt geen enkele regel: hier hoort een code, een naam of het begin van codes"
    );
}

#[test]
fn an_extended_file_has_its_faults_in_its_own_text() {
    let machine = machine("extends = \"sub/a.toml\"\nx = 1\n")
        .with_file("/w/sub/a.toml", "extends = \"../b.toml\"\n\ny = 1\n")
        .with_file("/w/b.toml", "z = 1");
    let faults = broken(&machine).faults;
    let found: Vec<_> = faults.iter().map(marked).collect();
    assert_eq!(found, [("kader.toml", Some("x")), ("sub/a.toml", Some("y")), ("b.toml", Some("z"))]);
}

#[test]
fn a_loop_is_told_where_it_closes() {
    let machine = machine("extends = \"a.toml\"").with_file("/w/a.toml", "extends = \"./b.toml\"");
    machine.put("/w/b.toml", "lang = \"nl\"\nextends = \"kader.toml\"");
    let faults = broken(&machine).faults;
    assert_eq!(faults.iter().map(marked).collect::<Vec<_>>(), [("b.toml", Some("\"kader.toml\""))]);
    assert!(faults[0].fault.message(Lang::En).contains("`kader.toml` is being read already"));
    let itself = self::machine("extends = \"kader.toml\"");
    assert_eq!(broken(&itself).faults.len(), 1);
    let linked = self::machine("extends = \"here/kader.toml\"").with_link("/w/here", ".");
    assert_eq!(broken(&linked).faults[0].fault.key, "config-loop");
}

#[test]
fn what_cannot_be_read_is_told() {
    let missing = load(&Memory::new(), Path::new("/weg.toml")).unwrap_err();
    assert_eq!((&*missing.faults[0].fault.file, missing.faults[0].fault.span.clone()), ("weg.toml", None));
    assert_eq!(missing.faults[0].fault.message(Lang::Nl), "dit bestand bestaat niet");
    let key = |machine: &Memory| broken(machine).faults[0].fault.message(Lang::En);
    assert_eq!(key(&machine("").unreadable(FILE)), "access is denied");
    assert!(key(&machine(" ".repeat((1 << 20) + 1))).contains("larger than 1 MiB"));
    assert!(key(&machine("extends = \".\"")).starts_with("This is a folder"));
    let binary = broken(&machine(b"lang = \"\xFF\"".to_vec())).faults;
    assert_eq!((binary[0].fault.key, binary[0].fault.span.clone()), ("config-not-utf8", Some(8..8)));
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert!(load(&machine("\u{FEFF}lang = \"nl\"\r\n"), Path::new(FILE)).is_ok());
}

#[test]
fn what_a_file_says_reaches_no_terminal_raw() {
    let faults = broken(&machine("\"\\u001b[31m\" = 1\n# \u{202E}\nlang = \"\\u001b]0;x\\u0007\"\n")).faults;
    for fault in faults {
        let report = shown(&fault, Lang::Nl);
        let mut text = String::new();
        let theme = miette::GraphicalTheme::unicode_nocolor();
        miette::GraphicalReportHandler::new_themed(theme).render_report(&mut text, &report).unwrap();
        assert!(!text.contains(|c| c != '\n' && kader::text::escape::is_hidden(c)), "{text:?}");
    }
}

#[test]
fn a_configuration_of_which_a_rule_is_unknown_is_not_to_be_used() {
    let machine = machine("select = [\"V99\"]").with_file("/w/sub/kader.toml", "select = [\"V\"]");
    let machine = machine.with_file("/w/a.afspraak.json", "{}").with_file("/w/sub/a.afspraak.json", "{}");
    let inputs = Inputs { paths: vec!["/w".into()], ..Inputs::default() };
    let run = checked(&machine, &given("2020-01-01"), &inputs);
    let paths: Vec<&str> = run.reports.iter().map(|report| &*report.name.path).collect();
    assert!(matches!(paths[..], [path] if path.ends_with("sub/a.afspraak.json")), "{paths:?}");
    assert_eq!(run.rulebooks.faults.len(), 1);
}

#[test]
fn a_file_that_several_extend_has_its_faults_once() {
    let machine = machine("extends = \"base.txt\"")
        .with_file("/w/sub/kader.toml", "extends = \"../base.txt\"")
        .with_file("/w/base.txt", "x = 1\ny = 1");
    let paths = ["/w/a.json", "/w/sub/a.json", "/w/sub/b.json"].map(Into::into).to_vec();
    let machine = paths.iter().fold(machine, |machine, path: &PathBuf| machine.with_file(path, "{}"));
    let run = checked(&machine, &given("2020-01-01"), &Inputs { paths, ..Inputs::default() });
    assert!(run.reports.is_empty());
    let faults: Vec<&str> = run.rulebooks.faults.iter().map(|fault| marked(fault).1.unwrap()).collect();
    assert_eq!(faults, ["x", "y"]);
}

/// Pieces of which files are made that are nearly right.
const PIECES: [&str; 30] = [
    "lang",
    "as-of",
    "select",
    "severity",
    "[severity]",
    "[[override]]",
    "override",
    "files",
    "policy",
    "extends",
    "max-size",
    "include",
    " = ",
    "\n",
    "\"nl\"",
    "\"V401\"",
    "\"off\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    "1",
    "2025-02-30",
    "true",
    "'a[b'",
    "\"kader.toml\"",
    "\u{202E}",
    "é",
    ".",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever stands in a file, every fault lies within it, between characters, and can be shown.
    #[test]
    fn every_fault_lies_within_its_file(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
        noise in prop::collection::vec(any::<u8>(), 0..6),
        at in any::<prop::sample::Index>(),
    ) {
        let mut bytes = pieces.concat().into_bytes();
        let at = at.index(bytes.len() + 1);
        bytes.splice(at..at, noise);
        let length = bytes.len();
        if let Err(broken) = load(&machine(bytes), Path::new(FILE)) {
            prop_assert!(!broken.faults.is_empty());
            for fault in &broken.faults {
                let source = fault.source.as_ref().unwrap();
                let span = fault.fault.span.clone().unwrap();
                prop_assert!(span.end <= length && source.text.get(span.clone()).is_some(), "{:?}", fault);
                for lang in Lang::ALL {
                    let report = shown(fault, lang);
                    let mut text = String::new();
                    let theme = miette::GraphicalTheme::unicode_nocolor();
                    miette::GraphicalReportHandler::new_themed(theme).render_report(&mut text, &report).unwrap();
                    prop_assert!(!text.contains(|c| c != '\n' && kader::text::escape::is_hidden(c)), "{:?}", text);
                }
            }
        }
    }
}
