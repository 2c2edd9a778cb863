//! What is wished of the people of the house and of its terms: profiles, roles, contacts, who is active.

use super::super::super::bench::*;
use super::Wish;
use crate::domain::command::Command;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::ContactId;
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::terms::{CreditPrices, Terms};
use crate::domain::trade::Compliance;

pub(super) fn terms(wish: &Wish) -> Command {
    let price = u32::try_from(wish.b % 3).unwrap_or(0);
    let prices = CreditPrices {
        consultation: price,
        offer: 1,
        contact: 2 - price.min(2),
    };
    Command::House(HouseCommand::ChangeTerms(Box::new(Terms {
        credits: (!wish.a.is_multiple_of(3)).then_some(prices),
        usage_permille: if wish.odd { 5_000 } else { 100 },
        contact_after_hours: 24 + price,
        ..Terms::default()
    })))
}

pub(super) fn profile(wish: &Wish) -> Command {
    let mut profile = able(&[Language::EN, Language::FR]);
    match wish.b % 4 {
        0 => profile.compliance = vec![Compliance::CHARTER],
        1 => profile.published = false,
        _ => {}
    }
    Command::People(PeopleCommand::KeepProfile {
        person: [FAY, GIL, HEL, BEN][wish.a % 4],
        profile: Box::new(profile),
    })
}

pub(super) fn active(wish: &Wish) -> Command {
    Command::People(PeopleCommand::SetActive {
        person: [FAY, GIL, HEL, BEN, PAUL][wish.a % 5],
        active: !wish.b.is_multiple_of(4),
    })
}

pub(super) fn roles(wish: &Wish) -> Command {
    let person = [FAY, GIL, BEN][wish.a % 3];
    let roles = match wish.b % 5 {
        0 => vec![Role::Facilitator, Role::Treasurer],
        1 => vec![Role::Facilitator, Role::RelationOfficer],
        2 => vec![Role::Mediator],
        _ if person == BEN => vec![Role::RelationOfficer],
        _ => vec![Role::Facilitator],
    };
    Command::People(PeopleCommand::ChangeRoles { person, roles })
}

pub(super) fn link(wish: &Wish) -> Command {
    let contact = u32::try_from(wish.b % 4).ok().filter(|n| *n > 0);
    Command::People(PeopleCommand::LinkContact {
        person: [PAUL, LEA][wish.a % 2],
        contact: contact.map(ContactId),
    })
}
