//! Decides what the house posts, puts right and ends (BRD-2, QUO-4): a notice that names no client, with what
//! goes with its group.

use crate::domain::event::Event;
use crate::domain::house::Selects;
use crate::domain::ids::{OpportunityId, QuotationId, RequestId, Seq};
use crate::domain::lists::Lists;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::credit::{CreditEntry, CreditKind};
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::event::{BoardEvent, Posted};
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::names::Names;
use crate::domain::opportunity::rules::steps::credited;
use crate::domain::opportunity::rules::{
    Doing, Events, files_fit, in_currency, longest, moved, near, of, right_price,
};
use crate::domain::opportunity::{EndReason, Formula, Notice, OpportunityStage, Payer};
use crate::domain::refusal::Refusal;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Group, Request, RequestStage, Status};
use crate::domain::thing::Thing;

impl Doing<'_> {
    pub(super) fn post(
        &self,
        request: RequestId,
        quotation: Option<QuotationId>,
        notice: &Notice,
        description: &Description,
    ) -> Events {
        let from = self.state.request(request);
        let from = from.ok_or(RequestRefusal::NoSuchRequest(request))?;
        match from.status {
            Status::Open | Status::Snoozed { .. } => {}
            Status::Closed { .. } => {
                return Err(RequestRefusal::IsClosed(request).into());
            }
            Status::Merged { into } => {
                return Err(RequestRefusal::IsMerged { into }.into());
            }
            Status::Void => return Err(RequestRefusal::IsVoid(request).into()),
        }
        let group = from.group.ok_or(RequestRefusal::GroupUndecided(request))?;
        if self.must_validate(group) && from.stage != RequestStage::Validated {
            return Err(BoardRefusal::NotValidated(request).into());
        }
        let board = self.state.board();
        let live = board.of_request(request).find(|id| {
            let stage = board.opportunity(*id).map(|o| o.stage);
            !matches!(
                stage,
                Some(OpportunityStage::Ended { .. } | OpportunityStage::Delivered { .. }) | None
            )
        });
        if let Some(id) = live {
            return Err(BoardRefusal::AlreadyPosted(id).into());
        }
        if group == Group::Subcontracting {
            let accepted =
                quotation.is_some_and(|id| self.state.quotations().is_accepted(id, request));
            // One deal, one mission: what was delivered is not posted again.
            let delivered = board.of_request(request).any(|id| {
                let one = board.opportunity(id);
                one.is_some_and(|o| {
                    o.quotation == quotation
                        && matches!(o.stage, OpportunityStage::Delivered { .. })
                })
            });
            if !accepted || delivered {
                return Err(BoardRefusal::NeedsQuotation(request).into());
            }
        }
        on_lists(self.state.lists(), notice, None)?;
        self.check_notice(group, notice)?;
        self.may_hold(notice.formula, None)?;
        self.check_description(description)?;
        self.names_nobody(from, notice, Some(description))?;
        let posted = Posted {
            organisation: from.organisation,
            contact: from.contact,
            quotation: quotation.filter(|_| group == Group::Subcontracting),
            group,
            notice: notice.clone(),
            text: description.text.clone(),
            files: description.files.clone(),
            selects: self.selects(group),
        };
        Ok(vec![Event::Board(OfBoard {
            request,
            opportunity: board.next_opportunity(),
            event: Box::new(BoardEvent::Posted(Box::new(posted))),
        })])
    }

    /// Whether the settings ask that requests of this group are validated first.
    fn must_validate(&self, group: Group) -> bool {
        let asked = self.state.house().map(|house| house.validation);
        let asked = asked.unwrap_or_default();
        match group {
            Group::Subcontracting => asked.subcontracting,
            Group::ClientIntroduction => asked.introduction,
        }
    }

    /// Who selects in a group, by the settings (BRD-6).
    fn selects(&self, group: Group) -> Selects {
        let said = self.state.house().map(|house| house.selection);
        let said = said.unwrap_or_default();
        match group {
            Group::Subcontracting => said.subcontracting,
            Group::ClientIntroduction => said.introduction,
        }
    }

    /// Refuses R0 until the house has said how it may hold clients' money (ESC-13); what has it already keeps it.
    pub(super) fn may_hold(
        &self,
        to: Option<Formula>,
        from: Option<Formula>,
    ) -> Result<(), Refusal> {
        let r0 = Some(Formula::R0);
        let said = self.state.house().and_then(|house| house.funds.said());
        match to == r0 && from != r0 && said.is_none() {
            true => Err(BoardRefusal::FundsUnsaid.into()),
            false => Ok(()),
        }
    }

    fn check_notice(&self, group: Group, notice: &Notice) -> Result<(), Refusal> {
        if notice.title.trim().is_empty() {
            return Err(Refusal::TextMissing);
        }
        longest(&notice.title, Notice::TITLE_MOST)?;
        for text in [&notice.place, &notice.dates, &notice.payer_reason] {
            longest(text, Notice::WORDS_MOST)?;
        }
        if notice.deadline <= self.now {
            return Err(Refusal::InThePast);
        }
        for at in notice.starts.into_iter().chain([notice.deadline]) {
            near(at, self.now)?;
        }
        if notice.sessions == 0 || notice.sessions > Notice::SESSIONS_MOST {
            return Err(BoardRefusal::SessionsWrong {
                most: usize::from(Notice::SESSIONS_MOST),
            }
            .into());
        }
        if notice.skills.len() > Notice::SKILLS_MOST {
            let most = Notice::SKILLS_MOST;
            return Err(Refusal::TooLong { most });
        }
        if let Some(amount) = notice.amount {
            right_price(amount)?;
        }
        match group {
            Group::Subcontracting => {
                let amount = notice.amount.ok_or(MoneyRefusal::PriceMissing)?;
                in_currency(amount, self.state.terms().currency)?;
                if notice.formula.is_some() || notice.payer == Payer::Provider {
                    return Err(BoardRefusal::FormulaWrong.into());
                }
            }
            Group::ClientIntroduction => {
                if notice.payer == Payer::Provider && notice.payer_reason.trim().is_empty() {
                    return Err(Refusal::ReasonMissing);
                }
            }
        }
        Ok(())
    }

    fn check_description(&self, description: &Description) -> Result<(), Refusal> {
        longest(&description.text, Notice::TEXT_MOST)?;
        files_fit(&description.files, Notice::FILES_MOST)
    }

    /// What is posted names no client and no way to reach anybody: who they are opens with a contact credit, or
    /// with the mission.
    fn names_nobody(
        &self,
        request: &Request,
        notice: &Notice,
        description: Option<&Description>,
    ) -> Result<(), Refusal> {
        let words = [
            &*notice.title,
            &*notice.place,
            &*notice.dates,
            &*notice.payer_reason,
        ];
        let more = description.into_iter().flat_map(|description| {
            let files = description.files.iter().map(|file| &*file.name);
            std::iter::once(&*description.text).chain(files)
        });
        let client = Names::of(self.state, request);
        words
            .into_iter()
            .chain(more)
            .try_for_each(|said| client.kept_out_of(said))
    }

    pub(super) fn amend(
        &self,
        id: OpportunityId,
        seen: Seq,
        notice: &Notice,
        description: Option<&Description>,
    ) -> Events {
        let opportunity = self.opportunity(id)?;
        self.no_part(opportunity)?;
        if opportunity.stage != OpportunityStage::Open {
            return Err(BoardRefusal::NotPending(id).into());
        }
        if opportunity.notice_at != seen {
            return Err(self.moved(Thing::Notice(id), opportunity));
        }
        on_lists(self.state.lists(), notice, Some(&opportunity.notice))?;
        self.check_notice(opportunity.group, notice)?;
        self.may_hold(notice.formula, opportunity.notice.formula)?;
        if let Some(description) = description {
            self.check_description(description)?;
        }
        if let Some(request) = self.state.request(opportunity.request) {
            self.names_nobody(request, notice, description)?;
        }
        if opportunity.submitted > 0
            && let Some(amount) = notice.amount
        {
            // Offers were made in that currency.
            in_currency(amount, self.currency_of(&opportunity.notice))?;
        }
        if opportunity.notice == *notice && description.is_none() {
            return Err(Refusal::AlreadySo);
        }
        let amended = BoardEvent::Amended {
            from: Box::new(opportunity.notice.clone()),
            to: Box::new(notice.clone()),
            text: description.map(|d| (d.text.clone(), d.files.clone())),
        };
        Ok(vec![of(opportunity, amended)])
    }

    pub(super) fn end(&self, id: OpportunityId, why: EndReason, refund: bool) -> Events {
        let opportunity = self.opportunity(id)?;
        self.no_part(opportunity)?;
        if matches!(
            opportunity.stage,
            OpportunityStage::Ended { .. } | OpportunityStage::Delivered { .. }
        ) {
            return Err(BoardRefusal::NotPending(id).into());
        }
        self.state.lists().may_stand([why], None)?;
        let mut events = vec![of(
            opportunity,
            BoardEvent::Moved {
                from: opportunity.stage,
                to: OpportunityStage::Ended { why, at: self.now },
                word_of: None,
                reason: "".into(),
            },
        )];
        for proposal in self.state.board().proposals_of(id) {
            if matches!(
                proposal.state,
                ProposalStanding::Submitted
                    | ProposalStanding::Selected
                    | ProposalStanding::Confirmed
            ) {
                events.push(moved(opportunity, proposal, ProposalStanding::Lost, ""));
            }
        }
        if refund {
            for (firm, opened) in self.state.credits().openers(id) {
                let steps = CreditKind::ALL.into_iter();
                let steps = steps.filter_map(|kind| Some((kind, opened.step(kind)?)));
                for (kind, step) in steps.filter(|(_, step)| step.price > 0 && !step.refunded) {
                    let back = CreditEntry::Refunded {
                        opportunity: id,
                        kind,
                        price: step.price,
                        why: self.state.lists().key(why),
                    };
                    events.push(credited(self.state, firm, back));
                }
            }
        }
        Ok(events)
    }
}

/// Passes when what a notice names of the house's lists stands there, or stood in it before.
fn on_lists(lists: &Lists, notice: &Notice, before: Option<&Notice>) -> Result<(), Refusal> {
    lists.may_stand([notice.work], before.map(|before| before.work))?;
    lists.may_stand([notice.audience], before.map(|before| before.audience))?;
    let skills = |of: &Notice| of.skills.clone();
    lists.may_stand(skills(notice), before.map(skills).unwrap_or_default())?;
    Ok(())
}
