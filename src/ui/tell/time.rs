//! Instants in words, and words read as an instant to come. Takes what time it is from the teller, never from a
//! clock.

use super::{Teller, local};
use crate::domain::Millis;
use crate::text::when;
use chrono::NaiveTime;

impl Teller<'_> {
    /// An instant in full, with its zone.
    pub fn full(&self, at: Millis) -> String {
        self.formats.full(local(self.zone, at))
    }

    /// An instant with its day and hour, by the house's clock.
    pub fn when(&self, at: Millis) -> String {
        let at = local(self.zone, at);
        format!(
            "{}, {}",
            self.formats.date(at.date_naive()),
            self.formats.time(at)
        )
    }

    /// The day of an instant.
    pub fn day_of(&self, at: Millis) -> chrono::NaiveDate {
        local(self.zone, at).date_naive()
    }

    /// An instant with its zone, for plain text: `2026-12-03 14:00 CET`.
    pub fn stamp(&self, at: Millis) -> String {
        self.formats.stamp(local(self.zone, at))
    }

    /// An instant in brief: the hour for today, else the day.
    pub fn brief(&self, at: Millis) -> String {
        self.formats
            .brief(local(self.zone, at), local(self.zone, self.now))
    }

    /// The same as it stands behind “since”.
    pub fn since(&self, at: Millis) -> String {
        self.formats
            .since(local(self.zone, at), local(self.zone, self.now))
    }

    /// How far an instant is away: `2 h`, `in 3 d`.
    pub fn relative(&self, at: Millis) -> String {
        self.formats
            .relative(local(self.zone, at), local(self.zone, self.now))
    }

    /// An instant to come, as people write it; a day alone means `usual` on that day.
    ///
    /// # Errors
    /// What is no date, or lies behind, in words.
    pub fn read_when(&self, text: &str, usual: (u32, u32)) -> Result<Millis, String> {
        let now = local(self.zone, self.now);
        let lang = self.texts.lang();
        let when = when::parse(text, now.naive_local(), lang).map_err(|error| {
            let [one, two] = error.examples(lang);
            self.texts.with(
                error.code(),
                &[
                    ("piece", error.piece.clone().into()),
                    ("one", one.into()),
                    ("two", two.into()),
                ],
            )
        })?;
        let usual = NaiveTime::from_hms_opt(usual.0, usual.1, 0).unwrap_or_default();
        let naive = when.date.and_time(when.time.unwrap_or(usual));
        let hour = chrono::Duration::hours(1);
        let at = naive
            .and_local_timezone(self.zone)
            .earliest()
            .or_else(|| (naive + hour).and_local_timezone(self.zone).earliest())
            .map(|at| at.timestamp_millis());
        match at {
            Some(at) if at > self.now => Ok(at),
            _ => Err(self.texts.get("refusal-in-the-past").into_owned()),
        }
    }
}
