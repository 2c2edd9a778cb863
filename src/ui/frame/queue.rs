//! Where the cursor of a list goes when what was just acted on moves away: to the row that followed it, so that
//! one's place in the queue is kept. Never moves the cursor itself.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::ui::kit::list::Rows;

/// Rows behind the one that was acted on that are remembered: some of them may go with it.
const FOLLOWING: usize = 200;

/// A row that a command was just sent for, and its neighbours.
#[derive(Debug, Clone)]
pub struct Acted<Id> {
    row: Id,
    /// The rows that followed it, the nearest first.
    next: Vec<Id>,
    /// The one before it.
    before: Option<Id>,
    /// The commands.
    tokens: RangeInclusive<u64>,
    /// The record they came to.
    seq: Option<u64>,
}

impl<Id: Clone + Ord> Acted<Id> {
    /// Returns the selected row with its neighbours; those of `with` were acted on too.
    pub fn new<R: Rows<Id = Id>>(
        rows: &R,
        row: Id,
        with: &BTreeSet<Id>,
        tokens: RangeInclusive<u64>,
    ) -> Option<Acted<Id>> {
        let at = rows.find(&row)?;
        let id = |at: usize| rows.id(at).filter(|id| !with.contains(id));
        let following = (at + 1..rows.len()).take(FOLLOWING);
        Some(Acted {
            next: following.filter_map(id).collect(),
            before: at.checked_sub(1).and_then(|at| rows.id(at)),
            row,
            tokens,
            seq: None,
        })
    }

    /// Returns the row it was.
    pub fn row(&self) -> &Id {
        &self.row
    }

    /// Returns where the cursor goes now that the rows are these; nothing while the row is where it was.
    pub fn goes_to<R: Rows<Id = Id>>(&self, rows: &R) -> Option<Id> {
        let next = self.next.iter().find(|id| rows.find(id).is_some());
        let before = self.before.as_ref().filter(|id| rows.find(id).is_some());
        let place = |id: Option<&Id>| id.and_then(|id| rows.find(id));
        let moved = match rows.find(&self.row) {
            None => true,
            Some(at) => {
                place(next).is_some_and(|next| next < at)
                    || place(before).is_some_and(|before| before > at)
            }
        };
        next.or(before).filter(|_| moved).cloned()
    }

    /// The command `token` was answered: recorded as `seq`, or refused. Yields whether it was one of these.
    pub fn settle(&mut self, token: u64, seq: Option<u64>) -> bool {
        let its = self.tokens.contains(&token);
        if its {
            self.seq = seq;
        }
        its
    }

    /// Returns whether the rows of a snapshot `seen` have all that was recorded.
    pub fn is_over(&self, seen: u64) -> bool {
        self.seq.is_some_and(|seq| seq <= seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_8_the_cursor_goes_to_the_row_that_followed() {
        let queue = [1, 2, 3, 4, 5].as_slice();
        let of = |row, with: &[i32]| {
            let with = with.iter().copied().collect();
            Acted::new(&Table(queue.to_vec()), row, &with, 1..=1).expect("it is there")
        };
        for (row, with, now, to) in [
            (2, &[][..], &[1, 2, 3, 4, 5][..], None),
            (2, &[], &[1, 3, 4, 2, 5], Some(3)),
            (2, &[], &[2, 1, 3, 4, 5], Some(3)),
            (2, &[], &[1, 3, 4, 5], Some(3)),
            (2, &[], &[1, 2, 9, 3, 4, 5], None),
            (5, &[], &[5, 1, 2, 3, 4], Some(4)),
            (5, &[], &[1, 2, 3, 4], Some(4)),
            (2, &[2, 3, 4], &[1, 5, 2, 3, 4], Some(5)),
            (2, &[], &[], None),
        ] {
            let went = of(row, with).goes_to(&Table(now.to_vec()));
            assert_eq!(went, to, "{row} of {queue:?} in {now:?}");
        }
    }

    struct Table(Vec<i32>);

    impl Rows for Table {
        type Id = i32;

        fn len(&self) -> usize {
            self.0.len()
        }

        fn id(&self, position: usize) -> Option<i32> {
            self.0.get(position).copied()
        }

        fn find(&self, id: &i32) -> Option<usize> {
            self.0.iter().position(|one| one == id)
        }
    }
}
