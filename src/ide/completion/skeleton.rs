//! What a new value begins with: its required parts, with stops where the author fills them in.

use crate::fix::{STUB, Value};
use crate::model::format::{COOPERATION, ENTRY, Kind, ObjectType, PICTURE_PRINCIPLE, PRINCIPLE, Required};
use crate::model::keys;
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::policy::{Policy, Precondition};

/// What opens and closes a stop in a text that is still to become plain or a snippet; between them stands what is there at first.
pub(super) const OPEN: char = '\u{E000}';
/// See [`OPEN`].
pub(super) const CLOSE: char = '\u{E001}';

/// An object without required keys shows all of them, where they are no more than these.
const FEW: usize = 3;

/// A stop within quotes.
pub(super) fn text(first: &str) -> Value {
    Value::Text(format!("{OPEN}{first}{CLOSE}").into())
}

/// A stop without quotes.
fn bare(first: &str) -> Value {
    Value::Source { text: format!("{OPEN}{first}{CLOSE}").into(), indent: Box::default() }
}

/// What a value of a kind begins with.
pub(super) fn value(kind: Kind, policy: &Policy) -> Value {
    match kind {
        Kind::Policy => policy.id().into(),
        Kind::FreeText | Kind::Name => text(STUB),
        Kind::Boolean => bare("true"),
        Kind::Integer(least, most) => bare(&12.clamp(least, most).to_string()),
        Kind::Object(of) => object(of, policy),
        Kind::List(of, _) => Value::Array(vec![object(of, policy)]),
        Kind::FreeTexts => Value::Array(vec![text(STUB)]),
        Kind::Units(_)
        | Kind::WorkArea
        | Kind::Regions
        | Kind::Participants
        | Kind::Terms(..)
        | Kind::Slugs
        | Kind::Texts => Value::Array(vec![text("")]),
        Kind::Preconditions | Kind::Principles | Kind::Parts => inside(),
        Kind::Text
        | Kind::Slug
        | Kind::Date
        | Kind::Digits(_)
        | Kind::Email
        | Kind::Pointer
        | Kind::Term(_)
        | Kind::Region
        | Kind::Party => text(""),
    }
}

/// An object with nothing in it yet.
pub(super) fn inside() -> Value {
    Value::Source { text: format!("{{ {OPEN}{CLOSE} }}").into(), indent: Box::default() }
}

/// An object with what it requires; where that is nothing, with all of it, as long as it is little.
pub(super) fn object(of: &ObjectType, policy: &Policy) -> Value {
    let known: Vec<_> = of.known(policy.groups()).collect();
    let required: Vec<_> = known.iter().copied().filter(|field| field.required != Required::Never).collect();
    let shown = match (required.is_empty(), known.len()) {
        (true, ..=FEW) => known,
        (true, _) => return inside(),
        (false, _) => required,
    };
    Value::object(shown.into_iter().map(|field| (field.key, value(field.kind, policy))))
}

/// The entry of a precondition: how far it is, what was agreed, and all that its row asks for.
pub(super) fn entry(precondition: Precondition, profile: Option<Term>, policy: &Policy) -> Value {
    let row = policy.precondition_row(precondition);
    let id = |vocab, is| policy.find(vocab, is).map(|term| policy.name(term)).unwrap_or_default();
    let mut members = vec![(keys::STATUS, text(id(Vocab::Status, Is::NotArranged))), (keys::AGREED, text(STUB))];
    if !row.parts.is_empty() {
        let parts = row.parts.iter().map(|part| (&*part.id, text(STUB)));
        members.push((keys::PARTS, Value::object(parts)));
    }
    if profile.is_some_and(|profile| row.whole_scope_for.contains(&profile)) {
        members.push((keys::SCOPE, text(id(Vocab::Scope, Is::Whole))));
    }
    members.sort_by_key(|(key, _)| ENTRY.field(key).map(|(at, _)| at));
    Value::object(members)
}

/// What is agreed about a principle.
pub(super) fn principle(term: Term, policy: &Policy) -> Value {
    let of = if policy.is(term, Is::Picture) { &PICTURE_PRINCIPLE } else { &PRINCIPLE };
    Value::object(of.fields.iter().map(|field| (field.key, value(field.kind, policy))))
}

/// A cooperation for a core task that is known.
pub(super) fn cooperation(task: Term, policy: &Policy) -> Value {
    let member = |key, vocab: Vocab| (key, if vocab == Vocab::CoreTask { policy.name(task).into() } else { text("") });
    let members = COOPERATION.fields.iter().filter_map(|field| match field.kind {
        Kind::Term(vocab @ (Vocab::CoreTask | Vocab::Profile)) => Some(member(field.key, vocab)),
        _ => None,
    });
    Value::object(members)
}

/// A text with stops as plain text, and as a snippet where it has a stop.
pub(super) fn both(marked: &str) -> (String, Option<String>) {
    let plain: String = marked.chars().filter(|char| !matches!(*char, OPEN | CLOSE)).collect();
    if !marked.contains(OPEN) {
        return (plain, None);
    }
    let mut out = String::with_capacity(marked.len() + 16);
    let mut rest = marked;
    let mut number = 0;
    while let Some((before, behind)) = rest.split_once(OPEN) {
        let (first, behind) = behind.split_once(CLOSE).unwrap_or((behind, ""));
        number += 1;
        escape(before, &mut out);
        if first.is_empty() {
            out.extend(["$", &number.to_string()]);
        } else {
            out.extend(["${", &number.to_string(), ":"]);
            escape(first, &mut out);
            out.push('}');
        }
        rest = behind;
    }
    escape(rest, &mut out);
    (plain, Some(out))
}

/// Text in a snippet: what would begin a stop, or end one, is escaped.
fn escape(text: &str, out: &mut String) {
    for char in text.chars() {
        if matches!(char, '$' | '}' | '\\') {
            out.push('\\');
        }
        out.push(char);
    }
}

#[cfg(test)]
mod tests {
    use super::{CLOSE, OPEN, both};

    #[test]
    fn stops_are_numbered_and_the_rest_is_escaped() {
        let marked = format!("{{ \"a\": \"{OPEN}{CLOSE}\", \"$b\": {OPEN}x}}{CLOSE} }}");
        let (plain, snippet) = both(&marked);
        assert_eq!(plain, "{ \"a\": \"\", \"$b\": x} }");
        assert_eq!(snippet.unwrap(), "{ \"a\": \"$1\", \"\\$b\": ${2:x\\}} \\}");
        assert_eq!(both("a$"), ("a$".to_owned(), None));
    }
}
