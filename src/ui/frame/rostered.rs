//! A list pane whose rows are a [`Roster`]: a short one is made at once, a long one beside the screen; both are kept
//! true by what changed.

use std::ops::Range;
use std::sync::Arc;

use super::browse::Browse;
use super::out::Words;
use super::wanted::Looked;
use super::{Frame, ListPane};
use crate::desk::views::{Listed, Roster, SortBy, SortKey, Wish};
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

impl<P, T> Frame<P>
where
    P: ListPane<Rows = Roster<T>>,
    T: Listed,
{
    /// Shows anew the rows that have every word of the filter in what `text` says of them, in the order of the list,
    /// by `key`; or asks for them where there are many: until those come the list stays as it is.
    pub fn relist(&mut self, text: fn(&Words, &T) -> String, key: fn(&Words, &T, &str) -> SortKey) {
        let words = self.ctx.words();
        let text = Arc::new(move |row: &T| text(&words, row));
        self.relist_wished(Wish::new(self.browse.filter.text(), text), key);
    }

    /// The same, of those that `wish` wants, whose filter it knows.
    pub fn relist_wished(&mut self, wish: Wish<T>, key: fn(&Words, &T, &str) -> SortKey) {
        let (words, order) = (self.ctx.words(), self.order);
        let by = order
            .by
            .map(|by| Arc::new(move |row: &T| key(&words, row, by)) as SortBy<T>);
        let wish = wish.sorted(by, order.turned);
        if Roster::<T>::is_short(&self.ctx.sight) {
            self.browse.rows = Some(Roster::build(&self.ctx.sight, wish, self.ctx.now));
            self.listing.forget();
        } else {
            self.listing.ask_only(Roster::look(wish), &mut self.out);
        }
    }

    /// Follows what the session sees now. Yields where something is new. A list that another was asked for stays as
    /// it is: that one follows when it comes.
    pub fn catch_up(&mut self) -> News<T::Id> {
        if self.listing.is_waiting() {
            return News::Of(Vec::new());
        }
        let (rows, ctx) = (self.browse.rows.as_mut(), &self.ctx);
        let changed = rows.and_then(|rows| rows.advance(&ctx.sight, ctx.now));
        changed.map_or(News::Anywhere, News::Of)
    }

    /// Returns the lines of the places `shown`, as `line` writes them. A place whose row went is empty until the list
    /// follows.
    pub fn lines(&self, shown: Range<usize>, line: impl Fn(&T) -> Row) -> Vec<Row> {
        let (rows, ctx) = (self.browse.rows.iter(), &self.ctx);
        let ids = rows.flat_map(|rows| shown.clone().filter_map(|at| rows.id_at(at)));
        let row = |id| T::of(&ctx.sight, id, ctx.now);
        ids.map(|id| row(id).map_or_else(Row::default, |row| line(&row)))
            .collect()
    }
}

/// Takes the list that `pane` asked for, if that came. The snapshot may have moved on while it was made.
pub fn take_list<P, T>(pane: &mut P, looked: &mut Looked)
where
    P: ListPane<Rows = Roster<T>>,
    T: Listed,
{
    let frame = pane.frame_mut();
    let Some(rows) = frame.listing.take(looked) else {
        return;
    };
    frame.browse.rows = Some(rows);
    match frame.catch_up() {
        News::Of(_) => pane.sync(),
        News::Anywhere => pane.relist(),
    }
}

impl<T: Listed> Browse<Roster<T>> {
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
