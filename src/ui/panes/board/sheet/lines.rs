//! What only a page of its own shows, line by line: a posting in the list to come, credits and what made them.

use crate::desk::views::{BoardRow, CreditPage};
use crate::domain::opportunity::credit::CreditKind;
use crate::text::fit;
use crate::ui::kit::prose::Tone;
use crate::ui::panes::board::page::Writer;

impl Writer<'_> {
    /// What the board's list will say.
    pub(super) fn in_the_list(&mut self, row: &BoardRow) {
        let heading = self.text("board-preview-list");
        self.line(&heading, Tone::Muted);
        let parts = [
            self.group_name(row),
            row.id.to_string(),
            row.title.clone(),
            self.place(row),
            row.participants.map(|n| n.to_string()).unwrap_or_default(),
        ];
        let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.item("▌", &there.join("  "), Tone::Accent);
        let heading = self.text("board-preview-page");
        self.blank();
        self.line(&heading, Tone::Muted);
    }

    /// What is left of each kind, and every entry that makes it (BRD-4).
    pub(super) fn credits(&mut self, page: &CreditPage) {
        if !page.on {
            let off = self.text("credits-off");
            self.line(&off, Tone::Accent);
        }
        for ((kind, left), price) in CreditKind::ALL.iter().zip(page.left).zip(page.prices) {
            let step = self.step_name(*kind);
            let words = self.with(
                "credits-left",
                &[
                    ("step", step.into()),
                    ("left", left.into()),
                    ("price", price.into()),
                ],
            );
            self.item("•", &words, Tone::Text);
        }
        let heading = self.text("board-rule-ledger");
        self.rule(heading);
        if page.lines.is_empty() {
            let words = self.text("board-ledger-empty");
            self.line(&words, Tone::Muted);
        }
        let dates: Vec<String> = page.lines.iter().map(|line| self.brief(line.at)).collect();
        let wide = dates.iter().map(|date| fit::width(date)).max().unwrap_or(0);
        for (line, date) in page.lines.iter().zip(&dates) {
            let what = self.text(&format!("credit-{}", line.what));
            let step = self.step_name(line.kind);
            let parts = [what, step, line.of.clone(), line.words.clone()];
            let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let by = format!("{:+}", line.by);
            let sign = format!("{}  {by:>4}", fit::pad_right(date, wide));
            self.item(&sign, &there.join(" · "), Tone::Text);
        }
        if page.earlier > 0 {
            let words = self.with("timeline-earlier", &[("n", page.earlier.into())]);
            self.line(&words, Tone::Muted);
        }
    }
}
