//! PPL-1, PPL-5, REQ-8, REQ-11, BRD, QUO: every refusal can be met, has a name of its own, and names its facts.

use std::collections::BTreeSet;

use strum::VariantNames;

use super::acts::one_of_each;
use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{Language, Logo};
use crate::domain::ids::{PersonId, RequestId};
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::request::CloseReason;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::undo::footing::Footing;
use crate::domain::why::{Fact, Refuses};

/// The names of all refusals: those that any area can give, those of each area, and the names that one goes by when
/// its facts say so.
fn all() -> BTreeSet<String> {
    let general = Refusal::VARIANTS.iter().copied();
    // What comes of an area goes by the names there.
    let general = general.take_while(|name| *name != "house");
    let areas = Refusal::AREAS
        .iter()
        .flat_map(|(_, names)| names.iter().copied());
    let footings = Footing::VARIANTS.iter();
    let special = ["contact-needs-reason", "moved-by-us"];
    let own = general.chain(areas).chain(special).map(str::to_owned);
    let own = own.filter(|name| name != "stood-on");
    own.chain(footings.map(|name| format!("stood-on-{name}")))
        .collect()
}

fn refused(bench: &Bench, who: Option<PersonId>, command: Command) -> Refusal {
    bench.decide(who, &command).expect_err("a refusal")
}

/// What is refused of requests as they stand, and to whom.
fn of_requests() -> Vec<(Option<PersonId>, Command)> {
    let request = |id| vec![RequestId(id)];
    vec![
        (Some(EVE), on(&[1], Act::Claim)),
        (None, on(&[1], Act::Claim)),
        (None, set_up()),
        (Some(BEN), on(&[9], Act::Claim)),
        (Some(BEN), on(&[1], Act::Assign(Some(FAY)))),
        (
            Some(BEN),
            Command::People(PeopleCommand::RemoveView(crate::domain::ViewId(9))),
        ),
        (Some(BEN), on(&[3], Act::Claim)),
        (Some(BEN), on(&[4], Act::Claim)),
        (Some(BEN), on(&[5], Act::Claim)),
        (Some(BEN), on(&[1], Act::Reopen)),
        (Some(BEN), on(&[1], Act::Wake)),
        (Some(BEN), on(&[1], Act::Snooze(0))),
        (Some(BEN), on(&[1], Act::Note("".into()))),
        (Some(BEN), on(&[1], Act::Tag("x".repeat(99).into(), true))),
        (
            Some(BEN),
            on(&[1], Act::Close(CloseReason::OTHER, "".into())),
        ),
        (Some(BEN), on(&[1], Act::Watch(false))),
        (
            Some(BEN),
            Command::Request(RequestCommand::Split {
                request: RequestId(1),
                parts: Vec::new(),
            }),
        ),
        (
            Some(BEN),
            Command::Request(RequestCommand::Merge {
                from: request(1),
                into: RequestId(1),
            }),
        ),
    ]
}

/// What is refused of people, of undo where nothing was done, and of a mail that came before.
fn of_people() -> Vec<(Option<PersonId>, Command)> {
    vec![
        (
            Some(ANNA),
            Command::People(PeopleCommand::ChangeRoles {
                person: BEN,
                roles: Vec::new(),
            }),
        ),
        (
            Some(ANNA),
            Command::People(PeopleCommand::SetActive {
                person: ANNA,
                active: false,
            }),
        ),
        (Some(CLEA), Command::Undo),
        (Some(CLEA), Command::Redo),
        (
            None,
            Command::Request(RequestCommand::Receive(Box::new(mail(
                1,
                "paul@client.example",
                "x",
                "y",
            )))),
        ),
    ]
}

/// What is refused because of what another did before.
fn of_what_others_did(bench: &mut Bench) -> Vec<Refusal> {
    let mut met = Vec::new();
    bench.act(BEN, RequestId(1), Act::Claim);
    met.push(refused(bench, Some(CLEA), on(&[1], Act::Claim)));
    bench.act(CLEA, RequestId(1), Act::Assign(None));
    met.push(refused(bench, Some(BEN), Command::Undo));
    let shared = Command::People(PeopleCommand::SaveView {
        name: "v".into(),
        query: "".into(),
        shared: true,
    });
    bench.must(Some(ANNA), shared);
    met.push(refused(
        bench,
        Some(BEN),
        Command::People(PeopleCommand::RemoveView(crate::domain::ViewId(1))),
    ));
    let plain = bench.any_request();
    bench.act(BEN, plain, Act::SetKind(Some(ORPHAN)));
    met.push(refused(bench, Some(BEN), on(&[plain.0], Act::Route)));
    let seen = bench.state.seq();
    bench.act(ANNA, plain, Act::SetSubject("C / hers".into()));
    let his = on(&[plain.0], Act::SetSubject("C / his".into())).upon(seen);
    met.push(refused(bench, Some(BEN), his));
    met
}

/// What is refused because its sender has not read what stands there.
fn of_what_was_not_read(bench: &Bench) -> [Refusal; 2] {
    let mut facts = bench.facts(Some(BEN), &Command::Request(RequestCommand::WakeDue));
    facts.seen = Some((RequestId(1), 1));
    let stale = crate::domain::decide(&bench.state, &facts, &on(&[1], Act::Claim));
    let unread = Command::House(HouseCommand::ChangeRouting(Box::new(matrix())));
    let facts = bench.facts(Some(ANNA), &unread);
    let blind = crate::domain::decide(&bench.state, &facts, &unread);
    [stale, blind].map(|refused| refused.expect_err("a refusal"))
}

/// What is refused while records are lost.
fn of_what_is_lost() -> Refusal {
    let mut holed = Bench::new();
    let meta = crate::domain::meta::Meta {
        seq: holed.state.seq() + 2,
        at: holed.now,
        actor: None,
        on_behalf: None,
        command: 1,
    };
    holed.state.apply(&meta, &[]);
    refused(&holed, Some(BEN), on(&[1], Act::Claim))
}

/// What is refused of a reason that no list has.
fn of_what_is_not_listed() -> Refusal {
    let mut closing = Bench::new();
    let id = closing.any_request();
    let reason = super::listed::later(42);
    closing.refused(BEN, id, Act::Close(reason, "because".into()))
}

/// Papers that nobody said how to write, and logos that are none.
fn of_wordings() -> Vec<Refusal> {
    let bench = one_of_each();
    let mut wording = crate::domain::wording::plain(Language::NL);
    wording.dates.months.truncate(11);
    let mut house = super::bench::house();
    house.papers = vec![Language::FR, Language::parse("pl").expect("Polish")];
    let (country, logo) = (super::bench::country("FR"), None);
    let wide = Logo {
        name: "logo.png".into(),
        width: 2_001,
        height: 10,
        size: 10,
        file: [1; 32],
    };
    let wanted = [
        HouseCommand::SetLogo { country, logo },
        HouseCommand::SetLogo {
            country,
            logo: Some(Box::new(wide)),
        },
        HouseCommand::ChangeWording(Box::new(wording)),
        HouseCommand::Change(Box::new(house)),
        HouseCommand::ChangeReading {
            language: Language::NL,
            words: Box::default(),
        },
    ];
    let seq = bench.state.seq();
    let upon = |command: HouseCommand| match Command::House(command) {
        command if command.is_whole() => command.upon(seq),
        command => command,
    };
    let refused = |command| refused(&bench, Some(ANNA), upon(command));
    wanted.into_iter().map(refused).collect()
}

fn meet_them() -> Vec<Refusal> {
    let mut bench = one_of_each();
    let at_once = of_requests().into_iter().chain(of_people());
    let mut met: Vec<Refusal> = at_once
        .map(|(who, command)| refused(&bench, who, command))
        .collect();
    met.push(refused(
        &Bench::empty(),
        None,
        Command::Request(RequestCommand::WakeDue),
    ));
    met.extend(of_what_others_did(&mut bench));
    met.extend(of_what_was_not_read(&bench));
    met.push(of_what_is_lost());
    met.push(of_what_is_not_listed());
    met.extend(of_wordings());
    met.extend(super::contacts::met());
    met.extend(super::directory::met());
    met.extend(super::lists::met());
    met.extend(super::access::refusals());
    met.extend(super::opportunity::met());
    met.extend(super::quotation::met());
    met.extend(super::escrow::met());
    met
}

#[test]
fn ppl_1_every_refusal_can_be_met_and_has_a_name_of_its_own() {
    let met = meet_them().into_iter().map(|met| met.key().to_owned());
    let met: BTreeSet<String> = met.collect();
    let all = all();
    let missing: Vec<_> = all.difference(&met).collect();
    assert!(missing.is_empty(), "refusals nobody met: {missing:?}");
    assert_eq!(met, all);
}

#[test]
fn req_8_a_refusal_names_its_facts() {
    let claimed = RequestRefusal::AlreadyClaimed {
        by: "Ben".into(),
        at: 7,
    };
    let facts = [("by", Fact::Word("Ben".into())), ("at", Fact::Time(7))];
    assert_eq!(claimed.facts(), facts);
    let merged = RequestRefusal::IsMerged { into: RequestId(4) };
    assert_eq!(merged.facts(), [("request", Fact::Word("R-4".into()))]);
    for refusal in meet_them() {
        let names: Vec<&str> = refusal.facts().iter().map(|(name, _)| *name).collect();
        let said = format!("{refusal:?}");
        let first = said.split(['(', ' ']).next().unwrap_or_default();
        let of_area = Refusal::AREAS.iter().any(|(name, _)| *name == first);
        let own = if of_area {
            &said[first.len() + 1..]
        } else {
            &said
        };
        let has_fields = own.contains(['(', '{']) && refusal.key() != "contact-needs-reason";
        assert_eq!(names.is_empty(), !has_fields, "{refusal:?}");
    }
}
