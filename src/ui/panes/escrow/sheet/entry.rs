//! An entry laid out with both its sides (ESC-10): when, by whom, why. Asks for nothing.

use super::At;
use crate::desk::views::EntryPage;
use crate::text::fit;
use crate::ui::frame::{Card, Ctx};
use crate::ui::kit::prose::{Line, Tone};

const AMOUNT: usize = 16;

/// Lays an entry out; each side is a line one can be on.
pub(super) fn lay(ctx: &Ctx, page: &EntryPage, width: usize) -> (Vec<Line>, Vec<(usize, At)>) {
    let mut card = Card::new(ctx, width);
    let teller = ctx.teller();
    let what = card.text(&format!("entry-code-{}", page.code.key()));
    card.words(&format!("{} · {what}", page.code.key()), Tone::Title);
    let day = teller.formats.date(teller.day_of(page.day));
    card.field("entry-day", &day, Tone::Text);
    card.field("entry-booked", &teller.full(page.at), Tone::Text);
    card.field("entry-by", &page.by, Tone::Text);
    let project = page.project.map(|id| id.to_string()).unwrap_or_default();
    card.field("entry-project", &project, Tone::Text);
    card.field("entry-text", &page.text, Tone::Text);
    card.field("entry-said", &page.said, Tone::Text);
    card.field("entry-key", &page.key, Tone::Text);
    if let Some(of) = page.of {
        card.field("entry-of", &of.to_string(), Tone::Text);
    }
    if page.corrected {
        card.words(&card.text("entry-corrected"), Tone::Soon);
    }
    card.part(card.text("entry-sides"));
    let room = width.saturating_sub(2 * AMOUNT).max(10);
    let names = [
        "account-col-account",
        "account-col-debit",
        "account-col-credit",
    ]
    .map(|id| card.text(id));
    let [account, debit, credit] = names;
    card.lines.push(vec![(
        format!(
            "{}{}{}",
            fit::pad_right(&account, room),
            fit::pad_left(&debit, AMOUNT),
            fit::pad_left(&credit, AMOUNT)
        ),
        Tone::Muted,
    )]);
    for side in &page.sides {
        let name = format!("{} · {}", teller.account(side.account, false), side.account);
        let name = fit::pad_right(&fit::clip(&name, room - 1), room);
        let minor = side.amount.minor;
        let amount = teller.minor(minor.abs(), side.amount.currency);
        let (debit, credit) = match minor >= 0 {
            true => (amount, String::new()),
            false => (String::new(), amount),
        };
        let amounts = format!(
            "{}{}",
            fit::pad_left(&debit, AMOUNT),
            fit::pad_left(&credit, AMOUNT)
        );
        card.lines
            .push(vec![(name, Tone::Text), (amounts, Tone::Text)]);
    }
    (card.lines, Vec::new())
}
