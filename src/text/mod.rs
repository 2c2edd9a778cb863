//! Pure string work: making outside text safe to show, fitting it to columns, folding it for
//! search, reading dates as people write them. Never does I/O, never knows what a request is.

pub mod cells;
pub mod fit;
pub mod fold;
pub mod formats;
pub mod language;
pub mod quote;
pub mod reachable;
pub mod reading;
pub mod sanitise;
pub mod signs;
pub mod split;
pub mod when;
