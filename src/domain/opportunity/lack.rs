//! What somebody lacks to apply (BRD-3): a reason, never just no.

use crate::domain::house::Language;
use crate::domain::trade::{Audience, Belt, Compliance, MissionRole, Skill, Work};
use crate::domain::why::{Fact, Sentence};

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
    /// Their profile does not have this skill.
    Skill(Skill),
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
                    (
                        "has",
                        Fact::text("belt", has.map_or("no".into(), Belt::key)),
                    ),
                ],
            ),
            Lack::Speaks(language) => (
                "lack-language",
                vec![("language", Fact::Language(*language))],
            ),
            Lack::Skill(one) => (
                "lack-skill",
                vec![("skill", Fact::text("skill", one.key()))],
            ),
            Lack::Compliance(one) => (
                "lack-compliance",
                vec![("what", Fact::text("compliance", one.key()))],
            ),
        };
        Sentence { id, facts }
    }
}
