//! The parser on JSON as it should be: values, positions, pointers, duplicates, limits, encodings.

use kader::json::{Case, Kind, Limits, NodeId, Parsed, Slot, SyntaxCode, Tree, parse, print};

fn read(text: &str) -> Parsed {
    parse(text.as_bytes(), Limits::default())
}

/// The tree of a text without faults.
fn tree(text: &str) -> Tree {
    let parsed = read(text);
    assert_eq!(parsed.errors, [], "{text}");
    parsed.tree
}

fn at(tree: &Tree, pointer: &str) -> NodeId {
    tree.resolve(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"))
}

fn slice(tree: &Tree, id: NodeId) -> &str {
    tree.text().get(tree.span(id).range()).unwrap_or("?")
}

#[test]
fn values_have_kind_text_and_place() {
    let text = " {\"a\": [1, -2.5e1, true, null, \"x\"], \"\": {}, \"k\\u0065y\": \"l\\ni\\u00e9\\ud83d\\ude00\"} ";
    let tree = tree(text);
    assert_eq!(tree.len(), 9);
    assert_eq!(tree.root().map(|root| tree.kind(root)), Some(Kind::Object));
    let list = at(&tree, "/a");
    assert_eq!(slice(&tree, list), "[1, -2.5e1, true, null, \"x\"]");
    assert_eq!(tree.key_span(list).and_then(|span| text.get(span.range())), Some("\"a\""));
    let kinds: Vec<Kind> = tree.items(list).iter().map(|item| tree.kind(*item)).collect();
    assert_eq!(kinds, [Kind::Number, Kind::Number, Kind::Bool(true), Kind::Null, Kind::String]);
    assert_eq!(tree.number(at(&tree, "/a/1")), Some(-25.0));
    assert_eq!(tree.number(at(&tree, "/a/4")), None);
    assert_eq!(tree.string(at(&tree, "/a/4")), Some("x"));
    assert_eq!(tree.string(at(&tree, "/a/0")), None);
    assert!(tree.is_empty_container(at(&tree, "/")) && !tree.is_empty_container(list));
    let word = at(&tree, "/key");
    assert_eq!((tree.key(word), tree.string(word)), (Some("key"), Some("l\ni\u{e9}\u{1f600}")));
    assert_eq!(
        (tree.slot(word), tree.slot(at(&tree, "/a/3")), tree.slot(at(&tree, ""))),
        (Slot::Member(2), Slot::Item(3), Slot::Root)
    );
    assert_eq!(tree.open_span(list).range(), 7..8);
    assert_eq!(tree.close_span(list).map(|span| slice(&tree, list).len() + span.range().start), Some(34 + 28));
    assert_eq!(tree.close_span(word), None);
}

#[test]
fn numbers_are_doubles() {
    let tree = tree("[12.0, 1e400, -1e400, 0.1, -0, 12345678901234567890]");
    let numbers: Vec<f64> = tree.items(at(&tree, "")).iter().filter_map(|item| tree.number(*item)).collect();
    assert_eq!(numbers, [12.0, f64::INFINITY, f64::NEG_INFINITY, 0.1, 0.0, 12_345_678_901_234_567_890.0]);
}

#[test]
fn pointers_name_their_value() {
    let tree = tree("{\"a/b\": {\"m~n\": [[], {\"\": 1}]}, \"0\": 2}");
    for (pointer, text) in [("/a~1b/m~0n/1/", "1"), ("/0", "2"), ("/a~1b/m~0n/0", "[]")] {
        let id = at(&tree, pointer);
        assert_eq!((slice(&tree, id), tree.pointer(id).as_str()), (text, pointer));
    }
    for nothing in ["a", "/a", "/a~1b/m~0n/01", "/a~1b/m~0n/-", "/a~1b/m~0n/2", "/0/x", "/~"] {
        assert_eq!(tree.resolve(nothing), None, "{nothing}");
    }
    let deep = at(&tree, "/a~1b/m~0n/1/");
    let above: Vec<String> = tree.ancestors(deep).map(|id| tree.pointer(id)).collect();
    assert_eq!(above, ["/a~1b/m~0n/1", "/a~1b/m~0n", "/a~1b", ""]);
    assert_eq!(tree.parent(at(&tree, "")), None);
}

#[test]
fn the_innermost_value_is_found_by_offset() {
    let text = " {\"ab\" : [1, {\"c\": 2}] , \"d\": 3}";
    let tree = tree(text);
    let found = |offset: u32| tree.innermost_at(offset).map(|id| tree.pointer(id));
    assert_eq!(found(0), None);
    for (offset, pointer) in
        [(1, ""), (2, "/ab"), (5, "/ab"), (8, "/ab"), (9, "/ab"), (10, "/ab/0"), (11, "/ab/0"), (12, "/ab")]
    {
        assert_eq!(found(offset).as_deref(), Some(pointer), "{offset}");
    }
    for (offset, pointer) in
        [(13, "/ab/1"), (14, "/ab/1/c"), (20, "/ab/1/c"), (21, "/ab/1"), (22, "/ab"), (23, ""), (25, "/d"), (32, "")]
    {
        assert_eq!(found(offset).as_deref(), Some(pointer), "{offset}");
    }
    assert_eq!(found(33), None);
}

#[test]
fn of_equal_keys_the_last_counts() {
    let text = "{\"a\": {\"x\": 1, \"x\": 2}, \"b\": 0, \"\\u0061\": {\"y\": 3, \"y\": 4}, \"a\": 5}";
    let tree = tree(text);
    let root = at(&tree, "");
    assert_eq!(tree.all_members(root).len(), 4);
    let counting: Vec<(&str, &str)> =
        tree.members(root).map(|member| (member.key, slice(&tree, member.value))).collect();
    assert_eq!(counting, [("b", "0"), ("a", "5")]);
    assert_eq!(tree.get(root, "a").and_then(|id| tree.number(id)), Some(5.0));
    let pairs: Vec<(u32, u32)> =
        tree.duplicates().iter().map(|twice| (twice.first_key.start, twice.later_key.start)).collect();
    assert_eq!(pairs, [(1, 32), (1, 60)]);
    let shadowed: Vec<bool> = tree.all_members(root).map(|member| tree.is_shadowed(member.value)).collect();
    assert_eq!(shadowed, [true, false, true, false]);
    let inside = tree.all_members(root).next().and_then(|member| tree.get(member.value, "x"));
    assert_eq!(inside.map(|id| tree.is_shadowed(id)), Some(true));
}

#[test]
fn equal_keys_are_found_in_large_objects_too() {
    let mut members: Vec<String> = (0..100).map(|index| format!("\"k{index}\": {index}")).collect();
    members.push("\"k7\": 100".to_owned());
    members.push("\"k\\u0037\": 101".to_owned());
    let tree = tree(&format!("{{{}}}", members.join(", ")));
    let root = at(&tree, "");
    assert_eq!(tree.duplicates().len(), 2);
    assert_eq!(tree.members(root).count(), 100);
    assert_eq!(tree.get(root, "k7").and_then(|id| tree.number(id)), Some(101.0));
    assert!(tree.duplicates().iter().all(|twice| tree.text().get(twice.first_key.range()) == Some("\"k7\"")));
}

#[test]
fn depth_is_limited_and_reading_goes_on_behind_it() {
    let fine = format!("{}{}", "[".repeat(128), "]".repeat(128));
    assert_eq!(read(&fine).errors, []);
    let deep = format!("{{\"a\": {}{}, \"b\": 1}}", "[".repeat(130), "]".repeat(130));
    let parsed = read(&deep);
    let places: Vec<_> =
        parsed.errors.iter().map(|error| (error.code, error.span.map(|span| (span.start, span.len())))).collect();
    assert_eq!(places, [(SyntaxCode::S004, Some((6 + 127, 1)))]);
    assert_eq!(parsed.tree.resolve("/b").and_then(|id| parsed.tree.number(id)), Some(1.0));
    let skipped = parsed.errors.first().and_then(|error| error.node);
    assert_eq!(skipped.map(|id| (parsed.tree.is_bad(id), parsed.tree.span(id).len())), Some((true, 6)));
}

#[test]
fn brackets_in_strings_and_comments_do_not_count_in_what_is_skipped() {
    let parsed = parse(b"[[[\"]\", /* ] */ '}' ], 1], 2]", Limits { max_depth: 2, ..Limits::default() });
    assert_eq!(parsed.errors.iter().map(|error| error.case).collect::<Vec<_>>(), [Case::TooDeep]);
    assert_eq!(print(&parsed.tree), "[[[],1],2]");
}

#[test]
fn two_hundred_thousand_brackets_are_one_fault() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let parsed = read(&open.repeat(200_000));
        assert_eq!(parsed.errors.iter().map(|error| error.case).collect::<Vec<_>>(), [Case::TooDeep], "{open}");
        assert!(parsed.tree.root().is_some_and(|root| parsed.tree.is_broken(root)));
    }
}

#[test]
fn the_number_of_values_is_limited() {
    let limits = Limits { max_values: 4, ..Limits::default() };
    assert_eq!(parse(b"[1, {\"a\": 2}]", limits).errors, []);
    let parsed = parse(b"[1, {\"a\": 2}, 3, tru, ]", limits);
    let found: Vec<_> = parsed.errors.iter().map(|error| (error.code, error.case, error.span)).collect();
    assert_eq!(found, [(SyntaxCode::S005, Case::TooManyValues, None)]);
    assert_eq!(print(&parsed.tree), "[1,{\"a\":2}]");
    assert!(parsed.tree.root().is_some_and(|root| parsed.tree.is_broken(root)));
}

#[test]
fn a_byte_order_mark_counts_in_offsets() {
    let parsed = parse(b"\xEF\xBB\xBF[1]", Limits::default());
    assert_eq!(parsed.errors, []);
    assert_eq!(parsed.tree.root().map(|root| parsed.tree.span(root).range()), Some(3..6));
    assert_eq!(parsed.tree.text().len(), 6);
    let inside = read("[\u{FEFF}1]");
    assert_eq!(inside.errors.iter().map(|error| error.case).collect::<Vec<_>>(), [Case::UnexpectedToken]);
    assert_eq!(print(&inside.tree), "[1]");
}

#[test]
fn bytes_that_are_not_utf8_are_one_fault() {
    let cases: [(&[u8], u32); 8] = [
        (b"{\"a\": \"\xE9\"}", 7),
        (b"\xFF\xFE{\0", 0),
        (b"\xFE\xFF\0{", 0),
        (b"{\0\"\0", 1),
        (b"\0\0\0{", 0),
        (b"[\"\xED\xA0\x80\"]", 2),
        (b"[\"\xC0\xAF\", \"\xFF\"]", 2),
        (b"[\"abc\", \"\xF0\x9F\x98", 9),
    ];
    for (bytes, first) in cases {
        let parsed = parse(bytes, Limits::default());
        let found: Vec<_> =
            parsed.errors.iter().map(|error| (error.code, error.span.map(|span| (span.start, span.len())))).collect();
        assert_eq!(found, [(SyntaxCode::S003, Some((first, 1)))], "{bytes:?}");
        assert!(parsed.tree.root().is_none() && parsed.tree.text().is_empty());
    }
}
