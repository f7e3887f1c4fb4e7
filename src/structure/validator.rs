//! The compiled JSON Schema of a policy.

use jsonschema::{Draft, PatternOptions};

use super::schema::{Bare, CALENDAR_FORMAT, schema};
use super::tree_json::{TreeJson, TreeNode};
use crate::json::{NodeId, Tree};
use crate::policy::Policy;
use crate::policy::calendar::Date;

/// A validator for the documents of one policy; compiled once in a run.
#[derive(Debug)]
pub struct Validator(Option<jsonschema::Validator<TreeJson>>);

impl Validator {
    /// Compiles the schema of a policy.
    ///
    /// A schema made from a policy's tables always compiles (a test holds it); should one not, nothing is validated.
    pub fn new(policy: &Policy) -> Self {
        let options = jsonschema::options_for::<TreeJson>()
            .offline()
            .with_draft(Draft::Draft7)
            .with_pattern_options(PatternOptions::regex())
            .should_validate_formats(true)
            .with_format(CALENDAR_FORMAT, |text: &str| Date::parse(text).is_some());
        Self(options.build(&schema(policy, &Bare)).ok())
    }

    /// Whether the schema compiled.
    pub fn is_ready(&self) -> bool {
        self.0.is_some()
    }

    /// Every error, in the order in which the validator finds them.
    pub fn errors<'t>(&'t self, tree: &'t Tree, root: NodeId) -> impl Iterator<Item = jsonschema::ValidationError<'t>> {
        self.0.iter().flat_map(move |validator| validator.iter_errors(TreeNode::At(tree, root)))
    }
}
