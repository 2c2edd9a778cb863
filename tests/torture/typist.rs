//! Somebody at a terminal over SSH, who writes a note on a request by keys, and believes what the screen says.

use std::num::NonZero;
use std::time::Duration;

use russh::ChannelMsg;
use russh::client::Msg;
use russh::{ChannelReadHalf, ChannelWriteHalf};
use tokio::time::{Instant, timeout_at};
use vt100::Parser;

use crate::deeds::Outcome;
use crate::said::Said;
use crate::writers::{login, runtime};

/// The columns and rows of the terminal.
const SIZE: (u16, u16) = (120, 36);
/// What the screen says of a note that was taken.
const TAKEN: &str = "Note added to R-1";
/// What it says of one that was not, on a full disk.
const NOT_TAKEN: [&str; 4] = [
    "disk is full",
    "No space left",
    "File too large",
    "free some space",
];
/// A screen that says neither within this is one that nobody believes.
const PATIENCE: Duration = Duration::from_secs(20);

/// Writes a note with a word in it on the request whose subject has another.
pub fn note(port: u16, subject: &str, word: &str) -> Outcome {
    let runtime = runtime();
    let outcome = runtime.block_on(async {
        let mut screen = Screen::open(port).await?;
        screen.wait(&["Inbox"]).await?;
        screen.send(&format!("/{subject}\r")).await?;
        screen.wait(&[&format!("Request {subject}")]).await?;
        screen.send("N").await?;
        screen.wait(&["Note on"]).await?;
        screen.send(word).await?;
        screen.wait(&[word]).await?;
        screen.send("\x13").await?;
        let said = screen.wait(&[&[TAKEN][..], &NOT_TAKEN].concat()).await?;
        Some(match said.contains(TAKEN) {
            true => Outcome::Done,
            false => Outcome::Refused(Said {
                err: said,
                // A screen has no status; this is the one that others get.
                status: Some(75),
                ..Said::default()
            }),
        })
    });
    runtime.shutdown_background();
    outcome.unwrap_or(Outcome::Unknown(Said::default()))
}

/// A terminal. Whatever it cannot do gives nothing: the line was cut, or nothing came in time.
struct Screen {
    read: ChannelReadHalf,
    write: ChannelWriteHalf<Msg>,
    parser: Parser,
}

impl Screen {
    async fn open(port: u16) -> Option<Screen> {
        let line = login(port, "amelie").await?;
        let channel = line.line.channel_open_session().await.ok()?;
        channel.set_env(false, "LANG", "en_GB.UTF-8").await.ok()?;
        let (columns, rows) = SIZE;
        let (wide, high) = (u32::from(columns), u32::from(rows));
        let asked = channel.request_pty(true, "xterm-256color", wide, high, 0, 0, &[]);
        asked.await.ok()?;
        channel.request_shell(true).await.ok()?;
        let (read, write) = channel.split();
        let parser = Parser::new(NonZero::new(rows)?, NonZero::new(columns)?, 0);
        Some(Screen {
            read,
            write,
            parser,
        })
    }

    async fn send(&self, keys: &str) -> Option<()> {
        self.write.data(keys.as_bytes()).await.ok()
    }

    /// Waits until the screen shows one of several texts; returns the screen.
    async fn wait(&mut self, texts: &[&str]) -> Option<String> {
        let until = Instant::now() + PATIENCE;
        loop {
            let text = self.parser.screen().contents();
            if texts.iter().any(|wanted| text.contains(wanted)) {
                return Some(text);
            }
            let said = timeout_at(until, self.read.wait()).await.ok()??;
            if let ChannelMsg::Data { data } = said {
                self.parser.process(&data);
            }
        }
    }
}
