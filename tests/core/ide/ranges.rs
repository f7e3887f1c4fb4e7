//! What may be folded, and what is selected step by step.

use kader::ide::ranges::{folds, selection};

use super::stage::Stage;

#[test]
fn containers_on_several_lines_may_be_folded() {
    let text = "{\n  \"a\": [1, 2],\n  \"b\": {\r    \"c\": [\n      1\n    ]\n  }\n}";
    let stage = Stage::new(text, 0);
    let starts: Vec<_> = folds(stage.tree()).iter().map(|span| &text[span.range()][..3]).collect();
    assert_eq!(starts, ["{\n ", "{\r ", "[\n "]);
    let broken = Stage::new("{\n  \"a\": [\n 1", 0);
    assert_eq!(folds(broken.tree()).len(), 2);
}

#[test]
fn a_selection_grows() {
    let shown = |marked: &str| {
        let stage = Stage::marked(marked);
        let spans = selection(stage.tree(), stage.offset);
        spans.iter().map(|span| stage.text[span.range()].to_owned()).collect::<Vec<_>>()
    };
    let whole = r#"{ "a": ["xy"] }"#;
    let around = [r#""xy""#, r#"["xy"]"#, r#""a": ["xy"]"#, r#" "a": ["xy"] "#, whole];
    assert_eq!(shown(r#"{ "a": ["x|y"] }"#), [["xy"].as_slice(), &around].concat());
    assert_eq!(shown(r#"{ "|a": ["xy"] }"#), ["a", r#""a""#, r#""a": ["xy"]"#, r#" "a": ["xy"] "#, whole]);
    assert_eq!(shown(r#"{ "a": ["x|"#), [r#""x"#, r#"["x"#, r#""a": ["x"#, r#" "a": ["x"#, r#"{ "a": ["x"#]);
    assert_eq!(shown("|"), [""; 0]);
}
