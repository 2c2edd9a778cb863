//! How events are kept: the format on disk of every record there is.
//!
//! The order and the fields of every variant are that format: never change one, add one behind the last (golden files
//! hold this). The rules know [`super::event::Event`] and nothing of this; a record of any version becomes one of today here.

pub mod past;
mod turned;

use serde::{Deserialize, Serialize};

use super::Millis;
use super::access::{CodeDigest, Fingerprint, NewKey};
use super::facilitator;
use super::house::House;
use super::ids::{
    ContactId, InvitationId, OpportunityId, OrganisationId, PersonId, QuotationId, RequestId, Seq,
};
use super::lists::{List, ListName};
use super::opportunity::{self, credit};
use super::organisation::{Contact, Organisation, OrganisationProfile};
use super::person::{Person, Preferences, Role};
use super::prices::PriceBook;
use super::quotation;
use super::request::Incoming;
use super::request::change::Change;
use super::request::event::{Outcome, Received};
use super::restated::Restated;
use super::routing::Routing;
use super::saved_view::SavedView;
use super::terms::Terms;
use crate::domain::organisation::contact::ContactEntry;

/// How many kinds of events there are.
#[cfg(test)]
pub(crate) const VARIANTS: usize = <Stored as strum::VariantNames>::VARIANTS.len();

/// An event as it is kept.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::VariantNames))]
pub(super) enum Stored {
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
        from: Box<OrganisationProfile>,
        to: Box<OrganisationProfile>,
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
        from: Box<facilitator::FacilitatorProfile>,
        to: Box<facilitator::FacilitatorProfile>,
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
        entry: Box<credit::CreditEntry>,
    },
    /// Something happened to an opportunity, its proposals or its mission.
    Opportunity {
        request: RequestId,
        opportunity: OpportunityId,
        event: Box<opportunity::BoardEvent>,
    },
    /// Something happened to a quotation.
    Quotation {
        request: RequestId,
        quotation: QuotationId,
        event: Box<quotation::QuotationEvent>,
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
    /// A list of the house's own was changed (WKS-8).
    ListChanged {
        list: ListName,
        from: Box<List>,
        to: Box<List>,
    },
}
