//! Makes a store that trials begin with: an organisation with mail, files, quotations, people, drafts and
//! checkpoints, and the words that must be found in it. Made once, copied for each trial.

use std::fs;
use std::path::{Path, PathBuf};

use entremise::journal::Store;
use tempfile::TempDir;

use crate::deeds::{Deed, Entry, NOTED, Outcome, QUOTATIONS, Sort, mail, mailbox};
use crate::dice::Dice;
use crate::host::Host;
use crate::reader::{Known, cut_in_segments, known};
use crate::said::{Said, ask};
use crate::seen::Seen;
use crate::server::{add_key, key, must};
use crate::trials::folder;
use crate::writers::send;

/// A checkpoint is written at closing after so many records.
const CHECKPOINT_AFTER: u64 = 200;

/// A store that is whole.
pub struct Base {
    folder: TempDir,
    /// What was done in it, all of it acknowledged.
    pub entries: Vec<Entry>,
    /// Its records.
    pub known: Vec<Known>,
    /// What is shown of it.
    pub seen: Seen,
}

impl Base {
    /// Returns the data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// Copies it to where a trial is; returns the data folder there.
    pub fn copy_to(&self, trial: &Path) -> PathBuf {
        let data = trial.join("store");
        copy(&self.data(), &data);
        data
    }
}

/// How a store was left, and how its shadow log lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Closed well, one segment.
    Closed,
    /// Closed well, several segments.
    InPieces,
    /// By a server that was killed.
    Killed,
}

/// So many segments the log of a store in pieces has.
const PIECES: usize = 5;

/// Makes a store of about so many records.
pub fn make(records: u64, left: Left, dice: &mut Dice) -> Base {
    let folder = folder();
    let data = folder.path().join("store");
    fs::create_dir(&data).expect("a folder");
    let setup = [
        "setup",
        "--name",
        "Amélie Roux",
        "--house",
        "Atelier Nord",
        "--country",
        "FR",
        "--domain",
        "nord.example",
    ];
    must(&data, &setup);
    must(
        &data,
        &["person", "add", "Ben Carter", "--role", "relation_officer"],
    );
    must(
        &data,
        &["person", "add", "Fay Dubois", "--role", "facilitator"],
    );
    add_key(&data, "Amélie", &key("amelie"));
    let said = ask(&data, &["import", "--quiet", "-"], mail(NOTED).as_bytes());
    assert!(said.is_done(), "{}", said.brief());
    let mut entries = import(&data, (records / 2).max(CHECKPOINT_AFTER), dice);
    let host = Host::start(&data, false).unwrap_or_else(|said| panic!("{}", said.brief()));
    for n in 1..=QUOTATIONS {
        must(&data, &["--as", "Amélie", "quote", &format!("R-{n}")]);
    }
    entries.extend(some(&data, 24, dice));
    assert!(host.close().success(), "it did not close well");
    entries.extend(import(
        &data,
        (records / 2).max(CHECKPOINT_AFTER) - 40,
        dice,
    ));
    let store = Store::open(&data).expect("the store");
    let draft = store.drafts().save(1, "note R-1", "half a wo");
    draft.expect("a draft");
    drop(store);
    let host = Host::start(&data, false).unwrap_or_else(|said| panic!("{}", said.brief()));
    entries.extend(some(&data, 12, dice));
    let seen = Seen::ask(&data).unwrap_or_else(|said| panic!("{}", said.brief()));
    if left == Left::Killed {
        host.kill();
    } else {
        assert!(host.close().success(), "it did not close well");
    }
    if left == Left::InPieces {
        cut_in_segments(&data, PIECES);
    }
    let known = known(&data);
    Base {
        folder,
        entries,
        known,
        seen,
    }
}

/// Imports so many mails as one mailbox.
fn import(data: &Path, many: u64, dice: &mut Dice) -> Vec<Entry> {
    let deeds: Vec<Deed> = (0..many).map(|_| Deed::new(Sort::Mail, dice)).collect();
    let words: Vec<String> = deeds.iter().map(|deed| deed.word.clone()).collect();
    let said = ask(data, &["import", "--quiet", "-"], &mailbox(&words));
    assert!(said.is_done(), "{}", said.brief());
    deeds.into_iter().map(done).collect()
}

/// Does so many commands of every sort.
fn some(data: &Path, many: u64, dice: &mut Dice) -> Vec<Entry> {
    let deeds = (0..many).map(|_| Deed::any(dice, false));
    let all = deeds.map(|deed| {
        let outcome = send(data, &deed);
        let why = match &outcome {
            Outcome::Done => return done(deed),
            Outcome::Refused(said) | Outcome::Unknown(said) => Said::brief(said),
        };
        panic!("{deed:?}: {why}")
    });
    all.collect()
}

fn done(deed: Deed) -> Entry {
    Entry {
        deed,
        outcome: Outcome::Done,
        far: false,
    }
}

/// Copies a folder with all that is in it, and nothing that is not a file.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (kind, to) = (
            entry.file_type().expect("its kind"),
            to.join(entry.file_name()),
        );
        if kind.is_dir() {
            copy(&entry.path(), &to);
        } else if kind.is_file() {
            fs::copy(entry.path(), to).expect("a copy");
        }
    }
}
