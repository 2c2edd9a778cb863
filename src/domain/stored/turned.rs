//! Events as the rules know them, from and to how they are kept. Knows nothing of what they mean.

use super::Stored;
use crate::domain::access::event::AccessEvent;
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::event::RequestEvent;

impl From<Event> for Stored {
    fn from(event: Event) -> Stored {
        match event {
            Event::House(HouseEvent::Changed { to }) => Stored::HouseChanged { to },
            Event::House(HouseEvent::RoutingChanged { to }) => Stored::RoutingChanged { to },
            Event::People(PeopleEvent::Added { person }) => Stored::PersonAdded { person },
            Event::People(PeopleEvent::RolesChanged { person, from, to }) => {
                Stored::RolesChanged { person, from, to }
            }
            Event::People(PeopleEvent::ActiveChanged { person, to }) => {
                Stored::ActiveChanged { person, to }
            }
            Event::People(PeopleEvent::PreferencesChanged { person, to }) => {
                Stored::PreferencesChanged { person, to }
            }
            Event::Directory(DirectoryEvent::OrganisationAdded { organisation }) => {
                Stored::OrganisationAdded { organisation }
            }
            Event::Directory(DirectoryEvent::ProfileChanged {
                organisation,
                from,
                to,
            }) => Stored::ProfileChanged {
                organisation,
                from,
                to,
            },
            Event::Directory(DirectoryEvent::RelationSet {
                organisation,
                from,
                to,
            }) => Stored::RelationSet {
                organisation,
                from,
                to,
            },
            Event::Directory(DirectoryEvent::ContactAdded { contact }) => {
                Stored::ContactAdded { contact }
            }
            Event::Request(RequestEvent::Received { received }) => Stored::Received { received },
            Event::Request(RequestEvent::Joined { request, message }) => {
                Stored::Joined { request, message }
            }
            Event::Request(RequestEvent::Changed { request, change }) => {
                Stored::Changed { request, change }
            }
            Event::Request(RequestEvent::Noted { request, text }) => {
                Stored::Noted { request, text }
            }
            Event::Request(RequestEvent::Attempted {
                request,
                outcome,
                text,
            }) => Stored::Attempted {
                request,
                outcome,
                text,
            },
            Event::Request(RequestEvent::Retracted { request, of, back }) => {
                Stored::Retracted { request, of, back }
            }
            Event::Request(RequestEvent::Merged {
                request,
                into,
                joined,
            }) => Stored::Merged {
                request,
                into,
                joined,
            },
            Event::People(PeopleEvent::ViewSaved { view }) => Stored::ViewSaved { view },
            Event::People(PeopleEvent::ViewRemoved { view }) => Stored::ViewRemoved { view },
            Event::Undone { of } => Stored::Undone { of },
            Event::Redone { of } => Stored::Redone { of },
            Event::Access(AccessEvent::KeyAdded { person, key }) => {
                Stored::KeyAdded { person, key }
            }
            Event::Access(AccessEvent::KeyNamed {
                fingerprint,
                from,
                to,
            }) => Stored::KeyNamed {
                fingerprint,
                from,
                to,
            },
            Event::Access(AccessEvent::KeyRevoked { fingerprint }) => {
                Stored::KeyRevoked { fingerprint }
            }
            Event::Access(AccessEvent::Invited {
                invitation,
                person,
                digest,
                until,
            }) => Stored::Invited {
                invitation,
                person,
                digest,
                until,
            },
            Event::Access(AccessEvent::InvitationWithdrawn { invitation }) => {
                Stored::InvitationWithdrawn { invitation }
            }
            Event::Access(AccessEvent::InvitationUsed {
                invitation,
                fingerprint,
            }) => Stored::InvitationUsed {
                invitation,
                fingerprint,
            },
            Event::People(PeopleEvent::Renamed { person, from, to }) => {
                Stored::PersonRenamed { person, from, to }
            }
            Event::House(HouseEvent::TermsChanged { to }) => Stored::TermsChanged { to },
            Event::People(PeopleEvent::ProfileKept { person, from, to }) => {
                Stored::ProfileKept { person, from, to }
            }
            Event::People(PeopleEvent::ContactLinked { person, from, to }) => {
                Stored::ContactLinked { person, from, to }
            }
            Event::People(PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            }) => Stored::Favoured {
                person,
                opportunity,
                there,
            },
            Event::Credit { person, entry } => Stored::Credit { person, entry },
            Event::Opportunity {
                request,
                opportunity,
                event,
            } => Stored::Opportunity {
                request,
                opportunity,
                event,
            },
            Event::Quotation {
                request,
                quotation,
                event,
            } => Stored::Quotation {
                request,
                quotation,
                event,
            },
            Event::House(HouseEvent::PricesChanged { to }) => Stored::PricesChanged { to },
            Event::Directory(DirectoryEvent::ContactChanged { contact, from, to }) => {
                Stored::ContactChanged { contact, from, to }
            }
            Event::Restated { piece } => Stored::Restated { piece },
        }
    }
}

impl From<Stored> for Event {
    fn from(stored: Stored) -> Event {
        match stored {
            Stored::HouseChanged { to } => Event::House(HouseEvent::Changed { to }),
            Stored::RoutingChanged { to } => Event::House(HouseEvent::RoutingChanged { to }),
            Stored::PersonAdded { person } => Event::People(PeopleEvent::Added { person }),
            Stored::RolesChanged { person, from, to } => {
                Event::People(PeopleEvent::RolesChanged { person, from, to })
            }
            Stored::ActiveChanged { person, to } => {
                Event::People(PeopleEvent::ActiveChanged { person, to })
            }
            Stored::PreferencesChanged { person, to } => {
                Event::People(PeopleEvent::PreferencesChanged { person, to })
            }
            Stored::OrganisationAdded { organisation } => {
                Event::Directory(DirectoryEvent::OrganisationAdded { organisation })
            }
            Stored::ProfileChanged {
                organisation,
                from,
                to,
            } => Event::Directory(DirectoryEvent::ProfileChanged {
                organisation,
                from,
                to,
            }),
            Stored::RelationSet {
                organisation,
                from,
                to,
            } => Event::Directory(DirectoryEvent::RelationSet {
                organisation,
                from,
                to,
            }),
            Stored::ContactAdded { contact } => {
                Event::Directory(DirectoryEvent::ContactAdded { contact })
            }
            Stored::Received { received } => Event::Request(RequestEvent::Received { received }),
            Stored::Joined { request, message } => {
                Event::Request(RequestEvent::Joined { request, message })
            }
            Stored::Changed { request, change } => {
                Event::Request(RequestEvent::Changed { request, change })
            }
            Stored::Noted { request, text } => {
                Event::Request(RequestEvent::Noted { request, text })
            }
            Stored::Attempted {
                request,
                outcome,
                text,
            } => Event::Request(RequestEvent::Attempted {
                request,
                outcome,
                text,
            }),
            Stored::Retracted { request, of, back } => {
                Event::Request(RequestEvent::Retracted { request, of, back })
            }
            Stored::Merged {
                request,
                into,
                joined,
            } => Event::Request(RequestEvent::Merged {
                request,
                into,
                joined,
            }),
            Stored::ViewSaved { view } => Event::People(PeopleEvent::ViewSaved { view }),
            Stored::ViewRemoved { view } => Event::People(PeopleEvent::ViewRemoved { view }),
            Stored::Undone { of } => Event::Undone { of },
            Stored::Redone { of } => Event::Redone { of },
            Stored::KeyAdded { person, key } => {
                Event::Access(AccessEvent::KeyAdded { person, key })
            }
            Stored::KeyNamed {
                fingerprint,
                from,
                to,
            } => Event::Access(AccessEvent::KeyNamed {
                fingerprint,
                from,
                to,
            }),
            Stored::KeyRevoked { fingerprint } => {
                Event::Access(AccessEvent::KeyRevoked { fingerprint })
            }
            Stored::Invited {
                invitation,
                person,
                digest,
                until,
            } => Event::Access(AccessEvent::Invited {
                invitation,
                person,
                digest,
                until,
            }),
            Stored::InvitationWithdrawn { invitation } => {
                Event::Access(AccessEvent::InvitationWithdrawn { invitation })
            }
            Stored::InvitationUsed {
                invitation,
                fingerprint,
            } => Event::Access(AccessEvent::InvitationUsed {
                invitation,
                fingerprint,
            }),
            Stored::PersonRenamed { person, from, to } => {
                Event::People(PeopleEvent::Renamed { person, from, to })
            }
            Stored::TermsChanged { to } => Event::House(HouseEvent::TermsChanged { to }),
            Stored::ProfileKept { person, from, to } => {
                Event::People(PeopleEvent::ProfileKept { person, from, to })
            }
            Stored::ContactLinked { person, from, to } => {
                Event::People(PeopleEvent::ContactLinked { person, from, to })
            }
            Stored::Favoured {
                person,
                opportunity,
                there,
            } => Event::People(PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            }),
            Stored::Credit { person, entry } => Event::Credit { person, entry },
            Stored::Opportunity {
                request,
                opportunity,
                event,
            } => Event::Opportunity {
                request,
                opportunity,
                event,
            },
            Stored::Quotation {
                request,
                quotation,
                event,
            } => Event::Quotation {
                request,
                quotation,
                event,
            },
            Stored::PricesChanged { to } => Event::House(HouseEvent::PricesChanged { to }),
            Stored::ContactChanged { contact, from, to } => {
                Event::Directory(DirectoryEvent::ContactChanged { contact, from, to })
            }
            Stored::Restated { piece } => Event::Restated { piece },
        }
    }
}
