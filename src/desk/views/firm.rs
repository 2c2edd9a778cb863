//! The firm that somebody acts for (PPL-7): who is in it, what each may do, which places it offers, and which firms one may
//! choose from. Of a firm one is not in, nothing is told here.

use super::beside::person_name;
use super::{Party, Sight};
use crate::domain::eyes::Eyes;
use crate::domain::firm::{FirmRight, FirmRights};
use crate::domain::ids::{FirmId, PersonId};
use crate::domain::person::Permission;
use crate::domain::{Millis, Refusal, State};
use crate::text::sanitise::clean_line;

/// Somebody in a firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmMember {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they may do in it.
    pub rights: FirmRights,
}

/// A place that a firm offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmOffer {
    /// Its number in the firm.
    pub number: u32,
    /// For whom.
    pub name: String,
    /// What they may do in it.
    pub rights: FirmRights,
    /// Until when.
    pub until: Millis,
}

/// A firm, as one of its people sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmPage {
    /// Its id.
    pub id: FirmId,
    /// What it is called; empty: as who is in it.
    pub name: String,
    /// Whether who looks is alone in it.
    pub alone: bool,
    /// What who looks may do in it.
    pub rights: FirmRights,
    /// Who is in it.
    pub members: Vec<FirmMember>,
    /// The places it offers still, for who manages it.
    pub offers: Vec<FirmOffer>,
    /// The firms that who looks is in, each as it is called.
    pub firms: Vec<(FirmId, String)>,
    /// Whether nobody manages it who may enter: the house names one.
    pub unmanaged: bool,
    /// Whom to ask of the house (FUP-4).
    pub whom: Vec<Party>,
}

impl FirmPage {
    /// Whether there is nothing to say of it as a firm: one person alone, in no other, who invited nobody.
    pub fn is_nothing(&self) -> bool {
        self.alone && self.firms.len() == 1 && self.offers.is_empty() && self.name.is_empty()
    }

    /// Whether who looks may do this.
    pub fn may(&self, right: FirmRight) -> bool {
        self.rights.has(right)
    }
}

impl Sight {
    /// The firm that who looks acts for, at `now`.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who is no facilitator.
    pub fn firm(&self, now: Millis) -> Result<FirmPage, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        if !eyes.person.may(Permission::Propose) {
            return Err(Refusal::NotPermitted(Permission::Propose));
        }
        let firms = state.firms();
        let members = firms.members(eyes.firm).into_iter();
        let row = firms.row(eyes.firm);
        let manages = eyes.rights.has(FirmRight::Manages);
        let offers = row.filter(|_| manages).into_iter();
        let offers = offers.flat_map(|row| &row.offers);
        let theirs = firms.of(eyes.id()).into_iter();
        Ok(FirmPage {
            id: eyes.firm,
            name: clean_line(firms.name(eyes.firm)).into_owned(),
            alone: firms.members(eyes.firm).len() == 1,
            rights: eyes.rights,
            members: members
                .map(|one| FirmMember {
                    person: one.person,
                    name: person_name(state, one.person),
                    rights: one.rights,
                })
                .collect(),
            offers: offers
                .filter(|offer| offer.is_open(now))
                .map(|offer| FirmOffer {
                    number: offer.number,
                    name: clean_line(&offer.name).into_owned(),
                    rights: offer.rights,
                    until: offer.until,
                })
                .collect(),
            firms: theirs.map(|id| (id, called(state, id))).collect(),
            unmanaged: !is_managed(state, eyes.firm),
            whom: self.whom().map(|whom| whom.first).unwrap_or_default(),
        })
    }

    /// What the firm of who looks is called, where it is more than one person alone or one of several.
    pub fn firm_name(&self) -> Option<String> {
        called_of(self.state(), self.whose())
    }
}

/// Whether somebody manages a firm who may enter.
pub(super) fn is_managed(state: &State, firm: FirmId) -> bool {
    let enters = |id| state.person(id).is_some_and(|one| one.active);
    state.firms().is_managed(firm, enters)
}

/// What the firm that `person` acts for is called, where there is anything to say of it.
pub(super) fn called_of(state: &State, person: PersonId) -> Option<String> {
    let (firms, firm) = (state.firms(), state.acting(person));
    let alone = firms.members(firm).len() == 1 && firms.of(person).len() == 1;
    let nothing = alone && firms.name(firm).is_empty();
    (!nothing).then(|| called(state, firm))
}

/// What a firm is called: its name, else that of who came first.
pub(super) fn called(state: &State, firm: FirmId) -> String {
    let firms = state.firms();
    match clean_line(firms.name(firm)) {
        name if name.is_empty() => {
            let first = firms.members(firm).into_iter().next();
            first.map_or_else(String::new, |one| person_name(state, one.person))
        }
        name => name.into_owned(),
    }
}
