//! One client in words (PPL-9): shown, entered, put right, made one with another.

mod add;
mod apart;
mod edit;
mod facts;
mod merge;
mod relation;
mod show;

use super::registry::registry;

pub(in crate::plain) use facts::language;

registry! {
    /// Show one client, add one, change one
    Organisation {
        Directory {
            Show(show::Show),
            Add(Box<add::Add>),
            Edit(Box<edit::Edit>),
            Relation(relation::Relation),
            Merge(merge::Merge),
            Apart(apart::Apart),
        }
    }
}
