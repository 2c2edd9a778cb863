//! The thread that feeds the index: opens it, catches up with the journal, then follows what is
//! published. Every trouble is answered by waiting a little and reading again from the last commit.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::intake::{Intake, Trouble};
use super::{Order, Shared, lock};
use crate::desk::{Desk, Published};
use crate::journal::Fault;
use crate::search::{Index, Kind, Problem};

/// Records after which a commit is made, however little time passed.
const MANY: u64 = 5_000;
/// A pause after which a commit disturbs nobody.
const LULL: Duration = Duration::from_millis(150);
/// How long a text may wait before it can be found.
const SOON: Duration = Duration::from_secs(2);
/// A process that was killed a moment ago may still hold the index.
const BUSY: Duration = Duration::from_millis(500);
/// A disk that refused is asked again after this time.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why the feeding was left.
enum Left {
    /// The finder is stopped, or the house is closed.
    Stopped,
    /// The index is to be opened anew.
    Reopen,
    /// The index refused.
    Problem(Problem),
    /// The journal cannot be read.
    Fault(Fault),
}

impl From<Problem> for Left {
    fn from(problem: Problem) -> Left {
        Left::Problem(problem)
    }
}

impl From<Trouble> for Left {
    fn from(trouble: Trouble) -> Left {
        match trouble {
            Trouble::Index(problem) => Left::Problem(problem),
            Trouble::Journal(fault) => Left::Fault(fault),
        }
    }
}

pub(super) struct Feeder {
    desk: Desk,
    shared: Arc<Shared>,
    order: watch::Receiver<Order>,
    feed: watch::Receiver<Arc<Published>>,
}

impl Feeder {
    pub(super) fn new(desk: Desk, shared: Arc<Shared>) -> Feeder {
        let (order, feed) = (shared.order.subscribe(), desk.feed().subscribe());
        Feeder {
            desk,
            shared,
            order,
            feed,
        }
    }

    pub(super) fn run(mut self) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build();
        match runtime {
            Ok(runtime) => runtime.block_on(self.live()),
            Err(error) => self
                .shared
                .set_trouble(Some(format!("search could not start: {error}"))),
        }
    }

    async fn live(&mut self) {
        if self
            .order
            .wait_for(|order| *order != Order::Wait)
            .await
            .is_err()
        {
            return;
        }
        loop {
            let left = self.open_and_feed().await;
            let rest = match left {
                Left::Stopped => return,
                Left::Reopen => Duration::ZERO,
                Left::Problem(problem) => self.report(&problem),
                Left::Fault(fault) => {
                    let told = fault.for_people().to_string();
                    self.shared.set_trouble(Some(told));
                    PATIENCE
                }
            };
            if self.rested(rest).await {
                return;
            }
        }
    }

    /// Says what is wrong with the index; yields how long to wait before it is opened again.
    fn report(&self, problem: &Problem) -> Duration {
        self.shared
            .set_trouble(Some(format!("{}: {}", problem.what, problem.hint)));
        match problem.kind {
            Kind::Busy | Kind::Damaged => BUSY,
            Kind::Disk => PATIENCE,
        }
    }

    /// Waits, or less when the finder is stopped: then it is true.
    async fn rested(&mut self, rest: Duration) -> bool {
        let stopped = self.order.wait_for(|order| *order == Order::Stop);
        tokio::time::timeout(rest, stopped).await.is_ok()
    }

    async fn open_and_feed(&mut self) -> Left {
        // What is asked for up to here is answered by this opening.
        if *self.order.borrow_and_update() == Order::Stop {
            return Left::Stopped;
        }
        let mut index = match Index::open(&self.desk.folder().join("search")) {
            Ok(index) => index,
            Err(problem) => return Left::Problem(problem),
        };
        self.shared
            .covered
            .store(index.covered(), Ordering::Release);
        *lock(&self.shared.reader) = Some(index.reader());
        let left = match self.feed(&mut index).await {
            Ok(left) | Err(left) => left,
        };
        *lock(&self.shared.reader) = None;
        left
    }

    /// Keeps the index up until something ends it.
    async fn feed(&mut self, index: &mut Index) -> Result<Left, Left> {
        let mut through = index.covered();
        // Since when texts wait for a commit.
        let mut since: Option<Instant> = None;
        loop {
            if self.order.has_changed().unwrap_or(true) {
                let stop = *self.order.borrow() == Order::Stop;
                return Ok(if stop { Left::Stopped } else { Left::Reopen });
            }
            let published = self.feed.borrow_and_update().clone();
            if through < published.seq() {
                let (desk, published) = (&self.desk, &*published);
                let mut intake = Intake {
                    desk,
                    index,
                    published,
                };
                let (last, texts) = intake.take(through).await?;
                through = last;
                if texts && since.is_none() {
                    since = Some(Instant::now());
                }
            }
            let caught_up = through >= published.seq();
            let many = through.saturating_sub(index.covered()) >= MANY;
            let due = many || since.is_some_and(|since| since.elapsed() >= SOON);
            if due || (since.is_some() && caught_up && self.is_quiet(LULL).await) {
                index.commit()?;
                since = None;
            }
            if since.is_none() {
                self.shared.covered.store(through, Ordering::Release);
                if caught_up {
                    self.shared.set_trouble(None);
                    self.is_quiet(Duration::MAX).await;
                }
            }
        }
    }

    /// Waits for `most`; false as soon as something is published or ordered.
    async fn is_quiet(&mut self, most: Duration) -> bool {
        let stirred = async {
            tokio::select! {
                // A desk that is gone publishes nothing more; the order to stop follows.
                Ok(()) = self.feed.changed() => {}
                _ = self.order.changed() => self.order.mark_changed(),
            }
        };
        tokio::time::timeout(most, stirred).await.is_err()
    }
}
