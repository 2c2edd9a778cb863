//! What the desk says of each area's events, a file an area: whom they may show something new (WKS-3), and nobody else
//! (PPL-2); and how a record is summed up. Every event is matched there, so that a new one is thought about.

pub(super) mod access;
pub(super) mod board;
pub(super) mod credits;
pub(super) mod directory;
pub(super) mod house;
pub(super) mod people;
pub(super) mod quotations;
pub(super) mod requests;
