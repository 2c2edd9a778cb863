//! The chart of accounts (LEDGER): whose money stands where, and which accounts may never cross zero. Every account is of one
//! currency at a time; amounts on the credit side are negative. Books nothing.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::ids::{FirmId, OpportunityId, OrganisationId};

/// An account. What is kept: never change a variant, add one behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Account {
    /// Clients' money in the bank.
    BankClients,
    /// The house's own money in the bank.
    BankOwn,
    /// Money that came in and is of no project yet.
    Unallocated,
    /// Money of a project that is of no tranche.
    Free(OpportunityId),
    /// Money that covers a tranche: what may be worked on.
    Tranche(OpportunityId, u16),
    /// Money of a project that a dispute holds, by its number there.
    Held(OpportunityId, u16),
    /// Money that goes back to a client.
    ClientCredit(OrganisationId),
    /// Money that was released to a provider of a project and not asked for yet.
    Released(FirmId, OpportunityId),
    /// Money on its way out of the clients' bank account, by the number of what it was instructed with.
    Transit(u32),
    /// What a client owes the house for a project.
    OwedByClient(OrganisationId, OpportunityId),
    /// What a provider owes the house for a project.
    OwedByProvider(FirmId, OpportunityId),
    /// Input VAT.
    VatIn,
    /// Output VAT.
    VatOut,
    /// Income of the house.
    Income(Income),
    /// Expenses of the house.
    Expense(Expense),
    /// What the house began with.
    Opening,
}

/// What the house earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Income {
    /// Introduction commission.
    Commission,
    /// The price of the option R0.
    Option,
    /// Fees of arbitration.
    Arbitration,
}

/// What the house spends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Expense {
    /// Claims that were given up.
    BadDebt,
}

/// In which part of the house's balance an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Clients' money: never the house's.
    Clients,
    /// The house's own.
    Own,
}

impl Account {
    /// Returns in which part of the balance it stands.
    pub fn part(self) -> Part {
        match self.is_clients_money() || self == Account::BankClients {
            true => Part::Clients,
            false => Part::Own,
        }
    }

    /// Whether it says to whom clients' money is owed: together never more than is in the clients' bank account.
    pub fn is_clients_money(self) -> bool {
        use Account as A;
        match self {
            A::Unallocated
            | A::Free(_)
            | A::Tranche(..)
            | A::Held(..)
            | A::ClientCredit(_)
            | A::Released(..)
            | A::Transit(_) => true,
            A::BankClients
            | A::BankOwn
            | A::OwedByClient(..)
            | A::OwedByProvider(..)
            | A::VatIn
            | A::VatOut
            | A::Income(_)
            | A::Expense(_)
            | A::Opening => false,
        }
    }

    /// Whether its balance stands on the debit side: positive.
    pub fn is_debit(self) -> bool {
        use Account as A;
        matches!(
            self,
            A::BankClients
                | A::BankOwn
                | A::OwedByClient(..)
                | A::OwedByProvider(..)
                | A::VatIn
                | A::Expense(_)
        )
    }

    /// Whether it may never cross zero.
    pub fn is_barred(self) -> bool {
        use Account as A;
        match self {
            A::BankClients | A::BankOwn | A::OwedByClient(..) | A::OwedByProvider(..) => true,
            A::VatIn | A::VatOut | A::Income(_) | A::Expense(_) | A::Opening => false,
            _ => self.is_clients_money(),
        }
    }

    /// Returns the project that its money is of.
    pub fn project(self) -> Option<OpportunityId> {
        use Account as A;
        match self {
            A::Free(of)
            | A::Tranche(of, _)
            | A::Held(of, _)
            | A::Released(_, of)
            | A::OwedByClient(_, of)
            | A::OwedByProvider(_, of) => Some(of),
            A::BankClients
            | A::BankOwn
            | A::Unallocated
            | A::ClientCredit(_)
            | A::Transit(_)
            | A::VatIn
            | A::VatOut
            | A::Income(_)
            | A::Expense(_)
            | A::Opening => None,
        }
    }

    /// Returns the stable name that texts find its kind by.
    pub fn key(self) -> &'static str {
        use Account as A;
        match self {
            A::BankClients => "bank-clients",
            A::BankOwn => "bank-own",
            A::Unallocated => "unallocated",
            A::Free(_) => "free",
            A::Tranche(..) => "tranche",
            A::Held(..) => "held",
            A::ClientCredit(_) => "client-credit",
            A::Released(..) => "released",
            A::Transit(_) => "transit",
            A::OwedByClient(..) => "owed-by-client",
            A::OwedByProvider(..) => "owed-by-provider",
            A::VatIn => "vat-in",
            A::VatOut => "vat-out",
            A::Income(Income::Commission) => "income-commission",
            A::Income(Income::Option) => "income-option",
            A::Income(Income::Arbitration) => "income-arbitration",
            A::Expense(Expense::BadDebt) => "bad-debt",
            A::Opening => "opening",
        }
    }
}

/// Writes its technical name, as the exports have it.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Account as A;
        match self {
            A::BankClients => f.write_str("assets:bank:clients"),
            A::BankOwn => f.write_str("assets:bank:own"),
            A::Unallocated => f.write_str("liabilities:unallocated"),
            A::Free(of) => write!(f, "liabilities:escrow:{of}:free"),
            A::Tranche(of, n) => write!(f, "liabilities:escrow:{of}:ms:{n}"),
            A::Held(of, n) => write!(f, "liabilities:escrow:{of}:held:{n}"),
            A::ClientCredit(client) => write!(f, "liabilities:clientcredit:{client}"),
            A::Released(firm, of) => write!(f, "liabilities:provider:{firm}:released:{of}"),
            A::Transit(n) => write!(f, "liabilities:transit-clients:{n}"),
            A::OwedByClient(client, of) => write!(f, "assets:receivable:client:{client}:{of}"),
            A::OwedByProvider(firm, of) => write!(f, "assets:receivable:provider:{firm}:{of}"),
            A::VatIn => f.write_str("assets:vat-in"),
            A::VatOut => f.write_str("liabilities:vat-out"),
            A::Income(Income::Commission) => f.write_str("income:commission"),
            A::Income(Income::Option) => f.write_str("income:r0-option"),
            A::Income(Income::Arbitration) => f.write_str("income:arbitration"),
            A::Expense(Expense::BadDebt) => f.write_str("expenses:bad-debt"),
            A::Opening => f.write_str("equity:opening"),
        }
    }
}

/// What was typed is the technical name of no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAccount;

/// Reads its technical name.
impl FromStr for Account {
    type Err = NotAnAccount;

    fn from_str(text: &str) -> Result<Account, NotAnAccount> {
        use Account as A;
        fn id<T: FromStr>(text: &str) -> Result<T, NotAnAccount> {
            text.parse().map_err(|_| NotAnAccount)
        }
        let parts: Vec<&str> = text.trim().split(':').collect();
        let found = match parts.as_slice() {
            ["assets", "bank", "clients"] => A::BankClients,
            ["assets", "bank", "own"] => A::BankOwn,
            ["liabilities", "unallocated"] => A::Unallocated,
            ["liabilities", "escrow", of, "free"] => A::Free(id(of)?),
            ["liabilities", "escrow", of, "ms", n] => A::Tranche(id(of)?, id(n)?),
            ["liabilities", "escrow", of, "held", n] => A::Held(id(of)?, id(n)?),
            ["liabilities", "clientcredit", client] => A::ClientCredit(id(client)?),
            ["liabilities", "provider", firm, "released", of] => A::Released(id(firm)?, id(of)?),
            ["liabilities", "transit-clients", n] => A::Transit(id(n)?),
            ["assets", "receivable", "client", who, of] => A::OwedByClient(id(who)?, id(of)?),
            ["assets", "receivable", "provider", who, of] => A::OwedByProvider(id(who)?, id(of)?),
            ["assets", "vat-in"] => A::VatIn,
            ["liabilities", "vat-out"] => A::VatOut,
            ["income", "commission"] => A::Income(Income::Commission),
            ["income", "r0-option"] => A::Income(Income::Option),
            ["income", "arbitration"] => A::Income(Income::Arbitration),
            ["expenses", "bad-debt"] => A::Expense(Expense::BadDebt),
            ["equity", "opening"] => A::Opening,
            _ => return Err(NotAnAccount),
        };
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn esc_10_the_technical_name_of_every_account_reads_back() {
        use Account as A;
        let (of, client, firm) = (OpportunityId(3), OrganisationId(7), FirmId(1 << 32 | 4));
        for account in [
            A::BankClients,
            A::BankOwn,
            A::Unallocated,
            A::Free(of),
            A::Tranche(of, 2),
            A::Held(of, 1),
            A::ClientCredit(client),
            A::Released(firm, of),
            A::Transit(9),
            A::OwedByClient(client, of),
            A::OwedByProvider(firm, of),
            A::VatIn,
            A::VatOut,
            A::Income(Income::Commission),
            A::Income(Income::Option),
            A::Income(Income::Arbitration),
            A::Expense(Expense::BadDebt),
            A::Opening,
        ] {
            assert_eq!(account.to_string().parse(), Ok(account), "{account}");
        }
        for wrong in [
            "",
            "assets",
            "liabilities:escrow:O-x:free",
            "liabilities:escrow:O-3:ms:70000",
        ] {
            assert_eq!(wrong.parse::<Account>(), Err(NotAnAccount), "{wrong}");
        }
    }
}
