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
use print::Print;

use crate::plain::help::{Entrance, Help, rendered};
use crate::plain::{self, misread};
use crate::session::settings::env_lang;
use crate::ui::kit::texts::{Lang, Texts};

/// What the help of the command line begins with.
pub const HEAD: &str = "{about-with-newline}\n{usage-heading} {usage}\n\n";

/// Reads the arguments and does what they ask for.
pub fn main() -> ExitCode {
    // Whatever this program writes is for its user alone: the engines' own files, and saved attachments.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let done = match Args::try_parse() {
        Ok(args) => run(&args),
        Err(told) => {
            let lang = lang();
            let told = entrance().told(lang, told, std::env::args_os());
            tell(&told, lang)
        }
    };
    done.unwrap_or_else(|error| exit::explain(error, lang()))
}

/// What can be asked for here, told to anybody.
fn entrance() -> Entrance {
    Entrance {
        grammar: Args::command(),
        root: "entremise",
        head: HEAD,
        rights: None,
    }
}

fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.command {
        None => open::open(args),
        Some(Command::Plain(plain::Command::Help(asked))) => help(args, asked),
        Some(Command::Plain(command)) => here::run(args, command),
        Some(Command::Serve(how)) => serve::serve(args, how),
        Some(Command::Keys) => upkeep::keys(args),
        Some(Command::Verify { quick }) => upkeep::verify(args, *quick),
        Some(Command::Tidy) => files::tidy(args),
        Some(Command::HostKey { new, accept }) => host_key::host_key(args, *new, *accept),
        Some(Command::Recover) => upkeep::recover(args),
    }
}

/// Explains a command, or lists those that can be done here: in words by who is known, and by this machine alone.
fn help(args: &Args, asked: &Help) -> anyhow::Result<ExitCode> {
    let lang = here::lang(args)?;
    if !asked.is_of_all() {
        let words = ["entremise".to_owned()].into_iter().chain(asked.asked());
        let words: Vec<String> = words.collect();
        return match entrance().read(lang, &words) {
            Err(told) => tell(&told, lang),
            Ok(_) => Ok(ExitCode::SUCCESS),
        };
    }
    // Help is had also where nothing is set up, or the store cannot be opened.
    if here::help(args, asked).is_err() {
        let print = Print::new(lang);
        plain::help::listed(lang, None)
            .iter()
            .for_each(|line| print.line(line));
    }
    let print = Print::new(lang);
    print.line("");
    for line in plain::help::not_in_words(Args::command(), lang) {
        print.line(&line);
    }
    print.line("");
    print.say("help-topic-more", &[]);
    print.end(ExitCode::SUCCESS)
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
        plain::TEMPORARY
    } else if told.use_stderr() {
        plain::USAGE
    } else {
        0
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
    let help = rendered(told, &Texts::shared(lang));
    if told.use_stderr() {
        std::io::stderr().write_all(help.as_bytes())
    } else {
        std::io::stdout().write_all(help.as_bytes())
    }
}

/// Tells whoever opened a house what was mended in it and what is odd.
fn tell_notes(desk: &crate::desk::Desk, lang: Lang) {
    for note in desk.notes(lang) {
        let note = crate::text::sanitise::clean_line(&note);
        print::beside(&format!("entremise: {note}"));
    }
}

/// A runtime for one command, or for a terminal.
fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}
