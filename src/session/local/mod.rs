//! The terminal this program was started in. Whatever ends the session, the terminal is as it was
//! before: on return, on error, on a panic, on a signal.

mod attached;
mod editor;
mod fault;
mod job;
mod keys;
mod reader;
mod screen;
mod signals;

use std::io;

pub use attached::sit;

use super::{Ended, House, run};
use crate::domain::PersonId;
use crate::ui::Settings;

/// Runs a session in this terminal. Call it on the thread that waits for it to end: a panic elsewhere
/// is written to the log and never over the screen.
///
/// # Errors
/// A terminal that cannot be used.
pub async fn open(house: House, me: Option<PersonId>, settings: Settings) -> io::Result<Ended> {
    let screen = screen::Screen::default();
    let _watch = fault::Watch::begin(screen.clone(), house.desk.folder());
    let line = keys::keyboard(screen.clone())?;
    let sink = screen::Output::new()?;
    let entered = screen.enter()?;
    let ended = run(house, me, settings, screen::size(), line, sink).await;
    drop(entered);
    Ok(ended)
}
