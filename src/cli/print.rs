//! What a command says, printed: the output proper to standard output, remarks and progress beside it.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::plain::{Far, Piece};

/// Prints. A reader that goes away (`| head`) ends it quietly.
pub struct Print {
    bar: ProgressBar,
}

impl Print {
    /// To this process's own output.
    pub fn new() -> Print {
        Print {
            bar: ProgressBar::hidden(),
        }
    }

    /// Prints a line.
    pub fn line(&self, words: &str) {
        // Nobody reads any more: there is nobody to be told.
        let _ = writeln!(io::stdout().lock(), "{words}");
    }

    /// Prints a piece.
    ///
    /// # Errors
    /// Nobody reads any more.
    pub fn piece(&self, piece: Piece) -> io::Result<()> {
        match piece {
            Piece::Out(bytes) => self.bar.suspend(|| {
                let mut out = io::stdout().lock();
                out.write_all(&bytes)?;
                out.flush()
            }),
            Piece::Note(words) => {
                self.bar.suspend(|| eprintln!("{words}"));
                Ok(())
            }
            Piece::Far(far) => {
                self.far(&far);
                Ok(())
            }
            Piece::Wants => Ok(()),
        }
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
