//! How the lines of a quotation look while they are written, with what they come to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Pricing;
use crate::domain::prices::totals;
use crate::ui::frame::{ListPane, inside};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose::{self, Tone};
use crate::ui::panes::office::OfficePane;
use crate::ui::panes::office::card::figure;

impl OfficePane {
    pub(in crate::ui::panes::office) fn view_pricing(
        &self,
        pricing: &Pricing,
        area: Rect,
        buf: &mut Buffer,
        look: &Look<'_>,
    ) {
        let title = look.texts.with(
            "pricing-title",
            &[("quotation", pricing.id.to_string().into())],
        );
        let panel = Panel {
            title: &title,
            right: &pricing.lines.len().to_string(),
            bottom: "",
            focused: true,
        };
        panel.view(area, buf, look);
        let inner = inside(area);
        let (lines, at) = self.pricing_lines(pricing, usize::from(inner.width));
        // The line that has the keys is always on the screen.
        let height = usize::from(inner.height);
        let first = (at + 3).saturating_sub(height);
        prose::view(&lines, first, inner, buf, look.theme);
    }

    fn pricing_lines(&self, pricing: &Pricing, width: usize) -> (Vec<prose::Line>, usize) {
        let teller = self.ctx().teller();
        let mut lines: Vec<prose::Line> = Vec::new();
        let mut at = 0;
        if pricing.lines.is_empty() {
            let hint = match &pricing.products {
                Some(_) => "empty-lines",
                None => "empty-lines-free",
            };
            lines.extend(prose::words(&self.text(hint), width, Tone::Muted));
        }
        for (n, line) in pricing.lines.iter().enumerate() {
            let (sign, tone) = if n == pricing.at {
                at = lines.len();
                ("▌", Tone::Accent)
            } else {
                (" ", Tone::Text)
            };
            let net = teller.quotation_net(line, pricing.currency);
            let words = format!("{sign} {}", line.text);
            lines.extend(figure(&words, &net, width, tone));
            let vat = self.ctx().formats.permille(line.vat);
            let detail = teller.quotation_line(line, pricing.currency);
            let vat_word = self.text("doc-vat");
            let detail = format!("{sign}   {detail} · {vat_word} {vat}");
            lines.extend(prose::words(&detail, width, Tone::Muted));
        }
        lines.push(Vec::new());
        let sum = totals(pricing.currency, &pricing.lines);
        let net = teller.money(sum.net());
        lines.extend(figure(&self.text("doc-total-net"), &net, width, Tone::Text));
        let gross = teller.money(sum.gross());
        lines.extend(figure(&self.text("doc-total"), &gross, width, Tone::Title));
        lines.push(Vec::new());
        let note = match (pricing.note.is_empty(), pricing.products.is_none()) {
            (true, true) => (self.text("refusal-price-note-missing"), Tone::Soon),
            (true, false) => (self.text("price-no-note"), Tone::Faint),
            (false, _) => (pricing.note.clone(), Tone::Text),
        };
        let label = self.text("quotation-note");
        lines.extend(prose::field(&label, &note.0, width, note.1));
        let until = match pricing.valid_until {
            Some(until) => teller.when(until),
            None => self.text("price-usual-validity"),
        };
        let label = self.text("quotation-valid");
        lines.extend(prose::field(&label, &until, width, Tone::Text));
        (lines, at)
    }
}
