//! Why something about quotations is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::BriefField;
use crate::domain::Millis;
use crate::domain::ids::QuotationId;
use crate::domain::prices::LineFault;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of quotations.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum QuotationRefusal {
    /// There is no such quotation, or it is not theirs to see.
    NoSuchQuotation(QuotationId),
    /// The request is being quoted already.
    AlreadyQuoted(QuotationId),
    /// The brief does not say what pricing needs (QUO-1).
    BriefIncomplete(Vec<BriefField>),
    /// The quotation stands elsewhere by now.
    QuotationElsewhere {
        /// Which one.
        quotation: QuotationId,
        /// Where.
        stage: &'static str,
    },
    /// Another version is the latest by now.
    VersionChanged {
        /// Of which one.
        quotation: QuotationId,
        /// Which.
        version: u16,
    },
    /// It was good until then.
    QuotationExpired {
        /// Which one.
        quotation: QuotationId,
        /// Until when.
        at: Millis,
    },
    /// A line cannot be so.
    LineWrong {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// The house has no list for this market: free lines need a remark that says so (S0).
    PriceNoteMissing,
    /// The project has no text yet.
    ProjectMissing(QuotationId),
}

impl Refuses for QuotationRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use QuotationRefusal as R;
        match self {
            R::NoSuchQuotation(id) | R::AlreadyQuoted(id) | R::ProjectMissing(id) => {
                vec![("quotation", Fact::word(id))]
            }
            R::QuotationElsewhere { quotation, stage } => vec![
                ("quotation", Fact::word(quotation)),
                ("stage", Fact::text("quotation-stage", stage)),
            ],
            R::VersionChanged { quotation, version } => vec![
                ("quotation", Fact::word(quotation)),
                ("version", Fact::Number(usize::from(*version))),
            ],
            R::QuotationExpired { quotation, at } => vec![
                ("quotation", Fact::word(quotation)),
                ("at", Fact::Until(*at)),
            ],
            R::LineWrong { line, fault } => vec![
                ("line", Fact::Number(*line)),
                ("fault", Fact::text("line-fault", fault.key())),
            ],
            R::BriefIncomplete(missing) => {
                let text = |field: &BriefField| format!("brief-{}", field.key());
                vec![("missing", Fact::Texts(missing.iter().map(text).collect()))]
            }
            R::PriceNoteMissing => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use QuotationRefusal as R;
        match self {
            R::PriceNoteMissing => Asks::Words,
            R::LineWrong { .. } => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
