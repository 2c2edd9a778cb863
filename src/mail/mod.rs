//! Mail and tables in: files, folders and pipes to messages, and what a reply quotes.
//!
//! Pure reading (REQ-1, REQ-2): no store, no rules of the house, no clock, and nothing is written.
//! Everything that comes from outside is limited ([`limits`]), and whatever cannot be read is set
//! aside with its reason while the rest goes on. Texts are as decoded: the sanitiser at the
//! screen's edge makes them harmless (WKS-6).
//!
//! [`open`] → [`Source`], an iterator of [`Incoming`] → [`Message`]; [`parse()`] for one mail's bytes.

mod address;
mod attachment;
mod automatic;
mod body;
mod calendar;
mod charset;
mod columns;
mod date;
mod digest;
mod fault;
mod folder;
mod form;
mod header;
mod html;
mod json;
pub mod limits;
mod mbox;
mod message;
mod params;
mod parse;
mod parts;
mod reason;
mod source;
mod table;
mod transfer;
mod window;
mod words;

#[cfg(test)]
mod tests;

pub use fault::SourceError;
pub use message::{Address, Asked, Attachment, CalendarPart, Message};
pub use parse::parse;

pub use reason::{Incoming, Reason, SetAside};
pub use source::{Kind, Progress, Source, open};
