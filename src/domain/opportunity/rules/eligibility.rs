//! Who may apply, and why not (BRD-3): the level for the role and the audience, the language, the
//! skills, what the house must have seen in writing, a published profile. Reasons, never just no.

use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::Language;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::lack::Lack;
use crate::domain::person::Role;
use crate::domain::state::State;
use crate::domain::trade::MissionRole;

use crate::domain::opportunity::{Notice, Proposal};

/// What a proposal lacks of what it needs to be selected: its firm's profile counts, and that who speaks for it may.
pub fn lacks_of(state: &State, proposal: &Proposal, notice: &Notice) -> Vec<Lack> {
    if !is_facilitator(state, proposal.speaker()) {
        return vec![Lack::NotAFacilitator];
    }
    let role = MissionRole::Coordinator;
    match state.profile_of(proposal.firm) {
        Some(profile) => of_profile(state, profile, notice, role),
        None => of_profile(state, &FacilitatorProfile::default(), notice, role),
    }
}

fn is_facilitator(state: &State, person: PersonId) -> bool {
    let known = state.person(person);
    known.is_some_and(|p| p.active && p.roles.contains(&Role::Facilitator))
}

/// What `person` lacks to take `role` in what `notice` tells of; nothing: they are eligible.
pub fn lacks(state: &State, person: PersonId, notice: &Notice, role: MissionRole) -> Vec<Lack> {
    if !is_facilitator(state, person) {
        return vec![Lack::NotAFacilitator];
    }
    match state.profile(person) {
        Some(profile) => of_profile(state, profile, notice, role),
        None => of_profile(state, &FacilitatorProfile::default(), notice, role),
    }
}

fn of_profile(
    state: &State,
    profile: &FacilitatorProfile,
    notice: &Notice,
    role: MissionRole,
) -> Vec<Lack> {
    let terms = state.terms();
    let mut lacks = Vec::new();
    if !profile.published {
        lacks.push(Lack::Unpublished);
    }
    if let Some(needs) = terms.need(role, notice.audience) {
        let has = profile.belt(notice.work);
        let lists = state.lists();
        if has.is_none_or(|has| lists.rank(has) < lists.rank(needs)) {
            lacks.push(Lack::Level {
                work: notice.work,
                audience: notice.audience,
                role,
                needs,
                has,
            });
        }
    }
    let language = notice.language;
    if language != Language::UNKNOWN && !profile.languages.contains(&language) {
        lacks.push(Lack::Speaks(language));
    }
    let asked = notice.skills.iter().copied();
    let missing = asked.filter(|one| !profile.skills.contains(one));
    lacks.extend(missing.map(Lack::Skill));
    let missing = terms.compliance.iter().copied();
    let missing = missing.filter(|one| !profile.compliance.contains(one));
    lacks.extend(missing.map(Lack::Compliance));
    lacks
}

/// Whether `person` may apply: the same without the reasons, for long lists.
pub fn is_eligible(state: &State, person: PersonId, notice: &Notice) -> bool {
    lacks(state, person, notice, MissionRole::Coordinator).is_empty()
}
