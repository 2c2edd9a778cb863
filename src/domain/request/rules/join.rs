//! Merging requests that are one, and splitting one that is several (REQ-3, REQ-8). Both can be undone.

use std::collections::HashSet;

use crate::domain::command::{Command, SplitPart};
use crate::domain::decision::{Decision, Facts};
use crate::domain::event::Event;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::{MessageKey, PersonId, RequestId};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::event::Received;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::incoming::{Asked, Incoming};
use crate::domain::request::lint::{self, Findings};
use crate::domain::request::pieces;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::turn::{Owes, Turn, sort_key};
use crate::domain::request::{Finding, Request, Source, Status};
use crate::domain::state::State;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands;

/// Makes each of `from` part of `into`: their messages, tags and watchers go with them.
pub fn merge(state: &State, from: &[RequestId], into: RequestId) -> Result<Decision, Refusal> {
    if from.len() > Command::MOST {
        return Err(Refusal::TooLong {
            most: Command::MOST,
        });
    }
    let mut joined = Joined::of(into, usable(state, into)?);
    let mut named = HashSet::new();
    for id in from.iter().filter(|id| named.insert(**id)) {
        joined.take(*id, goes_into(state, *id, into)?);
    }
    joined.decision()
}

/// The request `id`, if it can become part of `into`.
fn goes_into(state: &State, id: RequestId, into: RequestId) -> Result<&Request, Refusal> {
    let loser = usable(state, id)?;
    if let Some(posted) = state.board().open_of(id) {
        return Err(BoardRefusal::AlreadyPosted(posted).into());
    }
    // What goes on for it would go on for a request that is no more.
    let stands = stands::posted_on(state, id, 0).or(stands::quotation_of(state, id));
    if let Some(stands) = stands {
        return Err(UndoRefusal::StoodOn(stands).into());
    }
    if id == into {
        return Err(RequestRefusal::MergeWithItself.into());
    }
    Ok(loser)
}

/// A request as others become part of it, and what is recorded of that.
struct Joined<'a> {
    into: RequestId,
    winner: &'a Request,
    tags: Vec<Box<str>>,
    watchers: Vec<PersonId>,
    messages: usize,
    owed: Option<Turn>,
    wakes: bool,
    events: Vec<Event>,
}

impl<'a> Joined<'a> {
    fn of(into: RequestId, winner: &'a Request) -> Joined<'a> {
        Joined {
            into,
            winner,
            tags: winner.tags.to_vec(),
            watchers: winner.watchers.to_vec(),
            messages: winner.messages.len(),
            owed: (!winner.follows()).then_some(winner.owed()),
            wakes: false,
            events: Vec::new(),
        }
    }

    fn change(&mut self, request: RequestId, change: Change) {
        let changed = RequestEvent::Changed { request, change };
        self.events.push(Event::Request(changed));
    }

    /// Takes one in.
    fn take(&mut self, id: RequestId, loser: &Request) {
        self.messages += loser.messages.len();
        // What is owed on it is owed on what it goes into, as if its mail had come there.
        if loser.step.by.is_ours() {
            let due = Some(sort_key(loser));
            let owes = Owes::House;
            let theirs = Turn { owes, due };
            let owed = self.owed.map_or(theirs, |turn| turn.asked_again(theirs));
            self.owed = Some(owed);
            self.wakes |= loser.status == Status::Open;
        }
        let (into, from) = (self.into, loser.status);
        let to = Status::Merged { into };
        self.change(id, Change::Status { from, to });
        if loser.turn != Turn::NOBODY {
            let (from, to) = (loser.owed(), Turn::NOBODY);
            self.change(id, Change::Turn { from, to });
        }
        for tag in loser.tags.iter() {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
                let (tag, there) = (tag.clone(), true);
                self.change(into, Change::Tag { tag, there });
            }
        }
        for person in loser.watchers.iter().copied() {
            if !self.watchers.contains(&person) {
                self.watchers.push(person);
                let there = true;
                self.change(into, Change::Watch { person, there });
            }
        }
        self.events.push(Event::Request(RequestEvent::Merged {
            request: id,
            into,
            joined: true,
        }));
    }

    /// What is recorded once all are in: the one they went into wakes, and its turn is what is owed.
    fn decision(mut self) -> Result<Decision, Refusal> {
        let most = self.tags.len().max(self.watchers.len()).max(self.messages);
        if most > Request::MOST {
            return Err(Refusal::TooLong {
                most: Request::MOST,
            });
        }
        let (into, winner) = (self.into, self.winner);
        if self.wakes && winner.status != Status::Open {
            let (from, to) = (winner.status, Status::Open);
            self.change(into, Change::Status { from, to });
        }
        let owed = self.owed;
        if let Some(to) = owed.filter(|to| *to != winner.owed() || winner.follows()) {
            let from = winner.owed();
            self.change(into, Change::Turn { from, to });
        }
        if self.events.is_empty() {
            Err(RequestRefusal::MergeWithItself.into())
        } else {
            Ok(Decision::of(self.events))
        }
    }
}

fn usable(state: &State, id: RequestId) -> Result<&Request, Refusal> {
    let request = state.request(id).ok_or(RequestRefusal::NoSuchRequest(id))?;
    match request.status {
        Status::Open | Status::Snoozed { .. } => Ok(request),
        Status::Closed { .. } => Err(RequestRefusal::IsClosed(id).into()),
        Status::Merged { into } => Err(RequestRefusal::IsMerged { into }.into()),
        Status::Void => Err(RequestRefusal::IsVoid(id).into()),
    }
}

/// Splits a request: the first part's subject becomes its own and its text, if it has one, a note on it, so
/// that it says what was left to it; each other part becomes a new request of the same client, received when
/// the original was and owed when it is, that refers to the original, whose mail its timeline shows.
pub fn split(
    state: &State,
    facts: &Facts,
    id: RequestId,
    parts: &[SplitPart],
) -> Result<Decision, Refusal> {
    let house = state.house().ok_or(HouseRefusal::NotSetUp)?;
    let request = usable(state, id)?;
    let (first, others) = parts.split_first().ok_or(RequestRefusal::TooFewParts)?;
    if others.is_empty() {
        return Err(RequestRefusal::TooFewParts.into());
    }
    if parts.len() > pieces::MOST {
        return Err(Refusal::TooLong { most: pieces::MOST });
    }
    parts.iter().try_for_each(check)?;
    if others.iter().any(|part| part.body.trim().is_empty()) {
        return Err(Refusal::TextMissing);
    }
    let mut events = what_is_left(state, request, first);
    let turn = match request.turn.owes {
        Owes::House if !request.follows() => request.owed(),
        // What was answered, or goes on elsewhere, was the original.
        Owes::House | Owes::Client | Owes::Nobody => Turn::answer(
            house,
            facts.now,
            request.deadline.filter(|at| *at > facts.now),
        ),
    };
    for (n, part) in others.iter().enumerate() {
        let new_id =
            RequestId(state.requests().next_id().0 + u32::try_from(n).unwrap_or(u32::MAX / 2));
        let message = part_of(request, part, state.seq(), n);
        let kind = state
            .keywords()
            .recognise(&part.subject, &part.body)
            .map(|r| r.kind);
        events.push(Event::Request(RequestEvent::Received {
            received: Box::new(Received {
                id: new_id,
                organisation: request.organisation,
                contact: request.contact,
                language: request.language,
                kind,
                deadline: request.deadline.filter(|at| *at > facts.now),
                findings: Findings::default()
                    .set(
                        Finding::Subject,
                        !lint::subject_conforms(&part.subject, state.lexicon()),
                    )
                    .set(
                        Finding::NoDeadline,
                        request.findings.has(Finding::NoDeadline),
                    )
                    .set(
                        Finding::DoubtfulDate,
                        request.findings.has(Finding::DoubtfulDate),
                    ),
                turn,
                related: Some(id),
                message,
            }),
        }));
    }
    Ok(Decision::of(events))
}

/// What is recorded of the original: its subject and text are those of the first part.
fn what_is_left(state: &State, request: &Request, first: &SplitPart) -> Vec<Event> {
    let id = request.id;
    let mut events = Vec::new();
    let subject = first.subject.trim();
    if *subject != *request.subject {
        let (from, to) = (request.subject.clone(), subject.into());
        events.push(Event::Request(RequestEvent::Changed {
            request: id,
            change: Change::Subject { from, to },
        }));
    }
    for finding in [Finding::Several, Finding::Subject] {
        let settled =
            finding == Finding::Several || lint::subject_conforms(&first.subject, state.lexicon());
        if request.findings.has(finding) && settled {
            events.push(Event::Request(RequestEvent::Changed {
                request: id,
                change: Change::Finding {
                    finding,
                    there: false,
                },
            }));
        }
    }
    let text = first.body.trim();
    if !text.is_empty() {
        events.push(Event::Request(RequestEvent::Noted {
            request: id,
            text: text.into(),
        }));
    }
    events
}

fn check(part: &SplitPart) -> Result<(), Refusal> {
    if part.subject.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    if part.subject.chars().count() > Request::SUBJECT_MOST {
        return Err(Refusal::TooLong {
            most: Request::SUBJECT_MOST,
        });
    }
    if part.body.chars().count() > super::NOTE_MOST {
        return Err(Refusal::TooLong {
            most: super::NOTE_MOST,
        });
    }
    Ok(())
}

/// The message of a part. Its key names the record and the place in it, so that no mail can have it.
fn part_of(request: &Request, part: &SplitPart, seq: u64, n: usize) -> Incoming {
    Incoming {
        source: Source::Split,
        key: MessageKey((u128::from(seq) << 64) | n as u128),
        message_id: "".into(),
        parents: Vec::new(),
        sent_at: Some(request.received_at),
        from: crate::domain::request::Sender::default(),
        to: Vec::new(),
        cc: Vec::new(),
        subject: part.subject.trim().into(),
        body: part.body.trim().into(),
        whole: None,
        attachments: Vec::new(),
        meetings: Vec::new(),
        language: Some(request.language),
        automatic: false,
        asked: Asked {
            assignee: request.assignee,
            ..Asked::default()
        },
    }
}
