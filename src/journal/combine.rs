//! The two logs combined record by record: each record from whichever has it whole and in the hash chain,
//! and a stand-in where neither has.
//!
//! It reads both; what is done about what it finds is decided elsewhere.

use std::collections::VecDeque;

use super::candidate::{Candidate, Seen, choose, seen, whole};
use super::engine::Engine;
use super::fault::Fault;
use super::folder::Folder;
use super::layout::{self, Flaw};
use super::loss::Loss;
use super::proof::Proofs;
use super::record::{Chain, Hash, Lost, Record, Seq};
use super::shadow::Stored;
use super::shadow_reader::Reader;

/// The most records that are appended as one group, and so the most that a power cut tears.
const TORN_MOST: usize = 256;
/// More lost records than this are not believed: the proof must be of another store.
const MOST_LOST: u64 = 50_000_000;

/// What is at one place of the combined journal.
pub(super) struct Piece {
    /// The record, or what stands where it was.
    pub record: Record,
    /// Its stored bytes.
    pub bytes: Vec<u8>,
    /// The loss, when this record was found nowhere just now.
    pub loss: Option<Loss>,
    /// Both logs have another record here, whole and in the chain: which is the true one cannot be told.
    pub is_disputed: bool,
    /// What the shadow log has here.
    pub shadow: Seen,
    /// What the journal has here.
    pub journal: Seen,
}

/// Walks over both logs, upwards from the first record.
pub(super) struct Combined<'a> {
    shadow: Reader,
    /// Records read ahead from the shadow log.
    ahead: VecDeque<Stored>,
    engine: Option<&'a Engine>,
    /// The last record of the journal.
    journal_last: Seq,
    proofs: Proofs,
    /// Nothing behind this is looked at.
    to: Seq,
    chain: Chain,
    last_ms: Option<i64>,
    /// The first record behind the present loss, and when it was made.
    behind: Option<(Seq, Option<i64>)>,
    lost: u64,
}

impl<'a> Combined<'a> {
    /// Begins before the first record.
    pub fn new(
        folder: &Folder,
        engine: Option<&'a Engine>,
        proofs: &Proofs,
    ) -> Result<Self, Fault> {
        Ok(Self {
            shadow: Reader::open(&folder.shadow(), 1)?,
            ahead: VecDeque::new(),
            engine,
            journal_last: engine.and_then(last_of).unwrap_or(0),
            proofs: proofs.clone(),
            to: Seq::MAX,
            chain: Chain::start(),
            last_ms: None,
            behind: None,
            lost: 0,
        })
    }

    /// The same, no further than record `to`.
    #[must_use]
    pub fn up_to(self, to: Seq) -> Self {
        Self { to, ..self }
    }

    /// The end of what was walked over.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    /// The last record of the journal.
    pub fn journal_last(&self) -> Seq {
        self.journal_last
    }

    /// Returns what is at the next place; `None` behind the last record.
    pub fn next(&mut self) -> Result<Option<Piece>, Fault> {
        let next = self.chain.last.checked_add(1);
        let Some(seq) = next.filter(|seq| *seq <= self.to) else {
            return Ok(None);
        };
        let shadowed = self.shadowed(seq)?;
        let journaled = self.journaled(seq);
        if shadowed.is_none() && journaled.is_none() && self.is_over(seq)? {
            return Ok(None);
        }
        let shadow = whole(seq, shadowed.as_deref());
        let journal = whole(seq, journaled.as_deref());
        let flaws = [&shadow, &journal].map(|found| found.as_ref().err().copied());
        let found: Vec<Candidate> = shadow.into_iter().chain(journal).collect();
        if found.is_empty() && flaws.contains(&Some(Flaw::Newer)) {
            return Err(Fault::newer(format_args!("record {seq} of the journal")));
        }
        let expected = self.expected(seq)?;
        let (chosen, is_disputed) = choose(&self.chain, found, &expected);
        let (record, bytes, loss) = match chosen {
            Some(candidate) => (candidate.record, candidate.bytes, None),
            None => self.stand_in(seq, &expected)?,
        };
        self.chain = Chain::after(&record);
        if !record.is_lost() {
            self.last_ms = Some(record.header.at_ms);
            self.behind = None;
        }
        Ok(Some(Piece {
            shadow: seen(shadowed.as_deref(), &bytes, flaws[0]),
            journal: seen(journaled.as_deref(), &bytes, flaws[1]),
            record,
            bytes,
            loss,
            is_disputed,
        }))
    }

    /// What the shadow log has at `seq`.
    fn shadowed(&mut self, seq: Seq) -> Result<Option<Vec<u8>>, Fault> {
        self.read_ahead(1)?;
        if self.ahead.front().is_none_or(|(at, _)| *at != seq) {
            return Ok(None);
        }
        Ok(self.ahead.pop_front().map(|(_, bytes)| bytes))
    }

    fn read_ahead(&mut self, records: usize) -> Result<(), Fault> {
        while self.ahead.len() < records {
            let Some(stored) = self.shadow.next()? else {
                break;
            };
            self.ahead.push_back(stored);
        }
        Ok(())
    }

    /// What the journal has at `seq`. What it cannot give any more counts as missing.
    fn journaled(&self, seq: Seq) -> Option<Vec<u8>> {
        let engine = self.engine?;
        let found = engine.call("reading the journal", |db| db.get(seq.to_be_bytes()));
        found.ok()?.map(|bytes| bytes.to_vec())
    }

    /// Tells whether the journal ends before `seq`, which neither log has.
    fn is_over(&mut self, seq: Seq) -> Result<bool, Fault> {
        self.read_ahead(1)?;
        if seq <= self.proofs.last() || seq <= self.journal_last {
            return Ok(false);
        }
        if self.ahead.is_empty() {
            return Ok(true);
        }
        // Behind everything that is proven, a group that a power cut tore was never acknowledged. Where more
        // stands there than a group has, the mark is older than the logs, and something is lost.
        self.read_ahead(TORN_MOST + 1)?;
        let last = self.ahead.back().map_or(0, |(seq, _)| *seq);
        let torn = self.ahead.len() <= TORN_MOST && last <= self.proofs.last() + TORN_MOST as u64;
        Ok(self.proofs.is_marked && torn)
    }

    /// The hashes that whole records at the place behind `seq` carry for it.
    fn expected(&mut self, seq: Seq) -> Result<Vec<Hash>, Fault> {
        let Some(next) = seq.checked_add(1) else {
            return Ok(Vec::new());
        };
        self.read_ahead(1)?;
        let shadowed = self.ahead.front().filter(|(at, _)| *at == next);
        let shadowed = shadowed.map(|(_, bytes)| bytes.as_slice());
        let journaled = self.journaled(next);
        let found = [whole(next, shadowed), whole(next, journaled.as_deref())];
        let found = found.into_iter().filter_map(Result::ok);
        let real = found.filter(|candidate| !candidate.record.is_lost());
        Ok(real
            .map(|candidate| candidate.record.header.previous)
            .collect())
    }

    /// What stands where record `seq` was.
    fn stand_in(
        &mut self,
        seq: Seq,
        expected: &[Hash],
    ) -> Result<(Record, Vec<u8>, Option<Loss>), Fault> {
        self.lost += 1;
        if self.lost > MOST_LOST {
            return Err(Fault::new(
                super::FaultKind::Damaged,
                format!("more than {MOST_LOST} records are missing"),
                "the checkpoints may be those of another store: restore a backup",
            ));
        }
        let hash = expected.first().copied().or(self.proofs.of(seq).last());
        let before_ms = self.next_ms(seq)?;
        let loss = Loss {
            from: seq,
            to: seq,
            after_ms: self.last_ms,
            before_ms,
        };
        let lost = Lost {
            from_ms: self.last_ms.unwrap_or(0),
            until_ms: before_ms.unwrap_or(0),
            hash,
        };
        let record = layout::lost(seq, lost);
        let bytes = layout::encode(&record);
        Ok((record, bytes, Some(loss)))
    }

    /// When the first record behind the loss at `seq` was made.
    fn next_ms(&mut self, seq: Seq) -> Result<Option<i64>, Fault> {
        if let Some((behind, ms)) = self.behind
            && behind > seq
        {
            return Ok(ms);
        }
        self.read_ahead(1)?;
        let shadowed = self.ahead.front().map(|(at, bytes)| (*at, bytes.clone()));
        let journaled = self.engine.and_then(|engine| next_of(engine, seq));
        let nearest = [shadowed, journaled].into_iter().flatten();
        let nearest = nearest.min_by_key(|(at, _)| *at);
        let (behind, ms) = match nearest {
            Some((at, bytes)) => {
                let record = whole(at, Some(&bytes)).ok();
                let ms = record.filter(|found| !found.record.is_lost());
                (at, ms.map(|found| found.record.header.at_ms))
            }
            None => {
                let proof = self.proofs.newest();
                (Seq::MAX, proof.and_then(|proof| proof.at_ms))
            }
        };
        self.behind = Some((behind, ms));
        Ok(ms)
    }
}

/// The last sequence in the journal.
fn last_of(engine: &Engine) -> Option<Seq> {
    let last = engine.call("reading the journal", |db| db.last());
    let (key, _) = last.ok().flatten()?;
    Some(Seq::from_be_bytes(*key.first_chunk()?))
}

/// The first record of the journal behind `seq`.
fn next_of(engine: &Engine, seq: Seq) -> Option<Stored> {
    let after = seq.saturating_add(1).to_be_bytes();
    let next = engine.call("reading the journal", |db| {
        db.range(after..).next().transpose()
    });
    let (key, bytes) = next.ok().flatten()?;
    Some((Seq::from_be_bytes(*key.first_chunk()?), bytes.to_vec()))
}
