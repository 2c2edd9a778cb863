//! The panes, by registry: adding one is a folder here and a line in `PLACES`, with its digit, or its letter behind
//! the prefix `,` alone, and what one must be allowed to have it.
//!
//! A pane keeps what it shows, takes events, asks for effects through its [`Out`], and draws itself. It
//! never sees the state of the house, only views of it.

pub mod board;
pub mod directory;
pub mod escrow;
mod guides;
pub mod home;
pub mod inbox;
mod leads;
pub mod lists;
pub mod office;
pub mod people;
pub mod settings;

use std::ops::{Deref, DerefMut};

pub use self::leads::{Lead, elsewhere, leads};
use super::frame::{Ctx, Kind, Out, Pane, Sign, entries_of};
use super::kit::binding::Entry;
use super::kit::header::Tab;
use super::kit::keymap::{KeyProblem, Overrides};
use super::kit::list::MOVES;
use super::kit::texts::Texts;
use super::tour::Guide;
use crate::desk::views::{Me, Waiting, Waits};
use crate::domain::person::Permission;

/// The place of a pane.
struct Place {
    /// Nothing: it has no digit, and a tab only while it is open.
    digit: Option<char>,
    /// Leads there behind the prefix `,`; nothing: other places lead there, and `:`.
    letter: Option<char>,
    /// The tours that begin here.
    guides: &'static [Guide],
    /// What its person must be allowed, one of these; nothing: it is there for everybody.
    needs: &'static [Permission],
    name: &'static str,
    waiting: fn(&Waits) -> Waiting,
    entries: fn() -> Vec<Vec<Entry>>,
    signs: fn() -> &'static [Sign],
    begin: Begin,
}

type Begin = fn(Ctx, &Overrides, Out) -> (Box<dyn Pane>, Vec<KeyProblem>);

const fn place<P: Kind>(digit: Option<char>, needs: &'static [Permission]) -> Place {
    Place {
        digit,
        letter: None,
        guides: &[],
        needs,
        name: P::NAME,
        waiting: P::waiting,
        entries: P::all_entries,
        signs: P::signs,
        begin: |ctx, keys, out| {
            let (pane, problems) = P::begin(ctx, keys, out);
            (Box::new(pane), problems)
        },
    }
}

/// Every pane there is, in the order of the digits, then of the letters. The first is where everybody begins.
static PLACES: &[Place] = &[
    place::<home::HomePane>(Some('0'), &[])
        .by('h')
        .toured(&guides::OF_HOME),
    place::<inbox::InboxPane>(Some('1'), &[Permission::ReadInbox])
        .by('r')
        .toured(&guides::OF_REQUESTS),
    place::<board::BoardPane>(Some('2'), &[]).toured(&guides::OF_BOARD),
    place::<escrow::EscrowPane>(Some('5'), &[]),
    place::<office::OfficePane>(
        Some('8'),
        &[
            Permission::Quote,
            Permission::PriceQuotations,
            Permission::AssembleQuotations,
            Permission::DecideQuotations,
        ],
    )
    .by('q'),
    place::<directory::DirectoryPane>(None, &[Permission::ReadInbox]).by('d'),
    place::<people::PeoplePane>(None, &[Permission::ManagePeople])
        .by('p')
        .toured(&guides::OF_PEOPLE),
    place::<settings::SettingsPane>(None, &[Permission::ManageHouse]).by('s'),
    place::<lists::ListsPane>(None, &[Permission::ManageHouse]),
];

/// The name of a pane: for a client another one, where it is about what is hers.
fn name_of(pane: &str, texts: &Texts, me: &Me) -> String {
    let hers = format!("pane-{pane}-client");
    match me.is_client() && texts.has(&hers) {
        true => texts.get(&hers).into_owned(),
        false => texts.get(&format!("pane-{pane}")).into_owned(),
    }
}

impl Place {
    const fn by(self, letter: char) -> Place {
        Place {
            letter: Some(letter),
            ..self
        }
    }

    /// These tours begin here.
    const fn toured(self, guides: &'static [Guide]) -> Place {
        Place { guides, ..self }
    }

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
    /// Returns its name.
    pub fn name(&self) -> &'static str {
        self.place.name
    }

    /// Returns the digit that opens it; nothing: it has a letter behind `,` instead, and no tab unless it is open.
    pub fn digit(&self) -> Option<char> {
        self.place.digit
    }

    /// Returns the tour that begins here for this person, if one does.
    pub fn guide(&self, me: &Me) -> Option<&'static Guide> {
        self.place.guides.iter().find(|guide| (guide.is_for)(me))
    }

    /// Returns the key of its tab: its digit, or its letter; a blank where it has neither.
    pub fn key(&self) -> char {
        let place = self.place;
        place.digit.or(place.letter).unwrap_or(' ')
    }

    /// Returns its name in the language of `texts`, as `me` knows it.
    pub fn label(&self, texts: &Texts, me: &Me) -> String {
        name_of(self.place.name, texts, me)
    }

    /// Returns the signs its list shows, each with the text that says what it means.
    pub fn signs(&self) -> &'static [Sign] {
        (self.place.signs)()
    }

    /// Returns its tab in the header, by what the session knows now.
    pub fn tab(&self, ctx: &Ctx) -> Tab {
        let waiting = (self.place.waiting)(&ctx.me.waits);
        Tab {
            key: self.key(),
            label: self.label(&ctx.texts, &ctx.me),
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
        .map(|place| place.name)
        .eq(panes.iter().map(Placed::name))
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
        let there = had.iter().position(|pane| pane.name() == place.name);
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

/// Every binding of every pane, as if all could be done: for the key table.
pub fn all_entries() -> Vec<Vec<Entry>> {
    let panes = PLACES.iter().flat_map(|place| (place.entries)());
    panes.chain([entries_of(&MOVES)]).collect()
}

#[cfg(test)]
mod tests {
    use super::PLACES;
    use crate::text::fit;
    use crate::ui::kit::texts::{Lang, Texts};

    #[test]
    fn wks_2_every_sign_of_a_list_is_told_of_in_both_languages() {
        for place in PLACES {
            let signs = (place.signs)();
            assert!(!signs.is_empty(), "{}", place.name);
            for (at, (mark, text)) in signs.iter().enumerate() {
                assert!(fit::width(mark) <= 2, "{mark}");
                let same = |(_, other): &&(&str, &str)| other == text;
                let twice = signs.iter().skip(at + 1).find(same);
                assert_eq!(twice, None, "{} tells of it twice", place.name);
                for lang in [Lang::En, Lang::Fr] {
                    assert!(Texts::shared(lang).has(text), "{text}");
                }
            }
        }
    }
}
