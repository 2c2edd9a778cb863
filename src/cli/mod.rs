//! The command line: what is asked for, and the way to it. Faults become one clear line here; this is
//! the only place besides `main.rs` that uses `anyhow`.

mod args;
mod exit;
mod files;
mod here;
mod host_key;
mod open;
mod paths;
mod print;
mod serve;
mod upkeep;

use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use tokio::runtime::Runtime;

pub use args::{Args, Command};

use crate::plain::{help, misread};
use crate::session::settings::env_lang;
use crate::ui::kit::texts::{Lang, Texts};

/// Reads the arguments and does what they ask for.
pub fn main() -> ExitCode {
    // Whatever this program writes is for its user alone: the engines' own files, and saved attachments.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let done = match Args::try_parse() {
        Ok(args) => run(&args),
        Err(told) => {
            let lang = lang();
            let words = std::env::args_os();
            tell(
                &help::told_in(lang, told, Args::command(), "entremise", words),
                lang,
            )
        }
    };
    done.unwrap_or_else(exit::explain)
}

fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.command {
        None => open::open(args),
        Some(Command::Plain(command)) => here::run(args, command),
        Some(Command::Serve(how)) => serve::serve(args, how),
        Some(Command::Keys) => upkeep::keys(args),
        Some(Command::Verify { quick }) => upkeep::verify(args, *quick),
        Some(Command::Tidy) => files::tidy(args),
        Some(Command::HostKey { new, accept }) => host_key::host_key(args, *new, *accept),
        Some(Command::Recover) => upkeep::recover(args),
    }
}

/// The language of somebody whose arguments cannot be read: asked for all the same, else their environment's.
fn lang() -> Lang {
    // Arguments that are no text are no language.
    let args = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned());
    let env = |name: &str| std::env::var(name).ok();
    misread::asked_lang(args).unwrap_or_else(|| env_lang(env))
}

/// Prints the help or the version that was asked for, or what is wrong with the arguments.
fn tell(told: &clap::Error, lang: Lang) -> anyhow::Result<ExitCode> {
    let has = |word: &str| std::env::args_os().any(|arg| arg == word);
    let code = ExitCode::from(if told.use_stderr() && has("import") && has("-") {
        // A mail server that is told so keeps the mail until its call is mended.
        crate::plain::TEMPORARY
    } else {
        u8::try_from(told.exit_code()).unwrap_or(1)
    });
    if told.use_stderr() && told.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let lines = misread::lines(told, lang, "entremise --help");
        lines.iter().for_each(|line| print::beside(line));
        return Ok(code);
    }
    match print_help(told, lang).and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe && !told.use_stderr() => {
            Err(print::unwritten(error).into())
        }
        _ => Ok(code),
    }
}

/// Prints the help that was asked for; that of no words at all beside the output.
fn print_help(told: &clap::Error, lang: Lang) -> std::io::Result<()> {
    // The parser knows which colours there are, and English.
    if lang == Lang::En {
        return told.print();
    }
    let help = help::rendered(told, &Texts::shared(lang));
    if told.use_stderr() {
        std::io::stderr().write_all(help.as_bytes())
    } else {
        std::io::stdout().write_all(help.as_bytes())
    }
}

/// Tells whoever opened a house what was mended in it and what is odd.
fn tell_notes(desk: &crate::desk::Desk) {
    for note in desk.notes() {
        print::beside(&format!(
            "entremise: {}",
            crate::text::sanitise::clean_line(note)
        ));
    }
}

/// A runtime for one command, or for a terminal.
fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}
