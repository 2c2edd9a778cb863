//! PPL-7 in the machine: what must hold of firms whatever people do, and what they wish for about them.

use proptest::prelude::*;

use super::super::bench::*;
use super::Checked;
use super::wishes::pick;
use crate::domain::access::CodeDigest;
use crate::domain::command::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::firm::{FirmRight, FirmRights};
use crate::domain::ids::{FirmId, PersonId};
use crate::domain::opportunity::{Mission, Proposal};
use crate::domain::state::State;

/// All firms that there could be.
fn all(state: &State) -> Vec<FirmId> {
    let own = state.people().map(|person| FirmId::own(person.id));
    let rows = state.firms().rows().map(|firm| firm.id);
    let mut all: Vec<FirmId> = own.chain(rows).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Everybody is somewhere, acts for a firm of theirs, and somebody manages each firm; nothing is left with who is gone.
pub(super) fn sound(state: &State) -> Checked {
    let firms = state.firms();
    for person in state.people().map(|person| person.id) {
        let theirs = firms.of(person);
        prop_assert!(
            theirs.contains(&firms.acting(person)),
            "{person}: {theirs:?}"
        );
    }
    for id in all(state) {
        let members = firms.members(id);
        let manages = members.iter().any(|one| one.rights.has(FirmRight::Manages));
        prop_assert!(manages, "{id}: {members:?}");
    }
    for proposal in state.board().proposals().iter() {
        let speaker = proposal.speaker();
        let there = firms.rights(speaker, proposal.firm);
        prop_assert!(there.is_some(), "{proposal:?}");
        let opportunity = state.board().opportunity(proposal.opportunity);
        let won = opportunity.filter(|one| one.stage.winner() == Some(proposal.id));
        // Who was relieved stands for it no more, and may have left since.
        let mission = won.and_then(|one| one.mission.as_deref());
        if let Some(mission) = mission.filter(|one| one.runs(one.coordinator)) {
            let runs = firms.rights(mission.coordinator, mission.firm);
            prop_assert!(runs.is_some(), "{mission:?}");
        }
    }
    Ok(())
}

/// What the indexes answer is what the rows say.
pub(super) fn indexed(state: &State) -> Checked {
    let board = state.board();
    for firm in all(state) {
        let theirs = board.proposals().iter().filter(|p| p.firm == firm);
        let theirs: Vec<_> = theirs.map(|p| p.id).collect();
        let found: Vec<_> = board.of_firm(firm).map(|p| p.id).collect();
        prop_assert_eq!(found, theirs);
        let runs = board.opportunities().iter().filter(|one| {
            let next = one.mission.as_deref().and_then(Mission::next_firm);
            one.stage.key() == "confirmed" && next == Some(firm)
        });
        let awaited: Vec<_> = board.awaiting(firm).collect();
        for one in runs {
            prop_assert!(awaited.contains(&one.id), "{firm}: {awaited:?}: {one:?}");
        }
    }
    for person in state.people().map(|person| person.id) {
        let is_in = |firm: &FirmId| {
            let members = state.firms().members(*firm);
            members.iter().any(|one| one.person == person)
        };
        let theirs: Vec<FirmId> = all(state).into_iter().filter(is_in).collect();
        prop_assert_eq!(state.firms().of(person), theirs);
    }
    Ok(())
}

/// Has Gil come into Fay's firm.
pub(super) fn shared(fair: &mut Fair) {
    let digest = CodeDigest([255; 32]);
    let invite = FirmCommand::Invite {
        name: "Gil".into(),
        rights: FirmRights::ALL,
        digest,
        until: fair.later(48),
    };
    for (who, command) in [(FAY, invite), (GIL, FirmCommand::Join(digest))] {
        fair.0.must(Some(who), Command::Firm(command));
    }
}

/// Whether nobody else could speak for a proposal, and who speaks for it acts for its firm and may.
pub(super) fn is_only_theirs(state: &State, proposal: &Proposal) -> bool {
    let (firms, who) = (state.firms(), proposal.speaker());
    firms.acting(who) == proposal.firm && firms.may(who, proposal.firm, FirmRight::Proposes)
}

/// Somebody wishes something about firms.
pub(super) fn wished(
    fair: &Fair,
    (a, b, odd): (usize, usize, bool),
) -> Option<(PersonId, FirmCommand)> {
    let people = [FAY, GIL, HEL, DAN];
    let firms = fair.state.firms();
    let anybody = pick(&people, a)?;
    let shared: Vec<_> = firms.rows().filter(|row| row.members.len() > 1).collect();
    let member = || {
        let members = &pick(&shared, a)?.members;
        pick(members, b).map(|one| one.person)
    };
    let offers: Vec<_> = firms
        .rows()
        .flat_map(|row| row.offers.iter().map(|one| (row.id, one.digest)))
        .collect();
    let number = u8::try_from(fair.state.seq() % 251).ok()?;
    let invite = FirmCommand::Invite {
        name: "Zoé".into(),
        rights: rights(b),
        digest: CodeDigest([number; 32]),
        until: fair.later(if odd { -1 } else { 48 }),
    };
    Some(match (a + b) % 10 {
        0 | 1 => (anybody, invite),
        2..=5 => match pick(&offers, b) {
            None => (anybody, invite),
            Some((firm, digest)) => {
                let mut others = people.into_iter();
                let outside = others.find(|who| odd || firms.rights(*who, firm).is_none());
                (outside?, FirmCommand::Join(digest))
            }
        },
        6 => (member()?, FirmCommand::Leave),
        7 => {
            let who = member()?;
            (who, FirmCommand::ActFor(pick(&firms.of(who), a)?))
        }
        8 if odd => (anybody, FirmCommand::Remove(member()?)),
        8 => (
            anybody,
            FirmCommand::ChangeRights {
                person: member()?,
                rights: rights(a),
            },
        ),
        _ => (anybody, FirmCommand::Name(format!("Firm {}", b % 3).into())),
    })
}

fn rights(n: usize) -> FirmRights {
    match n % 6 {
        0 => FirmRights::of([FirmRight::Manages, FirmRight::Sees]),
        1 => FirmRights::of([FirmRight::Sees]),
        2 => FirmRights::of([FirmRight::Paid]),
        _ => FirmRights::ALL,
    }
}
