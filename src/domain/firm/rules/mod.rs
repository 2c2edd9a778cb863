//! Decides on firms (PPL-7): nobody is put into one without saying so, somebody is always left who manages it, and what is
//! the firm's stays the firm's, whoever leaves. It is always the firm that the actor acts for.

mod apply;
mod leaving;
mod money;
mod undo;

use super::command::FirmCommand;
use super::event::{FirmEvent, OfFirm};
use super::refusal::FirmRefusal;
use super::{Firm, FirmRight, FirmRights, Firms, Offer};
use crate::domain::Millis;
use crate::domain::access::refusal::AccessRefusal;
use crate::domain::access::{CodeDigest, Invitation};
use crate::domain::decision::{Decides, Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::ids::{FirmId, PersonId};
use crate::domain::person::Person;
use crate::domain::person::rules::profile;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::thing::Writes;

impl Decides for FirmCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        let actor = facts.actor.and_then(|id| state.person(id));
        let doing = Doing {
            state,
            now: facts.now,
            actor: actor.ok_or(Refusal::NobodyKnown)?,
        };
        match self {
            FirmCommand::Invite {
                name,
                rights,
                digest,
                until,
            } => doing.invite(name, *rights, *digest, *until),
            FirmCommand::Withdraw(number) => doing.withdraw(*number),
            FirmCommand::Join(digest) => doing.join(digest),
            FirmCommand::ChangeRights { person, rights } => doing.change_rights(*person, *rights),
            FirmCommand::Remove(person) => doing.remove(*person),
            FirmCommand::Leave => doing.leave(),
            FirmCommand::Name(name) => doing.name(name),
            FirmCommand::ActFor(firm) => doing.act_for(*firm),
            FirmCommand::NameManager { firm, person } => doing.name_manager(*firm, *person),
            FirmCommand::KeepProfile { firm, profile } => {
                profile::keep_of(state, doing.actor, *firm, profile)
            }
            FirmCommand::Grant {
                firm,
                kind,
                count,
                why,
            } => money::grant(state, *firm, *kind, *count, why),
            FirmCommand::Refund {
                firm,
                opportunity,
                kind,
                why,
            } => money::refund(state, *firm, *opportunity, *kind, why),
        }
    }

    /// Whose profile one may not keep, one is told nothing of.
    fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes {
        match self {
            FirmCommand::KeepProfile { firm, .. } => {
                let actor = actor.and_then(|id| state.person(id));
                match actor.is_some_and(|me| profile::may_keep(state, me, *firm)) {
                    true => Writes::Whole(firm.profile()),
                    false => Writes::One,
                }
            }
            FirmCommand::Invite { .. }
            | FirmCommand::Withdraw(_)
            | FirmCommand::Join(_)
            | FirmCommand::ChangeRights { .. }
            | FirmCommand::Remove(_)
            | FirmCommand::Leave
            | FirmCommand::Name(_)
            | FirmCommand::ActFor(_)
            | FirmCommand::NameManager { .. }
            | FirmCommand::Grant { .. }
            | FirmCommand::Refund { .. } => Writes::One,
        }
    }
}

/// One command, being decided.
struct Doing<'a> {
    state: &'a State,
    now: Millis,
    actor: &'a Person,
}

impl<'a> Doing<'a> {
    fn firms(&self) -> &'a Firms {
        self.state.firms()
    }

    /// The firm that the actor acts for.
    fn mine(&self) -> FirmId {
        self.firms().acting(self.actor.id)
    }

    /// The firm that the actor acts for and manages.
    fn managed(&self) -> Result<FirmId, Refusal> {
        let firm = self.mine();
        match self.firms().may(self.actor.id, firm, FirmRight::Manages) {
            true => Ok(firm),
            false => Err(FirmRefusal::NeedsRight(FirmRight::Manages).into()),
        }
    }

    fn invite(
        &self,
        name: &str,
        rights: FirmRights,
        digest: CodeDigest,
        until: Millis,
    ) -> Result<Decision, Refusal> {
        const DAY: Millis = 24 * 3_600_000;
        let firm = self.managed()?;
        let name = named(name, Offer::NAME_MOST)?;
        if name.is_empty() {
            return Err(Refusal::TextMissing);
        }
        some(rights)?;
        if until <= self.now {
            return Err(Refusal::InThePast);
        }
        let days = Invitation::DAYS_MOST;
        if until.saturating_sub(self.now) > Millis::from(days) * DAY {
            return Err(Refusal::TooFarAhead { days });
        }
        self.room_in(firm)?;
        let row = self.firms().row(firm);
        let offers = row.map_or(&[][..], |row| &row.offers);
        let open = offers.iter().filter(|offer| offer.is_open(self.now));
        if open.count() >= Offer::MOST {
            let most = Offer::MOST;
            return Err(FirmRefusal::TooManyOffers { most }.into());
        }
        // No code opens two doors.
        let access = self.state.access();
        if access.invitation_of(&digest).is_some() || self.firms().offer_of(&digest).is_some() {
            return Err(Refusal::AlreadySo);
        }
        Ok(said(
            firm,
            FirmEvent::Offered {
                number: row.map_or(0, |row| row.last_offer) + 1,
                name,
                rights,
                digest,
                until,
            },
        ))
    }

    fn withdraw(&self, number: u32) -> Result<Decision, Refusal> {
        let firm = self.managed()?;
        let row = self.firms().row(firm);
        let mut offers = row.into_iter().flat_map(|row| &row.offers);
        match offers.any(|offer| offer.number == number) {
            true => Ok(said(firm, FirmEvent::OfferWithdrawn { number })),
            false => Err(Refusal::NoSuchThing),
        }
    }

    /// Whatever is wrong with the code, the answer is the same: it tells nothing.
    fn join(&self, digest: &CodeDigest) -> Result<Decision, Refusal> {
        let offer = self.firms().open_offer(digest, self.now);
        let (firm, offer) = offer.ok_or(AccessRefusal::NoSuchInvitation)?;
        let person = self.actor.id;
        if self.firms().rights(person, firm).is_some() {
            return Err(Refusal::AlreadySo);
        }
        self.room_in(firm)?;
        Ok(said(firm, FirmEvent::joined(offer, person, false)))
    }

    fn room_in(&self, firm: FirmId) -> Result<(), Refusal> {
        let most = Firm::MEMBERS_MOST;
        match self.firms().members(firm).len() < most {
            true => Ok(()),
            false => Err(FirmRefusal::FirmFull { most }.into()),
        }
    }

    fn change_rights(&self, person: PersonId, to: FirmRights) -> Result<Decision, Refusal> {
        let firm = self.managed()?;
        let from = self.firms().rights(person, firm);
        let from = from.ok_or(FirmRefusal::NotAMember)?;
        let to = FirmRights::of(to.iter());
        some(to)?;
        if from == to {
            return Err(Refusal::AlreadySo);
        }
        if !to.has(FirmRight::Manages) {
            self.manager_but(firm, person)?;
        }
        Ok(said(firm, FirmEvent::RightsChanged { person, from, to }))
    }

    fn remove(&self, person: PersonId) -> Result<Decision, Refusal> {
        let firm = self.managed()?;
        if self.firms().rights(person, firm).is_none() {
            return Err(FirmRefusal::NotAMember.into());
        }
        self.left(firm, person)
    }

    fn leave(&self) -> Result<Decision, Refusal> {
        self.left(self.mine(), self.actor.id)
    }

    /// Somebody leaves: what they had in hand is spoken for by who puts them out, else by who proposes, else by who
    /// manages.
    fn left(&self, firm: FirmId, person: PersonId) -> Result<Decision, Refusal> {
        let firms = self.firms();
        let others = firms.members(firm).into_iter();
        let others: Vec<_> = others.filter(|one| one.person != person).collect();
        if others.is_empty() {
            return Err(FirmRefusal::AloneInFirm.into());
        }
        self.manager_but(firm, person)?;
        let with = |right: FirmRight| {
            let mut others = others.iter();
            others.find(|one| one.rights.has(right) && self.enters(one.person))
        };
        let actor = others.iter().find(|one| one.person == self.actor.id);
        let heir = actor
            .filter(|one| one.rights.has(FirmRight::Proposes))
            .or_else(|| with(FirmRight::Proposes))
            .or_else(|| with(FirmRight::Manages))
            .ok_or(FirmRefusal::LastManager)?;
        let still = firms.of(person).into_iter().find(|one| *one != firm);
        let to = still.unwrap_or_else(|| firms.next_of(person));
        let heir = heir.person;
        let told = leaving::told(self.state, firm, person, heir);
        let left = of(firm, FirmEvent::Left { person, heir, to });
        Ok(Decision::of(std::iter::once(left).chain(told).collect()))
    }

    /// Passes when somebody else manages the firm, who may enter.
    fn manager_but(&self, firm: FirmId, person: PersonId) -> Result<(), Refusal> {
        let members = self.firms().members(firm);
        let mut others = members.iter().filter(|one| one.person != person);
        match others.any(|one| one.rights.has(FirmRight::Manages) && self.enters(one.person)) {
            true => Ok(()),
            false => Err(FirmRefusal::LastManager.into()),
        }
    }

    /// The house names a manager where nobody who manages the firm may enter any more; never one of the house in a firm of
    /// their own.
    fn name_manager(&self, firm: FirmId, person: PersonId) -> Result<Decision, Refusal> {
        let firms = self.firms();
        let members = firms.members(firm);
        if members.is_empty() {
            return Err(FirmRefusal::NoSuchFirm(firm).into());
        }
        if firms.rights(self.actor.id, firm).is_some() {
            return Err(FirmRefusal::OwnFirm.into());
        }
        let from = firms.rights(person, firm);
        let from = from.filter(|_| self.enters(person));
        let from = from.ok_or(FirmRefusal::NotAMember)?;
        if firms.is_managed(firm, |one| self.enters(one)) {
            return Err(FirmRefusal::HasManager(firm).into());
        }
        let to = FirmRights::of(from.iter().chain([FirmRight::Manages]));
        Ok(said(firm, FirmEvent::RightsChanged { person, from, to }))
    }

    fn enters(&self, person: PersonId) -> bool {
        let known = self.state.person(person);
        known.is_some_and(|person| person.active)
    }

    fn name(&self, name: &str) -> Result<Decision, Refusal> {
        let firm = self.managed()?;
        let to = named(name, Firm::NAME_MOST)?;
        let from = self.firms().name(firm);
        if *from == *to {
            return Err(Refusal::AlreadySo);
        }
        let from = from.into();
        Ok(said(firm, FirmEvent::Named { from, to }))
    }

    fn act_for(&self, firm: FirmId) -> Result<Decision, Refusal> {
        let (person, from) = (self.actor.id, self.mine());
        if self.firms().rights(person, firm).is_none() {
            return Err(FirmRefusal::NoSuchFirm(firm).into());
        }
        if from == firm {
            return Err(Refusal::AlreadySo);
        }
        Ok(said(firm, FirmEvent::Chosen { person, from }))
    }
}

/// Returns an event of a firm.
fn of(firm: FirmId, event: FirmEvent) -> Event {
    Event::Firm(OfFirm {
        firm,
        event: Box::new(event),
    })
}

fn said(firm: FirmId, event: FirmEvent) -> Decision {
    one(of(firm, event))
}

fn some(rights: FirmRights) -> Result<(), Refusal> {
    match rights.is_empty() {
        true => Err(FirmRefusal::RightMissing.into()),
        false => Ok(()),
    }
}

fn named(name: &str, most: usize) -> Result<Box<str>, Refusal> {
    let name = name.trim();
    match name.chars().count() > most {
        true => Err(Refusal::TooLong { most }),
        false => Ok(name.into()),
    }
}
