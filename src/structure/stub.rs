//! What D102's fix puts in the place of something missing: what follows from the document or the tables, else a value that another
//! finding asks to fill in.

use std::collections::BTreeSet;

use super::Findings;
use crate::findings::FixPlan;
use crate::fix::{self, STUB, Step, Value};
use crate::json::{NodeId, Tree};
use crate::model::format::{Kind, ObjectType, Required};
use crate::model::keys;
use crate::policy::Policy;
use crate::policy::vocabulary::{Is, Term, Vocab};
use crate::text::names;

/// The fix that adds a missing key to an object.
pub(super) fn insertion(findings: &Findings<'_>, object: NodeId, of: &ObjectType, key: &str) -> Option<FixPlan> {
    let (_, field) = of.field(key)?;
    let stubs = Stubs { tree: findings.tree, policy: findings.policy, object };
    let member = (Step::field(of, key), stubs.value(field.kind, key));
    fix::put(findings.tree, object, &[], [member]).map(FixPlan::new)
}

/// Makes values for what is missing in an object.
struct Stubs<'t> {
    tree: &'t Tree,
    policy: &'t Policy,
    object: NodeId,
}

impl Stubs<'_> {
    fn value(&self, kind: Kind, key: &str) -> Value {
        match kind {
            Kind::Policy => self.policy.id().into(),
            Kind::FreeText | Kind::Name | Kind::Text => STUB.into(),
            Kind::Slug if key == keys::ID => self.slug().as_str().into(),
            Kind::Term(vocab) => self.term(vocab).map_or("", |term| self.policy.name(term)).into(),
            Kind::Party => self.policy.partner_word().unwrap_or_default().into(),
            Kind::Boolean => false.into(),
            Kind::Integer(least, _) => Value::Number(least),
            Kind::Terms(..) => Value::array(self.tasks().into_iter().map(|task| self.policy.name(task))),
            Kind::Object(object) => self.object(object),
            Kind::List(object, _) => Value::Array(vec![self.object(object)]),
            Kind::Units(_) | Kind::WorkArea | Kind::Regions | Kind::Participants | Kind::Slugs => {
                Value::Array(Vec::new())
            }
            Kind::FreeTexts | Kind::Texts => Value::Array(Vec::new()),
            Kind::Preconditions | Kind::Principles | Kind::Parts => Value::Object(Vec::new()),
            Kind::Slug | Kind::Date | Kind::Digits(_) | Kind::Email | Kind::Pointer | Kind::Region => "".into(),
        }
    }

    /// An object with all that it must have.
    fn object(&self, object: &ObjectType) -> Value {
        let fields = object.known(self.policy.groups());
        let needed = fields.filter(|field| matches!(field.required, Required::Always | Required::InGeneral));
        Value::object(needed.map(|field| (field.key, self.value(field.kind, field.key))))
    }

    fn root(&self, key: &str) -> Option<NodeId> {
        self.tree.get(self.tree.root()?, key)
    }

    /// An `id` from the partner's name; empty where that gives none.
    fn slug(&self) -> String {
        let name = self.root(keys::PARTNER).and_then(|partner| self.tree.get(partner, keys::NAME));
        names::slug(name.and_then(|name| self.tree.string(name)).unwrap_or_default())
    }

    /// The identifier that follows from the document or the tables, or that claims least.
    fn term(&self, vocab: Vocab) -> Option<Term> {
        let policy = self.policy;
        match vocab {
            Vocab::Status => policy.find(vocab, Is::NotArranged),
            Vocab::Phase => policy.find(vocab, Is::Exploration),
            Vocab::Reach => policy.derived_reach(self.regions().filter(|count| *count > 0)?),
            Vocab::CoreTask => only(self.declared_tasks()),
            Vocab::Profile => only(policy.fitting(self.stated(self.object, keys::CORE_TASK, Vocab::CoreTask)?)),
            Vocab::Body => Some(policy.reach(self.stated(self.tree.root()?, keys::REACH, Vocab::Reach)?).body),
            _ => None,
        }
    }

    /// An identifier that the document states.
    fn stated(&self, object: NodeId, key: &str, vocab: Vocab) -> Option<Term> {
        self.policy.term(vocab, self.tree.string(self.tree.get(object, key)?)?)
    }

    /// How many units the document binds; `None` where it does not list them.
    fn regions(&self) -> Option<usize> {
        let list = self.root(keys::REGIONS)?;
        let codes = self.tree.items(list).iter().filter_map(|item| self.policy.region(self.tree.string(*item)?));
        Some(codes.collect::<BTreeSet<_>>().len())
    }

    /// The core tasks that the partner says it has.
    fn declared_tasks(&self) -> impl Iterator<Item = Term> {
        let list = self.root(keys::PARTNER).and_then(|partner| self.tree.get(partner, keys::CORE_TASKS));
        let items = list.into_iter().flat_map(|list| self.tree.items(list));
        items.filter_map(|item| self.policy.term(Vocab::CoreTask, self.tree.string(*item)?))
    }

    /// The core tasks of the cooperations, each once.
    fn tasks(&self) -> Vec<Term> {
        let list = self.root(keys::COOPERATIONS).into_iter().flat_map(|list| self.tree.items(list));
        let mut tasks: Vec<Term> = list.filter_map(|one| self.stated(*one, keys::CORE_TASK, Vocab::CoreTask)).collect();
        tasks.sort_unstable();
        tasks.dedup();
        tasks
    }
}

/// The one item; `None` where there are others.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    first.filter(|_| items.next().is_none())
}
