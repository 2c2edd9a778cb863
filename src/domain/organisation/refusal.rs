//! Why something about organisations and contacts is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of organisations and contacts.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum DirectoryRefusal {
    /// What was given is no mail address.
    AddressWrong(Box<str>),
    /// Another contact has the mail address.
    AddressTaken {
        /// What they are called.
        name: Box<str>,
    },
}

impl Refuses for DirectoryRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use DirectoryRefusal as R;
        match self {
            R::AddressWrong(text) => vec![("text", Fact::word(text))],
            R::AddressTaken { name } => vec![("name", Fact::word(name))],
        }
    }

    fn asks(&self) -> Asks {
        use DirectoryRefusal as R;
        match self {
            R::AddressWrong(_) | R::AddressTaken { .. } => Asks::Fields,
        }
    }
}
