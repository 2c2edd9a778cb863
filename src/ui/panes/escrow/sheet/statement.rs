//! A statement laid out (ESC-10): the balance over time, every movement with what stood there after it, and the balance's own
//! arithmetic. Asks for nothing.

use super::{At, EscrowPane, Shown};
use crate::desk::views::{Movement, Statement, StatementOf};
use crate::text::fit;
use crate::ui::frame::{Ctx, ListPane};
use crate::ui::kit::prose::{self, Line, Tone};

/// Columns of a date, of a number, of an amount.
const DATE: usize = 11;
const NUMBER: usize = 9;
const AMOUNT: usize = 14;
/// From how many columns on number and code, and from where to where, have room.
const WITH_NUMBER: usize = 90;
const WITH_SIDES: usize = 112;
/// From how many rows on a chart shows.
const WITH_CHART: usize = 18;

/// A first page, or one that goes on behind what was shown.
pub(super) fn joined(before: Option<Shown>, now: Shown) -> Shown {
    match (before, now) {
        (Some(Shown::Statement(mut whole)), Shown::Statement(more))
            if more.chart.is_empty()
                && whole.of == more.of
                && whole.before.is_some()
                && more.lines.first().map(|one| one.entry) < whole.before =>
        {
            whole.lines.extend(more.lines);
            whole.before = more.before;
            Shown::Statement(whole)
        }
        (_, now) => now,
    }
}

impl EscrowPane {
    pub(super) fn statement_title(&self, of: StatementOf) -> String {
        let what = match of {
            StatementOf::Project(id) => {
                let row = self.selected().filter(|row| row.id == id);
                let client = row.map(|row| row.client.clone()).unwrap_or_default();
                format!("{id} {client}").trim().to_owned()
            }
            StatementOf::Account(account, _) => self.ctx().teller().account(account, true),
        };
        let code = self.sheet_currency().map(|one| one.code().to_owned());
        let args = [
            ("what", what.into()),
            ("code", code.unwrap_or_default().into()),
        ];
        self.with("sheet-statement", &args)
    }
}

/// Lays a statement out, the newest line last: what stands there now is its balance.
pub(super) fn lay(
    ctx: &Ctx,
    page: &Statement,
    (width, height): (usize, usize),
    brief: bool,
    here: Option<At>,
) -> (Vec<Line>, Vec<(usize, At)>) {
    let mut lines = Vec::new();
    let mut stops = Vec::new();
    if height >= WITH_CHART && page.chart.iter().any(|(_, minor)| *minor != 0) {
        lines.extend(chart(ctx, page, width));
        lines.push(Vec::new());
    }
    lines.push(header(ctx, width));
    for one in &page.lines {
        let inner = one.into == 0 && one.out == 0;
        if brief && inner {
            continue;
        }
        let is_here = here == Some(At::Entry(one.entry));
        stops.push((lines.len(), At::Entry(one.entry)));
        lines.push(line(ctx, page, one, width, is_here));
    }
    if page.lines.is_empty() {
        let words = ctx.texts.get("sheet-statement-empty");
        lines.extend(prose::words(&words, width, Tone::Muted));
    }
    lines.push(vec![("─".repeat(width), Tone::Faint)]);
    match page.before {
        None => lines.push(totals(ctx, page, width)),
        Some(_) => {
            let words = ctx.texts.get("sheet-statement-older");
            lines.extend(prose::words(&words, width, Tone::Muted));
        }
    }
    lines.extend(arithmetic(ctx, page, width));
    (lines, stops)
}

fn header(ctx: &Ctx, width: usize) -> Line {
    let text = |id: &str| ctx.texts.get(id).into_owned();
    let mut line = format!(" {}", fit::pad_right(&text("account-col-date"), DATE));
    if width >= WITH_NUMBER {
        line.push_str(&fit::pad_right(&text("column-entry"), NUMBER));
        line.push_str(&fit::pad_right(&text("column-code"), 5));
    }
    line.push_str(&fit::pad_right(&text("account-col-movement"), room(width)));
    if width >= WITH_SIDES {
        line.push_str(&fit::pad_right(&text("account-col-sides"), SIDES));
    }
    for id in ["account-col-in", "account-col-out", "account-col-balance"] {
        line.push_str(&fit::pad_left(&text(id), AMOUNT));
    }
    vec![(line, Tone::Muted)]
}

/// Columns of from where to where.
const SIDES: usize = 28;

fn room(width: usize) -> usize {
    let mut taken = 1 + DATE + 3 * AMOUNT;
    if width >= WITH_NUMBER {
        taken += NUMBER + 5;
    }
    if width >= WITH_SIDES {
        taken += SIDES;
    }
    width.saturating_sub(taken).max(8)
}

fn line(ctx: &Ctx, page: &Statement, one: &Movement, width: usize, here: bool) -> Line {
    let teller = ctx.teller();
    let inner = one.into == 0 && one.out == 0;
    let tone = match (here, inner) {
        (true, _) => Tone::Accent,
        (false, true) => Tone::Muted,
        (false, false) => Tone::Text,
    };
    let bar = if here { "▌" } else { " " };
    let mut text = format!("{bar}{}", fit::pad_right(&teller.brief(one.day), DATE));
    if width >= WITH_NUMBER {
        text.push_str(&fit::pad_right(&one.entry.to_string(), NUMBER));
        text.push_str(&fit::pad_right(one.code.key(), 5));
    }
    let mut words = teller.movement(one);
    if let (StatementOf::Account(..), Some(project)) = (page.of, one.project) {
        words = format!("{project}, {words}");
    }
    if inner {
        words = format!("{words}, {}", teller.minor(one.moved, page.currency));
    }
    if one.turned {
        words = format!("{words} · {}", ctx.texts.get("sheet-turned"));
    }
    let room = room(width);
    let words = fit::clip(&words, room - 1).into_owned();
    text.push_str(&fit::pad_right(&words, room));
    if width >= WITH_SIDES {
        let name = |side| teller.account(side, false);
        let sides = one.from.map(name).zip(one.to.map(name));
        let sides = sides.map(|(debit, credit)| format!("{debit} → {credit}"));
        let sides = sides.unwrap_or_default();
        text.push_str(&fit::pad_right(&fit::clip(&sides, SIDES - 1), SIDES));
    }
    let amount = |minor: i64| match minor {
        0 => " ".repeat(AMOUNT),
        minor => fit::pad_left(&teller.minor(minor, page.currency), AMOUNT),
    };
    text.push_str(&amount(one.into));
    text.push_str(&amount(one.out));
    let after = match inner {
        true => String::new(),
        false => teller.minor(one.after, page.currency),
    };
    text.push_str(&fit::pad_left(&after, AMOUNT));
    vec![(text, tone)]
}

/// What came in and went out in all: said once every line is there.
fn totals(ctx: &Ctx, page: &Statement, width: usize) -> Line {
    let teller = ctx.teller();
    let sum = |of: fn(&Movement) -> i64| {
        let all = page.lines.iter().map(of);
        teller.minor(all.fold(0, i64::saturating_add), page.currency)
    };
    let words = ctx.texts.get("sheet-totals").into_owned();
    let room = width.saturating_sub(3 * AMOUNT);
    let mut text = fit::pad_right(&format!(" {words}"), room);
    text.push_str(&fit::pad_left(&sum(|one| one.into), AMOUNT));
    text.push_str(&fit::pad_left(&sum(|one| one.out), AMOUNT));
    text.push_str(&fit::pad_left(
        &teller.minor(page.balance, page.currency),
        AMOUNT,
    ));
    vec![(text, Tone::Title)]
}

/// The balance's own arithmetic.
fn arithmetic(ctx: &Ctx, page: &Statement, width: usize) -> Vec<Line> {
    let teller = ctx.teller();
    let part = |(account, minor): &(crate::domain::escrow::Account, i64)| {
        let name = teller.account(*account, false);
        format!("{name} {}", teller.minor(*minor, page.currency))
    };
    let parts: Vec<String> = page.makes.iter().map(part).collect();
    let balance = teller.minor(page.balance, page.currency);
    let words = match parts.is_empty() {
        true => balance,
        false => format!("{balance} = {}", parts.join(" + ")),
    };
    let args = [("words", words.into())];
    let words = ctx.texts.with("sheet-balance", &args);
    prose::words(&words, width, Tone::Text)
}

/// The balance over time, in a few rows of blocks.
fn chart(ctx: &Ctx, page: &Statement, width: usize) -> Vec<Line> {
    const ROWS: i64 = 3;
    const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let teller = ctx.teller();
    let top = page.chart.iter().map(|(_, minor)| *minor).max();
    let top = top.unwrap_or_default().max(1);
    let label = teller.minor(top, page.currency);
    let left = fit::width(&label).max(6) + 2;
    let columns = width.saturating_sub(left).min(2 * page.chart.len()).max(1);
    let at = |column: usize| {
        let place = column * page.chart.len() / columns;
        page.chart.get(place).map_or(0, |(_, minor)| *minor)
    };
    let mut lines = Vec::new();
    for row in (0..ROWS).rev() {
        let cell = |column: usize| {
            let eighths = i128::from(at(column).max(0)) * i128::from(8 * ROWS) / i128::from(top);
            let here = (eighths - i128::from(8 * row)).clamp(0, 8);
            let here = usize::try_from(here).unwrap_or(0);
            BLOCKS.get(here).copied().unwrap_or(' ')
        };
        let name = match row {
            row if row == ROWS - 1 => label.clone(),
            0 => "0".to_owned(),
            _ => String::new(),
        };
        let blocks: String = (0..columns).map(cell).collect();
        lines.push(vec![
            (format!("{}  ", fit::pad_left(&name, left - 2)), Tone::Muted),
            (blocks, Tone::Accent),
        ]);
    }
    lines
}
