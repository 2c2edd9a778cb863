//! `invite`: a one-time code that binds a first key (PPL-5), the list of those that are open, and one withdrawn.

use serde_json::json;

use crate::desk::access;
use crate::domain::access::command::AccessCommand;
use crate::domain::ids::InvitationId;
use crate::domain::person::Permission;
use crate::domain::{Command, Millis, Refusal};
use crate::plain::numbers::Whom;
use crate::plain::people::found;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Cell, Column, Form, List};
use crate::plain::words::{Words, iso};
use crate::plain::{Out, Place, Problem};

/// Invite a person by a one-time code that binds their key at the first login
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Invite {
    /// The person, by name or P-number
    #[arg(required_unless_present_any = ["list", "withdraw"])]
    who: Option<Whom>,
    /// How long the code is valid: 2h, 3d
    #[arg(long, default_value = "3d", value_name = "TIME")]
    valid: String,
    /// List the open invitations
    #[arg(long, conflicts_with = "who")]
    list: bool,
    /// Withdraw an open invitation
    #[arg(long, value_name = "I-NUMBER", conflicts_with_all = ["who", "list"])]
    withdraw: Option<InvitationId>,
    #[command(flatten)]
    form: Form,
}

impl InWords for Invite {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        match (&self.withdraw, &self.who) {
            (Some(id), _) => withdraw(place, *id, out).await,
            (None, Some(who)) => invite(place, who, &self.valid, out).await,
            (None, None) => list(place, &self.form, out).await,
        }
    }
}

async fn withdraw(place: &Place, id: InvitationId, out: &mut Out) -> Result<(), Problem> {
    let command = Command::Access(AccessCommand::WithdrawInvitation(id));
    place.submit(command).await?;
    let said = place.says("said-withdrawn", &[("invitation", id.to_string().into())]);
    out.line(&said).await;
    Ok(())
}

async fn invite(place: &Place, who: &Whom, valid: &str, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let needed = Permission::ManagePeople;
    let known = place.desk.published().me(me, now);
    if !known.is_some_and(|me| me.may(needed)) {
        return Err(place.refused(&Refusal::NotPermitted(needed)));
    }
    let (person, name) = found(place, who)?;
    let until = now + span(valid)?;
    let code = access::new_code()?;
    let command = Command::Access(AccessCommand::Invite {
        person,
        digest: code.digest(),
        until,
    });
    place.submit(command).await?;
    out.line(&format!("{name}: {code}")).await;
    let words = Words::new(place, me);
    let until = [("until", words.teller().stamp(until).into())];
    out.line(&place.says("said-code-until", &until)).await;
    if place.door.is_empty() {
        out.note(&place.says("said-no-door", &[])).await;
    } else {
        let door = [("door", place.door.as_str().into())];
        out.line(&place.says("said-door", &door)).await;
    }
    Ok(())
}

/// The columns of invitations.
const COLUMNS: [Column; 4] = [
    Column::new("column-invitation"),
    Column::text("column-name"),
    Column::new("column-until"),
    Column::new("column-made-by").spare(),
];

async fn list(place: &Place, form: &Form, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let rows = place.desk.published().invitations(me);
    let mut rows = rows.map_err(|refusal| place.refused(&refusal))?;
    rows.retain(|row| row.is_open(now));
    let words = Words::new(place, me);
    let mut list = List::new(place, form, &COLUMNS, out);
    for row in &rows {
        let json = || {
            json!({
                "invitation": row.id.to_string(),
                "person": row.person.to_string(),
                "name": row.name,
                "until": iso(row.until),
                "made_by": row.made_by,
            })
        };
        let cells = || {
            [
                Cell::plain(row.id),
                Cell::plain(&row.name),
                Cell::at(&words, row.until),
                Cell::plain(&row.made_by),
            ]
        };
        list.row(json, cells).await;
    }
    list.end().await;
    if rows.is_empty() {
        out.note(&place.says("said-no-invitation", &[])).await;
    }
    Ok(())
}

/// A time that something is good for: `90s`, `30m`, `2h`, `3d`.
pub(in crate::plain) fn span(text: &str) -> Result<Millis, Problem> {
    let wrong = || Problem::say(1, "plain-no-time", [("text", text.to_owned())]);
    let text = text.trim();
    let unit = match text.chars().last() {
        Some('s') => 1_000,
        Some('m') => 60_000,
        Some('h') => 3_600_000,
        Some('d' | 'j') => 86_400_000,
        _ => return Err(wrong()),
    };
    let number: u32 = text
        .get(..text.len() - 1)
        .and_then(|number| number.trim().parse().ok())
        .filter(|number| *number > 0)
        .ok_or_else(wrong)?;
    Ok(Millis::from(number) * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_a_time_is_written_as_people_do() {
        assert_eq!(span("2h").unwrap(), 7_200_000);
        assert_eq!(span("3d").unwrap(), 259_200_000);
        for wrong in ["", "h", "0d", "-1d", "3", "3 weeks", "99999999999d"] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }
}
