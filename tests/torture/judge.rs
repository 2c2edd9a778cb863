//! The judge of commands: what was acknowledged is there once, what was refused is not there, what nobody
//! knows is there at most once; and what people were told is fit to be told.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::deeds::{Entry, Outcome, Sort, file};
use crate::figures::Verdict;
use crate::host::errors_so_far;
use crate::maker::copy;
use crate::said::{Said, ask};
use crate::seen::Seen;

/// What became of all tries of one command.
#[derive(Default)]
struct Tries<'a> {
    done: u64,
    unknown: u64,
    last: Option<&'a Entry>,
}

/// Judges what a store shows by what was answered.
pub fn commands(seen: &Seen, entries: &[Entry], verdict: &mut Verdict) {
    let mut tries: BTreeMap<&str, Tries> = BTreeMap::new();
    for entry in entries {
        let all = tries.entry(&entry.deed.word).or_default();
        match entry.outcome {
            Outcome::Done => all.done += 1,
            Outcome::Unknown(_) => all.unknown += 1,
            Outcome::Refused(_) => {}
        }
        all.last = Some(entry);
    }
    for (word, all) in tries {
        let Some(entry) = all.last else { continue };
        let (what, shown) = (format!("{:?} {word}", entry.deed.sort), seen.count(word));
        let idempotent = matches!(entry.deed.sort, Sort::Mail | Sort::MailWithFile | Sort::Tag);
        let most = if idempotent {
            1
        } else {
            all.done + all.unknown
        };
        if all.done > 0 && shown == 0 {
            verdict.row.lost += 1;
            verdict.counted(format!("{what} was acknowledged and is not there"));
        } else if all.done + all.unknown == 0 && shown > 0 {
            verdict.row.applied += 1;
            let said = entry.said().map(Said::brief).unwrap_or_default();
            verdict.counted(format!("{what} was refused and is there: {said}"));
        } else if shown > most.max(1) {
            verdict.row.doubled += 1;
            verdict.counted(format!("{what} is there {shown} times"));
        }
    }
}

/// Returns what became of commands, by their sorts, for the story of a trial.
pub fn tally(entries: &[Entry]) -> String {
    let mut all: BTreeMap<String, [u64; 3]> = BTreeMap::new();
    for entry in entries {
        let counts = all.entry(format!("{:?}", entry.deed.sort)).or_default();
        match entry.outcome {
            Outcome::Done => counts[0] += 1,
            Outcome::Refused(_) => counts[1] += 1,
            Outcome::Unknown(_) => counts[2] += 1,
        }
    }
    let sorts = all.iter().map(|(sort, [done, refused, unknown])| {
        format!("{sort} {done} done, {refused} refused, {unknown} unknown")
    });
    sorts.collect::<Vec<_>>().join("; ")
}

/// Counts the commands that were acknowledged.
pub fn acknowledged(entries: &[Entry]) -> u64 {
    let done = |entry: &&Entry| matches!(entry.outcome, Outcome::Done);
    entries.iter().filter(done).count() as u64
}

/// Judges some of the files that came with acknowledged mails: their bytes are what was sent.
pub fn files(data: &Path, seen: &Seen, entries: &[Entry], most: usize, verdict: &mut Verdict) {
    let with_file = |entry: &&Entry| entry.deed.sort == Sort::MailWithFile;
    let done = |entry: &&Entry| matches!(entry.outcome, Outcome::Done);
    for entry in entries
        .iter()
        .rev()
        .filter(with_file)
        .filter(done)
        .take(most)
    {
        let Some(request) = seen.requests.get(&entry.deed.word) else {
            continue;
        };
        let got = ask(
            data,
            &["--as", "Amélie", "files", request, "--get", "1"],
            b"",
        );
        if got.out != file(&entry.deed.word) {
            verdict.row.lost += 1;
            verdict.counted(format!(
                "the file of {request} is not what was sent: {}",
                got.brief()
            ));
        }
    }
}

/// Judges a store that nobody has open: `verify` finds it sound.
pub fn sound(data: &Path, verdict: &mut Verdict) {
    let said = ask(data, &["verify"], b"");
    panics(&said, verdict);
    if !said.is_done() || !said.out.lines().any(|line| line.starts_with("sound")) {
        verdict.complain(format!("verify does not find it sound: {}", said.brief()));
    }
}

/// Judges a store that nobody has open: the replay of its records shows what its checkpoint shows.
pub fn replayed(data: &Path, scratch: &Path, verdict: &mut Verdict) {
    let copied = scratch.join("replayed");
    copy(data, &copied);
    fs::remove_dir_all(copied.join("checkpoints")).expect("checkpoints");
    let [with, without] = [data, &copied].map(Seen::ask);
    match (with, without) {
        (Ok(with), Ok(without)) if with.pages == without.pages => {}
        (Ok(_), Ok(_)) => verdict.complain("the replay shows other things than the checkpoint"),
        (Err(said), _) => verdict.complain(format!("it does not open: {}", said.brief())),
        (_, Err(said)) => {
            verdict.complain(format!("it does not open by replay: {}", said.brief()));
        }
    }
    let _ = fs::remove_dir_all(copied);
}

/// Judges what was said to those who wrote.
pub fn words(data: &Path, entries: &[Entry], verdict: &mut Verdict) {
    for entry in entries {
        let Some(said) = entry.said() else { continue };
        panics(said, verdict);
        if said.late {
            verdict.complain(format!("{:?} has no end", entry.deed.sort));
        }
        if entry.far && shows_a_path(&said.err, data) {
            verdict.row.paths += 1;
            verdict.counted(format!("told over SSH: {}", said.brief()));
        }
        let refused = matches!(entry.outcome, Outcome::Refused(_));
        if refused && said.err.trim().is_empty() {
            verdict.complain(format!("{:?} was refused without a word", entry.deed.sort));
        }
    }
}

/// Whether a text names a file or a folder of the server.
pub fn shows_a_path(text: &str, data: &Path) -> bool {
    let data = data.display().to_string();
    let signs = |c: char| !(c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_'));
    let mut words = text.split(signs);
    text.contains(&data) || words.any(|word| word.starts_with('/') && word.matches('/').count() > 1)
}

/// Counts a panic that somebody was shown, or that ended a program.
pub fn panics(said: &Said, verdict: &mut Verdict) {
    if said.err.contains("panicked at") || matches!(said.status, Some(101 | 134)) {
        verdict.row.panics += 1;
        verdict.counted(format!("a panic: {}", said.brief()));
    }
}

/// Counts the panics that servers have written down.
pub fn faults(data: &Path, verdict: &mut Verdict) {
    let log = std::fs::read(data.join("faults.log")).unwrap_or_default();
    let log = format!("{}{}", String::from_utf8_lossy(&log), errors_so_far(data));
    let found = log.matches("panicked at").count() as u64;
    if found > 0 {
        verdict.row.panics += found;
        let first = log.lines().find(|line| line.contains("panicked at"));
        verdict.counted(format!(
            "{found} panics of a server; {}",
            first.unwrap_or_default()
        ));
    }
}

/// Whether a refusal has a status of sysexits, and says what to do.
pub fn says_what_to_do(said: &Said) -> bool {
    let advice = [
        "recover",
        "backup",
        "free ",
        "upgrade",
        "writable",
        "write the number",
        "--data",
        "try again",
    ];
    let status = said
        .status
        .is_some_and(|status| (64..=78).contains(&status));
    status && advice.iter().any(|words| said.err.contains(words))
}
