//! Verifying: every checksum, every digest, the whole hash chain, sled against its shadow, and both against
//! what checkpoints and the end mark prove.
//!
//! It reads and reports; it never repairs.

use std::path::Path;

use super::candidate::Seen;
use super::combine::{Combined, Piece};
use super::embedded::EmbeddedJournal;
use super::engine::{CACHE, Engine, is_unusable};
use super::fault::Fault;
use super::folder::Folder;
use super::loss::{Loss, Losses};
use super::proof::Proofs;
use super::record::Seq;
use super::report::{Difference, Disagreement, MAX_DIFFERENCES, Report};
use super::seam::Journal;

/// Verifies the store in `dir`, which no process may have open. Changes nothing in it.
///
/// # Errors
/// `InUse`, `NewerFormat`, or a disk that cannot be read. Bad records are not an error, nor is a journal
/// that cannot be opened: they are in the report.
pub fn verify(dir: &Path) -> Result<Report, Fault> {
    let folder = Folder::open_existing(dir)?;
    let (mut engine, mut unreadable) = (None, None);
    // A journal that is not there is not made.
    if folder.journal().exists() {
        match Engine::open(folder.root(), &folder.journal(), CACHE) {
            Ok(open) => engine = Some(open),
            Err(fault) if is_unusable(&fault) => unreadable = Some(fault.what),
            Err(fault) => return Err(fault),
        }
    }
    let proofs = Proofs::read(&folder);
    let report = examine(engine.as_ref(), &folder, &proofs, Seq::MAX)?;
    Ok(Report {
        unreadable,
        ..report
    })
}

/// Verifies an open journal up to its present end. Appending goes on meanwhile.
///
/// # Errors
/// As [`verify`].
pub(super) fn verify_open(journal: &EmbeddedJournal) -> Result<Report, Fault> {
    let engine = journal.engine();
    let proofs = Proofs::read(journal.folder());
    examine(engine.as_deref(), journal.folder(), &proofs, journal.last())
}

fn examine(
    engine: Option<&Engine>,
    folder: &Folder,
    proofs: &Proofs,
    to: Seq,
) -> Result<Report, Fault> {
    let mut combined = Combined::new(folder, engine, proofs)?.up_to(to);
    let mut walk = Walk {
        journal_last: combined.journal_last(),
        proofs,
        report: Report::default(),
        missing: Losses::default(),
        declared: Losses::default(),
    };
    while let Some(piece) = combined.next()? {
        walk.piece(&piece);
    }
    Ok(walk.finish())
}

/// A verification under way.
struct Walk<'a> {
    /// The last record of the journal: it may be behind.
    journal_last: Seq,
    proofs: &'a Proofs,
    report: Report,
    missing: Losses,
    declared: Losses,
}

impl Walk<'_> {
    fn piece(&mut self, piece: &Piece) {
        let seq = piece.record.header.seq;
        self.report.last = seq;
        self.report.records += u64::from(piece.journal != Seen::Missing);
        self.differ(seq, piece);
        match (&piece.loss, piece.journal) {
            (_, Seen::Bad(why)) => self.bad(seq, why),
            (_, Seen::Missing) if seq < self.journal_last => self.bad(seq, "it is missing"),
            (Some(_), Seen::Other) => {
                self.bad(seq, "it does not fit the records before and after it");
            }
            (None, Seen::Other) => self.bad(seq, "the shadow log has another"),
            (_, Seen::Same | Seen::Missing) => {}
        }
        match (piece.loss, Loss::declared(&piece.record)) {
            (Some(loss), _) => self.missing.add(loss),
            (None, Some(loss)) => self.declared.add(loss),
            (None, None) => {}
        }
        let hash = piece.record.hash();
        self.report.head = hash.unwrap_or_default();
        if piece.loss.is_none() && self.proofs.of(seq).any(|proof| Some(proof) != hash) {
            self.report.contradicted.get_or_insert(seq);
        }
    }

    fn differ(&mut self, seq: Seq, piece: &Piece) {
        let how = match (piece.journal, piece.shadow) {
            (Seen::Same, Seen::Same) | (Seen::Missing, Seen::Missing) => return,
            (Seen::Missing, _) => Disagreement::NotInJournal,
            (_, Seen::Missing) => Disagreement::NotInShadow,
            _ => Disagreement::NotTheSame,
        };
        self.report.different += 1;
        if self.report.differences.len() < MAX_DIFFERENCES {
            self.report.differences.push(Difference { seq, how });
        }
    }

    fn bad(&mut self, seq: Seq, why: &str) {
        self.report.bad += 1;
        let first = self.report.first_bad.is_none();
        if first {
            self.report.first_bad = Some((seq, why.to_owned()));
        }
        if self.report.bad_records.len() < MAX_DIFFERENCES {
            self.report.bad_records.push((seq, why.to_owned()));
        }
    }

    fn finish(self) -> Report {
        let some = |losses: &Losses| {
            losses
                .runs()
                .iter()
                .take(MAX_DIFFERENCES)
                .copied()
                .collect()
        };
        Report {
            missing: self.missing.count(),
            missing_runs: some(&self.missing),
            declared: self.declared.count(),
            declared_runs: some(&self.declared),
            ..self.report
        }
    }
}
