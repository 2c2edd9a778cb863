//! The accounts of a kind laid out, each with what stands there. Asks for nothing.

use super::At;
use crate::desk::views::OfKind;
use crate::ui::frame::Ctx;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::panes::escrow::parts::figure;

/// Lays the accounts of a kind out.
pub(super) fn lay(
    ctx: &Ctx,
    page: &OfKind,
    width: usize,
    here: Option<At>,
) -> (Vec<Line>, Vec<(usize, At)>) {
    let (_, currency, accounts) = page;
    let teller = ctx.teller();
    let (mut lines, mut stops) = (Vec::new(), Vec::new());
    if accounts.is_empty() {
        let words = ctx.texts.get("sheet-statement-empty");
        lines.extend(prose::words(&words, width, Tone::Muted));
    }
    for one in accounts {
        let at = At::Account(one.account);
        let (bar, tone) = match here == Some(at) {
            true => ("▌", Tone::Accent),
            false => (" ", Tone::Text),
        };
        stops.push((lines.len(), at));
        let name = format!(
            "{bar} {} · {}",
            teller.account(one.account, true),
            one.account
        );
        let amount = teller.minor(one.stands, *currency);
        lines.push(figure(&name, &amount, width, tone));
    }
    (lines, stops)
}
