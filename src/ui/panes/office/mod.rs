//! The office (QUO): quotations, whose turn first; the selected one beside them, at 80 columns one at a time.
//! Staff see what they have a part in, a client's person her own offers. What can be done is in `bindings`,
//! lines are written in `pricing`, texts in `writing`.

mod actions;
mod answers;
mod bindings;
mod card;
mod forms;
mod input;
mod list;
mod pricing;
mod recap;
mod writing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::answers::Wanted;
use self::pricing::Pricing;
use self::recap::Recap;
use self::writing::Writing;
use super::ask::{Ask, FormBox, is_overtaken};
use super::kept::Kept;
use super::newest::Newest;
use super::{Ctx, Kind, Out, Pane, Unsent, entries_of, keymap_of};
use crate::desk::views::{QuotationRow, QuotationView, QuotationWhole};
use crate::domain::{Millis, QuotationId};
use crate::text::fold;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::header::Flag;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::line::Line;
use crate::ui::kit::list::{List, MOVES, Viewport};
use crate::ui::kit::list_view;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::kit::split;
use crate::ui::message::{Effect, Event, Jump};

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    List,
    Card,
}

/// The quotations of the house.
pub struct OfficePane {
    ctx: Ctx,
    out: Out,
    keymap: Keymap,
    moves: Keymap,
    /// The keys where lines are written.
    line_keys: Keymap,
    /// All they see, whose turn it is first.
    rows: Vec<QuotationRow>,
    /// Those the filter leaves, in the same order.
    shown: Vec<QuotationId>,
    filter: Line,
    filtering: bool,
    list: List<QuotationId>,
    /// The selected one, as it is now.
    view: Option<QuotationView>,
    /// The same with its texts and its history, once they came.
    whole: Option<QuotationWhole>,
    /// The selected one, laid out.
    card: Vec<prose::Line>,
    scroll: Viewport,
    focus: Focus,
    /// The two versions that are compared.
    compared: Option<(u16, u16)>,
    area: Rect,
    ask: Option<(Ask, Wanted)>,
    /// What was typed for commands under way: a refusal brings it back.
    typed: Kept<(Ask, Wanted)>,
    /// A brief that was left, to come back to.
    left_form: Option<(QuotationId, FormBox)>,
    /// What was sent had been changed by somebody else: it goes on from what stands now once that came.
    overtaken: bool,
    pricing: Option<Pricing>,
    /// Lines that were left, to come back to: those of a quotation once.
    left_lines: Vec<Pricing>,
    /// Lines on their way.
    sending: Kept<Pricing>,
    writing: Option<Writing>,
    /// Texts that were closed and still wait for their draft.
    left_texts: Vec<Writing>,
    /// Texts on their way.
    posting: Kept<Writing>,
    /// The newest quotation that came.
    newest: Newest,
    /// The request whose quotation was just begun: it is shown when it comes.
    begun_of: Option<crate::domain::RequestId>,
    recap: Option<Recap>,
}

impl OfficePane {
    /// The pane, with what its person sees in it.
    pub fn new(ctx: Ctx, keys: &Overrides, out: Out) -> (OfficePane, Vec<KeyProblem>) {
        let mut problems = Vec::new();
        let mut pane = OfficePane {
            keymap: keymap_of(&bindings::SCOPE, keys, &mut problems),
            moves: keymap_of(&MOVES, keys, &mut problems),
            line_keys: keymap_of(&pricing::SCOPE, keys, &mut problems),
            ctx,
            out,
            rows: Vec::new(),
            shown: Vec::new(),
            filter: Line::default(),
            filtering: false,
            list: List::default(),
            view: None,
            whole: None,
            card: Vec::new(),
            scroll: Viewport::default(),
            focus: Focus::List,
            compared: None,
            area: Rect::default(),
            ask: None,
            typed: Kept::default(),
            left_form: None,
            overtaken: false,
            pricing: None,
            left_lines: Vec::new(),
            sending: Kept::default(),
            writing: None,
            left_texts: Vec::new(),
            posting: Kept::default(),
            newest: Newest::default(),
            begun_of: None,
            recap: None,
        };
        pane.look_again();
        (pane, problems)
    }

    /// Takes what the session sees now.
    fn look_again(&mut self) {
        let rows = self.ctx.sight.quotations(self.ctx.now);
        self.rows = rows.unwrap_or_default();
        self.sift();
        self.load();
    }

    /// Leaves those that have every word of the filter in what their line shows.
    fn sift(&mut self) {
        let words = fold::fold(self.filter.text());
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |row: &&QuotationRow| {
            let stage = self.ctx.teller().quotation_stage(row.stage, row.round);
            let text = format!(
                "{} {} {} {} {} {stage} {}",
                row.id,
                row.request,
                row.organisation,
                row.subject,
                row.officer,
                row.tags.join(" ")
            );
            let text = fold::fold(&text);
            words.iter().all(|word| text.contains(word))
        };
        self.shown = self.rows.iter().filter(fits).map(|row| row.id).collect();
        self.sync();
    }

    /// After rows, size or selection changed: the selected one, and its card.
    fn sync(&mut self) {
        let height = self.list_rows().map_or(1, |area| area.height);
        let before = self.list.selected().copied();
        self.list.sync(self.shown.as_slice(), height.max(1));
        self.open(before);
    }

    /// Lays out what is selected now; `before` was until now.
    fn open(&mut self, before: Option<QuotationId>) {
        let selected = self.list.selected().copied();
        let now = self.ctx.now;
        self.view = selected.and_then(|id| self.ctx.sight.quotation(id, now).ok());
        if selected != before {
            self.scroll.offset = 0;
            self.compared = None;
            self.whole = None;
            self.load();
        }
        self.write_card();
    }

    /// Has the texts of the selected one loaded.
    fn load(&mut self) {
        if let Some(quotation) = self.list.selected().copied() {
            self.out
                .ask(|token| Effect::LoadQuotation { token, quotation });
        }
    }

    fn selected(&self) -> Option<&QuotationRow> {
        let id = self.list.selected()?;
        self.rows.iter().find(|row| row.id == *id)
    }

    /// Selects one, and shows it.
    fn show(&mut self, id: QuotationId) -> bool {
        if !self.rows.iter().any(|row| row.id == id) {
            return false;
        }
        if !self.shown.contains(&id) {
            self.filter = Line::default();
            self.sift();
        }
        let before = self.list.selected().copied();
        self.list.select(&id, self.shown.as_slice());
        self.open(before);
        self.open_card();
        true
    }

    /// Shows the quotation that was just begun, once it is there.
    fn show_begun(&mut self) {
        let Some(request) = self.begun_of else { return };
        let of_it = |row: &&QuotationRow| row.request == request && row.at.is_some();
        if let Some(id) = self.rows.iter().find(of_it).map(|row| row.id)
            && self.show(id)
        {
            self.begun_of = None;
        }
    }

    /// Whether a client's person looks.
    fn as_client(&self) -> bool {
        !self.ctx.me.roles.iter().any(|role| role.is_staff())
    }

    fn places(&self) -> (Option<Rect>, Option<Rect>) {
        split::places(self.area, self.focus == Focus::Card)
    }

    fn list_rows(&self) -> Option<Rect> {
        let (list, _) = self.places();
        list.map(|area| list_view::rows_area(area, self.filter_shown()))
    }

    fn filter_shown(&self) -> bool {
        self.filtering || !self.filter.text().is_empty()
    }

    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }
}

impl OfficePane {
    /// Hands an input to what has the keys.
    fn put(&mut self, input: &Input) -> bool {
        if self.ask.is_some() {
            return self.in_ask(input);
        }
        if self.writing.is_some() {
            return self.in_writing(input);
        }
        if self.pricing.is_some() {
            return self.in_pricing(input);
        }
        if self.recap.is_some() {
            return self.in_recap(input);
        }
        if self.filtering {
            return self.in_filter(input);
        }
        let is_press = matches!(input, Input::Mouse(_));
        let moved = match self.focus {
            Focus::Card => self.in_card(input) || (is_press && self.in_list(input)),
            Focus::List => (is_press && self.in_card(input)) || self.in_list(input),
        };
        moved || self.key(input)
    }
}

impl Kind for OfficePane {
    const NAME: &'static str = "office";

    fn begin(ctx: Ctx, keys: &Overrides, out: Out) -> (Self, Vec<KeyProblem>) {
        OfficePane::new(ctx, keys, out)
    }

    fn waiting(ctx: &Ctx) -> (u64, Flag) {
        let (waiting, late) = ctx.sight.quotations_waiting(ctx.now);
        let flag = if late { Flag::Overdue } else { Flag::None };
        (u64::try_from(waiting).unwrap_or(u64::MAX), flag)
    }

    fn all_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&bindings::SCOPE), entries_of(&pricing::SCOPE)]
    }
}

impl Pane for OfficePane {
    fn renew(&mut self, ctx: Ctx) -> bool {
        const MINUTE: i64 = 60_000;
        let before = std::mem::replace(&mut self.ctx, ctx);
        let (old, new) = (&before.sight, &self.ctx.sight);
        let same = old.quotations_revision() == new.quotations_revision()
            && old.has_same_surroundings(new)
            && self.ctx.texts.lang() == before.texts.lang();
        let later = self.ctx.now / MINUTE != before.now / MINUTE;
        if !same || later {
            self.look_again();
            self.show_begun();
        }
        !same || later
    }

    fn clock(&mut self, now: Millis) {
        self.ctx.now = now;
    }

    fn resize(&mut self, area: Rect) {
        if self.area != area {
            self.area = area;
            self.sync();
        }
    }

    fn take_answer(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Quotation {
                token,
                quotation,
                whole,
            } => {
                if self.newest.takes(token) && self.list.selected() == Some(&quotation) {
                    self.whole = whole.ok();
                    self.write_card();
                    if std::mem::take(&mut self.overtaken) {
                        self.write_again();
                    }
                }
            }
            Event::Saved { path, .. } => {
                let words = self
                    .ctx
                    .texts
                    .with("quotation-saved", &[("path", path.into())]);
                self.out.say(words);
            }
            Event::Answered { token, answer } => {
                self.settle(token, answer.is_ok());
                self.bring_back();
                if is_overtaken(&answer) {
                    self.overtaken = true;
                    self.brief_again();
                    self.load();
                }
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
        let dispatch = if scope == bindings::SCOPE.id {
            bindings::SCOPE.choose(id, self)
        } else if scope == pricing::SCOPE.id {
            pricing::SCOPE.choose(id, self)
        } else {
            return false;
        };
        self.run(dispatch)
    }

    fn jump(&mut self, to: Jump) -> bool {
        match to {
            Jump::Quotation(id) => self.show(id),
            Jump::Quote(request) => {
                match self.ctx.sight.quotation_of(request) {
                    Some(id) => return self.show(id),
                    None => self.ask_begin(request),
                }
                true
            }
            Jump::Request(_) | Jump::Opportunity(_) | Jump::Post(_) => false,
        }
    }

    fn typing(&self) -> bool {
        self.filtering || self.ask.is_some() || self.writing.is_some()
    }

    fn unsent(&self) -> Unsent {
        let ask = self.ask.as_ref().map(|(ask, _)| ask);
        let editor = self.writing.as_ref().map(|writing| &writing.pad.editor);
        Unsent::of(ask, editor)
    }

    fn entries(&self) -> Vec<Vec<Entry>> {
        // A box that asks says its own keys; those below it do nothing meanwhile.
        if self.typing() || self.recap.is_some() {
            return Vec::new();
        }
        if self.pricing.is_some() {
            return vec![pricing::SCOPE.entries(&self.line_keys, self)];
        }
        vec![
            bindings::SCOPE.entries(&self.keymap, self),
            MOVES.entries(&self.moves, &self.list.viewport),
        ]
    }

    fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(recap) = &self.recap {
            recap.view(area, buf, look);
        } else if let Some(pricing) = &self.pricing {
            self.view_pricing(pricing, area, buf, look);
        } else {
            let (list, card) = self.places();
            if let Some(place) = list {
                self.view_list(place.intersection(area), buf, look);
            }
            if let Some(place) = card {
                self.view_card(place.intersection(area), buf, look);
            }
        }
        if let Some(writing) = &self.writing {
            self.view_writing(writing, area, buf, look);
        }
        if let Some((ask, _)) = &self.ask {
            ask.view(area, buf, look);
        }
    }

    fn out(&mut self) -> &mut Out {
        &mut self.out
    }
}
