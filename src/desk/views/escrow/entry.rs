//! An entry of the ledger with both its sides (ESC-10): who booked it, when and why, for who sees the books or its account.

use super::reading::{Reader, who};
use super::statement::StatementOf;
use crate::desk::Desk;
use crate::desk::views::{Look, Of};
use crate::domain::escrow::{Account, Code};
use crate::domain::eyes::Eyes;
use crate::domain::ids::{EntryId, OpportunityId, PersonId};
use crate::domain::money::Money;
use crate::domain::{Millis, Refusal};
use crate::journal::Fault;
use crate::text::sanitise::{clean_line, clean_text};

/// One side of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntrySide {
    /// On which account.
    pub account: Account,
    /// How much: positive amounts are debits.
    pub amount: Money,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPage {
    /// Its id.
    pub id: EntryId,
    /// Why, by the code of LEDGER's table.
    pub code: Code,
    /// When it was booked.
    pub at: Millis,
    /// The day it counts for.
    pub day: Millis,
    /// Both sides, debits first.
    pub sides: Vec<EntrySide>,
    /// How much it moved.
    pub moved: Money,
    /// The project it is of.
    pub project: Option<OpportunityId>,
    /// The tranche or the dispute it is about.
    pub number: Option<u16>,
    /// The entry that it turns round or goes on from.
    pub of: Option<EntryId>,
    /// Whether it was turned round by a later one.
    pub corrected: bool,
    /// What the bank or who booked it said.
    pub text: String,
    /// What the bank calls it; for who sees the books.
    pub key: String,
    /// Who did what it was booked with; empty: the house itself, or not theirs to know.
    pub by: String,
    /// How a side said so, where somebody of the house did it for them.
    pub said: String,
}

impl EntryPage {
    /// Returns a look at an entry.
    pub fn look(id: EntryId) -> Look<Of<EntryId, EntryPage>> {
        Look::read(
            move |looker| async move { Ok((id, load_entry(&looker.desk, looker.me, id).await?)) },
        )
    }

    /// Returns of what statement a side of it is a line.
    pub fn statement(&self, side: &EntrySide) -> StatementOf {
        StatementOf::Account(side.account, side.amount.currency)
    }
}

/// Loads an entry for `me`. `Ok(Err(…))` is a refusal: also for what they may not know of.
///
/// # Errors
/// A damaged record.
pub async fn load_entry(
    desk: &Desk,
    me: PersonId,
    id: EntryId,
) -> Result<Result<EntryPage, Refusal>, Fault> {
    let published = desk.published();
    let state = published.state();
    let Some(eyes) = Eyes::of(state, me) else {
        return Ok(Err(Refusal::NobodyKnown));
    };
    let entry = match eyes.entry(id) {
        Ok(entry) => entry,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let money = |minor| Money {
        minor,
        currency: entry.currency,
    };
    let side = |one: &crate::domain::escrow::Posting| EntrySide {
        account: one.account,
        amount: money(one.minor),
    };
    let mut sides: Vec<EntrySide> = entry.postings.iter().map(side).collect();
    sides.sort_by_key(|side| side.amount.minor < 0);
    let mut page = EntryPage {
        id,
        code: entry.code,
        at: entry.at,
        day: entry.day,
        sides,
        moved: money(entry.moved()),
        project: entry.project,
        number: entry.number,
        of: entry.of,
        corrected: state.books().is_corrected(entry),
        text: clean_text(&entry.text).into_owned(),
        key: match eyes.sees_books() {
            true => clean_line(&entry.key).into_owned(),
            false => String::new(),
        },
        by: String::new(),
        said: String::new(),
    };
    let of = entry.project.unwrap_or(OpportunityId(0));
    let mut reader = Reader::new(desk, of);
    if let Some((meta, events)) = reader.record(entry.seq).await? {
        let actor = meta.actor;
        let mut said = events.into_iter().filter_map(|event| event.consent());
        page.said = clean_text(said.next().unwrap_or_default()).into_owned();
        let opportunity = state.board().opportunity(of);
        page.by = match opportunity {
            Some(opportunity) => who(&eyes, opportunity, actor),
            // Of no project: who sees the books knows the house's people.
            None => actor.map_or_else(String::new, |id| {
                crate::desk::views::beside::person_name(state, id)
            }),
        };
    }
    Ok(Ok(page))
}
