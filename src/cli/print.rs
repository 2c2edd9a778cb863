//! What a command says, printed: the output proper to standard output, remarks and progress beside it.

use std::cell::RefCell;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::plain::{Far, Piece, Problem};

/// The status of output that could not be written (sysexits).
const IO: u8 = 74;

/// Prints. A reader that goes away (`| head`) ends it quietly; what cannot be written for another reason is
/// told at the end, with a status.
pub struct Print {
    bar: ProgressBar,
    failed: RefCell<Option<io::Error>>,
}

impl Print {
    /// To this process's own output.
    pub fn new() -> Print {
        Print {
            bar: ProgressBar::hidden(),
            failed: RefCell::new(None),
        }
    }

    /// Prints a line, unless one before could not be written.
    pub fn line(&self, words: &str) {
        // Told at the end.
        let _ = self.bytes(format!("{words}\n").as_bytes());
    }

    /// Prints a piece.
    ///
    /// # Errors
    /// Nobody reads any more, or it cannot be written.
    pub fn piece(&self, piece: Piece) -> io::Result<()> {
        match piece {
            Piece::Out(bytes) => self.bar.suspend(|| self.bytes(&bytes)),
            Piece::Note(words) => {
                self.bar.suspend(|| beside(&words));
                Ok(())
            }
            Piece::Far(far) => {
                self.far(&far);
                Ok(())
            }
            Piece::Wants => Ok(()),
        }
    }

    /// Returns the status of a command whose output all went through this.
    ///
    /// # Errors
    /// Output that could not be written, unless its reader went away.
    pub fn end(&self, code: ExitCode) -> anyhow::Result<ExitCode> {
        match self.failed.take() {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritten(error).into()),
            _ => Ok(code),
        }
    }

    fn bytes(&self, bytes: &[u8]) -> io::Result<()> {
        let mut failed = self.failed.borrow_mut();
        if let Some(error) = &*failed {
            return Err(error.kind().into());
        }
        let mut out = io::stdout().lock();
        let written = out.write_all(bytes).and_then(|()| out.flush());
        written.map_err(|error| {
            let kind = error.kind();
            *failed = Some(error);
            kind.into()
        })
    }

    fn far(&self, far: &Far) {
        if self.bar.is_hidden() {
            if !io::stderr().is_terminal() {
                return;
            }
            self.bar
                .set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
            let template = match far.total {
                Some(total) => {
                    self.bar.set_length(total);
                    "{bar:32} {percent:>3} %  {msg}  {eta} left"
                }
                None => "{spinner} {bytes}  {msg}",
            };
            let style = ProgressStyle::with_template(template);
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            self.bar.set_style(style.progress_chars("━━─"));
        }
        self.bar.set_position(far.done);
        self.bar.set_message(far.words.clone());
    }
}

impl Drop for Print {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Writes a line beside the output.
pub fn beside(words: &str) {
    // Where nobody hears remarks, there is nobody to be told so.
    let _ = writeln!(io::stderr().lock(), "{words}");
}

/// Why the output is not whole.
pub fn unwritten(error: io::Error) -> Problem {
    let words = "the output could not be written: free some space there, then try again";
    Problem::with(IO, words).because(error)
}
