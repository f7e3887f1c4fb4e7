//! `kader assess` as a process.

use crate::runner::{CLEAN, Folder, Kader, faulty};

fn family() -> Folder {
    Folder::fixtures(&["assess"])
}

fn assess(folder: &Folder, arguments: &str) -> Kader {
    folder.kader(&format!("assess {arguments}"))
}

#[test]
fn the_help_in_both_languages() {
    for lang in ["nl", "en"] {
        let help = Folder::new().kader(&format!("assess -h --lang {lang}")).run().exits(0).silent();
        insta::assert_snapshot!(format!("help_{lang}"), help.stdout);
    }
}

#[test]
fn for_people_in_both_languages() {
    let folder = family();
    for lang in ["nl", "en"] {
        for format in ["full", "markdown"] {
            let text = assess(&folder, &format!("assess --lang {lang} --format {format}")).run().exits(0).silent();
            insta::assert_snapshot!(format!("{format}_{lang}"), text.stdout);
        }
    }
}

#[test]
fn what_if_in_both_languages() {
    let folder = family();
    for lang in ["nl", "en"] {
        let arguments = format!("assess --lang {lang} --profile structurele-samenwerking");
        let text = assess(&folder, &arguments).run().exits(0).silent();
        insta::assert_snapshot!(format!("what_if_{lang}"), text.stdout);
    }
}

#[test]
fn as_json() {
    let report = assess(&family(), "assess --format json").run().exits(0).silent().json().0;
    let summary = &report["summary"];
    assert_eq!((&report["version"], &report["profile"]), (&1.into(), &serde_json::Value::Null));
    assert_eq!(
        (&summary["cooperations"], &summary["conditional"], &summary["none"]),
        (&3.into(), &2.into(), &1.into())
    );
    let general = &report["documents"][1];
    assert_eq!(general["path"], "waterschap-drie-meren.afspraak.json");
    let cooperation = &general["cooperations"][0];
    assert_eq!((&cooperation["met"], &cooperation["required"]), (&12.into(), &16.into()));
    assert_eq!(cooperation["outcome"], "voorwaardelijk");
    assert_eq!(general["cooperations"][1]["why"], "in-doubt");
}

#[test]
fn findings_do_not_fail_it_and_failures_do() {
    let folder = Folder::new().file("a.afspraak.json", faulty());
    assess(&folder, "").run().exits(0).silent();
    let missing = assess(&folder, "a.afspraak.json nowhere.afspraak.json --format json --lang en").run().exits(2);
    let report = missing.complains("nowhere.afspraak.json").json().0;
    assert_eq!(report["documents"].as_array().map(Vec::len), Some(1));
    assert_eq!(report["failures"].as_array().map(Vec::len), Some(1));
    assess(&Folder::new(), "").run().exits(2);
    assess(&Folder::new(), "--allow-empty").run().exits(0);
}

#[test]
fn an_unknown_profile_is_a_mistake() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    let outcome = assess(&folder, "--lang en --profile kern-samenwerking").run().exits(2);
    let outcome = outcome.complains("`kern-samenwerking` is not a value of `--profile`");
    let outcome = outcome.complains("did you mean `kernsamenwerking`?");
    outcome
        .complains("kernsamenwerking, structurele-samenwerking, koppelsamenwerking")
        .complains("kader assess [OPTIONS]");
    assess(&folder, "--lang en").arg("--profile=").run().exits(2).complains("--profile");
}

#[test]
fn a_former_name_of_a_profile_is_known_to_suggestions() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    for name in ["kernprofiel", "Kernprofiel", "Core cooperation", "kern samenwerking"] {
        let outcome = assess(&folder, "--lang en").arg(format!("--profile={name}")).run().exits(2);
        outcome.complains("did you mean `kernsamenwerking`?");
    }
}

#[test]
fn a_profile_that_does_not_fit_says_by_what_it_was_judged() {
    let cooperation = |own: &str| CLEAN.replace(r#"{ "kerntaak": "beheerder" }"#, own);
    let said = |own: &str| {
        let folder = Folder::new().file("a.afspraak.json", cooperation(own));
        let outcome = assess(&folder, "--lang en --profile standby-samenwerking").run().exits(0);
        outcome.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let by_own = "Weighed by the agreement's own profile";
    let none = said(r#"{ "kerntaak": "beheerder" }"#);
    assert!(none.contains("Standby cooperation does not fit this core task") && !none.contains(by_own), "{none}");
    assert!(none.contains("No profile has been chosen yet"), "{none}");
    let own = said(r#"{ "kerntaak": "beheerder", "profiel": "kernsamenwerking" }"#);
    assert!(own.contains("Standby cooperation does not fit this core task") && own.contains(by_own), "{own}");
    let unknown = said(r#"{ "profiel": "kernsamenwerking" }"#);
    assert!(unknown.contains("The core task is not known") && unknown.contains(by_own), "{unknown}");
}

/// The totals speak as the policy of each document does.
#[test]
fn totals_have_the_words_of_each_policy() {
    let folder = Folder::fixtures(&["workspaces/tweede-kader", "policies"]);
    for format in ["full", "markdown", "html"] {
        let arguments = format!("--lang en --format {format} --profile touwgroep");
        let text = assess(&folder, &arguments).within("workspaces/tweede-kader").run().exits(0).stdout;
        let text = text.replace("&quot;", "\"").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("2 with outcome \"Dull light\", 1 without an outcome."), "{format}: {text}");
    }
}

/// What stands in backticks in our own texts is code; what does so in a document is not.
#[test]
fn code_in_our_own_texts_is_marked_as_such() {
    let document = CLEAN
        .replace(r#"{ "kerntaak": "beheerder" }"#, r#"{ "kerntaak": "beheerder", "profiel": "zo`maar`wat" }"#)
        .replace("Proefpartner", "De `Proef` & co");
    let folder = Folder::new().file("a.afspraak.json", document);
    let text = |format: &str| assess(&folder, &format!("--lang nl --format {format}")).run().exits(0).stdout;
    let html = text("html");
    assert!(html.contains("Wat bij <code>profiel</code> staat"), "{html}");
    assert!(html.contains("De `Proef` &amp; co") && !html.contains("<code>Proef"), "{html}");
    let markdown = text("markdown");
    assert!(markdown.contains("Wat bij `profiel` staat"), "{markdown}");
    assert!(markdown.contains(r"De \`Proef\` \& co"), "{markdown}");
    assert!(text("full").contains("Wat bij `profiel` staat"));
}

#[test]
fn what_a_deviation_accepts_is_shown_until_it_ends() {
    let document = CLEAN
        .replace(
            r#""samenwerkingen""#,
            r#""beginselen": { "handelingsruimte": { "geborgd": false } }, "samenwerkingen""#,
        )
        .replace(
            r#"{ "kerntaak": "beheerder" }]"#,
            r#"{ "kerntaak": "beheerder", "profiel": "kernsamenwerking" }],
               "afwijkingen": [{ "regel": "V411", "toelichting": "Zo afgesproken", "tot": "2098" },
                               { "regel": "V411", "toelichting": "En zo", "tot": "2099" }]"#,
        );
    let folder = Folder::new().file("a.afspraak.json", document);
    for format in ["full", "markdown", "html"] {
        let text = assess(&folder, &format!("--lang en --format {format}")).run().exits(0).stdout;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        assert!(text.contains("(by a deviation from v411, up to and including 2099)"), "{format}: {text}");
        assert!(text.contains("accepted by a deviation: v411."), "a code stands once: {format}: {text}");
        assert!(
            text.contains("by 2099: settle what a deviation from v411 still accepts, before it ends"),
            "{format}: {text}"
        );
    }
}

#[test]
fn failures_stand_in_every_format() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN).file("kader.toml", "policy = 3\n");
    for format in ["full", "markdown", "html", "json"] {
        let outcome = assess(&folder, &format!("--lang en --format {format} a.afspraak.json weg.afspraak.json")).run();
        let text = outcome.exits(2).stdout;
        assert!(text.contains("kader.toml") && text.contains("weg.afspraak.json"), "{format}: {text}");
    }
}

#[test]
fn a_run_without_documents_says_so() {
    for format in ["full", "markdown", "html"] {
        let text = assess(&Folder::new(), &format!("--allow-empty --lang en --format {format}")).run().exits(0).stdout;
        assert!(text.contains("No document was weighed."), "{format}: {text}");
    }
}

#[test]
fn deviations_can_be_left_out_of_account() {
    let met = |arguments: &str| {
        let report = assess(&family(), &format!("assess --format json {arguments}")).run().exits(0).json().0;
        report["documents"][1]["cooperations"][0]["met"].clone()
    };
    assert_eq!((met(""), met("--no-deviations")), (12.into(), 11.into()));
}

#[test]
fn without_a_context_a_supplement_sees_what_is_named() {
    let folder = family();
    let why = |arguments: &str| {
        let report = assess(&folder, &format!("--format json {arguments}")).run().exits(0).json().0;
        let documents = report["documents"].as_array().unwrap();
        let supplement = documents.iter().find(|document| document["id"] == "waterschap-drie-meren-vr01").unwrap();
        supplement["cooperations"][0]["why"].clone()
    };
    let alone = "assess/waterschap-drie-meren-vr01.afspraak.json";
    assert_eq!(why(alone), serde_json::Value::Null);
    assert_eq!(why(&format!("{alone} --no-context")), "no-parent");
    assert_eq!(why("assess --no-context"), serde_json::Value::Null);
}

#[test]
fn standard_input_and_a_list_of_files() {
    let folder = family().file("list", "assess/waterschap-drie-meren.afspraak.json\n");
    let listed = assess(&folder, "--files-from list --format json").run().exits(0).json().0;
    assert_eq!(listed["documents"].as_array().map(Vec::len), Some(1));
    let bytes = folder.read("assess/waterschap-drie-meren.afspraak.json");
    let piped = assess(&folder, "- --format json").input(bytes).run().exits(0).json().0;
    assert_eq!(piped["documents"][0]["cooperations"], listed["documents"][0]["cooperations"]);
    // A supplement on standard input takes the place of its file.
    let bytes = folder.read("assess/waterschap-drie-meren-vr01.afspraak.json");
    let name = "--stdin-filename assess/waterschap-drie-meren-vr01.afspraak.json";
    let piped = assess(&folder, &format!("- {name} --format json")).input(bytes).run().exits(0).json().0;
    assert_eq!(piped["documents"][0]["cooperations"][0]["met"], 15);
}

#[test]
fn reports_go_into_files() {
    let folder = family();
    let outcome = assess(&folder, "assess --output json=a.json --output markdown=a.md --quiet").run().exits(0).silent();
    assert!(!outcome.stdout.contains("advice of the program"), "{}", outcome.stdout);
    assert!(folder.read("a.json").starts_with(b"{\n  \"version\": 1,\n"));
    assert!(folder.read("a.md").starts_with(b"# "));
    assess(&folder, "assess --output html2=a.html").run().exits(2).complains("html2");
}

/// Says once that it is advice, and never that anything is certified by it.
#[test]
fn it_is_advice_and_says_so_once() {
    let folder = family();
    for (lang, word) in [("nl", "geen certificaat"), ("en", "no certificate")] {
        for format in ["full", "markdown", "html"] {
            let text = assess(&folder, &format!("assess --lang {lang} --format {format}")).run().stdout;
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(text.matches(word).count(), 1, "{format} {lang}");
            assert_eq!(text.to_lowercase().matches("certifica").count(), 1, "{format} {lang}");
        }
    }
}

#[test]
fn texts_of_documents_stay_texts() {
    let hostile = r"<b>*x*</b> | [l](http://x) \u001b[31m\u202e";
    let document =
        CLEAN.replace("Proefpartner", hostile).replace("\"proef-a\"", "\"proef-a\", \"aanvullingOp\": \"a`|<i>\"");
    let folder = Folder::new().file("a.afspraak.json", document);
    for format in ["full", "markdown", "json", "html"] {
        let text = assess(&folder, &format!("--format {format}")).run().exits(0).silent().stdout;
        assert!(!text.contains(['\u{1B}', '\u{202E}']), "{format}: {text}");
        if format == "html" {
            assert!(text.contains("&lt;b&gt;*x*&lt;/b&gt;") && !text.contains("<b>*x*"), "{text}");
        }
        if format == "markdown" {
            assert!(text.contains(r"## \<b\>\*x\*\</b\> \| \[l\](http\://x)"), "{text}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = family();
    for format in ["full", "markdown", "json"] {
        let text =
            |jobs: usize| assess(&folder, &format!("assess --format {format} --jobs {jobs}")).run().exits(0).stdout;
        assert_eq!(text(1), text(4), "{format}");
    }
}

/// The elements of a page that are open, from the outermost; every one is closed in its turn.
pub(crate) fn well_formed(html: &str) {
    let void = ["meta", "br", "input"];
    let mut open: Vec<&str> = Vec::new();
    let body = html
        .split("<style>")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("</style>").map_or("", |(_, rest)| rest) });
    let body = body.collect::<String>();
    let (body, script) = body.split_once("<script>").unwrap();
    let rest = script.split_once("</script>").unwrap().1;
    for tag in body.split('<').skip(1).chain(rest.split('<').skip(1)) {
        let name = tag.split(|c: char| c == '>' || c.is_whitespace()).next().unwrap();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "<{tag}"),
            None if name.starts_with('!') || void.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, [""; 0]);
}

#[test]
fn the_page_is_whole_and_complete() {
    let folder = family().file("x.afspraak.json", "[]").file("y.afspraak.json", CLEAN);
    for (lang, outcome, none) in [("nl", "Voorwaardelijk", "niet te geven"), ("en", "Conditional", "cannot be given")] {
        let arguments = format!("assess x.afspraak.json y.afspraak.json z.afspraak.json --format html --lang {lang}");
        let html = assess(&folder, &arguments).run().exits(2).stdout;
        well_formed(&html);
        assert!(html.contains(&format!("<html lang=\"{lang}\">")));
        assert!(html.contains(&format!("<strong class=\"conditional\">{outcome}</strong>")), "{html}");
        assert!(html.contains(&format!("<strong class=\"none\">{none}</strong>")), "{html}");
        assert_eq!(html.matches("<h2").count(), 5, "four documents, and what could not be judged");
        let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{ids:?}");
        for link in html.split(" href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(ids.contains(&link), "{link}");
        }
        assert!(!html.contains("style=\"") && !html.contains("http:"), "{html}");
    }
}
