//! The person's own editor on a text: `$VISUAL`, `$EDITOR`, else `vi`, on a file that only they can read
//! and that is gone afterwards.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use tokio::process::Command;

use super::signals::Signals;
use crate::desk::random;

/// The most bytes that are taken back.
const MOST: u64 = 1024 * 1024;

pub(super) enum Edited {
    /// What the file holds now.
    Text(String),
    /// The system ended the program meanwhile.
    Killed(i32),
}

pub(super) async fn edit(text: &str, signals: &mut Signals) -> io::Result<Edited> {
    let file = Scratch::new(text)?;
    let mut child = command(file.path()).spawn()?;
    let status = tokio::select! {
        status = child.wait() => status?,
        signal = signals.next_end_beside() => {
            // It gets the same signal from its terminal, if it is to end too.
            return Ok(Edited::Killed(signal));
        }
    };
    signals.forget();
    if !status.success() {
        return Err(io::Error::other(format!("{} ended with {status}", name())));
    }
    let mut edited = file.read()?;
    if !text.ends_with('\n') && edited.ends_with('\n') {
        edited.pop();
    }
    Ok(Edited::Text(edited))
}

fn name() -> String {
    let set = |name| {
        std::env::var(name)
            .ok()
            .filter(|editor| !editor.trim().is_empty())
    };
    set("VISUAL")
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| "vi".to_owned())
}

/// Editors are set with arguments of their own: a shell takes them apart.
fn command(path: &Path) -> Command {
    let (editor, mut command) = (name(), Command::new("sh"));
    command
        .arg("-c")
        .arg(format!("{editor} \"$@\""))
        .arg(editor)
        .arg(path);
    command
}

/// Keeps a text that could be given to nobody, for its owner only; yields where.
///
/// # Errors
/// A folder that cannot be written to.
pub(super) fn keep(folder: &Path, text: &str) -> io::Result<PathBuf> {
    let path = folder.join(format!("kept-{:08x}.txt", random() as u32));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(path)
}

/// A file that is removed when it is dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn new(text: &str) -> io::Result<Scratch> {
        let path = std::env::temp_dir().join(format!("entremise-{:032x}.txt", random()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        let mut file = options.open(&path)?;
        let scratch = Scratch(path);
        file.write_all(text.as_bytes())?;
        Ok(scratch)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn read(&self) -> io::Result<String> {
        let mut bytes = Vec::new();
        File::open(&self.0)?.take(MOST).read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Left behind it is readable by its owner only.
        let _ = fs::remove_file(&self.0);
    }
}
