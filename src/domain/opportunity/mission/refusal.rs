//! Why something about missions is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::Millis;
use crate::domain::ids::OpportunityId;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of missions.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum MissionRefusal {
    /// It is no mission (yet).
    NotAMission(OpportunityId),
    /// A mission has one coordinator, and they are in it already.
    OneCoordinator,
    /// Who holds a session must be in the team.
    NotInTeam,
    /// A session that was held is neither moved nor removed.
    SessionHeld,
    /// It has not begun yet.
    NotYet {
        /// When it does.
        at: Millis,
    },
    /// It is not offered to who would take it or decline it.
    NotOffered(OpportunityId),
    /// The client agreed to the price of an introduced mission: it stays when the coordinator is another.
    PriceAgreed,
    /// Fewer sessions were held than were ordered; a word on why lets it pass.
    SessionsMissing {
        /// How many were held.
        held: usize,
        /// How many were ordered.
        ordered: usize,
    },
}

impl Refuses for MissionRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use MissionRefusal as R;
        match self {
            R::NotAMission(id) | R::NotOffered(id) => vec![("opportunity", Fact::word(id))],
            R::NotYet { at } => vec![("at", Fact::Until(*at))],
            R::SessionsMissing { held, ordered } => vec![
                ("held", Fact::Number(*held)),
                ("ordered", Fact::Number(*ordered)),
            ],
            R::PriceAgreed | R::OneCoordinator | R::NotInTeam | R::SessionHeld => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use MissionRefusal as R;
        match self {
            R::SessionsMissing { .. } => Asks::Words,
            _ => Asks::Nothing,
        }
    }
}
