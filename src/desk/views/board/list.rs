//! The board as a list: made once for a query, then kept true by what changed. Unless another order is asked for,
//! what waits for oneself comes first, then the newest; stale ones sink. A window of it costs the same however long
//! it is.

use std::sync::Arc;

use super::{BoardQuery, BoardRow, BoardSort, Scope};
use crate::desk::views::inbox::first_letters;
use crate::desk::views::{Look, Sight};
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRights;
use crate::domain::ids::{FirmId, OpportunityId};
use crate::domain::money::Money;
use crate::domain::opportunity::Opportunity;
use crate::domain::terms::Terms;
use crate::domain::{Millis, Seq, State};

/// What the list sorts by: what waits for oneself, what is fresh, what is stale; then what is asked for; then the
/// newest first.
type Key = (Rank, i64, std::cmp::Reverse<OpportunityId>);

/// Where in the list something belongs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Awaited,
    Fresh,
    Stale,
}

/// The board as one person's list.
#[derive(Clone, Default)]
pub struct BoardList {
    query: BoardQuery,
    entries: Vec<(Key, OpportunityId)>,
    /// How many there are within the scope, whatever the filters.
    within: usize,
    /// When the next one gets stale: until then time alone changes nothing.
    stale_next: Option<Millis>,
    seq: Seq,
    revision: u64,
    terms: Option<Arc<Terms>>,
    /// What the eligibility of who looks depended on.
    profile: Option<Arc<crate::domain::facilitator::FacilitatorProfile>>,
    /// The firm that who looks acted for, and what they could do in it.
    firm: (FirmId, FirmRights),
}

impl BoardList {
    /// The list for a query, as `sight` has it.
    pub fn make(sight: &Sight, query: BoardQuery, now: Millis) -> BoardList {
        let mut list = BoardList {
            query,
            ..BoardList::default()
        };
        list.build(sight, now);
        list
    }

    /// Returns a look at the list for a query.
    pub fn look(query: BoardQuery) -> Look<BoardList> {
        Look::made(|looker| BoardList::make(&looker.sight(), query, looker.now()))
    }

    /// What it shows.
    pub fn query(&self) -> &BoardQuery {
        &self.query
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many there are within the scope, whatever the filters.
    pub fn within(&self) -> usize {
        self.within
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = OpportunityId> + '_ {
        self.entries.iter().map(|(_, id)| *id)
    }

    /// The id at a place.
    pub fn id_at(&self, place: usize) -> Option<OpportunityId> {
        self.entries.get(place).map(|(_, id)| *id)
    }

    /// The place of an opportunity.
    pub fn position(&self, id: OpportunityId) -> Option<usize> {
        self.entries.iter().position(|(_, one)| *one == id)
    }

    /// Its lines from `from` on, at most `most`.
    pub fn window(&self, sight: &Sight, from: usize, most: usize, now: Millis) -> Vec<BoardRow> {
        let state = sight.state();
        let Some(eyes) = Eyes::of(state, sight.whose()) else {
            return Vec::new();
        };
        let shown = self.entries.iter().skip(from).take(most);
        let shown = shown.filter_map(|(_, id)| state.board().opportunity(*id));
        shown
            .filter(|opportunity| eyes.see(opportunity))
            .map(|opportunity| BoardRow::of(&eyes, opportunity, now))
            .collect()
    }

    /// Keeps it true. Yields whether anything of it may look otherwise.
    pub fn renew(&mut self, sight: &Sight, now: Millis) -> bool {
        let state = sight.state();
        let aged = self.stale_next.is_some_and(|at| at <= now);
        let same_board = state.board_revision() == self.revision;
        if same_board && !aged {
            self.seq = state.seq();
            return false;
        }
        let profile = state.profile(sight.whose());
        let ours = |a: &Option<Arc<_>>, b: Option<&Arc<_>>| match (a, b) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let same_terms = self
            .terms
            .as_ref()
            .is_some_and(|t| Arc::ptr_eq(t, state.terms()));
        let same_firm = firm_of(state, sight) == self.firm;
        let steady = same_terms && same_firm && ours(&self.profile, profile) && !aged;
        // One's own steps touch no request; lists of one's own are short.
        let own = matches!(self.query.scope, Scope::Mine | Scope::Favourites);
        match sight.changed_since(self.seq) {
            Some(changed) if steady && !own => self.update(sight, &changed, now),
            Some(_) | None => self.build(sight, now),
        }
        true
    }

    fn build(&mut self, sight: &Sight, now: Millis) {
        let state = sight.state();
        self.entries.clear();
        self.within = 0;
        self.stale_next = None;
        self.note(state, sight);
        let Some(eyes) = Eyes::of(state, sight.whose()) else {
            return;
        };
        let board = state.board();
        if let Scope::Pending = self.query.scope {
            for id in board
                .pending()
                .chain(board.awaiting(eyes.firm).filter(|id| eyes.is_awaited(*id)))
            {
                if let Some(opportunity) = board.opportunity(id) {
                    self.take(&eyes, opportunity, now);
                }
            }
        } else {
            for opportunity in board.opportunities().iter() {
                self.take(&eyes, opportunity, now);
            }
        }
        self.entries.sort_unstable();
    }

    fn take(&mut self, eyes: &Eyes<'_>, opportunity: &Opportunity, now: Millis) {
        if !eyes.see(opportunity) || !self.query.in_scope(eyes, opportunity) {
            return;
        }
        self.within += 1;
        if self.query.shows(eyes, opportunity, now) {
            let key = self.key(eyes, opportunity, now);
            self.entries.push((key, opportunity.id));
        }
    }

    fn note(&mut self, state: &State, sight: &Sight) {
        self.seq = state.seq();
        self.revision = state.board_revision();
        self.terms = Some(state.terms().clone());
        self.profile = state.profile(sight.whose()).cloned();
        self.firm = firm_of(state, sight);
    }

    fn key(&mut self, eyes: &Eyes<'_>, opportunity: &Opportunity, now: Millis) -> Key {
        const DAY: Millis = 24 * 3_600_000;
        let days = eyes.state.terms().stale_days;
        let stale = opportunity.is_stale(now, days);
        if !stale && opportunity.stage.is_pending() {
            let old = opportunity.posted_at + Millis::from(days) * DAY;
            let at = opportunity.notice.deadline.min(old);
            self.stale_next = Some(self.stale_next.map_or(at, |next| next.min(at)));
        }
        let order = order_of(&self.query, eyes, opportunity);
        let rank = match stale {
            _ if self.query.sort != BoardSort::Usual => Rank::Fresh,
            _ if eyes.is_awaited(opportunity.id) => Rank::Awaited,
            false => Rank::Fresh,
            true => Rank::Stale,
        };
        (rank, order, std::cmp::Reverse(opportunity.id))
    }

    /// Puts those of the changed requests where they belong now.
    fn update(&mut self, sight: &Sight, changed: &[crate::domain::RequestId], now: Millis) {
        let state = sight.state();
        self.note(state, sight);
        let Some(eyes) = Eyes::of(state, sight.whose()) else {
            self.entries.clear();
            return;
        };
        let board = state.board();
        let ids: Vec<OpportunityId> = changed.iter().flat_map(|r| board.of_request(*r)).collect();
        if ids.is_empty() {
            return;
        }
        self.entries.retain(|(_, id)| !ids.contains(id));
        for opportunity in ids.iter().filter_map(|id| board.opportunity(*id)) {
            if eyes.see(opportunity) && self.query.shows(&eyes, opportunity, now) {
                let entry = (self.key(&eyes, opportunity, now), opportunity.id);
                let at = self.entries.partition_point(|one| *one < entry);
                self.entries.insert(at, entry);
            }
        }
        self.within = self.count_within(state, &eyes);
    }

    /// How many there are within the scope, from what is counted already where that is known.
    fn count_within(&self, state: &State, eyes: &Eyes<'_>) -> usize {
        match self.query.scope {
            Scope::Pending if eyes.staff || eyes.facilitator => {
                let board = state.board();
                board.pending_count()
                    + board
                        .awaiting(eyes.firm)
                        .filter(|id| eyes.is_awaited(*id))
                        .count()
            }
            Scope::All if eyes.staff => state.board().opportunities().end(),
            Scope::Pending | Scope::All | Scope::Mine | Scope::Favourites => {
                self.within.max(self.entries.len())
            }
        }
    }
}

/// What an opportunity sorts by; what is not known comes last, whichever way round.
fn order_of(query: &BoardQuery, eyes: &Eyes<'_>, opportunity: &Opportunity) -> i64 {
    let notice = &opportunity.notice;
    let letters = |text: &str| Some(first_letters(text)).filter(|_| !text.is_empty());
    let key = match query.sort {
        BoardSort::Usual | BoardSort::Newest => Some(opportunity.posted_at.saturating_neg()),
        BoardSort::Title => letters(&notice.title),
        BoardSort::Client => {
            let client = eyes.state.organisation(opportunity.organisation);
            let client = client.filter(|_| eyes.see_client(opportunity));
            client.and_then(|client| letters(&client.profile.name))
        }
        BoardSort::Place => letters(&notice.place).filter(|_| !notice.online),
        BoardSort::Begins => notice.starts,
        BoardSort::Size => notice.participants.map(i64::from),
        BoardSort::Price => {
            let amount = notice.amount.filter(|_| eyes.see_price(opportunity));
            amount.map(price_key)
        }
        BoardSort::Offers => {
            let counts = eyes.counts(opportunity);
            counts.then_some(i64::from(opportunity.submitted))
        }
        BoardSort::Deadline => Some(opportunity.notice.deadline),
    };
    match (key, query.turned) {
        (Some(key), true) => key.saturating_neg(),
        (Some(key), false) => key,
        (None, _) => i64::MAX,
    }
}

/// An amount as it sorts: amounts of one currency stand together.
fn price_key(amount: Money) -> i64 {
    const MOST: i64 = 99_999_999_999_999;
    let letter =
        |code: i64, c: u8| code * 26 + i64::from(c.to_ascii_uppercase().saturating_sub(b'A') % 26);
    let currency = amount.currency.code().bytes().take(3).fold(0, letter);
    currency * (MOST + 1) + amount.minor.clamp(0, MOST)
}

/// The firm that who looks acts for, and what they may do in it.
fn firm_of(state: &State, sight: &Sight) -> (FirmId, FirmRights) {
    let firm = state.acting(sight.whose());
    let rights = state.firms().rights(sight.whose(), firm);
    (firm, rights.unwrap_or_default())
}
