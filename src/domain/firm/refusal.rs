//! Why something about firms is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::FirmRight;
use crate::domain::ids::FirmId;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of firms.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum FirmRefusal {
    /// There is no such firm, or it is none of theirs.
    NoSuchFirm(FirmId),
    /// The person is not in the firm.
    NotAMember,
    /// What the actor may do in the firm does not allow it (PPL-7).
    NeedsRight(FirmRight),
    /// The person is in several firms, and it must be said which one is meant.
    WhichFirm {
        /// Those they are in.
        firms: Vec<FirmId>,
    },
    /// Somebody must be left who manages the firm.
    LastManager,
    /// Somebody manages the firm already.
    HasManager(FirmId),
    /// Nobody of the house names who manages a firm of their own (PPL-1).
    OwnFirm,
    /// They are alone: a firm of one is not left.
    AloneInFirm,
    /// Who is in a firm may do something in it.
    RightMissing,
    /// The firm has as many people as it can have.
    FirmFull {
        /// How many.
        most: usize,
    },
    /// The firm has as many open invitations as it can have.
    TooManyOffers {
        /// How many.
        most: usize,
    },
}

impl Refuses for FirmRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use FirmRefusal as R;
        match self {
            R::NoSuchFirm(id) | R::HasManager(id) => vec![("firm", Fact::word(id))],
            R::NeedsRight(right) => vec![("right", Fact::text("firm-right", right.key()))],
            R::WhichFirm { firms } => {
                let all: Vec<String> = firms.iter().map(FirmId::to_string).collect();
                vec![("firms", Fact::word(all.join(", ")))]
            }
            R::FirmFull { most } | R::TooManyOffers { most } => {
                vec![("most", Fact::Number(*most))]
            }
            R::NotAMember | R::OwnFirm => Vec::new(),
            R::LastManager | R::AloneInFirm | R::RightMissing => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        match self {
            FirmRefusal::RightMissing | FirmRefusal::LastManager => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
