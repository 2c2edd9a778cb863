//! `entremise routing`: the routing matrix (REQ-4) out as a file to edit, and in again.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;

use super::{Args, people, plain, store};
use crate::assets;
use crate::domain::Command;

/// A matrix longer than this is no matrix.
const MOST: u64 = 1024 * 1024;

pub fn routing(args: &Args, file: Option<&Path>) -> anyhow::Result<ExitCode> {
    match file {
        None => print(args),
        Some(file) => set(args, file),
    }
}

fn print(args: &Args) -> anyhow::Result<ExitCode> {
    store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let routing = desk
            .published()
            .routing_of(me)
            .map_err(|refusal| plain::refused(args, &refusal))?;
        let mut out = plain::Out::new();
        out.line(&assets::routing_text(&routing));
        desk.close().await;
        out.end()
    })
}

fn set(args: &Args, file: &Path) -> anyhow::Result<ExitCode> {
    let size = std::fs::metadata(file)
        .with_context(|| format!("{} cannot be read", file.display()))?
        .len();
    anyhow::ensure!(
        size <= MOST,
        "{} is too long for a routing matrix",
        file.display()
    );
    let source = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let known = store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let known = desk
            .published()
            .routing_of(me)
            .map_err(|refusal| plain::refused(args, &refusal));
        desk.close().await;
        known
    })?;
    let routing = assets::routing_from(&source, &known)?;
    let done = format!("the matrix has {} rows now", routing.rows.len());
    people::submit(args, Command::ChangeRouting(Box::new(routing)), &done)
}
