//! One line of a case's timeline (REQ-10): what happened, when, and who did it. The history of an
//! exchange (PPL-6) is the same list, told to a command line.

mod request;

use std::collections::BTreeSet;

pub(super) use request::clean_wish;
pub(in crate::desk) use request::of_request;
use request::{named, sender};

use super::beside::name_at;
use crate::desk::areas::Shown;
use crate::domain::deed::{Anchor, Deed};
use crate::domain::event::{Event, handed_on};
use crate::domain::eyes::Eyes;
use crate::domain::meta::Meta;
use crate::domain::money::Money;
use crate::domain::request::Source;
use crate::domain::request::change::Change;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::{Millis, PersonId, RequestId, Seq, State};

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The house itself.
    House,
    /// A person, by name, and on whose behalf (PPL-3).
    Person(String, Option<String>),
    /// Somebody outside: the sender of a mail.
    Outside(String),
}

/// A text on the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// What was written.
    pub own: String,
    /// What was quoted from earlier messages.
    pub quoted: String,
    /// The names and sizes of the files that came with it.
    pub files: Vec<(String, u64)>,
    /// Meetings proposed in it.
    pub meetings: Vec<String>,
    /// Sent by a machine.
    pub automatic: bool,
    /// More than is shown here.
    pub cut: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MomentKind {
    /// A message or a row came in.
    Came {
        /// How.
        source: Source,
        /// Its subject.
        subject: String,
        /// Its sender's address.
        from: String,
        /// Its text.
        body: Body,
    },
    /// A note.
    Note(String),
    /// A call.
    Call(Outcome, String),
    /// A field changed.
    Change(Change),
    /// A request became part of another, or came out again: this one, or one of its parts.
    Merged {
        /// Which one.
        from: RequestId,
        /// Of which.
        into: RequestId,
        /// Whether it became a part.
        joined: bool,
    },
    /// Another request was split off.
    SplitOff(RequestId, String),
    /// Something that followed from the request (REQ-10): a quotation, an opportunity, a proposal, a
    /// mission.
    Beside(Beside),
}

/// Something that followed from a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The quotation or the opportunity: where the line jumps to.
    pub of: Anchor,
    /// What it was.
    pub deed: Deed,
    /// Whom it is about: a proposer, somebody of the team.
    pub who: String,
    /// For whom somebody of the house spoke (PPL-3), or nothing.
    pub word_of: String,
    /// How the client said so to who speaks for her.
    pub said: String,
    /// An amount, if one is told.
    pub amount: Option<Money>,
    /// What was written: a reason, a description, a report.
    pub words: String,
}

impl Beside {
    /// Returns a line that says no more than what happened to what.
    pub(super) fn of(of: Anchor, deed: Deed) -> Beside {
        Beside {
            of,
            deed,
            who: String::new(),
            word_of: String::new(),
            said: String::new(),
            amount: None,
            words: String::new(),
        }
    }
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Millis,
    /// The record.
    pub seq: Seq,
    /// Who.
    pub who: Told,
    /// What.
    pub kind: MomentKind,
    /// It was taken back since.
    pub retracted: bool,
    /// The person whom a change names, as they were called then.
    pub named: Option<String>,
    /// It came about by an undo (`true`) or a redo of something earlier.
    pub turned: Option<bool>,
    /// The request it happened to, when it is not the one that is shown.
    pub of: Option<RequestId>,
}

/// What a timeline tells of.
pub(in crate::desk) struct Case {
    /// The request itself.
    pub id: RequestId,
    /// The requests that went into it, those that went into them included.
    pub parts: BTreeSet<RequestId>,
    /// The requests it was split from: their first message is told too.
    pub origins: Vec<RequestId>,
}

impl Case {
    fn holds(&self, id: RequestId) -> bool {
        id == self.id || self.parts.contains(&id) || self.origins.contains(&id)
    }
}

/// The moments of one record that belong to the case, as they were then, for whoever may know of what they tell
/// of: a quotation, a proposal (PPL-2).
pub(super) fn of_record(
    eyes: &Eyes<'_>,
    meta: &Meta,
    events: &[Event],
    case: &Case,
) -> Vec<Moment> {
    let request = case.id;
    let state = eyes.state;
    let who = told(state, meta);
    let turned = crate::desk::summary::turned(events);
    let mut moments: Vec<Moment> = Vec::new();
    for event in events {
        if !concerns(event, case) {
            continue;
        }
        let kind = handed_on!(event, event => event.moment(eyes, meta.seq, case),
            Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => None);
        let Some(kind) = kind else {
            continue;
        };
        let who = match &kind {
            MomentKind::Came {
                source: Source::Mail | Source::Csv | Source::Json,
                from,
                ..
            } => Told::Outside(sender(event).unwrap_or_else(|| from.clone())),
            _ => who.clone(),
        };
        let of = event.requests()[0].filter(|id| *id != request);
        let named = match event {
            Event::Request(RequestEvent::Changed { change, .. }) => {
                named(change).map(|id| name_at(state, id, meta.seq))
            }
            _ => None,
        };
        moments.push(Moment {
            named,
            at: meta.at,
            seq: meta.seq,
            who,
            kind,
            retracted: false,
            turned,
            of,
        });
    }
    told_by_submission(&mut moments);
    moments
}

/// A proposal that is submitted in the record that wrote it is told once, with its price.
fn told_by_submission(moments: &mut Vec<Moment>) {
    let beside = |m: &Moment| match &m.kind {
        MomentKind::Beside(beside) => Some((beside.deed, beside.amount)),
        _ => None,
    };
    let submitted = moments
        .iter()
        .any(|m| beside(m).is_some_and(|(deed, _)| deed == Deed::Submitted));
    if !submitted {
        return;
    }
    let price = moments
        .iter()
        .find_map(|m| beside(m).filter(|(deed, _)| *deed == Deed::Offered));
    for moment in moments.iter_mut() {
        if let MomentKind::Beside(beside) = &mut moment.kind
            && beside.deed == Deed::Submitted
        {
            beside.amount = price.and_then(|(_, amount)| amount);
        }
    }
    moments.retain(|m| beside(m).is_none_or(|(deed, _)| deed != Deed::Offered));
}

/// Whether an event is about the request, about one that is part of it now, or the arrival of one
/// it was split from.
fn concerns(event: &Event, case: &Case) -> bool {
    let origin = matches!(event, Event::Request(RequestEvent::Received { received }) if case.origins.contains(&received.id));
    let mut about = event.requests().into_iter().flatten();
    origin || about.any(|id| id == case.id || case.parts.contains(&id))
}

fn told(state: &State, meta: &Meta) -> Told {
    let name = |id: PersonId| name_at(state, id, meta.seq);
    match meta.actor {
        None => Told::House,
        Some(actor) => Told::Person(name(actor), meta.on_behalf.map(name)),
    }
}
