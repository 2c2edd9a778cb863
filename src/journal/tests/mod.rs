//! Tests of the journal layer, and what they share.

mod blobs;
mod chain;
mod checkpoint;
mod codec;
mod crash;
mod damage;
mod drafts;
mod folder;
mod golden;
mod journal;
mod recover;
mod shadow;
mod witnesses;

use std::future::Future;
use std::path::Path;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;

/// Drives a future the way a plain writer thread would: no runtime, nothing to wake it.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    match future.as_mut().poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the embedded journal waited for something"),
    }
}

/// The record that these tests write as number `seq`.
fn sample(seq: Seq) -> NewRecord {
    let mut payload = format!("record {seq}: ").into_bytes();
    payload.resize(40 + (seq % 300) as usize, b'x');
    NewRecord {
        at_ms: 1_700_000_000_000 + seq as i64,
        actor: (seq % 7) as u32,
        on_behalf: seq.is_multiple_of(3).then_some(99),
        command: u128::from(seq) << 64 | 5,
        salt: [seq as u8; 16],
        payload,
    }
}

fn samples(from: Seq, to: Seq) -> Vec<NewRecord> {
    (from..=to).map(sample).collect()
}

/// Appends samples until the journal ends at `to`.
fn fill(store: &Store, to: Seq) {
    let next = store.journal().last() + 1;
    let last = block_on(store.journal().append(next, samples(next, to)));
    assert_eq!(last.expect("appended"), to);
}

/// A closed store with samples up to `to`.
fn filled(dir: &Path, to: Seq) {
    fill(&Store::open(dir).expect("opened"), to);
}

/// Asserts that the journal holds the samples from 1 to `to` and nothing else.
fn assert_holds(store: &Store, to: Seq) {
    assert_holds_but(store, to, &[]);
}

/// Asserts the same of all but `lost`, of which the journal says that they are lost.
fn assert_holds_but(store: &Store, to: Seq, lost: &[Seq]) {
    assert_eq!(store.journal().last(), to);
    let mut next = 1;
    while next <= to {
        let records = block_on(store.journal().range(next, 1000)).expect("read");
        assert!(!records.is_empty());
        for record in records {
            let wanted = sample(next);
            assert_eq!(record.header.seq, next);
            if lost.contains(&next) {
                assert!(matches!(record.payload, Payload::Lost(_)), "{record:?}");
                next += 1;
                continue;
            }
            assert_eq!(record.header.command, wanted.command);
            let (salt, bytes) = (wanted.salt, wanted.payload);
            assert_eq!(record.payload, Payload::Present { salt, bytes });
            next += 1;
        }
    }
}

/// Opens a store that must not open.
fn open_fault(dir: &Path) -> Fault {
    match Store::open(dir) {
        Ok(_) => panic!("the store opened"),
        Err(fault) => fault,
    }
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("listed") {
        let entry = entry.expect("entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
