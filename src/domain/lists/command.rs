//! What can be done about the lists of the house, and what right it needs.

use super::draft::ListDraft;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::permission::Permission;

/// Something to be done about the lists of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsCommand {
    /// Makes these lists what they are to be; the others stay as they are (WKS-8).
    Change(Vec<ListDraft>),
}

impl AreaCommand for ListsCommand {
    fn needed(&self) -> Option<Permission> {
        match self {
            ListsCommand::Change(_) => Some(Permission::ManageHouse),
        }
    }

    fn sent_by(&self) -> SentBy {
        match self {
            ListsCommand::Change(_) => SentBy::Person,
        }
    }

    fn is_whole(&self) -> bool {
        match self {
            ListsCommand::Change(_) => true,
        }
    }
}
