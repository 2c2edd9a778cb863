//! The panes, by registry: adding one is a folder here and a line in `PLACES`, with its digit and what one must
//! be allowed to have it.
//!
//! A pane keeps what it shows, takes events, asks for effects through its [`Out`], and draws itself. It
//! never sees the state of the house, only views of it.

pub mod ask;
pub mod board;
pub mod drafts;
pub mod inbox;
pub mod kept;
mod newest;
pub mod office;
pub mod pad;
pub mod people;

use std::ops::{Deref, DerefMut, RangeInclusive};
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::ask::Ask;
use super::kit::binding::{Entry, Scope};
use super::kit::editor::Editor;
use super::kit::formats::Formats;
use super::kit::header::{Flag, Tab};
use super::kit::keymap::{KeyProblem, Keymap, Overrides};
use super::kit::keys::Input;
use super::kit::list::MOVES;
use super::kit::look::Look;
use super::kit::texts::Texts;
use super::message::{Attention, Effect, Event, Jump};
use super::tell::Teller;
use crate::desk::views::{Me, Names, Onlookers, Sight};
use crate::domain::person::Permission;
use crate::domain::{Command, Millis, RequestId};

/// What every pane knows of its session. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    /// Whose session it is.
    pub me: Arc<Me>,
    /// The names of the house's people.
    pub names: Arc<Names>,
    /// What they see of the latest snapshot.
    pub sight: Sight,
    /// Who else is at which request.
    pub onlookers: Onlookers,
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

/// The bits of a token below its place.
const PLACE: u32 = 48;

/// What a pane wants done or said.
#[derive(Default)]
pub struct Out {
    /// Effects, in order.
    pub effects: Vec<Effect>,
    /// Where to go: another pane has it.
    pub jump: Option<Jump>,
    /// Words for the person: refused (`true`) or just said.
    pub said: Vec<(String, bool)>,
    /// The last token that was given out.
    tokens: u64,
    /// The last one that a command was sent with.
    sent: u64,
}

impl Out {
    /// Whose tokens begin at a place of their own, so that no two places share one.
    pub fn of(place: u16) -> Out {
        Out {
            tokens: u64::from(place) << PLACE,
            ..Out::default()
        }
    }

    /// Sends a command; its answer comes with the token.
    pub fn submit(&mut self, command: Command, seen: Option<(RequestId, u32)>) -> u64 {
        self.send(|token| Effect::Submit {
            token,
            command: Box::new(command),
            seen,
        })
    }

    /// Has something done that is answered as a command is.
    pub fn send(&mut self, effect: impl FnOnce(u64) -> Effect) -> u64 {
        self.sent = self.ask(effect);
        self.sent
    }

    /// Asks for something; its answer comes with the token, and to nobody else.
    pub fn ask(&mut self, effect: impl FnOnce(u64) -> Effect) -> u64 {
        self.tokens += 1;
        self.effects.push(effect(self.tokens));
        self.tokens
    }

    /// Whether an answer with this token is for whoever asks through this.
    pub fn asked(&self, token: u64) -> bool {
        token >> PLACE == self.tokens >> PLACE
    }

    /// The last token that was given out.
    pub fn last_token(&self) -> u64 {
        self.tokens
    }

    /// The tokens of the commands sent since the token `before`, if there are any.
    pub fn sent_since(&self, before: u64) -> Option<RangeInclusive<u64>> {
        (self.sent > before).then_some(before + 1..=self.sent)
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

    /// Returns what waits in it for the person of `ctx`, and whether something of it is late.
    fn waiting(ctx: &Ctx) -> (u64, Flag) {
        let _ = ctx;
        (0, Flag::None)
    }

    /// Returns every binding it has, place by place, as if all could be done.
    fn all_entries() -> Vec<Vec<Entry>>;
}

/// The place of a pane.
struct Place {
    digit: u8,
    /// What its person must be allowed, one of these; nothing: it is there for everybody.
    needs: &'static [Permission],
    name: &'static str,
    waiting: fn(&Ctx) -> (u64, Flag),
    entries: fn() -> Vec<Vec<Entry>>,
    begin: fn(Ctx, &Overrides, Out) -> (Box<dyn Pane>, Vec<KeyProblem>),
}

const fn place<P: Kind>(digit: u8, needs: &'static [Permission]) -> Place {
    Place {
        digit,
        needs,
        name: P::NAME,
        waiting: P::waiting,
        entries: P::all_entries,
        begin: |ctx, keys, out| {
            let (pane, problems) = P::begin(ctx, keys, out);
            (Box::new(pane), problems)
        },
    }
}

/// Every pane there is, in the order of the digits.
static PLACES: [Place; 4] = [
    place::<inbox::InboxPane>(1, &[Permission::ReadInbox]),
    place::<board::BoardPane>(2, &[]),
    place::<office::OfficePane>(
        8,
        &[
            Permission::Quote,
            Permission::PriceQuotations,
            Permission::AssembleQuotations,
            Permission::DecideQuotations,
        ],
    ),
    place::<people::PeoplePane>(0, &[Permission::ManagePeople]),
];

impl Place {
    fn is_for(&self, me: &Me) -> bool {
        self.needs.is_empty() || self.needs.iter().any(|permission| me.may(*permission))
    }
}

/// A pane at its place.
pub struct Placed {
    place: &'static Place,
    pane: Box<dyn Pane>,
}

impl Placed {
    /// Returns the digit that opens it.
    pub fn digit(&self) -> u8 {
        self.place.digit
    }

    /// Returns its tab in the header, by what the session knows now.
    pub fn tab(&self, ctx: &Ctx) -> Tab {
        let (count, flag) = (self.place.waiting)(ctx);
        Tab {
            digit: self.place.digit,
            label: ctx
                .texts
                .get(&format!("pane-{}", self.place.name))
                .into_owned(),
            count,
            flag,
        }
    }
}

impl Deref for Placed {
    type Target = dyn Pane;

    fn deref(&self) -> &Self::Target {
        &*self.pane
    }
}

impl DerefMut for Placed {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut *self.pane
    }
}

/// Whether `panes` are those that `me` may have.
pub fn are_allowed(panes: &[Placed], me: &Me) -> bool {
    let theirs = PLACES.iter().filter(|place| place.is_for(me));
    theirs
        .map(|place| place.digit)
        .eq(panes.iter().map(Placed::digit))
}

/// The panes that the person of `ctx` may have, in the order of their digits, with what is wrong with
/// the key file. Those of `had` go on, or are dropped when they are not allowed any more; the others
/// begin, and count in `begun`.
pub fn allowed(
    mut had: Vec<Placed>,
    ctx: &Ctx,
    keys: &Overrides,
    begun: &mut u16,
) -> (Vec<Placed>, Vec<KeyProblem>) {
    let (mut panes, mut problems) = (Vec::new(), Vec::new());
    for place in PLACES.iter().filter(|place| place.is_for(&ctx.me)) {
        let there = had.iter().position(|pane| pane.digit() == place.digit);
        panes.push(match there {
            Some(at) => had.swap_remove(at),
            None => {
                *begun = begun.wrapping_add(1);
                let (pane, wrong) = (place.begin)(ctx.clone(), keys, Out::of(*begun));
                problems.extend(wrong);
                Placed { place, pane }
            }
        });
    }
    (panes, problems)
}

/// The keys of a place after a person's own choices, or its usual ones when those clash.
pub fn keymap_of<C>(scope: &Scope<C>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Keymap {
    scope.keymap(keys).unwrap_or_else(|wrong| {
        problems.extend(wrong);
        scope.keymap(&Overrides::default()).unwrap_or_default()
    })
}

/// The bindings of a place, as if all could be done.
fn entries_of<C>(scope: &'static Scope<C>) -> Vec<Entry> {
    scope.all_entries(&keymap_of(scope, &Overrides::default(), &mut Vec::new()))
}

/// Every binding of every pane, as if all could be done: for the README's key table.
pub fn all_entries() -> Vec<Vec<Entry>> {
    let panes = PLACES.iter().flat_map(|place| (place.entries)());
    panes.chain([entries_of(&MOVES)]).collect()
}
