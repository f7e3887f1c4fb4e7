//! Another id for an agreement, wherever it is named.

use kader::ide::rename::{prepare, rename};
use kader::text::Edits;

use super::stage::{Others, Stage};

fn around() -> Others {
    Others::default()
        .with("{ \"id\": \"algemeen\" }")
        .with("{ \"id\": \"b\",\n \"aanvullingOp\": \"algemeen\", \"vervangt\": [\"a\",\n \"algemeen\"] }")
}

#[test]
fn an_id_changes_in_every_document() {
    let stage =
        Stage::marked(r#"{ "id": "x", "aanvullingOp": "alge|meen", "vervangt": ["algemeen"] }"#).among(around());
    let (span, id) = stage.see(|scene| prepare(scene, stage.offset).map(|(span, id)| (span, id.to_owned()))).unwrap();
    assert_eq!((&stage.text[span.range()], &*id), ("algemeen", "algemeen"));
    let renamed = stage.see(|scene| rename(scene, stage.offset, "nieuw-1")).unwrap();
    let text = Edits::new(renamed.here).unwrap().apply(&stage.text);
    assert_eq!(text, r#"{ "id": "x", "aanvullingOp": "nieuw-1", "vervangt": ["nieuw-1"] }"#);
    let told: Vec<String> = renamed
        .there
        .iter()
        .map(|(file, range, text)| format!("{}:{}:{} {text}", file.display(), range.start.line, range.start.column))
        .collect();
    assert_eq!(told, ["algemeen:1:9 \"nieuw-1\"", "b:2:18 \"nieuw-1\"", "b:3:2 \"nieuw-1\""]);
}

#[test]
fn its_own_id_changes_here_and_where_it_is_named() {
    let stage = Stage::marked(r#"{ "id": "|a" }"#).among(around());
    let renamed = stage.see(|scene| rename(scene, stage.offset, "z")).unwrap();
    assert_eq!(Edits::new(renamed.here).unwrap().apply(&stage.text), r#"{ "id": "z" }"#);
    assert_eq!(renamed.there.len(), 1);
}

#[test]
fn what_cannot_be_says_why() {
    let refused = |marked: &str, new: &str| {
        let stage = Stage::marked(marked).among(around());
        stage.see(|scene| rename(scene, stage.offset, new)).unwrap_err()
    };
    let own = r#"{ "id": "|a" }"#;
    assert!(refused(own, "Mijn Sluis").contains("mijn-sluis"));
    assert!(refused(own, "").contains("Zoals: a"));
    assert!(refused(own, "algemeen").contains("algemeen"));
    for nothing in [r#"{ "vervangt": ["|onbekend"] }"#, r#"{ "fase": "|a" }"#, "|", r#"{ "id": |7 }"#] {
        assert!(refused(nothing, "z").contains("`id`"), "{nothing}");
    }
}
