//! Makes records so, in the state. It cannot fail: what a record names and the state does not have is left
//! alone.

use std::sync::Arc;

use super::follow::within;
use super::{Meta, REMEMBERED, State};
use crate::domain::access::InvitationState;
use crate::domain::access::event::AccessEvent;
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::arrival::{self, Within, join, new_request};
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::thing::Touch;

impl State {
    /// Makes a record so.
    pub fn apply(&mut self, meta: &Meta, events: &[Event]) {
        let skipped = meta.seq.saturating_sub(self.head.seq + 1);
        let lost = skipped + u64::from(events.is_empty());
        if lost > 0 {
            self.head.gaps += lost;
            self.reserve(lost);
        }
        let within = within(meta, events);
        for event in events {
            self.apply_event(meta, event, within);
            self.files.apply(event);
        }
        if let Some(actor) = meta.actor {
            let stacks = self.head.stacks.entry(actor).or_default();
            stacks.note(meta.seq, events);
            if stacks.is_empty() {
                self.head.stacks.remove(&actor);
            }
        }
        self.head.seq = meta.seq;
        self.remember(meta);
    }

    fn remember(&mut self, meta: &Meta) {
        self.head.recent.push_back((meta.command, meta.seq));
        self.done.insert(meta.command, meta.seq);
        if self.head.recent.len() > REMEMBERED
            && let Some((oldest, seq)) = self.head.recent.pop_front()
            && self.done.get(&oldest) == Some(&seq)
        {
            self.done.remove(&oldest);
        }
    }

    fn apply_event(&mut self, meta: &Meta, event: &Event, within: Within) {
        if let Some(thing) = event.thing() {
            self.touches.insert(thing, Touch::of(meta));
        }
        match event {
            Event::House(HouseEvent::Changed { to }) => {
                self.head.house = Some(Arc::new((**to).clone()))
            }
            Event::House(HouseEvent::RoutingChanged { to }) => {
                self.keywords = Arc::new(to.keywords());
                self.head.routing = Arc::new((**to).clone());
            }
            Event::People(PeopleEvent::Added { person }) => {
                self.people_revision += 1;
                self.index_person(person);
                self.head.people.put((**person).clone());
            }
            Event::People(PeopleEvent::RolesChanged { person, to, .. }) => {
                self.change_person(*person, |p| p.roles.clone_from(to));
            }
            Event::People(PeopleEvent::ActiveChanged { person, to }) => {
                self.change_person(*person, |p| p.active = *to);
                self.call_those_of(*person);
            }
            Event::People(PeopleEvent::PreferencesChanged { person, to }) => {
                self.change_person(*person, |p| p.preferences = to.clone());
            }
            Event::Directory(DirectoryEvent::OrganisationAdded { organisation }) => {
                self.index_organisation(organisation);
                self.head.organisations.put((**organisation).clone());
            }
            Event::Directory(DirectoryEvent::ProfileChanged {
                organisation, to, ..
            }) => {
                self.change_organisation(*organisation, |o| o.profile = (**to).clone());
            }
            Event::Directory(DirectoryEvent::RelationSet {
                organisation, to, ..
            }) => {
                self.change_organisation(*organisation, |o| o.relation_until = *to);
            }
            Event::Directory(DirectoryEvent::ContactAdded { contact }) => {
                self.index_contact(contact);
                self.head.contacts.put((**contact).clone());
            }
            Event::Directory(DirectoryEvent::ContactChanged { contact, to, .. }) => {
                self.change_contact(*contact, to)
            }
            Event::Request(RequestEvent::Received { received }) => {
                self.requests.put(new_request(meta, received));
                if let [_, Some(original)] = event.requests() {
                    self.touch(meta, original, |_| ());
                }
            }
            Event::Request(RequestEvent::Joined { request, message }) => {
                self.touch(meta, *request, |r| join(r, message));
            }
            Event::Request(RequestEvent::Changed { request, change }) => {
                self.touch(meta, *request, |r| {
                    arrival::change(r, change, within);
                    if let Change::Assignee { .. } = change {
                        r.claimed_at = meta.at;
                    }
                });
            }
            Event::Request(RequestEvent::Noted { request, .. })
            | Event::Request(RequestEvent::Attempted { request, .. })
            | Event::Request(RequestEvent::Retracted { request, .. }) => {
                self.touch(meta, *request, |_| ())
            }
            Event::Request(RequestEvent::Merged {
                request,
                into,
                joined,
            }) => self.merge(meta, *request, *into, *joined),
            Event::People(PeopleEvent::ViewSaved { view }) => {
                self.head.last_view = self.head.last_view.max(view.id.0);
                self.head.views.insert(view.id, Arc::new((**view).clone()));
            }
            Event::People(PeopleEvent::ViewRemoved { view }) => {
                self.head.views.remove(&view.id);
            }
            Event::Access(AccessEvent::KeyAdded { person, key }) => {
                self.access_mut().add(meta, *person, key)
            }
            Event::Access(AccessEvent::KeyNamed {
                fingerprint, to, ..
            }) => self.access_mut().name(fingerprint, to),
            Event::Access(AccessEvent::KeyRevoked { fingerprint }) => {
                self.access_mut().revoke(fingerprint, meta.at)
            }
            Event::Access(AccessEvent::Invited {
                invitation,
                person,
                digest,
                until,
            }) => {
                self.access_mut()
                    .invite(meta, *invitation, *person, *digest, *until);
            }
            Event::Access(AccessEvent::InvitationWithdrawn { invitation }) => {
                self.access_mut()
                    .end(*invitation, InvitationState::Withdrawn);
            }
            Event::Access(AccessEvent::InvitationUsed {
                invitation,
                fingerprint,
            }) => {
                let (fingerprint, at) = (fingerprint.clone(), meta.at);
                self.access_mut()
                    .end(*invitation, InvitationState::Used { fingerprint, at });
            }
            Event::People(PeopleEvent::Renamed { person, from, to }) => {
                if from.0 != to.0 {
                    let before = self.head.former_names.entry(*person).or_default();
                    before.push((meta.seq, from.0.clone()));
                }
                self.change_person(*person, |p| (p.name, p.email) = to.clone());
            }
            Event::House(HouseEvent::TermsChanged { to }) => {
                self.board_revision += 1;
                self.head.terms = Arc::new((**to).clone());
            }
            Event::People(PeopleEvent::ProfileKept { person, to, .. }) => {
                self.board_revision += 1;
                let profile = Arc::new((**to).clone());
                self.head.profiles.insert(*person, profile);
            }
            Event::People(PeopleEvent::ContactLinked { person, to, .. }) => {
                self.people_revision += 1;
                match to {
                    Some(contact) => self.head.clients.insert(*person, *contact),
                    None => self.head.clients.remove(person),
                };
            }
            Event::People(PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            }) => {
                self.board_revision += 1;
                self.board.favour(*person, *opportunity, *there);
            }
            Event::Credit { person, entry } => {
                self.board_revision += 1;
                self.credits.apply(meta.seq, meta.at, *person, entry);
            }
            Event::Opportunity {
                request,
                opportunity,
                event,
            } => {
                self.board_revision += 1;
                self.board.apply(meta, *request, *opportunity, event);
                if event.is_private() {
                    self.call(*request);
                } else {
                    self.mention(meta, *request, event.moves());
                }
            }
            Event::Quotation {
                request,
                quotation,
                event,
            } => {
                self.board_revision += 1;
                self.quotations.apply(meta, *request, *quotation, event);
                self.mention(meta, *request, event.moves());
            }
            Event::House(HouseEvent::PricesChanged { to }) => {
                self.board_revision += 1;
                self.head.prices = Arc::new((**to).clone());
            }
            Event::Restated { piece } => {
                if piece.is_last() {
                    self.head.restated = meta.seq;
                }
            }
            Event::Undone { .. } | Event::Redone { .. } => {}
        }
    }
}
