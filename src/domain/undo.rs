//! Undo and redo (REQ-11): each person has a stack of their records that can be taken back.
//!
//! Undoing writes a new record that turns the old one's events round; nothing is ever removed.

pub mod footing;
pub mod refusal;
pub mod stands;

use footing::Footing;
use serde::{Deserialize, Serialize};

use super::contact::ContactEntry;
use super::decide::{Decision, Facts};
use super::event::Event;
use super::ids::{RequestId, Seq};
use super::opportunity::may_run;
use super::person::Permission;
use super::refusal::Refusal;
use super::request::change::Change;
use super::request::{Status, Turn};
use super::state::State;
use crate::domain::access::event::AccessEvent;
use crate::domain::house::event::HouseEvent;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::undo::refusal::UndoRefusal;

/// A record somebody wrote earlier, read back so that it can be turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its place in the journal.
    pub seq: Seq,
    /// What happened in it.
    pub events: Vec<Event>,
}

/// What one person can undo and redo, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stacks {
    undo: Vec<Seq>,
    redo: Vec<Seq>,
}

impl Stacks {
    /// How far back one can go.
    pub const DEEP: usize = 200;

    /// The record that would be undone next.
    pub fn next_undo(&self) -> Option<Seq> {
        self.undo.last().copied()
    }

    /// The undoing record that would be turned round next.
    pub fn next_redo(&self) -> Option<Seq> {
        self.redo.last().copied()
    }

    /// Whether a record is among those that can be undone: it stands.
    pub fn holds(&self, seq: Seq) -> bool {
        self.undo.contains(&seq)
    }

    /// Whether there is neither.
    pub fn is_empty(&self) -> bool {
        self.undo.is_empty() && self.redo.is_empty()
    }

    /// Takes note of a record of this person's.
    pub(super) fn note(&mut self, seq: Seq, events: &[Event]) {
        let marks = events.iter().find_map(|event| match event {
            Event::Undone { of } => Some((*of, true)),
            Event::Redone { of } => Some((*of, false)),
            _ => None,
        });
        match marks {
            Some((of, true)) => {
                self.undo.retain(|s| *s != of);
                self.redo.push(seq);
            }
            Some((of, false)) => {
                self.redo.retain(|s| *s != of);
                self.undo.push(seq);
            }
            None if can_be_undone(events) => {
                self.undo.push(seq);
                self.redo.clear();
            }
            None => {}
        }
        let over = self.undo.len().saturating_sub(Stacks::DEEP);
        self.undo.drain(..over);
    }
}

/// Whether a record can be taken back: something in it can, and nothing in it cannot.
pub fn can_be_undone(events: &[Event]) -> bool {
    events.iter().any(|event| event.inverse(0).is_some())
        && events
            .iter()
            .all(|event| event.is_neutral() || event.inverse(0).is_some())
}

/// Decides an undo or a redo: both turn the events of an earlier record round.
pub(super) fn decide(state: &State, facts: &Facts, redo: bool) -> Result<Decision, Refusal> {
    let nothing = if redo {
        Refusal::Undo(UndoRefusal::NothingToRedo)
    } else {
        Refusal::Undo(UndoRefusal::NothingToUndo)
    };
    let Some(earlier) = &facts.earlier else {
        return Err(nothing);
    };
    for event in earlier.events.iter().rev() {
        if let Some(inverse) = event.inverse(earlier.seq) {
            permitted(state, facts, &inverse)?;
        }
        unhindered(stands::stands_on(state, event, earlier.seq))?;
    }
    let mut events = Vec::with_capacity(earlier.events.len() + 1);
    let mut after = state.clone();
    for event in earlier.events.iter().rev() {
        let Some(inverse) = event.inverse(earlier.seq) else {
            continue;
        };
        unhindered(stands::session_on(&after, event))?;
        match settle(&after, inverse)? {
            Some(inverse) => {
                after.apply(&facts.probe(state), std::slice::from_ref(&inverse));
                events.push(inverse);
            }
            None => continue,
        }
    }
    settle_turns(&after, facts, &mut events);
    events.push(if redo {
        Event::Redone { of: earlier.seq }
    } else {
        Event::Undone { of: earlier.seq }
    });
    Ok(Decision::of(events))
}

/// Nothing is taken back that something stands on.
fn unhindered(on: Option<Footing>) -> Result<(), Refusal> {
    on.map_or(Ok(()), |footing| Err(UndoRefusal::StoodOn(footing).into()))
}

/// Whose turn it is may stand as it came later, but not against where a request stands now: nobody
/// owes anything on what is done, and somebody does on what is open again.
fn settle_turns(after: &State, facts: &Facts, events: &mut Vec<Event>) {
    let Some(house) = after.house() else { return };
    let moved = events.iter().filter_map(|event| match event {
        Event::Request(RequestEvent::Changed {
            request,
            change: Change::Status { .. },
        }) => after.request(*request),
        _ => None,
    });
    let wrong = moved.filter_map(|request| {
        let to = match request.status {
            Status::Closed { .. } | Status::Merged { .. } => Turn::NOBODY,
            Status::Open | Status::Snoozed { .. } if request.turn == Turn::NOBODY => {
                Turn::answer(house, facts.now, request.deadline)
            }
            Status::Open | Status::Snoozed { .. } | Status::Void => request.turn,
        };
        let change = Change::Turn {
            from: request.turn,
            to,
        };
        (to != request.turn).then_some(Event::Request(RequestEvent::Changed {
            request: request.id,
            change,
        }))
    });
    let wrong: Vec<Event> = wrong.collect();
    events.extend(wrong);
}

/// Turning something round needs the right to do it (PPL-1): roles may have changed since.
fn permitted(state: &State, facts: &Facts, inverse: &Event) -> Result<(), Refusal> {
    let person = facts
        .actor
        .and_then(|actor| state.person(actor))
        .ok_or(Refusal::NobodyKnown)?;
    let needed = match inverse {
        Event::People(PeopleEvent::ViewSaved { view }) if view.shared => Permission::ShareViews,
        Event::People(PeopleEvent::ViewSaved { .. })
        | Event::People(PeopleEvent::ViewRemoved { .. }) => Permission::OwnViews,
        Event::Request(RequestEvent::Changed { change, .. })
            if makes_or_voids(change) && person.may(Permission::BringInRequests) =>
        {
            Permission::BringInRequests
        }
        Event::Request(RequestEvent::Received { .. })
        | Event::Request(RequestEvent::Joined { .. })
        | Event::Request(RequestEvent::Changed { .. })
        | Event::Request(RequestEvent::Noted { .. })
        | Event::Request(RequestEvent::Attempted { .. })
        | Event::Request(RequestEvent::Retracted { .. })
        | Event::Request(RequestEvent::Merged { .. })
        | Event::Directory(DirectoryEvent::OrganisationAdded { .. })
        | Event::Directory(DirectoryEvent::ProfileChanged { .. })
        | Event::Directory(DirectoryEvent::RelationSet { .. })
        | Event::Directory(DirectoryEvent::ContactAdded { .. })
        | Event::Directory(DirectoryEvent::ContactChanged { .. })
        | Event::Credit { .. } => Permission::WorkRequests,
        Event::People(PeopleEvent::Favoured { .. }) => Permission::SeeBoard,
        Event::Opportunity { opportunity, .. } => {
            let opportunity = state.board().opportunity(*opportunity);
            let mission = opportunity.and_then(|o| o.mission.as_deref());
            return match mission {
                Some(mission) if may_run(person, mission) => Ok(()),
                Some(_) => Err(Refusal::NotPermitted(Permission::RunMissions)),
                None => Err(UndoRefusal::Overtaken.into()),
            };
        }
        Event::Quotation { event, .. } => {
            let needs = event.needs();
            let found = needs.iter().find(|needed| person.may(**needed));
            found
                .or(needs.first())
                .copied()
                .unwrap_or(Permission::Quote)
        }
        Event::House(HouseEvent::PricesChanged { .. }) => Permission::PriceQuotations,
        Event::House(HouseEvent::RoutingChanged { .. }) => Permission::EditRouting,
        Event::House(HouseEvent::Changed { .. })
        | Event::House(HouseEvent::TermsChanged { .. })
        | Event::Restated { .. } => Permission::ManageHouse,
        Event::People(PeopleEvent::Added { .. })
        | Event::People(PeopleEvent::RolesChanged { .. })
        | Event::People(PeopleEvent::ActiveChanged { .. })
        | Event::People(PeopleEvent::Renamed { .. })
        | Event::Access(AccessEvent::KeyAdded { .. })
        | Event::Access(AccessEvent::KeyNamed { .. })
        | Event::Access(AccessEvent::KeyRevoked { .. })
        | Event::Access(AccessEvent::Invited { .. })
        | Event::Access(AccessEvent::InvitationWithdrawn { .. })
        | Event::Access(AccessEvent::InvitationUsed { .. })
        | Event::People(PeopleEvent::ContactLinked { .. }) => Permission::ManagePeople,
        // One's own words are one's own.
        Event::People(PeopleEvent::ProfileKept {
            person: whose,
            from,
            to,
        }) if *whose == person.id && from.attests_the_same(to) => return Ok(()),
        Event::People(PeopleEvent::ProfileKept { .. }) => Permission::KeepFacilitators,
        Event::People(PeopleEvent::PreferencesChanged { .. })
        | Event::Undone { .. }
        | Event::Redone { .. } => {
            return Ok(());
        }
    };
    if person.may(needed) {
        Ok(())
    } else {
        Err(Refusal::NotPermitted(needed))
    }
}

fn makes_or_voids(change: &Change) -> bool {
    matches!(
        change,
        Change::Status {
            from: Status::Void,
            ..
        } | Change::Status {
            to: Status::Void,
            ..
        }
    )
}

/// The inverse as it can be made now: `None` where what came later may simply stand.
fn settle(state: &State, inverse: Event) -> Result<Option<Event>, Refusal> {
    match &inverse {
        Event::Request(RequestEvent::Changed { request, change }) => {
            let Some(now) = state.request(*request) else {
                return Err(RequestRefusal::NoSuchRequest(*request).into());
            };
            if let Change::Status {
                to: Status::Merged { into },
                ..
            } = change
            {
                // What it would go into may have gone elsewhere: two could end up in each other.
                still(state, *into, Status::is_live)?;
            }
            match (change.fits(now), change.is_consequence()) {
                (true, _) => Ok(Some(inverse)),
                (false, true) => Ok(None),
                (false, false) => Err(UndoRefusal::ChangedSince { request: *request }.into()),
            }
        }
        Event::Request(RequestEvent::Merged { into, .. }) => {
            still(state, *into, |status| {
                !matches!(status, Status::Merged { .. })
            })?;
            Ok(Some(inverse))
        }
        Event::Directory(DirectoryEvent::ProfileChanged {
            organisation, from, ..
        }) => {
            let same = state
                .organisation(*organisation)
                .is_some_and(|o| o.profile == **from);
            if same {
                Ok(Some(inverse))
            } else {
                Err(Refusal::NoSuchThing)
            }
        }
        Event::Directory(DirectoryEvent::ContactChanged { contact, from, to }) => {
            let now = state
                .contact(*contact)
                .map(|contact| ContactEntry::of(contact));
            still_so(now.as_ref() == Some(&**from))?;
            super::contact::free(state, *contact, &to.email)?;
            Ok(Some(inverse))
        }
        Event::People(PeopleEvent::Renamed { person, from, .. }) => {
            let same = state
                .person(*person)
                .is_some_and(|p| (&p.name, &p.email) == (&from.0, &from.1));
            if same {
                Ok(Some(inverse))
            } else {
                Err(Refusal::NoSuchThing)
            }
        }
        Event::Directory(DirectoryEvent::RelationSet {
            organisation, from, ..
        }) => {
            let same = state
                .organisation(*organisation)
                .is_some_and(|o| o.relation_until == *from);
            Ok(same.then_some(inverse))
        }
        Event::People(PeopleEvent::ProfileKept { person, from, .. }) => {
            let now = state.profile(*person);
            still_so(now.is_some_and(|now| **now == **from)).map(|()| Some(inverse))
        }
        Event::People(PeopleEvent::Favoured {
            person,
            opportunity,
            there,
        }) => {
            let now = state.board().is_favourite(*person, *opportunity);
            still_so(now != *there).map(|()| Some(inverse))
        }
        Event::Opportunity {
            opportunity, event, ..
        } => {
            let now = state.board().opportunity(*opportunity);
            still_so(now.is_some_and(|now| event.fits(now))).map(|()| Some(inverse))
        }
        Event::Quotation {
            quotation, event, ..
        } => {
            let fits = state.quotations().fits(*quotation, event);
            still_so(fits).map(|()| Some(inverse))
        }
        _ => Ok(Some(inverse)),
    }
}

fn still_so(is: bool) -> Result<(), Refusal> {
    if is {
        Ok(())
    } else {
        Err(UndoRefusal::Overtaken.into())
    }
}

fn still(state: &State, id: RequestId, is: impl Fn(Status) -> bool) -> Result<(), Refusal> {
    let there = state.request(id).is_some_and(|request| is(request.status));
    if there {
        Ok(())
    } else {
        Err(UndoRefusal::ChangedSince { request: id }.into())
    }
}
