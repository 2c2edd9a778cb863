//! Kills: a server under writers, a server that starts or closes, a command that runs alone, killed at an
//! instant of the dice's choosing, several times on the same store.

use std::path::Path;
use std::time::Duration;

use rustix::process::Signal;

use crate::deeds::{Deed, Entry, Outcome, Sort, mailbox};
use crate::dice::Dice;
use crate::figures::Verdict;
use crate::host::Host;
use crate::judge;
use crate::maker::{Base, Left, make};
use crate::said::{DEADLINE, Said, ask, ask_for};
use crate::seen::Seen;
use crate::trials;
use crate::writers::Writers;

/// So many kills on one store.
const ROUNDS: usize = 4;
/// So many mails make a checkpoint at closing worth its while.
const MANY: usize = 210;

/// When somebody is killed.
#[derive(Clone, Copy, Debug)]
enum When {
    /// A server, while several write.
    Writing,
    /// A server that starts.
    Starting,
    /// A server that closes, and writes a checkpoint.
    Closing,
    /// A command that has the store to itself.
    Alone,
}

/// Runs the trials.
pub fn run() {
    let base = make(400, Left::Closed, &mut Dice::of(0, "kill", u64::MAX));
    let sorts = [When::Writing, When::Starting, When::Closing, When::Alone];
    let figures = trials::run("kill", "kills", |n, folder, dice, verdict| {
        let first = sorts[n as usize % sorts.len()];
        verdict.sort = format!("{first:?}").to_lowercase();
        trial(&base, folder, first, dice, verdict);
    });
    figures.close();
}

fn trial(base: &Base, folder: &Path, first: When, dice: &mut Dice, verdict: &mut Verdict) {
    let data = base.copy_to(folder);
    let mut entries = base.entries.clone();
    let mut when = first;
    for round in 0..ROUNDS {
        let before = entries.len();
        if !kill(&data, when, dice, &mut entries, verdict) {
            return;
        }
        let tally = judge::tally(&entries[before..]);
        verdict.tell(format!("round {round}: {when:?}: {tally}"));
        judge::words(&data, &entries[before..], verdict);
        if !look(&data, &entries, verdict) {
            return;
        }
        when = *dice.one(&[
            When::Writing,
            When::Writing,
            When::Starting,
            When::Closing,
            When::Alone,
        ]);
    }
    verdict.row.acknowledged = judge::acknowledged(&entries);
    judge::faults(&data, verdict);
    judge::sound(&data, verdict);
    judge::replayed(&data, folder, verdict);
}

/// Opens the store again and judges what it shows; false when going on is pointless.
fn look(data: &Path, entries: &[Entry], verdict: &mut Verdict) -> bool {
    let host = match Host::start(data, false) {
        Ok(host) => host,
        Err(said) => {
            verdict.complain(format!("it does not open again: {}", said.brief()));
            return false;
        }
    };
    let lost = (verdict.row.lost, verdict.row.doubled, verdict.row.applied);
    match Seen::ask(data) {
        Ok(seen) => {
            judge::commands(&seen, entries, verdict);
            judge::files(data, &seen, entries, 2, verdict);
        }
        Err(said) => verdict.complain(format!("it shows nothing: {}", said.brief())),
    }
    if !host.close().success() {
        verdict.complain("the server did not close well");
    }
    lost == (verdict.row.lost, verdict.row.doubled, verdict.row.applied)
}

/// Has commands done, and kills who does them; false when nobody could.
fn kill(
    data: &Path,
    when: When,
    dice: &mut Dice,
    entries: &mut Vec<Entry>,
    verdict: &mut Verdict,
) -> bool {
    let micros = |dice: &mut Dice, most: u64| Duration::from_micros(dice.below(most));
    match when {
        When::Starting => {
            let host = Host::begin(data, false);
            host.wait(micros(dice, 400_000));
            host.kill();
            return true;
        }
        When::Alone => {
            let patience = micros(dice, 300_000);
            entries.extend(alone(data, 60, patience, dice));
            return true;
        }
        When::Writing | When::Closing => {}
    }
    let host = match Host::start(data, false) {
        Ok(host) => host,
        Err(said) => {
            verdict.complain(format!("it does not start: {}", said.brief()));
            return false;
        }
    };
    if matches!(when, When::Closing) {
        entries.extend(alone(data, MANY, DEADLINE, dice));
        host.signal(Signal::TERM);
        host.wait(micros(dice, 150_000));
        host.kill();
    } else {
        let mut writers = Writers::start(data, host.port, 2, dice);
        writers.hear(1 + dice.below(20), DEADLINE);
        writers.hear(u64::MAX, micros(dice, 30_000));
        host.kill();
        entries.extend(writers.stop());
    }
    true
}

/// Takes a mailbox in and is killed after so long.
fn alone(data: &Path, many: usize, patience: Duration, dice: &mut Dice) -> Vec<Entry> {
    let deeds: Vec<Deed> = (0..many).map(|_| Deed::new(Sort::Mail, dice)).collect();
    let words: Vec<String> = deeds.iter().map(|deed| deed.word.clone()).collect();
    let args = ["--as", "Amélie", "import", "--quiet", "-"];
    let input = mailbox(&words);
    let said = if patience < DEADLINE {
        ask_for(data, &args, &input, patience)
    } else {
        ask(data, &args, &input)
    };
    let entry = |deed| Entry {
        deed,
        outcome: outcome(&said),
        far: false,
    };
    deeds.into_iter().map(entry).collect()
}

/// A mailbox that is taken in half is not refused: some of it is there.
fn outcome(said: &Said) -> Outcome {
    if said.is_done() {
        Outcome::Done
    } else {
        Outcome::Unknown(Said {
            late: false,
            ..said.clone()
        })
    }
}
