//! A list pane whose rows are a [`Roster`]: a short one is made at once, a long one beside the screen; both are kept
//! true by what changed.

use std::ops::Range;

use super::browse::Browse;
use super::out::{Ctx, Out};
use super::wanted::{Looked, Wanted};
use crate::desk::views::{Listed, Roster, Wish};
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::Row;

/// Where something is new in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News<Id> {
    /// Of these.
    Of(Vec<Id>),
    /// Anywhere: it is made anew.
    Anywhere,
}

impl<T: Listed> Rows for Roster<T> {
    type Id = T::Id;

    fn len(&self) -> usize {
        Roster::len(self)
    }

    fn id(&self, position: usize) -> Option<T::Id> {
        self.id_at(position)
    }

    fn find(&self, id: &T::Id) -> Option<usize> {
        self.position(*id)
    }
}

impl<T: Listed> Browse<Roster<T>> {
    /// Makes the list anew, or asks for it where it is long; until that comes the list stays as it is.
    pub fn relist(
        &mut self,
        wish: Wish<T>,
        listing: &mut Wanted<Roster<T>>,
        ctx: &Ctx,
        out: &mut Out,
    ) {
        if Roster::<T>::is_short(&ctx.sight) {
            self.rows = Some(Roster::build(&ctx.sight, wish, ctx.now));
            listing.forget();
        } else {
            listing.ask_only(Roster::look(wish), out);
        }
    }

    /// Takes the list that was asked for, if that came; false when it did not.
    pub fn listed(&mut self, listing: &mut Wanted<Roster<T>>, looked: &mut Looked) -> bool {
        let came = listing.take(looked);
        let is_there = came.is_some();
        if is_there {
            self.rows = came;
        }
        is_there
    }

    /// Follows what the session sees now. Yields where something is new. A list that another was asked for stays as
    /// it is: that one follows when it comes.
    pub fn catch_up(&mut self, listing: &Wanted<Roster<T>>, ctx: &Ctx) -> News<T::Id> {
        if listing.is_waiting() {
            return News::Of(Vec::new());
        }
        let changed = self
            .rows
            .as_mut()
            .and_then(|rows| rows.advance(&ctx.sight, ctx.now));
        changed.map_or(News::Anywhere, News::Of)
    }

    /// Returns the lines of the places `shown`, as `line` writes them. A place whose row went is empty until the list
    /// follows.
    pub fn lines(&self, shown: Range<usize>, line: impl Fn(T::Id) -> Option<Row>) -> Vec<Row> {
        let rows = self.rows.iter();
        let ids = rows.flat_map(|rows| shown.clone().filter_map(|at| rows.id_at(at)));
        ids.map(|id| line(id).unwrap_or_default()).collect()
    }

    /// Whether one of `ids` is on the screen: in a line that shows, or what is selected.
    pub fn shows(&self, ids: &[T::Id]) -> bool {
        let selected = self.selected();
        let lines = self.list.viewport.visible();
        let mut lines = lines.filter_map(|at| self.rows.as_ref()?.id_at(at));
        selected.is_some_and(|id| ids.contains(&id)) || lines.any(|id| ids.contains(&id))
    }

    /// What the list shows of itself: which lines, how many there are and are counted, and where one is.
    pub fn outline(&self) -> (Vec<T::Id>, usize, usize, usize) {
        let lines = self.list.viewport.visible();
        let rows = self.rows.as_ref();
        let count = |of: fn(&Roster<T>) -> usize| rows.map_or(0, of);
        (
            lines.filter_map(|at| rows?.id_at(at)).collect(),
            self.list.viewport.selected,
            count(Roster::len),
            count(Roster::counted),
        )
    }
}
