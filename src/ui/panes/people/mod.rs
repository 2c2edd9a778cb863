//! People, their keys and their invitations (PPL-1, PPL-5), for who manages them: everybody on the left,
//! the selected person on the right; at 80 columns one at a time. What can be done is in `bindings`. A
//! code is shown once and kept nowhere.

mod actions;
mod answers;
mod bindings;
mod card;
mod code;
mod input;
mod list;

use std::collections::VecDeque;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::answers::{Ending, Wanted};
use self::code::CodeBox;
use super::ask::{Ask, FormBox, is_overtaken};
use super::kept::Kept;
use super::{Ctx, Out, Pane, Unsent, keymap_of};
use crate::desk::views::{InvitationRow, KeyRow, PersonRow};
use crate::domain::{Millis, PersonId};
use crate::text::fold;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::header::{Flag, Tab};
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::line::Line;
use crate::ui::kit::list::{List, MOVES, Viewport};
use crate::ui::kit::list_view;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::kit::split;
use crate::ui::message::Event;

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    List,
    Card,
}

/// The people of the house.
pub struct PeoplePane {
    ctx: Ctx,
    out: Out,
    keymap: Keymap,
    moves: Keymap,
    /// Everybody: first who may enter, by name.
    people: Vec<PersonRow>,
    /// Those the filter leaves, in the same order.
    shown: Vec<PersonId>,
    /// What was typed behind `/`, and whether it still is being typed.
    filter: Line,
    filtering: bool,
    list: List<PersonId>,
    /// Every invitation that can be used.
    invitations: Vec<InvitationRow>,
    /// The keys of the selected person.
    keys: Vec<KeyRow>,
    /// The selected person, laid out.
    card: Vec<prose::Line>,
    scroll: Viewport,
    focus: Focus,
    area: Rect,
    ask: Option<(Ask, Wanted)>,
    /// What is asked once it is known how many sessions it ends.
    weighing: Option<(u64, Ending)>,
    /// Codes that wait to be seen; the first is shown.
    codes: VecDeque<CodeBox>,
    /// A form that was left, to come back to.
    left_form: Option<FormBox>,
    /// What was typed for commands under way: a refusal brings it back.
    typed: Kept<(Ask, Wanted)>,
}

impl PeoplePane {
    /// The pane, with everybody in it.
    pub fn new(ctx: Ctx, keys: &Overrides, out: Out) -> (PeoplePane, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let mut pane = PeoplePane {
            keymap: keymap_of(&bindings::SCOPE, keys, &mut problems),
            moves: keymap_of(&MOVES, keys, &mut problems),
            ctx,
            out,
            people: Vec::new(),
            shown: Vec::new(),
            filter: Line::default(),
            filtering: false,
            list: List::default(),
            keys: Vec::new(),
            invitations: Vec::new(),
            card: Vec::new(),
            scroll: Viewport::default(),
            focus: Focus::List,
            area: Rect::default(),
            ask: None,
            weighing: None,
            codes: VecDeque::new(),
            left_form: None,
            typed: Kept::default(),
        };
        pane.look_again();
        (pane, problems)
    }

    /// Takes what the session sees now.
    fn look_again(&mut self) {
        let (sight, now) = (&self.ctx.sight, self.ctx.now);
        self.people = sight.people(now).unwrap_or_default();
        self.invitations = sight.invitations().unwrap_or_default();
        self.invitations.retain(|row| row.is_open(now));
        self.people
            .sort_by_cached_key(|row| (!row.active, fold::fold(&row.name), row.id));
        self.sift();
    }

    /// Leaves those who have every word of the filter in their name, mail or roles.
    fn sift(&mut self) {
        let words = fold::fold(self.filter.text());
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |row: &&PersonRow| {
            let text = format!("{} {} {}", row.name, row.email, self.roles(row));
            let text = fold::fold(&text);
            words.iter().all(|word| text.contains(word))
        };
        self.shown = self.people.iter().filter(fits).map(|row| row.id).collect();
        self.sync();
    }

    /// After rows, size or selection changed: the selected person, and their card.
    fn sync(&mut self) {
        let height = self.list_rows().map_or(1, |area| area.height);
        let before = self.list.selected().copied();
        self.list.sync(self.shown.as_slice(), height.max(1));
        self.open(before);
    }

    /// Lays out the card of who is selected now; `before` was until now.
    fn open(&mut self, before: Option<PersonId>) {
        let selected = self.list.selected().copied();
        if selected != before {
            self.scroll.offset = 0;
        }
        let keys = selected.and_then(|id| self.ctx.sight.keys_of(id).ok());
        self.keys = keys.unwrap_or_default();
        self.write_card();
    }

    /// The invitations of the selected person.
    fn their_invitations(&self) -> impl Iterator<Item = &InvitationRow> {
        let selected = self.list.selected();
        self.invitations
            .iter()
            .filter(move |row| Some(&row.person) == selected)
    }

    fn selected(&self) -> Option<&PersonRow> {
        let id = self.list.selected()?;
        self.people.iter().find(|row| row.id == *id)
    }

    /// Where list and card stand.
    fn places(&self) -> (Option<Rect>, Option<Rect>) {
        split::places(self.area, self.focus == Focus::Card)
    }

    fn list_rows(&self) -> Option<Rect> {
        let (list, _) = self.places();
        list.map(|area| list_view::rows_area(area, self.filter_shown()))
    }

    fn filter_shown(&self) -> bool {
        self.filtering || !self.filter.text().is_empty()
    }

    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    /// What a person is, in words.
    fn roles(&self, row: &PersonRow) -> String {
        let words = row.roles.iter().map(|role| {
            let id = format!("role-{}", role.key());
            self.ctx.texts.get(&id).into_owned()
        });
        words.collect::<Vec<String>>().join(", ")
    }
}

impl PeoplePane {
    /// Hands an input to what has the keys.
    fn put(&mut self, input: &Input) -> bool {
        if let Some(code) = self.codes.front() {
            if code.is_closed_by(input) {
                self.codes.pop_front();
            }
            return true;
        }
        if self.ask.is_some() {
            return self.in_ask(input);
        }
        if self.filtering {
            return self.in_filter(input);
        }
        let is_press = matches!(input, Input::Mouse(_));
        let moved = match self.focus {
            Focus::Card => self.in_card(input) || (is_press && self.in_list(input)),
            Focus::List => (is_press && self.in_card(input)) || self.in_list(input),
        };
        moved || self.key(input)
    }
}

/// Every binding of the people, as if all could be done.
pub fn all_entries() -> Vec<Entry> {
    let keymap = bindings::SCOPE.keymap(&Overrides::default());
    keymap.map_or_else(
        |_| Vec::new(),
        |keymap| bindings::SCOPE.all_entries(&keymap),
    )
}

impl Pane for PeoplePane {
    fn digit(&self) -> u8 {
        0
    }

    fn tab(&self, ctx: &Ctx) -> Tab {
        Tab {
            digit: 0,
            label: ctx.texts.get("pane-people").into_owned(),
            count: 0,
            flag: Flag::None,
        }
    }

    /// Most of what is published is not about people.
    fn renew(&mut self, ctx: Ctx) -> bool {
        const MINUTE: i64 = 60_000;
        let before = std::mem::replace(&mut self.ctx, ctx);
        let now = self.ctx.now;
        let same = self.ctx.sight.people_revision() == before.sight.people_revision()
            && self.ctx.texts.lang() == before.texts.lang()
            && self.invitations.iter().all(|row| row.is_open(now));
        let later = now / MINUTE != before.now / MINUTE;
        if !same {
            self.look_again();
        } else if later {
            self.write_card();
        }
        !same || later
    }

    fn clock(&mut self, now: Millis) {
        self.ctx.now = now;
    }

    fn resize(&mut self, area: Rect) {
        if self.area != area {
            self.area = area;
            self.sync();
        }
    }

    fn take_answer(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Counted { token, open } => {
                if let Some((_, ending)) = self.weighing.take_if(|(asked, _)| *asked == token) {
                    self.weighed(open, ending);
                }
            }
            Event::Invited { token, invited } => {
                self.settle(token, true);
                self.codes.push_back(CodeBox::new(invited, &self.ctx));
            }
            Event::Answered { token, answer } => {
                self.settle(token, answer.is_ok());
                self.bring_back();
                if is_overtaken(&answer) {
                    self.edit_again();
                }
            }
            other => return Some(other),
        }
        None
    }

    fn input(&mut self, input: &Input) -> bool {
        let taken = self.put(input);
        self.bring_back();
        taken
    }

    fn choose(&mut self, scope: &str, id: &str) -> bool {
        if scope != bindings::SCOPE.id {
            return false;
        }
        let dispatch = bindings::SCOPE.choose(id, self);
        self.run(dispatch)
    }

    fn typing(&self) -> bool {
        self.filtering || self.ask.is_some() || !self.codes.is_empty()
    }

    fn unsent(&self) -> Unsent {
        // Codes are shown once.
        match self.codes.is_empty() {
            true => Unsent::of(self.ask.as_ref().map(|(ask, _)| ask), None),
            false => Unsent::Lost,
        }
    }

    fn entries(&self) -> Vec<Vec<Entry>> {
        // A box that asks says its own keys; those below it do nothing meanwhile.
        if self.typing() {
            return Vec::new();
        }
        vec![
            bindings::SCOPE.entries(&self.keymap, self),
            MOVES.entries(&self.moves, &self.list.viewport),
        ]
    }

    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (list, card) = self.places();
        if let Some(place) = list {
            self.view_list(place.intersection(area), buf, look);
        }
        if let Some(place) = card {
            self.view_card(place.intersection(area), buf, look);
        }
        if let Some((ask, _)) = &self.ask {
            ask.view(area, buf, look);
        }
        if let Some(code) = self.codes.front() {
            code.view(area, buf, look);
        }
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }
}
