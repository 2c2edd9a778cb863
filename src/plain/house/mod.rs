//! Settings of the organisation in words: set up once, then files that go out, are edited and come back.

mod edition;
pub mod lists;
pub mod prices;
pub mod reading;
pub mod routing;
pub mod settings;
pub mod setup;
pub mod terms;
pub mod wording;

pub(in crate::plain) use edition::{guarded, guarded_by_any, printed, printed_as};

/// A file of settings longer than this is none, in bytes.
pub(in crate::plain) const MOST: u64 = 1024 * 1024;
