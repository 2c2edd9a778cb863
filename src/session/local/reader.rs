//! The bytes of the terminal this program was started in. The shell and whatever else runs there share
//! its description: it is never made non-blocking, so each read looks first whether there is anything.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// The most bytes of one read.
const MOST: usize = 8 * 1024;

pub(super) struct Reader(AsyncFd<File>);

impl Reader {
    #[expect(
        deprecated,
        reason = "the new way is unsafe; a File stays open and the same as long as it is registered"
    )]
    pub(super) fn new() -> io::Result<Reader> {
        let own = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        AsyncFd::with_interest(own, Interest::READABLE).map(Reader)
    }

    /// What was typed next. Dropping the future loses nothing.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub(super) async fn read(&self) -> io::Result<Vec<u8>> {
        loop {
            if let Some(bytes) = self.read_now()? {
                return Ok(bytes);
            }
            let mut readable = self.0.readable().await?;
            if !self.has_any()? {
                readable.clear_ready();
            }
        }
    }

    fn read_now(&self) -> io::Result<Option<Vec<u8>>> {
        if !self.has_any()? {
            return Ok(None);
        }
        let mut bytes = vec![0; MOST];
        let mut terminal = self.0.get_ref();
        match terminal.read(&mut bytes) {
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                bytes.truncate(read);
                Ok(Some(bytes))
            }
            Err(error) if is_passing(error.kind()) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether a read would not wait; also when the terminal is gone.
    fn has_any(&self) -> io::Result<bool> {
        let mut terminal = [PollFd::new(self.0.get_ref(), PollFlags::IN)];
        match poll(&mut terminal, Some(&Timespec::default())) {
            Ok(ready) => Ok(ready > 0),
            Err(error) if is_passing(error.kind()) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// Nothing is wrong: a signal came, or somebody else read it first.
fn is_passing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Interrupted | ErrorKind::WouldBlock)
}
