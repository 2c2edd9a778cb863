//! Everything that can be had in plain words (WKS-5): a command in, lines or JSON out, an exit status.
//!
//! The command line, the socket and SSH all come through [`run`]. It never knows which of them asks, only
//! what may be reached from there ([`Place`]), and it prints nothing itself ([`Out`]). Each command is a file: its
//! arguments, its help, who can be allowed to do it, and what it does; `registry.rs` lists them.

mod board;
mod books;
mod contact;
mod directory;
mod dispute;
mod escrow;
mod firm;
pub mod help;
mod house;
mod input;
mod keys;
pub mod misread;
mod mission;
mod moments;
mod numbers;
mod organisation;
mod out;
mod people;
mod pipe;
mod place;
mod problem;
mod quotations;
mod registry;
mod requests;
mod table;
mod tranche;
pub mod who;
mod whoami;
mod words;

pub use house::setup;
pub use out::{Far, Out, Piece, channel};
pub use pipe::{Flow, Pipe};
pub use place::{Asker, Piped, Place, Reach};
pub use problem::{NO_PERMISSION, Problem, TEMPORARY, USAGE, texts_of};
pub use registry::Command;

use registry::InWords;

/// What a command came to.
pub type Outcome = Result<u8, Problem>;

/// Does a command. What it says goes to `out`; yields the exit status.
///
/// # Errors
/// What is wrong, in words and with a status.
pub async fn run(place: Place, command: &Command, mut out: Out) -> Outcome {
    let done = InWords::run(command, &place, &mut out).await;
    out.flush().await;
    match done {
        Ok(()) => Ok(0),
        Err(problem) => Err(problem.in_lang(place.lang)),
    }
}
