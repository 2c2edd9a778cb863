//! The terms between both sides in words and as JSON: what is delivered in which parts, and who agreed (BRD-6).

use serde_json::{Value, json};

use super::json::{agreement_json, money};
use crate::desk::views::{DealPage, Yes};
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::{Formula, Side, Tranche};
use crate::plain::words::{Page, iso};

/// Adds what is delivered, and who agreed to it.
pub(in crate::plain::board) fn deal(all: &mut Page<'_>, deal: &DealPage) {
    let teller = all.teller;
    if deal.tranches.is_empty() {
        let whole = teller.texts.get("board-tranche-whole");
        all.field("terms-tranches", &whole);
    }
    for one in &deal.tranches {
        all.field("terms-tranches", &teller.tranche(one));
    }
    if deal.agreement.formula == Some(Formula::Basic) {
        all.line(teller.texts.get("board-terms-basic").into_owned());
    }
    if !deal.both {
        return;
    }
    all.field("terms-version", &deal.version.to_string());
    let sides = [
        (Side::Client, &deal.client),
        (Side::Provider, &deal.provider),
    ];
    let mut agreed = sides.into_iter().filter_map(|(side, yes)| {
        let yes = yes.as_ref().filter(|yes| yes.stands)?;
        let args = [
            ("side", teller.named("side", side.key()).into()),
            ("at", teller.stamp(yes.at).into()),
        ];
        Some(teller.texts.with("terms-agreed-yes", &args))
    });
    match (agreed.next(), agreed.next()) {
        (None, _) => all.field("terms-agreed", &teller.texts.get("terms-agreed-none")),
        (Some(one), None) => all.field("terms-agreed", &one),
        (Some(one), Some(other)) => all.field("terms-agreed", &format!("{one} · {other}")),
    }
}

fn tranche_json(one: &Tranche) -> Value {
    let (due, day) = match &one.due {
        Due::Said(words) => (Some(words), None),
        Due::Day(at) => (None, Some(iso(*at))),
    };
    json!({"what": one.what, "due": due, "day": day, "amount": money(Some(one.amount))})
}

fn yes_json(yes: Option<&Yes>) -> Value {
    yes.map_or(Value::Null, |yes| {
        json!({
            "at": iso(yes.at), "by": yes.by, "on_behalf_of": yes.word_of, "stands": yes.stands,
            "terms": agreement_json(&yes.agreement),
            "tranches": yes.tranches.iter().map(tranche_json).collect::<Vec<_>>(),
        })
    })
}

/// The terms between both sides as JSON.
pub(in crate::plain::board) fn deal_json(deal: &DealPage) -> Value {
    json!({
        "proposal": deal.proposal.to_string(),
        "agreed": deal.agreed,
        "version": deal.version,
        "terms": agreement_json(&deal.agreement),
        "tranches": deal.tranches.iter().map(tranche_json).collect::<Vec<_>>(),
        "both_sides_agree": deal.both,
        "client": yes_json(deal.client.as_ref()),
        "provider": yes_json(deal.provider.as_ref()),
    })
}
