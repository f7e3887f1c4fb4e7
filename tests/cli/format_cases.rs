//! Faults that other tools had in their reports: each case is a folder under `fixtures/cases`, and must come out as written here.

use crate::cases::{text, value};
use crate::runner::{FORMATS, Folder};

#[test]
fn c37_sarif_uri() {
    let folder = Folder::case("37-sarif-uri");
    std::fs::create_dir(folder.path().join("onder map")).unwrap();
    let name = "onder map/haven #1 50%.afspraak.json";
    std::fs::rename(folder.path().join("in.afspraak.json"), folder.path().join(name)).unwrap();
    let absolute = folder.path().canonicalize().unwrap();
    for path in [".", "./onder map", absolute.to_str().unwrap()] {
        let log = value(&text(&folder, "sarif", path, 1));
        let run = &log["runs"][0];
        let place = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "onder%20map/haven%20%231%2050%25.afspraak.json");
        let region = serde_json::json!({ "startLine": 6, "startColumn": 14, "endLine": 6, "endColumn": 20 });
        assert_eq!((&place["region"], &run["columnKind"]), (&region, &"unicodeCodePoints".into()));
        assert!(!log.to_string().contains(absolute.to_str().unwrap()));
    }
}

#[test]
fn c39_github_escaping() {
    let folder = Folder::case("39-github-escaping");
    for lang in ["en", "nl"] {
        let run = folder.kader(&format!("check --format github --lang {lang} in.afspraak.json")).run().exits(1);
        let commands: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("::")).collect();
        assert_eq!(commands.len(), 1, "{}", run.stdout);
        let (head, data) = commands[0][2..].split_once("::").unwrap();
        assert!(head.starts_with("error file=in.afspraak.json,line=4,endLine=4,col=17,"), "{head}");
        assert!(head.contains("title=D104%3A ") && head.matches(',').count() == 5, "{head}");
        assert!(data.contains(r"50%250A,x\u{D}\u{A}::warning file=a,line=1::nep"), "{data}");
    }
}

#[test]
fn c41_junit_control_characters() {
    let folder = Folder::case("41-junit-control-characters");
    for (format, problem) in [("junit", "system-out"), ("checkstyle", "error")] {
        let text = text(&folder, format, "in.afspraak.json", 0);
        assert!(!text.contains("&#") && !text.contains(|c: char| (c < ' ' && c != '\n') || c == '\u{FFFE}'), "{text}");
        let xml = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let problems: Vec<_> = xml.descendants().filter(|node| node.has_tag_name(problem)).collect();
        assert_eq!(problems.len(), 1);
        let message = problems[0].text().or(problems[0].attribute("message")).unwrap();
        assert!(message.contains(r"kleur\u{1B}[31m\u{0}\u{FFFE}\u{7}"), "{message}");
        assert_eq!(
            xml.descendants().filter(|node| node.has_tag_name("testcase")).count(),
            usize::from(format == "junit")
        );
    }
    assert!(text(&folder, "checkstyle", "in.afspraak.json", 0).contains(r#"line="4" column="3" severity="warning""#));
}

#[cfg(unix)]
#[test]
fn c43_checkstyle_escaping() {
    let folder = Folder::case("43-checkstyle-escaping");
    let name = "a&b <c>.afspraak.json";
    std::fs::rename(folder.path().join("in.afspraak.json"), folder.path().join(name)).unwrap();
    let quoted = r#"<kleur> & "rood" 'o'"#;
    let checkstyle = text(&folder, "checkstyle", ".", 0);
    let xml = roxmltree::Document::parse(&checkstyle).unwrap();
    let file = xml.root_element().first_element_child().unwrap();
    assert_eq!(file.attribute("name"), Some(name));
    let problems: Vec<_> = file.children().filter(roxmltree::Node::is_element).collect();
    let attribute = |name: &str| problems[0].attribute(name).unwrap();
    assert_eq!((problems.len(), attribute("line"), attribute("column")), (1, "4", "3"));
    assert!(attribute("message").contains(quoted), "{checkstyle}");
    let junit = text(&folder, "junit", ".", 0);
    let xml = roxmltree::Document::parse(&junit).unwrap();
    let case = xml.descendants().find(|node| node.has_tag_name("testcase")).unwrap();
    assert_eq!(case.attribute("name"), Some(name));
    assert!(case.first_element_child().unwrap().text().unwrap().contains(quoted), "{junit}");
    let page = text(&folder, "html", ".", 0);
    for (markup, shown) in
        [("<kleur", "&lt;kleur&gt; &amp; &quot;rood&quot; &#39;o&#39;"), ("<c>", "a&amp;b &lt;c&gt;.afspraak.json")]
    {
        assert!(!page.contains(markup) && page.contains(shown), "{page}");
    }
}

fn is_xml(text: &str, root: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(document.root_element().tag_name().name(), root);
}

#[test]
fn c45_no_findings() {
    let folder = Folder::case("45-no-findings");
    let empty = Folder::new();
    for format in FORMATS {
        let run = |folder: &Folder, path: &str, status| {
            folder.kader("check --format").arg(format).arg_all(path).run().exits(status).stdout
        };
        let reports = [run(&folder, "in.afspraak.json", 0), run(&empty, "--allow-empty .", 0), run(&empty, ".", 2)];
        for text in reports {
            match format {
                "sarif" => assert_eq!(value(&text)["runs"][0]["results"], serde_json::json!([])),
                "gitlab" => assert_eq!(value(&text), serde_json::json!([])),
                "rdjson" => assert_eq!(value(&text)["diagnostics"], serde_json::json!([])),
                "json" => assert_eq!(value(&text).as_object().unwrap().len(), 7),
                "jsonl" => assert!(text.lines().count() == 1 && value(&text)["summary"]["error"] == 0, "{text}"),
                "html" => assert!(text.starts_with("<!DOCTYPE html>") && text.ends_with("</html>\n"), "{text}"),
                "junit" => is_xml(&text, "testsuites"),
                "checkstyle" => is_xml(&text, "checkstyle"),
                _ => {}
            }
        }
    }
    let folder = folder.file("uit.sarif", "x".repeat(1 << 20)).file("uit.xml", "x".repeat(1 << 20));
    folder.kader("check in.afspraak.json --output sarif=uit.sarif --output junit=uit.xml").run().exits(0);
    for (format, file) in [("sarif", "uit.sarif"), ("junit", "uit.xml")] {
        assert_eq!(String::from_utf8(folder.read(file)).unwrap(), text(&folder, format, "in.afspraak.json", 0));
    }
}
