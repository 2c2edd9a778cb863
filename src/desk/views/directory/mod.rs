//! The directory as screens and commands see it (PPL-9): a list, one page an organisation, what looks double. Each view
//! asks whether who looks may read requests; what is quoted or posted shows as far as they see that.

mod doubles;
mod exchanged;
mod history;
mod list;
mod page;
mod sift;
mod whole;

pub use doubles::{DoubleRow, Doubles};
pub use exchanged::{Exchanged, ExchangedWhat};
pub use history::{ClientChange, ClientPast, FieldValue, load_client_past};
pub use list::DirectoryRow;
pub use page::{ContactLine, OrganisationPage, load_organisation};
pub use sift::{DirectorySift, DirectoryView};
pub use whole::{DirectoryEntry, Found as FoundLike};

use super::Sight;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::person::Permission;
use crate::domain::{ContactId, Millis, OrganisationId, Refusal, Seq};

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

    /// Returns the line of an organisation; `None` when there is none, or who looks may not read the directory.
    pub fn directory_row(&self, id: OrganisationId, now: Millis) -> Option<DirectoryRow> {
        <DirectoryRow as super::Listed>::of(self, id, now)
    }

    /// Returns the organisation of this name; `None` when there is none, or who looks may not read the directory.
    pub fn organisation_by_name(&self, name: &str) -> Option<OrganisationId> {
        self.may_read_directory().ok()?;
        self.state().organisation_named(name)
    }

    /// Returns the number that the next contact gets.
    pub fn next_contact(&self) -> ContactId {
        self.state().next_contact()
    }

    /// Returns what is known of an organisation as it is kept, and the last record it stands for: to be sent back whole.
    ///
    /// # Errors
    /// Who looks may not read the directory; there is no such organisation.
    pub fn organisation_profile(
        &self,
        id: OrganisationId,
    ) -> Result<(Seq, OrganisationProfile), Refusal> {
        self.may_read_directory()?;
        let one = self.state().organisation(id).ok_or(Refusal::NoSuchThing)?;
        Ok((self.seq(), one.profile.clone()))
    }

    /// Returns the same of a contact.
    ///
    /// # Errors
    /// As with an organisation.
    pub fn contact_entry(&self, id: ContactId) -> Result<(Seq, ContactEntry), Refusal> {
        self.may_read_directory()?;
        let one = self.state().contact(id).ok_or(Refusal::NoSuchThing)?;
        Ok((self.seq(), ContactEntry::of(one)))
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
