//! The JSON Schema (draft-07) of documents, made from the format's table and the policy's tables.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::format::{
    DOCUMENT, ENTRY, FieldType, Kind, OBJECTS, ObjectType, PICTURE_PRINCIPLE, PRINCIPLE, Required,
};
use crate::model::keys;
use crate::policy::Policy;
use crate::policy::tables::{Part, PartsRule, Precondition};
use crate::policy::vocabulary::{Is, Term, Vocab};

/// Where the definitions stand.
const DEFINITIONS: &str = "#/definitions/";
/// A date, or as much as is known of it.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
/// A slug.
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// One `@`, text before it, two or more non-empty labels with dots between behind it, no white space.
const EMAIL: &str = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$";
/// A JSON Pointer, RFC 6901.
const POINTER: &str = "^(/([^~/]|~[01])*)*$";
/// The name of the format that says whether a calendar has a date.
pub const CALENDAR_FORMAT: &str = "kader-date";

/// What a part of the schema is called and what it means: plain text, a sentence or a few lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name for people; keys have none beside themselves.
    pub title: Option<String>,
    /// What it means.
    pub description: String,
}

/// Titles and descriptions of the schema's parts, in one language; `None` where there is nothing to say.
pub trait Describe {
    /// What an object is.
    fn object(&self, _name: &str) -> Option<About> {
        None
    }
    /// What a key of an object means.
    fn field(&self, _object: &str, _key: &str) -> Option<About> {
        None
    }
    /// What the identifiers of a list mean.
    fn vocab(&self, _vocab: Vocab) -> Option<About> {
        None
    }
    /// What one identifier means, where it is a key itself.
    fn term(&self, _term: Term) -> Option<About> {
        None
    }
    /// What the codes of the territorial units mean.
    fn regions(&self) -> Option<About> {
        None
    }
    /// What a precondition means.
    fn precondition(&self, _precondition: Precondition) -> Option<About> {
        None
    }
    /// What a part of a precondition means.
    fn part(&self, _part: &Part) -> Option<About> {
        None
    }
}

/// No titles and descriptions: the schema that only validates.
#[derive(Debug, Clone, Copy)]
pub struct Bare;

impl Describe for Bare {}

/// The schema of the documents of a policy.
pub fn schema(policy: &Policy, texts: &dyn Describe) -> Value {
    Builder { policy, texts }.document()
}

/// The definition's name of a list of identifiers.
pub fn definition_of(vocab: Vocab) -> String {
    format!("term-{}", vocab.as_str())
}

struct Builder<'a> {
    policy: &'a Policy,
    texts: &'a dyn Describe,
}

impl Builder<'_> {
    fn document(&self) -> Value {
        let mut root = Map::new();
        root.insert(keys::SCHEMA.into(), json!("http://json-schema.org/draft-07/schema#"));
        if let Value::Object(own) = self.object(&DOCUMENT) {
            root.extend(own);
        }
        root.insert("allOf".into(), json!([self.general_agreement(), self.elaborated()]));
        let definitions = reached(&Value::Object(root.clone()), self.definitions());
        root.insert("definitions".into(), Value::Object(definitions));
        Value::Object(root)
    }

    /// What a document must hold unless it is a supplement.
    fn general_agreement(&self) -> Value {
        let groups = self.policy.groups();
        let general = |object: &ObjectType| -> Vec<&str> {
            let general = |field: &&FieldType| field.required == Required::InGeneral;
            object.known(groups).filter(general).map(|field| field.key).collect()
        };
        let demanded = json!({
            "required": general(&DOCUMENT),
            "properties": { keys::PARTNER: { "required": general(&crate::model::format::PARTNER) } },
        });
        if groups.supplements {
            json!({ "if": { "required": [keys::SUPPLEMENT_OF] }, "else": demanded })
        } else {
            demanded
        }
    }

    /// What cooperations must hold from the second phase on, unless the document is a supplement.
    fn elaborated(&self) -> Value {
        let phases: Vec<&str> = self
            .policy
            .terms(Vocab::Phase)
            .filter(|phase| !self.policy.is(*phase, Is::Exploration))
            .map(|phase| self.policy.name(phase))
            .collect();
        let mut condition = json!({
            "required": [keys::PHASE],
            "properties": { keys::PHASE: { "enum": phases } },
        });
        if let (true, Value::Object(condition)) = (self.policy.groups().supplements, &mut condition) {
            condition.insert("not".into(), json!({ "required": [keys::SUPPLEMENT_OF] }));
        }
        json!({
            "if": condition,
            "then": { "properties": { keys::COOPERATIONS: { "items": { "required": [keys::PROFILE] } } } },
        })
    }

    fn definitions(&self) -> Map<String, Value> {
        let mut all = Map::new();
        for object in OBJECTS.iter().filter(|object| object.name != DOCUMENT.name) {
            all.insert(object.name.into(), self.object(object));
        }
        for vocab in Vocab::ALL {
            let names: Vec<&str> = self.policy.terms(vocab).map(|term| self.policy.name(term)).collect();
            let list = json!({ "type": "string", "enum": names });
            all.insert(definition_of(vocab), described(list, self.texts.vocab(vocab)));
        }
        let codes: Vec<&str> = self.policy.regions().rows.iter().map(|row| &*row.code).collect();
        let partner = self.policy.partner_word();
        let participants: Vec<&str> = partner.into_iter().chain(codes.iter().copied()).collect();
        all.insert("region".into(), described(json!({ "type": "string", "enum": codes }), self.texts.regions()));
        all.insert("participant".into(), json!({ "type": "string", "enum": participants }));
        all.insert("date".into(), json!({ "type": "string", "pattern": DATE, "format": CALENDAR_FORMAT }));
        all.insert("slug".into(), json!({ "type": "string", "pattern": SLUG }));
        all.insert("email".into(), json!({ "type": "string", "pattern": EMAIL }));
        all.insert("pointer".into(), json!({ "type": "string", "pattern": POINTER }));
        all.insert(
            "part".into(),
            json!({ "if": { "type": "boolean" }, "then": { "const": true }, "else": { "type": "string" } }),
        );
        all.insert("preconditions".into(), self.preconditions());
        all.insert("dimension".into(), self.dimension());
        all.insert("principles".into(), self.principles());
        for precondition in self.policy.preconditions() {
            self.precondition(precondition, &mut all);
        }
        all
    }

    fn object(&self, object: &ObjectType) -> Value {
        let always = |field: &&FieldType| field.required == Required::Always;
        let groups = self.policy.groups();
        let required: Vec<&str> = object.known(groups).filter(always).map(|field| field.key).collect();
        let properties: Map<String, Value> = object
            .known(groups)
            .map(|field| {
                let value = described(self.value(field.kind), self.texts.field(object.name, field.key));
                (field.key.to_owned(), value)
            })
            .collect();
        described(closed(properties, &required), self.texts.object(object.name))
    }

    fn value(&self, kind: Kind) -> Value {
        let region = || reference("region");
        match kind {
            Kind::Text | Kind::FreeText | Kind::Party => json!({ "type": "string" }),
            Kind::Name => json!({ "type": "string", "minLength": 1 }),
            Kind::Policy => json!({ "type": "string", "enum": [self.policy.id()] }),
            Kind::Slug => reference("slug"),
            Kind::Date => reference("date"),
            Kind::Email => reference("email"),
            Kind::Pointer => reference("pointer"),
            Kind::Digits(count) => json!({ "type": "string", "pattern": format!("^[0-9]{{{count}}}$") }),
            Kind::Boolean => json!({ "type": "boolean" }),
            Kind::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Kind::Term(vocab) => reference(&definition_of(vocab)),
            Kind::Region => region(),
            Kind::Units(least) => list_or_word(&self.policy.regions().all, &list(&region(), least)),
            Kind::WorkArea => list_or_word(&self.policy.regions().everywhere, &list(&region(), 0)),
            Kind::Regions => list(&region(), 0),
            Kind::Participants => list(&reference("participant"), 0),
            Kind::Terms(vocab, least) => list(&reference(&definition_of(vocab)), least),
            Kind::Slugs => list(&reference("slug"), 0),
            Kind::FreeTexts | Kind::Texts => list(&json!({ "type": "string" }), 0),
            Kind::Object(object) => reference(object.name),
            Kind::List(object, least) => list(&reference(object.name), least),
            Kind::Preconditions => reference("preconditions"),
            Kind::Principles => reference("principles"),
            Kind::Parts => json!({ "type": "object", "additionalProperties": reference("part") }),
        }
    }

    fn preconditions(&self) -> Value {
        let dimension =
            |term| (self.policy.name(term).to_owned(), described(reference("dimension"), self.texts.term(term)));
        closed(self.policy.terms(Vocab::Dimension).map(dimension).collect(), &[])
    }

    /// Any precondition may stand under any dimension (V407), and unknown ones too (V408): their entries are read.
    fn dimension(&self) -> Value {
        let ids = self.policy.preconditions().map(|precondition| &self.policy.precondition_row(precondition).id);
        let properties: Map<String, Value> =
            ids.map(|id| (id.to_string(), reference(&format!("entry-{id}")))).collect();
        json!({
            "type": "object",
            "properties": properties,
            "patternProperties": { "^x-": true },
            "additionalProperties": reference(ENTRY.name),
        })
    }

    /// Where there is something to say of a principle, it stands in the principle's own schema: editors show the innermost text first.
    fn principles(&self) -> Value {
        let principle = |term| {
            let object = if self.policy.is(term, Is::Picture) { &PICTURE_PRINCIPLE } else { &PRINCIPLE };
            let value = match self.texts.term(term) {
                None => reference(object.name),
                about => described(self.object(object), about),
            };
            (self.policy.name(term).to_owned(), value)
        };
        closed(self.policy.terms(Vocab::Principle).map(principle).collect(), &[])
    }

    /// The entry of one precondition, with the parts that it knows.
    fn precondition(&self, precondition: Precondition, all: &mut Map<String, Value>) {
        let row = self.policy.precondition_row(precondition);
        let part = |part: &Part| (part.id.to_string(), described(reference("part"), self.texts.part(part)));
        let mut known = closed(row.parts.iter().map(part).collect(), &[]);
        if row.parts_rule == PartsRule::Open
            && let Value::Object(known) = &mut known
        {
            known.insert("additionalProperties".into(), reference("part"));
        }
        let mut entry = described(self.object(&ENTRY), self.texts.precondition(precondition));
        if let Some(value) = entry.pointer_mut(&format!("/properties/{}", keys::PARTS)) {
            let parts = reference(&format!("parts-{}", row.id));
            *value = described(parts, self.texts.field(ENTRY.name, keys::PARTS));
        }
        all.insert(format!("parts-{}", row.id), known);
        all.insert(format!("entry-{}", row.id), entry);
    }
}

/// The definitions to which a schema refers, directly or through others; their order is kept.
fn reached(root: &Value, mut definitions: Map<String, Value>) -> Map<String, Value> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut next = vec![root];
    while let Some(value) = next.pop() {
        match value {
            Value::Object(members) => {
                let target = members.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix(DEFINITIONS));
                if let Some((name, definition)) = target.and_then(|name| definitions.get_key_value(name))
                    && known.insert(name.clone())
                {
                    next.push(definition);
                }
                next.extend(members.values());
            }
            Value::Array(items) => next.extend(items),
            _ => {}
        }
    }
    definitions.retain(|name, _| known.contains(name));
    definitions
}

fn reference(definition: &str) -> Value {
    json!({ "$ref": format!("{DEFINITIONS}{definition}") })
}

fn list(item: &Value, least: u64) -> Value {
    if least == 0 {
        json!({ "type": "array", "items": item })
    } else {
        json!({ "type": "array", "items": item, "minItems": least })
    }
}

fn list_or_word(word: &str, list: &Value) -> Value {
    json!({ "if": { "type": "string" }, "then": { "enum": [word] }, "else": list })
}

/// An object that knows these keys, and the author's own.
fn closed(properties: Map<String, Value>, required: &[&str]) -> Value {
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        object.insert("required".into(), json!(required));
    }
    object.insert("patternProperties".into(), json!({ "^x-": true }));
    object.insert("additionalProperties".into(), json!(false));
    Value::Object(object)
}

/// A schema with its title and description; what stands beside a `$ref` is ignored in draft-07, so that goes into an `allOf`.
fn described(value: Value, about: Option<About>) -> Value {
    match (value, about) {
        (Value::Object(own), Some(about)) => {
            let mut outer =
                if own.contains_key("$ref") { Map::from_iter([("allOf".to_owned(), json!([own]))]) } else { own };
            outer.extend(about.title.map(|title| ("title".to_owned(), Value::String(title))));
            outer.insert("description".into(), Value::String(about.description));
            Value::Object(outer)
        }
        (value, _) => value,
    }
}
