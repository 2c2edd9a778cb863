//! Clients' money (ESC): the accounts of projects, what may be worked on, whose turn it is; behind `f` the house's books for who
//! sees them. What can be done is in `bindings`; what is shown is what the views give for the one who looks, and no rule is here.

mod actions;
mod asking;
mod bindings;
mod disputing;
mod keeping;
mod list;
mod matching;
mod named;
mod owing;
mod page;
mod parts;
mod sheet;
mod stops;
mod views;
mod working;

use std::ops::Range;
use std::sync::Arc;

use self::sheet::Sheets;
use self::stops::Stop;
use self::views::View;
use crate::desk::Answer;
use crate::desk::views::{
    AccountPage, AccountRow, Of, Roster, Sifted, Sight, TrancheLine, TrancheState, Wish,
};
use crate::domain::{OpportunityId, Refusal};
use crate::text::{fold, split};
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

/// Accounts of projects, and the books.
pub struct EscrowPane {
    frame: Frame<EscrowPane>,
    /// Which of them are listed.
    view: View,
    /// The row of the selected one, as it is now.
    row: Option<AccountRow>,
    /// The page that came last.
    page: Option<AccountPage>,
    loading: Wanted<Of<OpportunityId, AccountPage>>,
    /// Where one is on the page.
    at: Viewport,
    /// How one moves there, and on a sheet.
    moves: Keymap,
    /// Statements, entries and books above the list.
    sheets: Sheets,
}

impl EscrowPane {
    fn selected(&self) -> Option<&AccountRow> {
        self.row.as_ref()
    }

    /// The page of the selected account, once it came.
    fn page(&self) -> Option<&AccountPage> {
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
        stops::stops(page).into_iter().nth(self.at.selected)
    }

    /// The tranche one is on, else the first in one of these states.
    fn tranche(&self, states: &[TrancheState]) -> Option<&TrancheLine> {
        let page = self.page()?;
        if let Some(Stop::Tranche(number)) = self.stop() {
            return page.tranche(number);
        }
        let fits = |one: &&TrancheLine| states.contains(&one.state);
        page.tranches.iter().find(fits)
    }

    fn load(&mut self, id: OpportunityId) {
        self.loading
            .ask_only(AccountPage::look(id), &mut self.frame.out);
    }

    fn loaded(&mut self, id: OpportunityId, page: Result<AccountPage, Refusal>) {
        if self.frame.browse.selected() != Some(id) {
            return;
        }
        match page {
            Ok(page) => {
                self.page = Some(page);
                self.show_stop();
            }
            Err(refusal) => {
                self.page = None;
                self.write();
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
        self.known();
    }
}

framed!(EscrowPane, bindings);

impl Writes for EscrowPane {
    type Text = ();
}

impl ListPane for EscrowPane {
    type Rows = Roster<AccountRow>;

    const NAME: &'static str = "escrow";
    const USUAL: Option<&'static str> = Some("escrow-usual");

    fn begin(mut frame: Frame<Self>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Self {
        frame.browse.holds = true;
        EscrowPane {
            frame,
            view: View::All,
            row: None,
            page: None,
            loading: Wanted::default(),
            at: Viewport::default(),
            moves: keymap_of(&MOVES, keys, &mut Vec::new()),
            sheets: Sheets::new(keymap_of(&sheet::SCOPE, keys, problems)),
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn relist(&mut self) {
        let words = self.frame.ctx.words();
        let typed = fold::fold(self.frame.browse.filter.text());
        let typed: Vec<String> = split::words(&typed);
        let only = self.view.wants();
        let wish = Wish::sifted(Arc::new(move |sight: &Sight, id| {
            let Some(row) = sight.account_row(id) else {
                return Sifted::Gone;
            };
            let text = || fold::fold(&list::text_of(&words, &row));
            let found = typed.is_empty() || {
                let text = text();
                typed.iter().all(|word| text.contains(word.as_str()))
            };
            match found && only.is_none_or(|only| only(&row)) {
                true => Sifted::In,
                false => Sifted::Out,
            }
        }));
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
        let title = |row: &AccountRow| match row.client.is_empty() {
            true => format!("{} · {}", row.id, row.title),
            false => format!("{} · {}", row.id, row.client),
        };
        let formula = |row: &AccountRow| self.ctx().teller().named("formula", row.formula.key());
        let shown = self.selected().map(|row| (title(row), formula(row)));
        Heading::of(shown, "empty-account")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        self.laid(width).lines
    }

    fn moved(&mut self, other: bool) {
        let (selected, ctx) = (self.frame.browse.selected(), &self.frame.ctx);
        self.row = selected.and_then(|id| ctx.sight.account_row(id));
        if other {
            self.at = Viewport::default();
            self.write();
        }
        let wanted = self.row.as_ref().map(|row| row.id);
        if let Some(id) = wanted.filter(|_| self.page().is_none()) {
            self.load(id);
        }
    }

    fn opened(&mut self) {
        self.at.selected = self.first_stop();
        self.show_stop();
    }

    fn resized(&mut self) {
        self.show_stop();
        self.write_sheet();
    }

    /// Most of what is published is not about accounts that show.
    fn renewed(&mut self, before: &Ctx) -> bool {
        let outline = self.frame.browse.outline();
        let news = self.frame.catch_up();
        let ctx = &self.frame.ctx;
        let later = ctx.is_another_minute(before);
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts);
        let mine = self.row.as_ref().map(|row| row.id);
        let (shows, concerned) = match &news {
            News::Anywhere => (true, true),
            News::Of(ids) => {
                let mine = mine.is_some_and(|id| ids.contains(&id));
                (self.frame.browse.shows(ids), mine)
            }
        };
        if news == News::Anywhere || !worded {
            self.relist();
        } else if shows || concerned || later {
            self.sync();
            self.write();
        }
        if let Some(id) = mine.filter(|_| concerned) {
            self.load(id);
        }
        let sheets = self.renew_sheet(before, later || !worded);
        shows || concerned || later || !worded || sheets || outline != self.frame.browse.outline()
    }

    fn looked(&mut self, looked: &mut Looked) {
        take_list(self, looked);
        if let Some((id, page)) = self.loading.take(looked) {
            self.loaded(id, page);
        }
        self.looked_sheet(looked);
    }

    fn answered(&mut self, _: u64, answer: &Answer) {
        // Whatever was refused, the page says how things stand now.
        if let (Err(_), Some(id)) = (answer, self.selected().map(|row| row.id)) {
            self.load(id);
        }
    }

    fn go(&mut self, to: Jump) -> bool {
        let Jump::Account(id) = to else {
            return false;
        };
        let found = self.ctx().sight.account_row(id).is_some();
        if found {
            self.sheets.close();
            self.hold(id);
        }
        found
    }

    fn named(id: OpportunityId) -> Option<Jump> {
        Some(Jump::Account(id))
    }

    fn copies(&self) -> Vec<(String, String)> {
        let row = self.selected().into_iter();
        row.map(|row| (self.text("copy-number"), row.id.to_string()))
            .collect()
    }
}
