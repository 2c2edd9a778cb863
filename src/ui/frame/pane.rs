//! What a pane is to the screen. Panes with a list come to it by [`ListPane`](super::ListPane).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::ask::Ask;
use super::out::{Ctx, Out};
use super::signs::Sign;
use crate::desk::views::{Onlookers, Waiting, Waits};
use crate::domain::Millis;
use crate::ui::kit::binding::offers::Offers;
use crate::ui::kit::binding::{Entry, Scope};
use crate::ui::kit::editor::Editor;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::{Chord, Input};
use crate::ui::kit::look::Look;
use crate::ui::message::{Attention, Event, Jump};

/// What becomes of what is being typed when the session is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// A draft keeps it, or nothing is typed that could be lost.
    Kept,
    /// The same, and a part of it is selected.
    Selected,
    /// It is lost.
    Lost,
}

impl Unsent {
    /// Returns what becomes of what is typed in a box that asks, else in the editor of a draft.
    pub fn of(ask: Option<&Ask>, editor: Option<&Editor>) -> Unsent {
        match (ask.and_then(Ask::typed), ask, editor) {
            (Some(_), ..) => Unsent::Lost,
            (None, None, Some(editor)) if editor.selects() => Unsent::Selected,
            _ => Unsent::Kept,
        }
    }
}

/// A pane.
pub trait Pane: Send {
    /// The session knows something newer: a snapshot, another minute, another language. Yields whether
    /// the pane may look other than before. Only the open pane is told; another is when it is opened.
    fn renew(&mut self, ctx: Ctx) -> bool;

    /// It is this late; nothing that shows has changed by it.
    fn clock(&mut self, now: Millis);

    /// Others came to requests, or left them. Yields whether the pane may look other than before.
    fn present(&mut self, onlookers: Onlookers) -> bool {
        let _ = onlookers;
        false
    }

    /// It is drawn in `area` from now on.
    fn resize(&mut self, area: Rect);

    /// Takes the answer to something it asked for; gives back one that nothing in it waits for any more.
    fn take_answer(&mut self, answer: Event) -> Option<Event>;

    /// Takes an input; false when it means nothing here.
    fn input(&mut self, input: &Input) -> bool;

    /// Does an action by its place and name, from the palette or the footer.
    fn choose(&mut self, scope: &str, id: &str) -> bool;

    /// Goes where somebody wants to go; false when this pane has no such thing.
    fn jump(&mut self, to: Jump) -> bool {
        let _ = to;
        false
    }

    /// What leads here again from elsewhere: what is open; nothing: the list.
    fn shown(&self) -> Option<Jump> {
        None
    }

    /// Whether Esc would leave what somebody came for, and nothing else.
    fn is_come_for(&self) -> bool {
        false
    }

    /// Goes back to the list from what is open.
    fn close(&mut self) {}

    /// What it names under the cursor, where it has no actions for that itself: another pane's are done from here.
    fn points_at(&self) -> Option<Jump> {
        None
    }

    /// Takes something up that another pane points at, without being opened; false when it has no such thing.
    fn take_up(&mut self, to: Jump) -> bool {
        let _ = to;
        false
    }

    /// Stands again as it did before it took something up.
    fn give_back(&mut self) {}

    /// What it took up stays open in it.
    fn keep(&mut self) {}

    /// What can be done with what it took up.
    fn entries_afar(&self) -> Vec<Entry> {
        Vec::new()
    }

    /// The same, for the footer: asked for as far as there is room.
    fn offers_afar(&self) -> Option<Box<dyn Offers + '_>> {
        None
    }

    /// Does what a key means for that; false when it means nothing.
    fn press_afar(&mut self, chord: Chord) -> bool {
        let _ = chord;
        false
    }

    /// Whether text is being typed, so that letters are letters.
    fn typing(&self) -> bool;

    /// What becomes of what is being typed when the session is left now.
    fn unsent(&self) -> Unsent;

    /// What the person is at, for colleagues to know.
    fn attention(&self) -> Attention {
        Attention::default()
    }

    /// What can be done now, a section per place, the nearest first.
    fn entries(&self) -> Vec<Vec<Entry>>;

    /// The same, for the footer: asked for as far as there is room.
    fn offers(&self) -> Vec<Box<dyn Offers + '_>>;

    /// Draws it.
    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>);

    /// What it wants done and said since last time.
    fn out(&mut self) -> &mut Out;
}

/// What a kind of pane says of itself before there is one.
pub trait Kind: Pane + Sized + 'static {
    /// Its name; `pane-<name>` is the text on its tab.
    const NAME: &'static str;

    /// Begins one, with what is wrong with the key file.
    fn begin(ctx: Ctx, keys: &Overrides, out: Out) -> (Self, Vec<KeyProblem>);

    /// Returns what waits in it for its person, and how much of that is late.
    fn waiting(waits: &Waits) -> Waiting;

    /// Returns the signs its list shows, each with the text that says what it means.
    fn signs() -> &'static [Sign] {
        &[]
    }

    /// Returns every binding it has, place by place, as if all could be done.
    fn all_entries() -> Vec<Vec<Entry>>;
}

/// The keys of a place after a person's own choices, or its usual ones when those clash.
pub fn keymap_of<C>(scope: &Scope<C>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Keymap {
    scope.keymap(keys).unwrap_or_else(|wrong| {
        problems.extend(wrong);
        scope.keymap(&Overrides::default()).unwrap_or_default()
    })
}

/// The bindings of a place, as if all could be done.
pub fn entries_of<C>(scope: &'static Scope<C>) -> Vec<Entry> {
    scope.all_entries(&keymap_of(scope, &Overrides::default(), &mut Vec::new()))
}
