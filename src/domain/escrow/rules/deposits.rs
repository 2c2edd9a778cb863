//! Decides on money that comes in, goes back and is taken back by the bank; what was booked wrong is turned round. All of it is
//! the treasurer's.

use super::sheet::{About, Sheet};
use super::{Doing, Events, Open, WORDS_MOST, booked_day, longest, positive, words};
use crate::domain::Millis;
use crate::domain::escrow::account::Account;
use crate::domain::escrow::books::Deposit;
use crate::domain::escrow::command::{Back, EscrowCommand};
use crate::domain::escrow::entry::{Code, Entry};
use crate::domain::escrow::event::EscrowEvent;
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;

impl<'a> Doing<'a> {
    pub(super) fn deposits(&self, command: &EscrowCommand) -> Events {
        use EscrowCommand as C;
        match command {
            C::Deposit {
                amount,
                day,
                text,
                key,
                project,
            } => self.deposit(*amount, *day, (text, key), *project),
            C::Match {
                deposit,
                amount,
                project,
            } => self.matched(*deposit, *amount, *project),
            C::SendBack {
                from,
                amount,
                words,
            } => self.send_back(*from, *amount, words),
            C::PaidOut { entry, day } => self.paid_out(*entry, *day),
            C::Chargeback {
                deposit,
                project,
                amount,
                day,
                words,
            } => self.chargeback(*deposit, *project, (*amount, *day), words),
            C::Thaw { project, words } => self.thaw(*project, words),
            C::Correct { entry, words } => self.correct(*entry, words),
            C::Close { until } => self.close(*until),
            _ => Err(Refusal::NoSuchThing),
        }
    }

    fn deposit(
        &self,
        amount: Money,
        day: Millis,
        (text, key): (&str, &str),
        project: Option<OpportunityId>,
    ) -> Events {
        positive(amount.minor)?;
        booked_day(day, self.now)?;
        longest(text, Entry::TEXT_MOST)?;
        longest(key, Entry::KEY_MOST)?;
        if let Some(before) = self
            .books()
            .known(key.trim())
            .filter(|_| !key.trim().is_empty())
        {
            return Err(EscrowRefusal::BookedBefore(before).into());
        }
        let about = About {
            text,
            key,
            day: Some(day),
            ..About::default()
        };
        let sides = [
            (Account::BankClients, amount.minor),
            (Account::Unallocated, -amount.minor),
        ];
        let Some(project) = project else {
            let mut sheet = self.sheet();
            sheet.book(Code::E01, amount.currency, &sides, about)?;
            return sheet.done();
        };
        let mut open = self.house_project(project)?;
        let entry = open.sheet.book(Code::E01, amount.currency, &sides, about)?;
        self.fills(&mut open, (entry, amount, Some(day)))?;
        open.done()
    }

    /// A deposit of which at least so much is of no project.
    fn left(&self, id: EntryId, amount: i64) -> Result<&'a Deposit, Refusal> {
        positive(amount)?;
        let deposit = self.books().open_deposit(id);
        let deposit = deposit.ok_or(EscrowRefusal::NoSuchEntry(id))?;
        if amount > deposit.left {
            let held = Money {
                minor: deposit.left,
                currency: deposit.currency,
            };
            return Err(EscrowRefusal::MoreThanHeld { held }.into());
        }
        Ok(deposit)
    }

    fn matched(&self, id: EntryId, amount: i64, project: OpportunityId) -> Events {
        let deposit = self.left(id, amount)?;
        let currency = deposit.currency;
        let mut open = self.house_project(project)?;
        let amount = Money {
            minor: amount,
            currency,
        };
        self.fills(&mut open, (id, amount, None))?;
        open.done()
    }

    /// Money that is matched to a project covers its tranches by date; the rest stays free (E02, E03).
    fn fills(
        &self,
        open: &mut Open<'_>,
        (deposit, amount, day): (EntryId, Money, Option<Millis>),
    ) -> Result<(), Refusal> {
        open.r0()?;
        let expected = open.project.currency;
        if amount.currency != expected {
            return Err(EscrowRefusal::OtherCurrency { expected }.into());
        }
        let of = open.project.opportunity;
        let about = About {
            day,
            ..About::of(deposit)
        };
        let sides = (Account::Unallocated, Account::Free(of));
        open.sheet.moves(Code::E02, amount, sides, about)?;
        let mut rest = open
            .sheet
            .stands(Account::Free(of), expected)
            .min(amount.minor);
        for number in open.project.numbers() {
            let missing = open.missing(number)?.min(rest);
            let sides = (Account::Free(of), Account::Tranche(of, number));
            let about = About {
                day,
                ..About::number(number)
            };
            open.sheet
                .moves(Code::E03, open.project.money(missing), sides, about)?;
            rest -= missing;
        }
        Ok(())
    }

    fn send_back(&self, from: Back, amount: Money, text: &str) -> Events {
        positive(amount.minor)?;
        longest(text, Entry::TEXT_MOST)?;
        let mut sheet = self.sheet();
        let transit = Account::Transit(self.books().next_entry().0);
        let (account, about) = match from {
            Back::Deposit(id) => {
                let currency = self.left(id, amount.minor)?.currency;
                if currency != amount.currency {
                    return Err(EscrowRefusal::OtherCurrency { expected: currency }.into());
                }
                (Account::Unallocated, About::of(id))
            }
            Back::Credit(client) => (Account::ClientCredit(client), About::default()),
        };
        let about = About { text, ..about };
        sheet.moves(Code::R02, amount, (account, transit), about)?;
        sheet.done()
    }

    fn paid_out(&self, id: EntryId, day: Millis) -> Events {
        booked_day(day, self.now)?;
        let entry = self.books().entry(id);
        let entry = entry.filter(|entry| entry.code == Code::R02);
        let entry = entry.ok_or(EscrowRefusal::NoSuchEntry(id))?;
        let transit = Account::Transit(id.0);
        let mut sheet = self.sheet();
        let minor = sheet.stands(transit, entry.currency);
        if minor == 0 {
            return Err(Refusal::AlreadySo);
        }
        let amount = Money {
            minor,
            currency: entry.currency,
        };
        let about = About {
            day: Some(day),
            ..About::of(id)
        };
        sheet.moves(Code::R03, amount, (transit, Account::BankClients), about)?;
        sheet.done()
    }

    /// The bank takes a deposit back (X01): from what is left of it, else from what the project holds, free money first and
    /// then tranches from the last; what is missing the house makes up for (X02), and the client owes it.
    fn chargeback(
        &self,
        deposit: EntryId,
        project: Option<OpportunityId>,
        (amount, day): (i64, Millis),
        why: &str,
    ) -> Events {
        positive(amount)?;
        booked_day(day, self.now)?;
        let why = words(why, WORDS_MOST)?;
        let first = self.books().entry(deposit);
        let first = first.filter(|entry| entry.code == Code::E01 && entry.moved() >= amount);
        let first = first.ok_or(EscrowRefusal::NoSuchEntry(deposit))?;
        let currency = first.currency;
        let about = |number| About {
            day: Some(day),
            number,
            ..About::of(deposit)
        };
        let money = |minor| Money { minor, currency };
        let Some(project) = project else {
            self.left(deposit, amount)?;
            let mut sheet = self.sheet();
            let sides = (Account::Unallocated, Account::BankClients);
            sheet.moves(Code::X01, money(amount), sides, about(None))?;
            return sheet.done();
        };
        let mut open = self.house_project(project)?;
        open.r0()?;
        let came = self.books().matched(deposit, project);
        if amount > came {
            let held = money(came);
            return Err(EscrowRefusal::MoreThanHeld { held }.into());
        }
        let mut rest = amount;
        let pots = std::iter::once(None).chain(open.project.numbers().rev().map(Some));
        for pot in pots {
            let account = match pot {
                None => Account::Free(project),
                Some(number) => Account::Tranche(project, number),
            };
            let taken = open.sheet.stands(account, currency).clamp(0, rest);
            let sides = (account, Account::BankClients);
            open.sheet
                .moves(Code::X01, money(taken), sides, about(pot))?;
            rest -= taken;
        }
        self.made_up(&mut open, money(rest), &about(None))?;
        open.says(EscrowEvent::Frozen {
            to: true,
            words: why,
        });
        open.done()
    }

    /// The house makes up for what no account of the project holds any more; the client owes it.
    fn made_up(&self, open: &mut Open<'_>, rest: Money, about: &About<'_>) -> Result<(), Refusal> {
        if rest.minor == 0 {
            return Ok(());
        }
        let held = open.sheet.stands(Account::BankOwn, rest.currency);
        if held < rest.minor {
            let missing = Money {
                minor: rest.minor - held,
                ..rest
            };
            return Err(EscrowRefusal::OwnShort { missing }.into());
        }
        // The bank took it from the clients' account, and the house puts it back from its own.
        let owed = super::follows::client(&open.project);
        let sides = [(owed, rest.minor), (Account::BankOwn, -rest.minor)];
        open.sheet
            .book(Code::X02, rest.currency, &sides, about.clone())?;
        Ok(())
    }

    fn thaw(&self, id: OpportunityId, why: &str) -> Events {
        let mut open = self.house_project(id)?;
        if !open.project.frozen {
            return Err(Refusal::AlreadySo);
        }
        open.says(EscrowEvent::Frozen {
            to: false,
            words: words(why, WORDS_MOST)?,
        });
        open.done()
    }

    /// Turns an entry round that the treasurer booked by hand: a deposit of which nothing was used, a receipt, an opening.
    fn correct(&self, id: EntryId, why: &str) -> Events {
        let why = words(why, Entry::TEXT_MOST)?;
        let entry = self
            .books()
            .entry(id)
            .ok_or(EscrowRefusal::NoSuchEntry(id))?;
        if entry.of.is_some() || !matches!(entry.code, Code::E01 | Code::C02 | Code::O01) {
            return Err(EscrowRefusal::NotCorrectable(id).into());
        }
        if entry.code == Code::E01 {
            let left = self.books().open_deposit(id).map(|deposit| deposit.left);
            if left != Some(entry.moved()) {
                return Err(EscrowRefusal::NotCorrectable(id).into());
            }
        } else if self.state.books().is_corrected(entry) {
            return Err(EscrowRefusal::CorrectedBefore(id).into());
        }
        let mut sheet: Sheet<'_> = self.sheet();
        let project = entry.project.and_then(|of| self.books().project(of));
        if let Some(project) = project {
            sheet.about(project);
        }
        let sides: Vec<(Account, i64)> = entry
            .postings
            .iter()
            .map(|side| (side.account, -side.minor))
            .collect();
        let about = About {
            text: &why,
            number: entry.number,
            ..About::of(id)
        };
        sheet.book(entry.code, entry.currency, &sides, about)?;
        sheet.done()
    }

    fn close(&self, until: Millis) -> Events {
        let from = self.state.closing().until;
        if until >= self.now {
            return Err(Refusal::TooFarAhead { days: 0 });
        }
        if from.is_some_and(|from| until <= from) {
            return Err(Refusal::AlreadySo);
        }
        let mut sheet = self.sheet();
        sheet.says(EscrowEvent::DaysClosed { from, to: until });
        sheet.done()
    }
}
