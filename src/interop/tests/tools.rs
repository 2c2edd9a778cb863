//! What `hledger`, `ledger` and `bean-check` say of the books; a tool that is not installed is said to be left out.

use std::collections::BTreeMap;
use std::process::{Command, Output};

use super::*;
use crate::interop::amount::Figure;

/// Runs a tool on a file with this text; `None` where it is not installed.
fn run(tool: &str, args: &[&str], text: &str, ending: &str) -> Option<Output> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("books.{ending}"));
    std::fs::write(&file, text).expect("written");
    let file = file.to_str().expect("a name");
    let args = args
        .iter()
        .map(|arg| if *arg == "FILE" { file } else { arg });
    match Command::new(tool).args(args).output() {
        Ok(output) => Some(output),
        Err(why) => {
            eprintln!("LEFT OUT: {tool} is not installed ({why})");
            None
        }
    }
}

const CHECKS: [(&str, Format, &[&str], &str); 3] = [
    (
        "hledger",
        Format::Hledger,
        &["-f", "FILE", "check", "--strict"],
        "journal",
    ),
    (
        "ledger",
        Format::Hledger,
        &["--strict", "--pedantic", "-f", "FILE", "balance"],
        "journal",
    ),
    ("bean-check", Format::Beancount, &["FILE"], "bean"),
];

/// Fails where a tool does not take the books.
fn accepted(books: &Books) {
    for (tool, format, args, ending) in CHECKS {
        if let Some(output) = run(tool, args, &written(books, format), ending) {
            let told = String::from_utf8_lossy(&output.stderr);
            let told: String = told.chars().take(2_000).collect();
            assert!(output.status.success() && told.is_empty(), "{tool}: {told}");
        }
    }
}

/// Fails where hledger's balances are others than those of the books.
fn balances_agree(books: &Books) {
    let args = [
        "-f",
        "FILE",
        "balance",
        "-E",
        "--flat",
        "-N",
        "--layout=bare",
        "-O",
        "csv",
    ];
    let text = written(books, Format::Hledger);
    let Some(output) = run("hledger", &args, &text, "journal") else {
        return;
    };
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut theirs: BTreeMap<(String, String), String> = BTreeMap::new();
    for (_, row) in crate::text::cells::rows(&told).skip(1) {
        let [account, code, amount] = row.as_slice() else {
            panic!("{row:?}");
        };
        theirs.insert((account.clone(), code.clone()), amount.clone());
    }
    for (account, currency, minor) in books.accounts() {
        let key = (account.to_string(), currency.code().to_owned());
        let said = theirs.get(&key).map(String::as_str);
        let ours = Figure(minor, currency).to_string();
        // Where nothing stands, hledger writes 0, or no line for that currency.
        match minor {
            0 => assert!(
                said.is_none_or(|text| text.trim_matches(['0', '.']).is_empty()),
                "{key:?}"
            ),
            _ => assert_eq!(said, Some(ours.as_str()), "{key:?}"),
        }
    }
}

/// Books of so many entries: deposits, matches and releases of 40 projects in four currencies, over a year, out of order.
fn random(entries: u32) -> Books {
    let mut last = 7u64;
    // The generator of Knuth's MMIX: the same books every time.
    let mut below = move |most: u32| {
        last = last
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (last >> 33) as u32 % most
    };
    let all = ["EUR", "USD", "JPY", "KWD"];
    let made = (1..=entries).map(|n| {
        let project = below(40) + 1;
        let of = all[project as usize % all.len()];
        let id = OpportunityId(project);
        let minor = i64::from(below(5_000_000)) + 1;
        let tranche = Account::Tranche(id, 1 + below(3) as u16);
        let sides = match below(4) {
            0 => (Code::E01, Account::BankClients, Account::Unallocated),
            1 => (Code::E02, Account::Unallocated, Account::Free(id)),
            2 => (Code::E03, Account::Free(id), tranche),
            _ => (
                Code::L01,
                tranche,
                Account::Released(FirmId(u64::from(below(9)) + 1), id),
            ),
        };
        let (code, debit, credit) = sides;
        Entry {
            day: NOON + Millis::from(below(365)) * DAY,
            text: ["plain", "a; b", "x \"y\" {z}", "  [2020-01-01]", "日本"][below(5) as usize]
                .into(),
            ..entry(n, code, of, &[(debit, minor), (credit, -minor)])
        }
    });
    Books::from_rows(made, [])
}

#[test]
fn esc_10_hledger_ledger_and_beancount_take_the_books_and_say_the_same() {
    for books in [small(), random(2_000)] {
        accepted(&books);
        balances_agree(&books);
    }
}

#[test]
#[ignore = "takes a minute: 100,000 postings through three tools"]
fn esc_10_a_hundred_thousand_postings_are_taken_too() {
    let books = random(50_000);
    accepted(&books);
    balances_agree(&books);
}

/// Changes both files alike, and fails unless one of the tools notices.
fn noticed(what: &str, change: impl Fn(&str) -> String) {
    let books = random(300);
    let mut asked = 0;
    let mut noticed = false;
    for (tool, format, args, ending) in CHECKS {
        let text = written(&books, format);
        let changed = change(&text);
        assert_ne!(changed, text, "{what} changes nothing");
        if let Some(output) = run(tool, args, &changed, ending) {
            asked += 1;
            noticed |= !output.status.success();
        }
    }
    assert!(
        noticed || asked < CHECKS.len(),
        "{what} is noticed by nobody"
    );
}

/// The entry in the middle of a file, as a text.
fn middle(text: &str) -> String {
    let mut entries = text.split("\n\n").filter(|one| one.contains("* "));
    let entry = entries.nth(150).expect("an entry");
    format!("\n\n{}", entry.trim_end())
}

#[test]
fn esc_10_what_was_changed_by_hand_is_noticed_by_one_of_them() {
    noticed("an entry lost", |text| text.replacen(&middle(text), "", 1));
    noticed("an entry doubled", |text| {
        let entry = middle(text);
        text.replacen(&entry, &format!("{entry}{entry}"), 1)
    });
    noticed("an amount changed on one side", |text| {
        let entry = middle(text);
        let last = entry.lines().last().expect("a posting");
        let figure = last.split_whitespace().nth(1).expect("an amount");
        let other = format!("{figure}1");
        text.replacen(
            &entry,
            &entry.replacen(&format!("  {figure}"), &format!("  {other}"), 1),
            1,
        )
    });
    noticed("an amount changed on both sides", |text| {
        let entry = middle(text);
        let last = entry.lines().last().expect("a posting");
        let figure = last.split_whitespace().nth(1).expect("an amount");
        let figure = figure.trim_start_matches('-');
        text.replacen(&entry, &entry.replace(figure, &format!("9{figure}")), 1)
    });
    noticed("another currency in all of an entry", |text| {
        let entry = middle(text);
        let code = entry.split_whitespace().last().expect("a currency");
        let other = if code == "EUR" { "USD" } else { "EUR" };
        text.replacen(
            &entry,
            &entry.replace(&format!(" {code}"), &format!(" {other}")),
            1,
        )
    });
}
