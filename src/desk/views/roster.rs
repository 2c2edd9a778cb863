//! Things of one kind as a sorted list of any length: made once, then kept true by what changed. A window of it, a
//! key and a change elsewhere cost nothing that grows with the data. It keeps ids and what they sort by, no rows:
//! those are made for the lines that show, as who looks sees them now (PPL-2).

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use imbl::Vector;

use super::{Cancel, Look, Sight};
use crate::domain::Millis;
use crate::text::{fold, split};

/// The most things of which a list is made while a key waits for it.
const AT_ONCE: usize = 256;
/// So many rows are made between two looks at whether anybody still waits.
const BETWEEN: usize = 1_024;

/// A row of a list: one thing, as somebody sees it.
pub trait Listed: Sized + 'static {
    /// What names the thing.
    type Id: Copy + Ord + Hash + Send + Sync;
    /// What the list sorts by when nothing else is asked for.
    type Usual: Ord + Send + Sync;

    /// Returns how many things there are at most.
    fn most(sight: &Sight) -> usize;

    /// Returns the things that who looks sees.
    fn all(sight: &Sight) -> Vec<Self::Id>;

    /// Returns the row of one; `None` when there is none that who looks may see.
    fn of(sight: &Sight, id: Self::Id, now: Millis) -> Option<Self>;

    /// Returns as much of the row as a list sorts by and counts.
    fn glance(sight: &Sight, id: Self::Id, now: Millis) -> Option<Self> {
        Self::of(sight, id, now)
    }

    /// Returns what it sorts by when nothing else is asked for.
    fn usual(&self) -> Self::Usual;

    /// Whether it is counted in the title of the list.
    fn counts(&self) -> bool;

    /// Yields what a thing sorts by when nothing else is asked for, and whether it is counted: as its row says, which
    /// is not made for it.
    fn ranks(sight: &Sight, now: Millis) -> impl Fn(Self::Id) -> Option<(Self::Usual, bool)>;

    /// Returns those whose row may be another at `to` in `new` than it was at `from` in `old`; `None` when that may be
    /// any.
    fn changed(old: &Sight, new: &Sight, from: Millis, to: Millis) -> Option<Vec<Self::Id>>;
}

/// What something sorts by in an order that was asked for: a number, then letters.
pub type SortKey = (i64, String);

/// Yields what a row sorts by.
pub type SortBy<T> = Arc<dyn Fn(&T) -> SortKey + Send + Sync>;

/// Yields what a filter looks at.
pub type TextOf<T> = Arc<dyn Fn(&T) -> String + Send + Sync>;

/// What comes of looking at a thing without making its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sifted {
    /// It is wanted.
    In,
    /// It is there, and counted, but not wanted.
    Out,
    /// There is none.
    Gone,
}

/// Says of a thing whether it is wanted, for lists so long that no row is made for it.
pub type Sift<T> = Arc<dyn Fn(&Sight, <T as Listed>::Id) -> Sifted + Send + Sync>;

/// Which things are wanted, in which order.
pub struct Wish<T: Listed> {
    /// The words of the filter, folded.
    words: Arc<[String]>,
    text: TextOf<T>,
    by: Option<SortBy<T>>,
    turned: bool,
    sift: Option<Sift<T>>,
}

impl<T: Listed> Clone for Wish<T> {
    fn clone(&self) -> Self {
        Wish {
            words: Arc::clone(&self.words),
            text: Arc::clone(&self.text),
            by: self.by.clone(),
            turned: self.turned,
            sift: self.sift.clone(),
        }
    }
}

impl<T: Listed> Wish<T> {
    /// Wants those that have every word of `filter` in what `text` says of them.
    pub fn new(filter: &str, text: TextOf<T>) -> Wish<T> {
        let words = fold::fold(filter);
        Wish {
            words: split::words(&words).into(),
            text,
            by: None,
            turned: false,
            sift: None,
        }
    }

    /// Wants all there are.
    pub fn all() -> Wish<T> {
        Wish::new("", Arc::new(|_: &T| String::new()))
    }

    /// Wants those that `sift` lets in.
    pub fn sifted(sift: Sift<T>) -> Wish<T> {
        let sift = Some(sift);
        Wish {
            sift,
            ..Wish::all()
        }
    }

    /// The same, sorted by `by`, the last first where it is `turned`; those that are equal in it as usual.
    #[must_use]
    pub fn sorted(self, by: Option<SortBy<T>>, turned: bool) -> Wish<T> {
        Wish { by, turned, ..self }
    }

    /// Whether no row is needed to say which are wanted, and in which order.
    fn needs_no_row(&self) -> bool {
        self.words.is_empty() && self.by.is_none()
    }

    /// Says whether a thing is wanted as far as that is said without its row.
    fn sift(&self, sight: &Sight, id: T::Id) -> Sifted {
        self.sift
            .as_ref()
            .map_or(Sifted::In, |sift| sift(sight, id))
    }

    fn wants(&self, row: &T) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let text = fold::fold(&(self.text)(row));
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// Where something stands in the order that was asked for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    AsUsual,
    Rising(SortKey),
    Falling(Reverse<SortKey>),
}

type Key<T> = (Place, <T as Listed>::Usual);

/// What is kept of a thing.
struct Kept<T: Listed> {
    /// What it sorts by; `None`: the filter leaves it out.
    key: Option<Arc<Key<T>>>,
    counts: bool,
}

/// A list of things for one person.
pub struct Roster<T: Listed> {
    /// What it stands for.
    sight: Sight,
    as_of: Millis,
    wish: Wish<T>,
    /// Everything who looks sees, shown or not.
    kept: HashMap<T::Id, Kept<T>>,
    order: Vector<(Arc<Key<T>>, T::Id)>,
    counted: usize,
}

impl<T: Listed> Roster<T> {
    /// Whether a list is short enough to be made while a key waits for it.
    pub fn is_short(sight: &Sight) -> bool {
        T::most(sight) <= AT_ONCE
    }

    /// The whole list, at once.
    pub fn build(sight: &Sight, wish: Wish<T>, now: Millis) -> Roster<T> {
        let mut roster = Roster::empty(sight, wish, now);
        // Nobody cancels it.
        let _ = roster.scan(&Cancel::default());
        roster
    }

    fn empty(sight: &Sight, wish: Wish<T>, now: Millis) -> Roster<T> {
        Roster {
            sight: sight.clone(),
            as_of: now,
            wish,
            kept: HashMap::new(),
            order: Vector::new(),
            counted: 0,
        }
    }

    fn scan(&mut self, cancel: &Cancel) -> Option<()> {
        let sight = self.sight.clone();
        let rank = T::ranks(&sight, self.as_of);
        let as_usual = |(usual, counts)| (Some((Place::AsUsual, usual)), counts);
        let ids = T::all(&sight);
        self.kept.reserve(ids.len());
        let mut order = Vec::with_capacity(ids.len());
        for (n, id) in ids.into_iter().enumerate() {
            if n % BETWEEN == 0 && cancel.load(Ordering::Relaxed) {
                return None;
            }
            let seen = match (self.wish.sift(&sight, id), self.wish.needs_no_row()) {
                (Sifted::Gone, _) => None,
                (Sifted::Out, _) => Some((None, true)),
                (Sifted::In, true) => rank(id).map(as_usual),
                (Sifted::In, false) => self.look_at(id),
            };
            let Some((key, counts)) = seen else {
                continue;
            };
            self.counted += usize::from(counts);
            match key {
                Some(key) => order.push((key, id, counts)),
                None => drop(self.kept.insert(id, Kept { key: None, counts })),
            }
        }
        // Those that come in about that order are sorted in one go.
        order.sort();
        for (key, id, counts) in order {
            let key = Some(Arc::new(key));
            self.order
                .extend(key.iter().map(|key| (Arc::clone(key), id)));
            self.kept.insert(id, Kept { key, counts });
        }
        Some(())
    }

    /// What a thing sorts by, unless the filter leaves it out, and whether it is counted.
    fn look_at(&self, id: T::Id) -> Option<(Option<Key<T>>, bool)> {
        let row = match self.wish.words.is_empty() {
            true => T::glance(&self.sight, id, self.as_of)?,
            false => T::of(&self.sight, id, self.as_of)?,
        };
        let place = |by: &SortBy<T>| match self.wish.turned {
            true => Place::Falling(Reverse(by(&row))),
            false => Place::Rising(by(&row)),
        };
        let key = self.wish.wants(&row).then(|| {
            let place = self.wish.by.as_ref().map_or(Place::AsUsual, place);
            (place, row.usual())
        });
        Some((key, row.counts()))
    }

    /// Keeps it true: only what changed is looked at. Yields those that may read otherwise now, or `None` when the
    /// list is to be made anew: too much changed, or somebody else looks.
    pub fn advance(&mut self, sight: &Sight, now: Millis) -> Option<Vec<T::Id>> {
        if sight.whose() != self.sight.whose() {
            return None;
        }
        if sight.seq() < self.sight.seq() {
            // It was made on a later snapshot, beside the screen.
            return Some(Vec::new());
        }
        let now = now.max(self.as_of);
        let changed = T::changed(&self.sight, sight, self.as_of, now)?;
        (self.sight, self.as_of) = (sight.clone(), now);
        for id in &changed {
            self.put(*id);
        }
        Some(changed)
    }

    /// Puts a thing where it belongs now.
    fn put(&mut self, id: T::Id) {
        let seen = match self.wish.sift(&self.sight, id) {
            Sifted::Gone => None,
            Sifted::Out => Some((None, true)),
            Sifted::In => self.look_at(id),
        };
        let now = seen.map(|(key, counts)| Kept {
            key: key.map(Arc::new),
            counts,
        });
        let before = self.kept.get(&id);
        self.counted += usize::from(now.as_ref().is_some_and(|now| now.counts));
        self.counted -= usize::from(before.is_some_and(|before| before.counts));
        let was = before.and_then(|before| before.key.clone());
        let is = now.as_ref().and_then(|now| now.key.clone());
        if was != is {
            if let Some(at) = was.and_then(|key| self.search(&key, id).ok()) {
                self.order.remove(at);
            }
            if let Some(key) = is
                && let Err(at) = self.search(&key, id)
            {
                self.order.insert(at, (key, id));
            }
        }
        match now {
            Some(now) => self.kept.insert(id, now),
            None => self.kept.remove(&id),
        };
    }

    fn search(&self, key: &Key<T>, id: T::Id) -> Result<usize, usize> {
        self.order
            .binary_search_by(|(other, of)| (&**other, of).cmp(&(key, &id)))
    }

    /// How many there are in the list.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether the list has none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// How many who looks sees, whatever the filter.
    pub fn whole(&self) -> usize {
        self.kept.len()
    }

    /// How many of those are counted in the title of the list.
    pub fn counted(&self) -> usize {
        self.counted
    }

    /// The id at a place of the list.
    pub fn id_at(&self, index: usize) -> Option<T::Id> {
        self.order.get(index).map(|(_, id)| *id)
    }

    /// The place of a thing in the list.
    pub fn position(&self, id: T::Id) -> Option<usize> {
        let kept = self.kept.get(&id)?;
        self.search(kept.key.as_ref()?, id).ok()
    }

    /// Returns a look at the list.
    pub fn look(wish: Wish<T>) -> Look<Roster<T>> {
        Look::scanned(move |looker, cancel, _| {
            let mut roster = Roster::empty(&looker.sight(), wish, looker.now());
            roster.scan(cancel)?;
            Some(roster)
        })
    }
}
