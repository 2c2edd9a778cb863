//! The house's books laid out (LEDGER, ESC-13): the trial balance, whether clients' money is covered, what waits to be matched and
//! since when. The line of the cover stands first. Asks for nothing but the currency.

use super::{About, At, EscrowPane};
use crate::desk::views::{Age, BooksPage};
use crate::domain::escrow::account::Part;
use crate::domain::money::Money;
use crate::text::fit;
use crate::ui::frame::{Card, Ctx, ListPane};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::kit::texts::Arg;
use crate::ui::panes::escrow::parts::figure;

const AMOUNT: usize = 18;

impl EscrowPane {
    /// `f` on the books: another currency.
    pub(super) fn ask_currency(&mut self) {
        let Some(page) = self.books_shown() else {
            return;
        };
        let choice = |one: &crate::domain::money::Currency| (Choice::new(one.code()), *one);
        let choices = page.currencies.iter().map(choice).collect();
        let title = self.text("ask-books-currency");
        self.ask_one(title, choices, |p: &mut EscrowPane, currency| {
            if let Some(sheet) = p.sheets.open.last_mut() {
                sheet.about = About::Books(Some(currency));
            }
            p.load_sheet();
        });
    }
}

/// Lays the books out.
pub(super) fn lay(
    ctx: &Ctx,
    page: &BooksPage,
    width: usize,
    here: Option<At>,
) -> (Vec<Line>, Vec<(usize, At)>) {
    let mut card = Card::new(ctx, width);
    let mut stops = Vec::new();
    cover(&mut card, page);
    balance(&mut card, page, here, &mut stops);
    ages(&mut card, page, here, &mut stops);
    transit(&mut card, page, here, &mut stops);
    if let Some(until) = page.closed_until {
        let args = [("until", ctx.teller().full(until).into())];
        card.lines.push(Vec::new());
        card.words(&card.with("books-closed", &args), Tone::Muted);
    }
    (card.lines, stops)
}

/// The safeguarding line: never left out.
fn cover(card: &mut Card<'_>, page: &BooksPage) {
    let money = |minor| {
        let currency = page.currency;
        card.ctx.teller().money(Money { minor, currency })
    };
    let (id, tone) = match page.spare() >= 0 {
        true => ("books-covered", Tone::Title),
        false => ("books-short", Tone::Late),
    };
    let args: [(&str, Arg); 3] = [
        ("bank", money(page.bank).into()),
        ("owed", money(page.owed).into()),
        ("spare", money(page.spare().abs()).into()),
    ];
    let words = card.with(id, &args);
    card.words(&words, tone);
    card.lines.push(Vec::new());
}

fn balance(card: &mut Card<'_>, page: &BooksPage, here: Option<At>, stops: &mut Vec<(usize, At)>) {
    let names = [
        "account-col-account",
        "account-col-debit",
        "account-col-credit",
    ]
    .map(|id| card.text(id));
    let [account, debit, credit] = names;
    let width = card.width;
    let row = move |name: &str, debit: &str, credit: &str, tone| {
        let room = width.saturating_sub(2 * AMOUNT).max(10);
        let name = fit::pad_right(&fit::clip(name, room - 1), room);
        let amounts = format!(
            "{}{}",
            fit::pad_left(debit, AMOUNT),
            fit::pad_left(credit, AMOUNT)
        );
        vec![(name, tone), (amounts, tone)]
    };
    card.lines.push(row(&account, &debit, &credit, Tone::Muted));
    for (part, id) in [(Part::Clients, "books-clients"), (Part::Own, "books-own")] {
        card.lines.push(vec![(card.text(id), Tone::Title)]);
        for one in page.kinds.iter().filter(|one| one.kind.part() == part) {
            let teller = card.ctx.teller();
            let at = At::Kind(one.kind);
            let (bar, tone) = match here == Some(at) {
                true => ("▌", Tone::Accent),
                false => (" ", Tone::Text),
            };
            let amount = |minor: i64| match minor {
                0 => String::new(),
                minor => teller.minor(minor, page.currency),
            };
            let name = format!("{bar} {}", teller.account(one.kind, false));
            stops.push((card.lines.len(), at));
            let line = row(&name, &amount(one.debit), &amount(one.credit), tone);
            card.lines.push(line);
        }
    }
    let teller = card.ctx.teller();
    let sum = |minor| teller.minor(minor, page.currency);
    let sign = if page.debit == page.credit {
        "✓"
    } else {
        "✗"
    };
    let total = format!("{sign} {}", card.text("books-total"));
    let line = row(&total, &sum(page.debit), &sum(page.credit), Tone::Title);
    card.lines.push(line);
}

fn ages(card: &mut Card<'_>, page: &BooksPage, here: Option<At>, stops: &mut Vec<(usize, At)>) {
    let args = [("n", page.deposits_all.into())];
    card.part(card.with("books-unallocated", &args));
    let classes = [Age::Today, Age::OneDay, Age::Late];
    for (age, minor) in classes.into_iter().zip(page.ages) {
        let teller = card.ctx.teller();
        let name = card.text(&format!("books-age-{}", age.key()));
        let (sign, tone) = match (age, minor) {
            (Age::Late, 1..) => ("!", Tone::Late),
            (Age::OneDay, 1..) => ("~", Tone::Soon),
            _ => (" ", Tone::Muted),
        };
        let amount = teller.minor(minor, page.currency);
        card.lines
            .push(figure(&format!("{sign} {name}"), &amount, card.width, tone));
    }
    for one in &page.deposits {
        let teller = card.ctx.teller();
        let at = At::Deposit(one.entry);
        let (bar, tone) = match (here == Some(at), one.age) {
            (true, _) => ("▌", Tone::Accent),
            (false, Age::Late) => ("!", Tone::Late),
            (false, _) => (" ", Tone::Text),
        };
        let day = teller.brief(one.day);
        let words = format!("{bar} {} · {day} · {}", one.entry, one.text);
        let amount = teller.money(one.left);
        stops.push((card.lines.len(), at));
        card.lines.push(figure(&words, &amount, card.width, tone));
    }
}

fn transit(card: &mut Card<'_>, page: &BooksPage, here: Option<At>, stops: &mut Vec<(usize, At)>) {
    if page.transit.is_empty() {
        return;
    }
    card.part(card.text("books-transit"));
    for one in &page.transit {
        let teller = card.ctx.teller();
        let at = At::Transit(one.entry);
        let (bar, tone) = match here == Some(at) {
            true => ("▌", Tone::Accent),
            false => (" ", Tone::Text),
        };
        let day = teller.brief(one.day);
        let words = format!("{bar} {} · {day} · {}", one.entry, one.text);
        let amount = teller.money(one.amount);
        stops.push((card.lines.len(), at));
        card.lines.push(figure(&words, &amount, card.width, tone));
    }
}
