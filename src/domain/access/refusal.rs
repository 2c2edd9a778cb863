//! Why something about keys and invitations is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of keys and invitations.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum AccessRefusal {
    /// The person may not enter, so no key and no invitation is made for them (PPL-5).
    MayNotEnter,
    /// The key belongs to somebody already, or once did.
    KeyTaken,
    /// What was given is not the line of a public key.
    KeyUnreadable,
    /// The person has as many live keys as there can be.
    TooManyKeys {
        /// How many.
        most: usize,
    },
    /// The person has as many open invitations as there can be.
    TooManyInvitations {
        /// How many.
        most: usize,
    },
    /// No invitation has this code: it never had, or has no longer. Which of it is told to nobody.
    NoSuchInvitation,
}

impl Refuses for AccessRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use AccessRefusal as R;
        match self {
            R::TooManyKeys { most } | R::TooManyInvitations { most } => {
                vec![("most", Fact::Number(*most))]
            }
            R::MayNotEnter | R::KeyTaken | R::KeyUnreadable | R::NoSuchInvitation => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use AccessRefusal as R;
        match self {
            R::KeyUnreadable | R::KeyTaken => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
