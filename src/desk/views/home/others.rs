//! What stands beside what waits: the next working days, how much each of us has, what a facilitator may propose
//! for, a client's own projects.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone};

use super::{Calls, Waiting, line};
use crate::desk::views::beside::person_name;
use crate::desk::views::board::BoardRow;
use crate::domain::agenda::Task;
use crate::domain::calendar::Calendar;
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::house::Selects;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::rules::eligibility::is_eligible;
use crate::domain::opportunity::{Opportunity, OpportunityStage};
use crate::domain::{ContactId, Millis, OpportunityId};
use crate::text::sanitise::clean_line;

/// The working days that are shown.
const DAYS: usize = 5;
/// Days ahead that are looked at for them.
const AHEAD: u64 = 21;
/// The most colleagues.
const TEAM: usize = 12;
/// The most of what can be proposed for, and how many of the newest are looked at.
const APPLY: usize = 6;
const NEWEST: usize = 200;
/// The most projects of a client's, and how many of the latest are looked at.
const PROJECTS: usize = 6;
const LATEST: usize = 100;

/// A working day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its first instant, where we are.
    pub at: Millis,
    /// How much is due.
    pub due: u32,
    /// The first of it.
    pub first: Option<super::Todo>,
}

/// How much one of us has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Their name; nothing: what nobody has.
    pub name: Option<String>,
    /// How much.
    pub waiting: Waiting,
}

/// What a facilitator may propose for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apply {
    /// The newest.
    pub rows: Vec<BoardRow>,
    /// How many await proposals, whether they may propose or not.
    pub of: usize,
}

/// How far a client's project has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Facilitators may propose; how many did.
    Proposals(u32),
    /// A proposal was selected, and its facilitator has to confirm.
    Selected,
    /// The mission runs: sessions held, of so many.
    Running(u32, u32),
    /// It was delivered.
    Delivered,
}

/// A client's project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnderWay {
    /// Which.
    pub id: OpportunityId,
    /// What it is.
    pub what: String,
    /// How far it has come.
    pub progress: Course,
    /// Whether the next step is hers.
    pub hers: bool,
}

/// What is due on each of the next working days.
pub(super) fn week(calls: &Calls<'_>, now: Millis) -> Vec<Day> {
    let (eyes, state) = (&calls.eyes, calls.eyes.state);
    let Some(house) = state.house() else {
        return Vec::new();
    };
    let requests = state.requests();
    let days = working_days(&house.calendar, now).into_iter();
    let days = days.map(|(from, to)| {
        let due = requests.due_for(Some(eyes.id()), from, to) + calls.due(from, to);
        let mut first = requests.first_waiting(Some(eyes.id()), from, now, 1);
        first.retain(|(at, _)| *at < to);
        let mut other = calls.first(from, 1);
        other.retain(|(at, _)| *at < to);
        other.sort_unstable();
        let first = first.first().filter(|one| {
            let earliest = other.first().map_or(Millis::MAX, |other| other.0);
            one.0 <= earliest
        });
        let first = match (first, other.first()) {
            (Some((_, id)), _) => line::of_request(eyes, *id, now),
            (None, Some((_, Task::Quotation(id)))) => line::of_quotation(eyes, *id, now),
            (None, Some((at, Task::Opportunity(id)))) => line::of_opportunity(eyes, *id, *at, now),
            (None, None) => None,
        };
        Day {
            at: from,
            due,
            first,
        }
    });
    days.collect()
}

/// The next working days, today among them when it is one: where each begins and ends.
fn working_days(calendar: &Calendar, now: Millis) -> Vec<(Millis, Millis)> {
    let zone = calendar.zone();
    let Some(today) = DateTime::from_timestamp_millis(now) else {
        return Vec::new();
    };
    let today = today.with_timezone(&zone).date_naive();
    let works = |day: &NaiveDate| {
        let hours = calendar
            .week()
            .get(day.weekday().num_days_from_monday() as usize);
        hours.is_some_and(|hours| !hours.is_empty()) && !calendar.is_holiday(*day)
    };
    let begins = |day: NaiveDate| {
        // A midnight that the clock skips is told from the hour after it.
        let hours = (0..3).filter_map(|hour| day.and_hms_opt(hour, 0, 0));
        let mut instants = hours.filter_map(|at| zone.from_local_datetime(&at).earliest());
        instants.next().map(|at| at.timestamp_millis())
    };
    let days = (0..AHEAD).filter_map(|n| today.checked_add_days(Days::new(n)));
    let days = days.filter(works).take(DAYS);
    let days = days.filter_map(|day| Some((begins(day)?, begins(day.succ_opt()?)?)));
    days.collect()
}

/// How much each of us has, most late first, then what nobody has.
pub(super) fn team(eyes: &Eyes<'_>, now: Millis) -> Vec<Load> {
    let (state, requests) = (eyes.state, eyes.state.requests());
    let active = |id: &crate::domain::PersonId| state.person(*id).is_some_and(|one| one.active);
    let mut loads: Vec<(Waiting, crate::domain::PersonId)> = requests
        .workers()
        .filter(active)
        .map(|id| (super::requests_of(eyes, Some(id), now), id))
        .filter(|(waiting, _)| waiting.all > 0)
        .collect();
    loads.sort_by_key(|(waiting, id)| (std::cmp::Reverse((waiting.late, waiting.all)), *id));
    loads.truncate(TEAM);
    let free = Load {
        name: None,
        waiting: super::requests_of(eyes, None, now),
    };
    let loads = loads.into_iter().map(|(waiting, id)| Load {
        name: Some(person_name(state, id)),
        waiting,
    });
    loads.chain([free]).collect()
}

/// The newest that a facilitator may propose for and has not.
pub(super) fn apply(eyes: &Eyes<'_>, now: Millis) -> Apply {
    let (state, board) = (eyes.state, eyes.state.board());
    let newest = board.pending().take(NEWEST);
    let newest = newest.filter_map(|id| board.opportunity(id));
    let open = newest.filter(|one| {
        one.takes_proposals(now)
            && eyes.see(one)
            && is_eligible(state, eyes.id(), &one.notice)
            && board.proposal_of(one.id, eyes.firm).is_none()
            && eyes.rights.has(FirmRight::Proposes)
            && !eyes.is_on_both_sides(one)
    });
    Apply {
        rows: open
            .take(APPLY)
            .map(|one| BoardRow::of(eyes, one, now))
            .collect(),
        of: board.pending_count(),
    }
}

/// A facilitator's credits, where credits are used.
pub(super) fn credits(eyes: &Eyes<'_>) -> Vec<(CreditKind, u32)> {
    if !eyes.facilitator || !eyes.sees_firm() || eyes.state.terms().credits.is_none() {
        return Vec::new();
    }
    let left = |kind| (kind, eyes.state.credits().left(eyes.firm, kind));
    CreditKind::ALL.map(left).to_vec()
}

/// A client's latest projects that are not over without a mission, and the missions she is in charge of.
pub(super) fn under_way(eyes: &Eyes<'_>, contact: ContactId) -> Vec<UnderWay> {
    let board = eyes.state.board();
    let parts = eyes.state.contacts_in(contact);
    let latest = parts.flat_map(|one| board.latest_of_contact(one).take(LATEST));
    let hers = latest.filter(|one| eyes.is_client(one));
    let parts = eyes.state.contacts_in(contact);
    let charges = parts.flat_map(|one| board.charges_of(one).take(LATEST));
    let charges = charges.filter_map(|id| board.opportunity(id));
    let charges = charges.filter(|one| !eyes.is_client(one) && eyes.is_in_charge(one));
    let projects = hers.chain(charges).filter_map(|one| {
        let progress = progress(one)?;
        let hers = one.awaits_client()
            || (one.selects == Selects::Client
                && matches!(progress, Course::Proposals(n) if n > 0));
        Some(UnderWay {
            id: one.id,
            what: clean_line(&one.notice.title).into_owned(),
            progress,
            hers,
        })
    });
    projects.take(PROJECTS).collect()
}

fn progress(one: &Opportunity) -> Option<Course> {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match one.stage {
        OpportunityStage::Open => Some(Course::Proposals(one.submitted)),
        OpportunityStage::Selected { .. } => Some(Course::Selected),
        OpportunityStage::Confirmed { .. } => {
            let mission = one.mission.as_deref();
            let held = mission.map_or(0, |mission| mission.held());
            Some(Course::Running(small(held), u32::from(one.notice.sessions)))
        }
        OpportunityStage::Delivered { .. } => Some(Course::Delivered),
        OpportunityStage::Ended { .. } => None,
    }
}
