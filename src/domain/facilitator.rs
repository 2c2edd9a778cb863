//! A facilitator's profile (PPL-4): what a professional tells of themselves, and what the house attests
//! of them. Who they are as a person stands in `person`.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::decide::{Decision, Facts};
use super::event::Event;
use super::house::{Country, Language};
use super::ids::PersonId;
use super::person::{Permission, Person, Role};
use super::refusal::Refusal;
use super::state::State;
use super::terms::{Work, twice};
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::refusal::PeopleRefusal;

/// A qualification level, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Belt {
    /// Has learnt it.
    White,
    /// Has held it with others.
    Yellow,
    /// Holds it alone.
    Orange,
    /// Holds it before demanding audiences.
    Green,
    /// Trains others.
    Blue,
    /// Trains trainers.
    Brown,
    /// Made it what it is.
    Black,
}

impl Belt {
    /// All of them, the lowest first.
    pub const ALL: [Belt; 7] = [
        Belt::White,
        Belt::Yellow,
        Belt::Orange,
        Belt::Green,
        Belt::Blue,
        Belt::Brown,
        Belt::Black,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Belt::White => "white",
            Belt::Yellow => "yellow",
            Belt::Orange => "orange",
            Belt::Green => "green",
            Belt::Blue => "blue",
            Belt::Brown => "brown",
            Belt::Black => "black",
        }
    }

    /// The level with this stable name.
    pub fn parse(key: &str) -> Option<Belt> {
        Belt::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Something the house has seen in writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Compliance {
    /// The house's charter, signed.
    Charter,
    /// Professional insurance.
    Insurance,
    /// A registration to bill under.
    Registration,
}

impl Compliance {
    /// All of them, in the order they are offered.
    pub const ALL: [Compliance; 3] = [
        Compliance::Charter,
        Compliance::Insurance,
        Compliance::Registration,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Compliance::Charter => "charter",
            Compliance::Insurance => "insurance",
            Compliance::Registration => "registration",
        }
    }

    /// The one with this stable name.
    pub fn parse(key: &str) -> Option<Compliance> {
        Compliance::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// What a facilitator has subscribed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subscription {
    /// Nothing.
    #[default]
    None,
    /// The board.
    Standard,
    /// The board, and what follow-up officers note of their contacts (FUP-2).
    Privilege,
}

impl Subscription {
    /// All of them.
    pub const ALL: [Subscription; 3] = [
        Subscription::None,
        Subscription::Standard,
        Subscription::Privilege,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Subscription::None => "none",
            Subscription::Standard => "standard",
            Subscription::Privilege => "privilege",
        }
    }

    /// The one with this stable name.
    pub fn parse(key: &str) -> Option<Subscription> {
        Subscription::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// A facilitator's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Where they live.
    pub country: Option<Country>,
    /// The languages they work in.
    pub languages: Vec<Language>,
    /// Their time zone, by its name in the tz database, or empty: the house's.
    pub zone: Box<str>,
    /// Their phone number, or empty.
    pub phone: Box<str>,
    /// Their account, or empty.
    pub iban: Box<str>,
    /// What an invoice of theirs must say: name, form, registration; or empty.
    pub legal: Box<str>,
    /// Whether clients and colleagues may see it. Nobody applies from behind a curtain (BRD-3).
    pub published: bool,
    /// Their level per kind of work; the house attests it.
    pub belts: Vec<(Work, Belt)>,
    /// What the house has seen in writing.
    pub compliance: Vec<Compliance>,
    /// What they have subscribed to.
    pub subscription: Subscription,
}

impl Profile {
    /// The longest of its texts, in characters.
    pub const TEXT_MOST: usize = 500;
    /// The most languages.
    pub const LANGUAGES_MOST: usize = 20;

    /// Their level in a kind of work, if they have one.
    pub fn belt(&self, work: Work) -> Option<Belt> {
        let of = |(one, _): &&(Work, Belt)| *one == work;
        self.belts.iter().find(of).map(|(_, belt)| *belt)
    }

    /// What cannot be as it is, by the name of the field; `None` when all can.
    fn fault(&self) -> Option<&'static str> {
        let works: Vec<Work> = self.belts.iter().map(|(work, _)| *work).collect();
        let unknown = self.languages.contains(&Language::UNKNOWN);
        [
            ("languages", unknown || twice(&self.languages)),
            (
                "zone",
                !self.zone.is_empty() && self.zone.parse::<Tz>().is_err(),
            ),
            ("belts", twice(&works)),
            ("compliance", twice(&self.compliance)),
        ]
        .into_iter()
        .find_map(|(name, wrong)| wrong.then_some(name))
    }

    /// Whether the house attests the same in both.
    pub(super) fn attests_the_same(&self, other: &Profile) -> bool {
        (&self.belts, &self.compliance, self.subscription)
            == (&other.belts, &other.compliance, other.subscription)
    }
}

/// Whether `actor` may keep the profile of `person`: it is their own, or they attest for the house.
pub(super) fn may_keep(actor: &Person, person: PersonId) -> bool {
    actor.id == person || actor.may(Permission::KeepFacilitators)
}

/// Decides on a profile: one's own words are one's own, what the house attests is for the house.
pub(super) fn keep(
    state: &State,
    facts: &Facts,
    person: PersonId,
    to: &Profile,
) -> Result<Decision, Refusal> {
    let actor = facts.actor.and_then(|id| state.person(id));
    let actor = actor.ok_or(Refusal::NobodyKnown)?;
    let attests = actor.may(Permission::KeepFacilitators);
    if !may_keep(actor, person) {
        return Err(Refusal::NotPermitted(Permission::KeepFacilitators));
    }
    let whose = state.person(person).ok_or_else(|| state.nobody(person))?;
    if !whose.roles.contains(&Role::Facilitator) {
        return Err(PeopleRefusal::NoSuchPerson.into());
    }
    let from = state.profile(person).cloned().unwrap_or_default();
    if !attests && !from.attests_the_same(to) {
        return Err(Refusal::NotPermitted(Permission::KeepFacilitators));
    }
    let texts = [&to.zone, &to.phone, &to.iban, &to.legal];
    if texts
        .iter()
        .any(|text| text.chars().count() > Profile::TEXT_MOST)
    {
        return Err(Refusal::TooLong {
            most: Profile::TEXT_MOST,
        });
    }
    if to.languages.len() > Profile::LANGUAGES_MOST {
        return Err(Refusal::TooLong {
            most: Profile::LANGUAGES_MOST,
        });
    }
    if let Some(field) = to.fault() {
        return Err(PeopleRefusal::ProfileWrong { field }.into());
    }
    if *from == *to {
        return Ok(Decision::default());
    }
    Ok(Decision::of(vec![Event::People(
        PeopleEvent::ProfileKept {
            person,
            from: Box::new((*from).clone()),
            to: Box::new(to.clone()),
        },
    )]))
}

/// Decides that a client's contact is this person, who can log in (PPL-3).
pub(super) fn link(
    state: &State,
    person: PersonId,
    contact: Option<super::ids::ContactId>,
) -> Result<Decision, Refusal> {
    let whose = state.person(person).ok_or_else(|| state.nobody(person))?;
    if contact.is_some() && !whose.roles.contains(&Role::ClientContact) {
        return Err(PeopleRefusal::NoSuchPerson.into());
    }
    if contact.is_some_and(|contact| state.contact(contact).is_none()) {
        return Err(Refusal::NoSuchThing);
    }
    let from = state.contact_of(person);
    if from == contact {
        return Err(Refusal::AlreadySo);
    }
    Ok(Decision::of(vec![Event::People(
        PeopleEvent::ContactLinked {
            person,
            from,
            to: contact,
        },
    )]))
}
