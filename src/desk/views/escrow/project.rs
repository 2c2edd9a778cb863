//! The account of a project whole (ESC-1 to ESC-6): what may be worked on, its tranches, its dispute, what the house takes, whose
//! turn it is and the last movements. Who ran it before gets what was released to their firm, and nothing else is put in.

use super::charges::{Charges, charges};
use super::dispute::{self, DisputePage};
use super::list::{AccountRow, released_to};
use super::reading::Reader;
use super::statement::{Movement, StatementOf};
use super::tranche::{self, TrancheLine};
use super::turn::{Duty, duties, is_basic_paid};
use crate::desk::Desk;
use crate::desk::views::{Look, Of};
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::escrow::{Account, AccountSight, Closed, Outcome, Project};
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::ids::{FirmId, OpportunityId, OrganisationId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::{Opportunity, Side};
use crate::domain::person::Permission;
use crate::domain::{Millis, Refusal};
use crate::journal::Fault;

/// The most movements that a page shows; the rest stands in the statement.
const LATEST: usize = 8;

/// An account. Of who ran the project before, all but what was released to their firm is nothing or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPage {
    /// Its line in the list: what is held, what may be worked on, of how much.
    pub row: AccountRow,
    /// How often it changed: who releases names what they saw.
    pub revision: u32,
    /// The organisation that is the client.
    pub organisation: OrganisationId,
    /// The firm that runs it.
    pub firm: FirmId,
    /// The price; `None` for who ran it before.
    pub price: Option<Money>,
    /// The tranches.
    pub tranches: Vec<TrancheLine>,
    /// Money of no tranche.
    pub free: Money,
    /// What was released in all.
    pub released: Money,
    /// What was released to the provider and is not paid out yet.
    pub payable: Money,
    /// The dispute that is open, or the last one.
    pub dispute: Option<DisputePage>,
    /// How the disputes before that ended: number, what was held, outcome.
    pub earlier: Vec<(u16, Money, Option<Outcome>)>,
    /// What the house takes; `None` for who ran it before.
    pub charges: Option<Charges>,
    /// Under Basic: whether the commission is paid, and the parties settle the rest themselves.
    pub settled_between: bool,
    /// What is to be done, what holds up the rest first.
    pub duties: Vec<Duty>,
    /// The last movements, the newest first.
    pub latest: Vec<Movement>,
    /// How it ended, if it did without being paid.
    pub closed: Option<Closed>,
    /// The sides that who looks can speak for: their own, or those of which the house speaks.
    pub sides: Vec<Side>,
    /// The side that who looks is on themselves.
    pub own_side: Option<Side>,
    /// What goes back to the client and was not sent yet; for who sees the books.
    pub credit: Option<Money>,
}

impl AccountPage {
    /// Returns a look at an account, as [`load_account`] loads it.
    pub fn look(id: OpportunityId) -> Look<Of<OpportunityId, AccountPage>> {
        Look::read(move |looker| async move {
            let (desk, now) = (&looker.desk, looker.now());
            Ok((id, load_account(desk, looker.me, id, now).await?))
        })
    }

    /// Returns a tranche by its number.
    pub fn tranche(&self, number: u16) -> Option<&TrancheLine> {
        self.tranches.iter().find(|one| one.number == number)
    }

    /// Returns the dispute, if it is open.
    pub fn open_dispute(&self) -> Option<&DisputePage> {
        self.dispute.as_ref().filter(|one| one.outcome.is_none())
    }
}

/// Loads an account for `me`. `Ok(Err(…))` is a refusal: also for what they may not know of.
///
/// # Errors
/// A damaged record.
pub async fn load_account(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
    now: Millis,
) -> Result<Result<AccountPage, Refusal>, Fault> {
    let sight = desk.sight(me);
    let state = sight.state();
    let Some(eyes) = Eyes::of(state, me) else {
        return Ok(Err(Refusal::NobodyKnown));
    };
    let none = EscrowRefusal::NoAccount(id);
    let Some(of) = state.board().opportunity(id) else {
        return Ok(Err(none.into()));
    };
    let seen = eyes.sees_account(of).zip(state.account_of(of));
    let row = AccountRow::of_account(&eyes, of);
    let ((sees, project), row) = match seen.zip(row) {
        Some(found) => found,
        None => return Ok(Err(none.into())),
    };
    let mut page = match sees {
        AccountSight::Whole => whole(&eyes, of, &project, row),
        AccountSight::Own => former(&eyes, &project, row),
    };
    let statement = sight.statement(StatementOf::Project(id), None, 4 * LATEST);
    let lines = statement.map(|one| one.lines).unwrap_or_default();
    let moved = lines
        .into_iter()
        .filter(|one| one.into != 0 || one.out != 0);
    page.latest = moved.take(LATEST).collect();
    if sees == AccountSight::Whole {
        let mut reader = Reader::new(desk, id);
        for line in &mut page.tranches {
            if let Some(part) = project.part(line.number) {
                tranche::read(line, part, &mut reader).await?;
            }
        }
        let last = u16::try_from(project.disputes.len()).unwrap_or(u16::MAX);
        if let Some(dispute) = project.dispute(last) {
            let about = (last, dispute);
            let shown = dispute::page(&eyes, of, &project, about, (&mut reader, now)).await?;
            page.dispute = Some(shown);
        }
    }
    Ok(Ok(page))
}

/// All of a page that needs no reading.
fn whole(eyes: &Eyes<'_>, of: &Opportunity, project: &Project, row: AccountRow) -> AccountPage {
    let books = eyes.state.books();
    let parts = project.numbers().zip(&project.parts);
    let released = project.parts.iter().map(|part| part.released).sum();
    let payable = Account::Released(project.firm, of.id);
    let disputes = (1_u16..).zip(&project.disputes);
    let before = project.disputes.len().saturating_sub(1);
    let own_side = own_side(eyes, of, project);
    let credit = Account::ClientCredit(project.client);
    let credit = books.stands(credit, project.currency);
    AccountPage {
        revision: project.revision,
        organisation: project.client,
        firm: project.firm,
        price: Some(project.money(project.price)),
        tranches: parts
            .map(|one| tranche::outline(eyes, of, project, one))
            .collect(),
        free: project.money(books.free(project)),
        released: project.money(released),
        payable: project.money(books.stands(payable, project.currency)),
        dispute: None,
        earlier: disputes
            .take(before)
            .map(|(n, one)| (n, project.money(one.held), one.outcome))
            .collect(),
        charges: Some(charges(eyes, project)),
        settled_between: is_basic_paid(eyes, project),
        duties: duties(eyes, of, project),
        latest: Vec::new(),
        closed: project.closed,
        sides: sides(eyes, of, own_side),
        own_side,
        credit: eyes.sees_books().then(|| project.money(credit)),
        row,
    }
}

/// What who ran it before sees: what was released to their firm.
fn former(eyes: &Eyes<'_>, project: &Project, row: AccountRow) -> AccountPage {
    let released = released_to(eyes.state, project, eyes.firm);
    let payable = Account::Released(eyes.firm, project.opportunity);
    let books = eyes.state.books();
    AccountPage {
        row,
        revision: 0,
        organisation: OrganisationId::NONE,
        firm: eyes.firm,
        price: None,
        tranches: Vec::new(),
        free: project.money(0),
        released: project.money(released.unwrap_or_default().0),
        payable: project.money(books.stands(payable, project.currency)),
        dispute: None,
        earlier: Vec::new(),
        charges: None,
        settled_between: false,
        duties: Vec::new(),
        latest: Vec::new(),
        closed: None,
        sides: Vec::new(),
        own_side: None,
        credit: None,
    }
}

/// The side that who looks is on, as the rules see it.
fn own_side(eyes: &Eyes<'_>, of: &Opportunity, project: &Project) -> Option<Side> {
    if eyes.is_client(of) {
        Some(Side::Client)
    } else if eyes.firm == project.firm && eyes.rights.has(FirmRight::Proposes) {
        Some(Side::Provider)
    } else {
        None
    }
}

/// The sides that who looks may speak for; nobody speaks for the other side of a deal of their own (PPL-1).
fn sides(eyes: &Eyes<'_>, of: &Opportunity, own: Option<Side>) -> Vec<Side> {
    if eyes.is_on_both_sides(of) {
        return Vec::new();
    }
    let staff = |needed| {
        let mut roles = eyes.person.roles.iter();
        roles.any(|role| role.is_staff() && role.permits(needed))
    };
    let may = |side| match side {
        Side::Client => own == Some(side) || staff(Permission::PostOpportunities),
        Side::Provider => own == Some(side) || staff(Permission::RunMissions),
    };
    let both = [Side::Client, Side::Provider];
    both.into_iter().filter(|side| may(*side)).collect()
}
