//! Full disks: filled while several write, freed again under the same server, or killed while it is full.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::deeds::{Deed, Entry, Outcome, Sort};
use crate::dice::Dice;
use crate::disk::Disk;
use crate::figures::Verdict;
use crate::host::Host;
use crate::judge;
use crate::maker::{Base, Left, copy, make};
use crate::said::DEADLINE;
use crate::seen::Seen;
use crate::trials;
use crate::writers::{Writers, call, send};

/// A server takes commands again within this.
const HEALED: Duration = Duration::from_secs(30);
/// What scripts and mail servers understand as: keep it, try again.
const TEMPORARY: i32 = 75;

/// Runs the trials.
pub fn run() {
    let base = make(400, Left::Closed, &mut Dice::of(0, "full", u64::MAX));
    let figures = trials::run("full", "full", |n, folder, dice, verdict| {
        let data = folder.join("store");
        fs::create_dir(&data).expect("a folder");
        let Some(disk) = Disk::of(&data) else {
            verdict.sort = "skipped".to_owned();
            println!("SKIPPED: here a disk can be neither made nor limited");
            return;
        };
        if disk.traps() {
            println!(
                "SKIPPED: no file system can be mounted here; a limit on file sizes stands in for it"
            );
        }
        let killed = n % 2 == 1;
        let end = if killed { "killed" } else { "freed" };
        verdict.sort = format!("{}, {end}", disk.name());
        trial(&base, &data, &disk, killed, dice, verdict);
        // The folder is kept when something is wrong; the mount is not.
        copy(&data, &folder.join("seen"));
        drop(disk);
    });
    figures.close();
}

fn trial(
    base: &Base,
    data: &Path,
    disk: &Disk,
    killed: bool,
    dice: &mut Dice,
    verdict: &mut Verdict,
) {
    copy(&base.data(), data);
    let start = || Host::start(data, disk.traps());
    let mut host = start().unwrap_or_else(|said| panic!("it does not start: {}", said.brief()));
    let mut entries = base.entries.clone();
    let before = entries.len();

    let mut writers = Writers::start(data, host.port, 2, dice);
    writers.hear(1 + dice.below(15), DEADLINE);
    disk.fill(&host, dice.below(40_000));
    let full = writers.hear_until(DEADLINE, |entry| {
        matches!(entry.outcome, Outcome::Refused(_))
    });
    writers.hear(dice.below(6), DEADLINE);
    entries.extend(writers.stop());
    // Whoever calls from elsewhere is told so, too, and no more than concerns them.
    for sort in [Sort::Person, Sort::Mail, Sort::MailWithFile, Sort::Note] {
        let deed = Deed::new(sort, dice);
        let outcome = call(host.port, &deed);
        entries.push(Entry {
            deed,
            outcome,
            far: true,
        });
    }
    let tally = judge::tally(&entries[before..]);
    verdict.tell(format!("up to the full disk: {tally}"));
    if !full {
        verdict.complain("nothing is refused on a full disk");
    }
    reads(data, &entries, verdict);
    if killed {
        host.kill();
        if dice.below(2) == 0 {
            while_full(data, disk, verdict);
        }
        host = match freed(data, disk, verdict) {
            Some(host) => host,
            None => return,
        };
    } else {
        disk.free(Some(&host));
        if !host.lives() {
            verdict.complain("the server has ended");
            return;
        }
    }
    let again = retry(data, &entries[before..]);
    entries.extend(again);
    heal(data, dice, &mut entries, verdict);

    refusals(&entries[before..], verdict);
    judge::words(data, &entries[before..], verdict);
    verdict.row.acknowledged = judge::acknowledged(&entries);
    look(data, &entries, verdict);
    if !host.close().success() {
        verdict.complain("the server did not close well");
    }
    // What was refused does not take effect by opening it anew either.
    look(data, &entries, verdict);
    judge::faults(data, verdict);
    judge::sound(data, verdict);
}

/// A server whose disk is full still shows everything that was acknowledged, and nothing that was refused.
fn reads(data: &Path, entries: &[Entry], verdict: &mut Verdict) {
    match Seen::ask(data) {
        Ok(seen) => {
            judge::commands(&seen, entries, verdict);
            judge::files(data, &seen, entries, 3, verdict);
        }
        Err(said) => verdict.complain(format!(
            "on the full disk it shows nothing: {}",
            said.brief()
        )),
    }
}

/// Opens the store of a killed server on the full disk: it serves, or says that the disk is full.
fn while_full(data: &Path, disk: &Disk, verdict: &mut Verdict) {
    match Host::start(data, disk.traps()) {
        Ok(host) => host.kill(),
        Err(said) => {
            verdict.tell(format!("on the full disk: {}", said.brief()));
            judge::panics(&said, verdict);
            if said.status != Some(TEMPORARY) {
                verdict.complain(format!(
                    "it does not say that the disk is full: {}",
                    said.brief()
                ));
            }
        }
    }
}

/// Opens the store of a killed server on the freed disk.
fn freed(data: &Path, disk: &Disk, verdict: &mut Verdict) -> Option<Host> {
    disk.free(None);
    let host = Host::start(data, disk.traps());
    host.map_err(|said| {
        judge::panics(&said, verdict);
        verdict.complain(format!(
            "it does not open on the freed disk: {}",
            said.brief()
        ));
    })
    .ok()
}

/// Sends again what was refused.
fn retry(data: &Path, entries: &[Entry]) -> Vec<Entry> {
    let refused = |entry: &&Entry| matches!(entry.outcome, Outcome::Refused(_));
    // A note is not written by a command.
    let by_command = |entry: &&Entry| entry.deed.sort != Sort::Note;
    let wanted = entries.iter().filter(refused).filter(by_command).take(12);
    let again = wanted.map(|entry| Entry {
        deed: entry.deed.clone(),
        outcome: send(data, &entry.deed),
        far: false,
    });
    again.collect()
}

/// Sends new commands until one is taken.
fn heal(data: &Path, dice: &mut Dice, entries: &mut Vec<Entry>, verdict: &mut Verdict) {
    let until = Instant::now() + HEALED;
    loop {
        let deed = Deed::new(Sort::Person, dice);
        let outcome = send(data, &deed);
        let taken = matches!(outcome, Outcome::Done);
        entries.push(Entry {
            deed,
            outcome,
            far: false,
        });
        if taken {
            return;
        }
        if Instant::now() > until {
            verdict.complain("the disk is free again, and the server takes no commands");
            return;
        }
    }
}

/// A refusal on a full disk has the status that has everybody try again later.
fn refusals(entries: &[Entry], verdict: &mut Verdict) {
    let refused = entries
        .iter()
        .filter(|entry| matches!(entry.outcome, Outcome::Refused(_)));
    let said: Vec<_> = refused.filter_map(Entry::said).collect();
    let other = said.iter().filter(|said| said.status != Some(TEMPORARY));
    if let Some(first) = other.clone().next() {
        verdict.complain(format!(
            "{} refused with another status: {}",
            other.count(),
            first.brief()
        ));
    }
    if let Some(mute) = said.iter().find(|said| !judge::says_what_to_do(said)) {
        verdict.complain(format!(
            "refused without saying what to do: {}",
            mute.brief()
        ));
    }
}

fn look(data: &Path, entries: &[Entry], verdict: &mut Verdict) {
    match Seen::ask(data) {
        Ok(seen) => {
            judge::commands(&seen, entries, verdict);
            judge::files(data, &seen, entries, 3, verdict);
        }
        Err(said) => verdict.complain(format!("it shows nothing: {}", said.brief())),
    }
}
