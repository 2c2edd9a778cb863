//! The panes, by registry: adding one is a folder here and a line in `PLACES`, with its key and what one must be
//! allowed to have it. A digit is a place in the header for good; a letter is one behind the prefix `,`, and stands
//! in the header while it is open.
//!
//! A pane keeps what it shows, takes events, asks for effects through its [`Out`], and draws itself. It
//! never sees the state of the house, only views of it.

pub mod board;
pub mod home;
pub mod inbox;
pub mod office;
pub mod people;

use std::ops::{Deref, DerefMut};

use super::frame::{Ctx, Kind, Out, Pane, entries_of};
use super::kit::binding::Entry;
use super::kit::header::Tab;
use super::kit::keymap::{KeyProblem, Overrides};
use super::kit::list::MOVES;
use crate::desk::views::{Me, Waiting, Waits};
use crate::domain::person::Permission;

/// The place of a pane.
struct Place {
    /// A digit, or a letter behind `,`.
    key: char,
    /// What its person must be allowed, one of these; nothing: it is there for everybody.
    needs: &'static [Permission],
    name: &'static str,
    waiting: fn(&Waits) -> Waiting,
    entries: fn() -> Vec<Vec<Entry>>,
    begin: Begin,
}

type Begin = fn(Ctx, &Overrides, Out) -> (Box<dyn Pane>, Vec<KeyProblem>);

const fn place<P: Kind>(key: char, needs: &'static [Permission]) -> Place {
    Place {
        key,
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

/// Every pane there is, in the order of the digits, then of the letters. The first is where everybody begins.
static PLACES: &[Place] = &[
    place::<home::HomePane>('0', &[]),
    place::<inbox::InboxPane>('1', &[Permission::ReadInbox]),
    place::<board::BoardPane>('2', &[]),
    place::<office::OfficePane>(
        '8',
        &[
            Permission::Quote,
            Permission::PriceQuotations,
            Permission::AssembleQuotations,
            Permission::DecideQuotations,
        ],
    ),
    place::<people::PeoplePane>('p', &[Permission::ManagePeople]),
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
    /// Returns the key that opens it: a digit, or a letter behind `,`.
    pub fn key(&self) -> char {
        self.place.key
    }

    /// Returns whether it has a digit, and so a tab at all times.
    pub fn has_digit(&self) -> bool {
        self.place.key.is_ascii_digit()
    }

    /// Returns its tab in the header, by what the session knows now.
    pub fn tab(&self, ctx: &Ctx) -> Tab {
        let waiting = (self.place.waiting)(&ctx.me.waits);
        let label = ctx.texts.get(&format!("pane-{}", self.place.name));
        Tab {
            key: self.place.key,
            label: label.into_owned(),
            count: u64::from(waiting.all),
            late: u64::from(waiting.late),
            unread: false,
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
        .map(|place| place.key)
        .eq(panes.iter().map(Placed::key))
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
        let there = had.iter().position(|pane| pane.key() == place.key);
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

/// Every binding of every pane, as if all could be done: for the README's key table.
pub fn all_entries() -> Vec<Vec<Entry>> {
    let panes = PLACES.iter().flat_map(|place| (place.entries)());
    panes.chain([entries_of(&MOVES)]).collect()
}
