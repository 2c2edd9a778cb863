//! Who is at which request right now, reading or writing (REQ-8), and who writes a proposal (PPL-7). It lives as long as the sessions do:
//! nothing of it is ever recorded, and nobody waits for it. Who may be told is decided in
//! [`views::Onlookers`](super::views::Onlookers).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::Instant;

use crate::domain::{OpportunityId, PersonId, RequestId};

/// The least time between two tellings; what happens in between is told together.
const OFTEN: Duration = Duration::from_millis(100);
/// The same for each who is told: however many they are, telling them takes a part of the machine only.
const EACH: Duration = Duration::from_millis(2);

/// Somebody at a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Onlooker {
    /// Who.
    pub who: PersonId,
    /// Whether they are writing on it, not only looking.
    pub writing: bool,
}

/// Everybody who is at a request: those who write first, then by id; each person once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    requests: BTreeMap<RequestId, Vec<Onlooker>>,
    /// Who writes a proposal for what; which firm's is for the state to say.
    proposals: BTreeMap<OpportunityId, Vec<PersonId>>,
}

impl Attendance {
    pub(super) fn at(&self, request: RequestId) -> &[Onlooker] {
        let there = self.requests.get(&request);
        there.map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns who writes a proposal for an opportunity, of whatever firm.
    pub(super) fn proposing(&self, opportunity: OpportunityId) -> &[PersonId] {
        let there = self.proposals.get(&opportunity);
        there.map(Vec::as_slice).unwrap_or_default()
    }
}

/// What one session is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    who: PersonId,
    looking: Option<RequestId>,
    writing: Option<RequestId>,
    proposing: Option<OpportunityId>,
}

impl Place {
    /// Whether there is anything to tell of it.
    fn is_told(&self) -> bool {
        self.looking.is_some() || self.writing.is_some() || self.proposing.is_some()
    }
}

#[derive(Default)]
struct Table {
    seats: BTreeMap<u64, Place>,
    last_seat: u64,
    /// When it was told last.
    told: Option<Instant>,
    /// When it will be told next, once that was arranged.
    soon: Option<Instant>,
}

struct Room {
    table: Mutex<Table>,
    news: watch::Sender<Arc<Attendance>>,
}

/// The presence of a house. Cheap to clone.
#[derive(Clone)]
pub struct Presence(Arc<Room>);

impl Presence {
    pub(super) fn new() -> Presence {
        Presence(Arc::new(Room {
            table: Mutex::default(),
            news: watch::Sender::default(),
        }))
    }

    /// A seat for a session of `person`. It is at nothing yet.
    pub fn sit(&self, person: PersonId) -> Seat {
        let mut table = self.0.table();
        table.last_seat += 1;
        let number = table.last_seat;
        let place = Place {
            who: person,
            looking: None,
            writing: None,
            proposing: None,
        };
        table.seats.insert(number, place);
        Seat {
            room: Arc::clone(&self.0),
            number,
        }
    }

    /// Who is where; a bell that rings when that changes, at most ten times a second, and less often
    /// where hundreds are told.
    pub fn subscribe(&self) -> watch::Receiver<Arc<Attendance>> {
        self.0.news.subscribe()
    }
}

/// The seat of one session; leaving it takes everything it said away.
pub struct Seat {
    room: Arc<Room>,
    number: u64,
}

impl Seat {
    /// What the session looks at now.
    pub fn looking(&self, request: Option<RequestId>) {
        self.change(|place| place.looking = request);
    }

    /// What the session writes on now.
    pub fn writing(&self, request: Option<RequestId>) {
        self.change(|place| place.writing = request);
    }

    /// For which opportunity the session writes a proposal now.
    pub fn proposing(&self, opportunity: Option<OpportunityId>) {
        self.change(|place| place.proposing = opportunity);
    }

    fn change(&self, change: impl FnOnce(&mut Place)) {
        let mut table = self.room.table();
        let Some(place) = table.seats.get_mut(&self.number) else {
            return;
        };
        let before = *place;
        change(place);
        if *place != before {
            tell(&self.room, table);
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut table = self.room.table();
        let left = table.seats.remove(&self.number);
        if left.is_some_and(|place| place.is_told()) {
            tell(&self.room, table);
        }
    }
}

impl Room {
    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells who is where: at once, or when it was told a moment ago, a moment later.
fn tell(room: &Arc<Room>, mut table: MutexGuard<'_, Table>) {
    let now = Instant::now();
    // What was arranged on a runtime that is gone never comes.
    let often = often(table.seats.len());
    if table.soon.is_some_and(|due| now < due + often) {
        return;
    }
    let due = table.told.map_or(now, |told| told + often);
    match Handle::try_current() {
        Ok(runtime) if due > now => {
            table.soon = Some(due);
            let room = Arc::clone(room);
            runtime.spawn(async move {
                tokio::time::sleep_until(due).await;
                publish(&room, room.table());
            });
        }
        // Without a runtime nothing can wait.
        Ok(_) | Err(_) => publish(room, table),
    }
}

/// The least time between two tellings of so many.
fn often(seats: usize) -> Duration {
    OFTEN.max(EACH * u32::try_from(seats).unwrap_or(u32::MAX))
}

fn publish(room: &Room, mut table: MutexGuard<'_, Table>) {
    table.soon = None;
    table.told = Some(Instant::now());
    let attendance = attendance(table.seats.values());
    // Under the lock: an older one never comes after a newer one.
    room.news.send_if_modified(|last| {
        let changed = **last != attendance;
        if changed {
            *last = Arc::new(attendance);
        }
        changed
    });
}

fn attendance<'a>(places: impl Iterator<Item = &'a Place>) -> Attendance {
    let mut all: BTreeMap<RequestId, BTreeMap<PersonId, bool>> = BTreeMap::new();
    let mut proposals: BTreeMap<OpportunityId, Vec<PersonId>> = BTreeMap::new();
    for place in places {
        if let Some(opportunity) = place.proposing {
            let people = proposals.entry(opportunity).or_default();
            if let Err(at) = people.binary_search(&place.who) {
                people.insert(at, place.who);
            }
        }
        for (request, writes) in [(place.looking, false), (place.writing, true)] {
            if let Some(request) = request {
                let people = all.entry(request).or_default();
                *people.entry(place.who).or_default() |= writes;
            }
        }
    }
    let ordered = all.into_iter().map(|(request, people)| {
        let mut people: Vec<Onlooker> = people
            .into_iter()
            .map(|(who, writing)| Onlooker { who, writing })
            .collect();
        people.sort_by_key(|onlooker| !onlooker.writing);
        (request, people)
    });
    Attendance {
        requests: ordered.collect(),
        proposals,
    }
}
