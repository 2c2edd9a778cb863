//! What a person or the house itself wants done, each in its area. Commands are not stored: their events are.

use super::access::command::AccessCommand;
use super::house::command::HouseCommand;
use super::ids::Seq;
use super::opportunity;
use super::organisation::command::DirectoryCommand;
use super::person::Permission;
use super::person::command::PeopleCommand;
use super::quotation;
use super::request::command::RequestCommand;
pub use super::request::command::{Act, SplitPart};

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Something about the house: its settings, routing, terms and price lists.
    House(HouseCommand),
    /// Something about people.
    People(PeopleCommand),
    /// Something about keys and invitations.
    Access(AccessCommand),
    /// Something about organisations and contacts.
    Directory(DirectoryCommand),
    /// Something about requests.
    Request(RequestCommand),
    /// Takes back the actor's last record that can be taken back (REQ-11).
    Undo,
    /// Takes back the last undo.
    Redo,
    /// Something on the board, a proposal, a mission.
    Board(Box<opportunity::BoardCommand>),
    /// Something about a quotation.
    Quotation(Box<quotation::QuotationCommand>),
    /// Does `command`, unless what it sends back as a whole was changed after the record `seen`: up to there
    /// its sender had read (see [`super::thing`]).
    Upon {
        /// The last record its sender knew.
        seen: Seq,
        /// The command.
        command: Box<Command>,
    },
    /// Does `command`, which sends something back as a whole, over whatever stands there by now. Its sender has
    /// not read it and says why that is right; without that, or [`Command::Upon`], it is refused.
    Over {
        /// Why.
        why: Unread,
        /// The command.
        command: Box<Command>,
    },
}

/// Why something may be sent back as a whole by who has not read it: the only reasons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was said whole, in words on the command line: `person roles NAME ROLES` means these and no others.
    Said,
    /// It is a file of settings without an edition line: written by hand or by a program, and not from what was
    /// printed here.
    Unprinted,
    /// Only the parts that were said are written; the others stay as they are when it is done (`propose`).
    Parts,
    /// Nothing stands there yet: a new house gets its first price lists.
    First,
    /// It is part of a story that is told from its beginning by one teller: the sample house.
    Told,
}

impl Command {
    /// Returns the command as one whose sender had read up to the record `seen`.
    pub fn upon(self, seen: Seq) -> Command {
        Command::Upon {
            seen,
            command: Box::new(self),
        }
    }
}

impl Command {
    /// Returns the command as one that is done over whatever stands there.
    pub fn over(self, why: Unread) -> Command {
        Command::Over {
            why,
            command: Box::new(self),
        }
    }
}

impl Command {
    /// The most requests one command may touch.
    pub const MOST: usize = 500;

    /// Returns the right it needs; `None` for what everybody may always do about themselves.
    pub fn needed(&self) -> Option<Permission> {
        match self {
            Command::House(command) => command.needed(),
            Command::People(command) => command.needed(),
            Command::Access(command) => command.needed(),
            Command::Directory(command) => command.needed(),
            Command::Request(command) => command.needed(),
            Command::Board(command) => Some(command.needed()),
            Command::Quotation(command) => Some(command.needed()),
            Command::Undo | Command::Redo => Some(Permission::SeeBoard),
            Command::Upon { command, .. } | Command::Over { command, .. } => command.needed(),
        }
    }
}
