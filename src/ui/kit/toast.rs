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
    /// The pane it is about: it is shown in no other. Nothing: wherever one is.
    pub place: Option<&'static str>,
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
    /// How many were said in all.
    count: usize,
    /// How many of them are over before their time.
    over: usize,
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
            place: None,
        });
    }

    /// Something was refused, and why.
    pub fn refused(&mut self, words: impl Into<String>, at: DateTime<Utc>) {
        self.say(Toast {
            words: words.into(),
            tone: Tone::Refused,
            at,
            place: None,
        });
    }

    /// Something the person is to know.
    pub fn told(&mut self, words: impl Into<String>, at: DateTime<Utc>) {
        self.say(Toast {
            words: words.into(),
            tone: Tone::Told,
            at,
            place: None,
        });
    }

    fn say(&mut self, toast: Toast) {
        if self.said.len() >= KEPT {
            self.said.remove(0);
        }
        self.said.push(toast);
        self.count += 1;
    }

    /// How many were said so far.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Keeps what was said since there were `count` to one pane.
    pub fn keep_to(&mut self, place: &'static str, count: usize) {
        let new = self.count.saturating_sub(count);
        let new = self.said.iter_mut().rev().take(new);
        for toast in new.filter(|toast| toast.tone != Tone::Told) {
            toast.place = Some(place);
        }
    }

    /// Ends what was said until there were `count`: something else was done since.
    pub fn end(&mut self, count: usize) {
        self.over = self.over.max(count);
    }

    /// The message to show at `now` in the pane `place`.
    pub fn current(&self, now: DateTime<Utc>, place: &str) -> Option<&Toast> {
        let last = self.said.last()?;
        let is_over = self.over >= self.count && last.tone != Tone::Told;
        let elsewhere = last.place.is_some_and(|of| of != place);
        (now < last.ends() && !is_over && !elsewhere).then_some(last)
    }

    /// When the screen changes next by itself, so that the session can sleep until then.
    pub fn next_change(&self, now: DateTime<Utc>, place: &str) -> Option<DateTime<Utc>> {
        self.current(now, place).map(Toast::ends)
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
        assert_eq!(toasts.current(start, "inbox"), None);
        toasts.done("Claimed R-1031", Some("u undo"), start);
        assert_eq!(
            toasts.current(after(5), "inbox").map(|t| t.words.as_str()),
            Some("Claimed R-1031 · u undo")
        );
        assert_eq!(toasts.next_change(after(5), "inbox"), Some(after(6)));
        assert_eq!(toasts.current(after(6), "inbox"), None);
        toasts.refused("Martine has it", after(7));
        assert_eq!(
            toasts.current(after(16), "inbox").map(|t| t.tone),
            Some(Tone::Refused)
        );
        for n in 0..200 {
            toasts.done("again", None, after(n));
        }
        assert_eq!(toasts.history().len(), KEPT);
    }

    #[test]
    fn wks_1_a_message_stays_in_its_pane_and_goes_with_the_next_change() {
        let start = DateTime::<Utc>::UNIX_EPOCH;
        let mut toasts = Toasts::default();
        let words = |toasts: &Toasts, place| {
            let toast = toasts.current(start, place);
            toast.map(|toast| toast.words.clone())
        };
        toasts.done("Claimed R-1", None, start);
        toasts.keep_to("inbox", 0);
        assert_eq!(words(&toasts, "inbox").as_deref(), Some("Claimed R-1"));
        assert_eq!(words(&toasts, "people"), None);
        toasts.end(toasts.count());
        assert_eq!(words(&toasts, "inbox"), None, "something else was done");
        let before = toasts.count();
        toasts.refused("Martine has it", start);
        toasts.keep_to("inbox", before);
        toasts.end(before);
        assert_eq!(words(&toasts, "inbox").as_deref(), Some("Martine has it"));
        let before = toasts.count();
        toasts.told("The house closes at 18:00", start);
        toasts.keep_to("inbox", before);
        toasts.end(toasts.count());
        let told = words(&toasts, "people");
        assert_eq!(told.as_deref(), Some("The house closes at 18:00"));
    }
}
