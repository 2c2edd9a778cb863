//! Everything that can be had in plain words (WKS-5): a command in, lines or JSON out, an exit status.
//!
//! The command line, the socket and SSH all come through [`run`]. It never knows which of them asks, only
//! what may be reached from there ([`Place`]), and it prints nothing itself ([`Out`]).

pub mod args;
pub mod board;
mod files;
pub mod help;
mod history;
mod import;
mod inbox;
mod keys;
pub mod misread;
mod out;
mod people;
mod pipe;
mod place;
mod prices;
mod problem;
mod quotations;
mod recap;
mod revision;
mod routing;
pub mod setup;
mod show;
pub mod who;
mod whoami;
mod words;

pub use args::Command;
pub use out::{Far, Out, Piece, channel};
pub use pipe::{Flow, Pipe};
pub use place::{Asker, Piped, Place, Reach};
pub use problem::{NO_PERMISSION, Problem, TEMPORARY, USAGE};

/// What a command came to.
pub type Outcome = Result<u8, Problem>;

/// Does a command. What it says goes to `out`; yields the exit status.
///
/// # Errors
/// What is wrong, in words and with a status.
pub async fn run(place: Place, command: &Command, mut out: Out) -> Outcome {
    let done = act(&place, command, &mut out).await;
    out.flush().await;
    done.map_err(|problem| problem.in_lang(place.lang))
}

async fn act(place: &Place, command: &Command, out: &mut Out) -> Outcome {
    match command {
        Command::Whoami { json } => whoami::whoami(place, *json, out).await?,
        Command::Setup(asked) => setup::setup(place, asked, out).await?,
        Command::Inbox(list) => inbox::inbox(place, list, out).await?,
        Command::Show(one) => show::show(place, one, out).await?,
        Command::History(one) => history::history(place, one, out).await?,
        Command::Files(asked) => files::files(place, asked, out).await?,
        Command::Import(asked) => return import::import(place, asked, out).await,
        Command::Person(what) => people::person(place, what, out).await?,
        Command::Key(what) => keys::key(place, what, out).await?,
        Command::Invite(asked) => keys::invite(place, asked, out).await?,
        Command::Quotations { json } => quotations::quotations(place, *json, out).await?,
        Command::Quotation(asked) => quotations::quotation(place, asked, out).await?,
        Command::Quote { request } => quotations::quote(place, request, out).await?,
        Command::QuotationStep { quotation, step } => {
            quotations::step(place, quotation, step, out).await?;
        }
        Command::Recap { since, json } => {
            recap::recap(place, since.as_deref(), *json, out).await?;
        }
        Command::Prices { file } => prices::prices(place, file.as_deref(), out).await?,
        Command::Routing { file } => routing::routing(place, file.as_deref(), out).await?,
        Command::Board(what) => board::board(place, what, out).await?,
    }
    Ok(0)
}
