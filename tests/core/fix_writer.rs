//! Structural changes become edits that keep the document's own layout.

use kader::fix::{Change, Layout, Step, Value, Writer, put};
use kader::json::{Limits, NodeId, Tree, parse};

/// The text after the changes that `make` proposes, which must be sound JSON without a fault.
fn changed(text: &str, make: impl Fn(&Tree) -> Vec<Change>) -> String {
    let tree = parse(text.as_bytes(), Limits::default()).tree;
    let layout = Layout::of(&tree);
    let edits = Writer::new(&tree, &layout).edits(&make(&tree)).unwrap();
    let after = edits.apply(text);
    assert!(parse(after.as_bytes(), Limits::default()).errors.is_empty(), "{after}");
    assert_eq!(edits.invert(text).apply(&after), text);
    after
}

fn at(tree: &Tree, pointer: &str) -> NodeId {
    tree.resolve(pointer).unwrap()
}

const LINES: &str = "{\n  \"a\": 1,\n  \"b\": [\"x\", \"y\"],\n  \"c\": {}\n}\n";

fn insert(tree: &Tree, object: &str, behind: Option<&str>, value: Value) -> Vec<Change> {
    let behind = behind.map(|pointer| at(tree, pointer));
    vec![Change::Insert { object: at(tree, object), behind, members: vec![("n".into(), value)] }]
}

#[test]
fn a_member_comes_on_a_line_of_its_own_where_its_neighbours_do() {
    let inner = || Value::object([("s", Value::from("t"))]);
    let behind = |text: &str, pointer: &str| changed(text, |tree| insert(tree, "", Some(pointer), inner()));
    assert_eq!(behind(LINES, "/a"), LINES.replace("1,\n", "1,\n  \"n\": { \"s\": \"t\" },\n"));
    assert_eq!(behind(LINES, "/c"), LINES.replace("{}\n", "{},\n  \"n\": { \"s\": \"t\" }\n"));
    let first = changed(LINES, |tree| insert(tree, "", None, Value::from(true)));
    assert_eq!(first, LINES.replace("{\n  \"a\"", "{\n  \"n\": true,\n  \"a\""));
}

#[test]
fn tabs_and_line_ends_are_the_documents_own() {
    let text = "{\r\n\t\"a\": {\r\n\t\t\"b\": 1\r\n\t}\r\n}";
    let deep = Value::object([("o", Value::object([("p", Value::object([("q", Value::Number(1))]))]))]);
    let after = changed(text, |tree| insert(tree, "/a", Some("/a/b"), deep.clone()));
    let wanted = "1,\r\n\t\t\"n\": {\r\n\t\t\t\"o\": {\r\n\t\t\t\t\"p\": { \"q\": 1 }\r\n\t\t\t}\r\n\t\t}\r\n";
    assert_eq!(after, text.replace("1\r\n", wanted));
}

#[test]
fn a_document_on_one_line_stays_on_one() {
    let value = || Value::object([("o", Value::object([("p", Value::Number(1))]))]);
    let tight = changed(r#"{"a":1}"#, |tree| insert(tree, "", Some("/a"), value()));
    assert_eq!(tight, r#"{"a":1,"n":{"o":{"p":1}}}"#);
    let loose = changed(r#"{ "a": 1 }"#, |tree| insert(tree, "", None, value()));
    assert_eq!(loose, r#"{ "n": { "o": { "p": 1 } }, "a": 1 }"#);
    let inline = changed("{\n  \"a\": { \"b\": 1 }\n}", |tree| insert(tree, "/a", Some("/a/b"), value()));
    assert_eq!(inline, "{\n  \"a\": { \"b\": 1, \"n\": { \"o\": { \"p\": 1 } } }\n}");
}

#[test]
fn an_empty_container_is_filled() {
    let filled = changed(LINES, |tree| insert(tree, "/c", None, Value::from("v")));
    assert_eq!(filled, LINES.replace("{}", "{\n    \"n\": \"v\"\n  }"));
    assert_eq!(changed("{}", |tree| insert(tree, "", None, Value::from("v"))), "{\n  \"n\": \"v\"\n}");
    assert_eq!(changed(r#"{"a":{  }}"#, |tree| insert(tree, "/a", None, true.into())), r#"{"a":{"n":true}}"#);
    let list = changed("{\n  \"a\": []\n}", |tree| vec![Change::Append(at(tree, "/a"), vec!["x".into(), "y".into()])]);
    assert_eq!(list, "{\n  \"a\": [\"x\", \"y\"]\n}");
}

#[test]
fn what_goes_takes_its_comma_along() {
    let without = |text: &str, pointer: &str| changed(text, |tree| vec![Change::Remove(at(tree, pointer))]);
    assert_eq!(without(LINES, "/a"), LINES.replace("\"a\": 1,\n  ", ""));
    assert_eq!(without(LINES, "/c"), LINES.replace(",\n  \"c\": {}", ""));
    assert_eq!(without(LINES, "/b/0"), LINES.replace("\"x\", ", ""));
    assert_eq!(without(LINES, "/b/1"), LINES.replace(", \"y\"", ""));
    assert_eq!(without("{ \"a\": [ 1 ] }", "/a/0"), "{ \"a\": [] }");
    assert_eq!(without("{\"a\" : 1 , \"a\" : 2 }", "/a"), "{\"a\" : 1 }");
}

#[test]
fn values_and_keys_are_replaced_where_they_stand() {
    let after = changed(LINES, |tree| {
        vec![Change::Rename(at(tree, "/a"), "z\"".into()), Change::Replace(at(tree, "/b/1"), "w".into())]
    });
    assert_eq!(after, LINES.replace("\"a\"", "\"z\\\"\"").replace("\"y\"", "\"w\""));
}

#[test]
fn items_come_behind_the_last_one() {
    let more = |text: &str| changed(text, |tree| vec![Change::Append(at(tree, "/b"), vec!["p".into(), "q".into()])]);
    assert_eq!(more(LINES), LINES.replace("\"y\"", "\"y\", \"p\", \"q\""));
    let lines = "{\n  \"b\": [\n    1\n  ]\n}";
    assert_eq!(more(lines), lines.replace("1\n", "1,\n    \"p\",\n    \"q\"\n"));
}

#[test]
fn what_is_missing_on_the_way_comes_along() {
    let way = [Step::last("c"), Step::last("d")];
    let new = || [(Step::last("e"), Value::from("v")), (Step::last("f"), true.into())];
    let put_there = |tree: &Tree| put(tree, at(tree, ""), &way, new()).unwrap();
    assert_eq!(changed(LINES, put_there), LINES.replace("{}", "{\n    \"d\": { \"e\": \"v\", \"f\": true }\n  }"));
    let stands = LINES.replace("{}", "{ \"d\": { \"a\": 1 } }");
    assert_eq!(changed(&stands, put_there), stands.replace("{ \"a\"", "{ \"e\": \"v\", \"f\": true, \"a\""));
    for in_the_way in [r#"{"c": []}"#, r#"{"c": {"d": {"f": 1}}}"#] {
        let tree = parse(in_the_way.as_bytes(), Limits::default()).tree;
        assert_eq!(put(&tree, at(&tree, ""), &way, new()), None);
    }
}

#[test]
fn what_would_be_one_token_with_its_neighbour_is_not_written() {
    let edits = |text: &str, change: fn(&Tree) -> Change| {
        let tree = parse(text.as_bytes(), Limits::default()).tree;
        Writer::new(&tree, &Layout::of(&tree)).edits(&[change(&tree)])
    };
    let rename = |tree: &Tree| Change::Rename(at(tree, "/aer"), "kader".into());
    assert_eq!(edits("{k\"\"aer: 1}", rename), None);
    assert!(edits("{k\"\" aer: 1}", rename).is_some());
    let replace = |tree: &Tree| Change::Replace(at(tree, "/0"), Value::from(true));
    assert_eq!(edits("[\"a\"b]", replace), None);
    assert!(edits("[\"a\" b]", replace).is_some());
}
