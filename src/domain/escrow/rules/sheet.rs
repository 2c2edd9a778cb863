//! The sheet on which a command's entries are drawn up: it knows what would stand on each account after them, and lets nothing
//! through that is not balanced, crosses zero where it may not, or falls on a closed day. Records nothing.

use std::collections::BTreeMap;

use crate::domain::Millis;
use crate::domain::escrow::account::Account;
use crate::domain::escrow::books::Books;
use crate::domain::escrow::entry::{Code, Entry, Posting};
use crate::domain::escrow::event::{EscrowEvent, OfEscrow};
use crate::domain::escrow::project::Project;
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::event::Event;
use crate::domain::ids::{EntryId, OpportunityId, RequestId};
use crate::domain::money::{Currency, Money};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// What an entry says beside its amounts.
#[derive(Clone, Debug, Default)]
pub(super) struct About<'a> {
    /// The tranche or the dispute, by its number.
    pub number: Option<u16>,
    /// The entry it turns round or goes on from.
    pub of: Option<EntryId>,
    /// Words on it.
    pub text: &'a str,
    /// What the bank calls it.
    pub key: &'a str,
    /// The day it counts for; `None`: today.
    pub day: Option<Millis>,
}

impl<'a> About<'a> {
    pub(super) fn number(number: u16) -> About<'a> {
        About {
            number: Some(number),
            ..About::default()
        }
    }

    pub(super) fn of(entry: EntryId) -> About<'a> {
        About {
            of: Some(entry),
            ..About::default()
        }
    }
}

/// What a command comes to.
pub(super) struct Sheet<'a> {
    state: &'a State,
    now: Millis,
    next: EntryId,
    moved: BTreeMap<(Account, Currency), i64>,
    events: Vec<Event>,
    /// The project it is about, as it would stand.
    of: Option<(RequestId, OpportunityId)>,
}

impl<'a> Sheet<'a> {
    /// Returns an empty one for what is of no project.
    pub(super) fn new(state: &'a State, now: Millis) -> Sheet<'a> {
        Sheet {
            state,
            now,
            next: state.books().next_entry(),
            moved: BTreeMap::new(),
            events: Vec::new(),
            of: None,
        }
    }

    /// Says which project it is about from here on.
    pub(super) fn about(&mut self, project: &Project) {
        self.of = Some((project.request, project.opportunity));
    }

    /// Adds something that happens beside the money.
    pub(super) fn says(&mut self, event: EscrowEvent) {
        let event = Box::new(event);
        self.events
            .push(Event::Escrow(OfEscrow { of: self.of, event }));
    }

    fn books(&self) -> &'a Books {
        self.state.books()
    }

    /// What would stand on an account, positive on its own side.
    pub(super) fn stands(&self, account: Account, currency: Currency) -> i64 {
        let moved = self.moved.get(&(account, currency)).copied();
        let moved = moved.unwrap_or_default();
        let moved = if account.is_debit() { moved } else { -moved };
        self.books().stands(account, currency).saturating_add(moved)
    }

    /// Draws up an entry from one account to another; nothing for no amount.
    ///
    /// # Errors
    /// What [`Sheet::book`] refuses.
    pub(super) fn moves(
        &mut self,
        code: Code,
        amount: Money,
        (debit, credit): (Account, Account),
        about: About<'_>,
    ) -> Result<(), Refusal> {
        if amount.minor == 0 {
            return Ok(());
        }
        let sides = [(debit, amount.minor), (credit, -amount.minor)];
        self.book(code, amount.currency, &sides, about).map(drop)
    }

    /// Draws up an entry of several sides, debits positive.
    ///
    /// # Errors
    /// It is not balanced, an amount is beyond all measure, the day is closed, or an account would cross zero that may
    /// not.
    pub(super) fn book(
        &mut self,
        code: Code,
        currency: Currency,
        sides: &[(Account, i64)],
        about: About<'_>,
    ) -> Result<EntryId, Refusal> {
        let day = about.day.unwrap_or(self.now);
        self.open_day(day)?;
        let sides = sides.iter().filter(|(_, minor)| *minor != 0);
        let postings = sides.map(|(account, minor)| Posting {
            account: *account,
            minor: *minor,
        });
        let entry = Entry {
            id: self.next,
            code,
            at: self.now,
            day,
            currency,
            postings: postings.collect(),
            project: self.of.map(|(_, project)| project),
            number: about.number,
            of: about.of,
            text: about.text.trim().into(),
            key: about.key.trim().into(),
            seq: 0,
        };
        self.check(&entry)?;
        for side in &entry.postings {
            let moved = self.moved.entry((side.account, currency)).or_default();
            *moved = moved.saturating_add(side.minor);
        }
        let id = self.next;
        self.next = EntryId::at(id.index() + 1);
        self.says(EscrowEvent::Booked {
            entry: Box::new(entry),
        });
        Ok(id)
    }

    fn open_day(&self, day: Millis) -> Result<(), Refusal> {
        match self.state.closing().until {
            Some(until) if day <= until => Err(EscrowRefusal::DayClosed { until }.into()),
            Some(_) | None => Ok(()),
        }
    }

    /// Passes where an entry is balanced, within measure, and crosses no zero that is barred.
    fn check(&self, entry: &Entry) -> Result<(), Refusal> {
        let beyond = |side: &Posting| side.minor.checked_abs().is_none_or(|n| n > Entry::MOST);
        if !entry.is_balanced() || entry.postings.len() < 2 || entry.postings.iter().any(beyond) {
            return Err(EscrowRefusal::AmountWrong.into());
        }
        let currency = entry.currency;
        for side in &entry.postings {
            let account = side.account;
            let held = self.stands(account, currency);
            let change = if account.is_debit() {
                side.minor
            } else {
                -side.minor
            };
            let after = held.saturating_add(change);
            if account.is_barred() && after < 0 {
                let minor = held.max(0);
                let held = Money { minor, currency };
                return Err(EscrowRefusal::MoreThanHeld { held }.into());
            }
            let most = Entry::BALANCE_MOST;
            if !(-most..=most).contains(&after) {
                return Err(EscrowRefusal::AmountWrong.into());
            }
        }
        Ok(())
    }

    /// Returns all that happens.
    ///
    /// # Errors
    /// Clients' money in the bank would not cover what they are owed, or there is less on the house's own account.
    pub(super) fn done(self) -> Result<Vec<Event>, Refusal> {
        let counts =
            |account: Account| account.is_clients_money() || account == Account::BankClients;
        let currencies = self.moved.keys().map(|(_, currency)| *currency);
        for currency in currencies {
            let moved = self.moved.iter();
            let moved = moved.filter(|((account, of), _)| *of == currency && counts(*account));
            let moved = moved.map(|(_, minor)| *minor).fold(0, i64::saturating_add);
            let cover = self.books().cover(currency).saturating_add(moved);
            if cover < 0 {
                let minor = cover.saturating_neg();
                let missing = Money { minor, currency };
                return Err(EscrowRefusal::OwnShort { missing }.into());
            }
        }
        Ok(self.events)
    }
}
