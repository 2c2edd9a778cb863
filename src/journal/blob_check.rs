//! Looks over the blobs of a store that nobody has open: whether what the records name is there, and is what
//! was stored. Changes nothing. What a record names is for the caller to say.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use super::blobs::{BlobId, MAX_BLOB, path_in};
use super::engine::Engine;
use super::fault::Fault;
use super::files;
use super::folder::Folder;
use super::layout;
use super::record::{Payload, Record, Seq};
use super::rows::sequence;
use super::shadow::Stored;
use super::shadow_reader::Reader;

/// How many blobs in trouble a report names one by one.
pub const MAX_NAMED: usize = 1_000;
/// How many records are read at a time.
const PAGE: usize = 256;
/// sled's page cache while they are read, in bytes.
const CACHE: u64 = 16 * 1024 * 1024;

/// A store that is locked for reading only.
pub struct Closed(Folder);

/// What is wrong with a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is not there.
    Missing,
    /// Its bytes are not those that were stored, or cannot be read.
    Damaged,
}

/// What a look at the blobs found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlobReport {
    /// Blobs that records name and that are as they were stored.
    pub sound: u64,
    /// How many bytes those have.
    pub bytes: u64,
    /// How many are missing or damaged.
    pub bad: u64,
    /// The first [`MAX_NAMED`] of them.
    pub troubles: Vec<(BlobId, Trouble)>,
    /// Blobs that no record names.
    pub unnamed: u64,
    /// How many bytes those have.
    pub unnamed_bytes: u64,
}

impl Closed {
    /// Locks the store in `dir`.
    ///
    /// # Errors
    /// `InUse`, `NewerFormat`, or a folder that is no store.
    pub fn open(dir: &Path) -> Result<Closed, Fault> {
        Folder::open_existing(dir).map(Closed)
    }

    /// Tells every record whose words the journal or its shadow log still has whole, upwards.
    ///
    /// # Errors
    /// Faults of reading the shadow log.
    pub fn records(&self, mut tell: impl FnMut(&Record)) -> Result<(), Fault> {
        let mut journal = Pages::of(self.engine(), self.0.root());
        let mut shadow = Reader::open(&self.0.shadow(), 1)?;
        let (mut ours, mut copy) = (journal.next(), shadow.next()?);
        while let Some(seq) = first(&ours, &copy) {
            let left = ours.take_if(|(at, _)| *at == seq);
            let right = copy.take_if(|(at, _)| *at == seq);
            let both = [&left, &right].into_iter().flatten();
            let found = both.filter_map(whole).next();
            if let Some(record) = found {
                tell(&record);
            }
            if left.is_some() {
                ours = journal.next();
            }
            if right.is_some() {
                copy = shadow.next()?;
            }
        }
        Ok(())
    }

    /// The journal's engine. One that cannot be opened is for `verify` to report: the shadow log has to do.
    fn engine(&self) -> Option<Engine> {
        let path = self.0.journal();
        // Looking must not make one.
        let there = path.exists();
        there.then(|| Engine::open(self.0.root(), &path, CACHE).ok())?
    }

    /// Reads every blob in `named`, and counts those that are not.
    ///
    /// # Errors
    /// Faults of reading the folders. A blob that cannot be read is in the report.
    pub fn check<T>(&self, named: &BTreeMap<BlobId, T>) -> Result<BlobReport, Fault> {
        let root = self.0.blobs();
        let mut report = BlobReport::default();
        for id in named.keys() {
            let read = files::read_limited(&path_in(&root, id), MAX_BLOB);
            let trouble = match read {
                Ok(Some(bytes)) if BlobId::of(&bytes) == *id => {
                    report.sound += 1;
                    report.bytes += bytes.len() as u64;
                    continue;
                }
                Ok(None) => Trouble::Missing,
                Ok(Some(_)) | Err(_) => Trouble::Damaged,
            };
            report.bad += 1;
            if report.troubles.len() < MAX_NAMED {
                report.troubles.push((*id, trouble));
            }
        }
        for (id, size) in stored(&root)? {
            if !named.contains_key(&id) {
                report.unnamed += 1;
                report.unnamed_bytes += size;
            }
        }
        Ok(report)
    }
}

/// The blobs that are there, with their sizes.
fn stored(root: &Path) -> Result<HashMap<BlobId, u64>, Fault> {
    let mut found = HashMap::new();
    if !root.exists() {
        return Ok(found);
    }
    for shelf in files::names(root)? {
        let shelf = root.join(shelf);
        if !shelf.is_dir() {
            continue;
        }
        for name in files::names(&shelf)? {
            if let Ok(id) = name.parse() {
                let size = fs::metadata(shelf.join(name)).map_or(0, |data| data.len());
                found.insert(id, size);
            }
        }
    }
    Ok(found)
}

/// The lower of two sequences.
fn first(left: &Option<Stored>, right: &Option<Stored>) -> Option<Seq> {
    let (left, right) = (left.as_ref(), right.as_ref());
    left.into_iter().chain(right).map(|(seq, _)| *seq).min()
}

/// A stored record, if its words are there and whole.
fn whole((seq, bytes): &Stored) -> Option<Record> {
    let record = layout::decode(bytes).ok()?;
    let is_whole = record.header.seq == *seq && matches!(record.payload, Payload::Present { .. });
    is_whole.then_some(record)
}

/// The records of the journal upwards, a page at a time; it ends where it cannot be read on.
struct Pages<'a> {
    engine: Option<Engine>,
    root: &'a Path,
    next: Option<Seq>,
    page: std::vec::IntoIter<(sled::IVec, sled::IVec)>,
}

impl<'a> Pages<'a> {
    fn of(engine: Option<Engine>, root: &'a Path) -> Self {
        Self {
            next: engine.as_ref().map(|_| 0),
            engine,
            root,
            page: Vec::new().into_iter(),
        }
    }

    fn next(&mut self) -> Option<Stored> {
        if self.page.len() == 0 {
            let (from, engine) = (self.next.take()?.to_be_bytes(), self.engine.as_ref()?);
            let page: Result<Vec<_>, Fault> = engine.call("reading the journal", |db| {
                db.range(from..).take(PAGE).collect()
            });
            self.page = page.unwrap_or_default().into_iter();
        }
        let (key, bytes) = self.page.next()?;
        let seq = sequence(self.root, &key).ok()?;
        self.next = seq.checked_add(1);
        Some((seq, bytes.to_vec()))
    }
}
