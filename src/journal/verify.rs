//! Verifying: every checksum, every digest, the whole hash chain, and sled against its shadow.
//!
//! It reads and reports; it never repairs.

use std::path::Path;

use super::embedded::{EmbeddedJournal, open_engine};
use super::engine::Engine;
use super::fault::Fault;
use super::folder::Folder;
use super::layout::{self, Flaw};
use super::record::{Chain, Record, Seq};
use super::report::{Difference, Disagreement, MAX_DIFFERENCES, Report};
use super::rows::sequence;
use super::seam::Journal;
use super::shadow::Stored;
use super::shadow_reader::Reader;

/// Verifies the store in `dir`, which no process may have open. Changes nothing in it.
///
/// # Errors
/// `InUse`, or `Damaged` when the journal cannot be opened at all; `NewerFormat`. Bad records are
/// not an error: they are in the report.
pub fn verify(dir: &Path) -> Result<Report, Fault> {
    let folder = Folder::open_existing(dir)?;
    let engine = open_engine(&folder)?;
    examine(&engine, &folder, Seq::MAX)
}

/// Verifies an open journal up to its present end. Appending goes on meanwhile.
///
/// # Errors
/// As [`verify`].
pub(super) fn verify_open(journal: &EmbeddedJournal) -> Result<Report, Fault> {
    examine(journal.engine(), journal.folder(), journal.last())
}

fn examine(engine: &Engine, folder: &Folder, to: Seq) -> Result<Report, Fault> {
    let mut walk = Walk {
        next: 1,
        chain: Some(Chain::start()),
        report: Report {
            records: 0,
            last: 0,
            head: [0; 32],
            bad: 0,
            first_bad: None,
            different: 0,
            differences: Vec::new(),
        },
    };
    let mut ours = Stream::of(engine, folder.root(), to);
    let mut shadow = Reader::open(&folder.shadow(), 1)?;
    let mut left = ours.next()?;
    let mut right = until(to, shadow.next()?);
    loop {
        match (&left, &right) {
            (None, None) => break,
            (Some((seq, bytes)), other) => {
                match other {
                    Some((shadowed, _)) if shadowed < seq => {
                        walk.differ(*shadowed, Disagreement::NotInJournal);
                        right = until(to, shadow.next()?);
                        continue;
                    }
                    Some((shadowed, copy)) if shadowed == seq => {
                        if copy != bytes {
                            walk.differ(*seq, Disagreement::NotTheSame);
                        }
                        right = until(to, shadow.next()?);
                    }
                    Some(_) | None => walk.differ(*seq, Disagreement::NotInShadow),
                }
                walk.record(*seq, bytes)?;
                left = ours.next()?;
            }
            (None, Some((seq, _))) => {
                walk.differ(*seq, Disagreement::NotInJournal);
                right = until(to, shadow.next()?);
            }
        }
    }
    Ok(walk.report)
}

fn until(to: Seq, stored: Option<Stored>) -> Option<Stored> {
    stored.filter(|(seq, _)| *seq <= to)
}

/// A verification under way.
struct Walk {
    /// The sequence that comes next.
    next: Seq,
    /// The chain so far; `None` after a record that cannot be linked to, when the next one's own
    /// word is taken for what was before it.
    chain: Option<Chain>,
    report: Report,
}

impl Walk {
    fn differ(&mut self, seq: Seq, how: Disagreement) {
        self.report.different += 1;
        if self.report.differences.len() < MAX_DIFFERENCES {
            self.report.differences.push(Difference { seq, how });
        }
    }

    fn bad(&mut self, seq: Seq, why: &str) {
        self.report.bad += 1;
        self.report
            .first_bad
            .get_or_insert_with(|| (seq, why.to_owned()));
    }

    fn record(&mut self, seq: Seq, bytes: &[u8]) -> Result<(), Fault> {
        self.report.records += 1;
        self.report.last = seq;
        if seq != self.next {
            self.bad(self.next.min(seq), "it is missing");
            self.chain = None;
        }
        self.next = seq.saturating_add(1);
        match layout::decode(bytes) {
            Ok(record) if record.header.seq == seq => self.link(&record),
            Ok(_) => self.unlinked(seq, "it carries another number"),
            Err(Flaw::Bad(why)) => self.unlinked(seq, why),
            // Newer for certain only when nothing else is wrong: otherwise it is a damaged byte.
            Err(Flaw::Newer) if self.report.is_sound() => {
                return Err(Fault::newer(format_args!("record {seq} of the journal")));
            }
            Err(Flaw::Newer) => self.unlinked(seq, "its format is not known"),
        }
        Ok(())
    }

    fn unlinked(&mut self, seq: Seq, why: &str) {
        self.bad(seq, why);
        self.chain = None;
    }

    fn link(&mut self, record: &Record) {
        let mut chain = self
            .chain
            .take()
            .unwrap_or_else(|| Chain::before(&record.header));
        match chain.step(record) {
            Ok(()) => self.report.head = chain.head,
            Err(why) => {
                self.bad(record.header.seq, why);
                chain = Chain::after(&record.header);
            }
        }
        self.chain = Some(chain);
    }
}

/// The engine's records upwards, a page at a time.
struct Stream<'a> {
    engine: &'a Engine,
    root: &'a Path,
    next: Option<Seq>,
    to: Seq,
    page: std::vec::IntoIter<(sled::IVec, sled::IVec)>,
}

impl<'a> Stream<'a> {
    const PAGE: usize = 256;

    fn of(engine: &'a Engine, root: &'a Path, to: Seq) -> Self {
        Self {
            engine,
            root,
            next: Some(0),
            to,
            page: Vec::new().into_iter(),
        }
    }

    fn next(&mut self) -> Result<Option<Stored>, Fault> {
        if self.page.len() == 0
            && let Some(next) = self.next
            && next <= self.to
        {
            let range = next.to_be_bytes()..=self.to.to_be_bytes();
            let page: Vec<_> = self.engine.call("reading the journal", |db| {
                db.range(range)
                    .take(Self::PAGE)
                    .collect::<sled::Result<_>>()
            })?;
            self.page = page.into_iter();
        }
        let Some((key, bytes)) = self.page.next() else {
            self.next = None;
            return Ok(None);
        };
        let seq = sequence(self.root, &key)?;
        self.next = seq.checked_add(1);
        Ok(Some((seq, bytes.to_vec())))
    }
}
