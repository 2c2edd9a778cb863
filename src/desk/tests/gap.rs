//! WKS-7: a house of which a record is lost for good. What the record told is gone; every other request,
//! person and number stays what it was.

use super::*;
use crate::assets::texts::Lang;
use crate::desk::restate::Gathering;
use crate::desk::views::{Inbox, load_detail};
use crate::domain::meta::Meta;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::request::Status;
use crate::domain::request::command::RequestCommand;
use crate::domain::restated::Restated;
use crate::domain::state::Missing;
use crate::domain::tests::bench::{BEN, CLEA};
use crate::journal::{FaultKind, codec, recover};

/// Takes the journal away, and hurts one record of the shadow log.
pub(super) fn lose(folder: &Path, seq: Seq) {
    std::fs::remove_dir_all(folder.join("journal")).expect("removed");
    let segment = folder.join("shadow").join("00000000000000000001.log");
    let mut bytes = std::fs::read(&segment).expect("read");
    let mut at = 0;
    for _ in 1..seq {
        let length: [u8; 4] = bytes[at..at + 4].try_into().expect("four");
        at += 8 + u32::from_le_bytes(length) as usize;
    }
    bytes[at + 60] ^= 0x20;
    std::fs::write(&segment, bytes).expect("written");
}

/// A house of five requests, closed, of which the record that brought the third one is lost.
async fn house_with_a_gap(checkpoint: bool) -> (Office, Arc<State>, Seq) {
    let office = Office::open().await;
    for _ in 0..5 {
        office.request("paul@client.example").await;
    }
    office.act(BEN, 5, Act::Claim).await;
    office.act(CLEA, 4, Act::Tag("x".into(), true)).await;
    let before = office.state();
    let lost = Seq::from(office.get(3).trail[0]);
    if checkpoint {
        checkpoints::write(office.desk.store(), &before).expect("written");
    }
    office.desk.close().await;
    let Office { desk, folder, .. } = office;
    drop(desk);
    drop(desk_in(folder.path()).await);
    lose(folder.path(), lost);
    let clock: Clock = Arc::new(|| 1_773_133_200_000);
    let refused = loop {
        match Desk::open(folder.path(), clock.clone()).await {
            Err(fault) if fault.kind == FaultKind::InUse => tokio::task::yield_now().await,
            Err(fault) => break fault,
            Ok(_) => panic!("opened in silence"),
        }
    };
    assert!(
        refused.what.contains(&format!("record {lost},")),
        "{refused}"
    );
    let recovery = recover(folder.path()).expect("recovered");
    assert_eq!(recovery.lost_count(), 1);
    assert_eq!(recovery.known_by.is_some(), checkpoint);
    let (desk, clock) = desk_in(folder.path()).await;
    let office = Office {
        desk,
        clock,
        folder,
    };
    (office, before, lost)
}

#[tokio::test]
async fn wks_7_behind_a_lost_record_every_other_row_keeps_its_number() {
    let (office, before, _) = house_with_a_gap(false).await;
    let after = office.state();
    let told = office
        .desk
        .notes(Lang::En)
        .iter()
        .any(|note| note.starts_with("1 record is lost"));
    assert!(told, "{:?}", office.desk.notes(Lang::En));
    assert_eq!(after.seq(), before.seq());
    for id in [1, 2, 4, 5].map(RequestId) {
        assert_eq!(after.request(id), before.request(id), "{id}");
    }
    assert!(after.request(RequestId(3)).is_none());
    // Its place is empty, and nothing can be done to it; the next one gets a number of its own.
    let now = office.desk.now();
    let list = Inbox::build(&office.desk.sight(ANNA), "", now).expect("a list");
    assert!(list.len() >= 4);
    let _ = load_detail(&office.desk, ANNA, RequestId(3), now, 0).await;
    office.refused(Some(BEN), bench::on(&[3], Act::Claim)).await;
    let mail = bench::mail(77, "zoe@other.fr", "CLIENT / an afternoon", "Hello.");
    office
        .must(
            None,
            Command::Request(RequestCommand::Receive(Box::new(mail))),
        )
        .await;
    let newest = office.state().requests().iter().last().expect("one").id;
    assert!(
        newest > RequestId(5),
        "{newest} may be what the lost record began"
    );
    assert!(office.desk.store().verify().expect("verified").is_sound());
    let before = office.state();
    let office = office.reopened().await;
    assert_eq!(office.state(), before);
    let told = office.desk.notes(Lang::En);
    assert!(
        told.iter().any(|note| note.starts_with("1 record is lost")),
        "it is told for as long as it is so: {told:?}"
    );
}

/// Notes as one text.
fn in_english(notes: &[Note]) -> String {
    let notes = notes.iter().map(|note| note.say(Lang::En));
    notes.collect::<Vec<_>>().join("\n")
}

/// A house of which the record that added this person is lost.
async fn house_without(person: PersonId) -> Office {
    let office = Office::open().await;
    office.request("paul@client.example").await;
    office.desk.close().await;
    let Office { desk, folder, .. } = office;
    let mut seq = 0;
    for record in 1..=desk.published().seq() {
        let (_, events) = desk.events(record).await.expect("read").expect("one");
        let adds = |event: &Event| matches!(event, Event::People(PeopleEvent::Added { person: added }) if added.id == person);
        seq = if events.iter().any(adds) { record } else { seq };
    }
    drop(desk);
    drop(desk_in(folder.path()).await);
    std::fs::remove_dir_all(folder.path().join("checkpoints")).expect("removed");
    lose(folder.path(), seq);
    loop {
        match recover(folder.path()) {
            Err(fault) if fault.kind == FaultKind::InUse => tokio::task::yield_now().await,
            other => break drop(other.expect("recovered")),
        }
    }
    let (desk, clock) = desk_in(folder.path()).await;
    Office {
        desk,
        clock,
        folder,
    }
}

#[tokio::test]
async fn wks_7_whose_record_is_lost_is_told_so_at_each_start_and_by_each_refusal() {
    let office = house_without(BEN).await;
    let lost = Refusal::RecordLost {
        what: BEN.to_string().into(),
    };
    // They act, somebody gives them a role, somebody assigns to them.
    assert_eq!(
        office.refused(Some(BEN), bench::on(&[1], Act::Claim)).await,
        lost
    );
    let roles = Command::People(PeopleCommand::ChangeRoles {
        person: BEN,
        roles: vec![crate::domain::person::Role::Manager],
    });
    assert_eq!(office.refused(Some(ANNA), roles).await, lost);
    let decided = office
        .refused(Some(CLEA), bench::on(&[1], Act::Assign(Some(BEN))))
        .await;
    assert_eq!(decided, lost);
    // Who was never there is nobody still.
    let nobody = PersonId(9_999);
    assert_eq!(
        office
            .refused(Some(CLEA), bench::on(&[1], Act::Assign(Some(nobody))))
            .await,
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
    let office = office.reopened().await;
    let told = office.desk.notes(Lang::En).join("\n");
    assert!(
        told.contains(&format!("the records of {BEN} are lost")),
        "{told}"
    );
    assert!(told.contains("restore a backup"), "{told}");
    assert!(!told.contains("of the administrators"), "{told}");
}

#[tokio::test]
async fn wks_7_a_house_that_nobody_manages_any_more_says_so_at_each_start() {
    let missing = Missing {
        records: 7,
        house: false,
        administrators: true,
        people: (2..10).map(PersonId).collect(),
    };
    let told = in_english(&told_missing(&missing));
    for words in [
        "7 records",
        "of the administrators",
        "P-2, P-3",
        "3 more",
        "backup",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let missing = Missing {
        house: true,
        ..missing
    };
    let told = in_english(&told_missing(&missing));
    assert!(
        told.contains("the record that set this organisation up is lost"),
        "{told}"
    );
    // And the state finds that nobody is left.
    let mut state = State::default();
    let meta = Meta {
        seq: 3,
        at: 0,
        actor: None,
        on_behalf: None,
        command: 0,
    };
    assert_eq!(state.missing(), None);
    state.apply(&meta, &[]);
    let missing = state.missing().expect("three records");
    assert_eq!(
        (missing.records, missing.house, missing.administrators),
        (3, true, true)
    );
}

/// What a state says, but for what its last records are: bytes that can be compared.
fn rows(state: &State) -> Vec<Vec<u8>> {
    let rows = checkpoints::pieces::<crate::desk::encoding::Binary>(state);
    let mut rows = rows.expect("encoded");
    // The head says which records there are.
    rows.remove(0);
    rows
}

/// All that is written down of what is known of the lost records.
async fn restated(desk: &Desk, from: Seq) -> usize {
    let mut found = 0;
    while let Some((_, events)) = desk.events(from + found as Seq).await.expect("read") {
        assert!(
            matches!(&events[..], [Event::Restated { .. }]),
            "{events:?}"
        );
        found += 1;
    }
    found
}

#[tokio::test]
async fn wks_7_a_checkpoint_that_stands_for_a_lost_record_keeps_what_it_told() {
    let (office, before, lost) = house_with_a_gap(true).await;
    assert_eq!(rows(&office.state()), rows(&before));
    let told = office.desk.notes(Lang::En);
    assert!(
        told.iter()
            .any(|note| note.contains("written into the journal again")),
        "{told:?}"
    );
    assert_eq!(office.get(3).status, Status::Open);
    let read = office.desk.events(lost).await.expect("read");
    let (meta, events) = read.expect("a place in the history");
    assert_eq!((meta.seq, meta.actor, events), (lost, None, Vec::new()));
    let now = office.desk.now();
    let detail = load_detail(&office.desk, ANNA, RequestId(3), now, 0).await;
    assert!(
        detail.is_ok(),
        "its page opens, without the words that are lost"
    );
    assert_eq!(restated(&office.desk, before.seq() + 1).await, 1);
    assert_eq!(office.request("zoe@other.fr").await, 6);
    // It is written down once.
    let (seq, office) = (office.state().seq(), office.reopened().await);
    assert_eq!(office.state().seq(), seq);
    assert!(
        office.desk.notes(Lang::En).is_empty(),
        "{:?}",
        office.desk.notes(Lang::En)
    );
}

/// Gives every checkpoint the shape of another build, which is what this one is to it.
fn by_another_build(office: &Office) {
    let store = office.desk.store();
    let read = store
        .checkpoints()
        .read_with(|_, chunks| Some(chunks.collect::<Vec<_>>()));
    let (seq, mut chunks) = read.expect("one");
    chunks[0] = codec::encode(&"fedcba9876543210").expect("encoded");
    chunks[1] = codec::encode(&"9.8.7").expect("encoded");
    store
        .checkpoints()
        .write(seq, chunks.into_iter())
        .expect("written");
    let folder = std::fs::read_dir(office.folder.path().join("checkpoints")).expect("a folder");
    for file in folder {
        let path = file.expect("a file").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let of = name
            .strip_suffix(".ckpt")
            .and_then(|seq| seq.parse::<Seq>().ok());
        if of.is_some_and(|of| of != seq) {
            std::fs::remove_file(path).expect("removed");
        }
    }
}

#[tokio::test]
async fn wks_7_another_build_knows_what_the_checkpoint_knew_of_a_lost_record() {
    let (office, before, _) = house_with_a_gap(true).await;
    office.act(BEN, 2, Act::Tag("later".into(), true)).await;
    let here = office.state();
    by_another_build(&office);
    let Office { desk, folder, .. } = office;
    drop(desk);
    let (desk, _) = desk_in(folder.path()).await;
    let there = desk.published().state().clone();
    assert_eq!(there, here, "byte for byte, its own records included");
    assert_eq!(
        codec::encode(there.head()).ok(),
        codec::encode(here.head()).ok()
    );
    assert_eq!(rows(&there), rows(&here));
    assert!(there.request(RequestId(3)).is_some());
    assert_eq!(there.request(RequestId(3)), before.request(RequestId(3)));
    assert!(
        desk.notes(Lang::En).is_empty(),
        "{:?}",
        desk.notes(Lang::En)
    );
}

#[tokio::test]
async fn wks_7_a_restatement_that_was_cut_off_counts_for_nothing_and_is_written_again() {
    let (office, before, _) = house_with_a_gap(true).await;
    let (seq, record) = (before.seq() + 1, office.state().seq());
    let (_, events) = office
        .desk
        .events(record)
        .await
        .expect("read")
        .expect("one");
    let [Event::Restated { piece }] = &events[..] else {
        panic!("{events:?}")
    };
    // As a crash leaves it: the first of two pieces.
    let mut cut = piece.clone();
    cut.parts = 2;
    let state = Arc::new((*before).clone());
    let mut gathering = Gathering::default();
    let meta = |seq| Meta {
        seq,
        at: 0,
        actor: None,
        on_behalf: None,
        command: 0,
    };
    let mut take = |seq, piece: &Restated| {
        let piece = Box::new(piece.clone());
        gathering.take(&meta(seq), &[Event::Restated { piece }])
    };
    assert!(take(seq, &cut).expect("a piece").is_none());
    let mut again = piece.clone();
    again.upto = seq;
    // The state says another record: it is none of what was written.
    assert!(take(seq + 1, &again).is_err());
    assert!(take(seq, &cut).expect("a piece").is_none());
    let whole = take(seq, piece).expect("a piece").expect("whole");
    assert_eq!(rows(&whole), rows(&state));
    assert_eq!(whole.restated(), seq);
}

#[tokio::test]
async fn wks_7_a_store_of_which_another_build_alone_knows_the_lost_records_stays_closed() {
    let office = Office::open().await;
    for _ in 0..4 {
        office.request("paul@client.example").await;
    }
    let before = office.state();
    let lost = Seq::from(office.get(3).trail[0]);
    checkpoints::write(office.desk.store(), &before).expect("written");
    by_another_build(&office);
    let Office { desk, folder, .. } = office;
    desk.close().await;
    drop(desk);
    drop(desk_in(folder.path()).await);
    lose(folder.path(), lost);
    let recovery = loop {
        match recover(folder.path()) {
            Err(fault) if fault.kind == FaultKind::InUse => tokio::task::yield_now().await,
            other => break other.expect("recovered"),
        }
    };
    assert_eq!(recovery.known_by, Some(before.seq()));
    let clock: Clock = Arc::new(|| 1_773_133_200_000);
    let Err(fault) = Desk::open(folder.path(), clock).await else {
        panic!("opened with less than there is")
    };
    let told = fault.to_string();
    for word in ["9.8.7", "fedcba9876543210", ".ckpt", "backup"] {
        assert!(told.contains(word), "{told}");
    }
    // Who has that build no more can go on, and is told at what price.
    let file = format!("checkpoints/{:020}.ckpt", before.seq());
    std::fs::remove_file(folder.path().join(file)).expect("removed");
    let (desk, _) = desk_in(folder.path()).await;
    assert!(desk.published().state().request(RequestId(3)).is_none());
    assert!(desk.published().state().request(RequestId(4)).is_some());
    let told = desk.notes(Lang::En);
    assert!(
        told.iter().any(|note| note.starts_with("1 record is lost")),
        "{told:?}"
    );
}

/// Closes a house, hurts one record of it for good, and opens it again.
async fn hurt_again(office: Office, lost: Seq, checkpoint: bool) -> Office {
    office.desk.close().await;
    let Office { desk, folder, .. } = office;
    drop(desk);
    drop(desk_in(folder.path()).await);
    if !checkpoint {
        std::fs::remove_dir_all(folder.path().join("checkpoints")).expect("removed");
    }
    lose(folder.path(), lost);
    loop {
        match recover(folder.path()) {
            Err(fault) if fault.kind == FaultKind::InUse => tokio::task::yield_now().await,
            other => break drop(other.expect("recovered")),
        }
    }
    let (desk, clock) = desk_in(folder.path()).await;
    Office {
        desk,
        clock,
        folder,
    }
}

#[tokio::test]
async fn wks_7_a_restated_house_that_is_worked_on_and_damaged_again_loses_that_record_alone() {
    // What is hurt, whether a checkpoint stands for it, and the requests that are gone then.
    let table: [(&str, bool, &[u32]); 6] = [
        ("the sixth request", false, &[6]),
        ("the sixth request", true, &[]),
        ("the second request", false, &[]),
        ("the second request", true, &[]),
        ("the restatement", false, &[3]),
        ("the restatement", true, &[]),
    ];
    for (of, checkpoint, gone) in table {
        let what = format!("{of} is hurt, checkpoint: {checkpoint}");
        let (office, before, _) = house_with_a_gap(true).await;
        for who in ["zoe@other.fr", "max@third.fr"] {
            office.request(who).await;
        }
        office.act(BEN, 3, Act::Claim).await;
        let full = office.state();
        let lost = match of {
            "the sixth request" => Seq::from(office.get(6).trail[0]),
            "the second request" => Seq::from(office.get(2).trail[0]),
            _ => before.seq() + 1,
        };
        if checkpoint {
            checkpoints::write(office.desk.store(), &full).expect("written");
        }
        let office = hurt_again(office, lost, checkpoint).await;
        let after = office.state();
        for id in 1..=7 {
            let then = full.request(RequestId(id));
            let wanted = then.filter(|_| !gone.contains(&id));
            assert_eq!(after.request(RequestId(id)), wanted, "{what}: {id}");
        }
        let told = office.desk.notes(Lang::En);
        let told = told
            .iter()
            .any(|note| note.contains("could not be rebuilt"));
        assert_eq!(told, !gone.is_empty(), "{what}");
        office.request("last@one.fr").await;
        let here = office.state();
        let office = office.reopened().await;
        assert_eq!(office.state(), here, "{what}");
        let verified = office.desk.store().verify().expect("verified");
        assert!(verified.is_sound(), "{what}");
    }
}
