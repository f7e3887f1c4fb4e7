//! What must hold whatever is put in: the tests ask it of what they make.

pub(crate) mod fixes;
pub(crate) mod judgement;
pub(crate) mod layout;
pub(crate) mod tree;
pub(crate) mod world;
