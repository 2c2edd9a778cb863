//! By when a client needs an answer, as their mail says it (REQ-3, REQ-9): a deadline or a delay in so many words,
//! the date of a meeting with the client, the start of a meeting in a calendar part. The first of them counts.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

use crate::domain::Millis;
use crate::domain::house::{Country, House, Language};
use crate::domain::request::incoming::{Incoming, Meeting};
use crate::text::quote::reply_parts;
use crate::text::reading::Lexicon;
use crate::text::when::{self, Read, When};

/// What a message is read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub house: &'a House,
    pub lexicon: &'a Lexicon,
    /// The language it is written in.
    pub language: Option<Language>,
    /// Where its sender is.
    pub country: Option<Country>,
}

/// The deadline that a message states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Deadline {
    /// When it is, where it lies ahead and nobody can read it otherwise.
    pub at: Option<Millis>,
    /// Whether it states one that can be read two ways.
    pub doubtful: bool,
}

/// Returns the deadline of a new message that came at `came`.
pub(super) fn deadline(words: &Words, came: Millis, incoming: &Incoming) -> Deadline {
    within(words, came, incoming, &incoming.body)
}

/// Returns the same of a further message of a request: what it quotes was said, and read, before.
pub(super) fn newly(words: &Words, came: Millis, incoming: &Incoming) -> Deadline {
    let own = reply_parts(&incoming.body, words.lexicon).own;
    within(words, came, incoming, own)
}

fn within(words: &Words, came: Millis, incoming: &Incoming, text: &str) -> Deadline {
    let house = words.house;
    let language = words.language;
    let country = words.country;
    let read = Read {
        lexicon: words.lexicon,
        language: language.as_ref().map(Language::code),
        country: country.as_ref().map(Country::code),
        came: house.local(came),
    };
    let found = when::find_deadline(text, &read);
    let doubtful = found.as_ref().is_some_and(|stated| stated.or.is_some());
    let stated = found.filter(|_| !doubtful);
    let stated = stated.map(|stated| house.instant(stated.when.date, stated.when.time));
    let meeting = [&*incoming.subject, text]
        .into_iter()
        .find_map(|text| when::find_meeting(text, &read))
        .map(|(when, _)| before(house, when));
    let invited = incoming
        .meetings
        .iter()
        .filter_map(|one| starts(house, one));
    let all = stated.into_iter().chain(meeting).chain(invited);
    Deadline {
        at: all.filter(|at| *at > came).min(),
        doubtful,
    }
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
