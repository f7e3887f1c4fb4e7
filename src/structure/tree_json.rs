//! Our own tree as an instance of the `jsonschema` crate, so that no document is copied to be validated.

use std::borrow::Cow;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object};
use serde_json::{Number, Value};

use crate::json::{Kind, NodeId, Tree};

/// The representation of documents as trees.
#[derive(Debug, Clone, Copy)]
pub struct TreeJson;

impl Json for TreeJson {
    type Node<'a> = TreeNode<'a>;
    type PreparedKey = Box<str>;
    const KEYS_PER_LOOKUP: usize = 4;
    const ACYCLIC: bool = true;
    type StringBuffer = String;

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>(buffer: &mut String, string: &str, f: impl FnOnce(TreeNode<'_>) -> T) -> T {
        buffer.clear();
        buffer.push_str(string);
        f(TreeNode::Name(buffer))
    }
}

/// A node of a tree, or a member's name as a string of its own.
#[derive(Debug, Clone, Copy)]
pub enum TreeNode<'a> {
    /// A value of the document.
    At(&'a Tree, NodeId),
    /// A member's name.
    Name(&'a str),
}

/// An object or array of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Container<'a> {
    tree: &'a Tree,
    node: NodeId,
}

/// A number of a tree, as an IEEE 754 double.
#[derive(Debug, Clone, Copy)]
pub struct Double(f64);

impl<'a> TreeNode<'a> {
    /// What the value is; a bad one is nothing, so that no condition holds on it. What is wrong with it the parser says.
    fn kind(self) -> Kind {
        match self {
            Self::At(tree, node) if tree.is_bad(node) => Kind::Null,
            Self::At(tree, node) => tree.kind(node),
            Self::Name(_) => Kind::String,
        }
    }

    fn container(self, kind: Kind) -> Option<Container<'a>> {
        match self {
            Self::At(tree, node) if self.kind() == kind => Some(Container { tree, node }),
            _ => None,
        }
    }
}

impl<'a> Node<'a, TreeJson> for TreeNode<'a> {
    type Object = Container<'a>;
    type Array = Container<'a>;
    type Number = Double;

    fn as_object(&self) -> Option<Container<'a>> {
        self.container(Kind::Object)
    }

    fn as_array(&self) -> Option<Container<'a>> {
        self.container(Kind::Array)
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match *self {
            Self::At(tree, node) => tree.string(node).filter(|_| !tree.is_bad(node)).map(Cow::Borrowed),
            Self::Name(name) => Some(Cow::Borrowed(name)),
        }
    }

    fn as_number(&self) -> Option<Double> {
        match *self {
            Self::At(tree, node) => tree.number(node).map(Double),
            Self::Name(_) => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.kind() {
            Kind::Bool(value) => Some(value),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        self.kind() == Kind::Null
    }

    fn json_type(&self) -> JsonType {
        match self.kind() {
            Kind::Null => JsonType::Null,
            Kind::Bool(_) => JsonType::Boolean,
            Kind::Number => JsonType::Number,
            Kind::String => JsonType::String,
            Kind::Array => JsonType::Array,
            Kind::Object => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Value) -> bool {
        match expected {
            Value::Null => self.is_null(),
            Value::Bool(value) => self.as_boolean() == Some(*value),
            Value::String(value) => self.as_string().is_some_and(|string| string == value.as_str()),
            Value::Number(value) => {
                self.as_number().zip(value.as_f64()).is_some_and(|(own, other)| own.0.total_cmp(&other).is_eq())
            }
            Value::Array(values) => self.as_array().is_some_and(|array| {
                Array::len(&array) == values.len()
                    && array.elements().zip(values).all(|(own, other)| own.equals_value(other))
            }),
            Value::Object(values) => self.as_object().is_some_and(|object| {
                let same = |(key, node): (&str, TreeNode<'_>)| values.get(key).is_some_and(|v| node.equals_value(v));
                Object::len(&object) == values.len() && object.members().all(same)
            }),
        }
    }

    fn to_value(&self) -> Cow<'a, Value> {
        Cow::Owned(match self.kind() {
            Kind::Bool(value) => Value::Bool(value),
            Kind::Number => {
                self.as_number().and_then(|number| Number::from_f64(number.0)).map_or(Value::Null, Value::Number)
            }
            Kind::String => self.as_string().map_or(Value::Null, |string| Value::String(string.into_owned())),
            // Every error would copy its instance: containers are reported as null.
            Kind::Null | Kind::Array | Kind::Object => Value::Null,
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        match self {
            Self::At(tree, node) => {
                let tag = u32::try_from(node.index()).ok()?;
                Some(NodeIdentity::tagged(std::ptr::from_ref(*tree).addr(), tag))
            }
            Self::Name(_) => None,
        }
    }
}

impl<'a> Object<'a, TreeJson> for Container<'a> {
    type Node = TreeNode<'a>;
    type MemberName = &'a str;
    type MembersIter = Box<dyn Iterator<Item = (&'a str, TreeNode<'a>)> + 'a>;

    fn len(&self) -> usize {
        self.tree.members(self.node).count()
    }

    fn is_empty(&self) -> bool {
        self.tree.is_empty_container(self.node)
    }

    fn get(&self, key: &Box<str>) -> Option<TreeNode<'a>> {
        self.tree.get(self.node, key).map(|node| TreeNode::At(self.tree, node))
    }

    fn members(&self) -> Self::MembersIter {
        let tree = self.tree;
        Box::new(tree.members(self.node).map(move |member| (member.key, TreeNode::At(tree, member.value))))
    }
}

impl<'a> Array<'a, TreeJson> for Container<'a> {
    type Node = TreeNode<'a>;
    type ElementsIter = Box<dyn Iterator<Item = TreeNode<'a>> + 'a>;

    fn len(&self) -> usize {
        self.tree.items(self.node).len()
    }

    fn elements(&self) -> Self::ElementsIter {
        let tree = self.tree;
        Box::new(tree.items(self.node).iter().map(move |node| TreeNode::At(tree, *node)))
    }

    fn is_unique(&self) -> bool {
        // No list of the format is held to `uniqueItems`: D110 reports what stands twice, at its place.
        true
    }
}

impl JsonNumber for Double {
    fn as_u64(&self) -> Option<u64> {
        whole(self.0).and_then(|whole| u64::try_from(whole).ok())
    }

    fn as_i64(&self) -> Option<i64> {
        whole(self.0)
    }

    fn as_f64(&self) -> Option<f64> {
        Some(self.0)
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.0.to_string())
    }

    fn to_number(&self) -> Cow<'_, Number> {
        let number = whole(self.0).map(Number::from).or_else(|| Number::from_f64(self.0));
        Cow::Owned(number.unwrap_or_else(|| Number::from(i64::MAX)))
    }

    fn is_integer(&self) -> bool {
        // A number out of range is judged by its size (D106), not by its type.
        self.0.is_infinite() || self.0.fract() == 0.0
    }

    fn is_written_as_integer(&self) -> bool {
        self.is_integer()
    }
}

/// The integer that a double is, as far as doubles hold integers exactly.
#[expect(clippy::cast_possible_truncation, reason = "the bounds leave only whole numbers that an i64 holds")]
fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}
