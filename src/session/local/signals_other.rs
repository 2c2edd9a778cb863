//! What the system asks of the program, where there are no Unix signals: only to end.

use std::io;

/// What was asked for.
pub(super) enum Asked {
    /// To end, by this signal's number.
    End(i32),
    /// To carry on.
    Woken,
}

pub(super) struct Signals;

impl Signals {
    pub(super) fn new() -> io::Result<Signals> {
        Ok(Signals)
    }

    /// The next one. Safe to drop.
    pub(super) async fn next(&mut self) -> Asked {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Asked::End(2),
            Err(_) => std::future::pending().await,
        }
    }

    /// The next one that ends the program.
    pub(super) async fn next_end(&mut self) -> i32 {
        std::future::pending().await
    }

    /// Wakes at once: there is nothing to sleep on.
    pub(super) fn sleep(&mut self) {}
}
