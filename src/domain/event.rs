//! What happened: the events of a record, as the journal keeps them.
//!
//! The order and the fields of every variant are the format on disk: never change one, add one behind
//! the last (golden files hold this).

use serde::{Deserialize, Serialize};

use super::Millis;
use super::access::{CodeDigest, Fingerprint, NewKey};
use super::contact::ContactEntry;
use super::facilitator;
use super::house::{House, Language};
use super::ids::{
    ContactId, InvitationId, OpportunityId, OrganisationId, PersonId, QuotationId, RequestId, Seq,
};
use super::opportunity::{self, credit};
use super::organisation::{Contact, Organisation, Profile};
use super::person::{Person, Preferences, Role};
use super::prices::PriceBook;
use super::quotation;
use super::request::change::Change;
use super::request::{Findings, Incoming, Source, Turn};
use super::restated::Restated;
use super::routing::{KindId, Routing};
use super::saved_view::SavedView;
use super::terms::Terms;

/// One thing that happened.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The house was set up, or its settings changed.
    HouseChanged { to: Box<House> },
    /// The routing matrix was changed (REQ-4).
    RoutingChanged { to: Box<Routing> },
    /// Somebody was added.
    PersonAdded { person: Box<Person> },
    /// Somebody's roles changed.
    RolesChanged {
        person: PersonId,
        from: Vec<Role>,
        to: Vec<Role>,
    },
    /// Somebody may enter again, or no longer.
    ActiveChanged { person: PersonId, to: bool },
    /// Somebody likes the workstation otherwise.
    PreferencesChanged { person: PersonId, to: Preferences },
    /// An organisation was heard of for the first time.
    OrganisationAdded { organisation: Box<Organisation> },
    /// What is known of an organisation changed.
    ProfileChanged {
        organisation: OrganisationId,
        from: Box<Profile>,
        to: Box<Profile>,
    },
    /// The relation clock was set (REQ-7).
    RelationSet {
        organisation: OrganisationId,
        from: Option<Millis>,
        to: Option<Millis>,
    },
    /// Somebody at an organisation was heard of for the first time.
    ContactAdded { contact: Box<Contact> },
    /// A request came in.
    Received { received: Box<Received> },
    /// A further message of a request came in.
    Joined {
        request: RequestId,
        message: Box<Incoming>,
    },
    /// A field of a request changed.
    Changed { request: RequestId, change: Change },
    /// Somebody wrote a note.
    Noted { request: RequestId, text: Box<str> },
    /// Somebody phoned (REQ-5).
    Attempted {
        request: RequestId,
        outcome: Outcome,
        text: Box<str>,
    },
    /// What the record `of` said of this request was taken back, or (`back` false) stands again.
    Retracted {
        request: RequestId,
        of: Seq,
        back: bool,
    },
    /// `request` became part of `into`; its status says so too. `joined` false: it came out again.
    Merged {
        request: RequestId,
        into: RequestId,
        joined: bool,
    },
    /// A view was saved; it replaces the one with its id.
    ViewSaved { view: Box<SavedView> },
    /// A view was removed.
    ViewRemoved { view: Box<SavedView> },
    /// The record `of` was undone by this one.
    Undone { of: Seq },
    /// The undoing record `of` was undone in turn: what it undid stands again.
    Redone { of: Seq },
    /// A key was bound to somebody (PPL-5): by the record's actor, or by an invitation.
    KeyAdded { person: PersonId, key: Box<NewKey> },
    /// A key was named.
    KeyNamed {
        fingerprint: Fingerprint,
        from: Box<str>,
        to: Box<str>,
    },
    /// A key was revoked: it opens nothing any more, and is bound to nobody again.
    KeyRevoked { fingerprint: Fingerprint },
    /// Somebody was invited to bind a key of theirs.
    Invited {
        invitation: InvitationId,
        person: PersonId,
        digest: CodeDigest,
        until: Millis,
    },
    /// An invitation was taken back.
    InvitationWithdrawn { invitation: InvitationId },
    /// An invitation bound a key.
    InvitationUsed {
        invitation: InvitationId,
        fingerprint: Fingerprint,
    },
    /// Somebody's name and mail address were put right; each pair is in that order.
    PersonRenamed {
        person: PersonId,
        from: (Box<str>, Box<str>),
        to: (Box<str>, Box<str>),
    },
    /// The house's terms for its board were changed.
    TermsChanged { to: Box<Terms> },
    /// A facilitator's profile was kept (PPL-4).
    ProfileKept {
        person: PersonId,
        from: Box<facilitator::Profile>,
        to: Box<facilitator::Profile>,
    },
    /// Somebody who can log in is this client's contact from now on.
    ContactLinked {
        person: PersonId,
        from: Option<ContactId>,
        to: Option<ContactId>,
    },
    /// An opportunity was put among somebody's favourites, or out of them.
    Favoured {
        person: PersonId,
        opportunity: OpportunityId,
        there: bool,
    },
    /// Credits were granted, used or given back (BRD-4).
    Credit {
        person: PersonId,
        entry: Box<credit::Entry>,
    },
    /// Something happened to an opportunity, its proposals or its mission.
    Opportunity {
        request: RequestId,
        opportunity: OpportunityId,
        event: Box<opportunity::Event>,
    },
    /// Something happened to a quotation.
    Quotation {
        request: RequestId,
        quotation: QuotationId,
        event: Box<quotation::Event>,
    },
    /// The price lists were changed (QUO-3).
    PricesChanged { to: Box<PriceBook> },
    /// What is known of a contact was put right (PPL-9).
    ContactChanged {
        contact: ContactId,
        from: Box<ContactEntry>,
        to: Box<ContactEntry>,
    },
    /// What was known of the house was written down once more, behind records that are lost.
    Restated { piece: Box<Restated> },
}

/// What a phone call came to (REQ-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// A message was left, or they call back.
    Called,
    /// Nobody answered.
    NoAnswer,
    /// They spoke.
    Spoke,
}

impl Outcome {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Called => "called",
            Outcome::NoAnswer => "no_answer",
            Outcome::Spoke => "spoke",
        }
    }
}

/// A request that came in, with what was recognised in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Its id.
    pub id: RequestId,
    /// Who asks.
    pub organisation: OrganisationId,
    /// Who wrote.
    pub contact: ContactId,
    /// What came in.
    pub message: Incoming,
    /// The language it is written in.
    pub language: Language,
    /// What is asked, recognised by the routing matrix (REQ-4).
    pub kind: Option<KindId>,
    /// A stated deadline.
    pub deadline: Option<Millis>,
    /// What the linter found (REQ-3).
    pub findings: Findings,
    /// Whose turn it is.
    pub turn: Turn,
    /// The request it was split from, or that its mail refers to without belonging to it.
    pub related: Option<RequestId>,
}

impl Event {
    /// The event that takes this one back, for an event of record `seq`; `None` for what cannot be
    /// taken back (money, what was sent, people, keys, settings, mail that came in).
    pub fn inverse(&self, seq: Seq) -> Option<Event> {
        match self {
            Event::Changed { request, change } => Some(Event::Changed {
                request: *request,
                change: change.inverse(),
            }),
            Event::Noted { request, .. } | Event::Attempted { request, .. } => {
                Some(Event::Retracted {
                    request: *request,
                    of: seq,
                    back: true,
                })
            }
            Event::Retracted { request, of, back } => Some(Event::Retracted {
                request: *request,
                of: *of,
                back: !back,
            }),
            Event::Merged {
                request,
                into,
                joined,
            } => Some(Event::Merged {
                request: *request,
                into: *into,
                joined: !joined,
            }),
            Event::ProfileChanged {
                organisation,
                from,
                to,
            } => Some(Event::ProfileChanged {
                organisation: *organisation,
                from: to.clone(),
                to: from.clone(),
            }),
            Event::RelationSet {
                organisation,
                from,
                to,
            } => Some(Event::RelationSet {
                organisation: *organisation,
                from: *to,
                to: *from,
            }),
            Event::PersonRenamed { person, from, to } => Some(Event::PersonRenamed {
                person: *person,
                from: to.clone(),
                to: from.clone(),
            }),
            Event::ContactChanged { contact, from, to } => Some(Event::ContactChanged {
                contact: *contact,
                from: to.clone(),
                to: from.clone(),
            }),
            Event::ProfileKept { person, from, to } => Some(Event::ProfileKept {
                person: *person,
                from: to.clone(),
                to: from.clone(),
            }),
            Event::Favoured {
                person,
                opportunity,
                there,
            } => Some(Event::Favoured {
                person: *person,
                opportunity: *opportunity,
                there: !there,
            }),
            Event::Opportunity {
                request,
                opportunity,
                event,
            } => event.inverse().map(|event| Event::Opportunity {
                request: *request,
                opportunity: *opportunity,
                event: Box::new(event),
            }),
            Event::Quotation {
                request,
                quotation,
                event,
            } => event.inverse(seq).map(|event| Event::Quotation {
                request: *request,
                quotation: *quotation,
                event: Box::new(event),
            }),
            Event::Received { received } if is_made_here(received) => Some(voided(received.id)),
            Event::ViewSaved { view } => Some(Event::ViewRemoved { view: view.clone() }),
            Event::ViewRemoved { view } => Some(Event::ViewSaved { view: view.clone() }),
            Event::Received { .. }
            | Event::Joined { .. }
            | Event::HouseChanged { .. }
            | Event::RoutingChanged { .. }
            | Event::PersonAdded { .. }
            | Event::RolesChanged { .. }
            | Event::ActiveChanged { .. }
            | Event::PreferencesChanged { .. }
            | Event::OrganisationAdded { .. }
            | Event::ContactAdded { .. }
            | Event::KeyAdded { .. }
            | Event::KeyNamed { .. }
            | Event::KeyRevoked { .. }
            | Event::Invited { .. }
            | Event::InvitationWithdrawn { .. }
            | Event::InvitationUsed { .. }
            | Event::TermsChanged { .. }
            | Event::PricesChanged { .. }
            | Event::ContactLinked { .. }
            | Event::Credit { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Restated { .. } => None,
        }
    }

    /// Whether this event may stand when the rest of its record is taken back: it only names somebody
    /// new, or marks what is undone.
    pub fn is_neutral(&self) -> bool {
        matches!(
            self,
            Event::OrganisationAdded { .. }
                | Event::ContactAdded { .. }
                | Event::Undone { .. }
                | Event::Redone { .. }
        )
    }

    /// The requests that this event touches: it belongs to their trail.
    pub fn requests(&self) -> [Option<RequestId>; 2] {
        match self {
            Event::Received { received } if received.message.source == Source::Split => {
                [Some(received.id), received.related]
            }
            Event::Received { received } => [Some(received.id), None],
            Event::Joined { request, .. }
            | Event::Changed { request, .. }
            | Event::Noted { request, .. }
            | Event::Attempted { request, .. }
            | Event::Retracted { request, .. }
            | Event::Quotation { request, .. } => [Some(*request), None],
            Event::Opportunity { request, event, .. } if !event.is_private() => {
                [Some(*request), None]
            }
            Event::Merged { request, into, .. } => [Some(*request), Some(*into)],
            Event::HouseChanged { .. }
            | Event::RoutingChanged { .. }
            | Event::PersonAdded { .. }
            | Event::RolesChanged { .. }
            | Event::ActiveChanged { .. }
            | Event::PreferencesChanged { .. }
            | Event::OrganisationAdded { .. }
            | Event::ProfileChanged { .. }
            | Event::RelationSet { .. }
            | Event::ContactAdded { .. }
            | Event::ContactChanged { .. }
            | Event::ViewSaved { .. }
            | Event::ViewRemoved { .. }
            | Event::KeyAdded { .. }
            | Event::KeyNamed { .. }
            | Event::KeyRevoked { .. }
            | Event::Invited { .. }
            | Event::InvitationWithdrawn { .. }
            | Event::InvitationUsed { .. }
            | Event::PersonRenamed { .. }
            | Event::TermsChanged { .. }
            | Event::PricesChanged { .. }
            | Event::ProfileKept { .. }
            | Event::ContactLinked { .. }
            | Event::Favoured { .. }
            | Event::Credit { .. }
            | Event::Opportunity { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Restated { .. } => [None, None],
        }
    }
}

fn is_made_here(received: &Received) -> bool {
    matches!(received.message.source, Source::Form | Source::Split)
}

/// A request made by hand or by a split is taken back. The request keeps its id and its trail.
fn voided(request: RequestId) -> Event {
    use super::request::Status;
    Event::Changed {
        request,
        change: Change::Status {
            from: Status::Open,
            to: Status::Void,
        },
    }
}
