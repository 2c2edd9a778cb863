//! The request inbox (REQ). What it does is in `actions`, what can be done in `bindings`.

mod actions;
mod bindings;
mod choosing;
mod client;
mod document;
mod forms;
mod list;
mod news;
mod others;
mod searching;
mod splitting;
mod views;
mod writing;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::news::News;
use self::searching::Searching;
use self::splitting::Splitting;
use self::views::View;
use crate::desk::Answer;
use crate::desk::views::{Detail, Inbox, Of, Onlookers, RequestRow, Waiting, Waits};
use crate::domain::{Refusal, RequestId};
use crate::ui::frame::ask::is_overtaken;
use crate::ui::frame::kept::Kept;
use crate::ui::frame::{Ctx, Looked, Unsent, Wanted};
use crate::ui::frame::{Frame, Heading, ListPane, Listing, Order, Sign, Writing, framed};
use crate::ui::kit::binding::Reason;
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::{Attention, Jump};

/// The inbox.
pub struct InboxPane {
    frame: Frame<InboxPane>,
    view: View,
    /// The list that was asked for last.
    listing: Wanted<Inbox>,
    /// The selected row as it is now.
    row: Option<RequestRow>,
    /// A case, once it came.
    detail: Option<Detail>,
    /// Cases that were asked for.
    loading: Wanted<Of<RequestId, Detail>>,
    splitting: Option<Splitting>,
    /// Splits that were left, to come back to: the latest ones.
    left_splits: Vec<Splitting>,
    /// Splits on their way.
    splits: Kept<Splitting>,
    searching: Option<Searching>,
    /// The search one of whose hits is shown.
    searched: Option<Searching>,
}

impl InboxPane {
    /// Asks for a case: the page of its timeline that is shown, or the newest of another's.
    fn load(&mut self, request: RequestId) {
        let shown = self.detail.as_ref().filter(|d| d.row.id == request);
        self.load_page(request, shown.map_or(0, |detail| detail.back));
    }

    fn load_page(&mut self, request: RequestId, back: usize) {
        let look = Detail::look(request, back);
        self.loading.ask(look, &mut self.frame.out);
    }

    /// Asks for the page of the timeline before the one that is shown, or for the one behind it.
    fn turn_page(&mut self, older: bool) {
        let Some(detail) = &self.detail else { return };
        let (request, back) = (detail.row.id, detail.back);
        let back = match older {
            true => back + 1,
            false => back.saturating_sub(1),
        };
        self.load_page(request, back);
    }

    fn loaded(&mut self, request: RequestId, detail: Result<Detail, Refusal>) {
        if self.frame.browse.selected() != Some(request) {
            return;
        }
        match detail {
            Ok(detail) => {
                self.detail = Some(detail);
                self.write();
                self.known();
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
    }

    /// The case of the selected row, once it came.
    fn case(&self) -> Option<&Detail> {
        let id = self.row.as_ref()?.id;
        self.detail.as_ref().filter(|detail| detail.row.id == id)
    }

    /// What an action is about: the marked requests, else the selected one.
    fn targets(&self) -> Vec<RequestId> {
        self.frame.browse.chosen()
    }
}

framed!(InboxPane, bindings::SCOPE);

impl ListPane for InboxPane {
    type Rows = Inbox;
    type Text = RequestId;

    const NAME: &'static str = "inbox";
    const AFAR: &'static [&'static str] = &bindings::AFAR;

    fn begin(mut frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        let view = View::first(&frame.ctx);
        frame.browse.rows = frame.ctx.sight.inbox(&view.query).ok();
        frame.browse.marks = true;
        let mut pane = InboxPane {
            frame,
            view,
            listing: Wanted::default(),
            row: None,
            detail: None,
            loading: Wanted::default(),
            splitting: None,
            left_splits: Vec::new(),
            splits: Kept::default(),
            searching: None,
            searched: None,
        };
        pane.relist();
        pane.ask_drafts();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let (inbox, now) = (self.frame.browse.rows.iter(), self.ctx().now);
        let rows = inbox.flat_map(|inbox| shown.clone().filter_map(|at| inbox.row(at, now)));
        self.rows_of(rows, look)
    }

    fn columns(&self) -> &'static [Column] {
        &list::COLUMNS
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn order(&self) -> Order {
        self.sorted()
    }

    fn sort(&mut self, order: Order) {
        self.sort_view(order);
    }

    fn resorted(&mut self) {
        self.relist();
    }

    fn heading(&self) -> Heading {
        let row = self.row.as_ref();
        let case = self.case();
        Heading {
            title: row.map(|row| row.id.to_string()).unwrap_or_default(),
            right: case
                .map(|case| case.row.organisation.clone())
                .unwrap_or_default(),
            top: row.and_then(|row| self.others_line(row.id)),
            nothing: "empty-case",
        }
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        let case = self
            .case()
            .map(|case| document::write(case, self.ctx(), width));
        case.unwrap_or_default()
    }

    fn filtered(&mut self) {
        self.relist();
    }

    fn moved(&mut self, other: bool) {
        let (browse, now) = (&self.frame.browse, self.ctx().now);
        let selected = browse.selected();
        self.row = browse
            .rows
            .as_ref()
            .and_then(|inbox| inbox.row_of(selected?, now));
        self.frame.browse.fixed = self.others_rows();
        if other {
            self.write();
        }
        let shown = self.detail.as_ref().map(|d| (d.row.id, d.row.revision));
        let wanted = self.row.as_ref().map(|row| (row.id, row.revision));
        if wanted != shown
            && let Some((request, _)) = wanted
        {
            self.load(request);
        }
    }

    fn opened(&mut self) {
        self.write();
    }

    fn renewed(&mut self, before: &Ctx) -> bool {
        let (news, showing) = (self.news(before), self.showing());
        let others = self.hear_others(&before.onlookers);
        if before.texts.lang() != self.ctx().texts.lang() {
            self.name_view();
        }
        self.catch_up();
        self.sync();
        self.hear_story();
        if news == News::Everywhere {
            self.write();
        }
        others || news != News::Elsewhere || showing != self.showing()
    }

    fn others(&mut self, before: &Onlookers) -> bool {
        self.hear_others(before)
    }

    fn attends(&self) -> Attention {
        self.busy_at()
    }

    fn waiting(waits: &Waits) -> Waiting {
        waits.requests
    }

    fn looked(&mut self, looked: &mut Looked) {
        if let Some(inbox) = self.listing.take(looked) {
            self.listed(inbox);
        }
        if let Some((request, detail)) = self.loading.take(looked) {
            self.loaded(request, detail);
        }
        if let Some(searching) = &mut self.searching {
            searching.looked(looked);
        }
    }

    fn answered(&mut self, token: u64, answer: &Answer) {
        if let Some(mut splitting) = self.splits.settle(token).filter(|_| answer.is_err()) {
            if is_overtaken(answer) {
                splitting.seen = self.ctx().sight.seq();
            }
            self.splits.wait(splitting);
        }
    }

    fn why_hidden(&self, id: &str) -> Option<Reason> {
        bindings::why_hidden(self, id)
    }

    fn send_text(&mut self) {
        self.send_note();
    }

    fn left_text(&mut self, note: &Writing<RequestId>) {
        self.leave_note(note);
    }

    fn foot(&self) -> Option<String> {
        let note = self.frame.texts.open.as_ref()?;
        self.others_line(note.what)
    }

    fn above(&mut self, input: &Input) -> Option<bool> {
        if self.splitting.is_some() {
            return Some(self.in_splitting(input));
        }
        self.searching.is_some().then(|| self.in_searching(input))
    }

    fn is_typed_in(&self) -> bool {
        self.splitting.is_some() || self.searching.is_some()
    }

    fn bring_back(&mut self) {
        self.splitting = self.splits.back();
    }

    fn unsent_above(&self) -> Option<Unsent> {
        self.splitting.as_ref().map(|_| Unsent::Lost)
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(splitting) = &self.splitting {
            splitting.view(area, buf, look);
        }
        if let Some(searching) = &self.searching {
            searching.view(area, buf, look);
        }
    }

    fn go(&mut self, to: Jump) -> bool {
        match to {
            Jump::Request(id) => self.go_to(id),
            Jump::Requests(key) => self.show_built_in(key),
            _ => false,
        }
    }

    fn copies(&self) -> Vec<(String, String)> {
        let Some(row) = &self.row else {
            return Vec::new();
        };
        let contact = self
            .case()
            .map(|case| case.contact.clone())
            .unwrap_or_default();
        let [_, mail, phone] = contact;
        let all = [
            ("copy-mail", mail),
            ("copy-phone", phone),
            ("copy-number", row.id.to_string()),
        ];
        let all = all.into_iter().filter(|(_, text)| !text.is_empty());
        all.map(|(name, text)| (self.text(name), text)).collect()
    }

    fn named(id: RequestId) -> Option<Jump> {
        Some(Jump::Request(id))
    }

    fn has_step_back(&self) -> bool {
        self.has_results()
    }

    fn step_back(&mut self) -> bool {
        self.show_results()
    }
}
