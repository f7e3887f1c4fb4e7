//! `kader overview`: what people and programs read of a whole country.

use crate::runner::{CLEAN, Folder, Outcome};

fn land() -> Folder {
    Folder::fixtures(&["workspaces/land"])
}

fn overview(folder: &Folder, arguments: &str) -> Outcome {
    folder.kader(&format!("overview {arguments}")).within("workspaces/land").run()
}

#[test]
fn the_country_as_a_table_and_as_markdown() {
    let folder = land();
    for lang in ["nl", "en"] {
        let table = overview(&folder, &format!("--lang {lang}")).exits(0).silent();
        insta::assert_snapshot!(format!("table_{lang}"), table.stdout);
    }
    let markdown = overview(&folder, "--lang nl --format markdown").exits(0).silent();
    insta::assert_snapshot!("markdown_nl", markdown.stdout);
}

#[test]
fn csv_does_not_depend_on_the_language() {
    let folder = land();
    let csv = overview(&folder, "--lang nl --format csv").exits(0).silent();
    assert_eq!(csv.stdout, overview(&folder, "--lang en --format csv").exits(0).stdout);
    let lines: Vec<&str> = csv.stdout.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "partner,onderdeelVan,kerntaak,profiel,regios,inGesprek,toetsing,datum,adoptieregio,uitkomst,evaluatie"
    );
    assert_eq!(
        lines.iter().find(|line| line.starts_with("Netbeheerder Oostkabel")).copied(),
        Some(
            "Netbeheerder Oostkabel,,beheerder,structurele-samenwerking,VR05 VR06 VR07 VR08,VR09,,,VR07,voorwaardelijk,2026-03-01"
        )
    );
    assert_eq!(lines.last(), Some(&""), "the last line ends, too");
    assert!(lines.len() > 60);
}

#[test]
fn a_page_is_the_same_whatever_the_number_of_threads() {
    let folder = land();
    let page = overview(&folder, "--lang nl --format html --jobs 1").exits(0).silent();
    assert_eq!(page.stdout, overview(&folder, "--lang nl --format html --jobs 2").exits(0).stdout);
    assert!(page.stdout.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">\n"));
    for elsewhere in ["http:", "https:", "src=", "url(", "@import"] {
        assert!(!page.stdout.contains(elsewhere), "{elsewhere}");
    }
    assert_eq!(page.stdout.matches("<tbody data-").count(), 61);
}

#[test]
fn several_formats_in_one_run() {
    let folder = land();
    let outcome =
        overview(&folder, "--format json --output html=o.html --output csv=o.csv --lang en").exits(0).silent();
    assert_eq!(outcome.json().0["summary"]["partners"], 60);
    assert!(folder.read("workspaces/land/o.html").starts_with(b"<!DOCTYPE html>\n<html lang=\"en\">"));
    assert!(folder.read("workspaces/land/o.csv").starts_with(b"partner,"));
}

#[test]
fn a_run_that_failed_says_so_and_shows_the_rest() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    let outcome = folder.kader("overview --lang en a.afspraak.json weg.afspraak.json").run().exits(2);
    outcome.prints("Proefpartner").complains("weg.afspraak.json");
    Folder::new().kader("overview --lang en").run().exits(2).prints("There is no cooperation to show.");
    Folder::new().kader("overview --lang en --allow-empty").run().exits(0).silent();
    folder.kader("overview --format htlm --lang en").run().exits(2).complains("did you mean `html`?");
}

#[test]
fn findings_do_not_fail_it_and_deviations_can_be_left_out() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN.replace("VR17", "VR99"));
    folder.kader("overview").run().exits(0).silent();
    folder.kader("overview --no-deviations").run().exits(0).silent();
}

#[test]
fn another_policy_has_a_matrix_of_its_own_regions() {
    let folder = Folder::fixtures(&["workspaces/tweede-kader", "policies"]);
    let outcome = folder.kader("overview --format html --lang nl").within("workspaces/tweede-kader").run().exits(0);
    let policies = folder.kader("overview --format json").within("workspaces/tweede-kader").run().json().0;
    let policies = policies["policies"].as_array().unwrap();
    assert!(policies.len() > 1, "two policies in one run");
    for policy in policies {
        for region in policy["regions"].as_array().unwrap() {
            let head = format!("data-unit=\"{}\"><span>", region["code"].as_str().unwrap());
            assert!(outcome.stdout.contains(&head), "{head}");
        }
    }
    assert_eq!(outcome.stdout.matches("<table").count(), policies.len());
}

/// A policy without adoption regions has nothing to say about them; in a sheet for programs the columns stay.
#[test]
fn a_policy_without_adoption_regions_has_no_column_for_them() {
    let folder = Folder::fixtures(&["workspaces/tweede-kader", "policies"]);
    let written = |format: &str, more: &str| {
        let arguments = format!("overview --lang nl --format {format} {more}");
        folder.kader(&arguments).within("workspaces/tweede-kader").run().exits(0).stdout
    };
    let html = written("html", "");
    let sections: Vec<&str> = html.split("<table").skip(1).filter_map(|rest| rest.split("</section>").next()).collect();
    let of = |code: &str| *sections.iter().find(|section| section.contains(code)).unwrap();
    let (own, other) = (of("data-unit=\"VR01\""), of("data-unit=\"KROK-1\""));
    for mark in ["<th scope=\"col\" class=\"adopting\"", "class=\"sample adopts\""] {
        assert!(own.contains(mark) && !other.contains(mark), "{mark}");
    }
    for section in sections {
        let head = section.split("</thead>").next().unwrap().matches("<th ").count();
        let row = section.split("<tr>").nth(2).unwrap().split("</tr>").next().unwrap();
        assert_eq!(row.matches("<td").count() + 1, head, "a cell for each column");
    }
    for format in ["full", "markdown"] {
        let text = written(format, "");
        let heads = text.lines().filter(|line| line.contains("Toetsing") && line.contains("Evaluatie"));
        let adopting = heads.filter(|line| line.contains("Adoptie")).count();
        assert_eq!(adopting, 1, "{format}: {text}");
    }
    assert!(
        written("csv", "")
            .starts_with("partner,onderdeelVan,kerntaak,profiel,regios,inGesprek,toetsing,datum,adoptieregio,")
    );
    // Its units have its own name.
    assert!(own.contains("data-label=\"Regio's\"") || own.contains("data-label=\"Regio&#39;s\""), "{own}");
    assert!(other.contains("data-label=\"Dalen\"") && !other.to_lowercase().contains("regio"), "{other}");
    assert!(html.contains("<dt>dalen met een afspraak</dt>") && html.contains(">Aantal dalen</option>"));
    assert!(written("markdown", "").contains("| Dalen |") && written("full", "").contains(" Dalen "));
    // Of two policies each has a form of its own, known by its name.
    let labels: Vec<&str> =
        html.split("role=\"search\"").skip(1).map(|form| form.split("aria-label=\"").nth(1).unwrap()).collect();
    let labels: std::collections::BTreeSet<&str> =
        labels.iter().map(|label| label.split('"').next().unwrap()).collect();
    assert_eq!(labels.len(), 2, "{labels:?}");
}

#[test]
fn quiet_leaves_out_the_counts_and_keeps_the_table() {
    let folder = Folder::new().file("a.afspraak.json", CLEAN);
    let full = folder.kader("overview --lang en").run().exits(0).stdout;
    let quiet = folder.kader("overview --lang en -q").run().exits(0).stdout;
    assert!(full.contains("One partner, one cooperation\n"), "{full}");
    assert_eq!(quiet, full.replace("One partner, one cooperation\n", ""));
}

#[test]
fn an_empty_page_has_a_title() {
    let page = Folder::new().kader("overview --lang nl --allow-empty --format html").run().exits(0).stdout;
    assert!(page.contains("<title>Landelijk overzicht – Geen samenwerking</title>"), "{page}");
}
