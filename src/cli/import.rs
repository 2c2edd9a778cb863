//! `entremise import FILE…`: takes sources in, shows how far it is, and says what came of them.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Args, args, exit, store};
use crate::ingest::{Stopped, Tally, ingest};
use crate::mail::{self, Kind, Progress, Source};

/// How many set-aside messages are named one by one.
const NAMED: usize = 20;

pub fn import(args: &Args, import: &args::Import) -> anyhow::Result<ExitCode> {
    let runtime = store::runtime()?;
    let code = runtime.block_on(async {
        let desk = store::desk(args).await?;
        let mut worst = ExitCode::SUCCESS;
        for path in &import.files {
            let source = open(path)?;
            let bar = bar(&source.progress(), import.quiet);
            let outcome = ingest(&desk, source, None, |tally, progress| {
                advance(&bar, tally, progress)
            })
            .await;
            bar.finish_and_clear();
            match outcome {
                Ok(tally) => {
                    report(path, &tally);
                    if tally.all() == tally.aside_count() && tally.all() > 0 {
                        worst = ExitCode::from(exit::DATA);
                    }
                }
                Err((tally, stopped)) => {
                    report(path, &tally);
                    desk.close().await;
                    return Err(anyhow::Error::new(stopped));
                }
            }
        }
        desk.close().await;
        Ok(worst)
    });
    // A reader that waits for a pipe must not hold up the end.
    runtime.shutdown_timeout(Duration::from_secs(1));
    code
}

fn open(path: &Path) -> Result<Source, Stopped> {
    let source = if path.as_os_str() == "-" {
        Source::from_reader("standard input", std::io::stdin(), Kind::Mail)
    } else {
        mail::open(path)
    };
    source.map_err(Stopped::Source)
}

fn bar(progress: &Progress, quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (length, template) = match progress.bytes_total {
        Some(total) => (Some(total), "{bar:32} {percent:>3} %  {msg}  {eta} left"),
        None => (None, "{spinner} {bytes}  {msg}"),
    };
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr_with_hz(10));
    bar.with_style(style.progress_chars("━━─"))
}

fn advance(bar: &ProgressBar, tally: &Tally, progress: Progress) {
    bar.set_position(progress.bytes_read);
    if tally.all().is_multiple_of(64) {
        bar.set_message(format!("{} new, {} known", tally.new, tally.known));
    }
}

fn report(path: &Path, tally: &Tally) {
    let name = if path.as_os_str() == "-" {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    };
    let span = tally.span.map(|(first, last)| {
        if first == last {
            format!(" ({first})")
        } else {
            format!(" ({first} to {last})")
        }
    });
    println!(
        "{}: {} new{}, {} known already, {} joined to a request, {} set aside",
        crate::text::sanitise::clean_line(&name),
        tally.new,
        span.unwrap_or_default(),
        tally.known,
        tally.joined,
        tally.aside_count()
    );
    for aside in tally.aside.iter().take(NAMED) {
        let kept = aside
            .kept
            .as_ref()
            .map(|path| format!("; its beginning is in {}", path.display()));
        println!(
            "  set aside: {}: {}{}",
            aside.position,
            aside.reason,
            kept.unwrap_or_default()
        );
    }
    let more = tally.aside_count().saturating_sub(NAMED as u64);
    if more > 0 {
        println!("  and {more} more; see the set-aside folder of the store");
    }
}
