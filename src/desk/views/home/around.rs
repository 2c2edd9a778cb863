//! What else the first page tells: the figures of the last 90 days for staff, who looks after a client, who has no
//! way in yet for who keeps people, and what somebody did last. Each is told to whom it is for alone (PPL-2).

use std::sync::Arc;

use crate::desk::views::beside::person_name;
use crate::desk::views::{Look, Sight};
use crate::desk::{Done, Summary, What, summarise};
use crate::domain::access::InvitationState;
use crate::domain::deed::Anchor;
use crate::domain::eyes::Eyes;
use crate::domain::person::{Permission, Person};
use crate::domain::request::Request;
use crate::domain::request::figures::Counts;
use crate::domain::{ContactId, Millis, PersonId, State};
use crate::text::sanitise::clean_line;

use super::line::Matter;

/// The days that figures are of.
const DAYS: u16 = 90;
/// How many requests of a client's are looked at for who looks after her.
const LATEST: usize = 50;
/// The most people without a way in that are named.
const NAMED: usize = 4;

/// Who looks after a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OurContact {
    /// Their name.
    pub name: String,
    /// Their mail address, or empty.
    pub email: String,
}

/// Somebody invited who has not come in yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Until when the invitation can be used.
    pub until: Millis,
    /// Whether that is over.
    pub ended: bool,
}

/// Who has a way in, for who keeps people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doors {
    /// Those invited who have no key yet, the first to end first.
    pub invited: Vec<Invited>,
    /// How many more there are.
    pub more: usize,
    /// How many have neither a key nor an invitation.
    pub without: usize,
}

/// Something somebody did.
#[derive(Clone, Debug)]
pub struct Lately {
    /// When.
    pub at: Millis,
    /// What, as it was told when it was done.
    pub done: Done,
    /// What it was done to, if they may see that still.
    pub of: Option<Matter>,
}

/// Returns what came in during the last 90 days, and what became of it, for who reads requests.
pub(super) fn figures(eyes: &Eyes<'_>, now: Millis) -> Option<Counts> {
    let reads = eyes.staff && eyes.person.may(Permission::ReadInbox);
    reads.then(|| eyes.state.requests().figures(DAYS, now))
}

/// Returns who looks after a client: who works the latest of her requests that somebody works, else the latest of her
/// organisation's.
pub(super) fn our_contact(state: &State, contact: ContactId) -> Option<OurContact> {
    let organisation = state.contact(contact)?.organisation;
    let latest = || state.latest_requests_of(organisation);
    let works = |id: Option<PersonId>| -> Option<&Person> {
        let person = state.person(id?)?;
        (person.active && person.is_staff()).then_some(&**person)
    };
    let is_hers = |one: &&Arc<Request>| state.is_same_contact(one.contact, contact);
    let hers = latest().take(LATEST).filter(is_hers);
    let hers = hers.filter_map(|one| works(one.assignee)).next();
    let person = hers.or_else(|| latest().take(LATEST).find_map(|one| works(one.assignee)))?;
    Some(OurContact {
        name: clean_line(&person.name).into_owned(),
        email: clean_line(&person.email).into_owned(),
    })
}

/// Returns who has no way in yet, for who keeps people.
pub(super) fn doors(eyes: &Eyes<'_>, now: Millis) -> Option<Doors> {
    if !eyes.person.may(Permission::ManagePeople) {
        return None;
    }
    let (state, access) = (eyes.state, eyes.state.access());
    let has_key = |id: PersonId| access.keys_of(id).any(|key| key.is_live());
    let outside = state.people();
    let outside = outside.filter(|one| one.active && one.id != eyes.id() && !has_key(one.id));
    let mut doors = Doors::default();
    for person in outside {
        match access.invitations_of(person.id).last() {
            Some(last) if last.state == InvitationState::Open => doors.invited.push(Invited {
                person: person.id,
                name: person_name(state, person.id),
                until: last.until,
                ended: !last.is_open(now),
            }),
            _ => doors.without += 1,
        }
    }
    doors.invited.sort_by_key(|one| (one.until, one.person));
    doors.more = doors.invited.len().saturating_sub(NAMED);
    doors.invited.truncate(NAMED);
    Some(doors)
}

impl Lately {
    /// Returns a look at what who looks did last, the newest first.
    pub fn look() -> Look<Vec<Lately>> {
        Look::read(|looker| async move {
            let seqs: Vec<_> = looker.sight().state().lately(looker.me).collect();
            let mut all = Vec::new();
            for seq in seqs {
                let Some((meta, events)) = looker.desk.events(seq).await? else {
                    continue;
                };
                let summary = summarise(&events);
                let Some(of) = matter(&looker.sight(), &summary) else {
                    continue;
                };
                if summary.what == What::Nothing {
                    continue;
                }
                all.push(Lately {
                    at: meta.at,
                    of,
                    done: Done {
                        seq,
                        summary,
                        skipped: Vec::new(),
                        again: false,
                    },
                });
            }
            Ok(all)
        })
    }
}

impl Sight {
    /// Returns the newest record of who looks; what they did last is another when this is.
    pub fn did_last(&self) -> Option<crate::domain::Seq> {
        self.state().lately(self.whose()).next()
    }
}

/// What something was done to: `None` when who looks may not see that any more, and is told nothing of it.
fn matter(sight: &Sight, summary: &Summary) -> Option<Option<Matter>> {
    let eyes = Eyes::of(sight.state(), sight.whose())?;
    let matter = match &summary.what {
        What::Did(_, Anchor::Opportunity(id)) => {
            eyes.opportunity(*id).ok()?;
            Some(Matter::Opportunity(*id))
        }
        What::Did(_, Anchor::Quotation(id)) => {
            eyes.quotation(*id).ok()?;
            Some(Matter::Quotation(*id))
        }
        What::Did(
            _,
            Anchor::House | Anchor::Person(_) | Anchor::Organisation(_) | Anchor::Contact(_),
        ) => None,
        _ => match summary.requests.first() {
            Some(id) => {
                eyes.request(*id).ok()?;
                Some(Matter::Request(*id))
            }
            None => None,
        },
    };
    Some(matter)
}
