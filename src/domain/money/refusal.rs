//! Why something about amounts is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::Currency;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of amounts.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum MoneyRefusal {
    /// A price is missing.
    PriceMissing,
    /// A price is negative, or beyond all measure.
    PriceWrong,
    /// The price is in another currency than it has to be.
    WrongCurrency {
        /// Which it has to be.
        expected: Currency,
    },
}

impl Refuses for MoneyRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use MoneyRefusal as R;
        match self {
            R::WrongCurrency { expected } => vec![("expected", Fact::word(expected.code()))],
            R::PriceMissing | R::PriceWrong => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use MoneyRefusal as R;
        match self {
            R::PriceMissing | R::PriceWrong | R::WrongCurrency { .. } => Asks::Fields,
        }
    }
}
