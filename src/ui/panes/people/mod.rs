//! People, their keys and their invitations (PPL-1, PPL-5), for who manages them. What can be done is in
//! `bindings`. A code is shown once and kept nowhere.

mod actions;
mod bindings;
mod card;
mod code;
mod firms;
mod keys;
mod list;

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use self::code::CodeBox;
use crate::desk::views::{InvitationRow, KeyRow, PersonRow, Roster};
use crate::domain::PersonId;
use crate::ui::frame::{Ctx, Looked};
use crate::ui::frame::{Frame, Heading, ListPane, Listing, News, Sign, Writes, framed, take_list};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::kit::texts::Texts;
use crate::ui::message::{Event, Jump};

/// The people of the house: first who may enter, by name.
pub struct PeoplePane {
    frame: Frame<PeoplePane>,
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

framed!(PeoplePane, bindings);

impl Writes for PeoplePane {
    type Text = ();
}

impl ListPane for PeoplePane {
    type Rows = Roster<PersonRow>;

    const NAME: &'static str = "people";
    const USUAL: Option<&'static str> = Some("people-usual");

    fn begin(mut frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        frame.browse.table = true;
        PeoplePane {
            frame,
            row: None,
            invitations: Vec::new(),
            keys: Vec::new(),
            weighing: None,
            codes: VecDeque::new(),
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn relist(&mut self) {
        self.frame.relist(list::text_of, list::key_of);
        self.sync();
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        self.frame.lines(shown, |row| self.line(row, look))
    }

    fn columns(&self) -> &'static [Column] {
        &list::COLUMNS
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn heading(&self) -> Heading {
        let row = self.selected();
        let shown = row.map(|row| (row.name.clone(), row.id.to_string()));
        Heading::of(shown, "empty-person")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        self.laid_out(width)
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
        let news = self.frame.catch_up();
        let ctx = &self.frame.ctx;
        let same = ctx.sight.people_revision() == before.sight.people_revision();
        let later = ctx.is_another_minute(before);
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts);
        let same = same && worded && news == News::Of(Vec::new());
        if news == News::Anywhere || !worded {
            self.relist();
        } else if !same || later {
            self.sync();
        }
        !same || later
    }

    fn looked(&mut self, looked: &mut Looked) {
        take_list(self, looked);
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
}
