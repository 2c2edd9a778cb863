//! Rows that are all at hand, and those of them that a filter leaves. A list of which only a window is at hand
//! brings [`Rows`] of its own.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use super::browse::Browse;
use crate::text::fold;
use crate::ui::kit::list::Rows;

/// A row that has a name for good.
pub trait Keyed {
    /// What names it.
    type Id: Copy + Ord + Hash;

    /// Returns its name.
    fn key(&self) -> Self::Id;
}

/// All rows, and those that are shown.
pub struct Sifted<T: Keyed> {
    all: Vec<T>,
    /// Where each row is in `all`.
    places: HashMap<T::Id, usize>,
    /// Those that a filter leaves; nothing while all are shown.
    shown: Option<Shown<T::Id>>,
    /// What a filter looks at, folded; made with the first filter and kept until the rows are others.
    texts: Vec<String>,
}

/// Some of the rows: where each is among all, and where it is among these.
struct Shown<Id> {
    rows: Vec<usize>,
    positions: HashMap<Id, usize>,
}

impl<T: Keyed> Sifted<T> {
    /// Returns `all` rows in their order, every one of them shown.
    fn new(all: Vec<T>) -> Self {
        let places = all.iter().enumerate();
        Self {
            places: places.map(|(at, row)| (row.key(), at)).collect(),
            shown: None,
            texts: Vec::new(),
            all,
        }
    }

    /// Leaves the rows that have every word of `filter` in what `text` says of them.
    fn sift(&mut self, filter: &str, text: impl Fn(&T) -> String) {
        let filter = fold::fold(filter);
        let words: Vec<&str> = filter.split_whitespace().collect();
        if words.is_empty() {
            self.shown = None;
            return;
        }
        if self.texts.len() != self.all.len() {
            self.texts = self.all.iter().map(|row| fold::fold(&text(row))).collect();
        }
        let fits = |text: &str| words.iter().all(|word| text.contains(word));
        let all = self.all.iter().zip(&self.texts).enumerate();
        let fitting = all.filter(|(_, (_, text))| fits(text));
        let fitting = fitting.map(|(at, (row, _))| (at, row.key())).enumerate();
        let mut shown = Shown {
            rows: Vec::new(),
            positions: HashMap::new(),
        };
        for (position, (at, id)) in fitting {
            shown.rows.push(at);
            shown.positions.insert(id, position);
        }
        self.shown = Some(shown);
    }

    /// Returns the row with this name, whether it is shown or not.
    fn get(&self, id: &T::Id) -> Option<&T> {
        self.all.get(*self.places.get(id)?)
    }

    /// Returns the row that is shown at `position`.
    fn row(&self, position: usize) -> Option<&T> {
        match &self.shown {
            Some(shown) => self.all.get(*shown.rows.get(position)?),
            None => self.all.get(position),
        }
    }
}

impl<T: Keyed> Browse<Sifted<T>> {
    /// Takes `all` rows; the filter is still to be applied to them.
    pub fn put(&mut self, all: Vec<T>) {
        self.rows = Some(Sifted::new(all));
    }

    /// Returns all rows, whether they are shown or not.
    pub fn all(&self) -> &[T] {
        self.rows.as_ref().map_or(&[], |rows| &rows.all)
    }

    /// Leaves the rows that have every word of the filter in what `text` says of them.
    pub fn sift(&mut self, text: impl Fn(&T) -> String) {
        if let Some(rows) = &mut self.rows {
            rows.sift(self.filter.text(), text);
        }
    }

    /// Returns the rows that are shown at these positions.
    pub fn shown(&self, at: Range<usize>) -> impl Iterator<Item = &T> {
        let rows = self.rows.iter();
        rows.flat_map(move |rows| at.clone().filter_map(|at| rows.row(at)))
    }

    /// Returns a row by name, whether it is shown or not.
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.rows.as_ref()?.get(id)
    }

    /// Returns the selected row.
    pub fn selected_row(&self) -> Option<&T> {
        self.get(&self.selected()?)
    }
}

impl<T: Keyed> Rows for Sifted<T> {
    type Id = T::Id;

    fn len(&self) -> usize {
        match &self.shown {
            Some(shown) => shown.rows.len(),
            None => self.all.len(),
        }
    }

    fn id(&self, position: usize) -> Option<T::Id> {
        self.row(position).map(Keyed::key)
    }

    fn find(&self, id: &T::Id) -> Option<usize> {
        match &self.shown {
            Some(shown) => shown.positions.get(id).copied(),
            None => self.places.get(id).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Keyed for (u32, &'static str) {
        type Id = u32;

        fn key(&self) -> u32 {
            self.0
        }
    }

    #[test]
    fn a_filter_leaves_the_rows_that_have_every_word() {
        let mut rows = Sifted::new(vec![(7, "Été à Lyon"), (3, "Lyon"), (9, "ete")]);
        let text = |row: &(u32, &'static str)| row.1.to_owned();
        let shown = |rows: &Sifted<_>| {
            (0..rows.len())
                .filter_map(|n| rows.id(n))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown(&rows), [7, 3, 9]);
        rows.sift(" ETE ", text);
        assert_eq!(
            (shown(&rows), rows.find(&9), rows.find(&3)),
            (vec![7, 9], Some(1), None)
        );
        rows.sift("lyon été", text);
        assert_eq!(shown(&rows), [7]);
        assert_eq!(
            rows.get(&3).map(|row| row.1),
            Some("Lyon"),
            "it is there, and not shown"
        );
        rows.sift("", text);
        assert_eq!((shown(&rows), rows.find(&9)), (vec![7, 3, 9], Some(2)));
    }
}
