//! Events as the rules know them, from and to how they are kept. Knows nothing of what they mean.

use super::Stored;
use crate::domain::access::event::AccessEvent;
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::lists::event::ListsEvent;
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::request::event::RequestEvent;

/// Turns events to how they are kept and back: a line an event, with the fields that both have.
macro_rules! turned {
    (
        $($area:ident($($of:ident)::+ { $($field:ident),+ }) = $kept:ident,)+
        ;
        $($whole:ident { $($part:ident),+ },)+
    ) => {
        impl From<Event> for Stored {
            fn from(event: Event) -> Stored {
                match event {
                    $(Event::$area($($of)::+ { $($field),+ }) => Stored::$kept { $($field),+ },)+
                    $(Event::$whole { $($part),+ } => Stored::$whole { $($part),+ },)+
                }
            }
        }

        impl From<Stored> for Event {
            fn from(stored: Stored) -> Event {
                match stored {
                    $(Stored::$kept { $($field),+ } => Event::$area($($of)::+ { $($field),+ }),)+
                    $(Stored::$whole { $($part),+ } => Event::$whole { $($part),+ },)+
                }
            }
        }
    };
}

turned! {
    House(HouseEvent::Changed { to }) = HouseChanged,
    House(HouseEvent::RoutingChanged { to }) = RoutingChanged,
    House(HouseEvent::TermsChanged { to }) = TermsChanged,
    House(HouseEvent::PricesChanged { to }) = PricesChanged,
    Lists(ListsEvent::Changed { list, from, to }) = ListChanged,
    People(PeopleEvent::Added { person }) = PersonAdded,
    People(PeopleEvent::RolesChanged { person, from, to }) = RolesChanged,
    People(PeopleEvent::ActiveChanged { person, to }) = ActiveChanged,
    People(PeopleEvent::PreferencesChanged { person, to }) = PreferencesChanged,
    People(PeopleEvent::ViewSaved { view }) = ViewSaved,
    People(PeopleEvent::ViewRemoved { view }) = ViewRemoved,
    People(PeopleEvent::Renamed { person, from, to }) = PersonRenamed,
    People(PeopleEvent::ProfileKept { person, from, to }) = ProfileKept,
    People(PeopleEvent::ContactLinked { person, from, to }) = ContactLinked,
    People(PeopleEvent::Favoured { person, opportunity, there }) = Favoured,
    Access(AccessEvent::KeyAdded { person, key }) = KeyAdded,
    Access(AccessEvent::KeyNamed { fingerprint, from, to }) = KeyNamed,
    Access(AccessEvent::KeyRevoked { fingerprint }) = KeyRevoked,
    Access(AccessEvent::Invited { invitation, person, digest, until }) = Invited,
    Access(AccessEvent::InvitationWithdrawn { invitation }) = InvitationWithdrawn,
    Access(AccessEvent::InvitationUsed { invitation, fingerprint }) = InvitationUsed,
    Directory(DirectoryEvent::OrganisationAdded { organisation }) = OrganisationAdded,
    Directory(DirectoryEvent::ProfileChanged { organisation, from, to }) = ProfileChanged,
    Directory(DirectoryEvent::RelationSet { organisation, from, to }) = RelationSet,
    Directory(DirectoryEvent::ContactAdded { contact }) = ContactAdded,
    Directory(DirectoryEvent::ContactChanged { contact, from, to }) = ContactChanged,
    Request(RequestEvent::Received { received }) = Received,
    Request(RequestEvent::Joined { request, message }) = Joined,
    Request(RequestEvent::Changed { request, change }) = Changed,
    Request(RequestEvent::Noted { request, text }) = Noted,
    Request(RequestEvent::Attempted { request, outcome, text }) = Attempted,
    Request(RequestEvent::Retracted { request, of, back }) = Retracted,
    Request(RequestEvent::Merged { request, into, joined }) = Merged,
    Credit(OfCredits { person, entry }) = Credit,
    Opportunity(OfBoard { request, opportunity, event }) = Opportunity,
    Quotation(OfQuotation { request, quotation, event }) = Quotation,
    ;
    Undone { of },
    Redone { of },
    Restated { piece },
}
