//! What follows for clients' money from what was decided on the board: an agreement opens an account and charges the
//! commission, another coordinator takes an account over, and no mission ends while money of it has nowhere to go.

use super::sheet::{About, Sheet};
use crate::domain::decision::{Decision, Facts};
use crate::domain::escrow::account::{Account, Income};
use crate::domain::escrow::entry::Code;
use crate::domain::escrow::event::EscrowEvent;
use crate::domain::escrow::project::{Closed, Project};
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::event::Event;
use crate::domain::ids::FirmId;
use crate::domain::money::Money;
use crate::domain::opportunity::event::{BoardEvent, OfBoard};
use crate::domain::opportunity::{MissionEvent, Opportunity, OpportunityStage, Payer};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// Adds to a decision what follows from it for clients' money.
///
/// # Errors
/// A mission would end while money of it is on its account.
pub(in crate::domain) fn follow(
    state: &State,
    facts: &Facts,
    mut decision: Decision,
) -> Result<Decision, Refusal> {
    let mut more = Vec::new();
    for event in &decision.events {
        let Event::Board(of) = event else { continue };
        let Some(opportunity) = state.board().opportunity(of.opportunity) else {
            continue;
        };
        let mut sheet = Sheet::new(state, facts.now);
        one(&mut sheet, state, (opportunity, of), &decision.events)?;
        more.extend(sheet.done()?);
    }
    decision.events.extend(more);
    Ok(decision)
}

fn one(
    sheet: &mut Sheet<'_>,
    state: &State,
    (opportunity, of): (&Opportunity, &OfBoard),
    all: &[Event],
) -> Result<(), Refusal> {
    match &*of.event {
        BoardEvent::Agreed { agreement, .. } => {
            let firm = winner(state, opportunity, all);
            match Project::begun(
                opportunity,
                agreement,
                firm,
                opportunity.deal.tranches.clone(),
            ) {
                Some(project) => open(sheet, state, &project),
                None => Ok(()),
            }
        }
        BoardEvent::Mission(MissionEvent::Taken { person, .. }) => {
            let Some(project) = state.books().project(opportunity.id) else {
                return Ok(());
            };
            let (from, to) = (project.firm, state.acting(*person));
            sheet.about(project);
            if from != to {
                sheet.says(EscrowEvent::HandedOver { from, to });
            }
            Ok(())
        }
        BoardEvent::Moved {
            to: OpportunityStage::Ended { .. },
            ..
        } => end(sheet, state, opportunity),
        _ => Ok(()),
    }
}

/// The firm whose proposal was selected.
fn winner(state: &State, opportunity: &Opportunity, all: &[Event]) -> FirmId {
    let to = |event: &Event| match event {
        Event::Board(of) if of.opportunity == opportunity.id => match &*of.event {
            BoardEvent::Moved { to, .. } => to.winner(),
            _ => None,
        },
        _ => None,
    };
    let won = all.iter().find_map(to);
    let won = won.or_else(|| opportunity.stage.winner());
    let won = won.and_then(|id| state.board().proposal(id));
    won.map_or(FirmId::NONE, |proposal| proposal.firm)
}

/// Opens a project's account, and charges what the house takes with its VAT.
pub(super) fn open(sheet: &mut Sheet<'_>, state: &State, project: &Project) -> Result<(), Refusal> {
    sheet.about(project);
    sheet.says(EscrowEvent::Opened {
        project: Box::new(project.clone()),
    });
    let commission = (project.commission, Income::Commission);
    match project.payer {
        Payer::Client => charge(
            sheet,
            state,
            project,
            (Code::C01, client(project)),
            commission,
        )?,
        Payer::Provider => charge(
            sheet,
            state,
            project,
            (Code::C03, provider(project)),
            commission,
        )?,
    }
    // The option is the client's to pay (S2), whoever pays the commission.
    let option = (project.option, Income::Option);
    charge(sheet, state, project, (Code::C01, client(project)), option)
}

/// Where a client owes what is charged for a project.
pub(super) fn client(project: &Project) -> Account {
    Account::OwedByClient(project.client, project.opportunity)
}

/// Where the firm that runs a project owes what is charged for it.
pub(super) fn provider(project: &Project) -> Account {
    Account::OwedByProvider(project.firm, project.opportunity)
}

fn charge(
    sheet: &mut Sheet<'_>,
    state: &State,
    project: &Project,
    (code, owed): (Code, Account),
    (net, income): (i64, Income),
) -> Result<(), Refusal> {
    if net == 0 {
        return Ok(());
    }
    let vat = share(project.money(net), state.terms().vat_permille).minor;
    let sides = [
        (owed, net.saturating_add(vat)),
        (Account::Income(income), -net),
        (Account::VatOut, -vat),
    ];
    sheet.book(code, project.currency, &sides, About::default())?;
    Ok(())
}

/// So many thousandths of an amount, half a minor unit rounded up.
fn share(of: Money, permille: u32) -> Money {
    crate::domain::opportunity::rules::select::share(of, permille)
}

/// A mission ends without being delivered: not while money is on its account, and what was charged is taken back with it
/// as far as nobody paid it.
fn end(sheet: &mut Sheet<'_>, state: &State, opportunity: &Opportunity) -> Result<(), Refusal> {
    let books = state.books();
    let Some(project) = books.project(opportunity.id) else {
        return Ok(());
    };
    let held = books.account(project);
    if held > 0 {
        let held = project.money(held);
        return Err(EscrowRefusal::MoneyHeld { held }.into());
    }
    if project.closed.is_some() {
        return Ok(());
    }
    sheet.about(project);
    sheet.says(EscrowEvent::Shut { why: Closed::Ended });
    Ok(())
}
