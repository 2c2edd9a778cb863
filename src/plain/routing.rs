//! `routing`: the routing matrix (REQ-4) out as a file to edit, and in again.

use std::io::Read;
use std::path::Path;

use super::revision::{guarded, printed};
use super::{Out, Place, Problem};
use crate::assets;
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;

/// A matrix longer than this is no matrix.
const MOST: u64 = 1024 * 1024;

pub async fn routing(place: &Place, file: Option<&Path>, out: &mut Out) -> Result<(), Problem> {
    let me = place.me()?;
    let published = place.desk.published();
    let (known, seq) = (published.routing_of(me), published.seq());
    let known = known.map_err(|refusal| place.refused(&refusal))?;
    let Some(file) = file else {
        out.line(&printed(&assets::routing_text(&known))).await;
        return Ok(());
    };
    let text = read(place, file, out).await?;
    let routing = assets::routing_from(&text, &known)?;
    let rows = routing.rows.len();
    let command = Command::House(HouseCommand::ChangeRouting(Box::new(routing)));
    let now = assets::routing_text(&known);
    place.submit(guarded(command, &text, &now, seq)).await?;
    out.line(&place.says("said-routing", &[("n", rows.into())]))
        .await;
    Ok(())
}

/// The text of a file of this machine, or of what is piped in.
///
/// # Errors
/// One that cannot be read, is too long or is no text.
pub(super) async fn read(place: &Place, file: &Path, out: &mut Out) -> Result<String, Problem> {
    let name = file.display().to_string();
    let source: Box<dyn Read + Send> = if file.as_os_str() == "-" {
        place.input(out).await?
    } else {
        let path = place.path(file)?;
        let opened = std::fs::File::open(path);
        Box::new(opened.map_err(|error| unreadable(&name).because(error))?)
    };
    text(source, MOST, &name).await
}

/// A text of at most `most` bytes.
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

fn unreadable(name: &str) -> Problem {
    Problem::say(1, "plain-unreadable", [("name", name.to_owned())])
}
