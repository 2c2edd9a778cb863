//! The firm one works in (PPL-7), in words: who is in it and with which roles, invitations, and for which firm one acts.

mod act;
mod invite;
mod join;
mod leave;
mod manager;
mod name;
mod remove;
mod roles;
mod show;
mod withdraw;

use super::numbers::Whom;
use super::people::meant;
use super::registry::registry;
use super::{Place, Problem};
use crate::desk::views::FirmPage;
use crate::domain::PersonId;
use crate::domain::firm::{FirmRight, FirmRights};

registry! {
    /// Work with colleagues in one firm: invitations, roles, the firm you act for
    Firm {
        People {
            Show(show::Show),
            Invite(invite::Invite),
            Withdraw(withdraw::Withdraw),
            Join(join::Join),
            Roles(roles::Roles),
            Remove(remove::Remove),
            Leave(leave::Leave),
            Name(name::Name),
            For(act::For),
            Manager(manager::Manager),
        }
    }
}

/// The firm that who asks acts for.
///
/// # Errors
/// Who asks is no facilitator.
fn page(place: &Place) -> Result<FirmPage, Problem> {
    let page = place.desk.sight(place.me()?).firm(place.desk.now());
    page.map_err(|refusal| place.refused(&refusal))
}

/// Whoever is meant, by number or by the name of a colleague.
fn colleague(place: &Place, who: &Whom) -> Result<PersonId, Problem> {
    let members = page(place)?.members.into_iter();
    let members: Vec<_> = members.map(|one| (one.person, one.name)).collect();
    meant(place, who, &members)
}

/// Roles in a firm by their stable names.
///
/// # Errors
/// One that is none.
fn rights(keys: &[String]) -> Result<FirmRights, Problem> {
    let known = || FirmRight::ALL.map(FirmRight::key).join(", ");
    let read = |key: &String| {
        let right = FirmRight::parse(key);
        right.ok_or_else(|| {
            let values = [("text", key.clone()), ("known", known())];
            Problem::say(1, "plain-no-role", values)
        })
    };
    let all: Result<Vec<FirmRight>, Problem> = keys.iter().map(read).collect();
    Ok(FirmRights::of(all?))
}

/// Roles in a firm, by their stable names.
fn keys(rights: FirmRights) -> String {
    let keys: Vec<&str> = rights.iter().map(FirmRight::key).collect();
    keys.join(",")
}
