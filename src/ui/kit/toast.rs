//! What was just done, in one line with its undo; what was refused, with what would make it
//! pass. Shown in the footer for a while. Time comes in as a value.

use chrono::{DateTime, TimeDelta, Utc};

/// Seconds that a message stays, more for a refusal, which is read twice, and most for what one is told once.
const STAYS: (i64, i64, i64) = (6, 10, 60);
/// Messages kept to look back at.
const KEPT: usize = 50;

/// What kind of message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was refused.
    Refused,
    /// Something is said that nobody asked for.
    Told,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// Its words, undo included: `Claimed R-1031 · u undo`.
    pub words: String,
    /// Its kind.
    pub tone: Tone,
    /// When it was said.
    pub at: DateTime<Utc>,
}

impl Toast {
    fn ends(&self) -> DateTime<Utc> {
        let seconds = match self.tone {
            Tone::Done => STAYS.0,
            Tone::Refused => STAYS.1,
            Tone::Told => STAYS.2,
        };
        self.at
            .checked_add_signed(TimeDelta::seconds(seconds))
            .unwrap_or(self.at)
    }
}

/// The message shown, and those before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Toasts {
    said: Vec<Toast>,
}

impl Toasts {
    /// Something was done; `undo` is the hint, `u undo`, when it can be taken back.
    pub fn done(&mut self, words: &str, undo: Option<&str>, at: DateTime<Utc>) {
        let words = match undo {
            Some(undo) => format!("{words} · {undo}"),
            None => words.to_owned(),
        };
        self.say(Toast {
            words,
            tone: Tone::Done,
            at,
        });
    }

    /// Something was refused, and why.
    pub fn refused(&mut self, words: impl Into<String>, at: DateTime<Utc>) {
        self.say(Toast {
            words: words.into(),
            tone: Tone::Refused,
            at,
        });
    }

    /// Something the person is to know.
    pub fn told(&mut self, words: impl Into<String>, at: DateTime<Utc>) {
        self.say(Toast {
            words: words.into(),
            tone: Tone::Told,
            at,
        });
    }

    fn say(&mut self, toast: Toast) {
        if self.said.len() >= KEPT {
            self.said.remove(0);
        }
        self.said.push(toast);
    }

    /// The message to show at `now`.
    pub fn current(&self, now: DateTime<Utc>) -> Option<&Toast> {
        self.said.last().filter(|t| now < t.ends())
    }

    /// When the screen changes next by itself, so that the session can sleep until then.
    pub fn next_change(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.current(now).map(Toast::ends)
    }

    /// All that was said, oldest first.
    pub fn history(&self) -> &[Toast] {
        &self.said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_1_a_message_says_its_undo_and_goes_by_itself() {
        let start = DateTime::<Utc>::UNIX_EPOCH;
        let after = |seconds| start + TimeDelta::seconds(seconds);
        let mut toasts = Toasts::default();
        assert_eq!(toasts.current(start), None);
        toasts.done("Claimed R-1031", Some("u undo"), start);
        assert_eq!(
            toasts.current(after(5)).map(|t| t.words.as_str()),
            Some("Claimed R-1031 · u undo")
        );
        assert_eq!(toasts.next_change(after(5)), Some(after(6)));
        assert_eq!(toasts.current(after(6)), None);
        toasts.refused("Martine has it", after(7));
        assert_eq!(
            toasts.current(after(16)).map(|t| t.tone),
            Some(Tone::Refused)
        );
        for n in 0..200 {
            toasts.done("again", None, after(n));
        }
        assert_eq!(toasts.history().len(), KEPT);
    }
}
