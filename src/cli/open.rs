//! `entremise`: the workstation in this terminal. Finds out what it is to be opened with, and says in
//! plain words what there is when nobody sits at a terminal.

mod settings;

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use super::{Args, paths, plain, setup, store, who};
use crate::assets;
use crate::desk::views::{BUILT_IN, Inbox};
use crate::desk::{Desk, Finder, Submission, machine_clock};
use crate::domain::PersonId;
use crate::session::{Ended, House, local};
use crate::ui::Settings;

/// A key file longer than this is no key file.
const MOST_KEYS: u64 = 64 * 1024;
/// What still writes to a terminal that does not move is not waited for longer.
const LAST: Duration = Duration::from_secs(1);

/// Opens the workstation, or sums the house up where there is no terminal.
pub fn open(args: &Args) -> anyhow::Result<ExitCode> {
    let at_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let settings = settings::settings(args, at_terminal)?;
    let runtime = store::runtime()?;
    let code = runtime.block_on(async {
        if at_terminal {
            sit_down(args, settings).await
        } else {
            sum_up(args).await
        }
    });
    runtime.shutdown_timeout(LAST);
    code
}

/// Opens the house and, when the person asks for it, the sample house after it.
async fn sit_down(args: &Args, settings: Settings) -> anyhow::Result<ExitCode> {
    let mut ended = session(args, settings.clone()).await?;
    if ended == Ended::Sample && !args.sample {
        ended = session(&sample(args), settings).await?;
    }
    Ok(match ended {
        Ended::Quit | Ended::Sample => ExitCode::SUCCESS,
        Ended::Gone | Ended::Dismissed(_) => ExitCode::FAILURE,
        Ended::Killed(signal) => killed(signal),
        Ended::Panicked => ExitCode::from(PANICKED),
    })
}

/// The same for the sample house, where nobody is who they are elsewhere.
fn sample(args: &Args) -> Args {
    Args {
        data: args.data.clone(),
        sample: true,
        lang: args.lang.clone(),
        theme: args.theme.clone(),
        who: None,
        command: None,
    }
}

/// As the language's own runtime ends after a panic.
const PANICKED: u8 = 101;

/// As a shell shows a program that a signal ended.
fn killed(signal: i32) -> ExitCode {
    ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
}

async fn session(args: &Args, mut settings: Settings) -> anyhow::Result<Ended> {
    let folder = paths::folder(args)?;
    let desk = Desk::open(&folder, machine_clock()).await?;
    if args.sample && !desk.published().is_set_up() {
        fill(&desk).await?;
    }
    let me = match who::person(args, &desk) {
        Ok(person) => Some(person),
        Err(error) if args.who.is_some() && desk.published().is_set_up() => return Err(error),
        // The session asks.
        Err(_) => None,
    };
    settings.keys = keys(&folder)?;
    let finder = Finder::new(&desk);
    let house = house(&desk, &finder);
    let ended = local::open(house, me, settings).await;
    // It joins a thread; the last documents may just be on their way to the disk.
    tokio::task::block_in_place(|| finder.stop());
    desk.close().await;
    ended.context("this terminal cannot be used")
}

/// What the sessions of this house have at hand.
fn house(desk: &Desk, finder: &Finder) -> House {
    let folder = desk.folder().to_owned();
    House {
        desk: desk.clone(),
        finder: finder.clone(),
        remember: Arc::new(move |person: PersonId| {
            who::remember(&folder, person).map_err(|error| error.to_string())
        }),
        // Nobody comes in from elsewhere.
        open: Arc::new(|_, _| 0),
        door: "".into(),
        set_up: Arc::new(|name, house, country| {
            setup::command(name, house, country, &[]).map_err(|error| error.to_string())
        }),
    }
}

/// Makes the sample house, by the same rules as a real one.
async fn fill(desk: &Desk) -> anyhow::Result<()> {
    let mut under_way = Vec::new();
    for scene in assets::sample(desk.now())? {
        let submission = Submission {
            at: Some(scene.at),
            ..Submission::new(scene.who, scene.command)
        };
        under_way.push(desk.send(submission).await?);
    }
    for sent in under_way {
        sent.answer()
            .await
            .context("the sample house could not be made")?;
    }
    Ok(())
}

/// The person's own keys; the screen says what is wrong in them.
fn keys(folder: &Path) -> anyhow::Result<String> {
    let path = folder.join("keys.toml");
    let Ok(data) = std::fs::metadata(&path) else {
        return Ok(String::new());
    };
    anyhow::ensure!(
        data.len() <= MOST_KEYS,
        "{} is too long for a key file",
        path.display()
    );
    std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

/// What there is, for a pipe, a script or a screen reader.
async fn sum_up(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    let mut out = plain::Out::new();
    // Looking must not make a folder.
    if folder.join("FORMAT").exists() {
        let desk = Desk::open(&folder, machine_clock()).await?;
        say_what_there_is(args, &desk, &mut out);
        desk.close().await;
    } else {
        out.line(
            "There is no house here yet. Open `entremise` in a terminal, or run `entremise setup`.",
        );
    }
    out.line("");
    out.line("entremise inbox        the requests, as text or with --json");
    out.line("entremise import FILE  takes mail and files in");
    out.line("entremise --help       everything else");
    out.end()
}

fn say_what_there_is(args: &Args, desk: &Desk, out: &mut plain::Out) {
    let (published, now) = (desk.published(), desk.now());
    let me = who::person(args, desk).ok();
    let Some(known) = me.and_then(|me| published.me(me, now)) else {
        let set_up = published.is_set_up();
        out.line(if set_up {
            "Add --as NAME to see what waits for you."
        } else {
            "This house is not set up yet."
        });
        return;
    };
    out.line(&format!("{} · {}", known.house, known.name));
    for view in BUILT_IN {
        let Ok(inbox) = Inbox::build(&desk.sight(known.id), view.query, now) else {
            return;
        };
        out.line(&format!("{:>8}  {}", inbox.len(), view.key));
    }
}
