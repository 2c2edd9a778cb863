//! What every area says of its own commands and events, so that [`Command`](super::command::Command) and
//! [`Event`](super::event::Event) hand on to it. What it decides is asked by `decision.rs`, what is taken back by
//! `undo/table.rs`. Nothing has a default: a new area is thought through, or does not compile.

use super::ids::{RequestId, Seq};
use super::named_file::NamedFile;
use super::permission::Permission;
use super::thing::Thing;

/// Who may send a command at all; whether they have the right is asked behind that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentBy {
    /// Somebody who is known.
    Person,
    /// The house itself too: a job, or mail that came in.
    HouseToo,
    /// Whoever stands at the door and is nobody yet; who is known has no need of it.
    Stranger,
    /// Whoever sets up a house, while there is none.
    First,
}

/// What an area says of something to be done in it, whatever stands there.
pub trait AreaCommand {
    /// Returns the right it needs; `None` for what everybody may always do about themselves. Whose it is, is asked when
    /// it is decided.
    fn needed(&self) -> Option<Permission>;

    /// Returns who may send it.
    fn sent_by(&self) -> SentBy;

    /// Returns whether it sends something back as a whole, where that stands already: it is done within
    /// [`Command::Upon`](super::command::Command::Upon) or [`Command::Over`](super::command::Command::Over) only.
    fn is_whole(&self) -> bool;
}

/// What an area says of something that happened in it. A new variant is thought of in each of these.
pub trait AreaEvent: Sized {
    /// Returns the event that takes this one back, for an event of record `seq`; `None` for what cannot be taken
    /// back (money, what was sent, people, keys, settings, mail that came in).
    fn inverse(&self, seq: Seq) -> Option<Self>;

    /// Returns whether it may stand when the rest of its record is taken back: it only names somebody new.
    fn is_neutral(&self) -> bool;

    /// Returns the requests that it touches: it belongs to their trail.
    fn requests(&self) -> [Option<RequestId>; 2];

    /// Returns the thing that it writes as a whole, if it writes one.
    fn thing(&self) -> Option<Thing>;

    /// Returns every stored file that it names. What is missing here is removed from the store one day: a new
    /// event is to be thought of, and so is a new field of what is taken apart for it.
    fn named_files(&self) -> Vec<NamedFile<'_>>;
}
