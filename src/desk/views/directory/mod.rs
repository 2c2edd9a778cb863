//! The directory as screens and commands see it (PPL-9): a list, one page an organisation, what looks double. Each view
//! asks whether who looks may read requests; what is quoted or posted shows as far as they see that.

mod doubles;
mod exchanged;
mod list;
mod page;

pub use doubles::{DoubleRow, Doubles};
pub use exchanged::{Exchanged, ExchangedWhat};
pub use list::DirectoryRow;
pub use page::{ContactLine, OrganisationPage};

use super::Sight;
use crate::domain::person::Permission;
use crate::domain::{Millis, OrganisationId, Refusal};

impl Sight {
    /// Refuses who may not read the directory.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who may not read requests.
    pub fn may_read_directory(&self) -> Result<(), Refusal> {
        let person = self.state().person(self.whose());
        let person = person
            .filter(|one| one.active)
            .ok_or(Refusal::NobodyKnown)?;
        match person.is_staff() && person.may(Permission::ReadInbox) {
            true => Ok(()),
            false => Err(Refusal::NotPermitted(Permission::ReadInbox)),
        }
    }

    /// Returns an organisation's page.
    ///
    /// # Errors
    /// Who looks may not read the directory; there is no such organisation.
    pub fn organisation_page(
        &self,
        id: OrganisationId,
        now: Millis,
    ) -> Result<OrganisationPage, Refusal> {
        OrganisationPage::of(self, id, now)
    }
}
