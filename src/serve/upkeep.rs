//! What is looked after while a house is open: stored files that nothing names are removed, in the
//! background, at the start and a few times a day. A failure is written to the log and tried again.

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use crate::desk::Desk;
use crate::desk::tidy::{Tidied, YOUNG, tidy};

/// How often.
const EVERY: Duration = Duration::from_secs(6 * 3_600);

/// The upkeep of an open house. It holds the store: end it before closing the house.
pub struct Upkeep {
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Upkeep {
    /// Begins it.
    pub fn begin(desk: &Desk) -> Upkeep {
        let stop = CancellationToken::new();
        let task = tokio::spawn(keep(desk.clone(), stop.clone()));
        Upkeep { stop, task }
    }

    /// Ends it, and waits until it has let go of the store.
    pub async fn end(self) {
        self.stop.cancel();
        // One that panicked has let go of it too.
        let _ = self.task.await;
    }
}

/// How often, and how old a file must be.
fn how() -> (Duration, Duration) {
    // For tests, and in builds for them only: all the time, and however young.
    #[cfg(debug_assertions)]
    if std::env::var_os("ENTREMISE_TEST_TIDY").is_some() {
        return (Duration::from_millis(1), Duration::ZERO);
    }
    (EVERY, YOUNG)
}

async fn keep(desk: Desk, stop: CancellationToken) {
    let (every, young) = how();
    let mut clock = tokio::time::interval(every);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = clock.tick() => {}
        }
        let (desk, stop) = (desk.clone(), stop.clone());
        let go_on = move || !stop.is_cancelled();
        let done = tokio::task::spawn_blocking(move || tidy(&desk, young, go_on)).await;
        match done {
            Ok(Ok(Tidied::Done(swept))) if swept.removed > 0 => {
                info!(
                    files = swept.removed,
                    bytes = swept.bytes,
                    "removed unused files"
                );
            }
            Ok(Ok(Tidied::RecordsLost(lost))) => {
                info!(lost, "unused files are kept: lost records may need them");
            }
            Ok(Ok(Tidied::Done(_) | Tidied::UnderWay | Tidied::Trouble)) => {}
            Ok(Err(fault)) => warn!(%fault, "stored files could not be tidied up"),
            Err(_) => return,
        }
    }
}
