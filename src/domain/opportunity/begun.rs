//! Opportunities and proposals as they begin.

use super::event::Posted;
use super::proposal::{ProposalContent, ProposalStanding, Verdict};
use super::{Deal, Opportunity, OpportunityStage, Proposal};
use crate::domain::ids::{FirmId, OpportunityId, PersonId, ProposalId, RequestId};
use crate::domain::meta::Meta;

/// Returns what was just posted.
pub(super) fn new_opportunity(
    meta: &Meta,
    request: RequestId,
    id: OpportunityId,
    posted: &Posted,
) -> Opportunity {
    Opportunity {
        id,
        request,
        organisation: posted.organisation,
        contact: posted.contact,
        quotation: posted.quotation,
        group: posted.group,
        notice: posted.notice.clone(),
        notice_at: meta.seq,
        text_at: meta.seq,
        files: posted.files.clone(),
        stage: OpportunityStage::Open,
        moved_at: meta.at,
        moved_in: meta.seq,
        posted_at: meta.at,
        posted_in: meta.seq,
        posted_by: meta.actor,
        touched_at: meta.at,
        proposals: Vec::new(),
        submitted: 0,
        selects: posted.selects,
        formula: None,
        deal: Deal::default(),
        agreement: None,
        mission: None,
        revision: 0,
    }
}

/// Returns a proposal that was just begun.
pub(super) fn new_proposal(
    meta: &Meta,
    id: ProposalId,
    opportunity: &Opportunity,
    (person, firm): (PersonId, FirmId),
) -> Proposal {
    Proposal {
        id,
        opportunity: opportunity.id,
        person,
        state: ProposalStanding::Draft,
        verdict: Verdict::Unsaid,
        says: ProposalContent::begun(meta.seq, opportunity.notice_at),
        draft: None,
        words_at: None,
        submitted_at: None,
        answered_at: None,
        touched_at: meta.at,
        promising: false,
        advised_at: None,
        because: None,
        firm,
        heir: None,
    }
}
