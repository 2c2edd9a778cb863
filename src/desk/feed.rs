//! What the writer publishes: a snapshot, and which requests changed lately. Readers who fell far
//! behind build their view anew; nobody's slowness ever makes a queue grow.

use std::sync::{Arc, OnceLock};

use imbl::{OrdMap, Vector};
use tokio::sync::watch;

use super::reach::{Reach, reach};
use super::views::Names;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::ContactId;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::Further;
use crate::domain::person::event::PeopleEvent;
use crate::domain::{Event, PersonId, RequestId, Seq, State};

/// How many changes are kept for readers who catch up.
const KEPT: usize = 4_096;

/// A snapshot and the changes that led to it.
#[derive(Clone, Debug)]
pub struct Published {
    state: Arc<State>,
    changes: Vector<(Seq, RequestId)>,
    /// Changes up to this record may be missing from `changes`.
    forgotten: Seq,
    trouble: Option<Arc<str>>,
    /// The names of staff, made once for all snapshots between which nobody changed.
    names: Arc<OnceLock<Arc<Names>>>,
    /// How often something reached everybody, each person, each client's contact.
    everybody: u64,
    persons: OrdMap<PersonId, u64>,
    contacts: OrdMap<ContactId, u64>,
}

/// How far the news of one person goes: another one as soon as they may see something new. Who may read
/// requests looks at every snapshot instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    everybody: u64,
    own: u64,
    contact: Option<(ContactId, u64)>,
}

impl Published {
    /// The state.
    pub(in crate::desk) fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// The last record it knows.
    pub fn seq(&self) -> Seq {
        self.state.seq()
    }

    /// The requests that changed after record `since`; `None` when that is too long ago to tell.
    pub fn changed_since(&self, since: Seq) -> Option<Vec<RequestId>> {
        if since < self.forgotten {
            return None;
        }
        let at = self.changes.binary_search_by(|(seq, _)| {
            if *seq <= since {
                std::cmp::Ordering::Less
            } else {
                std::cmp::Ordering::Greater
            }
        });
        let from = at.unwrap_or_else(|at| at);
        let mut changed: Vec<RequestId> =
            self.changes.iter().skip(from).map(|(_, id)| *id).collect();
        changed.sort_unstable();
        changed.dedup();
        Some(changed)
    }

    /// Returns how far the news of `person` goes, or of somebody who is nobody yet.
    pub fn news_of(&self, person: Option<PersonId>) -> News {
        let contact = person.and_then(|person| self.state.contact_of(person));
        let of = |id: ContactId| (id, self.contacts.get(&id).copied().unwrap_or_default());
        let own = person.and_then(|person| self.persons.get(&person));
        News {
            everybody: self.everybody,
            own: own.copied().unwrap_or_default(),
            contact: contact.map(of),
        }
    }

    /// The names of staff.
    pub(in crate::desk) fn staff_names(&self) -> Arc<Names> {
        Arc::clone(
            self.names
                .get_or_init(|| Arc::new(Names::of_staff(&self.state))),
        )
    }

    fn tell(&mut self, reach: Reach) {
        match reach {
            Reach::Everybody => self.everybody += 1,
            Reach::Person(id) => *self.persons.entry(id).or_default() += 1,
            Reach::Contact(id) => {
                let now = self.state.contact_now(id);
                *self.contacts.entry(now).or_default() += 1;
            }
        }
    }

    /// Why nothing can be recorded just now, when that is so.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }
}

/// What a record touches.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    /// The requests whose line in a list may read otherwise, or stand elsewhere.
    pub(super) requests: Vec<RequestId>,
    /// Whom it may show something new, beside those who may read requests.
    pub(super) reach: Vec<Reach>,
}

/// Returns what `events`, a record of `actor`, touch.
pub(super) fn touched(state: &State, actor: Option<PersonId>, events: &[Event]) -> Touched {
    Touched {
        requests: requests(state, events),
        reach: reach(state, actor, events),
    }
}

/// The requests that events touch, and those of an organisation or a colleague that is called something
/// else now.
fn requests(state: &State, events: &[Event]) -> Vec<RequestId> {
    let mut touched: Vec<RequestId> = events.iter().flat_map(Event::requests).flatten().collect();
    for event in events {
        if let Event::House(HouseEvent::Recounted { from, upto }) = event {
            let part = (from.0..=upto.0).map(RequestId);
            let is_live = |id: &RequestId| state.request(*id).is_some_and(|one| one.is_live());
            touched.extend(part.filter(is_live));
        }
        if let Event::Directory(event) = event {
            directory(state, event, &mut touched);
        }
        if let Event::People(PeopleEvent::Renamed { person, .. }) = event {
            let theirs = state.requests().iter();
            let theirs = theirs.filter(|request| {
                request.assignee == Some(*person) || request.step.by.who() == Some(*person)
            });
            touched.extend(theirs.map(|request| request.id));
        }
    }
    touched.sort_unstable();
    touched.dedup();
    touched
}

/// The requests of an organisation or a contact of whom something else is known now.
fn directory(state: &State, event: &DirectoryEvent, touched: &mut Vec<RequestId>) {
    let (organisations, contact) = match event {
        DirectoryEvent::ProfileChanged { organisation, .. } => ([Some(*organisation), None], None),
        DirectoryEvent::ContactChanged { contact, .. } => ([None, None], Some(*contact)),
        DirectoryEvent::Further { event } => match **event {
            Further::OrganisationsMerged { from, into, .. } => ([Some(from), Some(into)], None),
            // Whatever was asked by the one or the other is told of the one who stands for both.
            Further::ContactsMerged { into, .. } => ([None, None], Some(into)),
            Further::ContactMoved { .. } | Further::ToldApart { .. } => return,
        },
        DirectoryEvent::OrganisationAdded { .. }
        | DirectoryEvent::RelationSet { .. }
        | DirectoryEvent::ContactAdded { .. } => return,
    };
    for organisation in organisations.into_iter().flatten() {
        touched.extend(state.requests_of(organisation));
    }
    if let Some(contact) = contact {
        // Whatever organisation it is of by now.
        touched.extend(state.requests_of_contact(contact));
    }
}

/// The latest snapshot, and a bell that rings at each new one.
#[derive(Clone)]
pub struct Feed {
    latest: watch::Sender<Arc<Published>>,
}

impl Feed {
    pub(super) fn new(state: State) -> Feed {
        let forgotten = state.seq();
        let published = Published {
            state: Arc::new(state),
            changes: Vector::new(),
            forgotten,
            trouble: None,
            names: Arc::default(),
            everybody: 0,
            persons: OrdMap::new(),
            contacts: OrdMap::new(),
        };
        Feed {
            latest: watch::Sender::new(Arc::new(published)),
        }
    }

    /// The latest snapshot.
    pub fn latest(&self) -> Arc<Published> {
        self.latest.borrow().clone()
    }

    /// A bell of one's own.
    pub fn subscribe(&self) -> watch::Receiver<Arc<Published>> {
        self.latest.subscribe()
    }

    pub(super) fn publish(
        &self,
        state: State,
        changed: impl IntoIterator<Item = (Seq, RequestId)>,
        reached: impl IntoIterator<Item = Reach>,
    ) {
        let before = self.latest();
        let mut changes = before.changes.clone();
        changes.extend(changed);
        let mut forgotten = before.forgotten;
        while changes.len() > KEPT {
            if let Some((seq, _)) = changes.pop_front() {
                forgotten = seq;
            }
        }
        let same = before.state.people_revision() == state.people_revision();
        let names = if same {
            before.names.clone()
        } else {
            Arc::default()
        };
        let over = before.trouble.is_some();
        let mut published = Published {
            state: Arc::new(state),
            changes,
            forgotten,
            // What was recorded shows that it is over.
            trouble: None,
            names,
            ..(*before).clone()
        };
        published.everybody += u64::from(over);
        for reach in reached {
            published.tell(reach);
        }
        self.latest.send_replace(Arc::new(published));
    }

    /// Tells everybody why nothing can be recorded just now, or that it is over.
    pub(super) fn report(&self, trouble: Option<&str>) {
        let mut published = (*self.latest()).clone();
        if published.trouble.as_deref() == trouble {
            return;
        }
        published.trouble = trouble.map(Into::into);
        published.everybody += 1;
        self.latest.send_replace(Arc::new(published));
    }
}
