//! What is delivered and paid for in parts, in words, and as people type it: `what | when | amount`, one a line. Whether
//! they add up is for the rules to say.

use super::{Teller, clean};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::Tranche;
use crate::domain::opportunity::deal::Due;
use crate::text::when;

/// The hour that is meant when only a day is named: nothing is late before its evening.
const EVENING: (u32, u32) = (18, 0);
/// What parts a line.
const BAR: char = '|';

impl Teller<'_> {
    /// When a tranche is delivered; empty when nobody said.
    pub fn due(&self, due: &Due) -> String {
        match due {
            Due::Said(words) => words.to_string(),
            Due::Day(at) => self.formats.date(super::local(self.zone, *at).date_naive()),
        }
    }

    /// A tranche in a line: what, when, how much.
    pub fn tranche(&self, one: &Tranche) -> String {
        let parts = [
            one.what.to_string(),
            self.due(&one.due),
            self.money(one.amount),
        ];
        let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        there.join(" · ")
    }

    /// A tranche as [`Teller::read_tranche`] reads it back.
    pub fn typed_tranche(&self, one: &Tranche) -> String {
        let due = match &one.due {
            Due::Said(words) => words.to_string(),
            Due::Day(at) => {
                let day = super::local(self.zone, *at).date_naive();
                day.format("%Y-%m-%d").to_string()
            }
        };
        let amount = one.amount.typed();
        match due.as_str() {
            "" => format!("{} {BAR} {amount}", one.what),
            due => format!("{} {BAR} {due} {BAR} {amount}", one.what),
        }
    }

    /// Reads a tranche as people type it; when it is may be left out, and words that are no day stay as they are.
    ///
    /// # Errors
    /// A line that is not so written, and an amount that is none or could be two, in words.
    pub fn read_tranche(&self, line: &str, currency: Currency) -> Result<Tranche, String> {
        let parts: Vec<&str> = line.split(BAR).map(str::trim).collect();
        let (what, due, amount) = match parts.as_slice() {
            [what, amount] => (*what, "", *amount),
            [what, due, amount] => (*what, *due, *amount),
            _ => return Err(self.texts.get("terms-line-wrong").into_owned()),
        };
        let amount = Money::read(amount, currency).map_err(|why| self.not_money(&why))?;
        Ok(Tranche {
            what: what.into(),
            due: self.read_due(due)?,
            amount,
        })
    }

    /// Reads all tranches of a text, one a line; what is wrong names its line.
    ///
    /// # Errors
    /// What [`Teller::read_tranche`] does not read, behind the line's number.
    pub fn read_tranches(&self, text: &str, currency: Currency) -> Result<Vec<Tranche>, String> {
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.trim().is_empty());
        let read = |(at, line): (usize, &str)| {
            self.read_tranche(line, currency).map_err(|why| {
                let n = (at + 1).into();
                self.texts
                    .with("terms-line", &[("n", n), ("why", clean(&why).into())])
            })
        };
        lines.map(read).collect()
    }

    /// A day where it is one; a day that lies behind is a slip.
    fn read_due(&self, text: &str) -> Result<Due, String> {
        let now = super::local(self.zone, self.now);
        let day = when::parse(text, now.naive_local(), self.texts.lang()).is_ok();
        match day {
            true => self.read_when(text, EVENING).map(Due::Day),
            false => Ok(Due::Said(text.into())),
        }
    }
}
