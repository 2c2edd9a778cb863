//! What becomes of the selection once a command was sent for a row: when that moves away, the cursor goes on to the
//! next.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::{Browse, Focus};
use crate::ui::frame::queue::Acted;
use crate::ui::kit::list::Rows;

impl<R: Rows> Browse<R> {
    /// Commands were sent for the selected row, or for those of `marked`.
    pub fn acts(&mut self, marked: &BTreeSet<R::Id>, tokens: RangeInclusive<u64>) {
        let (rows, row) = (self.rows.as_ref(), self.list.selected().cloned());
        let its = row.filter(|row| marked.is_empty() || marked.contains(row));
        let acted = rows.zip(its);
        self.acted = acted.and_then(|(rows, row)| Acted::new(rows, row, marked, tokens));
    }

    /// The command `token` was answered: recorded as `seq`, or refused. The rows are those of a snapshot `seen`.
    pub fn settle(&mut self, token: u64, seq: Option<u64>, seen: u64) {
        if let Some(acted) = &mut self.acted
            && acted.settle(token, seq)
            && seq.is_none()
        {
            self.acted = None;
        }
        self.seen(seen);
    }

    /// The rows are those of this snapshot: what was acted on has moved by now, or does not.
    pub fn seen(&mut self, seen: u64) {
        self.acted.take_if(|acted| acted.is_over(seen));
    }

    /// Goes on to the next row when the one that was acted on moved away; from a card, once that is left.
    pub(super) fn go_on(&mut self) {
        let Some((rows, acted)) = self.rows.as_ref().zip(self.acted.as_ref()) else {
            return;
        };
        if self.list.selected() != Some(acted.row()) {
            self.acted = None;
        } else if let Some(next) = acted.goes_to(rows) {
            self.acted = None;
            match self.focus {
                Focus::List => self.list.aim(next),
                Focus::Card => self.resumes = Some(next),
            }
        }
    }
}
