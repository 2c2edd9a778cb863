//! REQ-8, REQ-9, REQ-11, WKS-7: six people do random things to a few requests, at random times. Whatever
//! they do, replay gives the same state, indexes agree with the rows, and undo gives back what was.

mod directory;
mod indexes;

pub(crate) use directory::directory;

use proptest::prelude::*;

use super::bench::*;
use super::undo::plain;
use crate::domain::Command;
use crate::domain::access::command::AccessCommand;
use crate::domain::access::{AccessKey, CodeDigest};
use crate::domain::calendar::Calendar;
use crate::domain::command::{Act, SplitPart};
use crate::domain::event::Event;
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::{InvitationId, OrganisationId, PersonId, RequestId, ViewId};
use crate::domain::meta::Meta;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Permission, Preferences, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{CloseReason, Finding, Group, Request, Source, Status, Wish};
use crate::domain::state::State;
use crate::journal::codec;
use indexes::indexes_agree;

const REQUESTS: u32 = 20;
const PEOPLE: u32 = 6;

/// What somebody does, and how many minutes pass before.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub minutes: i64,
    pub who: Option<PersonId>,
    pub command: Command,
}

fn request() -> impl Strategy<Value = RequestId> {
    (1..=REQUESTS).prop_map(RequestId)
}

fn person() -> impl Strategy<Value = PersonId> {
    (1..=PEOPLE).prop_map(PersonId)
}

fn instant() -> impl Strategy<Value = i64> {
    (0..20_000_i64).prop_map(|minutes| paris("2026-03-10 10:00") + minutes * 60_000)
}

fn word() -> impl Strategy<Value = Box<str>> {
    prop::sample::select(vec!["a", "b", "urgent", "Été / chaud", "CLIENT / x", ""])
        .prop_map(Into::into)
}

fn act() -> impl Strategy<Value = Act> {
    let outcome = prop::sample::select(vec![Outcome::Called, Outcome::NoAnswer, Outcome::Spoke]);
    let groups = vec![
        None,
        Some(Group::Subcontracting),
        Some(Group::ClientIntroduction),
    ];
    let kinds = vec![None, Some(R1), Some(STATISTICS), Some(ORPHAN)];
    prop_oneof![
        Just(Act::Claim),
        prop::option::of(person()).prop_map(Act::Assign),
        any::<bool>().prop_map(Act::Watch),
        instant().prop_map(Act::Snooze),
        Just(Act::Wake),
        (word(), any::<bool>()).prop_map(|(tag, there)| Act::Tag(tag, there)),
        (prop::sample::select(CloseReason::ALL.to_vec()), word())
            .prop_map(|(r, t)| Act::Close(r, t)),
        Just(Act::Reopen),
        word().prop_map(Act::Note),
        (outcome, word()).prop_map(|(outcome, text)| Act::Attempt(outcome, text)),
        word().prop_map(Act::Validate),
        prop::sample::select(groups).prop_map(Act::SetGroup),
        Just(Act::Route),
        prop::sample::select(kinds).prop_map(Act::SetKind),
        word().prop_map(Act::SetSubject),
        prop::option::of(instant()).prop_map(Act::SetDeadline),
        prop::sample::select(Finding::ALL.to_vec()).prop_map(Act::Settle),
        prop::option::of(instant()).prop_map(Act::ClientOwes),
        prop::option::of(instant()).prop_map(Act::HouseOwes),
        prop::option::of(0..50_u32).prop_map(|n| Act::SetWish(Box::new(Wish {
            participants: n,
            ..Wish::default()
        }))),
        (1..6_u32).prop_map(|id| Act::SetOrganisation(OrganisationId(id))),
    ]
}

fn incoming() -> impl Strategy<Value = Command> {
    let senders = vec![
        "a@one.example",
        "b@one.example",
        "c@two.fr",
        "d@gmail.com",
        "ben@staff.example",
        "",
    ];
    let parents = prop::collection::vec(0..40_u128, 0..3);
    let from = prop::sample::select(senders);
    (0..40_u128, from, parents, word(), any::<bool>(), 0..3_u8).prop_map(
        |(key, from, parents, subject, automatic, source)| {
            let mut mail = answering(
                mail(
                    key,
                    from,
                    &subject,
                    "cotation 1/ one thing to do\n2/ another",
                ),
                &parents,
            );
            mail.automatic = automatic;
            if source == 0 {
                mail.source = Source::Form;
                mail.asked.tags = vec![subject];
            }
            Command::Request(RequestCommand::Receive(Box::new(mail)))
        },
    )
}

fn profile() -> impl Strategy<Value = Command> {
    let names = prop::sample::select(vec!["One", "Two", "one", "Élan"]);
    let domains = prop::sample::select(vec!["one.example", "two.fr", "TWO.fr", "x.example"]);
    (
        1..6_u32,
        names,
        prop::option::of(domains),
        prop::option::of(1..6_u32),
        any::<bool>(),
    )
        .prop_map(|(id, name, domain, parent, known)| {
            let profile = OrganisationProfile {
                name: name.into(),
                domains: domain.into_iter().map(Into::into).collect(),
                parent: parent.map(OrganisationId),
                known,
                ..OrganisationProfile::default()
            };
            Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation: OrganisationId(id),
                profile: Box::new(profile),
            })
        })
}

/// Keys and invitations: few enough that they meet.
fn access() -> impl Strategy<Value = Command> {
    let key = || (0..6_u8).prop_map(super::access::key);
    let digest = || (0..6_u8).prop_map(|n| CodeDigest([n; 32]));
    prop_oneof![
        (person(), key())
            .prop_map(|(person, key)| Command::Access(AccessCommand::AddKey { person, key })),
        (key(), word()).prop_map(|(key, name)| Command::Access(AccessCommand::NameKey {
            fingerprint: key.fingerprint,
            name
        })),
        key().prop_map(|key| Command::Access(AccessCommand::RevokeKey(key.fingerprint))),
        (person(), digest(), instant()).prop_map(|(person, digest, until)| Command::Access(
            AccessCommand::Invite {
                person,
                digest,
                until
            }
        )),
        (1..6_u32)
            .prop_map(|id| Command::Access(AccessCommand::WithdrawInvitation(InvitationId(id)))),
        (digest(), key())
            .prop_map(|(digest, key)| Command::Access(AccessCommand::Redeem { digest, key })),
        (person(), word(), word()).prop_map(|(person, name, email)| Command::People(
            PeopleCommand::Edit {
                person,
                name,
                email
            }
        )),
    ]
}

/// Other delays and hours; only one of the six may.
fn settings() -> impl Strategy<Value = Command> {
    let delay = || prop::sample::select(vec![60_u32, 240, 480, 1_440]);
    let hours = prop::sample::select(vec![(540_u16, 1_080_u16), (480, 720)]);
    (delay(), delay(), delay(), hours).prop_map(|(answer, client, retry, hours)| {
        let mut house = house();
        let holidays = house.calendar.holidays().to_vec();
        let calendar = Calendar::weekdays("Europe/Paris", &[hours], holidays);
        house.calendar = calendar.expect("a calendar");
        (house.answer_minutes, house.client_minutes) = (answer, client);
        house.retry_minutes = retry;
        Command::House(HouseCommand::Change(Box::new(house)))
    })
}

fn command() -> impl Strategy<Value = Command> {
    let ids = || prop::collection::vec(request(), 1..4);
    let part = (word(), word()).prop_map(|(subject, body)| SplitPart { subject, body });
    prop_oneof![
        12 => (ids(), act()).prop_map(|(requests, act)| Command::Request(RequestCommand::On { requests, act })),
        5 => incoming(),
        2 => (ids(), request()).prop_map(|(from, into)| Command::Request(RequestCommand::Merge { from, into })),
        1 => (request(), prop::collection::vec(part, 0..4))
            .prop_map(|(request, parts)| Command::Request(RequestCommand::Split { request, parts })),
        1 => profile(),
        2 => directory(),
        1 => (word(), word(), any::<bool>())
            .prop_map(|(name, query, shared)| Command::People(PeopleCommand::SaveView { name, query, shared })),
        1 => (1..5_u32).prop_map(|id| Command::People(PeopleCommand::RemoveView(ViewId(id)))),
        1 => any::<bool>()
            .prop_map(|toured| Command::People(PeopleCommand::ChangePreferences(Preferences { toured, ..Preferences::default() }))),
        1 => (person(), prop::sample::select(Role::ALL.to_vec()))
            .prop_map(|(person, role)| Command::People(PeopleCommand::ChangeRoles { person, roles: vec![role, Role::RelationOfficer] })),
        1 => (2..=PEOPLE, any::<bool>())
            .prop_map(|(id, active)| Command::People(PeopleCommand::SetActive { person: PersonId(id), active })),
        2 => access(),
        3 => settings(),
        3 => Just(Command::House(HouseCommand::Recount)),
        1 => Just(Command::Request(RequestCommand::WakeDue)),
        5 => Just(Command::Undo),
        3 => Just(Command::Redo),
    ]
}

/// Something that somebody, or the house, does.
pub(crate) fn step() -> impl Strategy<Value = Step> {
    let who = prop_oneof![9 => person().prop_map(Some), 1 => Just(None)];
    (0..600_i64, who, command()).prop_map(|(minutes, who, command)| Step {
        minutes,
        who,
        command,
    })
}

/// A house in which something has happened already, so that most random commands find their request.
fn busy() -> Bench {
    let mut bench = Bench::new();
    for n in 0..8 {
        let from = ["a@one.example", "c@two.fr", "d@gmail.com"][n % 3];
        bench
            .receive(mail(n as u128, from, "cotation", "text"))
            .expect("taken in");
    }
    bench
}

/// Ids are dense, references exist, nobody waits on what is gone.
fn sound(state: &State) -> Result<(), TestCaseError> {
    for (n, row) in state.requests().iter().enumerate() {
        prop_assert_eq!(row.id, RequestId::at(n));
        prop_assert!(state.organisation(row.organisation).is_some());
        prop_assert!(state.contact(row.contact).is_some());
        prop_assert!(row.trail.is_sorted() && !row.trail.is_empty());
        prop_assert!(row.tags.is_sorted() && row.watchers.is_sorted());
        prop_assert!(row.messages.len() <= Request::MOST);
        let gone = matches!(row.status, Status::Closed { .. } | Status::Merged { .. });
        prop_assert!(!gone || row.turn.due.is_none(), "{row:?}");
        prop_assert!(row.turn.due.is_some() || row.counted.is_none(), "{row:?}");
        if let (None, Some(house), true) = (state.to_recount(), state.house(), row.is_live()) {
            prop_assert_eq!(row.counted, row.recounted(house), "{:?}", row);
        }
        if let Status::Merged { mut into } = row.status {
            for _ in 0..REQUESTS {
                match state.request(into).map(|r| r.status) {
                    Some(Status::Merged { into: next }) => into = next,
                    other => {
                        prop_assert!(!matches!(other, None | Some(Status::Void)), "{row:?}");
                        break;
                    }
                }
            }
            let end = state.request(into).map(|r| r.status);
            prop_assert!(
                !matches!(end, Some(Status::Merged { .. })),
                "a circle: {row:?}"
            );
        }
    }
    for key in state.access().keys() {
        prop_assert!(state.person(key.person).is_some(), "{key:?}");
    }
    for person in state.people() {
        let live = state.access().keys_of(person.id).filter(|k| k.is_live());
        prop_assert!(live.count() <= AccessKey::MOST);
    }
    Ok(())
}

fn encoded(state: &State) -> (Vec<u8>, Vec<u8>) {
    let rows: Vec<&Request> = state.requests().iter().map(|row| &**row).collect();
    (
        codec::encode(state.head()).expect("a head"),
        codec::encode(&rows).expect("rows"),
    )
}

/// The inverse of an inverse is the event itself, where there is one.
fn inverse_of_inverse(meta: &Meta, event: &Event) -> Result<(), TestCaseError> {
    let Some(inverse) = event.inverse(meta.seq) else {
        return Ok(());
    };
    let again = inverse.inverse(meta.seq);
    match event {
        // What was said is struck out, then stands again; what was made is void, then open again.
        Event::Request(RequestEvent::Noted { request, .. })
        | Event::Request(RequestEvent::Attempted { request, .. }) => {
            let stands = Event::Request(RequestEvent::Retracted {
                request: *request,
                of: meta.seq,
                back: false,
            });
            prop_assert_eq!(again, Some(stands));
        }
        Event::Request(RequestEvent::Received { .. }) => {
            prop_assert_eq!(again.and_then(|e| e.inverse(meta.seq)), Some(inverse))
        }
        _ => prop_assert_eq!(again.as_ref(), Some(event)),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn req_11_whatever_people_do_replay_gives_the_same_state(steps in prop::collection::vec(step(), 1..80)) {
        let mut bench = busy();
        for step in steps {
            bench.now += step.minutes * 60_000;
            let before = encoded(&bench.state);
            if bench.run(step.who, step.command).is_err() {
                prop_assert_eq!(before, encoded(&bench.state), "a refusal leaves no trace");
            }
        }
        let replayed = bench.replayed();
        prop_assert_eq!(encoded(&bench.state), encoded(&replayed));
        prop_assert_eq!(&bench.state, &replayed);
        indexes_agree(&bench.state)?;
        indexes_agree(&replayed)?;
        sound(&bench.state)?;
        for (meta, events) in &bench.records {
            for event in events {
                inverse_of_inverse(meta, event)?;
                let bytes = codec::encode(event).expect("encoded");
                prop_assert_eq!(&codec::decode::<Event>(&bytes).expect("decoded"), event);
            }
        }
    }

    #[test]
    fn req_11_undo_right_after_gives_back_every_field(steps in prop::collection::vec(step(), 1..60)) {
        let mut bench = busy();
        for step in steps {
            bench.now += step.minutes * 60_000;
            let undoable = !matches!(step.command, Command::Undo | Command::Redo);
            let before = bench.clone();
            let Ok(decision) = bench.run(step.who, step.command.clone()) else { continue };
            let (Some(who), true) = (step.who, undoable) else { continue };
            if !crate::domain::state::stacks::can_be_undone(&decision.events) {
                continue;
            }
            let mut undone = bench.clone();
            undone.now += 60_000;
            if let Err(refusal) = undone.run(Some(who), Command::Undo) {
                // Whoever may no longer share can take a shared view away, and not bring it back.
                prop_assert_eq!(refusal, Refusal::NotPermitted(Permission::ShareViews));
                continue;
            }
            let mut rows = plain(&undone);
            let made = rows.split_off(before.state.requests().len());
            prop_assert_eq!(rows, plain(&before), "{:?}", step.command);
            prop_assert!(made.iter().all(|row| row.status == Status::Void));
            let views = |b: &Bench| b.state.views().cloned().collect::<Vec<_>>();
            prop_assert_eq!(views(&undone), views(&before));
            let known = |b: &Bench| b.state.organisation_rows().take(3).cloned().collect::<Vec<_>>();
            prop_assert_eq!(known(&undone), known(&before));
            let asked = |b: &Bench| b.state.contact_rows().take(3).cloned().collect::<Vec<_>>();
            prop_assert_eq!(asked(&undone), asked(&before));
            let people = |b: &Bench| b.state.people().cloned().collect::<Vec<_>>();
            prop_assert_eq!(people(&undone), people(&before));
            prop_assert_eq!(undone.state.access(), before.state.access());
            undone.run(Some(who), Command::Redo).expect("a redo");
            prop_assert_eq!(plain(&undone), plain(&bench), "{:?}", step.command);
        }
    }
}
