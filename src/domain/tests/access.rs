//! PPL-5: keys and invitations. A key belongs to one person for ever, an invitation binds one key once,
//! and an answer at the door tells nothing.

use super::bench::*;
use crate::domain::access::event::AccessEvent;
use crate::domain::access::refusal::AccessRefusal;
use crate::domain::access::{
    AccessKey, Algorithm, CodeDigest, Fingerprint, Invitation, InvitationState, NewKey,
};
use crate::domain::event::Event;
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::person::{Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::{Command, Millis};

/// A key like no other, by its number.
pub(crate) fn key(n: u8) -> NewKey {
    let signs: Vec<char> = ('A'..='Z').chain('a'..='z').collect();
    let sign = |n: u8| signs[usize::from(n) % signs.len()];
    let text = format!("SHA256:{}{}{}A", sign(n / 52), sign(n), "x".repeat(40));
    NewKey {
        fingerprint: Fingerprint::parse(&text).expect("a fingerprint"),
        algorithm: Algorithm::Ed25519,
        public: format!("ssh-ed25519 AAAA{n}").into(),
        name: " laptop ".into(),
    }
}

fn print(n: u8) -> Fingerprint {
    key(n).fingerprint
}

fn add(person: PersonId, n: u8) -> Command {
    Command::AddKey {
        person,
        key: key(n),
    }
}

fn invite(person: PersonId, code: u8, until: Millis) -> Command {
    Command::Invite {
        person,
        digest: CodeDigest([code; 32]),
        until,
    }
}

fn redeem(code: u8, n: u8) -> Command {
    Command::Redeem {
        digest: CodeDigest([code; 32]),
        key: key(n),
    }
}

fn name(n: u8, name: &str) -> Command {
    Command::NameKey {
        fingerprint: print(n),
        name: name.into(),
    }
}

fn active(person: PersonId, active: bool) -> Command {
    Command::SetActive { person, active }
}

fn get(bench: &Bench, n: u8) -> &AccessKey {
    bench.state.access().key(&print(n)).expect("a key")
}

fn state_of(bench: &Bench, id: u32) -> InvitationState {
    let invitation = bench.state.access().invitation(InvitationId(id));
    invitation.expect("an invitation").state.clone()
}

/// The refusals that only keys and invitations meet.
pub(super) fn refusals() -> Vec<Refusal> {
    let mut bench = Bench::new();
    let (soon, late) = (bench.later(1), bench.later(24 * 31));
    bench.must(Some(ANNA), add(BEN, 1));
    bench.must(Some(ANNA), active(EVE, false));
    let mut met = Vec::new();
    let mut meet = |bench: &Bench, command: Command| {
        met.push(bench.decide(Some(ANNA), &command).expect_err("a refusal"));
    };
    meet(&bench, add(EVE, 2));
    meet(&bench, add(CLEA, 1));
    meet(&bench, invite(BEN, 1, late));
    let unreadable = NewKey {
        public: "ssh-rsa AAAA".into(),
        ..key(3)
    };
    let unreadable = Command::AddKey {
        person: BEN,
        key: unreadable,
    };
    meet(&bench, unreadable);
    for n in 2..=20 {
        bench.must(Some(ANNA), add(BEN, n));
    }
    meet(&bench, add(BEN, 21));
    for n in 1..=5 {
        bench.must(Some(ANNA), invite(BEN, n, soon));
    }
    meet(&bench, invite(BEN, 6, soon));
    met.extend(bench.decide(None, &redeem(9, 40)).err());
    met
}

#[test]
fn ppl_5_a_key_says_whose_it_is_since_when_and_by_whom() {
    let mut bench = Bench::new();
    let since = bench.now;
    bench.must(Some(ANNA), add(FAY, 1));
    bench.now = bench.later(5);
    let wanted = AccessKey {
        fingerprint: print(1),
        person: FAY,
        algorithm: Algorithm::Ed25519,
        public: "ssh-ed25519 AAAA1".into(),
        name: "laptop".into(),
        added_at: since,
        added_by: Some(ANNA),
        revoked: None,
    };
    assert_eq!(get(&bench, 1), &wanted);
    bench.must(Some(FAY), Command::RevokeKey(print(1)));
    let revoked = Some(bench.now);
    assert_eq!(get(&bench, 1), &AccessKey { revoked, ..wanted });
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn ppl_5_everybody_names_and_revokes_their_own_keys_and_an_administrator_all() {
    let mut bench = Bench::new();
    bench.must(Some(ANNA), add(FAY, 1));
    bench.must(Some(ANNA), add(BEN, 2));
    bench.must(Some(FAY), name(1, " travel "));
    bench.must(Some(ANNA), name(2, "office"));
    assert_eq!(&*get(&bench, 1).name, "travel");
    assert_eq!(&*get(&bench, 2).name, "office");
    let not_permitted = Err(Refusal::NotPermitted(Permission::ManagePeople));
    // Somebody else's key and none at all are the same to who may not see them.
    for n in [2, 9] {
        let revoke = Command::RevokeKey(print(n));
        assert_eq!(bench.decide(Some(FAY), &revoke), not_permitted);
        assert_eq!(bench.decide(Some(FAY), &name(n, "x")), not_permitted);
    }
    let nothing = Err(Refusal::NoSuchThing);
    assert_eq!(bench.decide(Some(ANNA), &name(9, "x")), nothing);
    assert_eq!(
        bench.decide(Some(ANNA), &name(2, " ")),
        Err(Refusal::TextMissing)
    );
    let same = bench.decide(Some(ANNA), &name(2, "office"));
    assert_eq!(same, Err(Refusal::AlreadySo));
    let long = bench.decide(Some(ANNA), &name(2, &"é".repeat(61)));
    assert_eq!(long, Err(Refusal::TooLong { most: 60 }));
    bench.must(Some(ANNA), name(2, &"é".repeat(60)));
    bench.must(Some(BEN), Command::RevokeKey(print(2)));
    let again = bench.decide(Some(ANNA), &Command::RevokeKey(print(2)));
    assert_eq!(again, Err(Refusal::AlreadySo));
}

#[test]
fn ppl_5_a_key_is_bound_once_and_for_ever() {
    let mut bench = Bench::new();
    let until = bench.later(1);
    bench.must(Some(ANNA), add(BEN, 1));
    bench.must(Some(ANNA), invite(CLEA, 1, until));
    let taken = Err(Refusal::Access(AccessRefusal::KeyTaken));
    for revoked in [false, true] {
        if revoked {
            bench.must(Some(ANNA), Command::RevokeKey(print(1)));
        }
        for person in [BEN, CLEA] {
            assert_eq!(bench.decide(Some(ANNA), &add(person, 1)), taken);
        }
        // With a good code and with none the answer is the same.
        assert_eq!(bench.decide(None, &redeem(1, 1)), taken);
        assert_eq!(bench.decide(None, &redeem(9, 1)), taken);
    }
    assert_eq!(state_of(&bench, 1), InvitationState::Open);
}

#[test]
fn ppl_5_a_code_binds_one_key_once() {
    let mut bench = Bench::new();
    let until = bench.later(48);
    bench.must(Some(ANNA), invite(FAY, 1, until));
    bench.now = bench.later(47);
    let decision = bench.must(None, redeem(1, 1));
    assert!(matches!(
        decision.events[..],
        [
            Event::Access(AccessEvent::InvitationUsed { .. }),
            Event::Access(AccessEvent::KeyAdded { .. })
        ]
    ));
    let key = get(&bench, 1);
    assert_eq!(
        (key.person, key.added_by, &*key.name),
        (FAY, None, "laptop")
    );
    let used = InvitationState::Used {
        fingerprint: print(1),
        at: bench.now,
    };
    assert_eq!(state_of(&bench, 1), used);
    let again = bench.decide(None, &redeem(1, 2));
    assert_eq!(again, Err(Refusal::Access(AccessRefusal::NoSuchInvitation)));
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn ppl_5_whatever_is_wrong_with_a_code_the_answer_is_the_same() {
    let mut bench = Bench::new();
    let (soon, later) = (bench.later(1), bench.later(48));
    bench.must(Some(ANNA), invite(BEN, 1, later));
    bench.must(None, redeem(1, 1));
    bench.must(Some(ANNA), invite(BEN, 2, later));
    bench.must(Some(ANNA), Command::WithdrawInvitation(InvitationId(2)));
    bench.must(Some(ANNA), invite(BEN, 3, soon));
    bench.must(Some(ANNA), invite(EVE, 4, later));
    bench.must(Some(ANNA), active(EVE, false));
    bench.now = soon;
    for (code, why) in [
        (1, "used"),
        (2, "withdrawn"),
        (3, "expired, to the millisecond"),
        (4, "of somebody who may not enter"),
        (9, "unknown"),
    ] {
        let answer = bench.decide(None, &redeem(code, 50));
        assert_eq!(
            answer,
            Err(Refusal::Access(AccessRefusal::NoSuchInvitation)),
            "{why}"
        );
    }
    bench.must(Some(ANNA), active(EVE, true));
    bench.must(None, redeem(4, 50));
    assert_eq!(get(&bench, 50).person, EVE, "she is let in again");
}

#[test]
fn ppl_5_only_the_door_redeems_for_nobody_known() {
    let mut bench = Bench::new();
    let until = bench.later(1);
    bench.must(Some(ANNA), invite(BEN, 1, until));
    let refused = Err(Refusal::NotPermitted(Permission::ManagePeople));
    for who in [ANNA, BEN] {
        assert_eq!(bench.decide(Some(who), &redeem(1, 1)), refused);
    }
    bench.on_behalf = Some(BEN);
    let behalf = bench.decide(None, &redeem(1, 1));
    assert_eq!(behalf, Err(Refusal::NobodyKnown));
}

#[test]
fn ppl_5_invitations_end_expire_and_are_few() {
    let mut bench = Bench::new();
    let day = 24;
    let past = bench.decide(Some(ANNA), &invite(BEN, 1, bench.now));
    assert_eq!(past, Err(Refusal::InThePast));
    let month = bench.later(30 * day);
    let far = bench.decide(Some(ANNA), &invite(BEN, 1, month + 1));
    assert_eq!(far, Err(Refusal::TooFarAhead { days: 30 }));
    let nobody = bench.decide(Some(ANNA), &invite(PersonId(99), 1, month));
    assert_eq!(nobody, Err(Refusal::NoSuchThing));
    bench.must(Some(ANNA), invite(BEN, 1, month));
    let same = bench.decide(Some(ANNA), &invite(CLEA, 1, month));
    assert_eq!(same, Err(Refusal::AlreadySo), "a code is one person's");
    let hour = bench.later(1);
    for n in 2..=5 {
        bench.must(Some(ANNA), invite(BEN, n, hour));
    }
    let most = Invitation::MOST;
    let sixth = bench.decide(Some(ANNA), &invite(BEN, 6, month));
    assert_eq!(
        sixth,
        Err(Refusal::Access(AccessRefusal::TooManyInvitations { most }))
    );
    bench.must(Some(ANNA), invite(CLEA, 7, month));
    bench.must(Some(ANNA), Command::WithdrawInvitation(InvitationId(5)));
    bench.must(Some(ANNA), invite(BEN, 6, month));
    assert!(bench.decide(Some(ANNA), &invite(BEN, 8, month)).is_err());
    bench.now = hour;
    bench.must(Some(ANNA), invite(BEN, 8, month));
    let withdraw = |bench: &Bench, id| {
        let command = Command::WithdrawInvitation(InvitationId(id));
        bench.decide(Some(ANNA), &command)
    };
    assert_eq!(withdraw(&bench, 5), Err(Refusal::AlreadySo));
    assert_eq!(withdraw(&bench, 99), Err(Refusal::NoSuchThing));
    bench.must(None, redeem(1, 1));
    assert_eq!(withdraw(&bench, 1), Err(Refusal::NoSuchThing), "used");
    assert!(withdraw(&bench, 2).is_ok(), "also one whose time is past");
}

#[test]
fn ppl_5_a_person_has_twenty_live_keys_and_any_number_of_revoked_ones() {
    let mut bench = Bench::new();
    for n in 1..=20 {
        bench.must(Some(ANNA), add(BEN, n));
    }
    let most = AccessKey::MOST;
    let refused = Err(Refusal::Access(AccessRefusal::TooManyKeys { most }));
    assert_eq!(bench.decide(Some(ANNA), &add(BEN, 21)), refused);
    let until = bench.later(1);
    bench.must(Some(ANNA), invite(BEN, 1, until));
    assert_eq!(bench.decide(None, &redeem(1, 21)), refused);
    bench.must(Some(BEN), Command::RevokeKey(print(3)));
    bench.must(None, redeem(1, 21));
    assert_eq!(bench.state.access().keys_of(BEN).count(), 21);
}

#[test]
fn ppl_5_only_the_one_line_of_a_public_key_is_kept() {
    let bench = Bench::new();
    let with = |public: &str, algorithm| {
        let key = NewKey {
            public: public.into(),
            algorithm,
            ..key(1)
        };
        let command = Command::AddKey { person: BEN, key };
        bench.decide(Some(ANNA), &command).map(drop)
    };
    let ed = Algorithm::Ed25519;
    let longest = format!("ssh-ed25519 {}", "A".repeat(NewKey::PUBLIC_MOST - 12));
    assert_eq!(with(&longest, ed), Ok(()));
    let most = NewKey::PUBLIC_MOST;
    assert_eq!(
        with(&format!("{longest}A"), ed),
        Err(Refusal::TooLong { most })
    );
    for bad in [
        "",
        "ssh-ed25519",
        "ssh-ed25519 ",
        "ssh-ed25519 AAAA me@home",
        "ssh-ed25519 AAAA\nssh-rsa",
        "ssh-ed25519 AA\u{202e}AA",
        "ssh-rsa AAAA",
    ] {
        assert_eq!(
            with(bad, ed),
            Err(Refusal::Access(AccessRefusal::KeyUnreadable)),
            "{bad:?}"
        );
    }
    assert_eq!(with("ssh-rsa AAAA==", Algorithm::Rsa), Ok(()));
}

#[test]
fn ppl_5_who_may_not_enter_keeps_their_keys_and_gets_no_new_ones() {
    let mut bench = Bench::new();
    bench.must(Some(ANNA), add(EVE, 1));
    bench.must(Some(ANNA), active(EVE, false));
    assert!(get(&bench, 1).is_live(), "for when she is let in again");
    let until = bench.later(1);
    let refused = Err(Refusal::Access(AccessRefusal::MayNotEnter));
    assert_eq!(bench.decide(Some(ANNA), &add(EVE, 2)), refused);
    assert_eq!(bench.decide(Some(ANNA), &invite(EVE, 1, until)), refused);
    assert_eq!(
        bench.decide(Some(EVE), &Command::RevokeKey(print(1))),
        Err(Refusal::NobodyKnown)
    );
    bench.must(Some(ANNA), Command::RevokeKey(print(1)));
}

#[test]
fn ppl_5_nothing_about_access_is_taken_back_by_an_undo() {
    let mut bench = Bench::new();
    let until = bench.later(1);
    let administrators = Command::AddPerson(somebody("Gus", &[Role::Administrator]));
    bench.must(Some(ANNA), administrators);
    let gus = Some(PersonId(7));
    bench.must(gus, add(BEN, 1));
    bench.must(gus, name(1, "office"));
    bench.must(gus, Command::RevokeKey(print(1)));
    bench.must(gus, invite(BEN, 1, until));
    bench.must(gus, Command::WithdrawInvitation(InvitationId(1)));
    let refused = bench.decide(gus, &Command::Undo);
    assert_eq!(refused, Err(Refusal::Undo(UndoRefusal::NothingToUndo)));
    assert!(bench.state.stacks(PersonId(7)).is_none());
}
