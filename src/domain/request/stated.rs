//! By when a client needs an answer, as their mail says it (REQ-3, REQ-9): a deadline or a delay in so many words,
//! the date of a meeting with the client, the start of a meeting in a calendar part. The first of them counts.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

use crate::domain::Millis;
use crate::domain::house::House;
use crate::domain::request::incoming::{Incoming, Meeting};
use crate::text::quote::reply_parts;
use crate::text::when::{self, When};

/// Returns the deadline of a new message that came at `came`, if it says one that lies ahead.
pub(super) fn deadline(house: &House, came: Millis, incoming: &Incoming) -> Option<Millis> {
    within(house, came, incoming, &incoming.body)
}

/// Returns the same of a further message of a request: what it quotes was said, and read, before.
pub(super) fn newly(house: &House, came: Millis, incoming: &Incoming) -> Option<Millis> {
    within(house, came, incoming, reply_parts(&incoming.body).own)
}

fn within(house: &House, came: Millis, incoming: &Incoming, words: &str) -> Option<Millis> {
    let now = house.local(came);
    let stated = when::find_deadline(words, now, when::Lang::Fr)
        .map(|(when, _)| house.instant(when.date, when.time));
    let meeting = [&*incoming.subject, words]
        .into_iter()
        .find_map(|text| when::find_meeting(text, now, when::Lang::Fr))
        .map(|(when, _)| before(house, when));
    let invited = incoming
        .meetings
        .iter()
        .filter_map(|one| starts(house, one));
    let all = stated.into_iter().chain(meeting).chain(invited);
    all.filter(|at| *at > came).min()
}

/// What a meeting is for must be there when it begins; of one without an hour, when the office opens.
fn before(house: &House, when: When) -> Millis {
    if when.time.is_some() {
        return house.instant(when.date, when.time);
    }
    let opens = house.instant(when.date, Some(NaiveTime::MIN));
    let opens = house.calendar.next_office_instant(opens);
    opens.min(house.instant(when.date, None))
}

/// When a meeting of a calendar part starts: `20260320T140000 Europe/Paris`, `20260320T130000Z`, `20260320`.
fn starts(house: &House, meeting: &Meeting) -> Option<Millis> {
    if matches!(&*meeting.method, "CANCEL" | "REPLY") {
        return None;
    }
    let (at, zone) = match meeting.starts.split_once(' ') {
        Some((at, zone)) => (at, zone.trim()),
        None => (&*meeting.starts, ""),
    };
    if let Ok(date) = NaiveDate::parse_from_str(at, "%Y%m%d") {
        return Some(before(house, When { date, time: None }));
    }
    let local = NaiveDateTime::parse_from_str(at.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()?;
    if at.ends_with('Z') {
        return Some(local.and_utc().timestamp_millis());
    }
    let zone: Option<chrono_tz::Tz> = zone.parse().ok();
    let there = zone.and_then(|zone| zone.from_local_datetime(&local).earliest());
    let there = there.map(|at: DateTime<chrono_tz::Tz>| at.timestamp_millis());
    there.or_else(|| Some(house.instant(local.date(), Some(local.time()))))
}
