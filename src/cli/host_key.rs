//! `entremise host-key`: what clients know the server by, and how that is changed on purpose.

use std::process::ExitCode;

use super::print::Print;
use super::{Args, here, paths, runtime, tell_notes};
use crate::journal;
use crate::serve::HostKey;
use crate::serve::house::Open;

/// Prints the fingerprint, or makes or accepts another key and prints both.
pub fn host_key(args: &Args, new: bool, accept: bool) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    journal::must_be_store(&folder)?;
    let lang = here::lang(args)?;
    let print = Print::new(lang);
    runtime()?.block_on(async {
        let open = Open::at(&folder, false).await?;
        tell_notes(&open.desk, lang);
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
            let unknown = || print.text("host-key-unknown", &[]);
            let before = changed.before.unwrap_or_else(unknown);
            print.say("host-key-before", &[("key", before.into())]);
            print.say("host-key-now", &[("key", changed.now.to_string().into())]);
            if let Some(aside) = changed.aside {
                let path = aside.display().to_string();
                print.say("host-key-aside", &[("path", path.into())]);
            }
            print.say("host-key-tell", &[]);
        }
        print.end(ExitCode::SUCCESS)
    })
}
