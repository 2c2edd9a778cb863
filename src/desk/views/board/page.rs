//! An opportunity whole, made for one person: what it is, what follows from its group, what each step
//! costs and opens, their proposal or all of them, the terms, and whose turn it is. A mission is `mission.rs`.

use super::BoardRow;
use super::deal::{DealPage, deal};
use super::hand::successors;
use super::mission::{MissionPage, mission};
use super::offers::{self, MyProposal, Others, ProposalRow, Reader, files_of};
use super::whom::Whom;
use crate::desk::Desk;
use crate::desk::views::beside::person_name;
use crate::desk::views::{Look, Of};
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::house::{Country, Selects};
use crate::domain::ids::{OpportunityId, PersonId, QuotationId};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::credit::{CreditKind, Opened};
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::rules::clock::{ContactClock, contact_clock};
use crate::domain::opportunity::rules::eligibility::lacks;
use crate::domain::opportunity::{
    Agreement, BoardEvent, EndReason, Notice, Opportunity, OpportunityStage, Payer,
};
use crate::domain::request::{Attachment, By, Group};
use crate::domain::state::step::posted_step;
use crate::domain::terms::Terms;
use crate::domain::trade::MissionRole;
use crate::domain::{Millis, Refusal, Seq};
use crate::journal::Fault;
use crate::text::sanitise::{clean_line, clean_text};

/// A step, and what it costs (BRD-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepState {
    /// Which one.
    pub kind: CreditKind,
    /// What it costs now.
    pub price: u32,
    /// How many credits of its kind are left.
    pub left: u32,
    /// Whether it is open: taken, or free because credits are off.
    pub open: bool,
    /// Whether it can still be taken: proposals are taken.
    pub sold: bool,
    /// When it was taken.
    pub at: Option<Millis>,
}

/// Who the client is, for who may know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientCard {
    /// The organisation.
    pub organisation: String,
    /// Where it is.
    pub country: Option<Country>,
    /// Who asks for it.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// Their phone number.
    pub phone: String,
}

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Facilitators': to apply, until then.
    Proposers(Millis),
    /// The client's: so many proposals wait to be judged or selected.
    Client(String, u32),
    /// The client's: to say how it is paid.
    Chooser(String),
    /// The client's: to agree to the terms.
    Agreer(String),
    /// The house's: so many proposals wait for it to select one.
    Selector(u32),
    /// The winner's: to confirm the terms.
    Winner(String),
    /// The house's: to find another coordinator.
    Replacer,
    /// The coordinator's: to run and deliver the mission.
    Coordinator(String),
    /// The house's: nobody proposed until then.
    House(Millis),
    /// Nobody's.
    Nobody,
}

/// What the house takes, by its terms as they stand: said before anybody agrees to it (BRD-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// The usage fee under Client introduction, in thousandths.
    pub usage_permille: u32,
    /// The contribution fee under Client introduction, in thousandths.
    pub contribution_permille: u32,
    /// The introduction commission, in thousandths of the price.
    pub commission_permille: u32,
    /// What a coordinator gets on top for each service, under Subcontracting.
    pub coordination: Money,
}

/// An opportunity whole.
#[derive(Clone, Debug)]
pub struct OpportunityPage {
    /// Its line on the board.
    pub row: BoardRow,
    /// The notice as it stands, to put it right; for who may post.
    pub notice: Option<Box<Notice>>,
    /// The record whose notice that is; who puts it right names it.
    pub notice_at: Seq,
    /// The files of the description, to be kept when it is put right; for who may post.
    pub attachments: Vec<Attachment>,
    /// What facilitators spent on it: credits, and how many people; for the house.
    pub spent: Option<(u32, usize)>,
    /// The record it stands for.
    pub seq: Seq,
    /// The description; `None` until it is opened.
    pub text: Option<String>,
    /// The names and sizes of its files; empty until it is opened.
    pub files: Vec<(String, u64)>,
    /// Who pays the commission.
    pub payer: Payer,
    /// Why the provider is asked to pay the commission.
    pub payer_reason: String,
    /// What the house takes.
    pub rates: Rates,
    /// The currency in which offers are made.
    pub currency: Currency,
    /// Who posted it, for the house.
    pub posted_by: Option<String>,
    /// The quotation it came from, for the house and the client.
    pub quotation: Option<QuotationId>,
    /// The steps, for a facilitator.
    pub steps: Vec<StepState>,
    /// When the client may be reached directly, for a facilitator.
    pub clock: Option<ContactClock>,
    /// What a facilitator lacks to apply.
    pub lacks: Vec<Lack>,
    /// The client, for who may know.
    pub client: Option<ClientCard>,
    /// The proposal of who looks.
    pub mine: Option<MyProposal>,
    /// What a facilitator sees of the others.
    pub others: Option<Others>,
    /// All proposals, for the client and the house.
    pub proposals: Vec<ProposalRow>,
    /// The terms: as they would be confirmed (`false`), or as they were; for the winner, the client and
    /// the house.
    pub agreement: Option<(Agreement, bool)>,
    /// The same with what is delivered and who agreed to it.
    pub deal: Option<DealPage>,
    /// Whether who looks has won and must confirm.
    pub to_confirm: bool,
    /// Whether who looks has won and may still decline.
    pub may_decline: bool,
    /// Why it ended.
    pub ended: Option<(EndReason, Millis)>,
    /// The mission, for who is in it, the client and the house.
    pub mission: Option<MissionPage>,
    /// Whom the house could offer the mission to in the place of its coordinator.
    pub successors: Vec<(PersonId, String)>,
    /// Whose turn it is.
    pub turn: Whose,
    /// Whether who looks may act as the client or for them.
    pub may_qualify: bool,
    /// Whether how it is paid is said with the selection: where the client selects (BRD-6).
    pub chooses_formula: bool,
    /// Whether they say how it is paid, or could say it anew, until the winner confirms.
    pub may_choose: bool,
    /// Whether they would judge and select on the client's word: the record says so (PPL-3).
    pub on_word: bool,
    /// Whether what is the client's to say they would say for her.
    pub for_client: bool,
    /// Whom a facilitator asks about it (FUP-4).
    pub whom: Option<Whom>,
    /// Whether they are on both sides of this deal: rivals' proposals are not shown, and others decide (PPL-1).
    pub both_sides: bool,
}

impl OpportunityPage {
    /// Returns a look at an opportunity, as [`load_opportunity`] loads it.
    pub fn look(id: OpportunityId) -> Look<Of<OpportunityId, OpportunityPage>> {
        Look::read(move |looker| async move {
            let (desk, now) = (&looker.desk, looker.now());
            Ok((id, load_opportunity(desk, looker.me, id, now).await?))
        })
    }
}

/// Loads an opportunity for `me`. `Ok(Err(…))` is a refusal: also for what they may not know of.
///
/// # Errors
/// A damaged record.
pub async fn load_opportunity(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
    now: Millis,
) -> Result<Result<OpportunityPage, Refusal>, Fault> {
    let published = desk.published();
    let state = published.state();
    let Some(eyes) = Eyes::of(state, me) else {
        return Ok(Err(Refusal::NobodyKnown));
    };
    let opportunity = match eyes.opportunity(id) {
        Ok(opportunity) => opportunity,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut reader = Reader::new(desk);
    let mut page = outline(&eyes, opportunity, now);
    if eyes.see_text(opportunity) {
        page.text = Some(description(opportunity, &mut reader).await?);
        page.files = files_of(&opportunity.files);
    }
    page.mine = offers::mine(&eyes, opportunity, &mut reader).await?;
    page.others = offers::others(&eyes, opportunity, &mut reader).await?;
    page.proposals = offers::all(&eyes, opportunity, &mut reader).await?;
    if let (Some(mission), Some(at)) = (
        &mut page.mission,
        opportunity.mission.as_ref().and_then(|m| m.report_at),
    ) {
        let events = reader.events(at).await?;
        let text = events.into_iter().find_map(|event| match event {
            BoardEvent::Reported { text, .. } => Some(clean_text(text).into_owned()),
            _ => None,
        });
        if mission.reads_report {
            mission.report = text.unwrap_or_default();
        }
    }
    Ok(Ok(page))
}

async fn description(opportunity: &Opportunity, reader: &mut Reader<'_>) -> Result<String, Fault> {
    let events = reader.events(opportunity.text_at).await?;
    let text = events.into_iter().find_map(|event| match event {
        BoardEvent::Posted(posted) => Some(&posted.text),
        BoardEvent::Amended {
            text: Some((text, _)),
            ..
        } => Some(text),
        _ => None,
    });
    Ok(text.map(|t| clean_text(t).into_owned()).unwrap_or_default())
}

/// All of a page that needs no reading.
pub(super) fn outline(eyes: &Eyes<'_>, opportunity: &Opportunity, now: Millis) -> OpportunityPage {
    use crate::domain::person::Permission;
    let state = eyes.state;
    let me = eyes.id();
    let row = BoardRow::of(eyes, opportunity, now);
    let may_confirm = eyes.rights.has(FirmRight::Proposes) && has_won(eyes, opportunity);
    let both_sides = eyes.is_on_both_sides(opportunity);
    let is_client = eyes.is_client(opportunity);
    let hers = opportunity.selects == Selects::Client;
    let introduced = opportunity.group == Group::ClientIntroduction;
    let posts = eyes.person.may(Permission::PostOpportunities);
    let asks = || lacks(state, me, &opportunity.notice, MissionRole::Coordinator);
    let missing = eyes.facilitator.then(asks).unwrap_or_default();
    let deal = deal(eyes, opportunity);
    let provider = deal.as_ref().and_then(|deal| deal.provider.as_ref());
    let confirmed = provider.is_some_and(|yes| yes.stands);
    let posted_by = opportunity.posted_by.filter(|_| eyes.staff);
    let is_selected = matches!(opportunity.stage, OpportunityStage::Selected { .. });
    let may_answer = may_confirm && is_selected;
    let files: &[Attachment] = if posts { &opportunity.files } else { &[] };
    OpportunityPage {
        turn: turn(eyes, opportunity, now),
        notice: posts.then(|| Box::new(opportunity.notice.clone())),
        notice_at: opportunity.notice_at,
        attachments: files.to_vec(),
        spent: eyes.staff.then(|| spent(eyes, opportunity)),
        seq: state.seq(),
        text: None,
        files: Vec::new(),
        payer: opportunity.notice.payer,
        payer_reason: clean_line(&opportunity.notice.payer_reason).into_owned(),
        rates: rates(state.terms()),
        currency: currency(state.terms(), opportunity),
        posted_by: posted_by.map(|id| person_name(state, id)),
        quotation: opportunity
            .quotation
            .filter(|id| eyes.quotation(*id).is_ok()),
        steps: steps(eyes, opportunity, now),
        clock: eyes
            .facilitator
            .then(|| contact_clock(state, opportunity, eyes.firm, now)),
        lacks: missing,
        client: eyes
            .see_client(opportunity)
            .then(|| client(eyes, opportunity)),
        mine: None,
        others: None,
        proposals: Vec::new(),
        agreement: deal
            .as_ref()
            .map(|deal| (deal.agreement.clone(), deal.agreed)),
        to_confirm: may_answer && !opportunity.awaits_formula() && !confirmed,
        may_decline: may_answer,
        deal,
        chooses_formula: introduced && hers,
        may_choose: is_selected && introduced && (is_client || posts) && !both_sides,
        ended: match opportunity.stage {
            OpportunityStage::Ended { why, at } => Some((why, at)),
            _ => None,
        },
        mission: mission(eyes, opportunity),
        successors: successors(eyes, opportunity),
        may_qualify: (posts || (is_client && hers)) && !both_sides,
        on_word: posts && hers,
        for_client: posts,
        whom: Whom::about(eyes, opportunity),
        both_sides,
        row,
    }
}

/// The currency in which offers are made: the client's, when they said what they would spend.
fn currency(terms: &Terms, opportunity: &Opportunity) -> Currency {
    let stated = opportunity.notice.amount;
    stated.map_or(terms.currency, |amount| amount.currency)
}

/// Whether the firm they act for was selected.
fn has_won(eyes: &Eyes<'_>, opportunity: &Opportunity) -> bool {
    let board = eyes.state.board();
    let winner = opportunity.stage.winner().and_then(|id| board.proposal(id));
    winner.is_some_and(|proposal| eyes.owns(proposal))
}

/// The rates of the house's terms.
fn rates(terms: &Terms) -> Rates {
    Rates {
        usage_permille: terms.usage_permille,
        contribution_permille: terms.contribution_permille,
        commission_permille: terms.commission_permille,
        coordination: terms.coordination,
    }
}

/// The credits that were spent on it and not given back, and by how many people.
fn spent(eyes: &Eyes<'_>, opportunity: &Opportunity) -> (u32, usize) {
    let of = |opened: Opened| -> u32 {
        let steps = CreditKind::ALL
            .into_iter()
            .filter_map(|kind| opened.step(kind));
        steps
            .filter(|step| !step.refunded)
            .map(|step| step.price)
            .sum()
    };
    let openers = eyes.state.credits().openers(opportunity.id);
    let spent: Vec<u32> = openers
        .map(|(_, opened)| of(opened))
        .filter(|n| *n > 0)
        .collect();
    (spent.iter().sum(), spent.len())
}

fn steps(eyes: &Eyes<'_>, opportunity: &Opportunity, now: Millis) -> Vec<StepState> {
    if !eyes.facilitator {
        return Vec::new();
    }
    if !eyes.sees_firm() {
        return Vec::new();
    }
    let (state, firm) = (eyes.state, eyes.firm);
    let opened = state.credits().opened(opportunity.id, firm);
    let step = |kind: CreditKind| StepState {
        kind,
        price: kind.price(state.terms()),
        left: state.credits().left(firm, kind),
        open: state.has_opened(opportunity.id, firm, kind),
        sold: opportunity.takes_proposals(now),
        at: opened.step(kind).map(|step| step.at),
    };
    CreditKind::ALL.into_iter().map(step).collect()
}

fn client(eyes: &Eyes<'_>, opportunity: &Opportunity) -> ClientCard {
    let line = |text: &str| clean_line(text).into_owned();
    let organisation = eyes.state.organisation(opportunity.organisation);
    let contact = eyes.state.contact(opportunity.contact);
    ClientCard {
        organisation: organisation
            .map(|o| line(&o.profile.name))
            .unwrap_or_default(),
        country: organisation.and_then(|o| o.profile.country),
        name: contact.map(|c| line(&c.name)).unwrap_or_default(),
        email: contact.map(|c| line(&c.email)).unwrap_or_default(),
        phone: contact.map(|c| line(&c.phone)).unwrap_or_default(),
    }
}

/// Whose turn it is, by the same rule as in the inbox (REQ-9). Names of proposers are for the client and the
/// house, the client's for who may know.
fn turn(eyes: &Eyes<'_>, opportunity: &Opportunity, now: Millis) -> Whose {
    let state = eyes.state;
    let winner = opportunity.stage.winner();
    let own = |id| state.board().proposal(id).is_some_and(|p| eyes.owns(p));
    let known = winner.is_some_and(|id| eyes.see_proposal(opportunity, id) || own(id));
    let name = |person: PersonId| {
        if known || person == eyes.id() {
            person_name(state, person)
        } else {
            String::new()
        }
    };
    let Some(house) = state.house().filter(|_| !opportunity.stage.is_over()) else {
        return Whose::Nobody;
    };
    match posted_step(state, house, opportunity, None).at(now).by {
        By::Proposers { .. } => Whose::Proposers(opportunity.notice.deadline),
        By::Client if opportunity.awaits_formula() => {
            let known = eyes.see_client(opportunity);
            let known = known.then(|| client(eyes, opportunity).name);
            Whose::Chooser(known.unwrap_or_default())
        }
        By::Client if !opportunity.stage.is_pending() => {
            let known = eyes.see_client(opportunity);
            let known = known.then(|| client(eyes, opportunity).name);
            Whose::Agreer(known.unwrap_or_default())
        }
        By::Us(_) if opportunity.submitted > 0 && opportunity.stage.is_pending() => {
            Whose::Selector(opportunity.submitted)
        }
        By::Client => {
            let who = if eyes.see_client(opportunity) {
                client(eyes, opportunity).name
            } else {
                String::new()
            };
            Whose::Client(who, opportunity.submitted)
        }
        By::Winner(person) => Whose::Winner(name(person)),
        By::Coordinator(person) => Whose::Coordinator(name(person)),
        By::Us(_) if opportunity.mission.is_some() => Whose::Replacer,
        By::Us(_) | By::Desk(_) => Whose::House(opportunity.notice.deadline),
        By::Nobody => Whose::Nobody,
    }
}
