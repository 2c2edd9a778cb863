//! `entremise`: the workstation in this terminal — at a server that has the house open, else in this very
//! process. Says in plain words what there is when nobody sits at a terminal.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;

use super::print::Print;
use super::{Args, here, paths, runtime, tell_notes};
use crate::desk::views::{BUILT_IN, Inbox};
use crate::journal;
use crate::plain::{Place, Problem, who};
use crate::serve::house::Open;
use crate::serve::upkeep::Upkeep;
use crate::session::settings::{self, Asked};
use crate::session::{Ended, attach, local};

/// What still writes to a terminal that does not move is not waited for longer.
const LAST: Duration = Duration::from_secs(1);

/// Opens the workstation, or sums the house up where there is no terminal.
pub fn open(args: &Args) -> anyhow::Result<ExitCode> {
    let asked = Asked::parse(args.lang.as_deref(), args.theme.as_deref());
    let asked = Asked {
        ascii: args.ascii,
        ..asked.map_err(anyhow::Error::msg)?
    };
    let at_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let env = |name: &str| std::env::var(name).ok();
    let lang = asked.lang.unwrap_or_else(|| settings::env_lang(env));
    if at_terminal && let Some(words) = settings::no_screen(env, lang, "entremise") {
        return Err(Problem::with(settings::NO_SCREEN, words).into());
    }
    let runtime = runtime()?;
    let code = runtime.block_on(async {
        if at_terminal {
            sit_down(args, asked).await
        } else {
            sum_up(args).await
        }
    });
    runtime.shutdown_timeout(LAST);
    code
}

/// Opens the house and, when the person asks for it, the sample house after it.
async fn sit_down(args: &Args, asked: Asked) -> anyhow::Result<ExitCode> {
    let mut ended = session(args, asked).await?;
    // From there one goes on as another person of it, as often as one likes.
    while ended == Ended::Sample {
        ended = session(&sample(args), asked).await?;
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
        ascii: args.ascii,
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

/// One session: at the server that has the house open, if there is one.
async fn session(args: &Args, asked: Asked) -> anyhow::Result<Ended> {
    let folder = paths::folder(args)?;
    if let Some(line) = attach::call(&folder).await? {
        let hello = attach::Hello::screen(asked, args.who.clone(), who::user());
        return Ok(local::sit(line, hello, &folder).await?);
    }
    let open = Open::at(&folder, args.sample).await?;
    tell_notes(&open.desk);
    let user = who::user();
    let me = match who::person(&open.desk, args.who.as_deref(), &user) {
        Ok(person) => Some(person),
        Err(problem) if args.who.is_some() && open.desk.published().is_set_up() => {
            return Err(problem.into());
        }
        // The session asks.
        Err(_) => None,
    };
    let env = |name: &str| std::env::var(name).ok();
    let settings = settings::settings(asked, env, true, open.keys.clone());
    let upkeep = Upkeep::begin(&open.desk);
    let ended = local::open(open.house(&user), me, settings).await;
    upkeep.end().await;
    open.close().await;
    ended.context("this terminal cannot be used")
}

/// What there is, for a pipe, a script or a screen reader.
async fn sum_up(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    let print = Print::new();
    if let Some(line) = attach::call(&folder).await? {
        drop(line);
        print.line("A server has this data open: commands are sent to it.");
    } else if args.sample || journal::is_store(&folder) {
        // Looking must not make a folder, but for the sample.
        let open = Open::at(&folder, args.sample).await?;
        tell_notes(&open.desk);
        say_what_there_is(&here::place(args, &open)?, &print);
        open.close().await;
    } else {
        print.line(
            "Nothing is set up here yet. Start `entremise` in a terminal, or run `entremise setup`.",
        );
    }
    print.line("");
    print.line("entremise inbox        the requests, as text or with --json");
    print.line("entremise import FILE  brings in emails and files");
    print.line("entremise --help       everything else");
    print.end(ExitCode::SUCCESS)
}

fn say_what_there_is(place: &Place, print: &Print) {
    let (published, now) = (place.desk.published(), place.desk.now());
    let me = place.me().ok();
    let Some(known) = me.and_then(|me| published.me(me, now)) else {
        let set_up = published.is_set_up();
        print.line(if set_up {
            "Add --as NAME to see what is waiting for you."
        } else {
            "Nothing is set up here yet: run `entremise setup`."
        });
        return;
    };
    print.line(&format!("{} · {}", known.house, known.name));
    for view in BUILT_IN {
        let Ok(inbox) = Inbox::build(&place.desk.sight(known.id), view.query, now) else {
            return;
        };
        print.line(&format!("{:>8}  {}", inbox.len(), view.key));
    }
}
