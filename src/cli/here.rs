//! A command in words, asked for at this machine: done by the server that has the house open, else in
//! this very process.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use rustix::termios::tcgetwinsize;

use super::print::Print;
use super::{Args, exit, paths, runtime, tell_notes};
use crate::journal;
use crate::plain::{self, Asker, Command, Piped, Place, Problem, Reach, who};
use crate::serve::house::Open;
use crate::session::attach;
use crate::session::settings::{self, Asked};
use crate::ui::kit::texts::Lang;

/// A reader that waits for a pipe must not hold up the end.
const LAST: Duration = Duration::from_secs(1);

/// Does `command` and says what came of it.
pub fn run(args: &Args, command: &Command) -> anyhow::Result<ExitCode> {
    match done(args, command) {
        // A mail server keeps the mail and calls again, whatever is wrong here.
        Err(error) if command.delivers() => Err(exit::problem(error).for_delivery().into()),
        done => done,
    }
}

/// Lists the commands of whoever is known here, by a server or in a store that is there.
///
/// # Errors
/// Nobody is known, nothing is there, or it cannot be opened: nothing was printed then.
pub fn help(args: &Args, asked: &plain::help::Help) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    // Asking for help makes nothing, no sample either.
    journal::must_be_store(&folder)?;
    done(args, &Command::Help(asked.clone()))
}

fn done(args: &Args, command: &Command) -> anyhow::Result<ExitCode> {
    lang(args)?;
    let runtime = runtime()?;
    let code = runtime.block_on(do_it(args, command));
    runtime.shutdown_timeout(LAST);
    code
}

async fn do_it(args: &Args, command: &Command) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    if let Some(line) = attach::call(&folder).await? {
        let (lang, who) = (lang(args)?, args.who.clone());
        let seat = attach::Seat {
            lang,
            folder: cwd()?,
            columns: columns(),
        };
        let hello = attach::Hello::command(command.clone(), seat, who, who::user());
        let print = Print::new(lang);
        let status = attach::ask(line, hello, |piece| print.piece(piece)).await??;
        return print.end(ExitCode::from(status));
    }
    if !args.sample && !command.founds() && !journal::is_store(&folder) {
        return Err(Problem::no_house().in_lang(lang(args)?).into());
    }
    // A sample is made where there is none; whoever sets a house up brings their own.
    let open = Open::at(&folder, args.sample && !command.founds()).await?;
    tell_notes(&open.desk, lang(args)?);
    let place = place(args, &open)?;
    let (out, pieces) = plain::channel();
    let print = Print::new(lang(args)?);
    let printing = async {
        // Dropped when nobody reads any more: the command hears of it.
        let mut pieces = pieces;
        while let Some(piece) = pieces.recv().await {
            if print.piece(piece).is_err() {
                // `| head` has seen enough, or a disk is full: `end` tells.
                return;
            }
        }
    };
    let (done, ()) = tokio::join!(plain::run(place, command, out), printing);
    open.close().await;
    print.end(ExitCode::from(done?))
}

/// This machine, with its files, as a place where commands are done.
pub fn place(args: &Args, open: &Open) -> anyhow::Result<Place> {
    Ok(Place {
        desk: open.desk.clone(),
        asker: Asker::Local {
            named: args.who.clone(),
            user: who::user(),
        },
        lang: lang(args)?,
        reach: Reach::Files(cwd()?),
        input: Piped::new(std::io::stdin()),
        columns: columns(),
        door: String::new(),
    })
}

/// How wide the terminal is that shows the output, if one does.
fn columns() -> Option<u16> {
    /// Where the terminal does not say.
    const USUAL: u16 = 80;
    let out = std::io::stdout();
    let size = out.is_terminal().then(|| tcgetwinsize(&out).ok());
    let columns = size?.map(|size| size.ws_col);
    Some(columns.filter(|columns| *columns > 0).unwrap_or(USUAL))
}

fn cwd() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_dir()?)
}

/// The language asked for, else the environment's, else English.
///
/// # Errors
/// One that does not exist.
pub fn lang(args: &Args) -> anyhow::Result<Lang> {
    let asked = Asked::parse(args.lang.as_deref(), None);
    let asked = asked.map_err(|_| {
        let text = args.lang.clone().unwrap_or_default();
        Problem::say(1, "edge-lang", [("text", text)])
    })?;
    let env = |name: &str| std::env::var(name).ok();
    Ok(asked.lang.unwrap_or_else(|| settings::env_lang(env)))
}
