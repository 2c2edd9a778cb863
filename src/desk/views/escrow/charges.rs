//! What the house takes for a project (ESC-6): the commission and the price of the option R0, with their VAT, and what of it is
//! paid. What is owed beside it stands there too: what the house made up for.

use crate::domain::escrow::{Account, Project};
use crate::domain::eyes::Eyes;
use crate::domain::money::Money;
use crate::domain::opportunity::Payer;
use crate::domain::opportunity::rules::select::share;

/// What is charged for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charged {
    /// Without VAT.
    pub net: Money,
    /// With it.
    pub gross: Money,
}

/// What the house takes for a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charges {
    /// The introduction commission.
    pub commission: Charged,
    /// The price of the option R0; nothing under Basic.
    pub option: Charged,
    /// Who pays the commission; the option is always the client's.
    pub payer: Payer,
    /// What the client owes still.
    pub by_client: Money,
    /// What the provider owes still.
    pub by_provider: Money,
}

impl Charges {
    /// Whether nothing is owed any more.
    pub fn is_paid(&self) -> bool {
        self.by_client.minor == 0 && self.by_provider.minor == 0
    }
}

/// Returns what is charged for a project, and what of it is owed.
pub(super) fn charges(eyes: &Eyes<'_>, project: &Project) -> Charges {
    let (state, id) = (eyes.state, project.opportunity);
    let charged = |net: i64| {
        let net = project.money(net);
        let vat = share(net, state.terms().vat_permille).minor;
        let gross = project.money(net.minor.saturating_add(vat));
        Charged { net, gross }
    };
    let books = state.books();
    let stands = |account| project.money(books.stands(account, project.currency));
    let (commission, option) = (charged(project.commission), charged(project.option));
    let mut by_client = stands(Account::OwedByClient(project.client, id));
    let mut by_provider = stands(Account::OwedByProvider(project.firm, id));
    if books.project(id).is_none() {
        // Nothing is booked yet of what was agreed before there were books: it is as good as owed.
        let owed = match project.payer {
            Payer::Client => &mut by_client,
            Payer::Provider => &mut by_provider,
        };
        owed.minor = owed.minor.saturating_add(commission.gross.minor);
        by_client.minor = by_client.minor.saturating_add(option.gross.minor);
    }
    Charges {
        commission,
        option,
        payer: project.payer,
        by_client,
        by_provider,
    }
}
