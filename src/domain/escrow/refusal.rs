//! Why something about clients' money is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::Millis;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::Side;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of clients' money.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum EscrowRefusal {
    /// There is no account for this opportunity, or it is not theirs to see.
    NoAccount(OpportunityId),
    /// There is no such entry, or it is not theirs to see.
    NoSuchEntry(EntryId),
    /// The formula is Basic: the parties settle the rest themselves.
    BasicFormula,
    /// There is no tranche of this number.
    NoSuchTranche(u16),
    /// More is moved than stands there.
    MoreThanHeld {
        /// What stands there.
        held: Money,
    },
    /// More would be held than a tranche still costs.
    MoreThanNeeded {
        /// What is missing there.
        missing: Money,
    },
    /// Nothing is on the account for a tranche: it must not be started.
    NotFunded {
        /// The tranche.
        number: u16,
        /// What it costs.
        amount: Money,
    },
    /// The tranche was started, handed in or accepted already.
    TrancheUnderWay(u16),
    /// The tranche was not handed in, or went back.
    NotHandedIn(u16),
    /// An amount is not positive, or beyond all measure.
    AmountWrong,
    /// The project's account changed since they looked.
    AccountMoved(OpportunityId),
    /// A dispute is open: what it holds is not moved, and nothing is given back.
    InDispute(OpportunityId),
    /// No dispute is open.
    NoDispute(OpportunityId),
    /// There is nothing on the account to be held.
    NothingHeld(OpportunityId),
    /// The shares are not what is held, to the cent.
    SplitWrong {
        /// What is held.
        held: Money,
        /// What the shares come to.
        sum: Money,
    },
    /// A settlement must be proposed before an award.
    NoSettlement,
    /// A side has time to answer still.
    NotAnswered {
        /// Which side.
        side: Side,
        /// Until when.
        until: Millis,
    },
    /// The side answered already.
    Answered,
    /// The mediator proposes something else by now.
    ProposalMoved,
    /// The project is frozen: the bank took a deposit back.
    ProjectFrozen(OpportunityId),
    /// Money is on the account: it must be released or given back first.
    MoneyHeld {
        /// How much.
        held: Money,
    },
    /// The project ended.
    ProjectClosed(OpportunityId),
    /// The deposit is in another currency than the project.
    OtherCurrency {
        /// That of the project.
        expected: Currency,
    },
    /// The bank's entry was booked before.
    BookedBefore(EntryId),
    /// The day is closed.
    DayClosed {
        /// Up to when days are.
        until: Millis,
    },
    /// The house's own account holds less than it would have to make up for.
    OwnShort {
        /// What is missing.
        missing: Money,
    },
    /// Less is owed.
    MoreThanOwed {
        /// How much is.
        owed: Money,
    },
    /// This kind of entry is not turned round by hand.
    NotCorrectable(EntryId),
    /// It was turned round already.
    CorrectedBefore(EntryId),
    /// The silence of the client releases nothing here, or not yet.
    NotSilent,
    /// Who asks does not speak for that side.
    NotThatSide(Side),
}

impl Refuses for EscrowRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use EscrowRefusal as R;
        match self {
            R::NoAccount(id)
            | R::AccountMoved(id)
            | R::InDispute(id)
            | R::NoDispute(id)
            | R::NothingHeld(id)
            | R::ProjectFrozen(id)
            | R::ProjectClosed(id) => vec![("opportunity", Fact::word(id))],
            R::NoSuchEntry(id)
            | R::BookedBefore(id)
            | R::NotCorrectable(id)
            | R::CorrectedBefore(id) => vec![("entry", Fact::word(id))],
            R::NoSuchTranche(n) | R::TrancheUnderWay(n) | R::NotHandedIn(n) => {
                vec![("number", Fact::Number(usize::from(*n)))]
            }
            R::MoreThanHeld { held } | R::MoneyHeld { held } => vec![("held", Fact::Money(*held))],
            R::MoreThanNeeded { missing } | R::OwnShort { missing } => {
                vec![("missing", Fact::Money(*missing))]
            }
            R::NotFunded { number, amount } => vec![
                ("number", Fact::Number(usize::from(*number))),
                ("amount", Fact::Money(*amount)),
            ],
            R::SplitWrong { held, sum } => {
                vec![("held", Fact::Money(*held)), ("sum", Fact::Money(*sum))]
            }
            R::NotAnswered { side, until } => vec![
                ("side", Fact::text("escrow-side", side.key())),
                ("until", Fact::Until(*until)),
            ],
            R::NotThatSide(side) => vec![("side", Fact::text("escrow-side", side.key()))],
            R::OtherCurrency { expected } => vec![("expected", Fact::word(expected.code()))],
            R::DayClosed { until } => vec![("until", Fact::Time(*until))],
            R::MoreThanOwed { owed } => vec![("owed", Fact::Money(*owed))],
            R::BasicFormula
            | R::AmountWrong
            | R::NoSettlement
            | R::Answered
            | R::ProposalMoved
            | R::NotSilent => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use EscrowRefusal as R;
        match self {
            R::MoreThanHeld { .. }
            | R::MoreThanNeeded { .. }
            | R::MoreThanOwed { .. }
            | R::AmountWrong
            | R::SplitWrong { .. }
            | R::OtherCurrency { .. }
            | R::DayClosed { .. } => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
