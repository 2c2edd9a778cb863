//! What can be done to a request (REQ-3 to REQ-9): each act, its guard, and the changes it makes.

use std::collections::HashSet;

use super::change::Change;
use super::turn::Turn;
use super::{CloseReason, Finding, Group, Owes, Request, Stage, Status, group, lint};
use crate::domain::Millis;
use crate::domain::command::{Act, Command};
use crate::domain::decide::{Decision, Facts};
use crate::domain::event::Event;
use crate::domain::house::House;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::{PersonId, RequestId};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::routing::KindId;
use crate::domain::state::State;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands;

/// The longest note, in characters. A record stays well under the journal's limit.
pub const NOTE_MOST: usize = 100_000;
/// The longest tag, in characters.
pub const TAG_MOST: usize = 40;

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
                self.state.organisation(*to).ok_or(Refusal::NoSuchThing)?;
                let id = self.request.id;
                let stands = stands::posted_on(self.state, id, 0);
                let stands = stands.or_else(|| stands::sent_to_client(self.state, id));
                if let Some(stands) = stands.filter(|_| *to != self.request.organisation) {
                    return Err(UndoRefusal::StoodOn(stands).into());
                }
                self.set(Change::Organisation {
                    from: self.request.organisation,
                    to: *to,
                })
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
        let from = self.request.turn;
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

    fn claim(&mut self) -> Result<(), Refusal> {
        let me = self.actor()?;
        match self.request.assignee {
            Some(other) if other != me => Err(RequestRefusal::AlreadyClaimed {
                by: self
                    .state
                    .person(other)
                    .map_or("?".into(), |p| p.name.clone()),
                at: self.request.claimed_at,
            }
            .into()),
            Some(_) => Err(Refusal::AlreadySo),
            None => self.set(Change::Assignee {
                from: None,
                to: Some(me),
            }),
        }
    }

    fn assign(&mut self, to: Option<PersonId>) -> Result<(), Refusal> {
        if let Some(person) = to {
            let takes = self
                .state
                .person(person)
                .is_some_and(|p| p.active && p.is_staff());
            if !takes {
                return Err(self.state.nobody(person));
            }
        }
        self.set(Change::Assignee {
            from: self.request.assignee,
            to,
        })
    }

    fn watch(&mut self, there: bool) -> Result<(), Refusal> {
        let person = self.actor()?;
        if self.request.watchers.contains(&person) == there {
            return Err(Refusal::AlreadySo);
        }
        self.room(self.request.watchers.len(), there)?;
        self.push(Change::Watch { person, there });
        Ok(())
    }

    /// Whether one more fits, if one is `wanted`.
    fn room(&self, used: usize, wanted: bool) -> Result<(), Refusal> {
        if !wanted || used < Request::MOST {
            Ok(())
        } else {
            Err(Refusal::TooLong {
                most: Request::MOST,
            })
        }
    }

    fn snooze(&mut self, until: Millis) -> Result<(), Refusal> {
        if until <= self.facts.now {
            return Err(Refusal::InThePast);
        }
        let to = Status::Snoozed { until };
        if self.request.status == to {
            return Err(Refusal::AlreadySo);
        }
        self.set_status(to);
        Ok(())
    }

    fn wake(&mut self) {
        self.set_status(Status::Open);
        if self.request.turn.owes == Owes::House {
            self.set_turn(Turn::answer(
                self.house,
                self.facts.now,
                self.request.deadline,
            ));
        }
    }

    fn tag(&mut self, tag: &str, there: bool) -> Result<(), Refusal> {
        let tag = as_tag(tag);
        if tag.is_empty() {
            return Err(Refusal::TextMissing);
        }
        if tag.chars().count() > TAG_MOST {
            return Err(Refusal::TooLong { most: TAG_MOST });
        }
        if self.request.tags.contains(&tag) == there {
            return Err(Refusal::AlreadySo);
        }
        self.room(self.request.tags.len(), there)?;
        self.push(Change::Tag { tag, there });
        Ok(())
    }

    fn close(&mut self, reason: CloseReason, text: &str) -> Result<(), Refusal> {
        let needs_text = matches!(reason, CloseReason::Other | CloseReason::NotSerious);
        if needs_text && text.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        self.note_if_any(text)?;
        self.set_status(Status::Closed {
            reason,
            at: self.facts.now,
        });
        self.set_turn(Turn::NOBODY);
        if reason == CloseReason::Concluded {
            self.start_relation();
        }
        Ok(())
    }

    /// A subcontracted deal keeps the relation with that client for the published 12 months (REQ-7).
    fn start_relation(&mut self) {
        let decided = self.request.group;
        let proposed = || group::propose(self.state, self.request).group();
        if decided.or_else(proposed) != Some(Group::Subcontracting) {
            return;
        }
        let begun = group::begun(self.state, self.request.organisation, self.facts.now);
        self.events.extend(begun);
    }

    fn reopen(&mut self) -> Result<(), Refusal> {
        self.set_status(Status::Open);
        self.set_turn(Turn::answer(
            self.house,
            self.facts.now,
            self.request.deadline,
        ));
        Ok(())
    }

    fn note(&mut self, text: &str) -> Result<(), Refusal> {
        if text.trim().is_empty() {
            return Err(Refusal::TextMissing);
        }
        self.note_if_any(text)
    }

    fn note_if_any(&mut self, text: &str) -> Result<(), Refusal> {
        let text = checked(text)?;
        if !text.is_empty() {
            self.events.push(Event::Request(RequestEvent::Noted {
                request: self.request.id,
                text,
            }));
        }
        Ok(())
    }

    fn attempt(&mut self, outcome: Outcome, text: &str) -> Result<(), Refusal> {
        let text = checked(text)?;
        let request = self.request;
        self.events.push(Event::Request(RequestEvent::Attempted {
            request: request.id,
            outcome,
            text,
        }));
        let stage = match outcome {
            Outcome::Spoke => Stage::InTouch,
            Outcome::Called | Outcome::NoAnswer => Stage::Attempted,
        };
        if stage > request.stage {
            self.push(Change::Stage {
                from: request.stage,
                to: stage,
            });
        }
        let attempts = request.attempts.saturating_add(1);
        self.push(Change::Attempts {
            from: request.attempts,
            to: attempts,
        });
        self.set_turn(match outcome {
            Outcome::Called => Turn::client(self.house, self.facts.now),
            Outcome::NoAnswer => Turn::retry(self.house, self.facts.now, request.deadline),
            Outcome::Spoke => Turn::answer(self.house, self.facts.now, request.deadline),
        });
        Ok(())
    }

    fn validate(&mut self, text: &str) -> Result<(), Refusal> {
        let from = self.request.stage;
        if from == Stage::Validated {
            return Err(Refusal::AlreadySo);
        }
        self.note_if_any(text)?;
        self.push(Change::Stage {
            from,
            to: Stage::Validated,
        });
        self.set_turn(Turn::answer(
            self.house,
            self.facts.now,
            self.request.deadline,
        ));
        Ok(())
    }

    fn set_group(&mut self, to: Option<Group>) -> Result<(), Refusal> {
        // Facilitators read its fees and rights: the posting is ended first (REQ-6).
        if to != self.request.group
            && let Some(posted) = stands::posted_on(self.state, self.request.id, 0)
        {
            return Err(UndoRefusal::StoodOn(posted).into());
        }
        self.set(Change::Group {
            from: self.request.group,
            to,
        })
    }

    fn set_kind(&mut self, to: Option<KindId>) -> Result<(), Refusal> {
        if to.is_some_and(|kind| self.state.routing().row(kind).is_none()) {
            return Err(Refusal::NoSuchThing);
        }
        self.set(Change::Kind {
            from: self.request.kind,
            to,
        })
    }

    fn route(&mut self) -> Result<(), Refusal> {
        let kind = self.request.kind.ok_or(RequestRefusal::NoRoute)?;
        let route = self.state.routing().route(kind, self.state);
        let to = route.to.ok_or(RequestRefusal::NoRoute)?;
        if self.request.assignee != Some(to) {
            self.push(Change::Assignee {
                from: self.request.assignee,
                to: Some(to),
            });
        }
        for person in route
            .copy
            .into_iter()
            .filter(|person| !self.request.watchers.contains(person))
        {
            self.events.push(Event::Request(RequestEvent::Changed {
                request: self.request.id,
                change: Change::Watch {
                    person,
                    there: true,
                },
            }));
        }
        if self.events.is_empty() {
            Err(Refusal::AlreadySo)
        } else {
            Ok(())
        }
    }

    fn set_subject(&mut self, to: &str) -> Result<(), Refusal> {
        let to = to.trim();
        if to.is_empty() {
            return Err(Refusal::TextMissing);
        }
        if to.chars().count() > Request::SUBJECT_MOST {
            return Err(Refusal::TooLong {
                most: Request::SUBJECT_MOST,
            });
        }
        self.set(Change::Subject {
            from: self.request.subject.clone(),
            to: to.into(),
        })?;
        if lint::subject_conforms(to) {
            self.settle(Finding::Subject)?;
        }
        Ok(())
    }

    fn set_deadline(&mut self, to: Option<Millis>) -> Result<(), Refusal> {
        if to.is_some_and(|at| at <= self.facts.now) {
            return Err(Refusal::InThePast);
        }
        self.set(Change::Deadline {
            from: self.request.deadline,
            to,
        })?;
        if to.is_some() {
            self.settle(Finding::NoDeadline)?;
        }
        let Turn { owes, due } = self.request.turn;
        if let (Owes::House, Some(at), Some(due)) = (owes, to, due)
            && at < due
        {
            self.set_turn(Turn {
                owes,
                due: Some(at),
            });
        }
        Ok(())
    }

    /// Settles a finding if it stands. True if it did.
    fn settle(&mut self, finding: Finding) -> Result<bool, Refusal> {
        let stands = self.request.findings.has(finding);
        if stands {
            self.push(Change::Finding {
                finding,
                there: false,
            });
        }
        Ok(stands)
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
        if self.request.turn == to && !self.request.follows() {
            return Err(Refusal::AlreadySo);
        }
        self.set_turn(to);
        Ok(())
    }
}

/// A tag as it is kept: small letters, without what is written around it.
pub(super) fn as_tag(text: &str) -> Box<str> {
    text.trim().trim_start_matches('#').to_lowercase().into()
}

fn checked(text: &str) -> Result<Box<str>, Refusal> {
    let text = text.trim();
    if text.chars().count() > NOTE_MOST {
        return Err(Refusal::TooLong { most: NOTE_MOST });
    }
    Ok(text.into())
}
