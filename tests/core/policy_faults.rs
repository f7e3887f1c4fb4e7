//! What a pack's tables may get wrong is told, with its place, in both languages.

use kader::policy::{Lang, netcentric};

use crate::pack::{FIT, PACK, PRECONDITIONS, PROFILES, R301, REACH, REGIONS, VOCABULARY, faults, marked, mutated, one};

#[test]
fn an_unknown_identifier_is_told_with_a_suggestion() {
    let fault = one(
        PRECONDITIONS,
        ("dimension = \"proces\"", "dimension = \"process\""),
        "\"process\"",
        "`process` staat niet in de lijst `dimension`",
        "`process` is not in the list `dimension`",
    );
    assert_eq!(fault.suggestion(), Some("proces"));
}

#[test]
fn every_table_knows_its_words() {
    let cases = [
        (PROFILES, "read = \"volledig\"", "read = \"vol\"", "\"vol\"", "read-right", None),
        (PROFILES, "information = [\"HIN\"]", "information = [\"HINN\"]", "\"HINN\"", "role", Some("HIN")),
        (REACH, "\"regiegroep\"", "\"regiegroup\"", "\"regiegroup\"", "body", Some("regiegroep")),
        (VOCABULARY, "chain = \"algemeen\"", "chain = \"algemene\"", "\"algemene\"", "chain", Some("algemeen")),
        (VOCABULARY, "is = [\"seconded\"]", "is = [\"arranged\"]", "\"arranged\"", "is", None),
        (FIT, "\"disputed\"\n\n", "\"dispute\"\n\n", "\"dispute\"", "fit", Some("disputed")),
        (PRECONDITIONS, "parts = \"open\"", "parts = \"opn\"", "\"opn\"", "parts", Some("open")),
        (PRECONDITIONS, "safeguard = \"always\"", "safeguard = \"yes\"", "\"yes\"", "safeguard", None),
        (PACK, "\"temporary\", ", "\"temporry\", ", "\"temporry\"", "group", Some("temporary")),
        (R301, "actor = \"veiligheidsregio\"", "actor = \"regio\"", "\"regio\"", "actor", None),
        (R301, "fix = \"unsafe\"", "fix = \"unsave\"", "\"unsave\"", "fix", Some("unsafe")),
        (
            R301,
            "deviation = true",
            "deviation = \"bord-decides\"",
            "\"bord-decides\"",
            "condition",
            Some("board-decides"),
        ),
        ("rules/R302.toml", "\"ad-hoc\"]", "\"adhoc\"]", "\"adhoc\"", "exempt", Some("ad-hoc")),
    ];
    for (file, from, to, at, list, suggestion) in cases {
        let value = at.trim_matches('"');
        let (nl, en) =
            (format!("`{value}` staat niet in de lijst `{list}`"), format!("`{value}` is not in the list `{list}`"));
        let source = mutated(file, from, to);
        let faults = faults(&source);
        let fault = faults.first().unwrap_or_else(|| panic!("{to} is a fault"));
        assert_eq!((&*fault.file, marked(&source, fault)), (file, Some(at)));
        assert_eq!((fault.message(Lang::Nl), fault.message(Lang::En)), (nl, en));
        assert_eq!(fault.suggestion(), suggestion, "{to}");
    }
}

#[test]
fn a_level_is_one_of_five_words() {
    let nl = "`eror` is geen niveau; dat zijn error, warning, info, hint en off";
    let en = "`eror` is not a level; those are error, warning, info, hint and off";
    for to in ["severity = \"eror\"", "severity = [\"off\", \"eror\", \"error\"]"] {
        let faults = faults(&mutated(R301, "severity = \"error\"", to));
        let fault = &faults[0];
        assert_eq!((fault.message(Lang::Nl), fault.message(Lang::En)), (nl.to_owned(), en.to_owned()), "{to}");
        assert_eq!((&*fault.file, fault.suggestion()), (R301, Some("error")));
    }
}

#[test]
fn a_missing_row_is_told() {
    one(
        FIT,
        ("standby-samenwerking = \"not\"\n", ""),
        "hulpdienst",
        "De sleutel `standby-samenwerking` ontbreekt hier",
        "The key `standby-samenwerking` is missing here",
    );
    let text = netcentric().file(REACH).map(ToString::to_string).expect("it has reaches");
    let start = text.find("[landelijk]").expect("it has a national reach");
    one(
        REACH,
        (&text[start..], ""),
        "",
        "De rij voor `landelijk` ontbreekt: elke `reach` heeft er een",
        "The row for `landelijk` is missing: every `reach` has one",
    );
}

#[test]
fn a_row_of_nothing_is_told() {
    let source = mutated(PROFILES, "[koppelsamenwerking]", "[koppelsamenwerkin]");
    let found: Vec<_> =
        faults(&source).iter().map(|fault| (fault.key, marked(&source, fault).map(str::to_owned))).collect();
    let expected =
        [("file-unknown-word", Some("koppelsamenwerkin".to_owned())), ("pack-missing-row", Some(String::new()))];
    assert_eq!(found, expected);
}

/// File, text, what replaces it, the place, and the message in Dutch and English.
const WRONG_TYPES: [(&str, &str, &str, &str, &str, &str); 8] = [
    (
        PROFILES,
        "read = \"volledig\"",
        "read = 1",
        "1",
        "Hier hoort een tekst tussen aanhalingstekens",
        "A text in quotes belongs here",
    ),
    (PROFILES, "on-call = true", "on-call = 1", "1", "Hier hoort true of false", "true or false belongs here"),
    (
        REACH,
        "least = 3",
        "least = \"3\"",
        "\"3\"",
        "Hier hoort een geheel getal van 0 tot en met 65535",
        "A whole number from 0 to 65535 belongs here",
    ),
    (
        REACH,
        "\"2020-06-01\"",
        "\"2020-06-31\"",
        "\"2020-06-31\"",
        "Hier hoort een datum, zoals \"2020-06-01\"",
        "A date belongs here, such as \"2020-06-01\"",
    ),
    (
        PRECONDITIONS,
        "required-by = [\"koppelsamenwerking\"]",
        "required-by = \"koppelsamenwerking\"",
        "\"koppelsamenwerking\"",
        "Hier hoort een lijst van teksten, zoals [\"een\", \"twee\"]",
        "A list of texts belongs here, such as [\"one\", \"two\"]",
    ),
    (
        PACK,
        "share = [3, 4]",
        "share = [4, 3]",
        "[4, 3]",
        "Hier horen twee getallen, deel en geheel, zoals [3, 4]",
        "Two numbers belong here, part and whole, such as [3, 4]",
    ),
    (
        R301,
        "severity = \"error\"",
        "severity = [\"error\"]",
        "[\"error\"]",
        "Hier hoort één niveau, of drie voor de drie fasen",
        "One level belongs here, or three for the three phases",
    ),
    (
        REGIONS,
        "{ code = \"VR03\", name = \"Drenthe\" }",
        "\"VR03\"",
        "\"VR03\"",
        "Hier hoort een tabel",
        "A table belongs here",
    ),
];

#[test]
fn a_wrong_type_is_told() {
    for (file, from, to, at, nl, en) in WRONG_TYPES {
        let source = mutated(file, from, to);
        let faults = faults(&source);
        let fault = faults.first().unwrap_or_else(|| panic!("{to} is a fault"));
        assert_eq!((&*fault.file, marked(&source, fault)), (file, Some(at)));
        assert_eq!((&*fault.message(Lang::Nl), &*fault.message(Lang::En)), (nl, en));
    }
}

#[test]
fn a_date_may_stand_without_quotes() {
    assert_eq!(faults(&mutated(REACH, "\"2020-06-01\"", "2020-06-01")), []);
}

/// File, text and what replaces it, the place, and the message in Dutch and English.
type Disagreement = (&'static str, (&'static str, &'static str), &'static str, &'static str, &'static str);

const DISAGREEMENTS: [Disagreement; 13] = [
    (
        REACH,
        ("most = 24\n", "most = 23\n"),
        "least",
        "De reikwijdte `landelijk` moet beginnen bij 24 en daar of later eindigen",
        "The reach `landelijk` must begin at 24 and end there or later",
    ),
    (
        REACH,
        ("most = 25\n", "most = 26\n"),
        "most",
        "De laatste reikwijdte moet eindigen bij 25, het aantal gebieden",
        "The last reach must end at 25, the number of units",
    ),
    (
        REACH,
        ("through-adoption = true", "through-adoption = false"),
        "through-adoption",
        "De reikwijdte `bovenregionaal` is `local` als er geen adoptieregio nodig is, en anders niet",
        "The reach `bovenregionaal` is `local` where no adoption region is needed, and not otherwise",
    ),
    (
        PRECONDITIONS,
        ("whole-scope-for = [\"kernsamenwerking\"]", "whole-scope-for = [\"koppelsamenwerking\"]"),
        "whole-scope-for",
        "Het profiel `koppelsamenwerking` staat wel bij `whole-scope-for`, maar niet bij `required-by`",
        "The profile `koppelsamenwerking` is in `whole-scope-for` but not in `required-by`",
    ),
    (
        PRECONDITIONS,
        ("[liaison]\n", "[liaison]\nparts = \"one-or-more\"\n"),
        "parts",
        "Zonder onderdelen kan er niet `one-or-more` gevraagd worden",
        "Without parts, `one-or-more` cannot be asked",
    ),
    (
        VOCABULARY,
        ("is = [\"not-arranged\"]", "is = []"),
        "status",
        "In de lijst `status` heeft geen regel de betekenis `not-arranged`",
        "No entry of the list `status` has the meaning `not-arranged`",
    ),
    (
        VOCABULARY,
        ("is = [\"not-arranged\"]", "is = [\"not-arranged\", \"arranged\"]"),
        "is",
        "In de lijst `status` heeft meer dan één regel de betekenis `arranged`",
        "More than one entry of the list `status` has the meaning `arranged`",
    ),
    (
        VOCABULARY,
        ("is = [\"assessor\"]", "is = []"),
        "actor",
        "In de lijst `actor` heeft geen regel de betekenis `assessor`",
        "No entry of the list `actor` has the meaning `assessor`",
    ),
    (
        VOCABULARY,
        ("aliases = [\"kernprofiel\"]", "aliases = [\"koppelsamenwerking\"]"),
        "aliases",
        "`koppelsamenwerking` staat hier een tweede keer",
        "`koppelsamenwerking` stands here a second time",
    ),
    (
        REGIONS,
        ("\"Friesland\"", "\"drenthe\""),
        "regions",
        "`Drenthe` staat hier een tweede keer",
        "`Drenthe` stands here a second time",
    ),
    (
        REGIONS,
        ("\"VR03\"", "\"VR02\""),
        "\"VR02\"",
        "`VR02` staat hier een tweede keer",
        "`VR02` stands here a second time",
    ),
    (
        FIT,
        (
            "[incidenteel]\nkernsamenwerking = \"not\"\nstructurele-samenwerking = \"not\"\nkoppelsamenwerking = \"not\"\nstandby-samenwerking = \"not\"\nad-hoc-aansluiting = \"fits\"",
            "[incidenteel]\nkernsamenwerking = \"not\"\nstructurele-samenwerking = \"not\"\nkoppelsamenwerking = \"not\"\nstandby-samenwerking = \"not\"\nad-hoc-aansluiting = \"not\"",
        ),
        "incidenteel",
        "Bij de kerntaak `incidenteel` past geen enkel profiel",
        "No profile fits the core task `incidenteel`",
    ),
    (
        PRECONDITIONS,
        ("citations = [\"§3.1\", \"tabel 4\"]", "citations = [\"§3.1\", \"tabel 5\"]"),
        "citations",
        "`tabel 5` staat niet in de lijst `citation`",
        "`tabel 5` is not in the list `citation`",
    ),
];

#[test]
fn tables_that_disagree_are_told() {
    for (file, mutation, at, nl, en) in DISAGREEMENTS {
        one(file, mutation, at, nl, en);
    }
}
