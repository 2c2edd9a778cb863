//! What a notice says, field by field.

use crate::desk::views::BoardRow;
use crate::plain::words::Page;

/// Adds what a notice says.
pub(super) fn facts(page: &mut Page<'_>, row: &BoardRow) {
    let teller = page.teller;
    let country = row.country.map(|c| c.code().to_owned()).unwrap_or_default();
    let place = if row.online {
        teller.texts.get("opp-online").into_owned()
    } else {
        [row.place.as_str(), country.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    page.field("opp-where", &place);
    let starts = row.starts.map(|at| teller.stamp(at));
    page.field("opp-when", &starts.unwrap_or_else(|| row.dates.clone()));
    let people = row.participants.map(|n| n.to_string()).unwrap_or_default();
    page.field("opp-participants", &people);
    page.field(
        "opp-audience",
        &teller.named("audience", row.audience.key()),
    );
    page.field("opp-work", &teller.named("work", row.work.key()));
    page.field("opp-language", &teller.language(row.language));
    page.field("opp-sessions", &row.sessions.to_string());
    let level = row.level.map(|belt| teller.named("belt", belt.key()));
    page.field("opp-level", &level.unwrap_or_default());
    page.field("opp-skills", &teller.entry_names(&row.skills));
    page.field("opp-deadline", &teller.stamp(row.deadline));
    let amount = row.amount.map(|amount| teller.money(amount));
    page.field("opp-amount", &amount.unwrap_or_default());
    let formula = row.formula.map(|f| teller.named("formula", f.key()));
    page.field("opp-formula", &formula.unwrap_or_default());
    page.field("opp-selects", &teller.named("selects", row.selects.key()));
    let proposals = row.proposals.map(|n| n.to_string());
    page.field("opp-proposals", &proposals.unwrap_or_default());
}
