//! A request as it is when it has just come in, and how a further message changes it. Applied, never
//! refused.

use smallvec::SmallVec;

use super::change::Change;
use super::figures::Milestones;
use super::step::Step;
use super::turn::{Counted, Delay, Settings, Turn, counted};
use super::{Asked, By, Incoming, Owes, Request, RequestStage, Status, Wish};
use crate::domain::Millis;
use crate::domain::ids::Seq;
use crate::domain::meta::Meta;
use crate::domain::request::event::Received;

/// Puts a record on the trail, once.
pub(in crate::domain) fn leave_trail(request: &mut Request, seq: Seq) {
    let seq = u32::try_from(seq).unwrap_or(u32::MAX);
    if request.trail.last() != Some(&seq) {
        request.trail.push(seq);
    }
}

/// A request as it is when it has just come in.
pub(in crate::domain) fn new_request(meta: &Meta, received: &Received) -> Request {
    let Received { message, .. } = received;
    let Asked {
        wish,
        tags,
        assignee,
        ..
    } = &message.asked;
    let mut tags = tags.clone();
    tags.sort();
    tags.dedup();
    let mut request = Request {
        id: received.id,
        organisation: received.organisation,
        contact: received.contact,
        subject: message.subject.clone(),
        language: received.language,
        kind: received.kind,
        source: message.source,
        received_at: message.came_at(meta.at),
        touched_at: meta.at,
        wish: (*wish != Wish::default()).then(|| Box::new(wish.clone())),
        deadline: received.deadline,
        stage: RequestStage::New,
        group: None,
        status: Status::Open,
        turn: received.turn,
        turn_at: message.came_at(meta.at),
        superseded: None,
        moved_in: 0,
        step: Step {
            by: By::Nobody,
            since: meta.at,
            due: None,
            of: None,
        },
        deal: None,
        milestones: Milestones::default(),
        assignee: *assignee,
        claimed_at: meta.at,
        assigned_in: 0,
        watchers: Box::default(),
        tags: tags.into(),
        findings: received.findings,
        copies: few(message.cc.len()),
        attachments: few(message.attachments.len()),
        attempts: 0,
        related: received.related,
        messages: [message.key].into(),
        trail: SmallVec::new(),
        revision: 1,
        counted: None,
    };
    request.step = Step::own(&request);
    leave_trail(&mut request, meta.seq);
    request
}

/// A further message of a request.
pub(in crate::domain) fn join(request: &mut Request, message: &Incoming) {
    request.messages.push(message.key);
    request.attachments = request
        .attachments
        .saturating_add(few(message.attachments.len()));
}

/// What is the same for all events of a record.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Within {
    /// The record.
    pub seq: Seq,
    /// When it happened: a mail that was taken in late brings its time with it.
    pub at: Millis,
    /// Whether a mail came in.
    pub mailed: bool,
    /// Whether somebody phoned and nobody answered.
    pub missed: bool,
    /// Whether the turn of a request passed.
    pub turned: bool,
}

/// A turn that was due as the settings had it by then passes on as that.
fn counted_on(request: &mut Request, from: Turn) {
    if request.turn != from && request.owed() == from {
        if request.follows() {
            request.superseded = Some(from);
        }
        request.turn = from;
    }
}

/// Makes a change of a field. Earlier programs let a mail put off what was owed: it is not, whatever the
/// record says.
pub(in crate::domain) fn change(request: &mut Request, change: &Change, within: Within) {
    if let Change::Turn { from, .. } = change {
        counted_on(request, *from);
    }
    let before = request.turn;
    let follows = request.follows();
    change.apply(request);
    if let Change::Assignee { .. } = change {
        request.assigned_in = u32::try_from(within.seq).unwrap_or(u32::MAX);
    }
    if let Change::Turn { .. } = change {
        if within.mailed && !follows {
            request.turn = before.asked_again(request.turn);
        }
        if follows || before.owes != request.turn.owes {
            request.turn_at = within.at;
        }
        if u32::try_from(within.seq) == Ok(request.moved_in) {
            request.superseded = Some(request.turn);
        } else if before == request.turn && request.moved_in > 0 {
            // The same, said anew: it follows nothing any more; taken back, it does again.
            request.superseded = (!follows).then_some(before);
        } else if within.mailed && request.follows() {
            // Asked anew, and due when the first mail was.
            request.superseded = None;
        }
    }
}

/// Takes note of what the turn of a request is counted from, now that it passed; `before` is what the one before was.
pub(in crate::domain) fn count(
    by: Settings<'_>,
    request: &mut Request,
    before: Option<Counted>,
    within: Within,
) {
    let delays: &[Delay] = match request.turn.owes {
        Owes::House if within.missed => &[Delay::Retry, Delay::Answer],
        Owes::House => &[Delay::Answer, Delay::Retry],
        Owes::Client => &[Delay::Client],
        Owes::Nobody => &[],
    };
    request.counted = counted(by, request, before, (within.at, delays));
}

/// Takes note of another deadline: what was due by the one before, and stays so, is due as somebody stated.
pub(in crate::domain) fn count_deadline(by: Settings<'_>, request: &mut Request, within: Within) {
    let same = request.recounted(by.house) == request.counted;
    if !same && !within.turned && !by.changing {
        request.counted = None;
    }
}

/// A quotation, a posting or a mission of the request moved: the next step follows it from here. What the client
/// asked and nobody answered is not settled by what others than us (`ours` false) do there.
pub(in crate::domain) fn follow(request: &mut Request, seq: Seq, ours: bool) {
    let asked = !request.follows() && request.turn.owes == Owes::House;
    request.moved_in = u32::try_from(seq).unwrap_or(u32::MAX);
    if ours || !asked {
        request.superseded = Some(request.turn);
    }
}

fn few(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}
