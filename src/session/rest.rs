//! How long a person has pressed no key: warned a minute before their session ends, where it does. What
//! the server sends does not count as a sign of life.

use std::time::Duration;

use tokio::time::Instant;

/// The warning comes so long before the end.
const BEFORE: Duration = Duration::from_secs(60);

/// Since when no key was pressed.
pub(super) struct Rest {
    since: Instant,
    warned: bool,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// To warn.
    Warning,
    /// To end.
    End,
}

impl Rest {
    /// A key was pressed.
    pub(super) fn begin(now: Instant) -> Rest {
        Rest {
            since: now,
            warned: false,
        }
    }

    /// When something is due next, where sessions end after `idle`.
    pub(super) fn next(&self, idle: Option<Duration>) -> Option<Instant> {
        let idle = idle?;
        let wait = if self.warned {
            idle
        } else {
            idle.saturating_sub(BEFORE)
        };
        Some(self.since + wait)
    }

    /// What is due now; a warning is due once.
    pub(super) fn look(&mut self, idle: Option<Duration>, now: Instant) -> Option<Due> {
        let due = self.next(idle).is_some_and(|at| at <= now);
        let warned = self.warned;
        self.warned = warned || due;
        match (due, warned) {
            (false, _) => None,
            (true, false) => Some(Due::Warning),
            (true, true) => Some(Due::End),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_3_whoever_rests_is_warned_a_minute_before_the_end() {
        let (idle, begun) = (Some(Duration::from_secs(600)), Instant::now());
        let mut rest = Rest::begin(begun);
        let mut look = |seconds| rest.look(idle, begun + Duration::from_secs(seconds));
        assert_eq!(look(539), None);
        assert_eq!(look(540), Some(Due::Warning));
        assert_eq!(look(541), None, "once");
        assert_eq!(look(600), Some(Due::End));
        assert_eq!(
            Rest::begin(begun).next(None),
            None,
            "never, where it does not"
        );
    }
}
