//! `books show`: the trial balance in a currency, whether clients' money is covered, deposits that wait (ESC-10, ESC-13).

use serde_json::{Value, json};

use crate::desk::views::{AccountLine, BooksPage};
use crate::domain::escrow::Account;
use crate::domain::money::{Currency, Money};
use crate::domain::person::Permission;
use crate::plain::books::currency;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words, iso};
use crate::plain::{Out, Place, Problem};

/// Show the trial balance, whether clients’ money is covered, and deposits not matched yet
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Show {
    /// The currency, like EUR [default: our own]
    #[arg(value_name = "CURRENCY")]
    currency: Option<String>,
    /// List every account below its kind
    #[arg(long)]
    accounts: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Show {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBooks]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let wanted = self.currency.as_deref().map(currency).transpose()?;
        let sight = place.desk.sight(me);
        let page = sight.books(wanted, place.desk.now());
        let page = page.map_err(|refusal| place.refused(&refusal))?;
        let mut below = Vec::new();
        for line in page.kinds.iter().filter(|_| self.accounts) {
            let lines = sight.accounts_of(line.kind, page.currency);
            below.extend(lines.map_err(|refusal| place.refused(&refusal))?);
        }
        if self.json {
            out.line(&machine(&page, &below).to_string()).await;
            return Ok(());
        }
        let words = Words::new(place, me);
        let mut all = Page::new(words.teller());
        told(&mut all, &page, &below);
        all.print(out).await;
        Ok(())
    }
}

/// What the accounts of a kind are called in common: their technical name without what tells them apart.
fn common(kind: Account) -> String {
    let name = kind.to_string();
    let parts = name
        .split(':')
        .filter(|part| !part.ends_with("-0") && *part != "0");
    parts.collect::<Vec<_>>().join(":")
}

fn told(all: &mut Page<'_>, page: &BooksPage, below: &[AccountLine]) {
    let teller = all.teller;
    let of = |minor| {
        let currency = page.currency;
        teller.money(Money { minor, currency })
    };
    for line in &page.kinds {
        let (side, minor) = match line.debit {
            0 => ("ledger-credit-side", line.credit),
            debit => ("ledger-debit-side", debit),
        };
        let side = teller.texts.get(side).into_owned();
        all.line(format!("  {}  {} {side}", common(line.kind), of(minor)));
        let theirs = below.iter().filter(|one| one.account.kind() == line.kind);
        for one in theirs.filter(|one| one.account != line.kind) {
            all.line(format!("    {}  {}", one.account, of(one.stands)));
        }
    }
    all.field("ledger-bank", &of(page.bank));
    all.field("ledger-owed", &of(page.owed));
    let spare = match page.spare() {
        short if short < 0 => "ledger-not-covered",
        _ => "ledger-covered",
    };
    all.text(spare);
    for one in &page.deposits {
        let values = [
            ("entry", one.entry.to_string().into()),
            ("amount", teller.money(one.left).into()),
            ("text", one.text.as_str().into()),
            ("age", teller.named("ledger-age", one.age.key()).into()),
        ];
        all.line(teller.texts.with("ledger-deposit", &values));
    }
    for one in &page.transit {
        let values = [
            ("entry", one.entry.to_string().into()),
            ("amount", teller.money(one.amount).into()),
        ];
        all.line(teller.texts.with("ledger-transit", &values));
    }
    if let Some(until) = page.closed_until {
        all.field("ledger-closed", &teller.stamp(until));
    }
    let others = page.currencies.iter().filter(|one| **one != page.currency);
    let others: Vec<&str> = others.map(Currency::code).collect();
    all.field("ledger-others", &others.join(", "));
}

fn machine(page: &BooksPage, below: &[AccountLine]) -> Value {
    let accounts = below
        .iter()
        .map(|one| json!({ "account": one.account.to_string(), "stands": one.stands }));
    let kinds = page.kinds.iter().map(
        |line| json!({ "accounts": common(line.kind), "debit": line.debit, "credit": line.credit }),
    );
    let deposits = page.deposits.iter().map(|one| {
        json!({
            "entry": one.entry.to_string(), "day": iso(one.day), "left": one.left.minor,
            "text": one.text, "age": one.age.key(), "due": iso(one.due),
        })
    });
    let transit = page.transit.iter().map(|one| {
        json!({ "entry": one.entry.to_string(), "day": iso(one.day), "amount": one.amount.minor })
    });
    json!({
        "currency": page.currency.code(),
        "currencies": page.currencies.iter().map(Currency::code).collect::<Vec<_>>(),
        "trial_balance": kinds.collect::<Vec<_>>(), "accounts": accounts.collect::<Vec<_>>(),
        "debit": page.debit, "credit": page.credit,
        "bank_clients": page.bank, "owed": page.owed, "spare": page.spare(),
        "unallocated": deposits.collect::<Vec<_>>(), "in_transit": transit.collect::<Vec<_>>(),
        "receivable": page.receivable, "closed_until": page.closed_until.map(iso),
    })
}
