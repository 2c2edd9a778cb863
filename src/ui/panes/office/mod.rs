//! The office (QUO): quotations, whose turn first. Staff see what they have a part in, a client's person her own
//! offers. What can be done is in `bindings`, lines are written in `pricing`, texts in `writing`.

mod actions;
mod bindings;
mod card;
mod following;
mod forms;
mod line;
mod list;
mod named;
mod overlay;
mod pricing;
mod recap;
mod steps;
mod writing;

use std::ops::Range;

use self::pricing::Pricing;
use self::recap::Recap;
use crate::desk::Answer;
use crate::desk::views::{Of, QuotationRow, QuotationView, QuotationWhole, Roster, Waiting, Waits};
use crate::domain::{QuotationId, RequestId};
use crate::ui::frame::ask::is_overtaken;
use crate::ui::frame::kept::Kept;
use crate::ui::frame::{Ctx, Looked, Wanted, keymap_of};
use crate::ui::frame::{Frame, Heading, ListPane, Listing, Sign, framed, take_list};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Keymap, Overrides};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::{Event, Jump};

/// The quotations of the house.
pub struct OfficePane {
    frame: Frame<OfficePane>,
    /// The keys where lines are written.
    line_keys: Keymap,
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
    /// Whether a client's person looks.
    fn as_client(&self) -> bool {
        !self.ctx().me.roles.iter().any(|role| role.is_staff())
    }
}

framed!(OfficePane, bindings);

impl ListPane for OfficePane {
    type Rows = Roster<QuotationRow>;

    const NAME: &'static str = "office";
    const AFAR: &'static [&'static str] = &bindings::AFAR;
    const USUAL: Option<&'static str> = Some("office-usual");

    fn begin(mut frame: Frame<Self>, keys: &Overrides, problems: &mut Vec<KeyProblem>) -> Self {
        frame.browse.table = true;
        OfficePane {
            frame,
            line_keys: keymap_of(&pricing::SCOPE, keys, problems),
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
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.around(look)
    }

    fn relist(&mut self) {
        self.frame.relist(list::text_of, list::key_of);
        self.sync();
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        self.frame.lines(shown, |row| self.line(row, look))
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

    fn heading(&self) -> Heading {
        let row = self.selected();
        let shown = row.map(|row| (card::title(row), row.id.to_string()));
        Heading::of(shown, "empty-quotation")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        self.laid_out(width)
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
        let later = self.frame.ctx.is_another_minute(before);
        let shows = self.follow(before);
        if later && !shows {
            self.sync();
        }
        self.show_begun();
        shows || later
    }

    fn resized(&mut self) {
        self.write_recap();
    }

    fn waiting(waits: &Waits) -> Waiting {
        waits.quotations
    }

    fn looked(&mut self, looked: &mut Looked) {
        take_list(self, looked);
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
        let row = self.selected().into_iter();
        row.map(|row| (self.text("copy-number"), row.id.to_string()))
            .collect()
    }

    fn named(id: QuotationId) -> Option<Jump> {
        Some(Jump::Quotation(id))
    }
}
