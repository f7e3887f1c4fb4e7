//! The compact print of a tree from its decoded values, and JSON strings from text.

use super::tree::{Kind, NodeId, Tree};

/// Work that is still to be done.
enum Step {
    Value(NodeId),
    Key(NodeId),
    Text(char),
}

/// Prints a tree without white space: keys and strings with the fewest escapes, numbers as they were written, a
/// broken number or a missing value as `null`; nothing for a tree without values. Members that a later one replaces
/// are printed too.
#[must_use]
pub fn print(tree: &Tree) -> String {
    let mut out = String::with_capacity(tree.text().len());
    let mut steps: Vec<Step> = tree.root().map(Step::Value).into_iter().collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Text(text) => out.push(text),
            Step::Key(id) => {
                write_string(&mut out, tree.key(id).unwrap_or(""));
                out.push(':');
            }
            Step::Value(id) => value(tree, id, &mut out, &mut steps),
        }
    }
    out
}

fn value(tree: &Tree, id: NodeId, out: &mut String, steps: &mut Vec<Step>) {
    match tree.kind(id) {
        Kind::Null => out.push_str("null"),
        Kind::Bool(yes) => out.push_str(if yes { "true" } else { "false" }),
        Kind::Number if tree.is_bad(id) => out.push_str("null"),
        Kind::Number => out.push_str(tree.text().get(tree.span(id).range()).unwrap_or("null")),
        Kind::String => write_string(out, tree.string(id).unwrap_or("")),
        Kind::Array => {
            out.push('[');
            steps.push(Step::Text(']'));
            for (index, item) in tree.items(id).iter().enumerate().rev() {
                steps.push(Step::Value(*item));
                if index > 0 {
                    steps.push(Step::Text(','));
                }
            }
        }
        Kind::Object => {
            out.push('{');
            steps.push(Step::Text('}'));
            for (index, member) in tree.all_members(id).enumerate().rev() {
                steps.push(Step::Value(member.value));
                steps.push(Step::Key(member.value));
                if index > 0 {
                    steps.push(Step::Text(','));
                }
            }
        }
    }
}

/// Text as a JSON string, in double quotes (RFC 8259 §7): `"`, `\` and control characters escaped, nothing else.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    write_string(&mut out, text);
    out
}

/// Appends what [`quote`] gives.
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    out.push(char::from_digit((u32::from(control) >> shift) & 0xF, 16).unwrap_or('0'));
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn strings_are_quoted() {
        assert_eq!(quote("a\"b\\c\n\u{1}\u{1f}é\u{2028}"), "\"a\\\"b\\\\c\\n\\u0001\\u001fé\u{2028}\"");
    }
}
