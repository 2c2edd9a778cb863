//! Who may write over whom (WKS-7): what is sent back as a whole is refused when it was changed meanwhile, or when its
//! sender does not say how far they had read.

use super::command::{Command, Unread, handed_on};
use super::decision::Decides;
use super::ids::{PersonId, Seq};
use super::refusal::Refusal;
use super::state::State;
use super::thing::{Thing, Writes};

impl Command {
    /// Returns what the command writes, when `actor` sends it.
    pub fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes {
        handed_on!(self, command => command.writes(state, actor),
            Command::Upon { command, .. } | Command::Over { command, .. } => {
                command.writes(state, actor)
            }
            Command::Undo | Command::Redo => Writes::One)
    }
}

/// The things that the command sends back as a whole.
fn wholes(state: &State, actor: Option<PersonId>, command: &Command) -> Vec<Thing> {
    match command.writes(state, actor) {
        Writes::Whole(what) => vec![what],
        Writes::Each(all) => all,
        Writes::One | Writes::Seen => Vec::new(),
    }
}

/// Refuses what would overwrite a change that its sender, who had read up to record `seen`, does not know of.
pub(super) fn unmoved(
    state: &State,
    actor: Option<PersonId>,
    seen: Seq,
    command: &Command,
) -> Result<(), Refusal> {
    let moves = |what: &Thing| state.touched(*what).is_some_and(|touch| touch.seq > seen);
    match wholes(state, actor, command).into_iter().find(moves) {
        Some(what) => Err(moved(state, actor, what)),
        None => Ok(()),
    }
}

/// Refuses what sends something back as a whole and does not say how far its sender had read.
pub(super) fn read(
    state: &State,
    actor: Option<PersonId>,
    command: &Command,
) -> Result<(), Refusal> {
    match wholes(state, actor, command).first() {
        Some(what) => Err(Refusal::NotRead { what: *what }),
        None => Ok(()),
    }
}

/// Refuses what is sent over whatever stands there for a reason that is none of this thing.
pub(super) fn excused(
    state: &State,
    actor: Option<PersonId>,
    why: Unread,
    command: &Command,
) -> Result<(), Refusal> {
    let fits = |what: &Thing| match why {
        Unread::Said => matches!(what, Thing::Roles(_)),
        Unread::Unprinted => matches!(
            what,
            Thing::House
                | Thing::Routing
                | Thing::Terms
                | Thing::Prices
                | Thing::Lists
                | Thing::Wordings
                | Thing::Readings
                | Thing::Profile(_)
                | Thing::Firm(_)
        ),
        Unread::Parts => matches!(what, Thing::Proposal(_)),
        Unread::First => state.touched(*what).is_none(),
        Unread::Told => true,
    };
    match wholes(state, actor, command)
        .iter()
        .find(|what| !fits(what))
    {
        Some(what) => Err(Refusal::NotRead { what: *what }),
        None => Ok(()),
    }
}

/// Returns the refusal for who wants to write over a change: who made it, and when. Who is not of the house
/// is told the names of nobody but themselves and who is in a firm with them.
pub(super) fn moved(state: &State, actor: Option<PersonId>, what: Thing) -> Refusal {
    let touch = state.touched(what);
    let me = actor.and_then(|id| state.person(id));
    let by = touch.and_then(|touch| touch.by);
    let ours = |by: &PersonId| {
        me.is_some_and(|me| {
            let mut colleagues = state.firms().colleagues(me.id);
            me.is_staff() || me.id == *by || colleagues.any(|one| one == *by)
        })
    };
    let named = by.filter(ours);
    let name = named.and_then(|by| state.person(by));
    Refusal::Moved {
        what,
        by: name.map(|person| person.name.clone()),
        at: touch.map_or(0, |touch| touch.at),
    }
}
