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
    /// What was given is no domain of mail addresses.
    DomainWrong(Box<str>),
    /// Everybody can have an address at this domain: it names no organisation.
    DomainOfAll(Box<str>),
    /// A phone number without a digit.
    PhoneWrong(Box<str>),
    /// What was given is no VAT number.
    VatWrong(Box<str>),
    /// An organisation would be a branch of its own branch.
    ParentCircle {
        /// What its parent is called.
        name: Box<str>,
    },
    /// Branches of branches, further than anybody can follow.
    ParentTooDeep {
        /// How many levels there may be.
        most: usize,
    },
    /// The main contact is of another organisation.
    MainContactElsewhere {
        /// What they are called.
        name: Box<str>,
    },
    /// Something is merged into itself.
    MergeItself,
    /// It was merged already.
    MergedAlready {
        /// What it was merged into.
        into: Box<str>,
    },
    /// What was merged there went on into another since.
    MergedOn {
        /// What it went on into.
        into: Box<str>,
    },
    /// More lines or addresses than anybody needs.
    TooManyLines {
        /// How many there may be.
        most: usize,
    },
}

impl Refuses for DirectoryRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use DirectoryRefusal as R;
        match self {
            R::AddressWrong(text)
            | R::DomainWrong(text)
            | R::DomainOfAll(text)
            | R::PhoneWrong(text)
            | R::VatWrong(text) => vec![("text", Fact::word(text))],
            R::AddressTaken { name }
            | R::ParentCircle { name }
            | R::MainContactElsewhere { name } => vec![("name", Fact::word(name))],
            R::MergedAlready { into } | R::MergedOn { into } => vec![("into", Fact::word(into))],
            R::ParentTooDeep { most } | R::TooManyLines { most } => {
                vec![("most", Fact::Number(*most))]
            }
            R::MergeItself => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use DirectoryRefusal as R;
        match self {
            R::AddressWrong(_)
            | R::AddressTaken { .. }
            | R::DomainWrong(_)
            | R::DomainOfAll(_)
            | R::PhoneWrong(_)
            | R::VatWrong(_)
            | R::ParentCircle { .. }
            | R::ParentTooDeep { .. }
            | R::MainContactElsewhere { .. }
            | R::TooManyLines { .. }
            | R::MergeItself => Asks::Fields,
            R::MergedAlready { .. } | R::MergedOn { .. } => Asks::Nothing,
        }
    }
}
