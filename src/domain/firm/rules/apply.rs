//! Applies what happened to firms to the state.

use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::firm::kept::founding;
use crate::domain::firm::{Firm, Member, Offer};
use crate::domain::ids::{FirmId, PersonId, RequestId};
use crate::domain::meta::Meta;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for OfFirm {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        let firm = self.firm;
        match &*self.event {
            FirmEvent::Offered {
                number,
                name,
                rights,
                digest,
                until,
            } => state.firms_mut().change(firm, |row| {
                row.last_offer = row.last_offer.max(*number);
                row.offers.retain(|offer| offer.is_open(meta.at));
                row.offers.push(Offer {
                    number: *number,
                    name: name.clone(),
                    rights: *rights,
                    digest: *digest,
                    made_by: meta.actor,
                    until: *until,
                });
            }),
            FirmEvent::OfferWithdrawn { number } => {
                state.firms_mut().change(firm, |row| end(row, *number));
            }
            FirmEvent::Joined {
                number,
                person,
                rights,
                only,
            } => {
                let (person, rights) = (*person, *rights);
                let firms = state.firms_mut();
                firms.change(firm, |row| {
                    end(row, *number);
                    row.members.push(Member { person, rights });
                });
                if *only {
                    firms.change(FirmId::own(person), |row| row.members.clear());
                }
                firms.act(person, firm);
                note(state, firm);
            }
            FirmEvent::RightsChanged { person, to, .. } => {
                state.firms_mut().change(firm, |row| {
                    let theirs = row.members.iter_mut().find(|one| one.person == *person);
                    theirs.into_iter().for_each(|one| one.rights = *to);
                });
            }
            FirmEvent::Left { person, heir, to } => left(state, firm, (*person, *heir), *to),
            FirmEvent::Named { to, .. } => {
                state
                    .firms_mut()
                    .change(firm, |row| row.name.clone_from(to));
                note(state, firm);
            }
            FirmEvent::Chosen { person, .. } => {
                state.firms_mut().act(*person, firm);
                state.turnover.note(*person);
            }
            FirmEvent::Credited { entry } => {
                state.credits.apply(meta.seq, meta.at, firm, entry);
            }
            FirmEvent::ProfileKept { to, .. } => state.keep_profile(firm, to),
        }
    }
}

/// Notes that those who are in a firm may be called otherwise where they are listed.
fn note(state: &mut State, firm: FirmId) {
    for member in state.firms().members(firm) {
        state.turnover.note(member.person);
    }
}

/// Ends an offer.
fn end(row: &mut Firm, number: u32) {
    row.offers.retain(|offer| offer.number != number);
}

/// Somebody left: all that is the firm's stays there, and another speaks for what they had in hand.
fn left(state: &mut State, firm: FirmId, (person, heir): (PersonId, PersonId), to: FirmId) {
    let firms = state.firms_mut();
    firms.change(firm, |row| row.members.retain(|one| one.person != person));
    if firms.rights(person, to).is_none() {
        firms.change(to, |row| row.members.push(founding(person)));
    }
    firms.act(person, to);
    state.turnover.note(person);
    note(state, firm);
    let touched: Vec<RequestId> = state.board.hand_over(firm, person, heir);
    touched.into_iter().for_each(|id| state.follow_one(id));
}
