//! Accounts in words and as JSON: what is held, tranches, disputes, whose turn it is. Amounts as JSON are minor units with their
//! currency. Books nothing.

use serde_json::{Value, json};

use crate::desk::views::{AccountPage, DisputePage, Duty, Movement, TrancheLine};
use crate::domain::escrow::Split;
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::{Formula, Side};
use crate::plain::words::{Page, iso};
use crate::ui::tell::Teller;

/// An amount for machines.
pub(super) fn money(amount: Money) -> Value {
    json!({ "minor": amount.minor, "currency": amount.currency.code(), "text": amount.to_string() })
}

/// Whose turn it is, what they are to do, and until when.
pub(super) fn duty(teller: &Teller<'_>, duty: &Duty) -> String {
    let who = teller.named("ledger-who", duty.side.key());
    let mut what = teller.named("ledger-do", duty.what.key());
    if let Some(number) = duty.number {
        let values = [("n", usize::from(number).into())];
        what = format!(
            "{what} · {}",
            teller.texts.with("ledger-tranche-n", &values)
        );
    }
    if let Some(amount) = duty.amount {
        what = format!("{what} · {}", teller.money(amount));
    }
    let due = duty.due.as_ref().map(|due| teller.due(due));
    if let Some(due) = due.filter(|due| !due.is_empty()) {
        what = format!("{what} · {due}");
    }
    let values = [("label", who.into()), ("words", what.into())];
    teller.texts.with("plain-field", &values)
}

fn duty_json(duty: &Duty) -> Value {
    json!({
        "side": duty.side.key(), "what": duty.what.key(), "tranche": duty.number,
        "amount": duty.amount.map(money), "you": duty.you,
    })
}

/// Adds what may be worked on, before all else.
fn covered(all: &mut Page<'_>, page: &AccountPage) {
    let teller = all.teller;
    if page.price.is_none() {
        return all.text("ledger-former");
    }
    if page.row.formula == Formula::Basic {
        return all.text("board-terms-basic");
    }
    let values = [
        ("who", page.row.provider.as_str().into()),
        ("covered", teller.money(page.row.covered).into()),
        ("left", teller.money(page.row.left).into()),
    ];
    let id = match page.own_side {
        Some(Side::Provider) => "account-may-work-you",
        Some(Side::Client) | None => "account-may-work",
    };
    all.line(teller.texts.with(id, &values));
}

/// Adds a page of an account.
pub(super) fn page(all: &mut Page<'_>, page: &AccountPage) {
    let teller = all.teller;
    all.line(format!("{} · {}", page.row.id, page.row.title));
    covered(all, page);
    if page.row.frozen {
        all.text("ledger-frozen");
    }
    let parties = [
        ("ledger-client", &page.row.client),
        ("ledger-provider", &page.row.provider),
    ];
    for (id, name) in parties {
        all.field(id, name);
    }
    let sums = [
        ("ledger-holds", page.row.held),
        ("ledger-free", page.free),
        ("ledger-released", page.released),
        ("ledger-payable", page.payable),
    ];
    for (id, sum) in sums {
        all.field(id, &teller.money(sum));
    }
    if let Some(charges) = &page.charges {
        for (id, owed) in [
            ("ledger-owed-client", charges.by_client),
            ("ledger-owed-provider", charges.by_provider),
        ] {
            if owed.minor != 0 {
                all.field(id, &teller.money(owed));
            }
        }
    }
    if let Some(credit) = page.credit.filter(|credit| credit.minor != 0) {
        all.field("ledger-credit", &teller.money(credit));
    }
    for one in &page.tranches {
        tranche(all, one);
    }
    if let Some(one) = &page.dispute {
        dispute(all, one);
    }
    for one in &page.duties {
        let words = duty(&teller, one);
        all.line(words);
    }
}

fn tranche(all: &mut Page<'_>, one: &TrancheLine) {
    let teller = all.teller;
    let values = [
        ("n", usize::from(one.number).into()),
        ("what", one.what.as_str().into()),
        ("amount", teller.money(one.amount).into()),
        ("held", teller.money(one.held).into()),
        (
            "state",
            teller.named("ledger-state", one.state.key()).into(),
        ),
    ];
    all.line(teller.texts.with("ledger-tranche", &values));
    let Some(handed) = &one.handed else { return };
    all.indented(&handed.words);
    if let Some(silent) = handed.silent_at {
        let values = [("at", teller.stamp(silent).into())];
        all.indented(&teller.texts.with("ledger-silent", &values));
    }
    if let Some((verdict, words)) = &handed.answer {
        let verdict = teller.named("ledger-verdict", verdict.key());
        all.indented(&format!("{verdict} {words}"));
    }
}

fn dispute(all: &mut Page<'_>, one: &DisputePage) {
    let teller = all.teller;
    let values = [
        ("n", usize::from(one.number).into()),
        ("held", teller.money(one.held).into()),
        ("claim", teller.money(one.claim).into()),
    ];
    all.line(teller.texts.with("ledger-dispute", &values));
    for said in &one.said {
        let side = said
            .side
            .map(|side| teller.named("escrow-side", side.key()));
        let who = side.unwrap_or_else(|| said.by.clone());
        let what = teller.named("ledger-said", said.what);
        let values = [
            ("label", format!("{who} · {what}").into()),
            ("words", "".into()),
        ];
        let head = teller.texts.with("plain-field", &values);
        all.indented(head.trim_end());
        all.indented(&said.words);
    }
    if let (Some(proposed), None) = (&one.settlement, &one.outcome) {
        split(all, proposed.split, one.held.currency);
        all.field("ledger-answer-until", &teller.stamp(proposed.until));
    }
}

/// Adds how a sum is shared.
pub(in crate::plain) fn split(all: &mut Page<'_>, split: Split, currency: Currency) {
    let teller = all.teller;
    let of = |minor| teller.money(Money { minor, currency });
    let values = [
        ("provider", of(split.provider).into()),
        ("client", of(split.client).into()),
        ("fee", of(split.fee).into()),
    ];
    all.line(teller.texts.with("ledger-split", &values));
}

fn split_json(split: Split) -> Value {
    json!({ "provider": split.provider, "client": split.client, "fee": split.fee })
}

fn tranche_json(one: &TrancheLine) -> Value {
    let (due, day) = match &one.due {
        Due::Said(words) => (Some(words), None),
        Due::Day(at) => (None, Some(iso(*at))),
    };
    json!({
        "number": one.number, "what": one.what, "due": due, "day": day,
        "amount": money(one.amount), "held": money(one.held), "missing": money(one.missing),
        "accepted": money(one.accepted), "released": money(one.released),
        "settled": money(one.settled), "state": one.state.key(),
        "silent_at": one.handed.as_ref().and_then(|handed| handed.silent_at).map(iso),
    })
}

fn dispute_json(one: &DisputePage) -> Value {
    let said = one.said.iter().map(|said| {
        json!({
            "at": iso(said.at), "by": said.by, "side": said.side.map(|side| side.key()),
            "what": said.what, "words": said.words, "split": said.split.map(split_json),
        })
    });
    json!({
        "number": one.number, "side": one.side.key(), "tranche": one.about,
        "claim": money(one.claim), "held": money(one.held),
        "outcome": one.outcome.map(|outcome| outcome.key()),
        "settlement": one.settlement.as_ref().map(|one| json!({
            "split": split_json(one.split), "until": iso(one.until), "words": one.words,
            "client": one.client.as_ref().map(|reply| reply.accepts),
            "provider": one.provider.as_ref().map(|reply| reply.accepts),
        })),
        "said": said.collect::<Vec<_>>(),
    })
}

/// A page of an account for machines.
pub(super) fn page_json(page: &AccountPage) -> Value {
    let charges = page.charges.as_ref();
    json!({
        "opportunity": page.row.id.to_string(), "title": page.row.title,
        "client": page.row.client, "provider": page.row.provider,
        "formula": page.row.formula.key(), "price": page.price.map(money),
        "may_work_on": money(page.row.covered), "held": money(page.row.held),
        "free": money(page.free), "released": money(page.released),
        "not_paid_out": money(page.payable), "frozen": page.row.frozen,
        "former": page.row.former, "revision": page.revision,
        "owed_by_client": charges.map(|one| money(one.by_client)),
        "owed_by_provider": charges.map(|one| money(one.by_provider)),
        "client_credit": page.credit.map(money),
        "tranches": page.tranches.iter().map(tranche_json).collect::<Vec<_>>(),
        "dispute": page.dispute.as_ref().map(dispute_json),
        "turns": page.duties.iter().map(duty_json).collect::<Vec<_>>(),
    })
}

/// A line of a statement for machines.
pub(super) fn movement_json(one: &Movement, currency: Currency) -> Value {
    let of = |minor| money(Money { minor, currency });
    json!({
        "entry": one.entry.to_string(), "day": iso(one.day), "code": one.code.key(),
        "tranche_or_dispute": one.number, "text": one.text,
        "from": one.from.map(|of| of.to_string()), "to": one.to.map(|of| of.to_string()),
        "in": of(one.into), "out": of(one.out), "balance": of(one.after),
    })
}
