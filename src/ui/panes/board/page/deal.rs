//! The terms between both sides on a page: what is delivered in which tranches, what changed since one's own yes, and who
//! agreed to them (BRD-6).

use super::Writer;
use crate::desk::views::{DealPage, Yes};
use crate::domain::opportunity::{Formula, Side, Tranche};
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    /// What is delivered, and who agreed.
    pub(in super::super) fn deal(&mut self, deal: &DealPage) {
        self.tranches(deal);
        if deal.agreement.formula == Some(Formula::Basic) {
            let words = self.text("board-terms-basic");
            self.item("!", &words, Tone::Muted);
        }
        if !deal.both {
            return;
        }
        let version = self.with("board-terms-version", &[("n", deal.version.into())]);
        self.line(&version, Tone::Muted);
        for (side, yes) in [
            (Side::Client, &deal.client),
            (Side::Provider, &deal.provider),
        ] {
            self.yes(side, yes.as_ref());
        }
    }

    /// The tranches, those marked that changed since who looks said yes; what was left out since stands behind them.
    fn tranches(&mut self, deal: &DealPage) {
        let label = self.text("board-field-tranches");
        self.line(&label, Tone::Muted);
        let read = deal.own().map(|yes| yes.tranches.as_slice());
        let is_new = |one: &Tranche| read.is_some_and(|read| !read.contains(one));
        if deal.tranches.is_empty() {
            let sign = if read.is_some_and(|read| !read.is_empty()) {
                "+"
            } else {
                "•"
            };
            let words = self.text("board-tranche-whole");
            self.item(sign, &words, Tone::Text);
        }
        for one in &deal.tranches {
            let (sign, tone) = match is_new(one) {
                true => ("+", Tone::Accent),
                false => ("•", Tone::Text),
            };
            let words = self.teller.tranche(one);
            self.item(sign, &words, tone);
        }
        let gone = read.unwrap_or_default().iter();
        for one in gone.filter(|one| !deal.tranches.contains(one)) {
            let words = self.teller.tranche(one);
            self.item("−", &words, Tone::Muted);
        }
    }

    /// Whether a side agreed, and to what.
    fn yes(&mut self, side: Side, yes: Option<&Yes>) {
        let name = self.named("side", side.key());
        let Some(yes) = yes else {
            let words = self.with("board-terms-no", &[("side", name.into())]);
            return self.item("·", &words, Tone::Muted);
        };
        let at = self.teller.brief(yes.at);
        let by = match yes.word_of.is_empty() {
            true => yes.by.clone(),
            false => {
                let of = yes.word_of.as_str().into();
                format!("{} {}", yes.by, self.with("board-word-of", &[("who", of)]))
            }
        };
        let id = match yes.stands {
            true => "board-terms-yes",
            false => "board-terms-earlier",
        };
        let words = self.with(id, &[("side", name.into()), ("at", at.into())]);
        let words = match by.trim() {
            "" => words,
            by => format!("{words} · {by}"),
        };
        let (sign, tone) = match yes.stands {
            true => ("✓", Tone::Accent),
            false => ("·", Tone::Soon),
        };
        self.item(sign, &words, tone);
    }
}
