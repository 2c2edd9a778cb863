//! What the system asks of the program: to end, to carry on after a sleep, to look how
//! large the terminal is.

use std::io;

use futures_util::FutureExt;
use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};
use tokio::signal::unix::{self, SignalKind, signal};

use super::job;

/// What was asked for.
pub(super) enum Asked {
    /// To end, by this signal.
    End(i32),
    /// To sleep, by somebody other than its person.
    Sleep,
    /// To carry on.
    Woken,
    /// To look at the terminal's size.
    Resized,
}

pub(super) struct Signals {
    terminate: unix::Signal,
    hang_up: unix::Signal,
    interrupt: unix::Signal,
    quit: unix::Signal,
    /// Signals of nobody's, which end a program that does not know them.
    users: [unix::Signal; 2],
    stopped: unix::Signal,
    woken: unix::Signal,
    resized: unix::Signal,
}

impl Signals {
    pub(super) fn new() -> io::Result<Signals> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            interrupt: signal(SignalKind::interrupt())?,
            quit: signal(SignalKind::quit())?,
            users: [
                signal(SignalKind::user_defined1())?,
                signal(SignalKind::user_defined2())?,
            ],
            stopped: signal(SignalKind::from_raw(Signal::TSTP.as_raw()))?,
            woken: signal(SignalKind::from_raw(Signal::CONT.as_raw()))?,
            resized: signal(SignalKind::window_change())?,
        })
    }

    /// The next one. Safe to drop.
    pub(super) async fn next(&mut self) -> Asked {
        let [one, two] = &mut self.users;
        tokio::select! {
            _ = self.quit.recv() => Asked::End(Signal::QUIT.as_raw()),
            _ = one.recv() => Asked::End(Signal::USR1.as_raw()),
            _ = two.recv() => Asked::End(Signal::USR2.as_raw()),
            _ = self.stopped.recv() => Asked::Sleep,
            _ = self.terminate.recv() => Asked::End(Signal::TERM.as_raw()),
            _ = self.hang_up.recv() => Asked::End(Signal::HUP.as_raw()),
            _ = self.interrupt.recv() => Asked::End(Signal::INT.as_raw()),
            _ = self.woken.recv() => Asked::Woken,
            _ = self.resized.recv() => Asked::Resized,
        }
    }

    /// The next one that ends the program, but for the interrupt, which is another program's now.
    pub(super) async fn next_end(&mut self) -> i32 {
        let [one, two] = &mut self.users;
        tokio::select! {
            _ = one.recv() => Signal::USR1.as_raw(),
            _ = two.recv() => Signal::USR2.as_raw(),
            _ = self.terminate.recv() => Signal::TERM.as_raw(),
            _ = self.hang_up.recv() => Signal::HUP.as_raw(),
        }
    }

    /// The next one that ends the program while another has the terminal. Sleeps along with that one.
    pub(super) async fn next_end_beside(&mut self) -> i32 {
        let [one, two] = &mut self.users;
        loop {
            tokio::select! {
                _ = one.recv() => return Signal::USR1.as_raw(),
                _ = two.recv() => return Signal::USR2.as_raw(),
                _ = self.terminate.recv() => return Signal::TERM.as_raw(),
                _ = self.hang_up.recv() => return Signal::HUP.as_raw(),
                _ = self.stopped.recv() => {}
            }
            if job::can_be_woken() {
                // The job sleeps already, but for us.
                let _ = kill_process(getpid(), Signal::STOP);
            }
        }
    }

    /// Forgets what the terminal said to the program that had it.
    pub(super) fn forget(&mut self) {
        let _ = self.interrupt.recv().now_or_never();
        let _ = self.quit.recv().now_or_never();
    }

    /// Puts the whole job to sleep, as the terminal would have done for `Ctrl-z`; comes back when it is
    /// woken, or at once where there is no shell that could wake it.
    pub(super) fn sleep(&mut self) {
        // The signal that asks is heard by this program, so it is the one that cannot be; the system does
        // not keep that from a job that nobody could wake.
        if job::can_be_woken() {
            // A system that refuses leaves us awake.
            let _ = kill_current_process_group(Signal::STOP);
        }
    }
}
