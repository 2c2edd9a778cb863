//! The top of a page: whose turn, what it is, and what follows from its group (BRD-2, S0).

use super::Writer;
use crate::desk::views::{OpportunityPage, Whose};
use crate::domain::opportunity::Payer;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::phase::Phase;
use crate::domain::request::Group;
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    pub(super) fn head(&mut self, page: &OpportunityPage) {
        let (words, tone) = self.turn(page);
        let sign = if tone == Tone::Accent { "!" } else { "→" };
        self.item(sign, &words, tone);
        self.line(&page.row.title, Tone::Title);
        self.in_short(page);
    }

    /// For a facilitator, in one line: whether she may apply, and what is next and for how much. The page
    /// says it at length further down.
    fn in_short(&mut self, page: &OpportunityPage) {
        if page.row.eligible.is_none() || page.row.stage != Phase::Open {
            return;
        }
        if page.row.deadline <= self.ctx.now {
            return self.item("✗", &self.text("board-closed"), Tone::Soon);
        }
        if let Some(lack) = page.lacks.first() {
            let mut words = self.teller.lack(lack);
            if page.lacks.len() > 1 {
                words.push_str(&format!(" (+{})", page.lacks.len() - 1));
            }
            return self.item("✗", &words, Tone::Soon);
        }
        let may = self.text("board-may-apply");
        let next = page
            .steps
            .iter()
            .find(|step| !step.open && step.kind != CreditKind::Contact);
        let then = match (next, &page.mine) {
            (Some(step), _) => {
                let name = self.teller.named("step", step.kind.key());
                let state = match step.price {
                    0 => self.text("board-step-free"),
                    price => self.with(
                        "board-step-costs",
                        &[("price", price.into()), ("left", step.left.into())],
                    ),
                };
                format!("{name} · {state}{}", self.text("board-step-key"))
            }
            (None, Some(mine)) => self.teller.named("proposal", mine.progress.key()),
            (None, None) => self.text("board-next-propose"),
        };
        self.item("✓", &format!("{may} · {then}"), Tone::Accent);
    }

    /// What it is: its group and what follows from it, where, when, how large, what is paid.
    pub(super) fn facts(&mut self, page: &OpportunityPage) {
        if self.lines.len() > 4 {
            self.rule(self.text("board-rule-facts"));
        }
        self.group(page);
        self.place_and_time(page);
        self.money_facts(page);
    }

    /// What is said while somebody has to confirm terms: who was selected, or whom a mission is offered to.
    fn winners_turn(page: &OpportunityPage) -> &'static str {
        let mine = page.row.my_turn;
        let agrees = page.deal.as_ref().is_some_and(|deal| deal.may_agree);
        match (page.to_confirm, page.mission.is_some()) {
            (true, _) => "board-turn-you-confirm",
            (false, true) if mine => "board-turn-you-take",
            (false, true) => "board-turn-taker",
            // Both sides have to agree anew: the client is asked as well.
            (false, false) if mine && agrees => "board-turn-you-agree",
            (false, false) => "board-turn-winner",
        }
    }

    /// Whose turn it is, in words that say what to do.
    fn turn(&self, page: &OpportunityPage) -> (String, Tone) {
        let mine = page.row.my_turn;
        let tone = if mine { Tone::Accent } else { Tone::Text };
        let named = |id: &str, who: &str| {
            let somebody = self.text("board-somebody");
            let who = if who.is_empty() { &somebody } else { who };
            self.with(id, &[("who", who.into())])
        };
        let words = match &page.turn {
            Whose::Proposers(until) | Whose::House(until) => {
                let open = *until > self.ctx.now;
                let id = if open {
                    "board-turn-proposers"
                } else {
                    "board-turn-nobody-came"
                };
                self.with(
                    id,
                    &[
                        ("until", self.teller.when(*until).into()),
                        ("away", self.teller.relative(*until).into()),
                    ],
                )
            }
            Whose::Client(who, n) => {
                let somebody = self.text("board-the-client");
                let who = if who.is_empty() { &somebody } else { who };
                let id = if mine {
                    "board-turn-you-judge"
                } else {
                    "board-turn-client"
                };
                self.with(id, &[("who", who.as_str().into()), ("n", (*n).into())])
            }
            Whose::Chooser(_) if mine => self.text("board-turn-you-choose"),
            Whose::Chooser(who) => {
                let client = self.text("board-the-client");
                named(
                    "board-turn-chooser",
                    if who.is_empty() { &client } else { who },
                )
            }
            Whose::Agreer(_) if mine => self.text("board-turn-you-agree"),
            Whose::Agreer(who) => {
                let client = self.text("board-the-client");
                named(
                    "board-turn-agreer",
                    if who.is_empty() { &client } else { who },
                )
            }
            Whose::Selector(n) => self.with("board-turn-house-selects", &[("n", (*n).into())]),
            Whose::Winner(who) => named(Self::winners_turn(page), who),
            Whose::Replacer => self.text("board-turn-replacer"),
            Whose::Coordinator(_) if mine => self.text("board-turn-you-run"),
            Whose::Coordinator(who) => named("board-turn-coordinator", who),
            Whose::Nobody => match page.ended {
                Some((why, at)) => {
                    let why = self.teller.named("ending", why.key());
                    let at = self.teller.brief(at);
                    self.with(
                        "board-turn-ended",
                        &[("why", why.into()), ("at", at.into())],
                    )
                }
                None if page.row.stage == Phase::Delivered => self.text("board-turn-delivered"),
                None => self.text("board-turn-nobody"),
            },
        };
        (words, tone)
    }

    fn group(&mut self, page: &OpportunityPage) {
        let group = self.teller.group(page.row.group);
        self.field("field-group", &group, Tone::Text);
        let rates = page.rates;
        let follows = match page.row.group {
            Group::Subcontracting => self.with(
                "board-follows-sub",
                &[("coordination", self.teller.money(rates.coordination).into())],
            ),
            Group::ClientIntroduction => self.with(
                "board-follows-intro",
                &[
                    ("usage", self.permille(rates.usage_permille).into()),
                    (
                        "contribution",
                        self.permille(rates.contribution_permille).into(),
                    ),
                ],
            ),
        };
        for line in follows.lines() {
            self.item("  ·", line, Tone::Muted);
        }
        let selects = self.text(&format!("board-selects-{}", page.row.selects.key()));
        self.field("board-field-selects", &selects, Tone::Text);
    }

    fn place_and_time(&mut self, page: &OpportunityPage) {
        let row = &page.row;
        let country = row.country.as_ref().map(|c| c.code());
        let place = match (row.online, row.place.is_empty()) {
            (true, _) => self.text("wish-online"),
            (false, false) => row.place.clone(),
            (false, true) => String::new(),
        };
        let place = match (country, place.is_empty()) {
            (Some(country), true) => country.to_owned(),
            (Some(country), false) => format!("{place} ({country})"),
            (None, _) => place,
        };
        let starts = row.starts.map(|at| self.teller.when(at));
        let dates = Some(row.dates.clone()).filter(|words| !words.is_empty());
        let when: Vec<String> = starts.into_iter().chain(dates).collect();
        let kind = [
            self.teller.named("work", row.work.key()),
            self.teller.named("audience", row.audience.key()),
            self.teller.language(row.language),
        ];
        let sessions = self.with("board-sessions", &[("n", u32::from(row.sessions).into())]);
        let people = row
            .participants
            .map(|n| self.with("wish-participants", &[("n", n.into())]));
        let size: Vec<String> = people.into_iter().chain([sessions]).collect();
        self.field("board-field-what", &kind.join(" · "), Tone::Text);
        self.field_if("board-field-where", &place);
        self.field_if("board-field-when", &when.join(" · "));
        self.field("board-field-size", &size.join(" · "), Tone::Text);
        if let Some(belt) = row.level {
            let belt = self.teller.named("belt", belt.key());
            let words = self.with("board-level", &[("belt", belt.into())]);
            self.field("board-field-level", &words, Tone::Text);
        }
        self.field_if("board-field-skills", &self.teller.entry_names(&row.skills));
        self.deadline(page);
        if row.urgent {
            self.field("board-field-urgent", &self.text("board-urgent"), Tone::Soon);
        }
        if let Some(request) = row.request {
            let id = request.to_string().into();
            let words = match &page.posted_by {
                Some(by) => {
                    let by = by.as_str().into();
                    self.with("board-from-request", &[("request", id), ("by", by)])
                }
                None => self.with("board-your-request", &[("request", id)]),
            };
            let quotation = page.quotation.map(|q| format!(" · {q}"));
            let words = format!("{words}{}", quotation.unwrap_or_default());
            self.field("board-field-request", &words, Tone::Muted);
        }
    }

    fn deadline(&mut self, page: &OpportunityPage) {
        const DAY: i64 = 24 * 3_600_000;
        let row = &page.row;
        let left = row.deadline - self.ctx.now;
        let tone = match left {
            ..=0 if row.stage == Phase::Open => Tone::Late,
            1..=172_800_000 if row.stage == Phase::Open => Tone::Soon,
            _ => Tone::Text,
        };
        let id = if left > 0 {
            "board-deadline"
        } else {
            "board-deadline-over"
        };
        let words = self.with(
            id,
            &[
                ("at", self.teller.when(row.deadline).into()),
                ("away", self.teller.relative(row.deadline).into()),
            ],
        );
        self.field("field-deadline", &words, tone);
        if row.stale {
            let days = (self.ctx.now - row.posted_at) / DAY;
            let words = self.with("board-stale", &[("n", days.into())]);
            self.field("board-field-stale", &words, Tone::Soon);
        }
    }

    fn money_facts(&mut self, page: &OpportunityPage) {
        let row = &page.row;
        let amount = self.money(row.amount);
        match row.group {
            Group::Subcontracting => {
                let words = self.with("board-price-set", &[("amount", amount.into())]);
                self.field("board-field-price", &words, Tone::Text);
            }
            Group::ClientIntroduction => {
                if row.amount.is_some() {
                    self.field("form-budget", &amount, Tone::Text);
                }
                let words = match row.formula {
                    None => self.text("board-formula-none"),
                    Some(formula) => {
                        let words = self.text(&format!("board-formula-{}", formula.key()));
                        let by = match row.chosen {
                            true => "board-formula-chosen",
                            false => "board-formula-expected",
                        };
                        self.with(by, &[("formula", words.into())])
                    }
                };
                self.field("board-field-formula", &words, Tone::Text);
                let percent = self.permille(page.rates.commission_permille).into();
                let (id, why) = match page.payer {
                    Payer::Client => ("board-commission-client", String::new()),
                    Payer::Provider => ("board-commission-provider", page.payer_reason.clone()),
                };
                let words = self.with(id, &[("percent", percent), ("why", why.into())]);
                self.field("board-field-commission", &words, Tone::Text);
            }
        }
    }

    fn field_if(&mut self, label: &str, words: &str) {
        if !words.is_empty() {
            self.field(label, words, Tone::Text);
        }
    }
}
