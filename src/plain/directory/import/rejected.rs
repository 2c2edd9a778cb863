//! Where what was not taken in goes: a new file of this machine, or what is printed. Overwrites nothing.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::plain::input::{is_piped, name_of};
use crate::plain::problem::IO;
use crate::plain::{Out, Place, Problem};

/// Where it goes.
pub(super) enum Rejected {
    /// To be printed.
    Printed,
    /// A file that is not there yet.
    File(PathBuf),
}

impl Rejected {
    /// Returns where `file` is.
    ///
    /// # Errors
    /// No file of this machine can be reached, or it is there.
    pub(super) fn new(place: &Place, file: &Path) -> Result<Rejected, Problem> {
        if is_piped(file) {
            return Ok(Rejected::Printed);
        }
        let path = place.path(file)?;
        if path.exists() {
            return Err(Problem::say(
                1,
                "plain-file-there",
                [("name", name_of(file))],
            ));
        }
        Ok(Rejected::File(path))
    }

    /// Whether it is printed.
    pub(super) fn prints(&self) -> bool {
        matches!(self, Rejected::Printed)
    }

    /// Writes it; nothing where nothing was left out.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) async fn write(
        self,
        place: &Place,
        text: String,
        out: &mut Out,
    ) -> Result<(), Problem> {
        if text.is_empty() {
            return Ok(());
        }
        let path = match self {
            Rejected::Printed => {
                out.bytes(text.as_bytes()).await;
                return Ok(());
            }
            Rejected::File(path) => path,
        };
        let name = name_of(&path);
        let write = move || {
            let mut file = std::fs::File::create_new(path)?;
            file.write_all(text.as_bytes())
        };
        let unwritten = || Problem::say(IO, "plain-unwritten", [("name", name.clone())]);
        match tokio::task::spawn_blocking(write).await {
            Ok(Ok(())) => {
                let said = place.says("said-rejected", &[("name", name.clone().into())]);
                out.line(&said).await;
                Ok(())
            }
            Ok(Err(error)) => Err(unwritten().because(error)),
            Err(_) => Err(unwritten()),
        }
    }
}
