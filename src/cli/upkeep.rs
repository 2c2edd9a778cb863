//! `entremise verify` and `entremise recover`: the store checked, and rebuilt from its shadow log.
//! `entremise keys`: the key table.

use std::path::Path;
use std::process::ExitCode;

use super::print::Print;
use super::{Args, files, here, paths, runtime};
use crate::desk::{Desk, check_clock, machine_clock, missing, told_missing};
use crate::journal::{self, Closed, Fault, MAX_DIFFERENCES, Recovery, Report};
use crate::ui::globals::all_entries;
use crate::ui::kit::binding::markdown;
use crate::ui::kit::texts::Texts;

/// Prints the key table in Markdown, as `assets/docs/keys.md` has it.
pub fn keys(args: &Args) -> anyhow::Result<ExitCode> {
    let texts = Texts::new(here::lang(args)?);
    let print = Print::new();
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
    let print = Print::new();
    for line in verified(&report) {
        print.line(&line);
    }
    if report.missing + report.declared > 0
        && let Some(missing) = missing(&Closed::open(&folder)?, report.last)?
    {
        // How many records it is was said; a checkpoint may still know what they did.
        for line in told_missing(&missing).iter().skip(1) {
            print.line(&format!("by what the two logs still hold, {line}"));
        }
    }
    let files = quick || files::check(&folder, &print)?;
    if report.is_sound() && files {
        print.line("sound");
        return print.end(ExitCode::SUCCESS);
    }
    if report.is_sound() {
        return print.end(ExitCode::FAILURE);
    }
    print.line("damaged: run `entremise recover`; it keeps a copy of the present files");
    print.end(ExitCode::FAILURE)
}

/// A report in lines.
fn verified(report: &Report) -> Vec<String> {
    let mut lines = vec![format!(
        "{} records read, the last is {}",
        report.records, report.last
    )];
    let head = report.head.iter().map(|byte| format!("{byte:02x}"));
    lines.push(format!("chain head {}", head.collect::<String>()));
    if let Some(why) = &report.unreadable {
        lines.push(format!("the journal cannot be read: {why}"));
    }
    let bad = report.bad_records.iter();
    let bad = bad.map(|(seq, what)| format!("record {seq}: {what}"));
    list(&mut lines, report.bad, "damaged in the journal", bad);
    let different = report.differences.iter();
    let different = different.map(|other| format!("record {}: {}", other.seq, other.how));
    list(
        &mut lines,
        report.different,
        "different in the journal and the shadow log",
        different,
    );
    let missing = report.missing_runs.iter().map(ToString::to_string);
    list(
        &mut lines,
        report.missing,
        "missing: neither log has them",
        missing,
    );
    let declared = report.declared_runs.iter().map(ToString::to_string);
    list(
        &mut lines,
        report.declared,
        "lost, as an earlier recovery said",
        declared,
    );
    if let Some(seq) = report.contradicted {
        lines.push(format!(
            "record {seq} is not the one a checkpoint or the end mark was written for"
        ));
    }
    lines
}

/// Adds how many there are and the first of them, if there are any.
fn list(
    lines: &mut Vec<String>,
    count: u64,
    what: &str,
    named: impl ExactSizeIterator<Item = String>,
) {
    if count == 0 {
        return;
    }
    let most = named.len() >= MAX_DIFFERENCES;
    lines.push(format!("{count} {what}"));
    lines.extend(named.map(|line| format!("  {line}")));
    if most {
        lines.push("  … and so on".to_owned());
    }
}

/// Rebuilds the journal from all that is left, and lists what is not.
pub fn recover(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    check_clock(machine_clock()())?;
    let recovery = journal::recover(&folder)?;
    let print = Print::new();
    for line in recovered(&recovery) {
        print.line(&line);
    }
    // Opening it shows that it can be opened, and writes down what is known of the lost records.
    match runtime()?.block_on(opened(&folder)) {
        Ok(notes) => notes.iter().for_each(|note| print.line(note)),
        Err(fault) if recovery.is_complete() => return Err(fault.into()),
        Err(fault) => print.line(&format!("the data still does not open: {fault}")),
    }
    print.end(if recovery.is_complete() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(LOST)
    })
}

/// Opens the house once, and returns what there is to tell of it.
async fn opened(folder: &Path) -> Result<Vec<String>, Fault> {
    let desk = Desk::open(folder, machine_clock()).await?;
    let notes = desk.notes().to_vec();
    desk.close().await;
    Ok(notes)
}

/// A recovery in lines.
fn recovered(recovery: &Recovery) -> Vec<String> {
    let mut lines = vec![format!(
        "rebuilt up to record {}: {} from the shadow log, {} from the journal alone",
        recovery.last, recovery.from_shadow, recovery.from_journal
    )];
    let aside = recovery.aside.iter();
    lines.extend(aside.map(|path| format!("the old files are kept as {}", path.display())));
    if let Some(seq) = recovery.first_disputed {
        lines.push(format!(
            "{} records differ in the two logs, from record {seq} on: the shadow log’s were used",
            recovery.disputed
        ));
    }
    for loss in &recovery.declared {
        lines.push(format!("lost before: {loss}"));
    }
    if recovery.lost.is_empty() {
        return lines;
    }
    lines.push(format!(
        "{} records are lost; neither log has them:",
        recovery.lost_count()
    ));
    lines.extend(recovery.lost.iter().map(|loss| format!("  {loss}")));
    lines.push(match recovery.known_by {
        Some(seq) if recovery.lost.iter().all(|loss| loss.to <= seq) => format!(
            "what they did is in the checkpoint of record {seq}; their texts are gone from the history"
        ),
        Some(seq) => format!(
            "what those up to record {seq} did is in its checkpoint; what the others did is unknown: compare with a backup, and ask the people who worked then"
        ),
        None => "what they did is unknown: compare with a backup, and ask the people who worked then"
            .to_owned(),
    });
    lines
        .push("the store opens again, and new records are numbered after the lost ones".to_owned());
    lines
}
