//! When something about organisations and contacts is taken back: what may stand on it (REQ-11), who may, and whether it
//! still can be.

use super::{contact, parents};
use crate::domain::ids::{ContactId, OrganisationId, Seq};
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::Further;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::organisation::{Contact, Organisation, OrganisationProfile};
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::stands::{posted_on, quoted_on, still_so};
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for DirectoryEvent {
    fn may_stand_on(&self) -> &'static [May] {
        use May as M;
        match self {
            // Name, country and known clients: papers, postings and what is proposed were made of them.
            DirectoryEvent::ProfileChanged { .. } => &[M::Board, M::Quotation],
            // It follows the end of a request, and is only taken back with it.
            DirectoryEvent::RelationSet { .. } => &[],
            DirectoryEvent::ContactChanged { .. } => &[],
            // As with a profile; and who logs in as the contact has read by then what she reads.
            DirectoryEvent::Further { event } => match **event {
                Further::OrganisationsMerged { .. } => &[M::Board, M::Quotation],
                Further::ContactsMerged { .. }
                | Further::ContactMoved { .. }
                | Further::ToldApart { .. } => &[],
            },
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => &[],
        }
    }

    fn found(&self, state: &State, seq: Seq, may: May) -> Option<Footing> {
        let organisation = match self {
            DirectoryEvent::ProfileChanged { organisation, .. } => *organisation,
            DirectoryEvent::Further { event } => match **event {
                Further::OrganisationsMerged { into, .. } => into,
                _ => return None,
            },
            _ => return None,
        };
        let mut theirs = state.requests_of(organisation);
        match may {
            May::Board => theirs.find_map(|id| posted_on(state, id, seq)),
            May::Quotation => theirs.find_map(|id| quoted_on(state, id, seq, true)),
            May::Assignment
            | May::Merge
            | May::Work
            | May::Sessions
            | May::Delivery
            | May::Desk => None,
        }
    }

    fn permitted(&self, _: &State, person: &Person) -> Result<(), Refusal> {
        person.needs(Permission::WorkRequests)
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            DirectoryEvent::ProfileChanged {
                organisation,
                from,
                to,
            } => {
                let now = own_row(state, *organisation)?;
                still_so(now.profile == **from)?;
                fits(state, *organisation, from, to)?;
                Ok(true)
            }
            DirectoryEvent::RelationSet {
                organisation, from, ..
            } => {
                let now = state.organisation_row(*organisation);
                Ok(now.is_some_and(|now| now.relation_until == *from))
            }
            DirectoryEvent::ContactChanged { contact, from, to } => {
                let now = own_contact(state, *contact)?;
                still_so(ContactEntry::of(now) == **from)?;
                contact::free(state, &[*contact], to)?;
                Ok(true)
            }
            DirectoryEvent::Further { event } => further_settled(state, event),
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => {
                Ok(true)
            }
        }
    }
}

/// Whether what turns something further round finds things as they were left.
fn further_settled(state: &State, event: &Further) -> Result<bool, Refusal> {
    match event {
        Further::OrganisationsMerged {
            from,
            into,
            was,
            is,
            relation_was,
            joined,
            ..
        } => {
            let now = own_row(state, *into)?;
            let row = state.organisation_row(*from).ok_or(Refusal::NoSuchThing)?;
            still_so(row.merged_into == (!joined).then_some(*into))?;
            still_so(now.profile == **was && now.relation_until == *relation_was)?;
            match joined {
                true => parents::joined(state, Some(*from), Some(*into), is.parent)?,
                false => came_out(state, *from, *into, is)?,
            }
            Ok(true)
        }
        Further::ContactsMerged {
            from,
            into,
            was,
            is,
            joined,
        } => {
            let now = own_contact(state, *into)?;
            let row = state.contact_row(*from).ok_or(Refusal::NoSuchThing)?;
            still_so(row.merged_into == (!joined).then_some(*into))?;
            still_so(ContactEntry::of(now) == **was)?;
            contact::free(state, &[*from, *into], is)?;
            Ok(true)
        }
        Further::ContactMoved { contact, from, .. } => {
            still_so(own_contact(state, *contact)?.organisation == *from)
        }
        Further::ToldApart { pair, apart } => still_so(state.is_told_apart(*pair) != *apart),
    }
}

/// An organisation that stands for itself.
fn own_row(state: &State, id: OrganisationId) -> Result<&Organisation, Refusal> {
    let now = state.organisation(id).ok_or(Refusal::NoSuchThing)?;
    let into = || now.profile.name.clone();
    match now.id == id {
        true => Ok(now),
        false => Err(DirectoryRefusal::MergedOn { into: into() }.into()),
    }
}

/// A contact who stands for themselves.
fn own_contact(state: &State, id: ContactId) -> Result<&Contact, Refusal> {
    let now = state.contact(id).ok_or(Refusal::NoSuchThing)?;
    let into = || now.name.clone();
    match now.id == id {
        true => Ok(now),
        false => Err(DirectoryRefusal::MergedOn { into: into() }.into()),
    }
}

/// Refuses what would make an organisation its own branch: what it belongs to may be elsewhere by now.
fn fits(
    state: &State,
    id: OrganisationId,
    from: &OrganisationProfile,
    to: &OrganisationProfile,
) -> Result<(), Refusal> {
    match from.parent == to.parent {
        true => Ok(()),
        false => parents::fits(state, Some(id), to.parent),
    }
}

/// Refuses to let `from` out of `into` where one would stand below itself then.
fn came_out(
    state: &State,
    from: OrganisationId,
    into: OrganisationId,
    is: &OrganisationProfile,
) -> Result<(), Refusal> {
    let mut after = state.clone();
    after.part_organisations(from, into, is);
    let above = |id| after.organisation(id).and_then(|one| one.profile.parent);
    parents::fits(&after, Some(into), above(into))?;
    parents::fits(&after, Some(from), above(from))
}
