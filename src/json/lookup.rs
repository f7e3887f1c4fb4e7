//! Finds members of large objects without reading all of them.

use super::tree::{MemberData, NodeId, Tree};
use crate::text::Span;

/// Objects with more members than this have an index.
pub(super) const LARGE: usize = 64;

impl Tree {
    /// Makes the index of an object: the positions of its members, by key and then by position.
    pub(super) fn index_members(&mut self, object: NodeId) {
        let members = self.member_data(object);
        if members.len() <= LARGE {
            return;
        }
        let mut order: Vec<u32> = (0..).take(members.len()).collect();
        let key = |at: &u32| members.get(*at as usize).map(|member| self.key_text(member));
        order.sort_by(|one, other| key(one).cmp(&key(other)));
        self.large.insert(object, order);
    }

    /// The value of the member whose key is this token, counting those that a later member replaces.
    #[must_use]
    pub fn value_behind(&self, object: NodeId, key: Span) -> Option<NodeId> {
        let members = self.member_data(object);
        let at = members.partition_point(|member| member.key_start < key.start);
        members.get(at).filter(|member| member.key_start == key.start).map(|member| NodeId(member.value))
    }

    /// The last member of an indexed object under this key.
    pub(super) fn find_indexed(&self, object: NodeId, key: &str) -> Option<&MemberData> {
        let members = self.member_data(object);
        let order = self.large.get(&object)?;
        let member = |at: &u32| members.get(*at as usize);
        let behind = order.partition_point(|at| member(at).is_some_and(|member| self.key_text(member) <= key));
        let last = behind.checked_sub(1).and_then(|at| order.get(at)).and_then(member)?;
        (self.key_text(last) == key).then_some(last)
    }
}
