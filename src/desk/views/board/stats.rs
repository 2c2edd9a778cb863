//! Figures of the board (BRD-10, S2): how many projects materialise, how much competition there is, how
//! much one wins; by kind of work, budget and season; for the house and for oneself. Counts, never
//! names: everybody may see them. Shares are told with the counts they are made of.

use std::collections::BTreeMap;

use crate::desk::views::{Look, Of, Sight};
use crate::domain::Millis;
use crate::domain::eyes::Eyes;
use crate::domain::house::House;
use crate::domain::ids::{FirmId, PersonId};
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::{Opportunity, OpportunityStage};
use crate::domain::trade::Work;
use crate::domain::{Refusal, State};

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Season {
    /// The year.
    pub year: i32,
    /// From 1 to 4.
    pub quarter: u8,
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Opportunities that were posted.
    pub posted: u32,
    /// Of them, those that still await offers or a confirmation.
    pub open: u32,
    /// Of those, the ones whose time for proposals is over (BRD-12).
    pub closed: u32,
    /// Of them, those that became missions.
    pub realised: u32,
    /// Of them, those that ended without one.
    pub ended: u32,
    /// Of them, those that had a proposal.
    pub contested: u32,
    /// The proposals that were submitted for those.
    pub proposals: u32,
    /// Of those, one's own (of the house: all).
    pub tried: u32,
    /// Of one's own, those whose opportunity is settled.
    pub settled: u32,
    /// Of one's own, those that won.
    pub won: u32,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.posted += other.posted;
        self.open += other.open;
        self.closed += other.closed;
        self.realised += other.realised;
        self.ended += other.ended;
        self.contested += other.contested;
        self.proposals += other.proposals;
        self.tried += other.tried;
        self.settled += other.settled;
        self.won += other.won;
    }

    /// Of those that are settled, so many became missions: the share as a fraction.
    pub fn materialise(&self) -> (u32, u32) {
        (self.realised, self.realised + self.ended)
    }

    /// So many proposals for so many projects that had any: the competition as a fraction.
    pub fn competition(&self) -> (u32, u32) {
        (self.proposals, self.contested)
    }

    /// Of one's own that are settled, so many won.
    pub fn wins(&self) -> (u32, u32) {
        (self.won, self.settled)
    }
}

/// The figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Whose; `None`: the house's.
    pub whose: Option<PersonId>,
    /// All together.
    pub all: Counts,
    /// By kind of work.
    pub by_work: Vec<(Work, Counts)>,
    /// By season of posting, the oldest first; at most the last twelve.
    pub by_season: Vec<(Season, Counts)>,
    /// By budget: from so many minor units on, in the house's own currency; `None`: not stated, or in
    /// another currency.
    pub by_budget: Vec<(Option<i64>, Counts)>,
    /// The currency of the budgets.
    pub currency: Option<crate::domain::money::Currency>,
}

/// Where the bands of budgets begin, in whole units.
const BANDS: [i64; 5] = [0, 500, 1_500, 5_000, 15_000];
/// The most seasons shown.
const SEASONS: usize = 12;

impl Stats {
    /// Returns a look at the figures of the house, or (`own`) of who looks.
    pub fn look(own: bool) -> Look<Of<bool, Stats>> {
        Look::made(move |looker| (own, looker.sight().stats(own, looker.now())))
    }
}

impl Sight {
    /// The figures of the house, or (`own`) of who looks, as they are at `now`.
    ///
    /// # Errors
    /// [`Refusal::NobodyKnown`] for who may not enter.
    pub fn stats(&self, own: bool, now: Millis) -> Result<Stats, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        // Of a firm whose proposals one does not see, there is nothing to count.
        let firm = if eyes.sees_firm() {
            eyes.firm
        } else {
            FirmId::NONE
        };
        let whose = own.then_some(self.whose());
        Ok(Stats {
            whose,
            ..count(state, whose.map(|_| firm), now)
        })
    }
}

fn count(state: &State, whose: Option<FirmId>, now: Millis) -> Stats {
    let currency = state.terms().currency;
    let unit = 10_i64.pow(currency.digits());
    let mut work: BTreeMap<Work, Counts> = BTreeMap::new();
    let mut seasons: BTreeMap<Season, Counts> = BTreeMap::new();
    let mut budgets: BTreeMap<Option<i64>, Counts> = BTreeMap::new();
    let mut all = Counts::default();
    for opportunity in state.board().opportunities().iter() {
        let Some(counts) = of_one(state, opportunity, whose, now) else {
            continue;
        };
        all.add(&counts);
        work.entry(opportunity.notice.work)
            .or_default()
            .add(&counts);
        if let Some(season) = state.house().map(|h| season(h, opportunity.posted_at)) {
            seasons.entry(season).or_default().add(&counts);
        }
        let amount = opportunity.notice.amount.filter(|a| a.currency == currency);
        let band = amount.and_then(|amount| {
            let within = |from: &&i64| *from * unit <= amount.minor;
            BANDS.iter().rev().find(within).map(|from| from * unit)
        });
        budgets.entry(band).or_default().add(&counts);
    }
    let skip = seasons.len().saturating_sub(SEASONS);
    Stats {
        whose: None,
        all,
        by_work: work.into_iter().collect(),
        by_season: seasons.into_iter().skip(skip).collect(),
        by_budget: budgets.into_iter().collect(),
        currency: Some(currency),
    }
}

/// What one opportunity counts; nothing, for one's own figures, when one did not apply.
fn of_one(
    state: &State,
    opportunity: &Opportunity,
    whose: Option<FirmId>,
    now: Millis,
) -> Option<Counts> {
    let submitted: Vec<_> = state
        .board()
        .proposals_of(opportunity.id)
        .filter(|p| p.submitted_at.is_some())
        .collect();
    let mine: Vec<_> = submitted
        .iter()
        .filter(|p| whose.is_none_or(|firm| p.firm == firm))
        .collect();
    if whose.is_some() && mine.is_empty() {
        return None;
    }
    let n = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut counts = Counts {
        posted: 1,
        contested: u32::from(!submitted.is_empty()),
        proposals: n(submitted.len()),
        tried: n(mine.len()),
        ..Counts::default()
    };
    match opportunity.stage {
        OpportunityStage::Open | OpportunityStage::Selected { .. } => counts.open = 1,
        OpportunityStage::Confirmed { .. } | OpportunityStage::Delivered { .. } => {
            counts.realised = 1
        }
        OpportunityStage::Ended { .. } => counts.ended = 1,
    }
    let waits = opportunity.stage == OpportunityStage::Open;
    counts.closed = u32::from(waits && !opportunity.takes_proposals(now));
    if counts.open == 0 {
        counts.settled = counts.tried;
    }
    let won = mine
        .iter()
        .filter(|p| p.state == ProposalStanding::Confirmed);
    counts.won = n(won.count());
    Some(counts)
}

fn season(house: &House, at: Millis) -> Season {
    use chrono::Datelike;
    let day = house.local(at);
    Season {
        year: day.year(),
        quarter: u8::try_from(day.month0() / 3 + 1).unwrap_or(1),
    }
}
