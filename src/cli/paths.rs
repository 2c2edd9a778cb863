//! Where the data is: `--data`, `ENTREMISE_DATA`, else where this system keeps a user's data.

use std::path::PathBuf;

use super::Args;
use crate::plain::Problem;

/// The folder of the house that is meant; the sample house has one of its own inside it.
pub fn folder(args: &Args) -> anyhow::Result<PathBuf> {
    let base = match &args.data {
        Some(dir) => dir.clone(),
        None => directories::ProjectDirs::from("", "", "entremise")
            .map(|dirs| dirs.data_dir().to_owned())
            .ok_or_else(|| Problem::say(1, "edge-no-folder", []))?,
    };
    Ok(if args.sample {
        base.join("sample")
    } else {
        base
    })
}
