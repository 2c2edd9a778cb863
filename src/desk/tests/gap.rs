//! WKS-7: a house of which a record is lost for good. What the record told is gone; every other request,
//! person and number stays what it was.

use super::*;
use crate::desk::views::{Inbox, load_detail};
use crate::domain::request::Status;
use crate::domain::tests::bench::{BEN, CLEA};
use crate::journal::{FaultKind, recover};

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
        .notes()
        .iter()
        .any(|note| note.starts_with("1 records are lost"));
    assert!(told, "{:?}", office.desk.notes());
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
    office.must(None, Command::Receive(Box::new(mail))).await;
    let newest = office.state().requests().iter().last().expect("one").id;
    assert!(
        newest > RequestId(5),
        "{newest} may be what the lost record began"
    );
    assert!(office.desk.store().verify().expect("verified").is_sound());
    let before = office.state();
    assert_eq!(office.reopened().await.state(), before);
}

#[tokio::test]
async fn wks_7_a_checkpoint_that_stands_for_a_lost_record_keeps_what_it_told() {
    let (office, before, lost) = house_with_a_gap(true).await;
    assert_eq!(office.state(), before);
    assert!(office.desk.notes().is_empty(), "{:?}", office.desk.notes());
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
    assert_eq!(office.request("zoe@other.fr").await, 6);
}

#[tokio::test]
async fn wks_7_a_new_build_says_that_it_does_not_know_what_a_lost_record_told() {
    let (office, before, _) = house_with_a_gap(true).await;
    assert_eq!(office.state(), before);
    // What another build finds: every checkpoint has the shape of the one before.
    let (seq, mut chunks) = office.desk.store().checkpoints().read().expect("one");
    chunks[0] = crate::journal::codec::encode(&"another build").expect("encoded");
    let write = office.desk.store().checkpoints();
    write.write(seq, chunks.into_iter()).expect("written");
    let Office { desk, folder, .. } = office;
    drop(desk);
    let (desk, _) = desk_in(folder.path()).await;
    let after = desk.published().state().clone();
    assert!(
        after.request(RequestId(3)).is_some() || !desk.notes().is_empty(),
        "R-3 is gone, nobody is told: gaps {}, notes {:?}",
        after.gaps(),
        desk.notes()
    );
}
