//! The directory (PPL-9): organisations with their branches, who is there, everything that was exchanged with them. What can
//! be done is in `bindings`; what is known of each comes as views and is changed by commands, never here.

mod actions;
mod bindings;
mod calling;
mod contact_form;
mod form;
mod history;
mod lines;
mod list;
mod merging;
mod moving;
mod named;
mod page;
mod views;

use std::ops::Range;
use std::sync::Arc;

use self::lines::Stop;
use crate::desk::views::{
    ClientPast, ContactLine, DirectoryRow, DirectoryView, Listed, OrganisationPage, Roster,
};
use crate::desk::{Answer, What as Told};
use crate::domain::OrganisationId;
use crate::domain::Refusal;
use crate::domain::command::Command;
use crate::domain::deed::Anchor;
use crate::ui::frame::{
    Ctx, Focus, Frame, Heading, ListPane, Listing, Looked, News, Sign, Wanted, Writes, framed,
    keymap_of, take_list,
};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::list::{MOVES, Viewport};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::Jump;

/// What a look at a page found.
type Found = (OrganisationId, Result<OrganisationPage, Refusal>);

/// What a look at a history found.
type Past = (OrganisationId, Result<Vec<ClientPast>, Refusal>);

/// Organisations by name, branches under their parents.
pub struct DirectoryPane {
    frame: Frame<DirectoryPane>,
    /// Which of them are listed.
    view: DirectoryView,
    /// The row of the selected one, as it is now.
    row: Option<DirectoryRow>,
    /// The page that came last.
    page: Option<OrganisationPage>,
    loading: Wanted<Found>,
    /// The page of the one that is to be merged into this one.
    meeting: Wanted<Found>,
    merges_into: Option<OrganisationId>,
    /// The call that is noted once the request it is about is there.
    call: Option<calling::Call>,
    /// The history that shows in place of the page; what was asked for of it.
    past: Option<Vec<ClientPast>>,
    reading: Wanted<Past>,
    /// Where one is on the page.
    at: Viewport,
    /// How one moves there.
    moves: Keymap,
}

impl DirectoryPane {
    fn selected(&self) -> Option<&DirectoryRow> {
        self.row.as_ref()
    }

    /// The page of the selected organisation, once it came.
    fn page(&self) -> Option<&OrganisationPage> {
        let id = self.row.as_ref()?.id;
        self.page.as_ref().filter(|page| page.row.id == id)
    }

    /// Whether the page has the keys.
    fn is_on_page(&self) -> bool {
        self.frame.browse.focus == Focus::Card
    }

    /// What one is on, on the page; nothing, while the list has the keys.
    fn stop(&self) -> Option<Stop> {
        let page = self.page().filter(|_| self.is_on_page())?;
        self.stops(page).into_iter().nth(self.at.selected)
    }

    /// All that one can be on.
    fn stops(&self, page: &OrganisationPage) -> Vec<Stop> {
        match &self.past {
            Some(past) => (0..past.len()).map(Stop::Past).collect(),
            None => lines::stops(page),
        }
    }

    /// The contact one is on.
    fn contact(&self) -> Option<&ContactLine> {
        let Some(Stop::Contact(id)) = self.stop() else {
            return None;
        };
        let mut contacts = self.page()?.contacts.iter();
        contacts.find(|contact| contact.id == id)
    }

    fn load(&mut self, id: OrganisationId) {
        let look = OrganisationPage::look(id);
        self.loading.ask_only(look, &mut self.frame.out);
    }

    fn loaded(&mut self, (id, page): Found) {
        if self.frame.browse.selected() != Some(id) {
            return;
        }
        match page {
            Ok(page) => {
                self.page = Some(page);
                self.show_stop();
                self.known();
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
    }

    /// Whether the page tells of one of these.
    fn tells_of(&self, ids: &[OrganisationId]) -> bool {
        let told = |page: &OrganisationPage, id: &OrganisationId| {
            let branch = page.branches.iter().any(|one| one.id == *id);
            *id == page.row.id || branch || page.exchanged.iter().any(|one| one.of == *id)
        };
        let page = self.page.as_ref();
        page.is_some_and(|page| ids.iter().any(|id| told(page, id)))
    }

    /// What is sent back as a whole, upon what is shown.
    fn send_whole(&mut self, command: Command, seen: u64) {
        self.submit(command.upon(seen));
    }
}

framed!(DirectoryPane, bindings);

impl Writes for DirectoryPane {
    type Text = ();
}

impl ListPane for DirectoryPane {
    type Rows = Roster<DirectoryRow>;

    const NAME: &'static str = "directory";
    const USUAL: Option<&'static str> = Some("directory-usual");

    fn begin(frame: Frame<Self>, keys: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        DirectoryPane {
            frame,
            view: DirectoryView::All,
            row: None,
            page: None,
            loading: Wanted::default(),
            meeting: Wanted::default(),
            merges_into: None,
            call: None,
            past: None,
            reading: Wanted::default(),
            at: Viewport::default(),
            // What is wrong with these keys is told of the list.
            moves: keymap_of(&MOVES, keys, &mut Vec::new()),
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn relist(&mut self) {
        let wish = DirectoryRow::wish(self.sift());
        self.frame.relist_wished(wish, list::key_of);
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
        let code = |row: &DirectoryRow| row.country.map(|country| country.code().to_owned());
        let shown = self.selected();
        let shown = shown.map(|row| (row.name.clone(), code(row).unwrap_or_default()));
        Heading::of(shown, "empty-organisation")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        self.laid(width).lines
    }

    fn moved(&mut self, other: bool) {
        let (selected, ctx) = (self.frame.browse.selected(), &self.frame.ctx);
        self.row = selected.and_then(|id| <DirectoryRow as Listed>::of(&ctx.sight, id, ctx.now));
        if other {
            self.at = Viewport::default();
            self.past = None;
            self.write();
        }
        let wanted = self.row.as_ref().map(|row| row.id);
        if let Some(id) = wanted.filter(|_| self.page().is_none()) {
            self.load(id);
        }
    }

    fn opened(&mut self) {
        self.show_stop();
    }

    fn resized(&mut self) {
        self.show_stop();
    }

    /// Most of what is published is not about organisations that show.
    fn renewed(&mut self, before: &Ctx) -> bool {
        let outline = self.frame.browse.outline();
        let news = self.frame.catch_up();
        let ctx = &self.frame.ctx;
        let later = ctx.is_another_minute(before);
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts);
        let (shows, concerned) = match &news {
            News::Anywhere => (true, true),
            News::Of(ids) => (self.frame.browse.shows(ids), self.tells_of(ids)),
        };
        if news == News::Anywhere || !worded {
            self.relist();
        } else if shows || concerned || later {
            self.sync();
            self.write();
        }
        if let Some(id) = self.page().map(|page| page.row.id).filter(|_| concerned) {
            self.load(id);
            if self.past.is_some() {
                self.read_history(id);
            }
        }
        shows || concerned || later || !worded || outline != self.frame.browse.outline()
    }

    fn looked(&mut self, looked: &mut Looked) {
        take_list(self, looked);
        if let Some(found) = self.loading.take(looked) {
            self.loaded(found);
        }
        if let Some(found) = self.reading.take(looked) {
            self.history_came(found);
        }
        if let Some((_, Ok(page))) = self.meeting.take(looked) {
            self.merge_form(&page);
        }
    }

    /// What was just entered is what one looks at next.
    fn answered(&mut self, token: u64, answer: &Answer) {
        let summary = answer.as_ref().ok().map(|done| &done.summary);
        if let Some(Told::Entered(Anchor::Organisation(id), _)) = summary.map(|one| &one.what) {
            self.hold(*id);
        }
        let begun = summary.and_then(|one| one.requests.first());
        self.begun(token, begun.copied());
    }

    fn go(&mut self, to: Jump) -> bool {
        let Jump::Organisation(id) = to else {
            return false;
        };
        let ctx = self.ctx();
        let found = <DirectoryRow as Listed>::of(&ctx.sight, id, ctx.now);
        if let Some(row) = &found {
            self.hold(row.id);
        }
        found.is_some()
    }

    fn named(id: OrganisationId) -> Option<Jump> {
        Some(Jump::Organisation(id))
    }

    fn copies(&self) -> Vec<(String, String)> {
        self.to_copy()
    }
}
