//! How long the rest of a key is waited for: a terminal of this machine sends a key in one piece, a line
//! from far away may bring its bytes one by one. Values only.

use std::time::Duration;

/// How long a line waits for more, from the last byte on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// A lone ESC is the key Esc after this.
    pub(super) lone: Duration,
    /// `ESC [` or `ESC O`, or what else was begun, is no sequence after this.
    pub(super) begun: Duration,
    /// The rest of a sequence is known as such for so long after its ESC was given up; none: not at all.
    pub(super) late: Option<Duration>,
}

impl Pace {
    /// A terminal of this machine.
    pub const NEAR: Pace = Pace {
        lone: Duration::from_millis(40),
        begun: Duration::from_millis(150),
        late: None,
    };
    /// A terminal at the other end of a network.
    pub const FAR: Pace = Pace {
        lone: Duration::from_millis(150),
        begun: Duration::from_millis(1_000),
        late: Some(Duration::from_millis(1_000)),
    };

    /// Returns the pace of the terminal that a program with these variables was started in: one that was
    /// reached by a remote shell is as far away as its own line.
    pub fn of(env: impl Fn(&str) -> Option<String>) -> Pace {
        match env("SSH_CONNECTION") {
            Some(line) if !line.is_empty() => Pace::FAR,
            _ => Pace::NEAR,
        }
    }
}
