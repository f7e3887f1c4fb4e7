//! Lays a supplement over the general agreement to which it adds: objects member by member, so preconditions by their ids, cooperations by
//! core task; every other value is replaced. The result is a general agreement's text.

use super::counterpart::{Known, counterparts};
use crate::json::print::quote;
use crate::json::{Kind, NodeId, Tree, pointer};
use crate::model::keys;

/// A supplement folded into its general agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The text of what results.
    pub text: String,
    /// For each cooperation of the supplement, by its index, the index of the one that results.
    pub cooperations: Vec<usize>,
}

/// Folds a supplement into its general agreement; `None` where one of them is no object.
#[must_use]
pub fn fold(parent: &Tree, own: &Tree) -> Option<Folded> {
    let is_object = |tree: &Tree, node: &NodeId| tree.kind(*node) == Kind::Object;
    let under = Value { tree: parent, node: parent.root().filter(|root| is_object(parent, root))? };
    let over = Value { tree: own, node: own.root().filter(|root| is_object(own, root))? };
    let (list, cooperations) = cooperations(under.get(keys::COOPERATIONS), over.get(keys::COOPERATIONS));
    let deviations = over.get(keys::DEVIATIONS).map(|list| deviations(list, &cooperations));
    let special = |key: &str| match key {
        keys::SUPPLEMENT_OF => Some(None),
        keys::COOPERATIONS => Some(list.clone()),
        keys::DEVIATIONS => deviations.clone().map(Some),
        _ => None,
    };
    Some(Folded { text: lay_objects(under, over, &special), cooperations })
}

/// A value of one of the two documents.
#[derive(Clone, Copy)]
struct Value<'t> {
    tree: &'t Tree,
    node: NodeId,
}

impl<'t> Value<'t> {
    /// Its text as written.
    fn text(self) -> &'t str {
        self.tree.text().get(self.tree.span(self.node).range()).unwrap_or("null")
    }

    fn kind(self) -> Kind {
        self.tree.kind(self.node)
    }

    /// The member of a key that counts; one that is empty counts as absent.
    fn get(self, key: &str) -> Option<Self> {
        let node = if self.kind() == Kind::Object { self.tree.get(self.node, key) } else { None }?;
        (!self.tree.is_empty_container(node)).then_some(Self { node, ..self })
    }

    fn string(self, key: &str) -> Option<&'t str> {
        let value = self.get(key)?;
        self.tree.string(value.node)
    }

    fn items(self) -> impl Iterator<Item = Self> {
        let items = if self.kind() == Kind::Array { self.tree.items(self.node) } else { &[] };
        items.iter().map(move |node| Self { node: *node, ..self })
    }

    /// The members that count, with their keys.
    fn members(self) -> impl Iterator<Item = (&'t str, Self)> {
        let members = self.tree.members(self.node).map(|member| member.value);
        members.map(move |node| (self.tree.key(node).unwrap_or_default(), Self { node, ..self }))
    }
}

/// What becomes of a member: its text, or that it is left out; `None` where it is laid over as any other.
type Special<'s> = &'s dyn Fn(&str) -> Option<Option<String>>;

/// One value over another.
fn lay(under: Value<'_>, over: Value<'_>) -> String {
    if under.kind() == Kind::Object && over.kind() == Kind::Object {
        return lay_objects(under, over, &|_| None);
    }
    over.text().to_owned()
}

/// One object over another, member by member; those that only the upper one has stand behind.
fn lay_objects(under: Value<'_>, over: Value<'_>, special: Special<'_>) -> String {
    let below = under.members().map(|(key, value)| match over.get(key) {
        Some(upper) => (key, lay(value, upper)),
        None => (key, value.text().to_owned()),
    });
    let new = over.members().filter(|(key, _)| under.tree.get(under.node, key).is_none());
    let above = new.map(|(key, value)| (key, value.text().to_owned()));
    let member = |(key, text): (&str, String)| {
        let text = special(key).unwrap_or(Some(text))?;
        Some(format!("{}: {text}", quote(key)))
    };
    format!("{{{}}}", below.chain(above).filter_map(member).collect::<Vec<_>>().join(", "))
}

/// The cooperations that result, `None` where neither lists any, and which of them each of the supplement's own becomes.
fn cooperations<'t>(under: Option<Value<'t>>, over: Option<Value<'t>>) -> (Option<String>, Vec<usize>) {
    let (Some(under), Some(over)) = (under, over) else {
        let only = under.or(over);
        let own = over.map(|over| over.items().count()).unwrap_or_default();
        return (only.map(|list| list.text().to_owned()), (0..own).collect());
    };
    if over.kind() != Kind::Array || under.kind() != Kind::Array {
        return (Some(over.text().to_owned()), (0..over.items().count()).collect());
    }
    let parents: Vec<Value<'_>> = under.items().collect();
    let mut texts: Vec<String> = parents.iter().map(|value| value.text().to_owned()).collect();
    let own: Vec<Value<'_>> = over.items().collect();
    let known =
        |value: &Value<'t>| Known { task: value.string(keys::CORE_TASK), description: value.string(keys::DESCRIPTION) };
    let known = |values: &[Value<'t>]| values.iter().map(known).collect::<Vec<_>>();
    let mut becomes = Vec::new();
    for (own, counterpart) in own.iter().copied().zip(counterparts(&known(&parents), &known(&own))) {
        if let Some(at) = counterpart {
            texts[at] = lay(parents[at], own);
            becomes.push(at);
        } else {
            becomes.push(texts.len());
            texts.push(own.text().to_owned());
        }
    }
    (Some(format!("[{}]", texts.join(", "))), becomes)
}

/// The supplement's deviations, which point to cooperations where these then stand.
fn deviations(list: Value<'_>, becomes: &[usize]) -> String {
    if list.kind() != Kind::Array {
        return list.text().to_owned();
    }
    let item = |item: Value<'_>| {
        let path = item.string(keys::PATH).and_then(|path| moved(path, |at| becomes.get(at).copied()));
        let Some(path) = path else { return item.text().to_owned() };
        let member = |(key, value): (&str, Value<'_>)| {
            let text = if key == keys::PATH { quote(&path) } else { value.text().to_owned() };
            format!("{}: {text}", quote(key))
        };
        format!("{{{}}}", item.members().map(member).collect::<Vec<_>>().join(", "))
    };
    format!("[{}]", list.items().map(item).collect::<Vec<_>>().join(", "))
}

/// A pointer to or below a cooperation, with another index; `None` where it leads elsewhere, or where there is none.
pub fn moved(path: &str, to: impl Fn(usize) -> Option<usize>) -> Option<String> {
    let rest = path.strip_prefix('/')?.strip_prefix(keys::COOPERATIONS)?.strip_prefix('/')?;
    let (index, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let index = to(pointer::index(index)?)?;
    Some(format!("/{}/{index}{below}", keys::COOPERATIONS))
}

#[cfg(test)]
mod tests {
    use super::{fold, moved};
    use crate::json::{Limits, parse};
    use serde_json::{Value, json};

    fn folded(parent: &Value, own: &Value) -> (Value, Vec<usize>) {
        let tree = |value: &Value| parse(value.to_string().as_bytes(), Limits::default()).tree;
        let folded = fold(&tree(parent), &tree(own)).unwrap();
        (serde_json::from_str(&folded.text).unwrap(), folded.cooperations)
    }

    #[test]
    fn objects_member_by_member_and_all_else_replaced() {
        let parent = json!({ "id": "p", "regios": ["VR01", "VR02"], "partner": { "naam": "P", "oin": "1" }, "onderwerpen": [1, 2] });
        let own = json!({ "id": "s", "aanvullingOp": "p", "regios": ["VR02"], "partner": { "naam": "Q" }, "onderwerpen": [], "a\"b": null });
        let expected = json!({ "id": "s", "regios": ["VR02"], "partner": { "naam": "Q", "oin": "1" }, "onderwerpen": [1, 2], "a\"b": null });
        assert_eq!(folded(&parent, &own), (expected, vec![]));
    }

    #[test]
    fn cooperations_by_core_task() {
        let parent = json!({ "samenwerkingen": [
            { "kerntaak": "x", "randvoorwaarden": { "d": { "a": { "status": 1, "afspraak": "A" }, "b": { "status": 1 } } } },
            { "kerntaak": "y", "taakomschrijving": "een" },
            { "kerntaak": "y", "taakomschrijving": "twee" }
        ] });
        let own = json!({ "samenwerkingen": [
            { "kerntaak": "z" },
            { "kerntaak": "y", "taakomschrijving": "twee", "profiel": "q" },
            { "kerntaak": "x", "randvoorwaarden": { "d": { "a": { "status": 2 } }, "e": { "c": {} } } },
            { "kerntaak": "y", "profiel": "r" },
            3
        ] });
        let expected = json!({ "samenwerkingen": [
            { "kerntaak": "x", "randvoorwaarden": { "d": { "a": { "status": 2, "afspraak": "A" }, "b": { "status": 1 } }, "e": { "c": {} } } },
            { "kerntaak": "y", "taakomschrijving": "een", "profiel": "r" },
            { "kerntaak": "y", "taakomschrijving": "twee", "profiel": "q" },
            { "kerntaak": "z" },
            3
        ] });
        assert_eq!(folded(&parent, &own), (expected, vec![3, 2, 0, 1, 4]));
    }

    #[test]
    fn deviations_follow_their_cooperations() {
        let parent = json!({ "samenwerkingen": [{ "kerntaak": "x" }], "afwijkingen": [{ "regel": "V401" }] });
        let own = json!({ "samenwerkingen": [{ "kerntaak": "y" }, { "kerntaak": "x" }],
            "afwijkingen": [{ "regel": "V402", "pad": "/samenwerkingen/1/lcms" }, { "regel": "V403", "pad": "/beginselen" }, 7] });
        let (value, becomes) = folded(&parent, &own);
        assert_eq!(becomes, [1, 0]);
        let expected =
            json!([{ "regel": "V402", "pad": "/samenwerkingen/0/lcms" }, { "regel": "V403", "pad": "/beginselen" }, 7]);
        assert_eq!(value["afwijkingen"], expected);
        assert_eq!(folded(&parent, &json!({ "id": "s" })).0["afwijkingen"], parent["afwijkingen"]);
    }

    #[test]
    fn only_what_is_two_objects_is_folded() {
        let tree = |text: &str| parse(text.as_bytes(), Limits::default()).tree;
        assert_eq!(fold(&tree("[]"), &tree("{}")), None);
        assert_eq!(fold(&tree("{}"), &tree("3")), None);
        assert_eq!(moved("/samenwerkingen/12/a", |at| Some(at + 1)), Some("/samenwerkingen/13/a".to_owned()));
        assert_eq!(moved("/samenwerkingen/2", |_| Some(0)), Some("/samenwerkingen/0".to_owned()));
        assert_eq!(moved("/samenwerkingenx/2", |_| Some(0)), None);
        assert_eq!(moved("/partner", |_| Some(0)), None);
    }
}
