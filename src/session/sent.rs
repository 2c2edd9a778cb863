//! Texts on their way: a draft that goes with a command is kept under another key, with the command's id, until
//! the answer came. Whoever loads the draft later asks the journal whether that command was recorded: then the
//! text was sent, and is not offered again; else it is the draft that it was.

use crate::desk::Desk;
use crate::domain::{PersonId, Seq};
use crate::journal::{Drafts, Fault, MAX_DRAFT};

/// What stands before the key of a draft that is on its way.
const SENT: &str = "sent:";
/// More than the line takes that stands before a text on its way.
const LINE: usize = 64;

/// The command that a text goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its id.
    pub id: u128,
    /// The last record when it was sent.
    pub after: Seq,
}

impl Mark {
    fn write(&self, text: &str) -> String {
        format!("{:032x} {}\n{text}", self.id, self.after)
    }

    fn read(stored: &str) -> Option<(Mark, &str)> {
        let (line, text) = stored.split_once('\n')?;
        let (id, after) = line.split_once(' ')?;
        let id = u128::from_str_radix(id, 16).ok()?;
        let after = after.parse().ok()?;
        Some((Mark { id, after }, text))
    }
}

fn aside(key: &str) -> String {
    format!("{SENT}{key}")
}

/// Returns the key of the draft whose text is on its way under `key`.
pub(super) fn of(key: &str) -> Option<&str> {
    key.strip_prefix(SENT)
}

/// Puts the draft under `key` aside: `text`, or what is stored. Without either there is nothing to be done.
///
/// # Errors
/// Faults of the store.
pub(super) fn put_aside(
    store: &Drafts,
    person: u32,
    key: &str,
    mark: &Mark,
    text: Option<&str>,
) -> Result<(), Fault> {
    let stored = match text {
        Some(text) => Some(text.to_owned()),
        None => store.load(person, key)?,
    };
    let before = || -> Result<Option<String>, Fault> {
        let stored = store.load(person, &aside(key))?;
        Ok(stored.and_then(|stored| Some(Mark::read(&stored)?.1.to_owned())))
    };
    let text = match stored {
        Some(text) => Some(text),
        None => before()?,
    };
    let Some(text) = text else { return Ok(()) };
    if text.len() + LINE > MAX_DRAFT {
        // Too long to be put aside: it stays the draft that it is.
        return store.save(person, key, &text);
    }
    let marked = mark.write(&text);
    store.change(person, &[(&aside(key), Some(&marked)), (key, None)])
}

/// Forgets a text that was recorded.
///
/// # Errors
/// Faults of the store.
pub(super) fn forget(store: &Drafts, person: u32, key: &str) -> Result<(), Fault> {
    store.remove(person, &aside(key))
}

/// Makes a text that was refused the draft again that it was, unless another one is `kept`.
///
/// # Errors
/// Faults of the store.
pub(super) fn put_back(store: &Drafts, person: u32, key: &str, kept: bool) -> Result<(), Fault> {
    let aside = aside(key);
    let Some(stored) = store.load(person, &aside)? else {
        return Ok(());
    };
    let text = Mark::read(&stored).map(|(_, text)| text);
    let kept = kept || store.load(person, key)?.is_some();
    match text.filter(|_| !kept) {
        Some(text) => store.change(person, &[(key, Some(text)), (&aside, None)]),
        None => store.remove(person, &aside),
    }
}

/// Loads a draft. A text that was on its way when a session ended is one again, unless it was recorded.
///
/// # Errors
/// Faults of the store and of the journal.
pub(super) async fn load(
    desk: &Desk,
    store: &Drafts,
    person: PersonId,
    key: &str,
) -> Result<Option<String>, Fault> {
    let own = store.load(person.0, key)?;
    let Some(stored) = store.load(person.0, &aside(key))? else {
        return Ok(own);
    };
    let Some((mark, text)) = Mark::read(&stored) else {
        return Ok(own);
    };
    if desk.is_recorded(mark.id, mark.after).await? {
        forget(store, person.0, key)?;
        return Ok(own);
    }
    Ok(own.or_else(|| Some(text.to_owned())))
}

/// Lists the keys of a person's drafts, texts on their way among them that were not recorded.
///
/// # Errors
/// Faults of the store and of the journal.
pub(super) async fn list(
    desk: &Desk,
    store: &Drafts,
    person: PersonId,
) -> Result<Vec<String>, Fault> {
    let mut keys = Vec::new();
    for key in store.list(person.0)? {
        match of(&key) {
            None => keys.push(key),
            Some(key) => {
                if load(desk, store, person, key).await?.is_some() {
                    keys.push(key.to_owned());
                }
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}
