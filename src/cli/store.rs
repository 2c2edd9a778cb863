//! Opening the desk for a command that ends by itself.

use tokio::runtime::Runtime;

use super::{Args, paths, who};
use crate::desk::{Desk, machine_clock};
use crate::domain::PersonId;

/// A runtime for one command.
pub fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}

/// The desk of the house that is meant.
pub async fn desk(args: &Args) -> anyhow::Result<Desk> {
    Ok(Desk::open(&paths::folder(args)?, machine_clock()).await?)
}

/// The desk, and who asks.
pub async fn desk_and_person(args: &Args) -> anyhow::Result<(Desk, PersonId)> {
    let desk = desk(args).await?;
    if !desk.published().is_set_up() {
        anyhow::bail!(
            "there is no house in this store yet; open `entremise` once, or run `entremise setup`"
        );
    }
    let person = who::person(args, &desk)?;
    Ok((desk, person))
}
