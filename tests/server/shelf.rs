//! Stored files of a served house (WKS-7, BRD-5): nothing is stored that is refused, nothing is collected that
//! is named, and whoever looks finds what is hurt.

use std::path::{Path, PathBuf};

use russh::ChannelMsg;
use tempfile::TempDir;
use tokio::time::timeout;

use crate::caller::{Caller, DEADLINE, Said};
use crate::market::{POST, decide_group, done, market};
use crate::server::{Served, house, key, program};

/// One MiB that is like no other with another number.
fn megabyte(n: u8) -> Vec<u8> {
    let mut bytes = vec![n; 1024 * 1024];
    bytes[..8].copy_from_slice(b"%PDF-1.4");
    bytes
}

/// The blobs of a store with their sizes, in order.
fn blobs(data: &Path) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    for shelf in std::fs::read_dir(data.join("blobs")).into_iter().flatten() {
        let shelf = shelf.expect("a shelf").path();
        for file in std::fs::read_dir(shelf).into_iter().flatten() {
            let path = file.expect("a file").path();
            let size = std::fs::metadata(&path).map_or(0, |data| data.len());
            found.push((path, size));
        }
    }
    found.sort();
    found
}

/// O-1 is posted, and Fay may offer.
async fn offering() -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    done(&served, "fay", "step O-1 consultation --yes").await;
    served
}

async fn attach(served: &Served, who: &str, name: &str, bytes: &[u8]) -> Said {
    let caller = Caller::login(served.port, &key(who)).await;
    let channel = caller.line.channel_open_session().await;
    let channel = channel.expect("no channel");
    let words = format!("attach O-1 - --name {name}");
    channel.exec(true, words).await.expect("the line was cut");
    let (mut read, write) = channel.split();
    let bytes = bytes.to_vec();
    // Whoever is refused before their file is read cannot get rid of it.
    let sending = tokio::spawn(async move {
        let _ = write.data(&bytes[..]).await;
        let _ = write.eof().await;
    });
    let mut said = Said {
        out: String::new(),
        err: String::new(),
        status: None,
    };
    let text = |data: &[u8]| String::from_utf8_lossy(data).into_owned();
    while let Some(heard) = timeout(DEADLINE, read.wait()).await.expect("it has no end") {
        match heard {
            ChannelMsg::Data { data } => said.out += &text(&data),
            ChannelMsg::ExtendedData { data, .. } => said.err += &text(&data),
            ChannelMsg::ExitStatus { exit_status } => said.status = Some(exit_status),
            _ => {}
        }
    }
    sending.abort();
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn brd_5_wks_7_refused_uploads_leave_not_one_byte() {
    let served = offering().await;
    let at = served.data.path();
    let before = blobs(at);
    let untouched = |what: &str, said: &Said, words: &str| {
        assert_ne!(said.status, Some(0), "{what}: {said:?}");
        assert!(said.err.contains(words), "{what}: {said:?}");
    };
    // Before she may offer, and who may never.
    untouched(
        "no step was taken",
        &attach(&served, "fay", "a.pdf", &megabyte(1)).await,
        "Take the step",
    );
    untouched(
        "an officer",
        &attach(&served, "ben", "a.pdf", &megabyte(1)).await,
        "roles",
    );
    assert_eq!(blobs(at), before);

    done(&served, "fay", "step O-1 offer --yes").await;
    untouched(
        "no draft",
        &attach(&served, "fay", "a.pdf", &megabyte(1)).await,
        "no proposal for O-1",
    );
    assert_eq!(blobs(at), before);
    done(
        &served,
        "fay",
        "propose O-1 --draft --price 1000 --text draft",
    )
    .await;
    // Too large: read to the limit and no further.
    let large = vec![7; 10 * 1024 * 1024 + 1];
    untouched(
        "too large",
        &attach(&served, "fay", "l.pdf", &large).await,
        "too large",
    );
    assert_eq!(blobs(at), before);

    for n in 0..10 {
        let said = attach(&served, "fay", "a.pdf", &megabyte(n)).await;
        assert_eq!(said.status, Some(0), "{said:?}");
    }
    let ten = blobs(at);
    assert_eq!(ten.len(), before.len() + 10);
    for n in 10..15 {
        let said = attach(&served, "fay", "a.pdf", &megabyte(n)).await;
        untouched("the eleventh", &said, "10");
    }
    assert_eq!(blobs(at), ten, "an upload that was refused is on the disk");
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_server_that_tidies_up_all_the_time_loses_no_attachment() {
    let data = house();
    let served = Served::start_in(data, &[], &[("ENTREMISE_TEST_TIDY", "1")]);
    let at = served.data.path();
    let orphan = at.join("blobs/ab").join(format!("ab{}", "0".repeat(62)));
    std::fs::create_dir_all(orphan.parent().expect("a folder")).expect("made");
    std::fs::write(&orphan, "nobody's").expect("written");
    const ALL: usize = 100;
    let mail = |n: usize| {
        format!(
            "From: Zoé <zoe{n}@client.example>\nTo: house@nord.example\nSubject: N {n}\n\
             Message-ID: <{n}@race>\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed; boundary=b\n\n\
             --b\nContent-Type: text/plain\n\nHello.\n\
             --b\nContent-Type: application/pdf; name=\"{n}.pdf\"\n\
             Content-Disposition: attachment; filename=\"{n}.pdf\"\n\ncontent {n}\n--b--\n"
        )
    };
    let served = &served;
    std::thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || {
                for n in (0..ALL).filter(|n| n % 4 == part) {
                    let taken = served.piped(&["import", "--quiet", "-"], mail(n).as_bytes());
                    assert!(taken.status.success(), "{taken:?}");
                }
            });
        }
    });
    assert!(!orphan.exists(), "it did not tidy up");
    for n in 2..ALL + 2 {
        let request = format!("R-{n}");
        let listed = served.must(&["files", &request]);
        assert!(listed.contains(".pdf"), "{request}: {listed}");
        let content = served.must(&["files", &request, "--get", "1"]);
        assert!(content.starts_with("content "), "{request}: {content:?}");
    }
}

/// A mail with two files.
const TWO: &str = "From: Zoé <zoe@client.example>\nSubject: two files\nMessage-ID: <two@x>\n\
    MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n\
    --b\nContent-Type: text/plain\n\nHello.\n\
    --b\nContent-Disposition: attachment; filename=\"flipped.pdf\"\n\nflipped\n\
    --b\nContent-Disposition: attachment; filename=\"removed.pdf\"\n\nremoved\n--b--\n";

/// Runs the program on the store in `at`; returns how it ended and what it said.
fn run(at: &Path, args: &[&str]) -> (Option<i32>, String) {
    let done = program(at, args).output().expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    (done.status.code(), said)
}

/// A house with those two files, which is sound.
fn with_two_files() -> TempDir {
    let data = house();
    let file = data.path().join("two.eml");
    std::fs::write(&file, TWO).expect("written");
    let import = ["import", "--quiet", &file.to_string_lossy()];
    assert_eq!(run(data.path(), &import).0, Some(0));
    let (status, said) = run(data.path(), &["verify"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(
        said.contains("2 files checked") && said.contains("\nsound"),
        "{said}"
    );
    data
}

/// Flips a bit of one of the files and removes the other; returns a third, which nobody names.
fn hurt(at: &Path) -> PathBuf {
    for (path, _) in blobs(at) {
        match std::fs::read(&path).expect("read").as_slice() {
            b"flipped" => std::fs::write(&path, b"flippeD").expect("written"),
            b"removed" => std::fs::remove_file(&path).expect("removed"),
            other => panic!("{other:?}"),
        }
    }
    let orphan = at.join("blobs/ab").join(format!("ab{}", "0".repeat(62)));
    std::fs::create_dir_all(orphan.parent().expect("a folder")).expect("made");
    std::fs::write(&orphan, "nobody's").expect("written");
    orphan
}

#[test]
fn wks_7_verify_names_the_case_of_a_hurt_file() {
    let data = with_two_files();
    let at = data.path();
    let orphan = hurt(at);
    let (status, said) = run(at, &["verify"]);
    assert_eq!(status, Some(1), "{said}");
    for words in [
        "R-2, flipped.pdf: the stored file is damaged",
        "R-2, removed.pdf: the stored file is missing",
        "2 files missing or damaged",
        "1 unused file,",
    ] {
        assert!(said.contains(words), "{words:?} is not in {said}");
    }
    assert!(!said.contains("sound"), "{said}");
    let (status, said) = run(at, &["verify", "--quick"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(!said.contains("checked"), "{said}");

    // The orphan goes once it is old, and nothing else.
    let (status, said) = run(at, &["tidy"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(
        said.contains("0 files removed") && said.contains("less than an hour"),
        "{said}"
    );
    let old = std::fs::File::options().write(true).open(&orphan);
    let old = old.expect("opened");
    old.set_modified(std::time::UNIX_EPOCH).expect("a time");
    let (status, said) = run(at, &["tidy"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("1 file removed"), "{said}");
    assert_eq!(blobs(at).len(), 1);
    let nowhere = at.join("nowhere");
    let (status, _) = run(at, &["--data", &nowhere.to_string_lossy(), "tidy"]);
    assert_ne!(status, Some(0));
    assert!(!nowhere.exists());
}
