//! PPL-9: what is known of a contact is put right at any time, by who works requests.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::house::Language;
use crate::domain::ids::{ContactId, RequestId};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::refusal::Refusal;

fn entry(name: &str, email: &str, phone: &str) -> ContactEntry {
    ContactEntry {
        name: name.into(),
        email: email.into(),
        phone: phone.into(),
        ..ContactEntry::default()
    }
}

fn edit(id: u32, entry: ContactEntry) -> Command {
    Command::Directory(DirectoryCommand::EditContact {
        contact: ContactId(id),
        entry: Box::new(entry),
    })
}

/// Two clients who wrote: contacts 1 and 2.
fn two() -> Bench {
    let mut bench = Bench::new();
    bench.request("paul@client.example", "CLIENT / one", "text");
    bench.request("zoe@other.example", "OTHER / two", "text");
    bench
}

/// The refusals of this rule, each met.
pub(super) fn met() -> Vec<Refusal> {
    let bench = two();
    let refused = |email: &str| {
        let command = edit(1, entry("Paul", email, ""));
        bench.decide(Some(BEN), &command).expect_err("a refusal")
    };
    vec![refused("paul"), refused("ZOE@other.example")]
}

#[test]
fn ppl_9_a_mailed_clients_name_phone_and_address_are_put_right_and_later_mail_finds_them() {
    let mut bench = two();
    let to = entry(
        " Paul Roux ",
        "p.roux@client.example",
        "01 42 68 53 00 (le matin)",
    );
    bench.must(Some(BEN), edit(1, to));
    let paul = bench.state.contact(ContactId(1)).expect("there");
    assert_eq!(
        ContactEntry::of(paul),
        entry(
            "Paul Roux",
            "p.roux@client.example",
            "01 42 68 53 00 (le matin)"
        )
    );
    assert_eq!(
        bench.state.contact_of_email("P.Roux@client.example"),
        Some(ContactId(1))
    );
    assert_eq!(bench.state.contact_of_email("paul@client.example"), None);
    let later = bench.request("p.roux@client.example", "CLIENT / again", "text");
    assert_eq!(bench.get(later).contact, ContactId(1));
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(
        bench.state.contact_of_email("paul@client.example"),
        Some(ContactId(1))
    );
    assert_eq!(bench.state.contact_of_email("p.roux@client.example"), None);
    let same = edit(
        1,
        ContactEntry::of(bench.state.contact(ContactId(1)).expect("there")),
    );
    let nothing = bench.decide(Some(BEN), &same).expect("allowed");
    assert!(nothing.events.is_empty());
}

#[test]
fn ppl_9_what_is_no_contact_any_more_is_refused_before_anything_is_stored() {
    let bench = two();
    let long = "x".repeat(1_000);
    for (to, refusal) in [
        (entry(" ", "", ""), Refusal::TextMissing),
        (entry(&long, "", ""), Refusal::TooLong { most: 200 }),
        (entry("", "", &long), Refusal::TooLong { most: 100 }),
        (
            entry("", "zoe@other.example", ""),
            Refusal::Directory(DirectoryRefusal::AddressTaken {
                name: name_of(&bench, 2),
            }),
        ),
    ] {
        assert_eq!(bench.decide(Some(BEN), &edit(1, to)), Err(refusal));
    }
    for wrong in [
        "paul",
        "@client.example",
        "paul@",
        "a@b@c",
        "a b@c.example",
        "<a@b.example>",
        "a@b,c@d",
    ] {
        let refused = bench.decide(Some(BEN), &edit(1, entry("Paul", wrong, "")));
        assert_eq!(
            refused,
            Err(Refusal::Directory(DirectoryRefusal::AddressWrong(
                wrong.into()
            )))
        );
    }
    assert_eq!(
        bench.decide(Some(BEN), &edit(9, entry("x", "", ""))),
        Err(Refusal::NoSuchThing)
    );
    let by_facilitator = bench.decide(Some(FAY), &edit(1, entry("x", "", "")));
    assert!(matches!(by_facilitator, Err(Refusal::NotPermitted(_))));
}

fn name_of(bench: &Bench, id: u32) -> Box<str> {
    let contact = bench.state.contact(ContactId(id));
    contact
        .map(|contact| contact.name.clone())
        .unwrap_or_default()
}

#[test]
fn req_2_the_language_a_client_is_answered_in_is_put_right() {
    let mut bench = two();
    let id = RequestId(1);
    let was = bench.get(id).language;
    assert_ne!(was, Language::EN);
    bench.act(BEN, id, Act::SetLanguage(Language::EN));
    assert_eq!(bench.get(id).language, Language::EN);
    assert_eq!(
        bench.refused(BEN, id, Act::SetLanguage(Language::EN)),
        Refusal::AlreadySo
    );
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(id).language, was);
}
