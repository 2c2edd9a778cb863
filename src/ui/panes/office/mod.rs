//! The office (QUO): quotations, whose turn first. Staff see what they have a part in, a client's person her own
//! offers. What can be done is in `bindings`, lines are written in `pricing`, texts in `writing`.

mod actions;
mod bindings;
mod card;
mod forms;
mod line;
mod list;
mod pricing;
mod recap;
mod steps;
mod writing;

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::pricing::Pricing;
use self::recap::Recap;
use self::writing::Written;
use crate::desk::Answer;
use crate::desk::views::{Of, QuotationRow, QuotationView, QuotationWhole, Roster, Waiting, Waits};
use crate::domain::{Millis, QuotationId, Refusal, RequestId};
use crate::ui::frame::ask::is_overtaken;
use crate::ui::frame::kept::Kept;
use crate::ui::frame::{Ctx, Looked, Wanted, entries_of, keymap_of};
use crate::ui::frame::{Frame, Heading, ListPane, Listing, News, Sign, Writing, framed, run};
use crate::ui::kit::binding::{Entry, Reason};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::{paint, prose};
use crate::ui::message::{Event, Jump};

const MINUTE: Millis = 60_000;

/// The quotations of the house.
pub struct OfficePane {
    frame: Frame<OfficePane>,
    /// The keys where lines are written.
    line_keys: Keymap,
    /// A list that was asked for.
    listing: Wanted<Roster<QuotationRow>>,
    /// The row of the selected one, as it is now.
    row: Option<QuotationRow>,
    /// The selected one, as it is now.
    view: Option<QuotationView>,
    /// The same with its texts and its history, once they came.
    whole: Option<QuotationWhole>,
    /// Quotations that were asked for.
    loading: Wanted<Of<QuotationId, QuotationWhole>>,
    /// The two versions that are compared.
    compared: Option<(u16, u16)>,
    pricing: Option<Pricing>,
    /// Lines that were left, to come back to: those of a quotation once.
    left_lines: Vec<Pricing>,
    /// Lines on their way.
    sending: Kept<Pricing>,
    /// The request whose quotation was just begun: it is shown when it comes.
    begun_of: Option<RequestId>,
    recap: Option<Recap>,
}

impl OfficePane {
    /// Makes the list anew.
    fn relist(&mut self) {
        let frame = &mut self.frame;
        let wish = list::wish(&frame.ctx, frame.browse.filter.text(), frame.order);
        let (ctx, out) = (&frame.ctx, &mut frame.out);
        frame.browse.relist(wish, &mut self.listing, ctx, out);
        self.sync();
    }

    /// Follows what is new: the list, the selected one and its texts. Yields whether that shows.
    fn follow(&mut self, before: &Ctx) -> bool {
        let ctx = &self.frame.ctx;
        let same = ctx.sight.has_same_office(&before.sight)
            && Arc::ptr_eq(&ctx.texts, &before.texts)
            && ctx.me.roles == before.me.roles
            && ctx.me.zone == before.me.zone;
        let (outline, selected) = (self.frame.browse.outline(), self.frame.browse.selected());
        let news = self.frame.browse.catch_up(&self.listing, ctx);
        let anew = news == News::Anywhere || !Arc::ptr_eq(&ctx.texts, &before.texts);
        let its = match &news {
            News::Of(ids) => selected.is_some_and(|id| ids.contains(&id)),
            News::Anywhere => true,
        };
        let shows = match &news {
            News::Of(ids) => self.frame.browse.shows(ids),
            News::Anywhere => true,
        };
        if anew {
            self.relist();
        } else if !same || shows || outline != self.frame.browse.outline() {
            self.sync();
        }
        if (its || !same) && self.frame.browse.selected() == selected {
            self.load();
        }
        !same || shows || outline != self.frame.browse.outline()
    }

    /// Has the texts of the selected one loaded.
    fn load(&mut self) {
        if let Some(quotation) = self.frame.browse.selected() {
            let look = QuotationWhole::look(quotation);
            self.loading.ask(look, &mut self.frame.out);
        }
    }

    fn loaded(&mut self, quotation: QuotationId, whole: Result<QuotationWhole, Refusal>) {
        if self.frame.browse.selected() == Some(quotation) {
            self.whole = whole.ok();
            self.write();
            self.known();
        }
    }

    fn row(&self, id: QuotationId) -> Option<QuotationRow> {
        let ctx = self.ctx();
        ctx.sight.quotation_row(id, ctx.now)
    }

    fn selected(&self) -> Option<&QuotationRow> {
        self.row.as_ref()
    }

    /// Shows one, whether the list has it or not; false when there is none that one may see.
    fn show(&mut self, id: QuotationId) -> bool {
        let found = self.row(id).is_some();
        if found {
            self.hold(id);
        }
        found
    }

    /// Shows the quotation that was just begun, once it is there.
    fn show_begun(&mut self) {
        let Some(request) = self.begun_of else { return };
        let begun = self.ctx().sight.quotation_of(request);
        let begun = begun.and_then(|id| self.row(id));
        if let Some(row) = begun.filter(|row| row.at.is_some())
            && self.show(row.id)
        {
            self.begun_of = None;
        }
    }

    /// Whether a client's person looks.
    fn as_client(&self) -> bool {
        !self.ctx().me.roles.iter().any(|role| role.is_staff())
    }
}

framed!(OfficePane, bindings::SCOPE);

impl ListPane for OfficePane {
    type Rows = Roster<QuotationRow>;
    type Text = Written;

    const NAME: &'static str = "office";
    const AFAR: &'static [&'static str] = &bindings::AFAR;
    const USUAL: Option<&'static str> = Some("office-usual");

    fn begin(mut frame: Frame<Self>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Self {
        frame.browse.table = true;
        let mut pane = OfficePane {
            frame,
            line_keys: keymap_of(&pricing::SCOPE, keys, problems),
            listing: Wanted::default(),
            row: None,
            view: None,
            whole: None,
            loading: Wanted::default(),
            compared: None,
            pricing: None,
            left_lines: Vec::new(),
            sending: Kept::default(),
            begun_of: None,
            recap: None,
        };
        pane.relist();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let line = |id| self.row(id).map(|row| self.line(&row, look));
        self.frame.browse.lines(shown, line)
    }

    fn columns(&self) -> &'static [Column] {
        match self.as_client() {
            true => &list::CLIENT_COLUMNS,
            false => &list::COLUMNS,
        }
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn resorted(&mut self) {
        self.relist();
    }

    fn heading(&self) -> Heading {
        let row = self.selected();
        Heading {
            title: row.map(card::title).unwrap_or_default(),
            right: row.map(|row| row.id.to_string()).unwrap_or_default(),
            top: None,
            nothing: "empty-quotation",
        }
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        self.laid_out(width)
    }

    /// Leaves those that have every word in what their line shows.
    fn filtered(&mut self) {
        self.relist();
    }

    fn moved(&mut self, other: bool) {
        let (selected, ctx) = (self.frame.browse.selected(), &self.frame.ctx);
        self.row = selected.and_then(|id| ctx.sight.quotation_row(id, ctx.now));
        self.view = selected.and_then(|id| ctx.sight.quotation(id, ctx.now).ok());
        if other {
            self.compared = None;
            self.whole = None;
            self.load();
        }
        self.write();
    }

    fn renewed(&mut self, before: &Ctx) -> bool {
        let later = self.frame.ctx.now / MINUTE != before.now / MINUTE;
        let shows = self.follow(before);
        if later && !shows {
            self.sync();
        }
        self.show_begun();
        shows || later
    }

    fn waiting(waits: &Waits) -> Waiting {
        waits.quotations
    }

    fn other_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&pricing::SCOPE)]
    }

    fn looked(&mut self, looked: &mut Looked) {
        if self.frame.browse.listed(&mut self.listing, looked) {
            // The snapshot may have moved on while the list was made.
            let frame = &mut self.frame;
            match frame.browse.catch_up(&self.listing, &frame.ctx) {
                News::Of(_) => self.sync(),
                News::Anywhere => self.relist(),
            }
        }
        if let Some((quotation, whole)) = self.loading.take(looked) {
            self.loaded(quotation, whole);
        }
    }

    fn take(&mut self, answer: Event) -> Option<Event> {
        match answer {
            Event::Saved { path: Ok(path), .. } => {
                let words = self.with("quotation-saved", &[("path", path.into())]);
                self.frame.out.say(words);
            }
            Event::Saved {
                path: Err(words), ..
            } => self.frame.out.refuse(words),
            other => return Some(other),
        }
        None
    }

    fn answered(&mut self, token: u64, answer: &Answer) {
        if let Some(pricing) = self.sending.settle(token).filter(|_| answer.is_err()) {
            self.sending.wait(pricing);
        }
        if is_overtaken(answer) {
            self.load();
        }
    }

    fn has_step_back(&self) -> bool {
        self.compared.is_some()
    }

    fn step_back(&mut self) -> bool {
        let compared = self.compared.take().is_some();
        if compared {
            self.frame.browse.scroll.offset = 0;
            self.write();
        }
        compared
    }

    fn why_hidden(&self, id: &str) -> Option<Reason> {
        bindings::why_hidden(self, id)
    }

    fn send_text(&mut self) {
        self.send_written();
    }

    fn left_text(&mut self, _: &Writing<Written>) {
        let words = self.text("text-left");
        self.frame.out.say(words);
    }

    fn text_overtaken(&mut self) {
        self.write_again();
    }

    fn above(&mut self, input: &Input) -> Option<bool> {
        if self.pricing.is_some() {
            return Some(self.in_pricing(input));
        }
        self.recap.is_some().then(|| self.in_recap(input))
    }

    fn is_busy(&self) -> bool {
        self.pricing.is_some() || self.recap.is_some()
    }

    fn bring_back(&mut self) {
        self.pricing = self.sending.back();
    }

    fn choose_above(&mut self, scope: &str, id: &str) -> bool {
        scope == pricing::SCOPE.id && run(self, pricing::SCOPE.choose(id, self))
    }

    fn entries_here(&self) -> Vec<Vec<Entry>> {
        match (&self.recap, &self.pricing) {
            (Some(_), _) => Vec::new(),
            (None, Some(_)) => vec![pricing::SCOPE.entries(&self.line_keys, self)],
            (None, None) => self.frame.entries(self),
        }
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if self.is_busy() {
            paint::fill(buf, area, look.theme.screen);
        }
        if let Some(recap) = &self.recap {
            recap.view(area, buf, look);
        } else if let Some(pricing) = &self.pricing {
            self.view_pricing(pricing, area, buf, look);
        }
    }

    fn go(&mut self, to: Jump) -> bool {
        match to {
            Jump::Quotation(id) => self.show(id),
            Jump::Quote(request) => match self.ctx().sight.quotation_of(request) {
                Some(id) => self.show(id),
                None => {
                    self.ask_begin(request);
                    true
                }
            },
            _ => false,
        }
    }

    fn copies(&self) -> Vec<(String, String)> {
        let number = self
            .selected()
            .map(|row| (self.text("copy-number"), row.id.to_string()));
        number.into_iter().collect()
    }

    fn named(id: QuotationId) -> Option<Jump> {
        Some(Jump::Quotation(id))
    }
}
