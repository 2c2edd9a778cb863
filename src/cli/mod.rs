//! The command line: what is asked for, and the way to it. Faults become one clear line here; this is
//! the only place besides `main.rs` that uses `anyhow`.

mod args;
mod exit;
mod files;
mod history;
mod import;
mod inbox;
mod open;
mod paths;
mod people;
mod plain;
mod routing;
mod setup;
mod show;
mod store;
mod upkeep;
mod who;

use std::process::ExitCode;

use clap::Parser;

pub use args::{Args, Command};

/// Reads the arguments and does what they ask for.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match run(args) {
        Ok(code) => code,
        Err(error) => exit::explain(&error),
    }
}

fn run(args: Args) -> anyhow::Result<ExitCode> {
    plain::check_lang(&args)?;
    match &args.command {
        None => open::open(&args),
        Some(Command::Import(import)) => import::import(&args, import),
        Some(Command::Inbox(list)) => inbox::inbox(&args, list),
        Some(Command::Show(one)) => show::show(&args, one),
        Some(Command::History(one)) => history::history(&args, one),
        Some(Command::Setup(house)) => setup::setup(&args, house),
        Some(Command::Files { request, to }) => files::files(&args, request, to.as_deref()),
        Some(Command::Person(what)) => people::person(&args, what),
        Some(Command::Routing { file }) => routing::routing(&args, file.as_deref()),
        Some(Command::Keys) => plain::keys(&args),
        Some(Command::Verify) => upkeep::verify(&args),
        Some(Command::Recover) => upkeep::recover(&args),
    }
}
