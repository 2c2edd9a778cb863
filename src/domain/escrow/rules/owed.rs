//! Decides on what clients and providers owe the house for a project (ESC-6): it comes in, is kept from a deposit or from what
//! was released to who agreed, or is given up. Invoices and their numbers stand elsewhere.

use super::follows::{client, provider};
use super::sheet::About;
use super::{Doing, Events, Open, WORDS_MOST, booked_day, longest, positive, words};
use crate::domain::Millis;
use crate::domain::escrow::account::{Account, Expense};
use crate::domain::escrow::command::EscrowCommand;
use crate::domain::escrow::entry::{Code, Entry};
use crate::domain::escrow::event::EscrowEvent;
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::Money;
use crate::domain::opportunity::Payer;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;

impl Doing<'_> {
    pub(super) fn owed(&self, command: &EscrowCommand) -> Events {
        use EscrowCommand as C;
        match command {
            C::Receive {
                project,
                payer,
                amount,
                deposit,
                day,
                text,
            } => self.receive(*project, (*payer, *amount), (*deposit, *day), text),
            C::Net {
                project,
                amount,
                said,
            } => self.net(*project, *amount, said),
            C::WriteOff {
                project,
                payer,
                amount,
                words,
            } => self.write_off(*project, (*payer, *amount), words),
            C::Begin { amount, day, text } => self.begin(*amount, *day, text),
            _ => Err(Refusal::NoSuchThing),
        }
    }

    fn receive(
        &self,
        id: OpportunityId,
        (payer, amount): (Payer, i64),
        (deposit, day): (Option<EntryId>, Millis),
        text: &str,
    ) -> Events {
        positive(amount)?;
        booked_day(day, self.now)?;
        longest(text, Entry::TEXT_MOST)?;
        let mut open = self.house_project(id)?;
        let owed = open.owed(payer, amount)?;
        let amount = open.project.money(amount);
        let from = match deposit {
            None => Account::BankOwn,
            Some(deposit) => {
                let left = self.books().open_deposit(deposit);
                let left = left.ok_or(EscrowRefusal::NoSuchEntry(deposit))?;
                if left.currency != amount.currency {
                    let expected = amount.currency;
                    return Err(EscrowRefusal::OtherCurrency { expected }.into());
                }
                if left.left < amount.minor {
                    let held = open.project.money(left.left);
                    return Err(EscrowRefusal::MoreThanHeld { held }.into());
                }
                Account::Unallocated
            }
        };
        let about = About {
            of: deposit,
            text,
            day: Some(day),
            ..About::default()
        };
        open.sheet.moves(Code::C02, amount, (from, owed), about)?;
        open.done()
    }

    /// What a provider owes is kept from what was released to them, as they agreed (C04).
    fn net(&self, id: OpportunityId, amount: i64, said: &str) -> Events {
        positive(amount)?;
        longest(said, WORDS_MOST)?;
        if said.trim().is_empty() {
            return Err(BoardRefusal::HowSaidMissing.into());
        }
        let mut open = self.house_project(id)?;
        let owed = open.owed(Payer::Provider, amount)?;
        open.says(EscrowEvent::Moved {
            words: "".into(),
            word_of: None,
            said: said.trim().into(),
        });
        let from = Account::Released(open.project.firm, id);
        let amount = open.project.money(amount);
        open.sheet
            .moves(Code::C04, amount, (from, owed), About::default())?;
        open.done()
    }

    fn write_off(&self, id: OpportunityId, (payer, amount): (Payer, i64), why: &str) -> Events {
        positive(amount)?;
        let why = words(why, Entry::TEXT_MOST)?;
        let mut open = self.house_project(id)?;
        let owed = open.owed(payer, amount)?;
        let amount = open.project.money(amount);
        let sides = (Account::Expense(Expense::BadDebt), owed);
        let about = About {
            text: &why,
            ..About::default()
        };
        open.sheet.moves(Code::X04, amount, sides, about)?;
        open.done()
    }

    fn begin(&self, amount: Money, day: Millis, text: &str) -> Events {
        positive(amount.minor)?;
        booked_day(day, self.now)?;
        longest(text, Entry::TEXT_MOST)?;
        let mut sheet = self.sheet();
        let about = About {
            text,
            day: Some(day),
            ..About::default()
        };
        let sides = (Account::BankOwn, Account::Opening);
        sheet.moves(Code::O01, amount, sides, about)?;
        sheet.done()
    }
}

impl Open<'_> {
    /// The account on which at least so much is owed for the project.
    fn owed(&self, payer: Payer, amount: i64) -> Result<Account, Refusal> {
        let account = match payer {
            Payer::Client => client(&self.project),
            Payer::Provider => provider(&self.project),
        };
        let owed = self.sheet.stands(account, self.project.currency);
        if amount > owed {
            let owed = self.project.money(owed);
            return Err(EscrowRefusal::MoreThanOwed { owed }.into());
        }
        Ok(account)
    }
}
