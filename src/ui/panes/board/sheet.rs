//! A page of its own over the board: the terms to confirm, what facilitators will see of a posting, one's
//! credits, figures, proposals side by side. It says its own keys; `Esc` goes back.

mod keys;
mod lines;
mod opening;
mod terms;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::BoardPane;
use super::page::{self, Writer};
use crate::desk::views::{CreditPage, DealPage, FirmPage, Posting, Preview, Stats};
use crate::domain::OpportunityId;
use crate::domain::firm::FirmRight;
use crate::domain::ids::{PersonId, ProposalId};
use crate::domain::opportunity::command::Description;
use crate::domain::person::Role;
use crate::ui::frame::{ListPane, Overlay, Unsent, inside};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::list::Viewport;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose::{self, Line};
use crate::ui::message::Offered;

/// What a sheet is.
pub(super) enum Kind {
    /// The terms, as they are shown; whether who confirms agrees to pay the commission.
    Terms {
        of: OpportunityId,
        deal: Box<DealPage>,
        consent: bool,
        /// The token of the confirmation that was sent; a refusal shows the terms as they are now.
        sent: Option<u64>,
    },
    /// A message, as it would be sent.
    Message { title: String, text: String },
    /// What is posted once it was looked at.
    Preview(Box<(Preview, Posting, Description)>),
    /// Somebody's credits, once they came.
    Credits(PersonId, Option<CreditPage>),
    /// Figures of the house, or one's own, once they came.
    Stats { own: bool, stats: Option<Stats> },
    /// The firm one works in, and a code that was just made.
    Firm(Box<FirmPage>, Option<Offered>),
    /// Proposals in columns; the one that has the keys.
    Compare {
        of: OpportunityId,
        at: Option<ProposalId>,
    },
}

/// A page of its own.
pub(super) struct Sheet {
    pub(super) kind: Kind,
    lines: Vec<Line>,
    scroll: Viewport,
}

impl Sheet {
    pub(super) fn of(kind: Kind) -> Sheet {
        Sheet {
            kind,
            lines: Vec::new(),
            scroll: Viewport::default(),
        }
    }

    pub(super) fn preview(preview: Preview, posting: Posting, description: Description) -> Sheet {
        Sheet::of(Kind::Preview(Box::new((preview, posting, description))))
    }

    fn title(&self, pane: &BoardPane) -> String {
        match &self.kind {
            Kind::Terms { of, .. } => pane.about("board-terms-title", *of),
            Kind::Message { title, .. } => title.clone(),
            Kind::Preview(_) => pane.text("board-preview-title"),
            Kind::Credits(_, page) => {
                let name = page.as_ref().map(|page| page.name.clone());
                let name = name.unwrap_or_default();
                pane.with("board-credits-title", &[("who", name.into())])
            }
            Kind::Firm(..) => pane.text("act-firm"),
            Kind::Stats { own: true, .. } => pane.text("board-stats-own"),
            Kind::Stats { own: false, .. } => pane.text("board-stats-house"),
            Kind::Compare { of, .. } => pane.about("board-compare-title", *of),
        }
    }

    /// The words that say its keys.
    fn keys(&self, pane: &BoardPane) -> &'static str {
        match &self.kind {
            Kind::Terms { deal, .. } => terms::keys(deal),
            Kind::Message { .. } => "board-sheet-keys",
            Kind::Preview(_) => "board-preview-keys",
            Kind::Credits(..) => "board-sheet-keys",
            Kind::Firm(page, _) if page.is_nothing() => "board-firm-keys-first",
            Kind::Firm(page, _) => match (page.may(FirmRight::Manages), page.alone) {
                (true, true) => "board-firm-keys-alone",
                (true, false) => "board-firm-keys",
                (false, _) => "board-firm-keys-member",
            },
            Kind::Stats { .. } if pane.ctx().me.roles.contains(&Role::Facilitator) => {
                "board-stats-keys"
            }
            Kind::Stats { .. } => "board-sheet-keys",
            Kind::Compare { .. } => "board-compare-keys",
        }
    }

    pub(super) fn view(&self, pane: &BoardPane, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        crate::ui::kit::paint::fill(buf, area, look.theme.screen);
        let title = self.title(pane);
        let keys = look.texts.get(self.keys(pane));
        let inner = inside(area);
        let right = if self.lines.len() > usize::from(inner.height) {
            format!("{}/{}", self.scroll.offset + 1, self.lines.len())
        } else {
            String::new()
        };
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &keys,
            focused: true,
        };
        panel.view(area, buf, look);
        prose::view(&self.lines, self.scroll.offset, inner, buf, look.theme);
    }
}

impl BoardPane {
    /// Lays a sheet out and shows it.
    pub(super) fn show(&mut self, sheet: Sheet) {
        self.sheet = Some(sheet);
        self.write_sheet();
    }

    /// Lays the sheet out anew: its width, the language or what it shows is another.
    pub(super) fn write_sheet(&mut self) {
        let Some(mut sheet) = self.sheet.take() else {
            return;
        };
        let width = inside(self.frame.browse.area()).width;
        let mut writer = Writer::new(&self.frame.ctx, width);
        sheet.lines = match &sheet.kind {
            Kind::Terms { deal, consent, .. } => {
                self.terms_lines(&mut writer, deal, *consent);
                writer.lines
            }
            Kind::Message { text, .. } => {
                let how = self.text("board-introduction-how");
                writer.message(text, &how);
                writer.lines
            }
            Kind::Preview(shown) => {
                let (preview, ..) = &**shown;
                writer.in_the_list(&preview.row);
                writer
                    .lines
                    .extend(page::write(&preview.page, &self.frame.ctx, width));
                writer.lines
            }
            Kind::Credits(_, page) => {
                if let Some(page) = page {
                    writer.credits(page);
                }
                writer.lines
            }
            Kind::Firm(page, code) => {
                writer.firm(page, code.as_ref());
                writer.lines
            }
            Kind::Stats { stats, .. } => {
                if let Some(stats) = stats {
                    writer.stats(stats);
                }
                writer.lines
            }
            Kind::Compare { at, .. } => match self.page() {
                Some(page) => writer.compare(page, *at),
                None => Vec::new(),
            },
        };
        let rows = usize::from(inside(self.frame.browse.area()).height);
        let last = sheet.lines.len().saturating_sub(rows);
        sheet.scroll.offset = sheet.scroll.offset.min(last);
        self.sheet = Some(sheet);
    }

    pub(super) fn in_sheet(&mut self, input: &Input) -> bool {
        let place = Some(self.frame.browse.area());
        let rows = usize::from(inside(self.frame.browse.area()).height);
        let Some(sheet) = &mut self.sheet else {
            return false;
        };
        let Input::Key(chord) = input else {
            prose::scroll(input, place, rows, sheet.lines.len(), &mut sheet.scroll);
            return true;
        };
        if chord.key == Key::Esc {
            self.sheet = None;
            return true;
        }
        let taken = match &sheet.kind {
            Kind::Terms { .. } => self.in_terms(chord.key),
            Kind::Message { .. } => false,
            Kind::Preview(_) => self.in_preview(chord.key),
            Kind::Credits(person, _) => {
                let person = *person;
                self.in_credits(person, chord.key)
            }
            Kind::Firm(..) => self.in_firm(chord.key),
            Kind::Stats { own, .. } => {
                let (own, has_own) = (*own, self.ctx().me.roles.contains(&Role::Facilitator));
                if chord.key == Key::Tab && has_own {
                    self.count_stats(!own);
                }
                chord.key == Key::Tab
            }
            Kind::Compare { .. } => self.in_compare(chord.key),
        };
        if let Some(sheet) = self.sheet.as_mut().filter(|_| !taken) {
            prose::scroll(input, place, rows, sheet.lines.len(), &mut sheet.scroll);
        }
        true
    }
}

/// A sheet lies above the list.
impl Overlay for BoardPane {
    fn above(&mut self, input: &Input) -> Option<bool> {
        self.sheet.is_some().then(|| self.in_sheet(input))
    }

    fn is_typed_in(&self) -> bool {
        self.sheet.is_some()
    }

    fn unsent_above(&self) -> Option<Unsent> {
        let kind = self.sheet.as_ref().map(|sheet| &sheet.kind);
        let lost = matches!(kind, Some(Kind::Preview(_) | Kind::Firm(_, Some(_))));
        lost.then_some(Unsent::Lost)
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(sheet) = &self.sheet {
            sheet.view(self, area, buf, look);
        }
    }
}
