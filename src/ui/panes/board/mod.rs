//! The opportunity board (BRD). What can be done is in `bindings`; what is shown is what the views give for the one who
//! looks, and nothing of requests besides.

mod advice;
mod asking;
mod bindings;
mod client;
mod compare;
mod drawing;
mod empty;
mod firm;
mod following;
mod hands;
mod house;
mod list;
mod named;
mod notice;
mod page;
mod posting;
mod profile;
mod proposal;
mod proposing;
mod reasons;
mod row;
mod running;
mod selecting;
mod sessions;
mod sheet;
mod stats;
mod views;
mod writing;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::sheet::Sheet;
use self::views::View;
use crate::desk::views::{
    BoardList, CreditPage, Of, Onlookers, OpportunityPage, Stamp, Stats, Waiting, Waits,
};
use crate::desk::{Answer, Summary, What as Told};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, PersonId};
use crate::ui::frame::{Ctx, Looked, Wanted};
use crate::ui::frame::{Frame, Heading, ListPane, Listing, Sign, framed};
use crate::ui::globals;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::{Attention, Event, Jump};

/// The board.
pub struct BoardPane {
    frame: Frame<BoardPane>,
    /// The keys an empty board tells of, as this person has them.
    keys: Vec<Entry>,
    view: View,
    /// What the page depends on, as it was when the page was asked for.
    stamp: Option<Stamp>,
    /// The selected opportunity whole.
    page: Option<OpportunityPage>,
    /// Pages that were asked for, and what a sheet shows.
    loading: Wanted<Of<OpportunityId, OpportunityPage>>,
    crediting: Wanted<Of<PersonId, CreditPage>>,
    counting: Wanted<Of<bool, Stats>>,
    sheet: Option<Sheet>,
    /// The terms are shown again, as they are now, once the page came.
    terms_again: bool,
    /// The selection that was sent last: advice is asked for once it is done.
    selecting: Option<advice::Selecting>,
}

impl BoardPane {
    /// What was just posted is what one looks at next.
    fn go_to_posted(&mut self, summary: &Summary) {
        if let Told::Did(Deed::Posted, Anchor::Opportunity(id)) = &summary.what {
            self.go_to(*id);
        }
    }

    /// The opportunity so many lines further.
    fn step(&mut self, lines: isize) {
        self.frame.browse.step(lines);
        self.sync();
    }
}

framed!(BoardPane, bindings);

impl ListPane for BoardPane {
    type Rows = BoardList;

    const NAME: &'static str = "board";
    const AFAR: &'static [&'static str] = &bindings::AFAR;
    const USUAL: Option<&'static str> = Some("board-newest");

    fn begin(mut frame: Frame<Self>, keys: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        frame.browse.holds = true;
        frame.browse.table = true;
        frame.ask_drafts();
        BoardPane {
            keys: globals::entries_of(&empty::KEYS, keys),
            view: View::home(&frame.ctx.me),
            frame,
            stamp: None,
            page: None,
            loading: Wanted::default(),
            crediting: Wanted::default(),
            counting: Wanted::default(),
            sheet: None,
            terms_again: false,
            selecting: None,
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn relist(&mut self) {
        let look = BoardList::look(self.query());
        self.frame.listing.ask_only(look, &mut self.frame.out);
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let ctx = self.ctx();
        let rows = self.frame.browse.rows.iter();
        let rows = rows.flat_map(|list| list.window(&ctx.sight, shown.start, shown.len(), ctx.now));
        rows.map(|row| self.line(&row, look)).collect()
    }

    fn columns(&self) -> &'static [Column] {
        match self.ctx().me.may(Permission::ReadInbox) {
            true => &list::COLUMNS,
            false => &list::OTHERS_COLUMNS,
        }
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn heading(&self) -> Heading {
        let shown = self.row().map(|row| {
            let client = row.client.clone();
            (row.id.to_string(), client.unwrap_or_default())
        });
        Heading::of(shown, "board-empty-page")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        let width = u16::try_from(width).unwrap_or(u16::MAX);
        let page = self.page().map(|page| page::write(page, self.ctx(), width));
        page.unwrap_or_default()
    }

    fn moved(&mut self, _: bool) {
        self.follow();
    }

    fn opened(&mut self) {
        self.frame.browse.scroll.offset = 0;
        self.write();
    }

    /// Most of what is published is not about the board.
    fn renewed(&mut self, before: &Ctx) -> bool {
        let ctx = &self.frame.ctx;
        let same = ctx.texts.lang() == before.texts.lang()
            && ctx.me.roles == before.me.roles
            && (ctx.me.firm, &ctx.me.firm_name) == (before.me.firm, &before.me.firm_name)
            && ctx.sight.has_same_surroundings(&before.sight);
        let later = ctx.is_another_minute(before);
        let list = self.frame.browse.rows.as_mut();
        let moved = list.is_some_and(|list| list.renew(&ctx.sight, ctx.now));
        self.frame.browse.sync();
        let loads = self.follow();
        if self.frame.ctx.me.firm != before.me.firm {
            self.shut_of_others();
            let firm = |sheet: &Sheet| matches!(sheet.kind, sheet::Kind::Firm(..));
            self.sheet = self.sheet.take().filter(firm);
        }
        self.renew_firm();
        if !same || later {
            self.write();
            self.write_sheet();
        }
        moved || loads || later || !same
    }

    fn attends(&self) -> Attention {
        Attention {
            proposing: self.proposing(),
            ..Attention::default()
        }
    }

    fn others(&mut self, before: &Onlookers) -> bool {
        self.hear_colleagues(before)
    }

    fn resized(&mut self) {
        self.write_sheet();
    }

    fn waiting(waits: &Waits) -> Waiting {
        waits.board
    }

    fn looked(&mut self, looked: &mut Looked) {
        if let Some(list) = self.frame.listing.take(looked) {
            self.listed(list);
        }
        if let Some((id, page)) = self.loading.take(looked) {
            self.loaded(id, page);
        }
        if let Some((person, page)) = self.crediting.take(looked) {
            self.credited(person, page);
        }
        if let Some((own, stats)) = self.counting.take(looked) {
            self.counted(own, stats);
        }
    }

    fn take(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Offered { token, offered } => {
                self.frame.asking.settle(token, true);
                self.offered(offered);
                None
            }
            other => Some(other),
        }
    }

    fn answered(&mut self, token: u64, answer: &Answer) {
        self.settle_sheet(token, answer.is_ok());
        self.selected(token, answer.is_ok());
        match answer {
            Ok(done) => self.go_to_posted(&done.summary),
            // Whatever was refused, the page says how things stand now.
            Err(_) => {
                if let Some(id) = self.row().map(|row| row.id) {
                    self.load(id);
                }
            }
        }
    }

    fn view_nothing(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.view_empty(area, buf, look);
    }

    fn go(&mut self, to: Jump) -> bool {
        match to {
            Jump::Opportunity(id) => return self.go_to(id),
            Jump::Post(request) => self.post_form(request),
            _ => return false,
        }
        true
    }

    fn copies(&self) -> Vec<(String, String)> {
        let row = self.row().into_iter();
        let numbers = row.map(|row| (self.text("copy-number"), row.id.to_string()));
        let message = self.introduction().into_iter();
        let message = message.map(|text| (self.text("copy-introduction"), text));
        numbers.chain(message).collect()
    }

    fn named(id: OpportunityId) -> Option<Jump> {
        Some(Jump::Opportunity(id))
    }
}
