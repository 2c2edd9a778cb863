//! People, their keys and their invitations (PPL-1, PPL-5), for who manages them. What can be done is in
//! `bindings`. A code is shown once and kept nowhere.

mod actions;
mod bindings;
mod card;
mod code;
mod keys;
mod list;

use std::collections::VecDeque;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::code::CodeBox;
use crate::desk::views::{InvitationRow, KeyRow, PersonRow};
use crate::domain::{Millis, PersonId};
use crate::text::fold;
use crate::ui::frame::{Ctx, Unsent};
use crate::ui::frame::{Frame, Heading, Keyed, ListPane, Listing, Sifted, Sign, framed};
use crate::ui::kit::binding::Reason;
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::Event;

const MINUTE: Millis = 60_000;

/// The people of the house: first who may enter, by name.
pub struct PeoplePane {
    frame: Frame<PeoplePane>,
    /// How many may enter.
    inside: usize,
    /// Every invitation that can be used.
    invitations: Vec<InvitationRow>,
    /// The keys of the selected person.
    keys: Vec<KeyRow>,
    /// What is asked once it is known how many sessions it ends.
    weighing: Option<(u64, keys::Ending)>,
    /// Codes that wait to be seen; the first is shown.
    codes: VecDeque<CodeBox>,
}

impl Keyed for PersonRow {
    type Id = PersonId;

    fn key(&self) -> PersonId {
        self.id
    }
}

impl PeoplePane {
    /// Takes what the session sees now.
    fn look_again(&mut self) {
        let (sight, now) = (&self.frame.ctx.sight, self.frame.ctx.now);
        let mut people = sight.people(now).unwrap_or_default();
        self.invitations = sight.invitations().unwrap_or_default();
        self.invitations.retain(|row| row.is_open(now));
        people.sort_by_cached_key(|row| (!row.active, fold::fold(&row.name), row.id));
        let (order, ctx) = (self.frame.order, &self.frame.ctx);
        order.arrange(&mut people, |row, by| PeoplePane::key_of(ctx, row, by));
        self.inside = people.iter().filter(|row| row.active).count();
        self.frame.browse.put(people);
        self.filtered();
    }

    /// The invitations of the selected person.
    fn their_invitations(&self) -> impl Iterator<Item = &InvitationRow> {
        let selected = self.frame.browse.selected();
        let all = self.invitations.iter();
        all.filter(move |row| Some(row.person) == selected)
    }

    fn person(&self, id: PersonId) -> Option<&PersonRow> {
        self.frame.browse.get(&id)
    }

    fn selected(&self) -> Option<&PersonRow> {
        self.frame.browse.selected_row()
    }
}

/// What a person is, in words.
fn roles(row: &PersonRow, ctx: &Ctx) -> String {
    let words = row.roles.iter().map(|role| {
        let id = format!("role-{}", role.key());
        ctx.texts.get(&id).into_owned()
    });
    words.collect::<Vec<String>>().join(", ")
}

framed!(PeoplePane, bindings::SCOPE);

impl ListPane for PeoplePane {
    type Rows = Sifted<PersonRow>;
    type Text = ();

    const NAME: &'static str = "people";
    const USUAL: Option<&'static str> = Some("people-usual");

    fn begin(mut frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        frame.browse.table = true;
        let mut pane = PeoplePane {
            frame,
            inside: 0,
            invitations: Vec::new(),
            keys: Vec::new(),
            weighing: None,
            codes: VecDeque::new(),
        };
        pane.look_again();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let rows = self.frame.browse.shown(shown);
        rows.map(|row| self.line(row, look)).collect()
    }

    fn columns(&self) -> &'static [Column] {
        &list::COLUMNS
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn resorted(&mut self) {
        self.look_again();
    }

    fn heading(&self) -> Heading {
        let row = self.selected();
        Heading {
            title: row.map(|row| row.name.clone()).unwrap_or_default(),
            right: row.map(|row| row.id.to_string()).unwrap_or_default(),
            top: None,
            nothing: "empty-person",
        }
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        self.laid_out(width)
    }

    /// Leaves those who have every word in their name, mail or roles.
    fn filtered(&mut self) {
        let ctx = &self.frame.ctx;
        let text = |row: &PersonRow| format!("{} {} {}", row.name, row.email, roles(row, ctx));
        self.frame.browse.sift(text);
        self.sync();
    }

    fn moved(&mut self, _: bool) {
        let selected = self.frame.browse.selected();
        let keys = selected.and_then(|id| self.frame.ctx.sight.keys_of(id).ok());
        self.keys = keys.unwrap_or_default();
        self.write();
    }

    /// Most of what is published is not about people.
    fn renewed(&mut self, before: &Ctx) -> bool {
        let ctx = &self.frame.ctx;
        let same = ctx.sight.people_revision() == before.sight.people_revision()
            && ctx.texts.lang() == before.texts.lang()
            && self.invitations.iter().all(|row| row.is_open(ctx.now));
        let later = ctx.now / MINUTE != before.now / MINUTE;
        if !same {
            self.look_again();
        } else if later {
            self.write();
        }
        !same || later
    }

    fn take(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Counted { token, open } => {
                if let Some((_, ending)) = self.weighing.take_if(|(asked, _)| *asked == token) {
                    self.weighed(open, ending);
                }
            }
            Event::Invited { token, invited } => {
                self.frame.asking.settle(token, true);
                self.codes.push_back(CodeBox::new(invited, &self.frame.ctx));
            }
            other => return Some(other),
        }
        None
    }

    fn copies(&self) -> Vec<(String, String)> {
        let mail = self.selected().map(|row| row.email.clone());
        let mail = mail.filter(|mail| !mail.is_empty());
        mail.map(|mail| (self.text("copy-mail"), mail))
            .into_iter()
            .collect()
    }

    fn why_hidden(&self, id: &str) -> Option<Reason> {
        bindings::why_hidden(self, id)
    }

    fn above(&mut self, input: &Input) -> Option<bool> {
        let code = self.codes.front()?;
        if let Some(text) = code.is_copied_by(input) {
            self.copy(text);
        } else if code.is_closed_by(input) {
            self.codes.pop_front();
        }
        Some(true)
    }

    fn is_typed_in(&self) -> bool {
        !self.codes.is_empty()
    }

    fn unsent_above(&self) -> Option<Unsent> {
        // Codes are shown once.
        (!self.codes.is_empty()).then_some(Unsent::Lost)
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(code) = self.codes.front() {
            code.view(area, buf, look);
        }
    }
}
