//! The page of an account (ESC-1 to ESC-6): what may be worked on stands first and alone. Amounts share one right edge. Lays out;
//! changes nothing.

use std::ops::Range;

use super::EscrowPane;
use super::parts::{TABLE, described, tranche_line};
use super::stops::Stop;
use crate::desk::views::{AccountPage, DisputePage, Uttered};
use crate::domain::escrow::Split;
use crate::domain::money::Money;
use crate::domain::opportunity::{Formula, Payer, Side};
use crate::text::fit;
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::kit::texts::Arg;

/// A page laid out: its lines, and which of them belong to each thing one can be on.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) lines: Vec<Line>,
    pub(super) stops: Vec<Range<usize>>,
}

impl EscrowPane {
    /// Lays the page of the selected account out for so many columns.
    pub(super) fn laid(&self, width: usize) -> Laid {
        let Some(page) = self.page() else {
            return Laid::default();
        };
        let mut card = Card::new(self.ctx(), width);
        let here = self.stop();
        let mut stops = Vec::new();
        match (page.row.former, page.row.formula) {
            (true, _) => former(&mut card, page),
            (false, Formula::Basic) => basic(&mut card, page),
            (false, Formula::R0) => {
                covered(&mut card, page);
                tranches(&mut card, page, here, &mut stops);
            }
        }
        if !page.row.former {
            duties(&mut card, page);
        }
        if let Some(dispute) = &page.dispute {
            disputed(&mut card, page, dispute);
        }
        charges(&mut card, page);
        movements(&mut card, page, here, &mut stops);
        Laid {
            lines: card.lines,
            stops,
        }
    }
}

fn former(card: &mut Card<'_>, page: &AccountPage) {
    let teller = card.ctx.teller();
    let released = teller.money(page.released).into();
    let args = [
        ("firm", page.row.provider.as_str().into()),
        ("amount", released),
    ];
    card.words(&card.with("account-former", &args), Tone::Title);
    card.words(&card.text("account-former-hint"), Tone::Muted);
    payable(card, page);
}

/// Formula Basic: the parties settle the rest, and we answer for none of it (ESC-1).
fn basic(card: &mut Card<'_>, page: &AccountPage) {
    let first = match page.settled_between {
        true => "account-basic-paid",
        false => "account-basic-owed",
    };
    card.words(&card.text(first), Tone::Title);
    card.lines.push(Vec::new());
    for id in [
        "account-basic-rest",
        "account-basic-unpaid",
        "account-basic-more",
    ] {
        card.words(&card.text(id), Tone::Text);
    }
}

/// The first line is what may be worked on, for every reader, in bold (ESC-3).
fn covered(card: &mut Card<'_>, page: &AccountPage) {
    let teller = card.ctx.teller();
    let row = &page.row;
    let args: [(&str, Arg); 3] = [
        ("who", row.provider.as_str().into()),
        ("covered", teller.money(row.covered).into()),
        ("left", teller.money(row.left).into()),
    ];
    let id = match page.own_side {
        Some(Side::Provider) => "account-may-work-you",
        _ => "account-may-work",
    };
    card.words(&card.with(id, &args), Tone::Title);
    bar(card, page);
    let missing = Money {
        minor: (row.left.minor - row.covered.minor).max(0),
        ..row.left
    };
    let held = Money {
        minor: row.held.minor,
        ..row.held
    };
    let parts = [
        ("▓", "account-bar-released", page.released),
        ("█", "account-bar-held", held),
        ("░", "account-bar-missing", missing),
    ];
    let parts = parts.map(|(sign, id, amount)| {
        let amount = teller.money(amount).into();
        format!("{sign} {}", card.with(id, &[("amount", amount)]))
    });
    card.words(&parts.join("  "), Tone::Muted);
    if page.free.minor > 0 {
        let free = teller.money(page.free).into();
        card.words(&card.with("account-free", &[("amount", free)]), Tone::Soon);
    }
    payable(card, page);
    if row.frozen {
        card.words(&card.text("account-frozen"), Tone::Late);
    }
    if page.closed.is_some() {
        card.words(&card.text("account-closed"), Tone::Muted);
    }
    if let Some(credit) = page.credit.filter(|credit| credit.minor > 0) {
        let credit = teller.money(credit).into();
        card.words(
            &card.with("account-credit", &[("amount", credit)]),
            Tone::Muted,
        );
    }
}

fn payable(card: &mut Card<'_>, page: &AccountPage) {
    if page.payable.minor > 0 {
        let amount = card.ctx.teller().money(page.payable).into();
        let args = [
            ("who", page.row.provider.as_str().into()),
            ("amount", amount),
        ];
        card.words(&card.with("account-payable", &args), Tone::Muted);
    }
}

/// A bar of three fills that differ without colour: released, held, not funded.
fn bar(card: &mut Card<'_>, page: &AccountPage) {
    let width = card.width.saturating_sub(2).max(10);
    let row = &page.row;
    let all = page
        .released
        .minor
        .saturating_add(row.held.minor.max(row.left.minor));
    let of = |minor: i64| {
        let share = i128::from(minor.max(0)) * i128::try_from(width).unwrap_or(0);
        usize::try_from(share / i128::from(all.max(1))).unwrap_or(0)
    };
    let released = of(page.released.minor).min(width);
    let held = of(row.held.minor).min(width - released);
    let rest = width - released - held;
    card.lines.push(vec![
        ("▓".repeat(released), Tone::Muted),
        ("█".repeat(held), Tone::Accent),
        ("░".repeat(rest), Tone::Faint),
    ]);
}

fn tranches(
    card: &mut Card<'_>,
    page: &AccountPage,
    here: Option<Stop>,
    stops: &mut Vec<Range<usize>>,
) {
    card.lines.push(Vec::new());
    let names = TABLE.map(|id| card.text(id));
    card.lines.push(super::parts::header(&names, card.width));
    for one in &page.tranches {
        let is_here = here == Some(Stop::Tranche(one.number));
        let begins = card.lines.len();
        let line = tranche_line(card.ctx, one, card.width, is_here);
        card.lines.push(line);
        stops.push(begins..card.lines.len());
    }
    let shown = match here {
        Some(Stop::Tranche(number)) => page.tranche(number),
        _ => {
            let duty = page.duties.iter().find(|duty| duty.number.is_some());
            duty.and_then(|duty| page.tranche(duty.number?))
        }
    };
    if let Some(one) = shown {
        described(card, page, one);
    }
}

/// Whose turn it is, with what to do and until when.
fn duties(card: &mut Card<'_>, page: &AccountPage) {
    if page.duties.is_empty() {
        return;
    }
    card.part(card.text("account-turns"));
    for duty in &page.duties {
        let teller = card.ctx.teller();
        let (who, words) = (teller.turn_side(duty), teller.duty(duty));
        let who = crate::ui::kit::prose::capitalised(&who);
        let tone = if duty.you { Tone::Accent } else { Tone::Text };
        let room = card.width.saturating_sub(WHO).max(10);
        for (n, line) in fit::wrap(&words, room).into_iter().enumerate() {
            let who = if n == 0 { who.as_str() } else { "" };
            let who = fit::pad_right(&fit::clip(who, WHO - 1), WHO);
            card.lines
                .push(vec![(who, Tone::Muted), (line.to_owned(), tone)]);
        }
    }
}

/// Columns of who stands before a line.
const WHO: usize = 12;

fn disputed(card: &mut Card<'_>, page: &AccountPage, dispute: &DisputePage) {
    let teller = card.ctx.teller();
    let number: Arg = u32::from(dispute.number).into();
    card.part(card.with("account-dispute", &[("n", number)]));
    let args = [
        ("held", teller.money(dispute.held).into()),
        ("at", teller.full(dispute.at).into()),
    ];
    match dispute.outcome {
        None => card.words(&card.with("account-dispute-held", &args), Tone::Late),
        Some(_) => card.words(&card.with("account-dispute-was-held", &args), Tone::Muted),
    }
    if let Some(n) = dispute.about {
        let args = [("n", u32::from(n).into())];
        card.words(&card.with("account-dispute-about", &args), Tone::Muted);
    }
    if let Some(one) = &dispute.settlement {
        let args = [
            ("who", one.by.as_str().into()),
            ("until", teller.full(one.until).into()),
        ];
        card.words(&card.with("account-settlement", &args), Tone::Title);
        split_lines(card, page, dispute, one.split);
        card.words(&one.words, Tone::Text);
        let answers = [
            (&one.client, dispute.client.as_str(), "client"),
            (&one.provider, dispute.provider.as_str(), "provider"),
        ];
        for (answer, name, side) in answers {
            let name = match name.is_empty() {
                true => card.text(&format!("account-turn-{side}")),
                false => name.to_owned(),
            };
            let (id, words, tone) = match answer {
                None => ("account-answer-waits", "", Tone::Soon),
                Some(one) if one.accepts => ("account-answer-yes", one.words.as_str(), Tone::Text),
                Some(one) => ("account-answer-no", one.words.as_str(), Tone::Text),
            };
            let args = [("who", name.into()), ("words", words.to_owned().into())];
            card.words(&card.with(id, &args), tone);
        }
    }
    if let Some(outcome) = dispute.outcome {
        let id = format!("account-outcome-{}", outcome.key());
        card.words(&card.text(&id), Tone::Title);
    }
    let args = [("n", dispute.said.len().into())];
    card.part(card.with("account-said", &args));
    for one in &dispute.said {
        said(card, page, dispute, one);
    }
}

/// How a sum is shared, a line each.
fn split_lines(card: &mut Card<'_>, _: &AccountPage, dispute: &DisputePage, split: Split) {
    let money = |minor| Money {
        minor,
        ..dispute.held
    };
    let provider = dispute.provider.clone();
    let client = match dispute.client.is_empty() {
        true => card.text("account-turn-client"),
        false => dispute.client.clone(),
    };
    let fee = card.text("account-fee");
    for (who, minor) in [
        (provider, split.provider),
        (client, split.client),
        (fee, split.fee),
    ] {
        let amount = card.ctx.teller().money(money(minor));
        card.lines
            .push(super::parts::figure(&who, &amount, card.width, Tone::Text));
    }
}

/// Something that was said on the page of a dispute.
fn said(card: &mut Card<'_>, page: &AccountPage, dispute: &DisputePage, one: &Uttered) {
    let teller = card.ctx.teller();
    let side = one.side.map(|side| match side {
        Side::Client if !dispute.client.is_empty() => dispute.client.clone(),
        Side::Client => card.text("account-turn-client"),
        Side::Provider => dispute.provider.clone(),
    });
    let who = match (&side, one.by.is_empty()) {
        (Some(side), true) => side.clone(),
        (Some(side), false) if *side != one.by => format!("{} · {side}", one.by),
        (_, _) => one.by.clone(),
    };
    let mut head = format!("{} · {who}", teller.brief(one.at));
    if one.what != "said" {
        let what = card.text(&format!("account-said-{}", one.what));
        head = format!("{head} · {what}");
    }
    card.words(&head, Tone::Muted);
    if let Some(split) = one.split.filter(|_| one.what != "proposed") {
        split_lines(card, page, dispute, split);
    }
    for line in fit::wrap(&one.words, card.width.saturating_sub(2).max(10)) {
        card.lines.push(vec![
            ("│ ".to_owned(), Tone::Faint),
            (line.to_owned(), Tone::Text),
        ]);
    }
    for (name, _) in &one.files {
        card.words(&format!("@ {name}"), Tone::Muted);
    }
}

/// What the house takes, and what of it is owed (ESC-6).
fn charges(card: &mut Card<'_>, page: &AccountPage) {
    let Some(charges) = &page.charges else { return };
    card.part(card.text("account-charges"));
    let teller = card.ctx.teller();
    let payer = match charges.payer {
        Payer::Client => "account-commission-client",
        Payer::Provider => "account-commission-provider",
    };
    let (payer, option) = (card.text(payer), card.text("account-option"));
    let mut line = |words: &str, amount: Money, tone| {
        let amount = teller.money(amount);
        card.lines
            .push(super::parts::figure(words, &amount, card.width, tone));
    };
    line(&payer, charges.commission.gross, Tone::Text);
    if charges.option.gross.minor > 0 {
        line(&option, charges.option.gross, Tone::Text);
    }
    match charges.is_paid() {
        true => {
            let words = card.text("account-charges-paid");
            card.words(&words, Tone::Muted);
        }
        false => {
            for (id, owed) in [
                ("account-owed-client", charges.by_client),
                ("account-owed-provider", charges.by_provider),
            ] {
                if owed.minor > 0 {
                    let words = card.text(id);
                    let amount = teller.money(owed);
                    card.lines.push(super::parts::figure(
                        &words,
                        &amount,
                        card.width,
                        Tone::Soon,
                    ));
                }
            }
        }
    }
}

fn movements(
    card: &mut Card<'_>,
    page: &AccountPage,
    here: Option<Stop>,
    stops: &mut Vec<Range<usize>>,
) {
    if page.latest.is_empty() {
        return;
    }
    card.part(card.text("account-movements"));
    let currency = page.row.held.currency;
    for one in &page.latest {
        let is_here = here == Some(Stop::Movement(one.entry));
        let teller = card.ctx.teller();
        let amount = Money {
            minor: one.into - one.out,
            currency,
        };
        let words = format!("{}  {}", teller.brief(one.day), teller.movement(one));
        let words = fit::clip(&words, card.width.saturating_sub(18).max(10)).to_string();
        let (bar, tone) = match is_here {
            true => ("▌", Tone::Accent),
            false => (" ", Tone::Text),
        };
        let begins = card.lines.len();
        let amount = teller.money(amount);
        let words = format!("{bar}{words}");
        card.lines
            .push(super::parts::figure(&words, &amount, card.width, tone));
        stops.push(begins..card.lines.len());
    }
}
