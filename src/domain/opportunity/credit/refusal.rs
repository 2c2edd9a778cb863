//! Why something about credits and the steps they pay is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::CreditKind;
use crate::domain::Millis;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of credits and the steps they pay.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum CreditRefusal {
    /// A step that comes before was not taken (BRD-4).
    OpenFirst(CreditKind),
    /// They have not enough credits of this kind.
    NotEnoughCredits {
        /// Which kind.
        kind: CreditKind,
        /// How many are left.
        left: u32,
        /// How many it costs.
        price: u32,
    },
    /// A step costs something else than was shown.
    PriceChanged {
        /// What it costs now.
        price: u32,
    },
    /// So many credits cannot be granted.
    CreditsWrong {
        /// How many one can have of a kind.
        most: usize,
    },
    /// The client may be contacted later, or now with a stated reason (BRD-4).
    ContactWaits {
        /// From when without a reason; `None`: only with one.
        until: Option<Millis>,
    },
}

impl Refuses for CreditRefusal {
    fn key(&self) -> &'static str {
        match self {
            CreditRefusal::ContactWaits { until: None } => "contact-needs-reason",
            other => other.into(),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use CreditRefusal as R;
        match self {
            R::OpenFirst(kind) => vec![("step", step(*kind))],
            R::NotEnoughCredits { kind, left, price } => vec![
                ("step", step(*kind)),
                ("left", Fact::from(*left)),
                ("price", Fact::from(*price)),
            ],
            R::PriceChanged { price } => vec![("price", Fact::from(*price))],
            R::CreditsWrong { most } => vec![("most", Fact::Number(*most))],
            R::ContactWaits { until } => until.iter().map(|at| ("at", Fact::Until(*at))).collect(),
        }
    }

    fn asks(&self) -> Asks {
        use CreditRefusal as R;
        match self {
            R::ContactWaits { .. } => Asks::Words,
            _ => Asks::Nothing,
        }
    }
}

/// A step by its kind of credit, in words.
fn step(kind: CreditKind) -> Fact {
    Fact::text("step", kind.key())
}
