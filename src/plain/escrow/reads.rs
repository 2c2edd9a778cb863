//! Reads what is typed for commands about clients' money: amounts in the currency of what they are of, days by the house's
//! clock, sides, files. An amount that could be two is refused with both; nothing is guessed, nothing is decided.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};

use super::SideName;
use crate::desk::views::{AccountPage, EntryPage, load_account, load_entry};
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::escrow::{EscrowCommand, Split};
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::Side;
use crate::domain::request::Attachment;
use crate::domain::{Command, Millis};
use crate::journal::{BlobId, Lease};
use crate::plain::input::{bytes_of, name_of};
use crate::plain::{Out, Place, Problem, board, words};
use crate::text::sanitise::clean_line;

/// The largest file that goes with a step, in bytes.
const MOST: u64 = 10 * 1024 * 1024;
/// The longest name of one, in characters.
const NAME_MOST: usize = 120;

/// Sends a command about clients' money, and says what it came to.
pub(in crate::plain) async fn submit(
    place: &Place,
    command: EscrowCommand,
    out: &mut Out,
) -> Result<(), Problem> {
    words::submit(place, Command::Escrow(Box::new(command)), out).await
}

/// Loads an account as far as it is theirs to see.
pub(in crate::plain) async fn load(
    place: &Place,
    id: OpportunityId,
) -> Result<AccountPage, Problem> {
    let page = load_account(&place.desk, place.me()?, id, place.desk.now()).await?;
    page.map_err(|refusal| place.refused(&refusal))
}

/// Loads an entry that they may see.
pub(in crate::plain) async fn load_one(place: &Place, id: EntryId) -> Result<EntryPage, Problem> {
    let page = load_entry(&place.desk, place.me()?, id).await?;
    page.map_err(|refusal| place.refused(&refusal))
}

/// The house's own currency.
pub(in crate::plain) fn own(place: &Place) -> Result<Currency, Problem> {
    let terms = place.desk.sight(place.me()?).terms();
    Ok(terms.map_or(Currency::EUR, |terms| terms.currency))
}

/// Reads an amount of a project's currency, in minor units. Of a project that they do not see any currency is read: the
/// rules refuse it without saying that it is there.
pub(in crate::plain) fn amount(
    place: &Place,
    id: OpportunityId,
    text: &str,
) -> Result<i64, Problem> {
    let row = place.desk.sight(place.me()?).account_row(id);
    match row.map(|row| row.held.currency) {
        Some(expected) => of_currency(place, text, expected),
        None => Ok(money(place, text)?.minor),
    }
}

/// Reads an amount of an entry's currency, in minor units.
pub(in crate::plain) async fn of_entry(
    place: &Place,
    id: EntryId,
    text: &str,
) -> Result<i64, Problem> {
    match load_entry(&place.desk, place.me()?, id).await? {
        Ok(entry) => of_currency(place, text, entry.moved.currency),
        Err(_) => Ok(money(place, text)?.minor),
    }
}

fn of_currency(place: &Place, text: &str, expected: Currency) -> Result<i64, Problem> {
    let read = board::amount(place, "AMOUNT", text, expected)?;
    match read.currency.code() == expected.code() {
        true => Ok(read.minor),
        false => Err(place.refused(&EscrowRefusal::OtherCurrency { expected }.into())),
    }
}

/// Reads an amount with its currency; of none, the house's own is meant.
pub(in crate::plain) fn money(place: &Place, text: &str) -> Result<Money, Problem> {
    board::amount(place, "AMOUNT", text, own(place)?)
}

/// Reads how what is held is shared.
pub(in crate::plain) fn split(
    place: &Place,
    id: OpportunityId,
    [provider, client, fee]: [&str; 3],
) -> Result<Split, Problem> {
    Ok(Split {
        provider: amount(place, id, provider)?,
        client: amount(place, id, client)?,
        fee: amount(place, id, fee)?,
    })
}

/// The side that is meant: the one that was named, else one's own, else the client's.
pub(in crate::plain) async fn side(
    place: &Place,
    id: OpportunityId,
    named: Option<SideName>,
) -> Result<Side, Problem> {
    match named {
        Some(named) => Ok(named.into()),
        None => Ok(load(place, id).await?.own_side.unwrap_or(Side::Client)),
    }
}

fn at(
    place: &Place,
    text: &str,
    (hour, minute, second): (u32, u32, u32),
) -> Result<Millis, Problem> {
    let no = || Problem::say(1, "plain-no-day", [("text", clean_line(text).into_owned())]);
    let (me, now) = (place.me()?, place.desk.now());
    let zone = place.desk.published().me(me, now);
    let zone = zone.map_or(chrono_tz::UTC, |me| me.zone);
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| no())?;
    let time = NaiveTime::from_hms_opt(hour, minute, second).unwrap_or_default();
    let at = day.and_time(time).and_local_timezone(zone).latest();
    at.map(|at| at.timestamp_millis()).ok_or_else(no)
}

/// Reads the day on which a bank booked something, at noon; of none, now.
pub(in crate::plain) fn day(place: &Place, text: Option<&str>) -> Result<Millis, Problem> {
    match text {
        Some(text) => at(place, text, (12, 0, 0)),
        None => Ok(place.desk.now()),
    }
}

/// Reads a day, at its end.
pub(in crate::plain) fn end_of(place: &Place, text: &str) -> Result<Millis, Problem> {
    at(place, text, (23, 59, 59))
}

/// Sends a command with files of this machine. The rules are asked before a byte is read or stored, and leases hold what is
/// stored until the record that names it is there.
pub(in crate::plain) async fn with_files(
    place: &Place,
    paths: &[PathBuf],
    command: impl Fn(Vec<Attachment>) -> EscrowCommand,
    out: &mut Out,
) -> Result<(), Problem> {
    let first = Command::Escrow(Box::new(command(Vec::new())));
    let would = place.desk.would(Some(place.me()?), &first);
    would.map_err(|refusal| place.refused(&refusal))?;
    let (mut files, mut leases) = (Vec::new(), Vec::new());
    for path in paths {
        let (file, lease) = stored(place, path, out).await?;
        files.push(file);
        leases.push(lease);
    }
    let done = submit(place, command(files), out).await;
    drop(leases);
    done
}

async fn stored(place: &Place, path: &Path, out: &mut Out) -> Result<(Attachment, Lease), Problem> {
    let bytes = bytes_of(place, path, MOST, out).await?;
    let name = name_of(path);
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MOST {
        let values = [("name", name), ("most", (MOST / 1024 / 1024).to_string())];
        return Err(Problem::say(1, "plain-file-too-large", values));
    }
    let name: String = clean_line(&name).chars().take(NAME_MOST).collect();
    let file = Attachment {
        name: name.into(),
        mime: "application/octet-stream".into(),
        size,
        blob: BlobId::of(&bytes).0,
    };
    let store = place.desk.store().clone();
    let lease = tokio::task::spawn_blocking(move || store.blobs().put(&bytes)).await;
    let lease = lease.map_err(|_| Problem::say(1, "plain-not-stored", []))??;
    Ok((file, lease))
}
