//! The parser on broken JSON: each fault once, at its token, and as much of the tree as there is.

use std::fs;
use std::path::Path;

use kader::json::{Case, Limits, Parsed, SyntaxCode, parse, print};

fn read(text: &str) -> Parsed {
    parse(text.as_bytes(), Limits::default())
}

/// The faults as `case start-end`.
fn faults(parsed: &Parsed) -> Vec<String> {
    let place =
        |span: Option<kader::text::Span>| span.map_or(String::new(), |span| format!(" {}-{}", span.start, span.end));
    parsed.errors.iter().map(|error| format!("{}{}", error.case.as_str(), place(error.span))).collect()
}

/// A text, its faults, what is read of it.
fn check(text: &str, expected: &[&str], printed: &str) {
    let parsed = read(text);
    assert_eq!(faults(&parsed), expected, "{text}");
    assert_eq!(print(&parsed.tree), printed, "{text}");
}

/// Whether the value is broken, and whether it is bad.
fn state(text: &str, pointer: &str) -> (bool, bool) {
    let tree = read(text).tree;
    let Some(id) = tree.resolve(pointer) else { panic!("{text}: nothing at {pointer}") };
    (tree.is_broken(id), tree.is_bad(id))
}

/// The text with all safe fixes.
fn mended(text: &str) -> String {
    let mut out = text.to_owned();
    for error in read(text).errors.iter().rev() {
        for (span, new) in error.fix.iter().flatten() {
            out.replace_range(span.range(), new);
        }
    }
    out
}

/// The file of a case; `None`, aloud, where the cases are not there.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn case_file(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases").join(name);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: there is no {}", path.display());
    }
    text
}

#[test]
fn while_typing() {
    check("{\"a\": }", &["missing-value 6-7"], "{\"a\":null}");
    check("{\"a\"", &["unclosed-bracket 4-4"], "{\"a\":null}");
    check("{\"a\":", &["unclosed-bracket 5-5"], "{\"a\":null}");
    check("{\"a\": 1,", &["unclosed-bracket 8-8"], "{\"a\":1}");
    check("{\"a\":1 \"b\":2}", &["missing-comma 7-10"], "{\"a\":1,\"b\":2}");
    check("[{\"a\":1}, {\"b\":[1]", &["unclosed-bracket 18-18"], "[{\"a\":1},{\"b\":[1]}]");
    check("{\"a\":tru", &["bad-literal 5-8", "unclosed-bracket 8-8"], "{\"a\":null}");
    check("\"abc\\", &["unclosed-string 0-5"], "\"abc\\\\\"");
    check("{\"a\": 1,\n\"b\n}", &["unclosed-string 9-11"], "{\"a\":1}");
    check("{\"a\": \n\"b\": 2}", &["missing-value 7-10"], "{\"a\":null,\"b\":2}");
    check("{\"a\"\n\"b\": 2}", &["missing-colon 5-8"], "{\"a\":null,\"b\":2}");
    check("{\"a\": 1\n\"b\"}", &["missing-comma 8-11"], "{\"a\":1,\"b\":null}");
    check("{\"a\": 1, {\n\"b\": 2,\n\"c\": 3}", &["unexpected-token 9-10"], "{\"a\":1,\"b\":2,\"c\":3}");
    check("{\"a\"}", &["missing-colon 4-5"], "{\"a\":null}");
    check("/*", &["comment 0-2"], "");
}

#[test]
fn commas() {
    check("[1,]", &["trailing-comma 2-3"], "[1]");
    check("{\"a\":1,//x\n}", &["trailing-comma 6-7", "comment 7-10"], "{\"a\":1}");
    check("[1,,2]", &["missing-value 3-4"], "[1,2]");
    check("[,1]", &["missing-value 1-2"], "[1]");
    check("[,,,,1]", &["missing-value 1-2"], "[1]");
    check("{,}", &["missing-value 1-2"], "{}");
    check("[1 2 3]", &["missing-comma 3-4", "missing-comma 5-6"], "[1,2,3]");
    check("[{} // x\n{}]", &["comment 4-8", "missing-comma 9-10"], "[{},{}]");
    assert_eq!(mended("[{} // x\n{},]"), "[{}, // x\n{}]");
    assert_eq!(mended("{\"a\":1 \"b\":2, }"), "{\"a\":1, \"b\":2 }");
}

#[test]
fn brackets() {
    check("{\"a\":[1,2}, \"b\":3}", &["wrong-bracket 9-10"], "{\"a\":[1,2],\"b\":3}");
    check("{\"a\":[1,2}", &["wrong-bracket 9-10"], "{\"a\":[1,2]}");
    check("[{\"a\":[1,2}, {\"b\":1}]", &["wrong-bracket 10-11"], "[{\"a\":[1,2]},{\"b\":1}]");
    check("[{\"a\":1], 2]", &["wrong-bracket 7-8"], "[{\"a\":1},2]");
    check("{\"a\": [{\"b\": 1], \"c\": 2}", &["wrong-bracket 14-15"], "{\"a\":[{\"b\":1}],\"c\":2}");
    check("[1}", &["wrong-bracket 2-3"], "[1]");
    check("[1}]", &["wrong-bracket 2-3"], "[1]");
    check("[1}, 2]", &["wrong-bracket 2-3"], "[1,2]");
    check("{\"a\":]", &["wrong-bracket 5-6"], "{\"a\":null}");
    check("{\"a\":1}}", &["second-root 7-8"], "{\"a\":1}");
    check("{\"a\":{\"b\":1}}, \"c\":2}", &["unexpected-token 12-13"], "{\"a\":{\"b\":1},\"c\":2}");
    check("}{\"a\":1}", &["unexpected-token 0-1"], "{\"a\":1}");
    let parsed = read("{\"a\": [1");
    let named: Vec<_> = parsed
        .errors
        .iter()
        .map(|error| (error.opening.map(|id| parsed.tree.open_span(id).start), error.open_count))
        .collect();
    assert_eq!(named, [(Some(6), 2)]);
}

#[test]
fn strays() {
    check("{a:1}", &["unquoted-key 1-2"], "{\"a\":1}");
    check("{1: 2, true: 3}", &["unquoted-key 1-2", "unquoted-key 7-11"], "{\"1\":2,\"true\":3}");
    check("{\"a\":1 b:2}", &["missing-comma 7-8", "unquoted-key 7-8"], "{\"a\":1,\"b\":2}");
    check("{\"a\"=1, \"b\":2}", &["missing-colon 4-6"], "{\"a\":null,\"b\":2}");
    check("{\"a\": hello big world, \"b\":1}", &["bad-literal 6-11"], "{\"a\":null,\"b\":1}");
    check("{\"a\":1 x y, \"b\":2}", &["unexpected-token 7-8"], "{\"a\":1,\"b\":2}");
    check("{\"a\":1, {\"x\":2}, \"c\":3}", &["unexpected-token 8-9"], "{\"a\":1,\"c\":3}");
    check("[\"a\":1]", &["unexpected-token 4-5"], "[\"a\",1]");
    check("{\"a\"::1}", &["unexpected-token 5-6"], "{\"a\":1}");
    check(
        "{\"a\":[]1, 2, \"x\", 3], \"b\":4}",
        &["unexpected-token 7-8", "unexpected-token 10-11", "wrong-bracket 19-20"],
        "{\"a\":[],\"b\":4}",
    );
    check("{\"a\":1, foo, bar: 2}", &["unexpected-token 8-11", "unquoted-key 13-16"], "{\"a\":1,\"bar\":2}");
    check("[1,\u{A0}2]", &["unexpected-token 3-5"], "[1,2]");
    check("var x = {\"a\":1}", &["unexpected-token 0-3"], "{\"a\":1}");
    check("1 2 3", &["second-root 2-3"], "1");
    check("{\"a\":1,//x\n\"b\":2}", &["comment 7-10"], "{\"a\":1,\"b\":2}");
    check("[1, /* two\nlines */ 2]", &["comment 4-19"], "[1,2]");
}

#[test]
fn broken_tokens() {
    check("[NaN, True, -Infinity]", &["bad-literal 1-4", "bad-literal 6-10", "bad-literal 12-21"], "[null,true,null]");
    check(
        "[01, .5, 1., 0x10, -, 1e, +1]",
        &[
            "bad-number 1-3",
            "bad-number 5-7",
            "bad-number 9-11",
            "bad-number 13-17",
            "bad-number 19-20",
            "bad-number 22-24",
            "bad-number 26-28",
        ],
        "[null,null,null,null,null,null,null]",
    );
    check("[\"a\tb\tc\"]", &["control-character 3-4"], "[\"a\\tb\\tc\"]");
    check("[\"\\x\\y\", \"\\u12g4\"]", &["bad-escape 2-4", "bad-escape 10-14"], "[\"\\\\x\\\\y\",\"\\\\u12g4\"]");
    check("[\"\\ud800x\\udc00\"]", &["lone-surrogate 2-8", "lone-surrogate 9-15"], "[\"\u{FFFD}x\u{FFFD}\"]");
    check("['a\"b', 'it\\'s']", &["single-quotes 1-6", "single-quotes 8-15"], "[\"a\\\"b\",\"it's\"]");
    assert_eq!(mended("{'k\\'\"': 'a\\\"\\n\"'}"), "{\"k'\\\"\": \"a\\\"\\n\\\"\"}");
    check("{\"naam\": \"abc,\n \"x\": 1}", &["unclosed-string 9-13"], "{\"naam\":\"abc\",\"x\":1}");
    check("{\"a\": {\"b\": \"abc}},\n \"x\": 1}", &["unclosed-string 12-17"], "{\"a\":{\"b\":\"abc}\"},\"x\":1}");
    check("{\"a\": \"x\"y\"}", &["unexpected-token 9-10"], "{\"a\":\"x\"}");
    check("{\"a\": [\"x, \"y\"]}", &["unexpected-token 12-13"], "{\"a\":[\"x, \"]}");
    check("[\"abc\n def, ghi\", \"x\"]", &["unclosed-string 1-5"], "[\"abc\",null]");
}

#[test]
fn quotes_that_are_lost_or_too_many() {
    check("{\"a: \"x\",\n\"b\": 1}", &["unclosed-string 1-3"], "{\"a\":\"x\",\"b\":1}");
    check("{\"a: {\n\"b\": 1}}", &["unclosed-string 1-3"], "{\"a\":{\"b\":1}}");
    check("{a\": \"x\", \"b\": 1}", &["unquoted-key 1-3"], "{\"a\":\"x\",\"b\":1}");
    check("{\"kl\"euren\": \"x\", \"b\": 1}", &["unexpected-token 5-10"], "{\"kleuren\":\"x\",\"b\":1}");
    check("{\"a\": \"een \"b\" twee\",\n\"c\": 1}", &["unexpected-token 12-13"], "{\"a\":\"een \",\"c\":1}");
}

#[test]
fn opening_brackets_that_are_lost() {
    check("\"a\": 1, \"b\": [2]}", &["unexpected-token 3-4"], "{\"a\":1,\"b\":[2]}");
    check(
        "{\"x\": [\"a\": 1, \"b\": 2}, {\"a\": 3}]}",
        &["unexpected-token 10-11"],
        "{\"x\":[{\"a\":1,\"b\":2},{\"a\":3}]}",
    );
    check("{\"x\": [\"a\", \"y\": [1], \"z\": {}}", &["unexpected-token 15-16"], "{\"x\":[\"a\"],\"y\":[1],\"z\":{}}");
    check("{\"x\": [\"a\"\n\"y\": 1}", &["unexpected-token 14-15"], "{\"x\":[\"a\"],\"y\":1}");
    check("{\"x\": [{}\n\"y\": 1}, {}]}", &["unexpected-token 13-14"], "{\"x\":[{},{\"y\":1},{}]}");
    check("[\"a\":1]", &["unexpected-token 4-5"], "[\"a\",1]");
    let tree = read("[\"a\": 1}]").tree;
    let object = tree.resolve("/0").map(|id| (tree.open_span(id).range(), tree.span(id).range(), tree.is_broken(id)));
    assert_eq!(object, Some((1..1, 1..8, true)));
}

#[test]
fn strays_between_a_key_and_its_value() {
    check("{\"a\"x: {\"b\": 1}, \"c\": 2}", &["missing-colon 4-5"], "{\"a\":{\"b\":1},\"c\":2}");
    check("{\"a\": x {\"b\": 1}, \"c\": 2}", &["bad-literal 6-7"], "{\"a\":{\"b\":1},\"c\":2}");
    check("{\"a\":, {\"b\": 1}, \"c\": 2}", &["missing-value 5-6"], "{\"a\":{\"b\":1},\"c\":2}");
    check("{\"a\"}: 1, \"c\": 2}", &["unexpected-token 4-5"], "{\"a\":1,\"c\":2}");
    check("{\"a\":} {\"b\": 1}, \"c\": 2}", &["unexpected-token 5-6"], "{\"a\":{\"b\":1},\"c\":2}");
    check("{\"a\"]: 1, \"c\": 2}", &["wrong-bracket 4-5"], "{\"a\":1,\"c\":2}");
    check("[{\"a\":} {\"b\": 1}]", &["missing-value 6-7", "missing-comma 8-9"], "[{\"a\":null},{\"b\":1}]");
}

#[test]
fn what_is_broken_and_what_is_bad() {
    for text in [
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{\"a\":1,//x\n\"b\":2}",
        "{\"a\":1 x}",
        "{\"a\":1",
        "{\"a\":1, \"b\\ud800\": 2}",
    ] {
        assert_eq!(state(text, ""), (true, false), "{text}");
        assert_eq!(state(text, "/a"), (true, false), "{text}");
    }
    for text in ["{\"a\":'x'}", "{\"a\":01}", "{\"a\":\"\\q\"}", "{\"a\":\"\t\"}", "{\"a\":\"\\ud800\"}", "{\"a\":NaN}"]
    {
        assert_eq!(state(text, ""), (false, false), "{text}");
        assert_eq!(state(text, "/a"), (false, true), "{text}");
    }
    assert_eq!(state("{'a': 1}", ""), (false, false));
    assert_eq!(state("{\"a\": {\"b\": 1,}, \"c\": {}}", "/a/b"), (true, false));
    assert_eq!(state("{\"a\": {\"b\": 1,}, \"c\": {}}", "/c"), (false, false));
    assert_eq!(state("{\"a\": }", "/a"), (true, true));
}

#[test]
fn no_value_at_all() {
    for (text, end) in [("", 0), (" \n\t\n", 4), ("\u{FEFF}", 3)] {
        let parsed = read(text);
        assert_eq!(faults(&parsed), [format!("no-value {end}-{end}")]);
        assert!(parsed.tree.root().is_none());
    }
}

#[test]
fn faults_name_the_innermost_value() {
    let parsed = read("{\"a\": {\"b\": [1,], \"c\": 'x',}, \"d\": \"\\q\"}");
    let nodes: Vec<String> =
        parsed.errors.iter().filter_map(|error| error.node).map(|id| parsed.tree.pointer(id)).collect();
    assert_eq!(nodes, ["/a/b", "/a/c", "/a", "/d"]);
}

#[test]
fn the_cases() {
    if let Some(text) = case_file("01-trailing-comma/in.afspraak.json") {
        let parsed = read(&text);
        assert_eq!(faults(&parsed), ["trailing-comma 131-132", "trailing-comma 133-134", "trailing-comma 262-263"]);
        let nodes: Vec<String> =
            parsed.errors.iter().filter_map(|error| error.node).map(|id| parsed.tree.pointer(id)).collect();
        assert_eq!(nodes, ["/partner/kerntaken", "/partner", ""]);
        assert_eq!(read(&mended(&text)).errors, []);
    }
    if let Some(text) = case_file("03-stray-quotes/in.afspraak.json") {
        let parsed = read(&text);
        assert_eq!(faults(&parsed), ["unclosed-string 50-53"]);
        assert_eq!(parsed.tree.resolve("/regios/0").map(|id| parsed.tree.span(id).range()), Some(184..190));
        assert!(
            parsed
                .tree
                .root()
                .is_some_and(|root| parsed.tree.is_broken(root) && parsed.tree.all_members(root).len() == 7)
        );
    }
    if let Some(text) = case_file("05-lone-quote-at-end/in.afspraak.json") {
        assert_eq!(faults(&read(&text)), ["unclosed-string 56-57", "unclosed-bracket 57-57"]);
        assert_eq!(faults(&read(&format!("{text}a\""))), ["unclosed-bracket 59-59"]);
    }
    if let Some(text) = case_file("07-single-quotes/in.afspraak.json") {
        assert_eq!(faults(&read(&text)), ["single-quotes 50-54", "single-quotes 56-65", "single-quotes 90-116"]);
        let after = mended(&text);
        assert!(after.contains("\"id\": \"proef-a\"") && after.contains("\"naam\": \"Haven \\\"Zuid\\\" van 't Sas\""));
        assert_eq!(read(&after).errors, []);
    }
    if let Some(text) = case_file("15-raw-tab-in-string/in.afspraak.json") {
        let parsed = read(&text);
        assert_eq!(faults(&parsed), ["control-character 96-97"]);
        assert_eq!(
            parsed.errors.first().and_then(|error| error.node).map(|id| parsed.tree.pointer(id)),
            Some("/partner/naam".to_owned())
        );
    }
}

#[test]
fn the_cases_about_depth_keys_and_ends() {
    if let Some(text) = case_file("11-deep-nesting/op-de-grens.afspraak.json") {
        assert_eq!(read(&text).errors, []);
    }
    if let Some(text) = case_file("11-deep-nesting/te-diep.afspraak.json") {
        assert_eq!(faults(&read(&text)), ["too-deep 275-276"]);
    }
    if let Some(text) = case_file("13-escaped-duplicate-key/in.afspraak.json") {
        let parsed = read(&text);
        assert_eq!(parsed.errors, []);
        let pairs: Vec<_> =
            parsed.tree.duplicates().iter().map(|twice| (twice.first_key.range(), twice.later_key.range())).collect();
        assert_eq!(pairs, [(138..144, 213..224)]);
        assert_eq!(parsed.tree.resolve("/fase").and_then(|id| parsed.tree.string(id)), Some("verkenning"));
    }
    if let Some(text) = case_file("23-last-line-no-newline/in.afspraak.json") {
        let parsed = read(&text);
        assert_eq!(faults(&parsed), ["unclosed-bracket 260-260"]);
        let opening = parsed.errors.first().and_then(|error| error.opening);
        assert_eq!(opening.map(|id| parsed.tree.open_span(id).range()), Some(0..1));
    }
    for name in ["leeg", "merk", "wit"] {
        if let Some(text) = case_file(&format!("17-empty-file/{name}.afspraak.json")) {
            assert_eq!(faults(&read(&text)), [format!("no-value {0}-{0}", text.len())]);
        }
    }
}

#[test]
fn hostile_files_end_soon() {
    for part in [
        "\"a\":",
        "\"a:\"a",
        "[\"a\":",
        "{\"a\":}{",
        "a\":",
        "\"a\"b\":",
        "{\"a\":,[",
        "x[",
        "{x]",
        "\"a:",
        "\"    \n",
        "[}",
        "{]",
        ",",
        ":",
        "{{",
        "\"",
        "'x' ",
        "//\n",
        "[1 }",
        "{\"a\" [",
        "\"]]]]\n",
        "\u{FEFF}",
        "{\"a\":1}}",
        "x ",
        "[{\"a\":[}",
    ] {
        for head in ["", "[", "{"] {
            let parsed = read(&format!("{head}{}", part.repeat(150_000 / part.len())));
            assert!(!parsed.errors.is_empty() && parsed.errors.len() <= 100_001, "{part}");
        }
    }
}

#[test]
fn codes_follow_from_the_case() {
    for (case, code) in [
        (Case::LoneSurrogate, SyntaxCode::S003),
        (Case::TooDeep, SyntaxCode::S004),
        (Case::TooManyValues, SyntaxCode::S005),
        (Case::Comment, SyntaxCode::S001),
    ] {
        assert_eq!(case.code(), code);
    }
    assert_eq!(SyntaxCode::S001.as_str(), "S001");
}
