//! What a person or the house itself wants done, each in its area. Commands are not stored: their events are.

use super::area::{AreaCommand, SentBy};
use super::areas::areas;
use super::ids::Seq;
use super::permission::Permission;
pub use super::request::command::{Act, SplitPart};

/// Makes [`Command`] of the commands of all areas, and [`handed_on`], by which the rules ask the area of a command. The
/// first token is a dollar sign, for the macro that is made.
macro_rules! commands {
    ($d:tt $($area:ident, $about:literal => {
        $(command $command:ty;)?
        $(event $event:ty;)?
        $(refusal $refusal:ty;)?
        $(rows $rows:ident: $of:ty;)?
    })+) => {
        /// Something to be done.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Command {
            $($(#[doc = concat!("Something about ", $about, ".")] $area($command),)?)+
            /// Takes back the actor's last record that can be taken back (REQ-11).
            Undo,
            /// Takes back the last undo.
            Redo,
            /// Does `command`, unless what it sends back as a whole was changed after the record `seen`: up to there
            /// its sender had read (see [`super::thing`]).
            Upon {
                /// The last record its sender knew.
                seen: Seq,
                /// The command.
                command: Box<Command>,
            },
            /// Does `command`, which sends something back as a whole, over whatever stands there by now. Its sender
            /// has not read it and says why that is right; without that, or [`Command::Upon`], it is refused.
            Over {
                /// Why.
                why: Unread,
                /// The command.
                command: Box<Command>,
            },
        }

        /// Hands a command on to its area: `handed_on!(command, it => it.asked(), …)`, with arms for those of no area.
        macro_rules! handed_on {
            ($d command:expr, $d it:ident => $d asked:expr, $d($d none:tt)+) => {
                match $d command {
                    $($(
                        $crate::domain::areas::arm!($crate::domain::command::Command::$area($d it), $command) => $d asked,
                    )?)+
                    $d($d none)+
                }
            };
        }

        pub(in crate::domain) use handed_on;
    };
}

areas! { $ commands }

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
        handed_on!(self, command => command.needed(),
            Command::Undo | Command::Redo => Some(Permission::SeeBoard),
            Command::Upon { command, .. } | Command::Over { command, .. } => command.needed())
    }

    /// Returns who may send it; within another one only somebody who is known.
    pub(in crate::domain) fn sent_by(&self) -> SentBy {
        handed_on!(self, command => command.sent_by(),
        Command::Undo | Command::Redo | Command::Upon { .. } | Command::Over { .. } => {
            SentBy::Person
        })
    }

    /// Whether the command sends something back as a whole, where that stands already: it is done within
    /// [`Command::Upon`] or [`Command::Over`] only.
    pub fn is_whole(&self) -> bool {
        handed_on!(self, command => command.is_whole(),
            Command::Undo | Command::Redo | Command::Upon { .. } | Command::Over { .. } => false)
    }
}
