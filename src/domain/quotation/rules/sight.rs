//! Who may know of a quotation, and as what (PPL-2).

use std::sync::Arc;

use crate::domain::eyes::Eyes;
use crate::domain::ids::QuotationId;
use crate::domain::person::Permission;
use crate::domain::quotation::Quotation;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::refusal::Refusal;

/// As what somebody sees quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationSide {
    /// As staff: all of them.
    Staff,
    /// As the client: her own, once they were sent.
    Client,
}

/// The permissions that let staff see quotations.
pub const OFFICE: [Permission; 3] = [
    Permission::Quote,
    Permission::PriceQuotations,
    Permission::AssembleQuotations,
];

impl<'a> Eyes<'a> {
    /// Returns as what they see quotations.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who has no part in any.
    pub fn office(&self) -> Result<QuotationSide, Refusal> {
        let person = self.person;
        let office = OFFICE.into_iter().any(|permission| person.may(permission));
        if office && person.is_staff() {
            Ok(QuotationSide::Staff)
        } else if person.may(Permission::DecideQuotations) {
            Ok(QuotationSide::Client)
        } else {
            Err(Refusal::NotPermitted(Permission::Quote))
        }
    }

    /// Whether they see a quotation: staff with a part in quotations all of them, a client's contact her own, once
    /// it was sent.
    pub fn see_quotation(&self, quotation: &Quotation) -> bool {
        match self.office() {
            Ok(QuotationSide::Staff) => true,
            Ok(QuotationSide::Client) => {
                let theirs = self.state.contact_of(self.id());
                let request = self.state.request(quotation.request);
                quotation.standing.sent.is_some()
                    && theirs.is_some()
                    && request.map(|request| self.state.contact_now(request.contact)) == theirs
            }
            Err(_) => false,
        }
    }

    /// Returns a quotation.
    ///
    /// # Errors
    /// [`QuotationRefusal::NoSuchQuotation`] when there is none, or it is not theirs to see.
    pub fn quotation(&self, id: QuotationId) -> Result<&'a Arc<Quotation>, Refusal> {
        let found = self.state.quotations().get(id);
        let found = found.filter(|quotation| self.see_quotation(quotation));
        found.ok_or(Refusal::Quotation(QuotationRefusal::NoSuchQuotation(id)))
    }
}
