//! Who may apply, and why not (BRD-3): the level for the role and the audience, the language, what the
//! house must have seen in writing, a published profile. Reasons, never just no.

use crate::domain::facilitator::{Belt, Compliance, Profile};
use crate::domain::house::Language;
use crate::domain::ids::PersonId;
use crate::domain::person::Role;
use crate::domain::state::State;
use crate::domain::terms::{Audience, MissionRole, Work};
use crate::domain::why::{Fact, Sentence};

use super::Notice;

/// One thing that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// They are no facilitator of this house, or may no longer enter.
    NotAFacilitator,
    /// Their profile is not published.
    Unpublished,
    /// Their level in this kind of work is not what the role needs before this audience.
    Level {
        /// The kind of work.
        work: Work,
        /// The audience.
        audience: Audience,
        /// The role.
        role: MissionRole,
        /// What is needed.
        needs: Belt,
        /// What they have.
        has: Option<Belt>,
    },
    /// They do not work in this language.
    Speaks(Language),
    /// The house has not seen this.
    Compliance(Compliance),
}

impl Lack {
    /// Returns it as a part of a sentence.
    pub fn sentence(&self) -> Sentence {
        let (id, facts) = match self {
            Lack::NotAFacilitator => ("lack-facilitator", Vec::new()),
            Lack::Unpublished => ("lack-unpublished", Vec::new()),
            Lack::Level {
                work,
                audience,
                role,
                needs,
                has,
            } => (
                "lack-level",
                vec![
                    ("work", Fact::text("work", work.key())),
                    ("audience", Fact::text("audience", audience.key())),
                    ("role", Fact::text("mission-role", role.key())),
                    ("needs", Fact::text("belt", needs.key())),
                    ("has", Fact::text("belt", has.map_or("no", Belt::key))),
                ],
            ),
            Lack::Speaks(language) => (
                "lack-language",
                vec![("language", Fact::Language(*language))],
            ),
            Lack::Compliance(one) => (
                "lack-compliance",
                vec![("what", Fact::text("compliance", one.key()))],
            ),
        };
        Sentence { id, facts }
    }
}

/// What `person` lacks to take `role` in what `notice` tells of; nothing: they are eligible.
pub fn lacks(state: &State, person: PersonId, notice: &Notice, role: MissionRole) -> Vec<Lack> {
    let known = state.person(person);
    if !known.is_some_and(|p| p.active && p.roles.contains(&Role::Facilitator)) {
        return vec![Lack::NotAFacilitator];
    }
    match state.profile(person) {
        Some(profile) => of_profile(state, profile, notice, role),
        None => of_profile(state, &Profile::default(), notice, role),
    }
}

fn of_profile(state: &State, profile: &Profile, notice: &Notice, role: MissionRole) -> Vec<Lack> {
    let terms = state.terms();
    let mut lacks = Vec::new();
    if !profile.published {
        lacks.push(Lack::Unpublished);
    }
    if let Some(needs) = terms.need(role, notice.audience) {
        let has = profile.belt(notice.work);
        if has.is_none_or(|has| has < needs) {
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
    let missing = terms.compliance.iter().copied();
    let missing = missing.filter(|one| !profile.compliance.contains(one));
    lacks.extend(missing.map(Lack::Compliance));
    lacks
}

/// Whether `person` may apply: the same without the reasons, for long lists.
pub fn is_eligible(state: &State, person: PersonId, notice: &Notice) -> bool {
    lacks(state, person, notice, MissionRole::Coordinator).is_empty()
}
