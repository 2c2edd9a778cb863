//! The terminal's end of the socket: what is typed goes to the house as it comes, frames go to the terminal.
//! The terminal is as it was before when it ends, however it ends; its size, its editor and its sleep are
//! seen to here.

use std::io;
use std::path::{Path, PathBuf};

use tokio::net::UnixStream;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::mpsc;

use super::editor::{self, Edited};
use super::fault::Watch;
use super::reader::Reader;
use super::screen::{self, Output, Screen};
use super::signals::{Asked, Signals};
use crate::plain::Problem;
use crate::session::attach::cut;
use crate::session::attach::wire::{End, Hello, ToHouse, ToTerminal, Wants, read, write};
use crate::session::line::Sink;
use crate::session::settings::env_lang;
use crate::session::{Ended, Farewell};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::Texts;

/// A frame that the terminal does not take is not waited for longer before a sleep.
const LAST: std::time::Duration = std::time::Duration::from_millis(400);

/// Runs the workstation of the house in this terminal.
///
/// # Errors
/// A terminal that cannot be used, a house that refuses, a line that is cut.
pub async fn sit(stream: UnixStream, mut hello: Hello, folder: &Path) -> Result<Ended, Problem> {
    let unusable = |error: io::Error| Problem::new("this terminal cannot be used").because(error);
    let screen = Screen::default();
    let _watch = Watch::begin(screen.clone(), folder);
    let mut seat = Seat {
        keys: Reader::new().map_err(unusable)?,
        signals: Signals::new().map_err(unusable)?,
        output: Some(Output::new().map_err(unusable)?),
        screen: screen.clone(),
        folder: folder.to_owned(),
        kept: None,
    };
    if let Wants::Screen { size, .. } = &mut hello.wants {
        *size = screen::size();
    }
    let (from, mut to) = stream.into_split();
    write(&mut to, &ToHouse::Hello(Box::new(hello)))
        .await
        .map_err(cut)?;
    let entered = screen.enter().map_err(unusable)?;
    let ended = seat.live(frames(from), &mut to).await;
    drop(entered);
    if let Some(kept) = &seat.kept {
        let texts = Texts::new(env_lang(|name| std::env::var(name).ok()));
        let path = clean_line(&kept.display().to_string()).into_owned();
        say(&format!(
            "{}\n",
            texts.with("kept-text", &[("path", path.into())])
        ));
    }
    match ended {
        Over::House(End::Done(Err(problem))) => Err(problem),
        Over::House(End::Done(Ok(_)) | End::Quit) => Ok(Ended::Quit),
        Over::House(End::Sample) => Ok(Ended::Sample),
        Over::House(End::Farewell(words)) => {
            say(&words);
            Ok(Ended::Dismissed(Farewell::Closing))
        }
        Over::House(End::Fault(words)) => {
            say(&words);
            Ok(Ended::Panicked)
        }
        Over::Cut => Err(cut(io::ErrorKind::UnexpectedEof.into())),
        Over::Gone => Ok(Ended::Gone),
        Over::Killed(signal) => Ok(Ended::Killed(signal)),
    }
}

/// A last word. A terminal that is gone has nobody to be told.
fn say(words: &str) {
    let _ = io::Write::write_all(&mut io::stderr(), words.as_bytes());
}

/// Reads frames on a task of its own; the next one waits until this one is on the screen.
fn frames(mut from: OwnedReadHalf) -> mpsc::Receiver<ToTerminal> {
    let (say, hear) = mpsc::channel(1);
    tokio::spawn(async move {
        while let Ok(Some(frame)) = read::<ToTerminal>(&mut from).await {
            if say.send(frame).await.is_err() {
                return;
            }
        }
    });
    hear
}

/// How it ended.
enum Over {
    /// The house said so.
    House(End),
    /// The line was cut.
    Cut,
    /// The terminal is gone.
    Gone,
    /// The system asked this program to end.
    Killed(i32),
}

/// This terminal.
struct Seat {
    keys: Reader,
    signals: Signals,
    /// Away while a frame is written.
    output: Option<Output>,
    screen: Screen,
    /// The data folder.
    folder: PathBuf,
    /// Where a text is that the house could not be given.
    kept: Option<PathBuf>,
}

/// What a turn of the loop brought.
enum Turn {
    Frame(Option<ToTerminal>),
    Written(io::Result<()>),
    Typed(io::Result<Vec<u8>>),
    Asked(Asked),
}

/// Reads what the house said last, once it takes nothing any more.
async fn last_word(frames: &mut mpsc::Receiver<ToTerminal>) -> Over {
    while let Some(frame) = frames.recv().await {
        if let ToTerminal::End(end) = frame {
            return Over::House(end);
        }
    }
    Over::Cut
}

impl Seat {
    async fn live(
        &mut self,
        mut frames: mpsc::Receiver<ToTerminal>,
        to: &mut OwnedWriteHalf,
    ) -> Over {
        let (written, mut done) = mpsc::channel::<(Output, io::Result<()>)>(1);
        loop {
            let free = self.output.is_some();
            let turn = tokio::select! {
                biased;
                asked = self.signals.next() => Turn::Asked(asked),
                Some((output, outcome)) = done.recv() => {
                    self.output = Some(output);
                    Turn::Written(outcome)
                }
                // A terminal that does not move is shown no older frame than the latest.
                frame = frames.recv(), if free => Turn::Frame(frame),
                typed = self.keys.read() => Turn::Typed(typed),
            };
            let told = match turn {
                Turn::Frame(Some(ToTerminal::Frame(bytes))) => {
                    if let Some(mut output) = self.output.take() {
                        let written = written.clone();
                        tokio::spawn(async move {
                            let outcome = output.write(&bytes).await;
                            let _ = written.send((output, outcome)).await;
                        });
                    }
                    Ok(())
                }
                Turn::Frame(Some(ToTerminal::Edit(text))) => match self.edit(&text, to).await {
                    Ok(Some(signal)) => return Over::Killed(signal),
                    other => other.map(|_| ()),
                },
                Turn::Frame(Some(ToTerminal::Sleep)) => self.sleep(to).await,
                Turn::Frame(Some(ToTerminal::End(end))) => return Over::House(end),
                Turn::Frame(Some(
                    ToTerminal::Out(_)
                    | ToTerminal::Note(_)
                    | ToTerminal::Far(_)
                    | ToTerminal::Wants,
                )) => Ok(()),
                Turn::Frame(None) => return Over::Cut,
                Turn::Written(Ok(())) => Ok(()),
                Turn::Written(Err(_)) => return Over::Gone,
                Turn::Typed(Ok(bytes)) => match self.tell(to, bytes).await {
                    Ok(told) => told,
                    Err(signal) => return Over::Killed(signal),
                },
                Turn::Typed(Err(_)) => return Over::Gone,
                Turn::Asked(Asked::End(signal)) => return Over::Killed(signal),
                Turn::Asked(Asked::Sleep) => {
                    // Not within a frame, but for one that the terminal does not take.
                    if self.output.is_none()
                        && let Ok(Some((output, _))) = tokio::time::timeout(LAST, done.recv()).await
                    {
                        self.output = Some(output);
                    }
                    self.sleep(to).await
                }
                Turn::Asked(Asked::Resized) => self.size(to).await,
                Turn::Asked(Asked::Woken) => self.wake(to).await,
            };
            if told.is_err() {
                return last_word(&mut frames).await;
            }
        }
    }

    /// Sends what was typed. A house that does not take it must not keep a signal from being heard: yields
    /// the one that ends this program.
    async fn tell(
        &mut self,
        to: &mut OwnedWriteHalf,
        bytes: Vec<u8>,
    ) -> Result<io::Result<()>, i32> {
        let frame = ToHouse::Typed(bytes);
        let sending = write(to, &frame);
        tokio::pin!(sending);
        tokio::select! {
            biased;
            sent = &mut sending => Ok(sent),
            signal = self.signals.next_end() => Err(signal),
        }
    }

    async fn size(&self, to: &mut OwnedWriteHalf) -> io::Result<()> {
        let (columns, rows) = screen::size();
        write(to, &ToHouse::Size(columns, rows)).await
    }

    /// Gives the terminal back while this process sleeps, and takes it again.
    async fn sleep(&mut self, to: &mut OwnedWriteHalf) -> io::Result<()> {
        self.screen.leave();
        self.signals.sleep();
        self.wake(to).await
    }

    /// Somebody else had the terminal meanwhile.
    async fn wake(&mut self, to: &mut OwnedWriteHalf) -> io::Result<()> {
        self.screen.take()?;
        self.size(to).await
    }

    /// The person's own editor. Yields the signal that ended this program meanwhile, if one did.
    async fn edit(&mut self, text: &str, to: &mut OwnedWriteHalf) -> io::Result<Option<i32>> {
        self.screen.leave();
        let edited = editor::edit(text, &mut self.signals).await;
        self.screen.take()?;
        let answer = match edited {
            Ok(Edited::Text(edited)) => Ok((edited != text).then_some(edited)),
            Ok(Edited::Killed(signal)) => return Ok(Some(signal)),
            Err(error) => Err(error.to_string()),
        };
        let text = answer.as_ref().ok().cloned().flatten();
        let sent = write(to, &ToHouse::Edited(answer)).await;
        if sent.is_err()
            && let Some(text) = text
        {
            self.kept = editor::keep(&self.folder, &text).ok();
        }
        sent?;
        self.size(to).await?;
        Ok(None)
    }
}
