//! Losses: runs of records that no log has, by number and by time.

use std::fmt;

use super::record::{Record, Seq};

/// A run of records that are lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The first lost record.
    pub from: Seq,
    /// The last lost record.
    pub to: Seq,
    /// They were made after this, in milliseconds since 1970-01-01 UTC; `None` when nothing tells.
    pub after_ms: Option<i64>,
    /// They were made before this.
    pub before_ms: Option<i64>,
}

impl Loss {
    /// How many records it is.
    pub fn count(&self) -> u64 {
        self.to.saturating_sub(self.from).saturating_add(1)
    }

    /// Returns the loss that a stand-in for a lost record declares.
    pub(super) fn declared(record: &Record) -> Option<Self> {
        let super::record::Payload::Lost(lost) = &record.payload else {
            return None;
        };
        let told = |ms: i64| (ms != 0).then_some(ms);
        Some(Self {
            from: record.header.seq,
            to: record.header.seq,
            after_ms: told(lost.from_ms),
            before_ms: told(lost.until_ms),
        })
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(f, "record {}", self.from)?;
        } else {
            write!(f, "records {} to {}", self.from, self.to)?;
        }
        match (self.after_ms.map(time), self.before_ms.map(time)) {
            (Some(after), Some(before)) => write!(f, ", made between {after} and {before}"),
            (Some(after), None) => write!(f, ", made after {after}"),
            (None, Some(before)) => write!(f, ", made before {before}"),
            (None, None) => Ok(()),
        }
    }
}

fn time(ms: i64) -> String {
    match chrono::DateTime::from_timestamp_millis(ms) {
        Some(at) => at.format("%Y-%m-%d %H:%M:%S UTC").to_string(),
        None => format!("{ms} ms"),
    }
}

/// Losses that are found one record after the other, joined into runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Losses {
    runs: Vec<Loss>,
    count: u64,
}

impl Losses {
    /// Adds a loss behind those that are there.
    pub fn add(&mut self, loss: Loss) {
        self.count = self.count.saturating_add(loss.count());
        match self.runs.last_mut() {
            Some(last) if last.to.checked_add(1) == Some(loss.from) => {
                last.to = loss.to;
                last.before_ms = loss.before_ms;
            }
            Some(_) | None => self.runs.push(loss),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// How many records are lost.
    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn runs(&self) -> &[Loss] {
        &self.runs
    }
}
