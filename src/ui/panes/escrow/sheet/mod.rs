//! What lies above the list of accounts: a statement, an entry with both its sides, the house's books, the accounts of a kind. One
//! above the other; a step back leads to the one below. Shows what views give; changes nothing.

mod books;
mod entry;
mod lists;
mod statement;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{EscrowPane, keeping, matching, named};
use crate::desk::views::{AccountLine, BooksPage, EntryPage, Of, OfKind, Statement, StatementOf};
use crate::domain::Refusal;
use crate::domain::escrow::Account;
use crate::domain::ids::EntryId;
use crate::domain::money::Currency;
use crate::ui::frame::{Ctx, ListPane, Looked, Overlay, Wanted, entries_of, run};
use crate::ui::kit::binding::{Binding, Entry, Ready, Scope, bind};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keymap::Keymap;
use crate::ui::kit::keys::Input;
use crate::ui::kit::list::{MOVES, Viewport};
use crate::ui::kit::look::Look;
use crate::ui::kit::prose::{self, Line};

/// What a sheet shows, once it came.
pub(super) enum Shown {
    Statement(Box<Statement>),
    Entry(Box<EntryPage>),
    Books(Box<BooksPage>),
    Kind(Box<OfKind>),
}

/// What a sheet is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Statement(StatementOf),
    Entry(EntryId),
    Books(Option<Currency>),
    Kind(Account, Currency),
}

/// A line one can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Entry(EntryId),
    Kind(Account),
    Account(Account),
    Deposit(EntryId),
    Transit(EntryId),
}

/// A sheet.
pub(super) struct Sheet {
    about: About,
    pub(super) shown: Option<Shown>,
    at: Viewport,
    /// Whether what moves within the account is left out.
    brief: bool,
    lines: Vec<Line>,
    stops: Vec<(usize, At)>,
    offset: usize,
}

/// All that are open.
pub(super) struct Sheets {
    keys: Keymap,
    open: Vec<Sheet>,
    stating: Wanted<(StatementOf, Result<Statement, Refusal>)>,
    entering: Wanted<Of<EntryId, EntryPage>>,
    booking: Wanted<Result<BooksPage, Refusal>>,
    counting: Wanted<Result<OfKind, Refusal>>,
}

/// The most sheets above each other.
const MOST: usize = 16;

impl Sheets {
    pub(super) fn new(keys: Keymap) -> Sheets {
        Sheets {
            keys,
            open: Vec::new(),
            stating: Wanted::default(),
            entering: Wanted::default(),
            booking: Wanted::default(),
            counting: Wanted::default(),
        }
    }

    pub(super) fn close(&mut self) {
        self.open.clear();
    }

    pub(super) fn top(&self) -> Option<&Sheet> {
        self.open.last()
    }
}

/// A sheet as a place.
pub static SCOPE: Scope<EscrowPane> = Scope {
    id: "money-sheet",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<EscrowPane>] = &[
    bind("open-sheet-line", &["Enter"], 98, opens, |p| {
        p.enter_sheet()
    }),
    bind("deposit", &["n"], 80, named::deposit, |p| p.deposit_form()),
    bind("match-deposit", &["M"], 97, matching::ready, |p| {
        p.ask_match()
    }),
    bind("return-deposit", &["B"], 96, keeping::return_ready, |p| {
        p.return_form()
    }),
    bind("paid-out", &["y"], 95, keeping::paid_out_ready, |p| {
        p.paid_out_form()
    }),
    bind("correct-entry", &[], 70, keeping::correct_ready, |p| {
        p.correct_form()
    }),
    bind("chargeback", &[], 0, keeping::chargeback_ready, |p| {
        p.chargeback_form()
    }),
    bind("close-days", &[], 0, keeping::close_ready, |p| {
        p.close_form()
    }),
    bind("brief-statement", &["E"], 60, is_statement, |p| {
        p.turn_brief()
    }),
    bind("books-currency", &["f"], 59, is_books, |p| p.ask_currency()),
    bind("leave-sheet", &["Esc", "Left"], 61, Ready::always, |p| {
        p.leave_sheet();
    }),
];

fn opens(p: &EscrowPane) -> Ready {
    let there = p.sheets.top().and_then(Sheet::here).is_some();
    Ready::when(there, "why-no-line", &[])
}

fn is_statement(p: &EscrowPane) -> Ready {
    match p.sheets.top().map(|sheet| sheet.about) {
        Some(About::Statement(_)) => Ready::Yes,
        _ => Ready::Hidden,
    }
}

fn is_books(p: &EscrowPane) -> Ready {
    match p.sheets.top().map(|sheet| sheet.about) {
        Some(About::Books(_)) => Ready::Yes,
        _ => Ready::Hidden,
    }
}

impl Sheet {
    /// What one is on.
    pub(super) fn here(&self) -> Option<At> {
        self.stops.get(self.at.selected).map(|(_, at)| *at)
    }
}

impl Overlay for EscrowPane {
    fn above(&mut self, input: &Input) -> Option<bool> {
        if self.sheets.open.is_empty() {
            return self.on_page(input);
        }
        let Input::Key(chord) = input else {
            return Some(false);
        };
        let moves = self.moves.at(*chord);
        if let Some(binding) = moves.and_then(|at| MOVES.bindings.get(at)) {
            if let Some(sheet) = self.sheets.open.last_mut() {
                (binding.run)(&mut sheet.at);
            }
            self.write_sheet();
            self.load_older();
            return Some(true);
        }
        let dispatch = SCOPE.dispatch(&self.sheets.keys, *chord, self);
        Some(run(self, dispatch))
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let Some(sheet) = self.sheets.top() else {
            return;
        };
        crate::ui::kit::paint::fill(buf, area, look.theme.screen);
        let (title, right) = self.sheet_title(sheet);
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: "",
            focused: true,
        };
        let inner = panel.view(area, buf, look);
        if sheet.shown.is_none() {
            return;
        }
        prose::view(&sheet.lines, sheet.offset, inner, buf, look.theme);
    }

    fn is_busy(&self) -> bool {
        !self.sheets.open.is_empty()
    }

    fn entries_above(&self) -> Option<Vec<Vec<Entry>>> {
        let open = !self.sheets.open.is_empty();
        open.then(|| vec![SCOPE.entries(&self.sheets.keys, self)])
    }

    fn other_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&SCOPE)]
    }

    fn choose_above(&mut self, scope: &str, id: &str) -> bool {
        scope == SCOPE.id && run(self, SCOPE.choose(id, self))
    }

    fn has_step_back(&self) -> bool {
        !self.sheets.open.is_empty()
    }

    fn step_back(&mut self) -> bool {
        self.leave_sheet()
    }
}

impl EscrowPane {
    /// `$`: the statement of the selected account.
    pub(super) fn open_statement(&mut self) {
        if let Some(id) = self.selected().map(|row| row.id) {
            self.open_sheet(About::Statement(StatementOf::Project(id)));
        }
    }

    pub(super) fn open_books(&mut self, currency: Option<Currency>) {
        self.open_sheet(About::Books(currency));
    }

    pub(super) fn open_entry(&mut self, id: EntryId) {
        self.open_sheet(About::Entry(id));
    }

    /// Opens a sheet above the one that is open.
    fn open_sheet(&mut self, about: About) {
        if self.sheets.open.len() >= MOST {
            self.sheets.open.remove(0);
        }
        self.sheets.open.push(Sheet {
            about,
            shown: None,
            at: Viewport::default(),
            brief: false,
            lines: Vec::new(),
            stops: Vec::new(),
            offset: 0,
        });
        self.load_sheet();
    }

    /// Leaves the sheet that is open; false when none is.
    pub(super) fn leave_sheet(&mut self) -> bool {
        let left = self.sheets.open.pop().is_some();
        if self.sheets.open.is_empty() {
            self.write();
        } else {
            self.load_sheet();
            self.write_sheet();
        }
        left
    }

    /// Opens what one is on.
    fn enter_sheet(&mut self) {
        let Some(sheet) = self.sheets.top() else {
            return;
        };
        let currency = self.sheet_currency();
        match sheet.here() {
            Some(At::Entry(id) | At::Deposit(id) | At::Transit(id)) => self.open_entry(id),
            Some(At::Kind(kind)) => match (is_single(kind), currency) {
                (true, Some(currency)) => {
                    self.open_sheet(About::Statement(StatementOf::Account(kind, currency)));
                }
                (false, Some(currency)) => self.open_sheet(About::Kind(kind, currency)),
                (_, None) => {}
            },
            Some(At::Account(account)) => {
                if let Some(currency) = currency {
                    self.open_sheet(About::Statement(StatementOf::Account(account, currency)));
                }
            }
            None => {}
        }
    }

    /// The currency of what is shown.
    pub(super) fn sheet_currency(&self) -> Option<Currency> {
        match self.sheets.top()?.shown.as_ref()? {
            Shown::Statement(one) => Some(one.currency),
            Shown::Entry(one) => Some(one.moved.currency),
            Shown::Books(one) => Some(one.currency),
            Shown::Kind(one) => Some(one.1),
        }
    }

    /// The books, where they are what is shown.
    pub(super) fn books_shown(&self) -> Option<&BooksPage> {
        match self.sheets.top()?.shown.as_ref()? {
            Shown::Books(page) => Some(page),
            _ => None,
        }
    }

    /// The entry one is on, or that is shown.
    pub(super) fn sheet_entry(&self) -> Option<EntryId> {
        let sheet = self.sheets.top()?;
        match (sheet.here(), sheet.about) {
            (Some(At::Entry(id) | At::Deposit(id) | At::Transit(id)), _) => Some(id),
            (_, About::Entry(id)) => Some(id),
            _ => None,
        }
    }

    fn load_sheet(&mut self) {
        let out = &mut self.frame.out;
        let Some(sheet) = self.sheets.open.last() else {
            return;
        };
        match sheet.about {
            About::Statement(of) => {
                let most = Statement::PAGE_MOST;
                let look = Statement::look(of, None, most, CHART);
                self.sheets.stating.ask_only(look, out);
            }
            About::Entry(id) => self.sheets.entering.ask_only(EntryPage::look(id), out),
            About::Books(currency) => self.sheets.booking.ask_only(BooksPage::look(currency), out),
            About::Kind(kind, currency) => {
                let look = AccountLine::look(kind, currency);
                self.sheets.counting.ask_only(look, out);
            }
        }
    }

    /// Asks for the older lines of a statement once one is near the last that came.
    fn load_older(&mut self) {
        const NEAR: usize = 20;
        let out = &mut self.frame.out;
        let Some(Sheet {
            shown: Some(Shown::Statement(page)),
            at,
            ..
        }) = self.sheets.open.last()
        else {
            return;
        };
        let Some(before) = page.before.filter(|_| at.selected + NEAR >= at.len) else {
            return;
        };
        if !self.sheets.stating.is_waiting() {
            let look = Statement::look(page.of, Some(before), Statement::PAGE_MOST, 0);
            self.sheets.stating.ask(look, out);
        }
    }

    /// Takes what a sheet waits for.
    pub(super) fn looked_sheet(&mut self, looked: &mut Looked) {
        if let Some((of, page)) = self.sheets.stating.take(looked) {
            let page = page.map(|page| Shown::Statement(Box::new(page)));
            self.sheet_came(About::Statement(of), page);
        }
        if let Some((id, page)) = self.sheets.entering.take(looked) {
            let page = page.map(|page| Shown::Entry(Box::new(page)));
            self.sheet_came(About::Entry(id), page);
        }
        if let Some(page) = self.sheets.booking.take(looked) {
            let page = page.map(|page| Shown::Books(Box::new(page)));
            if let Some(about @ About::Books(_)) = self.sheets.top().map(|sheet| sheet.about) {
                self.sheet_came(about, page);
            }
        }
        if let Some(page) = self.sheets.counting.take(looked) {
            let about = page.as_ref().ok().map(|one| About::Kind(one.0, one.1));
            let about = about.or(self.sheets.top().map(|sheet| sheet.about));
            if let Some(about) = about {
                let page = page.map(|page| Shown::Kind(Box::new(page)));
                self.sheet_came(about, page);
            }
        }
    }

    fn sheet_came(&mut self, about: About, page: Result<Shown, Refusal>) {
        let Some(sheet) = self.sheets.open.last_mut() else {
            return;
        };
        if sheet.about != about {
            return;
        }
        match page {
            Ok(page) => {
                let here = sheet.here();
                sheet.shown = Some(statement::joined(sheet.shown.take(), page));
                self.write_sheet();
                self.find_line(here);
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
                self.leave_sheet();
            }
        }
        self.known();
    }

    /// Goes to the line that one was on.
    fn find_line(&mut self, here: Option<At>) {
        let Some(sheet) = self.sheets.open.last_mut() else {
            return;
        };
        let found = sheet.stops.iter().position(|(_, at)| Some(*at) == here);
        if let Some(at) = found {
            sheet.at.select(at);
        }
        self.write_sheet();
    }

    /// Follows the books. Yields whether the sheet may look other than before.
    pub(super) fn renew_sheet(&mut self, before: &Ctx, worded: bool) -> bool {
        if self.sheets.open.is_empty() {
            return false;
        }
        let moved = self.ctx().sight.money_revision() != before.sight.money_revision();
        if moved {
            self.load_sheet();
        }
        if worded {
            self.write_sheet();
        }
        moved || worded
    }

    /// Lays the sheet out anew, scrolled so that what one is on shows.
    pub(super) fn write_sheet(&mut self) {
        let area = self.sheet_area();
        let (width, height) = (usize::from(area.width), usize::from(area.height).max(1));
        let Some(sheet) = self.sheets.top() else {
            return;
        };
        let laid = self.lay_sheet(sheet, width, height);
        let Some(sheet) = self.sheets.open.last_mut() else {
            return;
        };
        (sheet.lines, sheet.stops) = laid;
        sheet.at.fit(sheet.stops.len(), (height / 2).max(1));
        let line = sheet.stops.get(sheet.at.selected).map(|(line, _)| *line);
        let line = line.unwrap_or_default();
        let top = if sheet.at.selected == 0 { 0 } else { line };
        let lowest = (line + 2).saturating_sub(height).min(line);
        sheet.offset = sheet.offset.clamp(lowest, top.max(lowest));
    }

    fn sheet_area(&self) -> Rect {
        Panel::inner(self.frame.browse.area())
    }

    fn turn_brief(&mut self) {
        if let Some(sheet) = self.sheets.open.last_mut() {
            sheet.brief = !sheet.brief;
        }
        self.write_sheet();
    }

    fn lay_sheet(
        &self,
        sheet: &Sheet,
        width: usize,
        height: usize,
    ) -> (Vec<Line>, Vec<(usize, At)>) {
        let here = sheet.here();
        match &sheet.shown {
            None => (Vec::new(), Vec::new()),
            Some(Shown::Statement(page)) => {
                statement::lay(self.ctx(), page, (width, height), sheet.brief, here)
            }
            Some(Shown::Entry(page)) => entry::lay(self.ctx(), page, width),
            Some(Shown::Books(page)) => books::lay(self.ctx(), page, width, here),
            Some(Shown::Kind(page)) => lists::lay(self.ctx(), page, width, here),
        }
    }

    fn sheet_title(&self, sheet: &Sheet) -> (String, String) {
        let right = sheet.at.position();
        let title = match sheet.about {
            About::Statement(of) => self.statement_title(of),
            About::Entry(id) => self.with("sheet-entry", &[("entry", id.to_string().into())]),
            About::Books(_) => {
                let code = self.sheet_currency().map(|one| one.code().to_owned());
                self.with("sheet-books", &[("code", code.unwrap_or_default().into())])
            }
            About::Kind(kind, currency) => {
                let name = self.ctx().teller().account(kind, false);
                format!("{name}, {}", currency.code())
            }
        };
        (title, right)
    }
}

/// Columns of a chart that are asked for: it is thinned to what shows.
const CHART: usize = 100;

/// Whether there is one account of a kind.
fn is_single(kind: Account) -> bool {
    use Account as A;
    match kind {
        A::Free(_)
        | A::Tranche(..)
        | A::Held(..)
        | A::ClientCredit(_)
        | A::Released(..)
        | A::Transit(_)
        | A::OwedByClient(..)
        | A::OwedByProvider(..) => false,
        A::BankClients
        | A::BankOwn
        | A::Unallocated
        | A::VatIn
        | A::VatOut
        | A::Income(_)
        | A::Expense(_)
        | A::Opening => true,
    }
}
