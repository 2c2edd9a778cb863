//! The files that go with an opportunity or a proposal, for whoever may read them.

use crate::desk::Desk;
use crate::desk::views::CaseFile;
use crate::domain::Refusal;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::request::Attachment;

/// The files that go with an opportunity's description, for who has opened it.
///
/// # Errors
/// [`BoardRefusal::NoSuchOpportunity`] for who may not know of it; [`CreditRefusal::OpenFirst`] for who has not opened it.
pub fn opportunity_files(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
) -> Result<Vec<CaseFile>, Refusal> {
    let published = desk.published();
    let state = published.state();
    let eyes = Eyes::of(state, me).ok_or(Refusal::NobodyKnown)?;
    let found = eyes.opportunity(id)?;
    if !eyes.see_text(found) {
        return Err(CreditRefusal::OpenFirst(CreditKind::Consultation).into());
    }
    Ok(found.files.iter().map(CaseFile::of).collect())
}

/// The files that go with a proposal: for the client and the house once it is before them; for its proposer
/// those of the draft beside it, where there is one.
///
/// # Errors
/// [`BoardRefusal::NoSuchProposal`] for who may not know of it.
pub fn proposal_files(desk: &Desk, me: PersonId, id: ProposalId) -> Result<Vec<CaseFile>, Refusal> {
    let published = desk.published();
    let state = published.state();
    let eyes = Eyes::of(state, me).ok_or(Refusal::NobodyKnown)?;
    let (opportunity, proposal) = eyes.proposal(id)?;
    if eyes.owns(proposal) {
        return Ok(proposal.working().files.iter().map(CaseFile::of).collect());
    }
    if !eyes.see_proposal(opportunity, id) {
        return Err(BoardRefusal::BothSides(opportunity.id).into());
    }
    if !proposal.is_before_the_client() {
        return Err(BoardRefusal::NoSuchProposal(id).into());
    }
    Ok(proposal.says.files.iter().map(CaseFile::of).collect())
}

/// The files of a proposal of one's firm as the rules know them, to remove one: for which opportunity, and those
/// of the draft beside it, where there is one.
///
/// # Errors
/// [`BoardRefusal::NoSuchProposal`] for what is not one's own.
pub fn own_files(
    desk: &Desk,
    me: PersonId,
    id: ProposalId,
) -> Result<(OpportunityId, Vec<Attachment>), Refusal> {
    let published = desk.published();
    let eyes = Eyes::of(published.state(), me).ok_or(Refusal::NobodyKnown)?;
    let (_, mine) = eyes.proposal(id)?;
    if !eyes.owns(mine) {
        return Err(BoardRefusal::NoSuchProposal(id).into());
    }
    Ok((mine.opportunity, mine.working().files.clone()))
}
