//! The clock everything is told the time by, and what it cannot say.
//!
//! Records are in the order of their numbers, whatever the clock says: one that is set back makes a record with
//! an earlier time behind one with a later, and nothing is lost by it. A clock that was lost altogether (an
//! empty battery: 1970, 2000) is another thing: deadlines and relations would be reckoned from it, so nothing
//! is opened by it.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::DateTime;

use super::notes::Note;
use crate::domain::Millis;
use crate::journal::{Fault, FaultKind};

/// The clock everything is told the time by. Tests set it.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// 2001-01-01: no clock that was ever set stands before it.
const EARLIEST: Millis = 978_307_200_000;
/// 2200-01-01: nor behind it.
const LATEST: Millis = 7_258_118_400_000;
/// A clock this far behind the last record is told of.
const BEHIND: Millis = 24 * 3_600_000;

/// Returns the clock of the machine.
pub fn machine_clock() -> Clock {
    Arc::new(|| millis(machine_time()))
}

/// chrono's own clock panics before 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the clock that everybody else is to ask"
)]
fn machine_time() -> SystemTime {
    SystemTime::now()
}

fn millis(at: SystemTime) -> Millis {
    let in_range = |span: Duration| Millis::try_from(span.as_millis()).unwrap_or(Millis::MAX);
    match at.duration_since(UNIX_EPOCH) {
        Ok(since) => in_range(since),
        Err(before) => -in_range(before.duration()),
    }
}

/// Refuses a clock that cannot be right, before anything is opened by it.
///
/// # Errors
/// What it says, and what to do.
pub fn check_clock(now: Millis) -> Result<(), Fault> {
    if (EARLIEST..LATEST).contains(&now) {
        return Ok(());
    }
    Err(Fault::new(
        FaultKind::Other,
        format!("the clock of this machine says {}", shown(now)),
        "set it, then start entremise again; nothing is wrong with the data",
    ))
}

/// Returns what to say of a clock that is far behind the last record, of the time `last`.
pub(super) fn behind(now: Millis, last: Millis) -> Option<Note> {
    let values = || [("now", shown(now).into()), ("last", shown(last).into())];
    let behind = last.saturating_sub(now) > BEHIND;
    behind.then(|| Note::new("start-clock", values()))
}

fn shown(at: Millis) -> String {
    match DateTime::from_timestamp_millis(at) {
        Some(at) => at.format("%Y-%m-%d %H:%M UTC").to_string(),
        None => format!("{at} milliseconds since 1970"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::texts::Lang;

    #[test]
    fn wks_7_a_clock_that_was_lost_is_named() {
        for (now, said) in [
            (-1, "1969-12-31 23:59"),
            (0, "1970-01-01 00:00"),
            (946_684_800_000, "2000-01-01"),
            (LATEST, "2200-01-01"),
            (Millis::MIN, "since 1970"),
        ] {
            let fault = check_clock(now)
                .expect_err("a clock that is wrong")
                .to_string();
            assert!(fault.contains(said) && fault.contains("set it"), "{fault}");
            assert!(!fault.contains("recover"), "{fault}");
        }
        assert!(check_clock(1_773_133_200_000).is_ok());
    }

    #[test]
    fn wks_7_the_machines_clock_can_be_read_whatever_it_says() {
        let second = Duration::from_secs(1);
        assert_eq!(millis(UNIX_EPOCH + second), 1_000);
        assert_eq!(millis(UNIX_EPOCH - second), -1_000);
        assert!(check_clock(machine_clock()()).is_ok());
    }

    #[test]
    fn wks_7_a_clock_that_was_set_back_is_told_of() {
        let last = 1_773_133_200_000;
        let told = behind(last - 2 * BEHIND, last)
            .expect("a word")
            .say(Lang::En);
        assert!(
            told.contains("2026-03-08") && told.contains("2026-03-10"),
            "{told}"
        );
        assert_eq!(behind(last - BEHIND, last), None);
        assert_eq!(behind(last + 40 * BEHIND, last), None);
    }
}
