//! The books for beancount: an account a currency, each opened for that one alone, so that an amount in another one fails
//! `bean-check`; at the end, what stands on each. Words from outside stand in quotes.

use std::fmt::Write as _;

use chrono::Days;
use chrono_tz::Tz;

use super::amount::{Figure, instant};
use super::order::{ByDay, Dated};
use crate::domain::escrow::{Account, Books};
use crate::domain::money::Currency;
use crate::text::sanitise::clean_line;

const HEAD: &str = "\
;; All that was booked, for beancount. To check: bean-check FILE
";

/// Yields what is opened, then the entries, then what stands.
pub(super) fn pieces(books: &Books, zone: Tz) -> impl Iterator<Item = String> + Send + '_ {
    let entries = ByDay::new(books, zone);
    let span = entries.span();
    let opened = std::iter::once(HEAD.to_owned()).chain(books.accounts().filter_map(
        move |(account, currency, _)| {
            let (first, _) = span?;
            let (name, code) = (name(account, currency), currency.code());
            Some(format!("{first} open {name} {code}\n"))
        },
    ));
    let stands =
        books
            .accounts()
            .enumerate()
            .filter_map(move |(nth, (account, currency, minor))| {
                let next = span?.1.checked_add_days(Days::new(1))?;
                let (name, code) = (name(account, currency), currency.code());
                let gap = if nth == 0 { "\n" } else { "" };
                let minor = Figure(minor, currency);
                Some(format!("{gap}{next} balance {name}  {minor} {code}\n"))
            });
    opened.chain(entries.map(|one| entry(&one))).chain(stands)
}

fn entry(one: &Dated<'_>) -> String {
    let (entry, currency) = (one.entry, one.entry.currency);
    let mut text = format!(
        "\n{} * \"{} {}\" \"{}\"\n",
        one.day,
        entry.id,
        entry.code.key(),
        quoted(&entry.text)
    );
    let _ = writeln!(text, "  booked: \"{}\"", instant(entry.at));
    if let Some(project) = entry.project {
        let _ = writeln!(text, "  project: \"{project}\"");
    }
    if let Some(number) = entry.number {
        let _ = writeln!(text, "  number: \"{number}\"");
    }
    if let Some(of) = entry.of {
        let _ = writeln!(text, "  of: \"{of}\"");
    }
    if !entry.key.is_empty() {
        let _ = writeln!(text, "  bank: \"{}\"", quoted(&entry.key));
    }
    for (posting, _) in &one.postings {
        let (name, minor) = (name(posting.account, currency), posting.minor);
        let (minor, code) = (Figure(minor, currency), currency.code());
        let _ = writeln!(text, "  {name}  {minor} {code}");
    }
    text
}

/// The name of an account in a currency: parts of letters, figures and hyphens, each with a capital or a figure first.
fn name(account: Account, currency: Currency) -> String {
    let technical = account.to_string().replace('.', "-");
    let mut name = String::with_capacity(technical.len() + 4);
    for part in technical.split(':') {
        let mut letters = part.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name.push(':');
    }
    name.push_str(currency.code());
    name
}

/// Words within quotes.
fn quoted(words: &str) -> String {
    clean_line(words).replace('\\', "\\\\").replace('"', "\\\"")
}
