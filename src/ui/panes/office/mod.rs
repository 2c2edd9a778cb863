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

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::pricing::Pricing;
use self::recap::Recap;
use self::writing::Written;
use crate::desk::Answer;
use crate::desk::views::{Of, QuotationRow, QuotationView, QuotationWhole, Waiting, Waits};
use crate::domain::{Millis, QuotationId, Refusal, RequestId};
use crate::ui::frame::ask::is_overtaken;
use crate::ui::frame::kept::Kept;
use crate::ui::frame::{Ctx, Looked, Wanted, entries_of, keymap_of};
use crate::ui::frame::{
    Frame, Heading, Keyed, ListPane, Listing, Sifted, Sign, Writing, framed, run,
};
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
    /// How many are not at their end.
    live: usize,
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

impl Keyed for QuotationRow {
    type Id = QuotationId;

    fn key(&self) -> QuotationId {
        self.id
    }
}

impl OfficePane {
    /// Takes what the session sees now.
    fn look_again(&mut self) {
        let ctx = &self.frame.ctx;
        let mut rows = ctx.sight.quotations(ctx.now).unwrap_or_default();
        let order = self.frame.order;
        order.arrange(&mut rows, |row, by| OfficePane::key_of(ctx, row, by));
        self.live = rows.iter().filter(|row| row.live).count();
        self.frame.browse.put(rows);
        let before = self.frame.browse.selected();
        self.filtered();
        if self.frame.browse.selected() == before {
            self.load();
        }
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

    fn row(&self, id: QuotationId) -> Option<&QuotationRow> {
        self.frame.browse.get(&id)
    }

    fn selected(&self) -> Option<&QuotationRow> {
        self.frame.browse.selected_row()
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
        let of_it = |row: &&QuotationRow| row.request == request && row.at.is_some();
        let mut all = self.frame.browse.all().iter();
        if let Some(id) = all.find(of_it).map(|row| row.id)
            && self.show(id)
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
    type Rows = Sifted<QuotationRow>;
    type Text = Written;

    const NAME: &'static str = "office";
    const USUAL: Option<&'static str> = Some("office-usual");

    fn begin(mut frame: Frame<Self>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Self {
        frame.browse.table = true;
        let mut pane = OfficePane {
            frame,
            line_keys: keymap_of(&pricing::SCOPE, keys, problems),
            live: 0,
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
        pane.look_again();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let rows = self.frame.browse.shown(shown);
        rows.map(|row| self.line(row, look)).collect()
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
        self.look_again();
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
        let ctx = &self.frame.ctx;
        self.frame.browse.sift(|row| {
            let stage = ctx.teller().quotation_stage(row.stage, row.round);
            let tags = row.tags.join(" ");
            format!(
                "{} {} {} {} {} {stage} {tags}",
                row.id, row.request, row.organisation, row.subject, row.officer,
            )
        });
        self.sync();
    }

    fn moved(&mut self, other: bool) {
        let (selected, ctx) = (self.frame.browse.selected(), &self.frame.ctx);
        self.view = selected.and_then(|id| ctx.sight.quotation(id, ctx.now).ok());
        if other {
            self.compared = None;
            self.whole = None;
            self.load();
        }
        self.write();
    }

    fn renewed(&mut self, before: &Ctx) -> bool {
        let (old, ctx) = (&before.sight, &self.frame.ctx);
        let same = old.quotations_revision() == ctx.sight.quotations_revision()
            && old.has_same_surroundings(&ctx.sight)
            && ctx.texts.lang() == before.texts.lang();
        let later = ctx.now / MINUTE != before.now / MINUTE;
        if !same || later {
            self.look_again();
            self.show_begun();
        }
        !same || later
    }

    fn waiting(waits: &Waits) -> Waiting {
        waits.quotations
    }

    fn other_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&pricing::SCOPE)]
    }

    fn looked(&mut self, looked: &mut Looked) {
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
