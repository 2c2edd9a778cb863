//! Home: what waits for one person, most pressing first, and how much of it (REQ-9, WKS-1). What they may not see
//! is neither shown nor counted (PPL-2). Queues kept in the state say what comes first, so that none of it costs
//! more in a bigger house; `line` says what a thing asks of who looks.

mod around;
mod line;
mod others;

use super::{Missing, Sight, Whom};
use crate::domain::agenda::{Area, Task, Whose};
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::person::{Permission, Role};
use crate::domain::quotation::Desk;
use crate::domain::quotation::command::needed_at;
use crate::domain::quotation::rules::sight::QuotationSide;
use crate::domain::request::figures::Counts;
use crate::domain::{ContactId, Millis, PersonId, RequestId, State};
pub use around::{Doors, Invited, Lately, OurContact};
pub use line::{Matter, Todo, Verb};
pub use others::{Apply, Course, Day, Load, UnderWay};

/// The most lines.
const LINES: usize = 40;
/// How many of each queue are looked at, for those that are new to come first.
const LOOKED_AT: usize = 100;
/// The most things of a client's that are looked at.
const OF_CLIENT: usize = 500;

/// What the first page tells of, beside requests.
const HERE: [Area; 2] = [Area::Untold, Area::Posted];

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How much of it is late, and theirs to do.
    pub late: u32,
    /// How much there is, late or not.
    pub all: u32,
}

/// How much waits in each place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Requests: theirs, and those that nobody has.
    pub requests: Waiting,
    /// Opportunities: to judge, to confirm, to run.
    pub board: Waiting,
    /// Quotations at a desk of theirs, or before them.
    pub quotations: Waiting,
    /// All that is theirs to do, each thing once.
    pub home: Waiting,
}

/// What the first page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// How much waits for them.
    pub waiting: Waiting,
    /// The first of it, most pressing first.
    pub todo: Vec<Todo>,
    /// Requests that nobody has, for who reads requests.
    pub unassigned: Option<Waiting>,
    /// What is due on the next working days, for who works requests.
    pub week: Vec<Day>,
    /// How much each of us has, for who leads or works requests.
    pub team: Vec<Load>,
    /// What a facilitator may propose for.
    pub apply: Option<Apply>,
    /// A facilitator's credits of each kind, where credits are used.
    pub credits: Vec<(CreditKind, u32)>,
    /// A client's own projects.
    pub under_way: Vec<UnderWay>,
    /// Who looks after a client.
    pub contact: Option<OurContact>,
    /// Whom a facilitator asks (FUP-4).
    pub whom: Option<Whom>,
    /// What came in during the last 90 days, and what came of it, for staff.
    pub figures: Option<Counts>,
    /// Who has no way in yet, for who keeps people.
    pub doors: Option<Doors>,
    /// What is still missing for the house to work, for who keeps settings.
    pub missing: Vec<Missing>,
}

impl Waiting {
    fn plus(self, other: Waiting) -> Waiting {
        Waiting {
            late: self.late.saturating_add(other.late),
            all: self.all.saturating_add(other.all),
        }
    }
}

/// What of the agenda somebody is called for, by what they are.
pub(super) struct Calls<'a> {
    eyes: Eyes<'a>,
    /// The queues that are theirs for each area.
    quotations: Vec<Whose>,
    board: Vec<Whose>,
    /// The contact they are, who is shown her own and is late with nothing of ours.
    contact: Option<ContactId>,
}

impl<'a> Calls<'a> {
    fn of(eyes: Eyes<'a>) -> Calls<'a> {
        let me = Whose::Person(eyes.id());
        let part = eyes.office().ok();
        let mut quotations = Vec::new();
        if part == Some(QuotationSide::Staff) {
            let desks = [
                Desk::Brief,
                Desk::Pricing,
                Desk::Assembly,
                Desk::Verification,
            ];
            let theirs = desks
                .into_iter()
                .filter(|desk| eyes.person.may(needed_at(*desk)));
            quotations.push(me);
            quotations.extend(theirs.map(Whose::Desk));
        }
        let client = eyes.person.roles.contains(&Role::ClientContact);
        Calls {
            quotations,
            board: (eyes.facilitator && eyes.rights.has(FirmRight::Proposes))
                .then_some(Whose::Firm(eyes.firm))
                .into_iter()
                .collect(),
            contact: eyes.state.contact_of(eyes.id()).filter(|_| client),
            eyes,
        }
    }

    /// The queues of an area that are theirs.
    fn queues(&self, area: Area) -> &[Whose] {
        match area {
            Area::Quotations | Area::Untold => &self.quotations,
            Area::Board | Area::Posted => &self.board,
        }
    }

    /// Whether what waits in a queue is theirs to see.
    fn sees(&self, task: Task) -> bool {
        match task {
            Task::Quotation(id) => self.eyes.quotation(id).is_ok(),
            Task::Opportunity(id) => {
                let found = self.eyes.opportunity(id);
                found.is_ok_and(|one| {
                    let board = self.eyes.state.board();
                    let winner = one.stage.winner().and_then(|id| board.proposal(id));
                    let won = match one.mission.as_deref() {
                        Some(mission) => {
                            self.eyes.sees_firm() && mission.next_firm() == Some(self.eyes.firm)
                        }
                        None => winner.is_some_and(|proposal| self.eyes.owns(proposal)),
                    };
                    let hers = match one.awaits_client() {
                        true => !self.eyes.is_on_both_sides(one),
                        false => self.eyes.see_proposals(one),
                    };
                    won || (self.eyes.is_client(one) && hers)
                })
            }
        }
    }

    /// What of a client's waits for her and is hers to see.
    fn of_client(&self, area: Area) -> impl Iterator<Item = (Millis, Task)> + '_ {
        let state = self.eyes.state;
        let contacts = self
            .contact
            .into_iter()
            .flat_map(|one| state.contacts_in(one));
        let theirs = contacts.flat_map(move |contact| {
            let agenda = state.agenda();
            let all = agenda.waiting(area, Whose::Contact(contact), Millis::MIN);
            all.take(OF_CLIENT)
        });
        theirs.filter(|(_, task)| self.sees(*task))
    }

    /// How much waits in an area.
    fn waiting(&self, area: Area, now: Millis) -> Waiting {
        let agenda = self.eyes.state.agenda();
        let queues = self.queues(area).iter();
        let ours = queues.fold(Waiting::default(), |sum, whose| {
            sum.plus(Waiting {
                late: agenda.before(area, *whose, now),
                all: agenda.count(area, *whose),
            })
        });
        let hers = u32::try_from(self.of_client(area).count()).unwrap_or(u32::MAX);
        ours.plus(Waiting { late: 0, all: hers })
    }

    /// How much of what is told of here is due from `from` on and before `to`.
    fn due(&self, from: Millis, to: Millis) -> u32 {
        let agenda = self.eyes.state.agenda();
        let due = HERE.into_iter().flat_map(|area| {
            let queues = self.queues(area).iter();
            queues.map(move |whose| agenda.between(area, *whose, from, to))
        });
        due.sum()
    }

    /// The first of it that is due from `from` on.
    fn first(&self, from: Millis, most: usize) -> Vec<(Millis, Task)> {
        let agenda = self.eyes.state.agenda();
        let ours = HERE.into_iter().flat_map(|area| {
            let queues = self.queues(area).iter();
            queues.flat_map(move |whose| agenda.waiting(area, *whose, from).take(most))
        });
        let ours = ours.filter(|(_, task)| self.sees_own(*task));
        let hers = HERE.into_iter().flat_map(|area| self.of_client(area));
        ours.chain(hers).collect()
    }

    /// Whether what waits for them by name is theirs to see still.
    fn sees_own(&self, task: Task) -> bool {
        match task {
            Task::Quotation(_) => self.sees(task),
            Task::Opportunity(id) => self.eyes.opportunity(id).is_ok(),
        }
    }
}

/// Returns how much waits for `person` in each place.
pub(super) fn waits(state: &State, person: PersonId, now: Millis) -> Waits {
    let Some(eyes) = Eyes::of(state, person) else {
        return Waits::default();
    };
    let calls = Calls::of(eyes);
    let own = requests_of(&eyes, Some(person), now);
    let free = requests_of(&eyes, None, now);
    Waits {
        requests: Waiting {
            late: own.late,
            all: own.plus(free).all,
        },
        board: calls.waiting(Area::Board, now),
        quotations: calls.waiting(Area::Quotations, now),
        home: HERE
            .into_iter()
            .fold(own, |sum, area| sum.plus(calls.waiting(area, now))),
    }
}

/// How many requests wait for `person`, or for whoever takes them.
fn requests_of(eyes: &Eyes<'_>, person: Option<PersonId>, now: Millis) -> Waiting {
    if !eyes.staff {
        return Waiting::default();
    }
    let requests = eyes.state.requests();
    Waiting {
        late: requests.late(person, now),
        all: requests.waiting(person, now),
    }
}

/// Something that waits, before its line is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Called {
    Request(RequestId),
    Other(Task),
}

impl Sight {
    /// Returns the first page of who looks; an empty one for who may not enter.
    pub fn home(&self, now: Millis) -> Home {
        let Some(eyes) = Eyes::of(self.state(), self.whose()) else {
            return Home::default();
        };
        let calls = Calls::of(eyes);
        let me = eyes.person;
        let works = eyes.staff && me.may(Permission::WorkRequests);
        let reads = eyes.staff && me.may(Permission::ReadInbox);
        let leads = eyes.staff && me.may(Permission::PostOpportunities);
        Home {
            waiting: waits(self.state(), me.id, now).home,
            todo: todo(&calls, now),
            unassigned: reads.then(|| requests_of(&eyes, None, now)),
            week: if works {
                others::week(&calls, now)
            } else {
                Vec::new()
            },
            team: if leads {
                others::team(&eyes, now)
            } else {
                Vec::new()
            },
            apply: eyes.facilitator.then(|| others::apply(&eyes, now)),
            credits: others::credits(&eyes),
            under_way: calls
                .contact
                .map_or_else(Vec::new, |contact| others::under_way(&eyes, contact)),
            contact: calls
                .contact
                .and_then(|contact| around::our_contact(self.state(), contact)),
            whom: Whom::of(&eyes),
            figures: around::figures(&eyes, now),
            doors: around::doors(&eyes, now),
            missing: self.still_missing(),
        }
    }
}

/// The lines: late and theirs first, then what is new, then by when it is due.
fn todo(calls: &Calls<'_>, now: Millis) -> Vec<Todo> {
    let eyes = &calls.eyes;
    let state = eyes.state;
    let tasks = calls.first(Millis::MIN, LOOKED_AT);
    let mut all: Vec<(Millis, Called)> = tasks
        .into_iter()
        .map(|(due, task)| (due, Called::Other(task)))
        .collect();
    if eyes.staff {
        let requests = state.requests();
        let first = requests.first_waiting(Some(eyes.id()), Millis::MIN, now, LOOKED_AT);
        all.extend(
            first
                .into_iter()
                .map(|(due, id)| (due, Called::Request(id))),
        );
    }
    let is_new = |called: &Called| match called {
        Called::Request(id) => state
            .request(*id)
            .is_some_and(|request| line::is_new(request)),
        Called::Other(_) => false,
    };
    let client = calls.contact.is_some() && !eyes.staff;
    all.sort_by_cached_key(|(due, called)| (*due >= now || client, !is_new(called), *due, *called));
    all.truncate(LINES);
    let lines = all.into_iter().filter_map(|(due, called)| match called {
        Called::Request(id) => line::of_request(eyes, id, now),
        Called::Other(Task::Quotation(id)) => line::of_quotation(eyes, id, now),
        Called::Other(Task::Opportunity(id)) => line::of_opportunity(eyes, id, due, now),
    });
    lines.collect()
}
