//! Requests in words: the inbox, one whole, its history and its files; and what brings new ones in.

pub mod files;
pub mod history;
pub mod import;
pub mod inbox;
mod save;
pub mod show;
mod tell;
