//! What the system asks of the program: to end, to carry on after a sleep, to look how
//! large the terminal is.

use std::io;

use rustix::process::{Signal, kill_current_process_group};
use tokio::signal::unix::{self, SignalKind, signal};

/// What was asked for.
pub(super) enum Asked {
    /// To end, by this signal.
    End(i32),
    /// To carry on.
    Woken,
    /// To look at the terminal's size.
    Resized,
}

pub(super) struct Signals {
    terminate: unix::Signal,
    hang_up: unix::Signal,
    interrupt: unix::Signal,
    woken: unix::Signal,
    resized: unix::Signal,
}

impl Signals {
    pub(super) fn new() -> io::Result<Signals> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            interrupt: signal(SignalKind::interrupt())?,
            woken: signal(SignalKind::from_raw(Signal::CONT.as_raw()))?,
            resized: signal(SignalKind::window_change())?,
        })
    }

    /// The next one. Safe to drop.
    pub(super) async fn next(&mut self) -> Asked {
        tokio::select! {
            _ = self.terminate.recv() => Asked::End(Signal::TERM.as_raw()),
            _ = self.hang_up.recv() => Asked::End(Signal::HUP.as_raw()),
            _ = self.interrupt.recv() => Asked::End(Signal::INT.as_raw()),
            _ = self.woken.recv() => Asked::Woken,
            _ = self.resized.recv() => Asked::Resized,
        }
    }

    /// The next one that ends the program, but for the interrupt, which is another program's now.
    pub(super) async fn next_end(&mut self) -> i32 {
        tokio::select! {
            _ = self.terminate.recv() => Signal::TERM.as_raw(),
            _ = self.hang_up.recv() => Signal::HUP.as_raw(),
        }
    }

    /// Puts the whole job to sleep, as the terminal would have done for `Ctrl-z`; comes back when it is
    /// woken, or at once where there is no shell that could wake it.
    pub(super) fn sleep(&mut self) {
        // A system that refuses leaves us awake.
        let _ = kill_current_process_group(Signal::TSTP);
    }
}
