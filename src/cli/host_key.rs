//! `entremise host-key`: what clients know the server by, and how that is changed on purpose.

use std::process::ExitCode;

use super::print::Print;
use super::{Args, paths, runtime, tell_notes};
use crate::journal;
use crate::serve::HostKey;
use crate::serve::house::Open;

/// Prints the fingerprint, or makes or accepts another key and prints both.
pub fn host_key(args: &Args, new: bool, accept: bool) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    journal::must_be_store(&folder)?;
    let print = Print::new();
    runtime()?.block_on(async {
        let open = Open::at(&folder, false).await?;
        tell_notes(&open.desk);
        let key = HostKey::of(&folder, open.desk.store().drafts());
        let changed = match (new, accept) {
            (true, _) => key.renew().map(Some),
            (false, true) => key.accept().map(Some),
            (false, false) => key.shown().map(|shown| {
                print.line(&shown.to_string());
                None
            }),
        };
        open.close().await;
        if let Some(changed) = changed? {
            let before = changed.before.as_deref().unwrap_or("unknown");
            print.line(&format!("before {before}"));
            print.line(&format!("now    {}", changed.now));
            if let Some(aside) = changed.aside {
                print.line(&format!("the old key is kept as {}", aside.display()));
            }
            print
                .line("send everybody the new fingerprint: SSH will warn them at their next login");
        }
        print.end(ExitCode::SUCCESS)
    })
}
