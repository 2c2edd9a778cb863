//! The request inbox (REQ): the list on the left, the selected case on the right; at 80 columns one at
//! a time. What it does is in `actions`, what can be done in `bindings`.

mod actions;
mod answers;
mod bindings;
mod document;
mod forms;
mod input;
mod keeping;
mod list;
mod news;
mod others;
mod searching;
mod splitting;
mod writing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::answers::Wanted;
use self::document::Document;
pub use self::document::size_of;
use self::keeping::Words;
use self::news::News;
use self::searching::Searching;
use self::splitting::Splitting;
use self::writing::Writing;
use super::ask::{Ask, is_overtaken};
use super::drafts::Drafts;
use super::kept::Kept;
use super::newest::Newest;
use super::{Ctx, Kind, Out, Pane, Unsent, entries_of, keymap_of};
use crate::desk::Rejection;
use crate::desk::views::{BUILT_IN, Detail, Inbox, Onlookers, RequestRow};
use crate::domain::{Millis, Refusal, RequestId};
use crate::ui::kit::binding::Entry;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::header::Flag;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::line::Line;
use crate::ui::kit::list::{List, MOVES, Viewport};
use crate::ui::kit::list_view;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::{prose, split};
use crate::ui::message::{Attention, Effect, Event, Jump};

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    List,
    Case,
}

/// The inbox.
pub struct InboxPane {
    ctx: Ctx,
    out: Out,
    keymap: Keymap,
    moves: Keymap,
    /// The list that is shown; empty until the first one came.
    inbox: Option<Inbox>,
    /// The token of the list that was asked for last.
    listing: u64,
    /// The view's own query, and its name's text or name.
    view: View,
    /// What was typed behind `/`, and whether it still is being typed.
    filter: Line,
    filtering: bool,
    list: List<RequestId>,
    /// The selected row as it is now.
    row: Option<RequestRow>,
    detail: Option<Detail>,
    document: Document,
    scroll: Viewport,
    focus: Focus,
    area: Rect,
    ask: Option<(Ask, Wanted)>,
    writing: Option<Writing>,
    splitting: Option<Splitting>,
    searching: Option<Searching>,
    /// Requests with an unsent note.
    drafts: Drafts<RequestId>,
    /// Notes that were closed and still wait for their draft.
    left_notes: Vec<Writing>,
    /// The newest case that came.
    newest: Newest,
    /// Drafts to forget once the command with this token is done.
    sending: Vec<(u64, String)>,
    /// A form that was left, to come back to.
    left_form: Option<super::ask::FormBox>,
    /// What was sent had been changed by somebody else: it is laid over what stands now once the case came.
    overtaken: bool,
    /// What was typed for commands under way.
    kept: Kept<Words>,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct View {
    name: String,
    query: String,
}

impl InboxPane {
    /// The inbox, asking for its first list.
    pub fn new(ctx: Ctx, keys: &Overrides, out: Out) -> (InboxPane, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let keymap = keymap_of(&bindings::SCOPE, keys, &mut problems);
        let moves = keymap_of(&MOVES, keys, &mut problems);
        let first = &BUILT_IN[0];
        let view = View {
            name: ctx.texts.get(&format!("view-{}", first.key)).into_owned(),
            query: first.query.to_owned(),
        };
        let inbox = ctx.sight.inbox(&view.query).ok();
        let mut pane = InboxPane {
            ctx,
            out,
            keymap,
            moves,
            inbox,
            listing: 0,
            view,
            filter: Line::default(),
            filtering: false,
            list: List::default(),
            row: None,
            detail: None,
            document: Document::default(),
            scroll: Viewport::default(),
            focus: Focus::List,
            area: Rect::default(),
            ask: None,
            writing: None,
            splitting: None,
            searching: None,
            drafts: Drafts::default(),
            left_notes: Vec::new(),
            newest: Newest::default(),
            sending: Vec::new(),
            left_form: None,
            overtaken: false,
            kept: Kept::default(),
        };
        pane.relist();
        pane.out.ask(|token| Effect::ListDrafts { token });
        (pane, problems)
    }

    /// The whole query: the view's and what was typed.
    fn query(&self) -> String {
        format!("{} {}", self.view.query, self.filter.text())
            .trim()
            .to_owned()
    }

    /// Asks for the list of the present query.
    fn relist(&mut self) {
        let Some(inbox) = &self.inbox else { return };
        let (from, query) = (Box::new(inbox.clone()), self.query());
        self.listing = self.out.ask(|token| Effect::List { token, from, query });
    }

    fn listed(&mut self, token: u64, inbox: Inbox) {
        if token != self.listing {
            return;
        }
        let complete = inbox.is_complete();
        self.inbox = Some(inbox);
        // The snapshot may have moved on while the list was made.
        if complete {
            self.catch_up();
        }
        self.sync();
    }

    /// Brings the list up to the latest snapshot and this minute: by what changed, or anew.
    fn catch_up(&mut self) {
        let Some(inbox) = &self.inbox else { return };
        if inbox.seq() == self.ctx.sight.seq() {
            return;
        }
        match inbox.advance(&self.ctx.sight, self.ctx.now) {
            Some(next) => self.inbox = Some(next),
            None if inbox.is_complete() => {
                self.inbox = self.ctx.sight.inbox(inbox.query()).ok();
                self.relist();
            }
            None => {}
        }
    }

    /// After rows, size or selection changed: the selected row, and its case.
    fn sync(&mut self) {
        let height = self.places().0.map_or(1, |area| {
            list_view::rows_area(area, self.filter_shown()).height
        });
        let Some(inbox) = &self.inbox else { return };
        self.list.sync(inbox, height.max(1));
        let selected = self.list.selected().copied();
        self.row = selected.and_then(|id| inbox.row_of(id, self.ctx.now));
        let shown = self.detail.as_ref().map(|d| (d.row.id, d.row.revision));
        let wanted = self.row.as_ref().map(|row| (row.id, row.revision));
        if wanted != shown
            && let Some((request, _)) = wanted
        {
            self.out.ask(|token| Effect::Load { token, request });
        }
    }

    fn loaded(&mut self, token: u64, request: RequestId, detail: Result<Detail, Refusal>) {
        if !self.newest.takes(token) || self.list.selected() != Some(&request) {
            return;
        }
        let detail = match detail {
            Ok(detail) => detail,
            Err(refusal) => {
                let words = self.ctx.teller().refusal(&refusal);
                self.out.refuse(words);
                return;
            }
        };
        let same = self.detail.as_ref().is_some_and(|d| d.row.id == request);
        self.detail = Some(detail);
        self.write_document();
        if !same {
            self.scroll.offset = 0;
        }
        if std::mem::take(&mut self.overtaken) {
            self.form_again();
        }
    }

    /// Lays the case out for the width it has.
    fn write_document(&mut self) {
        let width = self
            .places()
            .1
            .map_or(60, |area| Panel::inner(area).width.saturating_sub(2));
        if let Some(detail) = &self.detail {
            self.document = Document::write(detail, &self.ctx, width);
        }
    }

    /// Where list and case stand: both when there is room, else the one that has the keys.
    fn places(&self) -> (Option<Rect>, Option<Rect>) {
        split::places(self.area, self.focus == Focus::Case)
    }

    fn filter_shown(&self) -> bool {
        self.filtering || !self.filter.text().is_empty()
    }

    /// What an action is about: the marked requests, else the selected one.
    fn targets(&self) -> Vec<RequestId> {
        self.list.chosen()
    }

    fn move_to(&mut self, id: RequestId) -> bool {
        let Some(inbox) = &self.inbox else {
            return false;
        };
        let found = self.list.select(&id, inbox);
        if found {
            self.sync();
        }
        found
    }

    fn answered(&mut self, token: u64, answer: &crate::desk::Answer) {
        let at = self.sending.iter().position(|(sent, _)| *sent == token);
        let Some(at) = at else { return };
        let (_, draft) = self.sending.swap_remove(at);
        match answer {
            Ok(_) => {
                self.out.effects.push(Effect::DropDraft(draft.clone()));
                if let Some(request) = writing::of_key(&draft) {
                    self.drafts.drop(&request);
                }
            }
            // The note stands in the editor again.
            Err(_) if self.writing.is_some() => {}
            Err(Rejection::Refused(_) | Rejection::Faulted(_) | Rejection::Closed) => {
                let words = self.ctx.texts.get("draft-kept").into_owned();
                self.out.say(words);
            }
        }
    }
}

impl InboxPane {
    fn view_case(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let selected = self.row.as_ref().map(|row| row.id);
        let detail = self
            .detail
            .as_ref()
            .filter(|detail| Some(detail.row.id) == selected);
        let title = selected.map(|id| id.to_string()).unwrap_or_default();
        let right = detail
            .map(|d| d.row.organisation.clone())
            .unwrap_or_default();
        let more = self.document.lines.len() > self.case_rows();
        let at = if more {
            format!("{}/{}", self.scroll.offset + 1, self.document.lines.len())
        } else {
            String::new()
        };
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &at,
            focused: self.focus == Focus::Case,
        };
        let inner = panel.view(area, buf, look);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            ..inner
        };
        let others = selected.and_then(|id| self.others_line(id));
        if let Some(others) = &others {
            paint::text(buf, paint::row(inner, 0), others, look.theme.accent);
        }
        let below = u16::from(others.is_some()).min(inner.height);
        let lines = Rect {
            y: inner.y + below,
            height: inner.height - below,
            ..inner
        };
        match (detail, selected) {
            (Some(_), _) => {
                let first = self.scroll.offset;
                prose::view(&self.document.lines, first, lines, buf, look.theme);
            }
            (None, Some(_)) => {}
            (None, None) => list_view::empty(inner, buf, look, &look.texts.get("empty-case")),
        }
    }
}

impl InboxPane {
    /// Hands an input to what has the keys.
    fn put(&mut self, input: &Input) -> bool {
        if self.writing.is_some() {
            return self.in_writing(input);
        }
        if self.ask.is_some() {
            return self.in_ask(input);
        }
        if self.splitting.is_some() {
            return self.in_splitting(input);
        }
        if self.searching.is_some() {
            return self.in_searching(input);
        }
        if self.filtering {
            return self.in_filter(input);
        }
        let moved = match self.focus {
            Focus::Case => {
                self.in_case(input) || (matches!(input, Input::Mouse(_)) && self.in_list(input))
            }
            Focus::List => {
                (matches!(input, Input::Mouse(_)) && self.in_case(input)) || self.in_list(input)
            }
        };
        moved || self.key(input)
    }
}

impl Kind for InboxPane {
    const NAME: &'static str = "inbox";

    fn begin(ctx: Ctx, keys: &Overrides, out: Out) -> (Self, Vec<KeyProblem>) {
        InboxPane::new(ctx, keys, out)
    }

    fn waiting(ctx: &Ctx) -> (u64, Flag) {
        let flag = if ctx.me.overdue {
            Flag::Overdue
        } else {
            Flag::None
        };
        (u64::from(ctx.me.waiting), flag)
    }

    fn all_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&bindings::SCOPE)]
    }
}

impl Pane for InboxPane {
    fn renew(&mut self, ctx: Ctx) -> bool {
        let language = ctx.texts.lang() != self.ctx.texts.lang();
        let before = self.showing();
        let news = self.news(&ctx);
        let others = self.present(ctx.onlookers.clone());
        self.ctx = ctx;
        if language {
            let built_in = BUILT_IN.iter().find(|view| view.query == self.view.query);
            if let Some(view) = built_in {
                self.view.name = self
                    .ctx
                    .texts
                    .get(&format!("view-{}", view.key))
                    .into_owned();
            }
        }
        self.catch_up();
        self.sync();
        self.hear_story();
        if news == News::Everywhere {
            self.write_document();
        }
        others || news != News::Elsewhere || before != self.showing()
    }

    fn clock(&mut self, now: Millis) {
        self.ctx.now = now;
    }

    fn present(&mut self, onlookers: Onlookers) -> bool {
        InboxPane::present(self, onlookers)
    }

    fn resize(&mut self, area: Rect) {
        if self.area != area {
            self.area = area;
            self.sync();
            self.write_document();
        }
    }

    fn take_answer(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Listed { token, inbox } => self.listed(token, *inbox),
            Event::Loaded {
                token,
                request,
                detail,
            } => self.loaded(token, request, *detail),
            Event::Answered { token, answer } => {
                self.settle(token, answer.is_ok());
                if is_overtaken(&answer) {
                    self.overtaken = !self.form_again();
                }
                self.answered(token, &answer);
            }
            Event::Drafts { keys, .. } => {
                let requests = keys.iter().filter_map(|key| writing::of_key(key));
                self.drafts.listed(requests);
            }
            Event::Found { token, found } => self.found(token, found),
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
        if scope == MOVES.id {
            return false;
        }
        let dispatch = bindings::SCOPE.choose(id, self);
        self.run(dispatch)
    }

    fn jump(&mut self, to: Jump) -> bool {
        match to {
            Jump::Request(id) => {
                self.go_to(id);
                true
            }
            Jump::Opportunity(_) | Jump::Post(_) | Jump::Quotation(_) | Jump::Quote(_) => false,
        }
    }

    fn typing(&self) -> bool {
        self.filtering
            || self.ask.is_some()
            || self.writing.is_some()
            || self.splitting.is_some()
            || self.searching.is_some()
    }

    fn unsent(&self) -> Unsent {
        let ask = self.ask.as_ref().map(|(ask, _)| ask);
        let editor = self.writing.as_ref().map(|writing| &writing.pad.editor);
        match self.splitting {
            Some(_) => Unsent::Lost,
            None => Unsent::of(ask, editor),
        }
    }

    fn attention(&self) -> Attention {
        InboxPane::attention(self)
    }

    fn entries(&self) -> Vec<Vec<Entry>> {
        // A box that asks says its own keys; those below it do nothing meanwhile.
        if self.typing() {
            return Vec::new();
        }
        vec![
            bindings::SCOPE.entries(&self.keymap, self),
            MOVES.entries(&self.moves, &self.list.viewport),
        ]
    }

    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (list, case) = self.places();
        if let Some(place) = list {
            self.view_list(place.intersection(area), buf, look);
        }
        if let Some(place) = case {
            self.view_case(place.intersection(area), buf, look);
        }
        if let Some(splitting) = &self.splitting {
            splitting.view(area, buf, look);
        }
        if let Some(searching) = &self.searching {
            searching.view(area, buf, look);
        }
        if let Some(writing) = &self.writing {
            let others = self.others_line(writing.request());
            writing.view(area, buf, look, others.as_deref());
        }
        if let Some((ask, _)) = &self.ask {
            ask.view(area, buf, look);
        }
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }
}
