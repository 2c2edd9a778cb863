//! A tranche on the page of an account: its line in the table, and below it what was handed in, what is missing, and what must not
//! be done while it is (ESC-3). Lays out; changes nothing.

use crate::desk::views::{AccountPage, TrancheLine, TrancheState};
use crate::domain::opportunity::Side;
use crate::text::fit;
use crate::ui::frame::{Card, Ctx};
use crate::ui::kit::prose::{Line, Tone};

/// The names of the columns.
pub(super) const TABLE: [&str; 5] = [
    "account-col-tranche",
    "account-col-amount",
    "account-col-held",
    "account-col-state",
    "account-col-due",
];

/// Columns of an amount, of the state, of a date.
const AMOUNT: usize = 14;
const STATE: usize = 12;
const DUE: usize = 11;
/// From how many columns on what is held, and the date, have room.
const WITH_HELD: usize = 58;
const WITH_DUE: usize = 70;

/// The names of the columns that show.
pub(super) fn header(names: &[String; 5], width: usize) -> Line {
    let [what, amount, held, state, due] = names;
    let mut line = format!("    {}", fit::pad_right(what, room(width)));
    line.push_str(&fit::pad_left(amount, AMOUNT));
    if width >= WITH_HELD {
        line.push_str(&fit::pad_left(held, AMOUNT));
    }
    line.push_str("  ");
    line.push_str(&fit::pad_right(state, STATE));
    if width >= WITH_DUE {
        line.push_str(&fit::pad_left(due, DUE));
    }
    vec![(line, Tone::Muted)]
}

/// What is left for the words of a tranche.
fn room(width: usize) -> usize {
    let mut taken = 4 + AMOUNT + 2 + STATE;
    if width >= WITH_HELD {
        taken += AMOUNT;
    }
    if width >= WITH_DUE {
        taken += DUE;
    }
    width.saturating_sub(taken).max(6)
}

/// A tranche in the table.
pub(super) fn tranche_line(ctx: &Ctx, one: &TrancheLine, width: usize, here: bool) -> Line {
    let teller = ctx.teller();
    let sign = match one.state {
        TrancheState::Released | TrancheState::Settled => "✓",
        TrancheState::NotFunded => "○",
        TrancheState::Disputed => "!",
        TrancheState::InPart => "~",
        _ => " ",
    };
    let what = match one.what.is_empty() {
        true => ctx.texts.get("account-tranche-whole").into_owned(),
        false => one.what.clone(),
    };
    let room = room(width);
    let what = format!("{} {what}", one.number);
    let what = fit::pad_right(&fit::clip(&what, room.saturating_sub(1)), room);
    let tone = match (here, one.state) {
        (true, _) => Tone::Accent,
        (_, TrancheState::Released | TrancheState::Settled) => Tone::Muted,
        _ => Tone::Text,
    };
    let state = match one.state {
        TrancheState::InPart | TrancheState::NotFunded => Tone::Soon,
        TrancheState::Disputed => Tone::Late,
        _ => tone,
    };
    let bar = if here { "▌" } else { " " };
    let mut amounts = fit::pad_left(&teller.money(one.amount), AMOUNT);
    if width >= WITH_HELD {
        let held = match one.held.minor {
            0 => "–".to_owned(),
            _ => teller.money(one.held),
        };
        amounts.push_str(&fit::pad_left(&held, AMOUNT));
    }
    let name = teller.tranche_state(one.state);
    let mut line = vec![
        (format!("{bar} {sign} "), tone),
        (what, tone),
        (amounts, tone),
        (
            format!("  {}", fit::pad_right(&fit::clip(&name, STATE), STATE)),
            state,
        ),
    ];
    if width >= WITH_DUE {
        let due = teller.due(&one.due);
        line.push((fit::pad_left(&fit::clip(&due, DUE - 1), DUE), Tone::Muted));
    }
    line
}

/// What is to be known of a tranche: what is missing, what was handed in and what the client said to it.
pub(super) fn described(card: &mut Card<'_>, page: &AccountPage, one: &TrancheLine) {
    let teller = card.ctx.teller();
    let args = [
        ("n", u32::from(one.number).into()),
        ("missing", teller.money(one.missing).into()),
        ("held", teller.money(one.held).into()),
        ("amount", teller.money(one.amount).into()),
    ];
    let short = match one.state {
        TrancheState::NotFunded | TrancheState::InPart => true,
        TrancheState::Working | TrancheState::Delivered => one.missing.minor > 0,
        _ => false,
    };
    let advice = match (one.held.minor > 0, page.own_side) {
        _ if !short => None,
        (false, Some(Side::Client)) => Some("account-not-funded-client"),
        (false, _) => Some("account-not-funded"),
        (true, Some(Side::Client)) => Some("account-in-part-client"),
        (true, _) => Some("account-in-part"),
    };
    card.lines.push(Vec::new());
    if let Some(id) = advice {
        card.words(&card.with(id, &args), Tone::Soon);
        // What is said to a provider to make them begin all the same (S2).
        if page.own_side != Some(Side::Client) {
            card.words(&card.text("account-pretexts"), Tone::Text);
        }
    }
    if width_short(card) && one.held.minor > 0 {
        card.words(&card.with("account-tranche-held", &args), Tone::Muted);
    }
    let Some(handed) = &one.handed else { return };
    let args = [
        ("at", teller.full(handed.at).into()),
        ("who", handed.by.as_str().into()),
    ];
    card.words(&card.with("account-handed", &args), Tone::Muted);
    card.words(&handed.words, Tone::Text);
    for (name, size) in &handed.files {
        let size = crate::ui::frame::size_of(*size, teller.formats);
        card.words(&format!("@ {name}, {size}"), Tone::Muted);
    }
    if let Some(at) = handed
        .silent_at
        .filter(|_| one.state == TrancheState::Delivered)
    {
        let args = [("at", teller.full(at).into())];
        card.words(&card.with("account-silent", &args), Tone::Soon);
    }
    if let Some((verdict, words)) = &handed.answer {
        let id = format!("account-verdict-{}", verdict.key());
        let args = [("words", words.as_str().into())];
        card.words(&card.with(&id, &args), Tone::Title);
    }
}

fn width_short(card: &Card<'_>) -> bool {
    card.width < WITH_HELD
}

/// Words on the left, an amount on the right edge.
pub(super) fn figure(words: &str, amount: &str, width: usize, tone: Tone) -> Line {
    let room = width.saturating_sub(fit::width(amount) + 1).max(6);
    let words = fit::pad_right(&fit::clip(words, room), room + 1);
    vec![(words, tone), (amount.to_owned(), tone)]
}
