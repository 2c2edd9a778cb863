//! The panes, by registry: adding one is a folder here and a line in [`all`].
//!
//! A pane keeps what it shows, takes events, asks for effects through its [`Out`], and draws itself. It
//! never sees the state of the house, only views of it.

pub mod ask;
pub mod inbox;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::kit::binding::Entry;
use super::kit::formats::Formats;
use super::kit::header::Tab;
use super::kit::keymap::{KeyProblem, Overrides};
use super::kit::keys::Input;
use super::kit::look::Look;
use super::kit::texts::Texts;
use super::message::{Effect, Event};
use super::tell::Teller;
use crate::desk::Published;
use crate::desk::views::{Me, Names};
use crate::domain::{Command, Millis, RequestId};

/// What every pane knows of its session. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    /// Whose session it is.
    pub me: Arc<Me>,
    /// The names of the house's people.
    pub names: Arc<Names>,
    /// The latest snapshot: only its views can be had.
    pub published: Arc<Published>,
    /// The words.
    pub texts: Arc<Texts>,
    /// Dates and numbers.
    pub formats: Formats,
    /// Now.
    pub now: Millis,
    /// Whether the person's own editor can be opened.
    pub local: bool,
}

impl Ctx {
    /// Values in words.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            texts: &self.texts,
            formats: &self.formats,
            zone: self.me.zone,
            now: self.now,
            names: &self.names,
        }
    }
}

/// What a pane wants done or said.
#[derive(Default)]
pub struct Out {
    /// Effects, in order.
    pub effects: Vec<Effect>,
    /// Words for the person: refused (`true`) or just said.
    pub said: Vec<(String, bool)>,
    /// The last token that was given out.
    tokens: u64,
}

impl Out {
    /// Whose tokens begin at a place of their own, so that no two places share one.
    pub fn of(place: u8) -> Out {
        Out {
            tokens: u64::from(place) << 48,
            ..Out::default()
        }
    }

    /// Sends a command; its answer comes with the token.
    pub fn submit(&mut self, command: Command, seen: Option<(RequestId, u32)>) -> u64 {
        let token = self.token();
        self.effects.push(Effect::Submit {
            token,
            command: Box::new(command),
            seen,
        });
        token
    }

    /// A new token.
    pub fn token(&mut self) -> u64 {
        self.tokens += 1;
        self.tokens
    }

    /// The last token that was given out.
    pub fn last_token(&self) -> u64 {
        self.tokens
    }

    /// Refuses something, in words.
    pub fn refuse(&mut self, words: impl Into<String>) {
        self.said.push((words.into(), true));
    }

    /// Says something.
    pub fn say(&mut self, words: impl Into<String>) {
        self.said.push((words.into(), false));
    }
}

/// A pane.
pub trait Pane: Send {
    /// The digit that opens it.
    fn digit(&self) -> u8;

    /// Its tab in the header.
    fn tab(&self) -> Tab;

    /// The session knows something newer: a snapshot, the time, another language.
    fn renew(&mut self, ctx: Ctx);

    /// It is drawn in `area` from now on.
    fn resize(&mut self, area: Rect);

    /// Something happened that is no input.
    fn event(&mut self, event: Event);

    /// Takes an input; false when it means nothing here.
    fn input(&mut self, input: &Input) -> bool;

    /// Does an action by its place and name, from the palette or the footer.
    fn choose(&mut self, scope: &str, id: &str) -> bool;

    /// Whether text is being typed, so that letters are letters.
    fn typing(&self) -> bool;

    /// What can be done now, a section per place, the nearest first.
    fn entries(&self) -> Vec<Vec<Entry>>;

    /// Draws it.
    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>);

    /// What it wants done and said since last time.
    fn out(&mut self) -> &mut Out;
}

/// Every pane, in the order of its digit, with what is wrong with the key file.
pub fn all(ctx: &Ctx, keys: &Overrides) -> (Vec<Box<dyn Pane>>, Vec<KeyProblem>) {
    let (inbox, problems) = inbox::InboxPane::new(ctx.clone(), keys);
    (vec![Box::new(inbox)], problems)
}

/// Every binding of every pane, as if all could be done: for the README's key table.
pub fn all_entries() -> Vec<Vec<Entry>> {
    inbox::all_entries()
}
