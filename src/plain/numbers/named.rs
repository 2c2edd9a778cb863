//! What is named by a number or otherwise: a person, a contact, what files go with.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Number, Numbered, WrongNumber, one_of, said};
use crate::domain::escrow::command::Back;
use crate::domain::ids::{EntryId, OrganisationId, ProposalId};
use crate::domain::{OpportunityId, PersonId};

/// A person, by name or P-number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whom(String);

impl Whom {
    /// Returns what was typed.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Returns the person's number, if that was typed.
    pub fn number(&self) -> Option<PersonId> {
        let number = one_of(&self.0, Self::KINDS).ok();
        number.map(|(_, figure)| PersonId(figure))
    }
}

impl Number for Whom {
    const KINDS: &'static [Numbered] = &[Numbered::Person];

    fn read(text: &str) -> Result<Whom, WrongNumber> {
        // What is no number at all is a name.
        match said(text) {
            Some((Numbered::Person, _)) | None => Ok(Whom(text.to_owned())),
            Some(_) => one_of(text, Self::KINDS).map(|_| Whom(text.to_owned())),
        }
    }
}

/// A client's contact, by email address or K-number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactNamed(String);

impl ContactNamed {
    /// Returns what was typed; a K-number in capitals.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Number for ContactNamed {
    const KINDS: &'static [Numbered] = &[Numbered::Contact];

    fn read(text: &str) -> Result<ContactNamed, WrongNumber> {
        match said(text) {
            Some((Numbered::Contact, figure)) => Ok(ContactNamed(format!("K-{figure}"))),
            None => Ok(ContactNamed(text.to_owned())),
            Some(_) => one_of(text, Self::KINDS).map(|_| ContactNamed(text.to_owned())),
        }
    }
}

/// What files go with on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WithFiles {
    /// An opportunity.
    Opportunity(OpportunityId),
    /// A proposal.
    Proposal(ProposalId),
}

impl Number for WithFiles {
    const KINDS: &'static [Numbered] = &[Numbered::Opportunity, Numbered::Proposal];

    fn read(text: &str) -> Result<WithFiles, WrongNumber> {
        one_of(text, Self::KINDS).map(|(kind, figure)| match kind {
            Numbered::Proposal => WithFiles::Proposal(ProposalId(figure)),
            _ => WithFiles::Opportunity(OpportunityId(figure)),
        })
    }
}

impl fmt::Display for WithFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WithFiles::Opportunity(id) => id.fmt(f),
            WithFiles::Proposal(id) => id.fmt(f),
        }
    }
}

/// Where money that goes back to a client stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BackFrom {
    /// What is left of a deposit.
    Deposit(EntryId),
    /// The credit of a client.
    Credit(OrganisationId),
}

impl BackFrom {
    /// Returns it as the rules know it.
    pub fn back(self) -> Back {
        match self {
            BackFrom::Deposit(id) => Back::Deposit(id),
            BackFrom::Credit(id) => Back::Credit(id),
        }
    }
}

impl Number for BackFrom {
    const KINDS: &'static [Numbered] = &[Numbered::Entry, Numbered::Organisation];

    fn read(text: &str) -> Result<BackFrom, WrongNumber> {
        one_of(text, Self::KINDS).map(|(kind, figure)| match kind {
            Numbered::Organisation => BackFrom::Credit(OrganisationId(figure)),
            _ => BackFrom::Deposit(EntryId(figure)),
        })
    }
}

/// Reads the number of a proposal where files of an opportunity could be meant too.
///
/// # Errors
/// What is no proposal.
pub fn proposal(of: WithFiles, command: &str) -> Result<ProposalId, WrongNumber> {
    match of {
        WithFiles::Proposal(id) => Ok(id),
        WithFiles::Opportunity(id) => Err(WrongNumber {
            command: command.to_owned(),
            text: id.to_string(),
            found: Some(Numbered::Opportunity),
            wanted: ProposalId::KINDS,
        }),
    }
}
