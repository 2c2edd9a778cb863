//! `import -` as a mail server calls it (REQ-1): 75, "try again", for whatever is not the mail's own fault. And
//! what makes a store: `setup` and the sample, no other command.

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Stdio;

use tempfile::TempDir;

use super::{Run, empty, fixture, house, house_with_mail, piped, program, run, watch};

const MAIL: &[u8] = b"From: a@client.example\nSubject: x\nMessage-ID: <1@x>\n\nHello.\n";

/// A mail that is delivered by a caller that does not wait for it to be read.
fn deliver(data: &TempDir, more: &[&str]) -> Run {
    let mail = data.path().join("mail");
    fs::write(&mail, MAIL).expect("a file");
    let mut args = vec!["import", "-"];
    args.extend(more);
    let mut command = program(data.path(), &args);
    command.stdin(fs::File::open(mail).expect("it opens"));
    Run::of(watch::output(&mut command))
}

fn store(data: &TempDir) -> std::path::PathBuf {
    data.path().join("store")
}

fn flip(path: &Path) {
    let mut bytes = fs::read(path).expect("it reads");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).expect("it writes");
}

/// REQ-1 WKS-7: a missing store is not made by a delivery, nor by any other command.
#[test]
fn req_1_wks_7_no_command_makes_a_store_but_setup() {
    let data = empty();
    deliver(&data, &[]).refuses(75, &["nothing is set up here yet"]);
    for args in [
        ["inbox"].as_slice(),
        &["import", &fixture("french-plain.eml")],
        &["whoami"],
        &["routing"],
        &["person", "list"],
        &["serve", "--listen", "127.0.0.1:0"],
    ] {
        run(&data, args).refuses(1, &["nothing is set up here yet", "entremise setup"]);
    }
    for args in [["verify"], ["recover"], ["tidy"], ["host-key"]] {
        assert_ne!(run(&data, &args).code, Some(0), "{args:?}");
    }
    run(&data, &[]).says(&["Nothing is set up here yet"]);
    assert!(!store(&data).exists(), "a store was made");
}

/// REQ-1: whatever is wrong with the store, the mail server keeps the mail; a bad mail it gives back.
#[test]
fn req_1_a_delivery_that_fails_is_to_be_tried_again() {
    let data = house();
    // A server that dies while it is being asked.
    let socket = store(&data).join("socket");
    let listener = UnixListener::bind(&socket).expect("a socket");
    let dying = std::thread::spawn(move || drop(listener.accept()));
    deliver(&data, &[]).refuses(75, &["server"]);
    dying.join().expect("it accepted");
    fs::remove_file(&socket).expect("removed");
    // A key file that cannot be read.
    let keys = store(&data).join("keys.toml");
    fs::write(&keys, [0xff; 16]).expect("a file");
    deliver(&data, &[]).refuses(75, &["keys.toml"]);
    fs::remove_file(&keys).expect("removed");
    // A call that is not understood, in words or in its language.
    deliver(&data, &["--bogus"]).refuses(75, &["--bogus"]);
    deliver(&data, &["--lang", "xx"]).refuses(75, &["--lang xx"]);
    assert_eq!(deliver(&data, &[]).code, Some(0));
    let bad = [0xff, 0xfe, 0x00, 0x01].repeat(40);
    assert_eq!(piped(&data, &["import", "-"], &bad).code, Some(65));
}

/// REQ-1 WKS-7: so with a store that is damaged.
#[test]
fn req_1_wks_7_a_delivery_to_a_damaged_store_is_to_be_tried_again() {
    let data = house_with_mail();
    fs::remove_dir_all(store(&data).join("journal")).expect("removed");
    let shadow = super::files(&store(&data).join("shadow"));
    flip(shadow.first().expect("a segment"));
    deliver(&data, &[]).refuses(75, &["entremise"]);
}

/// WKS-5: a list that stopped at its limit says so beside it, as text and as JSON; a filter that is none is
/// said, with what there is.
#[test]
fn wks_5_a_list_says_when_it_stopped_and_what_it_did_not_understand() {
    let data = house();
    run(
        &data,
        &[
            "import",
            &fixture("demandes.csv"),
            &fixture("requests.jsonl"),
        ],
    );
    let cut = run(&data, &["inbox", "--json", "--limit", "1"]);
    assert_eq!(cut.out.lines().count(), 1);
    assert!(cut.err.contains("1 of 4; --limit 4"), "{}", cut.err);
    let whole = run(&data, &["inbox", "--json"]);
    assert_eq!(whole.err, "");
    for (word, there_is) in [
        ("is:bogus", "overdue"),
        ("owes:me", "client"),
        ("who:zorro", "none"),
        ("stage:old", "in-touch"),
        ("group:x", "introduction"),
        ("kind:x", "none"),
        ("sort:x", "newest"),
    ] {
        run(&data, &["inbox", word]).refuses(64, &[word, there_is]);
        run(&data, &["inbox", "is:open", word]).refuses(64, &[word, there_is]);
    }
    for (word, there_is) in [
        ("group:x", "introduction"),
        ("online:x", "yes"),
        ("from:x", "2026-06-01"),
    ] {
        run(&data, &["board", word]).refuses(64, &[word, there_is]);
    }
    // A word with a colon in it is a word.
    run(&data, &["inbox", "re:"]).says(&[]);
    run(&data, &["inbox", "is:open", "who:amélie,none", "stage:new"]).says(&["R-1"]);
}

/// WKS-4: the sample never stands in the way of a house, and is there for any command that asks for it.
#[test]
fn wks_4_the_sample_is_made_for_any_command_and_stands_in_no_way() {
    let data = empty();
    run(&data, &["--sample", "--as", "P-1", "whoami"]).says(&["P-1"]);
    assert!(store(&data).join("sample").is_dir());
    let setup = [
        "setup",
        "--name",
        "Eve",
        "--house",
        "Nord",
        "--country",
        "FR",
    ];
    run(&data, &setup).says(&["Nord is set up"]);
    run(&data, &["whoami"]).says(&["Eve"]);
    // Also one that was only begun.
    let data = empty();
    fs::create_dir_all(store(&data).join("sample")).expect("a folder");
    run(&data, &setup).says(&["Nord is set up"]);
    let data = empty();
    run(&data, &["--sample"]).says(&["entremise inbox"]);
    run(&data, &["inbox"]).refuses(1, &["nothing is set up here yet"]);
}

/// WKS-4: whoever is killed while the sample is made leaves no half of a house behind: the next start makes it whole.
#[test]
fn wks_4_a_sample_whose_making_was_killed_is_made_whole() {
    let whole = empty();
    let all = run(&whole, &["--sample", "inbox", "--json", "--limit", "500"]);
    let all = all.out.lines().count();
    assert!(all > 100, "{all}");
    for kills in 1..=3 {
        let data = empty();
        let made = store(&data).join("sample.new").join("shadow");
        for _ in 0..kills {
            let mut making = program(data.path(), &["--sample", "inbox"]);
            making.stdout(Stdio::null()).stderr(Stdio::null());
            let mut making = making.spawn().expect("it runs");
            watch::until("the sample being made", || {
                let begun = fs::read_dir(&made).is_ok_and(|mut files| files.next().is_some());
                let over = making.try_wait().expect("a process").is_some();
                if begun || over {
                    Ok(())
                } else {
                    Err("nothing yet".to_owned())
                }
            });
            // It may be over by now: then it is whole.
            let _ = making.kill();
            making.wait().expect("it ends");
        }
        let again = run(&data, &["--sample", "inbox", "--json", "--limit", "500"]);
        assert_eq!(again.out.lines().count(), all, "killed {kills} times");
        assert!(!store(&data).join("sample.new").exists());
    }
    // What was left may be hurt, too.
    let data = empty();
    let left = store(&data).join("sample.new");
    fs::create_dir_all(left.join("shadow")).expect("a folder");
    fs::write(left.join("FORMAT"), "1\n").expect("a file");
    let hurt = left.join("shadow").join("00000000000000000001.log");
    fs::write(hurt, [7; 4096]).expect("a file");
    let again = run(&data, &["--sample", "inbox", "--json", "--limit", "500"]);
    assert_eq!(again.out.lines().count(), all, "{}", again.err);
    // What was left stands in no house's way.
    let data = empty();
    fs::create_dir_all(store(&data).join("sample.new")).expect("a folder");
    run(
        &data,
        &[
            "setup",
            "--name",
            "Eve",
            "--house",
            "Nord",
            "--country",
            "FR",
        ],
    )
    .says(&["Nord is set up"]);
}

/// PPL-5: a key is taken as a line, from a file, or piped in.
#[test]
fn ppl_5_a_key_is_added_as_a_line_a_file_or_piped_in() {
    let line = |n: u8| {
        use russh::keys::ssh_key::private::{Ed25519Keypair, KeypairData};
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&[n; 32]));
        let key = russh::keys::PrivateKey::new(pair, "desk").expect("a key");
        key.public_key().to_openssh().expect("a line")
    };
    let data = house();
    run(&data, &["key", "add", "Amélie", &line(1)]).says(&["Amélie Roux can now log in with"]);
    let file = data.path().join("my key.pub");
    fs::write(&file, format!("{}\n", line(2))).expect("a file");
    run(&data, &["key", "add", "Amélie", &file.to_string_lossy()]).says(&["can now log in"]);
    piped(&data, &["key", "add", "Amélie", "-"], line(3).as_bytes()).says(&["can now log in"]);
    assert_eq!(run(&data, &["key", "list"]).out.lines().count(), 3);
    run(&data, &["key", "add", "Amélie", "/nowhere.pub"])
        .refuses(65, &["/nowhere.pub", "neither a key nor a file"]);
}
