//! The S rules: what the parser says about the text itself, as findings.

use crate::findings::{Anchor, Draft, FixPlan, Param, Raw, Spot};
use crate::fix::Change;
use crate::json::{Case, Expected, Found, Limits, SyntaxError, Tree};
use crate::policy::Policy;

/// The most characters of an offending token that a message shows.
const SHOWN: usize = 40;

/// The findings of S001-S005 that the parser reports, and of S002.
pub fn findings(tree: &Tree, errors: &[SyntaxError], bytes: &[u8], limits: Limits, policy: &Policy) -> Vec<Raw> {
    let emit = |check: &str, draft: Draft| policy.rule_of_check(check).map(|rule| draft.of(rule.code));
    let syntax = errors.iter().filter_map(|error| {
        let draft = syntax(error, tree, bytes, limits);
        emit(check_of(error), draft)
    });
    let twice = tree.duplicates().iter().filter_map(|duplicate| {
        let first = tree.value_behind(duplicate.object, duplicate.first_key).map(|value| Spot::key_of(tree, value));
        let key = tree.key(duplicate.later_value).unwrap_or_default();
        let place = Spot::key_of(tree, duplicate.later_value);
        emit("duplicate-key", Draft::at(place).param("key", key).related("first", first))
    });
    syntax.chain(twice).collect()
}

/// The finding of a file that is over the limit of bytes: its text is not read.
pub fn too_large(limit: u64, policy: &Policy) -> Option<Raw> {
    let draft = Draft::at(Spot::Token { node: None, span: None })
        .case("too-many-bytes")
        .param("limit", Param::Number(i64::try_from(limit).unwrap_or(i64::MAX)));
    policy.rule_of_check("document-too-large").map(|rule| draft.of(rule.code))
}

fn check_of(error: &SyntaxError) -> &'static str {
    match error.case {
        Case::NotUtf8 | Case::LoneSurrogate => "invalid-encoding",
        Case::TooDeep => "nested-too-deep",
        Case::TooManyValues => "document-too-large",
        _ => "invalid-json",
    }
}

fn syntax(error: &SyntaxError, tree: &Tree, bytes: &[u8], limits: Limits) -> Draft {
    let node = if error.case == Case::TooManyValues { None } else { error.node };
    let draft = Draft::at(Spot::Token { node, span: error.span });
    let opening = error.opening.map(|node| Spot::Node { node, anchor: Anchor::Open });
    let draft = draft.related("opening", opening).fix(fix(error));
    match error.case {
        Case::TooDeep => draft.param("limit", Param::count(limits.max_depth as usize)),
        Case::TooManyValues => draft.case("too-many-values").param("limit", Param::count(limits.max_values)),
        Case::NotUtf8 => draft.case(error.case.as_str()).param("found", byte(error, bytes).as_str()),
        case => {
            let draft = draft.case(case.as_str()).param("found", found(error, tree).as_str());
            let draft = draft.param("expected", expected(error));
            draft.param("count", Param::Number(i64::from(error.open_count)))
        }
    }
}

fn byte(error: &SyntaxError, bytes: &[u8]) -> String {
    let byte = error.span.and_then(|span| bytes.get(span.range().start)).copied().unwrap_or_default();
    format!("0x{byte:02X}")
}

/// The offending token as written, shortened; a control character as its code point.
fn found(error: &SyntaxError, tree: &Tree) -> String {
    let text = error.span.and_then(|span| tree.text().get(span.range())).unwrap_or_default();
    if matches!(error.case, Case::ControlCharacter) || error.found == Found::Character {
        return text.chars().next().map_or_else(String::new, |c| format!("U+{:04X}", u32::from(c)));
    }
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() > SHOWN { line.chars().take(SHOWN).chain(['…']).collect() } else { line.to_owned() }
}

fn expected(error: &SyntaxError) -> &'static str {
    match error.expected {
        Expected::CloseBracket | Expected::CommaOrCloseBracket | Expected::ValueOrCloseBracket => "]",
        Expected::CloseBrace | Expected::CommaOrCloseBrace | Expected::KeyOrCloseBrace => "}",
        Expected::Colon => ":",
        Expected::Comma => ",",
        _ => "",
    }
}

fn fix(error: &SyntaxError) -> Option<FixPlan> {
    let edits = error.fix.as_ref()?;
    Some(FixPlan::new(edits.iter().map(|(span, text)| Change::Text(*span, text.as_str().into()))))
}
