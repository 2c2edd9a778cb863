//! The directory in words (PPL-9): the list, what looks double, and the whole as a file, out and in.

mod doubles;
mod export;
mod import;
mod list;

pub(in crate::plain) use list::row_json;

use super::registry::registry;
use crate::domain::person::Permission;
use crate::plain::registry::Needs;

/// Who reads the directory.
pub(in crate::plain) const READ: Needs = Needs::OneOf(&[Permission::ReadInbox]);
/// Who keeps it.
pub(in crate::plain) const KEEP: Needs = Needs::OneOf(&[Permission::WorkRequests]);

registry! {
    /// List the clients, find double entries, import and export them
    Directory {
        Directory {
            List(list::List),
            Doubles(doubles::Doubles),
            Import(import::Import),
            Export(export::Export),
        }
    }
}
