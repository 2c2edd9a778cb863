//! `import FILE…`: takes sources in, tells how far it is, and says what came of them.

use std::path::{Path, PathBuf};

use crate::domain::Refusal;
use crate::domain::person::Permission;
use crate::ingest::{Aside, Stopped, Tally, ingest};
use crate::mail::{self, Kind, Progress, Source};
use crate::plain::input::{is_piped, name_of};
use crate::plain::out::Far;
use crate::plain::problem::DATA;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// How many set-aside messages are named one by one.
const NAMED: usize = 20;
/// How far it is, is told every so many messages.
const OFTEN: u64 = 64;

/// Import emails and files: .eml, mbox, Maildir, CSV, JSON; - reads what is piped in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Import {
    /// Files or folders; - for what is piped in (a mail server's pipe)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Show no progress bar
    #[arg(long)]
    quiet: bool,
}

impl InWords for Import {
    const NEEDS: Needs = Needs::OneOf(&[Permission::BringInRequests]);

    fn reads(&self) -> bool {
        self.files.iter().any(|file| is_piped(file))
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        may(place)?;
        let mut unread = false;
        for path in &self.files {
            let source = open(place, path, out).await?;
            let outcome = ingest(&place.desk, source, place.taker(), |tally, progress| {
                if !self.quiet && tally.all().is_multiple_of(OFTEN) {
                    out.far(far(place, tally, &progress));
                }
            })
            .await;
            match outcome {
                Ok(tally) => {
                    report(place, path, &tally, out).await;
                    // The next source may be long in coming.
                    out.flush().await;
                    unread |= tally.all() == tally.aside_count() && tally.all() > 0;
                }
                Err((tally, stopped)) => {
                    report(place, path, &tally, out).await;
                    return Err(told(place, stopped));
                }
            }
        }
        match unread {
            true => Err(Problem::told_already(DATA)),
            false => Ok(()),
        }
    }
}

/// Who may not bring anything in holds nothing while it is read.
fn may(place: &Place) -> Result<(), Problem> {
    let Some(person) = place.taker() else {
        return Ok(());
    };
    let me = place.desk.published().me(person, place.desk.now());
    let needed = Permission::BringInRequests;
    match me.is_some_and(|me| me.may(needed)) {
        true => Ok(()),
        false => Err(place.refused(&Refusal::NotPermitted(needed))),
    }
}

fn told(place: &Place, stopped: Stopped) -> Problem {
    match &stopped {
        Stopped::Refused(refusal) => place.refused(refusal),
        _ => stopped.into(),
    }
}

async fn open(place: &Place, path: &Path, out: &mut Out) -> Result<Source, Problem> {
    let piped = is_piped(path);
    let input = if piped {
        Some(place.input(out).await?)
    } else {
        None
    };
    let path = if piped { None } else { Some(place.path(path)?) };
    let name = place.says("import-piped", &[]);
    // The first bytes are looked at: that may wait.
    let opened = tokio::task::spawn_blocking(move || match (input, path) {
        (Some(input), _) => Source::from_reader(&name, input, Kind::Mail),
        (None, path) => mail::open(&path.unwrap_or_default()),
    });
    match opened.await {
        Ok(source) => source.map_err(|error| Stopped::Source(error).into()),
        Err(_) => Err(Stopped::Closed.into()),
    }
}

fn far(place: &Place, tally: &Tally, progress: &Progress) -> Far {
    let values = [("new", count(tally.new)), ("known", count(tally.known))];
    let values = values.map(|(name, n)| (name, n.into()));
    Far {
        done: progress.bytes_read,
        total: progress.bytes_total,
        words: place.says("import-far", &values),
    }
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

async fn report(place: &Place, path: &Path, tally: &Tally, out: &mut Out) {
    let name = match is_piped(path) {
        true => place.says("import-piped", &[]),
        false => name_of(path),
    };
    let span = tally.span.map(|(first, last)| {
        let values = [
            ("first", first.to_string().into()),
            ("last", last.to_string().into()),
        ];
        match first == last {
            true => format!(" ({first})"),
            false => format!(" ({})", place.says("import-span", &values)),
        }
    });
    let values = [
        ("name", name.into()),
        ("new", count(tally.new).into()),
        ("span", span.unwrap_or_default().into()),
        ("known", count(tally.known).into()),
        ("joined", count(tally.joined).into()),
        ("aside", count(tally.aside_count()).into()),
    ];
    out.line(&place.says("import-report", &values)).await;
    let (providers, named) = &tally.providers;
    if *providers > 0 {
        let named: Vec<String> = named.iter().map(ToString::to_string).collect();
        let values = [
            ("n", count(*providers).into()),
            ("named", named.join(", ").into()),
        ];
        let said = place.says("import-providers", &values);
        out.line(&format!("  {said}")).await;
    }
    for aside in tally.aside.iter().take(NAMED) {
        let said = set_aside(place, aside);
        out.line(&format!("  {said}")).await;
    }
    let more = tally.aside_count().saturating_sub(NAMED as u64);
    if more > 0 {
        let said = place.says("import-more", &[("n", count(more).into())]);
        out.line(&format!("  {said}")).await;
    }
}

/// What was set aside: where it stood, why, and where its beginning is kept.
fn set_aside(place: &Place, aside: &Aside) -> String {
    let kept = aside.kept.as_ref().map(|path| name_of(path));
    let why = match aside.code {
        Some(code) => {
            let figures = aside.figures.iter();
            let figures: Vec<_> = figures.map(|(name, n)| (*name, (*n).into())).collect();
            place.says(&format!("aside-{code}"), &figures)
        }
        None => aside.reason.clone(),
    };
    let id = match &kept {
        Some(_) => "import-aside-kept",
        None => "import-aside",
    };
    let values = [
        ("at", aside.position.as_str().into()),
        ("why", why.into()),
        ("path", kept.unwrap_or_default().into()),
    ];
    place.says(id, &values)
}
