//! An opportunity whole, what a facilitator will see of a notice, what a step costs, and the terms (BRD-6).

use super::facts::facts;
use super::mission::mission;
use super::proposals::proposals;
use super::turn::{clock_words, turn};
use super::whom::whom;
use crate::desk::views::{OpportunityPage, Preview, StepState};
use crate::domain::opportunity::Agreement;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::request::Group;
use crate::plain::words::{Page, Words};
use crate::ui::tell::Teller;

/// What a facilitator will see of a notice: its line, and what is read once it is opened.
pub(in crate::plain::board) fn preview<'a>(words: &'a Words, preview: &Preview) -> Page<'a> {
    let (row, teller) = (&preview.row, words.teller());
    let mut all = Page::new(teller);
    all.line(row.title.clone());
    all.field("opp-group", &teller.group(row.group));
    facts(&mut all, row);
    all.gap();
    all.indented(&preview.text);
    all
}

/// An opportunity whole, in words.
pub(in crate::plain::board) fn page<'a>(words: &'a Words, page: &OpportunityPage) -> Page<'a> {
    let (row, teller) = (&page.row, words.teller());
    let mut all = Page::new(teller);
    all.line(format!("{} {}", row.id, row.title));
    all.field("opp-turn", &turn(&page.turn, &teller));
    all.field("opp-group", &teller.group(row.group));
    let follows = match row.group {
        Group::Subcontracting => "follows-subcontracting",
        Group::ClientIntroduction => "follows-introduction",
    };
    all.field("opp-follows", &teller.texts.get(follows));
    facts(&mut all, row);
    eligible(&mut all, page);
    for step in &page.steps {
        all.line(step_words(step, &teller));
    }
    if let Some(clock) = page.clock {
        let words = clock_words(clock, &teller);
        all.field("opp-clock", &words);
    }
    client(&mut all, page);
    whom(&mut all, page);
    if let Some(text) = &page.text {
        all.gap();
        all.indented(text);
    }
    proposals(&mut all, page);
    if let Some((terms, agreed)) = &page.agreement {
        let title = if *agreed {
            "opp-agreed"
        } else {
            "opp-to-agree"
        };
        all.gap();
        all.text(title);
        agreement(&mut all, terms);
        if let Some(deal) = &page.deal {
            super::deal::deal(&mut all, deal);
        }
    }
    mission(&mut all, page);
    all
}

/// Adds whether they may apply, or what they lack.
fn eligible(all: &mut Page<'_>, page: &OpportunityPage) {
    let teller = all.teller;
    if let Some(may) = page.row.eligible {
        let words = if page.row.closed {
            teller.texts.get("opp-eligible-closed").into_owned()
        } else if may {
            teller.texts.get("opp-eligible-yes").into_owned()
        } else {
            teller.lacks(&page.lacks)
        };
        all.field("opp-eligible", &words);
    }
}

/// Adds who the client is, where they may know.
fn client(all: &mut Page<'_>, page: &OpportunityPage) {
    if let Some(client) = &page.client {
        let parts = [
            &client.organisation,
            &client.name,
            &client.email,
            &client.phone,
        ];
        let known: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        all.field("opp-client", &known.join(", "));
    }
}

fn step_words(step: &StepState, teller: &Teller<'_>) -> String {
    let name = teller.named("step", step.kind.key());
    let id = match (step.open, step.sold, step.price) {
        (true, ..) => "step-is-open",
        (false, false, _) => "step-is-over",
        (false, true, 0) => "step-is-free",
        (false, true, _) => "step-costs",
    };
    teller.texts.with(
        id,
        &[
            ("step", name.into()),
            ("price", step.price.into()),
            ("left", step.left.into()),
        ],
    )
}

/// What a step costs and opens, before it is taken.
pub(in crate::plain::board) fn step<'a>(
    words: &'a Words,
    page: &OpportunityPage,
    step: &StepState,
) -> Page<'a> {
    let teller = words.teller();
    let mut all = Page::new(teller);
    all.line(step_words(step, &teller));
    all.text(&format!("step-opens-{}", step.kind.key()));
    if let (CreditKind::Contact, Some(clock)) = (step.kind, page.clock) {
        all.line(clock_words(clock, &teller));
    }
    if !step.open {
        all.text("step-take");
    }
    all
}

/// Adds the terms, in words (BRD-6).
pub(in crate::plain::board) fn agreement(all: &mut Page<'_>, agreement: &Agreement) {
    let teller = all.teller;
    all.field("terms-price", &teller.money(agreement.price));
    let formula = agreement.formula.map(|f| teller.named("formula", f.key()));
    all.field("terms-formula", &formula.unwrap_or_default());
    match agreement.group {
        Group::Subcontracting => {
            let coordination = agreement.coordination.map(|m| teller.money(m));
            all.field("terms-coordination", &coordination.unwrap_or_default());
            let words = teller.texts.get("terms-no-fees");
            all.field("terms-fees", &words);
        }
        Group::ClientIntroduction => {
            let commission = teller.texts.with(
                "terms-commission-by",
                &[
                    ("amount", teller.money(agreement.commission).into()),
                    ("payer", teller.named("payer", agreement.payer.key()).into()),
                ],
            );
            all.field("terms-commission", &commission);
            if let Some(option) = agreement.option {
                let values = [("amount", teller.money(option).into())];
                let option = teller.texts.with("board-terms-option", &values);
                all.field("board-field-option", &option);
            }
            let percent = |permille: u32| teller.formats.percent(permille.into(), 1_000);
            let fees = teller.texts.with(
                "terms-fees-declared",
                &[
                    ("usage", percent(agreement.usage_permille).into()),
                    (
                        "contribution",
                        percent(agreement.contribution_permille).into(),
                    ),
                ],
            );
            all.field("terms-fees", &fees);
        }
    }
}
