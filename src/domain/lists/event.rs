//! What happened to the lists of the house. How it is kept stands in `domain/stored.rs`.

use super::{List, ListName};
use crate::domain::area::AreaEvent;
use crate::domain::ids::{RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::thing::Thing;

/// Something that happened to the lists of the house.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsEvent {
    /// A list was changed: entries were added, named, ordered, retired or struck off (WKS-8).
    Changed {
        list: ListName,
        from: Box<List>,
        to: Box<List>,
    },
}

impl AreaEvent for ListsEvent {
    fn inverse(&self, _: Seq) -> Option<ListsEvent> {
        match self {
            ListsEvent::Changed { list, from, to } => Some(ListsEvent::Changed {
                list: *list,
                from: to.clone(),
                to: from.clone(),
            }),
        }
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    fn thing(&self) -> Option<Thing> {
        match self {
            ListsEvent::Changed { .. } => Some(Thing::Lists),
        }
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            ListsEvent::Changed { .. } => Vec::new(),
        }
    }
}
