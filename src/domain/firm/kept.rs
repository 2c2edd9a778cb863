//! The firms there are, as the state keeps them: a row for each that is more than one person alone without a name. Of all
//! others nothing is written: everybody is in a firm of their own, that of their number. Changed by events only.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

use super::{Firm, FirmRight, FirmRights, Member, Offer};
use crate::domain::Millis;
use crate::domain::access::CodeDigest;
use crate::domain::ids::{FirmId, PersonId};

/// All firms, and which one each person acts for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Rows", into = "Rows")]
pub struct Firms {
    firms: OrdMap<FirmId, Arc<Firm>>,
    /// For which of several somebody chose to act.
    acting: OrdMap<PersonId, FirmId>,
    /// Who is in which: made from the rows, never written.
    of: OrdSet<(PersonId, FirmId)>,
    /// Which offer has which code: made from the rows, never written.
    codes: OrdMap<CodeDigest, (FirmId, u32)>,
    /// When the offers end: made from the rows, never written.
    ends: OrdSet<(Millis, FirmId, u32)>,
}

/// The firms as they are written.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Rows {
    firms: Vec<Firm>,
    acting: Vec<(PersonId, FirmId)>,
}

impl From<Rows> for Firms {
    fn from(rows: Rows) -> Firms {
        let mut firms = Firms {
            acting: rows.acting.into_iter().collect(),
            ..Firms::default()
        };
        rows.firms.into_iter().for_each(|firm| firms.put(firm));
        firms
    }
}

impl From<Firms> for Rows {
    fn from(firms: Firms) -> Rows {
        Rows {
            firms: firms.firms.values().map(|firm| (**firm).clone()).collect(),
            acting: firms.acting.into_iter().collect(),
        }
    }
}

impl Firms {
    /// The row of a firm; `None` for one of one person without a name.
    pub fn row(&self, id: FirmId) -> Option<&Arc<Firm>> {
        self.firms.get(&id)
    }

    /// All that have a row, in the order of their ids.
    pub fn rows(&self) -> impl Iterator<Item = &Arc<Firm>> {
        self.firms.values()
    }

    /// What a firm is called; empty: as who is in it.
    pub fn name(&self, id: FirmId) -> &str {
        self.row(id).map_or("", |firm| &firm.name)
    }

    /// Who is in a firm, in the order they came.
    pub fn members(&self, id: FirmId) -> Vec<Member> {
        match self.row(id) {
            Some(firm) => firm.members.clone(),
            None if id.nth() == 0 => vec![founding(id.founder())],
            None => Vec::new(),
        }
    }

    /// What somebody may do in a firm; `None` for who is not in it.
    pub fn rights(&self, person: PersonId, id: FirmId) -> Option<FirmRights> {
        match self.row(id) {
            Some(firm) => firm.rights(person),
            None => (id == FirmId::own(person)).then_some(FirmRights::ALL),
        }
    }

    /// Whether somebody may do this in a firm.
    pub fn may(&self, person: PersonId, id: FirmId, right: FirmRight) -> bool {
        let rights = self.rights(person, id);
        rights.is_some_and(|rights| rights.has(right))
    }

    /// The firms that somebody is in, in the order of their ids.
    pub fn of(&self, person: PersonId) -> Vec<FirmId> {
        let all = (person, FirmId(0))..=(person, FirmId(u64::MAX));
        let mut theirs: Vec<FirmId> = self.of.range(all).map(|(_, id)| *id).collect();
        let own = FirmId::own(person);
        if self.row(own).is_none() {
            theirs.push(own);
            theirs.sort_unstable();
        }
        theirs
    }

    /// The firm that somebody acts for: the only one, or of several the one they chose last.
    pub fn acting(&self, person: PersonId) -> FirmId {
        let chosen = self.acting.get(&person).copied();
        let chosen = chosen.filter(|id| self.rights(person, *id).is_some());
        let first = || self.of(person).first().copied();
        chosen.or_else(first).unwrap_or(FirmId::own(person))
    }

    /// Whether somebody manages a firm of whom `enters` says that they may enter.
    pub fn is_managed(&self, id: FirmId, enters: impl Fn(PersonId) -> bool) -> bool {
        let members = self.members(id).into_iter();
        let mut managers = members.filter(|one| one.rights.has(FirmRight::Manages));
        managers.any(|one| enters(one.person))
    }

    /// Who is in any firm with somebody, without themselves.
    pub fn colleagues(&self, person: PersonId) -> impl Iterator<Item = PersonId> + '_ {
        let theirs = self.of(person).into_iter();
        let rows = theirs.filter_map(|id| self.row(id));
        let all = rows.flat_map(|firm| firm.members.iter().map(|member| member.person));
        all.filter(move |one| *one != person)
    }

    /// Whether a firm is one person alone, as everybody's is from the beginning: nothing is said of it as a firm.
    pub fn is_alone(&self, id: FirmId) -> bool {
        id.nth() == 0
            && self.row(id).is_none_or(|firm| {
                let [one] = &*firm.members else { return false };
                one.person == id.founder()
            })
    }

    /// The offer whose code has this digest.
    pub fn offer_of(&self, digest: &CodeDigest) -> Option<(FirmId, &Offer)> {
        let (id, number) = self.codes.get(digest)?;
        let of = |offer: &&Offer| offer.number == *number;
        let offer = self.row(*id)?.offers.iter().find(of);
        offer.map(|offer| (*id, offer))
    }

    /// The offer that a code opens at `now`.
    pub fn open_offer(&self, digest: &CodeDigest, now: Millis) -> Option<(FirmId, &Offer)> {
        self.offer_of(digest)
            .filter(|(_, offer)| offer.is_open(now))
    }

    /// Whether an offer can be used at `now`, whosever.
    pub fn invites(&self, now: Millis) -> bool {
        self.ends.get_max().is_some_and(|(until, ..)| now < *until)
    }

    /// A further firm for who leaves the last one that they have of their own: none has had its number.
    pub fn next_of(&self, person: PersonId) -> FirmId {
        let own = FirmId::own(person);
        let taken = |id: FirmId| match self.row(id) {
            Some(firm) => !firm.members.is_empty(),
            None => false,
        };
        let mut all = (0..u32::MAX).map(|nth| own.further(nth));
        all.find(|id| !taken(*id)).unwrap_or(own)
    }

    /// Changes a firm; what is one person alone gets its row by it.
    pub(in crate::domain) fn change(&mut self, id: FirmId, change: impl FnOnce(&mut Firm)) {
        let mut firm = match self.row(id) {
            Some(firm) => (**firm).clone(),
            None => Firm::holding(id, self.members(id)),
        };
        change(&mut firm);
        self.put(firm);
    }

    /// Has somebody act for a firm from now on.
    pub(in crate::domain) fn act(&mut self, person: PersonId, id: FirmId) {
        self.acting.insert(person, id);
    }

    fn put(&mut self, firm: Firm) {
        if let Some(before) = self.firms.get(&firm.id).cloned() {
            for member in &before.members {
                self.of.remove(&(member.person, firm.id));
            }
            for offer in &before.offers {
                self.codes.remove(&offer.digest);
                self.ends.remove(&(offer.until, firm.id, offer.number));
            }
        }
        for member in &firm.members {
            self.of.insert((member.person, firm.id));
        }
        for offer in &firm.offers {
            self.codes.insert(offer.digest, (firm.id, offer.number));
            self.ends.insert((offer.until, firm.id, offer.number));
        }
        self.firms.insert(firm.id, Arc::new(firm));
    }
}

/// Who begins a firm may do everything in it.
pub(super) fn founding(person: PersonId) -> Member {
    Member {
        person,
        rights: FirmRights::ALL,
    }
}
