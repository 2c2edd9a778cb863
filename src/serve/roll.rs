//! The roll: who is in, through which key, since when — and the way to end it. A key that is revoked, or a
//! person who may no longer enter, is out within a second, also when their line does not move.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::limits::GRACE;
use crate::desk::Published;
use crate::domain::PersonId;
use crate::domain::access::Fingerprint;
use crate::session::Farewell;

/// Who is in.
pub struct Roll {
    per_person: usize,
    stays: Mutex<Stays>,
    /// How many are in, for whoever waits for the last.
    count: watch::Sender<usize>,
}

#[derive(Default)]
struct Stays {
    last: u64,
    all: BTreeMap<u64, Entry>,
    /// Nobody is let in any more.
    closed: bool,
}

struct Entry {
    /// Whether it is a session or a command; else a line on which such may be begun.
    under_way: bool,
    person: Option<PersonId>,
    key: Option<Fingerprint>,
    leave: watch::Sender<Option<Farewell>>,
    cut: CancellationToken,
}

impl Stays {
    fn under_way(&self) -> impl Iterator<Item = &Entry> {
        self.all.values().filter(|entry| entry.under_way)
    }
}

/// Why somebody is not put on the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// The person has so many open already.
    TooMany(usize),
    /// The server is closing.
    Closing,
}

impl Roll {
    /// An empty one; nobody has more than `per_person` open.
    pub fn new(per_person: usize) -> Arc<Roll> {
        Arc::new(Roll {
            per_person,
            stays: Mutex::default(),
            count: watch::Sender::new(0),
        })
    }

    /// Puts a session or a command on the roll. `cut` ends its line when telling it is not enough.
    ///
    /// # Errors
    /// Too many, or none any more.
    pub fn enter(
        self: &Arc<Self>,
        person: Option<PersonId>,
        key: Option<Fingerprint>,
        cut: CancellationToken,
    ) -> Result<Stay, NotNow> {
        let mut stays = self.stays();
        let own = |entry: &&Entry| person.is_some() && entry.person == person;
        if !stays.closed && stays.under_way().filter(own).count() >= self.per_person {
            return Err(NotNow::TooMany(self.per_person));
        }
        self.put(&mut stays, true, person, key, cut)
    }

    /// Puts a line on the roll that somebody logged in on: it ends with its key, whatever is under way on it. It
    /// counts for nothing.
    ///
    /// # Errors
    /// None any more.
    pub fn stand(
        self: &Arc<Self>,
        person: PersonId,
        key: Fingerprint,
        cut: CancellationToken,
    ) -> Result<Stay, NotNow> {
        self.put(&mut self.stays(), false, Some(person), Some(key), cut)
    }

    fn put(
        self: &Arc<Self>,
        stays: &mut Stays,
        under_way: bool,
        person: Option<PersonId>,
        key: Option<Fingerprint>,
        cut: CancellationToken,
    ) -> Result<Stay, NotNow> {
        if stays.closed {
            return Err(NotNow::Closing);
        }
        stays.last += 1;
        let (id, (leave, told)) = (stays.last, watch::channel(None));
        let entry = Entry {
            under_way,
            person,
            key,
            leave,
            cut,
        };
        stays.all.insert(id, entry);
        self.count.send_replace(stays.under_way().count());
        Ok(Stay {
            id,
            roll: Arc::clone(self),
            told,
        })
    }

    /// How many of a person are in, or of them those that a key opened.
    pub fn of(&self, person: PersonId, key: Option<&Fingerprint>) -> usize {
        let stays = self.stays();
        let own = stays
            .under_way()
            .filter(|entry| entry.person == Some(person));
        own.filter(|entry| key.is_none() || entry.key.as_ref() == key)
            .count()
    }

    /// How many are in.
    pub fn count(&self) -> usize {
        self.stays().under_way().count()
    }

    /// Sends out everybody whose key opens nothing any more.
    pub fn look(&self, published: &Published) {
        self.dismiss(Farewell::Revoked, |entry| {
            entry
                .key
                .as_ref()
                .is_some_and(|key| published.key_opens(key) != entry.person)
        });
    }

    /// Lets nobody in any more and sends everybody out.
    pub fn close(&self) {
        self.stays().closed = true;
        self.dismiss(Farewell::Closing, |_| true);
    }

    /// Waits until nobody is in.
    pub async fn empty(&self) {
        // The sender lives as long as this does.
        let _ = self.count.subscribe().wait_for(|count| *count == 0).await;
    }

    /// Ends the lines of all who are still in.
    pub fn cut_all(&self) {
        self.stays()
            .all
            .values()
            .for_each(|entry| entry.cut.cancel());
    }

    fn dismiss(&self, why: Farewell, is: impl Fn(&Entry) -> bool) {
        let stays = self.stays();
        let out = stays.all.values().filter(|entry| is(entry));
        for entry in out.filter(|entry| entry.leave.borrow().is_none()) {
            entry.leave.send_replace(Some(why));
            if why == Farewell::Revoked {
                let cut = entry.cut.clone();
                tokio::spawn(async move {
                    tokio::time::sleep(GRACE).await;
                    cut.cancel();
                });
            }
        }
    }

    fn stays(&self) -> MutexGuard<'_, Stays> {
        self.stays.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place on the roll, until it is dropped.
pub struct Stay {
    id: u64,
    roll: Arc<Roll>,
    told: watch::Receiver<Option<Farewell>>,
}

impl Stay {
    /// Its number, for logs.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// What tells when it is to end.
    pub fn told(&self) -> Told {
        Told(self.told.clone())
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        let mut stays = self.roll.stays();
        stays.all.remove(&self.id);
        self.roll.count.send_replace(stays.under_way().count());
    }
}

/// Hears when a stay is to end.
#[derive(Clone)]
pub struct Told(watch::Receiver<Option<Farewell>>);

impl Told {
    /// Waits until the house ends it. Safe to drop.
    pub async fn farewell(&mut self) -> Farewell {
        let told = self.0.wait_for(Option::is_some).await.map(|why| *why);
        match told {
            Ok(why) => why.unwrap_or(Farewell::Closing),
            // The stay is over.
            Err(_) => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(roll: &Arc<Roll>, person: u32) -> Result<Stay, NotNow> {
        roll.enter(Some(PersonId(person)), None, CancellationToken::new())
    }

    #[tokio::test]
    async fn wks_3_a_person_has_so_many_open_and_no_more() {
        let roll = Roll::new(2);
        let first = enter(&roll, 1).unwrap();
        let _second = enter(&roll, 1).unwrap();
        assert_eq!(enter(&roll, 1).err(), Some(NotNow::TooMany(2)));
        let _other = enter(&roll, 2).unwrap();
        drop(first);
        assert!(enter(&roll, 1).is_ok());
    }

    #[tokio::test]
    async fn wks_3_a_line_counts_for_nothing_and_ends_with_its_key() {
        let roll = Roll::new(1);
        let print = "SHA256:TUS9vJ6ZIb3GxjauAAKK3rcL97uncj1O5hTu2Ohg90A";
        let (key, cut) = (Fingerprint::parse(print).unwrap(), CancellationToken::new());
        let line = roll.stand(PersonId(1), key.clone(), cut.clone()).unwrap();
        let _session = roll.enter(Some(PersonId(1)), Some(key.clone()), cut.clone());
        assert_eq!((roll.count(), roll.of(PersonId(1), Some(&key))), (1, 1));
        assert_eq!(enter(&roll, 1).err(), Some(NotNow::TooMany(1)));
        roll.dismiss(Farewell::Revoked, |entry| entry.key.as_ref() == Some(&key));
        assert_eq!(line.told().farewell().await, Farewell::Revoked);
        cut.cancelled().await;
    }

    #[tokio::test]
    async fn wks_3_a_closing_house_tells_everybody_and_waits_for_the_last() {
        let roll = Roll::new(8);
        let stay = enter(&roll, 1).unwrap();
        roll.close();
        assert_eq!(stay.told().farewell().await, Farewell::Closing);
        assert_eq!(enter(&roll, 2).err(), Some(NotNow::Closing));
        drop(stay);
        roll.empty().await;
        assert_eq!(roll.count(), 0);
    }
}
