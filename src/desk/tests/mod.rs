//! Proofs of the desk: what is acknowledged stays, what is published is exact, and nobody is shown
//! what they may not see.

mod access;
mod feed;
mod full;
mod gap;
mod golden;
mod golden_board;
mod golden_deals;
mod golden_directory;
mod golden_firm;
mod golden_money;
mod golden_quotation;
mod golden_requests;
mod inbox;
mod kept;
mod kept_store;
mod look;
mod papers;
mod presence;
mod privacy;
mod quotations;
mod reach;
mod reopen;
mod roster;
mod shape;
mod stored;
mod timeline;
mod told;
mod would;
mod writer;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use super::*;
use crate::domain::command::Act;
use crate::domain::request::Request;
use crate::domain::request::command::RequestCommand;
use crate::domain::tests::bench::{self, ANNA};
use crate::domain::{Millis, State};

/// A desk over a folder of its own, whose clock the test sets.
struct Office {
    desk: Desk,
    clock: Arc<AtomicI64>,
    folder: tempfile::TempDir,
}

impl Office {
    /// An office with the six people of the bench.
    async fn open() -> Office {
        let folder = tempfile::tempdir().expect("a folder");
        let (desk, clock) = desk_in(folder.path()).await;
        let office = Office {
            desk,
            clock,
            folder,
        };
        office.must(None, bench::set_up()).await;
        for command in bench::others() {
            office.must(Some(ANNA), command).await;
        }
        office
    }

    /// Does what must be possible.
    async fn must(&self, who: Option<PersonId>, command: Command) -> Done {
        let shown = format!("{command:?}");
        let command = self.read(command);
        let answer = self.desk.submit(Submission::new(who, command)).await;
        answer.unwrap_or_else(|rejection| panic!("{shown}: {rejection}"))
    }

    /// What is sent back as a whole, by who has read all there is.
    fn read(&self, command: Command) -> Command {
        match command.is_whole() {
            true => command.upon(self.state().seq()),
            false => command,
        }
    }

    /// Why something is refused.
    async fn refused(&self, who: Option<PersonId>, command: Command) -> Refusal {
        let command = self.read(command);
        match self.desk.submit(Submission::new(who, command)).await {
            Err(Rejection::Refused(refusal)) => refusal,
            other => panic!("not refused: {other:?}"),
        }
    }

    /// One act on one request that must be possible.
    async fn act(&self, who: PersonId, id: u32, act: Act) -> Done {
        self.must(Some(who), bench::on(&[id], act)).await
    }

    /// Takes in a mail that becomes the next request.
    async fn request(&self, from: &str) -> u32 {
        let n = self.state().requests().len() as u128 + 1;
        let mail = bench::mail(n, from, "CLIENT / an afternoon", "Hello, we are 12.");
        self.must(
            None,
            Command::Request(RequestCommand::Receive(Box::new(mail))),
        )
        .await;
        self.state().requests().len() as u32
    }

    fn state(&self) -> Arc<State> {
        self.desk.published().state().clone()
    }

    fn get(&self, id: u32) -> Arc<Request> {
        self.state()
            .request(RequestId(id))
            .expect("a request")
            .clone()
    }

    fn set_clock(&self, at: Millis) {
        self.clock.store(at, Ordering::SeqCst);
    }

    /// Closes the desk and opens it again over the same folder.
    async fn reopened(self) -> Office {
        self.desk.close().await;
        let Office { desk, folder, .. } = self;
        drop(desk);
        let (desk, clock) = desk_in(folder.path()).await;
        Office {
            desk,
            clock,
            folder,
        }
    }
}

/// A desk in a folder, and the clock it goes by. The writer of a desk that was there before may still
/// be letting the folder go; the lock says so.
async fn desk_in(folder: &Path) -> (Desk, Arc<AtomicI64>) {
    let clock = Arc::new(AtomicI64::new(bench::paris("2026-03-10 10:00")));
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    loop {
        let hand = clock.clone();
        match Desk::open(folder, Arc::new(move || hand.load(Ordering::SeqCst))).await {
            Ok(desk) => return (desk, clock),
            Err(fault) if fault.kind == crate::journal::FaultKind::InUse => {
                assert!(std::time::Instant::now() < deadline, "{fault}");
                tokio::task::yield_now().await;
            }
            Err(fault) => panic!("{fault}"),
        }
    }
}
