//! `entremise tidy`, and the part of `entremise verify` that is about the stored files.

use std::path::Path;
use std::process::ExitCode;

use super::print::Print;
use super::{Args, paths, runtime, tell_notes};
use crate::desk::tidy::{self, Naming, Tidied, YOUNG};
use crate::journal::{self, BlobReport, Closed, Trouble};
use crate::plain::Problem;
use crate::serve::house::Open;
use crate::text::sanitise::clean_line;

/// Checks the files of the store in `folder` and says what is wrong with which. Returns whether all are well.
pub fn check(folder: &Path, print: &Print) -> anyhow::Result<bool> {
    let store = Closed::open(folder)?;
    let named = tidy::named_files(&store)?;
    let report = store.check(&named)?;
    print.line(&format!(
        "{} checked, {}",
        counted(report.sound + report.bad, "file"),
        size(report.bytes)
    ));
    for (id, trouble) in &report.troubles {
        let what = match trouble {
            Trouble::Missing => "the stored file is missing",
            Trouble::Damaged => "the stored file is damaged",
        };
        let naming = named.get(id).map(called).unwrap_or_default();
        print.line(&format!(
            "{naming}: {what} (blobs/{:.2}/{id})",
            id.to_string()
        ));
    }
    conclude(&report, print);
    Ok(report.bad == 0)
}

fn conclude(report: &BlobReport, print: &Print) {
    let more = report.bad.saturating_sub(report.troubles.len() as u64);
    if more > 0 {
        print.line(&format!("and {more} more"));
    }
    if report.bad > 0 {
        print.line(&format!(
            "{} missing or damaged: copy them back from a backup, or attach them again",
            counted(report.bad, "file")
        ));
    }
    if report.unnamed > 0 {
        print.line(&format!(
            "{}, {}: `entremise tidy` removes them",
            counted(report.unnamed, "unused file"),
            size(report.unnamed_bytes)
        ));
    }
}

/// The case a file belongs to, and its name there.
fn called(naming: &Naming) -> String {
    match (&naming.owner, naming.name.as_str()) {
        (None, _) => "a file of a lost record".to_owned(),
        (Some(owner), "") => format!("{owner}, the whole text"),
        (Some(owner), name) => format!("{owner}, {}", clean_line(name)),
    }
}

/// Returns how many there are, in the plural where there are several or none.
fn counted(n: u64, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KiB", bytes / 1_024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

/// Removes what nothing names.
pub fn tidy(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    journal::must_be_store(&folder)?;
    let print = Print::new();
    runtime()?.block_on(async {
        let open = Open::at(&folder, false).await?;
        tell_notes(&open.desk);
        let done = tokio::task::block_in_place(|| tidy::tidy(&open.desk, YOUNG, || true));
        open.close().await;
        let swept = match done? {
            Tidied::Done(swept) => swept,
            Tidied::UnderWay | Tidied::Trouble => {
                let problem =
                    Problem::with(75, "unused files cannot be removed now: try again later");
                return Err(problem.into());
            }
            Tidied::RecordsLost(lost) => {
                print.line(&format!(
                    "nothing removed: {lost} records are lost, and any file may belong to them"
                ));
                return print.end(ExitCode::SUCCESS);
            }
        };
        print.line(&format!(
            "{} removed, {}",
            counted(swept.removed, "file"),
            size(swept.bytes)
        ));
        if swept.young > 0 {
            print.line(&format!(
                "{} kept, less than an hour old",
                counted(swept.young, "unused file")
            ));
        }
        print.end(ExitCode::SUCCESS)
    })
}
