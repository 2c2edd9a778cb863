//! The frame that every list pane has: a list beside what is selected of it ([`Browse`]), questions whose answer
//! goes on where it was asked for ([`Asking`]), texts that outlive everything ([`Texts`]). A pane holds a
//! [`Frame`] and says the rest as a [`ListPane`]: what its rows are, how a line and a card look, what its keys do;
//! as an [`Overlay`] what lies above the list, and what it [`Writes`].
//!
//! The parts know nothing of each other; what joins them stands in `joined`.

pub mod ask;
mod asking;
mod browse;
mod card;
pub mod choose;
pub mod common;
mod copying;
pub mod drafts;
pub mod due;
mod entered;
pub mod entries;
mod joined;
pub mod kept;
mod lines;
mod list_pane;
mod order;
mod out;
mod overlay;
pub mod pad;
mod pane;
mod question;
mod queue;
mod rostered;
pub mod rules;
pub mod signs;
mod texts;
mod view;
mod wanted;
mod writes;
mod writing;

pub use self::asking::Asking;
pub use self::browse::{Browse, Browsed, Focus, inside};
pub use self::card::{Card, size_of};
pub use self::copying::copy;
pub use self::entered::entered;
pub use self::joined::run;
pub use self::lines::{Lines, Stand};
pub use self::list_pane::ListPane;
pub use self::order::{NEWEST, Order};
pub use self::out::{Ctx, Out, Words};
pub use self::overlay::Overlay;
pub use self::pane::{Kind, Pane, Unsent, entries_of, keymap_of};
pub use self::question::{Given, Question};
pub use self::rostered::{News, take_list};
pub use self::signs::Sign;
pub use self::texts::Texts;
pub use self::view::{Heading, Listing, top_lines};
pub use self::wanted::{Looked, Wanted};
pub use self::writes::Writes;
pub use self::writing::{Opening, Writing, beside};
use crate::ui::kit::binding::offers::{Offered, Offers};
use crate::ui::kit::binding::{Entry, Reason, Scope};
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::list::MOVES;
use crate::ui::message::Effect;

/// What every list pane has.
pub struct Frame<P: ListPane> {
    /// What the session knows.
    pub ctx: Ctx,
    /// What is to be done and said.
    pub out: Out,
    /// The order of the list, while the session lives.
    pub order: Order,
    /// The list and the card.
    pub browse: Browse<P::Rows>,
    /// The list that was asked for last.
    pub listing: Wanted<P::Rows>,
    /// What is asked.
    pub asking: Asking<P>,
    /// What is written.
    pub texts: Texts<P::Text>,
    keymap: Keymap,
}

impl<P: ListPane> Frame<P> {
    /// Returns the frame of a pane that begins.
    fn new(ctx: Ctx, keys: &Overrides, out: Out, problems: &mut Vec<KeyProblem>) -> Frame<P> {
        Frame {
            ctx,
            out,
            order: Order::default(),
            browse: Browse::new(keymap_of(&MOVES, keys, problems)),
            listing: Wanted::default(),
            asking: Asking::default(),
            texts: Texts::default(),
            keymap: keymap_of(P::scope(), keys, problems),
        }
    }

    /// Asks of which things there is a draft.
    pub fn ask_drafts(&mut self) {
        self.out.ask(|token| Effect::ListDrafts { token });
    }

    /// Returns what can be done in `pane` now, and how one moves in its list.
    pub fn entries(&self, pane: &P) -> Vec<Vec<Entry>> {
        vec![
            P::scope().entries(&self.keymap, pane),
            self.browse.entries(),
        ]
    }

    /// The same, asked for as far as there is room.
    fn offers<'a>(&'a self, pane: &'a P) -> Vec<Box<dyn Offers + 'a>> {
        vec![
            Box::new(Offered::new(P::scope(), &self.keymap, pane)),
            Box::new(self.browse.offers()),
        ]
    }
}

/// What holds a frame: `framed!` says it of a pane.
pub trait Framed: Sized + Send + 'static {
    /// Returns what can be done in it.
    fn scope() -> &'static Scope<Self>;

    /// Returns why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
    fn why_hidden(&self, id: &str) -> Option<Reason>;

    /// Returns its frame.
    fn frame(&self) -> &Frame<Self>
    where
        Self: ListPane;

    /// Returns its frame, to be changed.
    fn frame_mut(&mut self) -> &mut Frame<Self>
    where
        Self: ListPane;
}

/// Says of a pane with a field `frame` that it holds a frame, and in which module its bindings are: `SCOPE`, and
/// `why_hidden` for those that are not on the screen.
macro_rules! framed {
    ($pane:ty, $bindings:ident) => {
        impl $crate::ui::frame::Framed for $pane {
            fn scope() -> &'static $crate::ui::kit::binding::Scope<Self> {
                &$bindings::SCOPE
            }

            fn why_hidden(&self, id: &str) -> Option<$crate::ui::kit::binding::Reason> {
                $bindings::why_hidden(self, id)
            }

            fn frame(&self) -> &$crate::ui::frame::Frame<Self> {
                &self.frame
            }

            fn frame_mut(&mut self) -> &mut $crate::ui::frame::Frame<Self> {
                &mut self.frame
            }
        }
    };
}

pub(crate) use framed;
