//! What there is to see of clients' money (PPL-2): the house's staff, the client and who runs the project see its account; who
//! ran it before sees what was released to them. The trial balance is for who keeps it.

use crate::domain::escrow::account::Account;
use crate::domain::escrow::entry::Entry;
use crate::domain::escrow::project::{AccountSight, Project};
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::opportunity::Opportunity;
use crate::domain::permission::Permission;
use crate::domain::refusal::Refusal;

impl<'a> Eyes<'a> {
    /// Returns how much they see of an opportunity's account; `None`: they do not learn that there is one.
    pub fn sees_account(&self, of: &Opportunity) -> Option<AccountSight> {
        let mission = of.mission.as_deref()?;
        let runs = self.sees_firm() && mission.firm == self.firm && mission.handover.is_none();
        if self.staff || self.is_client(of) || runs {
            return Some(AccountSight::Whole);
        }
        let before =
            self.sees_firm() && (mission.firm == self.firm || mission.was_of(self.firm).is_some());
        before.then_some(AccountSight::Own)
    }

    /// Returns an account that they see all of, with its opportunity.
    ///
    /// # Errors
    /// There is none, or it is not theirs to see.
    pub fn account(&self, id: OpportunityId) -> Result<(&'a Opportunity, Project), Refusal> {
        let none = || Refusal::from(EscrowRefusal::NoAccount(id));
        let of = self.state.board().opportunity(id).ok_or_else(none)?;
        match self.sees_account(of) {
            Some(AccountSight::Whole) => {}
            Some(AccountSight::Own) | None => return Err(none()),
        }
        let project = self.state.account_of(of).ok_or_else(none)?;
        Ok((of, project))
    }

    /// Whether they see the house's books.
    pub fn sees_books(&self) -> bool {
        self.person.may(Permission::SeeBooks)
    }

    /// Returns an entry that they see: of the house's books, or of an account of theirs.
    ///
    /// # Errors
    /// There is none, or it is not theirs to see.
    pub fn entry(&self, id: EntryId) -> Result<&'a Entry, Refusal> {
        let none = || Refusal::from(EscrowRefusal::NoSuchEntry(id));
        let entry = self.state.books().entry(id).ok_or_else(none)?;
        if self.sees_books() {
            return Ok(entry);
        }
        let of = entry
            .project
            .and_then(|id| self.state.board().opportunity(id));
        let of = of.ok_or_else(none)?;
        let firm = self.firm;
        let own = |account: Account| matches!(account, Account::Released(to, _) if to == firm);
        match self.sees_account(of) {
            Some(AccountSight::Whole) => Ok(entry),
            Some(AccountSight::Own) if entry.postings.iter().any(|one| own(one.account)) => {
                Ok(entry)
            }
            Some(AccountSight::Own) | None => Err(none()),
        }
    }
}
