//! One snapshot, as one person sees it (PPL-2): all that a screen ever gets of the house. What the person
//! may not see is not left out where it is drawn: it cannot be asked for from here.

use std::sync::Arc;

use super::would::Asked;
use super::{Colleague, Inbox, InvitationRow, KeyRow, Me, Names, OrganisationName, PersonRow};
use crate::desk::{Desk, Published};
use crate::domain::lists::Lists;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::routing::KindId;
use crate::domain::{ContactId, Millis, OrganisationId, PersonId, Refusal, RequestId, Seq, State};

/// One snapshot, as one person sees it. Cheap to clone.
#[derive(Clone)]
pub struct Sight {
    published: Arc<Published>,
    whose: PersonId,
    /// What was asked of the rules.
    asked: Arc<Asked>,
}

impl Published {
    /// This snapshot as `person` sees it.
    pub fn sight(self: Arc<Published>, person: PersonId) -> Sight {
        Sight {
            published: self,
            whose: person,
            asked: Arc::default(),
        }
    }
}

impl Desk {
    /// The latest snapshot as `person` sees it.
    pub fn sight(&self, person: PersonId) -> Sight {
        self.published().sight(person)
    }
}

impl Sight {
    /// Who sees it.
    pub fn whose(&self) -> PersonId {
        self.whose
    }

    /// The last record it knows.
    pub fn seq(&self) -> Seq {
        self.published.seq()
    }

    /// The requests that changed after record `since`; `None` when that is too long ago to tell.
    pub fn changed_since(&self, since: Seq) -> Option<Vec<RequestId>> {
        self.published.changed_since(since)
    }

    /// Returns whether somebody else put a request in their charge since `before`. Costs as much as there are changes
    /// since; what is too long ago is not told.
    pub fn was_given_since(&self, before: &Sight) -> bool {
        let (now, then) = (self.state(), before.state());
        let mine = |state: &State| {
            state
                .stacks(self.whose)
                .and_then(|stacks| stacks.next_undo())
        };
        // What they did themselves gives them nothing new.
        if before.seq() >= self.seq() || mine(now) != mine(then) {
            return false;
        }
        let has = |state: &State, id| {
            let request = state.request(id);
            request.is_some_and(|request| request.assignee == Some(self.whose))
        };
        let changed = self.changed_since(before.seq()).unwrap_or_default();
        changed.into_iter().any(|id| has(now, id) && !has(then, id))
    }

    /// Returns the record that they would take back next, if there is one.
    pub fn undoes(&self) -> Option<Seq> {
        let stacks = self.state().stacks(self.whose);
        stacks.and_then(|stacks| stacks.next_undo())
    }

    /// Whether what requests are shown with is the same in both: the people, the organisations, the house
    /// and its routing.
    pub fn has_same_surroundings(&self, other: &Sight) -> bool {
        let (one, two) = (self.state(), other.state());
        let house = match (one.house(), two.house()) {
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        house
            && self.has_same_lists(other)
            && one.people_revision() == two.people_revision()
            && one.organisations_revision() == two.organisations_revision()
    }

    /// Whether the lists of the house are the same in both, and the kinds of request.
    pub fn has_same_lists(&self, other: &Sight) -> bool {
        Arc::ptr_eq(self.lists(), other.lists())
            && Arc::ptr_eq(self.state().routing(), other.state().routing())
    }

    /// The lists of the house: what can be chosen, and what it is called (WKS-8).
    pub fn lists(&self) -> &Arc<Lists> {
        self.state().lists()
    }

    /// What they may know of themselves; `None` when they may not enter.
    pub fn me(&self, now: Millis) -> Option<Me> {
        self.published.me(self.whose, now)
    }

    /// The names of staff, for who may read the inbox.
    pub fn names(&self) -> Arc<Names> {
        self.published.names(self.whose)
    }

    /// The house's staff, for who works requests; nobody, for who does not.
    pub fn colleagues(&self) -> Vec<Colleague> {
        self.published.colleagues(self.whose)
    }

    /// Organisations whose name has `words` in it, at most `most`, for who works requests.
    pub fn organisations(&self, words: &str, most: usize) -> Vec<OrganisationName> {
        self.published.organisations(self.whose, words, most)
    }

    /// What is known of the organisation that asks, for who may work requests.
    pub fn profile_of(&self, request: RequestId) -> Option<(OrganisationId, OrganisationProfile)> {
        self.published.profile_of(self.whose, request)
    }

    /// Returns which organisation asks, for who may read requests.
    pub fn organisation_of(&self, request: RequestId) -> Option<OrganisationId> {
        self.published.organisation_of(self.whose, request)
    }

    /// Returns what is known of the contact who wrote, for who may work requests.
    pub fn contact_of(&self, request: RequestId) -> Option<(ContactId, ContactEntry)> {
        self.published.contact_of(self.whose, request)
    }

    /// The tags in use on requests that are live, for who may read them.
    pub fn tags(&self) -> Vec<String> {
        self.published.tags(self.whose)
    }

    /// The kinds of the routing matrix that can be chosen, by id and stable name, for who may read requests.
    pub fn kinds(&self) -> Vec<(KindId, String)> {
        self.published.kinds(self.whose)
    }

    /// Goes up when people, their keys or their invitations are others than before.
    pub fn people_revision(&self) -> u64 {
        self.state().people_revision()
    }

    /// Everybody, for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn people(&self, now: Millis) -> Result<Vec<PersonRow>, Refusal> {
        self.published.people(self.whose, now)
    }

    /// The keys of `person`: one's own, or anybody's for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else; [`PeopleRefusal::NoSuchPerson`](crate::domain::person::refusal::PeopleRefusal::NoSuchPerson).
    pub fn keys_of(&self, person: PersonId) -> Result<Vec<KeyRow>, Refusal> {
        self.published.keys_of(self.whose, person)
    }

    /// All invitations, for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn invitations(&self) -> Result<Vec<InvitationRow>, Refusal> {
        self.published.invitations(self.whose)
    }

    /// Returns the invitations of `person` that can be used at `now`, the newest first, for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn open_invitations(
        &self,
        person: PersonId,
        now: Millis,
    ) -> Result<Vec<InvitationRow>, Refusal> {
        self.published.open_invitations(self.whose, person, now)
    }

    /// An empty list for a query, to begin with.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who may not read the inbox.
    pub fn inbox(&self, query: &str) -> Result<Inbox, Refusal> {
        Inbox::empty(self, query)
    }

    /// The snapshot, for the other views.
    pub(in crate::desk) fn published(&self) -> &Published {
        &self.published
    }

    /// What was asked of the rules on this snapshot.
    pub(super) fn asked(&self) -> &Asked {
        &self.asked
    }

    /// Its state, for the other views.
    pub(super) fn state(&self) -> &Arc<State> {
        self.published.state()
    }
}
