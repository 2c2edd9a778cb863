//! The books of the house for other programs (ESC-10), for who sees them and nobody else.

use super::Sight;
use crate::domain::Refusal;
use crate::domain::permission::Permission;
use crate::interop::{Export, Format};

impl Sight {
    /// Returns all that was booked, to be written in a format; days are those of the house's clock.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who does not see the books.
    pub fn books_export(&self, format: Format) -> Result<Export, Refusal> {
        if !self.sees_books() {
            return Err(Refusal::NotPermitted(Permission::SeeBooks));
        }
        let house = self.state().house();
        let zone = house.map_or(chrono_tz::UTC, |house| house.calendar.zone());
        // What is copied is a pointer to each map: entries stay where they are.
        Ok(Export::new(self.state().books().clone(), zone, format))
    }
}
