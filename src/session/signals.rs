//! What a terminal is told beside what it shows: its title, what is copied, the bell. Part of a frame, never
//! between two. A terminal that is not known to understand it is told nothing but the bell.

use std::io;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::terminal::SetTitle;

/// The most that is copied: some terminals take no more.
const MOST: usize = 64 * 1024;

/// The signals of one terminal.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// Whether the terminal understands what steers it beside cells.
    steers: bool,
    /// Its title, as far as it was told.
    title: String,
    copied: Option<String>,
    rings: bool,
}

impl Signals {
    pub(super) fn new(steers: bool) -> Signals {
        Signals {
            steers,
            ..Signals::default()
        }
    }

    /// Has the next frame hand `text` to the terminal's clipboard.
    pub(super) fn copy(&mut self, text: String) {
        if self.steers && text.len() <= MOST {
            self.copied = Some(text);
        }
    }

    /// Has the next frame ring.
    pub(super) fn ring(&mut self) {
        self.rings = true;
    }

    /// Whether the terminal is still to be told something, when its title is to be `title`.
    pub(super) fn wait(&self, title: &str) -> bool {
        self.rings || self.copied.is_some() || (self.steers && self.title != title)
    }

    /// Appends what is to be told to `frame`. `title` is one clean line.
    pub(super) fn write(&mut self, title: &str, frame: &mut Vec<u8>) -> io::Result<()> {
        if self.steers && self.title != title {
            queue!(frame, SetTitle(title))?;
            title.clone_into(&mut self.title);
        }
        if let Some(text) = self.copied.take() {
            queue!(frame, CopyToClipboard::to_clipboard_from(text))?;
        }
        if std::mem::take(&mut self.rings) {
            frame.push(0x07);
        }
        Ok(())
    }

    /// Another program had the terminal: it may have another title.
    pub(super) fn forget(&mut self) {
        self.title.clear();
    }
}
