//! Makes the sample house in a folder: it is there whole, or not at all. Whatever ends its making, the next start makes it
//! anew. Never touches a house that is there.

use std::io;
use std::path::{Path, PathBuf};

use crate::assets;
use crate::desk::{Desk, Submission, machine_clock};
use crate::journal::FaultKind;
use crate::plain::Problem;

/// Makes it in `folder`, where no house is.
///
/// # Errors
/// A disk that cannot be written, or another program that makes it at the same time.
pub(super) async fn make(folder: &Path) -> Result<(), Problem> {
    let beside = beside(folder);
    let desk = match Desk::open(&beside, machine_clock()).await {
        Ok(empty) if empty.published().seq() == 0 => empty,
        // Somebody was ended while they made it, or what they left cannot even be read.
        Ok(begun) => {
            begun.close().await;
            anew(&beside).await?
        }
        Err(fault) if fault.kind == FaultKind::Damaged => anew(&beside).await?,
        Err(fault) => return Err(fault.into()),
    };
    let filled = fill(&desk).await;
    desk.close().await;
    filled?;
    move_into(&beside, folder).map_err(|error| not_made(&error))
}

/// Removes what was left and begins again.
async fn anew(beside: &Path) -> Result<Desk, Problem> {
    std::fs::remove_dir_all(beside).map_err(|error| not_made(&error))?;
    Ok(Desk::open(beside, machine_clock()).await?)
}

/// The folder it is made in: on the same disk, under a name that nobody opens.
fn beside(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    folder.with_file_name(name)
}

/// Moves what was made to where it belongs, beside what one keeps there oneself (a key file).
fn move_into(made: &Path, folder: &Path) -> io::Result<()> {
    if std::fs::rename(made, folder).is_ok() {
        return Ok(());
    }
    // There is a folder with something in it, but no house: the file that says it is one goes last.
    let mut entries: Vec<_> = std::fs::read_dir(made)?.collect::<io::Result<_>>()?;
    entries.sort_by_key(|entry| entry.file_name() == "FORMAT");
    for entry in entries {
        std::fs::rename(entry.path(), folder.join(entry.file_name()))?;
    }
    std::fs::remove_dir(made)
}

/// Tells its story to a desk that knows nothing yet.
pub(super) async fn fill(desk: &Desk) -> Result<(), Problem> {
    let mut under_way = Vec::new();
    for scene in assets::sample(desk.now())? {
        let submission = Submission {
            at: Some(scene.at),
            ..Submission::new(scene.who, scene.command)
        };
        under_way.push(desk.send(submission).await?);
    }
    for sent in under_way {
        let made = sent.answer().await;
        made.map_err(|why| Problem::new("the sample data could not be made").because(why))?;
    }
    Ok(())
}

fn not_made(error: &io::Error) -> Problem {
    Problem::new("the sample data could not be made").because(error)
}
