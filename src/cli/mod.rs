//! The command line: what is asked for, and the way to it. Faults become one clear line here; this is
//! the only place besides `main.rs` that uses `anyhow`.

mod args;
mod exit;
mod here;
mod open;
mod paths;
mod print;
mod serve;
mod upkeep;

use std::process::ExitCode;

use clap::Parser;
use tokio::runtime::Runtime;

pub use args::{Args, Command};

/// Reads the arguments and does what they ask for.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(code) => code,
        Err(error) => exit::explain(error),
    }
}

fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.command {
        None => open::open(args),
        Some(Command::Plain(command)) => here::run(args, command),
        Some(Command::Serve(how)) => serve::serve(args, how),
        Some(Command::Keys) => upkeep::keys(args),
        Some(Command::Verify) => upkeep::verify(args),
        Some(Command::Recover) => upkeep::recover(args),
    }
}

/// A runtime for one command, or for a terminal.
fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}
