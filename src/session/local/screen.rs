//! The terminal and who has it, and the bytes that go to it. Leaving is safe at any moment and any number of
//! times.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal;

use crate::session::line::Sink;
use crate::session::modes::Modes;

/// The terminal this program was started in. Clones are the same terminal.
#[derive(Clone, Default)]
pub(super) struct Screen {
    /// It is ours now.
    ours: Arc<AtomicBool>,
    modes: Modes,
}

/// The terminal is ours until this is dropped.
pub(super) struct Entered(Screen);

impl Screen {
    pub(super) fn enter(&self) -> io::Result<Entered> {
        self.take()?;
        Ok(Entered(self.clone()))
    }

    /// Makes the terminal ours (again).
    pub(super) fn take(&self) -> io::Result<()> {
        // Whoever had it meanwhile may have changed its modes behind the library's back.
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        self.ours.store(true, Ordering::SeqCst);
        write(self.modes.enter())
    }

    /// The modes it is in while it is ours.
    pub(super) fn modes(&self) -> &Modes {
        &self.modes
    }

    /// Gives the terminal back.
    pub(super) fn leave(&self) {
        if self.ours.swap(false, Ordering::SeqCst) {
            // Nothing more can be done for a terminal that is gone.
            let _ = write(self.modes.leave());
            let _ = terminal::disable_raw_mode();
        }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.0.leave();
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// The size now: columns, rows; nothing is spawned to find it. Unknown is 0×0.
pub(super) fn size() -> (u16, u16) {
    let size = terminal::window_size().map(|size| (size.columns, size.rows));
    size.unwrap_or_default()
}

/// Frames to standard output, each in one piece, past the library's line buffer.
pub(super) struct Output(Arc<File>);

impl Output {
    pub(super) fn new() -> io::Result<Output> {
        let own = io::stdout().as_fd().try_clone_to_owned()?;
        Ok(Output(Arc::new(File::from(own))))
    }
}

impl Sink for Output {
    async fn write(&mut self, frame: &[u8]) -> io::Result<()> {
        // A terminal that is held (Ctrl-s) blocks: that must not hold the session.
        let (out, frame) = (Arc::clone(&self.0), frame.to_vec());
        let written = tokio::task::spawn_blocking(move || (&*out).write_all(&frame));
        written
            .await
            .unwrap_or_else(|_| Err(io::ErrorKind::BrokenPipe.into()))
    }
}
