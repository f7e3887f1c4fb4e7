//! What `markdown` and `html` of a check say to people who read no code.

use std::collections::BTreeSet;
use std::path::PathBuf;

use insta::assert_snapshot;
use kader::assess::Ask;
use kader::config::{Choice, Configs, Given};
use kader::policy::{Lang, Level};
use kader::report::formats::{Format, html, markdown};
use kader::report::source::Source;
use kader::system::Memory;
use kader::workspace::{Context, Inputs, Progress, Run, Settings, Terms, Threads, run};

use crate::report_support::{agreement, checked, selected};
use crate::support::{carried, source};

/// What would be markup, in Markdown and in HTML, and what hides or steers.
const HOSTILE: &str = "</pre><script>alert(1)</script> ``` `x` | *y* [l](javascript:z) @n #1 \u{1B}[31m\u{202E}";

/// A run over documents in the folder `/w`, asked to assess; what holds no text is not there.
fn asked(given: &Given, documents: &[(&str, String)]) -> (Memory, Run) {
    let system = Memory::new().with_current_dir("/w");
    for (name, text) in documents.iter().filter(|(_, text)| !text.is_empty()) {
        system.put(format!("/w/{name}"), text.as_bytes());
    }
    let names = documents.iter().map(|(name, _)| *name).filter(|name| !name.ends_with("kader.toml"));
    let paths = names.map(|name| PathBuf::from(format!("/w/{name}"))).collect();
    let configs = Configs::new(&system, Choice::Nearest);
    let terms = Terms { configs: &configs, given, accepts: true, carried: Some(carried()) };
    let ask = Some(Ask { outcomes_only: true, ..Ask::default() });
    let settings = Settings { terms, threads: Threads::new(1), allow_empty: false, context: Context::Root, ask };
    let run = run::run(&system, &settings, &Inputs { paths, ..Inputs::default() }, &Progress::default()).unwrap();
    (system, run)
}

/// The report in a language, with what a test wants otherwise.
fn written(
    (system, run): &(Memory, Run),
    format: Format,
    lang: Lang,
    with: impl for<'s> Fn(Source<'s>) -> Source<'s>,
) -> String {
    let (threads, mut out) = (Threads::new(1), Vec::new());
    (format.write)(&mut out, &with(source(run, (system, &threads), lang))).unwrap();
    String::from_utf8(out).unwrap()
}

fn report(asked: &(Memory, Run), format: Format, lang: Lang) -> String {
    written(asked, format, lang, |source| source)
}

/// An agreement of a partner with an id.
fn of(partner: &str, id: &str, more: &str) -> String {
    let name = serde_json::to_string(partner).unwrap();
    agreement(more).replace("\"Netbeheerder Voorbeeld\"", &name).replace("netbeheerder-voorbeeld", id)
}

/// A small set: one without a finding, two of one partner, one with deviations, a broken one, one that cannot be read, and one of hostile
/// texts.
fn documents() -> Vec<(&'static str, String)> {
    let clean = of("Waterschap De Ketel", "ketel", "").replace(", \"VR17\", \"VR18\"", "");
    let wrong = of("Havenbedrijf Zuid N.V.", "haven-a", "").replace("\"VR18\"", "\"VR98\", \"VR99\"");
    let deviations = r#"
  "afwijkingen": [
    { "regel": "R301", "toelichting": "Volgt in *mei*.", "akkoord": "Directeur van VR15", "tot": "2026-12-31" },
    { "regel": "R302", "toelichting": "Is er straks niet meer." }
  ],"#;
    vec![
        ("kader.toml", "\n".to_owned()),
        ("haven-a.afspraak.json", wrong),
        ("haven-b.afspraak.json", of("havenbedrijf zuid NV", "haven-b", deviations)),
        ("hostile.afspraak.json", of(HOSTILE, "hostile", "\n  \"x`|<b>\u{202E}\": 1,\n  \"```<i>\": 1,")),
        ("kapot.afspraak.json", "{ \"id\": \"kapot\" \"partner\": 1 }\n".to_owned()),
        ("ketel.afspraak.json", clean),
        ("weg.afspraak.json", String::new()),
    ]
}

fn small() -> (Memory, Run) {
    asked(&selected(&["S", "D", "R", "A"]), &documents())
}

#[test]
fn markdown_in_dutch() {
    assert_snapshot!(report(&small(), markdown::FORMAT, Lang::Nl));
}

#[test]
fn markdown_in_english() {
    assert_snapshot!(report(&small(), markdown::FORMAT, Lang::En));
}

/// The same findings, whatever the format: each on a card or in a section of its own, the documents without one named, too.
#[test]
fn every_document_and_every_finding_stands_on_the_page() {
    let small = small();
    for lang in Lang::ALL {
        let page = report(&small, html::FORMAT, lang);
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")));
        assert_eq!(page.matches("<section class=\"partner\"").count(), 4);
        assert_eq!(page.matches("<div class=\"document\"").count(), 5);
        let (findings, accepted) = (small.1.findings().count(), 2);
        assert_eq!(page.matches("<p class=\"message\">").count(), findings + accepted);
        // Those that one rule finds for one reason stand on one card.
        assert_eq!(page.matches("<article class=\"card ").count(), findings + accepted - 2);
        assert_eq!(page.matches("data-many=\"2\"").count(), 2);
        for landmark in ["<header>", "<nav ", "<main ", "<footer>", "role=\"search\"", "class=\"skip\""] {
            assert_eq!(page.matches(landmark).count(), 1, "{landmark}");
        }
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let distinct: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{ids:?}");
        for link in page.split(" href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(ids.contains(&link), "{link}");
        }
        for inline in [" style=\"", " onclick", " onload", "http:", "https:"] {
            assert!(!page.contains(inline), "{inline}");
        }
    }
}

#[test]
fn headings_stand_in_their_order() {
    let page = report(&small(), html::FORMAT, Lang::Nl);
    let levels: Vec<u32> = page
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.chars().next().filter(|_| rest[1..].starts_with(['>', ' '])))
        .filter_map(|level| level.to_digit(10))
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    let names: Vec<&str> = page
        .split("<h3>")
        .skip(1)
        .map(|rest| rest.split("</h3>").next().unwrap())
        .filter(|name| !name.contains("door"))
        .collect();
    let at = |name: &str| names.iter().position(|known| known.contains(name)).unwrap();
    assert!(at("Havenbedrijf Zuid N.V.; havenbedrijf zuid NV") < at("Waterschap De Ketel"), "{names:?}");
    assert_eq!(names.last(), Some(&"Partner niet bekend"));
}

#[test]
fn text_from_documents_is_never_markup_or_control() {
    let small = small();
    for lang in Lang::ALL {
        let page = report(&small, html::FORMAT, lang);
        assert_eq!(page.matches("<script>").count(), 1, "the page's own");
        assert_eq!(page.matches("</pre>").count(), page.matches("<pre>").count());
        assert!(!page.contains(['\u{1B}', '\u{202E}', '\u{FDD0}']), "{page}");
        // Backticks of a document mark no code.
        assert!(page.contains("``` `x` | *y*") && !page.contains("<code>x</code>"), "{page}");
        let text = report(&small, markdown::FORMAT, lang);
        assert!(!text.contains("<script>") && !text.contains(['\u{1B}', '\u{202E}', '\u{FDD0}']), "{text}");
        assert!(text.lines().all(|line| !line.ends_with(' ')), "no line break by spaces");
    }
}

#[test]
fn what_is_to_be_masked_is_masked_in_excerpts() {
    let contacts = r#""samenwerkingen": [{ "kerntaak": "beheerder", "aanspreekpunten": { "informatie": { "telefoon": "06-12345678", "rol": 3 } } }]"#;
    let text = of("Ketel", "ketel", "").replace(r#""samenwerkingen": [{ "kerntaak": "beheerder" }]"#, contacts);
    let asked = asked(&selected(&["D"]), &[("a.afspraak.json", text)]);
    for format in [html::FORMAT, markdown::FORMAT] {
        let plain = report(&asked, format, Lang::Nl);
        assert!(plain.contains("06-12345678"), "{plain}");
        let masked = written(&asked, format, Lang::Nl, |source| Source { redact: true, ..source });
        assert!(!masked.contains("06-12345678") && masked.contains("•••"), "{masked}");
    }
}

#[test]
fn what_is_not_shown_is_counted() {
    let small = small();
    for format in [html::FORMAT, markdown::FORMAT] {
        let text = written(&small, format, Lang::Nl, |source| Source { min_severity: Level::Error, ..source });
        assert!(text.contains("Niet getoond") && text.contains("3 bevindingen onder het niveau"), "{text}");
        assert!(text.contains("5 bevindingen in 3 van 5 documenten"), "{text}");
    }
}

#[test]
fn without_documents_the_report_is_whole() {
    let none = asked(&selected(&[]), &[("weg.afspraak.json", String::new())]);
    let page = report(&none, html::FORMAT, Lang::En);
    assert!(page.contains("weg.afspraak.json") && page.ends_with("</html>\n"), "{page}");
    assert!(!page.contains("<form") && page.contains("No document was checked"), "{page}");
    assert_snapshot!(report(&none, markdown::FORMAT, Lang::En));
}

/// Where a run was not asked to assess, partners are not known either; what was found is the same.
#[test]
fn findings_do_not_hang_on_outcomes() {
    let documents = documents();
    let there = documents.iter().filter(|(_, text)| !text.is_empty());
    let files: Vec<(&str, &[u8])> = there.map(|(name, text)| (*name, text.as_bytes())).collect();
    let plain = checked(&selected(&["S", "D", "R", "A"]), &files);
    let lines = |asked: (Memory, Run)| {
        let text = report(&asked, markdown::FORMAT, Lang::Nl);
        text.lines().filter(|line| line.starts_with("#### ")).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(lines(plain), lines(small()));
}

#[test]
fn a_document_with_another_day_of_judgement_says_so() {
    let given = Given { as_of: None, ..selected(&["R"]) };
    let own = ("a/kader.toml", "as-of = \"2020-01-15\"\n".to_owned());
    let documents = [
        own,
        ("a/x.afspraak.json", of("A", "x", "")),
        ("b.afspraak.json", of("B", "b", "")),
        ("kader.toml", "\n".to_owned()),
    ];
    let asked = asked(&given, &documents);
    for format in [html::FORMAT, markdown::FORMAT] {
        let text = report(&asked, format, Lang::En);
        assert_eq!(text.matches("This document is judged as of another day").count(), 1, "{text}");
    }
}

#[test]
fn the_page_marks_places_line_by_line() {
    let many: String = (1..25).fold(String::new(), |list, unit| format!("{list}    \"VR{unit:02}\",\n"));
    let text = agreement("").replace("[\"VR15\", \"VR17\", \"VR18\"]", &format!("[\n{many}    \"VR25\"\n  ]"));
    let page = report(&asked(&selected(&["R301"]), &[("a.afspraak.json", text)]), html::FORMAT, Lang::Nl);
    let lines = page.split("<pre>").nth(1).and_then(|rest| rest.split("</pre>").next()).unwrap();
    assert_snapshot!(lines.replace("&quot;", "\""));
}
