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
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::code::CodeBox;
use crate::desk::views::{InvitationRow, KeyRow, PersonRow, Roster};
use crate::domain::{Millis, PersonId};
use crate::ui::frame::{Ctx, Looked, Unsent, Wanted};
use crate::ui::frame::{Frame, Heading, ListPane, Listing, News, Sign, framed};
use crate::ui::kit::binding::Reason;
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::kit::texts::Texts;
use crate::ui::message::{Event, Jump};

const MINUTE: Millis = 60_000;

/// The people of the house: first who may enter, by name.
pub struct PeoplePane {
    frame: Frame<PeoplePane>,
    /// A list that was asked for.
    listing: Wanted<Roster<PersonRow>>,
    /// The row of the selected person, as it is now.
    row: Option<PersonRow>,
    /// The invitations of the selected person that can be used.
    invitations: Vec<InvitationRow>,
    /// The keys of the selected person.
    keys: Vec<KeyRow>,
    /// What is asked once it is known how many sessions it ends.
    weighing: Option<(u64, keys::Ending)>,
    /// Codes that wait to be seen; the first is shown.
    codes: VecDeque<CodeBox>,
}

impl PeoplePane {
    /// Makes the list anew.
    fn relist(&mut self) {
        let frame = &mut self.frame;
        let wish = list::wish(&frame.ctx, frame.browse.filter.text(), frame.order);
        let (ctx, out) = (&frame.ctx, &mut frame.out);
        frame.browse.relist(wish, &mut self.listing, ctx, out);
        self.sync();
    }

    /// The invitations of the selected person.
    fn their_invitations(&self) -> impl Iterator<Item = &InvitationRow> {
        self.invitations.iter()
    }

    fn person(&self, id: PersonId) -> Option<PersonRow> {
        let ctx = self.ctx();
        ctx.sight.person_row(id, ctx.now)
    }

    fn selected(&self) -> Option<&PersonRow> {
        self.row.as_ref()
    }
}

/// What a person is, in words.
fn roles(row: &PersonRow, texts: &Texts) -> String {
    let words = row.roles.iter().map(|role| {
        let id = format!("role-{}", role.key());
        texts.get(&id).into_owned()
    });
    words.collect::<Vec<String>>().join(", ")
}

framed!(PeoplePane, bindings::SCOPE);

impl ListPane for PeoplePane {
    type Rows = Roster<PersonRow>;
    type Text = ();

    const NAME: &'static str = "people";
    const USUAL: Option<&'static str> = Some("people-usual");

    fn begin(mut frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        frame.browse.table = true;
        let mut pane = PeoplePane {
            frame,
            listing: Wanted::default(),
            row: None,
            invitations: Vec::new(),
            keys: Vec::new(),
            weighing: None,
            codes: VecDeque::new(),
        };
        pane.relist();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let line = |id| self.person(id).map(|row| self.line(&row, look));
        self.frame.browse.lines(shown, line)
    }

    fn columns(&self) -> &'static [Column] {
        &list::COLUMNS
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn resorted(&mut self) {
        self.relist();
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
        self.relist();
    }

    fn moved(&mut self, _: bool) {
        let (selected, ctx) = (self.frame.browse.selected(), &self.frame.ctx);
        self.row = selected.and_then(|id| ctx.sight.person_row(id, ctx.now));
        let keys = selected.and_then(|id| ctx.sight.keys_of(id).ok());
        let invitations = selected.and_then(|id| ctx.sight.open_invitations(id, ctx.now).ok());
        self.keys = keys.unwrap_or_default();
        self.invitations = invitations.unwrap_or_default();
        self.write();
    }

    /// Most of what is published is not about people.
    fn renewed(&mut self, before: &Ctx) -> bool {
        let ctx = &self.frame.ctx;
        let same = ctx.sight.people_revision() == before.sight.people_revision();
        let later = ctx.now / MINUTE != before.now / MINUTE;
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts);
        let news = self.frame.browse.catch_up(&self.listing, ctx);
        let same = same && worded && news == News::Of(Vec::new());
        if news == News::Anywhere || !worded {
            self.relist();
        } else if !same || later {
            self.sync();
        }
        !same || later
    }

    fn looked(&mut self, looked: &mut Looked) {
        if self.frame.browse.listed(&mut self.listing, looked) {
            let frame = &mut self.frame;
            match frame.browse.catch_up(&self.listing, &frame.ctx) {
                News::Of(_) => self.sync(),
                News::Anywhere => self.relist(),
            }
        }
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

    fn go(&mut self, to: Jump) -> bool {
        let Jump::Person(id) = to else { return false };
        let found = self.person(id).is_some();
        if found {
            self.hold(id);
        }
        found
    }

    fn named(id: PersonId) -> Option<Jump> {
        Some(Jump::Person(id))
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
