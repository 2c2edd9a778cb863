//! Proofs of the rules: tables per SPEC id, and a machine that does random things and checks that
//! nothing the house promises ever breaks.

pub(crate) mod access;
mod acts;
pub(crate) mod bench;
mod contacts;
pub(crate) mod crowd;
mod directory;
mod escrow;
mod groups;
mod linter;
mod listed;
pub(crate) mod lists;
pub(crate) mod machine;
mod merging;
pub(crate) mod opportunity;
mod people;
mod phone;
pub(crate) mod prices;
mod providers;
pub(crate) mod quotation;
mod quotation_ways;
mod reading;
mod receive;
mod refusals;
mod relation_clock;
mod routing;
mod settings;
mod skills_and_tags;
mod turns;
mod undo;
mod undo_limits;
mod views;
mod whole;
