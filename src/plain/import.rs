//! `import FILE…`: takes sources in, tells how far it is, and says what came of them.

use std::path::Path;

use super::out::Far;
use super::problem::DATA;
use super::{Out, Outcome, Place, Problem, args};
use crate::domain::Refusal;
use crate::domain::person::Permission;
use crate::ingest::{Stopped, Tally, ingest};
use crate::mail::{self, Kind, Progress, Source};
use crate::text::sanitise::clean_line;

/// How many set-aside messages are named one by one.
const NAMED: usize = 20;
/// How far it is, is told every so many messages.
const OFTEN: u64 = 64;

pub async fn import(place: &Place, asked: &args::Import, out: &mut Out) -> Outcome {
    // Who may not bring anything in holds nothing while it is read.
    if let Some(person) = place.taker() {
        let me = place.desk.published().me(person, place.desk.now());
        let needed = Permission::BringInRequests;
        if !me.is_some_and(|me| me.may(needed)) {
            return Err(place.refused(&Refusal::NotPermitted(needed)));
        }
    }
    let mut worst = 0;
    for path in &asked.files {
        let source = open(place, path, out).await?;
        let outcome = ingest(&place.desk, source, place.taker(), |tally, progress| {
            if !asked.quiet && tally.all().is_multiple_of(OFTEN) {
                out.far(far(tally, &progress));
            }
        })
        .await;
        match outcome {
            Ok(tally) => {
                report(path, &tally, out).await;
                // The next source may be long in coming.
                out.flush().await;
                if tally.all() == tally.aside_count() && tally.all() > 0 {
                    worst = DATA;
                }
            }
            Err((tally, stopped)) => {
                report(path, &tally, out).await;
                return Err(told(place, stopped));
            }
        }
    }
    Ok(worst)
}

fn told(place: &Place, stopped: Stopped) -> Problem {
    match &stopped {
        Stopped::Refused(refusal) if place.taker().is_some() => place.refused(refusal),
        _ => stopped.into(),
    }
}

async fn open(place: &Place, path: &Path, out: &mut Out) -> Result<Source, Problem> {
    let piped = path.as_os_str() == "-";
    let input = if piped {
        Some(place.input(out).await?)
    } else {
        None
    };
    let path = if piped { None } else { Some(place.path(path)?) };
    // The first bytes are looked at: that may wait.
    let opened = tokio::task::spawn_blocking(move || match (input, path) {
        (Some(input), _) => Source::from_reader("standard input", input, Kind::Mail),
        (None, path) => mail::open(&path.unwrap_or_default()),
    });
    match opened.await {
        Ok(source) => source.map_err(|error| Stopped::Source(error).into()),
        Err(_) => Err(Stopped::Closed.into()),
    }
}

fn far(tally: &Tally, progress: &Progress) -> Far {
    Far {
        done: progress.bytes_read,
        total: progress.bytes_total,
        words: format!("{} new, {} known", tally.new, tally.known),
    }
}

async fn report(path: &Path, tally: &Tally, out: &mut Out) {
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
    out.line(&format!(
        "{}: {} new{}, {} known already, {} joined to a request, {} set aside",
        clean_line(&name),
        tally.new,
        span.unwrap_or_default(),
        tally.known,
        tally.joined,
        tally.aside_count()
    ))
    .await;
    let (providers, named) = &tally.providers;
    if *providers > 0 {
        let named: Vec<String> = named.iter().map(ToString::to_string).collect();
        let named = named.join(", ");
        let line = format!(
            "  {providers} of them for the providers' desk, from a facilitator's address: {named}"
        );
        out.line(&line).await;
    }
    for aside in tally.aside.iter().take(NAMED) {
        let kept = aside
            .kept
            .as_ref()
            .map(|path| format!("; its beginning is in {}", path.display()));
        let line = format!(
            "  set aside: {}: {}{}",
            aside.position,
            aside.reason,
            kept.unwrap_or_default()
        );
        out.line(&clean_line(&line)).await;
    }
    let more = tally.aside_count().saturating_sub(NAMED as u64);
    if more > 0 {
        out.line(&format!(
            "  and {more} more; see the set-aside folder of the store"
        ))
        .await;
    }
}
