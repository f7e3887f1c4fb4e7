//! Our own tree as the validator's instance: it says what the same document says as a `serde_json::Value`.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jsonschema::json::{Array, JsonNumber, Node, Object, conformance};
use jsonschema::{Draft, JsonType, PatternOptions};
use kader::json::{Limits, Parsed, parse};
use kader::model::format::OBJECTS;
use kader::policy::calendar::Date;
use kader::policy::{Lang, Policy, Vocab};
use kader::structure::describe::published;
use kader::structure::schema::{Bare, CALENDAR_FORMAT, schema};
use kader::structure::{TreeJson, TreeNode, Validator};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

use crate::support::policy;

fn parsed(value: &Value) -> Parsed {
    let parsed = parse(value.to_string().as_bytes(), Limits::default());
    assert!(parsed.errors.is_empty(), "{value}");
    parsed
}

/// What the trait tells of a node is what the value holds; the same below it.
fn same(node: TreeNode<'_>, value: &Value) {
    let kind = match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    };
    assert_eq!(node.json_type(), kind);
    assert_eq!(
        (node.is_null(), node.is_string(), node.is_number()),
        (value.is_null(), value.is_string(), value.is_number())
    );
    assert_eq!(node.as_boolean(), value.as_bool());
    assert_eq!(node.as_string().as_deref(), value.as_str());
    assert_eq!(node.string_length(), value.as_str().map(|text| text.chars().count() as u64));
    assert!(node.equals_value(value) && !node.equals_value(&json!(["another"])) && !node.equals_value(&json!(-7)));
    assert_eq!(node.as_number().is_some(), value.is_number());
    if let (Some(own), Some(number)) = (node.as_number(), value.as_number()) {
        assert_eq!((own.as_u64(), own.as_i64(), own.as_f64()), (number.as_u64(), number.as_i64(), number.as_f64()));
        assert_eq!((own.is_integer(), own.to_number().as_ref()), (!number.is_f64(), number));
    }
    assert_eq!(node.as_array().is_some(), value.is_array());
    if let (Some(own), Some(items)) = (node.as_array(), value.as_array()) {
        assert_eq!((Array::len(&own), own.elements().count()), (items.len(), items.len()));
        own.elements().zip(items).for_each(|(own, item)| same(own, item));
    }
    assert_eq!(node.as_object().is_some(), value.is_object());
    if let (Some(own), Some(members)) = (node.as_object(), value.as_object()) {
        assert_eq!((Object::len(&own), Object::is_empty(&own)), (members.len(), members.is_empty()));
        assert_eq!(
            own.members().map(|(key, _)| key).collect::<BTreeSet<_>>(),
            members.keys().map(String::as_str).collect()
        );
        for (key, member) in members {
            let found = own.get(&key.as_str().into()).unwrap();
            assert_eq!(found.identity(), own.get(&key.as_str().into()).unwrap().identity());
            assert_ne!(found.identity(), node.identity());
            same(found, member);
        }
        assert!(own.get(&"there is none".into()).is_none());
    }
}

/// The crate's own check goes through types, scalars and numbers, and ends at the first thing that we leave out on purpose: no list of
/// the format is held to `uniqueItems` (D110 reports what stands twice), so that nobody compares items; and a container's `to_value` is
/// null, for every error would copy its instance. What the check would look at behind these is looked at here.
#[test]
fn a_tree_conforms_to_what_the_validator_needs() {
    let document = conformance::document();
    let parsed = parsed(&document);
    let root = TreeNode::At(&parsed.tree, parsed.tree.root().unwrap());
    let checked = catch_unwind(AssertUnwindSafe(|| conformance::assert_conformance::<TreeJson>(&root)));
    let ended = checked.expect_err("a list with equal items counts as unique");
    assert_eq!(ended.downcast_ref::<&str>().copied(), Some("equal objects are not unique"));
    same(root, &document);
    assert_eq!(root.container_identity(), root.identity());
    assert!(root.to_value().is_null());
    let object = root.as_object().unwrap();
    let integer = object.get(&"integer".into()).unwrap();
    assert!(integer.equals_value(&json!(42.0)) && !integer.equals_value(&json!(43)));
    let mut buffer = String::new();
    for name in ["héllo", "", "second"] {
        <TreeJson as jsonschema::json::Json>::with_string_node(&mut buffer, name, |node| same(node, &json!(name)));
    }
}

/// A change of a document at some place in it.
#[derive(Debug, Clone)]
enum Change {
    Replace(Value),
    Remove,
    Add(String, Value),
}

fn words(policy: &Policy) -> Vec<String> {
    let terms = Vocab::ALL.into_iter().flat_map(|vocab| policy.terms(vocab)).map(|term| policy.name(term).to_owned());
    let others =
        ["VR17", "VR26", "alle", "2020-02-30", "2020-13", "2020", "a-b", "A", "a@b.nl", "/a~2", "", "12345678"];
    terms.chain(others.map(str::to_owned)).chain([policy.id().to_owned()]).collect()
}

fn keys(policy: &Policy) -> Vec<String> {
    let fields = OBJECTS.iter().flat_map(|object| object.fields).map(|field| field.key.to_owned());
    let rows = policy.preconditions().map(|id| policy.precondition_row(id));
    let ids = rows.flat_map(|row| row.parts.iter().map(|part| part.id.to_string()).chain([row.id.to_string()]));
    fields.chain(ids).chain(["x-eigen", "onbekend", ""].map(str::to_owned)).collect()
}

fn values(policy: &Policy) -> impl Strategy<Value = Value> + use<> {
    let numbers = select(vec![
        json!(-1),
        json!(0),
        json!(12),
        json!(12.0),
        json!(12.5),
        json!(1e1),
        json!(60.0),
        json!(61),
        json!(1e300),
    ]);
    let scalar = prop_oneof![
        3 => select(words(policy)).prop_map(Value::from),
        1 => numbers,
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    let keys = keys(policy);
    scalar.prop_recursive(3, 12, 4, move |inner| {
        let members = prop::collection::vec((select(keys.clone()), inner.clone()), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

fn changes(policy: &Policy) -> impl Strategy<Value = Vec<(Index, Change)>> + use<> {
    let change = prop_oneof![
        2 => values(policy).prop_map(Change::Replace),
        1 => Just(Change::Remove),
        2 => (select(keys(policy)), values(policy)).prop_map(|(key, value)| Change::Add(key, value)),
    ];
    prop::collection::vec((any::<Index>(), change), 0..5)
}

/// The pointers of all values, the root's first.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| pointers(value, &kader::json::pointer::join(here, key), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{here}/{index}"), all));
        }
        _ => {}
    }
}

fn apply(document: &mut Value, place: Index, change: Change) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let target = document.pointer_mut(&all[place.index(all.len())]).unwrap();
    match (change, target) {
        (Change::Replace(value), target) => *target = value,
        (Change::Remove, Value::Object(members)) => {
            let key = members.keys().nth(place.index(members.len().max(1))).cloned();
            key.map(|key| members.remove(&key));
        }
        (Change::Remove, Value::Array(items)) => drop(items.pop()),
        (Change::Add(key, value), Value::Object(members)) => drop(members.insert(key, value)),
        (Change::Add(_, value), Value::Array(items)) => items.push(value),
        (_, scalar) => *scalar = Value::Null,
    }
}

/// Where something is wrong, and by which keyword.
type Faults = BTreeSet<(String, String)>;

fn faults_of<'e>(errors: impl Iterator<Item = jsonschema::ValidationError<'e>>) -> Faults {
    errors.map(|error| (error.instance_path().as_str().to_owned(), error.kind().keyword().to_owned())).collect()
}

fn without_forms(faults: &Faults) -> Faults {
    faults.iter().filter(|(_, keyword)| keyword != "pattern" && keyword != "format").cloned().collect()
}

/// The documents of the examples that a strict parser reads.
fn seeds(policy: &Policy) -> Vec<Value> {
    let examples = policy.rules().filter(|rule| rule.code.family() != 'S').flat_map(|rule| {
        let examples = rule.examples().unwrap();
        examples.fails.into_iter().chain(examples.passes)
    });
    let bytes = examples.filter_map(|example| example.files.into_iter().next());
    bytes.filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok()).collect()
}

/// One schema, three times: ours over trees, the same over values, and the published one over values.
struct Validators {
    ours: Validator,
    theirs: jsonschema::Validator,
    published: jsonschema::Validator,
}

impl Validators {
    fn new(policy: &Policy) -> Self {
        let over_values = |schema: &Value| {
            let options = jsonschema::options().offline().with_draft(Draft::Draft7);
            let options = options.with_pattern_options(PatternOptions::regex()).should_validate_formats(true);
            options.with_format(CALENDAR_FORMAT, |text: &str| Date::parse(text).is_some()).build(schema).unwrap()
        };
        let ours = Validator::new(policy);
        assert!(ours.is_ready());
        let (theirs, published) = (schema(policy, &Bare), published(policy, Lang::En));
        Self { ours, theirs: over_values(&theirs), published: over_values(&published) }
    }

    /// The faults of a document, in which all three agree; the published schema says of dates only what a pattern can say.
    fn agreed(&self, document: &Value) -> Faults {
        let parsed = parsed(document);
        let own = faults_of(self.ours.errors(&parsed.tree, parsed.tree.root().unwrap()));
        assert_eq!(own, faults_of(self.theirs.iter_errors(document)), "{document}");
        let published = faults_of(self.published.iter_errors(document));
        assert_eq!(without_forms(&own), without_forms(&published), "{document}");
        own
    }
}

#[test]
fn validators_agree_on_every_example() {
    let policy = policy();
    let validators = Validators::new(&policy);
    let faults = seeds(&policy).into_iter().flat_map(|document| validators.agreed(&document));
    let seen: BTreeSet<String> = faults.map(|(_, keyword)| keyword).collect();
    let known =
        ["type", "enum", "const", "required", "additionalProperties", "pattern", "format", "minItems", "minLength"];
    for keyword in known.into_iter().chain(["minimum", "maximum"]) {
        assert!(seen.contains(keyword), "no example has a fault of {keyword}: {seen:?}");
    }
}

#[test]
fn validators_agree_on_whatever_becomes_of_an_example() {
    let policy = policy();
    let validators = Validators::new(&policy);
    let strategy = (select(seeds(&policy)), changes(&policy));
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) };
    let outcome = TestRunner::new(config).run(&strategy, |(mut document, changes)| {
        for (place, change) in changes {
            apply(&mut document, place, change);
        }
        validators.agreed(&document);
        Ok(())
    });
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
}
