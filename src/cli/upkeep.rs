//! `entremise verify` and `entremise recover`: the store checked, and rebuilt from its shadow log.
//! `entremise keys`: the key table.

use std::process::ExitCode;

use super::print::Print;
use super::{Args, files, here, paths};
use crate::desk::{check_clock, machine_clock};
use crate::journal;
use crate::ui::globals::all_entries;
use crate::ui::kit::binding::markdown;
use crate::ui::kit::texts::Texts;

/// The key table in Markdown, as the README has it.
pub fn keys(args: &Args) -> anyhow::Result<ExitCode> {
    let texts = Texts::new(here::lang(args)?);
    Print::new().line(markdown(&all_entries(), &texts).trim_end());
    Ok(ExitCode::SUCCESS)
}

/// Checks the store: its records, and its files unless it is to be `quick`.
pub fn verify(args: &Args, quick: bool) -> anyhow::Result<ExitCode> {
    check_clock(machine_clock()())?;
    let report = journal::verify(&paths::folder(args)?)?;
    println!(
        "{} records read, the last is {}",
        report.records, report.last
    );
    let head: String = report
        .head
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("chain head {head}");
    if let Some((seq, what)) = &report.first_bad {
        println!("{} bad; the first is {seq}: {what}", report.bad);
    }
    if report.different > 0 {
        println!(
            "{} records differ between the journal and the shadow log",
            report.different
        );
    }
    let files = quick || files::check(&paths::folder(args)?)?;
    if report.is_sound() && files {
        println!("sound");
        return Ok(ExitCode::SUCCESS);
    }
    if report.is_sound() {
        return Ok(ExitCode::FAILURE);
    }
    println!("damaged: run `entremise recover`; the old journal is kept aside");
    Ok(ExitCode::FAILURE)
}

pub fn recover(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    check_clock(machine_clock()())?;
    let recovery = journal::recover(&folder)?;
    // Opening it once brings the shadow log up to the journal.
    drop(journal::Store::open(&folder)?);
    println!(
        "rebuilt up to record {}: {} from the shadow log, {} only the journal had",
        recovery.last, recovery.from_shadow, recovery.from_journal
    );
    for path in &recovery.aside {
        println!("the old one is kept as {}", path.display());
    }
    if let Some(seq) = recovery.beyond {
        println!("record {seq} and what follows could not be taken: something before it is gone");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}
