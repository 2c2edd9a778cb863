//! The rules of the house, pure: types, commands, events, `decide` and `apply`.
//!
//! Nothing here reads a clock, a file, a random number or a terminal: time, ids and settings come in
//! with the command. `decide` says what would happen or why not; `apply` makes it so and cannot fail,
//! because it runs live and again at every replay.

pub mod access;
pub mod agenda;
pub mod area;
pub(crate) mod areas;
pub mod calendar;
pub mod command;
pub mod country;
pub mod decide;
pub mod decision;
pub mod deed;
pub mod escrow;
pub mod event;
pub mod eyes;
pub mod facilitator;
mod few;
pub mod files;
pub mod firm;
pub mod house;
pub mod iban;
pub mod ids;
pub mod language;
pub mod lists;
pub mod meta;
pub mod money;
pub mod named_file;
pub mod opportunity;
pub mod organisation;
mod packed;
mod pairs;
pub mod permission;
pub mod person;
pub mod prices;
pub mod queues;
pub mod quotation;
pub mod refusal;
pub mod request;
pub mod restated;
pub mod routing;
pub mod saved_view;
pub mod shelf;
pub mod state;
pub mod stored;
pub mod terms;
pub mod thing;
pub mod trade;
pub mod undo;
mod wholes;
pub mod why;
pub mod wording;

#[cfg(test)]
pub(crate) mod tests;

/// An instant: milliseconds since 1970-01-01 UTC.
pub type Millis = i64;

pub use command::{Act, Command};
pub use decide::decide;
pub use decision::{Decision, Facts};
pub use event::Event;
pub use ids::{
    ContactId, FirmId, InvitationId, MessageKey, OpportunityId, OrganisationId, PersonId,
    ProposalId, QuotationId, RequestId, Seq, ViewId,
};
pub use refusal::Refusal;
pub use state::State;
