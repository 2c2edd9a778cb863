//! What can be done to a request (REQ-3 to REQ-9): each act, its guard, and the changes it makes.

mod apply;
mod ending;
pub mod group;
mod holding;
pub mod join;
mod reading;
pub mod receive;
mod saying;
mod sight;
mod undo;

pub(in crate::domain) use undo::turns_settled;

use std::collections::HashSet;

use crate::domain::Millis;
use crate::domain::command::{Act, Command};
use crate::domain::decision::{Decides, Decision, Facts};
use crate::domain::event::Event;
use crate::domain::house::House;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::{PersonId, RequestId};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::turn::Turn;
use crate::domain::request::{Owes, Request, Status};
use crate::domain::state::State;
use crate::domain::thing::{Thing, Writes};
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands;

/// The longest note, in characters. A record stays well under the journal's limit.
pub const NOTE_MOST: usize = 100_000;
/// The longest tag, in characters.
pub const TAG_MOST: usize = 40;

impl Decides for RequestCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        match self {
            RequestCommand::Receive(incoming) => receive::receive(state, facts, incoming),
            RequestCommand::On { requests, act } => on(state, facts, requests, act),
            RequestCommand::Merge { from, into } => join::merge(state, from, *into),
            RequestCommand::Split { request, parts } => join::split(state, facts, *request, parts),
            RequestCommand::WakeDue => wake_due(state, facts),
        }
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        match self {
            RequestCommand::On { requests, act } => match (act, requests.as_slice()) {
                (Act::SetWish(_), [one]) => Writes::Whole(Thing::Wish(*one)),
                (Act::SetSubject(_), [one]) => Writes::Whole(Thing::Request(*one)),
                (Act::SetWish(_), all) => {
                    Writes::Each(all.iter().copied().map(Thing::Wish).collect())
                }
                (Act::SetSubject(_), all) => {
                    Writes::Each(all.iter().copied().map(Thing::Request).collect())
                }
                _ => Writes::One,
            },
            // The parts are made from what is there: two who split at once would make each part twice.
            RequestCommand::Split { request, .. } => Writes::Whole(Thing::Request(*request)),
            RequestCommand::Receive(_) | RequestCommand::Merge { .. } | RequestCommand::WakeDue => {
                Writes::One
            }
        }
    }
}

/// Does `act` to each of `ids`. Those that refuse are left and named; when all do, so does the command.
pub fn on(state: &State, facts: &Facts, ids: &[RequestId], act: &Act) -> Result<Decision, Refusal> {
    if ids.len() > Command::MOST {
        return Err(Refusal::TooLong {
            most: Command::MOST,
        });
    }
    let house = state.house().ok_or(HouseRefusal::NotSetUp)?;
    let mut decision = Decision::default();
    let mut named = HashSet::new();
    for id in ids.iter().filter(|id| named.insert(**id)) {
        let one = state
            .request(*id)
            .ok_or(Refusal::Request(RequestRefusal::NoSuchRequest(*id)))
            .and_then(|request| {
                let mut doing = Doing {
                    state,
                    facts,
                    house,
                    request,
                    events: Vec::new(),
                };
                doing.act(act)?;
                Ok(doing.events)
            });
        match one {
            Ok(events) => decision.events.extend(events),
            Err(refusal) => decision.skipped.push((*id, refusal)),
        }
    }
    match decision.skipped.pop() {
        Some((_, refusal)) if decision.events.is_empty() => Err(refusal),
        Some(last) => {
            decision.skipped.push(last);
            Ok(decision)
        }
        None => Ok(decision),
    }
}

/// Brings back the snoozed requests whose time has come: the house owes the next step at once.
pub fn wake_due(state: &State, facts: &Facts) -> Result<Decision, Refusal> {
    let house = state.house().ok_or(HouseRefusal::NotSetUp)?;
    let mut events = Vec::new();
    for id in state.requests().to_wake(facts.now).take(Command::MOST) {
        let Some(request) = state.request(id) else {
            continue;
        };
        let mut doing = Doing {
            state,
            facts,
            house,
            request,
            events: Vec::new(),
        };
        doing.wake();
        events.append(&mut doing.events);
    }
    Ok(Decision::of(events))
}

/// One act on one request, being decided.
struct Doing<'a> {
    state: &'a State,
    facts: &'a Facts,
    house: &'a House,
    request: &'a Request,
    events: Vec<Event>,
}

impl Doing<'_> {
    fn act(&mut self, act: &Act) -> Result<(), Refusal> {
        self.guard(act)?;
        match act {
            Act::Claim => self.claim(),
            Act::Assign(to) => self.assign(*to),
            Act::Watch(there) => self.watch(*there),
            Act::Snooze(until) => self.snooze(*until),
            Act::Wake => {
                self.wake();
                Ok(())
            }
            Act::Tag(tag, there) => self.tag(tag, *there),
            Act::Close(reason, text) => self.close(*reason, text),
            Act::Reopen => self.reopen(),
            Act::Note(text) => self.note(text),
            Act::Attempt(outcome, text) => self.attempt(*outcome, text),
            Act::Validate(text) => self.validate(text),
            Act::SetGroup(to) => self.set_group(*to),
            Act::Route => self.route(),
            Act::SetKind(to) => self.set_kind(*to),
            Act::SetSubject(to) => self.set_subject(to),
            Act::SetDeadline(to) => self.set_deadline(*to),
            Act::Settle(finding) => self
                .settle(*finding)
                .map(|done| done.then_some(()))?
                .ok_or(Refusal::AlreadySo),
            Act::ClientOwes(until) => self.hand_over(Owes::Client, *until),
            Act::HouseOwes(until) => self.hand_over(Owes::House, *until),
            Act::SetWish(wish) => {
                let to = (**wish != super::Wish::default()).then(|| wish.clone());
                self.set(Change::Wish {
                    from: self.request.wish.clone(),
                    to,
                })
            }
            Act::SetLanguage(to) => self.set(Change::Language {
                from: self.request.language,
                to: *to,
            }),
            Act::SetOrganisation(to) => {
                let client = self.state.organisation(*to).ok_or(Refusal::NoSuchThing)?;
                let now = self.request.organisation;
                // It may be filed with one that was merged into this one.
                let is_theirs = self.state.organisation_now(now) == client.id;
                let to = if is_theirs { now } else { client.id };
                let id = self.request.id;
                let stands = stands::posted_on(self.state, id, 0);
                let stands = stands.or_else(|| stands::sent_to_client(self.state, id));
                if let Some(stands) = stands.filter(|_| to != now) {
                    return Err(UndoRefusal::StoodOn(stands).into());
                }
                self.set(Change::Organisation { from: now, to })
            }
        }
    }

    /// What may be done to a request that is no longer open: look on, note, tag, reopen.
    fn guard(&self, act: &Act) -> Result<(), Refusal> {
        let always = matches!(act, Act::Watch(_) | Act::Note(_) | Act::Tag(..));
        let id = self.request.id;
        if let Act::Close(..) = act
            && let Some(posted) = self.state.board().open_of(id)
        {
            return Err(BoardRefusal::AlreadyPosted(posted).into());
        }
        match (self.request.status, act) {
            (Status::Void, _) => Err(RequestRefusal::IsVoid(id).into()),
            (Status::Merged { into }, _) if !always => {
                Err(RequestRefusal::IsMerged { into }.into())
            }
            (Status::Open | Status::Snoozed { .. }, Act::Reopen) => {
                Err(RequestRefusal::IsOpen(id).into())
            }
            (Status::Open | Status::Closed { .. }, Act::Wake) => {
                Err(RequestRefusal::IsAwake(id).into())
            }
            (Status::Closed { .. }, Act::Reopen) => Ok(()),
            (Status::Closed { .. }, _) if !always => Err(RequestRefusal::IsClosed(id).into()),
            _ => Ok(()),
        }
    }

    fn push(&mut self, change: Change) {
        self.events.push(Event::Request(RequestEvent::Changed {
            request: self.request.id,
            change,
        }));
    }

    /// A change that must be one.
    fn set(&mut self, change: Change) -> Result<(), Refusal> {
        if change.inverse() == change {
            return Err(Refusal::AlreadySo);
        }
        self.push(change);
        Ok(())
    }

    fn set_turn(&mut self, to: Turn) {
        let from = self.request.owed();
        // Said anew of what followed something else is said, even when it is due as before.
        if from != to || self.request.follows() {
            self.push(Change::Turn { from, to });
        }
    }

    fn set_status(&mut self, to: Status) {
        self.push(Change::Status {
            from: self.request.status,
            to,
        });
    }

    fn actor(&self) -> Result<PersonId, Refusal> {
        self.facts.actor.ok_or(Refusal::NobodyKnown)
    }

    fn hand_over(&mut self, owes: Owes, until: Option<Millis>) -> Result<(), Refusal> {
        if until.is_some_and(|at| at <= self.facts.now) {
            return Err(Refusal::InThePast);
        }
        if owes == Owes::Client
            && let Some(of) = self.request.step.held_by(self.state)
        {
            return Err(RequestRefusal::TurnFollows(of).into());
        }
        let usual = match owes {
            Owes::Client => Turn::client(self.house, self.facts.now),
            Owes::House | Owes::Nobody => {
                Turn::answer(self.house, self.facts.now, self.request.deadline)
            }
        };
        let to = Turn {
            owes,
            due: until.or(usual.due),
        };
        if self.request.owed() == to && !self.request.follows() {
            return Err(Refusal::AlreadySo);
        }
        self.set_turn(to);
        Ok(())
    }
}

fn checked(text: &str) -> Result<Box<str>, Refusal> {
    let text = text.trim();
    if text.chars().count() > NOTE_MOST {
        return Err(Refusal::TooLong { most: NOTE_MOST });
    }
    Ok(text.into())
}
