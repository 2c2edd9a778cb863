//! Mailboxes of From, To and their kin.
//!
//! Groups are flattened. Nothing is checked: an address is what the sender wrote.

use super::{limits, message::Address, words};
use mail_parser::{Addr, Address as Parsed, parsers::MessageStream};

/// The mailboxes of a field, at most 500.
pub(crate) fn list(value: &[u8]) -> Vec<Address> {
    let value = value.get(..limits::ADDRESS_FIELD).unwrap_or(value);
    let plain = value.is_ascii() && memchr::memmem::find(value, b"=?").is_none();
    let mut simple = if plain {
        value.to_vec()
    } else {
        words::simplify(value)
    };
    simple.push(b'\n');
    match MessageStream::new(&simple).parse_address().into_address() {
        Some(Parsed::List(list)) => collect(list.into_iter()),
        Some(Parsed::Group(groups)) => {
            collect(groups.into_iter().flat_map(|group| group.addresses))
        }
        None => Vec::new(),
    }
}

/// A mailbox written in one value, such as `Ana <ana@example.org>` or `ana@example.org`.
pub(crate) fn one(text: &str) -> Option<Address> {
    list(text.as_bytes()).into_iter().next()
}

fn collect<'a>(found: impl Iterator<Item = Addr<'a>>) -> Vec<Address> {
    found.filter_map(address).take(limits::ADDRESSES).collect()
}

fn address(found: Addr<'_>) -> Option<Address> {
    let name = words::one_line(found.name.as_deref().unwrap_or_default());
    let mut name = limits::chars(&name, limits::LINE).to_owned();
    let written = found.address.as_deref().unwrap_or_default().trim();
    let mut email = lower_domain(written);
    if email.len() > limits::ID {
        name = limits::chars(&email, limits::LINE).to_owned();
        email.clear();
    }
    (!name.is_empty() || !email.is_empty()).then_some(Address { name, email })
}

fn lower_domain(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((local, domain)) => format!("{local}@{}", domain.to_lowercase()),
        None => email.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(raw: &str) -> Vec<(String, String)> {
        list(raw.as_bytes())
            .into_iter()
            .map(|a| (a.name, a.email))
            .collect()
    }

    fn pair(name: &str, email: &str) -> Vec<(String, String)> {
        vec![(name.to_owned(), email.to_owned())]
    }

    #[test]
    fn req_1_mailboxes() {
        assert_eq!(pairs("Ana.B@Example.ORG"), pair("", "Ana.B@example.org"));
        assert_eq!(
            pairs("\"Roy, Ana\" <ana@example.org>"),
            pair("Roy, Ana", "ana@example.org")
        );
        assert_eq!(
            pairs("ana@example.org (Ana Roy)"),
            pair("Ana Roy", "ana@example.org")
        );
        assert_eq!(
            pairs("=?utf-8?Q?L=C3=A9a_Roy=2C_caf=C3?= =?utf-8?Q?=A9?= <lea@example.org>"),
            pair("Léa Roy, café", "lea@example.org")
        );
        assert_eq!(
            pairs("Léa <lea@example.org>"),
            pair("Léa", "lea@example.org")
        );
        assert_eq!(pairs("undisclosed-recipients:;"), vec![]);
        assert_eq!(pairs("Team: a@example.org, B <b@example.org>;").len(), 2);
        assert_eq!(pairs("Ana Roy"), pair("Ana Roy", ""));
        assert_eq!(pairs(""), vec![]);
        assert_eq!(list(b"L\xe9a <lea@example.org>")[0].name, "Léa");
    }

    #[test]
    fn req_1_at_most_500_mailboxes() {
        assert_eq!(
            list("a@example.org, ".repeat(2_000).as_bytes()).len(),
            limits::ADDRESSES
        );
    }
}
