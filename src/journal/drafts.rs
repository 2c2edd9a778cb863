//! Texts that people have not sent yet, and what the house itself keeps in mind (as person 0). They change
//! all the time and are no history.
//!
//! Drafts have a sled folder of their own, so that their churn never touches the journal, and
//! damage to them never keeps the house from opening its books. They are never in a record.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::engine::{Engine, is_unusable};
use super::fault::{Fault, FaultKind};
use super::files;
use super::folder::Folder;

/// The longest draft, in bytes.
pub const MAX_DRAFT: usize = 1024 * 1024;
/// The most drafts one person keeps.
pub const MAX_DRAFTS: usize = 200;
/// The longest key of a draft, in bytes.
pub const MAX_DRAFT_KEY: usize = 200;

/// Nobody is person 0.
const HOUSE: u32 = 0;

const CACHE: u64 = 8 * 1024 * 1024;
/// How many bytes must be free before the engine is opened: it writes while it opens.
const ROOM: u64 = 2 * 1024 * 1024;
const FORMAT: u8 = 1;

/// The drafts of an open store. Clones share them. Calls block while they write.
#[derive(Clone)]
pub struct Drafts(Arc<Inner>);

struct Inner {
    /// Nothing until it could be opened, and after a fault: the next call opens it anew.
    engine: Mutex<Option<Arc<Engine>>>,
    /// Where unreadable drafts were put when the store was opened.
    aside: OnceLock<PathBuf>,
    /// The changes that wait for whoever saves.
    queue: Mutex<Vec<Waiting>>,
    /// One saves at a time, for all who wait.
    saving: Mutex<()>,
    folder: Arc<Folder>,
}

/// What became of a change, once that is known.
type Answer = Arc<Mutex<Option<Result<(), Fault>>>>;

fn taken(answer: &Answer) -> Option<Result<(), Fault>> {
    answer.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// A change that waits to be written.
struct Waiting {
    person: u32,
    rows: Vec<Row>,
    answer: Answer,
}

impl Drafts {
    /// Opens the drafts. Where that fails, each call tries again: drafts never keep a store shut.
    pub(super) fn open(folder: Arc<Folder>) -> Self {
        let drafts = Self(Arc::new(Inner {
            engine: Mutex::new(None),
            aside: OnceLock::new(),
            queue: Mutex::new(Vec::new()),
            saving: Mutex::new(()),
            folder,
        }));
        // The call that needs them says what is wrong.
        let _ = drafts.engine();
        drafts
    }

    /// Returns where drafts that could not be read were put when they were opened.
    pub fn aside(&self) -> Option<&Path> {
        self.0.aside.get().map(PathBuf::as_path)
    }

    /// Runs one piece of work on the engine. After a fault it is opened anew by the next call: sled remembers
    /// a full disk for ever.
    fn call<T>(
        &self,
        doing: &str,
        work: impl FnOnce(&sled::Db) -> sled::Result<T>,
    ) -> Result<T, Fault> {
        let engine = self.engine()?;
        self.on(&engine, doing, work)
    }

    /// Runs one piece of work on this very engine.
    fn on<T>(
        &self,
        engine: &Arc<Engine>,
        doing: &str,
        work: impl FnOnce(&sled::Db) -> sled::Result<T>,
    ) -> Result<T, Fault> {
        let done = engine.call(doing, work);
        if done.is_err() {
            let mut open = self.open_one();
            if open.as_ref().is_some_and(|one| Arc::ptr_eq(one, engine)) {
                *open = None;
            }
        }
        done
    }

    fn open_one(&self) -> MutexGuard<'_, Option<Arc<Engine>>> {
        let engine = self.0.engine.lock();
        engine.unwrap_or_else(PoisonError::into_inner)
    }

    /// The engine, opened if it is not open. What cannot be read is put aside.
    fn engine(&self) -> Result<Arc<Engine>, Fault> {
        let mut open = self.open_one();
        if let Some(engine) = &*open {
            return Ok(Arc::clone(engine));
        }
        let engine = Arc::new(self.open_engine()?);
        *open = Some(Arc::clone(&engine));
        Ok(engine)
    }

    fn open_engine(&self) -> Result<Engine, Fault> {
        let (root, path) = (self.0.folder.root(), self.0.folder.drafts());
        files::has_room(root, ROOM)?;
        match Engine::open(root, &path, CACHE) {
            Err(fault) if is_unusable(&fault) => {
                if let Some(aside) = files::put_aside(&path)? {
                    let _ = self.0.aside.set(aside);
                }
                Engine::open(root, &path, CACHE)
            }
            opened => opened,
        }
    }

    /// Keeps a draft under `key`, in place of the one before. It survives a killed process from
    /// here on; a power cut may cost the last seconds.
    ///
    /// # Errors
    /// `TooLarge` for a text above [`MAX_DRAFT`], a key above [`MAX_DRAFT_KEY`], or one draft
    /// more than [`MAX_DRAFTS`]. The draft before stays then.
    pub fn save(&self, person: u32, key: &str, text: &str) -> Result<(), Fault> {
        self.change(person, &[(key, Some(text))])
    }

    /// Keeps and forgets drafts of a person, all of these or none, also when the process is killed.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn change(&self, person: u32, changes: &[(&str, Option<&str>)]) -> Result<(), Fault> {
        let mut rows = Vec::with_capacity(changes.len());
        for (key, text) in changes {
            rows.push((place(person, key)?, text.map(value).transpose()?));
        }
        let answer = Answer::default();
        self.queue().push(Waiting {
            person,
            rows,
            answer: Arc::clone(&answer),
        });
        let _one_at_a_time = self.0.saving.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever was before may have written this one, too.
        if let Some(done) = taken(&answer) {
            return done;
        }
        self.write_all();
        taken(&answer).unwrap_or_else(|| Err(Fault::io("saving a draft", ErrorKind::Other.into())))
    }

    fn queue(&self) -> MutexGuard<'_, Vec<Waiting>> {
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes for everybody who waits, and waits for the disk once for all of them: sled stalls when others write
    /// while it flushes.
    fn write_all(&self) {
        let group = std::mem::take(&mut *self.queue());
        let written: Vec<_> = group
            .iter()
            .map(|waiting| self.write(waiting.person, &waiting.rows))
            .collect();
        // More than one only when it had to be opened anew in between.
        let mut flushed: Vec<(Arc<Engine>, Result<(), Fault>)> = Vec::new();
        for (waiting, written) in group.into_iter().zip(written) {
            let done = match written {
                Ok(None) => Ok(()),
                Err(fault) => Err(fault),
                Ok(Some(engine)) => {
                    let known = flushed.iter().find(|(one, _)| Arc::ptr_eq(one, &engine));
                    let done = known.map(|(_, done)| done.clone()).unwrap_or_else(|| {
                        self.on(&engine, "saving a draft", |db| db.flush().map(drop))
                    });
                    flushed.push((engine, done.clone()));
                    done
                }
            };
            let mut answer = waiting
                .answer
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *answer = Some(done);
        }
    }

    /// Writes rows that fit, without waiting for the disk. Returns where, if that changed anything.
    fn write(&self, person: u32, rows: &[Row]) -> Result<Option<Arc<Engine>>, Fault> {
        let engine = self.engine()?;
        let (mut more, mut changed) = (0_isize, false);
        let mut batch = sled::Batch::default();
        for (place, value) in rows {
            let there = self.on(&engine, "reading the drafts", |db| db.contains_key(place))?;
            match value {
                Some(value) => {
                    more += isize::from(!there);
                    batch.insert(place.as_slice(), value.as_slice());
                }
                None => {
                    more -= isize::from(there);
                    batch.remove(place.as_slice());
                }
            }
            changed |= there || value.is_some();
        }
        if more > 0 {
            let most = MAX_DRAFTS + 1;
            let own = self.on(&engine, "reading the drafts", |db| {
                Ok(db.scan_prefix(person.to_be_bytes()).take(most).count())
            })?;
            if own.saturating_add_signed(more) > MAX_DRAFTS {
                return Err(Fault::new(
                    FaultKind::TooLarge,
                    format!("there are {MAX_DRAFTS} drafts already"),
                    "send or delete some of them first",
                ));
            }
        }
        if !changed {
            return Ok(None);
        }
        self.on(&engine, "saving a draft", |db| db.apply_batch(batch))?;
        Ok(Some(engine))
    }

    /// The draft under `key`.
    ///
    /// # Errors
    /// `Damaged` when it is not what was saved.
    pub fn load(&self, person: u32, key: &str) -> Result<Option<String>, Fault> {
        let place = place(person, key)?;
        let value = self.call("reading the drafts", |db| db.get(place))?;
        value.map(|value| self.read_back(key, &value)).transpose()
    }

    /// Returns what the house itself keeps in mind under `key`: what a server must know again, and no record
    /// is about.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn recall(&self, key: &str) -> Result<Option<String>, Fault> {
        self.load(HOUSE, key)
    }

    /// Keeps something in mind for the house itself.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn remember(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.save(HOUSE, key, text)
    }

    /// Forgets the draft under `key`; it is well if there is none.
    ///
    /// # Errors
    /// Faults of writing.
    pub fn remove(&self, person: u32, key: &str) -> Result<(), Fault> {
        self.change(person, &[(key, None)])
    }

    /// The keys of a person's drafts, in order.
    ///
    /// # Errors
    /// Faults of reading.
    pub fn list(&self, person: u32) -> Result<Vec<String>, Fault> {
        let places: Vec<_> = self.call("reading the drafts", |db| {
            db.scan_prefix(person.to_be_bytes())
                .keys()
                .collect::<sled::Result<_>>()
        })?;
        places
            .iter()
            .map(|place| {
                place
                    .get(4..)
                    .and_then(|key| std::str::from_utf8(key).ok())
                    .map(str::to_owned)
                    .ok_or_else(|| self.damaged("with an unreadable name"))
            })
            .collect()
    }

    fn read_back(&self, key: &str, value: &[u8]) -> Result<String, Fault> {
        let Some((format, rest)) = value.split_first() else {
            return Err(self.damaged(key));
        };
        if *format > FORMAT {
            return Err(Fault::newer(format_args!("the draft {key}")));
        }
        rest.split_first_chunk::<4>()
            .filter(|(checksum, text)| crc32fast::hash(text) == u32::from_le_bytes(**checksum))
            .and_then(|(_, text)| std::str::from_utf8(text).ok())
            .map(str::to_owned)
            .ok_or_else(|| self.damaged(key))
    }

    fn damaged(&self, key: &str) -> Fault {
        Fault::damaged(self.0.folder.root(), format!("the draft {key} is damaged"))
    }
}

/// A draft as it is stored; `None` for one that is forgotten.
type Row = (Vec<u8>, Option<Vec<u8>>);

/// The stored bytes of a text.
fn value(text: &str) -> Result<Vec<u8>, Fault> {
    if text.len() > MAX_DRAFT {
        return Err(Fault::too_large("a draft", text.len(), MAX_DRAFT));
    }
    let mut value = Vec::with_capacity(5 + text.len());
    value.push(FORMAT);
    value.extend_from_slice(&crc32fast::hash(text.as_bytes()).to_le_bytes());
    value.extend_from_slice(text.as_bytes());
    Ok(value)
}

/// Where a draft is kept: the person, then the key.
fn place(person: u32, key: &str) -> Result<Vec<u8>, Fault> {
    if key.len() > MAX_DRAFT_KEY {
        return Err(Fault::too_large(
            "the name of a draft",
            key.len(),
            MAX_DRAFT_KEY,
        ));
    }
    let mut place = person.to_be_bytes().to_vec();
    place.extend_from_slice(key.as_bytes());
    Ok(place)
}
