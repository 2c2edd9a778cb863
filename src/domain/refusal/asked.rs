//! Which refusals are about what was said, not about what it was said of: who is only about to be asked for words,
//! a time or an amount is not kept from it by these.

use super::Refusal;

impl Refusal {
    /// Returns whether words that were left out would make it pass: they will be asked for.
    pub fn is_for_words(&self) -> bool {
        matches!(
            self,
            Refusal::TextMissing
                | Refusal::ReasonMissing
                | Refusal::ConsentMissing
                | Refusal::SessionsMissing { .. }
                | Refusal::PriceNoteMissing
                | Refusal::ContactWaits { .. }
        )
    }

    /// Returns whether something else in the fields of a form would make it pass, or anything else than what
    /// stands there already.
    pub fn is_for_fields(&self) -> bool {
        self.is_for_words()
            || matches!(
                self,
                Refusal::AlreadySo
                    | Refusal::InThePast
                    | Refusal::TooFarAhead { .. }
                    | Refusal::PriceMissing
                    | Refusal::PriceWrong
                    | Refusal::PriceIsSet
                    | Refusal::WrongCurrency { .. }
                    | Refusal::SessionsWrong { .. }
                    | Refusal::FormulaWrong
                    | Refusal::NamesClient { .. }
                    | Refusal::GivesContact { .. }
                    | Refusal::LineWrong { .. }
                    | Refusal::AddressWrong(_)
                    | Refusal::AddressTaken { .. }
                    | Refusal::KeyUnreadable
                    | Refusal::KeyTaken
                    | Refusal::RoleMissing
                    | Refusal::LastAdministrator
                    | Refusal::TooFewParts
                    | Refusal::MergeWithItself
                    | Refusal::ProfileWrong { .. }
            )
    }
}
