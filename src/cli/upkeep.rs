//! `entremise verify` and `entremise recover`: the store checked, and rebuilt from its shadow log.
//! `entremise keys`: the key table.

use std::path::Path;
use std::process::ExitCode;

use super::print::{Print, count};
use super::{Args, files, here, paths, runtime};
use crate::desk::{Desk, check_clock, machine_clock, missing, told_missing};
use crate::journal::{self, Closed, Fault, MAX_DIFFERENCES, Recovery, Report};
use crate::ui::globals::all_entries;
use crate::ui::kit::binding::markdown;
use crate::ui::kit::texts::{Arg, Lang, Texts};

/// Prints the key table in Markdown, as `assets/docs/keys.md` has it.
pub fn keys(args: &Args) -> anyhow::Result<ExitCode> {
    let lang = here::lang(args)?;
    let (texts, print) = (Texts::shared(lang), Print::new(lang));
    print.line(markdown(&all_entries(), &texts).trim_end());
    print.end(ExitCode::SUCCESS)
}

/// Records are lost: what a script is told by the exit status of `recover` (sysexits).
const LOST: u8 = 65;

/// Checks the store: its records, and its files unless it is to be `quick`. Repairs nothing.
pub fn verify(args: &Args, quick: bool) -> anyhow::Result<ExitCode> {
    check_clock(machine_clock()())?;
    let folder = paths::folder(args)?;
    let report = journal::verify(&folder)?;
    let lang = here::lang(args)?;
    let print = Print::new(lang);
    verified(&report, &print);
    if report.missing + report.declared > 0
        && let Some(missing) = missing(&Closed::open(&folder)?, report.last)?
    {
        // How many records it is was said; a checkpoint may still know what they did.
        for note in told_missing(&missing).iter().skip(1) {
            print.say("verify-known", &[("what", note.say(lang).into())]);
        }
    }
    let files = quick || files::check(&folder, &print)?;
    if report.is_sound() && files {
        print.say("verify-sound", &[]);
        return print.end(ExitCode::SUCCESS);
    }
    if !report.is_sound() {
        print.say("verify-damaged", &[]);
    }
    print.end(ExitCode::FAILURE)
}

/// Prints a report.
fn verified(report: &Report, print: &Print) {
    let read = [("n", count(report.records)), ("last", number(report.last))];
    print.say("verify-read", &read);
    let head = report.head.iter().map(|byte| format!("{byte:02x}"));
    print.say("verify-head", &[("head", head.collect::<String>().into())]);
    if let Some(why) = &report.unreadable {
        print.say("verify-unreadable", &[("why", why.to_string().into())]);
    }
    let record = |seq: u64, what: String| {
        print.text(
            "verify-record",
            &[("n", number(seq)), ("what", what.into())],
        )
    };
    let bad = report.bad_records.iter();
    let bad = bad.map(|(seq, what)| record(*seq, what.to_string()));
    list(print, report.bad, "verify-bad", bad);
    let different = report.differences.iter();
    let different = different.map(|other| record(other.seq, other.how.to_string()));
    list(print, report.different, "verify-different", different);
    let missing = report.missing_runs.iter().map(ToString::to_string);
    list(print, report.missing, "verify-missing", missing);
    let declared = report.declared_runs.iter().map(ToString::to_string);
    list(print, report.declared, "verify-declared", declared);
    if let Some(seq) = report.contradicted {
        print.say("verify-contradicted", &[("n", number(seq))]);
    }
}

/// The number of a record as a value of a text.
fn number(seq: u64) -> Arg {
    seq.to_string().into()
}

/// Prints how many there are and the first of them, if there are any.
fn list(print: &Print, n: u64, id: &str, named: impl ExactSizeIterator<Item = String>) {
    if n == 0 {
        return;
    }
    let most = named.len() >= MAX_DIFFERENCES;
    print.say(id, &[("n", count(n))]);
    named.for_each(|line| print.line(&format!("  {line}")));
    if most {
        print.line(&format!("  {}", print.text("verify-more", &[])));
    }
}

/// Rebuilds the journal from all that is left, and lists what is not.
pub fn recover(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    check_clock(machine_clock()())?;
    let recovery = journal::recover(&folder)?;
    let lang = here::lang(args)?;
    let print = Print::new(lang);
    recovered(&recovery, &print);
    // Opening it shows that it can be opened, and writes down what is known of the lost records.
    match runtime()?.block_on(opened(&folder, lang)) {
        Ok(notes) => notes.iter().for_each(|note| print.line(note)),
        Err(fault) if recovery.is_complete() => return Err(fault.into()),
        Err(fault) => print.say("recover-closed", &[("why", fault.to_string().into())]),
    }
    print.end(if recovery.is_complete() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(LOST)
    })
}

/// Opens the house once, and returns what there is to tell of it.
async fn opened(folder: &Path, lang: Lang) -> Result<Vec<String>, Fault> {
    let desk = Desk::open(folder, machine_clock()).await?;
    let notes = desk.notes(lang);
    desk.close().await;
    Ok(notes)
}

/// Prints a recovery.
fn recovered(recovery: &Recovery, print: &Print) {
    let rebuilt = [
        ("last", number(recovery.last)),
        ("shadow", count(recovery.from_shadow)),
        ("journal", count(recovery.from_journal)),
    ];
    print.say("recover-rebuilt", &rebuilt);
    for path in &recovery.aside {
        let path = path.display().to_string();
        print.say("recover-aside", &[("path", path.into())]);
    }
    if let Some(seq) = recovery.first_disputed {
        let disputed = [("n", count(recovery.disputed)), ("first", number(seq))];
        print.say("recover-disputed", &disputed);
    }
    for loss in &recovery.declared {
        print.say("recover-declared", &[("what", loss.to_string().into())]);
    }
    if recovery.lost.is_empty() {
        return;
    }
    print.say("recover-lost", &[("n", count(recovery.lost_count()))]);
    for loss in &recovery.lost {
        print.line(&format!("  {loss}"));
    }
    match recovery.known_by {
        Some(seq) if recovery.lost.iter().all(|loss| loss.to <= seq) => {
            print.say("recover-known", &[("n", number(seq))]);
        }
        Some(seq) => print.say("recover-partly-known", &[("n", number(seq))]),
        None => print.say("recover-unknown", &[]),
    }
    print.say("recover-opens", &[]);
}
