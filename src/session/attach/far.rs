//! The house's end of the socket: a terminal of this machine as a line and a pen of a session.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::{Mutex, mpsc};
use tokio_util::sync::CancellationToken;

use super::wire::{ToHouse, ToTerminal, read, write};
use crate::session::modes::Modes;
use crate::session::{Brought, Far, Heard, Pace, Sink};

/// Frames that may wait for the session.
const WAITING: usize = 16;
/// A terminal that does not take its last words is not waited for.
const LAST: Duration = Duration::from_millis(500);

/// The way to a terminal. Clones are the same way.
#[derive(Clone)]
pub struct Way {
    half: Arc<Mutex<OwnedWriteHalf>>,
    /// Ends what still waits for a terminal that does not read.
    closed: CancellationToken,
}

impl Way {
    /// Over this half of the socket.
    pub fn new(half: OwnedWriteHalf) -> Way {
        Way {
            half: Arc::new(Mutex::new(half)),
            closed: CancellationToken::new(),
        }
    }

    /// Sends a frame; waits until the socket takes it.
    ///
    /// # Errors
    /// A socket that is closed.
    pub async fn send(&self, frame: &ToTerminal) -> io::Result<()> {
        let sent = async { write(&mut *self.half.lock().await, frame).await };
        tokio::select! {
            sent = sent => sent,
            () = self.closed.cancelled() => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// The last frame; nothing is sent or waited for behind it.
    pub async fn end(&self, frame: &ToTerminal) {
        let all = async {
            let mut half = self.half.lock().await;
            write(&mut *half, frame).await?;
            half.shutdown().await
        };
        // Whoever is gone has nobody to be told.
        let _ = tokio::time::timeout(LAST, all).await;
        self.closed.cancel();
    }
}

impl Sink for Way {
    async fn write(&mut self, frame: &[u8]) -> io::Result<()> {
        self.send(&ToTerminal::Frame(frame.to_vec())).await
    }
}

/// Reads frames on a task of its own, so that waiting for one can be given up.
pub fn frames(mut half: OwnedReadHalf) -> mpsc::Receiver<ToHouse> {
    let (say, hear) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        // What is no frame ends the line, as its end does.
        let all = async {
            while let Ok(Some(frame)) = read::<ToHouse>(&mut half).await {
                if say.send(frame).await.is_err() {
                    return;
                }
            }
        };
        // A terminal that says nothing more is not listened to for ever either.
        tokio::select! {
            () = all => {}
            () = say.closed() => {}
        }
    });
    hear
}

/// What comes from a terminal. `leave` is what the house says when it ends the session.
pub struct Terminal<L> {
    hear: mpsc::Receiver<ToHouse>,
    way: Way,
    leave: L,
    modes: Modes,
    pace: Pace,
}

/// Waits until the house ends a session.
pub trait Leave: Send {
    /// Why. Safe to drop.
    fn farewell(&mut self) -> impl Future<Output = crate::session::Farewell> + Send;
}

impl<L: Leave> Terminal<L> {
    /// The terminal that these frames come from, as fast as it sends keys.
    pub fn new(
        hear: mpsc::Receiver<ToHouse>,
        way: Way,
        leave: L,
        modes: &Modes,
        pace: Pace,
    ) -> Terminal<L> {
        Terminal {
            hear,
            way,
            leave,
            modes: modes.clone(),
            pace,
        }
    }
}

impl<L: Leave> Far for Terminal<L> {
    const SLEEPS: bool = true;

    fn pace(&self) -> Pace {
        self.pace
    }

    async fn bring(&mut self) -> Brought {
        loop {
            return tokio::select! {
                biased;
                why = self.leave.farewell() => Brought::Heard(Heard::Dismissed(why)),
                frame = self.hear.recv() => match frame {
                    Some(ToHouse::Typed(bytes)) => Brought::Bytes(bytes),
                    Some(ToHouse::Size(columns, rows)) => Brought::Heard(Heard::Resized(columns, rows)),
                    Some(ToHouse::Hello(_) | ToHouse::Stranger(_) | ToHouse::Edited(_) | ToHouse::Piped(_)) => continue,
                    None => Brought::Heard(Heard::Gone),
                },
            };
        }
    }

    async fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        // It is lent, and comes back as any terminal does.
        let _ = self.modes.leave();
        self.way.send(&ToTerminal::Edit(text.to_owned())).await?;
        loop {
            let frame = tokio::select! {
                biased;
                // Told again when the next thing is asked for: the session ends as any does.
                _ = self.leave.farewell() => return Err(io::ErrorKind::ConnectionAborted.into()),
                frame = self.hear.recv() => frame,
            };
            match frame {
                Some(ToHouse::Edited(edited)) => return edited.map_err(io::Error::other),
                // Keys that were on their way are meant for the editor.
                Some(
                    ToHouse::Hello(_)
                    | ToHouse::Stranger(_)
                    | ToHouse::Typed(_)
                    | ToHouse::Size(..)
                    | ToHouse::Piped(_),
                ) => {}
                None => return Err(io::ErrorKind::BrokenPipe.into()),
            }
        }
    }

    async fn sleep(&mut self) {
        let _ = self.modes.leave();
        // It wakes with its size, which has everything drawn anew.
        let _ = self.way.send(&ToTerminal::Sleep).await;
    }
}
