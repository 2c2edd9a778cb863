//! `entremise tidy`, and the part of `entremise verify` that is about the stored files.

use std::path::Path;
use std::process::ExitCode;

use super::print::{Print, count};
use super::{Args, here, paths, runtime, tell_notes};
use crate::desk::tidy::{self, Naming, Tidied, YOUNG};
use crate::journal::{self, BlobReport, Closed, Trouble};
use crate::plain::{Problem, TEMPORARY};
use crate::serve::house::Open;
use crate::text::sanitise::clean_line;

/// Checks the files of the store in `folder` and says what is wrong with which. Returns whether all are well.
pub fn check(folder: &Path, print: &Print) -> anyhow::Result<bool> {
    let store = Closed::open(folder)?;
    let named = tidy::named_files(&store)?;
    let report = store.check(&named)?;
    let checked = [
        ("n", count(report.sound + report.bad)),
        ("size", size(report.bytes, print).into()),
    ];
    print.say("verify-files", &checked);
    for (id, trouble) in &report.troubles {
        let what = match trouble {
            Trouble::Missing => "verify-file-missing",
            Trouble::Damaged => "verify-file-damaged",
        };
        let naming = named.get(id).map(|naming| called(naming, print));
        let path = format!("blobs/{:.2}/{id}", id.to_string());
        let values = [
            ("name", naming.unwrap_or_default().into()),
            ("path", path.into()),
        ];
        print.say(what, &values);
    }
    conclude(&report, print);
    Ok(report.bad == 0)
}

fn conclude(report: &BlobReport, print: &Print) {
    let more = report.bad.saturating_sub(report.troubles.len() as u64);
    if more > 0 {
        print.say("verify-files-more", &[("n", count(more))]);
    }
    if report.bad > 0 {
        print.say("verify-files-bad", &[("n", count(report.bad))]);
    }
    if report.unnamed > 0 {
        let unused = [
            ("n", count(report.unnamed)),
            ("size", size(report.unnamed_bytes, print).into()),
        ];
        print.say("verify-unused", &unused);
    }
}

/// The case a file belongs to, and its name there.
fn called(naming: &Naming, print: &Print) -> String {
    match (&naming.owner, naming.name.as_str()) {
        (None, _) => print.text("verify-file-of-lost", &[]),
        (Some(owner), "") => print.text("verify-file-text", &[("of", owner.to_string().into())]),
        (Some(owner), name) => format!("{owner}, {}", clean_line(name)),
    }
}

fn size(bytes: u64, print: &Print) -> String {
    let (id, n) = match bytes {
        0..1_024 => ("size-bytes", bytes),
        1_024..1_048_576 => ("size-kib", bytes / 1_024),
        _ => ("size-mib", bytes / 1_048_576),
    };
    print.text(id, &[("n", count(n))])
}

/// Removes what nothing names.
pub fn tidy(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    journal::must_be_store(&folder)?;
    let lang = here::lang(args)?;
    let print = Print::new(lang);
    runtime()?.block_on(async {
        let open = Open::at(&folder, false).await?;
        tell_notes(&open.desk, lang);
        let done = tokio::task::block_in_place(|| tidy::tidy(&open.desk, YOUNG, || true));
        open.close().await;
        let swept = match done? {
            Tidied::Done(swept) => swept,
            Tidied::UnderWay | Tidied::Trouble => {
                return Err(Problem::say(TEMPORARY, "tidy-not-now", []).into());
            }
            Tidied::RecordsLost(lost) => {
                print.say("tidy-lost", &[("n", count(lost))]);
                return print.end(ExitCode::SUCCESS);
            }
        };
        let removed = [
            ("n", count(swept.removed)),
            ("size", size(swept.bytes, &print).into()),
        ];
        print.say("tidy-removed", &removed);
        if swept.young > 0 {
            print.say("tidy-young", &[("n", count(swept.young))]);
        }
        print.end(ExitCode::SUCCESS)
    })
}
