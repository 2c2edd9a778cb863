//! The opportunity board (BRD): the list on the left, the selected opportunity on the right; at 80 columns
//! one at a time. What can be done is in `bindings`; what is shown is what the views give for the one who
//! looks, and nothing of requests besides.

mod answers;
mod asking;
mod bindings;
mod client;
mod compare;
mod empty;
mod house;
mod input;
mod list;
mod notice;
mod page;
mod posting;
mod profile;
mod proposal;
mod proposing;
mod ready;
mod running;
mod sheet;
mod stats;
mod views;
mod writing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::answers::Wanted;
use self::posting::Drafting;
use self::sheet::Sheet;
use self::views::View;
use self::writing::Writing;
use super::ask::{Ask, is_overtaken};
use super::drafts::Drafts;
use super::kept::Kept;
use super::newest::Newest;
use super::{Ctx, Kind, Out, Pane, Unsent, entries_of, keymap_of};
use crate::desk::views::{BoardList, BoardRow, OpportunityPage, Stamp};
use crate::desk::{Answer, Summary, What};
use crate::domain::{Millis, OpportunityId, Refusal};
use crate::ui::globals;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::header::Flag;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::line::Line;
use crate::ui::kit::list::{List, MOVES, Viewport};
use crate::ui::kit::list_view;
use crate::ui::kit::look::Look;
use crate::ui::kit::{prose, split};
use crate::ui::message::{Effect, Event, Jump};

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    List,
    Page,
}

/// The board.
pub struct BoardPane {
    ctx: Ctx,
    out: Out,
    keymap: Keymap,
    moves: Keymap,
    /// The keys an empty board tells of, as this person has them.
    keys: Vec<Entry>,
    /// The list that is shown; nothing until the first one came.
    list: Option<BoardList>,
    /// The token of the list that was asked for last.
    listing: u64,
    view: View,
    /// What was typed behind `/`, and whether it still is being typed.
    filter: Line,
    filtering: bool,
    rows: List<OpportunityId>,
    /// What is selected as soon as the list that has it came.
    going: Option<OpportunityId>,
    /// What is open: it stays under the eye when it leaves the list.
    open: Option<OpportunityId>,
    /// What the page depends on, as it was when the page was asked for.
    stamp: Option<Stamp>,
    /// The selected opportunity whole.
    page: Option<OpportunityPage>,
    document: Vec<prose::Line>,
    scroll: Viewport,
    focus: Focus,
    area: Rect,
    /// Opportunities with words that were not sent.
    drafts: Drafts<OpportunityId>,
    /// What was closed and still waits for an answer.
    left_writings: Vec<Writing>,
    /// The newest page that came, and the newest figures for a sheet.
    newest: Newest,
    newest_sheet: Newest,
    ask: Option<(Ask, Wanted)>,
    /// What was typed last in a row of questions.
    chain: Option<(Ask, Wanted)>,
    /// What was typed for commands under way: a refusal brings it back.
    typed: Kept<(Ask, Wanted)>,
    writing: Option<Writing>,
    sheet: Option<Sheet>,
    /// The terms are shown again, as they are now, once the page came.
    terms_again: bool,
    /// A notice that was left, to come back to.
    left: Option<Drafting>,
    /// What was sent had been changed by somebody else: it is laid over what stands now once the page came.
    overtaken: bool,
}

impl BoardPane {
    /// The board, asking for its first list.
    pub fn new(ctx: Ctx, keys: &Overrides, out: Out) -> (BoardPane, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let mut pane = BoardPane {
            keymap: keymap_of(&bindings::SCOPE, keys, &mut problems),
            moves: keymap_of(&MOVES, keys, &mut problems),
            keys: globals::entries_of(&empty::KEYS, keys),
            view: View::home(&ctx.me),
            ctx,
            out,
            list: None,
            listing: 0,
            filter: Line::default(),
            filtering: false,
            rows: List::default(),
            going: None,
            open: None,
            stamp: None,
            page: None,
            document: Vec::new(),
            scroll: Viewport::default(),
            focus: Focus::List,
            area: Rect::default(),
            drafts: Drafts::default(),
            left_writings: Vec::new(),
            newest: Newest::default(),
            newest_sheet: Newest::default(),
            ask: None,
            chain: None,
            typed: Kept::default(),
            writing: None,
            sheet: None,
            terms_again: false,
            left: None,
            overtaken: false,
        };
        pane.relist();
        pane.out.ask(|token| Effect::ListDrafts { token });
        (pane, problems)
    }

    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    /// The selected line as it is now.
    fn row(&self) -> Option<&BoardRow> {
        self.stamp.as_ref().map(|stamp| &stamp.row)
    }

    /// The page of the selected line, once it came.
    fn page(&self) -> Option<&OpportunityPage> {
        let id = self.row()?.id;
        self.page.as_ref().filter(|page| page.row.id == id)
    }

    /// After rows, size or selection changed: the selected line, and its page. Yields whether the page
    /// is to be loaded again.
    fn sync(&mut self) -> bool {
        let height = self.places().0.map_or(1, |area| {
            list_view::rows_area(area, self.filter_shown()).height
        });
        let Some(list) = &self.list else { return false };
        self.rows.sync(list, height.max(1));
        let mut selected = self.rows.selected().copied();
        if self.focus == Focus::Page {
            let left = self.open.filter(|id| list.position(*id).is_none());
            selected = left.or(selected);
            self.open = selected;
        }
        let stamp = selected.and_then(|id| self.ctx.sight.opportunity_stamp(id, self.ctx.now));
        if stamp == self.stamp {
            return false;
        }
        self.stamp = stamp;
        match self.row().map(|row| row.id) {
            Some(id) => self.load(id),
            None => {
                self.focus = Focus::List;
                self.document = Vec::new();
            }
        }
        true
    }

    fn load(&mut self, opportunity: OpportunityId) {
        self.out
            .ask(|token| Effect::LoadOpportunity { token, opportunity });
    }

    fn loaded(&mut self, token: u64, id: OpportunityId, page: Result<OpportunityPage, Refusal>) {
        if !self.newest.takes(token) || self.row().map(|row| row.id) != Some(id) {
            return;
        }
        let same = self.page().is_some();
        match page {
            Ok(page) => self.page = Some(page),
            Err(refusal) => {
                self.page = None;
                let words = self.ctx.teller().refusal(&refusal);
                self.out.refuse(words);
            }
        }
        self.write_page();
        self.renew_sheet();
        if std::mem::take(&mut self.overtaken) {
            self.write_again();
        }
        if !same {
            self.scroll.offset = 0;
        }
    }

    /// A command was answered, perhaps one of its own: what was written for it goes or stays.
    fn answered(&mut self, token: u64, answer: &Answer) {
        let done = answer.is_ok();
        let written = self.settle_writing(token, done);
        self.settle(token, done);
        self.settle_sheet(token, done);
        if is_overtaken(answer) {
            self.overtaken = true;
            self.bring_back();
            self.profile_again();
        }
        // Whatever was refused, the page says how things stand now.
        if !done && let Some(id) = self.row().map(|row| row.id) {
            self.load(id);
        }
        if let (true, Ok(done)) = (written, answer) {
            self.go_to_posted(&done.summary);
        }
    }

    /// What was just posted is what one looks at next.
    fn go_to_posted(&mut self, summary: &Summary) {
        if let What::Did("posted", of) = &summary.what
            && let Ok(id) = of.to_string().parse()
        {
            self.go_to(id);
        }
    }

    /// Lays the page out for the width it has.
    fn write_page(&mut self) {
        let width = self.places().1.map_or(60, |area| inside(area).width);
        self.document = match self.page() {
            Some(page) => page::write(page, &self.ctx, width),
            None => Vec::new(),
        };
    }

    fn open_page(&mut self) {
        self.focus = Focus::Page;
        self.open = self.rows.selected().copied();
        self.scroll.offset = 0;
        self.sync();
        self.write_page();
    }

    /// The opportunity so many lines further.
    fn step(&mut self, lines: isize) {
        let Some(list) = &self.list else { return };
        self.rows.viewport.by(lines);
        if let Some(id) = list.id_at(self.rows.viewport.selected) {
            self.rows.select(&id, list);
            self.open = Some(id);
            self.scroll.offset = 0;
            self.sync();
        }
    }

    /// Where list and page stand: both when there is room, else the one that has the keys.
    fn places(&self) -> (Option<Rect>, Option<Rect>) {
        split::places(self.area, self.focus == Focus::Page)
    }

    fn page_rows(&self) -> usize {
        let place = self.places().1.map(inside);
        place.map_or(1, |area| usize::from(area.height))
    }

    fn filter_shown(&self) -> bool {
        self.filtering || !self.filter.text().is_empty()
    }

    fn start_filter(&mut self) {
        self.filtering = true;
        self.focus = Focus::List;
        self.sync();
    }

    fn view_page(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let row = self.row();
        let title = row.map(|row| row.id.to_string()).unwrap_or_default();
        let right = row.and_then(|row| row.client.clone()).unwrap_or_default();
        let inner = inside(area);
        let lines = self.document.len();
        let at = if lines > usize::from(inner.height) {
            format!("{}/{lines}", self.scroll.offset + 1)
        } else {
            String::new()
        };
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &at,
            focused: self.focus == Focus::Page,
        };
        panel.view(area, buf, look);
        match row {
            Some(_) => prose::view(&self.document, self.scroll.offset, inner, buf, look.theme),
            None => list_view::empty(inner, buf, look, &look.texts.get("board-empty-page")),
        }
    }
}

/// The place for the lines: inside the border, with a column of air on each side.
fn inside(area: Rect) -> Rect {
    let inner = Panel::inner(area);
    Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        ..inner
    }
}

impl BoardPane {
    /// Hands an input to what has the keys.
    fn put(&mut self, input: &Input) -> bool {
        if self.ask.is_some() {
            return self.in_ask(input);
        }
        if self.sheet.is_some() {
            return self.in_sheet(input);
        }
        if self.writing.is_some() {
            return self.in_writing(input);
        }
        if self.filtering {
            return self.in_filter(input);
        }
        let is_press = matches!(input, Input::Mouse(_));
        let moved = match self.focus {
            Focus::Page => self.in_page(input) || (is_press && self.in_list(input)),
            Focus::List => (is_press && self.in_page(input)) || self.in_list(input),
        };
        moved || self.key(input)
    }
}

impl Kind for BoardPane {
    const NAME: &'static str = "board";

    fn begin(ctx: Ctx, keys: &Overrides, out: Out) -> (Self, Vec<KeyProblem>) {
        BoardPane::new(ctx, keys, out)
    }

    fn waiting(ctx: &Ctx) -> (u64, Flag) {
        (u64::from(ctx.me.on_board), Flag::None)
    }

    fn all_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&bindings::SCOPE)]
    }
}

impl Pane for BoardPane {
    /// Most of what is published is not about the board.
    fn renew(&mut self, ctx: Ctx) -> bool {
        const MINUTE: i64 = 60_000;
        let before = std::mem::replace(&mut self.ctx, ctx);
        let now = self.ctx.now;
        let same = self.ctx.texts.lang() == before.texts.lang()
            && self.ctx.me.roles == before.me.roles
            && self.ctx.sight.has_same_surroundings(&before.sight);
        let later = now.div_euclid(MINUTE) != before.now.div_euclid(MINUTE);
        let list = self.list.as_mut();
        let moved = list.is_some_and(|list| list.renew(&self.ctx.sight, now));
        let loads = self.sync();
        if !same || later {
            self.write_page();
            self.write_sheet();
        }
        moved || loads || later || !same
    }

    fn clock(&mut self, now: Millis) {
        self.ctx.now = now;
    }

    fn resize(&mut self, area: Rect) {
        if self.area != area {
            self.area = area;
            self.sync();
            self.write_page();
            self.write_sheet();
        }
    }

    fn take_answer(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::BoardListed { token, list } => self.listed(token, *list),
            Event::Opportunity {
                token,
                opportunity,
                page,
            } => self.loaded(token, opportunity, *page),
            Event::Credits {
                token,
                person,
                page,
            } => self.credited(token, person, *page),
            Event::Stats { token, own, stats } => self.counted(token, own, *stats),
            Event::Answered { token, answer } => {
                self.answered(token, &answer);
                self.bring_back();
            }
            Event::Drafts { keys, .. } => {
                let of = keys.iter().filter_map(|key| proposal::of_key(key));
                self.drafts.listed(of);
            }
            answer @ (Event::Draft { .. } | Event::Edited { .. }) => return self.written(answer),
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

    fn jump(&mut self, to: Jump) -> bool {
        match to {
            Jump::Opportunity(id) => {
                self.go_to(id);
                true
            }
            Jump::Post(request) => {
                self.post_form(request);
                true
            }
            Jump::Request(_) | Jump::Quotation(_) | Jump::Quote(_) => false,
        }
    }

    fn typing(&self) -> bool {
        self.filtering || self.ask.is_some() || self.writing.is_some() || self.sheet.is_some()
    }

    fn unsent(&self) -> Unsent {
        let ask = self.ask.as_ref().map(|(ask, _)| ask);
        let editor = self.writing.as_ref().map(|writing| &writing.pad.editor);
        match self.sheet.as_ref().map(|sheet| &sheet.kind) {
            Some(sheet::Kind::Preview(_)) => Unsent::Lost,
            _ => Unsent::of(ask, editor),
        }
    }

    fn entries(&self) -> Vec<Vec<Entry>> {
        // A box that asks says its own keys; those below it do nothing meanwhile.
        if self.typing() {
            return Vec::new();
        }
        vec![
            bindings::SCOPE.entries(&self.keymap, self),
            MOVES.entries(&self.moves, &self.rows.viewport),
        ]
    }

    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (list, page) = self.places();
        if let Some(place) = list {
            self.view_list(place.intersection(area), buf, look);
        }
        if let Some(place) = page {
            self.view_page(place.intersection(area), buf, look);
        }
        if let Some(writing) = &self.writing {
            writing.view(area, buf, look);
        }
        if let Some(sheet) = &self.sheet {
            sheet.view(self, area, buf, look);
        }
        if let Some((ask, _)) = &self.ask {
            ask.view(area, buf, look);
        }
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }
}
