//! Rows by their ids, and the places of those that are missing. Ids are dense, so a row is found by its
//! place; where a damaged journal lost the record that began a row, its place stays empty, later rows keep
//! their own ids, and no id is given out twice.

use std::sync::Arc;

use imbl::Vector;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What stands on a [`Shelf`].
pub trait Shelved {
    /// Returns its place, which its id says: 0 for the id 1.
    fn place(&self) -> usize;
}

/// The most places that a row leaves empty before it. A number far beyond comes from no journal of ours.
const GAP_MOST: usize = 1_000_000;

/// Rows by their ids. A clone is one pointer.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    places: Vector<Option<Arc<T>>>,
    /// Places before this one are given away, whether something stands there or not.
    reserved: usize,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self {
            places: Vector::new(),
            reserved: 0,
        }
    }
}

impl<T: PartialEq> PartialEq for Shelf<T> {
    fn eq(&self, other: &Self) -> bool {
        self.places == other.places && self.end() == other.end()
    }
}

impl<T> Shelf<T> {
    /// Returns the place of the next new row: behind all there are, and behind what lost records may have
    /// begun.
    pub fn end(&self) -> usize {
        self.places.len().max(self.reserved)
    }

    /// Keeps the places before `end` from being given out.
    pub(in crate::domain) fn reserve(&mut self, end: usize) {
        self.reserved = self.reserved.max(end);
    }

    /// Returns the row at `place`.
    pub fn get(&self, place: usize) -> Option<&Arc<T>> {
        self.places.get(place).and_then(Option::as_ref)
    }

    /// Returns the rows there are, in the order of their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> {
        self.places.iter().flatten()
    }

    /// Returns the places with their rows, for scans that go by place.
    pub fn places(&self) -> &Vector<Option<Arc<T>>> {
        &self.places
    }
}

impl<T: Clone> Shelf<T> {
    /// Changes the row at `place`, if there is one.
    pub(in crate::domain) fn get_mut(&mut self, place: usize) -> Option<&mut Arc<T>> {
        self.places.get_mut(place).and_then(Option::as_mut)
    }
}

impl<T: Shelved> Shelf<T> {
    /// Puts a row in its place: a new one behind the last, or further behind when rows before it are
    /// missing; a changed one over the old.
    pub(in crate::domain) fn put(&mut self, row: T) {
        let place = row.place();
        if place < self.places.len() {
            self.places.set(place, Some(Arc::new(row)));
        } else if place <= self.end().saturating_add(GAP_MOST) {
            (self.places.len()..place).for_each(|_| self.places.push_back(None));
            self.places.push_back(Some(Arc::new(row)));
        }
    }
}

impl<'a, T> IntoIterator for &'a Shelf<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::iter::Flatten<
        imbl::vector::Iter<'a, Option<Arc<T>>, imbl::shared_ptr::DefaultSharedPtr>,
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.places.iter().flatten()
    }
}

impl<T: Shelved> FromIterator<T> for Shelf<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        let mut shelf = Self::default();
        rows.into_iter().for_each(|row| shelf.put(row));
        shelf
    }
}

/// Written as the rows there are: each says its place itself.
impl<T: Serialize> Serialize for Shelf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows: Vec<&T> = self.iter().map(|row| &**row).collect();
        serializer.collect_seq(rows)
    }
}

impl<'de, T: Shelved + Deserialize<'de>> Deserialize<'de> for Shelf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Rows(std::marker::PhantomData))
    }
}

struct Rows<T>(std::marker::PhantomData<T>);

impl<'de, T: Shelved + Deserialize<'de>> Visitor<'de> for Rows<T> {
    type Value = Shelf<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Shelf<T>, A::Error> {
        let mut shelf = Shelf::default();
        while let Some(row) = rows.next_element()? {
            shelf.put(row);
        }
        Ok(shelf)
    }
}
