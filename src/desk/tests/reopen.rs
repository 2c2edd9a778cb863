//! WKS-7: a house that is opened again is the house that was closed, whatever became of its checkpoint.

use super::*;
use crate::domain::Event;
use crate::domain::meta::Meta;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::{CloseReason, Source};
use crate::domain::tests::bench::{BEN, CLEA, DAN, mail, on};
use crate::journal::codec;

/// Enough work of every kind for a checkpoint to be written at closing.
async fn worked() -> Office {
    let office = Office::open().await;
    for n in 0..60 {
        let id = office
            .request(["paul@client.example", "zoe@other.fr"][n % 2])
            .await;
        office.act(BEN, id, Act::Claim).await;
        office
            .act(CLEA, id, Act::Tag(format!("t{}", n % 7).into(), true))
            .await;
        match n % 5 {
            0 => {
                office
                    .act(DAN, id, Act::Close(CloseReason::SILENT, "".into()))
                    .await
            }
            1 => {
                office
                    .act(DAN, id, Act::Snooze(bench::paris("2026-07-01 09:00")))
                    .await
            }
            2 if n > 5 => {
                let from = vec![RequestId(id)];
                office
                    .must(
                        Some(DAN),
                        Command::Request(RequestCommand::Merge {
                            from,
                            into: RequestId(3),
                        }),
                    )
                    .await
            }
            _ => office.must(Some(CLEA), Command::Undo).await,
        };
    }
    let mut form = mail(9_000, "new@client.example", "BY / phone", "text");
    form.source = Source::Form;
    office
        .must(
            Some(DAN),
            Command::Request(RequestCommand::Receive(Box::new(form))),
        )
        .await;
    office.must(Some(DAN), Command::Undo).await;
    office
}

fn checkpoints(office: &Office) -> Vec<std::path::PathBuf> {
    let files = std::fs::read_dir(office.folder.path().join("checkpoints")).expect("a folder");
    files.map(|file| file.expect("a file").path()).collect()
}

fn encoded(state: &State) -> (Vec<u8>, Vec<u8>) {
    let rows: Vec<&Request> = state.requests().iter().map(|row| &**row).collect();
    (
        codec::encode(state.head()).expect("a head"),
        codec::encode(&rows).expect("rows"),
    )
}

#[tokio::test]
async fn wks_7_reopening_gives_the_same_house_with_and_without_a_checkpoint() {
    let office = worked().await;
    let before = encoded(&office.state());
    let office = office.reopened().await;
    assert_eq!(encoded(&office.state()), before, "from the checkpoint");
    let files = checkpoints(&office);
    assert_eq!(files.len(), 1, "closing wrote one");
    for file in files {
        std::fs::remove_file(file).expect("removed");
    }
    let office = office.reopened().await;
    assert_eq!(encoded(&office.state()), before, "from the records alone");
}

#[tokio::test]
async fn wks_7_records_behind_a_checkpoint_are_replayed() {
    let office = worked().await.reopened().await;
    office
        .act(BEN, 1, Act::Note("after the checkpoint".into()))
        .await;
    let before = encoded(&office.state());
    let office = office.reopened().await;
    assert_eq!(checkpoints(&office).len(), 1, "too few records for another");
    assert_eq!(encoded(&office.state()), before);
    office.must(Some(BEN), Command::Undo).await;
}

#[tokio::test]
async fn wks_7_a_damaged_checkpoint_means_replay_and_never_refusal() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [Damage; 4] = [
        |bytes| bytes.clear(),
        |bytes| bytes.truncate(bytes.len() / 2),
        |bytes| bytes[20] ^= 0xff,
        |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        },
    ];
    let office = worked().await;
    let before = encoded(&office.state());
    let mut office = office.reopened().await;
    let [file] = &checkpoints(&office)[..] else {
        panic!("one checkpoint")
    };
    let (file, good) = (file.clone(), std::fs::read(file).expect("read"));
    for damage in damages {
        let mut bytes = good.clone();
        damage(&mut bytes);
        std::fs::write(&file, bytes).expect("written");
        office = office.reopened().await;
        assert_eq!(encoded(&office.state()), before);
    }
}

#[tokio::test]
async fn wks_7_a_checkpoint_of_another_shape_means_replay() {
    let office = worked().await;
    let before = encoded(&office.state());
    let store = office.desk.store();
    // Sound, of this very moment, and not in our words: as another version would have written it.
    let shape = |of: &str| codec::encode(&of).expect("a shape");
    assert_eq!(checkpoints::SHAPE.len(), 16, "no digest of the sources");
    let head = codec::encode(office.state().head()).expect("a head");
    for chunks in [
        vec![],
        vec![head.clone()],
        vec![shape(checkpoints::SHAPE)],
        vec![shape(checkpoints::SHAPE), head.clone()],
        vec![shape("fedcba9876543210"), head.clone()],
        // As they were numbered once.
        vec![codec::encode(&4_u32).expect("a number"), head],
    ] {
        store
            .checkpoints()
            .write(office.state().seq(), chunks.into_iter())
            .expect("written");
        assert!(checkpoints::read(store).is_none());
    }
    let office = office.reopened().await;
    assert_eq!(encoded(&office.state()), before);
}

#[tokio::test]
async fn wks_7_a_house_with_very_many_clients_still_gets_its_checkpoint() {
    // What stands in the head grows with every client; it must not hit the limit of one piece.
    let mut state = State::default();
    let organisation = |n: u32| crate::domain::organisation::Organisation {
        id: crate::domain::OrganisationId(n),
        profile: crate::domain::organisation::OrganisationProfile {
            name: format!("Organisation {n} with a name of ordinary length, as names are").into(),
            domains: vec![format!("organisation-{n}.example").into()],
            ..Default::default()
        },
        relation_until: None,
        merged_into: None,
    };
    let events: Vec<Event> = (1..=120_000)
        .map(|n| {
            Event::Directory(DirectoryEvent::OrganisationAdded {
                organisation: Box::new(organisation(n)),
            })
        })
        .collect();
    let office = Office::open().await;
    let meta = Meta {
        seq: office.state().seq(),
        at: 0,
        actor: None,
        on_behalf: None,
        command: 1,
    };
    state.apply(&meta, &events);
    checkpoints::write(office.desk.store(), &state).expect("a checkpoint");
    assert_eq!(checkpoints::read(office.desk.store()), Some(state));
}

#[tokio::test]
async fn req_11_undo_goes_on_after_a_restart() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    office.act(BEN, id, Act::Claim).await;
    office.act(BEN, id, Act::Tag("x".into(), true)).await;
    office.must(Some(BEN), Command::Undo).await;
    let office = office.reopened().await;
    office.must(Some(BEN), Command::Redo).await;
    office.must(Some(BEN), Command::Undo).await;
    office.must(Some(BEN), Command::Undo).await;
    assert_eq!(office.get(id).assignee, None);
    let many = on(&[id], Act::Claim);
    office.must(Some(CLEA), many).await;
}
