//! A house opened for sessions: the desk, the search, the key file, and what a session may ask of this
//! machine. The same whether one terminal opens it or a server does.

use std::path::Path;
use std::sync::Arc;

use super::sample;
use crate::desk::{Desk, Finder, machine_clock};
use crate::domain::PersonId;
use crate::journal;
use crate::plain::{Problem, setup, who};
use crate::session::House;

/// A key file longer than this is no key file.
const MOST_KEYS: u64 = 64 * 1024;

/// A house that is open.
pub struct Open {
    /// The desk.
    pub desk: Desk,
    /// The full-text search.
    pub finder: Finder,
    /// The text of the key file, or nothing.
    pub keys: String,
}

impl Open {
    /// Opens the house in `folder`; a `sample` house is made there when there is none.
    ///
    /// # Errors
    /// What the store says of itself, or a key file that cannot be read.
    pub async fn at(folder: &Path, sample: bool) -> Result<Open, Problem> {
        if sample && !journal::is_store(folder) {
            sample::make(folder).await?;
        }
        let desk = Desk::open(folder, machine_clock()).await?;
        // A store without a house in it: whoever made it was ended at once.
        if sample && !desk.published().is_set_up() {
            sample::fill(&desk).await?;
        }
        let (keys, finder) = (keys(folder)?, Finder::new(&desk));
        Ok(Open { desk, finder, keys })
    }

    /// What a session of this user of the machine has at hand.
    pub fn house(&self, user: &str) -> House {
        let (folder, user) = (self.desk.folder().to_owned(), user.to_owned());
        House {
            desk: self.desk.clone(),
            finder: Arc::new(self.finder.clone()),
            remember: Arc::new(move |person: PersonId| {
                who::remember(&folder, &user, person).map_err(|error| error.to_string())
            }),
            // Nobody comes in from elsewhere, unless a server says otherwise.
            open: Arc::new(|_, _| 0),
            door: "".into(),
            idle: None,
            first_words: None,
            set_up: Arc::new(|name, house, country| {
                setup::command((name, house, country), &[], None).map_err(|error| error.to_string())
            }),
        }
    }

    /// Closes it: the index and the journal are whole on the disk then.
    pub async fn close(&self) {
        // It joins a thread; the last documents may just be on their way to the disk.
        tokio::task::block_in_place(|| self.finder.stop());
        self.desk.close().await;
    }
}

/// The house's own keys; the screen says what is wrong in them.
fn keys(folder: &Path) -> Result<String, Problem> {
    let path = folder.join("keys.toml");
    let Ok(data) = std::fs::metadata(&path) else {
        return Ok(String::new());
    };
    let name = path.display();
    if data.len() > MOST_KEYS {
        return Err(Problem::new(format!("{name} is too long for a key file")));
    }
    std::fs::read_to_string(&path)
        .map_err(|error| Problem::new(format!("{name} cannot be read")).because(error))
}
