//! Proposals on a page: one's own with its verdict and advice, the others' in figures, all of them for the
//! client and the house, and the terms (BRD-5, BRD-6).

use super::Writer;
use crate::desk::views::{OpportunityPage, ProposalRow, Said};
use crate::domain::Refusal;
use crate::domain::opportunity::phase::Progress;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{Agreement, Formula, Payer};
use crate::domain::request::Group;
use crate::domain::trade::Belt;
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    pub(super) fn mine(&mut self, page: &OpportunityPage) {
        let Some(mine) = &page.mine else { return };
        self.rule(self.text("board-rule-mine"));
        let state = self.teller.named("proposal", mine.progress.key());
        let since = mine.submitted_at.map(|at| self.teller.brief(at));
        let state = match since {
            Some(since) => format!("{state} · {since}"),
            None => state,
        };
        self.field("board-field-state", &state, Tone::Accent);
        if mine.promising {
            self.item("★", &self.text("board-promising-you"), Tone::Accent);
        }
        self.said(&mine.says);
        let words = self.teller.because(mine.because, &mine.words);
        if !words.is_empty() {
            self.field(said_with(mine.progress), &words, Tone::Text);
        }
        if mine.editable {
            let id = match mine.progress {
                Progress::Draft => "board-mine-draft",
                Progress::Withdrawn => "board-mine-withdrawn",
                Progress::Submitted
                | Progress::Interesting
                | Progress::NotInteresting
                | Progress::Selected
                | Progress::Confirmed
                | Progress::Lost => "board-mine-editable",
            };
            self.line(&self.text(id), Tone::Muted);
        }
        if let Some(draft) = &mine.draft {
            self.rule(self.text("board-rule-draft"));
            self.said(draft);
            self.line(&self.text("board-mine-beside"), Tone::Muted);
        }
    }

    /// What a proposal says, or the draft beside it.
    fn said(&mut self, said: &Said) {
        self.field("board-field-price", &self.money(said.price), Tone::Text);
        if !said.available.is_empty() {
            self.field("board-field-available", &said.available, Tone::Text);
        }
        self.quoted(&said.text, Tone::Text);
        self.files(&said.files);
    }

    pub(super) fn others(&mut self, page: &OpportunityPage) {
        let Some(others) = &page.others else { return };
        self.rule(self.text("board-rule-others"));
        let count = self.with("board-others", &[("n", others.count.into())]);
        let prices = others.prices.map(|(from, to)| {
            let (from, to) = (self.teller.money(from), self.teller.money(to));
            self.with(
                "board-others-prices",
                &[("from", from.into()), ("to", to.into())],
            )
        });
        self.line(
            &format!("{count}{}", prices.unwrap_or_default()),
            Tone::Text,
        );
        for offer in &others.whole {
            let (price, available) = (self.money(offer.price), offer.available.as_str());
            let line = [offer.name.as_str(), &price, available];
            let line: Vec<&str> = line.into_iter().filter(|part| !part.is_empty()).collect();
            self.item("•", &line.join(" · "), Tone::Text);
            self.quoted(&offer.text, Tone::Muted);
            self.files(&offer.files);
        }
    }

    pub(super) fn proposals(&mut self, page: &OpportunityPage) {
        // Only the client and the house have the request.
        if page.row.request.is_none() {
            return;
        }
        let there = page.row.proposals.unwrap_or(0);
        let why = match page.both_sides {
            true => Some(BoardRefusal::BothSides(page.row.id)),
            // There are some, and they are not the client's to see.
            false if page.proposals.is_empty() && there > 0 => {
                Some(BoardRefusal::HouseSelects(page.row.id))
            }
            false => None,
        };
        if let Some(why) = why {
            let n = there.into();
            self.rule(self.with("board-rule-proposals", &[("n", n)]));
            self.line(&self.teller.refusal(&Refusal::Board(why)), Tone::Muted);
            return;
        }
        let heading = match page.proposals.len() {
            0 => self.text("board-rule-no-proposals"),
            n => self.with("board-rule-proposals", &[("n", n.into())]),
        };
        self.rule(heading);
        if page.proposals.is_empty() {
            self.line(&self.text("board-no-proposals"), Tone::Muted);
        }
        for (n, row) in page.proposals.iter().enumerate() {
            if n > 0 {
                self.blank();
            }
            self.proposal(row);
        }
        if page.on_word && page.may_qualify && !page.proposals.is_empty() {
            let who = page.client.as_ref().map(|client| client.name.clone());
            let words = self.with("board-on-word", &[("who", who.unwrap_or_default().into())]);
            self.line(&words, Tone::Muted);
        }
    }

    fn proposal(&mut self, row: &ProposalRow) {
        let (sign, tone) = match row.progress {
            Progress::Selected | Progress::Confirmed => ("✓", Tone::Accent),
            Progress::Interesting => ("+", Tone::Text),
            Progress::NotInteresting => ("−", Tone::Muted),
            Progress::Lost | Progress::Withdrawn => ("×", Tone::Muted),
            Progress::Draft | Progress::Submitted => ("•", Tone::Text),
        };
        let state = self.teller.named("proposal", row.progress.key());
        let head = format!("{} · {} · {state}", row.name, self.money(row.price));
        self.item(sign, &head, tone);
        let about = self.about(row);
        self.item(" ", &about, Tone::Muted);
        if row.posting_changed {
            self.item("!", &self.text("board-posting-changed"), Tone::Muted);
        }
        if row.promising {
            self.item("★", &self.text("board-promising"), Tone::Muted);
        }
        for lack in &row.lacks {
            let why = self.teller.lack(lack);
            let words = self.with("board-cannot-select", &[("why", why.into())]);
            self.item("✗", &words, Tone::Soon);
        }
        self.quoted(&row.text, tone);
        self.files(&row.files);
        let words = self.teller.because(row.because, &row.words);
        if !words.is_empty() {
            self.field(said_with(row.progress), &words, Tone::Muted);
        }
    }

    /// Where they live, their level, their languages, when they are free.
    pub(in super::super) fn about(&self, row: &ProposalRow) -> String {
        let belt = row.belt.map_or("no".into(), Belt::key);
        let belt = self.teller.named("belt", belt);
        let spoken: Vec<&str> = row.languages.iter().map(|l| l.code()).collect();
        let level = self.with("board-belt", &[("belt", belt.into())]);
        let parts = [
            row.country.map(|c| c.code().to_owned()).unwrap_or_default(),
            level,
            spoken.join(", "),
            self.teller.entry_names(&row.skills),
            row.available.clone(),
        ];
        let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        there.join(" · ")
    }

    pub(super) fn agreement(&mut self, page: &OpportunityPage) {
        let Some((agreement, agreed)) = &page.agreement else {
            return;
        };
        let id = if *agreed {
            "board-rule-agreed"
        } else {
            "board-rule-terms"
        };
        self.rule(self.text(id));
        self.terms(agreement, &page.payer_reason);
        if let Some(deal) = &page.deal {
            self.deal(deal);
        }
    }

    /// The terms, one a line, each with what it means.
    pub(in super::super) fn terms(&mut self, agreement: &Agreement, payer_reason: &str) {
        let price = self.teller.money(agreement.price);
        self.field(
            "field-group",
            &self.teller.group(agreement.group),
            Tone::Text,
        );
        self.field("board-field-price", &price, Tone::Title);
        if let Some(coordination) = agreement.coordination {
            let amount = self.teller.money(coordination);
            let words = self.with("board-coordination", &[("amount", amount.into())]);
            self.field("board-field-coordination", &words, Tone::Text);
        }
        if agreement.group == Group::ClientIntroduction {
            let key = agreement.formula.map_or("none", Formula::key);
            let words = self.text(&format!("board-formula-{key}"));
            self.field("board-field-formula", &words, Tone::Text);
        }
        match agreement.group {
            Group::Subcontracting => {
                self.field(
                    "board-field-fees",
                    &self.text("board-fees-none"),
                    Tone::Text,
                );
            }
            Group::ClientIntroduction => {
                let amount = self.teller.money(agreement.commission);
                let (id, why) = match agreement.payer {
                    Payer::Client => ("board-terms-commission-client", ""),
                    Payer::Provider => ("board-terms-commission-provider", payer_reason),
                };
                let words = self.with(id, &[("amount", amount.into()), ("why", why.into())]);
                self.field("board-field-commission", &words, Tone::Text);
                if let Some(option) = agreement.option.filter(|option| option.minor > 0) {
                    let amount = self.teller.money(option).into();
                    let words = self.with("board-terms-option", &[("amount", amount)]);
                    self.field("board-field-option", &words, Tone::Text);
                }
                let words = self.with(
                    "board-fees",
                    &[
                        ("usage", self.permille(agreement.usage_permille).into()),
                        (
                            "contribution",
                            self.permille(agreement.contribution_permille).into(),
                        ),
                    ],
                );
                self.field("board-field-fees", &words, Tone::Text);
            }
        }
    }
}

/// What the words are that were said with it: advice for next time, or a reason.
fn said_with(progress: Progress) -> &'static str {
    match progress {
        Progress::Lost => "board-field-advice",
        Progress::Draft
        | Progress::Submitted
        | Progress::Interesting
        | Progress::NotInteresting
        | Progress::Selected
        | Progress::Confirmed
        | Progress::Withdrawn => "board-field-reason",
    }
}
