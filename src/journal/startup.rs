//! Bringing sled and the shadow log to the same end when a store is opened.
//!
//! sled is the truth. A shadow log that is behind is caught up from it. A shadow log that is
//! ahead holds records that were acknowledged and that sled lost, in a power cut say: those that
//! continue sled's hash chain are put back. Anything else is damage, which a person must know of:
//! nothing is moved, nothing is guessed.

use std::path::Path;

use super::engine::Engine;
use super::fault::Fault;
use super::folder::Folder;
use super::record::{Chain, Seq};
use super::rows::{damaged, insert, missing, read_back, sequence};
use super::shadow::{Shadow, Stored};
use super::shadow_reader::Reader;

/// How many of the last records are checked at every start: a crash hurts the end of a log.
const TAIL: usize = 256;

/// How many records go from one log to the other at a time.
const GROUP: usize = 256;

/// Where sled's journal ends, after its last records were checked.
pub(super) fn tail(engine: &Engine, root: &Path) -> Result<Chain, Fault> {
    let entries: Vec<_> = engine.call("reading the journal", |db| {
        db.iter().rev().take(TAIL).collect::<sled::Result<_>>()
    })?;
    let mut chain: Option<Chain> = None;
    for (key, bytes) in entries.iter().rev() {
        let seq = sequence(root, key)?;
        let record = read_back(root, seq, bytes)?;
        let mut next = chain.unwrap_or_else(|| Chain::before(&record.header));
        next.step(&record).map_err(|why| damaged(root, seq, why))?;
        chain = Some(next);
    }
    Ok(chain.unwrap_or_else(Chain::start))
}

/// Brings both logs to the same end. Returns how many records sled was given back.
pub(super) fn reconcile(
    engine: &Engine,
    folder: &Folder,
    chain: &mut Chain,
    shadow: &mut Shadow,
    shadowed: Option<Stored>,
) -> Result<u64, Fault> {
    let shadow_last = shadowed.as_ref().map_or(0, |(seq, _)| *seq);
    if shadow_last > chain.last {
        return put_back(engine, folder, chain, shadow_last);
    }
    if let Some((seq, bytes)) = shadowed {
        let ours = engine.call("reading the journal", |db| db.get(seq.to_be_bytes()))?;
        if ours.as_deref() != Some(bytes.as_slice()) {
            return Err(disagree(folder, seq));
        }
    }
    catch_up(engine, folder.root(), shadow, shadow_last, chain.last)?;
    Ok(0)
}

/// Gives sled the records it lost, as far as the shadow log continues sled's chain.
fn put_back(
    engine: &Engine,
    folder: &Folder,
    chain: &mut Chain,
    shadow_last: Seq,
) -> Result<u64, Fault> {
    let before = chain.last;
    let mut reader = Reader::open(&folder.shadow(), before.saturating_add(1))?;
    // All of it is checked before any of it is written.
    let mut checked = chain.clone();
    while let Some((seq, bytes)) = reader.next()? {
        let record = read_back(folder.root(), seq, &bytes)?;
        checked
            .step(&record)
            .map_err(|_| disagree(folder, checked.last))?;
    }
    if checked.last != shadow_last {
        return Err(disagree(folder, checked.last));
    }
    let mut reader = Reader::open(&folder.shadow(), before.saturating_add(1))?;
    loop {
        let mut group = Vec::with_capacity(GROUP);
        while group.len() < GROUP
            && let Some(stored) = reader.next()?
        {
            group.push(stored);
        }
        if group.is_empty() {
            break;
        }
        insert(engine, &group)?;
    }
    *chain = checked;
    Ok(shadow_last.saturating_sub(before))
}

/// Gives the shadow log sled's records after `from`, up to `to`.
fn catch_up(
    engine: &Engine,
    root: &Path,
    shadow: &mut Shadow,
    from: Seq,
    to: Seq,
) -> Result<(), Fault> {
    let mut next = from.saturating_add(1);
    while next <= to {
        let range = next.to_be_bytes()..=to.to_be_bytes();
        let entries: Vec<_> = engine.call("reading the journal", |db| {
            db.range(range).take(GROUP).collect::<sled::Result<_>>()
        })?;
        let mut group: Vec<Stored> = Vec::with_capacity(entries.len());
        for (key, bytes) in &entries {
            let seq = sequence(root, key)?;
            if seq != next {
                break;
            }
            group.push((seq, bytes.to_vec()));
            next = next.saturating_add(1);
        }
        if group.is_empty() {
            return Err(missing(root, next));
        }
        shadow.append(&group)?;
    }
    Ok(())
}

fn disagree(folder: &Folder, seq: Seq) -> Fault {
    Fault::damaged(
        folder.root(),
        format!("the journal and its shadow log disagree at record {seq}"),
    )
}
