//! REQ-2, REQ-3, WKS-9: mail is read by the words of the house: from the next message on, never what came before; a date that
//! nobody can tell is asked for; and what was read is what a replay gives.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::RequestId;
use crate::domain::person::Role;
use crate::domain::refusal::Refusal;
use crate::domain::request::Finding;
use crate::text::reading::{Words, shipped_words};

const PAUL: &str = "paul@client.example";

fn portuguese() -> Words {
    let months =
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro";
    let days = "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo";
    let mut words = Words::default();
    let named = |prefix: &str| {
        let keys = crate::text::reading::keys::KEYS.iter();
        keys.filter(|key| key.parts().0 == prefix)
            .map(|key| key.name)
            .collect::<Vec<_>>()
    };
    for (section, names) in [("months", months), ("weekdays", days)] {
        for (key, name) in named(section).into_iter().zip(names.split(' ')) {
            words.0.insert(key.into(), vec![name.into()]);
        }
    }
    let mut list = |name: &str, all: &str| {
        let all = all.split(", ").map(Box::from).collect();
        words.0.insert(name.into(), all);
    };
    list(
        "mail.common",
        "os, uma, para, com, não, bom, dia, obrigado, precisamos, nossa, sobre",
    );
    list("deadline.limits", "até, até ao dia, antes de");
    list("dates.of", "de, do");
    list("dates.order", "day");
    words
}

fn change(words: Words) -> Command {
    Command::House(HouseCommand::ChangeReading {
        language: Language::parse("pt").expect("Portuguese"),
        words: Box::new(words),
    })
}

fn set(bench: &mut Bench, words: Words) {
    let command = change(words).upon(bench.state.seq());
    bench.must(Some(ANNA), command);
}

fn ask(bench: &mut Bench) -> RequestId {
    let body =
        "Bom dia, precisamos de uma proposta para os nossos clientes até sexta-feira. Obrigado.";
    bench.request(PAUL, "CLIENT / proposta", body)
}

#[test]
fn req_3_wks_9_a_language_a_house_adds_is_read_from_the_next_mail_on_and_undo_takes_it_back() {
    let mut bench = Bench::new();
    let before = ask(&mut bench);
    let unread = bench.get(before).clone();
    assert_eq!(
        (unread.deadline, unread.findings.has(Finding::NoDeadline)),
        (None, true)
    );
    set(&mut bench, portuguese());
    assert_eq!(
        *bench.get(before),
        unread,
        "what was read stays as it was read"
    );
    let after = ask(&mut bench);
    let read = bench.get(after).clone();
    assert_eq!(shown(read.deadline), "2026-03-13 18:00");
    assert_eq!(read.language.code(), "pt", "REQ-2");
    assert!(!read.findings.has(Finding::NoDeadline));
    bench.must(Some(ANNA), Command::Undo);
    let later = ask(&mut bench);
    assert_eq!(bench.get(later).deadline, None);
    assert_eq!(bench.get(after).deadline, read.deadline);
    assert_eq!(bench.replayed(), bench.state);
    assert_eq!(
        bench.replayed().lexicon().langs("pt"),
        bench.state.lexicon().langs("pt")
    );
}

#[test]
fn wks_9_the_words_of_a_shipped_language_can_be_changed_and_put_back() {
    let mut bench = Bench::new();
    let shipped = shipped_words("nl").expect("Dutch").clone();
    let mut own = shipped.clone();
    own.0
        .insert("deadline.limits".into(), vec!["alleszins".into()]);
    let mut send = |words: &Words| {
        let command = Command::House(HouseCommand::ChangeReading {
            language: Language::NL,
            words: Box::new(words.clone()),
        });
        let command = command.upon(bench.state.seq());
        let events = bench.must(Some(ANNA), command).events.len();
        let id = bench.request(PAUL, "CLIENT / x", "Graag een offerte alleszins 20 maart.");
        let own = bench.state.reading(Language::NL).is_some();
        (events, shown(bench.get(id).deadline), own)
    };
    assert_eq!(send(&own), (1, "2026-03-20 18:00".to_owned(), true));
    assert_eq!(
        send(&own),
        (0, "2026-03-20 18:00".to_owned(), true),
        "nothing to change"
    );
    assert_eq!(send(&shipped), (1, shown(None), false));
}

#[test]
fn wks_9_words_that_would_be_found_in_every_mail_are_refused() {
    let mut bench = Bench::new();
    let mut wrong = portuguese();
    wrong.0.insert("deadline.limits".into(), vec!["a".into()]);
    let command = change(wrong).upon(bench.state.seq());
    let what = "deadline.limits".into();
    let refused = bench.run(Some(ANNA), command).expect_err("refused");
    assert_eq!(refused, HouseRefusal::ReadingWrong { what }.into());
    let command = change(portuguese()).upon(bench.state.seq());
    let refused = bench.run(Some(BEN), command);
    assert!(
        matches!(refused, Err(Refusal::NotPermitted(_))),
        "{refused:?}"
    );
    let who = bench.state.person(ANNA).expect("Anna");
    assert!(who.roles.contains(&Role::Administrator));
}

#[test]
fn req_3_a_date_that_can_be_read_two_ways_is_asked_for_and_set_with_one_key() {
    let mut bench = Bench::new();
    let body = "Hello, we would like a quote for our team. Please reply by 5/6. Thanks";
    let id = bench.request(PAUL, "CLIENT / quote", body);
    let findings = bench.get(id).findings;
    assert!(findings.has(Finding::DoubtfulDate) && !findings.has(Finding::NoDeadline));
    assert_eq!(bench.get(id).deadline, None);
    let organisation = bench.get(id).organisation;
    let to = paris("2026-06-05 12:00");
    bench.act(BEN, id, Act::SetDeadline(Some(to)));
    assert!(bench.get(id).findings.is_empty());
    // Where the client is known to be, their dates are theirs.
    for (code, date) in [("US", "2026-05-06 18:00"), ("GB", "2026-06-05 18:00")] {
        bench.profile(organisation, |profile| {
            profile.country = Some(country(code))
        });
        let id = bench.request(PAUL, "CLIENT / quote", body);
        let read = bench.get(id);
        assert_eq!(shown(read.deadline), date, "{code}");
        assert!(read.findings.is_empty(), "{code}");
    }
    assert_eq!(bench.replayed(), bench.state);
}

#[test]
fn req_3_a_further_mail_with_a_doubtful_date_asks_too() {
    let mut bench = Bench::new();
    let id = bench.request(
        PAUL,
        "CLIENT / quote",
        "Hello, we would like a quote for our team.",
    );
    assert!(bench.get(id).findings.has(Finding::NoDeadline));
    let key = bench.last_key();
    let mut more = mail(
        900,
        PAUL,
        "Re: CLIENT / quote",
        "Please reply by 5/6, thanks to you and the team.",
    );
    more.parents = vec![crate::domain::ids::MessageKey(key | 1 << 120)];
    let joined = bench.receive(more);
    assert!(joined.is_ok(), "{joined:?}");
    let findings = bench.get(id).findings;
    assert!(findings.has(Finding::DoubtfulDate) && !findings.has(Finding::NoDeadline));
}
