//! `entremise host-key`: what clients know the server by, and how that is changed on purpose.

use std::process::ExitCode;

use super::{Args, paths, runtime, tell_notes};
use crate::journal;
use crate::serve::HostKey;
use crate::serve::house::Open;

/// Prints the fingerprint, or makes or accepts another key and prints both.
pub fn host_key(args: &Args, new: bool, accept: bool) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    journal::must_be_store(&folder)?;
    runtime()?.block_on(async {
        let open = Open::at(&folder, false).await?;
        tell_notes(&open.desk);
        let key = HostKey::of(&folder, open.desk.store().drafts());
        let changed = match (new, accept) {
            (true, _) => key.renew().map(Some),
            (false, true) => key.accept().map(Some),
            (false, false) => key.shown().map(|shown| {
                println!("{shown}");
                None
            }),
        };
        open.close().await;
        if let Some(changed) = changed? {
            println!("before {}", changed.before.as_deref().unwrap_or("unknown"));
            println!("now    {}", changed.now);
            if let Some(aside) = changed.aside {
                println!("the old key is kept as {}", aside.display());
            }
            println!("tell everybody the new fingerprint: their SSH warns them at the next login");
        }
        Ok(ExitCode::SUCCESS)
    })
}
