//! The outline of a document, and what a workspace holds.

use kader::ide::symbols::{Symbol, outline, workspace};

use super::stage::{Others, Stage};

fn lines(symbols: &[Symbol], depth: usize, out: &mut Vec<String>) {
    for symbol in symbols {
        let line = format!("{}{} {:?} {}", "  ".repeat(depth), symbol.name, symbol.sort, symbol.detail);
        out.push(line.trim_end().to_owned());
        lines(&symbol.children, depth + 1, out);
    }
}

fn shown(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    lines(&outline(Stage::new(text, 0).tree()), 0, &mut out);
    out
}

#[test]
fn an_outline_in_the_documents_own_words() {
    let text = r#"{ "partner": { "naam": "De Sluis" }, "regios": ["VR01"], "fase": "", "": 1,
        "samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "koppelsamenwerking" }, {}, 7], "evaluatie": {"#;
    assert_eq!(
        shown(text),
        [
            "partner Object De Sluis",
            "  naam Text De Sluis",
            "regios List",
            "  VR01 Text",
            "fase Text",
            "\"\" Number 1",
            "samenwerkingen List",
            "  beheerder Object koppelsamenwerking",
            "    kerntaak Text beheerder",
            "    profiel Text koppelsamenwerking",
            "  2 Object",
            "  7 Number",
            "evaluatie Object",
        ]
    );
}

#[test]
fn hidden_characters_are_shown_and_long_texts_are_cut() {
    let long = "a".repeat(500);
    let told = shown(&format!("{{ \"x\u{202E}\": \"{long}\" }}"));
    assert!(told[0].starts_with("x\\u{202E} Text aaa") && told[0].len() < 100, "{told:?}");
}

#[test]
fn partners_and_agreements_of_a_workspace() {
    let others = Others::default()
        .with(r#"{ "id": "sluis-1", "partner": { "naam": "De Sluis" } }"#)
        .with(r#"{ "id": "gemaal", "partner": { "naam": "Gemaal Noord" } }"#)
        .with(r#"{ "fase": "verkenning" }"#);
    let found = |query: &str, most| {
        let known = workspace(&others, query, most);
        known.into_iter().map(|known| format!("{} ({})", known.name, known.beside)).collect::<Vec<_>>()
    };
    assert_eq!(found("SLUIS", 10), ["sluis-1 (De Sluis)", "De Sluis (sluis-1)"]);
    assert_eq!(found("", 3), ["sluis-1 (De Sluis)", "De Sluis (sluis-1)", "gemaal (Gemaal Noord)"]);
    assert_eq!(found("niets", 10), [""; 0]);
}
