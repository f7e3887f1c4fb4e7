//! Any bytes as a document: read, judged, reported, laid out, mended.

use std::sync::OnceLock;

use kader::json::{Case, Kind, Limits, NodeId, Tree, format, parse};
use kader::report::formats::Format;
use kader::workspace::Judge;
use serde_json::Value;

use super::{fixes, judgement, layout, tree};
use crate::support::{alone, judge, printed};

/// Limits that small documents pass.
const NARROW: Limits = Limits { max_depth: 4, max_values: 20 };

/// All that must hold of bytes, whatever they are.
pub(crate) fn hold(bytes: &[u8]) {
    static JUDGE: OnceLock<Judge> = OnceLock::new();
    let judge = JUDGE.get_or_init(|| judge("2020-01-15"));
    let parsed = parse(bytes, Limits::default());
    if parsed.errors.iter().any(|error| error.case == Case::NotUtf8) {
        assert!(parsed.tree.is_empty() && parsed.errors.len() == 1);
        let span = parsed.errors[0].span.unwrap();
        assert!((span.start as usize) < bytes.len());
    } else {
        let text = std::str::from_utf8(bytes).unwrap();
        tree::hold(text, &parsed);
        tree::hold(text, &parse(bytes, NARROW));
        as_others_read(text, &parsed.tree, parsed.errors.is_empty());
        if parsed.errors.is_empty() {
            layout::hold(text);
        }
    }
    assert_eq!(format::format(&parsed).is_some(), parsed.errors.is_empty());
    let found = alone(judge, bytes);
    judgement::hold(&found, bytes);
    for format in Format::ALL {
        printed(judge, found.clone(), bytes, format);
    }
    if let Some(faults) = fixes::faults(judge, bytes) {
        assert!(faults.found.is_empty(), "{}", faults.found.join("\n\n"));
    }
}

/// What another parser takes is without a fault and says the same; what it does not take has one.
fn as_others_read(text: &str, tree: &Tree, sound: bool) {
    match serde_json::from_str::<Value>(text.strip_prefix('\u{FEFF}').unwrap_or(text)) {
        Ok(value) => {
            assert!(sound, "a fault in {text:?}");
            assert!(is_same(tree, tree.root().unwrap(), &value), "{text:?} is not {value}");
        }
        Err(error) => {
            // Both are JSON, and more than it cares to read.
            let limit = ["number out of range", "recursion limit"].iter().any(|why| error.to_string().contains(why));
            assert!(!sound || limit, "no fault in {text:?}: {error}");
        }
    }
}

fn is_same(tree: &Tree, node: NodeId, value: &Value) -> bool {
    match (tree.kind(node), value) {
        (Kind::Null, Value::Null) => true,
        (Kind::Bool(one), Value::Bool(other)) => one == *other,
        (Kind::Number, Value::Number(number)) => {
            let (one, other) = (tree.number(node).unwrap(), number.as_f64().unwrap());
            // The other one may be off by the last digit.
            (one - other).abs() <= f64::EPSILON * one.abs()
        }
        (Kind::String, Value::String(text)) => tree.string(node) == Some(text),
        (Kind::Array, Value::Array(items)) => {
            let own = tree.items(node);
            own.len() == items.len() && own.iter().zip(items).all(|(item, value)| is_same(tree, *item, value))
        }
        (Kind::Object, Value::Object(members)) => {
            let same = |key: &str, own| members.get(key).is_some_and(|value| is_same(tree, own, value));
            tree.members(node).count() == members.len()
                && tree.members(node).all(|member| same(member.key, member.value))
                && members.keys().all(|key| tree.get(node, key).is_some())
        }
        _ => false,
    }
}
