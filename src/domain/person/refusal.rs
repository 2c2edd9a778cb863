//! Why something about people and their roles is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of people and their roles.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum PeopleRefusal {
    /// There is no such person, or they are not active, or not what this needs.
    NoSuchPerson,
    /// A person needs a role.
    RoleMissing,
    /// The last administrator cannot be taken away.
    LastAdministrator,
    /// A part of a profile cannot be as it is.
    ProfileWrong {
        /// Which one.
        field: &'static str,
    },
}

impl Refuses for PeopleRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use PeopleRefusal as R;
        match self {
            R::ProfileWrong { field } => vec![("field", Fact::word(field))],
            R::NoSuchPerson | R::RoleMissing | R::LastAdministrator => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use PeopleRefusal as R;
        match self {
            R::RoleMissing | R::LastAdministrator | R::ProfileWrong { .. } => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
