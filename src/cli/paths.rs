//! Where the data is: `--data`, `ENTREMISE_DATA`, else where this system keeps a user's data.

use std::path::PathBuf;

use anyhow::Context;

use super::Args;

/// The folder of the house that is meant; the sample house has one of its own inside it.
pub fn folder(args: &Args) -> anyhow::Result<PathBuf> {
    let base = match &args.data {
        Some(dir) => dir.clone(),
        None => directories::ProjectDirs::from("", "", "entremise")
            .map(|dirs| dirs.data_dir().to_owned())
            .context(
                "this system has no standard folder for your data; choose one with --data DIR",
            )?,
    };
    Ok(if args.sample {
        base.join("sample")
    } else {
        base
    })
}
