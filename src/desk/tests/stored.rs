//! WKS-7: no stored file that a record names is ever removed, whatever is stored at the same time; and a new
//! event that names one cannot be forgotten.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use serde_json::Value;

use super::kept;
use super::*;
use crate::assets::texts::Lang;
use crate::desk::tidy::{Tidied, named_files, tidy};
use crate::domain::request::Attachment;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::RequestEvent;
use crate::journal::{BlobId, Closed};

/// Fields of 32 bytes that name no stored file, by the names of all they stand in.
const NO_FILES: [&str; 2] = ["Invited.digest", "Firm.event.Offered.digest"];

/// Every list of 32 bytes in a value, with the names that lead to it.
fn digests(value: &Value, path: &str, found: &mut Vec<(String, [u8; 32])>) {
    let deeper = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::Array(all) => {
            let bytes = all
                .iter()
                .map(|n| n.as_u64().and_then(|n| u8::try_from(n).ok()));
            let bytes: Option<Vec<u8>> = bytes.collect();
            match bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()) {
                Some(digest) => found.push((path.to_owned(), digest)),
                None => all.iter().for_each(|one| digests(one, path, found)),
            }
        }
        Value::Object(fields) => {
            for (name, one) in fields {
                digests(one, &deeper(name), found);
            }
        }
        _ => {}
    }
}

/// All events there are, and mail.
fn all_events() -> Vec<Event> {
    let mut all = kept::all_events();
    let mut mail = bench::mail(1, "paul@client.example", "x", "y");
    mail.whole = Some([0xa1; 32]);
    mail.attachments = vec![attachment(&[1; 9])];
    all.push(Event::Request(RequestEvent::Joined {
        request: RequestId(1),
        message: Box::new(mail),
    }));
    all
}

fn attachment(bytes: &[u8]) -> Attachment {
    Attachment {
        name: "a.pdf".into(),
        mime: "application/pdf".into(),
        size: bytes.len() as u64,
        blob: BlobId::of(bytes).0,
    }
}

#[test]
fn wks_7_no_event_names_a_stored_file_that_the_rules_do_not_know_of() {
    let (mut places, mut kinds) = (BTreeSet::new(), 0);
    for event in all_events() {
        let mut found = Vec::new();
        // By way of text: a value itself takes no number of 128 bits.
        let text = serde_json::to_string(&event).expect("a text");
        let value = serde_json::from_str(&text).expect("a value");
        digests(&value, "", &mut found);
        found.retain(|(path, _)| !NO_FILES.contains(&path.as_str()));
        let named: BTreeSet<[u8; 32]> = event.named_files().iter().map(|n| n.content).collect();
        let there: BTreeSet<[u8; 32]> = found.iter().map(|(_, digest)| *digest).collect();
        assert_eq!(
            named, there,
            "{found:?}: say in `named_files` of its area which of these are stored files, or in NO_FILES that none is"
        );
        kinds += 1;
        places.extend(found.into_iter().map(|(path, _)| path));
    }
    assert!(kinds > 40, "{kinds} events");
    let wanted = [
        "Escrow.event.HandedIn.files.blob",
        "Escrow.event.Said.files.blob",
        "Joined.message.attachments.blob",
        "Joined.message.whole",
        "LogoSet.from.file",
        "LogoSet.to.file",
        "Opportunity.event.Amended.text.blob",
        "Opportunity.event.Filed.file.blob",
        "Opportunity.event.Offered.offer.files.blob",
        "Opportunity.event.Posted.files.blob",
        "Quotation.event.Papered.paper.Third.logo.file",
        "Quotation.event.Papered.pdf",
        "Received.received.message.attachments.blob",
        "Received.received.message.whole",
    ];
    assert_eq!(
        places.iter().map(String::as_str).collect::<Vec<_>>(),
        wanted
    );
}

/// Receives a mail with this file, whose bytes were lying about before as well.
async fn receive(desk: &Desk, n: u128, bytes: &[u8]) {
    let orphan = desk.store().blobs().put(bytes).expect("stored");
    drop(orphan);
    tokio::task::yield_now().await;
    let lease = desk.store().blobs().put(bytes).expect("stored");
    let mut mail = bench::mail(1_000 + n, "paul@client.example", "CLIENT / x", "y");
    mail.attachments = vec![attachment(bytes)];
    let command = Command::Request(RequestCommand::Receive(Box::new(mail)));
    let done = desk.submit(Submission::new(None, command)).await;
    done.expect("received");
    drop(lease);
}

/// The files that are received while the sweeper runs.
const ALL: usize = 100;

fn content(n: usize) -> Vec<u8> {
    format!("file {n}").into_bytes()
}

/// Sweeps for as long as files are received; returns how often, and how many files it took.
fn sweeper(desk: Desk, left: Arc<AtomicUsize>) -> tokio::task::JoinHandle<(usize, usize)> {
    tokio::task::spawn_blocking(move || {
        let (mut sweeps, mut removed) = (0, 0);
        while left.load(Ordering::SeqCst) > 0 || sweeps == 0 {
            match tidy(&desk, Duration::ZERO, || true).expect("swept") {
                Tidied::Done(swept) => removed += swept.removed as usize,
                other => panic!("{other:?}"),
            }
            sweeps += 1;
        }
        (sweeps, removed)
    })
}

/// Receives all files, four at a time.
async fn receive_all(desk: &Desk, left: &Arc<AtomicUsize>) {
    let mut all = Vec::new();
    for part in 0..4 {
        let (desk, left) = (desk.clone(), Arc::clone(left));
        all.push(tokio::spawn(async move {
            for n in (0..ALL).filter(|n| n % 4 == part) {
                receive(&desk, n as u128, &content(n)).await;
                left.fetch_sub(1, Ordering::SeqCst);
            }
        }));
    }
    for one in all {
        one.await.expect("received");
    }
}

/// Opens a store whose desk was just closed, once the engine has let go of it.
fn closed(folder: &Path) -> Closed {
    let deadline = std::time::Instant::now() + Duration::from_secs(20);
    loop {
        match Closed::open(folder) {
            Ok(closed) => return closed,
            Err(fault) => assert!(std::time::Instant::now() < deadline, "{fault}"),
        }
        std::thread::yield_now();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn wks_7_a_collection_beside_a_hundred_attachments_loses_none() {
    let office = Office::open().await;
    // However young a file is, by this clock it is old.
    office.set_clock(bench::paris("2100-01-01 10:00"));
    let left = Arc::new(AtomicUsize::new(ALL));
    let sweeping = sweeper(office.desk.clone(), Arc::clone(&left));
    receive_all(&office.desk, &left).await;
    let (sweeps, removed) = sweeping.await.expect("swept");
    assert!(sweeps > 1, "it swept once only");
    let blobs = office.desk.store().blobs();
    let there = |n: usize| {
        let id = BlobId::of(&content(n));
        blobs.get(&id).expect("read").is_some()
    };
    let lost: Vec<usize> = (0..ALL).filter(|n| !there(*n)).collect();
    assert_eq!(lost, [0; 0]);
    // And what nobody names goes.
    drop(blobs.put(b"nobody's").expect("stored"));
    let done = tidy(&office.desk, Duration::ZERO, || true).expect("swept");
    assert!(
        matches!(done, Tidied::Done(swept) if swept.removed == 1),
        "{done:?}"
    );
    println!("{sweeps} sweeps took {removed} files");

    // From the records alone, the same.
    let office = office.reopened().await;
    let Office { desk, folder, .. } = office;
    desk.close().await;
    drop(desk);
    let closed = closed(folder.path());
    let named = named_files(&closed).expect("read");
    assert_eq!(named.len(), ALL);
    let report = closed.check(&named).expect("read");
    assert_eq!(
        (report.sound, report.bad, report.unnamed),
        (ALL as u64, 0, 0)
    );
}

#[tokio::test]
async fn wks_7_a_clock_before_1970_is_named_before_the_store_is_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let house = folder.path().join("house");
    let Err(fault) = Desk::open(&house, Arc::new(|| -86_400_000)).await else {
        panic!("it opened");
    };
    assert!(fault.to_string().contains("1969-12-31"), "{fault}");
    assert!(!house.exists());
}

#[tokio::test]
async fn wks_7_a_clock_that_was_set_back_is_told_of_and_loses_nothing() {
    let office = Office::open().await;
    assert_eq!(office.desk.notes(Lang::En), [""; 0]);
    office.set_clock(bench::paris("2031-05-01 10:00"));
    let id = office.request("paul@client.example").await;
    let office = office.reopened().await;
    let notes = office.desk.notes(Lang::En);
    assert!(
        matches!(&notes[..], [note] if note.contains("2031-05-01")),
        "{notes:?}"
    );
    let next = office.request("zoe@other.fr").await;
    assert_eq!(next, id + 1);
    let (first, second) = (office.get(id).touched_at, office.get(next).touched_at);
    assert!(
        second < first,
        "the clock's word stands; the order is the records'"
    );
}
