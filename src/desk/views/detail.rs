//! One case whole (REQ-10): who asks, what is proposed and why, whose turn it is, and everything that
//! happened on one timeline, read from the records that touched it.

use std::collections::BTreeSet;

use super::look::{Look, Of};
use super::moments::{self, Case, Moment, MomentKind, clean_wish};
use super::row::RequestRow;
use crate::desk::Desk;
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::house::{Country, Language};
use crate::domain::person::Permission;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::pieces::{Piece, pieces};
use crate::domain::request::rules::group;
use crate::domain::request::{GroupReason, Request, Source, Wish, lint};
use crate::domain::{Millis, PersonId, Refusal, RequestId, Seq, State};
use crate::journal::Fault;
use crate::text::sanitise::{clean_line, clean_text};

/// How many records one page of a timeline tells of.
const PAGE: usize = 400;
/// The most merged requests a timeline tells of.
const PARTS: usize = 200;
/// How many splits of splits are followed up.
const ORIGINS: usize = 8;

/// What the routing matrix proposes, and why (REQ-4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// The kind's stable name.
    pub kind: Option<String>,
    /// The words it was recognised by.
    pub words: String,
    /// Who takes it.
    pub to: Option<String>,
    /// Who gets a copy.
    pub copy: Vec<String>,
    /// Whether this is how it already is.
    pub done: bool,
}

/// One case whole.
#[derive(Clone, Debug)]
pub struct Detail {
    /// Its line in the list.
    pub row: RequestRow,
    /// The record it stands for.
    pub seq: Seq,
    /// Who wrote: name, mail, phone.
    pub contact: [String; 3],
    /// Where the client is.
    pub country: Option<Country>,
    /// What kind of organisation it is.
    pub segment: String,
    /// Why which group is proposed (REQ-6, REQ-7).
    pub reason: GroupReason,
    /// What the matrix proposes (REQ-4).
    pub route: Proposed,
    /// The language it is written in.
    pub language: Language,
    /// How it came in.
    pub source: Source,
    /// What is wished (REQ-2).
    pub wish: Wish,
    /// A stated deadline.
    pub deadline: Option<Millis>,
    /// How often somebody tried to phone.
    pub attempts: u8,
    /// How many addresses are in copy.
    pub copies: u8,
    /// Who watches.
    pub watchers: Vec<String>,
    /// The request it was split from, or refers to.
    pub related: Option<RequestId>,
    /// Other requests of the same client, the newest first, and how many there are in all.
    pub others: (Vec<RequestId>, usize),
    /// The subject as the rule wants it (REQ-3).
    pub suggested_subject: String,
    /// The pieces the body falls into (REQ-3).
    pub pieces: Vec<Piece>,
    /// Everything that happened, oldest first.
    pub moments: Vec<Moment>,
    /// Older records that are not on this page of the timeline.
    pub earlier: usize,
    /// Newer ones that are not.
    pub later: usize,
    /// Which page it is: how many newer ones there are.
    pub back: usize,
}

impl Detail {
    /// Returns a look at a case, as [`load_detail`] loads it.
    pub fn look(id: RequestId, back: usize) -> Look<Of<RequestId, Detail>> {
        Look::read(move |looker| async move {
            let (desk, now) = (&looker.desk, looker.now());
            let loaded = load_detail(desk, looker.me, id, now, back).await?;
            Ok((id, loaded))
        })
    }
}

/// The records of a case, in order.
pub(super) fn trail_of(state: &State, request: &Request) -> Vec<Seq> {
    whole_trail(state, request, &case_of(state, request))
}

/// Loads a case for `me`, with the page of its timeline that has `back` newer ones (the last one, when there are
/// not so many). `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn load_detail(
    desk: &Desk,
    me: PersonId,
    id: RequestId,
    now: Millis,
    back: usize,
) -> Result<Result<Detail, Refusal>, Fault> {
    let published = desk.published();
    let state = published.state();
    let eyes = Eyes::of(state, me).filter(|eyes| eyes.staff);
    let Some(eyes) = eyes else {
        return Ok(Err(Refusal::NotPermitted(Permission::ReadInbox)));
    };
    let request = match eyes.request(id) {
        Ok(request) => request,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let case = case_of(state, request);
    let trail = whole_trail(state, request, &case);
    let pages = trail.len().div_ceil(PAGE);
    let back = back.min(pages.saturating_sub(1));
    let later = back * PAGE;
    let earlier = trail.len().saturating_sub(later + PAGE);
    let end = trail.len() - later;
    let mut moments: Vec<Moment> = Vec::new();
    let mut body = String::new();
    for (n, seq) in trail.into_iter().enumerate() {
        let first = request
            .trail
            .first()
            .is_some_and(|first| Seq::from(*first) == seq);
        if n < earlier && !first {
            continue;
        }
        let Some((meta, events)) = desk.events(seq).await? else {
            continue;
        };
        if first {
            body = first_body(&events, id);
        }
        if n >= earlier {
            // Also what was taken back behind this page is struck out on it.
            strike(&mut moments, &events, id);
        }
        if (earlier..end).contains(&n) {
            moments.extend(moments::of_record(&eyes, &meta, &events, &case));
        }
    }
    let mut detail = assemble(state, request, me, now, moments, &body);
    (detail.earlier, detail.later, detail.back) = (earlier, later, back);
    Ok(Ok(detail))
}

/// What belongs to a case: what was merged into it, at any depth, and what it was split from.
fn case_of(state: &State, request: &Request) -> Case {
    let mut parts = BTreeSet::new();
    let mut found = vec![request.id];
    while let Some(id) = found.pop() {
        if parts.len() < PARTS {
            found.extend(
                state
                    .requests()
                    .merged_into(id)
                    .filter(|part| parts.insert(*part)),
            );
        }
    }
    let above = |r: &Request| {
        r.related
            .filter(|_| r.source == Source::Split)
            .and_then(|id| state.request(id))
    };
    let origins = std::iter::successors(above(request), |origin| above(origin));
    Case {
        id: request.id,
        parts,
        origins: origins.take(ORIGINS).map(|origin| origin.id).collect(),
    }
}

/// The records that touched the request, those that touched what went into it, and the mail it was
/// split from, in order.
fn whole_trail(state: &State, request: &Request, case: &Case) -> Vec<Seq> {
    let trail_of = |id: &RequestId| state.request(*id).map_or(&[][..], |part| &part.trail[..]);
    let parts = case.parts.iter().flat_map(trail_of);
    let arrivals = case
        .origins
        .iter()
        .filter_map(|origin| trail_of(origin).first());
    let mut trail: Vec<Seq> = request
        .trail
        .iter()
        .chain(parts)
        .chain(arrivals)
        .map(|seq| Seq::from(*seq))
        .collect();
    trail.sort_unstable();
    trail.dedup();
    trail
}

fn first_body(events: &[Event], id: RequestId) -> String {
    let found = events.iter().find_map(|event| match event {
        Event::Request(RequestEvent::Received { received }) if received.id == id => {
            Some(received.message.body.to_string())
        }
        _ => None,
    });
    found.unwrap_or_default()
}

/// Marks what a later record took back, or put in force again.
fn strike(moments: &mut [Moment], events: &[Event], request: RequestId) {
    for event in events {
        if let Event::Request(RequestEvent::Retracted {
            request: of,
            of: seq,
            back,
        }) = event
        {
            let said = |m: &&mut Moment| {
                let words = matches!(m.kind, MomentKind::Note(_) | MomentKind::Call(..));
                words && m.seq == *seq && m.of.unwrap_or(request) == *of
            };
            moments
                .iter_mut()
                .filter(said)
                .for_each(|m| m.retracted = *back);
        }
    }
}

fn assemble(
    state: &State,
    request: &Request,
    me: PersonId,
    now: Millis,
    moments: Vec<Moment>,
    body: &str,
) -> Detail {
    let contact = state.contact(request.contact);
    let organisation = state.organisation(request.organisation);
    let line = |text: Option<&str>| text.map(|t| clean_line(t).into_owned()).unwrap_or_default();
    let name = |id: &PersonId| line(state.person(*id).map(|p| &*p.name));
    let mut others: Vec<RequestId> = state
        .requests_of(request.organisation)
        .filter(|o| *o != request.id)
        .filter(|o| {
            // What providers write has no client in common.
            let other = state.request(*o);
            !request.is_from_provider()
                || other.is_some_and(|o| state.is_same_contact(o.contact, request.contact))
        })
        .collect();
    let count = others.len();
    others.reverse();
    others.truncate(5);
    Detail {
        row: RequestRow::of(request, state, me, now),
        seq: state.seq(),
        contact: [
            line(contact.map(|c| &*c.name)),
            line(contact.map(|c| &*c.email)),
            line(contact.map(|c| &*c.phone)),
        ],
        country: organisation.and_then(|o| o.profile.country),
        segment: line(organisation.map(|o| &*o.profile.segment)),
        reason: group::propose(state, request),
        route: proposed(state, request, body),
        language: request.language,
        source: request.source,
        wish: request.wish.as_deref().map(clean_wish).unwrap_or_default(),
        deadline: request.deadline,
        attempts: request.attempts,
        copies: request.copies,
        watchers: request.watchers.iter().map(name).collect(),
        related: request.related,
        others: (others, count),
        suggested_subject: clean_line(&lint::suggested_subject(
            organisation.map_or("", |o| &o.profile.name),
            &request.subject,
            state.lexicon(),
        ))
        .into_owned(),
        pieces: pieces(body, state.lexicon())
            .iter()
            .map(|piece| Piece {
                about: clean_line(&piece.about).into_owned(),
                body: clean_text(&piece.body).into_owned(),
            })
            .collect(),
        moments,
        earlier: 0,
        later: 0,
        back: 0,
    }
}

fn proposed(state: &State, request: &Request, body: &str) -> Proposed {
    let Some(kind) = request.kind else {
        return Proposed::default();
    };
    let route = state.routing().route(kind, state);
    let name = |id: PersonId| state.person(id).map(|p| clean_line(&p.name).into_owned());
    let words = state
        .keywords()
        .recognise(&request.subject, body)
        .filter(|r| r.kind == kind);
    let done = request.assignee.is_some()
        && request.assignee == route.to
        && route
            .copy
            .iter()
            .all(|person| request.watchers.contains(person));
    Proposed {
        kind: state
            .routing()
            .row(kind)
            .map(|row| clean_line(&row.key).into_owned()),
        words: words
            .map(|r| clean_line(&r.words).into_owned())
            .unwrap_or_default(),
        to: route.to.and_then(name),
        copy: route.copy.into_iter().filter_map(name).collect(),
        done,
    }
}
