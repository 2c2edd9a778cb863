//! What a command reads: a file of this machine, or what is piped into it; never more than there is room for.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{Out, Place, Problem};
use crate::text::sanitise::clean_line;

/// Whether a file is what is piped in.
pub(super) fn is_piped(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Returns the text of a file of this machine, or of what is piped in, of at most `most` bytes.
///
/// # Errors
/// One that cannot be read, is too long or is no text.
pub(super) async fn text_of(
    place: &Place,
    file: &Path,
    most: u64,
    out: &mut Out,
) -> Result<String, Problem> {
    let source = open(place, file, out).await?;
    text(source, most, &name_of(file)).await
}

/// Returns the text that was given with an option, or that is piped in.
///
/// # Errors
/// As of [`text`].
pub(super) async fn given_or_piped(
    place: &Place,
    given: Option<&str>,
    most: u64,
    out: &mut Out,
) -> Result<String, Problem> {
    match given {
        Some(text) => Ok(text.to_owned()),
        None => text(place.input(out).await?, most, "-").await,
    }
}

/// Returns a text of at most `most` bytes.
///
/// # Errors
/// A longer one, one that is no text, or one that cannot be read.
pub(super) async fn text(
    source: Box<dyn Read + Send>,
    most: u64,
    name: &str,
) -> Result<String, Problem> {
    let mut text = String::new();
    let read = tokio::task::spawn_blocking(move || {
        source
            .take(most + 1)
            .read_to_string(&mut text)
            .map(|_| text)
    });
    let text = match read.await {
        Ok(Ok(text)) => text,
        Ok(Err(error)) => return Err(unreadable(name).because(error)),
        Err(_) => return Err(unreadable(name)),
    };
    if text.len() as u64 > most {
        let values = [("name", name.to_owned()), ("most", most.to_string())];
        return Err(Problem::say(1, "plain-too-long", values));
    }
    Ok(text)
}

/// Returns the bytes of a file of this machine, or of what is piped in: at most one more than `most`.
///
/// # Errors
/// One that cannot be read.
pub(super) async fn bytes_of(
    place: &Place,
    file: &Path,
    most: u64,
    out: &mut Out,
) -> Result<Vec<u8>, Problem> {
    let source = open(place, file, out).await?;
    let name = name_of(file);
    let mut bytes = Vec::new();
    let read = tokio::task::spawn_blocking(move || {
        source.take(most + 1).read_to_end(&mut bytes).map(|_| bytes)
    });
    match read.await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(unreadable(&name).because(error)),
        Err(_) => Err(unreadable(&name)),
    }
}

async fn open(place: &Place, file: &Path, out: &mut Out) -> Result<Box<dyn Read + Send>, Problem> {
    if is_piped(file) {
        return place.input(out).await;
    }
    let opened = File::open(place.path(file)?);
    Ok(Box::new(opened.map_err(|error| {
        unreadable(&name_of(file)).because(error)
    })?))
}

/// Returns the name of a file as it can be shown.
pub(super) fn name_of(file: &Path) -> String {
    clean_line(&file.display().to_string()).into_owned()
}

fn unreadable(name: &str) -> Problem {
    Problem::say(1, "plain-unreadable", [("name", name.to_owned())])
}
