//! Keeps branches and what they belong to a tree (PPL-9): no circle, and no deeper than the rules look (REQ-6).

use std::collections::BTreeSet;

use crate::domain::ids::OrganisationId;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// How many organisations there may be above one another.
pub const DEEP: usize = 8;

/// Holds it to the rules that `id` is a branch of `parent`; `None`: one that is about to be told of.
///
/// # Errors
/// There is no such parent; it is a branch of `id`; too many stand above one another.
pub(super) fn fits(
    state: &State,
    id: Option<OrganisationId>,
    parent: Option<OrganisationId>,
) -> Result<(), Refusal> {
    joined(state, id, id, parent)
}

/// Holds it to the rules that `into` is a branch of `parent`, where it stands for `from` too.
///
/// # Errors
/// As with [`fits`].
pub(super) fn joined(
    state: &State,
    from: Option<OrganisationId>,
    into: Option<OrganisationId>,
    parent: Option<OrganisationId>,
) -> Result<(), Refusal> {
    let Some(parent) = parent else {
        return Ok(());
    };
    let mut at = Some(state.organisation(parent).ok_or(Refusal::NoSuchThing)?);
    let mut above = 0;
    while let Some(one) = at {
        if Some(one.id) == from || Some(one.id) == into {
            let name = state.organisation(parent).map(|o| o.profile.name.clone());
            let name = name.unwrap_or_default();
            return Err(DirectoryRefusal::ParentCircle { name }.into());
        }
        above += 1;
        if above > DEEP {
            return Err(DirectoryRefusal::ParentTooDeep { most: DEEP }.into());
        }
        at = one.profile.parent.and_then(|id| state.organisation(id));
    }
    let below = [from, into].into_iter().flatten().collect();
    match above + height(state, below, DEEP + 1 - above) > DEEP {
        true => Err(DirectoryRefusal::ParentTooDeep { most: DEEP }.into()),
        false => Ok(()),
    }
}

/// How many levels of branches stand below, as far as `most`.
fn height(state: &State, of: BTreeSet<OrganisationId>, most: usize) -> usize {
    let mut level = of;
    for height in 0..most {
        let below = level.iter().flat_map(|id| state.branches_of(*id));
        let below: BTreeSet<OrganisationId> = below.map(|branch| branch.id).collect();
        if below.is_empty() {
            return height;
        }
        level = below;
    }
    most
}
