//! Quotations in words: where one stands, whose turn it is, a line of it, what changed.

use super::{Teller, local};
use crate::desk::views::{SeenStage, TurnOf};
use crate::domain::Millis;
use crate::domain::money::{Currency, Money};
use crate::domain::prices::{Difference, Line};
use crate::domain::quotation::{Brief, Round};

impl Teller<'_> {
    /// An instant as it can be typed again: `2026-06-03 18:00`.
    pub fn iso_minute(&self, at: Millis) -> String {
        local(self.zone, at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// Where a quotation stands, and in which round when that is the second.
    pub fn quotation_stage(&self, stage: SeenStage, round: Round) -> String {
        let stage = self.named("quotation-stage", stage.key());
        match round {
            Round::R1 => stage,
            Round::R2 => format!("{} {stage}", self.named("quotation-round", round.key())),
        }
    }

    /// The same as who looks reads it, whose `turn` it is: what was sent is for a client to decide.
    pub fn quotation_stands(&self, stage: SeenStage, round: Round, turn: &TurnOf) -> String {
        match (stage, turn) {
            (SeenStage::Sent, TurnOf::You) => {
                self.texts.get("quotation-stage-sent-client").into_owned()
            }
            _ => self.quotation_stage(stage, round),
        }
    }

    /// Whose turn it is; empty when it is nobody's.
    pub fn turn_of(&self, turn: &TurnOf) -> String {
        match turn {
            TurnOf::You => self.texts.get("turn-of-you").into_owned(),
            TurnOf::Person(name) => name.clone(),
            TurnOf::Role(role) => self.texts.get(&format!("role-{}", role.key())).into_owned(),
            TurnOf::Client => self.texts.get("turn-of-client").into_owned(),
            TurnOf::House => self.texts.get("turn-of-house").into_owned(),
            TurnOf::Nobody => String::new(),
        }
    }

    /// A line: `2 × €950.00/session −5%`.
    pub fn quotation_line(&self, line: &Line, currency: Currency) -> String {
        let price = self.money(Money {
            minor: line.price,
            currency,
        });
        let unit = self.named("unit", line.unit.key());
        let quantity = self.formats.number(i64::from(line.quantity));
        let discount = match line.discount {
            0 => String::new(),
            discount => format!(" −{}", self.formats.permille(discount)),
        };
        format!("{quantity} × {price}/{unit}{discount}")
    }

    /// What a line comes to, without VAT.
    pub fn quotation_net(&self, line: &Line, currency: Currency) -> String {
        self.money(Money {
            minor: line.net(),
            currency,
        })
    }

    /// Warns of characters that the client would see as a box.
    pub fn unshown_on_paper(&self, chars: &[char]) -> String {
        let codes = crate::document::codes_of(chars);
        let codes = [("codes", codes.into())];
        self.texts.with("paper-unshown-warning", &codes)
    }

    /// What became of a line, in words: added, removed, changed from what to what.
    pub fn difference(&self, difference: &Difference, currencies: [Currency; 2]) -> String {
        let [before, after] = currencies;
        let (id, line, currency) = match difference {
            Difference::Added(line) => ("difference-added", line, after),
            Difference::Removed(line) => ("difference-removed", line, before),
            Difference::Changed(lines) => {
                let (was, is) = &**lines;
                return self.texts.with(
                    "difference-changed",
                    &[
                        ("what", is.text.to_string().into()),
                        ("was", self.quotation_line(was, before).into()),
                        ("is", self.quotation_line(is, after).into()),
                    ],
                );
            }
        };
        self.texts.with(
            id,
            &[
                ("what", line.text.to_string().into()),
                ("line", self.quotation_line(line, currency).into()),
            ],
        )
    }

    /// What a brief says, field by field: the id of its label, and the words; nothing for what nobody said.
    pub fn brief_fields(&self, brief: &Brief, brand: &str) -> Vec<(&'static str, String)> {
        let place = match (brief.online, brief.place.is_empty()) {
            (Some(true), true) => self.texts.get("brief-online").into_owned(),
            (Some(true), false) => {
                format!("{} · {}", self.texts.get("brief-online"), brief.place)
            }
            _ => brief.place.to_string(),
        };
        let or_empty = |words: Option<String>| words.unwrap_or_default();
        let language = brief.language;
        let fields = vec![
            (
                "brief-work",
                or_empty(brief.work.map(|w| self.named("work", w.key()))),
            ),
            (
                "brief-audience",
                or_empty(brief.audience.map(|a| self.named("audience", a.key()))),
            ),
            (
                "brief-market",
                or_empty(brief.market.map(|c| c.code().to_owned())),
            ),
            ("brief-brand", brand.to_owned()),
            (
                "brief-language",
                if language == crate::domain::house::Language::UNKNOWN {
                    String::new()
                } else {
                    self.language(language)
                },
            ),
            (
                "brief-participants",
                or_empty(brief.participants.map(|n| n.to_string())),
            ),
            (
                "brief-sessions",
                or_empty(brief.sessions.map(|n| n.to_string())),
            ),
            ("brief-dates", brief.dates.to_string()),
            ("brief-place", place),
            (
                "brief-deadline",
                or_empty(brief.deadline.map(|at| self.when(at))),
            ),
        ];
        fields
    }
}
