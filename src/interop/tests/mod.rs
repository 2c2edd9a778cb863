//! ESC-10: the books as hledger, beancount and spreadsheets read them. What the tools say is asked of the tools, where they
//! are installed.

mod tools;

use super::*;
use crate::domain::Millis;
use crate::domain::escrow::{Account, Code, Entry, Posting};
use crate::domain::ids::{EntryId, FirmId, OpportunityId, OrganisationId};
use crate::domain::money::Currency;

const DAY: Millis = 24 * 3_600_000;
/// The 5th of January 2026, at noon in Paris.
const NOON: Millis = 1_767_610_800_000;

fn entry(n: u32, code: Code, of: &str, sides: &[(Account, i64)]) -> Entry {
    let posting = |(account, minor): &(Account, i64)| Posting {
        account: *account,
        minor: *minor,
    };
    Entry {
        id: EntryId(n),
        code,
        at: NOON + Millis::from(n) * 1_000,
        day: NOON,
        currency: Currency::parse(of).expect("a currency"),
        postings: sides.iter().map(posting).collect(),
        project: sides.iter().find_map(|(account, _)| account.project()),
        number: None,
        of: None,
        text: "".into(),
        key: "".into(),
        seq: u64::from(n),
    }
}

fn small() -> Books {
    let of = OpportunityId(3);
    let firm = FirmId(1 << 32 | 7);
    let (bank, free) = (Account::BankClients, Account::Unallocated);
    let tranche = Account::Tranche(of, 1);
    let entries = [
        Entry {
            text: "Durand; \"SARL\" | réf\n2026-02-01 * x \\ date:2020-01-01".into(),
            key: "=HYPERLINK(1)".into(),
            ..entry(1, Code::E01, "EUR", &[(bank, 80_000), (free, -80_000)])
        },
        Entry {
            of: Some(EntryId(1)),
            number: Some(1),
            ..entry(2, Code::E02, "EUR", &[(free, 80_000), (tranche, -80_000)])
        },
        entry(
            3,
            Code::L01,
            "EUR",
            &[(tranche, 30_050), (Account::Released(firm, of), -30_050)],
        ),
        // The bank booked it the day before the others.
        Entry {
            day: NOON - DAY,
            text: "@sum".into(),
            ..entry(4, Code::E01, "JPY", &[(bank, 5_000), (free, -5_000)])
        },
        entry(5, Code::E01, "KWD", &[(bank, 1_200), (free, -1_200)]),
        entry(6, Code::E01, "EUR", &[(bank, 5), (free, -5)]),
        Entry {
            of: Some(EntryId(6)),
            ..entry(
                7,
                Code::R02,
                "EUR",
                &[(free, 5), (Account::ClientCredit(OrganisationId(2)), -5)],
            )
        },
    ];
    Books::from_rows(entries, [])
}

/// Returns the books in a format, whole.
fn written(books: &Books, format: Format) -> String {
    let export = Export::new(books.clone(), chrono_tz::Europe::Paris, format);
    export.pieces().collect()
}

#[test]
fn esc_10_the_journal_of_hledger_asserts_what_stands_behind_every_posting() {
    let text = written(&small(), Format::Hledger);
    assert_eq!(text, include_str!("small.journal"));
    let postings = text
        .lines()
        .filter(|line| line.starts_with("    ") && !line.contains(';'));
    let postings = postings.filter(|line| !line.contains("format"));
    assert!(postings.clone().count() == 14 && postings.clone().all(|line| line.contains(" = ")));
}

#[test]
fn esc_10_beancount_opens_every_account_for_one_currency() {
    assert_eq!(
        written(&small(), Format::Beancount),
        include_str!("small.bean")
    );
}

#[test]
fn esc_10_a_spreadsheet_gets_a_line_a_posting_and_no_formula() {
    let text = written(&small(), Format::Csv);
    assert_eq!(text, include_str!("small.csv"));
    let rows: Vec<Vec<String>> = crate::text::cells::rows(&text)
        .map(|(_, row)| row)
        .collect();
    assert_eq!(rows.len(), 15);
    assert!(rows.iter().all(|row| row.len() == 13), "{rows:?}");
}

#[test]
fn esc_10_the_same_records_are_the_same_bytes_and_empty_books_are_written_too() {
    for format in [Format::Hledger, Format::Beancount, Format::Csv] {
        assert_eq!(written(&small(), format), written(&small(), format));
        let rows: Vec<Entry> = small()
            .entries()
            .iter()
            .map(|one| (**one).clone())
            .collect();
        assert_eq!(
            written(&Books::from_rows(rows, []), format),
            written(&small(), format)
        );
        assert!(!written(&Books::default(), format).contains("2026"));
    }
}
