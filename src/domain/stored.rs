//! How events are kept: the format on disk of every record there is.
//!
//! The order and the fields of every variant are that format: never change one, add one behind the last (golden files
//! hold this). The rules know [`super::event::Event`] and nothing of this; a record of any version becomes one of today here.

pub mod past;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Millis;
use super::access::event::AccessEvent;
use super::access::{CodeDigest, Fingerprint, NewKey};
use super::escrow::EscrowEvent;
use super::escrow::event::OfEscrow;
use super::event::Event;
use super::facilitator;
use super::firm;
use super::firm::event::OfFirm;
use super::house::event::HouseEvent;
use super::house::{Country, House, Language, Logo};
use super::ids::{
    ContactId, FirmId, InvitationId, OpportunityId, OrganisationId, PersonId, QuotationId,
    RequestId, Seq,
};
use super::lists::event::ListsEvent;
use super::lists::{List, ListName};
use super::opportunity::credit::event::OfCredits;
use super::opportunity::event::OfBoard;
use super::opportunity::{self, credit};
use super::organisation::event::DirectoryEvent;
use super::organisation::further::Further;
use super::organisation::{Contact, Organisation, OrganisationProfile};
use super::person::event::PeopleEvent;
use super::person::{Person, Preferences, Role};
use super::prices::PriceBook;
use super::quotation;
use super::quotation::event::OfQuotation;
use super::request::Incoming;
use super::request::change::Change;
use super::request::event::RequestEvent;
use super::request::event::{Outcome, Received};
use super::restated::Restated;
use super::routing::Routing;
use super::saved_view::SavedView;
use super::terms::Terms;
use super::wording::Wording;
use crate::domain::organisation::contact::ContactEntry;
use crate::text::reading::Words;

/// How many kinds of events there are.
#[cfg(test)]
pub(crate) const VARIANTS: usize = <Stored as strum::VariantNames>::VARIANTS.len();

/// Makes [`Stored`], and turns events to it and back: a line a kind, with the fields that both have, and which event
/// it keeps.
macro_rules! stored {
    (@event ($area:ident: $($of:ident)::+) $fields:tt) => {
        Event::$area($($of)::+ $fields)
    };
    (@event ($of_none:ident) $fields:tt) => {
        Event::$of_none $fields
    };
    ($($(#[$doc:meta])+ $kept:ident { $($field:ident: $held:ty),+ $(,)? } = $event:tt,)+) => {
        /// An event as it is kept.
        #[derive(Clone, Serialize, Deserialize)]
        #[cfg_attr(test, derive(strum::VariantNames))]
        pub(super) enum Stored {
            $($(#[$doc])+ $kept { $($field: $held),+ },)+
        }

        impl From<Event> for Stored {
            fn from(event: Event) -> Stored {
                match event {
                    $(stored!(@event $event { $($field),+ }) => Stored::$kept { $($field),+ },)+
                }
            }
        }

        impl From<Stored> for Event {
            fn from(stored: Stored) -> Event {
                match stored {
                    $(Stored::$kept { $($field),+ } => stored!(@event $event { $($field),+ }),)+
                }
            }
        }
    };
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Stored::from(self.clone()).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Event, D::Error> {
        Stored::deserialize(from).map(Event::from)
    }
}

// A new kind is a line behind the last.
stored! {
    /// The house was set up, or its settings changed.
    HouseChanged { to: Box<House> } = (House: HouseEvent::Changed),
    /// The routing matrix was changed (REQ-4).
    RoutingChanged { to: Box<Routing> } = (House: HouseEvent::RoutingChanged),
    /// Somebody was added.
    PersonAdded { person: Box<Person> } = (People: PeopleEvent::Added),
    /// Somebody's roles changed.
    RolesChanged {
        person: PersonId,
        from: Vec<Role>,
        to: Vec<Role>,
    } = (People: PeopleEvent::RolesChanged),
    /// Somebody may enter again, or no longer.
    ActiveChanged { person: PersonId, to: bool } = (People: PeopleEvent::ActiveChanged),
    /// Somebody likes the workstation otherwise.
    PreferencesChanged { person: PersonId, to: Preferences } = (People: PeopleEvent::PreferencesChanged),
    /// An organisation was heard of for the first time.
    OrganisationAdded { organisation: Box<Organisation> } = (Directory: DirectoryEvent::OrganisationAdded),
    /// What is known of an organisation changed.
    ProfileChanged {
        organisation: OrganisationId,
        from: Box<OrganisationProfile>,
        to: Box<OrganisationProfile>,
    } = (Directory: DirectoryEvent::ProfileChanged),
    /// The relation clock was set (REQ-7).
    RelationSet {
        organisation: OrganisationId,
        from: Option<Millis>,
        to: Option<Millis>,
    } = (Directory: DirectoryEvent::RelationSet),
    /// Somebody at an organisation was heard of for the first time.
    ContactAdded { contact: Box<Contact> } = (Directory: DirectoryEvent::ContactAdded),
    /// A request came in.
    Received { received: Box<Received> } = (Request: RequestEvent::Received),
    /// A further message of a request came in.
    Joined {
        request: RequestId,
        message: Box<Incoming>,
    } = (Request: RequestEvent::Joined),
    /// A field of a request changed.
    Changed { request: RequestId, change: Change } = (Request: RequestEvent::Changed),
    /// Somebody wrote a note.
    Noted { request: RequestId, text: Box<str> } = (Request: RequestEvent::Noted),
    /// Somebody phoned (REQ-5).
    Attempted {
        request: RequestId,
        outcome: Outcome,
        text: Box<str>,
    } = (Request: RequestEvent::Attempted),
    /// What the record `of` said of this request was taken back, or (`back` false) stands again.
    Retracted {
        request: RequestId,
        of: Seq,
        back: bool,
    } = (Request: RequestEvent::Retracted),
    /// `request` became part of `into`; its status says so too. `joined` false: it came out again.
    Merged {
        request: RequestId,
        into: RequestId,
        joined: bool,
    } = (Request: RequestEvent::Merged),
    /// A view was saved; it replaces the one with its id.
    ViewSaved { view: Box<SavedView> } = (People: PeopleEvent::ViewSaved),
    /// A view was removed.
    ViewRemoved { view: Box<SavedView> } = (People: PeopleEvent::ViewRemoved),
    /// The record `of` was undone by this one.
    Undone { of: Seq } = (Undone),
    /// The undoing record `of` was undone in turn: what it undid stands again.
    Redone { of: Seq } = (Redone),
    /// A key was bound to somebody (PPL-5): by the record's actor, or by an invitation.
    KeyAdded { person: PersonId, key: Box<NewKey> } = (Access: AccessEvent::KeyAdded),
    /// A key was named.
    KeyNamed {
        fingerprint: Fingerprint,
        from: Box<str>,
        to: Box<str>,
    } = (Access: AccessEvent::KeyNamed),
    /// A key was revoked: it opens nothing any more, and is bound to nobody again.
    KeyRevoked { fingerprint: Fingerprint } = (Access: AccessEvent::KeyRevoked),
    /// Somebody was invited to bind a key of theirs.
    Invited {
        invitation: InvitationId,
        person: PersonId,
        digest: CodeDigest,
        until: Millis,
    } = (Access: AccessEvent::Invited),
    /// An invitation was taken back.
    InvitationWithdrawn { invitation: InvitationId } = (Access: AccessEvent::InvitationWithdrawn),
    /// An invitation bound a key.
    InvitationUsed {
        invitation: InvitationId,
        fingerprint: Fingerprint,
    } = (Access: AccessEvent::InvitationUsed),
    /// Somebody's name and mail address were put right; each pair is in that order.
    PersonRenamed {
        person: PersonId,
        from: (Box<str>, Box<str>),
        to: (Box<str>, Box<str>),
    } = (People: PeopleEvent::Renamed),
    /// The house's terms for its board were changed.
    TermsChanged { to: Box<Terms> } = (House: HouseEvent::TermsChanged),
    /// A facilitator's profile was kept (PPL-4).
    ProfileKept {
        person: PersonId,
        from: Box<facilitator::FacilitatorProfile>,
        to: Box<facilitator::FacilitatorProfile>,
    } = (People: PeopleEvent::ProfileKept),
    /// Somebody who can log in is this client's contact from now on.
    ContactLinked {
        person: PersonId,
        from: Option<ContactId>,
        to: Option<ContactId>,
    } = (People: PeopleEvent::ContactLinked),
    /// An opportunity was put among somebody's favourites, or out of them.
    Favoured {
        person: PersonId,
        opportunity: OpportunityId,
        there: bool,
    } = (People: PeopleEvent::Favoured),
    /// Credits were granted, used or given back (BRD-4).
    Credit {
        person: PersonId,
        entry: Box<credit::CreditEntry>,
    } = (Credit: OfCredits),
    /// Something happened to an opportunity, its proposals or its mission.
    Opportunity {
        request: RequestId,
        opportunity: OpportunityId,
        event: Box<opportunity::BoardEvent>,
    } = (Board: OfBoard),
    /// Something happened to a quotation.
    Quotation {
        request: RequestId,
        quotation: QuotationId,
        event: Box<quotation::QuotationEvent>,
    } = (Quotation: OfQuotation),
    /// The price lists were changed (QUO-3).
    PricesChanged { to: Box<PriceBook> } = (House: HouseEvent::PricesChanged),
    /// What is known of a contact was put right (PPL-9).
    ContactChanged {
        contact: ContactId,
        from: Box<ContactEntry>,
        to: Box<ContactEntry>,
    } = (Directory: DirectoryEvent::ContactChanged),
    /// What was known of the house was written down once more, behind records that are lost.
    Restated { piece: Box<Restated> } = (Restated),
    /// The settings of the house changed.
    HouseSettled { from: Box<House>, to: Box<House> } = (House: HouseEvent::Settled),
    /// The house's terms for its board were changed.
    TermsSettled { from: Box<Terms>, to: Box<Terms> } = (House: HouseEvent::TermsSettled),
    /// Due dates were counted anew, of the requests from the one to the other.
    Recounted { from: RequestId, upto: RequestId } = (House: HouseEvent::Recounted),
    /// How papers are written in a language was changed.
    WordingChanged {
        language: Language,
        from: Option<Box<Wording>>,
        to: Option<Box<Wording>>,
    } = (House: HouseEvent::WordingChanged),
    /// A list of the house's own was changed (WKS-8).
    ListChanged {
        list: ListName,
        from: Box<List>,
        to: Box<List>,
    } = (Lists: ListsEvent::Changed),
    /// The words by which mail in a language is read were changed.
    ReadingChanged {
        language: Language,
        from: Option<Box<Words>>,
        to: Option<Box<Words>>,
    } = (House: HouseEvent::ReadingChanged),
    /// Two organisations or contacts were merged or told apart, or a contact moved (PPL-9).
    DirectoryFurther { event: Box<Further> } = (Directory: DirectoryEvent::Further),
    /// The papers for a country have this logo from now on, or none (QUO-6).
    LogoSet {
        country: Country,
        from: Option<Box<Logo>>,
        to: Option<Box<Logo>>,
    } = (House: HouseEvent::LogoSet),
    /// Something happened to a firm (PPL-7).
    Firm {
        firm: FirmId,
        event: Box<firm::event::FirmEvent>,
    } = (Firm: OfFirm),
    /// Something happened to clients' money.
    Escrow {
        of: Option<(RequestId, OpportunityId)>,
        event: Box<EscrowEvent>,
    } = (Escrow: OfEscrow),
}
