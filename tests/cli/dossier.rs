//! `kader check --format markdown` and `html`: the report for people who read no code.

use crate::assess::well_formed;
use crate::runner::{CLEAN, Folder, faulty};

#[test]
fn without_a_finding_the_report_is_whole() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    let page = folder.kader("check --lang en --format html").run().exits(0).silent().stdout;
    well_formed(&page);
    assert!(page.contains("<code>a.afspraak.json</code>") && page.contains("Nothing was found in this document."));
    let text = folder.kader("check --lang en --format markdown").run().exits(0).silent().stdout;
    assert!(text.contains("### a.afspraak.json\n") && text.contains("Nothing was found in this document."), "{text}");
    for (more, status) in [("--allow-empty", 0), ("", 2)] {
        let empty = Folder::new();
        let page = empty.kader(&format!("check --lang en --format html {more}")).run().exits(status).silent().stdout;
        well_formed(&page);
        assert!(page.contains("No document was checked") && page.ends_with("</html>\n"), "{page}");
        assert_eq!(page.contains("id=\"omitted\""), status == 2);
        let text = empty.kader(&format!("check --lang en --format markdown {more}")).run().exits(status).silent();
        assert!(text.stdout.contains("**No document was checked**."), "{}", text.stdout);
    }
}

#[cfg(unix)]
#[test]
fn neither_a_key_nor_a_path_makes_an_element() {
    let document = CLEAN.replacen('{', r#"{ "<kleur> & \"rood\" 'o'": 1,"#, 1);
    let folder = Folder::new().file("a&b <c>.afspraak.json", document);
    for lang in ["nl", "en"] {
        let page = folder.kader("check --format html --lang").arg(lang).run().exits(0).stdout;
        well_formed(&page);
        assert!(page.contains("<code>a&amp;b &lt;c&gt;.afspraak.json</code>"), "{page}");
        assert!(page.contains("&lt;kleur&gt; &amp; ") && !page.contains("<kleur>") && !page.contains("<c>"), "{page}");
        assert_eq!(page.matches("<article").count(), 1);
    }
}

/// A check is asked for outcomes by these formats alone, and says the same in all others.
#[test]
fn other_formats_are_the_same_beside_it() {
    let folder = Folder::fixtures(&["assess"]);
    let alone = folder.kader("check --format json assess").run();
    let beside = folder.kader("check --format json --output html=a.html --output markdown=a.md assess").run();
    assert_eq!((&alone.stdout, alone.status), (&beside.stdout, beside.status));
    for format in ["html", "markdown"] {
        let text = folder.kader("check --lang nl --format").arg(format).arg("assess").run().stdout;
        assert!(text.contains("Voorwaardelijk") && text.contains("15 van de 16 zijn in orde."), "{text}");
        assert!(text.contains("Zij is beoordeeld als deel van die afspraak"), "{text}");
    }
}

#[test]
fn the_same_bytes_whatever_the_threads() {
    let folder = Folder::fixtures(&["workspaces/land"]);
    for format in ["html", "markdown"] {
        let written = |jobs: &str| {
            folder
                .kader("check --lang nl workspaces --format")
                .arg(format)
                .arg("--jobs")
                .arg(jobs)
                .run()
                .exits(1)
                .stdout
        };
        assert_eq!(written("1"), written("2"), "{format}");
    }
}

#[test]
fn what_could_not_be_checked_is_named_in_it() {
    let folder = Folder::new().file("a.afspraak.json", faulty()).file("kader.toml", "lang = \"nl\"\nzzz = 1\n");
    for format in ["html", "markdown"] {
        let run = folder.kader("check a.afspraak.json nergens.afspraak.json --format").arg(format).run().exits(2);
        assert!(run.stdout.contains("nergens.afspraak.json") && run.stdout.contains("kader.toml"), "{}", run.stdout);
        assert!(run.stdout.contains("Niet nagekeken"), "{}", run.stdout);
        assert!(!run.stderr.contains("nergens.afspraak.json"), "once is enough: {}", run.stderr);
    }
}

/// What is left after mending, and what a baseline knows.
#[test]
fn it_tells_of_what_is_left_and_known() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN.replace("\"id\"", "\"ID\""));
    let page = folder.kader("check --fix --lang en --format html").run().exits(0).stdout;
    assert!(page.contains("Nothing was found in this document."), "{page}");
    let doubtful = crate::runner::doubtful();
    let folder = Folder::new().file("a.afspraak.json", doubtful);
    folder.kader("check --select R,V,T,L,P,W,A --write-baseline --baseline b").run();
    let text = folder.kader("check --lang en --baseline b --format markdown --statistics").run().exits(0);
    assert!(text.stdout.contains("1 warning"), "{}", text.stdout);
    text.complains("D110");
}

#[test]
fn a_document_without_a_known_partner_stands_last() {
    let nameless = CLEAN.replace("Proefpartner", "").replace("proef-a", "proef-c");
    let folder = Folder::new().file("a.afspraak.json", nameless).file("b.afspraak.json", CLEAN);
    let text = folder.kader("check --lang en --format markdown").run().stdout;
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ") || line.starts_with("### ")).collect();
    let documents: Vec<&&str> = headings.iter().filter(|line| line.contains("afspraak.json")).collect();
    assert_eq!(documents, [&"### b.afspraak.json", &"### a.afspraak.json"], "{text}");
    assert!(headings.contains(&"## Partner not known"), "{text}");
}

#[test]
fn a_place_in_another_document_is_linked_and_shown() {
    let folder = Folder::fixtures(&["workspaces/drie-regios"]);
    let page = folder.kader("check --lang nl --format html").within("workspaces/drie-regios").run().stdout;
    let link =
        "<a href=\"#document-2\">hollands-midden.afspraak.json</a>, regel 6: de regio&#39;s van een andere afspraak";
    assert!(page.contains(link) && page.contains("<u>[&quot;VR16&quot;]</u>"), "{page}");
    let alone = folder.kader("check haaglanden.afspraak.json --lang nl --format html").within("workspaces/drie-regios");
    let page = alone.run().stdout;
    assert!(
        page.contains("<code>hollands-midden.afspraak.json</code>, regel 6") && !page.contains("#document-2"),
        "{page}"
    );
}
