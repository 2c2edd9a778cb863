//! Writes frames one at a time on a task of its own: one on its way, none waiting. Whoever draws asks
//! first whether the pen is free, so that a slow line gets fewer frames and never an older one.

use std::io;
use std::time::Duration;

use tokio::sync::mpsc;

use super::line::Sink;

/// The most that is kept of a frame's room for the next one: most are short, the first one is not.
const KEPT: usize = 4 * 1024;
/// How long the end of a session waits for its last frame.
const LAST: Duration = Duration::from_millis(500);

pub(super) struct Pen {
    frames: mpsc::Sender<Vec<u8>>,
    written: mpsc::Receiver<io::Result<Vec<u8>>>,
    /// The frame's bytes when they are not on their way, to be used again.
    spare: Option<Vec<u8>>,
}

impl Pen {
    pub(super) fn new(mut sink: impl Sink) -> Pen {
        let (frames, mut to_write) = mpsc::channel::<Vec<u8>>(1);
        let (done, written) = mpsc::channel(1);
        tokio::spawn(async move {
            while let Some(mut frame) = to_write.recv().await {
                let outcome = sink.write(&frame).await;
                frame.clear();
                frame.shrink_to(KEPT);
                if done.send(outcome.map(|()| frame)).await.is_err() {
                    return;
                }
            }
        });
        Pen {
            frames,
            written,
            spare: Some(Vec::new()),
        }
    }

    /// An empty buffer for the next frame, when the one before is written.
    pub(super) fn take(&mut self) -> Option<Vec<u8>> {
        self.spare.take()
    }

    pub(super) fn is_free(&self) -> bool {
        self.spare.is_some()
    }

    /// Sends a frame; an empty one is only put back.
    pub(super) fn send(&mut self, frame: Vec<u8>) {
        if frame.is_empty() {
            self.spare = Some(frame);
        } else if let Err(refused) = self.frames.try_send(frame) {
            // Cannot be full: the buffer was taken from here.
            self.spare = Some(refused.into_inner());
        }
    }

    /// Waits until the frame on its way is written; for ever when there is none. Safe to drop.
    pub(super) async fn written(&mut self) -> io::Result<()> {
        if self.is_free() {
            std::future::pending::<()>().await;
        }
        let outcome = self
            .written
            .recv()
            .await
            .unwrap_or_else(|| Err(io::ErrorKind::BrokenPipe.into()));
        self.spare = Some(outcome?);
        Ok(())
    }

    /// Waits for the last frame, not for ever.
    pub(super) async fn rest(&mut self) {
        if !self.is_free() {
            // A line that does not move any more has nothing to be waited for.
            let _ = tokio::time::timeout(LAST, self.written()).await;
        }
    }
}
