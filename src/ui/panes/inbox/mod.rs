//! The request inbox (REQ). What it does is in `actions`, what can be done in `bindings`.

mod actions;
mod bindings;
mod case;
mod choosing;
mod contact;
mod document;
mod forms;
mod list;
mod named;
mod news;
mod others;
mod overlay;
mod row;
mod searching;
mod splitting;
mod views;
mod writing;

use std::ops::Range;

use self::news::News;
use self::row::Beside;
use self::searching::Searching;
use self::splitting::Splitting;
use self::views::View;
use crate::desk::Answer;
use crate::desk::views::{Detail, Inbox, Of, Onlookers, RequestRow, Waiting, Waits};
use crate::domain::RequestId;
use crate::ui::frame::ask::is_overtaken;
use crate::ui::frame::kept::Kept;
use crate::ui::frame::{Ctx, Looked, Wanted};
use crate::ui::frame::{Frame, Heading, Lines, ListPane, Listing, Order, Sign, framed};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list_view::{Row, Shown};
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::{Attention, Jump};

/// The inbox.
pub struct InboxPane {
    frame: Frame<InboxPane>,
    view: View,
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
    /// The lines that showed last; those of requests that changed are forgotten, as are all of them with what stands
    /// for every line: names, words, the minute.
    lines: Lines<RequestId, Beside>,
}

impl InboxPane {
    /// What an action is about: the marked requests, else the selected one.
    fn targets(&self) -> Vec<RequestId> {
        self.frame.browse.chosen()
    }
}

framed!(InboxPane, bindings);

impl ListPane for InboxPane {
    type Rows = Inbox;

    const NAME: &'static str = "inbox";
    const AFAR: &'static [&'static str] = &bindings::AFAR;

    fn begin(mut frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        let view = View::first(&frame.ctx);
        frame.browse.rows = frame.ctx.sight.inbox(&view.query).ok();
        frame.browse.marks = true;
        frame.ask_drafts();
        InboxPane {
            frame,
            view,
            row: None,
            detail: None,
            loading: Wanted::default(),
            splitting: None,
            left_splits: Vec::new(),
            splits: Kept::default(),
            searching: None,
            searched: None,
            lines: Lines::default(),
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn relist(&mut self) {
        if let Some(inbox) = self.frame.browse.rows.clone() {
            let look = inbox.look(self.query());
            self.frame.listing.ask_only(look, &mut self.frame.out);
        }
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        self.lines_at(shown, look)
    }

    fn shown(&self, shown: Range<usize>, width: u16, look: &Look<'_>) -> Vec<Shown> {
        self.kept_lines(shown, width, look)
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

    fn heading(&self) -> Heading {
        let row = self.row.as_ref();
        let case = self.case();
        let client = case.map(|case| case.row.organisation.clone());
        let shown = row.map(|row| (row.id.to_string(), client.unwrap_or_default()));
        Heading {
            top: row.and_then(|row| self.others_line(row.id)),
            ..Heading::of(shown, "empty-case")
        }
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        let case = self
            .case()
            .map(|case| document::write(case, self.ctx(), width));
        case.unwrap_or_default()
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
        self.forget_lines(before, news);
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
        if let Some(inbox) = self.frame.listing.take(looked) {
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
}
