//! PPL-5: what the door is told of a key, what who manages people sees, and that both are true at once
//! after a change and after the house was opened again. PPL-2: nobody else is shown any of it.

use super::*;
use crate::domain::access::refusal::AccessRefusal;
use crate::domain::access::{CodeDigest, Fingerprint, InvitationState, NewKey};
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Permission, Role};
use crate::domain::tests::access::key;
use crate::domain::tests::bench::{BEN, EVE, FAY, somebody};

fn print(n: u8) -> Fingerprint {
    key(n).fingerprint
}

fn add(person: PersonId, n: u8) -> Command {
    let key = key(n);
    Command::AddKey { person, key }
}

fn invite(person: PersonId, code: u8, until: Millis) -> Command {
    Command::Invite {
        person,
        digest: CodeDigest([code; 32]),
        until,
    }
}

fn active(person: PersonId, active: bool) -> Command {
    Command::SetActive { person, active }
}

#[tokio::test]
async fn ppl_5_a_key_opens_while_it_lives_and_its_owner_may_enter() {
    let office = Office::open().await;
    let opens = |n| office.desk.published().key_opens(&print(n));
    let known = |n| office.desk.published().is_known_key(&print(n));
    assert_eq!((opens(1), known(1)), (None, false));
    office.must(Some(ANNA), add(FAY, 1)).await;
    assert_eq!((opens(1), known(1)), (Some(FAY), true));
    office.must(Some(ANNA), active(FAY, false)).await;
    assert_eq!((opens(1), known(1)), (None, true));
    office.must(Some(ANNA), active(FAY, true)).await;
    assert_eq!(opens(1), Some(FAY));
    office.must(Some(FAY), Command::RevokeKey(print(1))).await;
    assert_eq!((opens(1), known(1)), (None, true));
}

#[tokio::test]
async fn ppl_5_the_door_can_tell_whether_a_code_stands() {
    let office = Office::open().await;
    let until = office.desk.now() + 1_000;
    let digest = CodeDigest([1; 32]);
    let stands = |now| office.desk.published().code_stands(&digest, now);
    assert!(!stands(until - 1), "nobody made it");
    office.must(Some(ANNA), invite(FAY, 1, until)).await;
    assert!(stands(until - 1));
    assert!(!stands(until), "its time is past");
    office.must(Some(ANNA), active(FAY, false)).await;
    assert!(!stands(until - 1), "she may not enter");
    office.must(Some(ANNA), active(FAY, true)).await;
    let key = key(1);
    office.must(None, Command::Redeem { digest, key }).await;
    assert!(!stands(until - 1), "it is used");
}

#[tokio::test]
async fn ppl_5_of_two_who_redeem_one_code_at_once_one_gets_in() {
    let office = Office::open().await;
    let until = office.desk.now() + 1_000;
    office.must(Some(ANNA), invite(FAY, 1, until)).await;
    let redeem = |n| {
        let digest = CodeDigest([1; 32]);
        let key = key(n);
        Submission::new(None, Command::Redeem { digest, key })
    };
    let first = office.desk.send(redeem(1)).await.expect("sent");
    let second = office.desk.send(redeem(2)).await.expect("sent");
    first.answer().await.expect("the first one gets in");
    let Err(Rejection::Refused(refusal)) = second.answer().await else {
        panic!("the code was used")
    };
    assert_eq!(refusal, Refusal::Access(AccessRefusal::NoSuchInvitation));
    let published = office.desk.published();
    assert_eq!(published.key_opens(&print(1)), Some(FAY));
    assert!(!published.is_known_key(&print(2)));
}

#[tokio::test]
async fn ppl_5_keys_and_invitations_are_there_after_a_restart_with_and_without_a_checkpoint() {
    let office = Office::open().await;
    let until = office.desk.now() + 1_000;
    // Enough for a checkpoint at closing.
    for n in 0..110 {
        office.must(Some(ANNA), add(FAY, n)).await;
        if n > 0 {
            let revoke = Command::RevokeKey(print(n));
            office.must(Some(FAY), revoke).await;
        }
    }
    office.must(Some(ANNA), invite(BEN, 1, until)).await;
    let before = office.state();
    let office = office.reopened().await;
    assert!(checkpoints::read(office.desk.store()).is_some());
    assert_eq!(*office.state(), *before, "from the checkpoint");
    let folder = office.folder.path().join("checkpoints");
    std::fs::remove_dir_all(folder).expect("removed");
    let office = office.reopened().await;
    assert_eq!(*office.state(), *before, "from the records alone");
    assert_eq!(office.desk.published().key_opens(&print(0)), Some(FAY));
}

#[tokio::test]
async fn ppl_5_who_manages_people_sees_people_keys_and_invitations() {
    let office = Office::open().await;
    let now = office.desk.now();
    let named = NewKey {
        name: "tra\u{202e}vel".into(),
        ..key(1)
    };
    let command = Command::AddKey {
        person: FAY,
        key: named,
    };
    office.must(Some(ANNA), command).await;
    office.must(Some(ANNA), invite(FAY, 1, now + 10)).await;
    office.must(Some(ANNA), invite(FAY, 2, now + 1_000)).await;
    office.set_clock(now + 10);
    let redeem = Command::Redeem {
        digest: CodeDigest([2; 32]),
        key: key(2),
    };
    office.must(None, redeem).await;
    office.must(Some(ANNA), invite(FAY, 3, now + 1_000)).await;
    office.must(Some(FAY), Command::RevokeKey(print(1))).await;
    office.must(Some(ANNA), active(EVE, false)).await;
    let published = office.desk.published();
    let people = published.people(ANNA, now + 10).expect("she may");
    let names: Vec<&str> = people.iter().map(|row| &*row.name).collect();
    assert_eq!(names, ["Anna", "Ben", "Clea", "Dan", "Eve", "Fay"]);
    let fay = people.last().expect("Fay");
    assert_eq!(fay.email, "fay@staff.example");
    assert_eq!((fay.keys, fay.invitations, fay.active), (1, 1, true));
    assert_eq!(fay.roles, [Role::Facilitator]);
    assert!(!people[4].active);

    let keys = published.keys_of(ANNA, FAY).expect("she may");
    let [by_code, revoked] = &keys[..] else {
        panic!("two keys: {keys:?}")
    };
    assert_eq!((by_code.added_by.as_deref(), by_code.revoked), (None, None));
    assert_eq!(by_code.added_at, now + 10);
    assert_eq!(revoked.added_by.as_deref(), Some("Anna"));
    assert_eq!(revoked.revoked, Some(now + 10));
    assert_eq!(revoked.name, "tra<U+202E>vel");

    let all = published.invitations(ANNA).expect("she may");
    let open: Vec<bool> = all.iter().map(|row| row.is_open(now + 10)).collect();
    assert_eq!(open, [true, false, false], "the newest first");
    assert!(matches!(all[1].state, InvitationState::Used { .. }));
    assert_eq!((&*all[2].name, &*all[2].made_by), ("Fay", "Anna"));
}

#[tokio::test]
async fn ppl_2_who_does_not_manage_people_sees_their_own_keys_and_no_more() {
    let office = Office::open().await;
    office.must(Some(ANNA), add(FAY, 1)).await;
    let nobody = office.desk.published();
    for role in Role::ALL {
        let done = office.state().next_person();
        let gus = Command::AddPerson(somebody("Gus", &[role]));
        office.must(Some(ANNA), gus).await;
        office.must(Some(ANNA), add(done, 10 + done.0 as u8)).await;
        let published = office.desk.published();
        let may = role.permits(Permission::ManagePeople);
        assert_eq!(published.people(done, 0).is_ok(), may, "{role:?}");
        assert_eq!(published.invitations(done).is_ok(), may, "{role:?}");
        assert_eq!(published.keys_of(done, FAY).is_ok(), may, "{role:?}");
        assert_eq!(published.keys_of(done, done).map(|k| k.len()), Ok(1));
    }
    office.must(Some(ANNA), active(FAY, false)).await;
    let published = office.desk.published();
    let refused = Refusal::NotPermitted(Permission::ManagePeople);
    assert_eq!(published.keys_of(FAY, FAY), Err(refused.clone()));
    assert_eq!(nobody.keys_of(PersonId(99), PersonId(99)), Err(refused));
    let unknown = published.keys_of(ANNA, PersonId(99));
    assert_eq!(unknown, Err(Refusal::People(PeopleRefusal::NoSuchPerson)));
}

#[tokio::test]
async fn ppl_1_a_colleague_called_something_else_is_so_on_every_line_of_a_list() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    office
        .act(BEN, id, crate::domain::command::Act::Claim)
        .await;
    let now = office.desk.now();
    let before = office.desk.published();
    let list = views::Inbox::build(&office.desk.sight(ANNA), "is:open", now).expect("she may");
    let rename = Command::EditPerson {
        person: BEN,
        name: "Benoît".into(),
        email: "".into(),
    };
    office.must(Some(ANNA), rename).await;
    let after = office.desk.published();
    let changed = after.changed_since(before.seq());
    assert_eq!(changed, Some(vec![RequestId(id)]));
    let list = list.advance(&office.desk.sight(ANNA), now).expect("a list");
    let row = list.row_of(RequestId(id), now).expect("a line");
    assert_eq!(row.assignee, Some((BEN, "Benoît".to_owned(), false)));
}
