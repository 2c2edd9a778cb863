//! The house's terms for its board: what steps cost, what a facilitator needs, what the house takes.
//! Settings, each with the figure its source published; an administrator changes them.

use super::lists::draft::ListDraft;
use super::lists::twice;
use super::trade::{Audience, MissionRole};
use serde::{Deserialize, Serialize};

use super::money::{Currency, Money};
use crate::domain::trade::{Belt, Compliance};

/// What each step costs, in credits of its kind (BRD-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditPrices {
    /// To open an opportunity.
    pub consultation: u32,
    /// To make an offer or ask in writing.
    pub offer: u32,
    /// To see the client's name, mail and phone.
    pub contact: u32,
}

/// What one proposer sees of the others' offers, once she has opened an opportunity (BRD-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OthersOffers {
    /// How many there are, from what price to what price. No word of anybody's.
    Figures,
    /// The offers themselves with their proposers' names, as in an open call (S2). Never what is private
    /// between a proposer and the client.
    Whole,
}

/// The level a role needs before an audience (BRD-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The role.
    pub role: MissionRole,
    /// The audience.
    pub audience: Audience,
    /// The least level.
    pub belt: Belt,
}

/// The house's terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The house's own currency.
    pub currency: Currency,
    /// What steps cost; `None`: credits are switched off and every step is free (BRD-4).
    pub credits: Option<CreditPrices>,
    /// Hours without an answer before the client may be contacted directly (24 to 48, S2).
    pub contact_after_hours: u32,
    /// What proposers see of each other.
    pub others_offers: OthersOffers,
    /// Days after which an opportunity that still waits for offers is stale and sinks (BRD-1).
    pub stale_days: u32,
    /// The levels needed; what is not named needs none.
    pub needs: Vec<Need>,
    /// What every facilitator must have (BRD-3).
    pub compliance: Vec<Compliance>,
    /// The introduction commission, in thousandths of the price. 15 % was once published by such a house.
    pub commission_permille: u32,
    /// The usage fee under Client introduction, in thousandths of the declared turnover: 10 %, published.
    pub usage_permille: u32,
    /// The contribution fee under Client introduction, in thousandths: not published, 10 % until the
    /// house says otherwise.
    pub contribution_permille: u32,
    /// What a coordinator gets for each service under Subcontracting, on top of facilitating it; a
    /// published example is 4 × €100.
    pub coordination: Money,
    /// What losers are told for next time, in English and in French, unless who selects says more.
    pub advice: [Box<str>; 2],
    /// The price of the option R0, in thousandths of the price (ESC-6).
    #[serde(default)]
    pub r0_permille: u32,
    /// What the option R0 costs beside that, for projects in the currency of it.
    #[serde(default)]
    pub r0_fixed: Option<Money>,
    /// The VAT on commission and option, in thousandths.
    #[serde(default)]
    pub vat_permille: u32,
    /// After how many days a client's silence releases what was handed in; 0: never (ESC-4).
    #[serde(default)]
    pub silence_days: u32,
}

impl Terms {
    /// The longest advice, in characters.
    pub const ADVICE_MOST: usize = 500;
    /// The most levels a table may have: every role before every audience.
    pub const NEEDS_MOST: usize = MissionRole::ALL.len() * ListDraft::MOST;

    /// The level that `role` needs before `audience`, if any.
    pub fn need(&self, role: MissionRole, audience: Audience) -> Option<Belt> {
        let of = |need: &&Need| need.role == role && need.audience == audience;
        self.needs.iter().find(of).map(|need| need.belt)
    }

    /// Returns the figures that a house which charges in `currency` starts with. An amount that was published in
    /// another currency is nothing here until the house says how much.
    pub fn charging(currency: Currency) -> Terms {
        let usual = Terms::default();
        let same = currency == usual.currency;
        let minor = if same { usual.coordination.minor } else { 0 };
        Terms {
            currency,
            coordination: Money { minor, currency },
            ..usual
        }
    }

    /// What is wrong with them, by the name of the field; `None` when nothing is.
    pub fn fault(&self) -> Option<&'static str> {
        const WHOLE: u32 = 1_000;
        let credits_most = 1_000;
        let dear = |c: &CreditPrices| c.consultation.max(c.offer).max(c.contact) > credits_most;
        [
            ("credits", self.credits.as_ref().is_some_and(dear)),
            ("contact_after_hours", self.contact_after_hours > 24 * 30),
            (
                "stale_days",
                self.stale_days == 0 || self.stale_days > 3_660,
            ),
            (
                "needs",
                self.needs.len() > Terms::NEEDS_MOST || self.needs_twice(),
            ),
            (
                "compliance",
                self.compliance.len() > ListDraft::MOST || twice(&self.compliance),
            ),
            ("commission_permille", self.commission_permille > WHOLE),
            ("r0_permille", self.r0_permille > WHOLE),
            (
                "r0_fixed",
                self.r0_fixed
                    .is_some_and(|one| !(0..=Money::PRICE_MOST).contains(&one.minor)),
            ),
            ("vat_permille", self.vat_permille > WHOLE),
            ("silence_days", self.silence_days > 366),
            ("usage_permille", self.usage_permille > WHOLE),
            ("contribution_permille", self.contribution_permille > WHOLE),
            (
                "coordination",
                !(0..=Money::PRICE_MOST).contains(&self.coordination.minor)
                    || self.coordination.currency != self.currency,
            ),
            (
                "advice",
                self.advice
                    .iter()
                    .any(|text| text.chars().count() > Terms::ADVICE_MOST),
            ),
        ]
        .into_iter()
        .find_map(|(name, wrong)| wrong.then_some(name))
    }
}

impl Terms {
    /// Whether two levels are said for one role before one audience.
    fn needs_twice(&self) -> bool {
        let keys = self.needs.iter().map(|need| (need.role, need.audience));
        twice(&keys.collect::<Vec<_>>())
    }
}

impl Default for Terms {
    /// The published figures.
    fn default() -> Terms {
        use Audience as A;
        use MissionRole::{Coordinator, Facilitator};
        let need = |role, audience, belt| Need {
            role,
            audience,
            belt,
        };
        Terms {
            currency: Currency::EUR,
            credits: Some(CreditPrices {
                consultation: 1,
                offer: 1,
                contact: 1,
            }),
            contact_after_hours: 24,
            others_offers: OthersOffers::Figures,
            stale_days: 21,
            needs: vec![
                need(Coordinator, A::COMPANY, Belt::GREEN),
                need(Coordinator, A::PUBLIC_BODY, Belt::GREEN),
                need(Coordinator, A::EDUCATION, Belt::ORANGE),
                need(Coordinator, A::ASSOCIATION, Belt::ORANGE),
                need(Coordinator, A::PUBLIC, Belt::ORANGE),
                need(Facilitator, A::COMPANY, Belt::ORANGE),
                need(Facilitator, A::PUBLIC_BODY, Belt::ORANGE),
                need(Facilitator, A::EDUCATION, Belt::YELLOW),
                need(Facilitator, A::ASSOCIATION, Belt::YELLOW),
                need(Facilitator, A::PUBLIC, Belt::YELLOW),
            ],
            compliance: vec![Compliance::CHARTER, Compliance::INSURANCE],
            commission_permille: 150,
            usage_permille: 100,
            contribution_permille: 100,
            coordination: Money {
                minor: 10_000,
                currency: Currency::EUR,
            },
            advice: [
                "For next time: reply within a day, say how you would run this particular session, and name \
                 two clients who would recommend you."
                    .into(),
                "Pour la prochaine fois : répondez dans la journée, dites comment vous mèneriez \
                 cette séance précise, et citez deux clients qui vous recommandent."
                    .into(),
            ],
            r0_permille: 0,
            r0_fixed: None,
            vat_permille: 0,
            silence_days: 0,
        }
    }
}
