//! What a timeline tells of a request itself: messages, notes, calls, changes. Its texts have passed the sanitiser.

use super::{Body, Case, MomentKind};
use crate::domain::PersonId;
use crate::domain::event::Event;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{Incoming, Wish};
use crate::text::quote::{ReplyParts, reply_parts};
use crate::text::reading::Lexicon;
use crate::text::sanitise::{clean_line, clean_text};

/// The longest text a timeline shows, in characters; `entremise show` has the whole.
const LONGEST: usize = 20_000;

/// Returns what is told of something that happened to a request.
pub(in crate::desk) fn of_request(
    event: &RequestEvent,
    case: &Case,
    lexicon: &Lexicon,
) -> Option<MomentKind> {
    match event {
        RequestEvent::Received { received } if !case.holds(received.id) => {
            let subject = clean_line(&received.message.subject).into_owned();
            Some(MomentKind::SplitOff(received.id, subject))
        }
        RequestEvent::Received { received } => Some(came(&received.message, lexicon)),
        RequestEvent::Joined { message, .. } => Some(came(message, lexicon)),
        RequestEvent::Noted { text, .. } => Some(MomentKind::Note(clean_text(text).into_owned())),
        RequestEvent::Attempted { outcome, text, .. } => {
            Some(MomentKind::Call(*outcome, clean_text(text).into_owned()))
        }
        RequestEvent::Changed { change, .. } => Some(MomentKind::Change(clean(change))),
        RequestEvent::Merged {
            request: from,
            into,
            joined,
        } => Some(MomentKind::Merged {
            from: *from,
            into: *into,
            joined: *joined,
        }),
        RequestEvent::Retracted { .. } => None,
    }
}

/// A change whose texts have passed the sanitiser.
fn clean(change: &Change) -> Change {
    let line = |text: &str| -> Box<str> { clean_line(text).into_owned().into() };
    let wish = |wish: &Option<Box<Wish>>| wish.as_deref().map(|wish| Box::new(clean_wish(wish)));
    match change {
        Change::Subject { from, to } => Change::Subject {
            from: line(from),
            to: line(to),
        },
        Change::Tag { tag, there } => Change::Tag {
            tag: line(tag),
            there: *there,
        },
        Change::Wish { from, to } => Change::Wish {
            from: wish(from),
            to: wish(to),
        },
        Change::Assignee { .. }
        | Change::Turn { .. }
        | Change::Stage { .. }
        | Change::Group { .. }
        | Change::Status { .. }
        | Change::Deadline { .. }
        | Change::Kind { .. }
        | Change::Organisation { .. }
        | Change::Watch { .. }
        | Change::Finding { .. }
        | Change::Attempts { .. }
        | Change::Related { .. }
        | Change::Language { .. } => change.clone(),
    }
}

/// A wish whose texts have passed the sanitiser.
pub(in crate::desk::views) fn clean_wish(wish: &Wish) -> Wish {
    Wish {
        dates: clean_line(&wish.dates).into_owned().into(),
        place: clean_line(&wish.place).into_owned().into(),
        ..wish.clone()
    }
}

fn came(message: &Incoming, lexicon: &Lexicon) -> MomentKind {
    let (text, cut) = shortened(&message.body);
    let ReplyParts { own, quoted } = reply_parts(text, lexicon);
    let meeting = |m: &crate::domain::request::incoming::Meeting| {
        let parts = [&*m.summary, &*m.starts, &*m.place];
        let said: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        clean_line(&said.join(" · ")).into_owned()
    };
    MomentKind::Came {
        source: message.source,
        subject: clean_line(&message.subject).into_owned(),
        from: clean_line(&message.from.email).into_owned(),
        body: Body {
            own: clean_text(own).into_owned(),
            quoted: clean_text(quoted).into_owned(),
            files: message
                .attachments
                .iter()
                .map(|file| (clean_line(&file.name).into_owned(), file.size))
                .collect(),
            meetings: message.meetings.iter().map(meeting).collect(),
            automatic: message.automatic,
            cut: cut || message.whole.is_some(),
        },
    }
}

fn shortened(text: &str) -> (&str, bool) {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => (&text[..at], true),
        None => (text, false),
    }
}

/// Returns who sent the message that came in, as it says.
pub(super) fn sender(event: &Event) -> Option<String> {
    let message = match event {
        Event::Request(RequestEvent::Received { received }) => &received.message,
        Event::Request(RequestEvent::Joined { message, .. }) => message,
        _ => return None,
    };
    let name = message.from.name.trim();
    let shown = if name.is_empty() {
        &message.from.email
    } else {
        name
    };
    (!shown.is_empty()).then(|| clean_line(shown).into_owned())
}

/// The person whom a change names.
pub(super) fn named(change: &Change) -> Option<PersonId> {
    match change {
        Change::Assignee { to, .. } => *to,
        Change::Watch { person, .. } => Some(*person),
        Change::Turn { .. }
        | Change::Stage { .. }
        | Change::Group { .. }
        | Change::Status { .. }
        | Change::Subject { .. }
        | Change::Deadline { .. }
        | Change::Kind { .. }
        | Change::Organisation { .. }
        | Change::Wish { .. }
        | Change::Tag { .. }
        | Change::Finding { .. }
        | Change::Attempts { .. }
        | Change::Related { .. }
        | Change::Language { .. } => None,
    }
}
