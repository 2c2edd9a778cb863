//! Other terminals of this machine: a socket in the data folder, for the store's owner only. The terminal
//! stays with the program that was started in it; the house at the other end runs the session.

pub mod far;
mod near;
pub mod wire;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tokio::net::UnixStream;

pub use near::{ask, cut};
pub use wire::Hello;

use crate::plain::Problem;

/// The socket's name in the data folder.
const SOCKET: &str = "socket";

/// Where the socket of the house in `folder` is.
pub fn socket(folder: &Path) -> PathBuf {
    folder.join(SOCKET)
}

/// Calls the server of the house in `folder`; nothing when there is none.
///
/// # Errors
/// A socket that is not ours to call.
pub async fn call(folder: &Path) -> Result<Option<UnixStream>, Problem> {
    let path = socket(folder);
    match UnixStream::connect(&path).await {
        Ok(stream) => Ok(Some(stream)),
        // None, one that a killed server left, or a folder whose name is too long to have one.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::NotFound | ErrorKind::ConnectionRefused | ErrorKind::InvalidInput
            ) =>
        {
            Ok(None)
        }
        Err(error) => Err(Problem::new(format!(
            "the server of this data folder cannot be reached through {}",
            path.display()
        ))
        .because(error)),
    }
}
